"""What is being typed, handed to the desk after a pause and before anything else happens.

Somebody who never pauses is not kept waiting for it: what they type is handed over regularly.
"""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QObject, QTimer

from advocate_desk.gui.models.block_rows import HEADING
from advocate_desk.gui.operations import Operations
from advocate_desk.gui.widgets.text_cell import TextCell
from advocate_desk.model.ids import new_id

PAUSE = 600
LONGEST_WAIT = 2000
BURST_SECONDS = 3.0


class Typing(QObject):
    """Commits one cell at a time; quick bursts in one cell become one step of the history."""

    def __init__(self, operations: Operations, parent: QObject) -> None:
        super().__init__(parent)
        self._operations = operations
        self._cell: TextCell | None = None
        self._burst = ""
        self._burst_cell: tuple[str, str, str] = ("", "", "")
        self._last_commit = 0.0
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.commit)
        self._longest = QTimer(self, singleShot=True, interval=LONGEST_WAIT)
        self._longest.timeout.connect(self.commit)
        operations.requested.connect(self.commit)

    def note(self, cell: TextCell) -> None:
        """Somebody typed in a cell: commits it when they pause, or when they have not for long."""
        if self._cell is not cell:
            self.commit()
        self._cell = cell
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def commit(self) -> None:
        """Hands over what was typed, now."""
        self._pause.stop()
        self._longest.stop()
        cell, self._cell = self._cell, None
        text = cell.hand_over() if cell is not None else None
        if cell is None or text is None:
            return
        written = {cell.field if cell.field == HEADING else "body": text}
        self._operations.run(
            self._operations.desk.drafting.write,
            cell.block_id,
            cell.language,
            heading=written.get("heading"),
            body=written.get("body"),
            burst=self._burst_of(cell),
        )

    def _burst_of(self, cell: TextCell) -> str:
        which = (cell.block_id, cell.language, cell.field)
        now = monotonic()
        if which != self._burst_cell or now - self._last_commit > BURST_SECONDS:
            self._burst, self._burst_cell = new_id(), which
        self._last_commit = now
        return self._burst

    def end_burst(self) -> None:
        """What is typed next is a step of its own."""
        self._burst_cell = ("", "", "")
