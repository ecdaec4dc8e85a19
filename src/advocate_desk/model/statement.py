"""Statements, blocks and renditions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from advocate_desk.model.kinds import (
    SHIPPED_LANGUAGES,
    BlockKind,
    Marker,
    StatementKind,
    TranslationState,
)
from advocate_desk.model.looks import HeaderChoice

PARAGRAPH_BREAK = "\n\n"


def paragraphs(body: str) -> tuple[str, ...]:
    """The paragraphs of a body; a blank line parts them, a single line feed is a line break."""
    return tuple(part for part in re.split(r"\n\n", body) if part)


@dataclass(frozen=True, slots=True)
class Rendition:
    """The text of a block in one language: `heading` (demands only) and `body`.

    Paragraphs of a body are parted by a blank line; a single line feed breaks a line.
    `translated_from` keeps heading and body of the source a stale side was translated from;
    `reviewed_by` and `reviewed_on` tell who signed an approved side off, and when.
    """

    heading: str = ""
    body: str = ""
    state: TranslationState = TranslationState.MISSING
    translated_from: tuple[str, str] | None = None
    reviewed_by: str = ""
    reviewed_on: str = ""

    @property
    def text(self) -> str:
        """Heading and body as one text, parted by a blank line."""
        return PARAGRAPH_BREAK.join(part for part in (self.heading, self.body) if part)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written yet."""
        return not (self.heading.strip() or self.body.strip())


EMPTY = Rendition()


@dataclass(frozen=True, slots=True)
class Block:
    """One aligned unit of a statement: the same content in every language.

    `items` are the entries of a list, addressee, profile or instrument block, themselves blocks
    of kind `item` that may hold sub-items. `clause_revision_id` pins the library revision the
    block was built from; `edited` tells that its text was changed since.
    """

    id: str
    kind: BlockKind
    renditions: Mapping[str, Rendition] = field(default_factory=dict)
    items: tuple[Block, ...] = ()
    marker: Marker = Marker.NONE
    source_language: str = ""
    clause_revision_id: str | None = None
    edited: bool = False

    def rendition(self, language: str) -> Rendition:
        """The rendition in a language, an empty one where nothing was written."""
        return self.renditions.get(language, EMPTY)


@dataclass(frozen=True, slots=True)
class Statement:
    """One document being drafted or issued; `unplaced` is imported text no block took.

    `style` empty, `letterhead` and `header` None are as the desk has them; an empty letterhead is
    none. `lunar` holds what somebody typed in the place of the computed lunar date, per language;
    `placeholders` are the statement's own: name to value per language. A statement with a
    `skeleton_name` is what others start from, and is never issued itself. `endorser_order` is how
    its list of endorsers is kept in order; `withheld_line` is the office's own wording of the line
    that counts the withheld names, per language.
    """

    id: str
    kind: StatementKind
    languages: tuple[str, ...] = SHIPPED_LANGUAGES
    blocks: tuple[Block, ...] = ()
    issue_date: date | None = None
    place: Mapping[str, str] = field(default_factory=dict)
    issuer: Mapping[str, str] = field(default_factory=dict)
    unplaced: tuple[str, ...] = ()
    is_sample: bool = False
    updated_at: str = ""
    style: str = ""
    letterhead: str | None = None
    header: HeaderChoice | None = None
    lunar: Mapping[str, str] = field(default_factory=dict)
    placeholders: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    skeleton_name: str = ""
    endorser_order: str = ""
    withheld_line: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_skeleton(self) -> bool:
        """Whether other statements start from this one."""
        return bool(self.skeleton_name)

    def title(self, language: str) -> str:
        """The text of the first title block in a language, or an empty text."""
        titles = (b for b in self.blocks if b.kind is BlockKind.TITLE)
        return next((b.rendition(language).body for b in titles), "")


@dataclass(frozen=True, slots=True)
class StatementSummary:
    """A row of the list of statements; `percent` and `approved` are shares per language, 0-100."""

    id: str
    kind: StatementKind
    title: Mapping[str, str]
    percent: Mapping[str, int]
    block_count: int
    is_sample: bool
    updated_at: str
    approved: Mapping[str, int] = field(default_factory=dict)


USUAL_MARKERS: Mapping[BlockKind, Marker] = {
    BlockKind.ADDRESSEES: Marker.NUMBER,
    BlockKind.PROFILE: Marker.BULLET,
    BlockKind.INSTRUMENT_LIST: Marker.BULLET,
    BlockKind.ITEM: Marker.DASH,
}


def marker_of_items(block: Block) -> Marker:
    """How the items of a block are marked: as chosen, else as its kind usually is."""
    if block.marker is not Marker.NONE:
        return block.marker
    return USUAL_MARKERS.get(block.kind, Marker.NONE)


def block_places(blocks: Sequence[Block]) -> dict[str, str]:
    """Block id to its number on the page: "4", and "4.2" for the second entry of a list."""
    return {block_id: ".".join(map(str, path)) for block_id, path in _paths(blocks, ())}


def _paths(
    blocks: Sequence[Block], above: tuple[int, ...]
) -> Iterator[tuple[str, tuple[int, ...]]]:
    for number, block in enumerate(blocks, start=1):
        path = (*above, number)
        yield block.id, path
        yield from _paths(block.items, path)


def demand_numbers(blocks: tuple[Block, ...]) -> dict[str, int]:
    """Block id to number, counted from 1 over the demands of a statement."""
    demands = (block for block in blocks if block.kind is BlockKind.DEMAND)
    return {block.id: number for number, block in enumerate(demands, start=1)}


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Every block and, after it, its items, depth first."""
    for block in blocks:
        yield block
        yield from walk(block.items)


def with_text(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks and entries that have text in any language."""
    return (b for b in walk(blocks) if any(not r.is_empty for r in b.renditions.values()))


def percent_of(part: int, whole: int) -> int:
    """A share in percent, rounded down; of nothing it is 0."""
    return 100 * part // whole if whole else 0


def percent_written(blocks: tuple[Block, ...], language: str) -> int:
    """The share of blocks and entries with text in any language that is written in this one."""
    states = [block.rendition(language).state for block in with_text(blocks)]
    return percent_of(sum(s is not TranslationState.MISSING for s in states), len(states))


def percent_approved(blocks: tuple[Block, ...], language: str) -> int:
    """The share of blocks and entries with text in any language that is approved in this one."""
    states = [block.rendition(language).state for block in with_text(blocks)]
    return percent_of(sum(s is TranslationState.APPROVED for s in states), len(states))
