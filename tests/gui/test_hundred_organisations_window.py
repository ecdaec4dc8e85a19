"""The window with a real list of a hundred and two organisations, on a small laptop."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advocate_desk.desk.desk import Desk
from advocate_desk.gui.models.endorser_filter import EARLIER
from advocate_desk.gui.workplace import Workplace
from advocate_desk.language import catalog
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.kinds import BlockKind, EndorsementState, ShowAs
from seeds import seed_1

CONFIRMED, WITHDRAWN = EndorsementState.CONFIRMED.value, EndorsementState.WITHDRAWN.value


@pytest.fixture
def desk_path(tmp_path: Path) -> Path:
    """A desk with the statement of the document."""
    path = tmp_path / "hundred.desk"
    desk = Desk.create(path)
    desk.importing.bring_in(desk.importing.read_statements(seed_1()))
    desk.close(back_up=False)
    return path


@pytest.fixture
def page(place: Workplace, qtbot: QtBot) -> Workplace:
    """The window with the list shown."""
    place.window.show_page("endorsers")
    qtbot.waitUntil(lambda: place.endorsers.model.total == 102)
    return place


def chip(place: Workplace, key: str) -> str:
    """What a chip says; nothing where it is not there."""
    button = place.endorsers.filters.buttons[key]
    return button.text() if button.isVisibleTo(place.endorsers) else ""


def test_a_changed_demand_and_a_new_consent_are_counted_in_a_chip(
    page: Workplace, qtbot: QtBot
) -> None:
    assert chip(page, EARLIER) == ""
    statement = page.desk.drafting.statement(page.statement_id)
    demand = [one.id for one in statement.blocks if one.kind is BlockKind.DEMAND][3]
    page.operations.run(page.desk.drafting.write, demand, "en", body="Both sides keep the rules.")
    qtbot.waitUntil(lambda: chip(page, EARLIER).endswith("  102"))
    ids = [row.id for row in page.desk.listed.rows(page.statement_id)]
    page.operations.run(page.desk.consenting.agree_again, ids[:60])
    qtbot.waitUntil(lambda: chip(page, EARLIER).endswith("  42"))
    page.endorsers.filters.buttons[EARLIER].click()
    assert page.endorsers.model.rowCount() == 42


def test_a_bulk_answer_is_taken_back_by_one_ctrl_z(page: Workplace, qtbot: QtBot) -> None:
    page.endorsers.table.setFocus()
    page.endorsers.table.selectAll()
    page.endorsers.actions_row.states[EndorsementState.WITHDRAWN].trigger()
    qtbot.waitUntil(lambda: chip(page, WITHDRAWN).endswith("  102"))
    QTest.keyClick(page.endorsers.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: chip(page, CONFIRMED).endswith("  102"))
    assert chip(page, WITHDRAWN) == ""


def test_the_keyboard_goes_on_where_the_list_is_empty_and_full_again(
    page: Workplace, qtbot: QtBot
) -> None:
    table, empty = page.endorsers.table, page.endorsers.empty
    table.setFocus()
    table.selectAll()
    QTest.keyClick(table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.endorsers.model.total == 0)
    assert empty.button.hasFocus()
    QTest.keyClick(empty.button, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.endorsers.model.total == 102)
    assert table.hasFocus()


@pytest.mark.parametrize("language", ["en", "km"])
def test_the_list_fits_between_both_docks(
    page: Workplace, qtbot: QtBot, qapp: QApplication, language: str
) -> None:
    ids = [row.id for row in page.desk.listed.rows(page.statement_id)]
    page.operations.run(page.desk.endorsing.show_as, ids[:3], ShowAs.WITHHELD)
    page.window.table.action(f"language_{language}").trigger()
    hundred = in_digits(102, language)
    qtbot.waitUntil(lambda: chip(page, CONFIRMED).endswith(hundred))
    qapp.processEvents()
    assert page.window.width() == 1366
    assert page.endorsers.table.horizontalScrollBar().maximum() == 0
    for button in page.endorsers.filters.buttons.values():
        if button.isVisibleTo(page.endorsers):
            assert button.width() >= button.sizeHint().width()
    catalog.use("en")
