"""The window's actions as a list, narrowed to those that hold some words."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QAction, QKeySequence
from typing_extensions import override

from advocate_desk.gui.action_spec import ActionSpec
from advocate_desk.gui.action_table import MENUS, SUBMENUS
from advocate_desk.gui.actions import Actions
from advocate_desk.language.catalog import tr
from advocate_desk.language.khmer import fold, has_khmer

WHERE = Qt.ItemDataRole.UserRole + 1
KEY = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex
_MENUS = dict(MENUS)


def menu_words(spec: ActionSpec) -> str:
    """Where an action stands: "View › Colours"."""
    submenu = SUBMENUS.get(spec.submenu, "")
    return " › ".join(tr(text) for text in (_MENUS.get(spec.menu, ""), submenu) if text)


def key_words(spec: ActionSpec) -> str:
    """An action's key as this system writes it."""
    return QKeySequence(spec.shortcut).toString(QKeySequence.SequenceFormat.NativeText)


def _searchable(text: str) -> str:
    return fold(text) if has_khmer(text) else text.casefold()


class ActionsListModel(QAbstractListModel):
    """Actions that can be run now come first, each group in the order of the table."""

    def __init__(self, actions: Actions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        pairs = [(spec, action) for spec, action in actions.pairs() if spec.id != "palette"]
        self._all = sorted(pairs, key=lambda pair: not pair[1].isEnabled())
        self._rows = list(self._all)

    def narrow(self, text: str) -> None:
        """Keeps the actions whose name, menu or help holds every word, names first."""
        words = _searchable(text).split()
        self.beginResetModel()
        found = [pair for pair in self._all if self._holds(pair, words)]
        first = words[0] if words else ""
        self._rows = sorted(found, key=lambda pair: self._rank(pair, first))
        self.endResetModel()

    @staticmethod
    def _holds(pair: tuple[ActionSpec, QAction], words: list[str]) -> bool:
        spec, action = pair
        # The English name is found too: handbooks and colleagues may use it.
        texts = (action.text(), menu_words(spec), tr(spec.help) if spec.help else "", spec.text)
        haystack = _searchable(" ".join(texts))
        return all(word in haystack for word in words)

    @staticmethod
    def _rank(pair: tuple[ActionSpec, QAction], first: str) -> tuple[bool, int]:
        name = _searchable(pair[1].text())
        place = 0 if name.startswith(first) else 1 if first in name else 2
        return (not pair[1].isEnabled(), place if first else 0)

    def action(self, row: int) -> QAction | None:
        """The action in a row."""
        return self._rows[row][1] if 0 <= row < len(self._rows) else None

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        spec, action = self._rows[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (action.text(), menu_words(spec), key_words(spec))))
        if role == Qt.ItemDataRole.ToolTipRole:
            return tr(spec.help) if spec.help else action.text()
        return {
            Qt.ItemDataRole.DisplayRole: action.text(),
            WHERE: menu_words(spec),
            KEY: key_words(spec),
        }.get(role)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        action = self.action(index.row())
        flags = super().flags(index)
        if action is None or action.isEnabled():
            return flags
        return flags & ~Qt.ItemFlag.ItemIsEnabled
