"""Lists of endorsers from files and from pasted text: rows read = accepted + listed."""

from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocate_desk.importers.endorser_reader import read_endorser_text, read_endorsers
from advocate_desk.model.draft import DraftEndorsers
from advocate_desk.model.errors import ImportRefused
from seeds import seed_1


def names(read: DraftEndorsers, language: str = "en") -> list[str]:
    return [entry.name.get(language, "") for entry in read.endorsers]


def is_reconciled(read: DraftEndorsers) -> bool:
    return read.rows == len(read.endorsers) + len(read.listed)


def test_a_plain_list_is_read_line_by_line() -> None:
    read = read_endorser_text("River Network (RN)\n\nបណ្តាញទឹក\nVBXK")
    assert names(read) == ["River Network", "", "VBXK"]
    assert names(read, "km") == ["", "បណ្តាញទឹក", ""]
    assert (read.rows, read.listed) == (3, ())


def test_khmer_numbers_are_taken_off() -> None:
    read = read_endorser_text("១. បណ្តាញទឹក (បទ)\n២. សមាគមនេសាទ\n១២. សហជីព")
    assert names(read, "km") == ["បណ្តាញទឹក", "សមាគមនេសាទ", "សហជីព"]


def test_a_number_that_counts_on_from_nothing_is_taken_off_too() -> None:
    read = read_endorser_text(
        "12. Old Weavers (OW)\nRiver Network - RN\n7 January Group\n3S Rivers"
    )
    assert names(read) == ["Old Weavers", "River Network", "7 January Group", "3S Rivers"]
    assert read.endorsers[0].written == {"en": "Old Weavers (OW)"}


def test_what_is_no_entry_is_listed_with_its_reason() -> None:
    text = "Statement\n\nWe are worried.\n\nEndorsed by:\n1. One\n2. Two\n\nand others\n\n3. \u202eThree"
    read = read_endorser_text(text)
    assert names(read) == ["One", "Two"]
    assert is_reconciled(read)
    assert all(listed.reason for listed in read.listed)
    assert any("direction" in listed.reason for listed in read.listed)


def test_names_of_more_than_200_characters_are_listed() -> None:
    read = read_endorser_text("A\n" + "B" * 201)
    assert len(read.endorsers) == 1
    assert "200" in read.listed[0].reason


def test_a_whole_statement_gives_its_endorsers() -> None:
    read = read_endorsers(seed_1())
    assert len(read.endorsers) == 102
    assert is_reconciled(read)


def test_a_word_table_gives_one_endorser_a_row(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(0, 3)
    rows = [("No", "Khmer", "English"), ("1", "បណ្តាញទឹក", "Water Network"), ("2", "សហជីព", "Union")]
    for cells in rows:
        row = table.add_row()
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    path = tmp_path / "list.docx"
    document.save(str(path))
    read = read_endorsers(path)
    assert names(read, "km") == ["បណ្តាញទឹក", "សហជីព"]
    assert names(read, "en") == ["Water Network", "Union"]


def _csv(folder: Path, text: str, encoding: str = "utf-8") -> DraftEndorsers:
    path = folder / "list.csv"
    path.write_bytes(text.encode(encoding))
    return read_endorsers(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_table_is_read_by_its_headers(encoding: str, tmp_path: Path) -> None:
    text = "No.,Name (Khmer),Name (English),Acronym\n1,បណ្តាញទឹក,Water Network,WN\n2,,Union,\n"
    read = _csv(tmp_path, text, encoding)
    assert names(read, "km") == ["បណ្តាញទឹក", ""]
    assert [entry.acronym for entry in read.endorsers] == ["WN", ""]
    assert read.endorsers[0].written["en"] == "Water Network (WN)"
    assert (read.rows, [entry.row for entry in read.endorsers]) == (2, [2, 3])


def test_khmer_headers_and_semicolons_are_understood(tmp_path: Path) -> None:
    read = _csv(tmp_path, "ល.រ;ឈ្មោះអង្គការ;អក្សរកាត់\n១;សមាគមទឹក;ស.ទ\n")
    assert names(read, "km") == ["សមាគមទឹក"]
    assert read.endorsers[0].acronym == "ស.ទ"


def test_a_table_without_headers_is_read_by_its_letters(tmp_path: Path) -> None:
    read = _csv(tmp_path, "1,សមាគមទឹក,Water Association,WA\n")
    assert read.endorsers[0].name == {"km": "សមាគមទឹក", "en": "Water Association"}
    assert read.endorsers[0].acronym == "WA"


def test_every_row_is_accepted_or_listed(tmp_path: Path) -> None:
    read = _csv(tmp_path, f'Name\nOne\n{"x" * 300}\n\n""\n123\n\'=Two\n')
    assert names(read) == ["One", "=Two"]
    assert is_reconciled(read)
    assert read.rows == 4


def test_a_row_without_a_name_is_listed(tmp_path: Path) -> None:
    read = _csv(tmp_path, "No,Name,Acronym\n1,,ABC\n2,Two,\n")
    assert [row.row for row in read.listed] == [2]
    assert names(read) == ["Two"]


@pytest.mark.parametrize(
    "text", ['Name\n"One\nTwo\nThree\n', "Name\n" + "x" * 200_000, "\n\n", "a\0b\n"]
)
def test_a_broken_table_is_refused(text: str, tmp_path: Path) -> None:
    with pytest.raises(ImportRefused):
        _csv(tmp_path, text)


@given(st.text())
def test_every_line_is_accepted_or_listed(text: str) -> None:
    read = read_endorser_text(text)
    assert is_reconciled(read)


def test_a_number_alone_between_two_endorsers_is_listed_as_such() -> None:
    read = read_endorser_text("1. One\n2.\n3. Three")
    assert names(read) == ["One", "Three"]
    assert [(row.row, row.reason) for row in read.listed] == [
        (2, "There is no name behind the number.")
    ]


def test_a_number_on_its_own_line_belongs_to_the_name_below() -> None:
    read = read_endorser_text("1.\nOne\n2.\nTwo\n៣.\nបី")
    assert [entry.written for entry in read.endorsers] == [
        {"en": "One"},
        {"en": "Two"},
        {"km": "បី"},
    ]
    assert read.listed == ()


def test_a_list_may_change_its_digits_midway() -> None:
    read = read_endorser_text("1. One\n2. Two\n៣. បី\n4. Four\n៥. ប្រាំ\n6. Six")
    assert [next(iter(entry.written.values())) for entry in read.endorsers] == [
        *("One", "Two", "បី", "Four", "ប្រាំ", "Six")
    ]
    assert read.listed == ()


def test_running_titles_and_page_numbers_are_no_part_of_a_name() -> None:
    read = read_endorser_text(
        "1. One\n2. Two\nJoint statement on the river, page 1 of 3\n3. Three\n\f4. Four\n"
        "Joint statement on the river, page 2 of 3\n5. Five\n- 3 -\n6. Six"
    )
    assert names(read) == ["One", "Two", "Three", "Four", "Five", "Six"]
    assert is_reconciled(read)
    assert {row.reason for row in read.listed} == {
        "It belongs to the page: a running title or a page number."
    }


def test_numbering_may_start_again() -> None:
    read = read_endorser_text("Unions:\n1. One\n2. Two\nNetworks:\n1. Three\n2. Four")
    assert names(read) == ["One", "Two", "Three", "Four"]


def test_a_name_of_a_million_letters_is_listed_at_once() -> None:
    read = read_endorser_text("1. One\n2. " + "ក (" * 350_000 + "\n3. Three")
    assert names(read) == ["One", "Three"]
    assert is_reconciled(read)
