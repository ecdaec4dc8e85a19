"""`document.xml`: flows become sections, rows become paragraphs or the rows of a table."""

from __future__ import annotations

from dataclasses import dataclass, field

from advocate_desk.exporters.blocks import Composition, Flow, Part, Role, Row
from advocate_desk.exporters.docx_looks import (
    COLUMN_GAP,
    GAP,
    NARROW,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    TABLE_PAGE,
    WIDE,
    WIDE_PAGE,
    Page,
)
from advocate_desk.exporters.docx_package import FOOTER_RELATION
from advocate_desk.exporters.docx_paragraphs import Paragraph, Paragraphs
from advocate_desk.exporters.docx_tables import tables
from advocate_desk.exporters.docx_xml import part

AFTER_LIST = 200
LONGEST_USUAL = len("102.")
DIGIT_WIDTH = 125


def is_narrow(composition: Composition) -> bool:
    """Whether languages stand side by side."""
    return any(flow.languages[1:] for flow in composition.flows)


@dataclass(slots=True)
class Body:
    """The text of a document as it grows; the last paragraph is open for the end of a section."""

    page: Page
    paragraphs: Paragraphs
    footer: bool
    pieces: list[str] = field(default_factory=list)
    last: Paragraph | None = None
    break_due: bool = False
    in_list: bool = False
    starts: str = "nextPage"

    def add(self, paragraph: Paragraph) -> None:
        """Append a paragraph, on a new page where one is due."""
        self._close()
        paragraph.new_page = paragraph.new_page or self.break_due
        self.break_due = False
        self.last = paragraph

    def add_table(self, xml: str) -> None:
        """Append a table; what follows it must be a paragraph."""
        if self.break_due:
            self.add(_gap())
        self._close()
        self.pieces.append(xml)

    def end_section(self, columns: int, next_start: str) -> None:
        """Let a section end in the last paragraph, or in a hidden one after a table."""
        if self.last is None:
            self.last = _gap()
        self.last.section = self._section(columns)
        self.starts = next_start

    def xml(self, columns: int = 1) -> str:
        """The whole part; the last section is the document's own."""
        if self.last is None:
            self.last = _gap()
        self._close()
        return part("document", f"<w:body>{''.join(self.pieces)}{self._section(columns)}</w:body>")

    def _close(self) -> None:
        if self.last is not None:
            self.pieces.append(self.last.xml())
            self.last = None

    def _section(self, columns: int) -> str:
        footer = f'<w:footerReference w:type="default" r:id="{FOOTER_RELATION}"/>'
        page = self.page
        return (
            f'<w:sectPr>{footer if self.footer else ""}<w:type w:val="{self.starts}"/>'
            f'<w:pgSz w:w="{PAGE_WIDTH}" w:h="{PAGE_HEIGHT}"/>'
            f'<w:pgMar w:top="{page.top}" w:right="{page.side}" w:bottom="{page.bottom}"'
            f' w:left="{page.side}" w:header="624" w:footer="567" w:gutter="0"/>'
            f'<w:cols w:num="{columns}" w:space="{COLUMN_GAP}"/></w:sectPr>'
        )


def document_xml(composition: Composition) -> tuple[str, Paragraphs]:
    """The text of a document, and what its paragraphs turned out to need."""
    narrow = is_narrow(composition)
    paragraphs = Paragraphs(NARROW if narrow else WIDE, endorser_room=_endorser_room(composition))
    body = Body(TABLE_PAGE if narrow else WIDE_PAGE, paragraphs, composition.options.page_numbers)
    for number, flow in enumerate(composition.flows):
        paragraphs.flow = number
        if number:
            body.end_section(1, "nextPage")
        _add_flow(body, flow)
    return body.xml(), paragraphs


def _endorser_room(composition: Composition) -> int:
    entries = (each for each in composition.parts if each.role is Role.ENDORSER)
    longest = max((len(each.marker) for each in entries), default=0)
    return max(0, longest - LONGEST_USUAL) * DIGIT_WIDTH


def _add_flow(body: Body, flow: Flow) -> None:
    if flow.languages[1:]:
        _add_side_by_side(body, flow)
        return
    for row in flow.rows:
        _close_list(body, row)
        _add_row(body, row)


def _close_list(body: Body, row: Row) -> None:
    """Part a list from what follows it: its entries stand closer together than paragraphs."""
    if body.in_list and not _is_entry(row) and body.last is not None:
        body.last.after = AFTER_LIST
    body.in_list = _is_entry(row)


def _add_row(body: Body, row: Row) -> None:
    parts = tuple(row.parts)
    if _is_break(parts):
        body.break_due = True
    elif row.columns > 1:
        _add_columns(body, row, parts)
    else:
        _add_parts(body, row, parts)


def _add_parts(body: Body, row: Row, parts: tuple[Part, ...]) -> None:
    for each in parts:
        body.add(body.paragraphs.of(each, keep=row.keep and each is parts[-1]))


def _add_columns(body: Body, row: Row, parts: tuple[Part, ...]) -> None:
    """A section of its own; the hidden paragraph after it makes Word balance the columns."""
    if body.last is not None or body.pieces:
        body.end_section(1, "continuous")
    _add_parts(body, row, parts)
    body.end_section(row.columns, "continuous")
    body.add(_gap())


def _add_side_by_side(body: Body, flow: Flow) -> None:
    stretch: list[Row] = []
    for row in flow.rows:
        if _is_break(tuple(row.parts)):
            _add_tables(body, flow, stretch)
            body.break_due = True
            stretch = []
        else:
            stretch.append(row)
    _add_tables(body, flow, stretch)


def _add_tables(body: Body, flow: Flow, rows: list[Row]) -> None:
    for xml in tables(rows, flow, body.paragraphs, body.page.width):
        if body.pieces and body.last is None:
            body.add(_gap())
        body.add_table(xml)


def _is_entry(row: Row) -> bool:
    return any(each.role is Role.ITEM for each in row.parts)


def _is_break(parts: tuple[Part, ...]) -> bool:
    return any(each.role is Role.PAGE_BREAK for each in parts)


def _gap() -> Paragraph:
    return Paragraph(GAP.style_id)
