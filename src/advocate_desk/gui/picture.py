"""A picture of the real window with a desk open, for the demo and the README."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from advocate_desk.desk.desk import Desk
from advocate_desk.gui.application import application, complete, make_window
from advocate_desk.gui.ask import Ask
from advocate_desk.gui.desk_files import DeskFiles
from advocate_desk.gui.main_window import MainWindow
from advocate_desk.gui.theme import DARK, LIGHT
from advocate_desk.language import catalog
from advocate_desk.settings import Settings, SettingsFile

_TURNS = 40


def picture(
    desk_path: Path,
    target_png: Path,
    *,
    language: str = "en",
    dark: bool = False,
    size: tuple[int, int] = (1366, 768),
    page: str = "text",
) -> None:
    """Opens a desk in the window, lets everything settle and saves what is seen."""
    before = catalog.current()
    app = application()
    with TemporaryDirectory() as folder:
        file = SettingsFile(Path(folder) / "window.txt")
        wish = DARK if dark else LIGHT
        file.write(Settings(language=language, theme=wish))
        window, preferences = make_window(app, file)
        complete(window, preferences)
        files = DeskFiles(window, Ask(), preferences)
        files.show_desk(Desk.open(desk_path, read_only=True))
        _save(app, window, files, target_png, size, page)
        window.close()
        files.close_desk()
        window.deleteLater()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        preferences.close()
    catalog.use(before)


def _save(  # everything a picture is made of
    app: QApplication,
    window: MainWindow,
    files: DeskFiles,
    target: Path,
    size: tuple[int, int],
    page: str,
) -> None:
    window.resize(*size)
    window.show()
    window.show_page(page)
    place = files.workplace
    for _turn in range(_TURNS):
        app.processEvents()
        if place is not None:
            place.text.column.queue.serve_all()
            place.checks.refresh()
            place.tell_facts()
    target.parent.mkdir(parents=True, exist_ok=True)
    window.grab().save(str(target))
