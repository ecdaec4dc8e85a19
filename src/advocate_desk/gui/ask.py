"""The only questions a window may ask: files, one sentence, one line of text, a dialog.

Handed to every page and dock, so that a test can answer without a modal loop. Qt's dialogs are
imported when one is shown.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget


class Ask:
    """Asks the person at the window; `None` or `False` means that they thought better of it."""

    def open_file(
        self, parent: QWidget, title: str, *, kinds: str, folder: Path | None = None
    ) -> Path | None:
        """A file that exists; `kinds` as Qt writes filters, parted by `;;`."""
        from PySide6.QtWidgets import QFileDialog

        start = str(folder) if folder else ""
        chosen, _ = QFileDialog.getOpenFileName(parent, title, start, kinds)
        return Path(chosen) if chosen else None

    def open_files(self, parent: QWidget, title: str, *, kinds: str) -> tuple[Path, ...]:
        """Some files that exist; none where the person thought better of it."""
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getOpenFileNames(parent, title, "", kinds)
        return tuple(Path(one) for one in chosen)

    def open_folder(self, parent: QWidget, title: str) -> Path | None:
        """A folder that exists."""
        from PySide6.QtWidgets import QFileDialog

        chosen = QFileDialog.getExistingDirectory(parent, title)
        return Path(chosen) if chosen else None

    def save_file(self, parent: QWidget, title: str, *, kinds: str, suggested: Path) -> Path | None:
        """A file to be written; `suggested` is its folder and name to begin with."""
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), kinds)
        return Path(chosen) if chosen else None

    def question(self, parent: QWidget, text: str, *, yes: str, no: str) -> bool:
        """Whether the person chose `yes`; `no` is what Enter and Escape choose."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(QMessageBox.Icon.Question, "", text, parent=parent)
        agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        refuse = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(refuse)
        box.exec()
        return box.clickedButton() is agree

    def text(self, parent: QWidget, title: str, label: str, *, initial: str = "") -> str | None:
        """One line of text."""
        from PySide6.QtWidgets import QInputDialog

        answer, agreed = QInputDialog.getText(parent, title, label, text=initial)
        return answer if agreed else None

    def run(self, dialog: QDialog) -> bool:
        """Shows a dialog until it is closed; whether it was accepted. Its value is read after."""
        return dialog.exec() == QDialog.DialogCode.Accepted
