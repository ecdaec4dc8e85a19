"""Tables out: texts stay texts, nothing computes, the same texts give the same bytes."""

import io
import json
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advocate_desk.exporters.sheet_writer import SheetTable, csv_bytes, sheet_names, xlsx_bytes
from advocate_desk.importers.csv_rows import csv_rows
from advocate_desk.importers.sheet_limits import bare_cell
from advocate_desk.importers.xlsx_workbook import read_workbook
from advocate_desk.model.errors import ExportRefused

COMPUTING = ["=1+1", "+855 12", "-1", "@SUM", "＝1", "＋1", "－1", "＠a", "'=1", "''=1", "'quoted'"]
ROWS = [["Id", "Text"], *([f"{n:05}", one] for n, one in enumerate(COMPUTING))]
TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"], include_characters="\n\t"),
    max_size=30,
) | st.sampled_from(COMPUTING)


def read_back(data: bytes) -> list[list[str]]:
    (only,) = json.loads(json.dumps(read_workbook(data)))["sheets"]
    width = 2
    made = {number: dict(cells) for number, cells in only["rows"]}
    return [
        [bare_cell(made.get(n, {}).get(at, "")) for at in range(width)]
        for n in range(1, max(made, default=0) + 1)
    ]


def test_a_spreadsheet_program_sees_texts_and_whole_numbers() -> None:
    data = xlsx_bytes([SheetTable("List", [["A", "B"], ["=1+1", 7], ["", "ខ្មែរ\nពីរ"]])])
    page = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    assert [[cell.value for cell in line] for line in page.iter_rows()] == [
        ["A", "B"],
        ["=1+1", 7],
        [None, "ខ្មែរ\nពីរ"],
    ]
    assert page["A2"].data_type == "s"
    assert page["A2"].quotePrefix
    assert page["B3"].alignment.wrap_text
    assert "Khmer" in str(page["B3"].font.name)
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref == "A1:B3"


def test_what_computes_comes_back_as_it_was() -> None:
    assert read_back(xlsx_bytes([SheetTable("List", ROWS)])) == ROWS
    again = [[bare_cell(cell) for cell in cells] for _, cells in csv_rows(csv_bytes(ROWS), "a.csv")]
    assert again == ROWS


def test_in_a_csv_file_nothing_begins_like_a_formula() -> None:
    lines = csv_bytes([[one] for one in COMPUTING]).decode("utf-8-sig").split("\r\n")
    assert not [line for line in lines if line.lstrip('"').startswith(tuple("=+-@＝＋－＠"))]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=5))
def test_any_text_comes_back(rows: list[tuple[str, str]]) -> None:
    bare = [[cell.strip(" \t\n") for cell in row] for row in rows]
    while bare and not any(bare[-1]):
        bare.pop()
    assert read_back(xlsx_bytes([SheetTable("List", bare)])) == bare
    again = [[bare_cell(cell) for cell in cells] for _, cells in csv_rows(csv_bytes(bare), "a.csv")]
    assert [row for row in again if any(row)] == [row for row in bare if any(row)]


def test_the_same_texts_give_the_same_bytes() -> None:
    assert xlsx_bytes([SheetTable("A", ROWS)]) == xlsx_bytes([SheetTable("A", ROWS)])
    assert b"1980" not in xlsx_bytes([SheetTable("A", ROWS)])


def test_sheets_are_named_as_a_spreadsheet_program_allows() -> None:
    made = sheet_names(["a/b", "A b", "", "x" * 40, "x" * 40, "'q'"])
    assert made == ["a b", "A b 2", "Sheet", "x" * 31, f"{'x' * 29} 2", "q"]


def test_an_empty_sheet_is_a_sheet() -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes([SheetTable("Nothing", [])])))
    assert book.sheetnames == ["Nothing"]


def test_a_text_no_cell_can_hold_is_refused_with_its_place() -> None:
    with pytest.raises(ExportRefused, match="B2"):
        xlsx_bytes([SheetTable("List", [["A", "B"], ["", "x" * 32_768]])])


def test_widths_may_be_given() -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "list.xlsx"
        path.write_bytes(xlsx_bytes([SheetTable("A", [["a", "b" * 99]], widths=(33,))]))
        page = openpyxl.load_workbook(path).worksheets[0]
        assert [page.column_dimensions[letter].width for letter in "AB"] == [33, 60]
