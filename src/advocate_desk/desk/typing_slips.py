"""Whether one word may be another, mistyped."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA, Levenshtein

from advocate_desk.language.khmer import clusters, has_khmer
from advocate_desk.language.name_words import is_number, is_real

# Vowels and letters taken for one another, and signs that change no word when they are left out.
_LIKE_SIGNS = str.maketrans(
    dict.fromkeys("ីឹឺ", "ិ")
    | dict.fromkeys("ូួ", "ុ")
    | dict.fromkeys("ែៃ", "េ")
    | {"ឡ": "ល", "ណ": "ន", "ដ": "ត", "ឍ": "ឈ", "ធ": "ឋ"}
    | dict.fromkeys("់៍័៏៎៌ៈ៉៊", None)
)
_CLUSTER = 6
_STUTTER = re.compile(r"(.{2,6}?)\1+")
_DOUBLED = re.compile(r"(.)\1+")


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
def is_khmer_slip(word: str, other: str, *, is_known: bool = False) -> bool:
    """Whether a Khmer text is another one with a slip: like signs, a letter, or a cluster of many.

    Where one of them `is_known` to be a word, less of it has to be right.
    """
    if not (has_khmer(word) and has_khmer(other)) or any(map(str.isdigit, word + other)):
        return False
    if min(len(word), len(other)) < 3 or is_far(word, other):
        return False
    if sounds_alike(word, other):
        return True
    pieces, others = clusters(word), clusters(other)
    return not _is_other_letter(pieces, others) and _is_near(
        (word, other), (pieces, others), least=4 if is_known else 6
    )


def is_far(text: str, other: str) -> bool:
    """Whether more letters are different than a wrong cluster has."""
    return OSA.distance(text, other, score_cutoff=_CLUSTER) > _CLUSTER


def _is_near(texts: tuple[str, str], pieces: tuple[list[str], list[str]], *, least: int) -> bool:
    """Whether a letter or two are wrong, or one cluster of several."""
    shorter = min(map(len, texts))
    fewest = min(map(len, pieces))
    distance = OSA.distance(*texts, score_cutoff=2)
    if distance == 1 and len(texts[0]) != len(texts[1]) and shorter >= least - 1:
        return True
    if shorter >= least and distance <= (1 if fewest < 8 else 2):
        return True
    enough = 4 if least < 6 else 5
    return fewest >= enough and Levenshtein.distance(*pieces, score_cutoff=1) <= 1


def _is_other_letter(pieces: list[str], others: list[str]) -> bool:
    """Whether two texts end in two single letters, as Market A and Market B do."""
    one, other = pieces[-1], others[-1]
    return pieces[:-1] == others[:-1] and len(one) == len(other) == 1


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """A Khmer text without the signs that are forgotten and the vowels that are mistaken."""
    return _DOUBLED.sub(r"\1", word.translate(_LIKE_SIGNS))


def sounds_alike(text: str, other: str) -> bool:
    """Whether two Khmer texts differ in like signs, or in clusters typed twice."""
    if sound(text) == sound(other):
        return True
    return abs(len(text) - len(other)) > 1 and _heard(text) == _heard(other)


@lru_cache(maxsize=65536)
def _heard(word: str) -> str:
    """The sound of a Khmer text in which no cluster is typed twice."""
    return _STUTTER.sub(r"\1", sound(word))
