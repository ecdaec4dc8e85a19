"""A bug that nobody caught leaves a report, and the window goes on."""

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from advocate_desk.gui.bugs import Bugs
from advocate_desk.gui.desk_files import DeskFiles


def _fail(word: str) -> None:
    raise ValueError(word)


def _caught(word: str) -> ValueError:
    try:
        _fail(word)
    except ValueError as error:
        return error
    raise AssertionError


def _note(bugs: Bugs, error: Exception) -> None:
    bugs.note(type(error), error, error.__traceback__)


def test_a_bug_in_a_slot_is_reported_once_and_without_words(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # put back after the test
    Bugs(tmp_path / "reports", told.append).watch()
    button = QPushButton()
    qtbot.addWidget(button)
    button.clicked.connect(lambda: _fail("Hidden Village"))
    for _ in range(3):
        button.click()
    (report,) = (tmp_path / "reports").iterdir()
    assert told == [str(report)]
    text = report.read_text(encoding="utf-8")
    assert "ValueError" in text
    assert "_fail" in text
    assert "Hidden" not in text


def test_bugs_at_two_places_are_two_reports(tmp_path: Path) -> None:
    told: list[str] = []
    bugs = Bugs(tmp_path, told.append)
    _note(bugs, _caught("one"))
    _note(bugs, TypeError("never raised"))
    assert len(set(told)) == 2


def test_what_ends_the_program_is_left_to_python(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    error = KeyboardInterrupt()
    Bugs(tmp_path, pytest.fail).note(KeyboardInterrupt, error, None)
    assert not list(tmp_path.iterdir())
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_the_window_says_where_the_report_lies(
    files: DeskFiles, desk_path: Path, tmp_path: Path
) -> None:
    bugs = Bugs(tmp_path / "reports", files.tell_crash)
    _note(bugs, TypeError("no desk is open"))
    assert files.open(desk_path)
    assert files.workplace is not None
    _note(bugs, _caught("word"))
    newest = max((tmp_path / "reports").iterdir())
    assert str(newest) in files.workplace.notice.label.text()
