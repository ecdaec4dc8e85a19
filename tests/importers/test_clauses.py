"""Clauses for the library, from files in one or two languages."""

from pathlib import Path

import docx
import pytest

from advocate_desk.importers.clause_reader import read_clauses
from advocate_desk.model.draft import DraftClause
from advocate_desk.model.errors import ImportRefused
from advocate_desk.model.kinds import BlockKind
from seeds import seed_1, seed_2


def read(folder: Path, text: str) -> tuple[DraftClause, ...]:
    path = folder / "clauses.md"
    path.write_text(text, encoding="utf-8")
    return read_clauses(path)


def test_each_demand_of_a_statement_is_a_clause() -> None:
    clauses = [clause for clause in read_clauses(seed_1()) if clause.kind is BlockKind.DEMAND]
    assert len(clauses) == 8
    assert clauses[0].texts["en"].heading == "Immediate De-escalation and Ceasefire"
    assert clauses[0].topic.startswith("Calling for an Immediate Ceasefire")


def test_headings_with_text_below_are_clauses(tmp_path: Path) -> None:
    text = "# Land\n\n## Stop evictions\n\nStop them.\n\nAll.\n\n## Pay\n\nPay fairly.\n"
    clauses = read(tmp_path, text)
    assert [clause.texts["en"].heading for clause in clauses] == ["Stop evictions", "Pay"]
    assert clauses[0].texts["en"].body == "Stop them.\n\nAll."
    assert {clause.topic for clause in clauses} == {"Land"}


def test_halves_in_two_languages_are_paired(tmp_path: Path) -> None:
    text = "## បញ្ឈប់\n\nសូមបញ្ឈប់ការបណ្តេញចេញ។\n\n## Stop\n\nPlease stop evictions.\n"
    (clause,) = read(
        tmp_path, f"# ដី\n\n{text.replace('## Stop', '# Land' + chr(10) * 2 + '## Stop')}"
    )
    assert clause.texts["km"].heading == "បញ្ឈប់"
    assert clause.texts["en"].body == "Please stop evictions."


def test_a_word_table_of_two_columns_is_paired_row_by_row(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(0, 2)
    for km, en in [("១. ដោះលែងពួកគេ។", "1. Free them."), ("២. បង់ប្រាក់។", "2. Pay them.")]:
        row = table.add_row()
        row.cells[0].text, row.cells[1].text = km, en
    path = tmp_path / "clauses.docx"
    document.save(str(path))
    clauses = read_clauses(path)
    assert [clause.texts["en"].body for clause in clauses] == ["Free them.", "Pay them."]
    assert [clause.texts["km"].body for clause in clauses] == ["ដោះលែងពួកគេ។", "បង់ប្រាក់។"]


def test_paragraphs_alone_are_clauses_each(tmp_path: Path) -> None:
    clauses = read(tmp_path, "Peace is not silence.\n\nNobody is above the law.\n")
    assert [clause.kind for clause in clauses] == [BlockKind.PARAGRAPH] * 2


def test_a_single_line_is_a_clause(tmp_path: Path) -> None:
    assert len(read(tmp_path, "Peace for all")) == 1


def test_the_entries_of_a_list_alone_are_clauses_each(tmp_path: Path) -> None:
    clauses = read(tmp_path, "- Peace for all.\n- Land for all.\n")
    assert [clause.texts["en"].body for clause in clauses] == ["Peace for all.", "Land for all."]


def test_a_file_without_any_clause_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused, match="no clause"):
        read(tmp_path, "Endorsed by:\n1. One (ONE)\n2. Two\n")


def test_a_saved_page_does_not_fail() -> None:
    assert read_clauses(seed_2())
