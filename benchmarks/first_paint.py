"""Child of the table: start one window, print milliseconds from process start, leave.

Usage: `first_paint.py empty|desk|editable|novelwriter STARTED_NS FOLDER [DESK]`. The first three print the
time to the first paint; `editable` waits until the statement of the desk can be typed into.
"""

from __future__ import annotations

import importlib
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

STARTED = int(sys.argv[2])
FOLDER = Path(sys.argv[3])


def finish(*_anything: object) -> None:
    """Print the time and leave without any clean-up that would be counted."""
    print(f"{(time.time_ns() - STARTED) / 1e6:.1f}", flush=True)
    os._exit(0)


def empty() -> None:
    """The least a PySide6 program can do: one empty main window."""
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Window(QMainWindow):
        # The empty program imports nothing but Qt, so no override mark either.
        def paintEvent(self, _event: QPaintEvent) -> None:  # type: ignore[explicit-override]
            finish()

    app = QApplication([])
    window = Window()
    window.resize(1366, 768)
    window.show()
    app.exec()


def _start(after_paint: Callable[..., None]) -> None:
    """The program's own start with something else, or something more, after the first paint."""
    from advocate_desk.gui import application
    from advocate_desk.settings import SettingsFile

    application._furnish = after_paint  # noqa: SLF001 - the seam between paint and the rest
    desk = Path(sys.argv[4]) if len(sys.argv) > 4 else None
    application.start(desk, SettingsFile(FOLDER / "window.json"))


def desk() -> None:
    """Advocate Desk's own start, to the first paint of its main window."""
    _start(finish)


def editable() -> None:
    """Advocate Desk's own start, until a cell of the statement is on the screen."""
    from advocate_desk.gui import application

    furnish = application._furnish  # noqa: SLF001 - the seam between paint and the rest

    def then(*arguments: Any) -> None:
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication

        from advocate_desk.gui.widgets.text_cell import TextCell

        furnish(*arguments)
        watch = QTimer(QApplication.instance(), interval=1)

        def look() -> None:
            window = arguments[0]
            if any(cell.isVisible() for cell in window.findChildren(TextCell)):
                finish()

        watch.timeout.connect(look)
        watch.start()

    _start(then)


def novelwriter() -> None:
    """The start of novelWriter, to the first paint of its main window."""
    program: Any = importlib.import_module("novelwriter")
    core: Any = importlib.import_module("PyQt6.QtCore")
    widgets: Any = importlib.import_module("PyQt6.QtWidgets")

    def watch(_self: object, seen: object, event: Any) -> bool:
        if event.type() == core.QEvent.Type.Paint and isinstance(seen, widgets.QMainWindow):
            finish()
        return False

    watcher = type("Watch", (core.QObject,), {"eventFilter": watch})()
    make = widgets.QApplication.__init__

    def watched(self: Any, *arguments: object) -> None:
        make(self, *arguments)
        self.installEventFilter(watcher)

    widgets.QApplication.__init__ = watched
    program.main(["--config", str(FOLDER), "--data", str(FOLDER)])


if __name__ == "__main__":
    kinds = {"empty": empty, "desk": desk, "editable": editable, "novelwriter": novelwriter}
    kinds[sys.argv[1]]()
