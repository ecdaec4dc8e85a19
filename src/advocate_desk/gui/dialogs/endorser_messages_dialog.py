"""Messages to endorsers, one for each, in Khmer and English, to copy; nothing is sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from advocate_desk.gui.widgets.clause_text_edit import ClauseTextEdit
from advocate_desk.gui.widgets.icon_button import IconButton
from advocate_desk.gui.widgets.names_list import NamesList
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import current, tr
from advocate_desk.model.endorser_message import MessageKind
from advocate_desk.model.errors import DeskError
from advocate_desk.model.marked import marked
from advocate_desk.model.sentences import sentence
from advocate_desk.model.words import language_word

# Who, what for, in which language: the text.
Messages = Callable[[str, MessageKind, str], str]
KINDS: Mapping[MessageKind, str] = {
    MessageKind.INVITATION: marked("Invitation"),
    MessageKind.REMINDER: marked("Reminder"),
    MessageKind.CONFIRM_AGAIN: marked("Confirm the changed text"),
}


class EndorserMessagesDialog(QDialog):
    """Endorsers at the left (withheld ones masked), the message of the chosen one at the right."""

    def __init__(
        self,
        messages: Messages,
        people: Sequence[tuple[str, str]],
        languages: Sequence[str],
        kind: MessageKind,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._messages, self._people = messages, people
        self._message = ""
        self.people = NamesList()
        for endorsement_id, label in people:
            self.people.add(label, endorsement_id)
        self.kind, self.language = QComboBox(), QComboBox()
        for one in KINDS:
            self.kind.addItem("", one.value)
        for code in languages:
            self.language.addItem("", code)
        self.kind.setCurrentIndex(self.kind.findData(kind.value))
        self.language.setCurrentIndex(max(0, self.language.findData(current())))
        self.labels = (QLabel(), QLabel())
        self.hint = SoftLabel()
        self.text = ClauseTextEdit()
        self.text.setReadOnly(True)
        self.copy, self.next = IconButton("duplicate"), IconButton("down")
        self.buttons = QDialogButtonBox()
        self.leave = self.buttons.addButton("", QDialogButtonBox.ButtonRole.RejectRole)
        self.leave.setAutoDefault(False)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.people.setCurrentRow(0)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        for label, box in zip(self.labels, (self.kind, self.language), strict=True):
            label.setBuddy(box)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            head.addWidget(label)
            head.addWidget(box)
        head.addStretch(1)
        sides = QSplitter()
        sides.setChildrenCollapsible(False)
        sides.addWidget(self.people)
        sides.addWidget(self.text)
        sides.setSizes([240, 500])
        foot = QHBoxLayout()
        foot.addWidget(self.copy)
        foot.addWidget(self.next)
        foot.addStretch(1)
        foot.addWidget(self.buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.hint)
        column.addWidget(sides, 1)
        column.addLayout(foot)
        self.resize(780, 560)

    def _connect(self) -> None:
        self.buttons.rejected.connect(self.reject)
        self.copy.clicked.connect(self._copy)
        self.next.clicked.connect(self._step)
        self.people.currentRowChanged.connect(lambda _row: self._show())
        for box in (self.kind, self.language):
            box.currentIndexChanged.connect(lambda _index: self._show())

    def _show(self) -> None:
        row = self.people.currentRow()
        self.next.setEnabled(0 <= row < len(self._people) - 1)
        self.copy.setEnabled(row >= 0)
        self.copy.say(tr("Copy"), tr("Copies this message"))
        if row < 0:
            return
        kind = MessageKind(self.kind.currentData())
        try:
            text = self._messages(self._people[row][0], kind, str(self.language.currentData()))
        except DeskError as error:
            text = ""
            self.hint.setText(sentence(error))
        self._message = text
        self.text.show_text(text)
        self.copy.setEnabled(bool(text))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._message)
        self.copy.say(tr("Copied"))

    def _step(self) -> None:
        self.people.setCurrentRow(self.people.currentRow() + 1)

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.setWindowTitle(tr("Messages to endorsers"))
        for label, box, text in zip(
            self.labels, (self.kind, self.language), (tr("Message"), tr("Language")), strict=True
        ):
            label.setText(text)
            box.setAccessibleName(text)
        for index, text in enumerate(KINDS.values()):
            self.kind.setItemText(index, tr(text))
        for index in range(self.language.count()):
            self.language.setItemText(index, language_word(str(self.language.itemData(index))))
        self.people.setAccessibleName(tr("Endorsers"))
        self.text.setAccessibleName(tr("The message"))
        self.hint.setText(
            tr("To copy into an e-mail or a chat. Withheld names are in none of the messages.")
        )
        self.next.say(tr("Next endorser"))
        self.leave.setText(tr("Close"))
        self._show()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
