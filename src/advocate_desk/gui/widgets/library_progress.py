"""How far the library is translated: a line at the head of the clause library."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from advocate_desk.desk.desk import Desk
from advocate_desk.gui.fonts import small_font, window_font
from advocate_desk.gui.operations import Operations
from advocate_desk.gui.operations import Progress as Telling
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import current, tr
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.changes import Area, Changes
from advocate_desk.model.progress import Progress
from advocate_desk.model.words import language_word

PAUSE_MS = 400


def _counted(desk: Desk, _telling: Telling) -> Mapping[str, Progress]:
    return desk.translating.library_progress()


class LibraryProgress(SoftLabel):
    """Shares written and signed off by language; counted beside the window, hidden when empty."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.setContentsMargins(10, 0, 8, 6)
        self._operations = operations
        self._found: Mapping[str, Progress] = {}
        self._is_stale = True
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._count)
        operations.changed.connect(self._on_changed)
        self.hide()

    def count_soon(self) -> None:
        """Counts again if something changed since; many changes are counted once."""
        if self._is_stale:
            self._pause.start()

    def _on_changed(self, changes: Changes) -> None:
        if Area.CLAUSES in changes.areas:
            self._is_stale = True

    def _count(self) -> None:
        self._is_stale = False
        self._operations.run_aside(_counted, self._show)

    def _show(self, found: Mapping[str, Progress]) -> None:
        self._found = found
        self.setVisible(any(one.wanted for one in found.values()))
        self.retranslate()

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.setFont(small_font(window_font()))
        self.setText(" · ".join(_share(code, one) for code, one in self._found.items()))
        told = "\n".join(_in_full(code, one) for code, one in self._found.items())
        self.setToolTip(told)
        self.setAccessibleName(tr("The clause library: {shares}", shares=told))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.retranslate()


def _share(code: str, one: Progress) -> str:
    written = tr("{percent} %", percent=in_digits(one.percent_written, current()))
    return f"{language_word(code)} {written}"


def _in_full(code: str, one: Progress) -> str:
    written = tr("{percent} % written", percent=in_digits(one.percent_written, current()))
    approved = tr("{percent} % approved", percent=in_digits(one.percent_approved, current()))
    return f"{language_word(code)}: {written}, {approved}"
