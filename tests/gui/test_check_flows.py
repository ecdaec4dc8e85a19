"""Correcting, dismissing and choosing rules from the checks dock."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from advocate_desk.gui.dialogs.dismiss_dialog import DismissDialog
from advocate_desk.gui.dialogs.rules_dialog import RulesDialog
from advocate_desk.gui.models.findings_list_model import correction
from advocate_desk.gui.workplace import Workplace
from advocate_desk.model.finding import Finding, Fix
from advocate_desk.model.kinds import Severity
from gui_answers import Answers

DIRTY = "We ask for the the end of of it."


@pytest.fixture
def dirty(place: Workplace, settle: Callable[[], None]) -> Workplace:
    """The sample with two doubled words in a paragraph, the first of them chosen."""
    block = place.desk.drafting.statement(place.statement_id).blocks[1]
    place.operations.run(place.desk.drafting.write, block.id, "en", body=DIRTY)
    settle()
    place.checks.refresh()
    choose(place, "doubled_word")
    return place


def choose(place: Workplace, rule: str) -> None:
    rows = [n for n, one in enumerate(place.checks.model.findings) if one.rule == rule]
    place.checks.list.setCurrentIndex(place.checks.model.index(rows[0], 0))


def body(place: Workplace) -> str:
    return place.desk.drafting.statement(place.statement_id).blocks[1].rendition("en").body


def trigger(place: Workplace, action_id: str) -> None:
    place.window.table.action(action_id).trigger()


def test_one_click_corrects_and_says_so(dirty: Workplace) -> None:
    assert dirty.checks.bar.fix.isEnabled()
    QTest.mouseClick(dirty.checks.bar.fix, Qt.MouseButton.LeftButton)
    assert body(dirty) == "We ask for the end of of it."
    assert dirty.toast.label.text() == "1 place corrected."
    dirty.checks.refresh()
    current = dirty.checks.current()
    assert current is not None
    assert current.rule == "doubled_word"
    dirty.toast.undo.click()
    assert body(dirty) == DIRTY


def test_all_of_a_kind_are_corrected_at_once(dirty: Workplace) -> None:
    assert dirty.checks.bar.fix_all_action.text() == "Fix all of this kind (2)"
    trigger(dirty, "fix_all_findings")
    assert body(dirty) == "We ask for the end of it."
    assert dirty.toast.label.text() == "2 places corrected."


def test_a_finding_is_dismissed_with_a_reason(dirty: Workplace, answers: Answers) -> None:
    def answer(dialog: QDialog) -> bool:
        assert isinstance(dialog, DismissDialog)
        assert not dialog.buttons.agree.isEnabled()
        dialog.edit.setText("It is a quotation.")
        assert dialog.buttons.agree.isEnabled()
        return True

    answers.dialogs.append(answer)
    QTest.keyClick(dirty.checks.list, Qt.Key.Key_Delete)
    dirty.checks.refresh()
    assert sum(one.rule == "doubled_word" for one in dirty.checks.model.every) == 1
    (aside,) = dirty.desk.checking.dismissed(dirty.statement_id)
    assert aside.dismissal.reason == "It is a quotation."


def test_a_rule_is_switched_off_and_on_in_the_list_of_rules(
    dirty: Workplace, answers: Answers
) -> None:
    trigger(dirty, "switch_rule_off")
    dirty.checks.refresh()
    assert "doubled_word" not in {one.rule for one in dirty.checks.model.every}

    def switch_on(dialog: QDialog) -> bool:
        assert isinstance(dialog, RulesDialog)
        dialog.search.setText("twice in a row")
        (row,) = [row for row in dialog.rows if row.isVisibleTo(dialog)]
        assert not row.box.isChecked()
        row.box.setChecked(True)
        return True

    answers.dialogs.append(switch_on)
    trigger(dirty, "check_rules")
    dirty.checks.refresh()
    assert "doubled_word" in {one.rule for one in dirty.checks.model.every}


def test_a_dismissal_is_taken_back_in_the_list(dirty: Workplace, answers: Answers) -> None:
    finding = dirty.checks.current()
    assert finding is not None
    checking = dirty.desk.checking
    dirty.operations.run(checking.dismiss, dirty.statement_id, finding, "meant")

    def take_back(dialog: QDialog) -> bool:
        assert isinstance(dialog, RulesDialog)
        (row,) = dialog.aside_rows
        assert "meant" in row.reason.text()
        row.button.click()
        return True

    answers.dialogs.append(take_back)
    dirty.checks.bar.rules_action.trigger()
    assert checking.dismissed(dirty.statement_id) == ()


def test_blockers_are_neither_dismissed_nor_switched_off(dirty: Workplace) -> None:
    block = dirty.desk.drafting.statement(dirty.statement_id).blocks[2]
    dirty.operations.run(dirty.desk.drafting.write, block.id, "km", body="")
    dirty.checks.refresh()
    choose(dirty, "missing_rendition")
    assert not dirty.checks.bar.dismiss_action.isEnabled()
    assert not dirty.checks.bar.switch_off_action.isEnabled()
    trigger(dirty, "dismiss_finding")
    assert "put right" in dirty.notice.label.text()
    trigger(dirty, "switch_rule_off")
    assert "stays on" in dirty.notice.label.text()
    trigger(dirty, "fix_finding")
    assert "for the eye" in dirty.notice.label.text()


def test_without_a_chosen_finding_the_way_is_told(place: Workplace) -> None:
    place.checks.list.clearSelection()
    place.checks._choose(-1)
    for action_id in ("fix_finding", "fix_all_findings", "dismiss_finding", "switch_rule_off"):
        trigger(place, action_id)
        assert "F7" in place.notice.label.text()


def test_findings_are_filtered_by_severity_and_language(dirty: Workplace) -> None:
    checks = dirty.checks
    QTest.mouseClick(checks.filter.buttons["warning"], Qt.MouseButton.LeftButton)
    assert {one.severity for one in checks.model.findings} == {Severity.WARNING}
    checks.bar.language_actions["km"].trigger()
    assert "doubled_word" not in {one.rule for one in checks.model.findings}
    assert checks.filter.buttons["all"].text().startswith("Khmer")
    checks.bar.language_actions[""].trigger()
    QTest.mouseClick(checks.filter.buttons["all"], Qt.MouseButton.LeftButton)
    assert checks.model.findings == checks.model.every


def test_a_check_by_f8_leaves_the_window_free(dirty: Workplace, qtbot: QtBot) -> None:
    dirty.checks.model.show((), {})
    trigger(dirty, "check")
    assert dirty.checks.model.every == ()  # it runs beside the window
    qtbot.waitUntil(lambda: len(dirty.checks.model.every) > 0)


def test_a_correction_is_shown_before_it_is_made() -> None:
    fixes = (
        (Fix("b", "en", "body", 0, 4, "that", text="than it"), "than → that"),
        (Fix("b", "en", "body", 5, 5, " ", text="Union(RU)"), "Union(RU) → Union (RU)"),
        (Fix("b", "en", "body", 1, 2, " ", text="a\u00a0b"), "° → ·"),
    )
    for fix, shown in fixes:
        assert correction(Finding(Severity.HINT, "r", "m", fix=fix)) == shown
