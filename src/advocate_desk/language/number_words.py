"""Numbers in running text, in digits and in words, Khmer and English.

“eighteen”, ដប់ប្រាំបី and ១៨ are one number; “1.5 million” and ១,៥ លាន another. Khmer writes no spaces, so a word
counts between the borders of its syllables only, and not where another word begins like it
(ពីរដ្ឋ is “from the state”, not “two”).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from fractions import Fraction
from itertools import pairwise

from advocate_desk.language.khmer import COENG
from advocate_desk.language.numbers import to_ascii_digits

Value = int | Fraction


class _Rank(IntEnum):
    """What an atom of a number does in it."""

    DIGITS = 0
    UNIT = 1  # 1-9: may follow a ten
    TEEN = 2  # 10-19 in English
    TEN = 3
    SCALE = 4  # multiplies what stands before it
    PART = 5  # divides what stands before it: two *thirds*
    LONE = 6  # never part of a longer number: both, twice


@dataclass(frozen=True, slots=True)
class NumberFound:
    """A number in a text, code points from `start` to `end`; `values` are what it may mean.

    `is_small` tells that the word may be no number at all: an article, “first of all”, “both”.
    """

    start: int
    end: int
    values: tuple[Value, ...]
    is_word: bool = False
    is_small: bool = False
    is_ordinal: bool = False


@dataclass(frozen=True, slots=True)
class _Atom:
    start: int
    end: int
    rank: _Rank
    values: tuple[Value, ...]
    is_ordinal: bool = False
    is_small: bool = False

    @property
    def value(self) -> Value:
        return self.values[0]


@dataclass(frozen=True, slots=True)
class _Word:
    rank: _Rank
    value: Value
    is_ordinal: bool = False
    is_small: bool = False


_HALF = Fraction(1, 2)
_KHMER_UNITS = ("មួយ", "ពីរ", "បី", "បួន", "ប្រាំ", "ប្រាំមួយ", "ប្រាំពីរ", "ប្រាំបី", "ប្រាំបួន")
_KHMER_TENS = ("ដប់", "ម្ភៃ", "សាមសិប", "សែសិប", "ហាសិប", "ហុកសិប", "ចិតសិប", "ប៉ែតសិប", "កៅសិប")
_KHMER_SCALES = {
    "រយ": 10**2,
    "ពាន់": 10**3,
    "ម៉ឺន": 10**4,
    "សែន": 10**5,
    "លាន": 10**6,
    "កោដិ": 10**7,
    "ប៊ីលាន": 10**9,
    "ប៊ីលីយ៉ុន": 10**9,
    "ទ្រីលាន": 10**12,
}
_KHMER_SMALL: Mapping[str, Value] = {
    "ម្នាក់": 1,
    "ម្ដង": 1,
    "ម្តង": 1,
    "ដំបូង": 1,
    "សូន្យ": 0,
    "ពាក់កណ្ដាល": _HALF,
    "ពាក់កណ្តាល": _HALF,
    "ទ្វេដង": 2,
    "ទាំងពីរ": 2,
    "ទាំងទ្វេ": 2,
    "ទសវត្សរ៍": 10,
    "ទសវត្ស": 10,
}
_ENGLISH_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_ENGLISH_TEENS = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_ENGLISH_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ENGLISH_SCALES = {
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
_ENGLISH_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth"),
)
_ENGLISH_PARTS = {"halves": 2, "thirds": 3, "quarters": 4, "fifths": 5, "tenths": 10}
_ENGLISH_SMALL: Mapping[str, Value] = {
    "once": 1,
    "single": 1,
    "firstly": 1,
    "zero": 0,
    "both": 2,
    "twice": 2,
    "double": 2,
    "couple": 2,
    "secondly": 2,
    "triple": 3,
    "thirdly": 3,
    "pair": 2,
    "quadruple": 4,
    "decade": 10,
    "dozen": 12,
}


def _khmer_words() -> dict[str, _Word]:
    words = {
        text: _Word(_Rank.UNIT, value, is_small=value == 1)
        for value, text in enumerate(_KHMER_UNITS, start=1)
    }
    words |= {t: _Word(_Rank.TEN, 10 * n) for n, t in enumerate(_KHMER_TENS, start=1)}
    words |= {t: _Word(_Rank.SCALE, value) for t, value in _KHMER_SCALES.items()}
    words |= {t: _Word(_Rank.LONE, value, is_small=True) for t, value in _KHMER_SMALL.items()}
    words["កន្លះ"] = _Word(_Rank.UNIT, _HALF, is_small=True)
    return words


def _english_words() -> dict[str, _Word]:
    words = {
        text: _Word(_Rank.UNIT, value, is_small=value == 1)
        for value, text in enumerate(_ENGLISH_UNITS, start=1)
    }
    words |= {t: _Word(_Rank.TEEN, n) for n, t in enumerate(_ENGLISH_TEENS, start=10)}
    words |= {t: _Word(_Rank.TEN, 10 * n) for n, t in enumerate(_ENGLISH_TENS, start=2)}
    words |= {t: _Word(_Rank.SCALE, value) for t, value in _ENGLISH_SCALES.items()}
    words |= {t: _Word(_Rank.LONE, value, is_small=True) for t, value in _ENGLISH_SMALL.items()}
    words["half"] = _Word(_Rank.UNIT, _HALF, is_small=True)
    words |= {t: _Word(_Rank.PART, value) for t, value in _ENGLISH_PARTS.items()}
    return words | dict(_english_ordinals())


def _english_ordinals() -> Iterator[tuple[str, _Word]]:
    for value, text in enumerate(_ENGLISH_ORDINALS, start=1):
        rank = _Rank.UNIT if value < 10 else _Rank.TEEN
        yield text, _Word(rank, value, is_ordinal=True, is_small=value == 1)
    for value, text in enumerate(_ENGLISH_TENS, start=2):
        yield text[:-1] + "ieth", _Word(_Rank.TEN, 10 * value, is_ordinal=True)
    yield "hundredth", _Word(_Rank.SCALE, 100, is_ordinal=True)


_KHMER = _khmer_words()
_ENGLISH = _english_words()
# Words that begin with a bare រ: after ពី (from) they look like ពីរ (two).
_NOT_TWO = (
    "(?!ដ្ឋ|បៀប|បប|បាយ|បស់|បួស|បាំង|បង|បរ(?!ទេស|ិ)|យៈ|ដូវ|ហូត|ហ័ស|ហស្ស|ង(?!ារ)|ណ្|តន|ទេះ|មណី|លក(?!្)|លត់"
    "|លំ(?!ដាប់|នៅ|អ)|លូន|ស់|ស្មី|សជាតិ|សៀល|ក្សា|ថយន្ត|ថភ្លើង|ត់|នាំង|អិល)"
)
_SAME_LETTERS = {
    "ពីរ": rf"(?<!អំ)ពីរ{_NOT_TWO}",
    "បី": "(?<!ក្រ)បី",
    "ប្រាំ": "ប្រាំ(?!ង)",
    "រយ": "រយ(?!ៈ|ល់)",
}


def _any_of(words: Mapping[str, _Word], special: Mapping[str, str]) -> str:
    longest = sorted(words, key=lambda word: (-len(word), word))
    forms = "|".join(special.get(word, word) for word in longest)
    return f"(?=[{''.join({word[0] for word in words})}])(?:{forms})"


# No pattern begins with a look behind: the search then skips to a first letter at once.
_SPACED = r"\d(?<![\d.,]\d)\d{0,2}(?:[ \u00a0\u202f]\d{3})+(?!\d)"
# A word of Khmer neither begins inside a syllable nor ends in one.
_KHMER_ATOM = re.compile(
    rf"{_SPACED}|\d+(?:[.,]\d+)*"
    f"|(?:{_any_of(_KHMER, _SAME_LETTERS)})(?![\u17b6-\u17d3\u17dd])"
)
_ENGLISH_ATOM = re.compile(
    rf"{_SPACED}|\d+(?:,\d{{3}}(?!\d)|\.\d+)*(?:(?:st|nd|rd|th)\b)?"
    rf"|(?:{_any_of(_ENGLISH, {})})\b"
)
_KHMER_GAPS = frozenset({"", " ", "\u00a0"})
_ENGLISH_GAPS = frozenset({" ", "-", "\u00a0", "\u2011", "\u2010"})
_ONE_PART = re.compile(
    r"\b(?:one[ -](half|third|quarter|fifth|tenth)|a (third|quarter|fifth|tenth)(?= of))\b(?! part)",
    re.IGNORECASE,
)
_PART_VALUES = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_ARTICLE = re.compile(r"\ba[ -]\Z", re.IGNORECASE)
_Joins = Callable[[str, _Atom, _Atom, "_Atom | None"], bool]


def find_numbers(text: str, language: str) -> tuple[NumberFound, ...]:
    """Every number in a text that was tidied, from left to right.

    A bare “thousands” or រាប់ពាន់ is no number. Of “1.500” both readings are given.
    """
    plain = _small(to_ascii_digits(text))
    if language == "km":
        return tuple(_khmer_numbers(plain))
    return tuple(_english_numbers(plain))


def _small(text: str) -> str:
    """The text in small letters, where that does not change its length."""
    small = text.lower()
    return small if len(small) == len(text) else text


def _khmer_numbers(text: str) -> Iterator[NumberFound]:
    found = list(_phrases(text, _atoms(text, "km"), _joins_khmer))
    vague = _vague(text, found)
    for phrase in found:
        number = _number(text, phrase, "km")
        if number:
            yield _as_small(number) if phrase[0].start in vague else number


def _vague(text: str, phrases: list[list[_Atom]]) -> set[int]:
    """Where two number words stand side by side without making one number: ពីរបី is “a few”."""
    starts: set[int] = set()
    for first, second in pairwise(phrases):
        is_words = not text[first[-1].start].isdigit() and not text[second[0].start].isdigit()
        if is_words and first[-1].end == second[0].start:
            starts |= {first[0].start, second[0].start}
    return starts


def _as_small(number: NumberFound) -> NumberFound:
    return NumberFound(number.start, number.end, number.values, is_word=True, is_small=True)


def _english_numbers(text: str) -> Iterator[NumberFound]:
    parts = {found.start(): found for found in _ONE_PART.finditer(text)}
    covered = [found.span() for found in parts.values()]
    atoms = [a for a in _atoms(text, "en") if not any(s <= a.start < e for s, e in covered)]
    numbers = [_number(text, phrase, "en") for phrase in _phrases(text, atoms, _joins_english)]
    for start, found in parts.items():
        value = Fraction(1, _PART_VALUES[(found[1] or found[2]).casefold()])
        is_small = value == _HALF
        numbers.append(NumberFound(start, found.end(), (value,), is_word=True, is_small=is_small))
    yield from sorted((n for n in numbers if n), key=lambda number: number.start)


def _atoms(text: str, language: str) -> list[_Atom]:
    words, pattern = (_KHMER, _KHMER_ATOM) if language == "km" else (_ENGLISH, _ENGLISH_ATOM)
    return [
        _digits(found, language) if found[0][0].isdigit() else _worded(found, words)
        for found in pattern.finditer(text)
        if found[0][0].isdigit() or not _is_inside(text[found.start() - 1 : found.start()])
    ]


def _is_inside(before: str) -> bool:
    """Whether what begins after this character is the middle of a word or syllable."""
    return before == COENG or (before.isascii() and (before.isalpha() or before == "_"))


def _worded(found: re.Match[str], words: Mapping[str, _Word]) -> _Atom:
    word = words[found[0]]
    return _Atom(*found.span(), word.rank, (word.value,), word.is_ordinal, word.is_small)


def _digits(found: re.Match[str], language: str) -> _Atom:
    raw = found[0].rstrip("stndrhSTNDRH")
    is_ordinal = raw != found[0]
    return _Atom(*found.span(), _Rank.DIGITS, _readings(raw, language), is_ordinal)


def _readings(raw: str, language: str) -> tuple[Value, ...]:
    """What digits with points, commas or spaces may mean, the likeliest first."""
    if raw.isdigit():
        return (int(raw),)
    groups = re.split(r"[.,\s]", raw)
    signs = re.findall(r"[.,\s]", raw)
    whole = int("".join(groups))
    if not signs or signs[0].isspace():
        return (whole,)
    if len(set(signs)) > 1:
        return (_decimal(groups),)
    are_thousands = (
        len(groups[0]) <= 3 and groups[0] != "0" and all(len(g) == 3 for g in groups[1:])
    )
    if not are_thousands:
        return (_decimal(groups),) if len(signs) == 1 else (whole,)
    is_certain = len(signs) > 1 or (language == "en" and signs[0] == ",")
    return (whole,) if is_certain else (whole, _decimal(groups))


def _decimal(groups: list[str]) -> Value:
    """The number with its last group after the point."""
    return Fraction("".join(groups[:-1]) + "." + groups[-1])


def _phrases(text: str, atoms: list[_Atom], joins: _Joins) -> Iterator[list[_Atom]]:
    """The atoms in groups that are one number each."""
    phrase: list[_Atom] = []
    for atom, after in zip(atoms, [*atoms[1:], None], strict=False):
        if phrase and not joins(text, phrase[-1], atom, after):
            yield phrase
            phrase = []
        phrase.append(atom)
    if phrase:
        yield phrase


def _joins_khmer(text: str, before: _Atom, atom: _Atom, after: _Atom | None) -> bool:
    gap = text[before.end : atom.start]
    if gap not in _KHMER_GAPS or _Rank.LONE in {before.rank, atom.rank}:
        return False
    if atom.rank is _Rank.SCALE:
        return before.value != 0
    if before.rank is _Rank.SCALE and gap == "" and atom.rank is not _Rank.DIGITS:
        return atom.value < before.value
    if before.rank is _Rank.SCALE and after:
        return _is_lower_scale(text, before, atom, after)
    return before.rank is _Rank.TEN and atom.rank is _Rank.UNIT and gap == "" and atom.value >= 1


def _is_lower_scale(text: str, before: _Atom, atom: _Atom, after: _Atom) -> bool:
    """Whether a number and a smaller scale follow: ២ ពាន់ ៥ រយ."""
    adjacent = text[atom.end : after.start] in _KHMER_GAPS
    return adjacent and after.rank is _Rank.SCALE and after.value < before.value


def _joins_english(text: str, before: _Atom, atom: _Atom, after: _Atom | None) -> bool:
    gap = text[before.end : atom.start].casefold()
    if before.is_ordinal or _Rank.LONE in {before.rank, atom.rank}:
        return False
    if atom.rank in {_Rank.SCALE, _Rank.PART}:
        return gap in _ENGLISH_GAPS or (before.value == _HALF and gap == " a ")
    if before.rank is _Rank.TEN and atom.rank is _Rank.UNIT:
        return gap in _ENGLISH_GAPS and atom.value >= 1
    if before.rank is not _Rank.SCALE or atom.rank is _Rank.DIGITS or atom.value >= before.value:
        return False
    scaled = after and after.rank is _Rank.SCALE and after.value >= before.value
    return not scaled and (gap in _ENGLISH_GAPS or gap == " and ")


def _number(text: str, phrase: list[_Atom], language: str) -> NumberFound | None:
    """The number a phrase means; None for a scale without a number: thousands, រាប់ពាន់."""
    start = phrase[0].start
    if phrase[0].rank in {_Rank.SCALE, _Rank.PART}:
        article = _ARTICLE.search(text, max(0, start - 3), start)
        if language == "km" or not article or phrase[0].rank is _Rank.PART:
            return None
        start = article.start()
    is_word = all(atom.rank is not _Rank.DIGITS for atom in phrase)
    is_ordinal = any(atom.is_ordinal for atom in phrase)
    is_small = len(phrase) == 1 and phrase[0].is_small
    return NumberFound(start, phrase[-1].end, _values(phrase), is_word, is_small, is_ordinal)


def _values(phrase: list[_Atom]) -> tuple[Value, ...]:
    if len(phrase) == 1:
        return phrase[0].values
    first = phrase[0]
    return tuple(dict.fromkeys(_sum(value, phrase[1:]) for value in first.values))


def _sum(first: Value, others: list[_Atom]) -> Value:
    """One number from its parts: a scale multiplies the smaller parts before it."""
    parts = [first]
    for atom in others:
        if atom.rank is _Rank.PART:
            parts = [Fraction(sum(parts)) / atom.value]
        elif atom.rank is _Rank.SCALE:
            parts = _scaled(parts, atom.value)
        else:
            parts.append(atom.value)
    return sum(parts)


def _scaled(parts: list[Value], scale: Value) -> list[Value]:
    below = sum(part for part in parts if part < scale)
    return [*(part for part in parts if part >= scale), (below or 1) * scale]
