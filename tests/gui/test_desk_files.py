"""Which desk is open: the first start, new, open, recent, and what cannot be opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from advocate_desk.desk.desk import Desk
from advocate_desk.gui import desk_files
from advocate_desk.gui.application import complete, make_window
from advocate_desk.gui.desk_files import DeskFiles
from advocate_desk.gui.dialogs.new_statement_dialog import NewStatementDialog
from advocate_desk.gui.picture import picture
from advocate_desk.language import catalog
from advocate_desk.settings import SettingsFile
from gui_answers import Answers

LEFT = Qt.MouseButton.LeftButton


def trigger(files: DeskFiles, action_id: str) -> None:
    files._window.table.action(action_id).trigger()
    QApplication.processEvents()


@pytest.fixture
def first(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> DeskFiles:
    """The window of somebody who starts the program for the first time."""
    monkeypatch.setattr(desk_files, "usual_desk", lambda: tmp_path / "Documents" / "Desk.desk")
    window, preferences = make_window(qapp, SettingsFile(tmp_path / "fresh" / "window.txt"))
    qtbot.addWidget(window)
    complete(window, preferences)
    files = DeskFiles(window, Answers(), preferences)
    window.closing.connect(files.close_desk)
    window.show()
    files.begin(None)
    return files


def test_a_first_start_asks_one_question_and_shows_the_sample(first: DeskFiles) -> None:
    assert first.workplace is None
    assert first.first_run is not None
    assert first.first_run.isVisible()
    QTest.mouseClick(first.first_run.buttons["km"], LEFT)
    place = first.workplace
    assert place is not None
    assert catalog.current() == "km"
    assert place.text.statement is not None
    assert place.text.statement.is_sample
    assert place.start.isVisible()
    assert first._window.table.action("language_km").isChecked()
    first._window.close()


def test_the_second_start_opens_the_last_desk_where_it_was_left(
    first: DeskFiles, qapp: QApplication
) -> None:
    assert first.first_run is not None
    QTest.mouseClick(first.first_run.buttons["en"], LEFT)
    assert first.workplace is not None
    answers = first.workplace.ask
    assert isinstance(answers, Answers)
    answers.dialogs.append(lambda dialog: isinstance(dialog, NewStatementDialog))
    trigger(first, "new_statement")
    path, statement_id = first.workplace.desk.path, first.workplace.statement_id
    first._window.close()
    first.begin(None)
    assert first.workplace is not None
    assert first.workplace.desk.path == path
    assert first.workplace.statement_id == statement_id
    first._window.close()


def test_a_new_desk_is_empty_and_offers_three_ways_to_begin(
    files: DeskFiles, answers: Answers, tmp_path: Path
) -> None:
    answers.targets.append(tmp_path / "mine")
    trigger(files, "new_desk")
    place = files.workplace
    assert place is not None
    assert place.desk.path == tmp_path / "mine.desk"
    buttons = (place.start.new_button, place.start.sample_button, place.start.import_button)
    assert all(button.isVisible() for button in buttons)
    QTest.mouseClick(place.start.sample_button, LEFT)
    assert place.text.statement is not None
    assert place.text.statement.is_sample
    trigger(files, "undo")
    assert place.statement_id == ""
    answers.dialogs.append(lambda dialog: isinstance(dialog, NewStatementDialog))
    QTest.mouseClick(place.start.new_button, LEFT)
    assert place.statement_id


def test_another_desk_is_opened_and_the_first_is_recent(
    files: DeskFiles, answers: Answers, desk_path: Path, tmp_path: Path
) -> None:
    files.open(desk_path)
    other = tmp_path / "other.desk"
    Desk.create(other).close()
    answers.files.append(other)
    trigger(files, "open_desk")
    assert files.workplace is not None
    assert files.workplace.desk.path == other
    menu = QMenu()
    files._window.menus.filling.emit("recent", menu)
    names = [action.text() for action in menu.actions()]
    assert names[0].startswith("other")
    menu.actions()[1].trigger()
    assert files.workplace.desk.path == desk_path
    menu.deleteLater()


def test_a_file_that_is_no_desk_is_refused_with_a_sentence(
    files: DeskFiles, tmp_path: Path
) -> None:
    wrong = tmp_path / "wrong.desk"
    wrong.write_text("this is a letter", encoding="utf-8")
    assert not files.open(wrong)
    assert files._notice.isVisible()
    assert files._notice.label.text()
    assert files._nothing.isVisible()
    assert str(wrong) not in files._preferences.settings.recent


def test_a_refused_desk_leaves_the_open_one_open(
    files: DeskFiles, desk_path: Path, tmp_path: Path
) -> None:
    files.open(desk_path)
    assert not files.open(tmp_path / "missing.desk")
    assert files.workplace is not None
    assert files.workplace.desk.path == desk_path


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_a_picture_of_the_window_is_taken(desk_path: Path, tmp_path: Path, dark: bool) -> None:
    target = tmp_path / "pictures" / "window.png"
    picture(desk_path, target, language="km", dark=dark, size=(1366, 768))
    assert target.read_bytes().startswith(b"\x89PNG")
    assert catalog.current() == "en"
