"""The whole window: its words, colours, names, panes and documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from advocate_desk.gui.action_table import TABLE
from advocate_desk.gui.colours import DARK_COLOURS, LIGHT_COLOURS, Colours
from advocate_desk.gui.desk_files import DeskFiles
from advocate_desk.gui.dialogs.export_dialog import ExportDialog
from advocate_desk.gui.dialogs.import_dialog import ImportDialog
from advocate_desk.gui.dialogs.new_statement_dialog import NewStatementDialog
from advocate_desk.gui.dialogs.statement_dialog import StatementDialog
from advocate_desk.gui.workplace import Workplace
from advocate_desk.language import catalog
from advocate_desk.model.kinds import StatementKind
from gui_answers import Answers

LEFT = Qt.MouseButton.LeftButton
CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QTextEdit)
# Names of languages are the same in every language of the window, and so is the program's own.
SAME = {"ខ្មែរ", "English", "EN", "Advocate Desk"}


def trigger(place: Workplace, action_id: str) -> None:
    place.window.table.action(action_id).trigger()
    QApplication.processEvents()


def controls(window: QWidget) -> Iterator[QWidget]:
    for kind in CONTROLS:
        for control in window.findChildren(kind):
            inner = control.objectName().startswith("qt_")
            if not inner and not isinstance(control.parent(), QAbstractItemView | QLineEdit):
                yield control


def name_of(control: QWidget) -> str:
    text = control.text() if isinstance(control, QAbstractButton) else ""
    return control.accessibleName() or text


@pytest.mark.parametrize("page", ["text", "endorsers", "history"])
def test_every_control_has_a_name(place: Workplace, page: str) -> None:
    place.window.show_page(page)
    QApplication.processEvents()
    shown = [control for control in controls(place.window) if control.isVisible()]
    assert len(shown) > 20
    nameless = [f"{type(c).__name__} in {type(c.parent()).__name__}" for c in shown]
    assert [n for n, c in zip(nameless, shown, strict=True) if not name_of(c)] == []


def test_every_action_stands_in_a_menu_and_has_words(place: Workplace) -> None:
    shown: set[str] = set()
    for menu in place.window.menuBar().findChildren(QMenu) + place.window.findChildren(QMenu):
        shown.update(action.objectName() for action in menu.actions())
    assert {spec.id for spec in TABLE} <= shown
    assert all(action.text() for _, action in place.window.table.pairs())


def test_the_menu_of_endorsers_is_short_and_its_parts_stand_in_submenus(place: Workplace) -> None:
    menu = next(one.menu() for one in place.window.menuBar().actions() if one.text() == "Endorsers")
    assert isinstance(menu, QMenu)
    words = [one.text() for one in menu.actions() if not one.isSeparator()]
    assert words[-3:] == ["Answers", "Registry", "Send and print"]
    assert len(words) == 6
    inner = [one.menu() for one in menu.actions()[-3:]]
    for submenu in inner:
        assert isinstance(submenu, QMenu)
        lines = [one.isSeparator() for one in submenu.actions()]
        assert not lines[0]
        assert not lines[-1]


@pytest.mark.parametrize("language", ["en", "km"])
def test_every_menu_fits_below_the_bar_of_a_small_screen(place: Workplace, language: str) -> None:
    place.window.table.action(f"language_{language}").trigger()
    menus = [one.menu() for one in place.window.menuBar().actions()]
    heights = {one.title(): one.sizeHint().height() for one in menus if isinstance(one, QMenu)}
    assert len(heights) == 8
    assert {title: high for title, high in heights.items() if high > 690} == {}


def test_every_action_does_something_in_an_open_desk(place: Workplace) -> None:
    asleep = [s.id for s, action in place.window.table.pairs() if not action.isEnabled()]
    assert set(asleep) <= {"redo"}


def test_no_two_actions_share_a_key() -> None:
    keys = [spec.shortcut for spec in TABLE if spec.shortcut]
    assert len(keys) == len(set(keys))


def texts_of(window: QWidget) -> dict[str, str]:
    """Every visible text of the window, by the place where it stands."""
    found: dict[str, str] = {}
    parts: tuple[QLabel | QAbstractButton, ...] = (
        *window.findChildren(QLabel),
        *window.findChildren(QAbstractButton),
    )
    for number, part in enumerate(parts):
        if part.isVisible() and part.text():
            found[f"{type(part).__name__} {number}"] = part.text()
    for number, line in enumerate(window.findChildren(QLineEdit)):
        if line.isVisible() and line.placeholderText():
            found[f"line {number}"] = line.placeholderText()
    for action in window.findChildren(QAction):
        if action.text():
            found[f"action {action.objectName()} {id(action)}"] = action.text()
    return found


def test_the_language_switches_every_text_live(
    place: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalog, "_catalogue", Mirrored)
    place.checks.refresh()
    before = texts_of(place.window)
    QTest.mouseClick(place.window.menus.switch.buttons[0], LEFT)
    QApplication.processEvents()
    QTest.qWait(400)
    after = texts_of(place.window)
    place.window.grab()
    unchanged = {
        where: text
        for where, text in before.items()
        if after.get(where) == text and text not in SAME and any(c.isalpha() for c in text)
    }
    assert not unchanged
    assert place.preferences.settings.language == "km"
    trigger(place, "language_en")
    QTest.qWait(400)
    assert (
        texts_of(place.window).items()
        >= {where: text for where, text in before.items() if where.startswith("action")}.items()
    )


class Mirrored:
    """A catalogue of a language that has a word for everything."""

    def __init__(self, language: str) -> None:
        self._is_source = language == "en"

    def gettext(self, text: str) -> str:
        return text if self._is_source else f"«{text}»"

    def ngettext(self, one: str, many: str, n: int) -> str:
        return self.gettext(one if n == 1 else many)

    def pgettext(self, _context: str, text: str) -> str:
        return self.gettext(text)


def test_colours_switch_live(place: Workplace) -> None:
    trigger(place, "theme_dark")
    window = place.window.palette().color(QPalette.ColorRole.Window)
    assert window.name() == DARK_COLOURS.window
    assert place.text.palette().color(QPalette.ColorRole.Base).name() == DARK_COLOURS.base
    trigger(place, "theme_light")
    assert place.window.palette().color(QPalette.ColorRole.Window).name() == LIGHT_COLOURS.window


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("chosen", [LIGHT_COLOURS, DARK_COLOURS], ids=["light", "dark"])
def test_writing_can_be_read_on_every_ground(chosen: Colours) -> None:
    grounds = (chosen.window, chosen.base, chosen.raised, chosen.selected, chosen.hover)
    assert all(contrast(chosen.text, ground) >= 7 for ground in grounds)
    assert all(contrast(chosen.muted, ground) >= 4.5 for ground in grounds)
    assert contrast(chosen.on_accent, chosen.accent) >= 4.5
    assert contrast(chosen.accent, chosen.window) >= 4.5
    for tint in (chosen.quiet, chosen.good, chosen.look, chosen.warn, chosen.bad):
        assert contrast(tint.text, tint.ground) >= 4.5


def test_the_window_fits_a_small_laptop(place: Workplace) -> None:
    assert place.window.minimumSizeHint().width() <= 1366
    assert place.window.minimumSizeHint().height() <= 768
    for bar_button in place.window.tools.findChildren(QAbstractButton):
        if bar_button.text():
            assert bar_button.isVisible(), bar_button.text()


def test_f6_walks_through_the_panes(place: Workplace) -> None:
    place.checks.refresh()
    place.text.focus_text()
    seen = []
    for _ in range(4):
        trigger(place, "next_pane")
        focus = QApplication.focusWidget()
        panes = {
            "left": place.panel,
            "library": place.clauses,
            "checks": place.checks,
            "text": place.text,
        }
        seen.append(next(n for n, pane in panes.items() if focus and pane.isAncestorOf(focus)))
    assert set(seen) == {"left", "library", "checks", "text"}
    trigger(place, "previous_pane")
    assert QApplication.focusWidget() is not None


def test_only_the_text_on_f11(place: Workplace) -> None:
    trigger(place, "focus_mode")
    assert not place.window.docks["checks"].isVisible()
    assert not place.window.tools.isVisible()
    trigger(place, "focus_mode")
    assert place.window.docks["checks"].isVisible()


def begin(dialog: QDialog) -> bool:
    """Begins an empty statement."""
    assert isinstance(dialog, NewStatementDialog)
    dialog.start.setCurrentIndex(dialog.start.findData(""))
    return True


def test_a_new_statement_is_shown_and_ready_to_write(place: Workplace, answers: Answers) -> None:
    answers.dialogs.append(begin)
    before = place.panel.statements_model.rowCount()
    QTest.mouseClick(place.panel.new_button, LEFT)
    assert place.panel.statements_model.rowCount() == before + 1
    assert place.text.statement is not None
    assert not place.text.statement.is_sample
    assert not place.start.isVisible()
    cell = QApplication.focusWidget()
    assert cell is not None
    QTest.keyClicks(cell, "Our lake")
    place.operations.settle()
    assert "Our lake" in place.desk.drafting.statement(place.statement_id).title("km")


def test_deleting_a_statement_shows_another_and_can_be_undone(place: Workplace) -> None:
    sample = place.statement_id
    trigger(place, "duplicate_statement")
    copy = place.statement_id
    assert copy != sample
    trigger(place, "delete_statement")
    assert place.statement_id == sample
    trigger(place, "undo")
    assert place.panel.statements_model.row_of(copy) >= 0
    trigger(place, "delete_statement")
    trigger(place, "delete_statement")
    assert place.start.isVisible() == (place.statement_id == "")
    assert place.text.header.isVisible() != (place.statement_id == "")


def test_undo_shows_the_statement_it_changes(place: Workplace) -> None:
    sample = place.statement_id
    trigger(place, "duplicate_statement")
    copy = place.statement_id
    trigger(place, "add_block")
    place.show_statement(sample)
    trigger(place, "undo")
    assert place.statement_id == copy
    place.show_statement(sample)
    trigger(place, "redo")
    assert place.statement_id == copy


def test_the_outline_goes_to_a_block(place: Workplace) -> None:
    model = place.panel.outline_model
    row = model.rowCount() - 2
    rect = place.panel.outline.visualRect(model.index(row))
    place.panel.outline.scrollTo(model.index(row))
    rect = place.panel.outline.visualRect(model.index(row))
    QTest.mouseClick(place.panel.outline.viewport(), LEFT, pos=rect.center())
    assert place.text.place.block_id == model.block_id(row)
    frame = place.text.column.frame(model.block_id(row))
    assert frame is not None
    assert not frame.visibleRegion().isEmpty()


def test_the_status_line_says_how_the_statement_stands(place: Workplace, qtbot: QtBot) -> None:
    def says() -> None:
        line = place.window.status.facts.text()
        for part in ("Saved", "13 blocks", "Khmer 100 %", "English 100 %", "1 withheld"):
            assert part in line

    qtbot.waitUntil(lambda: _true(says), timeout=3000)


def _true(check: Callable[[], None]) -> bool:
    try:
        check()
    except AssertionError:
        return False
    return True


def test_date_and_place_are_set(place: Workplace, answers: Answers) -> None:
    def fill(dialog: QDialog) -> bool:
        assert isinstance(dialog, StatementDialog)
        dialog.has_date.setChecked(True)
        dialog.places["en"].setText("Phnom Penh")
        return True

    answers.dialogs += [begin, fill]
    trigger(place, "new_statement")
    trigger(place, "statement_date")
    statement = place.desk.drafting.statement(place.statement_id)
    assert statement.issue_date is not None
    assert statement.place["en"] == "Phnom Penh"


def test_the_kind_of_a_statement_is_chosen_in_its_menu(place: Workplace) -> None:
    menu = QMenu()
    place.window.menus.filling.emit("statement_kind", menu)
    next(action for action in menu.actions() if action.text() == "Open letter").trigger()
    assert place.desk.drafting.statement(place.statement_id).kind is StatementKind.OPEN_LETTER
    menu.deleteLater()


def test_a_document_is_imported(
    place: Workplace, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    source = tmp_path / "letter.md"
    source.write_text("# Save the lake\n\nWe ask for an answer.\n", encoding="utf-8")
    answers.files.append(source)
    answers.dialogs.append(lambda dialog: isinstance(dialog, ImportDialog))
    before = place.panel.statements_model.rowCount()
    trigger(place, "import")
    qtbot.waitUntil(lambda: place.panel.statements_model.rowCount() == before + 1)
    assert place.text.statement is not None
    assert place.text.statement.title("en") == "Save the lake"


def test_a_file_that_is_no_document_is_refused_in_the_bar(
    place: Workplace, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"no zip at all")
    answers.files.append(broken)
    trigger(place, "import")
    qtbot.waitUntil(place.notice.isVisible, timeout=20000)
    assert place.notice.label.text()


def test_a_document_is_exported(
    place: Workplace, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "out.docx"

    def agree(dialog: QDialog) -> bool:
        assert isinstance(dialog, ExportDialog)
        dialog.tick.setChecked(True)
        return True

    answers.dialogs.append(agree)
    answers.targets.append(target)
    trigger(place, "export")
    qtbot.waitUntil(place.notice.isVisible, timeout=20000)
    assert "out.docx" in place.notice.label.text()
    assert answers.asked[-1].endswith(".docx")
    assert target.exists()


def test_an_edition_is_adopted_and_issued(place: Workplace) -> None:
    trigger(place, "show_history")
    QTest.mouseClick(place.history.empty.button, LEFT)
    assert place.history.model.rowCount() == 1
    QTest.mouseClick(place.history.issue_button, LEFT)
    assert place.desk.publishing.editions(place.statement_id)[0].issued_at
    assert not place.history.issue_button.isEnabled()


def test_a_refused_verb_says_why_and_writes_nothing(place: Workplace) -> None:
    place.text.focus_text()
    place.window.table.action("outdent_item").trigger()
    assert place.notice.isVisible()
    assert place.notice.label.text()
    QTest.mouseClick(place.notice._close, LEFT)
    assert not place.notice.isVisible()


def test_undo_and_redo_say_what_they_do(place: Workplace, answers: Answers) -> None:
    answers.dialogs.append(begin)
    trigger(place, "new_statement")
    undo, redo = place.window.table.action("undo"), place.window.table.action("redo")
    assert ": " in undo.toolTip()
    trigger(place, "undo")
    assert redo.isEnabled()
    trigger(place, "redo")
    assert not redo.isEnabled()


def test_long_work_shows_progress_and_can_be_cancelled(files: DeskFiles, place: Workplace) -> None:
    status = place.window.status
    status.begin("Reading…")
    assert not status.bar.isVisible()
    QTest.qWait(450)
    assert status.bar.isVisible()
    status.advance(3, 10)
    assert status.bar.value() == 3
    QTest.mouseClick(status.cancel, LEFT)
    status.end()
    assert not status.bar.isVisible()


def test_work_that_lets_no_timer_ring_is_shown_when_it_tells_how_far_it_is(
    place: Workplace,
) -> None:
    status = place.window.status
    status._patience.setInterval(0)
    status.begin("Adding…")
    status.advance(3, 10)
    assert status.bar.isVisible()
    assert status.bar.width() > 20
    status.end()
