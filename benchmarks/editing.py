"""Opening a statement of 300 blocks, and a keystroke in it, in the thread of the window."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from advocate_desk.desk.desk import Desk
from advocate_desk.gui.application import application, complete, make_window
from advocate_desk.gui.ask import Ask
from advocate_desk.gui.desk_files import DeskFiles
from advocate_desk.model.draft import DraftBlock, DraftStatement, DraftText
from advocate_desk.model.kinds import BlockKind, StatementKind
from advocate_desk.settings import Settings, SettingsFile
from benchmarks.rows import Row

BLOCKS = 300
KEYS = 60
SETTLE = 1.5  # seconds
KHMER = "យើងខ្ញុំសូមអំពាវនាវដល់អាជ្ញាធរគ្រប់លំដាប់ថ្នាក់ឱ្យគោរពសិទ្ធិរបស់ប្រជាពលរដ្ឋដែលរស់នៅក្នុងសហគមន៍នេះ។ "
ENGLISH = (
    "We call on the authorities at every level to respect the rights of the people who live here. "
)


def large_statement() -> DraftStatement:
    """A statement of 300 blocks in both languages, three lines each."""
    texts = {
        "km": DraftText("ទាមទារទី", KHMER * 3),
        "en": DraftText("A demand", ENGLISH * 3),
    }
    demand = DraftBlock(BlockKind.DEMAND, texts)
    title = DraftBlock(BlockKind.TITLE, {"km": DraftText("", KHMER), "en": DraftText("", ENGLISH)})
    return DraftStatement(StatementKind.JOINT_STATEMENT, (title, *[demand] * (BLOCKS - 1)))


def rows() -> list[Row]:
    """The rows of the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        desk = Desk.create(folder / "large.desk")
        made = desk.importing.bring_in((large_statement(),)).made
        small = desk.drafting.new_statement(StatementKind.PETITION, {"en": "Small"}).focus
        desk.close()
        file = SettingsFile(folder / "window.json")
        file.write(Settings(language="en", open_statements={str(folder / "large.desk"): small}))
        return _measure(folder / "large.desk", file, made[0])


def _measure(path: Path, file: SettingsFile, statement_id: str) -> list[Row]:
    app = application()
    window, preferences = make_window(app, file)
    window.resize(1366, 768)
    window.show()
    complete(window, preferences)
    files = DeskFiles(window, Ask(), preferences)
    files.begin(path)
    _settle(app)
    assert files.workplace
    started = time.perf_counter()
    files.workplace.show_statement(statement_id)
    app.processEvents()
    opened = (time.perf_counter() - started) * 1e3
    _settle(app)
    keys = _keys(app)
    files.close_desk()
    window.close()
    return [
        Row("opening a statement of 300 blocks", opened, "ms", most=300),
        Row("a keystroke in it, median", statistics.median(keys), "ms", most=16),
        Row("a keystroke in it, slowest of 60", max(keys), "ms", most=50),
    ]


def _settle(app: QApplication) -> None:
    """What follows an opening in its own time is over."""
    end = time.perf_counter() + SETTLE
    while time.perf_counter() < end:
        app.processEvents()


def _keys(app: QApplication) -> list[float]:
    from advocate_desk.gui.widgets.text_cell import TextCell

    cells = [w for w in app.allWidgets() if isinstance(w, TextCell) and w.isVisible()]
    cell = max(cells, key=lambda found: len(found.text()))
    cell.setFocus()
    app.processEvents()
    taken = []
    for turn in range(KEYS):
        started = time.perf_counter()
        QTest.keyClick(cell, Qt.Key.Key_Space if turn % 7 == 6 else Qt.Key.Key_A)
        app.processEvents()
        taken.append((time.perf_counter() - started) * 1e3)
    return taken
