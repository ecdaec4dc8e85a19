"""Answers with details, evidence, earlier texts, messages: from the window to the desk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QDate, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from advocate_desk.gui.dialogs.answer_dialog import AnswerDialog
from advocate_desk.gui.dialogs.earlier_texts_dialog import EarlierTextsDialog
from advocate_desk.gui.dialogs.endorsement_dialog import EndorsementDialog
from advocate_desk.gui.dialogs.endorser_messages_dialog import EndorserMessagesDialog
from advocate_desk.gui.dialogs.withheld_line_dialog import WithheldLineDialog
from advocate_desk.gui.models.endorsements_table_model import Column, mask
from advocate_desk.gui.workplace import Workplace
from advocate_desk.model.changes import Changes
from advocate_desk.model.endorser_message import MessageKind
from advocate_desk.model.kinds import BlockKind, EndorsementState, ShowAs
from advocate_desk.model.registry import Contact, EndorserRecord
from gui_answers import Answers


@pytest.fixture
def page(place: Workplace, qtbot: QtBot) -> Workplace:
    """The window with its endorsers shown."""
    place.window.show_page("endorsers")
    qtbot.waitUntil(lambda: place.endorsers.model.total > 0)
    return place


def trigger(place: Workplace, action_id: str) -> None:
    place.window.table.action(action_id).trigger()


def confirmed(place: Workplace, count: int) -> tuple[str, ...]:
    rows = place.desk.listed.rows(place.statement_id)
    is_good = EndorsementState.CONFIRMED
    return tuple(r.id for r in rows if r.state == is_good and not r.is_withheld)[:count]


def change_demand(place: Workplace) -> None:
    statement = place.desk.drafting.statement(place.statement_id)
    block = next(one for one in statement.blocks if one.kind is BlockKind.DEMAND)
    place.operations.run(place.desk.drafting.write, block.id, "en", body="Something else now.")


def retell(dialog: QDialog) -> None:
    QApplication.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))


def test_an_answer_with_details_is_noted_for_all_selected(
    page: Workplace, answers: Answers, tmp_path: Path
) -> None:
    ids = confirmed(page, 2)
    letter = tmp_path / "letter.txt"
    letter.write_text("no more", encoding="utf-8")

    def fill(dialog: QDialog) -> bool:
        answer = cast("AnswerDialog", dialog)
        answer.state.setCurrentIndex(answer.state.findData("withdrawn"))
        assert not answer.edition.isVisibleTo(answer)
        answer.who.setText("Sok Dara")
        answer.role.setText("Director")
        answer.channel.setCurrentIndex(answer.channel.findData("telegram"))
        answer.note.setText("by message")
        answers.files.append(letter)
        answer.evidence.attach.click()
        retell(answer)
        answer.accept()
        return answer.result() == QDialog.DialogCode.Accepted

    answers.dialogs.append(fill)
    page.endorsers.table.select_ids(ids)
    trigger(page, "answer_endorsers")
    for one in ids:
        event = page.desk.consenting.events(one)[-1]
        assert (event.agreed_by, event.agreed_role, event.channel, event.note) == (
            "Sok Dara",
            "Director",
            "telegram",
            "by message",
        )
        assert len(page.desk.consenting.evidence(one)) == 1
    page.operations.run(page.desk.history.undo)
    assert confirmed(page, 2) == ids
    assert not page.desk.consenting.evidence(ids[0])


def test_an_answer_of_tomorrow_or_with_a_lost_file_stays_in_the_dialog(
    page: Workplace, answers: Answers, tmp_path: Path
) -> None:
    ids = confirmed(page, 1)
    lost = tmp_path / "lost.pdf"
    faults: list[str] = []

    def fill(dialog: QDialog) -> bool:
        answer = cast("AnswerDialog", dialog)
        answer.state.setCurrentIndex(answer.state.findData("withdrawn"))
        answer.day.setDate(QDate.currentDate().addDays(3))
        answer.accept()
        faults.append(answer.fault.text())
        answer.day.setDate(QDate.currentDate())
        answers.files.append(lost)
        answer.evidence.attach.click()
        answer.accept()
        faults.append(answer.fault.text())
        answer.evidence.remove.click()
        assert answer.evidence.paths() == ()
        return answer.result() == QDialog.DialogCode.Accepted

    answers.dialogs.append(fill)
    page.endorsers.table.select_ids(ids)
    page.endorsers.actions_row.with_details.trigger()
    assert "has not come yet" in faults[0]
    assert "cannot be read" in faults[1]
    assert page.desk.consenting.events(ids[0])[-1].state is EndorsementState.CONFIRMED


def test_without_a_selection_a_sentence_asks_for_one(page: Workplace) -> None:
    page.endorsers.table.clearSelection()
    for action_id in ("answer_endorsers", "endorsement_details", "endorser_messages"):
        trigger(page, action_id)
        assert page.notice.isVisible()


def test_evidence_is_attached_saved_and_taken_off(
    page: Workplace, answers: Answers, tmp_path: Path
) -> None:
    (one,) = confirmed(page, 1)
    photo, empty, copy = tmp_path / "form.jpg", tmp_path / "empty.pdf", tmp_path / "copy.jpg"
    photo.write_bytes(b"picture")
    empty.write_bytes(b"")
    opened: list[Path] = []

    def use(dialog: QDialog) -> bool:
        details = cast("EndorsementDialog", dialog)
        details._opener = opened.append
        assert details.events.count() == 1
        answers.files += [photo, empty]
        details.attach.click()
        assert details.files.count() == 1
        assert len(details.fingerprint.text()) > 64
        details.attach.click()
        assert "empty" in details.fault.text()
        answers.targets += [None, tmp_path / "no" / "folder.jpg", copy]
        for _ in range(3):
            details.save.click()
        assert details.files.currentItem().text().startswith("form.jpg")
        retell(details)
        details.remove.click()
        assert details.files.count() == 0
        details.save.click()
        return False

    answers.dialogs.append(use)
    page.endorsers.table.select_ids((one,))
    page.endorsers.table.setFocus()
    QTest.keyClick(page.endorsers.table, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert opened == [copy]
    assert copy.read_bytes() == b"picture"


def test_nothing_about_a_withheld_endorser_is_told_until_it_is_asked_for(
    page: Workplace, answers: Answers, tmp_path: Path
) -> None:
    (one,) = confirmed(page, 1)
    endorser = page.desk.listed.endorser_of(one)
    secret = next(iter(endorser.names.values())).name
    contact = Contact("Chan Thy", "Director", "012 345 678")
    page.operations.run(page.desk.registry.edit, EndorserRecord(endorser, contacts=(contact,)))
    file = tmp_path / f"{secret[:20]}.txt"
    file.write_text("yes", encoding="utf-8")
    page.operations.run(page.desk.consenting.attach, one, file)
    page.operations.run(page.desk.endorsing.show_as, [one], ShowAs.WITHHELD)

    def look(dialog: QDialog) -> bool:
        details = cast("EndorsementDialog", dialog)
        shown = [details.name.text(), details.files.item(0).text(), details.contacts.item(0).text()]
        assert shown == [mask(), "••••.txt  ·  3 bytes", "••••"]
        answers.targets.append(None)
        details.save.click()
        assert secret[:20] not in answers.asked[-1]
        details.unmask.click()
        assert secret in details.name.text()
        assert details.contacts.item(0).text() == "Chan Thy · Director · 012 345 678"
        return False

    answers.dialogs.append(look)
    page.endorsers.table.select_ids((one,))
    trigger(page, "endorsement_details")
    assert answers.dialogs == []


def test_those_who_agreed_to_an_earlier_text_confirm_again(
    page: Workplace, answers: Answers, qtbot: QtBot
) -> None:
    total = len(confirmed(page, 10_000)) + 1  # one is withheld
    change_demand(page)
    qtbot.waitUntil(lambda: page.endorsers.model.counts["earlier"] == total)
    page.endorsers.show_earlier()
    assert page.endorsers.model.rowCount() == total
    assert page.endorsers.model.text(0, Column.AGREED) == "earlier text"

    def again(dialog: QDialog) -> bool:
        answer = cast("AnswerDialog", dialog)
        assert not answer.state.isVisibleTo(answer)
        answer.accept()
        return answer.result() == QDialog.DialogCode.Accepted

    def use(dialog: QDialog) -> bool:
        earlier = cast("EarlierTextsDialog", dialog)
        assert len(earlier.ticked()) == total
        assert mask() in [earlier.people.item(row).text() for row in range(total)]
        assert len(earlier.views) == 1
        retell(earlier)
        earlier.every.click()
        assert earlier.ticked() == ()
        assert not earlier.again.isEnabled()
        earlier.people.item(0).setCheckState(Qt.CheckState.Checked)
        answers.dialogs.append(again)
        earlier.again.click()
        assert earlier.people.count() == total - 1
        assert earlier.ticked() == ()
        earlier.every.click()
        answers.dialogs.append(lambda _dialog: False)
        earlier.messages.click()
        answers.dialogs.append(again)
        earlier.again.click()
        assert earlier.empty.isVisibleTo(earlier)
        return False

    answers.dialogs.append(use)
    trigger(page, "earlier_texts")
    qtbot.waitUntil(lambda: page.endorsers.model.counts["earlier"] == 0)


def test_messages_are_copied_without_any_withheld_name(page: Workplace, answers: Answers) -> None:
    change_demand(page)
    rows = page.desk.listed.rows(page.statement_id)
    hidden = next(row for row in rows if row.is_withheld)
    names = page.desk.listed.endorser_of(hidden.id).names.values()

    def use(dialog: QDialog) -> bool:
        messages = cast("EndorserMessagesDialog", dialog)
        retell(messages)
        for person in range(messages.people.count()):
            messages.people.setCurrentRow(person)
            for kind in range(len(MessageKind)):
                for language in range(messages.language.count()):
                    messages.kind.setCurrentIndex(kind)
                    messages.language.setCurrentIndex(language)
                    messages.copy.click()
                    told = QGuiApplication.clipboard().text()
                    assert told
                    assert not any(name.name in told for name in names)
        messages.people.setCurrentRow(0)
        messages.next.click()
        assert messages.people.currentRow() == 1
        return False

    answers.dialogs.append(use)
    page.endorsers.table.select_ids((*confirmed(page, 2), hidden.id))
    trigger(page, "endorser_messages")
    assert answers.dialogs == []


def test_the_line_of_withheld_names_is_worded_per_language(
    page: Workplace, answers: Answers
) -> None:
    def use(dialog: QDialog) -> bool:
        line = cast("WithheldLineDialog", dialog)
        assert "{count}" in line.lines["en"].placeholderText()
        retell(line)
        line.lines["en"].setText("and others")
        line.accept()
        assert "{count}" in line.fault.text()
        line.lines["en"].setText("and {count} we do not name")
        line.accept()
        return line.result() == QDialog.DialogCode.Accepted

    answers.dialogs.append(use)
    page.endorsers.actions_row.others["line"].trigger()
    kept = page.desk.drafting.statement(page.statement_id).withheld_line
    assert kept == {"en": "and {count} we do not name"}


def test_columns_are_chosen_and_come_back(page: Workplace) -> None:
    table, columns = page.endorsers.table, page.endorsers.table.columns
    columns.choose(Column.KIND, True)
    assert not table.isColumnHidden(Column.KIND)
    columns.choose(Column.ACRONYM, False)
    assert table.isColumnHidden(Column.ACRONYM)
    assert page.preferences.settings.endorser_columns == "kind=yes,acronym=no"
    page.endorsers.actions_row.columns.aboutToShow.emit()
    actions = page.endorsers.actions_row.columns.actions()
    assert [a.isChecked() for a in actions if a.text() == "Acronym"] == [False]
    actions[-1].trigger()
    assert page.preferences.settings.endorser_columns == ""


def test_the_filter_of_each_statement_is_remembered(
    page: Workplace, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    first = page.statement_id
    page.endorsers.filters.buttons["confirmed"].click()
    page.endorsers.search.setText("group")
    made = page.operations.run(page.desk.drafting.duplicate_statement, first)
    assert isinstance(made, Changes)
    page.show_statement(made.focus)
    assert (page.endorsers.filters.key, page.endorsers.search.text()) == ("all", "")
    page.show_statement(first)
    assert (page.endorsers.filters.key, page.endorsers.search.text()) == ("confirmed", "group")


def test_letters_jump_and_keys_do_everything(page: Workplace, answers: Answers) -> None:
    table, model = page.endorsers.table, page.endorsers.model
    table.setFocus()
    table.select_ids((model.listed(0).id,))  # type: ignore[union-attr]  # it is there
    last = next(
        row
        for row in reversed(range(model.rowCount()))
        if model.text(row, Column.ENGLISH_NAME) not in ("", mask())
    )
    name = model.text(last, Column.ENGLISH_NAME)
    for letter in name[:12]:
        table.keyboardSearch(letter)
    assert model.text(table.selected_rows()[0], Column.ENGLISH_NAME).startswith(name[:12])
    answers.dialogs.append(lambda _dialog: False)
    QTest.keyClick(table, Qt.Key.Key_F2)
    assert answers.asked[-1] == "Edit endorser"
    page.endorsers.search.setFocus()
    QTest.keyClick(page.endorsers.search, Qt.Key.Key_Down)
    assert table.hasFocus()
    menus: list[object] = []
    table.menu_asked.connect(menus.append)
    QTest.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert table.selected_count == model.rowCount()


def test_what_matters_needs_no_scrolling_with_both_docks_open(page: Workplace) -> None:
    assert page.window.docks["clauses"].isVisible()
    table = page.endorsers.table
    for width in (page.endorsers.width(), 620):
        page.endorsers.setMaximumWidth(width)
        QApplication.processEvents()
        assert table.horizontalScrollBar().maximum() == 0
        for column in (Column.KHMER_NAME, Column.ENGLISH_NAME, Column.STATE):
            assert not table.isColumnHidden(column)
    assert table.isColumnHidden(Column.KIND)
