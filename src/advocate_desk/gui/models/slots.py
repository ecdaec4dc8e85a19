"""Where the blocks of a statement stand in a long column, built or not."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate, pairwise

from advocate_desk.model.statement import Block, walk

_LINE = 25
_ROOM = 46
_CHARACTER = 7.2


def guessed_height(block: Block, languages: tuple[str, ...], column_width: int) -> int:
    """The height a block will probably need, from the length of its texts alone."""
    per_line = max(8.0, column_width / _CHARACTER)
    lines = 0
    for part in walk((block,)):
        lengths = [len(part.rendition(code).text) for code in languages]
        lines += 1 + int(max(lengths, default=0) / per_line)
    return _ROOM + lines * _LINE


class Slots:
    """Heights one below the other, with a gap between; finds what stands where."""

    def __init__(self, gap: int) -> None:
        self._gap = gap
        self._heights: list[int] = []
        self._tops: list[int] = [gap]

    def set_heights(self, heights: Iterable[int]) -> None:
        """Takes all heights from the top."""
        self._heights = list(heights)
        self._add_up()

    def set_height(self, index: int, height: int) -> int:
        """Changes one height; by how much it grew."""
        grown = height - self._heights[index]
        if grown:
            self._heights[index] = height
            self._add_up()
        return grown

    def _add_up(self) -> None:
        steps = (height + self._gap for height in self._heights)
        self._tops = list(accumulate(steps, initial=self._gap))

    def __len__(self) -> int:
        return len(self._heights)

    def top(self, index: int) -> int:
        """Where a slot begins; for the index behind the last one, where the column ends."""
        return self._tops[index]

    def height(self, index: int) -> int:
        """How high a slot is."""
        return self._heights[index]

    def between(self, top: int, bottom: int) -> range:
        """The slots of which something lies between two heights of the column."""
        if not self._heights:
            return range(0)
        first = max(0, bisect_right(self._tops, top) - 1)
        last = min(len(self._heights), bisect_right(self._tops, bottom))
        return range(min(first, last), last)

    def gap_at(self, y: int) -> int:
        """Before which slot something dropped at this height belongs."""
        middles = [(a + b) // 2 for a, b in pairwise(self._tops)]
        return bisect_right(middles, y)
