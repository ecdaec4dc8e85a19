"""Whether one word may be another, mistyped."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA, Levenshtein

from advocate_desk.language.khmer import clusters, has_khmer
from advocate_desk.language.name_words import is_number, is_real


@lru_cache(maxsize=65536)
def is_slip(word: str, other: str) -> bool:
    """Whether one word may be the other, mistyped: a letter doubled, dropped, changed or swapped.

    Short words are too often other words. Numbers and words that are both known are never slips.
    """
    if any(map(str.isdigit, word + other)) or is_number(word) or is_number(other):
        return False
    if has_khmer(word) or has_khmer(other):
        return is_khmer_slip(word, other)
    if is_real(word) and is_real(other):
        return False
    return _is_latin_slip(word, other)


def _is_latin_slip(word: str, other: str) -> bool:
    least = min(len(word), len(other))
    if least < 3 or abs(len(word) - len(other)) > 2:
        return False
    distance = OSA.distance(word, other, score_cutoff=2)
    if least < 5:
        return distance == 1 and (_is_doubling(word, other) or is_real(word) or is_real(other))
    return distance <= (1 if least < 9 else 2)


def _is_doubling(word: str, other: str) -> bool:
    """Whether the longer of two words has one letter twice that the other has once."""
    shorter, longer = sorted((word, other), key=len)
    return any(
        longer[i] == longer[i + 1] and longer[:i] + longer[i + 1 :] == shorter
        for i in range(len(longer) - 1)
    )


@lru_cache(maxsize=65536)
def is_khmer_slip(word: str, other: str) -> bool:
    """Whether two Khmer texts differ in a letter or two, or in a single cluster of many."""
    if not (has_khmer(word) and has_khmer(other)) or any(map(str.isdigit, word + other)):
        return False
    least = min(len(word), len(other))
    if least < 6 or abs(len(word) - len(other)) > 5:
        return False
    pieces, others = clusters(word), clusters(other)
    fewest = min(len(pieces), len(others))
    if OSA.distance(word, other, score_cutoff=2) <= (1 if fewest < 8 else 2):
        return True
    return fewest >= 5 and Levenshtein.distance(pieces, others, score_cutoff=1) <= 1
