"""Clauses from tables: columns found, every row offered or listed."""

from pathlib import Path

import pytest

from advocate_desk.importers.clause_reader import read_clauses
from advocate_desk.importers.clause_tables import Corrections, table_clauses
from advocate_desk.model.clause import LegalBasis, LegalText
from advocate_desk.model.errors import ImportRefused
from advocate_desk.model.kinds import BlockKind, ClauseStatus
from advocate_desk.model.offered import OfferedClauses


def read(folder: Path, *lines: str, corrections: Corrections | None = None) -> OfferedClauses:
    path = folder / "clauses.csv"
    path.write_text("\n".join(lines), "utf-8")
    found = table_clauses(path, corrections or Corrections())
    assert found.rows == len(found.clauses) + len(found.listed)
    return found


def bodies(found: OfferedClauses, language: str) -> list[str]:
    return [one.texts[language].body if language in one.texts else "" for one in found.clauses]


@pytest.mark.parametrize(
    "header",
    [
        "Khmer,English",
        "km,en",
        "ភាសាខ្មែរ,ភាសាអង់គ្លេស",
        "In Khmer,In English",
        "Khmer text,English (text)",
    ],
)
def test_columns_are_known_by_their_titles(header: str, tmp_path: Path) -> None:
    found = read(tmp_path, header, "ដី,Land", "ទឹក,Water")
    assert bodies(found, "km") == ["ដី", "ទឹក"]
    assert bodies(found, "en") == ["Land", "Water"]
    assert [one.origin.row for one in found.clauses] == [2, 3]
    assert found.columns is not None
    assert found.columns.languages == {"km": 0, "en": 1}


def test_columns_without_titles_are_known_by_their_letters(tmp_path: Path) -> None:
    found = read(tmp_path, "1,Land is life,ដី", "2,Water,ទឹក", "3,Air only,")
    assert bodies(found, "km") == ["ដី", "ទឹក", ""]
    assert bodies(found, "en") == ["Land is life", "Water", "Air only"]
    assert found.columns is not None
    assert found.columns.titles == ("A", "B", "C")


def test_headings_topics_and_kinds_come_along(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "Kind,Topic,Khmer heading,Khmer text,English heading,English text,Tags,Targets,Folder,Status",
        "Demand,Land,ដី,អត្ថបទ,Land,Text,b; a\\;c,ASEAN; Own,Land / Law,archived",
        "ការទាមទារ?,,,,,Other,,,,",
        ",,,,,Plain,,,,sleeping",
        ",,,,Head,Body,,,,",
    )
    first, last = found.clauses
    assert first.kind is BlockKind.DEMAND
    assert first.texts["en"].heading == "Land"
    assert (first.filing.topic, first.filing.folder) == ("Land", ("Land", "Law"))
    assert (first.filing.tags, first.filing.targets) == (("b", "a;c"), ("asean", "Own"))
    assert first.filing.status is ClauseStatus.ARCHIVED
    assert last.kind is BlockKind.DEMAND
    assert [one.arguments["text"] for one in found.listed] == ["ការទាមទារ?", "sleeping"]


def test_the_legal_basis_is_read_line_by_line(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "English,Legal basis in Khmer,Legal basis in English",
        '"Text","–\nកតិកា | មាត្រា ១៩","Law | – | – | 1993\nICCPR | Article 19 | New York | 1966-12-16"',
    )
    assert found.clauses[0].filing.legal_bases == (
        LegalBasis({"en": LegalText("Law")}, "1993"),
        LegalBasis(
            {
                "km": LegalText("កតិកា", "មាត្រា ១៩"),
                "en": LegalText("ICCPR", "Article 19", "New York"),
            },
            "1966-12-16",
        ),
    )


def test_numbers_of_a_copied_list_are_left_out_and_told(tmp_path: Path) -> None:
    found = read(tmp_path, "Khmer,English", "១. ដី,1. Land", "២. ទឹក,2. Water")
    assert bodies(found, "km") == ["ដី", "ទឹក"]
    assert {one.kind for one in found.clauses} == {BlockKind.DEMAND}
    assert "numbers" in found.notes[0].message


def test_every_row_that_is_not_taken_says_why(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "Answers of the meeting,",
        "Khmer,English,Remark",
        "ដី,Land,good",
        ",,only a remark",
        "Land,ដី,",
        f"{'ក' * 65_537},Long,",
        "ទឹក,\u202eretaW,",
    )
    assert bodies(found, "en") == ["Land"]
    assert [(one.origin.row, one.reason.split()[0]) for one in found.listed] == [
        (1, "It"),
        (4, "There"),
        (5, "The"),
        (6, "The"),
        (7, "It"),
    ]
    assert found.notes[0].arguments["columns"] == "Remark"


def test_swapped_languages_are_seen_and_can_be_exchanged(tmp_path: Path) -> None:
    lines = ("Khmer,English", "Land,ដី", "Water,ទឹក", "Air,")
    found = read(tmp_path, *lines)
    assert found.looks_swapped
    assert found.clauses == ()
    again = read(tmp_path, *lines, corrections=Corrections(swap=True))
    assert bodies(again, "km") == ["ដី", "ទឹក", ""]
    assert not again.looks_swapped
    assert read_clauses(tmp_path / "clauses.csv").looks_swapped


def test_the_columns_of_languages_can_be_chosen(tmp_path: Path) -> None:
    lines = ("Old,New,Khmer", "Land,Ground,ដី")
    assert bodies(read(tmp_path, *lines), "km") == ["ដី"]
    chosen = read(tmp_path, *lines, corrections=Corrections({"en": 1, "km": 2}))
    assert bodies(chosen, "en") == ["Ground"]
    only = read(tmp_path, *lines, corrections=Corrections({"en": 0, "km": -1}))
    assert [set(one.texts) for one in only.clauses] == [{"en"}]


def test_two_columns_of_one_title_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused, match="two columns “english”: B and C"):
        read(tmp_path, "Khmer,English,english", "ដី,Land,Ground")


def test_a_sheet_without_texts_is_listed_row_by_row(tmp_path: Path) -> None:
    found = read(tmp_path, "1,2", "3,4")
    assert [one.text for one in found.listed] == ["1 | 2", "3 | 4"]
    with pytest.raises(ImportRefused, match="no clause"):
        read_clauses(tmp_path / "clauses.csv")
