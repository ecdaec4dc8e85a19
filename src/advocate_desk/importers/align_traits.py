"""What of a text can be compared with its translation, and how alike two texts are by it.

Structure comes first: kind, table row, typed number, count of entries. Then what a translation
keeps: numbers, written in digits or words, and what stands in Latin letters on both sides, such
as acronyms, names and addresses. Last the length, seen against the whole of both halves.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from fractions import Fraction

from advocate_desk.language.number_words import find_numbers
from advocate_desk.model.kinds import ENGLISH, BlockKind

_NEVER = -math.inf
_SAME_KIND = 3.0
_NEAR_KIND = 0.7
_SAME_ROW = 10.0
_NUMBERS, _NAMES, _LENGTH = 2.0, 1.5, 2.0
_READ = 20_000  # characters of a text that are looked at
# A reader may know the wording of one language and miss that of the other.
_LISTS = frozenset({BlockKind.LIST, BlockKind.INSTRUMENT_LIST, BlockKind.PROFILE})
_TEXTS = frozenset(
    {BlockKind.PARAGRAPH, BlockKind.CONTACT, BlockKind.ISSUE_LINE, BlockKind.HEADING}
)
GENERAL = frozenset({BlockKind.LIST, BlockKind.PARAGRAPH})
# Addresses and words in Latin letters: in Khmer text they are acronyms and names.
_NAME = re.compile(
    r"\w[\w.+-]*@[\w.-]*\w|(?:https?://|www\.)[^\s<>]+|[A-Za-z\u00c0-\u024f\u1e00-\u1eff]{2,}"
)


@dataclass(frozen=True, slots=True)
class Traits:
    """What of a text is compared with the other language; `place` is where it stands."""

    kind: BlockKind
    numbers: frozenset[Fraction]
    names: frozenset[str]
    length: int
    number: int = 0
    entries: int = 0
    row: int | None = None
    place: int = 0


def traits_of(  # noqa: PLR0913 - everything a text can be told by
    kind: BlockKind,
    text: str,
    language: str,
    *,
    number: int = 0,
    entries: int = 0,
    row: int | None = None,
    place: int = 0,
) -> Traits:
    """The traits of a text in a language."""
    head = text[:_READ]
    return Traits(
        kind, _numbers(head, language), _names(head), len(text), number, entries, row, place
    )


def _numbers(text: str, language: str) -> frozenset[Fraction]:
    found = (one for one in find_numbers(text, language or ENGLISH) if not one.is_small)
    return frozenset(Fraction(value) for one in found for value in one.values)


def _names(text: str) -> frozenset[str]:
    return frozenset(word.casefold().rstrip(".,;/") for word in _NAME.findall(text))


def likeness(left: Traits, right: Traits, scale: float = 1.0) -> float:
    """How well two texts fit; a text of the right half is usually `scale` times as long."""
    uneven = abs(math.log((left.length * scale + 1) / (right.length + 1)))
    return (
        _by_kind(left.kind, right.kind)
        + _by_row(left, right)
        + _NUMBERS * _shared(left.numbers, right.numbers)
        + _NAMES * _shared_names(left.names, right.names)
        + (left.number > 0 and left.number == right.number)
        + (left.entries == right.entries > 0)
        - min(_LENGTH, uneven)
    )


def confidence(score: float) -> float:
    """A likeness as a share of certainty: 0.5 for two texts of one kind and nothing else alike."""
    return 1 / (1 + math.exp(_SAME_KIND - 0.5 - score))


def _by_kind(left: BlockKind, right: BlockKind) -> float:
    """The same kind, or one of them the general kind of the other."""
    if left is right:
        return _SAME_KIND
    both = {left, right}
    is_near = both <= _LISTS or both <= _TEXTS
    return _NEAR_KIND if is_near and both & GENERAL else _NEVER


def _by_row(left: Traits, right: Traits) -> float:
    if left.row is None or right.row is None:
        return 0.0
    return _SAME_ROW if left.row == right.row else _NEVER


def _shared(left: frozenset[Fraction], right: frozenset[Fraction]) -> float:
    return len(left & right) / len(left | right) if left | right else 0.0


def _shared_names(left: frozenset[str], right: frozenset[str]) -> float:
    """The share of the Latin words of the half that has fewer, which is the Khmer one."""
    fewer = min(len(left), len(right))
    return len(left & right) / fewer if fewer else 0.0
