"""Language, colours and text size of the window: applied at once, remembered for next time."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from advocate_desk.gui import icons, theme
from advocate_desk.gui.translator import QtTexts
from advocate_desk.language import catalog
from advocate_desk.settings import TEXT_SIZES, Settings, SettingsFile


class Preferences(QObject):
    """The one owner of the settings while the program runs."""

    text_size_changed = Signal(int)
    language_changed = Signal(str)

    def __init__(self, application: QApplication, file: SettingsFile) -> None:
        super().__init__(application)
        self._application = application
        self._file = file
        self.settings: Settings = file.read()
        self._texts = QtTexts(self)

    @property
    def reports(self) -> Path:
        """Where crash reports are written."""
        return self._file.folder / "reports"

    def apply(self) -> None:
        """Gives the program language and colours, before its first window is made."""
        catalog.use(self.settings.language or catalog.SOURCE_LANGUAGE)
        self._application.installTranslator(self._texts)
        given = self._application.palette()
        theme.apply(self._application, dark=theme.was_dark(self.settings.theme, given))

    def follow_system(self) -> None:
        """From now on the colours change with the system's."""
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(lambda _scheme: self._colour())

    def _colour(self) -> None:
        theme.apply(self._application, dark=theme.is_dark(self.settings.theme))

    def use_language(self, language: str) -> None:
        """Every window speaks this language from now on."""
        self._keep(self.settings._replace(language=language))
        catalog.use(language)
        # Qt tells every widget of a change of language when a translator comes.
        self._application.removeTranslator(self._texts)
        self._application.installTranslator(self._texts)
        self.language_changed.emit(language)

    def use_theme(self, wish: str) -> None:
        """Every window has these colours from now on."""
        self._keep(self.settings._replace(theme=wish))
        self._colour()

    def resize_text(self, by: int) -> None:
        """Writes statements bigger or smaller."""
        least, most = TEXT_SIZES
        size = min(most, max(least, self.settings.text_size + by))
        self._keep(self.settings._replace(text_size=size))
        self.text_size_changed.emit(size)

    def use_author(self, name: str) -> None:
        """This is who works here from now on."""
        self._keep(self.settings._replace(author=name))

    def use_mark_terms(self, *, on: bool) -> None:
        """Terms of the glossary are underlined from now on, or not."""
        self._keep(self.settings._replace(mark_terms=on))

    def use_endorser_columns(self, chosen: str) -> None:
        """These columns of the endorsers' table are shown or hidden from now on."""
        self._keep(self.settings._replace(endorser_columns=chosen))

    def remember_desk(self, path: Path) -> None:
        """This desk was opened last."""
        self._keep(self.settings.with_recent(path))

    def forget_desk(self, path: Path) -> None:
        """This desk could not be opened."""
        self._keep(self.settings.without_recent(path))

    def remember_statement(self, path: Path, statement_id: str) -> None:
        """This statement of a desk was looked at last."""
        self._keep(self.settings.with_open_statement(path, statement_id))

    def remember_window(self, geometry: str, state: str) -> None:
        """Where the window and its docks were."""
        self._keep(self.settings._replace(geometry=geometry, state=state))

    def _keep(self, settings: Settings) -> None:
        if settings != self.settings:
            self.settings = settings
            self._file.write(settings)

    def close(self) -> None:
        """Lets go of what must not outlive the application."""
        self._application.removeTranslator(self._texts)
        icons.forget()
