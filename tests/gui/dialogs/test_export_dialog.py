"""The export dialog: a choice in, a choice out, and what stands in the way."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from advocate_desk.exporters.blocks import ExportOptions
from advocate_desk.gui.dialogs.export_dialog import TXT, ExportChoice, ExportDialog
from advocate_desk.model.finding import Finding
from advocate_desk.model.kinds import Layout, Severity
from gui_answers import Answers

BLOCKER = Finding(Severity.BLOCKER, "b", "Khmer is missing.", "block", "km")
WARNING = Finding(Severity.WARNING, "w", "Not confirmed.", endorsement_id="e1")
HINT = Finding(Severity.HINT, "h", "Look at this.", "block")
FOUND = {
    Layout.KHMER: (BLOCKER, WARNING),
    Layout.ENGLISH: (WARNING, HINT),
    Layout.SIDE_BY_SIDE: (HINT,),
}


@pytest.fixture
def dialog(qtbot: QtBot) -> ExportDialog:
    made = ExportDialog(lambda layout: FOUND.get(layout, ()), {"block": "4"})
    qtbot.addWidget(made)
    made.show()
    return made


def choose(dialog: ExportDialog, layout: Layout) -> None:
    QTest.mouseClick(dialog.layouts[layout], Qt.MouseButton.LeftButton)


def test_what_goes_in_comes_out(qtbot: QtBot) -> None:
    options = ExportOptions(endorser_columns=3, embed_fonts=False, soft_breaks=True)
    choice = ExportChoice(Layout.ENGLISH_KHMER, TXT, options)
    dialog = ExportDialog(lambda _layout: (), {}, choice)
    qtbot.addWidget(dialog)
    assert dialog.choice() == choice


def test_a_blocker_stops_the_export(dialog: ExportDialog) -> None:
    choose(dialog, Layout.KHMER)
    assert not dialog.buttons.agree.isEnabled()
    assert dialog.verdict.text() == "1 blocker stops the export."
    assert not dialog.tick.isVisible()


def test_warnings_want_one_tick_and_another_layout_wants_another(dialog: ExportDialog) -> None:
    choose(dialog, Layout.ENGLISH)
    assert not dialog.buttons.agree.isEnabled()
    QTest.keyClick(dialog.tick, Qt.Key.Key_Space)
    assert dialog.tick.isChecked()
    assert dialog.buttons.agree.isEnabled()
    assert dialog.choice().allow_findings
    choose(dialog, Layout.KHMER_ENGLISH)
    choose(dialog, Layout.ENGLISH)
    assert not dialog.tick.isChecked()


def test_hints_stop_nothing(dialog: ExportDialog) -> None:
    assert dialog.choice().layout is Layout.SIDE_BY_SIDE
    assert dialog.buttons.agree.isEnabled()
    assert not dialog.tick.isVisible()
    choose(dialog, Layout.ENGLISH_KHMER)
    assert dialog.stack.currentWidget() is dialog.clear
    assert dialog.clear.label.text() == "Nothing stands in the way."


def test_plain_text_has_no_options_of_a_word_document(dialog: ExportDialog) -> None:
    assert dialog.panel.embed.isEnabled()
    QTest.mouseClick(dialog.formats[TXT], Qt.MouseButton.LeftButton)
    assert not dialog.panel.embed.isEnabled()
    assert not dialog.panel.columns.isEnabled()
    assert dialog.choice().format == TXT


def test_going_to_a_finding_closes_the_dialog(qtbot: QtBot, dialog: ExportDialog) -> None:
    choose(dialog, Layout.KHMER)
    dialog.list.setCurrentIndex(dialog.model.index(0, 0))
    with qtbot.waitSignal(dialog.navigate) as asked:
        QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert asked.args == ["block", "km"]
    assert dialog.result() == QDialog.DialogCode.Rejected
    with qtbot.waitSignal(dialog.endorsement_requested) as asked:
        dialog.list.setCurrentIndex(dialog.model.index(1, 0))
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert asked.args == ["e1"]
    dialog._go_to(dialog.model.index(9, 0))


def test_agreeing_is_for_the_caller_to_ask_where(qtbot: QtBot, dialog: ExportDialog) -> None:
    with qtbot.waitSignal(dialog.accepted):
        QTest.mouseClick(dialog.buttons.agree, Qt.MouseButton.LeftButton)
    assert Answers().asked == []


def test_the_dialog_follows_the_language(dialog: ExportDialog) -> None:
    QApplication.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))
    columns = dialog.panel.columns
    words = [columns.itemText(index) for index in range(columns.count())]
    assert words == ["columns by length", "1 column", "2 columns", "3 columns"]
    assert replace(dialog.choice(), layout=Layout.KHMER).layout is Layout.KHMER
