"""What two texts that are nearly the same have in common: short pieces of them, as numbers.

Khmer is taken by runs of clusters, other scripts by runs of words; short texts are taken in
smaller pieces as well, Latin ones even by letters, so that a slip does not hide a heading. Of a
long text only the pieces with the smallest numbers are kept: the numbers are as good as drawn by
lot, so two texts that share many pieces share many of the kept ones, too.
"""

from __future__ import annotations

import zlib
from functools import lru_cache

from advocate_desk.language.khmer import clusters

KEPT = 32
ASKED = 48  # a query looks at more, because the other text's limit may lie a little higher
_SHORT = 24  # clusters or words
_FEW_LETTERS = 90
_MASK = 0xFFFFFFFF


def kept_grams(folded: str) -> list[int]:
    """The pieces of a folded text that an index keeps."""
    return sorted(grams(folded))[:KEPT]


def asked_grams(folded: str) -> list[int]:
    """The pieces of a folded text that are looked for in an index."""
    return sorted(grams(folded))[:ASKED]


def grams(folded: str) -> set[int]:
    """Every piece of a folded text."""
    parts = [part for part in clusters(folded) if not part.isspace()]
    khmer = [_number(part) for part in parts if "\u1780" <= part[0] <= "\u17ff"]
    others = [part for part in parts if not "\u1780" <= part[0] <= "\u17ff"]
    words = [_number(part) for part in others if part[0].isalnum()]
    pieces = {*_of_khmer(khmer), *_of_words(words)}
    if words and len(folded) <= _FEW_LETTERS:
        pieces.update(_number(folded[at : at + 4]) for at in range(max(1, len(folded) - 3)))
    return pieces


@lru_cache(maxsize=65_536)
def _number(part: str) -> int:
    return zlib.crc32(part.encode())


def _of_khmer(parts: list[int]) -> list[int]:
    """Runs of four clusters; in a short text of two and three, too."""
    two = _joined(parts, parts[1:])
    four = _joined(two, two[2:])
    return four if len(parts) > _SHORT else four + two + _joined(two, parts[2:])


def _of_words(parts: list[int]) -> list[int]:
    """Runs of two and three words; in a short text single words, too."""
    two = _joined(parts, parts[1:])
    runs = two + _joined(two, parts[2:])
    return runs if len(parts) > _SHORT else runs + parts


def _joined(first: list[int], second: list[int]) -> list[int]:
    """One number for each pair of neighbours; its order has nothing to do with any alphabet."""
    pairs = zip(first, second, strict=False)
    return [(one * 0x9E3779B1 ^ other) & _MASK for one, other in pairs]
