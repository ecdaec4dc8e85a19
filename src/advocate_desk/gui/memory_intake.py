"""A large memory taken in by small parts, so that the window stays awake; all of it is one step."""

from __future__ import annotations

from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal

from advocate_desk.gui.operations import Operations
from advocate_desk.gui.widgets.status_line import StatusLine
from advocate_desk.language.catalog import tr
from advocate_desk.model.draft import ListedRow
from advocate_desk.model.memory import DraftMemory, Remembered

PART = 40


class MemoryIntake(QObject):
    """Takes a memory in; `done` tells how many pairs are new and which were left out.

    Cancelling takes back what was brought in, unless something else was done meanwhile: then the
    newest step is not this one, and it is the user's own.
    """

    done = Signal(int, object)

    def __init__(self, operations: Operations, status: StatusLine, draft: DraftMemory) -> None:
        super().__init__(operations)
        self._operations = operations
        self._status = status
        self._draft = draft
        self._run = uuid4().hex
        self._at = self._new = 0
        self._label = ""
        self._listed: list[ListedRow] = []
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._step)

    def start(self) -> None:
        """Begins with the first part."""
        self._status.begin(tr("Taking the memory in…"))
        self._status.cancelled.connect(self._cancel)
        self._turn.start()

    def _step(self) -> None:
        verb = self._operations.desk.memory.bring_in_part
        changes = self._operations.run(verb, self._draft, self._at, PART, self._run)
        if not isinstance(changes, Remembered):
            self._end()
            return
        self._new += len(changes.made)
        self._label = changes.label
        self._listed += changes.listed
        self._at += PART
        self._status.advance(self._at, len(self._draft.pairs))
        if self._at < len(self._draft.pairs):
            self._turn.start()
        else:
            self._end()
            self.done.emit(self._new, tuple(self._listed))

    def _cancel(self) -> None:
        self._end()
        history = self._operations.desk.history
        if self._new and history.undo_label == self._label:
            self._operations.run(history.undo)

    def _end(self) -> None:
        self._turn.stop()
        self._status.cancelled.disconnect(self._cancel)
        self._status.end()
        self.deleteLater()
