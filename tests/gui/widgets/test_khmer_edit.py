"""Khmer text cells: soft breaks are for the eye only."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advocate_desk.gui.widgets.khmer_edit import KhmerEdit
from advocate_desk.gui.widgets.soft_document import soft_offsets
from advocate_desk.language.breaks import ZWSP, soft_breaks
from advocate_desk.language.khmer import clusters

SENTENCE = "យើងខ្ញុំដែលមានឈ្មោះខាងក្រោម"
WRITTEN = f"កម្ពុជា{ZWSP}យើង"
LETTERS = "😀កខគងមានយើងខ្ញុំ្ាិុំះ។១២ abc,.\u00a0\u200b\n"


@pytest.fixture
def cell(qtbot: QtBot) -> KhmerEdit:
    edit = KhmerEdit()
    qtbot.addWidget(edit)
    edit.resize(300, 200)
    edit.show()
    edit.setFocus()
    return edit


def shown(cell: KhmerEdit) -> str:
    return cell.document().toRawText()


def fill(cell: KhmerEdit, text: str) -> None:
    cell.show_text(text)
    cell.break_now()


def press(cell: KhmerEdit, key: Qt.Key) -> None:
    QTest.keyClick(cell, key)


def type_sign(cell: KhmerEdit, sign: str) -> None:
    kind = QEvent.Type.KeyPress
    event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, sign)
    QApplication.sendEvent(cell, event)


def stops(cell: KhmerEdit, key: Qt.Key) -> int:
    count, before = 0, -1
    while before != (before := cell.textCursor().position()):
        press(cell, key)
        count += 1
    return count - 1


def test_khmer_is_broken_between_words_for_the_eye(cell: KhmerEdit) -> None:
    fill(cell, SENTENCE)
    assert shown(cell).count(ZWSP) == len(soft_breaks(SENTENCE)) > 2
    assert cell.text() == SENTENCE


@settings(max_examples=60)
@given(text=st.text(alphabet=LETTERS, max_size=60))
def test_text_comes_back_as_it_was_given(dressed: None, text: str) -> None:
    cell = KhmerEdit()
    fill(cell, text)
    assert cell.text() == text
    cell.deleteLater()


@settings(max_examples=40)
@given(old=st.text(alphabet=LETTERS, max_size=30), new=st.text(alphabet=LETTERS, max_size=30))
def test_a_text_replaces_another_wholly(dressed: None, old: str, new: str) -> None:
    cell = KhmerEdit()
    fill(cell, old)
    fill(cell, new)
    assert cell.text() == new
    cell.deleteLater()


def test_a_writers_own_zwsp_is_text(cell: KhmerEdit) -> None:
    fill(cell, WRITTEN)
    assert cell.text() == WRITTEN
    assert all(shown(cell)[at] == ZWSP for at in soft_offsets(cell.document().firstBlock()))
    cell.selectAll()
    assert cell.selected_text() == WRITTEN


def test_a_typed_zwsp_is_kept_even_beside_a_soft_break(cell: KhmerEdit) -> None:
    fill(cell, SENTENCE)
    soft = soft_offsets(cell.document().firstBlock())[0]
    cursor = cell.textCursor()
    cursor.setPosition(soft + 1)
    cell.setTextCursor(cursor)
    type_sign(cell, ZWSP)
    cell.break_now()
    assert cell.text() == SENTENCE[:soft] + ZWSP + SENTENCE[soft:]


def test_soft_breaks_are_no_cursor_stops(cell: KhmerEdit) -> None:
    fill(cell, SENTENCE)
    cell.go_to_end(start=True)
    wanted = len(clusters(SENTENCE))
    assert stops(cell, Qt.Key.Key_Right) == wanted
    assert stops(cell, Qt.Key.Key_Left) == wanted


def test_backspace_and_delete_take_text_not_soft_breaks(cell: KhmerEdit) -> None:
    fill(cell, SENTENCE)
    soft = soft_offsets(cell.document().firstBlock())[0]
    cursor = cell.textCursor()
    cursor.setPosition(soft + 1)
    cell.setTextCursor(cursor)
    press(cell, Qt.Key.Key_Backspace)
    assert cell.text() == SENTENCE[: soft - 1] + SENTENCE[soft:]
    fill(cell, SENTENCE)
    cursor.setPosition(soft)
    cell.setTextCursor(cursor)
    press(cell, Qt.Key.Key_Delete)
    assert len(cell.text()) < len(SENTENCE)
    assert cell.text().startswith(SENTENCE[:soft])


def test_the_clipboard_holds_plain_text_without_soft_breaks(cell: KhmerEdit) -> None:
    fill(cell, f"{SENTENCE}\n\n{SENTENCE}\nក")
    cell.selectAll()
    cell.copy()
    data = QApplication.clipboard().mimeData()
    assert data.text() == f"{SENTENCE}\n\n{SENTENCE}\nក"
    assert not data.hasHtml()
    fill(cell, "")
    cell.paste()
    assert cell.text() == f"{SENTENCE}\n\n{SENTENCE}\nក"


def test_lines_put_into_a_heading_become_one(cell: KhmerEdit) -> None:
    cell.is_one_line = True
    data = QMimeData()
    data.setText("one\r\ntwo\n\nthree")
    cell.insertFromMimeData(data)
    assert cell.text() == "one two three"


def test_lines_of_another_program_become_paragraphs(cell: KhmerEdit) -> None:
    data = QMimeData()
    data.setHtml("<b>one</b>")
    data.setText("one\r\ntwo\x00")
    cell.insertFromMimeData(data)
    assert cell.text() == "one\n\ntwo"


def test_words_are_found_across_soft_breaks(cell: KhmerEdit) -> None:
    fill(cell, SENTENCE)
    words = SENTENCE[4:16]
    assert cell.find_text(words)
    assert cell.selected_text() == words
    assert not cell.find_text("nowhere")


def test_enter_makes_a_paragraph_and_shift_enter_a_line(cell: KhmerEdit) -> None:
    QTest.keyClicks(cell, "a")
    press(cell, Qt.Key.Key_Return)
    QTest.keyClicks(cell, "b")
    QTest.keyClick(cell, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(cell, "c")
    assert cell.text() == "a\n\nb\nc"


def test_an_input_method_can_compose(cell: KhmerEdit) -> None:
    QApplication.sendEvent(cell, QInputMethodEvent("យើ", []))
    assert cell.text() == ""
    commit = QInputMethodEvent()
    commit.setCommitString("យើង")
    QApplication.sendEvent(cell, commit)
    assert cell.text() == "យើង"


def test_a_cell_has_no_undo_of_its_own(cell: KhmerEdit) -> None:
    QTest.keyClicks(cell, "abc")
    cell.undo()
    assert cell.text() == "abc"
    assert not cell.document().isUndoRedoEnabled()


def test_soft_breaks_are_no_edit(cell: KhmerEdit, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(cell.edited):
        fill(cell, SENTENCE)
    with qtbot.waitSignal(cell.edited):
        QTest.keyClicks(cell, "a")


def test_another_text_keeps_the_cursor_in_what_stays(cell: KhmerEdit) -> None:
    fill(cell, f"ab {SENTENCE} yz")
    cell.go_to_end()
    press(cell, Qt.Key.Key_Left)
    fill(cell, f"abc {SENTENCE} yz")
    assert cell.cursor_offset() == len(f"abc {SENTENCE} y")


def test_arrow_keys_leave_at_the_edges(cell: KhmerEdit, qtbot: QtBot) -> None:
    fill(cell, "one")
    with qtbot.waitSignal(cell.left_at) as left:
        press(cell, Qt.Key.Key_Down)
    assert left.args == [1]
    with qtbot.waitSignal(cell.left_at) as left:
        press(cell, Qt.Key.Key_Up)
    assert left.args == [-1]


def test_soft_breaks_stay_no_text_behind_a_character_of_two_units(cell: KhmerEdit) -> None:
    text = "😀 យើងខ្ញុំសូមអំពាវនាវដល់អាជ្ញាធរ 😀 ឱ្យគោរពសិទ្ធិរបស់ប្រជាពលរដ្ឋ"
    cell.show_text(text)
    cell.break_now()
    assert ZWSP in cell.document().toRawText()
    assert cell.text() == text
    cell.go_to_end(start=True)
    QTest.keyClicks(cell, "A")
    cell.break_now()
    assert cell.text() == f"A{text}"
