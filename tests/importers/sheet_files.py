"""Spreadsheets made by hand for the tests: sound ones and hostile ones."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from importers.word_files import relations, zipped

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts count="3"><numFmt numFmtId="164" formatCode="000000"/>'
    '<numFmt numFmtId="165" formatCode="000\\-000\\-000"/>'
    '<numFmt numFmtId="166" formatCode="[$-409]d\\ mmmm\\ yyyy;@"/></numFmts><cellXfs>'
    '<xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/>'
    '<xf numFmtId="22"/><xf numFmtId="9"/><xf numFmtId="20"/></cellXfs></styleSheet>'
)


def sheet(inner: str, after: str = "") -> str:
    """A sheet with these rows."""
    return f'<worksheet xmlns="{MAIN}"><sheetData>{inner}</sheetData>{after}</worksheet>'


def row(number: int, *cells: str) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


def text(place: str, content: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{content}</t></is></c>'


def xlsx_bytes(
    *sheets: str,
    names: tuple[str, ...] = ("One", "Two", "Three"),
    states: tuple[str, ...] = ("", "", ""),
    parts: Mapping[str, str | bytes] | None = None,
    workbook: str = "",
) -> bytes:
    """A workbook with these sheets and these other parts."""
    listed = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"'
        + (f' state="{state}"/>' if state else "/>")
        for n, (name, state, _) in enumerate(zip(names, states, sheets, strict=False), start=1)
    )
    targets = [(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml", "") for n in range(1, 4)]
    others = [("rId8", "styles", "styles.xml", ""), ("rId9", "sharedStrings", "strings.xml", "")]
    return zipped(
        {
            "_rels/.rels": relations(("rId1", "officeDocument", "xl/workbook.xml", "")),
            "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{R}">{workbook}'
            f"<sheets>{listed}</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": relations(*targets, *others),
            "xl/styles.xml": STYLES,
            **{f"xl/worksheets/sheet{n}.xml": one for n, one in enumerate(sheets, start=1)},
            **(parts or {}),
        }
    )


def saved(folder: Path, data: bytes, name: str = "list.xlsx") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path
