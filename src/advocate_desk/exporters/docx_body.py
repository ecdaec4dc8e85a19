"""`document.xml`: flows become sections, rows become paragraphs or the rows of a table.

The part is written piece by piece, so that a list of any length takes the same memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from advocate_desk.exporters.blocks import Composition, Flow, Part, Role, Row, Start
from advocate_desk.exporters.docx_blocks import head, in_columns, signatories
from advocate_desk.exporters.docx_entries import chunks
from advocate_desk.exporters.docx_looks import COLUMN_GAP, GAP
from advocate_desk.exporters.docx_paragraphs import Paragraph, Paragraphs
from advocate_desk.exporters.docx_sheets import sheet_of, style_of
from advocate_desk.exporters.docx_tables import MOST_ROWS, column_widths, table
from advocate_desk.exporters.docx_xml import DECLARATION, NAMESPACES
from advocate_desk.exporters.entries import Entries
from advocate_desk.model.kinds import Layout

AFTER_LIST = 200
LONGEST_USUAL = len("102.")
DIGIT_WIDTH = 125
# Lists shorter than this are written like any other row.
LONG = 20
_STARTS = {
    Start.PAGE: "nextPage",
    Start.EVEN: "evenPage",
    Start.ODD: "oddPage",
    Start.HERE: "continuous",
}
_ENTRIES = frozenset({Role.ITEM, Role.ITEM_NOTE})


def is_narrow(composition: Composition) -> bool:
    """Whether languages stand side by side."""
    return any(flow.languages[1:] for flow in composition.flows)


@dataclass(frozen=True, slots=True)
class Frame:
    """What each section refers to: head and foot of its pages; the first page may differ."""

    everywhere: str = ""
    first: str = ""


@dataclass(slots=True)
class Body:
    """The text of a document as it grows; the last paragraph is open for the end of a section."""

    paragraphs: Paragraphs
    frame: Frame
    khmer_share: int
    # LibreOffice forgets columns before a section that waits for a left or right page.
    columns_in_tables: bool = False
    pieces: list[str] = field(default_factory=list)
    last: Paragraph | None = None
    break_due: bool = False
    in_list: bool = False
    starts: str = "nextPage"
    is_empty: bool = True
    first_section: bool = True

    @property
    def width(self) -> int:
        """What is left for text."""
        return self.paragraphs.sheet.page.text_width

    def add(self, paragraph: Paragraph) -> None:
        """Append a paragraph, on a new page where one is due."""
        self.close()
        paragraph.new_page = paragraph.new_page or self.break_due
        self.break_due = False
        self.last = paragraph
        self.is_empty = False

    def add_table(self, xml: str) -> None:
        """Append a table; two of them are parted, and what follows must be a paragraph."""
        if self.break_due or (self.last is None and not self.is_empty):
            self.add(gap())
        self.close()
        self.pieces.append(xml)
        self.is_empty = False

    def end_section(self, columns: int, next_start: str) -> None:
        """Let a section end in the last paragraph, or in a hidden one after a table."""
        if self.last is None:
            self.last = gap()
        self.last.section = self._section(columns)
        self.starts = next_start
        self.first_section = False

    def close(self) -> None:
        """Write the last paragraph out."""
        if self.last is not None:
            self.pieces.append(self.last.xml())
            self.last = None

    def taken(self) -> str:
        """What was written since this was last asked for; the open paragraph stays."""
        written = "".join(self.pieces)
        self.pieces.clear()
        return written

    def ending(self) -> str:
        """The end of the part; the last section is the document's own."""
        if self.last is None:
            self.last = gap()
        self.close()
        return f"{self.taken()}{self._section(1)}</w:body></w:document>"

    def _section(self, columns: int) -> str:
        page, frame = self.paragraphs.sheet.page, self.frame
        first = frame.first if self.first_section else ""
        return (
            f'<w:sectPr>{frame.everywhere}{first}<w:type w:val="{self.starts}"/>'
            f'<w:pgSz w:w="{page.width}" w:h="{page.height}"/>'
            f'<w:pgMar w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}"'
            f' w:left="{page.left}" w:header="{page.header}" w:footer="{page.footer}"'
            f' w:gutter="0"/><w:cols w:num="{columns}" w:space="{COLUMN_GAP}"/>'
            f"{'<w:titlePg/>' if first else ''}</w:sectPr>"
        )


Closing = Callable[[Body], None]


def paragraphs_for(composition: Composition) -> Paragraphs:
    """A fresh writer of paragraphs in the document's looks."""
    sheet = sheet_of(composition.options, narrow=is_narrow(composition))
    return Paragraphs(sheet, endorser_room=_endorser_room(composition))


def document_chunks(
    composition: Composition,
    paragraphs: Paragraphs,
    frame: Frame,
    closing: Closing | None = None,
) -> Iterator[str]:
    """The whole part in pieces; `paragraphs` then knows what else the document needs.

    `closing` adds what stands behind the last flow and is no part of a composition.
    """
    style = style_of(composition.options)
    is_booklet = composition.layout is Layout.BOOKLET
    body = Body(paragraphs, frame, style.khmer_share, columns_in_tables=is_booklet)
    yield f"{DECLARATION}<w:document {NAMESPACES}><w:body>"
    for number, flow in enumerate(composition.flows):
        paragraphs.flow = _list_scope(composition, number)
        if number:
            body.end_section(1, _STARTS[flow.start])
        elif flow.start is not Start.PAGE:
            body.starts = _STARTS[flow.start]
        _add_head(body, flow)
        yield from _flow(body, flow)
    if closing is not None:
        closing(body)
    yield body.ending()


def _list_scope(composition: Composition, number: int) -> int:
    """In a booklet lists go on from spread to spread; otherwise each flow has its own."""
    languages = composition.flows[number].languages
    is_cut = sum(flow.languages == languages for flow in composition.flows) > 1
    return -1 if is_cut else number


def _endorser_room(composition: Composition) -> int:
    longest = max(map(_longest_marker, composition.flows), default=0)
    return max(0, longest - LONGEST_USUAL) * DIGIT_WIDTH


def _longest_marker(flow: Flow) -> int:
    """The length of the number of the last name: no other one is longer."""
    for row in reversed(flow.rows):
        for parts in row.cells.values():
            if parts and parts[-1].role is Role.ENDORSER:
                return len(parts[-1].marker)
    return 0


def _add_head(body: Body, flow: Flow) -> None:
    for row in flow.head:
        body.close()
        body.pieces.extend(head(row, body.paragraphs, body.width))
        body.is_empty = False
        body.last = None
    if flow.head and flow.languages[1:]:
        body.is_empty = True  # a table may follow at once


def _flow(body: Body, flow: Flow) -> Iterator[str]:
    if flow.languages[1:]:
        yield from _side_by_side(body, flow)
        return
    for row in flow.rows:
        _close_list(body, row)
        yield from _row(body, row)
        yield body.taken()


def _close_list(body: Body, row: Row) -> None:
    """Part a list from what follows it: its entries stand closer together than paragraphs."""
    is_entry = _is_entry(row)
    if body.in_list and not is_entry and body.last is not None:
        body.last.after = AFTER_LIST
    body.in_list = is_entry


def _row(body: Body, row: Row) -> Iterator[str]:
    if row.is_page_break:
        body.break_due = True
    elif _is_for_signing(row):
        body.add_table(signatories(row, body.paragraphs, body.width))
    elif row.columns > 1 and body.columns_in_tables:
        body.add_table(in_columns(row, body.paragraphs, body.width))
    elif row.columns > 1:
        yield from _columns(body, row)
    else:
        yield from _parts(body, row)


def _parts(body: Body, row: Row) -> Iterator[str]:
    for parts in row.cells.values():
        if isinstance(parts, Entries) and len(parts) >= LONG:
            yield from _entries(body, parts)
        else:
            for index, each in enumerate(parts, start=1):
                body.add(body.paragraphs.of(each, keep=row.keep and index == len(parts)))


def _entries(body: Body, entries: Entries) -> Iterator[str]:
    """The first and the last one may have to begin a page or end a section."""
    body.add(body.paragraphs.of(entries[0]))
    body.close()
    yield body.taken()
    yield from chunks(entries[1:-1], body.paragraphs)
    body.add(body.paragraphs.of(entries[-1]))


def _columns(body: Body, row: Row) -> Iterator[str]:
    """A section of its own; the hidden paragraph after it makes Word balance the columns."""
    if not body.is_empty:
        body.end_section(1, "continuous")
    yield from _parts(body, row)
    body.end_section(row.columns, "continuous")
    body.add(gap())


def _side_by_side(body: Body, flow: Flow) -> Iterator[str]:
    stretch: list[Row] = []
    for row in flow.rows:
        if row.is_page_break:
            _add_table(body, flow, stretch)
            body.break_due = True
        else:
            stretch.append(row)
        # The header row counts as a row, too.
        if len(stretch) == MOST_ROWS - 1:
            _add_table(body, flow, stretch)
            yield body.taken()
    _add_table(body, flow, stretch)


def _add_table(body: Body, flow: Flow, rows: list[Row]) -> None:
    if rows:
        widths = column_widths(flow, body.width, body.khmer_share)
        body.add_table(table(rows, flow, body.paragraphs, widths))
        rows.clear()


def _is_entry(row: Row) -> bool:
    return any(first.role in _ENTRIES for first in _firsts(row))


def _is_for_signing(row: Row) -> bool:
    return any(first.role is Role.SIGNATURE_SPACE for first in _firsts(row))


def _firsts(row: Row) -> Iterator[Part]:
    """The first part on each side; long lists are all of one role."""
    for parts in row.cells.values():
        yield from _first(parts)


def _first(parts: Sequence[Part]) -> Sequence[Part]:
    return (parts[0],) if parts else ()


def gap() -> Paragraph:
    """Where Word must have a paragraph that nobody should see."""
    return Paragraph(GAP.style_id)
