"""Address labels on A4 sheets of 14 or 24, cut as the sheets sold for printers are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from advocate_desk.exporters.blocks import Composition, ExportOptions, Role
from advocate_desk.exporters.docx_body import gap, paragraphs_for
from advocate_desk.exporters.docx_frame import frame_parts
from advocate_desk.exporters.docx_looks import TWIPS_PER_MM, Look
from advocate_desk.exporters.docx_paragraphs import Paragraphs
from advocate_desk.exporters.docx_runs import runs
from advocate_desk.exporters.docx_writer import package_bytes
from advocate_desk.exporters.docx_xml import DECLARATION, NAMESPACES
from advocate_desk.language.khmer import has_khmer
from advocate_desk.model.kinds import ENGLISH, KHMER, Layout
from advocate_desk.model.outgoing import LabelGrid

_A4 = (11906, 16838)
_LONG, _LONGEST = 42, 80  # characters; longer names are set smaller


@dataclass(frozen=True, slots=True)
class Label:
    """One label: whose it is, in whose hands, and where."""

    name: str
    person: str = ""
    province: str = ""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet of labels, in millimetres."""

    columns: int
    width: float
    height: float
    top: float
    left: float
    between: float
    size: int  # half points


_SHEETS: Mapping[LabelGrid, _Sheet] = {
    LabelGrid.TWO_BY_SEVEN: _Sheet(2, 99.1, 38.1, 15.1, 4.65, 2.5, 24),
    LabelGrid.THREE_BY_EIGHT: _Sheet(3, 63.5, 33.9, 12.9, 7.21, 2.54, 20),
}


def label_bytes(labels: Sequence[Label], grid: LabelGrid, title: str) -> bytes:
    """A Word document of nothing but labels; the same labels give the same bytes."""
    composition = Composition(
        layout=Layout.KHMER,
        title={KHMER: title},
        flows=(),
        fixed_time="",
        issuer={},
        languages=(KHMER,),
        options=ExportOptions(page_numbers=False),
    )
    needed = paragraphs_for(composition)
    frame = frame_parts(composition.options, needed.sheet, needed.faces)
    # Written whole before it is packed: the faces it uses must be known by then.
    text = "".join(_document(labels, _SHEETS[grid], needed))
    return package_bytes(composition, needed, frame, (text,))


def _document(labels: Sequence[Label], sheet: _Sheet, paragraphs: Paragraphs) -> Iterator[str]:
    widths = _widths(sheet)
    yield f"{DECLARATION}<w:document {NAMESPACES}><w:body>"
    yield (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPr><w:tblGrid>"
    )
    yield from (f'<w:gridCol w:w="{width}"/>' for width in widths)
    yield "</w:tblGrid>"
    for start in range(0, max(len(labels), 1), sheet.columns):
        yield _row(labels[start : start + sheet.columns], sheet, widths, paragraphs)
    yield f"</w:tbl>{gap().xml()}{_section(sheet)}</w:body></w:document>"


def _widths(sheet: _Sheet) -> list[int]:
    """Columns of labels with what is between them."""
    widths = [_twips(sheet.width), _twips(sheet.between)] * sheet.columns
    return widths[:-1]


def _row(
    labels: Sequence[Label], sheet: _Sheet, widths: Sequence[int], paragraphs: Paragraphs
) -> str:
    cells: list[str] = []
    for at, width in enumerate(widths):
        place, is_between = divmod(at, 2)
        is_label = not is_between and place < len(labels)
        content = _label(labels[place], sheet, paragraphs) if is_label else gap().xml()
        cells.append(_cell(content, width))
    height = f'<w:trHeight w:val="{_twips(sheet.height)}" w:hRule="exact"/>'
    return f"<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(content: str, width: int) -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f"{content}</w:tc>"
    )


def _label(label: Label, sheet: _Sheet, paragraphs: Paragraphs) -> str:
    length = len(label.name)
    smaller = 6 if length > _LONGEST else 4 if length > _LONG else 0
    size = sheet.size - smaller
    lines = [_line(label.name, size, paragraphs, bold=True)]
    lines += [
        _line(text, sheet.size - 4, paragraphs) for text in (label.person, label.province) if text
    ]
    return "".join(lines)


def _line(text: str, size: int, paragraphs: Paragraphs, *, bold: bool = False) -> str:
    language = KHMER if has_khmer(text) else ENGLISH
    style = paragraphs.sheet.style(Role.PARAGRAPH, language)
    look = Look(size, size, bold=bold, latin=style.look.latin, khmer=style.look.khmer)
    spacing = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
    margin = _twips(4)
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style.style_id}"/>{spacing}'
        f'<w:ind w:left="{margin}" w:right="{margin}"/><w:jc w:val="left"/></w:pPr>'
        f"{runs(text, look, language, paragraphs.faces)}</w:p>"
    )


def _section(sheet: _Sheet) -> str:
    """The page without head and foot, as near to its edges as labels are."""
    left = _twips(sheet.left)
    return (
        f'<w:sectPr><w:pgSz w:w="{_A4[0]}" w:h="{_A4[1]}"/>'
        f'<w:pgMar w:top="{_twips(sheet.top)}" w:right="0" w:bottom="{_twips(4)}" w:left="{left}"'
        ' w:header="0" w:footer="0" w:gutter="0"/></w:sectPr>'
    )


def _twips(millimetres: float) -> int:
    return round(millimetres * TWIPS_PER_MM)
