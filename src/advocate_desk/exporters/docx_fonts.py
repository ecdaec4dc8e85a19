"""The faces of a document: named in `fontTable.xml`, embedded where it uses them.

An embedded font is the TrueType file with its first 32 bytes obscured by a key that is written
beside it (ECMA-376 part 4). The keys come from the files themselves, so that the same text gives
the same bytes.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from advocate_desk.exporters.docx_looks import Sheet
from advocate_desk.exporters.docx_runs import Faces
from advocate_desk.exporters.docx_xml import part, value
from advocate_desk.exporters.zip_parts import ZipPart
from advocate_desk.language.fonts import (
    BODY_KHMER,
    BODY_LATIN,
    HEADING_KHMER,
    TEXT_KHMER,
    UI_KHMER,
    UI_LATIN,
    Face,
    face,
)
from advocate_desk.language.fonts import faces as shipped

FONT_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
# Where a program does not read embedded fonts: families of about the same look, on most machines.
OTHER_NAMES = {
    BODY_KHMER: "Khmer OS",
    HEADING_KHMER: "Khmer OS Muol Light",
    TEXT_KHMER: "Khmer OS Battambang",
    UI_KHMER: "Khmer OS System",
    BODY_LATIN: "Georgia",
    UI_LATIN: "Segoe UI",
}
_KEY_SPACE = uuid.UUID("6f0f7d2e-5b0c-5d7c-9a5e-2f5b9a8a1c11")


@dataclass(frozen=True, slots=True)
class Embedded:
    """One embedded face: its place in the package and its key."""

    face: Face
    part: ZipPart
    key: str
    relation_id: str


def embedded(faces: Faces) -> tuple[Embedded, ...]:
    """The faces a document uses, in a fixed order, ready for the package."""
    known = [found for name, bold in sorted(faces) if (found := face(name, bold=bold))]
    return tuple(_embedded(found) for found in known if found.fs_type == 0)


@cache
def _embedded(found: Face) -> Embedded:
    """Obscured and deflated once; the number is the face's own, whatever else is embedded."""
    number = shipped().index(found) + 1
    key = f"{{{str(uuid.uuid5(_KEY_SPACE, found.sha256)).upper()}}}"
    data = obscured(found.file.read_bytes(), key)
    return Embedded(found, ZipPart(f"word/fonts/font{number}.odttf", data), key, f"rId{number}")


def obscured(data: bytes, key: str) -> bytes:
    """The file with its first 32 bytes combined with the reversed key; the same call undoes it."""
    mask = uuid.UUID(key).bytes[::-1] * 2
    head = bytes(byte ^ other for byte, other in zip(data[:32], mask, strict=True))
    return head + data[32:]


def font_table_xml(families: Iterable[str], fonts: Iterable[Embedded]) -> str:
    """Every family the document names, with the keys of those that are embedded."""
    by_family: dict[str, list[Embedded]] = {}
    for font in fonts:
        by_family.setdefault(font.face.family, []).append(font)
    return part("fonts", "".join(_font(name, by_family.get(name, [])) for name in families))


def families_of(sheet: Sheet, faces: Faces) -> tuple[str, ...]:
    """The families of a sheet and of a text, the body's first."""
    normal = sheet.normal.look
    looks = (style.look for style in sheet.styles.values())
    named = (family for look in looks for family in (look.latin, look.khmer))
    used = sorted(family for family, _ in faces)
    return tuple(dict.fromkeys((normal.latin, normal.khmer, *sorted(named), *used)))


def _font(family: str, fonts: list[Embedded]) -> str:
    known = face(family)
    described = _described(known) if known else value("charset", "00")
    keys = "".join(
        f'<w:embed{font.face.style} r:id="{font.relation_id}" w:fontKey="{font.key}"/>'
        for font in sorted(fonts, key=lambda font: font.face.is_bold)
    )
    other = value("altName", OTHER_NAMES[family]) if family in OTHER_NAMES else ""
    return f'<w:font w:name="{family}">{other}{described}{keys}</w:font>'


def _described(known: Face) -> str:
    numbers = {f"usb{i}": number for i, number in enumerate(known.usb)}
    numbers |= {f"csb{i}": number for i, number in enumerate(known.csb)}
    signature = "".join(f' w:{name}="{number}"' for name, number in numbers.items())
    return (
        f"{value('panose1', known.panose)}{value('charset', '00')}{value('family', _kind(known.family))}"
        f"{value('pitch', 'variable')}<w:sig{signature}/>"
    )


def _kind(family: str) -> str:
    return "swiss" if "Sans" in family else "roman"
