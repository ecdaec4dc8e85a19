"""Work that is done a little in each turn of the event loop, so that the window answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

SLICE_SECONDS = 0.012


class Turns(QObject):
    """Takes steps until they are done or others are wanted; a little work is done at once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Iterator[None] = iter(())
        self._then: Callable[[], object] | None = None
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._work)

    @property
    def is_busy(self) -> bool:
        """Whether there is something left to do."""
        return self._then is not None

    def run(self, steps: Iterator[None], then: Callable[[], object]) -> None:
        """Takes the steps instead of those under way, then calls `then`."""
        self._steps, self._then = steps, then
        self._work()

    def stop(self) -> None:
        """Forgets what is under way."""
        self._turn.stop()
        self._steps, self._then = iter(()), None

    def _work(self) -> None:
        end = perf_counter() + SLICE_SECONDS
        for _ in self._steps:
            if perf_counter() >= end:
                self._turn.start()
                return
        then = self._then
        self.stop()
        if then is not None:
            then()
