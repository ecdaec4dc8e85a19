"""Which language a text is in, told by its letters."""

from __future__ import annotations

import re

from advocate_desk.model.kinds import ENGLISH, KHMER

KHMER_LETTER = re.compile(r"[\u1780-\u17d3\u17d7\u17dc\u17dd]")
_LETTER = re.compile(r"[^\W\d_]")


def main_language(text: str) -> str:
    """`km` or `en` by the letters of a text, empty where it has none.

    A Khmer sentence often carries Latin names, hardly ever the other way round, so Khmer wins
    from a third of the letters on.
    """
    khmer = len(KHMER_LETTER.findall(text))
    others = sum(1 for letter in _LETTER.findall(text) if not KHMER_LETTER.match(letter))
    if not khmer and not others:
        return ""
    return KHMER if khmer * 2 >= others else ENGLISH
