"""Bugs nobody caught: Python would print them to a console that nobody sees."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from advocate_desk.desk.crash_reports import write_crash_report


class Bugs:
    """Writes a report of each bug that came up to Qt, once for each place it happens at.

    A bug in the painting of a window would otherwise fill the disk with reports.
    """

    def __init__(self, reports: Path, tell: Callable[[str], None]) -> None:
        self._reports = reports
        self._tell = tell
        self._known: set[tuple[type[BaseException], str, int]] = set()

    def watch(self) -> None:
        """Takes the place of Python's own way to tell of errors nobody caught."""
        sys.excepthook = self.note

    def note(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Writes a report, tells of it and goes on; what ends the program is left to Python."""
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        place = (kind, *_place(trace))
        if place not in self._known:
            self._known.add(place)
            self._tell(str(write_crash_report(error, self._reports)))


def _place(trace: TracebackType | None) -> tuple[str, int]:
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return (trace.tb_frame.f_code.co_filename, trace.tb_lineno) if trace else ("", 0)
