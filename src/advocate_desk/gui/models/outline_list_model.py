"""The outline of the open statement: one line per block."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QObject, Qt
from typing_extensions import override

from advocate_desk.gui.models.block_states import block_state
from advocate_desk.gui.models.statements_list_model import NO_PARENT, Index
from advocate_desk.gui.placeholder_words import readable
from advocate_desk.language.catalog import current
from advocate_desk.language.numbers import in_digits, list_marker
from advocate_desk.model.kinds import BlockKind
from advocate_desk.model.statement import Block, demand_numbers
from advocate_desk.model.words import word

_LONGEST = 60


class OutlineListModel(QAbstractListModel):
    """Number, first words and the least finished side of every block."""

    STATE = Qt.ItemDataRole.UserRole.value + 1
    NUMBER = Qt.ItemDataRole.UserRole.value + 2

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._blocks: tuple[Block, ...] = ()
        self._languages: tuple[str, ...] = ()
        self._demands: dict[str, int] = {}

    def show_blocks(self, blocks: tuple[Block, ...], languages: tuple[str, ...]) -> None:
        """Shows these blocks."""
        same = [block.id for block in blocks] == [block.id for block in self._blocks]
        if not same:
            self.beginResetModel()
        self._blocks, self._languages = blocks, languages
        self._demands = demand_numbers(blocks)
        if not same:
            self.endResetModel()
        self.say_again()

    def say_again(self) -> None:
        """Tells the views that every text may be another one."""
        if self._blocks:
            self.dataChanged.emit(self.index(0), self.index(len(self._blocks) - 1))

    def block_id(self, row: int) -> str:
        """The block in a row, empty when there is no such row."""
        return self._blocks[row].id if 0 <= row < len(self._blocks) else ""

    def row_of(self, block_id: str) -> int:
        """The row of a block, -1 when it is not there."""
        return next((i for i, block in enumerate(self._blocks) if block.id == block_id), -1)

    @override
    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._blocks)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        block = self._blocks[index.row()]
        if role == self.STATE:
            state = block_state(block, self._languages)
            return state.value if state else None
        if role == self.NUMBER:
            return in_digits(index.row() + 1, current())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = block_state(block, self._languages)
            return f"{self._words(block)}, {word(state)}" if state else self._words(block)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(block)
        return None

    def _words(self, block: Block) -> str:
        sides = (current(), *self._languages)
        texts = (block.rendition(code).text for code in sides)
        text = next((text for text in texts if text.strip()), "")
        first = " ".join(readable(text)[:_LONGEST].split())
        if not first:
            return word(block.kind)
        if block.kind is BlockKind.DEMAND:
            return f"{list_marker(self._demands[block.id], current())} {first}"
        return first
