"""The two buttons at the foot of a dialog, with words of our own."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton


class DialogButtons(QDialogButtonBox):
    """One button that does what the dialog is for, and one that leaves everything as it was."""

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        role = QDialogButtonBox.ButtonRole
        self.agree: QPushButton = self.addButton("", role.AcceptRole)
        self.leave: QPushButton = self.addButton("", role.RejectRole)
        self.agree.setDefault(True)
        self.leave.setAutoDefault(False)
        self.accepted.connect(dialog.accept)
        self.rejected.connect(dialog.reject)

    def say(self, agree: str, leave: str) -> None:
        """Gives the buttons their words."""
        self.agree.setText(agree)
        self.leave.setText(leave)
