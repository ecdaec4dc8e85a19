"""The bilingual block editor, driven by keys and mouse in the real window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from advocate_desk.gui.desk_files import DeskFiles
from advocate_desk.gui.widgets.block_column import BLOCK_MIME, CLAUSE_MIME
from advocate_desk.gui.widgets.text_cell import TextCell
from advocate_desk.gui.workplace import Workplace
from advocate_desk.model.draft import DraftBlock, DraftStatement, DraftText
from advocate_desk.model.kinds import BlockKind, Marker, StatementKind, TranslationState
from advocate_desk.model.statement import Block

Settle = Callable[[], None]
KHMER = "យើងខ្ញុំដែលមានឈ្មោះខាងក្រោមស្នើសុំឱ្យបញ្ឈប់ការចាក់ដីបំពេញបឹង"
ENGLISH = "We, the undersigned, ask the authorities to stop filling in the lake."


def texts(km: str, en: str, heading: str = "") -> dict[str, DraftText]:
    return {"km": DraftText(heading and f"{heading} ១", km), "en": DraftText(heading, en)}


def letter() -> DraftStatement:
    items = tuple(
        DraftBlock(BlockKind.ITEM, texts(f"ធាតុ{n}", f"entry {n}")) for n in ("ក", "ខ", "គ")
    )
    return DraftStatement(
        StatementKind.JOINT_STATEMENT,
        (
            DraftBlock(BlockKind.TITLE, texts("ចំណងជើង", "The lake")),
            DraftBlock(BlockKind.PARAGRAPH, texts("ទី១\n\nទី២", "first\n\nsecond")),
            DraftBlock(BlockKind.DEMAND, texts("ខ្លឹមសារ", "body", "Stop")),
            DraftBlock(BlockKind.LIST, items=items, marker=Marker.NUMBER),
            DraftBlock(BlockKind.DEMAND, texts("ទៀត", "more", "Pay")),
        ),
    )


@pytest.fixture
def page(place: Workplace) -> Workplace:
    """The window with a short letter open."""
    changes = place.operations.run(place.desk.importing.bring_in, [letter()])
    assert changes is not None
    place.show_statement(changes.made[0])
    QApplication.processEvents()
    return place


def blocks(page: Workplace) -> tuple[Block, ...]:
    return page.desk.drafting.statement(page.statement_id).blocks


def cell(page: Workplace, number: int, language: str, field: str = "") -> TextCell:
    found = page.text.column.cell(page.text.column.blocks[number].id, language, field)
    assert found is not None
    return found


def enter(page: Workplace, number: int, language: str, field: str = "") -> TextCell:
    target = cell(page, number, language, field)
    target.setFocus()
    target.go_to_end()
    return target


def key(target: TextCell, code: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(target, code, held or Qt.KeyboardModifier.NoModifier)


CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_what_is_typed_is_saved_after_a_pause(page: Workplace, qtbot: QtBot) -> None:
    target = enter(page, 0, "en")
    page.text.typing._pause.setInterval(100)
    QTest.keyClicks(target, " rises")
    assert blocks(page)[0].rendition("en").body == "The lake"
    qtbot.waitUntil(lambda: blocks(page)[0].rendition("en").body == "The lake rises")


def test_the_offer_of_undo_goes_with_the_next_step(page: Workplace) -> None:
    key(enter(page, 1, "en"), Qt.Key.Key_Backspace, CONTROL | SHIFT)
    assert page.toast.isVisible()
    key(enter(page, 1, "en"), Qt.Key.Key_Return, CONTROL)
    assert not page.toast.isVisible()


def test_who_types_without_a_pause_is_saved_too(page: Workplace, qtbot: QtBot) -> None:
    typing, target = page.text.typing, enter(page, 0, "en")
    typing._pause.setInterval(60_000)
    typing._longest.setInterval(20)
    for letter_typed in "xy":
        QTest.keyClicks(target, letter_typed)
        qtbot.waitUntil(lambda: blocks(page)[0].rendition("en").body == target.text())
    assert target.text() == "The lakexy"
    key(target, Qt.Key.Key_Z, CONTROL)
    assert target.text() == "The lake"


def test_leaving_a_cell_saves_at_once(page: Workplace) -> None:
    QTest.keyClicks(enter(page, 0, "en"), "!")
    enter(page, 1, "en")
    assert blocks(page)[0].rendition("en").body == "The lake!"


def test_one_history_walks_across_cells(page: Workplace, settle: Settle) -> None:
    QTest.keyClicks(enter(page, 0, "en"), "A")
    QTest.keyClicks(enter(page, 1, "en"), "B")
    settle()
    here = enter(page, 2, "km", "body")
    key(here, Qt.Key.Key_Z, CONTROL)
    assert cell(page, 1, "en").text() == "first\n\nsecond"
    assert cell(page, 0, "en").text() == "The lakeA"
    key(here, Qt.Key.Key_Z, CONTROL)
    assert cell(page, 0, "en").text() == "The lake"
    key(here, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert cell(page, 0, "en").text() == "The lakeA"
    assert blocks(page)[0].rendition("en").body == "The lakeA"


def test_undo_takes_back_what_is_still_being_typed(page: Workplace) -> None:
    target = enter(page, 0, "en")
    QTest.keyClicks(target, "XYZ")
    key(target, Qt.Key.Key_Z, CONTROL)
    assert target.text() == "The lake"


def test_control_enter_adds_a_block_behind_and_goes_there(page: Workplace) -> None:
    before = len(blocks(page))
    key(enter(page, 1, "km"), Qt.Key.Key_Return, CONTROL)
    assert len(blocks(page)) == before + 1
    added = blocks(page)[2]
    assert added.kind is BlockKind.PARAGRAPH
    focus = QApplication.focusWidget()
    assert isinstance(focus, TextCell)
    assert (focus.block_id, focus.language) == (added.id, "km")


def test_alt_arrows_move_the_block_and_renumber_both_sides(page: Workplace) -> None:
    last = blocks(page)[4].id
    target = enter(page, 4, "en", "body")
    for _ in range(2):
        key(target, Qt.Key.Key_Up, ALT)
    assert [block.id for block in blocks(page)].index(last) == 2
    frame = page.text.column.frame(last)
    assert frame is not None
    assert frame.shown.number == 1
    assert dict(frame.rows[0].markers) == {"km": "១.", "en": "1."}


def test_deleting_says_so_and_undo_brings_it_back(page: Workplace) -> None:
    key(enter(page, 1, "en"), Qt.Key.Key_Backspace, CONTROL | SHIFT)
    assert len(blocks(page)) == 4
    assert page.toast.isVisible()
    QTest.mouseClick(page.toast.undo, Qt.MouseButton.LeftButton)
    assert len(blocks(page)) == 5
    assert not page.toast.isVisible()
    assert cell(page, 1, "en").text() == "first\n\nsecond"


def test_a_block_is_split_at_the_cursor_on_both_sides(page: Workplace) -> None:
    key(enter(page, 1, "en"), Qt.Key.Key_Return, CONTROL | SHIFT)
    first, second = blocks(page)[1:3]
    assert (first.rendition("en").body, second.rendition("en").body) == ("first", "second")
    assert (first.rendition("km").body, second.rendition("km").body) == ("ទី១", "ទី២")
    enter(page, 1, "en")
    page.window.table.action("merge_block").trigger()
    assert blocks(page)[1].rendition("en").body == "first\n\nsecond"


def test_enter_in_a_list_adds_an_entry_and_backspace_takes_it_away(page: Workplace) -> None:
    listed = blocks(page)[3]
    first = page.text.column.cell(listed.items[0].id, "en")
    assert first is not None
    first.setFocus()
    key(first, Qt.Key.Key_Return)
    items = blocks(page)[3].items
    assert len(items) == 4
    added = QApplication.focusWidget()
    assert isinstance(added, TextCell)
    assert added.block_id == items[1].id
    key(added, Qt.Key.Key_Backspace)
    assert len(blocks(page)[3].items) == 3


def test_an_entry_is_indented_under_the_one_above(page: Workplace) -> None:
    second = page.text.column.cell(blocks(page)[3].items[1].id, "en")
    assert second is not None
    second.setFocus()
    page.window.table.action("indent_item").trigger()
    items = blocks(page)[3].items
    assert [len(item.items) for item in items] == [1, 0]
    page.window.table.action("outdent_item").trigger()
    assert len(blocks(page)[3].items) == 3


def test_enter_in_a_heading_goes_to_the_body(page: Workplace) -> None:
    key(enter(page, 2, "en", "heading"), Qt.Key.Key_Return)
    assert QApplication.focusWidget() is cell(page, 2, "en", "body")


def test_tab_goes_to_the_other_language_and_on(page: Workplace) -> None:
    key(enter(page, 1, "km"), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is cell(page, 1, "en")
    key(cell(page, 1, "en"), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is cell(page, 2, "km", "heading")
    key(cell(page, 2, "km", "heading"), Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is cell(page, 1, "en")


def test_control_tab_jumps_to_the_other_language(page: Workplace) -> None:
    enter(page, 1, "en")
    page.window.table.action("other_language").trigger()
    assert QApplication.focusWidget() is cell(page, 1, "km")
    page.window.table.action("other_language").trigger()
    assert QApplication.focusWidget() is cell(page, 1, "en")


def test_arrow_keys_cross_from_block_to_block(page: Workplace) -> None:
    key(enter(page, 0, "en"), Qt.Key.Key_Down)
    assert QApplication.focusWidget() is cell(page, 1, "en")


def test_a_change_from_elsewhere_keeps_the_cursor(page: Workplace) -> None:
    target = enter(page, 1, "en")
    target.go_to_end()
    for _ in range(3):
        key(target, Qt.Key.Key_Left)
    block_id = blocks(page)[1].id
    page.operations.run(page.desk.drafting.write, block_id, "en", body="very first\n\nsecond")
    assert target.text() == "very first\n\nsecond"
    assert target.cursor_offset() == len("very first\n\nsec")


def test_writing_the_source_makes_the_translation_stale(page: Workplace, settle: Settle) -> None:
    key(enter(page, 1, "en"), Qt.Key.Key_Return, CONTROL)
    for language, text in (("en", "new"), ("km", "ថ្មី"), ("en", "er")):
        QTest.keyClicks(enter(page, 2, language), "n")
        cell(page, 2, language).insertPlainText(text)
        settle()
    frame = page.text.column.frame(blocks(page)[2].id)
    assert frame is not None
    assert frame.chips["km"].text() == "stale"
    enter(page, 2, "km")
    page.window.table.action("mark_current").trigger()
    assert frame.chips["km"].state is TranslationState.DRAFT


def test_a_clause_dropped_between_blocks_stands_there(page: Workplace) -> None:
    clause = page.desk.library.search()[0]
    frame = page.text.column.frame(blocks(page)[2].id)
    assert frame is not None
    drop(page, CLAUSE_MIME, clause.id, frame.y() + 2)
    inserted = blocks(page)[2]
    assert inserted.clause_revision_id == clause.latest.id
    assert len(blocks(page)) == 6


def test_a_block_dropped_elsewhere_moves_there(page: Workplace) -> None:
    moved = blocks(page)[4].id
    drop(page, BLOCK_MIME, moved, 0)
    assert blocks(page)[0].id == moved


def drop(page: Workplace, kind: str, what: str, y: int) -> None:
    data = QMimeData()
    data.setData(kind, QByteArray(what.encode()))
    column = page.text.column
    at = QPointF(50, y - column.verticalScrollBar().value())
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    column.dropEvent(QDropEvent(at, Qt.DropAction.CopyAction, data, button, none))
    QApplication.processEvents()


@pytest.mark.qt_log_ignore("does not support raise", "grabbing the keyboard")
def test_the_menu_of_a_block_changes_its_kind(page: Workplace) -> None:
    frame = page.text.column.frame(blocks(page)[1].id)
    assert frame is not None
    QTest.mouseClick(frame.menu_button, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    kinds = next(action.menu() for action in menu.actions() if action.text() == "Change kind")
    assert isinstance(kinds, QMenu)
    next(action for action in kinds.actions() if action.text() == "Contact").trigger()
    menu.close()
    assert blocks(page)[1].kind is BlockKind.CONTACT


def test_saving_as_a_clause_and_unlinking(page: Workplace) -> None:
    before = len(page.desk.library.search())
    enter(page, 2, "en", "body")
    page.window.table.action("save_clause").trigger()
    assert len(page.desk.library.search()) == before + 1
    assert blocks(page)[2].clause_revision_id
    page.window.table.action("unlink_clause").trigger()
    assert blocks(page)[2].clause_revision_id is None


def test_words_are_found_in_both_languages(page: Workplace) -> None:
    page.window.table.action("find").trigger()
    bar = page.text.find_bar
    assert bar.isVisible()
    bar.line.setText("second")
    QTest.keyClick(bar.line, Qt.Key.Key_Return)
    assert cell(page, 1, "en").selected_text() == "second"
    bar.line.setText("ធាតុខ")
    QTest.keyClick(bar.line, Qt.Key.Key_Return)
    found = page.text.column.cell(blocks(page)[3].items[1].id, "km")
    assert found is not None
    assert found.selected_text() == "ធាតុខ"
    bar.line.setText("nowhere")
    QTest.keyClick(bar.line, Qt.Key.Key_Return)
    assert bar.answer.text() == "Not found"
    QTest.keyClick(bar.line, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_unplaced_texts_are_shown_until_placed(place: Workplace) -> None:
    draft = DraftStatement(
        StatementKind.JOINT_STATEMENT, letter().blocks, unplaced=("left over", "and this")
    )
    changes = place.operations.run(place.desk.importing.bring_in, [draft])
    assert changes is not None
    place.show_statement(changes.made[0])
    bar = place.text.unplaced
    assert bar.isVisible()
    assert bar.text.text() == "left over"
    QTest.mouseClick(bar.place, Qt.MouseButton.LeftButton)
    assert blocks(place)[-1].rendition("en").body == "left over"
    QTest.mouseClick(bar.dismiss, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()
    assert len(blocks(place)) == 6


@pytest.fixture
def long_page(place: Workplace) -> Workplace:
    """A statement of 300 blocks."""
    many = tuple(DraftBlock(BlockKind.PARAGRAPH, texts(KHMER * 2, ENGLISH * 3)) for _ in range(300))
    draft = DraftStatement(StatementKind.JOINT_STATEMENT, many)
    changes = place.operations.run(place.desk.importing.bring_in, [draft])
    assert changes is not None
    place.start.sample_wanted.emit()
    place.show_statement(changes.made[0])
    return place


def test_of_300_blocks_only_the_near_ones_have_widgets(long_page: Workplace, qtbot: QtBot) -> None:
    column = long_page.text.column
    assert 2 < column.built < 12
    qtbot.waitUntil(lambda: column.built > 5)
    QTest.qWait(60)
    assert column.built < 40
    bar = column.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert column.built < 80
    last = column.blocks[-1]
    frame = column.frame(last.id)
    assert frame is not None
    assert not frame.visibleRegion().isEmpty()


def test_text_can_be_made_bigger(page: Workplace) -> None:
    before = cell(page, 1, "en").font().pointSize()
    page.window.table.action("bigger").trigger()
    assert cell(page, 1, "en").font().pointSize() == before + 1
    assert page.preferences.settings.text_size == before + 1


def test_a_click_into_a_frame_puts_the_cursor_there(page: Workplace) -> None:
    frame = page.text.column.frame(blocks(page)[2].id)
    assert frame is not None
    QTest.mouseClick(frame, Qt.MouseButton.LeftButton, pos=QPoint(40, 10))
    assert page.text.place.block_id == blocks(page)[2].id
    assert frame.is_current


def test_closing_the_window_saves_what_was_typed(page: Workplace, files: DeskFiles) -> None:
    path, statement_id = page.desk.path, page.statement_id
    QTest.keyClicks(enter(page, 0, "en"), " at last")
    page.window.close()
    assert files.open(path)
    assert files.workplace is not None
    assert files.workplace.statement_id == statement_id
    assert cell(files.workplace, 0, "en").text() == "The lake at last"
