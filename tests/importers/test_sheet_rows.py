"""Tables in: every cell is the text it shows, and whatever was not read is told."""

import json
from pathlib import Path

import openpyxl
import pytest

from advocate_desk.importers import sheet_limits
from advocate_desk.importers.sheet_rows import Sheet, read_sheets
from advocate_desk.importers.xlsx_workbook import read_workbook
from advocate_desk.model.errors import ImportRefused
from importers.sheet_files import R, row, saved, sheet, text, xlsx_bytes
from importers.word_files import relations, zipped


def read(folder: Path, data: bytes, name: str = "list.xlsx") -> tuple[Sheet, ...]:
    return read_sheets(saved(folder, data, name))


def rows(data: bytes) -> list[tuple[int, list[tuple[int, str]]]]:
    """The rows of the first sheet, read without the child process."""
    sheets = json.loads(json.dumps(read_workbook(data)))["sheets"]
    return [(number, [(at, words) for at, words in cells]) for number, cells in sheets[0]["rows"]]


def notes(data: bytes) -> list[str]:
    sheets = json.loads(json.dumps(read_workbook(data)))["sheets"]
    return [note["message"].format(**note["arguments"]) for note in sheets[0]["notes"]]


def refusal(folder: Path, data: bytes, name: str = "list.xlsx") -> str:
    with pytest.raises(ImportRefused) as caught:
        read(folder, data, name)
    sentence = str(caught.value)
    assert name in sentence
    assert "{" not in sentence
    return sentence


# --- cells


def test_a_real_spreadsheet_is_read_as_it_is_shown(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append(["No", "Name", "Phone"])
    page.append([1, "សហព័ន្ធ", "012 345 678"])
    page.append([None, None, None])
    page.append([85512345678, "=1+1", True])
    page["B4"].data_type = "s"
    book.save(tmp_path / "list.xlsx")
    (only,) = read_sheets(tmp_path / "list.xlsx")
    assert only.header_row.cells == ("No", "Name", "Phone")
    assert [(one.number, one.cells) for one in only.rows] == [
        (2, ("1", "សហព័ន្ធ", "012 345 678")),
        (4, ("85512345678", "=1+1", "TRUE")),
    ]


def test_numbers_dates_and_telephones_are_read_as_they_are_shown() -> None:
    cells = row(
        1,
        '<c r="A1" s="1"><v>123</v></c>',
        '<c r="B1" s="2"><v>12345678</v></c>',
        '<c r="C1" s="3"><v>45866</v></c>',
        '<c r="D1" s="4"><v>45866.4375</v></c>',
        '<c r="E1" s="5"><v>0.25</v></c>',
        '<c r="F1" s="6"><v>0.5</v></c>',
        '<c r="G1"><v>8.5512345678E10</v></c>',
        '<c r="H1"><v>0.1000000000000000055</v></c>',
        '<c r="I1" t="d"><v>2025-07-28</v></c>',
        '<c r="J1" s="3"><v>59</v></c>',
        '<c r="K1" s="3"><v>-4</v></c>',
        '<c r="L1"><v>1e999</v></c>',
    )
    ((_, found),) = rows(xlsx_bytes(sheet(cells)))
    assert [words for _, words in found] == [
        "000123",
        "012-345-678",
        "2025-07-28",
        "2025-07-28 10:30:00",
        "25%",
        "12:00:00",
        "85512345678",
        "0.1",
        "2025-07-28",
        "1900-02-28",
        "-4",
        "1e999",
    ]


def test_dates_may_count_from_1904() -> None:
    data = xlsx_bytes(
        sheet(row(1, '<c r="A1" s="3"><v>44404</v></c>')), workbook='<workbookPr date1904="1"/>'
    )
    assert rows(data) == [(1, [(0, "2025-07-28")])]


def test_shared_texts_lose_phonetics_and_escapes_only() -> None:
    strings = (
        "<sst><si><r><t>Two </t></r><r><t>runs</t></r><rPh><t>no</t></rPh></si>"
        "<si><t>a_x000D__x000A_b_x005F_x000D_</t></si></sst>"
    )
    cells = row(1, '<c t="s"><v>0</v></c>', '<c t="s"><v>1</v></c>', '<c t="s"><v>7</v></c>')
    data = xlsx_bytes(sheet(cells), parts={"xl/strings.xml": strings})
    assert rows(data) == [(1, [(0, "Two runs"), (1, "a\r\nb_x000D_")])]


def test_formulas_errors_and_merged_cells_are_told() -> None:
    cells = row(
        2,
        '<c r="A2"><f>1+1</f><v>2</v></c>',
        '<c r="B2" t="str"><f>SUM(C1)</f></c>',
        '<c r="C2" t="e"><v>#REF!</v></c>',
        text("D2", "Merged"),
    )
    data = xlsx_bytes(sheet(cells, '<mergeCells><mergeCell ref="D2:E3"/></mergeCells>'))
    assert rows(data) == [(2, [(0, "2"), (1, "=SUM(C1)"), (3, "Merged")])]
    told = " ".join(notes(data))
    for part in ("formulas (A2)", "without a value (B2)", "error (C2)", "merged cells (D2:E3)"):
        assert part in told


def test_a_wrong_dimension_drops_no_row() -> None:
    made = sheet("".join(row(n, text(f"A{n}", f"Row {n}")) for n in range(1, 101)))
    data = xlsx_bytes(made.replace("<sheetData>", '<dimension ref="A1:A10"/><sheetData>'))
    assert len(rows(data)) == 100


def test_one_far_cell_costs_nothing() -> None:
    data = xlsx_bytes(sheet(row(1, text("A1", "Near")) + row(1_048_576, text("B1048576", "Far"))))
    assert rows(data) == [(1, [(0, "Near")]), (1_048_576, [(1, "Far")])]


def test_rows_and_cells_without_places_follow_each_other() -> None:
    inner = "<row><c t='inlineStr'><is><t>A</t></is></c></row><row><c/><c><v>5</v></c></row>"
    assert rows(xlsx_bytes(sheet(inner))) == [(1, [(0, "A")]), (2, [(1, "5")])]


def test_hidden_sheets_are_left_out_and_told(tmp_path: Path) -> None:
    data = xlsx_bytes(
        sheet(row(1, text("A1", "Shown"))),
        sheet(row(1, text("A1", "Secret"))),
        sheet(row(3, text("B3", "Third"))),
        states=("", "hidden", ""),
    )
    found = read(tmp_path, data)
    assert [(one.name, one.header_row.text) for one in found] == [
        ("One", "Shown"),
        ("Three", "Third"),
    ]
    assert [str(note.arguments["sheets"]) for note in found[0].notes] == ["Two"]


def test_characters_nobody_can_read_are_taken_out_and_told(tmp_path: Path) -> None:
    (only,) = read(tmp_path, xlsx_bytes(sheet(row(2, text("B2", "a_x0007_b_x000D_&#10;c")))))
    assert only.header_row.cells == ("", "ab\nc")
    (note,) = only.notes
    assert (note.arguments["count"], note.arguments["cell"]) == (1, "B2")


def test_a_header_further_down_is_found(tmp_path: Path) -> None:
    data = b"Answers of 2025\n\nNo,Name\n1,Union\n"
    (only,) = read(tmp_path, data, "list.csv")
    headed = only.under_header(lambda cells: "Name" in cells)
    assert headed is not None
    assert [one.text for one in headed.above] == ["Answers of 2025"]
    assert headed.header_row.number == 3
    assert [one.cell(1) for one in headed.rows] == ["Union"]
    assert headed.place(headed.rows[0], 1) == "B4"
    assert headed.rows[0].cell(9) == ""
    assert only.under_header(lambda _cells: False) is None
    assert [one.number for one in headed.all_rows] == [1, 3, 4]


def test_columns_are_named_as_in_a_spreadsheet() -> None:
    named = [sheet_limits.column_letters(at) for at in (0, 25, 26, 701, 702)]
    assert named == ["A", "Z", "AA", "ZZ", "AAA"]


# --- CSV


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_csv_file_says_its_encoding_and_delimiter(
    delimiter: str, encoding: str, tmp_path: Path
) -> None:
    lines = [("No", "Name, official"), ("00123", "សហព័ន្ធ\nកម្មករ"), ("2", "'=Union"), ("", "=1")]
    whole = "\r\n".join(
        delimiter.join(f'"{cell}"' if "\n" in cell or "," in cell else cell for cell in line)
        for line in lines
    )
    (only,) = read(tmp_path, whole.encode(encoding), "list.csv")
    assert only.name == "list"
    assert [one.cells for one in only.all_rows] == [*lines[:2], ("2", "=Union"), ("", "=1")]
    assert [one.number for one in only.all_rows] == [1, 2, 3, 4]


def test_the_line_that_names_the_delimiter_is_no_row(tmp_path: Path) -> None:
    (only,) = read(tmp_path, b"sep=;\r\nA,B;C\r\n", "list.csv")
    assert (only.header_row.number, only.header_row.cells) == (2, ("A,B", "C"))


def test_a_file_of_tabs_may_hold_commas(tmp_path: Path) -> None:
    (only,) = read(tmp_path, b"A, b\tC, d, e\n", "list.tsv")
    assert only.header_row.cells == ("A, b", "C, d, e")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b'Name\n"Union\nOther\n', "look at line"),
        (b'Name\n"Uni"on\n', "line 2"),
        ("ឈ្មោះ".encode("utf-16-le") + b"\xff\x00", "not"),
        ("Fran\u00e7ais".encode("latin-1"), "UTF-8"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"a\0b", "not a text file"),
        (b" , \n\n", "no text"),
        (b"", "empty"),
        (f'"{"x" * 140_000}"'.encode(), "line 1 holds more"),
        (f'A,"{"x" * 100_001}"'.encode(), "row 1, column B"),
        (",".join("x" * 300).encode(), "column IW"),
    ],
)
def test_a_bad_csv_file_gives_one_sentence(data: bytes, words: str, tmp_path: Path) -> None:
    assert words in refusal(tmp_path, data, "list.csv")


def test_a_csv_file_with_too_many_rows_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("advocate_desk.importers.csv_rows.MOST_ROWS", 2)
    assert "at row 3" in refusal(tmp_path, b"a\nb\nc\n", "list.csv")


# --- bad XLSX

SOUND = xlsx_bytes(sheet(row(1, text("A1", "Text"))))
LAUGHS = '<!DOCTYPE d [<!ENTITY a "ha">]><worksheet/>'
LONG = sheet(row(7, text("C7", "".join(f"{n:x}" for n in range(30_000)))))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"Name\nUnion\n", "not a spreadsheet"),
        (b"\xd0\xcf\x11\xe0" + bytes(50), "password"),
        (b"<html><body>", "a web page"),
        (SOUND[:400], "damaged"),
        (zipped({"word/document.xml": "<a/>"}), "not a spreadsheet"),
        (xlsx_bytes(sheet("")), "no text"),
        (xlsx_bytes("<worksheet><sheetData>"), "damaged"),
        (xlsx_bytes(LAUGHS), "document type definition"),
        (xlsx_bytes("", parts={"../x.xml": "<a/>"}), "not built as a spreadsheet"),
        (xlsx_bytes("", parts={"xl/x.bin": bytes(3_000_000)}), "larger inside than any list"),
        (xlsx_bytes(LONG), "sheet “One”, row 7, column C holds more than 100000"),
        (xlsx_bytes(sheet(row(2, text("IW2", "Wide")))), "text in column IW"),
    ],
)
def test_a_bad_spreadsheet_gives_one_sentence(data: bytes, words: str, tmp_path: Path) -> None:
    assert words in refusal(tmp_path, data)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (SOUND[:400], "damaged"),
        (zipped({"word/document.xml": "<a/>"}), "not a spreadsheet"),
        (
            zipped(
                {
                    "_rels/.rels": relations(("rId1", "officeDocument", "/xl/workbook.xml", "")),
                    "xl/workbook.xml": "<document/>",
                }
            ),
            "not a spreadsheet",
        ),
        (xlsx_bytes(LAUGHS), "document type definition"),
        (xlsx_bytes(LONG), "more than {most} characters"),
        (xlsx_bytes(sheet(row(2, text("IW2", "Wide")))), "text in column"),
    ],
)
def test_a_bad_spreadsheet_is_refused_within_the_limited_process(data: bytes, words: str) -> None:
    with pytest.raises(ImportRefused) as caught:
        read_workbook(data)
    assert words in caught.value.message


def test_notes_on_hidden_sheets_stand_before_the_others() -> None:
    shown = sheet(row(1, '<c r="A1"><f>1</f><v>1</v></c>'))
    told = notes(xlsx_bytes(shown, sheet(""), states=("", "veryHidden", "")))
    assert [one.split()[-1] for one in told] == ["Two.", "read."]


def test_truth_phonetics_and_rests_of_cells_are_read() -> None:
    cells = row(
        1,
        '<c r="A1" t="b"><v>1</v></c>',
        '<c r="B1" t="b"><v>0</v></c>',
        '<c r="C1" t="inlineStr"><is><t>Word</t><rPh><t>sound</t></rPh></is></c>',
        '<c r="D1" t="str"><v>a_x0041_</v></c>',
        '<c r="E1" s="99"><v>7</v></c>',
        '<c r="F1"><v>-0.5</v></c>',
        '<c r="G1"><f/></c>',
        '<c r="H1" s="5"><v>abc</v></c>',
    )
    ((_, found),) = rows(xlsx_bytes(sheet(cells)))
    assert [words for _, words in found] == ["TRUE", "FALSE", "Word", "aA", "7", "-0.5", "abc"]


def test_a_workbook_without_styles_is_read() -> None:
    data = xlsx_bytes(sheet(row(1, '<c r="A1" s="1"><v>5</v></c>')), parts={"xl/styles.xml": b""})
    with pytest.raises(ImportRefused):
        read_workbook(data)
    plain = zipped(
        {
            "_rels/.rels": relations(("rId1", "officeDocument", "xl/workbook.xml", "")),
            "xl/workbook.xml": f'<workbook xmlns:r="{R}"><sheets>'
            '<sheet name="A" r:id="rId1"/><sheet name="B" r:id="rId7"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": relations(("rId1", "worksheet", "a.xml", "")),
            "xl/a.xml": sheet(row(1, '<c r="A1" s="1"><v>5</v></c>')),
        }
    )
    assert rows(plain) == [(1, [(0, "5")])]


def test_a_sheet_that_grows_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    strings = f"<sst><si><t>{'x' * 90_000}</t></si></sst>"
    cells = "".join(row(n, '<c t="s"><v>0</v></c>') for n in range(1, 800))
    with pytest.raises(ImportRefused) as caught:
        read_workbook(xlsx_bytes(sheet(cells), parts={"xl/strings.xml": strings}))
    assert caught.value.arguments["row"] == 667
    monkeypatch.setattr("advocate_desk.importers.xlsx_cells.MOST_ROWS", 1)
    with pytest.raises(ImportRefused):
        read_workbook(xlsx_bytes(sheet(row(1, text("A1", "a")) + row(2, text("A2", "b")))))


def test_a_workbook_with_very_many_sheets_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("advocate_desk.importers.xlsx_workbook.MOST_SHEETS", 1)
    with pytest.raises(ImportRefused):
        read_workbook(xlsx_bytes(sheet(""), sheet("")))


@pytest.mark.parametrize("ending", [".xls", ".ods", ".numbers"])
def test_other_spreadsheets_are_refused_with_advice(ending: str, tmp_path: Path) -> None:
    assert "save it as .xlsx" in refusal(tmp_path, b"anything", f"list{ending}")


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    assert ".xlsx, .csv" in refusal(tmp_path, b"anything", "list.jpg")
    with pytest.raises(ImportRefused, match="no file"):
        read_sheets(tmp_path / "nothing.xlsx")
