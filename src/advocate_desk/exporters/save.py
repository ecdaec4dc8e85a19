"""Writes a file for the user so that a power cut leaves the old file or the new one, whole."""

from __future__ import annotations

import os
import secrets
import sys
import time
from pathlib import Path

from advocate_desk.model.errors import ExportRefused
from advocate_desk.model.marked import marked

_LOCKED_FOR = 2.5
_PAUSE = 0.1


def save(path: Path, data: bytes) -> None:
    """Put the bytes where the user asked for them.

    Raises:
        ExportRefused: the file could not be written; what was there before is untouched.
    """
    try:
        _save(path, data)
    except OSError as problem:
        raise _refusal(path, problem) from problem


def _save(path: Path, data: bytes) -> None:
    # Not after the target: a long Khmer name fills what a file system allows a name to be.
    temporary = path.parent / f".{secrets.token_hex(6)}.part"
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            temporary.chmod(path.stat().st_mode & 0o777)
        _replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _replace(temporary: Path, path: Path) -> None:
    """Rename; on Windows a program that shows the old file may hold it for a moment."""
    until = time.monotonic() + (_LOCKED_FOR if sys.platform == "win32" else 0.0)
    while True:
        try:
            temporary.replace(path)
        except PermissionError:
            if time.monotonic() >= until:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _sync_folder(folder: Path) -> None:
    """Make the new name last; Windows has no way to ask for it and does it by itself."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _refusal(path: Path, problem: OSError) -> ExportRefused:
    if isinstance(problem, FileNotFoundError | NotADirectoryError):
        return ExportRefused(
            marked("The folder “{folder}” does not exist."),
            advice=marked("Choose another place."),
            folder=str(path.parent),
        )
    if isinstance(problem, PermissionError | IsADirectoryError):
        return ExportRefused(
            marked("“{file}” cannot be written."),
            advice=marked("Close the program that shows it, or choose another name."),
            file=path.name,
        )
    return ExportRefused(
        marked("“{file}” could not be written: {reason}."),
        advice=marked("The file that was there before is unchanged."),
        file=path.name,
        reason=problem.strerror or type(problem).__name__,
    )
