"""What every test of the window keeps to."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advocate_desk.desk.desk import Desk
from advocate_desk.desk.sample import make_sample
from advocate_desk.gui import fonts, theme
from advocate_desk.gui.application import complete, dress, make_window
from advocate_desk.gui.desk_files import DeskFiles
from advocate_desk.gui.operations import Operations
from advocate_desk.gui.workplace import Workplace
from advocate_desk.language import catalog
from advocate_desk.settings import Settings, SettingsFile
from gui_answers import Answers

_MOST_GARBAGE = 250_000  # objects; to collect after each test takes a sixth of the time


@pytest.fixture(autouse=True)
def quiet_garbage(qapp: QApplication) -> Iterator[None]:
    """Python's collector may destroy a window inside a call of Qt: not during a test."""
    gc.disable()
    catalog.use("en")
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert QApplication.activeModalWidget() is None, "a modal dialog was left open"
    catalog.use("en")
    if gc.get_count()[0] > _MOST_GARBAGE:
        gc.collect()
    gc.enable()


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> None:
    """Our style, fonts and colours, once; what is imported by now is no garbage."""
    dress(qapp)
    fonts.add_text_faces()
    fonts.add_other_faces()
    theme.apply(qapp, dark=False)
    gc.collect()
    gc.freeze()


@pytest.fixture
def answers() -> Answers:
    """Answers the window's questions without a modal loop."""
    return Answers()


@pytest.fixture(scope="session")
def sample_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk file with the sample in it, made once."""
    path = tmp_path_factory.mktemp("sample") / "sample.desk"
    desk = Desk.create(path)
    make_sample(desk)
    desk.close()
    return path


@pytest.fixture
def desk_path(tmp_path: Path, sample_desk: Path) -> Path:
    """A desk file of this test's own with the sample in it."""
    return Path(shutil.copy(sample_desk, tmp_path / "test.desk"))


@pytest.fixture
def settings_file(tmp_path: Path) -> SettingsFile:
    """Settings of somebody who chose English and light colours."""
    file = SettingsFile(tmp_path / "settings" / "window.txt")
    file.write(Settings(language="en", theme="light"))
    return file


@pytest.fixture
def files(
    qtbot: QtBot, qapp: QApplication, answers: Answers, settings_file: SettingsFile
) -> Iterator[DeskFiles]:
    """The real window, with no desk open yet."""
    window, preferences = make_window(qapp, settings_file)
    qtbot.addWidget(window)
    complete(window, preferences)
    window.resize(1366, 768)
    opened = DeskFiles(window, answers, preferences)
    window.closing.connect(opened.close_desk)
    window.show()
    yield opened
    opened.close_desk()
    preferences.close()


@pytest.fixture
def place(files: DeskFiles, desk_path: Path) -> Workplace:
    """The sample desk, open in the window."""
    assert files.open(desk_path)
    assert files.workplace is not None
    return files.workplace


@pytest.fixture
def settle(place: Workplace, qapp: QApplication) -> Callable[[], None]:
    """Lets what was typed be written and everything that waits be done."""

    def now() -> None:
        place.operations.settle()
        qapp.processEvents()
        place.text.column.queue.serve_all()

    return now


@pytest.fixture
def operations(desk_path: Path, tmp_path: Path) -> Iterator[Operations]:
    """The door to the sample desk, without a window."""
    opened = Operations(Desk.open(desk_path), reports=tmp_path / "reports")
    yield opened
    opened.close()


@pytest.fixture
def statement_id(operations: Operations) -> str:
    """The sample statement."""
    return operations.desk.drafting.statements()[0].id
