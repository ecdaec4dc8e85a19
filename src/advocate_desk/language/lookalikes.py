"""Letters that look like others: the same to the eye, another name to a computer.

A small part of Unicode Technical Standard 39: Cyrillic, Greek and other letters that pass for
Latin ones in names, digits that pass for letters, and signs that are not seen at all. What remains
is compared, never kept or shown.
"""

from __future__ import annotations

import re
import unicodedata

from advocate_desk.language.khmer import fold, has_khmer

_CYRILLIC = dict(zip("асеорхуіјѕһԁԛԝкмтвнгьз", "aceopxyijshdqwkmtbhrb3", strict=True))
_GREEK = dict(zip("αβεικνορτυχγη", "abeiknoptuxyn", strict=True))
_LATIN = {"ı": "i", "ɩ": "i", "ɑ": "a", "ɡ": "g", "ⅼ": "l", "ſ": "s", "ƅ": "b", "ɴ": "n"}
_LOOKS = str.maketrans(_CYRILLIC | _GREEK | _LATIN)
_DIGITS = str.maketrans({"0": "o", "1": "l", "5": "s"})
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0]"
)
_WORD = re.compile(r"[^\W_]+")
_DIGIT_IN_WORD = re.compile(r"(?<=[^\W\d_])[015](?=[^\W\d_])")


def skeleton(text: str) -> str:
    """What is left of a text for the eye; two texts with one skeleton look the same."""
    seen = _UNSEEN.sub("", unicodedata.normalize("NFKC", text))
    folded = fold(seen).translate(_LOOKS)
    folded = _DIGIT_IN_WORD.sub(lambda digit: digit[0].translate(_DIGITS), folded)
    return " ".join(folded.split())


def mixes_scripts(text: str) -> bool:
    """Whether a single word is written with letters of several scripts, as spoofed names are."""
    return any(len(_scripts(word)) > 1 for word in _WORD.findall(_UNSEEN.sub("", text)))


def hides_signs(text: str) -> bool:
    """Whether a name of another script than Khmer holds signs that are not seen."""
    return not has_khmer(text) and _UNSEEN.search(text) is not None


def _scripts(word: str) -> set[str]:
    """The scripts of a word's letters, by the first word of each letter's name."""
    letters = (char for char in word if char.isalpha())
    return {unicodedata.name(char, "UNKNOWN").split()[0] for char in letters} - {"FULLWIDTH"}
