"""The head or foot of a letterhead in our own runs: its words and places, our fonts.

The reader has left only paragraphs, tables, runs, pictures and page numbers. Each run is written
anew with complete properties, so that Khmer in a letterhead does not fall back either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from xml.etree import ElementTree as ET

from advocate_desk.exporters.docx_looks import Look, Sheet
from advocate_desk.exporters.docx_media import EMU_PER_TWIP, Media
from advocate_desk.exporters.docx_runs import Faces, run, runs
from advocate_desk.exporters.docx_xml import escaped
from advocate_desk.model.header import Logo
from advocate_desk.model.pictures import size_of

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIDES = ("wide", "high")
_PLACE = ("h", "h_from", "v", "v_from", "behind")
_KEPT_RUN_PARTS = frozenset({"fldChar", "tab", "br"})
_PAGE = re.compile(rb"instrText>\s*PAGE")


def has_page_number(content: bytes) -> bool:
    """Whether a foot numbers its pages itself."""
    return bool(_PAGE.search(content))


def rewritten(
    content: bytes, images: Mapping[str, bytes], sheet: Sheet, faces: Faces, media: Media
) -> str:
    """The children of the root element as WordprocessingML of ours."""
    writer = _Writer(images, sheet, faces, media)
    root = ET.fromstring(content)  # noqa: S314 - made by our own reader: no DTD, bounded
    return "".join(map(writer.element, root))


@dataclass(frozen=True, slots=True)
class _Writer:
    images: Mapping[str, bytes]
    sheet: Sheet
    faces: Faces
    media: Media

    def element(self, element: ET.Element) -> str:
        name = _local(element)
        if name == "r":
            return "".join(self._run(element))
        inner = "".join(map(self.element, element))
        attributes = "".join(
            f' w:{key.removeprefix(_W)}="{escaped(value)}"'
            for key, value in element.attrib.items()
            if key.startswith(_W)
        )
        return f"<w:{name}{attributes}>{inner}</w:{name}>" if inner else f"<w:{name}{attributes}/>"

    def _run(self, element: ET.Element) -> Iterator[str]:
        look = self._look(element.find(f"{_W}rPr"))
        for child in element:
            name, text = _local(child), child.text or ""
            if name == "t":
                yield runs(text, look, _language(text), self.faces)
            elif name == "instrText":
                instruction = f'<w:instrText xml:space="preserve">{escaped(text)}</w:instrText>'
                yield run(instruction, look, "en", self.faces)
            elif name == "picture":
                yield self._picture(child, look)
            elif name in _KEPT_RUN_PARTS:
                yield run(self.element(child), look, "en", self.faces)

    def _look(self, properties: ET.Element | None) -> Look:
        normal = self.sheet.normal.look
        size = int(_value(properties, "sz") or normal.size)
        return replace(
            normal,
            size=size,
            khmer_size=size + 1,
            bold=_value(properties, "b") == "1",
            italic=_value(properties, "i") == "1",
            underline=_value(properties, "u") == "1",
            color=_value(properties, "color"),
        )

    def _picture(self, element: ET.Element, look: Look) -> str:
        data = self.images.get(element.get("file", ""))
        if not data:
            return ""
        width, height = size_of(data)
        logo = Logo(element.get("words", ""), data, width, height)
        wide, high = (max(int(element.get(key, "0")) // EMU_PER_TWIP, 1) for key in _SIDES)
        place = {key: element.get(key, "") for key in _PLACE} if element.get("h") else {}
        return run(self.media.drawing(logo, wide, high, place), look, "en", set())


def _language(text: str) -> str:
    return "km" if any("\u1780" <= character <= "\u17ff" for character in text) else "en"


def _local(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def _value(parent: ET.Element | None, name: str) -> str:
    found = parent.find(_W + name) if parent is not None else None
    return "" if found is None else found.get(f"{_W}val", "")
