"""Runs of one script each, with every property that Word may ask a run of that script for.

Word keeps two sets of properties, one for simple and one for complex scripts. A run that leaves
one out falls back to somebody else's font, size or weight, so each run states both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from advocate_desk.exporters.docx_looks import Look
from advocate_desk.exporters.docx_xml import escaped, flag, value
from advocate_desk.language.fonts import lacks
from advocate_desk.language.scripts import script_runs

_KHMER = re.compile("[\u1780-\u17ff\u19e0-\u19ff]")
_BREAKS = re.compile(r"([\n\t])")
_ELEMENTS = {"\n": "<w:br/>", "\t": "<w:tab/>"}
Faces = set[tuple[str, bool]]


def fonts_element(latin: str, khmer: str, script: str) -> str:
    """All four slots: a Latin run names the Khmer font where complex script is asked for."""
    simple = khmer if script == "km" else latin
    return f'<w:rFonts w:ascii="{simple}" w:hAnsi="{simple}" w:eastAsia="{simple}" w:cs="{khmer}"/>'


@lru_cache(maxsize=512)
def properties(look: Look, script: str) -> str:
    """The content of `w:rPr`, in the order of the schema.

    Styles take the Latin ones: their complex-script slots are for the Khmer somebody types later.
    """
    size = look.khmer_size if script == "km" else look.size
    return "".join(
        (
            value("rStyle", look.style) if look.style else "",
            fonts_element(look.latin, look.khmer, script),
            flag("b", on=look.is_bold(script)),
            flag("bCs", on=look.is_bold("km")),
            flag("i", on=look.italic),
            flag("iCs", on=look.italic),
            value("color", look.color) if look.color else "",
            value("sz", size),
            value("szCs", look.khmer_size),
            value("highlight", look.highlight) if look.highlight else "",
            value("u", "single") if look.underline else "",
            # In Word `cs` forces the complex-script font on Latin letters too.
            "<w:cs/>" if script == "km" else "",
            _language(script),
        )
    )


def _language(script: str) -> str:
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
    return f"<w:r><w:rPr>{properties(look, script)}</w:rPr>{content}</w:r>"


def _pieces(text: str, language: str) -> tuple[tuple[str, str], ...]:
    if language == "km":
        return script_runs(text, base="km")
    if not _KHMER.search(text):
        return (("en", text),) if text else ()
    return script_runs(text, base="en")


def _fitting(text: str, script: str, look: Look) -> Iterator[tuple[str, str]]:
    """Khmer faces lack much punctuation (Moul has no quotation marks): that is set in Latin."""
    foreign = _foreign(text, look.khmer) if script == "km" else frozenset()
    if not foreign:
        yield script, text
        return
    for is_foreign, run_of in groupby(text, foreign.__contains__):
        yield "en" if is_foreign else script, "".join(run_of)


def _foreign(text: str, family: str) -> frozenset[str]:
    """The characters a face cannot draw; marks and joiners stay with the letter they sit on."""
    lacking = (c for c in lacks(family, text) if unicodedata.category(c)[0] not in "MC")
    return frozenset(lacking)


def _content(text: str) -> str:
    if "\n" not in text and "\t" not in text:
        return _text(text)
    return "".join(_ELEMENTS.get(piece) or _text(piece) for piece in _BREAKS.split(text) if piece)


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{escaped(text)}</w:t>'
