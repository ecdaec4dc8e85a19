"""One writer at a time: an operating system's lock on a file beside the desk.

The system gives such a lock up when its process ends, however it ends, so a lock file that was
left behind never locks anybody out. A lock inside the desk file itself would not do: SQLite takes
and drops its own locks there.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from advocate_desk.model.errors import DeskFileRefused
from advocate_desk.model.marked import marked


class WriterLock:
    """The right to write to a desk, held until `release`."""

    def __init__(self, path: Path, handle: int) -> None:
        self._path = path
        self._handle: int | None = handle

    def release(self) -> None:
        """Give the right up; harmless twice."""
        if self._handle is None:
            return
        handle, self._handle = self._handle, None
        if sys.platform == "win32":  # pragma: no cover - an open file cannot be deleted there
            os.close(handle)
            with suppress(OSError):
                self._path.unlink()
        else:  # deleted while still held, so that nobody can be holding the file that goes
            with suppress(OSError):
                self._path.unlink()
            os.close(handle)


def take(desk: Path) -> WriterLock:
    """Take the right to write to a desk.

    Raises:
        DeskFileRefused: somebody else holds it, or the folder cannot be written to.
    """
    real = desk.resolve()  # two names of one desk share one lock
    path = real.with_name(f"{real.name}-lock")
    while True:
        handle = _opened(path, desk)
        if not _locked(handle):
            os.close(handle)
            raise DeskFileRefused(
                marked("“{name}” is already open, here or in another program."),
                advice=marked("Close it there, then open it again."),
                name=desk.name,
            )
        if _is_still(path, handle):
            return WriterLock(path, handle)
        os.close(handle)  # its owner deleted the file between our opening and our locking it


def _opened(path: Path, desk: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    except OSError as error:
        raise DeskFileRefused(
            marked("The folder of “{name}” cannot be written to."),
            advice=marked("Choose another folder, or copy the desk to one you may write to."),
            name=desk.name,
        ) from error


def _is_still(path: Path, handle: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except OSError:
        return False


if sys.platform == "win32":  # pragma: no cover - Windows
    import msvcrt

    def _locked(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:  # somebody holds it, or the medium knows no locks: not safe either way
            return False
        return True
