"""Tables out: XLSX and CSV whose bytes depend on their texts alone and that compute nothing.

Every text is a text: in XLSX a cell of text that keeps its quote prefix when it is edited, in CSV
an apostrophe before what a spreadsheet program would compute, which our own reader takes off.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from advocate_desk.exporters.docx_xml import DECLARATION, R, escaped
from advocate_desk.exporters.zip_parts import StreamedPart, ZipPart, zipped
from advocate_desk.language.fonts import UI_KHMER
from advocate_desk.model.errors import ExportRefused
from advocate_desk.model.marked import marked

Cell = str | int
LONGEST_CELL = 32_767  # UTF-16 units; more and Excel calls the file damaged
LONGEST_NAME = 31
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_COMPUTED = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]|^'|'$")
_ESCAPE_LIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_NARROWEST, _WIDEST = 10, 60
_TEXT, _HEADER, _WHOLE, _ONE_LINE = 1, 2, 3, 4  # the cell styles of _styles_xml
_LINE, _TALLEST = 18, 360  # points; more than 409 no program takes


@dataclass(frozen=True, slots=True)
class SheetTable:
    """One sheet to write: the first row is its header; widths are told by the texts if empty.

    The columns in `one_line` are cut instead of wrapped: ids, which nobody reads.
    """

    name: str
    rows: Sequence[Sequence[Cell]]
    widths: tuple[int, ...] = ()
    one_line: frozenset[int] = frozenset()


def csv_bytes(rows: Iterable[Sequence[Cell]]) -> bytes:
    """A CSV file as spreadsheet programs expect it: UTF-8 with its mark, CRLF, commas."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    for row in rows:
        writer.writerow([_harmless(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and _COMPUTED.match(cell) else cell


def xlsx_bytes(sheets: Sequence[SheetTable]) -> bytes:
    """An XLSX file: Khmer fonts, a header that stays in view, wrapped texts, filters.

    Raises:
        ExportRefused: a text is longer than a cell of a spreadsheet can hold.
    """
    names = sheet_names([sheet.name for sheet in sheets])
    count = len(sheets)
    parts = [
        ZipPart("[Content_Types].xml", _content_types_xml(count).encode()),
        ZipPart("_rels/.rels", _package_relations_xml().encode()),
        ZipPart("xl/workbook.xml", _workbook_xml(sheets, names).encode()),
        ZipPart("xl/_rels/workbook.xml.rels", _workbook_relations_xml(count).encode()),
        ZipPart("xl/styles.xml", _styles_xml().encode()),
    ]
    written = [
        StreamedPart(f"xl/worksheets/sheet{number}.xml", _sheet_xml(sheet, name))
        for number, (sheet, name) in enumerate(zip(sheets, names, strict=True), start=1)
    ]
    return zipped((*parts, *written))


def sheet_names(names: Iterable[str]) -> list[str]:
    """The names as Excel allows them: without signs like `/`, at most 31 characters, each once."""
    made: list[str] = []
    for name in names:
        base = _NOT_IN_NAMES.sub(" ", name).strip() or "Sheet"
        number, tried = 1, base[:LONGEST_NAME].strip()
        while tried.casefold() in {other.casefold() for other in made}:
            number += 1
            ending = f" {number}"
            tried = base[: LONGEST_NAME - len(ending)].strip() + ending
        made.append(tried)
    return made


def _content_types_xml(count: int) -> str:
    sheets = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml"'
        f' ContentType="{_TYPES}.worksheet+xml"/>'
        for number in range(1, count + 1)
    )
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPES}.styles+xml"/>{sheets}</Types>'
    )


def _package_relations_xml() -> str:
    return _relations([("rId1", "officeDocument", "xl/workbook.xml")])


def _workbook_relations_xml(count: int) -> str:
    sheets = [(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in range(1, count + 1)]
    return _relations([*sheets, (f"rId{count + 1}", "styles", "styles.xml")])


def _relations(rows: Iterable[tuple[str, str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{name}" Type="{R}/{kind}" Target="{target}"/>'
        for name, kind, target in rows
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def _workbook_xml(sheets: Sequence[SheetTable], names: Sequence[str]) -> str:
    listed = "".join(
        f'<sheet name="{escaped(name)}" sheetId="{n}" r:id="rId{n}"/>'
        for n, name in enumerate(names, start=1)
    )
    filters = "".join(
        f'<definedName name="_xlnm._FilterDatabase" localSheetId="{at}" hidden="1">'
        f"'{escaped(name).replace(chr(39), chr(39) * 2)}'!{_range(sheet, absolute=True)}"
        "</definedName>"
        for at, (sheet, name) in enumerate(zip(sheets, names, strict=True))
        if sheet.rows
    )
    defined = f"<definedNames>{filters}</definedNames>" if filters else ""
    return (
        f'{DECLARATION}<workbook xmlns="{_MAIN}" xmlns:r="{R}">'
        f"<sheets>{listed}</sheets>{defined}</workbook>"
    )


def _range(sheet: SheetTable, *, absolute: bool = False) -> str:
    mark = "$" if absolute else ""
    last = max((len(row) for row in sheet.rows), default=1) or 1
    return f"{mark}A{mark}1:{mark}{_letters(last - 1)}{mark}{max(len(sheet.rows), 1)}"


def _styles_xml() -> str:
    """Plain, text, header and number cells; text keeps its quote prefix, so nothing computes."""
    fonts = "".join(
        f'<font>{bold}<sz val="11"/><name val="{UI_KHMER}"/><family val="2"/></font>'
        for bold in ("", "<b/>")
    )
    top = '<alignment vertical="top" wrapText="1"/>'
    flat = '<alignment vertical="top"/>'
    fills = (
        '<fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill>'
        '<fill><patternFill patternType="solid"><fgColor rgb="FFE8EDF2"/></patternFill></fill>'
    )
    text = f'numFmtId="49" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1">{top}</xf>'
    return (
        f'{DECLARATION}<styleSheet xmlns="{_MAIN}"><fonts count="2">{fonts}</fonts>'
        f'<fills count="3">{fills}</fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
        '</cellStyleXfs><cellXfs count="5">'
        '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        f'<xf fontId="0" fillId="0" applyAlignment="1" {text}'
        f'<xf fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1" {text}'
        '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">'
        f'{top}</xf><xf fontId="0" fillId="0" applyAlignment="1" {text.replace(top, flat)}</cellXfs><cellStyles count="1">'
        '<cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


def _sheet_xml(sheet: SheetTable, name: str) -> Iterator[str]:
    yield (
        f'{DECLARATION}<worksheet xmlns="{_MAIN}"><dimension ref="{_range(sheet)}"/>'
        '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2"'
        ' activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        '<sheetFormatPr defaultRowHeight="18"/>'
    )
    yield f"<cols>{_columns(sheet)}</cols><sheetData>" if sheet.rows else "<sheetData>"
    widths = _widths(sheet)
    for number, row in enumerate(sheet.rows, start=1):
        cells = "".join(
            _cell(cell, f"{_letters(at)}{number}", _style(sheet, number, at), name)
            for at, cell in enumerate(row)
        )
        yield f'<row r="{number}" ht="{_height(row, widths, sheet.one_line)}">{cells}</row>'
    yield "</sheetData>"
    yield f'<autoFilter ref="{_range(sheet)}"/></worksheet>' if sheet.rows else "</worksheet>"


def _style(sheet: SheetTable, row: int, column: int) -> int:
    if row == 1:
        return _HEADER
    return _ONE_LINE if column in sheet.one_line else _TEXT


def _height(row: Sequence[Cell], widths: Sequence[int], one_line: frozenset[int]) -> int:
    """About as high as its longest text: programs that know better measure it again."""
    lines = [
        sum(1 + len(line) // widths[at] for line in str(cell).split("\n"))
        for at, cell in enumerate(row)
        if at not in one_line
    ]
    return min(_LINE * max(lines, default=1), _TALLEST)


def _columns(sheet: SheetTable) -> str:
    return "".join(
        f'<col min="{at}" max="{at}" width="{width}" customWidth="1"/>'
        for at, width in enumerate(_widths(sheet), start=1)
    )


def _widths(sheet: SheetTable) -> list[int]:
    count = max((len(row) for row in sheet.rows), default=0) or 1
    told = [*sheet.widths, *(_width(sheet, at) for at in range(len(sheet.widths), count))]
    return told[:count]


def _width(sheet: SheetTable, column: int) -> int:
    """As wide as its longest line of the first rows, within limits."""
    cells = (str(row[column]) for row in sheet.rows[:200] if column < len(row))
    longest = max((len(line) for cell in cells for line in cell.split("\n")), default=0)
    return min(max(longest + 2, _NARROWEST), _WIDEST)


def _cell(cell: Cell, place: str, style: int, sheet: str) -> str:
    if isinstance(cell, int):
        return f'<c r="{place}" s="{_WHOLE}"><v>{cell}</v></c>'
    if not cell:
        return f'<c r="{place}" s="{style}"/>'
    if len(cell) > LONGEST_CELL // 2 and len(cell.encode("utf-16-le")) // 2 > LONGEST_CELL:
        raise _too_long(sheet, place)
    # Our reader takes one apostrophe off, so a text that begins like that gets another one.
    kept = f"'{cell}" if cell[0] == "'" and _COMPUTED.match(cell) else cell
    text = escaped(_ESCAPE_LIKE.sub("_x005F_", kept).replace("\r", "_x000D_"))
    return (
        f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
    )


def _too_long(sheet: str, place: str) -> ExportRefused:
    return ExportRefused(
        marked(
            "The text for cell {cell} of sheet “{sheet}” is longer than the {most} characters a "
            "spreadsheet can hold."
        ),
        advice=marked("Shorten it, or part it in two."),
        cell=place,
        sheet=sheet,
        most=LONGEST_CELL,
    )


def _letters(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
