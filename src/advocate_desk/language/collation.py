"""Sort keys: Khmer after CLDR's `km` rules, English by what a reader ignores.

Neither code points nor the standard library know that ឫ stands after រ, that an independent vowel
sorts as អ with that vowel, or that a robat is read as a RO before its consonant.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from advocate_desk.language.khmer import COENG, RO, ROBAT, has_khmer, tidy

SortKey = tuple[tuple[int, ...], tuple[int, ...], str]

_PUNCTUATION, _DIGIT, _KHMER = 0, 1, 2
_GROUP = 0x200000  # more than any code point
# Independent vowels as អ and a vowel; two of them end in a consonant.
_INDEPENDENT = {
    "\u17a3": "អ",
    "\u17a4": "អា",
    "ឥ": "អិ",
    "ឦ": "អី",
    "ឧ": "អុ",
    "ឨ": "អុក",
    "ឩ": "អូ",
    "ឪ": "អូវ",
    "ឯ": "អែ",
    "ឰ": "អៃ",
    "ឱ": "អោ",
    "ឲ": "អោ",
    "ឳ": "អៅ",
}
_AFTER_CONSONANT = {RO: "ឫឬ", "ល": "ឭឮ"}
_LATE_VOWELS = ("ុំ", "ំ", "ាំ", "ះ", "ិះ", "ុះ", "េះ", "ោះ")
# Signs that only decide between words that are otherwise equal, in their order.
_SIGNS = "\u17ce\u17cf\u17d1\u17d0\u17c8\u17dd\u17cb\u17c9\u17ca\u17cd"
_UNSEEN = frozenset("\u17b4\u17b5\u200b\u200c\u200d\u00ad\u2060\ufeff")
_COMMON, _VARIANT, _FIRST_SIGN = 1, 2, 3


def _weights() -> dict[str, int]:
    consonants = [
        letter
        for code in range(0x1780, 0x17A3)
        for letter in chr(code) + _AFTER_CONSONANT.get(chr(code), "")
    ]
    vowels = [*map(chr, range(0x17B6, 0x17C6)), *_LATE_VOWELS]
    found = {letter: 100 + index for index, letter in enumerate(consonants)}
    found |= {vowel: 200 + index for index, vowel in enumerate(vowels)}
    return found | {COENG: 300}


_WEIGHTS = _weights()


class _Weighing(NamedTuple):
    """The weights found so far: what decides first, and what decides between equals."""

    primary: list[int]
    secondary: list[int]
    khmer_first: bool

    def add(self, group: int, weight: int, variant: int = _COMMON) -> None:
        self.primary.append(group * _GROUP + weight)
        self.secondary.append(variant)

    def add_khmer(self, letters: str, variant: int = _COMMON) -> None:
        for letter in letters:
            self.add(_KHMER, _WEIGHTS[letter], variant)


# What is weighed at once: a letter with a robat, a vowel written in two parts, or a character.
_AT_ONCE = re.compile(
    f"[{''.join(one for one in _WEIGHTS if len(one) == 1)}]{ROBAT}"
    f"|{'|'.join(one for one in _WEIGHTS if len(one) == 2)}|.",
    re.DOTALL,
)
_Weights = tuple[tuple[int, ...], tuple[int, ...]]


class _Table(dict[str, _Weights]):
    """The weights of what is weighed at once, worked out when it is first met."""

    def __init__(self, *, khmer_first: bool) -> None:
        super().__init__()
        self._khmer_first = khmer_first

    def __missing__(self, letters: str) -> _Weights:
        weighing = _Weighing([], [], self._khmer_first)
        _weigh(letters, weighing)
        self[letters] = tuple(weighing.primary), tuple(weighing.secondary)
        return self[letters]


_TABLES = {is_khmer: _Table(khmer_first=is_khmer) for is_khmer in (True, False)}


@lru_cache(maxsize=8192)
def sort_key(text: str, language: str) -> SortKey:
    """A key that sorts names and words as a reader of the language expects.

    Punctuation stands before digits, digits before letters; the letters of the language stand
    before those of the other script. In English a leading "The" is passed over.
    """
    seen = tidy(unicodedata.normalize("NFC", text)).strip()
    if language != "km":
        seen = _without_article(seen)
    table = _TABLES[language == "km"]
    primary: list[int] = []
    secondary: list[int] = []
    for first, second in map(table.__getitem__, _AT_ONCE.findall(seen)):
        primary += first
        secondary += second
    return tuple(primary), tuple(secondary), text


def _without_article(text: str) -> str:
    return text[4:].lstrip() if text[:4].casefold() == "the " else text


def _weigh(letters: str, weighing: _Weighing) -> None:
    """Weigh what is weighed at once; what is not seen weighs nothing."""
    if letters in _UNSEEN:
        return
    if has_khmer(letters):
        _weigh_khmer(letters, weighing)
    else:
        _weigh_other(letters, weighing)


def _weigh_khmer(letters: str, weighing: _Weighing) -> None:
    if letters[1:] == ROBAT:
        weighing.add_khmer(RO + COENG + letters[0], _VARIANT)
    elif letters in _WEIGHTS:
        weighing.add(_KHMER, _WEIGHTS[letters])
    elif letters in _INDEPENDENT:
        weighing.add_khmer(_INDEPENDENT[letters], _VARIANT)
    elif letters in _SIGNS:
        weighing.secondary.append(_FIRST_SIGN + _SIGNS.index(letters))
    else:
        _weigh_other(letters, weighing)


def _weigh_other(character: str, weighing: _Weighing) -> None:
    """Digits by value, letters without case and accents, everything else before them."""
    value = unicodedata.digit(character, None)
    if value is not None:
        weighing.add(_DIGIT, value)
    elif character.isalpha() and not has_khmer(character):
        _weigh_letter(character, weighing)
    else:
        weighing.add(_PUNCTUATION, ord(character))


def _weigh_letter(character: str, weighing: _Weighing) -> None:
    group = _KHMER + 1 if weighing.khmer_first else _KHMER - 1
    for part in unicodedata.normalize("NFD", character.casefold()):
        if unicodedata.combining(part):
            weighing.secondary.append(ord(part))
        else:
            weighing.add(group, ord(part) + 10)
