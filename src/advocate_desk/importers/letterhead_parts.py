"""A Word file as a letterhead, in the limited process: page, head and foot, pictures, looks."""

from __future__ import annotations

import io
import struct
import zipfile
from base64 import b64encode
from collections.abc import Mapping
from xml.etree import ElementTree as ET

from advocate_desk.importers.docx_package import Package
from advocate_desk.importers.docx_preflight import DAMAGED
from advocate_desk.importers.docx_xml import attribute, child, children, whole_number
from advocate_desk.importers.letterhead_markup import Looks, Markup
from advocate_desk.model.errors import ImportRefused
from advocate_desk.model.marked import marked
from advocate_desk.model.pictures import MOST_BYTES, size_of, without_metadata

NO_LETTERHEAD = marked("“{name}” has nothing in its header or footer, so it is no letterhead.")
_ADVICE = marked("In Word, put the logo and the address into the header or the footer.")
NARROW = marked("The page of “{name}” leaves no room for a text between its margins.")
PICTURE = marked("“{name}” holds a picture that is neither PNG nor JPEG, or is too large.")
_PICTURE_ADVICE = marked("In Word, replace it by a PNG or JPEG file.")
_PAGE = {"w": 11906, "h": 16838}
_MARGINS = {"top": 1440, "right": 1440, "bottom": 1440, "left": 1440, "header": 708, "footer": 708}
_NAMES = {"w": "width", "h": "height"}
_LEAST_WIDTH, _LEAST_HEIGHT, _MOST = 4000, 5000, 31_680
_STYLES = {"title": "title", "heading": "heading 1", "body": ""}
_SIZES = {"title": (20, 44), "heading": (20, 36), "body": (18, 28)}


def read_parts(data: bytes) -> Mapping[str, object]:
    """A letterhead as plain values.

    Raises:
        ImportRefused: the file is damaged, reaches outside, or is no letterhead.
    """
    package = Package(data)
    body = child(package.tree(package.document), "body")
    section = next(iter(list(children(body, "sectPr"))[-1:]), None)
    reader = _Reader(package, data, section)
    return reader.answer()


class _Reader:
    """Follows the last section's references."""

    def __init__(self, package: Package, data: bytes, section: ET.Element | None) -> None:
        self._package, self._data, self._section = package, data, section
        names = package.related(package.document, "styles")
        self._looks = Looks(package.tree(names[0]) if names else None)
        self._pictures: dict[str, str] = {}

    def answer(self) -> Mapping[str, object]:
        differs = child(self._section, "titlePg") is not None
        markup = {
            "header_xml": self._part("headerReference", "default"),
            "footer_xml": self._part("footerReference", "default"),
            "first_header_xml": self._part("headerReference", "first") if differs else b"",
            "first_footer_xml": self._part("footerReference", "first") if differs else b"",
        }
        if not any(markup.values()):
            raise ImportRefused(NO_LETTERHEAD, advice=_ADVICE)
        return {
            "page": self._page(),
            "differs_first": differs,
            "images": self._images(),
            "looks": {kind: self._look(kind, name) for kind, name in _STYLES.items()},
            **{name: b64encode(content).decode() for name, content in markup.items()},
        }

    def _part(self, reference: str, kind: str) -> bytes:
        wanted = (r for r in children(self._section, reference) if attribute(r, "type") == kind)
        found = next(wanted, None)
        relation = self._package.relations(self._package.document).get(attribute(found, "id"))
        root = self._package.tree(relation.target) if relation and not relation.is_outside else None
        if root is None or relation is None:
            return b""
        relations = self._package.relations(relation.target)
        return Markup(self._looks, relations, self._pictures).rewritten(root)

    def _page(self) -> dict[str, int]:
        size, margins = child(self._section, "pgSz"), child(self._section, "pgMar")
        page = {n: abs(whole_number(attribute(size, n), usual)) for n, usual in _PAGE.items()}
        page |= {
            n: abs(whole_number(attribute(margins, n), usual)) for n, usual in _MARGINS.items()
        }
        room = page["w"] - page["left"] - page["right"], page["h"] - page["top"] - page["bottom"]
        if room[0] < _LEAST_WIDTH or room[1] < _LEAST_HEIGHT or max(page.values()) > _MOST:
            raise ImportRefused(NARROW)
        return {_NAMES.get(name, name): length for name, length in page.items()}

    def _images(self) -> dict[str, str]:
        try:
            with zipfile.ZipFile(io.BytesIO(self._data)) as archive:
                files = {key: archive.read(name) for key, name in self._pictures.items()}
        except (KeyError, zipfile.BadZipFile, OSError, EOFError) as fault:
            raise ImportRefused(DAMAGED) from fault
        return {key: b64encode(_clean(data)).decode() for key, data in files.items()}

    def _look(self, kind: str, name: str) -> dict[str, object]:
        """What a style says; Word's own defaults are no wish of the user's."""
        style = self._looks.named(name)
        if name and not style:
            return {"size": 0, "color": "", "align": ""}
        size, color, align = (
            attribute(self._looks.property_of(what, None, style, group), "val")
            for what, group in (("sz", "rPr"), ("color", "rPr"), ("jc", "pPr"))
        )
        low, high = _SIZES[kind]
        number = whole_number(size)
        plain = (
            color if len(color) == 6 and all(c in "0123456789abcdefABCDEF" for c in color) else ""
        )
        return {
            "size": min(max(number, low), high) if number else 0,
            "color": plain.upper(),
            "align": align if align.isalpha() else "",
        }


def _clean(data: bytes) -> bytes:
    try:
        if len(data) > MOST_BYTES:
            raise ValueError(len(data))
        clean = without_metadata(data)
        size_of(clean)
    except (ValueError, IndexError, struct.error) as fault:
        raise ImportRefused(PICTURE, advice=_PICTURE_ADVICE) from fault
    return clean
