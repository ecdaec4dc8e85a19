"""Khmer as it is kept and as it is looked for.

Unicode lets one visible syllable be typed in many orders, and normal form C makes some of them
worse. `tidy` writes each syllable in the one order of the Khmer Encoding Structure (Unicode
Technical Note 61): base, robat, subscripts with RO last, register shifter, vowels from before to
after, modifiers, finals. `fold` goes further, for search keys and for finding doubles only.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from advocate_desk.language.numbers import to_ascii_digits

KHMER = "\u1780-\u17ff\u19e0-\u19ff"
BASES = "\u1780-\u17a2\u17a5-\u17b3"
COENG = "\u17d2"
RO = "\u179a"
BA = "\u1794"
ROBAT = "\u17cc"
MUUSIKATOAN = "\u17c9"
TRIISAP = "\u17ca"
SHIFTERS = MUUSIKATOAN + TRIISAP
VOWELS_BEFORE = "\u17be-\u17c5"  # those with a part before the base
VOWELS_BELOW = "\u17bb-\u17bd"
VOWELS_ABOVE = "\u17b7-\u17ba"
VOWEL_AFTER = "\u17b6"
VOWELS = VOWEL_AFTER + VOWELS_ABOVE + VOWELS_BELOW + VOWELS_BEFORE
MODIFIERS = "\u17c6\u17cb\u17cd-\u17d1\u17dd"
FINALS = "\u17c7\u17c8"
MARKS = VOWELS + MODIFIERS + FINALS + SHIFTERS + ROBAT
ZWNJ = "\u200c"
ZWJ = "\u200d"

_A, _I, _U, _E, _OE, _OO = "\u17b6", "\u17b8", "\u17bb", "\u17c1", "\u17be", "\u17c4"
_NIKAHIT, _SAMYOK, _ATTHACAN = "\u17c6", "\u17d0", "\u17dd"
# Consonants that rule the series of a cluster and are of the first series (TN 61, sonority 1-4).
_STRONG = re.compile(
    "[\u1780-\u1783\u1785-\u1788\u178a-\u178d\u178f-\u1792\u1795-\u1797\u179e-\u17a0\u17a2]"
)

_DEPRECATED = str.maketrans(
    {"\u17a3": "\u17a2", "\u17a4": "\u17a2\u17b6", "\u17b4": "", "\u17b5": ""}
)
_HAS_DEPRECATED = re.compile("[\u17a3\u17a4\u17b4\u17b5]")
# Normal form C moves ATTHACAN between COENG and its letter, because its combining class is wrong.
_TORN_COENG = re.compile(f"[{COENG}{_ATTHACAN}]{{2,}}([{BASES}]?)")
_SHIFTER_ATOM = f"{ZWNJ}?[{SHIFTERS}]{ZWNJ}?"
_ATOM = re.compile(f"{COENG}[{BASES}]|{_SHIFTER_ATOM}|[{MARKS}]")
_SYLLABLE = re.compile(f"([{BASES}])((?:{COENG}[{BASES}]|{_SHIFTER_ATOM}|[{MARKS}]){{2,}})")
_CLUSTER = re.compile(
    f"[{BASES}\u17a3\u17a4](?:{ZWJ}?{COENG}[{BASES}\u17a3\u17a4]|[{MARKS}\u17b4\u17b5\u17d3{ZWNJ}])*"
    rf"|[\u17e0-\u17e9]+|[{KHMER}]|[^\W{KHMER}]+|\s+|[^\w\s]",
)
_HAS_KHMER = re.compile(f"[{KHMER}]")
_UNSEEN = dict.fromkeys(map(ord, "\u17b4\u17b5\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_UNSEEN_OR_SPACE = _UNSEEN | str.maketrans({"\u00a0": " ", "\u202f": " "})
_HAS_UNSEEN = re.compile("[" + "".join(map(chr, _UNSEEN_OR_SPACE)) + "]")


def has_khmer(text: str) -> bool:
    """Whether there is any Khmer character in the text."""
    return _HAS_KHMER.search(text) is not None


def tidy(text: str) -> str:
    """The text with every Khmer syllable in the one canonical order; what is seen stays the same.

    Doubled signs become one, deprecated letters become the letters they stand for, and what
    normal form C tore apart is joined. Spelling, spaces, COENG DA, ឲ, a writer's own ZWSP, quotes
    and Latin letters are kept. Tidying twice is the same as once.
    """
    if not has_khmer(text):
        return text
    if _HAS_DEPRECATED.search(text):
        text = text.translate(_DEPRECATED)
    text = _TORN_COENG.sub(_mended, text)
    ordered = _SYLLABLE.sub(_in_order, text)
    # A shifter that moved may now stand beside a ZWNJ that belongs to it.
    return ordered if ordered == text else tidy(ordered)


def fold(text: str) -> str:
    """A key for search and for doubles, never shown: what differs only in typing becomes equal."""
    if text.isascii():
        return text.casefold()
    plain = text.translate(_UNSEEN_OR_SPACE) if _HAS_UNSEEN.search(text) else text
    key = unicodedata.normalize("NFC", plain.casefold())
    return to_ascii_digits(tidy(key).replace("\u17d2\u178a", "\u17d2\u178f"))


def clusters(text: str) -> list[str]:
    """The text as orthographic clusters: Khmer syllables, words of other scripts, what is between.

    The clusters joined are the text. A search index takes them one by one, because a reader sees a
    Khmer syllable as one thing and words are not parted by spaces.
    """
    return _CLUSTER.findall(text)


def _mended(torn: re.Match[str]) -> str:
    """COENG before its letter and ATTHACAN after both; without a letter, COENG last."""
    signs, letter = torn[0].removesuffix(torn[1]), torn[1]
    atthacan = _ATTHACAN if _ATTHACAN in signs else ""
    if COENG not in signs:
        return atthacan + letter
    return COENG + letter + atthacan if letter else atthacan + COENG


def _in_order(syllable: re.Match[str]) -> str:
    return syllable[1] + _ordered(syllable[1], syllable[2])


class _Atom(NamedTuple):
    place: int
    text: str


_PLACES = (
    re.compile(ROBAT),
    re.compile(f"{COENG}[^{RO}]"),
    re.compile(f"{COENG}{RO}"),
    re.compile(f"{ZWNJ}?[{SHIFTERS}]"),
    re.compile(f"[{VOWELS_BEFORE}]"),
    re.compile(f"[{VOWELS_BELOW}]"),
    re.compile(f"[{VOWELS_ABOVE}]"),
    re.compile(VOWEL_AFTER),
    re.compile(f"[{MODIFIERS}]"),
    re.compile(f"[{FINALS}]"),
)
_COENGS, _SHIFTER, _VOWELS = range(1, 3), 3, range(4, 8)


@lru_cache(maxsize=8192)
def _ordered(base: str, tail: str) -> str:
    """What follows the base of a syllable, in canonical order; repeated until nothing moves."""
    atoms = sorted(map(_atom, _ATOM.findall(tail)), key=_place)
    marks = _with_shifter(base, _with_whole_vowels(_without_doubles(atoms)))
    found = "".join(atom.text for atom in sorted(marks, key=_place))
    return found if found == tail else _ordered(base, found)


def _atom(text: str) -> _Atom:
    return _Atom(next(i for i, place in enumerate(_PLACES) if place.match(text)), text)


def _place(atom: _Atom) -> int:
    return atom.place


def _without_doubles(atoms: list[_Atom]) -> list[_Atom]:
    """Each sign once; the same subscript twice is left, for it is seen."""
    return [a for i, a in enumerate(atoms) if a.place in _COENGS or a not in atoms[:i]]


def _with_whole_vowels(atoms: list[_Atom]) -> list[_Atom]:
    """Vowels typed in two parts become the one vowel that they show: េ and ា become ោ."""
    for parts, whole in (((_E, _I), (_OE,)), ((_E, _A), (_OO,)), ((_OO, _I), (_OE, _A))):
        texts = [atom.text for atom in atoms]
        if all(part in texts for part in parts):
            atoms = [atom for atom in atoms if atom.text not in parts]
            atoms += map(_atom, whole)
    return atoms


def _with_shifter(base: str, atoms: list[_Atom]) -> list[_Atom]:
    """A U typed below a vowel above is a register shifter that was pushed down.

    Which of the two shifters it is follows from the consonants: MUUSIKATOAN where there is a BA or
    no consonant of the first series, else TRIISAP.
    """
    signs = {atom.text for atom in atoms if atom.place > _SHIFTER}
    has_shifter = any(atom.place == _SHIFTER for atom in atoms)
    if _U not in signs or has_shifter or not "\u1780" <= base <= "\u17a2":
        return atoms
    letters = base + "".join(atom.text for atom in atoms if atom.place in _COENGS)
    is_strong = BA not in letters and _STRONG.search(letters) is not None
    if not _pushes_down(signs, samyok_too=not is_strong):
        return atoms
    shifter = _Atom(_SHIFTER, TRIISAP if is_strong else MUUSIKATOAN)
    return [shifter if atom.text == _U else atom for atom in atoms]


def _pushes_down(signs: set[str], *, samyok_too: bool) -> bool:
    above = signs & {"\u17b7", "\u17b8", "\u17b9", "\u17ba", _OE, _ATTHACAN}
    return bool(above) or {_A, _NIKAHIT} <= signs or (samyok_too and _SAMYOK in signs)
