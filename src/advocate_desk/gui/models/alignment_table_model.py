"""Two halves side by side as a table: left text, how sure the link is, right text."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from advocate_desk.gui.models.draft_blocks_model import HEADING
from advocate_desk.language.catalog import current, tr
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.alignment import CERTAIN, LEFT, LIKELY, RIGHT, Alignment, Cell, Link
from advocate_desk.model.words import language_word

Index = QModelIndex | QPersistentModelIndex
LEFT_COLUMN, SURE_COLUMN, RIGHT_COLUMN = range(3)
_NO_PARENT = QModelIndex()
_SIDES = {LEFT_COLUMN: LEFT, RIGHT_COLUMN: RIGHT}


def side_of(column: int) -> int:
    """The side a column shows; the middle counts to the left."""
    return _SIDES.get(column, LEFT)


class AlignmentTableModel(QAbstractTableModel):
    """One row per link."""

    def __init__(self, alignment: Alignment, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._alignment = alignment

    def show(self, alignment: Alignment) -> None:
        """Shows another state of the alignment."""
        self.beginResetModel()
        self._alignment = alignment
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._alignment.links)

    @override
    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else 3

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        link = self._alignment.links[index.row()]
        if index.column() == SURE_COLUMN:
            return _sure_data(link, role)
        return self._text_data(link.cell(side_of(index.column())), role)

    def _text_data(self, cell: Cell, role: int) -> object:
        if role == HEADING:
            return cell[0].heading if cell else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return "\n\n".join(_without_heading(cell)) if cell else ""
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return "\n\n".join(segment.text for segment in cell) or tr("nothing")
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == SURE_COLUMN:
            return tr("Link")
        return language_word(self._alignment.languages[side_of(section)])


def _without_heading(cell: Cell) -> list[str]:
    first, *others = cell
    lines = [part for part in (first.body, *first.entries) if part]
    return [*(["\n".join(lines)] if lines else []), *(segment.text for segment in others)]


def _sure_data(link: Link, role: int) -> object:
    if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        return sureness(link)
    if role == Qt.ItemDataRole.TextAlignmentRole:
        return Qt.AlignmentFlag.AlignCenter
    return None


def sureness(link: Link) -> str:
    """How sure the link is, in words and a sign."""
    if not link.is_whole:
        return tr("alone")
    if link.confidence >= CERTAIN:
        return "✓ " + tr("by hand")
    percent = in_digits(round(100 * link.confidence), current())
    if link.confidence >= LIKELY:
        return "✓ " + tr("likely, {percent} %", percent=percent)
    return "? " + tr("doubtful, {percent} %", percent=percent)
