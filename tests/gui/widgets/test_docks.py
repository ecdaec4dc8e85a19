"""The clause library and the checks beside the text."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from advocate_desk.gui import theme
from advocate_desk.gui.dialogs.clause_dialog import ClauseDialog
from advocate_desk.gui.operations import Operations
from advocate_desk.gui.widgets.checks_dock import ChecksDock
from advocate_desk.gui.widgets.clause_dock import ClauseDock
from advocate_desk.model.kinds import BlockKind, ClauseStatus
from gui_answers import Answers


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def clauses(
    qtbot: QtBot, operations: Operations, answers: Answers, statement_id: str
) -> ClauseDock:
    dock = ClauseDock(operations, answers)
    qtbot.addWidget(dock)
    dock.resize(268, 420)
    dock.show_statement(statement_id)
    dock.show()
    qtbot.waitUntil(lambda: dock.model.rowCount() > 0)
    return dock


def filled(fill: Callable[[ClauseDialog], None]) -> Callable[[QDialog], bool]:
    """Fills a clause dialog in and agrees, if it lets one."""

    def answer(dialog: QDialog) -> bool:
        clause_dialog = cast("ClauseDialog", dialog)
        fill(clause_dialog)
        return clause_dialog.buttons.agree.isEnabled()

    return answer


def test_typing_finds_clauses_in_both_languages(qtbot: QtBot, clauses: ClauseDock) -> None:
    every = clauses.model.rowCount()
    QTest.keyClicks(clauses.search, "impact")
    qtbot.waitUntil(lambda: 0 < clauses.model.rowCount() < every)
    assert "impact" in str(clauses.list.currentIndex().data()).casefold()
    clauses.search.setText("វាយតម្លៃ")
    clauses.refresh()
    assert clauses.model.rowCount() > 0


def test_enter_in_the_search_inserts_what_was_typed_even_before_the_list_is_there(
    qtbot: QtBot, clauses: ClauseDock
) -> None:
    clauses.search.setText("impact")
    with qtbot.waitSignal(clauses.insert_requested) as asked:
        QTest.keyClick(clauses.search, Qt.Key.Key_Return)
    chosen = clauses.current()
    assert chosen is not None
    assert asked.args == [chosen.id]


def test_the_arrow_keys_go_through_the_list_while_one_types(
    qtbot: QtBot, clauses: ClauseDock
) -> None:
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(clauses.search, key)
    assert clauses.list.currentIndex().row() == 1
    QTest.keyClick(clauses.search, Qt.Key.Key_PageDown)
    assert clauses.list.currentIndex().row() > 1


def test_the_button_and_a_double_click_insert_too(qtbot: QtBot, clauses: ClauseDock) -> None:
    with qtbot.waitSignal(clauses.insert_requested):
        QTest.mouseClick(clauses.insert_button, Qt.MouseButton.LeftButton)
    place = clauses.list.visualRect(clauses.model.index(1, 0)).center()
    QTest.mouseClick(clauses.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(clauses.insert_requested) as asked:
        QTest.mouseDClick(clauses.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    second = clauses.model.clause(1)
    assert second is not None
    assert asked.args == [second.id]


def test_without_a_statement_nothing_is_inserted(qtbot: QtBot, clauses: ClauseDock) -> None:
    clauses.show_statement("")
    assert not clauses.insert_button.isEnabled()
    with qtbot.assertNotEmitted(clauses.insert_requested):
        clauses.insert()


def test_a_new_clause_is_kept_and_chosen(
    qtbot: QtBot, clauses: ClauseDock, answers: Answers
) -> None:
    def fill(dialog: ClauseDialog) -> None:
        dialog.headings["en"].show_text("Open the gates")
        dialog.bodies["en"].show_text("All of them.")
        dialog.topic.setText("water")
        dialog._check()

    answers.dialogs.append(filled(fill))
    QTest.mouseClick(clauses.new_button, Qt.MouseButton.LeftButton)
    made = clauses.current()
    assert made is not None
    assert (made.kind, made.topic) == (BlockKind.DEMAND, "water")
    assert made.rendition("en").heading == "Open the gates"


def test_saving_an_edited_clause_makes_a_new_revision(
    clauses: ClauseDock, answers: Answers
) -> None:
    before = clauses.current()
    assert before is not None

    def fill(dialog: ClauseDialog) -> None:
        assert not dialog.buttons.agree.isEnabled()
        assert dialog.buttons.agree.text() == "Save as v2"
        dialog.bodies["en"].show_text("Quite another text.")
        dialog._check()

    answers.dialogs.append(filled(fill))
    clauses.edit_action.trigger()
    after = clauses.current()
    assert after is not None
    assert (after.id, after.latest.number) == (before.id, 2)


def test_an_archived_clause_is_hidden_until_asked_for_and_can_be_offered_again(
    clauses: ClauseDock,
) -> None:
    archived = clauses.current()
    assert archived is not None
    clauses.archive_action.trigger()
    assert clauses.model.row_of(archived.id) == -1
    clauses.archived_action.setChecked(True)
    clauses._choose(clauses.model.row_of(archived.id))
    assert clauses.archive_action.text() == "Offer again"
    clauses.archive_action.trigger()
    again = clauses.current()
    assert again is not None
    assert (again.id, again.status) == (archived.id, ClauseStatus.ACTIVE)


def test_a_search_without_hits_says_so_and_leads_back(qtbot: QtBot, clauses: ClauseDock) -> None:
    clauses.search.setText("zzzz")
    clauses.refresh()
    assert clauses.stack.currentWidget() is clauses.empty
    assert clauses.empty.label.text() == "No clause has these words."
    QTest.mouseClick(clauses.empty.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: clauses.model.rowCount() > 0)


def test_an_empty_library_offers_a_first_clause(
    qtbot: QtBot, clauses: ClauseDock, operations: Operations, answers: Answers
) -> None:
    for clause in operations.desk.library.search():
        operations.run(operations.desk.library.archive, clause.id)
    assert clauses.empty.button.text() == "New clause"
    answers.dialogs.append(lambda _dialog: False)
    QTest.mouseClick(clauses.empty.button, Qt.MouseButton.LeftButton)
    assert answers.asked == ["New clause"]
    assert not clauses.edit_action.isEnabled()
    clauses.edit_clause()
    clauses.archive_or_restore()


def test_a_hidden_library_reads_again_when_it_is_shown(
    qtbot: QtBot, clauses: ClauseDock, operations: Operations
) -> None:
    count = clauses.model.rowCount()
    clauses.hide()
    operations.run(operations.desk.library.new_clause, BlockKind.PARAGRAPH, {"en": ("", "More.")})
    assert clauses.model.rowCount() == count
    clauses.show()
    qtbot.waitUntil(lambda: clauses.model.rowCount() == count + 1)
    clauses.focus_search()


# --- checks


@pytest.fixture
def checks(qtbot: QtBot, operations: Operations, statement_id: str) -> ChecksDock:
    dock = ChecksDock(operations, Answers())
    qtbot.addWidget(dock)
    dock.resize(268, 300)
    dock.show_statement(statement_id)
    dock.show()
    dock.refresh()
    return dock


def emptied(operations: Operations, statement_id: str, position: int) -> str:
    """Empties the Khmer side of a block."""
    drafting = operations.desk.drafting
    block = drafting.statement(statement_id).blocks[position]
    operations.run(drafting.write, block.id, "km", heading="", body="")
    return block.id


def test_findings_follow_a_change_after_a_pause(
    qtbot: QtBot, checks: ChecksDock, operations: Operations, statement_id: str
) -> None:
    counts: list[tuple[int, int]] = []
    checks.count_changed.connect(lambda blockers, warnings: counts.append((blockers, warnings)))
    emptied(operations, statement_id, 1)
    assert counts == []
    qtbot.waitUntil(lambda: bool(counts))
    assert counts[-1][0] == 1
    assert counts[-1][1] >= 1


def test_going_from_problem_to_problem_wraps_around(
    qtbot: QtBot, checks: ChecksDock, operations: Operations, statement_id: str
) -> None:
    first, second = (emptied(operations, statement_id, place) for place in (1, 2))
    gone: list[tuple[str, str]] = []
    checks.navigate.connect(lambda block_id, language: gone.append((block_id, language)))
    checks.next_problem()
    checks.next_problem()
    assert gone == [(first, "km"), (second, "km")]
    checks.previous_problem()
    checks.previous_problem()
    assert checks.list.currentIndex().row() == len(checks.model.findings) - 1
    checks.next_problem()
    assert gone[-1] == (first, "km")


def test_a_click_or_enter_goes_to_the_place(
    qtbot: QtBot, checks: ChecksDock, operations: Operations, statement_id: str
) -> None:
    block_id = emptied(operations, statement_id, 1)
    checks.check_now()
    qtbot.waitUntil(lambda: any(one.block_id == block_id for one in checks.model.findings))
    place = checks.list.visualRect(checks.model.index(0, 0)).center()
    with qtbot.waitSignal(checks.navigate) as asked:
        QTest.mouseClick(checks.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == [block_id, "km"]
    with qtbot.waitSignal(checks.navigate):
        QTest.keyClick(checks.list, Qt.Key.Key_Return)


def test_a_finding_about_an_endorser_asks_for_the_endorser(
    qtbot: QtBot, checks: ChecksDock
) -> None:
    rows = [row for row, found in enumerate(checks.model.findings) if found.endorsement_id]
    with qtbot.waitSignal(checks.endorsement_requested) as asked:
        checks._go_to(checks.model.index(rows[0], 0))
    assert asked.args == [checks.model.findings[rows[0]].endorsement_id]


def test_rows_are_as_high_as_their_wrapped_sentence(
    qtbot: QtBot, checks: ChecksDock, qapp: QApplication
) -> None:
    wide = checks.list.sizeHintForIndex(checks.model.index(0, 0)).height()
    checks.resize(140, 300)
    qapp.processEvents()
    assert checks.list.sizeHintForIndex(checks.model.index(0, 0)).height() > wide


def test_a_finished_statement_has_nothing_to_do(
    qtbot: QtBot, checks: ChecksDock, operations: Operations, statement_id: str
) -> None:
    checks.show_statement("")
    checks.refresh()
    assert "Choose a statement" in checks.empty.label.text()
    endorsing = operations.desk.endorsing
    findings = operations.desk.checking.check(statement_id)
    waiting = [found.endorsement_id for found in findings if found.endorsement_id]
    operations.run(endorsing.remove, list(dict.fromkeys(waiting)))
    checks.show_statement(statement_id)
    checks.refresh()
    if not checks.model.findings:
        assert checks.empty.label.text().startswith("Nothing to do:")
        assert checks.stack.currentWidget() is checks.empty
    checks.next_problem()


def test_a_statement_deleted_meanwhile_has_no_findings(
    checks: ChecksDock, operations: Operations, statement_id: str
) -> None:
    operations.run(operations.desk.drafting.delete_statement, statement_id)
    checks.refresh()
    assert checks.model.findings == ()


def test_docks_follow_language_and_colours(
    qapp: QApplication, clauses: ClauseDock, checks: ChecksDock
) -> None:
    light = clauses.new_button.icon().pixmap(16, 16).toImage()
    theme.apply(qapp, dark=True)
    qapp.processEvents()
    assert clauses.new_button.icon().pixmap(16, 16).toImage() != light
    assert not clauses.grab().isNull()
    assert not checks.grab().isNull()
    theme.apply(qapp, dark=False)
    for dock in (clauses, checks):
        QApplication.sendEvent(dock, QEvent(QEvent.Type.LanguageChange))
    clauses._show_menu(QPoint(1, 1))
    clauses.actions_of.menu.close()
