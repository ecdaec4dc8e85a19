"""Showing only the blocks that wait for somebody, and going from one to the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from advocate_desk.gui.models.text_filter import ALL, COMMENTED, STATES, TextFilter
from advocate_desk.gui.operations import Operations
from advocate_desk.gui.widgets.filter_bar import FilterBar
from advocate_desk.model.statement import Block, walk


class TextFiltering(QObject):
    """The bar above the text and what it hides; `show` shows the text again."""

    def __init__(self, operations: Operations, show: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._operations = operations
        self._show = show
        self._filter = TextFilter()
        self._blocks: tuple[Block, ...] = ()
        self.bar = FilterBar()
        self.bar.chosen.connect(self.choose)
        self.bar.closed.connect(self.close)
        self.bar.hide()

    @property
    def key(self) -> str:
        """Which blocks are shown."""
        return self._filter.key

    def open(self) -> None:
        """Shows the bar, ready to choose by key."""
        self.bar.show()
        self._count()
        self.bar.chips.buttons[self.key].setFocus()

    def close(self) -> None:
        """Shows all blocks, and no bar."""
        self.bar.hide()
        self.choose(ALL)

    def choose(self, key: str) -> None:
        """Shows the blocks that wait for this; the bar stays as the sign of it."""
        if key != ALL:
            self.bar.show()
        self._filter.choose(key, self._blocks)
        self._show()

    def begin(self, blocks: tuple[Block, ...]) -> None:
        """Takes another statement in: what is looked for stays the same."""
        self._blocks = blocks
        self._filter.choose(self.key, blocks)

    def follow(
        self, blocks: tuple[Block, ...], languages: tuple[str, ...], commented: Mapping[str, int]
    ) -> frozenset[str]:
        """Takes the statement as it is now; the blocks that are hidden."""
        self._filter.know(languages, commented)
        self._filter.follow(self._blocks, blocks)
        self._blocks = blocks
        if not self.bar.isHidden():
            self._count()
        return self._filter.hidden

    def _count(self) -> None:
        self.bar.show_choice(self.key, self._filter.counts(self._blocks))

    def reveal(self, block_id: str) -> None:
        """Shows a block that somebody goes to, if it is hidden."""
        if block_id in self._filter.hidden:
            self._filter.reveal(block_id)
            self._show()

    def shown(self) -> list[Block]:
        """The blocks that are not hidden."""
        return [block for block in self._blocks if block.id not in self._filter.hidden]

    def step(self, statement_id: str, after: str, by: int) -> tuple[str, str]:
        """The next (1) or last (-1) block and side that is waited for; empty where there is none.

        Without a filter these are the sides that are missing or stale.
        """
        if self.key == COMMENTED:
            return self._commented_beside(after, by), ""
        found = self._operations.desk.translating.unfinished(
            statement_id, after=after, states=STATES.get(self.key)
        )
        others = [side for side in found if side.block_id != after] or list(found)
        if not others:
            return "", ""
        chosen = others[0 if by > 0 else -1]
        return chosen.block_id, chosen.language

    def _commented_beside(self, after: str, by: int) -> str:
        ids = [block.id for block in self._blocks if self._filter.matches(block, COMMENTED)]
        if not ids:
            return ""
        places = {part.id: n for n, top in enumerate(self._blocks) for part in walk((top,))}
        here = places.get(after, -1)
        behind = [one for one in ids if places[one] > here]
        before = [one for one in ids if places[one] < here]
        ring = [*behind, *before] if by > 0 else [*reversed(before), *reversed(behind)]
        return next(iter(ring), ids[0])
