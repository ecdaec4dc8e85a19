"""The blocks of a draft as a table: number, kind, and both languages side by side."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from advocate_desk.language.breaks import with_soft_breaks
from advocate_desk.language.catalog import current, tr
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.draft import DraftBlock, DraftText
from advocate_desk.model.kinds import ENGLISH, KHMER
from advocate_desk.model.words import language_word, word

HEADING = Qt.ItemDataRole.UserRole + 1
NO_TEXT = DraftText()

Index = QModelIndex | QPersistentModelIndex


class BlockColumn(IntEnum):
    """The columns in their order."""

    NUMBER = 0
    KIND = 1
    KHMER = 2
    ENGLISH = 3


LANGUAGES = {BlockColumn.KHMER: KHMER, BlockColumn.ENGLISH: ENGLISH}


def body_lines(block: DraftBlock, language: str) -> str:
    """A block's body and, one in each line, its entries."""
    own = block.texts.get(language, NO_TEXT).body
    return "\n".join(part for part in (own, *_entries(block, language, 0)) if part)


def _entries(block: DraftBlock, language: str, level: int) -> Iterator[str]:
    for item in block.items:
        text = item.texts.get(language, NO_TEXT).body
        if text:
            yield f"{'    ' * level}– {text}"
        yield from _entries(item, language, level + 1)


class DraftBlocksModel(QAbstractTableModel):
    """Blocks as they would be brought in."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._blocks: tuple[DraftBlock, ...] = ()

    def show(self, blocks: tuple[DraftBlock, ...]) -> None:
        """Shows these blocks."""
        self.beginResetModel()
        self._blocks = blocks
        self.endResetModel()

    def block(self, row: int) -> DraftBlock | None:
        """The block in a row."""
        return self._blocks[row] if 0 <= row < len(self._blocks) else None

    def share(self, column: BlockColumn) -> float:
        """How much of the width a side wants: half, little where nothing is written in it."""
        sides = {
            side: any(self._whole(row, side) for row in range(len(self._blocks)))
            for side in LANGUAGES
        }
        if all(sides.values()) or not any(sides.values()):
            return 0.5
        return 0.7 if sides[column] else 0.3

    def _text(self, row: int, column: int) -> str:
        block = self._blocks[row]
        if column == BlockColumn.NUMBER:
            return in_digits(row + 1, current())
        if column == BlockColumn.KIND:
            return word(block.kind)
        return body_lines(block, LANGUAGES[BlockColumn(column)])

    def _heading(self, row: int, column: int) -> str:
        language = LANGUAGES.get(BlockColumn(column), "")
        return self._blocks[row].texts.get(language, NO_TEXT).heading

    def _whole(self, row: int, column: int) -> str:
        parts = (self._heading(row, column), self._text(row, column))
        return "\n".join(part for part in parts if part)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._blocks)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(BlockColumn)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == HEADING:
            return self._heading(row, column)
        if role == Qt.ItemDataRole.ToolTipRole and column in LANGUAGES:
            return with_soft_breaks(self._whole(row, column))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._whole(row, column) or tr("nothing")
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        words = (tr("No."), tr("Kind"), language_word(KHMER), language_word(ENGLISH))
        return words[section]
