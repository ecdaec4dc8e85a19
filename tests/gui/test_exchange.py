"""The library as files in the window: what is read is shown, ticked, and only then written."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from advocate_desk.desk.exchanging import Corrections
from advocate_desk.gui.dialogs.clause_import_dialog import ClauseImportDialog
from advocate_desk.gui.models.clause_rows_model import ClauseColumn
from advocate_desk.gui.workplace import Workplace
from advocate_desk.language import catalog
from advocate_desk.model.kinds import ENGLISH, KHMER
from gui_answers import Answers

TABLE = "Khmer,English,Remark\nដី,Land is life.,x\nទឹក,Water is life.,y\n,,only\n"
Make = Callable[[], ClauseImportDialog]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "more.csv"
    path.write_text(TABLE, "utf-8")
    return path


@pytest.fixture
def make(place: Workplace, answers: Answers, qtbot: QtBot) -> Make:
    """A dialog over the sample desk."""

    def made() -> ClauseImportDialog:
        dialog = ClauseImportDialog(place.operations, answers, place.statement_id)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return made


def finish(place: Workplace, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not place.operations.is_busy)


def shown(dialog: ClauseImportDialog, row: int) -> list[str]:
    model = dialog.model
    return [str(model.index(row, at).data() or "") for at in range(model.columnCount())]


def test_a_table_is_shown_row_by_row(
    make: Make, place: Workplace, answers: Answers, table: Path, qtbot: QtBot
) -> None:
    dialog = make()
    assert not dialog.buttons.agree.isEnabled()
    assert dialog.stack.currentWidget() is dialog.empty
    answers.files = [table]
    dialog.read_files()
    finish(place, qtbot)
    assert shown(dialog, 0) == ["2", "Paragraph", "ដី", "Land is life.", "will be added"]
    assert shown(dialog, 2) == ["4", "", "only", "", "There is no text in it."]
    assert dialog.outcome.text() == "3 rows read · 2 will be brought in · 1 will not"
    assert "Remark" in dialog.notes.text()
    assert dialog.columns.isVisible()
    assert dialog.buttons.agree.isEnabled()


def test_what_is_not_ticked_is_left_out(
    make: Make, place: Workplace, answers: Answers, table: Path, qtbot: QtBot
) -> None:
    dialog = make()
    answers.files = [table]
    dialog.read_files()
    finish(place, qtbot)
    dialog.table.setCurrentIndex(dialog.model.index(0, ClauseColumn.ENGLISH))
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert shown(dialog, 0)[-1] == "is left out"
    assert [one.clause.texts["en"].body for one in dialog.value().planned] == ["Water is life."]
    assert dialog.all.checkState() is Qt.CheckState.PartiallyChecked
    dialog.all.click()
    assert len(dialog.value().planned) == 2
    dialog.all.click()
    assert not dialog.buttons.agree.isEnabled()
    tick = dialog.model.index(1, ClauseColumn.PLACE)
    assert dialog.model.setData(tick, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert len(dialog.value().planned) == 1
    listed = dialog.model.index(2, ClauseColumn.PLACE)
    assert not dialog.model.flags(listed) & Qt.ItemFlag.ItemIsUserCheckable
    assert not dialog.model.setData(listed, "x")


def test_columns_are_corrected_and_exchanged(
    make: Make, place: Workplace, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "swapped.csv"
    path.write_text("Khmer,English,Other\nLand,ដី,Ground\nWater,ទឹក,River\n", "utf-8")
    dialog = make()
    answers.files = [path]
    dialog.read_files()
    finish(place, qtbot)
    assert dialog.columns.warning.isVisible()
    assert not dialog.buttons.agree.isEnabled()
    dialog.columns.exchange()
    finish(place, qtbot)
    assert not dialog.columns.warning.isVisible()
    assert shown(dialog, 0)[2:4] == ["ដី", "Land"]
    boxes = dialog.columns.boxes
    assert (boxes[KHMER].currentData(), boxes[ENGLISH].currentData()) == (1, 0)
    boxes[ENGLISH].setCurrentIndex(3)
    boxes[ENGLISH].activated.emit(3)
    finish(place, qtbot)
    assert shown(dialog, 0)[2:4] == ["ដី", "Ground"]


def test_a_file_that_cannot_be_read_is_one_sentence(
    make: Make, place: Workplace, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "broken.xlsx"
    path.write_bytes(b"PK\x03\x04 broken")
    dialog = make()
    answers.files = [path]
    dialog.read_files()
    finish(place, qtbot)
    assert "broken.xlsx" in dialog.outcome.text()
    assert dialog.stack.currentWidget() is dialog.empty


def test_a_folder_and_the_open_statement_are_read(
    make: Make, place: Workplace, answers: Answers, table: Path, qtbot: QtBot
) -> None:
    dialog = make()
    (table.parent / "notes.md").write_text("One text.\n", "utf-8")
    answers.files = [table.parent, None, None]
    dialog.read_folder()
    finish(place, qtbot)
    places = {shown(dialog, row)[0].split("\n")[0] for row in range(dialog.model.rowCount())}
    assert {"more.csv", "notes.md"} <= places
    assert not dialog.columns.isVisible()
    dialog.read_statement()
    finish(place, qtbot)
    assert dialog.model.rowCount() == len(place.desk.drafting.statement(place.statement_id).blocks)
    rows = dialog.model.rowCount()
    dialog.read_files()
    dialog.read_folder()
    assert dialog.model.rowCount() == rows


def test_the_dialog_speaks_the_language_of_the_window(make: Make) -> None:
    dialog = make()
    catalog.use("km")
    dialog.retranslate()
    assert dialog.windowTitle()


def test_the_action_adds_what_was_ticked_as_one_step(
    place: Workplace, answers: Answers, table: Path, qtbot: QtBot
) -> None:
    before = place.desk.library.count()

    def answer(dialog: QDialog) -> bool:
        assert isinstance(dialog, ClauseImportDialog)
        answers.files = [table]
        dialog.read_files()
        finish(place, qtbot)
        return True

    answers.dialogs = [answer, lambda _dialog: False]
    place.window.table.action("import_clauses").trigger()
    assert place.desk.library.count() == before + 2
    assert "2 clauses" in place.notice.label.text()
    place.window.table.action("import_clauses").trigger()
    place.window.table.action("undo").trigger()
    assert place.desk.library.count() == before


def test_the_library_is_written_where_the_person_says(
    place: Workplace, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    answers.targets = [tmp_path / "library", tmp_path / "book.docx", None]
    for _ in range(3):
        place.window.table.action("export_library").trigger()
        finish(place, qtbot)
    assert (tmp_path / "library.xlsx").stat().st_size > 1000
    assert (tmp_path / "book.docx").stat().st_size > 1000
    assert "book.docx" in place.notice.label.text()
    assert answers.asked[0].endswith("Clause library.xlsx")


def test_corrections_of_another_file_are_forgotten(
    make: Make, place: Workplace, answers: Answers, table: Path, qtbot: QtBot
) -> None:
    dialog = make()
    asked: list[Corrections] = []
    dialog.columns.corrected.connect(asked.append)
    answers.files = [table, table]
    for _ in range(2):
        dialog.read_files()
        finish(place, qtbot)
        dialog.columns.exchange()
        finish(place, qtbot)
    assert [one.swap for one in asked] == [True, True]
