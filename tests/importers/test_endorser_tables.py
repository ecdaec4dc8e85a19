"""Tables of endorsers, as people keep them and as form services export them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advocate_desk.exporters.sheet_writer import SheetTable, csv_bytes, xlsx_bytes
from advocate_desk.importers.endorser_columns import proposed
from advocate_desk.importers.endorser_reader import read_endorser_text, read_endorsers
from advocate_desk.importers.endorser_tables import sheets_endorsers
from advocate_desk.importers.sheet_rows import sheet_of
from advocate_desk.model.column_map import ColumnMap, ColumnRole
from advocate_desk.model.draft import DraftEndorsers
from advocate_desk.model.errors import ImportRefused
from advocate_desk.model.registry import Contact
from advocate_desk.model.sentences import filled, note_sentence

FORM = (
    "Timestamp",
    "Organisation name (English)",
    "ឈ្មោះអង្គការ",
    "Acronym (if any)",
    "What kind of organisation is it?",
    "Province / ខេត្ត",
    "Contact person",
    "Position",
    "Phone number",
    "Telegram or Signal",
    "Email Address",
    "Do you agree that your organisation endorses the statement?",
    "Anything else you want to tell us",
)
YES = (
    *("2025-07-20 10:11:12", "Water Network", "បណ្តាញទឹក", "WN", "Network", "កំពត"),
    *(
        "Sok Dara",
        "Director",
        "012 345 678",
        "@dara",
        "dara@example.org",
        "Yes, we agree",
        "Thanks",
    ),
)
NO = (*("2025-07-21 09:00:00", "Fish Union", "", "", "", ""), *[""] * 5, "No", "")
SILENT = (*("2025-07-21 09:00:00", "Rice Union", "", "", "", ""), *[""] * 5, "", "")


def read(*rows: Sequence[str], name: str = "Answers") -> DraftEndorsers:
    sheet = sheet_of(name, list(enumerate(map(list, rows), start=1)))
    assert sheet is not None
    return sheets_endorsers([sheet])


def is_reconciled(draft: DraftEndorsers) -> bool:
    return draft.rows == len(draft.endorsers) + len(draft.listed)


def reasons(draft: DraftEndorsers) -> list[str]:
    return [filled(row.reason, row.arguments) for row in draft.listed]


def told(draft: DraftEndorsers) -> str:
    return "\n".join(map(note_sentence, draft.notes))


def roles(draft: DraftEndorsers) -> dict[str, str]:
    (sheet,) = draft.sheets
    return {role.value: sheet.titles[at] for role, at in sheet.map.columns.items()}


def test_the_answers_of_a_form_are_mapped_by_their_questions() -> None:
    assert roles(read(FORM, YES)) == {
        "consent_day": "Timestamp",
        "english_name": "Organisation name (English)",
        "khmer_name": "ឈ្មោះអង្គការ",
        "acronym": "Acronym (if any)",
        "kind": "What kind of organisation is it?",
        "province": "Province / ខេត្ត",
        "contact": "Contact person",
        "contact_role": "Position",
        "phone": "Phone number",
        "messenger": "Telegram or Signal",
        "email": "Email Address",
        "agreed": "Do you agree that your organisation endorses the statement?",
        "notes": "Anything else you want to tell us",
    }


def test_everything_a_form_tells_comes_with_its_endorser() -> None:
    (one,) = read(FORM, YES).endorsers
    assert one.name == {"km": "បណ្តាញទឹក", "en": "Water Network"}
    assert (one.acronym, one.kind, one.province) == ("WN", "network", "កំពត")
    contact = Contact("Sok Dara", "Director", "012 345 678", "@dara", "dara@example.org")
    assert one.contact == contact
    assert (one.consented_on, one.notes, one.sheet_row) == ("2025-07-20", "Thanks", 2)


def test_who_does_not_agree_is_listed_with_sheet_row_and_column() -> None:
    draft = read(FORM, YES, NO, SILENT)
    assert [one.name["en"] for one in draft.endorsers] == ["Water Network"]
    assert reasons(draft) == [
        "Sheet “Answers”, row 3, column L: The answer is no, so it does not endorse.",
        (
            "Sheet “Answers”, row 4, column L: The answer is neither yes nor no, so nothing was "
            "agreed to."
        ),
    ]
    assert is_reconciled(draft)


@pytest.mark.parametrize(
    ("answer", "agrees"),
    [
        ("Yes", True),
        ("yes, in full", True),
        ("បាទ/ចាស", True),
        ("យល់ព្រម", True),
        ("I agree", True),
        ("TRUE", True),
        ("No", False),
        ("no thanks", False),
        ("ទេ", False),
        ("មិនយល់ព្រម", False),
        ("Yes, but we do not agree to be named", False),
        ("maybe", False),
        ("November", False),
    ],
)
def test_an_answer_counts_only_where_it_is_a_clear_yes(answer: str, agrees: bool) -> None:
    rows = [("Organisation", "Do you agree?"), ("A Group", answer), ("B Group", "Yes")]
    assert ("A Group" in [one.name["en"] for one in read(*rows).endorsers]) is agrees


@pytest.mark.parametrize(
    ("title", "withheld"),
    [
        ("May we publish your name?", [False, True, True, True]),
        ("May the name be printed", [False, True, True, True]),
        ("Do you agree that your name is shown publicly?", [False, True, True, True]),
        ("យល់ព្រមឱ្យបោះពុម្ពឈ្មោះ", [False, True, True, True]),
        ("Withhold our name", [True, False, True, False]),
        ("Do you want to stay anonymous?", [True, False, True, False]),
        ("ស្នើសុំមិនបញ្ចេញឈ្មោះ", [True, False, True, False]),
        ("Do you endorse the statement and its publication?", None),
        ("Name as it should be printed", None),
    ],
)
def test_a_form_says_whose_name_must_not_be_printed(
    title: str, withheld: list[bool] | None
) -> None:
    rows = [
        (f"{letter} Group", answer)
        for letter, answer in zip("ABC", ("Yes", "No", "maybe"), strict=True)
    ]
    draft = read(("Organisation", title), *rows, ("D Group", ""))
    if withheld is None:
        assert not any(one.is_withheld for one in draft.endorsers)
        return
    assert [one.is_withheld for one in draft.endorsers] == withheld
    (note,) = draft.notes
    assert note.arguments["count"] == sum(withheld)


def test_columns_without_titles_are_told_by_what_stands_in_them() -> None:
    draft = read(
        ("1", "បណ្តាញទឹក", "Water Network", "WN", "012 345 678", "a@example.org"),
        ("2", "សហជីព", "Fish Union", "FU", "+855 12 345 679", "b@example.org"),
    )
    (sheet,) = draft.sheets
    assert {role.value: at for role, at in sheet.map.columns.items()} == {
        "number": 0,
        "khmer_name": 1,
        "english_name": 2,
        "acronym": 3,
        "phone": 4,
        "email": 5,
    }
    assert draft.endorsers[1].written == {"km": "សហជីព (FU)", "en": "Fish Union (FU)"}


def test_a_person_corrects_what_a_column_holds() -> None:
    sheet = sheet_of("S", [(1, ["Who", "Alias"]), (2, ["Water Network", "WN"])])
    assert sheet is not None
    guessed = sheets_endorsers([sheet])
    assert guessed.rows == 2
    wanted = ColumnMap("S", {ColumnRole.ENGLISH: 0, ColumnRole.ENGLISH_ACRONYM: 1}, header=1)
    draft = sheets_endorsers([sheet], [wanted])
    assert draft.rows == 1
    (one,) = draft.endorsers
    assert (one.name, one.acronym) == ({"en": "Water Network"}, "WN")
    assert one.written == {"en": "Water Network (WN)"}
    left = sheets_endorsers([sheet], [replace(wanted, is_wanted=False)])
    assert (left.rows, told(left)) == (0, "Sheet “S” was left out.")


def test_acronyms_of_both_languages_stay_apart() -> None:
    title = ("Khmer name", "English name", "អក្សរកាត់ជាភាសាខ្មែរ", "Acronym")
    (one,) = read(title, ("បណ្តាញទឹក", "Water Network", "ប.ទ", "WN")).endorsers
    assert one.written == {"km": "បណ្តាញទឹក (ប.ទ)", "en": "Water Network (WN)"}
    assert (one.acronym_in("km"), one.acronym_in("en"), one.acronym) == ("ប.ទ", "WN", "WN")


def test_columns_that_hold_the_same_are_named() -> None:
    draft = read(("Organisation name", "Organisation name ", "Notes"), ("A Group", "A Group", "x"))
    assert len(draft.endorsers) == 1
    assert "the columns A and B seem to hold the same; A was read" in told(draft)


def test_names_in_either_language_are_told_apart_by_their_letters() -> None:
    draft = read(("Name", "Organisation", "ឈ្មោះអង្គការ"), ("Sok Dara", "Water Network", "បណ្តាញទឹក"))
    (one,) = draft.endorsers
    assert one.name == {"km": "បណ្តាញទឹក", "en": "Water Network"}
    assert one.contact == Contact("Sok Dara")


def test_both_languages_in_one_cell_are_parted() -> None:
    (one,) = read(("Organisation",), ("Water Network (WN) / បណ្តាញទឹក",)).endorsers
    assert one.name == {"km": "បណ្តាញទឹក", "en": "Water Network"}
    assert one.acronym == "WN"


def test_names_in_each_others_column_are_exchanged_and_it_is_told() -> None:
    draft = read(
        ("Khmer name", "English name"), ("បណ្តាញទឹក", "Water Network"), ("Fish Union", "សហជីព")
    )
    assert draft.endorsers[1].name == {"km": "សហជីព", "en": "Fish Union"}
    assert "in 1 rows the Khmer and the English name stood in each other's column" in told(draft)


def test_an_english_name_in_the_khmer_column_too_is_one_name() -> None:
    (one,) = read(("Khmer name", "English name"), ("Fish Union", "Fish Union")).endorsers
    assert one.name == {"en": "Fish Union"}


def test_titles_above_titles_again_and_sums_are_listed() -> None:
    draft = read(
        ("List of endorsers", ""),
        ("No", "Name"),
        ("1", "A Group"),
        ("No", "Name"),
        ("2", "B Group"),
        ("", "Total: 2"),
        ("3", ""),
    )
    assert [one.name["en"] for one in draft.endorsers] == ["A Group", "B Group"]
    assert len(draft.listed) == 4
    assert is_reconciled(draft)


def test_numbers_copied_into_the_names_are_taken_off() -> None:
    draft = read(("Name",), ("1. A Group",), ("២. ក្រុម ខ",), ("3. C Group - CGR",))
    assert [one.written for one in draft.endorsers] == [
        {"en": "A Group"},
        {"km": "ក្រុម ខ"},
        {"en": "C Group - CGR"},
    ]
    assert draft.endorsers[2].acronym == "CGR"


def test_days_that_can_be_read_two_ways_are_settled_by_the_others_or_left_out() -> None:
    title = ("Organisation", "Date of consent")
    settled = read(title, ("A Group", "7/3/2025"), ("B Group", "7/20/2025 9:15:00"))
    assert [one.consented_on for one in settled.endorsers] == ["2025-07-03", "2025-07-20"]
    unsure = read(title, ("A Group", "7/3/2025"), ("B Group", "28 July 2025"))
    assert [one.consented_on for one in unsure.endorsers] == ["", "2025-07-28"]
    assert "column B: 1 days were left out" in told(unsure)


def test_unknown_kinds_and_unread_columns_are_told() -> None:
    draft = read(("Organisation", "Type", "Shoe size"), ("A Group", "blue", "42"))
    assert draft.endorsers[0].kind == ""
    assert "1 kinds are not known" in told(draft)
    assert "the columns C “Shoe size” were not read" in told(draft)


def test_each_sheet_is_mapped_on_its_own_and_rows_count_on(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    unions = SheetTable("Unions", (("Name", "Acronym"), ("Fish Union", "FU")))
    others = SheetTable("អង្គការ", (("ល.រ", "ឈ្មោះអង្គការ"), (1, "បណ្តាញទឹក"), (2, "\u202eសហជីព")))
    path.write_bytes(xlsx_bytes([unions, others]))
    draft = read_endorsers(path)
    assert [(one.row, one.sheet, one.sheet_row) for one in draft.endorsers] == [
        (2, "Unions", 2),
        (4, "អង្គការ", 2),
    ]
    assert "Sheet “អង្គការ”, row 3, column B: It holds hidden signs" in reasons(draft)[0]
    assert [sheet.map.sheet for sheet in draft.sheets] == ["Unions", "អង្គការ"]


def test_cells_pasted_from_a_spreadsheet_are_a_table() -> None:
    draft = read_endorser_text("Name\tPhone\nWater Network\t012345678\nFish Union\t\n")
    assert [one.name["en"] for one in draft.endorsers] == ["Water Network", "Fish Union"]
    assert draft.endorsers[0].contact == Contact("", phone="012345678")
    numbered = read_endorser_text("1.\tWater Network\n2.\tFish Union (FU)")
    assert [one.written["en"] for one in numbered.endorsers] == ["Water Network", "Fish Union (FU)"]


def test_a_word_table_is_mapped_like_any_other(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("We are worried about the river.")
    document.add_paragraph("Endorsed by:")
    table = document.add_table(0, 3)
    for cells in (("Name", "Phone", "E-mail"), ("Water Network", "012 345 678", "a@example.org")):
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    path = tmp_path / "list.docx"
    document.save(str(path))
    draft = read_endorsers(path)
    (one,) = draft.endorsers
    assert one.contact == Contact("", phone="012 345 678", email="a@example.org")
    assert is_reconciled(draft)
    assert len(draft.listed) == 2


def test_a_list_laid_out_in_two_columns_of_a_word_table_is_a_list(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(0, 2)
    for cells in (("Water Network", "Fish Union"), ("Rice Group", "Salt Group")):
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    path = tmp_path / "list.docx"
    document.save(str(path))
    assert len(read_endorsers(path).endorsers) == 4


CELLS = st.one_of(
    st.sampled_from(["", "Yes", "No", "Name", "ឈ្មោះ", "1", "12.", "Email", "បណ្តាញទឹក", "Union (U)"]),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40),
)
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=6), min_size=1, max_size=12)


@given(ROWS)
def test_every_row_of_any_sheet_is_accepted_or_listed(rows: list[list[str]]) -> None:
    sheet = sheet_of("S", list(enumerate(rows, start=1)))
    if sheet is None:
        return
    draft = sheets_endorsers([sheet])
    assert is_reconciled(draft)
    places = {one.row for one in draft.endorsers} | {one.row for one in draft.listed}
    titles = draft.sheets[0].map.header
    numbers: set[int] = {row.number for row in sheet.all_rows}
    assert places == numbers - {titles}
    assert draft.rows == len(places)


@given(ROWS, st.dictionaries(st.sampled_from(ColumnRole), st.integers(0, 6)), st.integers(0, 12))
def test_whatever_a_person_says_the_columns_hold(
    rows: list[list[str]], columns: dict[ColumnRole, int], header: int
) -> None:
    sheet = sheet_of("S", list(enumerate(rows, start=1)))
    if sheet is not None:
        draft = sheets_endorsers([sheet], [ColumnMap("S", columns, header)])
        assert is_reconciled(draft)


PAIRS = st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=8)


def written_and_read(path: Path, data: bytes, direct: DraftEndorsers) -> None:
    path.write_bytes(data)
    again = read_endorsers(path)
    assert [one.written for one in again.endorsers] == [one.written for one in direct.endorsers]
    assert is_reconciled(again)


@given(PAIRS)
def test_what_is_written_to_a_csv_file_comes_back_the_same(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]]
) -> None:
    table = [("Khmer name", "English name"), *rows]
    path = tmp_path_factory.getbasetemp() / "list.csv"
    written_and_read(path, csv_bytes(table), read(*table, name="list"))


@settings(max_examples=12)  # each is read by a process of its own
@given(PAIRS)
def test_what_is_written_to_a_spreadsheet_comes_back_the_same(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]]
) -> None:
    table = [("Khmer name", "English name"), *rows]
    path = tmp_path_factory.getbasetemp() / "list.xlsx"
    data = xlsx_bytes([SheetTable("list", table)])
    written_and_read(path, data, read(*table, name="list"))


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    folder = tmp_path_factory.getbasetemp()
    for ending in (".csv", ".html", ".txt"):
        path = folder / f"any{ending}"
        path.write_bytes(data)
        try:
            assert is_reconciled(read_endorsers(path))
        except ImportRefused:
            continue


def test_a_proposal_is_a_value() -> None:
    sheet = sheet_of("S", [(1, ["Name"]), (2, ["A Group"])])
    assert sheet is not None
    found, notes = proposed(sheet, has_titles=True)
    assert (found, notes) == (ColumnMap("S", {ColumnRole.NAME: 0}, 1), ())
    assert found.with_role(0, ColumnRole.ENGLISH).columns == {ColumnRole.ENGLISH: 0}
    assert found.with_role(0, None).columns == {}
