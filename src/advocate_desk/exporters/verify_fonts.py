"""The proof of fonts: what a text uses is embedded whole, sound, and may be given away."""

from __future__ import annotations

import struct
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from advocate_desk.exporters.verify_faults import Faults, Rule
from advocate_desk.exporters.verify_markup import R, W, local, w
from advocate_desk.exporters.verify_package import Package
from advocate_desk.language.fonts import KHMER_FALLBACKS
from advocate_desk.model.marked import marked
from advocate_desk.model.other_scripts import FAMILIES as OTHER_FAMILIES

# What a document may name without carrying it: on most recipients' machines.
FALLBACKS = frozenset({*KHMER_FALLBACKS, *OTHER_FAMILIES, "Khmer OS Muol Light", "Georgia"})
_FACES = {
    "embedRegular": (False, False),
    "embedBold": (True, False),
    "embedItalic": (False, True),
    "embedBoldItalic": (True, True),
}
_MASKED = 32
_TRUETYPE = (b"\x00\x01\x00\x00", b"true", b"OTTO")
_LICENCE_BITS = 0x020E  # restricted, preview and print, editable only, bitmaps only

_NOT_EMBEDDED = marked("The font “{font}” is used but not embedded.")
_NO_BOLD = marked("The bold of “{font}” is used but not embedded.")
_NO_FILE = marked("The font “{font}” is to be embedded, but its file is not there.")
_BAD_KEY = marked("The font “{font}” is embedded with a key that is none.")
_BAD_FILE = marked("The embedded file of “{font}” is not a sound TrueType font.")
_LICENCE = marked("The font “{font}” does not allow to be embedded for everybody.")
_SWITCH = marked("Fonts are embedded, but Word is not told to keep them.")
_SUBSET = marked("Word is told to cut the embedded fonts down when it saves.")

Use = tuple[str, bool]


@dataclass(slots=True)
class FontUses:
    """The families and weights that the runs of a document ask for, each with its first place."""

    first: dict[Use, str] = field(default_factory=dict)

    def add(self, family: str, where: str, *, bold: bool) -> None:
        """Note a use."""
        self.first.setdefault((family, bold), where)


def check_fonts(package: Package, uses: FontUses | None, faults: Faults) -> None:
    """Prove the embedded fonts; `uses` of None leaves out whether all that is used is embedded."""
    part = package.related(package.document, "fontTable")
    table = package.tree(part)
    known: dict[str, set[bool]] = {}
    for font in table if table is not None else ():
        known[w(font, "name")] = {bold for bold, _ in _embedded(package, part, font, faults)}
    has_any = any(known.values())
    _check_settings(package, faults, has_any=has_any)
    for (family, bold), where in (uses.first if uses else {}).items():
        _check_use(family, known.get(family, set()), where, faults, bold=bold)


def _check_use(family: str, weights: set[bool], where: str, faults: Faults, *, bold: bool) -> None:
    if family in FALLBACKS or bold in weights:
        return
    faults.add(Rule.FONTS, where, _NO_BOLD if bold and weights else _NOT_EMBEDDED, font=family)


def _check_settings(package: Package, faults: Faults, *, has_any: bool) -> None:
    part = package.related(package.document, "settings")
    settings = package.tree(part)
    if settings is None or not has_any:
        return
    if settings.find(f"{W}embedTrueTypeFonts") is None:
        faults.add(Rule.FONTS, part, _SWITCH)
    if settings.find(f"{W}saveSubsetFonts") is not None:
        faults.add(Rule.FONTS, part, _SUBSET)


def _embedded(
    package: Package, part: str, font: ET.Element, faults: Faults
) -> Iterator[tuple[bool, bool]]:
    """The faces (bold, italic) that a family carries, each proved."""
    targets = {relation.id: relation.target for relation in package.relations.get(part, ())}
    for element in font:
        face = _FACES.get(local(element))
        if face is None:
            continue
        data = package.parts.get(targets.get(element.get(f"{R}id", ""), ""))
        message = _NO_FILE if data is None else _judged(data, w(element, "fontKey"))
        if message:
            faults.add(Rule.FONTS, part, message, font=w(font, "name"))
        yield face


def _judged(data: bytes, key: str) -> str:
    try:
        mask = uuid.UUID(key).bytes[::-1] * 2
    except ValueError:
        return _BAD_KEY
    head = bytes(a ^ b for a, b in zip(data[:_MASKED], mask, strict=False))
    try:
        licence = _licence(head + data[_MASKED:])
    except (struct.error, LookupError, ValueError):
        return _BAD_FILE
    return _LICENCE if licence & _LICENCE_BITS else ""


def _licence(data: bytes) -> int:
    """The font's own word on embedding (fsType), after a look at its directory.

    Raises:
        ValueError: it is no TrueType font.
        LookupError: it lacks a table that every font has.
    """
    if data[:4] not in _TRUETYPE:
        raise ValueError(data[:4])
    tables = {}
    for number in range(struct.unpack_from(">H", data, 4)[0]):
        tag, _, start, length = struct.unpack_from(">4sLLL", data, 12 + 16 * number)
        if start + length > len(data):
            raise ValueError(tag)
        tables[tag] = start
    for tag in (b"cmap", b"head", b"maxp"):
        tables[tag]
    return int(struct.unpack_from(">H", data, tables[b"OS/2"] + 8)[0])
