"""A letterhead's head or foot set for the preview: its words, its pictures, its columns.

The reader has left only paragraphs, tables, runs, pictures and page numbers. A paragraph's line is
parted by tabs into what stands left, in the middle and right.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.etree import ElementTree as ET

from PySide6.QtCore import QPointF, QRectF

from advocate_desk.exporters.blocks import Part, Role
from advocate_desk.exporters.docx_letterhead import has_page_number
from advocate_desk.exporters.docx_looks import Look, Shape, Sheet
from advocate_desk.gui.widgets.page_filling import Page, Picture, Placed
from advocate_desk.gui.widgets.page_galley import SetPart, slugs_of
from advocate_desk.gui.widgets.page_looks import CELL_MARGIN, TWIPS, PageLook
from advocate_desk.gui.widgets.page_setting import PartSetter
from advocate_desk.language.khmer import has_khmer
from advocate_desk.model.letterhead import Letterhead

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_EMU = 635 / TWIPS
_PLACES = ("left", "center", "right")
_ALIGNMENTS = {"center": "center", "right": "right", "end": "right"}


@dataclass(frozen=True, slots=True)
class Box:
    """Lines and pictures, placed from the box's top left corner."""

    height: float = 0.0
    lines: tuple[Placed, ...] = ()
    pictures: tuple[Picture, ...] = ()

    @property
    def below(self) -> QPointF:
        """Where the next line would stand."""
        return QPointF(0.0, self.height)

    def put(self, page: Page, left: float, top: float) -> None:
        """Puts the box on a page."""
        corner = QPointF(left, top)
        page.lines += [Placed(line.slug, line.place + corner) for line in self.lines]
        page.pictures += [Picture(one.data, one.area.translated(corner)) for one in self.pictures]

    def moved(self, left: float, top: float) -> Box:
        """The same box elsewhere in a larger one; its height reaches from that one's top."""
        corner = QPointF(left, top)
        lines = tuple(Placed(line.slug, line.place + corner) for line in self.lines)
        pictures = tuple(Picture(p.data, p.area.translated(corner)) for p in self.pictures)
        return Box(self.height + top, lines, pictures)


@dataclass(slots=True)
class Boxes:
    """Makes the boxes of a letterhead; one that shows no page number is the same everywhere."""

    letterhead: Letterhead | None
    sheet: Sheet
    parts: PartSetter
    width: float
    _made: dict[bytes, Box] = field(default_factory=dict)

    def of(self, content: bytes, number: int, count: int) -> Box:
        """A head or foot on one page."""
        if not content or self.letterhead is None:
            return Box()
        if content not in self._made:
            setter = _Setter(self, {"PAGE": str(number), "NUMPAGES": str(count)})
            box = setter.stacked(ET.fromstring(content), self.width)  # noqa: S314 - ours, bounded
            if has_page_number(content):
                return box
            self._made[content] = box
        return self._made[content]


@dataclass(slots=True)
class _Words:
    """A stretch of a line between tabs."""

    text: str = ""
    look: Look | None = None


@dataclass(slots=True)
class _Setter:
    boxes: Boxes
    fields: dict[str, str]

    def stacked(self, parent: ET.Element, width: float) -> Box:
        """Paragraphs and tables one under the other."""
        whole = Box()
        for child in parent:
            name = _local(child)
            if name == "p":
                whole = _joined(whole, self._paragraph(child, width).moved(0.0, whole.height))
            elif name == "tbl":
                whole = _joined(whole, self._table(child, width).moved(0.0, whole.height))
        return whole

    def _table(self, table: ET.Element, width: float) -> Box:
        whole = Box()
        for row in table.iter(f"{_W}tr"):
            cells = row.findall(f"{_W}tc")
            widths = _widths(table, len(cells), width)
            top, left, line = whole.height, 0.0, Box(whole.height)
            for cell, each in zip(cells, widths, strict=True):
                inner = self.stacked(cell, each - 2 * CELL_MARGIN)
                line = _joined(line, inner.moved(left + CELL_MARGIN, top))
                left += each
            whole = _joined(whole, line)
        return whole

    def _paragraph(self, paragraph: ET.Element, width: float) -> Box:
        properties = paragraph.find(f"{_W}pPr")
        align = _ALIGNMENTS.get(_value(properties, "jc"), "left")
        pictures = list(self._pictures(paragraph))
        whole = _pictured(pictures, align, width).moved(0.0, _space(properties, "before"))
        for line in self._lines(paragraph):
            if whole.pictures and not any(words.text.strip() for words in line):
                continue  # the line of a picture alone is as high as the picture
            whole = _joined(whole, self._line(line, align, width).moved(0.0, whole.height))
        return Box(whole.height + _space(properties, "after"), whole.lines, whole.pictures)

    def _line(self, words: list[_Words], align: str, width: float) -> Box:
        whole = Box()
        places = (align,) if len(words) == 1 else _PLACES
        for one, place in zip(words, places, strict=False):
            if one.text.strip():
                whole = _joined(whole, self._words(one, place, width))
        if not whole.height:
            whole = Box(self.boxes.sheet.normal.look.size * 10 * TWIPS)
        return whole

    def _words(self, words: _Words, align: str, width: float) -> Box:
        look = words.look or self.boxes.sheet.normal.look
        part = Part(Role.NOTE, "km" if has_khmer(words.text) else "en", words.text.strip())
        shown = PageLook(look, Shape(after=0, line=240, align=align))
        name = f"letterhead {look} {align}"
        made: SetPart = self.boxes.parts.dressed(part, width, shown, name)
        y, lines = 0.0, []
        for slug in slugs_of((made,)):
            lines.append(Placed(slug, QPointF(0.0, y)))
            y += slug.height
        return Box(y, tuple(lines))

    def _lines(self, paragraph: ET.Element) -> Iterator[list[_Words]]:
        """The lines of a paragraph, each cut at its tabs."""
        line = [_Words()]
        in_result = False
        for child, look in self._content(paragraph):
            name = _local(child)
            if name == "br":
                yield line
                line = [_Words()]
            elif name == "tab":
                line.append(_Words())
            elif name == "fldChar":
                # Between these stands what a field showed last; the page has its own number.
                in_result = child.get(f"{_W}fldCharType") == "separate"
            elif not in_result:
                line[-1].text += self._text(child)
                line[-1].look = line[-1].look or look
        yield line

    def _content(self, paragraph: ET.Element) -> Iterator[tuple[ET.Element, Look]]:
        for run in paragraph.iter(f"{_W}r"):
            look = self._look(run.find(f"{_W}rPr"))
            for child in run:
                yield child, look

    def _text(self, child: ET.Element) -> str:
        name = _local(child)
        if name == "instrText":
            words = (child.text or "").split()
            return next((self.fields[word] for word in words if word in self.fields), "")
        return child.text or "" if name == "t" else ""

    def _look(self, properties: ET.Element | None) -> Look:
        normal = self.boxes.sheet.normal.look
        size = int(_value(properties, "sz") or normal.size)
        return replace(
            normal,
            size=size,
            khmer_size=size + 1,
            bold=_value(properties, "b") == "1",
            italic=_value(properties, "i") == "1",
            color=_value(properties, "color"),
        )

    def _pictures(self, paragraph: ET.Element) -> Iterator[tuple[bytes, float, float]]:
        images = self.boxes.letterhead.images if self.boxes.letterhead else {}
        for picture in paragraph.iter():
            data = images.get(picture.get("file", "")) if _local(picture) == "picture" else None
            if data:
                wide, high = (int(picture.get(key, "0")) / _EMU for key in ("wide", "high"))
                yield data, max(wide, 1.0), max(high, 1.0)


def _pictured(pictures: list[tuple[bytes, float, float]], align: str, width: float) -> Box:
    """Pictures beside each other."""
    spare = max(width - sum(wide for _, wide, _ in pictures), 0.0)
    left = {"center": spare / 2, "right": spare}.get(align, 0.0)
    made, tallest = [], max((high for _, _, high in pictures), default=0.0)
    for data, wide, high in pictures:
        made.append(Picture(data, QRectF(left, tallest - high, wide, high)))
        left += wide
    return Box(tallest, (), tuple(made))


def _joined(one: Box, other: Box) -> Box:
    height = max(one.height, other.height)
    return Box(height, (*one.lines, *other.lines), (*one.pictures, *other.pictures))


def _widths(table: ET.Element, count: int, width: float) -> list[float]:
    """The widths of the cells in a row, fitted into the width there is."""
    grid = [float(column.get(f"{_W}w", "0") or 0) for column in table.iter(f"{_W}gridCol")]
    if len(grid) != count or not sum(grid):
        return [width / max(count, 1)] * count
    return [width * one / sum(grid) for one in grid]


def _space(properties: ET.Element | None, side: str) -> float:
    """The space above or below a paragraph."""
    spacing = properties.find(f"{_W}spacing") if properties is not None else None
    said = "" if spacing is None else spacing.get(f"{_W}{side}", "")
    return int(said) * TWIPS if said.isdigit() else 0.0


def _local(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def _value(parent: ET.Element | None, name: str) -> str:
    found = parent.find(_W + name) if parent is not None else None
    return "" if found is None else found.get(f"{_W}val", "")
