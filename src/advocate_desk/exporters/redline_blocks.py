"""Two sequences of paragraphs and tables as one, with tracked changes between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from advocate_desk.exporters.docx_looks import GAP
from advocate_desk.exporters.redline_marks import (
    DEL,
    INS,
    Change,
    Marks,
    is_tracked,
    properties_of,
)
from advocate_desk.exporters.redline_pairs import paired
from advocate_desk.exporters.redline_text import Signs, compared, letters_of, written
from advocate_desk.exporters.verify_markup import W

_PARAGRAPH, _TABLE, _ROW, _CELL = f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc"


@dataclass(slots=True)
class Merger:
    """Merges what it is given; every change carries a mark."""

    marks: Marks
    signs: Signs = field(default_factory=Signs)

    def merged(self, old: Sequence[ET.Element], new: Sequence[ET.Element]) -> list[ET.Element]:
        """Both sequences as one; two tables never touch."""
        found: list[ET.Element] = []
        for before, after in paired(old, new):
            for element in self._pair(before, after):
                if found and found[-1].tag == element.tag == _TABLE:
                    found.append(gap())
                found.append(element)
        return found

    def _pair(self, old: ET.Element | None, new: ET.Element | None) -> Iterator[ET.Element]:
        if old is None or new is None:
            yield from self._alone(old, new)
        elif new.tag == _PARAGRAPH:
            yield self._paragraph(old, new)
        elif new.tag == _TABLE and _widths(old) != _widths(new):
            yield from self._alone(old, new)
        else:
            yield self._table(old, new)

    def _alone(self, old: ET.Element | None, new: ET.Element | None) -> Iterator[ET.Element]:
        if old is not None:
            yield self._changed(old, DEL)
        if new is not None:
            yield self._changed(new, INS)

    # Paragraphs

    def _paragraph(self, old: ET.Element, new: ET.Element) -> ET.Element:
        before, after = properties_of(old), properties_of(new)
        made = ET.Element(_PARAGRAPH)
        made.append(deepcopy(after))
        if ET.tostring(before) != ET.tostring(after):
            self.marks.other_properties(made[0], before)
        pieces = compared(letters_of(old, self.signs), letters_of(new, self.signs))
        made.extend(written(pieces, self.marks))
        return made

    def _changed(self, element: ET.Element, change: Change) -> ET.Element:
        """A paragraph or table that is in one of the texts only."""
        if element.tag == _TABLE:
            made = deepcopy(element)
            for row in made.iter(_ROW):
                self._mark_row(row, change)
            return made
        return self._changed_paragraph(element, change)

    def _changed_paragraph(self, element: ET.Element, change: Change) -> ET.Element:
        made = ET.Element(_PARAGRAPH)
        made.append(deepcopy(properties_of(element)))
        self.marks.paragraph_mark(made[0], change)
        pieces = [(change, letter) for letter in letters_of(element, self.signs)]
        made.extend(written(pieces, self.marks))
        return made

    # Tables

    def _table(self, old: ET.Element, new: ET.Element) -> ET.Element:
        made = ET.Element(_TABLE)
        made.extend(deepcopy(child) for child in new if child.tag != _ROW)
        for before, after in paired(old.findall(_ROW), new.findall(_ROW)):
            made.extend(self._row(before, after))
        return made

    def _row(self, old: ET.Element | None, new: ET.Element | None) -> Iterator[ET.Element]:
        if old is not None and new is not None:
            yield self._merged_row(old, new)
            return
        for row, change in ((old, DEL), (new, INS)):
            if row is not None:
                made = deepcopy(row)
                self._mark_row(made, change)
                yield made

    def _mark_row(self, row: ET.Element, change: Change) -> None:
        self.marks.row(row, change)
        for cell in row.findall(_CELL):
            for place, child in enumerate(cell):
                if child.tag == _PARAGRAPH:
                    cell[place] = self._changed_paragraph(child, change)

    def _merged_row(self, old: ET.Element, new: ET.Element) -> ET.Element:
        made = ET.Element(_ROW)
        made.extend(deepcopy(child) for child in new if child.tag != _CELL)
        for before, after in zip(old.findall(_CELL), new.findall(_CELL), strict=True):
            made.append(self._cell(before, after))
        return made

    def _cell(self, old: ET.Element, new: ET.Element) -> ET.Element:
        made = ET.Element(_CELL)
        made.extend(deepcopy(child) for child in new if child.tag == f"{W}tcPr")
        made.extend(ended(self.merged(_content(old), _content(new))))
        return made


def ended(content: list[ET.Element]) -> list[ET.Element]:
    """Content with a last paragraph whose end nobody put in or took out: Word cannot remove it."""
    is_open = not content or content[-1].tag != _PARAGRAPH or is_tracked(content[-1])
    return [*content, gap()] if is_open else content


def gap() -> ET.Element:
    """A paragraph that nobody should see."""
    made = ET.Element(_PARAGRAPH)
    properties = ET.SubElement(made, f"{W}pPr")
    ET.SubElement(properties, f"{W}pStyle", {f"{W}val": GAP.style_id})
    return made


def _content(cell: ET.Element) -> list[ET.Element]:
    return [child for child in cell if child.tag in {_PARAGRAPH, _TABLE}]


def _widths(table: ET.Element) -> list[str]:
    return [one.get(f"{W}w", "") for one in table.iter(f"{W}gridCol")]
