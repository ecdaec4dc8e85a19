"""How far the languages of a statement or of the library are, and what waits for somebody."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from advocate_desk.model.kinds import BlockKind, TranslationState
from advocate_desk.model.statement import Block, percent_of, walk, with_text

# What a translator still has to write; a draft is written, and waits for a reviewer.
UNFINISHED = frozenset({TranslationState.MISSING, TranslationState.STALE})


@dataclass(frozen=True, slots=True)
class Progress:
    """How many sides of one language are in which state; `wanted` are those that should be there."""

    states: Mapping[TranslationState, int]

    def count(self, state: TranslationState) -> int:
        """How many sides are in a state."""
        return self.states.get(state, 0)

    @property
    def wanted(self) -> int:
        """How many sides there should be: one per block or entry that has text in any language."""
        return sum(self.states.values())

    @property
    def written(self) -> int:
        """How many of them have text."""
        return self.wanted - self.count(TranslationState.MISSING)

    @property
    def percent_written(self) -> int:
        """The share that has text, 0 where nothing is wanted."""
        return percent_of(self.written, self.wanted)

    @property
    def percent_approved(self) -> int:
        """The share that was signed off, 0 where nothing is wanted."""
        return percent_of(self.count(TranslationState.APPROVED), self.wanted)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a block or entry, and how far it is."""

    block_id: str
    language: str
    state: TranslationState


@dataclass(frozen=True, slots=True)
class Behind:
    """A side whose source changed: the source as it was translated, and as it is now.

    Both are heading and body; `then` is None where an earlier version of the program did not keep
    it.
    """

    block_id: str
    language: str
    source_language: str
    then: tuple[str, str] | None
    now: tuple[str, str]


@dataclass(frozen=True, slots=True)
class ApprovedPair:
    """A block or entry whose translation was signed off; `sides` are heading and body."""

    block_id: str
    kind: BlockKind
    sides: Mapping[str, tuple[str, str]]
    source_language: str = ""
    reviewed_by: str = ""
    reviewed_on: str = ""


def progress(blocks: tuple[Block, ...], language: str) -> Progress:
    """How far one language of these blocks is."""
    states: dict[TranslationState, int] = {}
    for part in with_text(blocks):
        state = part.rendition(language).state
        states[state] = states.get(state, 0) + 1
    return Progress(states)


def sides_in(
    blocks: tuple[Block, ...], languages: Iterable[str], states: Collection[TranslationState]
) -> Iterator[Side]:
    """The sides in some states, from the top."""
    codes = tuple(languages)
    for part in with_text(blocks):
        for code in codes:
            if (state := part.rendition(code).state) in states:
                yield Side(part.id, code, state)


def from_behind(sides: Iterable[Side], blocks: tuple[Block, ...], after: str) -> tuple[Side, ...]:
    """The sides in the order of the blocks behind one, from the top again after the last."""
    places = {part.id: place for place, part in enumerate(walk(blocks))}
    here = places.get(after, -1)
    return tuple(
        sorted(sides, key=lambda side: (places[side.block_id] <= here, places[side.block_id]))
    )


def behind(block: Block) -> Iterator[Behind]:
    """The stale sides of a block and its entries."""
    for part in walk((block,)):
        source = part.rendition(part.source_language)
        for code, side in part.renditions.items():
            if side.state is TranslationState.STALE:
                now = source.heading, source.body
                yield Behind(part.id, code, part.source_language, side.translated_from, now)


def approved_pairs(blocks: tuple[Block, ...]) -> Iterator[ApprovedPair]:
    """The blocks and entries whose translation was signed off.

    Where nobody knows which side is the translation, both must be.
    """
    for part in walk(blocks):
        sides = {code: side for code, side in part.renditions.items() if not side.is_empty}
        translated = [side for code, side in sides.items() if code != part.source_language]
        approved = all(side.state is TranslationState.APPROVED for side in translated)
        if len(sides) < 2 or not approved:
            continue
        yield ApprovedPair(
            block_id=part.id,
            kind=part.kind,
            sides={code: (side.heading, side.body) for code, side in sides.items()},
            source_language=part.source_language,
            reviewed_by=translated[0].reviewed_by,
            reviewed_on=translated[0].reviewed_on,
        )


def is_whole(block: Block, language: str) -> bool:
    """Whether a side has every part that another side has: a heading, a body."""
    side = block.rendition(language)
    others = block.renditions.values()
    heading = bool(side.heading.strip()) or not any(one.heading.strip() for one in others)
    return heading and (bool(side.body.strip()) or not any(one.body.strip() for one in others))
