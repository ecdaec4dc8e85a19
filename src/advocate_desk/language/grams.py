"""What two texts that are nearly the same have in common: short pieces of them, as numbers.

Khmer is taken by runs of three clusters (of two as well in short texts), other scripts by words,
pairs of words and, in short texts, runs of four letters, so that a slip does not hide a heading. Of a long text
only the pieces with the smallest numbers are kept: the numbers are as good as drawn by lot, so two
texts that share many pieces share many of the kept ones, too.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from heapq import nsmallest
from itertools import chain, pairwise

from advocate_desk.language.khmer import clusters, has_khmer

KEPT = 32
ASKED = 48  # a query looks at more, because the other text's limit may lie a little higher
_SHORT_KHMER = 24  # clusters
_SHORT = 14  # words


def kept_grams(folded: str) -> list[int]:
    """The pieces of a folded text that an index keeps."""
    return nsmallest(KEPT, grams(folded))


def asked_grams(folded: str) -> list[int]:
    """The pieces of a folded text that are looked for in an index."""
    return nsmallest(ASKED, grams(folded))


def grams(folded: str) -> set[int]:
    """Every piece of a folded text."""
    parts = [part for part in clusters(folded) if not part.isspace()]
    khmer = frozenset(part for part in parts if has_khmer(part))
    pieces = chain(_of_khmer(parts, khmer), _of_words(parts, khmer, folded))
    return {_number(piece) for piece in pieces}


def _number(piece: str) -> int:
    """A number of 32 bits whose order has nothing to do with the alphabet."""
    return zlib.crc32(piece.encode()) * 0x9E3779B1 & 0xFFFFFFFF


def _of_khmer(parts: list[str], khmer: frozenset[str]) -> Iterator[str]:
    """Runs of clusters with something Khmer in them."""
    if not khmer:
        return
    sizes = (3, 2) if len(parts) <= _SHORT_KHMER else (3,)
    for size in sizes:
        for at in range(max(1, len(parts) - size + 1)):
            run = parts[at : at + size]
            if not khmer.isdisjoint(run):
                yield "".join(run)


def _of_words(parts: list[str], khmer: frozenset[str], text: str) -> Iterator[str]:
    """The words of other scripts, and those that follow each other."""
    words = [part for part in parts if part not in khmer and part[0].isalnum()]
    yield from words
    yield from (f"{one} {other}" for one, other in pairwise(words))
    if not khmer and 0 < len(words) <= _SHORT:
        yield from (text[at : at + 4] for at in range(max(1, len(text) - 3)))
