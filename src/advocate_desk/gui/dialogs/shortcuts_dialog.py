"""Every key of the window, menu by menu."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QBrush, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from advocate_desk.gui.action_spec import ActionSpec
from advocate_desk.gui.action_table import MENUS
from advocate_desk.gui.actions import Actions
from advocate_desk.gui.dialogs.dialog_buttons import DialogButtons
from advocate_desk.gui.models.actions_list_model import key_words
from advocate_desk.language.catalog import tr
from advocate_desk.model.marked import marked

# Keys of lists and fields, which are no actions of the window.
OTHER_KEYS: tuple[tuple[str, str], ...] = (
    (marked("Insert the clause that was found"), "Enter"),
    (marked("Edit the endorser"), "F2"),
    (marked("History and evidence of the endorser"), "Alt+Enter"),
    (marked("Go to the next endorser whose name begins so"), "a, b, c …"),
    (marked("Move the endorser up or down"), "Alt+↑ ↓"),
    (marked("Show a withheld name while the key is held"), "Space"),
    (marked("Copy the selected endorsers, withheld names masked"), "Ctrl+C"),
    (marked("Go from paragraph to paragraph in the preview"), "↑ ↓"),
)

COLUMN_GAP = 20


class ShortcutsDialog(QDialog):
    """Read from the table of actions, so that the list is never out of date."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions = actions
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.tree = QTreeWidget()
        self.tree.setColumnCount(3)
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(14)
        self.buttons = DialogButtons(self)
        self.buttons.leave.hide()
        self._lay_out()
        self.search.textChanged.connect(lambda _text: self._fill())
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.search)
        column.addWidget(self.tree, 1)
        column.addWidget(self.buttons)
        header = self.tree.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        self.resize(1060, 640)

    def _fill(self) -> None:
        self.tree.clear()
        for menu, title in MENUS:
            specs = [spec for spec in self._actions.specs if spec.menu == menu]
            rows = [_row(spec) for spec in specs if spec.shortcut]
            self._add_group(tr(title), rows)
        self._add_group(tr("Elsewhere"), [(tr(text), key, "") for text, key in OTHER_KEYS])
        self.tree.expandAll()
        for column in (0, 1):
            self.tree.resizeColumnToContents(column)
            self.tree.setColumnWidth(column, self.tree.columnWidth(column) + COLUMN_GAP)

    def _add_group(self, title: str, rows: list[tuple[str, str, str]]) -> None:
        wanted = self.search.text().casefold()
        found = [row for row in rows if wanted in " ".join(row).casefold()]
        if not found:
            return
        group = QTreeWidgetItem(self.tree, [title])
        group.setFirstColumnSpanned(True)
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        muted = QBrush(self.palette().color(QPalette.ColorRole.PlaceholderText))
        for row in found:
            item = QTreeWidgetItem(group, list(row))
            item.setForeground(2, muted)
            item.setToolTip(2, row[2])

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.setWindowTitle(tr("Keyboard"))
        self.search.setPlaceholderText(tr("Search keys and actions"))
        self.search.setAccessibleName(tr("Search keys and actions"))
        self.tree.setHeaderLabels([tr("Action"), tr("Key"), tr("What it does")])
        self.tree.setAccessibleName(tr("Keys of the window"))
        self.buttons.say(tr("Close"), "")
        self._fill()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()


def _row(spec: ActionSpec) -> tuple[str, str, str]:
    return tr(spec.text), key_words(spec), tr(spec.help) if spec.help else ""
