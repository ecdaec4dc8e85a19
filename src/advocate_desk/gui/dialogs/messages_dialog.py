"""The statement as messages for Telegram and Facebook, each with a button that copies it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from advocate_desk.exporters.social_writer import LIMITS, Channel
from advocate_desk.gui.widgets.clause_text_edit import ClauseTextEdit
from advocate_desk.gui.widgets.empty_state import EmptyState
from advocate_desk.gui.widgets.icon_button import IconButton
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import current, ntr, tr
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.errors import DeskError
from advocate_desk.model.sentences import sentence
from advocate_desk.model.words import language_word

Messages = Callable[[str, str], tuple[str, ...]]
NAMES = {Channel.TELEGRAM: "Telegram", Channel.FACEBOOK: "Facebook"}
_HIGH = 230


class MessageCard(QWidget):
    """One message: how long it is, its text, its Copy."""

    def __init__(self, text: str, number: int, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = text
        self._number, self._count = number, count
        self.title = QLabel()
        self.copy = IconButton("duplicate")
        self.copy.clicked.connect(self._copy)
        self.edit = ClauseTextEdit()
        self.edit.setReadOnly(True)
        self.edit.show_text(text)
        self.edit.setMinimumHeight(_HIGH)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.edit, 1)
        self.retranslate()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text)
        self.copy.say(tr("Copied"))

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        digits = current()
        place = tr(
            "Message {number} of {count}",
            number=in_digits(self._number, digits),
            count=in_digits(self._count, digits),
        )
        length = len(self.text.encode("utf-16-le")) // 2
        size = ntr("1 character", "{n} characters", length)
        self.title.setText(f"{place}  ·  {size}")
        self.edit.setAccessibleName(place)
        self.copy.say(tr("Copy"), tr("Copies this message"))


class MessagesDialog(QDialog):
    """Channel and language in, messages to copy out; nothing is sent."""

    def __init__(
        self, messages: Messages, languages: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._messages = messages
        self.channel, self.language = QComboBox(), QComboBox()
        for channel, name in NAMES.items():
            self.channel.addItem(name, channel.value)
        for code in languages:
            self.language.addItem("", code)
        self.labels = (QLabel(), QLabel())
        self.hint = SoftLabel()
        self.cards: list[MessageCard] = []
        self.area = QScrollArea()
        self.empty = EmptyState()
        self.stack = QStackedWidget()
        self.buttons = QDialogButtonBox()
        self.leave = self.buttons.addButton("", QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        for label, box in zip(self.labels, (self.channel, self.language), strict=True):
            label.setBuddy(box)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            head.addWidget(label)
            head.addWidget(box)
            head.addSpacing(16)
        head.addStretch(1)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.stack.addWidget(self.area)
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.hint)
        column.addWidget(self.stack, 1)
        column.addWidget(self.buttons)
        self.resize(700, 620)

    def _connect(self) -> None:
        self.buttons.rejected.connect(self.reject)
        for box in (self.channel, self.language):
            box.currentIndexChanged.connect(lambda _index: self._show())

    def _show(self) -> None:
        """Shows the messages of the channel and language, or why there are none."""
        language, channel = str(self.language.currentData()), str(self.channel.currentData())
        try:
            texts = self._messages(language, channel)
        except DeskError as error:
            self.cards = []
            self.empty.set_text(sentence(error))
            self.stack.setCurrentWidget(self.empty)
            return
        self.cards = [MessageCard(text, n, len(texts)) for n, text in enumerate(texts, start=1)]
        self.area.setWidget(self._column())
        self.stack.setCurrentWidget(self.area)
        self._say_hint()

    def _column(self) -> QWidget:
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 10, 0)
        column.setSpacing(14)
        for card in self.cards:
            column.addWidget(card, 1)
        return held

    def _say_hint(self) -> None:
        limit = in_digits(LIMITS[str(self.channel.currentData())], current())
        self.hint.setText(
            tr(
                "Plain text to copy and paste, at most {limit} characters in each message."
                " Withheld names are not in it.",
                limit=limit,
            )
        )

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.setWindowTitle(tr("Messages"))
        for label, box, text in zip(
            self.labels,
            (self.channel, self.language),
            (tr("For"), tr("Language")),
            strict=True,
        ):
            label.setText(text)
            box.setAccessibleName(text)
        for index in range(self.language.count()):
            self.language.setItemText(index, language_word(str(self.language.itemData(index))))
        for card in self.cards:
            card.retranslate()
        self._say_hint()
        self.leave.setText(tr("Close"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
