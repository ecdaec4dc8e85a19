"""Starts the window: first it is painted, then everything else is loaded."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from advocate_desk.gui import fonts
from advocate_desk.gui.main_window import MainWindow
from advocate_desk.gui.overrides import override
from advocate_desk.gui.preferences import Preferences
from advocate_desk.settings import SettingsFile

_SOON = 60  # milliseconds for the text to be painted; what stands around it waits longer


class FirstPaint(QObject):
    """Tells when a window was painted for the first time."""

    happened = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    @override
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Waits for the first paint event."""
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            # Not before the paint itself is over.
            QTimer.singleShot(0, self.happened.emit)
        return False


def application() -> QApplication:
    """The one application object, in our style and font."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    # Asking a QStyle anything from Python takes 7 ms, so the style is chosen by an argument.
    made = QApplication([*sys.argv[:1], "-style", "Fusion"])
    made.setApplicationName("advocate-desk")
    made.setApplicationDisplayName("Advocate Desk")
    return made


def dress(app: QApplication) -> None:
    """The font; the only face read before the first paint is that of the window."""
    fonts.add_window_face()
    app.setFont(fonts.window_font())


def make_window(app: QApplication, file: SettingsFile) -> tuple[MainWindow, Preferences]:
    """The window as it is painted first, and the settings it follows."""
    dress(app)
    preferences = Preferences(app, file)
    preferences.apply()
    window = MainWindow()
    if preferences.settings.geometry:
        window.restoreGeometry(QByteArray.fromHex(preferences.settings.geometry.encode()))
    return window, preferences


def complete(window: MainWindow, preferences: Preferences) -> None:
    """Gives the painted window what it was painted without."""
    from advocate_desk.gui.window_actions import WindowActions

    window.complete()
    WindowActions(window, preferences)
    preferences.follow_system()
    if preferences.settings.state:
        window.restoreState(QByteArray.fromHex(preferences.settings.state.encode()))


def start(desk_path: Path | None, file: SettingsFile | None = None) -> int:
    """Runs the window until it is closed; the exit code of the program."""
    app = application()
    window, preferences = make_window(app, file or SettingsFile.of_this_user())
    painted = FirstPaint(window)
    painted.happened.connect(lambda: _furnish(window, preferences, desk_path))
    window.show()
    code = app.exec()
    preferences.close()
    return code


def _furnish(window: MainWindow, preferences: Preferences, desk_path: Path | None) -> None:
    """What only the open desk needs is imported here, after the first paint."""
    fonts.add_text_faces()
    from advocate_desk.gui.ask import Ask
    from advocate_desk.gui.bugs import Bugs
    from advocate_desk.gui.desk_files import DeskFiles

    files = DeskFiles(window, Ask(), preferences)
    Bugs(preferences.reports, files.tell_crash).watch()
    window.closing.connect(files.close_desk)
    if files.asks_language(desk_path):
        complete(window, preferences)
        files.begin(desk_path)
    else:
        files.begin(desk_path)
        QTimer.singleShot(_SOON, lambda: complete(window, preferences))
    gc.freeze()  # what is loaded by now stays until the end
    gc.enable()
