"""The history page: what changed from an edition, redline, going back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from advocate_desk.gui.dialogs.redline_dialog import RedlineDialog
from advocate_desk.gui.pages.history_page import HistoryPage
from advocate_desk.gui.widgets.compared_rows import BlockRow, FoldedRow
from advocate_desk.gui.widgets.difference_view import DifferenceView
from advocate_desk.gui.workplace import Workplace
from advocate_desk.language import catalog
from advocate_desk.model.kinds import Layout
from gui_answers import Answers

LEFT = Qt.MouseButton.LeftButton
Settle = Callable[[], None]


@pytest.fixture
def history(place: Workplace, qtbot: QtBot) -> HistoryPage:
    """The page of the sample statement with two editions, changed since."""
    desk, statement_id = place.desk, place.statement_id
    blocks = desk.drafting.statement(statement_id).blocks
    run = place.operations.run
    run(desk.publishing.adopt, statement_id)
    run(desk.drafting.write, blocks[1].id, "en", body="Wholly other words stand here.")
    run(desk.publishing.adopt, statement_id)
    run(desk.drafting.write, blocks[0].id, "en", body="Another title")
    run(desk.drafting.delete_block, blocks[3].id)
    place.window.show_page("history")
    assert place.history.bar.first.currentText() == "edition 1"  # a newer one changes no choice
    place.history.bar.choose(desk.publishing.editions(statement_id)[0].id, "")
    _wait(place.history, qtbot)
    return place.history


def _wait(page: HistoryPage, qtbot: QtBot) -> None:
    """Until what is chosen was compared and shown."""
    page.compare()
    with qtbot.waitSignal(page.comparison.filled, timeout=10000):
        pass
    QApplication.processEvents()


def _words(page: HistoryPage) -> list[str]:
    views = page.comparison.findChildren(DifferenceView)
    return [view.text.accessibleDescription() for view in views]


def test_it_shows_what_changed_since_the_newest_edition(history: HistoryPage) -> None:
    assert history.bar.summary.text() == "1 block changed · 1 block removed"
    rows = history.comparison.findChildren(BlockRow)
    assert [row.block.happened.value for row in rows] == ["changed", "removed"]
    assert any("Added: Another title" in words for words in _words(history))


def test_two_editions_can_be_chosen(history: HistoryPage, qtbot: QtBot) -> None:
    history.bar.first.setCurrentIndex(1)
    history.bar.second.setCurrentIndex(1)
    _wait(history, qtbot)
    assert history.bar.summary.text() == "1 block changed"
    assert any("Wholly other words" in words for words in _words(history))


def test_a_row_of_the_table_is_compared_with_now(history: HistoryPage, qtbot: QtBot) -> None:
    history.table.setFocus()
    with qtbot.waitSignal(history.comparison.filled, timeout=10000):
        history.table.selectRow(1)
    assert history.bar.first.currentText() == "edition 1"
    assert history.bar.summary.text() == "2 blocks changed · 1 block removed"


def test_unchanged_blocks_are_folded_until_somebody_unfolds_them(history: HistoryPage) -> None:
    folds = history.comparison.findChildren(FoldedRow)
    assert folds
    fold = max(folds, key=lambda one: len(one._blocks))
    assert not fold.findChildren(BlockRow)
    QTest.mouseClick(fold.button, LEFT)
    assert len(fold.findChildren(BlockRow)) == len(fold._blocks)
    QTest.mouseClick(fold.button, LEFT)
    assert not any(row.isVisible() for row in fold.findChildren(BlockRow))


def test_typing_is_compared_when_somebody_looks(
    place: Workplace, history: HistoryPage, qtbot: QtBot
) -> None:
    place.window.show_page("text")
    block = place.desk.drafting.statement(place.statement_id).blocks[2]
    place.operations.run(place.desk.drafting.write, block.id, "km", body="ពាក្យថ្មី")
    assert history.bar.summary.text() == "1 block changed · 1 block removed"
    with qtbot.waitSignal(history.comparison.filled, timeout=10000):
        place.window.show_page("history")
    assert history.bar.summary.text() == "2 blocks changed · 1 block removed"


def test_a_block_is_gone_to(place: Workplace, history: HistoryPage) -> None:
    row = history.comparison.findChildren(BlockRow)[0]
    row.navigate.emit(row.block.block_id, "en")
    assert place.window.page_name == "text"


def test_an_edition_is_restored_and_undone_without_a_question(
    place: Workplace, history: HistoryPage, answers: Answers
) -> None:
    before = place.desk.drafting.statement(place.statement_id)
    assert history.bar.restore.text() == "Restore edition 2"
    QTest.mouseClick(history.bar.restore, LEFT)
    restored = place.desk.drafting.statement(place.statement_id)
    assert len(restored.blocks) == len(before.blocks) + 1
    assert place.toast.isVisible()
    assert answers.asked == []
    place.window.table.action("undo").trigger()
    after = place.desk.drafting.statement(place.statement_id)
    assert after.blocks == before.blocks


def test_a_redline_is_written(
    place: Workplace, history: HistoryPage, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    def choose(dialog: QDialog) -> bool:
        assert isinstance(dialog, RedlineDialog)
        assert dialog.chosen() is Layout.SIDE_BY_SIDE
        dialog.layouts[Layout.ENGLISH].setChecked(True)
        return True

    answers.dialogs.append(choose)
    answers.targets.append(tmp_path / "changes")
    place.window.table.action("export_redline").trigger()
    qtbot.waitUntil(place.notice.isVisible, timeout=20000)
    assert "changes.docx" in place.notice.label.text()
    assert (tmp_path / "changes.docx").exists()
    assert answers.asked[-1].endswith("(edition 2 – the text now, en).docx")


def test_without_an_edition_the_actions_say_so(place: Workplace, answers: Answers) -> None:
    for action in ("compare_editions", "export_redline", "restore_edition"):
        place.window.table.action(action).trigger()
        assert "no edition" in place.notice.label.text()
    assert place.window.page_name == "history"
    assert answers.asked == []


def test_the_comparison_is_reached_by_keyboard_and_speaks_khmer(
    place: Workplace, history: HistoryPage
) -> None:
    place.window.activateWindow()
    place.window.table.action("compare_editions").trigger()
    assert history.bar.first.hasFocus()
    catalog.use("km")
    history.retranslate()
    assert "១" in history.bar.first.itemText(1)
    labels = [label.text() for label in history.bar.findChildren(QLabel)]
    assert all(labels)


class TestDifferenceView:
    """Nothing is told by colour alone."""

    def test_removed_words_are_struck_and_added_ones_underlined(self, qtbot: QtBot) -> None:
        view = DifferenceView()
        qtbot.addWidget(view)
        view.show_difference("the old text", "the new text", "en")
        looks = _looks(view)
        assert looks["old"].fontStrikeOut()
        assert looks["new"].fontUnderline()
        assert not looks["the "].fontUnderline()
        assert view.text.accessibleDescription() == "Removed: old Added: new"
        assert view.text.accessibleName() == "the new text"

    def test_what_is_copied_holds_no_soft_breaks(self, qtbot: QtBot) -> None:
        view = DifferenceView()
        qtbot.addWidget(view)
        text = "យើងខ្ញុំសូមអំពាវនាវដល់រាជរដ្ឋាភិបាលកម្ពុជា\n\nទីពីរ"
        view.show_text(text, "km")
        view.text.selectAll()
        assert "\u200b" in view.text.toPlainText()
        assert view.text.createMimeDataFromSelection().text() == text

    def test_a_paragraph_that_was_joined_shows_its_mark(self, qtbot: QtBot) -> None:
        view = DifferenceView()
        qtbot.addWidget(view)
        view.show_difference("One.\n\nTwo", "One. Two", "en")
        assert "¶" in view.text.toPlainText()
        assert "spacing" in view.text.accessibleDescription()

    def test_it_is_as_high_as_its_text(self, qtbot: QtBot) -> None:
        view = DifferenceView()
        qtbot.addWidget(view)
        view.show_text("many words " * 40, "en")
        assert view.text.heightForWidth(200) > 2 * view.text.heightForWidth(700)


def _looks(view: DifferenceView) -> dict[str, QTextCharFormat]:
    block = view.text.document().firstBlock()
    text = block.text()
    return {
        text[part.start : part.start + part.length]: QTextCharFormat(part.format.toCharFormat())
        for part in block.textFormats()
    }
