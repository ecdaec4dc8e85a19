"""Clauses for the library, from documents in one or two languages: offered or listed, all of it."""

from pathlib import Path

import docx
import pytest

from advocate_desk.importers.clause_reader import read_clause_files, read_clauses
from advocate_desk.importers.source_file import read_source
from advocate_desk.model.errors import ImportRefused
from advocate_desk.model.kinds import BlockKind
from advocate_desk.model.offered import OfferedClause, OfferedClauses
from seeds import seed_1, seed_2


def offered(folder: Path, text: str) -> OfferedClauses:
    path = folder / "clauses.md"
    path.write_text(text, encoding="utf-8")
    return read_clauses(path)


def read(folder: Path, text: str) -> tuple[OfferedClause, ...]:
    return offered(folder, text).clauses


def test_each_demand_of_a_statement_is_a_clause() -> None:
    found = read_clauses(seed_1()).clauses
    clauses = [clause for clause in found if clause.kind is BlockKind.DEMAND]
    assert len(clauses) == 8
    assert clauses[0].texts["en"].heading == "Immediate De-escalation and Ceasefire"
    assert str(clauses[0].filing.topic).startswith("Calling for an Immediate Ceasefire")


def test_paragraphs_and_contacts_around_the_demands_are_offered_too() -> None:
    found = read_clauses(seed_1())
    kinds = [clause.kind for clause in found.clauses]
    assert kinds[:3] == [BlockKind.PARAGRAPH] * 3
    assert kinds[-1] is BlockKind.CONTACT
    listed = [one.text.split("\n")[0] for one in found.listed]
    assert listed[1:] == ["Issued on: 28 July 2025", "Endorsed by:"]
    assert "3S Rivers Protection Network (3SPN)" in found.listed[2].text


@pytest.mark.parametrize("seed", [seed_1, seed_2])
def test_no_word_of_a_document_is_neither_offered_nor_listed(seed: object) -> None:
    path = seed() if callable(seed) else Path()
    found = read_clauses(path)
    texts = [f"{s.heading} {s.body}" for one in found.clauses for s in one.texts.values()]
    whole = " ".join([*texts, *(one.text for one in found.listed)])
    words = set(whole.split())
    source = read_source(path)
    missing = {w for line in source.paragraphs for w in line.text.split()} - words
    # What an entry loses at its ends when it is taken apart, and a picture glued to a text.
    bare = [word.strip('“”".:;,–*&') for word in missing if ".jpg" not in word]
    assert [word for word in bare if not any(word in one for one in words)] == []


def test_headings_with_text_below_are_clauses(tmp_path: Path) -> None:
    text = (
        "# Land\n\nBefore all.\n\n## Stop evictions\n\nStop them.\n\nAll.\n\n- One.\n- Two.\n\n"
        "## Pay\n\nPay fairly.\n\n## Alone\n"
    )
    found = offered(tmp_path, text)
    assert [(one.kind, one.texts["en"].heading) for one in found.clauses] == [
        (BlockKind.PARAGRAPH, ""),
        (BlockKind.DEMAND, "Stop evictions"),
        (BlockKind.DEMAND, "Pay"),
        (BlockKind.HEADING, ""),
    ]
    assert found.clauses[1].texts["en"].body == "Stop them.\n\nAll.\n\n– One.\n– Two."
    assert {one.filing.topic for one in found.clauses} == {"Land"}
    assert [one.text for one in found.listed] == ["Land"]
    assert found.rows == 5


def test_halves_in_two_languages_are_paired(tmp_path: Path) -> None:
    text = "## បញ្ឈប់\n\nសូមបញ្ឈប់ការបណ្តេញចេញ។\n\n## Stop\n\nPlease stop evictions.\n"
    (clause,) = read(
        tmp_path, f"# ដី\n\n{text.replace('## Stop', '# Land' + chr(10) * 2 + '## Stop')}"
    )
    assert clause.texts["km"].heading == "បញ្ឈប់"
    assert clause.texts["en"].body == "Please stop evictions."


def two_columns(path: Path, rows: list[tuple[str, str]]) -> Path:
    document = docx.Document()
    table = document.add_table(0, 2)
    for km, en in rows:
        row = table.add_row()
        row.cells[0].text, row.cells[1].text = km, en
    document.save(str(path))
    return path


def test_a_word_table_of_two_columns_is_paired_row_by_row(tmp_path: Path) -> None:
    rows = [
        ("Khmer", "English"),
        ("១. ដោះលែងពួកគេ។", "1. Free them."),
        ("២. បង់ប្រាក់។", "2. Pay them."),
    ]
    found = read_clauses(two_columns(tmp_path / "clauses.docx", rows))
    assert [clause.texts["en"].body for clause in found.clauses] == ["Free them.", "Pay them."]
    assert [clause.texts["km"].body for clause in found.clauses] == ["ដោះលែងពួកគេ។", "បង់ប្រាក់។"]
    assert [one.text for one in found.listed] == ["Khmer", "English"]


def test_paragraphs_alone_are_clauses_each(tmp_path: Path) -> None:
    clauses = read(tmp_path, "Peace is not silence.\n\nNobody is above the law.\n")
    assert [clause.kind for clause in clauses] == [BlockKind.PARAGRAPH] * 2
    assert [clause.origin.row for clause in clauses] == [1, 2]


def test_a_single_line_is_a_clause(tmp_path: Path) -> None:
    assert len(read(tmp_path, "Peace for all")) == 1


def test_the_entries_of_a_list_alone_are_clauses_each(tmp_path: Path) -> None:
    clauses = read(tmp_path, "- Peace for all.\n- Land for all.\n")
    assert [clause.texts["en"].body for clause in clauses] == ["Peace for all.", "Land for all."]


def test_a_list_in_a_text_is_one_clause_with_its_lead_in(tmp_path: Path) -> None:
    found = read(tmp_path, "Some text.\n\nWe stand for:\n\n- Peace.\n- Land.\n\nMore text.\n")
    assert found[1].texts["en"].body == "We stand for:\n– Peace.\n– Land."


def test_a_file_without_any_clause_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused, match="no clause"):
        read(tmp_path, "Endorsed by:\n1. One (ONE)\n2. Two\n")


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused, match=r"\.docx"):
        read_clauses(tmp_path / "clauses.odt")


# --- folders


def test_a_folder_is_read_file_by_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "old"
    (folder / "inner").mkdir(parents=True)
    two_columns(folder / "b.docx", [("សូមអរគុណ។", "Thank you."), ("ចប់។", "The end.")])
    (folder / "a.md").write_text("One paragraph.\n", "utf-8")
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 nothing")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    (folder / "~$b.docx").write_bytes(b"lock")
    told: list[tuple[int, int]] = []
    found = read_clause_files([folder], lambda done, all_: told.append((done, all_)))
    assert [one.origin.file for one in found.clauses] == ["a.md", "b.docx", "b.docx"]
    assert [one.text for one in found.listed] == ["broken.docx", "inner", "photo.jpg"]
    assert "damaged" in found.listed[0].reason.format(**found.listed[0].arguments)
    assert told[-1] == (5, 5)
    monkeypatch.setattr("advocate_desk.importers.clause_reader.MOST_FILES", 1)
    assert len(read_clause_files([folder]).listed) == 4


def test_a_file_and_a_folder_go_together(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.md").write_text("One.\n\nTwo.\n", "utf-8")
    (tmp_path / "b.csv").write_text("Khmer,English\nមួយ,One\n", "utf-8")
    found = read_clause_files([tmp_path / "in", tmp_path / "b.csv", tmp_path / "gone.md"])
    assert [len(found.clauses), len(found.listed)] == [3, 1]
