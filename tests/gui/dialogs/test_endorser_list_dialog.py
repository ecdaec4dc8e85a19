"""Bringing in a list of endorsers: compared, decided, corrected, then added in one step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from advocate_desk.desk.list_preview import ListPreview
from advocate_desk.exporters.sheet_writer import SheetTable, xlsx_bytes
from advocate_desk.gui.dialogs.endorser_list_dialog import EndorserListDialog
from advocate_desk.gui.models.incoming_rows_model import (
    IncomingColumn,
    IncomingRowsModel,
)
from advocate_desk.gui.operations import Operations
from advocate_desk.model.column_map import ColumnRole
from advocate_desk.model.draft import DraftEndorser, DraftEndorsers
from advocate_desk.model.kinds import EndorsementState, ShowAs, StatementKind
from advocate_desk.model.registry import Choice, Match, MatchClass
from gui_answers import Answers

FORM = ("Organisation name (English)", "ឈ្មោះអង្គការ", "Phone", "Do you agree to endorse?")


@pytest.fixture
def new_id(operations: Operations, statement_id: str) -> str:
    """A statement nobody endorses yet; the registry is that of the sample."""
    assert statement_id
    return operations.desk.drafting.new_statement(StatementKind.PETITION, {}).focus


@pytest.fixture
def dialog(
    qtbot: QtBot, operations: Operations, answers: Answers, new_id: str
) -> Iterator[EndorserListDialog]:
    made = EndorserListDialog(operations, answers, new_id)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.done(0)


@pytest.fixture
def known(operations: Operations, statement_id: str) -> list[str]:
    """English names of the registry."""
    endorsements = operations.desk.endorsing.endorsements(statement_id)
    return [one.endorser.names["en"].name for one in endorsements]


def wait(qtbot: QtBot, dialog: EndorserListDialog, rows: int) -> None:
    qtbot.waitUntil(lambda: dialog.model.counts()["all"] == rows and " = " in dialog.outcome.text())


def paste(qtbot: QtBot, dialog: EndorserListDialog, text: str, rows: int) -> None:
    dialog.paste.setPlainText(text)
    dialog.read_pasted()
    wait(qtbot, dialog, rows)


def column(dialog: EndorserListDialog, which: IncomingColumn) -> list[str]:
    model = dialog.model
    return [str(model.index(row, which).data()) for row in range(model.rowCount())]


def test_every_row_is_compared_and_only_what_is_certain_is_decided(
    qtbot: QtBot, dialog: EndorserListDialog, known: list[str]
) -> None:
    assert not dialog.buttons.agree.isEnabled()
    text = f"1. {known[0]}\n2. {known[1][:-1]}\n3. Entirely Other Union (EOU)\n4.\n5. {known[0]}"
    paste(qtbot, dialog, text, 5)
    assert column(dialog, IncomingColumn.MATCH) == [
        "The same",
        "Probably the same",
        "New",
        "Not added",
        "Not added",
    ]
    assert column(dialog, IncomingColumn.DECISION) == [
        "same endorser",
        "decide…",
        "new endorser",
        "not added",
        "not added",
    ]
    assert dialog.outcome.text() == "5 rows read = 2 accepted + 3 listed · 1 to decide"
    dialog.bar.bulk[MatchClass.PROBABLE, Choice.SAME].trigger()
    assert dialog.outcome.text() == "5 rows read = 3 accepted + 2 listed"


def test_decisions_are_made_by_key_by_button_and_by_menu(
    qtbot: QtBot, dialog: EndorserListDialog, known: list[str]
) -> None:
    paste(qtbot, dialog, f"{known[0][:-1]}\n{known[1][:-1]}\nEntirely Other Union", 3)
    table = dialog.table
    table.selectRow(0)
    QTest.keyClick(table, Qt.Key.Key_1)
    table.selectRow(1)
    QTest.keyClick(table, Qt.Key.Key_2)
    table.selectRow(2)
    QTest.keyClick(table, Qt.Key.Key_1)  # it is like nobody
    words = column(dialog, IncomingColumn.DECISION)
    assert words == ["same endorser", "new endorser", "new endorser"]
    dialog.bar.buttons[Choice.SKIP].click()
    assert column(dialog, IncomingColumn.DECISION)[2] == "leave out"
    menu = table.ask(dialog.model.index(2, IncomingColumn.DECISION))
    assert isinstance(menu, QMenu)
    assert [action.isEnabled() for action in menu.actions()] == [False, True, True]
    menu.actions()[1].trigger()
    menu.close()
    assert column(dialog, IncomingColumn.DECISION)[2] == "new endorser"
    QTest.keyClick(table, Qt.Key.Key_Return)
    opened = table.findChildren(QMenu)[-1]
    assert opened.isVisible()
    opened.close()


def test_corrections_are_offered_and_never_made_unasked(
    qtbot: QtBot, dialog: EndorserListDialog
) -> None:
    paste(qtbot, dialog, "1. Entirely Other Union(EOU)\n2. Second Other Union - SOU\n3. Third", 3)
    offered = column(dialog, IncomingColumn.CORRECTION)
    assert offered == ["Entirely Other Union (EOU)", "Second Other Union (SOU)", ""]
    assert [one.written["en"] for one in dialog.value().draft.endorsers][:2] == [
        "Entirely Other Union(EOU)",
        "Second Other Union - SOU",
    ]
    dialog.table.selectRow(1)
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    entries = dialog.value().draft.endorsers
    assert [one.written["en"] for one in entries] == [
        "Entirely Other Union(EOU)",
        "Second Other Union (SOU)",
        "Third",
    ]
    assert entries[1].acronym == "SOU"
    dialog.bar.take_offers.trigger()
    assert dialog.value().draft.endorsers[0].written["en"] == "Entirely Other Union (EOU)"
    dialog.bar.leave_offers.trigger()
    assert dialog.value().draft.endorsers[1].written["en"] == "Second Other Union - SOU"


def test_filters_show_one_class_of_rows(
    qtbot: QtBot, dialog: EndorserListDialog, known: list[str]
) -> None:
    paste(qtbot, dialog, f"{known[0]}\n{known[1][:-1]}\nEntirely Other Union\n{'x' * 300}", 4)
    filters = dialog.bar.filters
    shown = {}
    for key in ("same", "probable", "look-alike", "new", "listed", "undecided", "all"):
        filters.buttons[key].click()
        shown[key] = dialog.model.rowCount()
    assert shown == {
        "same": 1,
        "probable": 1,
        "look-alike": 0,
        "new": 1,
        "listed": 1,
        "undecided": 1,
        "all": 4,
    }


def test_a_list_is_added_in_one_step_with_what_a_form_told(
    qtbot: QtBot, dialog: EndorserListDialog, operations: Operations, new_id: str, tmp_path: Path
) -> None:
    rows = [
        FORM,
        ("Entirely Other Union", "សហជីពថ្មី", "012 345 678", "Yes"),
        ("Silent Union", "", "", "No"),
    ]
    path = tmp_path / "answers.xlsx"
    path.write_bytes(xlsx_bytes([SheetTable("Answers", rows)]))
    dialog.read_path(path)
    wait(qtbot, dialog, 2)
    assert dialog.outcome.text() == "2 rows read = 1 accepted + 1 listed"
    value = dialog.value()
    assert value.state is EndorsementState.CONFIRMED
    verb = operations.desk.endorsing.add_matched
    operations.run(verb, new_id, value.draft, value.decisions, value.state)
    (made,) = operations.desk.endorsing.endorsements(new_id)
    assert {code: name.name for code, name in made.endorser.names.items()} == {
        "km": "សហជីពថ្មី",
        "en": "Entirely Other Union",
    }
    record = operations.desk.registry.record(made.endorser.id)
    assert [contact.phone for contact in record.contacts] == ["012 345 678"]
    operations.run(operations.desk.history.undo)
    assert operations.desk.endorsing.endorsements(new_id) == ()


def test_a_column_is_corrected_above_the_preview(
    qtbot: QtBot, dialog: EndorserListDialog, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Who,What\nAlpha Union,Alpha\nBeta Union,Beta\n", encoding="utf-8")
    dialog.read_path(path)
    wait(qtbot, dialog, 3)
    columns = dialog.columns
    columns.titles.setCurrentIndex(1)
    columns.titles.activated.emit(1)
    wait(qtbot, dialog, 2)
    box = columns.roles[1]
    box.setCurrentIndex(box.findData(ColumnRole.ENGLISH))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: column(dialog, IncomingColumn.READ) == ["Alpha", "Beta"])
    wait(qtbot, dialog, 2)
    box = dialog.columns.roles[1]
    box.setCurrentIndex(0)
    box.activated.emit(0)
    qtbot.waitUntil(lambda: dialog.model.counts()["all"] in (2, 3))


def test_a_sheet_may_be_left_out(qtbot: QtBot, dialog: EndorserListDialog, tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    sheets = [SheetTable(name, (("Name",), (f"{name} Union",))) for name in ("Alpha", "Beta")]
    path.write_bytes(xlsx_bytes(sheets))
    dialog.read_path(path)
    wait(qtbot, dialog, 2)
    dialog.columns.sheet.setCurrentIndex(1)
    dialog.columns.sheet.activated.emit(1)
    dialog.columns.wanted.click()
    wait(qtbot, dialog, 1)
    assert column(dialog, IncomingColumn.READ) == ["Alpha Union"]
    assert dialog.notes.text() == "Sheet “Beta” was left out."
    assert dialog.columns.sheet.currentIndex() == 1


def test_a_file_is_dropped_in(qtbot: QtBot, dialog: EndorserListDialog, tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("Alpha Union\nBeta Union\n", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    assert not dialog.paste.canInsertFromMimeData(data)
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    dialog.dragEnterEvent(enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    dialog.dropEvent(drop)
    wait(qtbot, dialog, 2)
    assert dialog.paste.isHidden()
    dialog.paste_again.click()
    assert not dialog.paste.isHidden()
    assert dialog.model.rowCount() == 0


def test_a_list_pasted_from_a_browser_keeps_its_table(
    qtbot: QtBot, dialog: EndorserListDialog
) -> None:
    data = QMimeData()
    data.setText("Alpha Union 012 345 678 Beta Union 012 345 679")
    data.setHtml(
        "<table><tr><th>Name<th>Phone<tr><td>Alpha Union<td>012 345 678"
        "<tr><td>Beta Union<td>012 345 679</table>"
    )
    dialog.paste.insertFromMimeData(data)
    dialog.read_pasted()
    wait(qtbot, dialog, 2)
    assert column(dialog, IncomingColumn.READ) == ["Alpha Union", "Beta Union"]
    assert [box.currentText() for box in dialog.columns.roles] == [
        "Name in either language",
        "Phone",
    ]
    dialog.paste.setPlainText("Gamma Union")
    dialog.read_pasted()
    wait(qtbot, dialog, 1)
    assert column(dialog, IncomingColumn.READ) == ["Gamma Union"]


def test_a_withheld_name_is_masked_beside_what_is_like_it(
    qtbot: QtBot,
    dialog: EndorserListDialog,
    operations: Operations,
    statement_id: str,
    known: list[str],
) -> None:
    first = operations.desk.endorsing.endorsements(statement_id)[0]
    operations.run(operations.desk.endorsing.show_as, [first.id], ShowAs.WITHHELD)
    paste(qtbot, dialog, f"{known[0]}\n{known[0][:-1]}", 2)
    model = dialog.model
    everything = [
        str(model.index(row, which).data(role))
        for row in range(2)
        for which in IncomingColumn
        for role in range(int(Qt.ItemDataRole.UserRole) + 6)
        if not (row == 1 and which is IncomingColumn.READ)
    ]
    assert not any(known[0] in text for text in everything)
    assert column(dialog, IncomingColumn.REGISTRY) == ["[name withheld]", "[name withheld]"]


def test_a_bad_file_is_refused_in_a_sentence(
    qtbot: QtBot, dialog: EndorserListDialog, tmp_path: Path
) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(b"no zip")
    dialog.read_path(path)
    qtbot.waitUntil(lambda: "list.xlsx" in dialog.outcome.text())
    assert not dialog.buttons.agree.isEnabled()


def test_the_dialog_follows_the_language(qtbot: QtBot, dialog: EndorserListDialog) -> None:
    paste(qtbot, dialog, "Alpha Union\n", 1)
    QApplication.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))
    assert dialog.outcome.text() == "1 row read = 1 accepted + 0 listed"
    assert dialog.table.accessibleName() == "What was read"


def test_closing_it_while_it_reads_is_calm(
    qtbot: QtBot, operations: Operations, answers: Answers, new_id: str
) -> None:
    dialog = EndorserListDialog(operations, answers, new_id)
    dialog.paste.setPlainText("Alpha Union")
    dialog.read_pasted()
    dialog.reject()
    dialog.deleteLater()
    qtbot.waitUntil(lambda: not operations.is_busy)


def test_many_rows_are_decided_and_narrowed_at_once(qapp: QApplication) -> None:
    entries = tuple(
        DraftEndorser({"en": f"Group {n} Union"}, {"en": f"Group {n} Union"}, "", n)
        for n in range(1, 1_001)
    )
    draft = DraftEndorsers(len(entries), entries)
    kinds = (MatchClass.PROBABLE, MatchClass.NEW)
    matches = {n: Match(n, "", kinds[n % 2], f"e{n}", "Union") for n in range(1, 1_001)}
    model = IncomingRowsModel()
    model.show(draft, ListPreview(matches))
    model.decide_all(MatchClass.PROBABLE, Choice.SAME)
    assert model.accepted == 1_000
    model.narrow("probable")
    assert model.rowCount() == 500
