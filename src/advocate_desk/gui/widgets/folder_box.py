"""A choice among the folders of the library, as a tree."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from advocate_desk.gui.models.clause_facts import in_order
from advocate_desk.language.catalog import current
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.clause import Folder

INDENT = "\u2003"


class FolderBox(QComboBox):
    """The folders, each as far in as it lies; `first` are the choices above them."""

    def show_folders(
        self, folders: tuple[Folder, ...], first: tuple[tuple[str, str], ...], *, counts: bool
    ) -> None:
        """Shows them anew; what was chosen stays chosen if it is still there."""
        chosen = self.folder_id
        self.blockSignals(True)
        self.clear()
        for words, folder_id in first:
            self.addItem(words, folder_id)
        for folder, depth in in_order(folders):
            count = f"  ({in_digits(folder.count, current())})" if counts and folder.count else ""
            self.addItem(f"{INDENT * depth}{folder.name}{count}", folder.id)
        self.choose(chosen)
        self.blockSignals(False)

    @property
    def folder_id(self) -> str:
        """The id of what is chosen."""
        return str(self.currentData() or "")

    def choose(self, folder_id: str) -> None:
        """Chooses a folder, the first choice where it is not there."""
        self.setCurrentIndex(max(0, self.findData(folder_id)))
