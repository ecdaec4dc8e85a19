"""The registry in the window: the table, records, merging, doubles, statistics."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from advocate_desk.desk.desk import Desk
from advocate_desk.gui.dialogs.doubles_dialog import DoublesDialog
from advocate_desk.gui.dialogs.endorser_record_dialog import EndorserRecordDialog
from advocate_desk.gui.dialogs.merge_dialog import MergeDialog
from advocate_desk.gui.dialogs.registry_dialog import RegistryDialog
from advocate_desk.gui.dialogs.statistics_dialog import StatisticsDialog
from advocate_desk.gui.known_names import KnownNames
from advocate_desk.gui.models.registry_table_model import RegistryColumn
from advocate_desk.gui.operations import Operations
from advocate_desk.gui.registry_work import RegistryWork
from advocate_desk.gui.workplace import Workplace
from advocate_desk.language import catalog
from advocate_desk.model.endorsement import Endorser, EndorserName
from advocate_desk.model.kinds import EndorsementState, ShowAs
from advocate_desk.model.registry import Alias, Contact, EndorserRecord, MatchClass, NameKind
from advocate_desk.model.registry_overview import Registered, RegistryOverview
from desk_making import endorse, make_desk, river
from gui_answers import Answers

WITHHELD = "Hidden Forest Network"


@pytest.fixture
def operations(tmp_path: Path) -> Iterator[Operations]:
    """An empty desk."""
    opened = Operations(make_desk(tmp_path / "office.desk"), reports=tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def desk(operations: Operations) -> Desk:
    return operations.desk


@pytest.fixture
def work(operations: Operations, answers: Answers) -> RegistryWork:
    return RegistryWork(operations, answers, KnownNames(operations, operations))


def added(
    desk: Desk, english: str, khmer: str = "", acronym: str = "", kind: str = "ngo", place: str = ""
) -> str:
    names = {"en": EndorserName(english, acronym)}
    if khmer:
        names["km"] = EndorserName(khmer)
    return desk.registry.add(EndorserRecord(Endorser("", names, kind, place))).focus


def hide(desk: Desk, english: str) -> str:
    """A withheld endorser on a statement; its id in the registry."""
    statement_id = river(desk)
    endorsement_id = endorse(desk, statement_id, english)
    desk.endorsing.show_as([endorsement_id], ShowAs.WITHHELD)
    return desk.endorsing.endorsements(statement_id)[0].endorser.id


@pytest.fixture
def window(work: RegistryWork, qtbot: QtBot) -> Iterator[RegistryDialog]:
    """The registry, not shown yet."""
    made = RegistryDialog(None, work)
    qtbot.addWidget(made)
    yield made
    made.stop()


def shown(window: RegistryDialog) -> list[str]:
    return [row.english or row.khmer for row in window.model.rows]


def wait(window: RegistryDialog, qtbot: QtBot, count: int) -> None:
    qtbot.waitUntil(lambda: len(window.model.overview) == count)


def known_names(work: RegistryWork, qtbot: QtBot) -> KnownNames:
    with qtbot.waitSignal(work.known.ready):
        work.known.prepare()
    qtbot.waitUntil(lambda: work.known.is_read)
    return work.known


# The table


def test_the_registry_is_searched_by_words_kind_and_province(
    desk: Desk, window: RegistryDialog, qtbot: QtBot, work: RegistryWork
) -> None:
    added(desk, "Lake Union", "សហជីពបឹង", "LU", "union", "Kampot")
    added(desk, "The Forest Network", kind="network", place="Kep")
    work.operations.run(
        desk.registry.add, EndorserRecord(Endorser("", {"en": EndorserName("Sea")}))
    )
    wait(window, qtbot, 3)
    assert shown(window) == ["The Forest Network", "Lake Union", "Sea"]
    window.search.setText("បឹង")
    window.look()
    assert shown(window) == ["Lake Union"]
    window.search.clear()
    window.province_box.setCurrentIndex(window.province_box.findData("Kep"))
    window.look()
    assert shown(window) == ["The Forest Network"]
    window.kind_box.setCurrentIndex(window.kind_box.findData("union"))
    window.look()
    assert shown(window) == []
    window.empty.pressed.emit()
    assert len(shown(window)) == 3


def test_an_empty_registry_says_so_and_offers_to_add(window: RegistryDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "is empty" in window.empty.label.text())
    assert window.empty.button.text() == "Add endorser"


def test_the_table_is_put_in_order_by_a_column_and_keeps_what_is_chosen(
    desk: Desk, window: RegistryDialog, qtbot: QtBot
) -> None:
    sea = added(desk, "Sea", "កោះ", kind="union")
    added(desk, "Lake", "អង្គ")
    window._work.known._is_stale = True
    window._work.known.read()
    wait(window, qtbot, 2)
    window.table.choose((sea,))
    window.orders[RegistryColumn.KHMER].trigger()
    assert shown(window) == ["Sea", "Lake"]
    window.table.order_by(RegistryColumn.KHMER, descending=True)
    assert shown(window) == ["Lake", "Sea"]
    assert window.table.chosen_ids() == (sea,)


def test_a_withheld_name_is_masked_everywhere_in_the_table_until_it_is_held(
    desk: Desk, window: RegistryDialog, qtbot: QtBot, work: RegistryWork
) -> None:
    hide(desk, WITHHELD)
    work.known._is_stale = True
    work.known.read()
    wait(window, qtbot, 1)
    roles = [Qt.ItemDataRole(role) for role in (0, 3, 11, 12)]
    cells = [window.model.index(0, column) for column in RegistryColumn]
    assert not any(WITHHELD in str(cell.data(role)) for cell in cells for role in roles)
    window.table.selectRow(0)
    window.table.copy()
    assert WITHHELD not in QGuiApplication.clipboard().text()
    window.show()
    window.table.setFocus()
    QTest.keyPress(window.table, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.table.hold.row == 0)
    assert window.model.revealed(0, RegistryColumn.ENGLISH) == WITHHELD
    QTest.keyRelease(window.table, Qt.Key.Key_Space)
    assert window.table.hold.row == -1


def test_adding_editing_and_undoing_from_the_table(
    desk: Desk, window: RegistryDialog, qtbot: QtBot, answers: Answers
) -> None:
    def fill(dialog: QDialog) -> bool:
        record = cast("EndorserRecordDialog", dialog)
        record.names.names["en"].setText("Lake Union")
        record.province_box.setEditText("ខេត្តកំពត")
        return True

    def rename(dialog: QDialog) -> bool:
        cast("EndorserRecordDialog", dialog).names.acronyms["en"].setText("LU")
        return True

    answers.dialogs += [fill, rename]
    window.add()
    wait(window, qtbot, 1)
    assert window.table.chosen_ids() == (window.model.rows[0].id,)
    assert window.model.text(0, RegistryColumn.PROVINCE) == "Kampot"
    window.edit()
    qtbot.waitUntil(lambda: window.model.rows[0].acronym == "LU")
    window.undo()
    window.undo()
    wait(window, qtbot, 0)
    window.redo()
    wait(window, qtbot, 1)
    assert not desk.registry.endorsers()[0].acronym


def test_what_is_refused_is_said_in_the_window(
    desk: Desk, window: RegistryDialog, qtbot: QtBot
) -> None:
    endorse(desk, river(desk), "Lake Union")
    window._work.known._is_stale = True
    window._work.known.read()
    wait(window, qtbot, 1)
    window.table.selectRow(0)
    window.delete()
    assert "stands on a statement" in window.notice.text()
    assert not window.notice.isHidden()


def test_a_refused_record_comes_back_with_its_reason(
    desk: Desk, work: RegistryWork, answers: Answers, qtbot: QtBot
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)

    def too_long(dialog: QDialog) -> bool:
        cast("EndorserRecordDialog", dialog).names.names["en"].setText("x" * 300)
        return True

    def shorter(dialog: QDialog) -> bool:
        record = cast("EndorserRecordDialog", dialog)
        assert "longer than 200" in record.refusal.text()
        assert record.names.names["en"].text() == "x" * 300
        record.names.names["en"].setText("Lake")
        return True

    answers.dialogs += [too_long, shorter]
    made = work.add(parent)
    assert desk.registry.record(made).endorser.names["en"].name == "Lake"


def test_many_rows_are_searched_and_ordered(
    window: RegistryDialog,
) -> None:
    rows = [
        Registered(f"{n:06}", "", f"Name {n}", "", "ngo", "", 0, False, f"name {n}", n, n)
        for n in range(5_000)
    ]
    window.model.show(RegistryOverview(rows))
    window.search.setText("499")
    window.look()
    window.table.order_by(RegistryColumn.KHMER)
    assert len(window.model.rows) == sum("499" in row.english for row in rows)


# The record


FULL = EndorserRecord(
    Endorser(
        "e",
        {"km": EndorserName("សហជីពបឹង"), "en": EndorserName("Lake Union", "LU")},
        "union",
        "Kampot",
        "A note.",
    ),
    aliases=(Alias("en", "Pond Union", NameKind.FORMER),),
    contacts=(Contact("Sok Dara", "Director", "012 345 678", "@dara", "dara@lake.example"),),
    sensitivity="care",
)


def test_a_record_goes_through_the_dialog_unchanged(work: RegistryWork, qtbot: QtBot) -> None:
    dialog = EndorserRecordDialog(None, FULL, work.known)
    qtbot.addWidget(dialog)
    assert dialog.value() == FULL


def test_aliases_contacts_and_members_are_added_and_taken_away(
    desk: Desk, work: RegistryWork, qtbot: QtBot
) -> None:
    coalition = added(desk, "Water Coalition")
    known = known_names(work, qtbot)
    dialog = EndorserRecordDialog(None, FULL, known)
    qtbot.addWidget(dialog)
    dialog.aliases.add_row(("km", "បឹង", "alias"))
    dialog.aliases.table.setCurrentCell(0, 1)
    QTest.keyClick(dialog.aliases.table, Qt.Key.Key_Delete)
    dialog.contacts.add_row(("Chan Thy", "", "", "", ""))
    picker = dialog.coalitions.coalitions.picker
    picker.offer("water")
    picker._pick_only()
    after = dialog.value()
    assert after.aliases == (Alias("km", "បឹង"),)
    assert [one.name for one in after.contacts] == ["Sok Dara", "Chan Thy"]
    assert after.coalition_ids == (coalition,)
    dialog.coalitions.coalitions.list.setCurrentRow(0)
    dialog.coalitions.coalitions.remove.click()
    assert dialog.value().coalition_ids == ()


def test_a_province_typed_in_khmer_is_stored_in_one_spelling(
    work: RegistryWork, qtbot: QtBot
) -> None:
    dialog = EndorserRecordDialog(None, FULL, work.known)
    qtbot.addWidget(dialog)
    dialog.province_box.setEditText("សៀមរាប")
    assert dialog.value().endorser.province == "Siem Reap"
    dialog.province_box.setEditText("Long Beach")
    assert dialog.value().endorser.province == "Long Beach"


def test_a_withheld_record_shows_nothing_until_it_is_asked_for(
    work: RegistryWork, qtbot: QtBot
) -> None:
    dialog = EndorserRecordDialog(None, FULL, work.known, masked=True)
    qtbot.addWidget(dialog)
    texts = [edit.text() for edit in dialog.findChildren(QLineEdit)]
    assert not any("Lake" in text or "care" in text for text in texts)
    assert dialog.aliases.rows() == []
    assert not dialog.buttons.agree.isEnabled()
    assert dialog.value() == FULL
    dialog.reveal.click()
    assert dialog.names.names["en"].text() == "Lake Union"
    assert dialog.buttons.agree.isEnabled()
    assert dialog.value() == FULL


def test_while_a_name_is_typed_those_like_it_are_shown_and_a_spoof_is_told(
    desk: Desk, work: RegistryWork, qtbot: QtBot
) -> None:
    added(desk, "Coalition of Lake Fishers", acronym="CLF")
    added(desk, "Equitable Cambodia")
    known = known_names(work, qtbot)
    dialog = EndorserRecordDialog(None, EndorserRecord(Endorser("", {})), known)
    qtbot.addWidget(dialog)
    dialog.names.names["en"].setText("Coalition of Lake Fishrs")
    dialog.suggest()
    (found,) = dialog.suggestions.shown
    assert found.match_class is MatchClass.PROBABLE
    dialog.names.names["en"].setText("Equіtable Cambodia")  # with a Cyrillic letter
    dialog.suggest()
    (found,) = dialog.suggestions.shown
    assert found.match_class is MatchClass.LOOK_ALIKE
    assert "letters are of another script" in found.reason
    dialog.names.names["en"].clear()
    dialog.suggest()
    assert not dialog.suggestions.shown


def test_a_suggestion_does_not_tell_a_withheld_name(
    desk: Desk, work: RegistryWork, qtbot: QtBot
) -> None:
    hide(desk, WITHHELD)
    known = known_names(work, qtbot)
    (found,) = known.suggestions("Hidden Forest Netwrk", "")
    assert "Hidden" not in found.name + found.reason
    assert "withheld" in found.name


def test_taking_a_suggestion_edits_that_record_with_the_typed_name_beside(
    desk: Desk, work: RegistryWork, answers: Answers, qtbot: QtBot
) -> None:
    there = added(desk, "Coalition of Lake Fishers")
    known_names(work, qtbot)
    parent = QWidget()
    qtbot.addWidget(parent)

    def take(dialog: QDialog) -> bool:
        record = cast("EndorserRecordDialog", dialog)
        record.names.names["en"].setText("Coalition of Lake Fishrs")
        record.suggest()
        record.suggestions.take.click()
        return record.result() == QDialog.DialogCode.Accepted

    answers.dialogs += [take, lambda _dialog: True]
    assert work.add(parent) == there
    assert len(desk.registry.endorsers()) == 1
    assert desk.registry.record(there).aliases == (Alias("en", "Coalition of Lake Fishrs"),)


# Merging


def test_two_records_are_shown_side_by_side_and_made_one(
    desk: Desk, work: RegistryWork, answers: Answers, qtbot: QtBot
) -> None:
    statement_id = river(desk)
    endorse(desk, statement_id, "Lake Union")
    desk.endorsing.add(
        statement_id, {"en": EndorserName("Union of the Lake")}, state=EndorsementState.INVITED
    )
    ids = {row.english: row.id for row in desk.registry.overview().rows}
    known_names(work, qtbot)
    parent = QWidget()
    qtbot.addWidget(parent)

    def look(dialog: QDialog) -> bool:
        merging = cast("MergeDialog", dialog)
        merging.swap.click()
        texts = [
            [merging.table.item(row, column).text() for column in range(4)]  # type: ignore[union-attr]  # filled
            for row in range(merging.table.rowCount())
        ]
        assert ["Keep the river", "invited", "confirmed", "confirmed"] in texts
        merging.swap.click()
        return True

    answers.dialogs.append(look)
    assert work.merge(parent, tuple(ids.values())) == next(iter(ids.values()))
    assert len(desk.registry.endorsers()) == 1
    desk.history.undo()
    assert len(desk.registry.endorsers()) == 2


def test_a_merge_needs_two_records_and_masks_withheld_ones(
    desk: Desk, work: RegistryWork, qtbot: QtBot
) -> None:
    hidden, other = hide(desk, WITHHELD), added(desk, "Lake Union")
    known = known_names(work, qtbot)
    dialog = MergeDialog(None, desk.registry.merge_plan, known, (hidden,))
    qtbot.addWidget(dialog)
    assert not dialog.buttons.agree.isEnabled()
    dialog.pickers[1].choose(hidden)
    assert "one and the same" in dialog.hint.text()
    dialog.pickers[1].choose(other)
    assert dialog.buttons.agree.isEnabled()

    def texts() -> str:
        items = (
            dialog.table.item(row, column)
            for row in range(dialog.table.rowCount())
            for column in range(4)
        )
        return " ".join(item.text() + item.toolTip() for item in items if item)

    assert WITHHELD not in texts()
    assert "Lake Union" in texts()
    dialog.unmask.setChecked(True)
    assert WITHHELD in texts()


# Doubles


def test_doubles_are_found_told_apart_and_found_again_after_undo(
    desk: Desk, work: RegistryWork, qtbot: QtBot
) -> None:
    added(desk, "Coalition of Lake Fishers")
    added(desk, "Coalition of Lake Fishrs")
    added(desk, "Forest Network")
    dialog = DoublesDialog(None, work)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: len(dialog.doubles) == 1)
    dialog.tell_apart()
    assert not dialog.doubles
    assert not dialog.toast.isHidden()
    dialog.toast.undo.click()
    qtbot.waitUntil(lambda: len(dialog.doubles) == 1)
    dialog.stop()


def test_a_double_is_merged_from_the_list(
    desk: Desk, work: RegistryWork, answers: Answers, qtbot: QtBot
) -> None:
    added(desk, "Coalition of Lake Fishers")
    added(desk, "Coalition of Lake Fishrs")
    dialog = DoublesDialog(None, work)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: len(dialog.doubles) == 1)
    answers.dialogs.append(lambda _dialog: True)
    dialog.merge()
    assert not dialog.doubles
    assert len(desk.registry.endorsers()) == 1
    dialog.stop()


# Statistics


def test_statistics_are_a_table_a_chart_and_copyable(
    desk: Desk, operations: Operations, qtbot: QtBot
) -> None:
    statement_id = river(desk)
    endorse(desk, statement_id, "Lake Union")
    desk.endorsing.add(statement_id, {"en": EndorserName("Sea")}, state=EndorsementState.INVITED)
    record = desk.registry.record(desk.registry.endorsers("lake")[0].id)
    endorser = replace(record.endorser, kind="union", province="Kampot")
    desk.registry.edit(replace(record, endorser=endorser))
    dialog = StatisticsDialog(None, operations, statement_id)
    qtbot.addWidget(dialog)
    assert dialog.as_text().splitlines()[1:] == ["Organisation\t1\t0", "Union\t1\t1"]
    assert [(bar.word, bar.count) for bar in dialog.chart.bars] == [
        ("Organisation", 1),
        ("Union", 1),
    ]
    dialog.by.setCurrentIndex(2)
    dialog.show_shares()
    assert dialog.as_text().splitlines()[1:] == ["invited\t1\t0", "confirmed\t1\t1"]
    dialog.whose.setCurrentIndex(1)
    dialog.read()
    assert dialog.as_text().splitlines() == ["\tEndorsers", "Organisation\t1", "Union\t1"]
    dialog.copy()
    assert "Union\t1" in QGuiApplication.clipboard().text()


# The whole window


def test_every_action_of_the_registry_opens_its_dialog(place: Workplace, answers: Answers) -> None:
    titles = {
        "registry": "Registry of endorsers",
        "merge_endorsers": "Merge two records",
        "possible_doubles": "Possible doubles",
        "endorser_statistics": "Statistics of endorsers",
    }
    for action_id, title in titles.items():
        answers.dialogs.append(lambda _dialog: False)
        place.window.table.action(action_id).trigger()
        assert answers.asked[-1] == title


def test_two_selected_rows_are_the_two_records_to_merge(
    place: Workplace, answers: Answers, qtbot: QtBot
) -> None:
    place.window.show_page("endorsers")
    qtbot.waitUntil(lambda: place.endorsers.model.rowCount() > 1)
    ids = tuple(row.id for row in place.desk.listed.rows(place.statement_id))[:2]
    place.endorsers.table.select_ids(ids)
    found: list[tuple[str, str]] = []

    def look(dialog: QDialog) -> bool:
        merge = cast("MergeDialog", dialog)
        qtbot.waitUntil(lambda: all(merge.value()))
        found.append(merge.value())
        return False

    answers.dialogs.append(look)
    place.window.table.action("merge_endorsers").trigger()
    wanted = {place.desk.listed.endorser_of(one).id for one in ids}
    assert [set(pair) for pair in found] == [wanted]


def test_the_whole_record_of_the_selected_endorser_is_edited(
    place: Workplace, answers: Answers, qtbot: QtBot
) -> None:
    action = place.window.table.action("endorser_record")
    place.endorsers.table.clearSelection()
    action.trigger()
    assert not answers.asked
    place.window.show_page("endorsers")
    qtbot.waitUntil(lambda: place.endorsers.model.rowCount() > 0)
    place.endorsers.table.selectRow(0)

    def care(dialog: QDialog) -> bool:
        record = cast("EndorserRecordDialog", dialog)
        if record.is_masked:
            record.reveal.click()
        record.care.setText("be careful")
        return True

    answers.dialogs.append(care)
    action.trigger()
    (selected,) = place.endorsers.table.selected_ids()
    endorser = place.desk.listed.endorser_of(selected)
    assert place.desk.registry.record(endorser.id).sensitivity == "be careful"


@pytest.mark.parametrize("language", ["en", "km"])
def test_every_control_has_a_name_in_both_languages(
    desk: Desk, work: RegistryWork, qtbot: QtBot, operations: Operations, language: str
) -> None:
    ids = (added(desk, "Lake Union", "សហជីពបឹង"), added(desk, "Forest Network"))
    known = known_names(work, qtbot)
    catalog.use(language)
    dialogs: list[QDialog] = [
        RegistryDialog(None, work),
        EndorserRecordDialog(None, desk.registry.record(ids[0]), known),
        MergeDialog(None, desk.registry.merge_plan, known, ids),
        DoublesDialog(None, work),
        StatisticsDialog(None, operations),
    ]
    for dialog in dialogs:
        qtbot.addWidget(dialog)
        dialog.show()
        QApplication.processEvents()
        for part in dialog.findChildren(QWidget):
            takes_keys = part.focusPolicy() & Qt.FocusPolicy.TabFocus
            if takes_keys and part.isVisible() and not isinstance(part.parent(), QLineEdit):
                text = part.text() if isinstance(part, QAbstractButton) else ""
                assert part.accessibleName() or text, (type(dialog).__name__, part)
    for dialog in dialogs:
        if isinstance(dialog, RegistryDialog | DoublesDialog):
            dialog.stop()
