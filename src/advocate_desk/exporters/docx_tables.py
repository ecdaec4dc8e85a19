"""Side by side: tables of two columns, a row for each row of the flow.

LibreOffice lays out one big table in quadratic time, so a long text is several tables, each with
fixed widths and with its own repeated header row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from advocate_desk.exporters.blocks import Flow, Part, Role, Row
from advocate_desk.exporters.docx_paragraphs import Paragraph, Paragraphs
from advocate_desk.exporters.docx_runs import runs

MOST_ROWS = 250
_WHOLE = frozenset(
    {
        Role.TITLE,
        Role.SUBTITLE,
        Role.HEADING,
        Role.LABEL,
        Role.GROUP_LABEL,
        Role.ENDORSER,
        Role.COUNT_LINE,
        Role.SIGNATORY,
    }
)


def column_widths(flow: Flow, width: int, khmer_share: int) -> list[int]:
    """The width of each language's column: Khmer's share, and the rest evenly."""
    others = len(flow.languages) - ("km" in flow.languages)
    khmer = width * khmer_share // 100 if "km" in flow.languages and others else 0
    each = (width - khmer) // max(others, 1)
    return [khmer if code == "km" and others else each for code in flow.languages]


def table(rows: Iterable[Row], flow: Flow, paragraphs: Paragraphs, widths: list[int]) -> str:
    """One table with its header row."""
    lines = "".join(_row(row, flow, paragraphs, widths) for row in rows)
    return f"{_opening(widths, paragraphs)}{_head(flow, paragraphs, widths)}{lines}</w:tbl>"


def bare_table(cells: Sequence[Sequence[str]], widths: list[int], align: str = "") -> str:
    """Paragraphs that stand beside each other, without any lines; a row is never cut in two."""
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{_margins(0)}</w:tblPr>{_grid(widths)}'
        + "".join(
            f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_cells(iter(row), widths, align or _MIDDLE)}</w:tr>"
            for row in cells
        )
        + "</w:tbl>"
    )


_MIDDLE = '<w:vAlign w:val="center"/>'


def _opening(widths: list[int], paragraphs: Paragraphs) -> str:
    line = f'w:val="single" w:sz="4" w:space="0" w:color="{paragraphs.sheet.rule_color}"'
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblBorders><w:bottom {line}/><w:insideH w:val="nil"/><w:insideV {line}/>'
        f'</w:tblBorders><w:tblLayout w:type="fixed"/>{_margins(57)}</w:tblPr>{_grid(widths)}'
    )


def _margins(top: int) -> str:
    return (
        f'<w:tblCellMar><w:top w:w="{top}" w:type="dxa"/><w:left w:w="142" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="142" w:type="dxa"/></w:tblCellMar>'
    )


def _grid(widths: list[int]) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tblGrid>{columns}</w:tblGrid>"


def _head(flow: Flow, paragraphs: Paragraphs, widths: list[int]) -> str:
    style = paragraphs.sheet.table_head
    cells = (
        Paragraph(
            style.style_id, runs(flow.header.get(code, code), style.look, code, paragraphs.faces)
        ).xml()
        for code in flow.languages
    )
    properties = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
    shaded = '<w:shd w:val="clear" w:color="auto" w:fill="E9EDF2"/>'
    return f"<w:tr>{properties}{_cells(cells, widths, shaded)}</w:tr>"


def _row(row: Row, flow: Flow, paragraphs: Paragraphs, widths: list[int]) -> str:
    whole = any(part.role in _WHOLE for part in row.parts)
    cells = (_cell(row.cells.get(code, ()), row, paragraphs) for code in flow.languages)
    properties = "<w:trPr><w:cantSplit/></w:trPr>" if whole else ""
    return f"<w:tr>{properties}{_cells(cells, widths)}</w:tr>"


def _cell(parts: Sequence[Part], row: Row, paragraphs: Paragraphs) -> str:
    made = (_paragraph(part, parts, row, paragraphs).xml() for part in parts)
    return "".join(made) or Paragraph(paragraphs.sheet.table_head.style_id).xml()


def _paragraph(part: Part, parts: Sequence[Part], row: Row, paragraphs: Paragraphs) -> Paragraph:
    """Readers keep a row with the next one if its first paragraph is kept with the next.

    So a heading over its own text in the same cell lets go, or a page of demands hangs together.
    """
    made = paragraphs.of(part, keep=row.keep)
    style = paragraphs.sheet.style(part.role, part.language)
    made.let_go = style.shape.keep_next and part is not parts[-1]
    return made


def _cells(contents: Iterator[str], widths: list[int], more: str = "") -> str:
    return "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{more}</w:tcPr>{content}</w:tc>'
        for content, width in zip(contents, widths, strict=True)
    )
