"""Text cells that wait for their soft breaks, served one at a time when the window is idle."""

from __future__ import annotations

from collections import deque
from typing import Protocol
from weakref import ReferenceType, ref

import shiboken6
from PySide6.QtCore import QObject, QTimer

BREATH = 80  # milliseconds for the text to be painted as it is


class Breakable(Protocol):
    """A cell whose soft breaks can be put in place."""

    def break_now(self) -> None:
        """Puts the soft breaks where they belong."""
        ...


class BreakQueue(QObject):
    """Segmenting a paragraph takes some milliseconds: so one cell per turn of the event loop."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[ReferenceType[Breakable]] = deque()
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._serve_one)

    def add(self, cell: Breakable) -> None:
        """Serves the cell after those that came before it."""
        if not self._waiting:
            self._turn.start(BREATH)
        self._waiting.append(ref(cell))

    def serve_all(self) -> None:
        """Serves everybody now: for pictures and for tests."""
        while self._waiting:
            self._serve_one()

    def _serve_one(self) -> None:
        self._turn.setInterval(0)
        cell = self._waiting.popleft()() if self._waiting else None
        if not self._waiting:
            self._turn.stop()
        if cell is not None and shiboken6.isValid(cell):
            cell.break_now()
