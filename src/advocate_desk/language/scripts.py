"""Texts cut into runs of one script, so that each run can be set in its own font."""

from __future__ import annotations

import unicodedata
from itertools import groupby, pairwise

KHMER_SCRIPT = "km"
LATIN_SCRIPT = "en"
_NEUTRAL = ""
_KHMER_RANGES = (("\u1780", "\u17ff"), ("\u19e0", "\u19ff"))


def is_khmer(character: str) -> bool:
    """Whether a character stands in one of the two Khmer blocks."""
    return any(first <= character <= last for first, last in _KHMER_RANGES)


def script_runs(text: str, base: str = KHMER_SCRIPT) -> tuple[tuple[str, str], ...]:
    """A text as runs of (script, text), script being `km` or `en`; the runs joined are the text.

    Neutral characters (spaces, punctuation, ASCII digits) between two runs of one script belong to
    it; between different scripts, and at either end, they take the base script of the paragraph.
    So both brackets of an acronym inside a Khmer sentence come from the same font.
    """
    scripts = _resolved([_strong_script(c) for c in text], text, base)
    pairs = zip(scripts, text, strict=True)
    return tuple((key, "".join(c for _, c in run)) for key, run in groupby(pairs, _first))


def _first(pair: tuple[str, str]) -> str:
    return pair[0]


def _strong_script(character: str) -> str:
    if is_khmer(character):
        return KHMER_SCRIPT
    return LATIN_SCRIPT if character.isalpha() else _NEUTRAL


def _resolved(scripts: list[str], text: str, base: str) -> list[str]:
    _bind_marks(scripts, text)
    strong = [-1, *(i for i, script in enumerate(scripts) if script), len(scripts)]
    bounded = [base, *scripts, base]
    for left, right in pairwise(strong):
        same = bounded[left + 1] == bounded[right + 1]
        script = bounded[left + 1] if same else base
        scripts[left + 1 : right] = [script] * (right - left - 1)
    return scripts


def _bind_marks(scripts: list[str], text: str) -> None:
    """Joiners and combining marks of other scripts stay with the character they sit on."""
    for index in range(1, len(text)):
        if not scripts[index] and _is_bound(text[index]):
            scripts[index] = scripts[index - 1]


def _is_bound(character: str) -> bool:
    return character in "\u200c\u200d" or unicodedata.category(character).startswith("M")
