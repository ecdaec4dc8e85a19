"""Side by side: tables of two columns, a row for each row of the flow.

LibreOffice lays out one big table in quadratic time, so a long text is several tables, each with
fixed widths and with its own repeated header row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from advocate_desk.exporters.blocks import Flow, Part, Role, Row
from advocate_desk.exporters.docx_looks import RULE, TABLE_HEAD
from advocate_desk.exporters.docx_paragraphs import Paragraph, Paragraphs
from advocate_desk.exporters.docx_runs import runs

MOST_ROWS = 250
_WHOLE = frozenset({Role.TITLE, Role.HEADING, Role.LABEL, Role.ENDORSER, Role.COUNT_LINE})


def tables(rows: list[Row], flow: Flow, paragraphs: Paragraphs, width: int) -> Iterator[str]:
    """The tables of a stretch of rows."""
    widths = [width // len(flow.languages)] * len(flow.languages)
    head = _head(flow, paragraphs, widths)
    # The header row counts as a row, too.
    for start in range(0, len(rows), MOST_ROWS - 1):
        some = rows[start : start + MOST_ROWS - 1]
        yield f"{_opening(widths)}{head}{_rows(some, flow, paragraphs, widths)}</w:tbl>"


def _opening(widths: list[int]) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f"<w:tblBorders><w:bottom {_LINE}/><w:insideH {_NO_LINE}/><w:insideV {_LINE}/>"
        '</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        '<w:top w:w="57" w:type="dxa"/><w:left w:w="142" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="142" w:type="dxa"/></w:tblCellMar>'
        f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>"
    )


_LINE = f'w:val="single" w:sz="4" w:space="0" w:color="{RULE}"'
_NO_LINE = 'w:val="nil"'


def _head(flow: Flow, paragraphs: Paragraphs, widths: list[int]) -> str:
    cells = (
        Paragraph(
            TABLE_HEAD.style_id,
            runs(flow.header.get(code, code), TABLE_HEAD.look, code, paragraphs.faces),
        ).xml()
        for code in flow.languages
    )
    properties = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
    shaded = '<w:shd w:val="clear" w:color="auto" w:fill="E9EDF2"/>'
    return f"<w:tr>{properties}{_cells(cells, widths, shaded)}</w:tr>"


def _rows(rows: list[Row], flow: Flow, paragraphs: Paragraphs, widths: list[int]) -> str:
    return "".join(_row(row, flow, paragraphs, widths) for row in rows)


def _row(row: Row, flow: Flow, paragraphs: Paragraphs, widths: list[int]) -> str:
    whole = any(part.role in _WHOLE for part in row.parts)
    cells = (_cell(row.cells.get(code, ()), row, paragraphs) for code in flow.languages)
    properties = "<w:trPr><w:cantSplit/></w:trPr>" if whole else ""
    return f"<w:tr>{properties}{_cells(cells, widths)}</w:tr>"


def _cell(parts: Sequence[Part], row: Row, paragraphs: Paragraphs) -> str:
    made = (paragraphs.of(part, keep=row.keep and part is parts[-1]).xml() for part in parts)
    return "".join(made) or Paragraph(TABLE_HEAD.style_id).xml()


def _cells(contents: Iterator[str], widths: list[int], shading: str = "") -> str:
    return "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shading}</w:tcPr>{content}</w:tc>'
        for content, width in zip(contents, widths, strict=True)
    )
