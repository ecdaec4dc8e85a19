"""Why a finding is put aside."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from advocate_desk.gui.dialogs.dialog_buttons import DialogButtons
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import tr


class DismissDialog(QDialog):
    """Shows what was found and asks for a reason, without which nothing is dismissed."""

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = SoftLabel()
        self.sentence.setText(sentence)
        self.label = SoftLabel()
        self.edit = QLineEdit()
        self.edit.setMaxLength(500)
        self.buttons = DialogButtons(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        for part in (self.sentence, self.label, self.edit):
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(self.buttons)
        self.edit.textChanged.connect(self._note_text)
        self.resize(460, 180)
        self.retranslate()
        self._note_text("")

    @property
    def reason(self) -> str:
        """What was entered."""
        return self.edit.text().strip()

    def _note_text(self, text: str) -> None:
        self.buttons.agree.setEnabled(bool(text.strip()))

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.setWindowTitle(tr("Dismiss finding"))
        self.label.setText(tr("Why is it right as it is? Others will read the reason."))
        self.edit.setAccessibleName(tr("Reason"))
        self.edit.setPlaceholderText(tr("Reason"))
        self.buttons.say(tr("Dismiss"), tr("Cancel"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
