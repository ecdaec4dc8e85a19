"""The proof of runs: each states every property that Word may ask a run of its script for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from advocate_desk.exporters.verify_faults import Faults, Rule
from advocate_desk.exporters.verify_fonts import FontUses
from advocate_desk.exporters.verify_markup import W, is_on, text_of, w
from advocate_desk.model.marked import marked

_KHMER = re.compile("[\u1780-\u17ff\u19e0-\u19ff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")
_PAIRS = (("b", "bCs"), ("i", "iCs"), ("sz", "szCs"))
KHMER_TAG = "km-KH"

_NONE = marked("A run has no properties of its own.")
_LACKS = marked("A run does not state “{name}”.")
_SLOT = marked("A run names no font for “{slot}”.")
_THEME = marked("A run takes its font from a theme, which other programs do not have.")
_STYLE_THEME = marked("A style takes its font from a theme, which other programs do not have.")
_STYLE_FORCED = marked("A style marks all letters as complex script.")
_MIXED = marked("A run holds both Khmer and Latin letters.")
_NOT_KHMER = marked("Khmer letters are not marked as complex script.")
_SLOTS_DIFFER = marked("A Khmer run does not name one font for all letters.")
_SIZES_DIFFER = marked("A Khmer run has two sizes.")
_WEIGHTS_DIFFER = marked("A Khmer run is bold or italic in one way only.")
_FORCED = marked("Latin letters are marked as complex script, which puts them in the Khmer font.")
_LATIN_SLOTS = marked("A Latin run does not name one font for its letters.")
_LANGUAGE = marked("A run is not marked with the language of its letters.")


def check_run(run: ET.Element, where: str, uses: FontUses, faults: Faults) -> None:
    """Report the first thing that a run leaves open, and note the font it uses."""
    properties = run.find(f"{W}rPr")
    text = text_of(run)
    if properties is None:
        if text or len(run):
            faults.add(Rule.SCRIPT, where, _NONE)
        return
    found = next(_faults_of(properties, text), None)
    if found:
        faults.add(Rule.SCRIPT, where, found[0], **found[1])
    if text.strip():
        _note(properties, where, uses)


def _note(properties: ET.Element, where: str, uses: FontUses) -> None:
    is_complex = properties.find(f"{W}cs") is not None
    fonts = properties.find(f"{W}rFonts")
    family = w(fonts, "cs" if is_complex else "ascii")
    if family:
        bold = is_on(properties.find(f"{W}{'bCs' if is_complex else 'b'}"))
        uses.add(family, where, bold=bold)


Found = tuple[str, dict[str, str]]


def _faults_of(properties: ET.Element, text: str) -> Iterator[Found]:
    yield from _left_open(properties)
    fonts = properties.find(f"{W}rFonts")
    slots = [w(fonts, slot) for slot in _SLOTS]
    language = properties.find(f"{W}lang")
    has_khmer, has_latin = bool(_KHMER.search(text)), bool(_LATIN.search(text))
    is_complex = is_on(properties.find(f"{W}cs"))
    if has_khmer and has_latin:
        yield _MIXED, {}
    if has_khmer and not is_complex:
        yield _NOT_KHMER, {}
    elif is_complex and has_latin:
        yield _FORCED, {}
    if is_complex:
        yield from _khmer_faults(properties, slots, language)
    elif len(set(slots[:3])) > 1:
        yield _LATIN_SLOTS, {}
    elif w(language) == KHMER_TAG or not w(language):
        yield _LANGUAGE, {}


def _left_open(properties: ET.Element) -> Iterator[Found]:
    """What is not stated at all."""
    names = {child.tag for child in properties}
    for name in ("rFonts", *(one for pair in _PAIRS for one in pair), "lang"):
        if f"{W}{name}" not in names:
            yield _LACKS, {"name": name}
    fonts = properties.find(f"{W}rFonts")
    for slot in _SLOTS if fonts is not None else ():
        if not w(fonts, slot):
            yield _SLOT, {"slot": slot}
    if has_theme(fonts):
        yield _THEME, {}
    if not w(properties.find(f"{W}lang"), "bidi"):
        yield _LACKS, {"name": "lang bidi"}


def _khmer_faults(
    properties: ET.Element, slots: list[str], language: ET.Element | None
) -> Iterator[Found]:
    if len(set(slots)) > 1:
        yield _SLOTS_DIFFER, {}
    if w(properties.find(f"{W}sz")) != w(properties.find(f"{W}szCs")):
        yield _SIZES_DIFFER, {}
    for plain, complex_ in _PAIRS[:2]:
        if is_on(properties.find(W + plain)) != is_on(properties.find(W + complex_)):
            yield _WEIGHTS_DIFFER, {}
    if {w(language), w(language, "bidi")} != {KHMER_TAG}:
        yield _LANGUAGE, {}


def has_theme(fonts: ET.Element | None) -> bool:
    """Whether fonts are taken from a theme; themes win over names."""
    return fonts is not None and any("heme" in name for name in fonts.attrib)


def check_style(element: ET.Element, where: str, faults: Faults) -> None:
    """Report a style or a default that leaves a font to a theme, or forces a script on its text."""
    for properties in element.iter(f"{W}rPr"):
        if has_theme(properties.find(f"{W}rFonts")):
            faults.add(Rule.SCRIPT, where, _STYLE_THEME)
        if is_on(properties.find(f"{W}cs")):
            faults.add(Rule.SCRIPT, where, _STYLE_FORCED)
