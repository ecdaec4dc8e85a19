"""What the actions do that need no desk: language, colours, text size, focus, help."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from advocate_desk.gui.main_window import MainWindow
from advocate_desk.gui.preferences import Preferences
from advocate_desk.gui.theme import DARK, LIGHT, SYSTEM
from advocate_desk.language import catalog

_THEMES = (SYSTEM, LIGHT, DARK)
_LANGUAGES = ("km", "en")


class WindowActions(QObject):
    """Connects what the window can do by itself."""

    def __init__(self, window: MainWindow, preferences: Preferences) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        self._connect_choices()
        for action_id, slot in {
            "quit": window.close,
            "focus_mode": self._focus,
            "bigger": lambda: preferences.resize_text(1),
            "smaller": lambda: preferences.resize_text(-1),
            "palette": self._show_palette,
            "shortcuts": self._show_shortcuts,
            "about": self._show_about,
        }.items():
            window.table.connect_to(action_id, slot)
        window.closing.connect(self._remember_window)

    def _connect_choices(self) -> None:
        table, preferences = self._window.table, self._preferences
        for wish in _THEMES:
            table.connect_to(f"theme_{wish}", partial(preferences.use_theme, wish))
        for code in _LANGUAGES:
            table.connect_to(f"language_{code}", partial(preferences.use_language, code))
        table.action(f"theme_{preferences.settings.theme}").setChecked(True)
        preferences.language_changed.connect(self._tick_language)
        self._tick_language(catalog.current())

    def _tick_language(self, code: str) -> None:
        self._window.table.action(f"language_{code}").setChecked(True)

    def _focus(self) -> None:
        self._window.only_text(self._window.table.action("focus_mode").isChecked())

    def _remember_window(self) -> None:
        geometry = bytes(self._window.saveGeometry().toHex().data()).decode()
        state = bytes(self._window.saveState().toHex().data()).decode()
        self._preferences.remember_window(geometry, state)

    # Imported when they are asked for, not before the first paint.

    def _show_palette(self) -> None:
        from advocate_desk.gui.dialogs.palette_dialog import PaletteDialog

        PaletteDialog(self._window.table, self._window).open()

    def _show_shortcuts(self) -> None:
        from advocate_desk.gui.dialogs.shortcuts_dialog import ShortcutsDialog

        ShortcutsDialog(self._window.table, self._window).open()

    def _show_about(self) -> None:
        from advocate_desk.gui.dialogs.about_dialog import AboutDialog

        AboutDialog(self._window).open()
