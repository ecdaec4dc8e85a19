"""The two buttons at the foot of a dialog, with words of our own."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton


class DialogButtons(QDialogButtonBox):
    """One button that does what the dialog is for, and one that leaves everything as it was."""

    def __init__(self, dialog: QDialog) -> None:
        super().__init__()  # its parent comes with its place: last in the order of the keyboard
        role = QDialogButtonBox.ButtonRole
        self.agree: QPushButton = self.addButton("", role.AcceptRole)
        self.leave: QPushButton = self.addButton("", role.RejectRole)
        self.leave.setAutoDefault(False)
        self.accepted.connect(dialog.accept)
        self.rejected.connect(dialog.reject)

    def say(self, agree: str, leave: str) -> None:
        """Gives the buttons their words."""
        self.agree.setText(agree)
        self.agree.setDefault(True)  # only now, where the dialog knows the button
        self.leave.setText(leave)
