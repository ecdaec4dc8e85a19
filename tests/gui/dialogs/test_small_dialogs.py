"""The palette of actions, the list of keys, the dialogs of a clause and of an endorser."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from advocate_desk.gui.actions import Actions
from advocate_desk.gui.dialogs.clause_dialog import ClauseDialog
from advocate_desk.gui.dialogs.endorser_dialog import EndorserDialog
from advocate_desk.gui.dialogs.palette_dialog import PaletteDialog
from advocate_desk.gui.dialogs.shortcuts_dialog import ShortcutsDialog
from advocate_desk.model.clause import Clause, ClauseRevision
from advocate_desk.model.endorsement import Endorser, EndorserName
from advocate_desk.model.kinds import BlockKind
from advocate_desk.model.statement import Rendition


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def actions(parent: QWidget) -> Actions:
    made = Actions(parent)
    for spec in made.specs:
        made.connect_to(spec.id, lambda: None)
    return made


def speak(dialog: QDialog) -> None:
    QApplication.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))


def test_an_action_is_typed_and_run_after_the_palette_is_gone(
    qtbot: QtBot, parent: QWidget, actions: Actions
) -> None:
    done: list[bool] = []
    palette = PaletteDialog(actions, parent)
    actions.connect_to("save_clause", lambda: done.append(parent.findChild(QDialog) is None))
    palette.open()
    QTest.keyClicks(palette.search, "clause")
    QTest.keyClick(palette.search, Qt.Key.Key_Down)
    assert palette.list.currentIndex().data() == "Save as clause"
    assert not palette.list.viewport().grab().isNull()
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: done == [True])


def test_a_click_runs_an_action_and_one_that_is_off_stays_off(
    qtbot: QtBot, parent: QWidget, actions: Actions
) -> None:
    actions.disconnect_from("redo")
    palette = PaletteDialog(actions, parent)
    palette.open()
    palette.search.setText("redo")
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.search.setText("zzz")
    assert palette.nothing.isVisible()
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    speak(palette)
    palette.search.setText("check")
    place = palette.list.visualRect(palette.model.index(0, 0)).center()
    with qtbot.waitSignal(actions.action("check").triggered):
        QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_every_key_of_the_table_is_listed_once(parent: QWidget, actions: Actions) -> None:
    keys = ShortcutsDialog(actions, parent)
    keys.open()
    rows = [
        (group.text(0), item.text(0), item.text(1))
        for place in range(keys.tree.topLevelItemCount())
        if (group := keys.tree.topLevelItem(place)) is not None
        for row in range(group.childCount())
        if (item := group.child(row)) is not None
    ]
    with_key = [spec for spec in actions.specs if spec.shortcut]
    assert len([row for row in rows if row[0] != "Elsewhere"]) == len(with_key)
    assert ("Clauses", "Insert clause", "Ctrl+L") in rows
    keys.search.setText("ctrl+l")
    assert keys.tree.topLevelItemCount() == 1
    speak(keys)
    QTest.mouseClick(keys.buttons.agree, Qt.MouseButton.LeftButton)
    assert not keys.isVisible()


def clause() -> Clause:
    sides = {"en": Rendition("Stop", "At once."), "km": Rendition("ឈប់", "ភ្លាម")}
    return Clause("c", BlockKind.DEMAND, ClauseRevision("r", "c", 4, sides), "land")


def test_a_clause_without_a_text_cannot_be_saved(qtbot: QtBot) -> None:
    dialog = ClauseDialog(None)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.buttons.agree.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    dialog.bodies["km"].show_text("ភ្លាម")
    dialog._check()
    dialog._save()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.value().texts == {"km": ("", "ភ្លាម"), "en": ("", "")}


def test_only_a_demand_has_a_heading(qtbot: QtBot) -> None:
    dialog = ClauseDialog(None)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.headings["en"].isVisible()
    dialog.kind_box.setCurrentIndex(dialog.kind_box.findData(BlockKind.PARAGRAPH))
    assert not dialog.headings["en"].isVisible()
    speak(dialog)
    assert dialog.bodies["en"].accessibleName() == "Text, English"


def test_tab_goes_from_text_to_text(qtbot: QtBot) -> None:
    dialog = ClauseDialog(None, clause())
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.kind_box.isEnabled()
    dialog.headings["km"].setFocus()
    QTest.keyClick(dialog.headings["km"], Qt.Key.Key_Tab)
    assert dialog.focusWidget() is not dialog.headings["km"]
    assert dialog.value().texts["km"] == ("ឈប់", "ភ្លាម")


def test_an_endorser_of_a_kind_we_do_not_know_keeps_it(qtbot: QtBot) -> None:
    endorser = Endorser("o", {"en": EndorserName("", written="A Group – AG")}, kind="choir")
    dialog = EndorserDialog(None, endorser)
    qtbot.addWidget(dialog)
    assert dialog.value().kind == "choir"
    assert dialog.kind_box.currentText() == "choir"
    assert dialog.names["en"].text() == "A Group – AG"
    speak(dialog)
    assert dialog.windowTitle() == "Edit endorser"
