"""A withheld name is shown while its row is held down, with the mouse or the space bar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QTableView
from typing_extensions import override

HOLD_MS = 250
_ENDS = frozenset({QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.WindowDeactivate})


class HoldToReveal(QObject):
    """Watches a table; `row` is the row that is held down, or -1. `may` says of a cell if it may."""

    def __init__(self, table: QTableView, may: Callable[[int, int], bool]) -> None:
        super().__init__(table)
        self.row = -1
        self._table = table
        self._may = may
        self._pressed = -1
        self._clock = QTimer(self, singleShot=True, interval=HOLD_MS)
        self._clock.timeout.connect(self._reveal)
        table.installEventFilter(self)
        table.viewport().installEventFilter(self)
        table.model().modelReset.connect(self.let_go)  # another name may stand in the row then

    def _want(self, row: int, column: int) -> None:
        if row >= 0 and self._may(row, column):
            self._pressed = row
            self._clock.start()

    def _reveal(self) -> None:
        self.row = self._pressed
        self._table.viewport().update()

    def let_go(self) -> None:
        """Masks whatever is shown."""
        self._clock.stop()
        if self.row >= 0:
            self.row = -1
            self._table.viewport().update()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _ENDS:
            self.let_go()
        elif isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space:
            return self._note_space(event)
        elif isinstance(event, QMouseEvent) and watched is self._table.viewport():
            self._note_mouse(event)
        return False

    def _note_space(self, event: QKeyEvent) -> bool:
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            return False
        if event.isAutoRepeat():
            return True
        if event.type() is QEvent.Type.KeyRelease:
            self.let_go()
        else:
            index = self._table.currentIndex()
            self._want(index.row(), -1)
        return True

    def _note_mouse(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        row = self._table.rowAt(place.y())
        if event.type() is QEvent.Type.MouseButtonPress:
            if event.button() is Qt.MouseButton.LeftButton:
                self._want(row, self._table.columnAt(place.x()))
        elif event.type() is QEvent.Type.MouseButtonRelease or row != self._pressed:
            self.let_go()
