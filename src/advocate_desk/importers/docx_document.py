"""The body of a Word file as paragraphs, in its order; what stands beside the text is listed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from xml.etree import ElementTree as ET

from advocate_desk.importers.docx_package import Package
from advocate_desk.importers.docx_paragraph import Context, Reading
from advocate_desk.importers.docx_styles import Numbering, Styles
from advocate_desk.importers.docx_xml import attribute, child, local
from advocate_desk.importers.markers import split_marker
from advocate_desk.importers.source import SourceParagraph
from advocate_desk.language.safe_text import clean
from advocate_desk.model.marked import marked

_CONTAINERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"})
_BESIDE = ("header", "footer", "footnotes", "endnotes", "comments")
_NOT_NOTES = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_LEGACY = marked(
    "{count} passages are in an old Khmer font that is not Unicode; they were set aside and not"
    " converted."
)
_DELETED = marked("{count} passages that tracked changes had deleted were set aside.")
_HIDDEN = marked("{count} hidden passages were set aside.")
_REMOVED = marked("{count} control or broken characters were taken out of the text.")


def read_document(data: bytes) -> Mapping[str, object]:
    """A Word file as plain values: paragraphs, unplaced texts, notes.

    Raises:
        ImportRefused: the file is damaged, too large, reaches outside, or is no Word file.
    """
    package = Package(data)
    reader = _DocumentReader(package)
    body = child(package.tree(package.document), "body")
    reader.read(body if body is not None else ())
    reader.read_beside()
    return reader.answer()


class _DocumentReader:
    """Walks through the document part once."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._context = Context(
            styles=Styles(self._part("styles")),
            numbering=Numbering(self._part("numbering")),
            relations=package.relations(package.document),
        )
        self._paragraphs: list[SourceParagraph] = []
        self._has_title_style = False
        self._removed = 0
        self._table_row = 0
        self._cell: tuple[int, int] | None = None
        self._gap = False

    def _part(self, kind: str) -> ET.Element | None:
        names = self._package.related(self._package.document, kind)
        return self._package.tree(names[0]) if names else None

    def read(self, elements: ET.Element | Iterator[ET.Element] | tuple[()]) -> None:
        """Reads paragraphs and tables in their order."""
        for element in elements:
            name = local(element)
            if name == "p":
                self._read_paragraph(element)
            elif name == "tbl":
                self._read_table(element)
            elif name in _CONTAINERS:
                self.read(element)
            elif name == "del":
                self._context.take_deleted(element)

    def _read_table(self, table: ET.Element) -> None:
        """The cells of a table row by row; a table inside a cell is read as text of that cell."""
        if self._cell:
            for inner in table.iter():
                if local(inner) == "tc":
                    self.read(inner)
            return
        self._table_row += 2  # a skipped row parts two tables
        for row in _rows(table):
            column = 0
            for cell in _cells(row):
                self._cell = (self._table_row, column)
                self.read(cell)
                column += _width(cell)
            self._table_row += 1
        self._cell = None

    def _read_paragraph(self, element: ET.Element) -> None:
        reading = self._context.reading(element)
        if not reading.text.strip() and not reading.has_break:
            self._gap = True
            return
        if self._context.styles.name(reading.style_id).startswith("toc "):
            self._context.unplaced.append(reading.text.strip())
            return
        for at, page in enumerate(reading.text.split("\f")):
            if at:
                self._add(SourceParagraph("", self._row(), is_break=True))
            if page.strip():
                self._add(self._paragraph(page, element, reading, is_first=not at))

    def _row(self) -> int:
        return len(self._paragraphs) + 1

    def _add(self, paragraph: SourceParagraph) -> None:
        self._paragraphs.append(paragraph)
        self._gap = False

    def _paragraph(
        self, text: str, element: ET.Element, reading: Reading, *, is_first: bool
    ) -> SourceParagraph:
        properties = child(element, "pPr")
        safe = clean(text)
        self._removed += safe.removed
        bare = safe.text.strip(" \t\n")
        place = self._context.styles.list_place(properties) if is_first else None
        marker = self._context.numbering.marker(place) if place else ""
        found = None if marker else split_marker(bare)
        return SourceParagraph(
            text=found.rest if found else bare,
            row=self._row(),
            level=self._level(properties, reading),
            marker=found.marker if found else marker,
            typed=found.typed if found else f"{marker} " if marker else "",
            indent=4 * place.depth if place else 0,
            is_bold=reading.is_bold,
            gap=self._gap or not marker,
            cell=self._cell,
        )

    def _level(self, properties: ET.Element | None, reading: Reading) -> int:
        name = self._context.styles.name(reading.style_id)
        if name == "title":
            self._has_title_style = True
            return 1
        level = self._context.styles.level(properties)
        return level + 1 if level and self._has_title_style else level

    def read_beside(self) -> None:
        """Headers, footers, notes and comments: shown, as no block takes them."""
        for kind in _BESIDE:
            for name in self._package.related(self._package.document, kind):
                for entry in self._entries(self._package.tree(name)):
                    text = self._text_of(entry)
                    if any(character.isalpha() for character in text):  # no page numbers
                        self._context.set_aside(text)

    def _entries(self, root: ET.Element | None) -> Iterator[ET.Element]:
        """A header as a whole; of notes and comments each one that is not a line."""
        if root is None:
            return
        if local(root) in {"hdr", "ftr"}:
            yield root
        for entry in root:
            is_note = local(entry) in {"footnote", "endnote", "comment"}
            if is_note and attribute(entry, "type") not in _NOT_NOTES:
                yield entry

    def _text_of(self, entry: ET.Element) -> str:
        readings = (self._context.reading(p) for p in entry.iter() if local(p) == "p")
        lines = (reading.text.replace("\f", " ").strip() for reading in readings)
        return "\n".join(line for line in lines if line)

    def answer(self) -> Mapping[str, object]:
        """Everything read, as plain values."""
        context = self._context
        counts = (
            (_LEGACY, context.legacy),
            (_DELETED, context.deleted),
            (_HIDDEN, context.hidden),
            (_REMOVED, self._removed),
        )
        return {
            "paragraphs": [asdict(paragraph) for paragraph in self._paragraphs],
            "unplaced": [clean(text).text for text in context.unplaced],
            "notes": [
                {"message": text, "arguments": {"count": count}} for text, count in counts if count
            ],
        }


def _width(cell: ET.Element) -> int:
    """How many columns of the table a cell takes."""
    span = child(child(cell, "tcPr"), "gridSpan")
    width = attribute(span, "val") if span is not None else ""
    return max(int(width), 1) if width.isdecimal() and len(width) < 4 else 1


def _rows(table: ET.Element) -> Iterator[ET.Element]:
    for element in table:
        if local(element) == "tr":
            yield element
        elif local(element) in _CONTAINERS:
            yield from _rows(element)


def _cells(row: ET.Element) -> Iterator[ET.Element]:
    """The cells of a row; one that goes on from the row above holds nothing of its own."""
    for element in row:
        if local(element) == "tc":
            yield element
        elif local(element) in _CONTAINERS:
            yield from _cells(element)
