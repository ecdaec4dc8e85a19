"""What two texts that are nearly the same have in common: short pieces of them, as numbers.

Khmer is taken by runs of three clusters, other scripts by words, pairs of words and, in short
texts, runs of four letters, so that an ending or a slip does not hide a heading. Of a long text
only the pieces with the smallest numbers are kept: the numbers are as good as drawn by lot, so two
texts that share many pieces share many of the kept ones, too.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from heapq import nsmallest

from advocate_desk.language.khmer import clusters, has_khmer

KEPT = 32
ASKED = 48  # a query looks at more, because the other text's limit may lie a little higher
_SHORT_KHMER = 24  # clusters
_SHORT = 14  # words
_SPACED = re.compile(r"\s+")


def kept_grams(folded: str) -> list[int]:
    """The pieces of a folded text that an index keeps."""
    return nsmallest(KEPT, grams(folded))


def asked_grams(folded: str) -> list[int]:
    """The pieces of a folded text that are looked for in an index."""
    return nsmallest(ASKED, grams(folded))


def grams(folded: str) -> set[int]:
    """Every piece of a folded text."""
    pieces = _of_khmer(folded) if has_khmer(folded) else _of_words(folded)
    return {_number(piece) for piece in pieces}


def _number(piece: str) -> int:
    """A number of 32 bits whose order has nothing to do with the alphabet."""
    return zlib.crc32(piece.encode()) * 0x9E3779B1 & 0xFFFFFFFF


def _of_khmer(text: str) -> Iterable[str]:
    parts = [part for part in clusters(text) if not part.isspace()]
    yield from _runs(parts, 3)
    if len(parts) <= _SHORT_KHMER:
        yield from _runs(parts, 2)


def _of_words(text: str) -> Iterable[str]:
    words = [part for part in clusters(text) if part[0].isalnum()]
    yield from words
    yield from (f"{one} {other}" for one, other in zip(words, words[1:], strict=False))
    if len(words) <= _SHORT:
        yield from _runs(_SPACED.sub(" ", text), 4)


def _runs(parts: list[str] | str, size: int) -> Iterator[str]:
    count = max(1, len(parts) - size + 1) if parts else 0
    return ("".join(parts[at : at + size]) for at in range(count))
