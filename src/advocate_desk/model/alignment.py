"""Two halves of a document brought side by side: what is proposed, and corrections by hand.

Every correction gives a new alignment; none loses a text or changes one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from advocate_desk.model.kinds import BlockKind
from advocate_desk.model.memory import sentences_of
from advocate_desk.model.statement import PARAGRAPH_BREAK, paragraphs

LEFT, RIGHT = 0, 1
CERTAIN = 1.0
LIKELY = 0.6


@dataclass(frozen=True, slots=True)
class Segment:
    """A block, or a part of one, in one language.

    `start` is where its body begins in that of the block, `glue` what stands between it and the
    next part. `entries` are the texts of the items, which stay with the block.
    """

    block_id: str
    language: str
    kind: BlockKind
    heading: str = ""
    body: str = ""
    entries: tuple[str, ...] = ()
    start: int = 0
    glue: str = PARAGRAPH_BREAK

    @property
    def text(self) -> str:
        """All of it, to be read."""
        return "\n".join(part for part in (self.heading, self.body, *self.entries) if part)


Cell = tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """What stands side by side; `confidence` is 1 where a person decided, 0 where one is alone."""

    left: Cell = ()
    right: Cell = ()
    confidence: float = 0.0

    @property
    def is_whole(self) -> bool:
        """Whether there is something on both sides."""
        return bool(self.left and self.right)

    def cell(self, side: int) -> Cell:
        """One side."""
        return self.right if side == RIGHT else self.left

    def with_cell(self, side: int, cell: Cell) -> Link:
        """The link with another side, as a person wants it."""
        changed = replace(self, right=cell) if side == RIGHT else replace(self, left=cell)
        return replace(changed, confidence=CERTAIN if changed.is_whole else 0.0)


@dataclass(frozen=True, slots=True)
class Alignment:
    """Links in the order in which their blocks will stand."""

    languages: tuple[str, str]
    links: tuple[Link, ...]

    def segments(self, side: int) -> Iterator[Segment]:
        """Every segment of one side."""
        return (segment for link in self.links for segment in link.cell(side))

    @property
    def pairs(self) -> int:
        """How many links have both sides."""
        return sum(link.is_whole for link in self.links)

    def linked(self, row: int, other: int) -> Alignment:
        """Two links as one, where the upper one stood."""
        first, second = sorted((row, other))
        if first == second or not 0 <= first < second < len(self.links):
            return self
        upper, lower = self.links[first], self.links[second]
        whole = Link(upper.left + lower.left, upper.right + lower.right)
        kept = (link for at, link in enumerate(self.links) if at != second)
        return self._made(_settled(whole) if link is upper else link for link in kept)

    def unlinked(self, row: int) -> Alignment:
        """The two sides of a link alone, one below the other."""
        if not self._is_row(row) or not self.links[row].is_whole:
            return self
        link = self.links[row]
        return self._replaced(row, Link(left=link.left), Link(right=link.right))

    def moved(self, row: int, side: int, by: int) -> Alignment:
        """One side of a link changes places with that of the link `by` rows on."""
        target = row + by
        if not (self._is_row(row) and self._is_row(target)):
            return self
        mine, other = self.links[row].cell(side), self.links[target].cell(side)
        links = list(self.links)
        links[row] = links[row].with_cell(side, other)
        links[target] = links[target].with_cell(side, mine)
        return self._made(links)

    def joined(self, row: int, side: int) -> Alignment:
        """The next text of one side comes up into a link, behind what is there."""
        below = (at for at in range(row + 1, len(self.links)) if self.links[at].cell(side))
        target = next(below, None) if self._is_row(row) else None
        if target is None:
            return self
        links = list(self.links)
        links[row] = links[row].with_cell(side, links[row].cell(side) + links[target].cell(side))
        links[target] = links[target].with_cell(side, ())
        return self._made(links)

    def parted(self, row: int, side: int) -> Alignment:
        """The last text of a side goes down to a row of its own; a single text is cut in two.

        It is cut after its first paragraph or, where there is one only, after its first sentence.
        """
        if not self._is_row(row):
            return self
        cell = self.links[row].cell(side)
        first, second = (cell[:-1], cell[-1:]) if len(cell) > 1 else _halves(cell)
        if not second:
            return self
        upper = self.links[row].with_cell(side, first)
        return self._replaced(row, upper, Link().with_cell(side, second))

    def _is_row(self, row: int) -> bool:
        return 0 <= row < len(self.links)

    def _replaced(self, row: int, *links: Link) -> Alignment:
        return self._made((*self.links[:row], *links, *self.links[row + 1 :]))

    def _made(self, links: Iterable[Link]) -> Alignment:
        return replace(self, links=tuple(link for link in links if link.left or link.right))


def _settled(link: Link) -> Link:
    return replace(link, confidence=CERTAIN if link.is_whole else 0.0)


def _halves(cell: Cell) -> tuple[Cell, Cell]:
    """A single text as two; nothing for one that cannot be cut."""
    if len(cell) != 1 or cell[0].entries:
        return cell, ()
    segment = cell[0]
    cut, glue = _cut(segment)
    if not cut:
        return cell, ()
    rest = cut + len(glue)
    first = replace(segment, body=segment.body[:cut], glue=glue)
    second = replace(segment, heading="", body=segment.body[rest:], start=segment.start + rest)
    return (first,), (second,)


def _cut(segment: Segment) -> tuple[int, str]:
    """Where the first part of a body ends, and what stands between it and the rest."""
    first, *others = paragraphs(segment.body) or ("",)
    if others:
        end = segment.body.index(first) + len(first)
        return end, PARAGRAPH_BREAK
    sentences = sentences_of(segment.body, segment.language)
    if len(sentences) < 2:
        return 0, ""
    end = segment.body.index(sentences[0]) + len(sentences[0])
    blank = segment.body[end:]
    return end, blank[: len(blank) - len(blank.lstrip())]


def joined_text(cell: Cell) -> tuple[str, str]:
    """Heading and body of texts that become one; a later heading becomes a paragraph."""
    heading, body, glue = "", "", ""
    before: Segment | None = None
    for segment in cell:
        if before is None:
            heading, body = segment.heading, segment.body
        else:
            glue = before.glue if _follows(before, segment) else PARAGRAPH_BREAK
            inner = PARAGRAPH_BREAK.join(p for p in (segment.heading, segment.body) if p)
            body = f"{body}{glue if body and inner else ''}{inner}"
        before = segment
    return heading, body


def _follows(before: Segment, segment: Segment) -> bool:
    end = before.start + len(before.body) + len(before.glue)
    return segment.block_id == before.block_id and segment.start == end
