"""Looks for soft breaks ahead of time, a little in each turn of the event loop."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

from advocate_desk.language.breaks import soft_breaks

SLICE_SECONDS = 0.012


class BreakWarmer(QObject):
    """The segmenter remembers what it found, so laying out pages afterwards takes no time.

    A few new words are looked up at once; a whole statement takes some turns, and the window
    answers in between.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: deque[str] = deque()
        self._then: Callable[[], object] | None = None
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._work)

    @property
    def is_busy(self) -> bool:
        """Whether there is something left to look for."""
        return self._then is not None

    def warm(self, texts: Iterable[str], then: Callable[[], object]) -> None:
        """Looks for the breaks of texts, then calls `then`: now, if that takes no time."""
        self._waiting = deque(texts)
        self._then = then
        self._work()

    def stop(self) -> None:
        """Forgets what was waiting."""
        self._turn.stop()
        self._waiting.clear()
        self._then = None

    def _work(self) -> None:
        end = perf_counter() + SLICE_SECONDS
        while self._waiting and perf_counter() < end:
            soft_breaks(self._waiting.popleft())
        if self._waiting:
            self._turn.start()
            return
        then, self._then = self._then, None
        self._turn.stop()
        if then is not None:
            then()
