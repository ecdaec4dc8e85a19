"""Runs of one script each, with every property that Word may ask a run of that script for.

Word keeps two sets of properties, one for simple and one for complex scripts. A run that leaves
one out falls back to somebody else's font, size or weight, so each run states both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import groupby

from advocate_desk.exporters.docx_looks import Look
from advocate_desk.exporters.docx_xml import escaped, flag, value
from advocate_desk.language.fonts import BODY_KHMER, lacks
from advocate_desk.language.scripts import script_runs
from advocate_desk.model.other_scripts import SCRIPTS, is_bound, script_of

_KHMER = re.compile("[\u1780-\u17ff\u19e0-\u19ff]")
# What each of our Latin faces draws: texts of nothing else need no second look.
PLAIN_LATIN = (
    " -~\u00a0-\u024f\u1e00-\u1eff\u2010\u2011\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026"
)
_PLAIN = re.compile(f"[{PLAIN_LATIN}\n\t]*")
_BREAKS = re.compile(r"([\n\t])")
_ELEMENTS = {"\n": "<w:br/>", "\t": "<w:tab/>"}
Faces = set[tuple[str, bool]]
# Latin signs amid Khmer letters: programs that take them for Khmer ask the complex-script slot.
_SIGNS = "signs"


def fonts_element(latin: str, khmer: str, script: str) -> str:
    """All four slots: a Latin run names the Khmer font where complex script is asked for."""
    simple = khmer if script == "km" else latin
    return f'<w:rFonts w:ascii="{simple}" w:hAnsi="{simple}" w:eastAsia="{simple}" w:cs="{khmer}"/>'


@lru_cache(maxsize=2048)
def properties(look: Look, script: str) -> str:
    """The content of `w:rPr`, in the order of the schema.

    Styles take the Latin ones: their complex-script slots are for the Khmer somebody types later.
    """
    other = script in SCRIPTS
    complex_font = look.font(script) if other else _complex_font(look, script)
    complex_size = look.size if other else look.khmer_size
    size = look.khmer_size if script == "km" else look.size
    return "".join(
        (
            value("rStyle", look.style) if look.style else "",
            fonts_element(look.font(script), complex_font, script),
            flag("b", on=look.is_bold(script)),
            flag("bCs", on=look.is_bold(script if other else "km")),
            # No Khmer face has an italic, and a made-up one would be hard to read.
            flag("i", on=look.italic and script != "km"),
            flag("iCs", on=False),
            value("color", look.color) if look.color else "",
            value("sz", size),
            value("szCs", complex_size),
            value("highlight", look.highlight) if look.highlight else "",
            value("u", "single") if look.underline else "",
            value("vertAlign", "superscript") if look.raised else "",
            # In Word `cs` forces the complex-script font on Latin letters too.
            "<w:cs/>" if script == "km" else "",
            _language(script),
        )
    )


def _complex_font(look: Look, script: str) -> str:
    """The Khmer face; for signs that it cannot draw one that can."""
    return BODY_KHMER if script == _SIGNS and lacks(look.khmer, "“”") else look.khmer


def _language(script: str) -> str:
    if script in SCRIPTS:
        tag = SCRIPTS[script].tag
        return f'<w:lang w:val="{tag}" w:eastAsia="{tag}" w:bidi="{tag}"/>'
    code = "km-KH" if script == "km" else "en-GB"
    return f'<w:lang w:val="{code}" w:eastAsia="{code}" w:bidi="km-KH"/>'


def runs(text: str, look: Look, language: str, faces: Faces) -> str:
    """A text as runs; the faces they use are added to `faces`."""
    pieces = (
        fitting
        for script, piece in _pieces(text, language)
        for fitting in _fitting(piece, script, look)
    )
    return "".join(run(_content(piece), look, script, faces) for script, piece in pieces)


def run(content: str, look: Look, script: str, faces: Faces) -> str:
    """One run around finished content."""
    faces.add((look.font(script), look.is_bold(script)))
    if script == _SIGNS:
        faces.add((_complex_font(look, script), look.is_bold("km")))
    return f"<w:r><w:rPr>{properties(look, script)}</w:rPr>{content}</w:r>"


def _pieces(text: str, language: str) -> tuple[tuple[str, str], ...]:
    if language == "km":
        return script_runs(text, base="km")
    if not _KHMER.search(text):
        return (("en", text),) if text else ()
    return script_runs(text, base="en")


def _fitting(text: str, script: str, look: Look) -> Iterator[tuple[str, str]]:
    """Khmer faces lack much punctuation (Moul has no quotation marks): that is set in Latin.

    What neither draws is of a third script and takes a font of its own.
    """
    plain = script == "en" and _PLAIN.fullmatch(text)
    foreign = "" if plain else _foreign(text, look.font(script))
    if not foreign:
        yield script, text
        return
    for is_foreign, piece in _grouped(text, foreign.__contains__):
        if not is_foreign:
            yield script, piece
        elif script == "km":
            yield from (
                (_SIGNS if code == "en" else code, p) for code, p in _fitting(piece, "en", look)
            )
        else:
            yield from ((str(code), each) for code, each in _grouped(piece, script_of))


def _foreign(text: str, family: str) -> str:
    """The characters a face cannot draw; marks and joiners stay with the letter they sit on."""
    return "".join(c for c in lacks(family, text) if unicodedata.category(c)[0] not in "MC")


def _grouped(text: str, key: Callable[[str], object]) -> Iterator[tuple[object, str]]:
    """Stretches of one key; a mark or a joiner never leaves the character before it."""
    keys: list[object] = []
    for character in text:
        keys.append(keys[-1] if keys and is_bound(character) else key(character))
    pairs = zip(keys, text, strict=True)
    for found, stretch in groupby(pairs, lambda pair: pair[0]):
        yield found, "".join(character for _, character in stretch)


def _content(text: str) -> str:
    if "\n" not in text and "\t" not in text:
        return _text(text)
    return "".join(_ELEMENTS.get(piece) or _text(piece) for piece in _BREAKS.split(text) if piece)


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{escaped(text)}</w:t>'
