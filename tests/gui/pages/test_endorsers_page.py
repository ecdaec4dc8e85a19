"""The endorsers' page: filters, answers, order, and names that stay masked."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHideEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from advocate_desk.gui.dialogs.endorser_dialog import EndorserDialog
from advocate_desk.gui.dialogs.endorser_list_dialog import EndorserListDialog
from advocate_desk.gui.models.endorsements_table_model import Column, mask
from advocate_desk.gui.models.endorser_filter import ListFacts
from advocate_desk.gui.operations import Operations
from advocate_desk.gui.pages.endorsers_page import EndorsersPage
from advocate_desk.model.changes import Changes
from advocate_desk.model.draft import DraftEndorser, DraftEndorsers
from advocate_desk.model.endorsement import EndorserName
from advocate_desk.model.endorser_order import EndorserOrder
from advocate_desk.model.kinds import EndorsementState, ShowAs, StatementKind
from advocate_desk.model.listed import Listed, ShownName
from gui_answers import Answers


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def page(
    qtbot: QtBot, operations: Operations, answers: Answers, statement_id: str
) -> EndorsersPage:
    made = EndorsersPage(operations, answers)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show_statement(statement_id)
    made.show()
    qtbot.waitUntil(lambda: made.model.total > 0)
    return made


def withheld_one(page: EndorsersPage) -> Listed:
    rows = range(page.model.rowCount())
    found = (page.model.listed(row) for row in rows)
    return next(one for one in found if one is not None and one.is_withheld)


def names_of(operations: Operations, listed: Listed) -> set[str]:
    names = operations.desk.listed.endorser_of(listed.id).names.values()
    return {text for name in names for text in (name.name, name.acronym, name.written) if text}


def test_a_side_without_names_leaves_its_room_to_the_other(
    page: EndorsersPage, operations: Operations
) -> None:
    header = page.table.horizontalHeader()
    khmer, english = Column.KHMER_NAME, Column.ENGLISH_NAME
    assert abs(header.sectionSize(khmer) - header.sectionSize(english)) <= 1
    kind = StatementKind.JOINT_STATEMENT
    made = operations.run(operations.desk.drafting.new_statement, kind, {})
    assert made is not None
    added = {"en": EndorserName("A group with a rather long name")}
    operations.run(operations.desk.endorsing.add, made.focus, added)
    page.show_statement(made.focus)
    QTest.qWait(50)
    assert page.model.total == 1
    assert header.sectionSize(english) > header.sectionSize(khmer) + 40


def choose(page: EndorsersPage, *rows: int) -> None:
    found = (page.model.listed(row) for row in rows)
    page.table.select_ids(tuple(one.id for one in found if one is not None))


def place_of(page: EndorsersPage, endorsement: Listed, column: Column) -> QPoint:
    row = page.model.row_of(endorsement.id)
    page.table.scrollTo(page.model.index(row, column))
    return page.table.visualRect(page.model.index(row, column)).center()


def test_filters_show_their_counts_and_narrow_the_list(qtbot: QtBot, page: EndorsersPage) -> None:
    total = page.model.total
    assert page.filters.buttons["all"].text() == f"all  {total}"
    QTest.mouseClick(page.filters.buttons["withheld"], Qt.MouseButton.LeftButton)
    assert page.model.rowCount() == page.model.counts["withheld"] == 1
    page.filters.choose("declined")
    assert page.stack.currentWidget() is page.nothing_found
    QTest.mouseClick(page.nothing_found.button, Qt.MouseButton.LeftButton)
    assert page.model.rowCount() == total
    assert not page.filters.buttons["reminded"].isVisible()


def test_a_search_finds_names_and_a_finding_leads_past_it(
    qtbot: QtBot, page: EndorsersPage
) -> None:
    last = page.model.listed(page.model.rowCount() - 1)
    assert last is not None
    page.search.setText("youth")
    qtbot.waitUntil(lambda: 0 < page.model.rowCount() < page.model.total)
    page.show_endorsement(last.id)
    assert page.table.selected_ids() == (last.id,)


def test_a_withheld_name_is_masked_in_the_picture_and_on_the_clipboard(
    qtbot: QtBot, page: EndorsersPage, operations: Operations
) -> None:
    secret = withheld_one(page)
    page.table.selectAll()
    QTest.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert len(copied.split("\n")) == page.model.total
    assert mask() in copied
    assert not any(name in copied for name in names_of(operations, secret))


def picture(page: EndorsersPage, endorsement: Listed) -> QImage:
    index = page.model.index(page.model.row_of(endorsement.id), Column.ENGLISH_NAME)
    return page.table.viewport().grab(page.table.visualRect(index)).toImage()


def test_a_name_that_is_held_down_is_shown_as_long_as_it_is_held(
    qtbot: QtBot, page: EndorsersPage, operations: Operations
) -> None:
    secret = withheld_one(page)
    place, view = place_of(page, secret, Column.ENGLISH_NAME), page.table.viewport()
    page.table.select_ids((secret.id,))
    masked = picture(page, secret)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: page.table.held_row == page.model.row_of(secret.id))
    assert picture(page, secret) != masked
    told = [
        page.model.index(page.table.held_row, Column.ENGLISH_NAME).data(role)
        for role in Qt.ItemDataRole
    ]
    assert not any(name in repr(told) for name in names_of(operations, secret))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=place)
    assert page.table.held_row == -1
    assert picture(page, secret) == masked


def test_the_space_bar_holds_a_name_too_and_losing_the_focus_masks_it(
    qtbot: QtBot, page: EndorsersPage
) -> None:
    secret = withheld_one(page)
    page.table.setFocus()
    page.table.select_ids((secret.id,))
    ways: tuple[Callable[[], object], ...] = (
        lambda: QTest.keyRelease(page.table, Qt.Key.Key_Space),
        page.table.clearFocus,
        lambda: QApplication.sendEvent(page.table, QHideEvent()),
        page.model.modelReset.emit,
    )
    for let_go in ways:
        QTest.keyPress(page.table, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: page.table.held_row >= 0)
        let_go()
        assert page.table.held_row == -1
        page.table.setFocus()


def test_a_name_that_is_not_withheld_needs_no_holding(qtbot: QtBot, page: EndorsersPage) -> None:
    choose(page, 0)
    QTest.keyPress(page.table, Qt.Key.Key_Space)
    assert not page.table.hold._clock.isActive()
    QTest.keyRelease(page.table, Qt.Key.Key_Space)


def test_moving_the_pointer_away_masks_the_name(qtbot: QtBot, page: EndorsersPage) -> None:
    secret = withheld_one(page)
    place, view = place_of(page, secret, Column.KHMER_NAME), page.table.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: page.table.held_row >= 0)
    QTest.mouseMove(view, place - QPoint(0, 3 * page.table.rowHeight(0)))
    qtbot.waitUntil(lambda: page.table.held_row == -1)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=place)


def test_answers_and_ways_of_showing_are_set_for_all_selected_rows(page: EndorsersPage) -> None:
    choose(page, 0, 1, 2)
    selected = page.table.selected_ids()
    page.actions_row.states[EndorsementState.WITHDRAWN].trigger()
    page.actions_row.ways[ShowAs.WITHHELD].trigger()
    assert page.table.selected_ids() == selected
    for row in range(3):
        found = page.model.listed(row)
        assert found is not None
        assert (found.state, found.show_as) == (EndorsementState.WITHDRAWN, ShowAs.WITHHELD)
        assert found.answered_on
    assert page.model.text(0, Column.ENGLISH_NAME) == mask()


def test_a_move_that_is_not_lawful_is_refused_in_one_sentence(
    page: EndorsersPage, operations: Operations
) -> None:
    refused: list[str] = []
    operations.refused.connect(refused.append)
    choose(page, 0)
    page.verbs.set_state(EndorsementState.DECLINED)
    assert len(refused) == 1
    found = page.model.listed(0)
    assert found is not None
    assert found.state == EndorsementState.CONFIRMED


def test_removed_endorsers_come_back_by_undo(
    qtbot: QtBot, page: EndorsersPage, operations: Operations
) -> None:
    total = page.model.total
    choose(page, 0, 1)
    with qtbot.waitSignal(page.removed) as told:
        QTest.keyClick(page.table, Qt.Key.Key_Delete)
    assert told.args == ["2 endorsers removed"]
    assert page.model.total == total - 2
    operations.run(operations.desk.history.undo)
    assert page.model.total == total
    page.table.clearSelection()
    page.verbs.remove_selected()
    assert page.model.total == total


def test_an_endorser_moves_up_and_down_and_the_list_is_sorted(
    qtbot: QtBot, page: EndorsersPage
) -> None:
    choose(page, 1)
    moved = page.table.selected_ids()
    QTest.keyClick(page.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert page.model.row_of(moved[0]) == 0
    page.actions_row.down.trigger()
    assert page.model.row_of(moved[0]) == 1
    page.actions_row.orders[EndorserOrder.ENGLISH].trigger()
    rows = [
        page.model.text(row, Column.ENGLISH_NAME).casefold()
        for row in range(page.model.rowCount())
        if page.model.text(row, Column.ENGLISH_NAME) != mask()
    ]
    assert rows == sorted(rows)


def test_a_new_endorser_is_added_and_chosen(page: EndorsersPage, answers: Answers) -> None:
    def fill(dialog: QDialog) -> bool:
        endorser_dialog = cast("EndorserDialog", dialog)
        assert not endorser_dialog.buttons.agree.isEnabled()
        endorser_dialog.names["km"].setText("ក្រុមថ្មី")
        endorser_dialog.names["en"].setText(" New Group ")
        endorser_dialog.acronyms["en"].setText("NG")
        endorser_dialog.state_box.setCurrentIndex(1)
        return endorser_dialog.buttons.agree.isEnabled()

    answers.dialogs.append(fill)
    page.actions_row.add.click()
    (chosen,) = page.table.selected_rows()
    cells = [page.model.text(chosen, column) for column in list(Column)[1:4]]
    assert cells == ["ក្រុមថ្មី", "New Group", "NG"]
    assert page.model.text(chosen, Column.STATE) == "confirmed"


def test_editing_an_endorser_changes_its_name(
    qtbot: QtBot, page: EndorsersPage, answers: Answers
) -> None:
    def fill(dialog: QDialog) -> bool:
        endorser_dialog = cast("EndorserDialog", dialog)
        assert not endorser_dialog.unmask.isVisibleTo(endorser_dialog)
        endorser_dialog.names["en"].setText("Renamed Group")
        endorser_dialog.kind_box.setCurrentIndex(endorser_dialog.kind_box.findData("union"))
        return True

    answers.dialogs.append(fill)
    choose(page, 0)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert page.model.text(0, Column.ENGLISH_NAME) == "Renamed Group"
    assert page.model.text(0, Column.KIND) == "Union"


def test_editing_a_withheld_endorser_hides_the_name_until_it_is_asked_for(
    page: EndorsersPage, answers: Answers, operations: Operations
) -> None:
    seen: list[str] = []

    def look(dialog: QDialog) -> bool:
        endorser_dialog = cast("EndorserDialog", dialog)
        edit = endorser_dialog.names["en"]
        seen.append(edit.displayText())
        endorser_dialog.unmask.click()
        seen.append(edit.displayText())
        QApplication.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))
        return False

    answers.dialogs.append(look)
    secret = withheld_one(page)
    page.table.select_ids((secret.id,))
    page.actions_row.edit.click()
    assert seen[0] not in names_of(operations, secret)
    assert seen[1] in names_of(operations, secret)


def list_dialog(dialog: QDialog) -> EndorserListDialog:
    return cast("EndorserListDialog", dialog)


def test_a_pasted_list_is_shown_row_by_row_before_it_is_added(
    qtbot: QtBot, page: EndorsersPage, answers: Answers
) -> None:
    total = page.model.total
    known = page.model.text(0, Column.ENGLISH_NAME)

    def paste(dialog: QDialog) -> bool:
        listed = list_dialog(dialog)
        assert not listed.buttons.agree.isEnabled()
        listed.paste.setPlainText(f"1. Alpha Group (AG)\n2. ក្រុមបេតា\n3. {'x' * 300}")
        listed.read_pasted()
        qtbot.waitUntil(listed.buttons.agree.isEnabled)
        assert listed.outcome.text() == "3 rows read = 2 accepted + 1 listed"
        QApplication.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))
        listed.state_box.setCurrentIndex(1)
        return listed.buttons.agree.isEnabled()

    answers.dialogs.append(paste)
    page.actions_row.import_list.click()
    assert page.model.total == total + 2
    assert page.model.text(total, Column.ENGLISH_NAME) == "Alpha Group"
    assert page.model.text(total, Column.STATE) == "invited"
    assert page.model.text(0, Column.ENGLISH_NAME) == known


def test_a_list_in_a_file_is_read_away_from_the_window_and_a_bad_one_refused(
    qtbot: QtBot, page: EndorsersPage, answers: Answers, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("lists")
    good, bad = folder / "list.txt", folder / "list.docx"
    good.write_text("1. Gamma Group\n2. Delta Group\n", encoding="utf-8")
    bad.write_text("no zip", encoding="utf-8")

    def read(dialog: QDialog) -> bool:
        listed = list_dialog(dialog)
        answers.files += [good, bad, None]
        listed.open_file.click()
        qtbot.waitUntil(lambda: listed.model.rowCount() == 2)
        listed.open_file.click()
        qtbot.waitUntil(lambda: listed.model.rowCount() == 0)
        assert listed.outcome.text()
        listed.open_file.click()
        listed.paste.setPlainText("Epsilon Group")
        qtbot.waitUntil(lambda: listed.model.rowCount() == 1)
        listed.paste.setPlainText(" ")
        listed.read_pasted()
        assert not listed.buttons.agree.isEnabled()
        return False

    answers.dialogs.append(read)
    page.verbs.add_list()


def test_a_statement_without_endorsers_offers_to_add_one(
    qtbot: QtBot, page: EndorsersPage, answers: Answers, operations: Operations
) -> None:
    made = operations.run(operations.desk.drafting.new_statement, StatementKind.PETITION, {})
    assert isinstance(made, Changes)
    page.show_statement(made.focus)
    assert page.stack.currentWidget() is page.empty
    answers.dialogs.append(lambda _dialog: False)
    QTest.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    assert answers.asked == ["Add endorser"]
    assert page.summary.isHidden()


def test_without_a_statement_nothing_can_be_done(page: EndorsersPage) -> None:
    page.show_statement("")
    page.refresh()
    assert not page.actions_row.add.isEnabled()
    page.verbs.add()
    page.verbs.add_list()
    page.verbs.keep_in_order(EndorserOrder.ENGLISH)
    page.verbs.edit_selected()
    page.verbs.move_selected(1)
    page.verbs.edit("nobody")


def test_a_hidden_page_reads_again_when_it_is_shown(
    qtbot: QtBot, page: EndorsersPage, operations: Operations, statement_id: str
) -> None:
    total = page.model.total
    page.hide()
    draft = DraftEndorsers(1, (DraftEndorser({"en": "Late Group"}, {"en": "Late Group"}, "", 1),))
    operations.run(operations.desk.endorsing.add_list, statement_id, draft)
    assert page.model.total == total
    page.show()
    qtbot.waitUntil(lambda: page.model.total == total + 1)


def test_many_endorsers_are_scrolled_and_selected(qtbot: QtBot, page: EndorsersPage) -> None:
    rows, names = many(2_000)
    page.model.show(rows, names, ListFacts())
    page.table.viewport().grab()
    for row in range(0, 2_000, 500):
        page.table.scrollTo(page.model.index(row, 0))
        page.table.viewport().grab()
    page.table.selectAll()
    assert len(page.table.selected_ids()) == 2_000


def many(count: int) -> tuple[list[Listed], dict[str, ShownName]]:
    state, way = EndorsementState.CONFIRMED, ShowAs.FULL
    rows = [Listed(f"e{n}", f"o{n}", "ngo", state, way) for n in range(count)]
    names = {f"o{n}": ShownName({"en": f"Group {n}", "km": f"ក្រុម {n}"}) for n in range(count)}
    return rows, names


def test_the_page_follows_the_language_and_its_menu_offers_everything(
    qapp: QApplication, page: EndorsersPage
) -> None:
    QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    choose(page, 0)
    menu = page.actions_row.context_menu(page)
    assert [action.text() for action in menu.actions() if action.text()] == [
        "Edit\tF2",
        "Set answer",
        "Show as",
        "Order",
        "History and evidence…",
        "Messages to copy…",
        "Copy rows",
        "Remove",
    ]
    assert page.table.accessibleName() == "Endorsers of the statement"
