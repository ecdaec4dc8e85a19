"""Letters that look like others: the same to the eye, another name to a computer.

A small part of Unicode Technical Standard 39: Cyrillic, Greek and other letters that pass for
Latin ones in names, digits that pass for letters, and signs that are not seen at all. What remains
is compared, never kept or shown.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import partial

from advocate_desk.language.khmer import KHMER, fold, has_khmer

# Capitals come first: a Greek or Cyrillic capital may look like another letter than its small form.
_CAPITALS = dict(
    zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧАВЕЅІЈКМНОРСТХҮҺԌԚԜ", "ABEZHIKMNOPTYXABESIJKMHOPCTXYHGQW", strict=True)
)
_CYRILLIC = dict(zip("асеорхуіјѕһԁԛԝкмтвнгьз", "aceopxyijshdqwkmtbhrb3", strict=True))
_GREEK = dict(zip("αβεικνορτυχγη", "abeikvoptuxyn", strict=True))
_LATIN = {"ı": "i", "ɩ": "i", "ɑ": "a", "ɡ": "g", "ⅼ": "l", "ſ": "s", "ƅ": "b", "ɴ": "n"}
_LOOKS = str.maketrans(_CAPITALS | _CYRILLIC | _GREEK | _LATIN)
_DIGITS = tuple(str.maketrans({"0": "o", "1": one, "5": "s"}) for one in "li")
# Everything Unicode calls "default ignorable", and a few blanks beside.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_WORD = re.compile(r"[^\W_]+")
_DIGIT_IN_WORD = re.compile(r"(?<=[^\W\d_])[015](?=[^\W\d_])")
# Letters that folding makes the same as plain ones.
_ODD = frozenset("ſ\u212a\u212b")
_OF_ONE_SCRIPT = re.compile(rf"[\x00-\x7f]*|[\x00-@\[-`{{-\x7f\u00a0\u200b{KHMER}]*")


def is_simple(text: str) -> bool:
    """Whether a text is plain Latin without accents, or Khmer without Latin: nothing is hidden."""
    return _OF_ONE_SCRIPT.fullmatch(text) is not None


def skeletons(text: str) -> tuple[str, ...]:
    """What is left of a text for the eye; two texts with one skeleton in common look the same.

    There are two where a 1 stands among letters: it passes for an l and for an i.
    """
    if is_simple(text):
        return skeletons_of_folded(fold(text))
    seen = unicodedata.normalize("NFKC", _UNSEEN.sub("", text)).translate(_LOOKS)
    return skeletons_of_folded(fold(seen).translate(_LOOKS))


def skeletons_of_folded(folded: str) -> tuple[str, ...]:
    """The skeletons of a simple text that is folded already."""
    plain = " ".join(folded.split())
    if not _DIGIT_IN_WORD.search(plain):
        return (plain,)
    read = (_DIGIT_IN_WORD.sub(partial(_as_letter, table), plain) for table in _DIGITS)
    return tuple(dict.fromkeys(read))


def _as_letter(table: Mapping[int, str], digit: re.Match[str]) -> str:
    return digit[0].translate(table)


def mixes_scripts(text: str) -> bool:
    """Whether a single word is written with letters of several scripts, as spoofed names are.

    Khmer beside Latin is no disguise: neither passes for the other, and no space parts them often.
    """
    if is_simple(text):
        return False
    return any(len(_scripts(word)) > 1 for word in _WORD.findall(_UNSEEN.sub("", text)))


def hides_signs(text: str) -> bool:
    """Whether a name holds signs that are not seen; in Khmer they may part words."""
    if is_simple(text):
        return False
    if not _ODD.isdisjoint(text):
        return True
    return not has_khmer(text) and _UNSEEN.search(text) is not None


def _scripts(word: str) -> set[str]:
    """The scripts of a word's letters but Khmer, by the first word of each letter's name."""
    letters = (char for char in word if char.isalpha())
    found = {unicodedata.name(char, "UNKNOWN").split()[0] for char in letters}
    return found - {"FULLWIDTH", "KHMER"}
