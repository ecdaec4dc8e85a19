"""What somebody has to say about a block, and who shall see to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from advocate_desk.gui.dialogs.dialog_buttons import DialogButtons
from advocate_desk.gui.widgets.clause_text_edit import ClauseTextEdit
from advocate_desk.language.catalog import tr
from advocate_desk.model.words import language_word

_WIDE, _HIGH = 480, 130


class CommentWords(NamedTuple):
    """What a comment says, about which side (empty: both), and for whom (empty: for everybody)."""

    text: str = ""
    language: str = ""
    assigned_to: str = ""


class CommentDialog(QDialog):
    """Ctrl+Enter agrees; there is nothing to agree to while the text is empty."""

    def __init__(
        self,
        words: CommentWords,
        languages: Sequence[str],
        people: Sequence[str],
        parent: QWidget | None = None,
        *,
        is_new: bool = True,
    ) -> None:
        super().__init__(parent)
        self._is_new = is_new
        self.text = ClauseTextEdit()
        self.text.show_text(words.text)
        self.text.setMinimumHeight(_HIGH)
        self.text.setTabChangesFocus(True)
        self.side = QComboBox()
        for code in ("", *languages):
            self.side.addItem("", code)
        self.side.setCurrentIndex(max(0, self.side.findData(words.language)))
        self.side.setEnabled(is_new)
        self.assigned = QComboBox()
        self.assigned.setEditable(True)
        self.assigned.addItems(["", *people])
        self.assigned.setCurrentText(words.assigned_to)
        self.buttons = DialogButtons(self)
        self._labels = [QLabel(), QLabel()]
        self._lay_out()
        self.text.textChanged.connect(self._note_text)
        for key in ("Ctrl+Return", "Ctrl+Enter"):  # Enter alone makes a line
            QShortcut(QKeySequence(key), self).activated.connect(self.buttons.agree.click)
        self.retranslate()
        self._note_text()
        self.text.setFocus()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(10)
        for label, field in zip(self._labels, (self.side, self.assigned), strict=True):
            label.setBuddy(field)
            form.addRow(label, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addWidget(self.text, 1)
        column.addLayout(form)
        column.addWidget(self.buttons)
        self.setMinimumWidth(_WIDE)

    def value(self) -> CommentWords:
        """What was written."""
        name = " ".join(self.assigned.currentText().split())
        return CommentWords(self.text.text().strip(), self.side.currentData(), name)

    def _note_text(self) -> None:
        self.buttons.agree.setEnabled(bool(self.value().text))

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.setWindowTitle(tr("Comment") if self._is_new else tr("Edit comment"))
        self.text.setAccessibleName(tr("Comment"))
        self.text.setPlaceholderText(tr("Only colleagues at this desk read it."))
        names = (tr("About"), tr("For"))
        for label, field, text in zip(self._labels, (self.side, self.assigned), names, strict=True):
            label.setText(text)
            field.setAccessibleName(text)
        for index in range(self.side.count()):
            code = self.side.itemData(index)
            self.side.setItemText(index, language_word(code) if code else tr("both languages"))
        line = self.assigned.lineEdit()
        if line is not None:
            line.setPlaceholderText(tr("everybody"))
            line.setAccessibleName(tr("For"))
        self.buttons.say(tr("Keep comment"), tr("Cancel"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
