"""The library as files: out, edited, and back; clauses from statements and documents."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advocate_desk.desk.desk import Desk
from advocate_desk.exporters.library_docx import library_book
from advocate_desk.exporters.verify import verify
from advocate_desk.model.changes import Changes
from advocate_desk.model.clause import (
    EVERY_CLAUSE,
    Clause,
    ClauseDetails,
    LegalBasis,
    LegalText,
)
from advocate_desk.model.draft import DraftBlock, DraftStatement, DraftText
from advocate_desk.model.endorsement import EndorserName
from advocate_desk.model.errors import DeskError, ExportRefused
from advocate_desk.model.kinds import BlockKind, ClauseStatus, ShowAs, StatementKind
from advocate_desk.model.library_table import Column
from advocate_desk.model.offered import ClausePlan, Fate, OfferedClause, OfferedClauses
from desk_making import demand, draft, endorser, make_desk

Texts = dict[str, tuple[str, str]]
LAND: Texts = {
    "km": ("ដី", "បញ្ឈប់ការបណ្តេញចេញ។\n\nឥឡូវនេះ។"),
    "en": ("Land", "Stop evictions.\n\nNow."),
}
WATER: Texts = {"en": ("", "=Water is life; keep it.")}
WAGE: Texts = {"km": ("", "+៨៥៥ ប្រាក់ឈ្នួល"), "en": ("", "Pay\na living wage_x000D_.")}
DETAILS = ClauseDetails(
    topic="Land",
    description="For colleagues.",
    tags=("a;b", "evictions"),
    targets=("asean", "Our own target"),
    legal_bases=(
        LegalBasis({"en": LegalText("ICCPR", "Article 19", "New York")}, "1966-12-16"),
        LegalBasis({"km": LegalText("រដ្ឋធម្មនុញ្ញ", "មាត្រា ៤១")}, "1993"),
    ),
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = make_desk(tmp_path / "library.desk")
    land = opened.library.new_clause(BlockKind.DEMAND, LAND, details=DETAILS).focus
    inner = opened.library.new_folder("ច្បាប់", opened.library.new_folder("Land").focus).focus
    opened.library.file_clauses([land], inner)
    opened.library.new_clause(BlockKind.PARAGRAPH, WATER)
    opened.library.archive(opened.library.new_clause(BlockKind.PARAGRAPH, WAGE).focus)
    yield opened
    opened.close()


def clauses(desk: Desk) -> tuple[Clause, ...]:
    return desk.library.search(limit=10_000, wanted=EVERY_CLAUSE)


def by_text(desk: Desk, text: str) -> Clause:
    return next(one for one in clauses(desk) if text in one.rendition("en").text)


def exported(desk: Desk, language: str = "en") -> Path:
    path = desk.path.parent / "library.xlsx"
    desk.exchanging.export_library(path, language)
    return path


def plan_of(desk: Desk, path: Path) -> ClausePlan:
    offered = desk.exchanging.read(path)
    plan = desk.exchanging.plan(offered)
    assert plan.rows == offered.rows
    return plan


def brought(desk: Desk, path: Path) -> Changes:
    return desk.exchanging.bring_in(plan_of(desk, path))


def edited(path: Path, *edits: tuple[str, Column, str]) -> None:
    """Writes into the cells of the rows in which a text stands, as somebody would in a program."""
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    columns = {column: at for at, column in enumerate(Column, start=1)}
    for words, column, new in edits:
        (row,) = (r for r in page.iter_rows(min_row=2) if any(words in str(c.value) for c in r))
        page.cell(row[0].row or 0, columns[column], new)
    book.save(path)


def added(path: Path, **cells: str) -> None:
    book = openpyxl.load_workbook(path)
    book.worksheets[0].append([cells.get(column.value, "") for column in Column])
    book.save(path)


def reasons(plan: ClausePlan) -> list[str]:
    return [one.reason.format(**one.arguments) for one in plan.listed]


# --- the round trip


@pytest.mark.parametrize("language", ["en", "km"])
def test_a_library_that_comes_back_unchanged_changes_nothing(desk: Desk, language: str) -> None:
    before = clauses(desk)
    plan = plan_of(desk, exported(desk, language))
    assert (plan.count(Fate.UNCHANGED), plan.listed, plan.notes) == (3, (), ())
    assert desk.exchanging.bring_in(plan).made == ()
    assert clauses(desk) == before


def test_a_changed_row_is_a_new_revision_with_its_note(desk: Desk) -> None:
    path = exported(desk)
    edited(
        path,
        ("Stop evictions", Column.NOTE, "Clearer."),
        ("Stop evictions", Column.ENGLISH_TEXT, "Halt evictions.\n\nNow."),
    )
    before = {one.id: one.latest for one in clauses(desk)}
    (made,) = brought(desk, path).made
    after = desk.library.clause(made).latest
    assert (after.number, after.note) == (2, "Clearer.")
    assert after.rendition("en").body == "Halt evictions.\n\nNow."
    assert after.rendition("km").body == LAND["km"][1]
    assert {one.id for one in clauses(desk) if one.latest != before[one.id]} == {made}
    assert desk.library.clause(made).legal_bases == DETAILS.legal_bases
    assert set(desk.library.clause(made).targets) == set(DETAILS.targets)
    desk.history.undo()
    assert {one.id: one.latest for one in clauses(desk)} == before


def test_the_file_is_the_note_where_nobody_wrote_one(desk: Desk) -> None:
    path = exported(desk)
    edited(path, ("Water", Column.KHMER_TEXT, "ទឹកជាជីវិត។"))
    (made,) = brought(desk, path).made
    assert desk.library.clause(made).latest.note == "library.xlsx"


def test_filing_is_changed_without_a_revision(desk: Desk) -> None:
    path = exported(desk)
    edited(
        path,
        ("Water", Column.TAGS, "river; sea"),
        ("Water", Column.FOLDER, "Water / Rivers"),
        ("Water", Column.STATUS, "archived"),
        ("Pay", Column.STATUS, "ACTIVE"),
        ("Stop evictions", Column.FOLDER, "land / ច្បាប់"),
    )
    plan = plan_of(desk, path)
    assert (plan.count(Fate.REFILED), plan.count(Fate.UNCHANGED)) == (2, 1)
    desk.exchanging.bring_in(plan)
    water = by_text(desk, "Water")
    assert (water.tags, water.latest.number) == (("river", "sea"), 1)
    assert desk.library.folder_path(water.folder_id) == ("Water", "Rivers")
    assert water.status is ClauseStatus.ARCHIVED
    assert by_text(desk, "Pay").status is ClauseStatus.ACTIVE


def test_a_new_row_is_a_new_clause_and_a_deleted_row_deletes_nothing(desk: Desk) -> None:
    path = exported(desk)
    book = openpyxl.load_workbook(path)
    book.worksheets[0].delete_rows(2, 2)
    book.save(path)
    added(
        path, kind="Demand", en_heading="New", en_text="New one.", folder="Fresh", status="archived"
    )
    plan = plan_of(desk, path)
    assert (plan.count(Fate.NEW), plan.count(Fate.UNCHANGED)) == (1, 1)
    (made,) = desk.exchanging.bring_in(plan).made
    new = desk.library.clause(made)
    assert (new.kind, new.rendition("en").heading) == (BlockKind.DEMAND, "New")
    assert desk.library.folder_path(new.folder_id) == ("Fresh",)
    assert new.status is ClauseStatus.ARCHIVED
    assert len(clauses(desk)) == 4
    desk.history.undo()
    assert len(clauses(desk)) == 3
    assert [folder.name for folder in desk.library.folders()] == ["Land", "ច្បាប់"]


def test_a_row_behind_the_library_is_listed(desk: Desk) -> None:
    path = exported(desk)
    edited(path, ("Stop evictions", Column.ENGLISH_TEXT, "Mine."), ("Water", Column.TAGS, "mine"))
    land, water = by_text(desk, "Stop evictions"), by_text(desk, "Water")
    desk.library.revise(land.id, {"en": ("Land", "Theirs.")})
    desk.library.tag([water.id], ["theirs"])
    plan = plan_of(desk, path)
    assert reasons(plan) == [
        "The clause got revision 2 since the table was made.",
        "What is known about the clause was changed in the library, too.",
    ]
    assert desk.exchanging.bring_in(plan).made == ()


def test_a_row_nobody_touched_is_no_conflict(desk: Desk) -> None:
    path = exported(desk)
    desk.library.revise(by_text(desk, "Stop evictions").id, {"en": ("Land", "Theirs.")})
    plan = plan_of(desk, path)
    assert (plan.count(Fate.UNCHANGED), plan.listed) == (3, ())


def test_the_same_change_on_both_sides_is_no_change(desk: Desk) -> None:
    path = exported(desk)
    edited(path, ("Stop evictions", Column.ENGLISH_TEXT, "Same."))
    desk.library.revise(by_text(desk, "Stop evictions").id, {"en": ("Land", "Same.")})
    assert plan_of(desk, path).count(Fate.UNCHANGED) == 3


def test_rows_that_cannot_be_told_are_listed(desk: Desk) -> None:
    path = exported(desk)
    edited(
        path,
        ("Stop evictions", Column.ID, "00000000-0000-7000-8000-000000000000"),
        ("Water", Column.KIND, "Quotation"),
        ("Pay", Column.FINGERPRINT, ""),
        ("Pay", Column.ENGLISH_TEXT, "Pay more."),
    )
    plan = plan_of(desk, path)
    assert {reason.split()[-1] for reason in reasons(plan)} == {"id.", "changed."}
    assert len(plan.listed) == 3


def test_a_clause_stands_in_a_table_once(desk: Desk) -> None:
    path = exported(desk)
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    page.append([cell.value for cell in page[2]])
    book.save(path)
    assert reasons(plan_of(desk, path)) == ["This clause stands in the table twice."]


def test_a_table_without_a_column_of_texts_changes_nothing(desk: Desk) -> None:
    path = exported(desk)
    book = openpyxl.load_workbook(path)
    book.worksheets[0].delete_cols(list(Column).index(Column.KHMER_TEXT) + 1)
    book.save(path)
    plan = plan_of(desk, path)
    assert not plan.count(Fate.REVISED)
    assert {reason.split(",")[0] for reason in reasons(plan)} == {"A column of texts is missing"}
    assert len(plan.listed) == 3


def test_a_change_to_the_text_of_another_clause_is_listed(desk: Desk) -> None:
    path = exported(desk)
    edited(
        path,
        ("Stop evictions", Column.ENGLISH_HEADING, ""),
        ("Stop evictions", Column.ENGLISH_TEXT, WATER["en"][1]),
    )
    (reason,) = reasons(plan_of(desk, path))
    assert reason.startswith("The library has this text already: “=Water")


def test_emptied_cells_are_an_edit_but_never_a_clause_without_text(desk: Desk) -> None:
    path = exported(desk)
    edited(path, ("Water", Column.ENGLISH_TEXT, ""), ("Pay", Column.KHMER_TEXT, ""))
    plan = plan_of(desk, path)
    assert reasons(plan) == ["There is no text in it."]
    (made,) = desk.exchanging.bring_in(plan).made
    assert desk.library.clause(made).rendition("km").is_empty


def saved_again(path: Path) -> Path:
    """The folder with the table as a spreadsheet program saves it, as XLSX and as CSV."""
    folder = path.parent / "again"
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    for kind in ("xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1"):
        command = ["soffice", "--headless", profile, "--convert-to", kind, "--outdir", str(folder)]
        subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=120)
    if not list(folder.glob("*")):
        pytest.skip("the office program here has no spreadsheet part")
    return folder


@pytest.mark.skipif(not shutil.which("soffice"), reason="not installed here: soffice")
def test_a_table_saved_again_by_a_spreadsheet_program_changes_nothing(desk: Desk) -> None:
    folder = saved_again(exported(desk))
    for ending in ("xlsx", "csv"):
        plan = plan_of(desk, folder / f"library.{ending}")
        assert (plan.count(Fate.UNCHANGED), plan.listed) == (3, ()), ending


LINES = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co", "Zl", "Zp"]),
    max_size=12,
)
BODIES = st.lists(
    LINES | st.sampled_from(["=1", "'=1", "'x", "_x0041_", "កម្ពុជា", "\t=2"]), max_size=3
)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    sides=st.lists(st.tuples(BODIES, BODIES), min_size=1, max_size=4),
    tags=st.lists(LINES, max_size=3),
)
def test_whatever_the_library_holds_comes_back_as_it_was(
    desk: Desk, sides: list[tuple[list[str], list[str]]], tags: list[str]
) -> None:
    for km, en in sides:
        try:
            desk.library.new_clause(
                BlockKind.PARAGRAPH,
                {"km": ("", "\n".join(km)), "en": ("".join(en[:1]), "\n\n".join(en))},
                details=ClauseDetails(topic="".join(tags), tags=tuple(tags), targets=tuple(tags)),
            )
        except DeskError:
            continue
    before = clauses(desk)
    plan = plan_of(desk, exported(desk))
    assert [(one.text, one.reason) for one in plan.listed] == []
    assert plan.count(Fate.UNCHANGED) == len(before)


# --- other files


def test_what_the_library_has_is_listed_and_not_added_twice(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "more.csv"
    path.write_text(
        "Khmer,English\n,=Water is  life; keep it.\n,Brand new.\n,Brand new.\nថ្មី,Pay a living wage_x000D_.\n"
    )
    plan = plan_of(desk, path)
    assert [one.clause.texts["en"].body for one in plan.planned] == ["Brand new."]
    assert reasons(plan) == [
        "The library has this text already: “=Water is life; keep it.”.",
        "The same text stands in a row above.",
        "An archived clause has this text already: “Pay a living wage_x000D_.”.",
    ]
    desk.exchanging.bring_in(plan)
    assert plan_of(desk, path).count(Fate.NEW) == 0


def test_texts_that_cannot_be_clauses_are_listed(desk: Desk) -> None:
    long = {"en": DraftText("", "x" * 65_537)}
    offered = OfferedClauses(
        (OfferedClause(BlockKind.PARAGRAPH, long), OfferedClause(BlockKind.PAGE_BREAK, {}))
    )
    plan = desk.exchanging.plan(offered)
    assert [reason.split()[-1] for reason in reasons(plan)] == ["characters.", "clause."]


def test_what_is_not_ticked_stays_out(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "more.md"
    path.write_text("First one.\n\nSecond one.\n")
    plan = plan_of(desk, path).without(frozenset({0}))
    (made,) = desk.exchanging.bring_in(plan).made
    assert desk.library.clause(made).rendition("en").body == "Second one."


def test_a_library_changed_since_the_plan_is_left_alone(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "more.md"
    path.write_text("First one.\n\nSecond one.\n")
    plan = plan_of(desk, path)
    desk.library.new_clause(BlockKind.PARAGRAPH, {"en": ("", "Second one.")})
    with pytest.raises(DeskError):
        desk.exchanging.bring_in(plan)
    assert len(clauses(desk)) == 4


def test_a_desk_with_clauses_is_backed_up_before_an_import(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "more.md"
    path.write_text("First one.\n")
    brought(desk, path)
    assert len(list(desk.path.parent.glob("*/*.desk"))) == 1


# --- statements


def statement(desk: Desk) -> str:
    blocks = (
        draft(BlockKind.TITLE, "A call", "សំណូមពរ"),
        draft(BlockKind.PARAGRAPH, "The River Keepers ask for help."),
        demand("Stop", "Stop it.", "បញ្ឈប់", "បញ្ឈប់វា។"),
        DraftBlock(
            BlockKind.LIST,
            draft(BlockKind.LIST, "We stand for:").texts,
            (draft(BlockKind.ITEM, "Peace."),),
        ),
        draft(BlockKind.PARAGRAPH, ""),
        draft(BlockKind.ENDORSER_LIST, "Endorsed by:"),
    )
    made = DraftStatement(StatementKind.JOINT_STATEMENT, blocks, (endorser("River Keepers"),))
    return desk.importing.bring_in([made]).made[0]


def test_the_blocks_of_a_statement_become_clauses_and_pin_them(desk: Desk) -> None:
    statement_id = statement(desk)
    blocks = desk.drafting.statement(statement_id).blocks
    changes = desk.exchanging.clauses_from_statement(statement_id, [blocks[2].id, blocks[3].id])
    made = {one.kind: one for one in map(desk.library.clause, changes.made)}
    first, second = made[BlockKind.DEMAND], made[BlockKind.PARAGRAPH]
    assert (first.kind, first.topic) == (BlockKind.DEMAND, "សំណូមពរ")
    assert first.rendition("en").heading == "Stop"
    assert (second.kind, second.rendition("en").body) == (
        BlockKind.PARAGRAPH,
        "We stand for:\n– Peace.",
    )
    after = desk.drafting.statement(statement_id).blocks
    assert [block.clause_revision_id for block in after[2:4]] == [first.latest.id, None]
    again = desk.exchanging.read_statement(statement_id, [blocks[2].id])
    assert again.listed[0].reason == "It was built from a clause of the library."
    desk.history.undo()
    assert desk.drafting.statement(statement_id).blocks == blocks


def test_a_block_with_a_withheld_name_never_gets_into_the_library(desk: Desk) -> None:
    statement_id = statement(desk)
    (one,) = desk.endorsing.endorsements(statement_id)
    desk.endorsing.show_as([one.id], ShowAs.WITHHELD)
    offered = desk.exchanging.read_statement(statement_id)
    assert "River Keepers" not in repr(offered)
    assert [one.text for one in offered.listed if "withheld" in one.reason] == [""]
    changes = desk.exchanging.clauses_from_statement(statement_id)
    assert len(changes.left_out) == 4
    assert not [one for one in clauses(desk) if "River" in one.rendition("en").text]


# --- out


def test_the_book_is_proved_and_holds_every_clause(desk: Desk) -> None:
    path = desk.path.parent / "library.docx"
    assert desk.exchanging.export_library(path, "km") == 3
    filed = tuple(desk.exchanging.filed())
    assert verify(path, library_book(filed, "km")) == ()
    assert desk.exchanging.export_library(path, "en") == 3
    assert verify(path, library_book(filed, "en")) == ()


def test_other_endings_and_an_empty_library_are_refused(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(ExportRefused, match=r"\.xlsx or \.docx"):
        desk.exchanging.export_library(tmp_path / "library.pdf", "en")
    empty = make_desk(tmp_path / "empty.desk")
    with pytest.raises(ExportRefused, match="no clause"):
        empty.exchanging.export_library(tmp_path / "library.xlsx", "en")
    empty.close()
    assert not (tmp_path / "library.xlsx").exists()


def test_names_of_endorsers_are_nowhere_in_an_exported_library(desk: Desk) -> None:
    statement_id = statement(desk)
    desk.endorsing.add(statement_id, {"en": EndorserName("Night Watch")})
    data = exported(desk).read_bytes()
    assert b"Night Watch" not in data
