"""Beginning, dating and dressing a statement: real events, a real desk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QTableWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from advocate_desk.gui.dialogs.look_dialog import AS_DESK, LookDialog
from advocate_desk.gui.dialogs.new_statement_dialog import NewStatementDialog
from advocate_desk.gui.dialogs.statement_dialog import StatementDialog
from advocate_desk.gui.operations import Operations
from advocate_desk.gui.workplace import Workplace
from advocate_desk.language import catalog
from advocate_desk.model.header import HeaderKind
from advocate_desk.model.kinds import BlockKind, Layout, StatementKind
from exporters.sample import picture
from gui_answers import Answers

LEFT = Qt.MouseButton.LeftButton


def trigger(place: Workplace, action_id: str) -> None:
    place.window.table.action(action_id).trigger()
    QApplication.processEvents()


def nameless(dialog: QDialog) -> list[str]:
    """The controls that a screen reader would not know what to call."""
    kinds = (QAbstractButton, QComboBox, QLineEdit)
    widgets = [w for w in dialog.findChildren(QWidget) if isinstance(w, kinds) and w.isVisible()]
    own = [w for w in widgets if not w.objectName().startswith("qt_") and w.parent() is not None]
    return [
        f"{type(w).__name__} in {type(w.parent()).__name__}"
        for w in own
        if w.focusPolicy() and not _name(w)
    ]


def _name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


# --- a new statement


def test_a_petition_begins_with_its_usual_parts_title_and_date(
    place: Workplace, answers: Answers
) -> None:
    def choose(dialog: QDialog) -> bool:
        assert isinstance(dialog, NewStatementDialog)
        dialog.show()
        assert dialog.kinds.count() == 10
        first = dialog.about.text()
        QTest.keyClick(dialog.kinds, Qt.Key.Key_Down)
        assert dialog.kind is StatementKind.PETITION
        assert dialog.about.text() != first
        assert "Demand: " in dialog.preview.text()
        QTest.keyClicks(dialog.titles["en"], "Keep the lake")
        dialog.has_date.setChecked(True)
        dialog.day.setDate(QDate(2026, 3, 1))
        assert nameless(dialog) == []
        return True

    answers.dialogs.append(choose)
    trigger(place, "new_statement")
    statement = place.text.statement
    assert statement is not None
    assert statement.kind is StatementKind.PETITION
    assert statement.title("en") == "Keep the lake"
    assert statement.issue_date == date(2026, 3, 1)
    assert any(block.kind is BlockKind.DEMAND for block in statement.blocks)
    trigger(place, "undo")
    assert place.text.statement is not None
    assert place.text.statement.is_sample, "one step takes all of it back"


def test_every_kind_says_in_a_sentence_what_it_is_for(qtbot: QtBot, operations: Operations) -> None:
    drafting = operations.desk.drafting
    dialog = NewStatementDialog(drafting.skeletons(), drafting.skeleton)
    qtbot.addWidget(dialog)
    said = set()
    for kind in StatementKind:
        dialog.choose_kind(kind)
        said.add(dialog.about.text())
        assert dialog.value().skeleton == kind.value
    assert len(said) == 10
    QApplication.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))
    assert dialog.kind is StatementKind.ERRATUM
    dialog.start.setCurrentIndex(dialog.start.findData(""))
    assert dialog.value().skeleton == ""
    assert "one empty paragraph" in dialog.preview.text()


def test_a_statement_is_saved_as_skeleton_and_begun_from(
    place: Workplace, answers: Answers
) -> None:
    answers.texts.append("Our lake letters")
    trigger(place, "save_skeleton")
    assert "Our lake letters" in place.notice.label.text()

    def choose(dialog: QDialog) -> bool:
        assert isinstance(dialog, NewStatementDialog)
        words = [dialog.start.itemText(index) for index in range(dialog.start.count())]
        dialog.start.setCurrentIndex(next(i for i, w in enumerate(words) if "Own skeleton" in w))
        return True

    answers.dialogs.append(choose)
    before = place.text.statement
    trigger(place, "new_statement")
    after = place.text.statement
    assert before is not None
    assert after is not None
    assert after.id != before.id
    assert len(after.blocks) == len(before.blocks)
    answers.texts.append(None)
    trigger(place, "save_skeleton")


# --- date and place


@pytest.fixture
def dated(
    place: Workplace, answers: Answers
) -> Callable[[Callable[[StatementDialog], object]], None]:
    """Opens the dialog, lets a test do something in it, and agrees."""

    def run(act: Callable[[StatementDialog], object]) -> None:
        def agree(dialog: QDialog) -> bool:
            assert isinstance(dialog, StatementDialog)
            dialog.show()
            act(dialog)
            return True

        answers.dialogs.append(agree)
        trigger(place, "statement_date")

    return run


def cell(dialog: StatementDialog, row: int, column: int) -> QTableWidgetItem:
    """A cell of the table of placeholders."""
    item = dialog.table.table.item(row, column)
    assert item is not None
    return item


Dated = Callable[[Callable[[StatementDialog], object]], None]


def test_the_formal_dates_and_the_lunar_date_follow_the_day(dated: Dated) -> None:
    def look(dialog: StatementDialog) -> None:
        dialog.day.setDate(QDate(2025, 7, 28))
        assert dialog.formal["km"].text() == "ថ្ងៃទី២៨ ខែកក្កដា ឆ្នាំ២០២៥"
        assert dialog.formal["en"].text() == "28 July 2025"
        assert "៣កើត" in dialog.lunar["km"].text()
        assert not dialog.lunar["km"].isEnabled()
        assert "official calendar" in dialog.lunar_hint.text()
        assert nameless(dialog) == []
        dialog.day.setDate(QDate(2300, 1, 1))
        assert "computed for the years" in dialog.lunar_hint.text()
        dialog.has_date.setChecked(False)
        assert dialog.formal["en"].text() == "–"

    dated(look)


def test_a_lunar_date_typed_by_hand_is_kept_until_the_day_changes(
    place: Workplace, dated: Dated
) -> None:
    def type_it(dialog: StatementDialog) -> None:
        QTest.mouseClick(dialog.lunar_switch, LEFT)
        dialog.lunar_switch.setChecked(True)
        dialog.lunar["en"].selectAll()
        QTest.keyClicks(dialog.lunar["en"], "As the palace says")

    dated(type_it)
    assert place.desk.drafting.statement(place.statement_id).lunar == {"en": "As the palace says"}

    def look(dialog: StatementDialog) -> None:
        assert dialog.lunar["en"].text() == "As the palace says"
        dialog.day.setDate(dialog.day.date().addDays(1))
        assert not dialog.lunar_switch.isChecked()

    dated(look)
    assert place.desk.drafting.statement(place.statement_id).lunar == {}


def test_placeholders_say_what_is_not_filled_and_are_filled(place: Workplace, dated: Dated) -> None:
    block = place.desk.drafting.statement(place.statement_id).blocks[1]
    place.operations.run(place.desk.drafting.write, block.id, "en", body="Meet {{chair}}.")

    def fill(dialog: StatementDialog) -> None:
        assert "not filled: Khmer, English" in cell(dialog, 0, 3).text()
        cell(dialog, 0, 2).setText("Ms Sok")
        assert "not filled: Khmer" in cell(dialog, 0, 3).text()
        QTest.mouseClick(dialog.table.add, LEFT)
        assert cell(dialog, 1, 3).text() == "needs a name"
        cell(dialog, 1, 0).setText("hall")
        cell(dialog, 1, 1).setText("សាល")
        cell(dialog, 1, 2).setText("The hall")
        assert cell(dialog, 1, 3).text() == "filled, not in the text"

    dated(fill)
    values = place.desk.drafting.statement(place.statement_id).placeholders
    assert values == {"chair": {"en": "Ms Sok"}, "hall": {"km": "សាល", "en": "The hall"}}


def test_a_name_that_cannot_be_one_is_refused_and_nothing_is_set(
    place: Workplace, dated: Dated
) -> None:
    def fill(dialog: StatementDialog) -> None:
        dialog.places["en"].setText("Elsewhere")
        dialog.table.add_row()
        cell(dialog, 0, 0).setText("date")
        cell(dialog, 0, 1).setText("x")

    dated(fill)
    assert place.notice.isVisible()
    assert place.desk.drafting.statement(place.statement_id).place["en"] != "Elsewhere"


# --- page and letterhead


@pytest.fixture
def look(qtbot: QtBot, operations: Operations, statement_id: str, answers: Answers) -> LookDialog:
    dialog = LookDialog(operations, answers, statement_id, Layout.ENGLISH)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_a_style_is_shown_at_once_and_can_be_the_desks(
    qtbot: QtBot, look: LookDialog, operations: Operations, statement_id: str
) -> None:
    qtbot.waitUntil(lambda: look.preview.view.page_count > 0)
    before = look.preview.view.pages[0].paper.left
    look.style_box.setCurrentIndex(look.style_box.findData("formal_letter"))
    assert operations.desk.drafting.statement(statement_id).style == "formal_letter"
    qtbot.waitUntil(lambda: look.preview.view.pages[0].paper.left > before)
    QTest.mouseClick(look.scopes[1], LEFT)
    assert look.style_box.currentData() == ""
    look.style_box.setCurrentIndex(look.style_box.findData("petition"))
    assert operations.desk.presenting.default_style() == "petition"
    assert nameless(look) == []


def test_logos_are_added_moved_and_removed(
    look: LookDialog, operations: Operations, answers: Answers, tmp_path: Path, statement_id: str
) -> None:
    presenting = operations.desk.presenting
    QTest.mouseClick(look.header.kinds[HeaderKind.LOGOS], LEFT)
    look.header.kinds[HeaderKind.LOGOS].setChecked(True)
    for number in (1, 2):
        file = tmp_path / f"logo {number}.png"
        file.write_bytes(picture(20 * number, 20))
        answers.files.append(file)
        QTest.mouseClick(look.header.add, LEFT)
    first, second = presenting.header(statement_id).logo_ids
    assert look.header.logos.count() == 2
    look.header.logos.setCurrentRow(1)
    QTest.mouseClick(look.header.up, LEFT)
    assert presenting.header(statement_id).logo_ids == (second, first)
    QTest.mouseClick(look.header.remove, LEFT)
    assert presenting.header(statement_id).logo_ids == (first,)
    QTest.mouseClick(look.header.as_desk, LEFT)
    assert operations.desk.drafting.statement(statement_id).header is None


def test_a_file_that_is_no_picture_gives_the_sentence(
    look: LookDialog, answers: Answers, tmp_path: Path
) -> None:
    look.header.kinds[HeaderKind.LEAD].setChecked(True)
    broken = tmp_path / "logo.png"
    broken.write_bytes(b"no picture")
    answers.files.append(broken)
    QTest.mouseClick(look.header.add, LEFT)
    assert look.refusal.isVisible()
    assert "logo.png" in look.refusal.text()
    assert look.header.logos.count() == 0
    answers.files.append(tmp_path / "missing.docx")
    QTest.mouseClick(look.add_letterhead, LEFT)
    assert look.refusal.isVisible()
    answers.files.append(None)
    QTest.mouseClick(look.add_style, LEFT)


def test_the_state_header_is_for_petitions_and_letters_only(
    look: LookDialog, operations: Operations, statement_id: str
) -> None:
    state = look.header.kinds[HeaderKind.STATE]
    assert not state.isEnabled()
    assert "belongs to the State" in look.header.rule.text()
    operations.run(operations.desk.drafting.set_kind, statement_id, StatementKind.PETITION)
    assert state.isEnabled()
    state.setChecked(True)
    assert operations.desk.presenting.header(statement_id).kind is HeaderKind.STATE
    QTest.mouseClick(look.scopes[1], LEFT)
    assert not state.isEnabled()


def test_the_name_of_the_organisation_stands_in_both_languages(
    look: LookDialog, operations: Operations, statement_id: str
) -> None:
    look.header.kinds[HeaderKind.LEAD].setChecked(True)
    QTest.keyClicks(look.header.names["en"], "Lake Network")
    QTest.keyClicks(look.header.lines["en"], "12 Street / Phnom Penh")
    QTest.keyClick(look.header.lines["en"], Qt.Key.Key_Return)
    header = operations.desk.presenting.header(statement_id)
    assert header.organisation == {"en": "Lake Network"}
    assert header.lines == {"en": "12 Street\nPhnom Penh"}


def test_an_own_style_and_a_letterhead_are_taken_into_the_desk_and_out(
    look: LookDialog, operations: Operations, answers: Answers, tmp_path: Path, statement_id: str
) -> None:
    style = tmp_path / "ours.toml"
    style.write_text('[title]\nen = "Ours"\nkm = "យើង"\n[page]\nleft = 40\n', encoding="utf-8")
    answers.files.append(style)
    QTest.mouseClick(look.add_style, LEFT)
    assert operations.desk.drafting.statement(statement_id).style == "ours"
    assert look.style_box.currentText() == "Ours"
    answers.files.append(_word_file(tmp_path / "letter.docx"))
    QTest.mouseClick(look.add_letterhead, LEFT)
    assert operations.desk.drafting.statement(statement_id).letterhead == "letter"
    QTest.mouseClick(look.remove_letterhead, LEFT)
    assert operations.desk.presenting.letterheads() == ()
    assert look.letterhead_box.currentData() == AS_DESK
    look.letterhead_box.setCurrentIndex(look.letterhead_box.findData(""))
    assert operations.desk.drafting.statement(statement_id).letterhead == ""


def _word_file(path: Path) -> Path:
    import docx

    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Our house"
    document.save(str(path))
    return path


def test_the_look_follows_the_language_of_the_window(look: LookDialog) -> None:
    catalog.use("km")
    QApplication.sendEvent(look, QEvent(QEvent.Type.LanguageChange))
    assert look.leave.text() != "Close"
    catalog.use("en")
    look.retranslate()
    assert look.leave.text() == "Close"
