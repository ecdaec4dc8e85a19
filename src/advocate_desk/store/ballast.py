"""A file beside a desk that only takes up room, to be deleted when the disk is full.

Then there is room again for what somebody has just written, and time to make more.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

SIZE = 8 * 1024 * 1024
_PIECE = 1024 * 1024
# With less than this a disk counts as nearly full: one more backup may not fit.
_LITTLE = 2 * SIZE


def path_of(desk: Path) -> Path:
    """Where the ballast of a desk lies."""
    return desk.with_name(f"{desk.name}-ballast")


def lay(desk: Path) -> bool:
    """Put the ballast beside a desk if it is not there; whether it is there now."""
    path = path_of(desk)
    if path.exists():
        return True
    if is_nearly_full(desk):
        return False
    unfinished = path.with_name(f"{path.name}.unfinished")
    try:
        with unfinished.open("wb") as file:
            for _ in range(SIZE // _PIECE):
                file.write(os.urandom(_PIECE))  # a disk may squeeze anything else to nothing
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError:
        with suppress(OSError):
            unfinished.unlink()
        return False
    return True


def spend(desk: Path) -> bool:
    """Delete the ballast; whether that made room."""
    try:
        path_of(desk).unlink()
    except OSError:
        return False
    return True


def is_nearly_full(desk: Path) -> bool:
    """Whether there is little room left where a desk lies."""
    try:
        return shutil.disk_usage(desk.parent).free < _LITTLE
    except OSError:
        return False
