"""The glossary as the window knows it: read aside, handed to whoever shows terms."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from advocate_desk.desk.desk import Desk
from advocate_desk.gui.operations import Job, Operations, Progress
from advocate_desk.model.changes import Area, Changes
from advocate_desk.model.kinds import SHIPPED_LANGUAGES
from advocate_desk.model.term import NO_TERMS, Terms

PAUSE = 300  # milliseconds: the text is there first


class KnownTerms(QObject):
    """Preparing thousands of terms takes a moment, in which nobody at the window waits."""

    read = Signal()

    def __init__(self, operations: Operations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._job: Job | None = None
        self.terms = NO_TERMS
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.look)
        self._pause.start()
        operations.changed.connect(self._note_changes)

    def _note_changes(self, changes: Changes) -> None:
        if Area.TERMS in changes.areas:
            self.look()

    def look(self) -> None:
        """Reads the terms as they are now."""
        self._pause.stop()
        if self._job is not None:
            self._job.cancel()
        self._job = self._operations.run_aside(_prepared, self._take)

    def _take(self, terms: Terms) -> None:
        self._job = None
        if terms or self.terms:
            self.terms = terms
            self.read.emit()


def _prepared(desk: Desk, _progress: Progress) -> Terms:
    terms = desk.glossary.terms()
    for code in SHIPPED_LANGUAGES:
        terms.find("?", code)
    return terms
