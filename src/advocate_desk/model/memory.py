"""The translation memory: pairs of texts that say the same, offered again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from advocate_desk.model.changes import Changes
from advocate_desk.model.draft import DraftNote, ListedRow
from advocate_desk.model.kinds import ENGLISH, KHMER
from advocate_desk.model.statement import Rendition, paragraphs

LEAST_LIKENESS = 60
EXACT = 100
HEADING, BODY = "heading", "body"

_LONG_PARAGRAPH = 160
_MOST_UNEVEN = 3.0
_ENDS = {
    KHMER: re.compile(r"(?<=[។៕៖?!])[»”\"')\]]*\s+|(?<=[។៕])(?=[^\s»”\"')\]។៕])"),
    # A full stop after a capital, a number or a short form ends no sentence.
    ENGLISH: re.compile(
        r"(?<!\b\w\.)(?<!\b[A-Z][a-z]\.)(?<!\b(?:Mrs|Art|art|vol|Vol)\.)(?<!\bNo\.)"
        r"(?<=[.?!])[”\"')\]]*\s+(?=[“\"'(\[]?[A-Z0-9])"
    ),
}


@dataclass(frozen=True, slots=True)
class MemoryPair:
    """One text in both languages; `origin` is the statement or file it came from."""

    id: str
    texts: Mapping[str, str]
    origin: str = ""
    author: str = ""
    approved_on: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A pair that says what `asked` says; `score` is the likeness in percent, 100 is exact.

    `language` is the language of what was asked. `part` counts the paragraph or sentence of the
    body from 1 where not the whole text was asked for.
    """

    pair: MemoryPair
    language: str
    asked: str
    score: int
    field: str = BODY
    part: int = 0

    @property
    def matched(self) -> str:
        """The text of the pair that is like the one asked for."""
        return self.pair.texts[self.language]

    @property
    def offered(self) -> str:
        """The text of the pair in the other language."""
        return next(text for code, text in self.pair.texts.items() if code != self.language)


@dataclass(frozen=True, slots=True)
class MemoryOrigin:
    """A statement or file, and how many pairs came from it."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class DraftPair:
    """A pair as read from a file; `row` is the line it begins in."""

    texts: Mapping[str, str]
    row: int = 0
    author: str = ""
    approved_on: str = ""


@dataclass(frozen=True, slots=True)
class DraftMemory:
    """A memory as read from a file: units read = `pairs` + `repeated` + `listed`."""

    rows: int
    pairs: tuple[DraftPair, ...]
    repeated: int = 0
    listed: tuple[ListedRow, ...] = ()
    notes: tuple[DraftNote, ...] = ()
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Remembered(Changes):
    """What a verb that feeds the memory says: `known` pairs were there already.

    `listed` are the ones left out, with the reason; `made` are the new pairs.
    """

    known: int = 0
    listed: tuple[ListedRow, ...] = field(default=())


def pairs_of(sides: Mapping[str, Rendition]) -> Iterator[dict[str, str]]:
    """The pairs that two written sides of a block give: heading, body, and parts of a long body."""
    if any(code not in sides for code in (KHMER, ENGLISH)):
        return
    khmer, english = sides[KHMER], sides[ENGLISH]
    for one, other in ((khmer.heading, english.heading), (khmer.body, english.body)):
        yield from _whole_and_parts(one.strip(), other.strip())


def _whole_and_parts(khmer: str, english: str) -> Iterator[dict[str, str]]:
    if not (khmer and english):
        return
    yield {KHMER: khmer, ENGLISH: english}
    for one, other in _inner(khmer, english):
        yield {KHMER: one, ENGLISH: other}


def _inner(khmer: str, english: str) -> Iterator[tuple[str, str]]:
    """The paragraphs, and the sentences of long ones, where both sides have as many."""
    ours, theirs = paragraphs(khmer), paragraphs(english)
    if len(ours) != len(theirs):
        return
    for one, other in zip(ours, theirs, strict=True):
        if len(ours) > 1:
            yield one.strip(), other.strip()
        yield from _sentence_pairs(one.strip(), other.strip())


def _sentence_pairs(khmer: str, english: str) -> Iterator[tuple[str, str]]:
    ours, theirs = sentences_of(khmer, KHMER), sentences_of(english, ENGLISH)
    if len(english) < _LONG_PARAGRAPH or len(ours) != len(theirs) or len(ours) < 2:
        return
    share = len(khmer) / len(english)
    pairs = list(zip(ours, theirs, strict=True))
    # Equal counts may be chance: one pair out of proportion, and the others are not trusted.
    if all(1 / _MOST_UNEVEN < len(a) / len(b) / share < _MOST_UNEVEN for a, b in pairs):
        yield from pairs


def sentences_of(paragraph: str, language: str) -> list[str]:
    """The sentences of a paragraph."""
    return [part.strip() for part in _ENDS[language].split(paragraph) if part.strip()]


def parts_of(body: str, language: str) -> list[str]:
    """The paragraphs of a body, or the sentences of its only one; none where there is one part."""
    parts = [part.strip() for part in paragraphs(body) if part.strip()]
    if len(parts) == 1:
        parts = sentences_of(parts[0], language)
    return parts if len(parts) > 1 else []


def other_language(language: str) -> str:
    """The other side of a pair."""
    return ENGLISH if language == KHMER else KHMER
