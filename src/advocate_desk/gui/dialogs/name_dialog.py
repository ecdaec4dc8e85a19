"""Who works here: asked once, when a sign-off or a comment needs a name."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from advocate_desk.gui.dialogs.dialog_buttons import DialogButtons
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import tr

_WIDE = 420


class NameDialog(QDialog):
    """One line for a name; there is nothing to agree to while it is empty."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.about = SoftLabel()
        self.name = QLineEdit(name)
        self.name.setMaxLength(120)
        self.buttons = DialogButtons(self)
        self.name.textChanged.connect(self._note_text)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        for part in (self.about, self.name, self.buttons):
            column.addWidget(part)
        self.setMinimumWidth(_WIDE)
        self.retranslate()
        self._note_text()

    def value(self) -> str:
        """The name, without spaces around it."""
        return " ".join(self.name.text().split())

    def _note_text(self) -> None:
        self.buttons.agree.setEnabled(bool(self.value()))

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.setWindowTitle(tr("Your name"))
        self.about.setText(
            tr(
                "It stands beside what you comment and sign off, for colleagues who open this desk."
                " It is printed in no document."
            )
        )
        self.name.setAccessibleName(tr("Your name"))
        self.name.setPlaceholderText(tr("First and last name"))
        self.buttons.say(tr("Use this name"), tr("Cancel"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
