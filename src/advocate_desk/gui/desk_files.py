"""Which desk is open: new, open, recent, the first start, the sample."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QStandardPaths, QTimer
from PySide6.QtWidgets import QMenu

from advocate_desk.desk.desk import Desk
from advocate_desk.gui import fonts
from advocate_desk.gui.ask import Ask
from advocate_desk.gui.first_run import FirstRun
from advocate_desk.gui.main_window import MainWindow
from advocate_desk.gui.preferences import Preferences
from advocate_desk.gui.widgets.empty_state import EmptyState
from advocate_desk.gui.widgets.notice_bar import BAD, NoticeBar
from advocate_desk.gui.workplace import Workplace
from advocate_desk.language.catalog import tr
from advocate_desk.model.errors import DeskError
from advocate_desk.model.sentences import sentence

SUFFIX = ".desk"
_BREATH = 100  # milliseconds for the text to be painted and for a first key


class Filler(Protocol):
    """What the actions of an open desk look like from here."""

    def fill(self, name: str, menu: QMenu) -> None:
        """Fills a submenu."""
        ...

    def release(self) -> None:
        """Lets the actions do nothing any more."""
        ...


def usual_desk() -> Path:
    """The desk of somebody who never chose one: in their documents folder."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    folder = QStandardPaths.writableLocation(place) or str(Path.home())
    return Path(folder) / "Advocate Desk" / f"Desk{SUFFIX}"


class DeskFiles(QObject):
    """Opens one desk after the other in the same window."""

    def __init__(self, window: MainWindow, ask: Ask, preferences: Preferences) -> None:
        super().__init__(window)
        self._window = window
        self._ask = ask
        self._preferences = preferences
        self.workplace: Workplace | None = None
        self._actions: Filler | None = None
        self._is_first = False
        self.first_run: FirstRun | None = None
        self._notice = NoticeBar()
        window.column.insertWidget(0, self._notice)
        self._nothing = EmptyState()
        self._nothing.pressed.connect(self.choose)
        window.middle.addWidget(self._nothing)
        for action_id, slot in {
            "new_desk": self.make,
            "open_desk": self.choose,
            "open_sample": self.add_sample,
        }.items():
            window.table.connect_to(action_id, slot)
        window.menus.filling.connect(self._fill)

    def tell_crash(self, report: str) -> None:
        """Tells of a bug outside of any verb where a desk is open; the report lies there anyway."""
        if self.workplace is not None:
            self.workplace.operations.crashed.emit(report)

    # The first desk

    def asks_language(self, path: Path | None) -> bool:
        """Whether this is a first start, which begins with the question of the language."""
        return not self._preferences.settings.language and path is None

    def begin(self, path: Path | None) -> None:
        """Opens the desk that was asked for, the last one, or asks for the language first.

        The text is shown first; what stands around it comes a moment later.
        """
        self._is_first = True
        if self.asks_language(path):
            self._ask_language()
            return
        self.open_or_make(path or self._last_desk())

    def _last_desk(self) -> Path:
        known = (Path(path) for path in self._preferences.settings.recent)
        return next((path for path in known if path.exists()), usual_desk())

    def _ask_language(self) -> None:
        self.first_run = FirstRun()
        self.first_run.chosen.connect(self._take_language)
        self._window.middle.addWidget(self.first_run)
        self._window.middle.setCurrentWidget(self.first_run)
        self._window.only_text(True)

    def _take_language(self, language: str) -> None:
        self._preferences.use_language(language)
        self._window.only_text(False)
        self._window.middle.setCurrentWidget(self._window.tabs)
        if self.first_run is not None:
            self.first_run.deleteLater()
            self.first_run = None
        self.open_or_make(self._last_desk())

    def open_or_make(self, path: Path) -> None:
        """Opens a desk; one that does not exist yet is made, with the sample in it."""
        if path.exists():
            self.open(path)
        else:
            self._make_with_sample(path)

    # Opening

    def open(self, path: Path) -> bool:
        """Opens a desk instead of the open one; whether it could be."""
        if self.workplace is not None and self.workplace.desk.path == path:
            return True
        try:
            desk = Desk.open(path)
        except DeskError as refusal:
            self._tell_refusal(path, refusal)
            return False
        self.show_desk(desk)
        return True

    def show_desk(self, desk: Desk) -> None:
        """Shows a desk that was opened."""
        self.close_desk()
        desk.author = self._preferences.settings.author
        window = self._window
        self.workplace = Workplace(window, desk, self._ask, self._preferences)
        self.workplace.start.sample_wanted.connect(self.add_sample)
        window.middle.setCurrentWidget(window.tabs)
        window.setWindowTitle(f"{desk.path.stem} – Advocate Desk")
        self._preferences.remember_desk(desk.path)
        self._notice.hide()
        self.workplace.show_first()
        if self._is_first:
            QTimer.singleShot(_BREATH, self._complete)
        else:
            self._complete()

    def _complete(self) -> None:
        """Everything around the text, and what the actions do."""
        from advocate_desk.gui.document_flows import DocumentFlows
        from advocate_desk.gui.export_flows import ExportFlows
        from advocate_desk.gui.workplace_actions import WorkplaceActions

        self._is_first = False
        if self.workplace is None or self._actions is not None:
            return
        fonts.add_other_faces()
        self.workplace.complete()
        flows, exports = DocumentFlows(self.workplace), ExportFlows(self.workplace)
        self._actions = WorkplaceActions(self.workplace, flows, exports)

    def _tell_refusal(self, path: Path, refusal: DeskError) -> None:
        self._preferences.forget_desk(path)
        self._notice.tell(sentence(refusal), BAD)
        if self.workplace is None:
            self._nothing.set_text(tr("No desk is open."), tr("Open desk…"))
            self._window.middle.setCurrentWidget(self._nothing)

    def choose(self) -> None:
        """Asks for a desk and opens it."""
        folder = self._folder()
        kinds = tr("Desks") + f" (*{SUFFIX})"
        path = self._ask.open_file(self._window, tr("Open desk"), kinds=kinds, folder=folder)
        if path is not None:
            self.open(path)

    def make(self) -> None:
        """Asks where a new desk shall lie, and makes it."""
        suggested = self._folder() / (tr("New desk") + SUFFIX)
        kinds = tr("Desks") + f" (*{SUFFIX})"
        path = self._ask.save_file(self._window, tr("New desk"), kinds=kinds, suggested=suggested)
        if path is not None:
            self._make(path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX))

    def _folder(self) -> Path:
        return self.workplace.desk.path.parent if self.workplace else usual_desk().parent

    def _make(self, path: Path) -> bool:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            desk = Desk.create(path)
        except DeskError as refusal:
            self._tell_refusal(path, refusal)
            return False
        except OSError:
            words = tr("This folder cannot be written: {path}", path=path.parent)
            self._notice.tell(words, BAD)
            return False
        self.show_desk(desk)
        return True

    def _make_with_sample(self, path: Path) -> None:
        if self._make(path):
            self.add_sample()

    def add_sample(self) -> None:
        """Shows the sample statement; makes it where this desk has none."""
        from advocate_desk.desk.sample import make_sample

        place = self.workplace
        if place is None:
            return
        samples = [row.id for row in place.desk.drafting.statements() if row.is_sample]
        if samples:
            place.show_statement(samples[0])
        elif changes := place.operations.run(make_sample, place.desk):
            place.show_statement(changes.focus)

    # Menus and the end

    def _fill(self, name: str, menu: QMenu) -> None:
        if name == "recent":
            for known in self._preferences.settings.recent:
                path = Path(known)
                action = menu.addAction(f"{path.stem}  –  {path.parent}")
                action.triggered.connect(lambda _on=False, p=path: self.open(p))
        elif self._actions is not None:
            self._actions.fill(name, menu)

    def close_desk(self) -> None:
        """Closes the open desk, if there is one."""
        if self._actions is not None:
            self._actions.release()
        if self.workplace is not None:
            self.workplace.close()
        self.workplace, self._actions = None, None
