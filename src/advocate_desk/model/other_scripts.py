"""Texts in scripts beside Khmer and Latin: how to tell them, and which fonts are named for them.

We ship no font for them. A document names one that most machines have, and a finding says where.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from advocate_desk.language.fonts import BODY_KHMER, BODY_LATIN, lacks
from advocate_desk.model.edition import EditionView
from advocate_desk.model.marked import marked
from advocate_desk.model.statement import Block, walk


@dataclass(frozen=True, slots=True)
class OtherScript:
    """A script: its code, what it is called, the font to name, the language to state."""

    code: str
    word: str
    family: str
    tag: str


SCRIPTS: Mapping[str, OtherScript] = {
    each.code: each
    for each in (
        OtherScript("th", marked("Thai"), "Leelawadee UI", "th-TH"),
        OtherScript("lo", marked("Lao"), "Leelawadee UI", "lo-LA"),
        OtherScript("zh", marked("Chinese or Japanese"), "Microsoft YaHei", "zh-CN"),
        OtherScript("ko", marked("Korean"), "Malgun Gothic", "ko-KR"),
        OtherScript("emoji", marked("emoji"), "Segoe UI Emoji", "en-GB"),
        OtherScript("symbol", marked("signs"), "Segoe UI Symbol", "en-GB"),
        OtherScript("other", marked("another script"), "Times New Roman", "en-GB"),
    )
}
FAMILIES = frozenset(each.family for each in SCRIPTS.values())
_RANGES = (
    (0x0000, "other"), (0x0E00, "th"), (0x0E80, "lo"), (0x0F00, "other"), (0x1100, "ko"),
    (0x1200, "other"), (0x2000, "symbol"), (0x2600, "emoji"), (0x27C0, "symbol"),
    (0x2E80, "zh"), (0x3130, "ko"), (0x3190, "zh"), (0xA4D0, "other"), (0xAC00, "ko"),
    (0xD800, "other"), (0xF900, "zh"), (0xFB00, "other"), (0xFE30, "zh"), (0xFE50, "other"),
    (0xFF00, "zh"), (0xFFF0, "other"), (0x1F000, "emoji"), (0x20000, "zh"), (0x32000, "other"),
)  # fmt: skip
_STARTS = [first for first, _ in _RANGES]


def script_of(character: str) -> str:
    """The code of the script of a character that neither of our faces draws."""
    return _RANGES[bisect_right(_STARTS, ord(character)) - 1][1]


def is_bound(character: str) -> bool:
    """Whether a character belongs to the one before it: marks, joiners, variation selectors."""
    return character == "\u200d" or unicodedata.category(character).startswith("M")


@dataclass(frozen=True, slots=True)
class ForeignText:
    """A place whose text no shipped font draws: a block's field, or a printed endorser's entry.

    `position` counts printed endorsers from 1, and is 0 for a block. `script` is an untranslated
    word; `sample` is the first characters, empty for endorsers, whose names are not repeated.
    """

    script: str
    language: str
    block_id: str = ""
    field: str = ""
    position: int = 0
    sample: str = ""


def foreign_scripts(view: EditionView, languages: Iterable[str]) -> tuple[ForeignText, ...]:
    """Every place of an edition with text in a third script, one entry per script and place."""
    codes = tuple(languages)
    blocks = (f for block in walk(view.blocks) for f in _in_block(block, codes))
    return (*blocks, *_in_endorsers(view, codes))


def _in_block(block: Block, languages: tuple[str, ...]) -> Iterator[ForeignText]:
    for code in languages:
        side = block.rendition(code)
        for field, text in (("heading", side.heading), ("body", side.body)):
            for script, sample in _foreign(text):
                yield ForeignText(SCRIPTS[script].word, code, block.id, field, sample=sample)


def _in_endorsers(view: EditionView, languages: tuple[str, ...]) -> Iterator[ForeignText]:
    for position, endorser in enumerate(view.endorsers, start=1):
        for code in languages:
            for script, _sample in _foreign(endorser.printed.get(code, "")):
                yield ForeignText(SCRIPTS[script].word, code, field="name", position=position)


@lru_cache(maxsize=8192)  # a check looks at every text after every change
def _foreign(text: str) -> tuple[tuple[str, str], ...]:
    """Scripts, and the characters of each that stand in a text."""
    if text.isascii():
        return ()
    found: dict[str, str] = {}
    for character in lacks(BODY_LATIN, lacks(BODY_KHMER, text)):
        if not is_bound(character) and unicodedata.category(character)[0] != "C":
            script = script_of(character)
            found[script] = (found.get(script, "") + character)[:8]
    return tuple(found.items())
