"""The window shows and copies no withheld name, and suggests no file that is named so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from advocate_desk.desk.exporting import Exporting
from advocate_desk.gui.desk_files import DeskFiles
from advocate_desk.gui.export_flows import file_name
from advocate_desk.gui.models.endorsements_table_model import EndorsementsTableModel
from advocate_desk.gui.workplace import Workplace
from advocate_desk.model.withholding import Withheld
from leak_world import Org, World, make_world
from leaks import Leaks

HIDDEN = (
    Org("Kovexa Dumbri Network", "សហគមន៍កខឃងចឆ", "QXZJ", "Bramvok Telund", "Old Zuvrik Bande"),
)
SHOWN = (Org("Water Union", "សហជីពទឹក", "WTU", "Aqua Folk", "Old Water"),)


@pytest.fixture
def world(tmp_path: Path) -> World:
    """A desk with a withheld endorser whose name stands in the title and in a demand."""
    made = make_world(tmp_path / "leaks.desk", HIDDEN, SHOWN, ("title", "heading"), ("plain",))
    made.desk.close(back_up=False)
    return made


@pytest.fixture
def opened(files: DeskFiles, world: World, qtbot: QtBot) -> Workplace:
    """The desk, open in the window at its statement."""
    assert files.open(world.desk.path)
    assert files.workplace is not None
    place = files.workplace
    place.show_statement(world.statement_id)
    place.window.show_page("endorsers")
    qtbot.waitUntil(lambda: place.endorsers.model.rowCount() > 0)
    return place


def _look_at_tables(place: Workplace, leaks: Leaks) -> None:
    model = place.endorsers.model
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            for role in (*Qt.ItemDataRole, *range(Qt.ItemDataRole.UserRole, 270)):
                leaks.look("table", str(model.index(row, column).data(int(role))))


def _look_at_clipboard(place: Workplace, leaks: Leaks) -> None:
    place.endorsers.table.selectAll()
    place.endorsers.table.copy()
    leaks.look("clipboard", QGuiApplication.clipboard().text())


def _look_at_file_name(place: Workplace, leaks: Leaks) -> None:
    statement = place.text.statement
    assert statement is not None
    leaks.look("file name", file_name(place.desk, statement))


def _look_at_words(place: Workplace, leaks: Leaks) -> None:
    """Titles, labels, tool tips and texts for screen readers, of all but the text and its lists."""
    window = place.window
    leaks.look("title", window.windowTitle())
    for host in (place.endorsers, place.preview, place.history, place.checks, window.status):
        for widget in (host, *host.findChildren(QWidget)):
            leaks.look("widget", widget.accessibleName(), widget.accessibleDescription())
            leaks.look("widget", widget.toolTip(), widget.windowTitle(), widget.statusTip())
            text = getattr(widget, "text", None)
            if callable(text):
                leaks.look("widget", str(text()))


LOOKS: dict[str, Callable[[Workplace, Leaks], None]] = {
    "table": _look_at_tables,
    "clipboard": _look_at_clipboard,
    "file name": _look_at_file_name,
    "words": _look_at_words,
}


def test_the_window_tells_no_withheld_name(
    opened: Workplace, world: World, qapp: QApplication
) -> None:
    leaks = world.leaks()
    for page in ("endorsers", "preview", "history", "text"):
        opened.window.show_page(page)
        qapp.processEvents()
        for look in LOOKS.values():
            look(opened, leaks)
    assert leaks.found == []
    assert {"table", "clipboard", "file name", "title", "widget"} == leaks.looked


@pytest.mark.parametrize("spot", ["clipboard", "table", "file name"])
def test_a_planted_leak_of_the_window_is_found(
    opened: Workplace, world: World, monkeypatch: pytest.MonkeyPatch, spot: str
) -> None:
    leaks = world.leaks()
    if spot == "file name":
        monkeypatch.setattr(Exporting, "withheld", lambda *_: Withheld())
    else:
        monkeypatch.setattr(EndorsementsTableModel, "text", lambda *_: HIDDEN[0].khmer)
    LOOKS[spot](opened, leaks)
    assert leaks.found
