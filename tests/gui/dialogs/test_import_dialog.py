"""The import dialog: drafts in, corrected drafts out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advocate_desk.gui.dialogs.import_dialog import ImportDialog
from advocate_desk.gui.models.draft_blocks_model import HEADING, BlockColumn
from advocate_desk.gui.operations import Operations
from advocate_desk.language.breaks import ZWSP
from advocate_desk.model.draft import (
    DraftBlock,
    DraftEndorser,
    DraftNote,
    DraftStatement,
    DraftText,
)
from advocate_desk.model.kinds import BlockKind, StatementKind
from seeds import seed_2

KHMER, ENGLISH = BlockColumn.KHMER, BlockColumn.ENGLISH


def block(kind: BlockKind, km: str = "", en: str = "", heading: str = "") -> DraftBlock:
    sides = {"km": DraftText(body=km), "en": DraftText(heading, en)}
    return DraftBlock(kind, {code: side for code, side in sides.items() if side.body})


PETITION = DraftStatement(
    StatementKind.PETITION,
    (
        block(BlockKind.TITLE, "ញត្តិ", "Petition"),
        block(BlockKind.PARAGRAPH, "យើងខ្ញុំស្នើសុំ", "We ask"),
        block(BlockKind.DEMAND, "", "At once.", heading="Stop"),
        block(BlockKind.PARAGRAPH, "ឈប់", "Thanks"),
    ),
    (DraftEndorser({"en": "A Group (AG)"}, {"en": "A Group"}, "AG", 9),),
    unplaced=("Posted by:", "អានបន្ត"),
    notes=(DraftNote("{count} pictures were left out.", {"count": 2}),),
)
OTHER = DraftStatement(StatementKind.BRIEFING, (block(BlockKind.PARAGRAPH, "", "Other text"),))


@pytest.fixture
def dialog(qtbot: QtBot) -> ImportDialog:
    made = ImportDialog([PETITION, OTHER])
    qtbot.addWidget(made)
    made.show()
    return made


def sides(dialog: ImportDialog) -> list[tuple[str, str]]:
    model = dialog.blocks.model
    return [
        (str(model.index(row, KHMER).data()), str(model.index(row, ENGLISH).data()))
        for row in range(model.rowCount())
    ]


def test_untouched_drafts_come_out_as_they_went_in(dialog: ImportDialog) -> None:
    assert dialog.value() == (PETITION, OTHER)
    assert dialog.title.text() == "Petition"
    titles = [dialog.tabs.tabText(index) for index in range(4)]
    assert titles == ["Blocks  4", "Endorsers  1", "Not placed  2", "Notes  1"]


def test_a_side_is_moved_to_its_counterpart_with_the_keys(dialog: ImportDialog) -> None:
    dialog.blocks.choose(3, KHMER)
    QTest.keyClick(dialog.blocks.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert sides(dialog) == [
        ("ញត្តិ", "Petition"),
        ("យើងខ្ញុំស្នើសុំ", "We ask"),
        ("ឈប់", "At once."),
        ("", "Thanks"),
    ]
    assert dialog.blocks.row == 2
    assert not dialog.blocks.up.isEnabled()
    dialog.blocks.choose(2, BlockColumn.NUMBER)
    assert not dialog.blocks.down.isEnabled()


def test_every_correction_can_be_taken_back(dialog: ImportDialog) -> None:
    dialog.blocks.choose(1, KHMER)
    for button in (dialog.blocks.down, dialog.blocks.merge, dialog.blocks.drop):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    dialog.blocks.change_kind(BlockKind.HEADING)
    assert dialog.value() != (PETITION, OTHER)
    while dialog.blocks.undo.isEnabled():
        QTest.mouseClick(dialog.blocks.undo, Qt.MouseButton.LeftButton)
    assert dialog.value() == (PETITION, OTHER)


def test_the_kind_of_a_block_is_offered_by_enter_and_by_a_click(dialog: ImportDialog) -> None:
    dialog.blocks.choose(2, ENGLISH)
    QTest.keyClick(dialog.blocks.table, Qt.Key.Key_Return)
    menu = dialog.blocks.kind.menu()
    assert menu.isVisible()
    menu.close()
    dialog.blocks.kinds[BlockKind.PARAGRAPH].trigger()
    assert dialog.value()[0].blocks[2].texts["en"] == DraftText("", "Stop\n\nAt once.")
    place = dialog.blocks.table.visualRect(dialog.blocks.model.index(1, BlockColumn.KIND)).center()
    viewport = dialog.blocks.table.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    assert menu.isVisible()
    menu.close()


def test_merging_is_offered_only_where_there_is_a_next_block(dialog: ImportDialog) -> None:
    dialog.blocks.choose(3, ENGLISH)
    assert not dialog.blocks.merge.isEnabled()
    dialog.blocks.merge_with_next()
    dialog.blocks.choose(0, ENGLISH)
    dialog.blocks.merge_with_next()
    assert sides(dialog)[0] == ("ញត្តិ\n\nយើងខ្ញុំស្នើសុំ", "Petition\n\nWe ask")


def test_an_unplaced_text_becomes_a_paragraph_after_the_chosen_block(dialog: ImportDialog) -> None:
    dialog.blocks.choose(0, ENGLISH)
    dialog.tabs.setCurrentWidget(dialog.unplaced)
    dialog.unplaced.list.setCurrentIndex(dialog.unplaced.model.index(1, 0))
    QTest.mouseClick(dialog.unplaced.place, Qt.MouseButton.LeftButton)
    draft = dialog.value()[0]
    assert draft.blocks[1] == block(BlockKind.PARAGRAPH, "អានបន្ត")
    assert draft.unplaced == ("Posted by:",)
    dialog.unplaced._ask()
    assert dialog.unplaced.stack.currentWidget() is dialog.unplaced.empty
    dialog.unplaced._ask()
    assert dialog.value()[0].unplaced == ()


def test_only_ticked_statements_are_brought_in(dialog: ImportDialog) -> None:
    assert dialog.buttons.agree.text() == "Bring in 2 statements"
    dialog.statements.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.value() == (OTHER,)
    assert dialog.buttons.agree.text() == "Bring in 1 statement"
    dialog.statements.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.buttons.agree.isEnabled()


def test_each_statement_is_corrected_by_itself(dialog: ImportDialog) -> None:
    dialog.statements.setCurrentRow(1)
    assert sides(dialog) == [("", "Other text")]
    index = dialog.kind_box.findData(StatementKind.COMMENTARY)
    dialog.kind_box.setCurrentIndex(index)
    dialog.kind_box.activated.emit(index)
    dialog.blocks.choose(0, ENGLISH)
    dialog.blocks.drop_block()
    made = dialog.value()[1]
    assert (made.kind, made.blocks) == (StatementKind.COMMENTARY, ())
    assert made.unplaced == ("Other text",)
    assert dialog.statements.item(1).text().startswith("Commentary")
    dialog._place(0)
    assert sides(dialog) == [("", "Other text")]


def test_a_single_statement_needs_no_list(qtbot: QtBot) -> None:
    dialog = ImportDialog([OTHER])
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.statements.isVisible()
    assert dialog.buttons.agree.text() == "Bring in"
    assert not dialog.tabs.isTabVisible(1)
    assert dialog.unplaced.stack.currentWidget() is dialog.unplaced.empty


def test_a_document_without_a_statement_can_only_be_left(qtbot: QtBot) -> None:
    dialog = ImportDialog([])
    qtbot.addWidget(dialog)
    assert not dialog.buttons.agree.isEnabled()
    dialog._change_kind(0)
    assert dialog.value() == ()


def test_khmer_in_the_table_wraps_between_words_and_stays_clean_in_the_value(
    dialog: ImportDialog,
) -> None:
    dialog.blocks.table.viewport().grab()
    tip = dialog.blocks.model.index(1, KHMER).data(Qt.ItemDataRole.ToolTipRole)
    assert ZWSP in tip
    assert dialog.value()[0].blocks[1].texts["km"].body == "យើងខ្ញុំស្នើសុំ"
    assert dialog.blocks.model.index(2, ENGLISH).data(HEADING) == "Stop"
    heading = dialog.blocks.model.index(2, ENGLISH).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heading == "Stop\nAt once."


def test_the_dialog_follows_the_language(dialog: ImportDialog) -> None:
    QApplication.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))
    assert dialog.windowTitle() == "Import"
    assert dialog.notes_model.stringList() == ["2 pictures were left out."]


def test_the_petition_of_a_saved_page_passes_through_unchanged(
    qtbot: QtBot, operations: Operations
) -> None:
    drafts = operations.desk.importing.read_statements(seed_2())
    dialog = ImportDialog(drafts)
    qtbot.addWidget(dialog)
    for number in range(len(drafts)):
        dialog.statements.setCurrentRow(number)
        dialog.blocks.table.viewport().grab()
    assert dialog.value() == drafts
