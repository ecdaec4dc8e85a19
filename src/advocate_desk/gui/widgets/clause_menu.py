"""The menu of the clause library: what can be done with a clause, and with a folder."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from advocate_desk.gui.models.clause_facts import in_order
from advocate_desk.gui.widgets.folder_box import INDENT
from advocate_desk.gui.widgets.icon_button import add_to
from advocate_desk.language.catalog import tr
from advocate_desk.model.clause import Folder

Then = Callable[[str], object]


class ClauseMenu:
    """The actions, by what they are about; the submenus list the folders there are."""

    def __init__(self, menu: QMenu) -> None:
        self.menu = menu
        self.edit = add_to(menu, "edit_clause")
        self.variant = add_to(menu, "clause_variant")
        self.join = add_to(menu, "join_variants")
        self.leave = add_to(menu, "leave_variants")
        self.with_basis = add_to(menu, "insert_with_basis")
        self.file = menu.addMenu("")
        self.archive = add_to(menu, "archive_clause")
        self.delete = add_to(menu, "delete_clause")
        menu.addSeparator()
        self.new_folder = add_to(menu, "new_folder")
        self.rename_folder = add_to(menu, "rename_folder")
        self.move_folder = menu.addMenu("")
        self.delete_folder = add_to(menu, "delete_folder")
        menu.addSeparator()
        self.archived = add_to(menu, "show_archived_clauses")
        self.archived.setCheckable(True)

    def of_clause(self) -> tuple[QAction, ...]:
        """What needs a clause."""
        about = (self.edit, self.variant, self.join, self.leave)
        return (*about, self.file.menuAction(), self.archive, self.delete)

    def of_folder(self) -> tuple[QAction, ...]:
        """What needs a folder."""
        return (self.rename_folder, self.move_folder.menuAction(), self.delete_folder)

    def show_folders(self, folders: tuple[Folder, ...], file: Then, move: Then) -> None:
        """Lists the folders a clause or a folder can be put into, the way out of all first."""
        for menu, then in ((self.file, file), (self.move_folder, move)):
            menu.clear()
            _add(menu, "", "", then)
            for folder, depth in in_order(folders):
                _add(menu, f"{INDENT * depth}{folder.name}", folder.id, then)
        self._name_ways_out()

    def _name_ways_out(self) -> None:
        for menu, words in ((self.file, tr("No folder")), (self.move_folder, tr("At the top"))):
            for action in menu.actions()[:1]:
                action.setText(words)

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.edit.setText(tr("Edit clause…"))
        self.variant.setText(tr("New variant…"))
        self.join.setText(tr("Make it a variant of…"))
        self.leave.setText(tr("Take out of the variants"))
        self.with_basis.setText(tr("Insert with legal basis"))
        self.file.setTitle(tr("Move to folder"))
        self.delete.setText(tr("Delete clause"))
        self.new_folder.setText(tr("New folder…"))
        self.rename_folder.setText(tr("Rename folder…"))
        self.move_folder.setTitle(tr("Move folder into"))
        self.delete_folder.setText(tr("Delete folder"))
        self.archived.setText(tr("Show archived clauses"))
        self._name_ways_out()


def _add(menu: QMenu, words: str, folder_id: str, then: Then) -> None:
    action = menu.addAction(words.replace("&", "&&"))
    action.triggered.connect(lambda _checked=False: then(folder_id))
