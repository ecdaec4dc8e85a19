"""Verified copies of a desk in a folder beside it.

A copy is written under another name, opened again, checked and only then given its own name, so
whatever stands in the folder under a backup's name was whole when it was made.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from advocate_desk.model.errors import DeskError
from advocate_desk.model.marked import marked
from advocate_desk.store.connection import Access, Connection, DatabaseError, connect

_NAME = re.compile(r"(\d{8}T\d{6})Z(?:-(\d+))?\.desk")
# Of each kind of span the newest backup is kept, for this many spans (safety.md of the project).
_SPANS: tuple[tuple[int, Callable[[datetime], object]], ...] = (
    (14, lambda made: made.date()),
    (8, lambda made: made.isocalendar()[:2]),
    (6, lambda made: (made.year, made.month)),
)


def folder_of(desk: Path) -> Path:
    """The folder of a desk's backups, beside it."""
    return desk.with_name(f"{desk.name}-backups")


def back_up(connection: Connection, desk: Path, now: str) -> Path:
    """Write a verified copy of what was last committed; its path.

    Raises:
        DeskError: the copy could not be written, or did not come out whole.
    """
    folder = folder_of(desk)
    target = _free_name(folder, _moment(now))
    unfinished = target.with_suffix(".unfinished")
    try:
        folder.mkdir(exist_ok=True)
        _without(unfinished)
        connection.write_copy(unfinished)
        _verify(unfinished, connection)
        _settle(unfinished, target)
    except (OSError, DatabaseError) as error:
        _without(unfinished)
        raise DeskError(
            marked("No backup of “{name}” could be made, so nothing was changed."),
            advice=marked("Check that the disk is not full and the folder can be written to."),
            name=desk.name,
        ) from error
    _thin_out(folder, _moment(now))
    return target


def is_hour_over(start: str, now: str) -> bool:
    """Whether an hour has passed between two moments, or the clock went back."""
    passed = _moment(now) - _moment(start)
    return passed >= timedelta(hours=1) or passed < timedelta(0)


def newest(desk: Path) -> Path | None:
    """The newest backup of a desk, if there is one."""
    backups = _all(folder_of(desk))
    return backups[-1][2] if backups else None


def kept(moments: list[datetime], now: datetime) -> set[datetime]:
    """Which backups stay: all of the last day, then the newest of days, weeks and months."""
    found = {moment for moment in moments if now - moment < timedelta(days=1)}
    for count, span in _SPANS:
        newest_of = {span(moment): moment for moment in sorted(moments)}
        found.update(sorted(newest_of.values())[-count:])
    return found


def _without(unfinished: Path) -> None:
    with suppress(OSError):
        unfinished.unlink()


def _free_name(folder: Path, moment: datetime) -> Path:
    stem, number = f"{moment:%Y%m%dT%H%M%S}Z", 1
    target = folder / f"{stem}.desk"
    while target.exists():
        number += 1
        target = folder / f"{stem}-{number}.desk"
    return target


def _verify(copy: Path, original: Connection) -> None:
    """Open a copy, check it whole and count its rows against the original's."""
    found = connect(copy, Access.FROZEN)
    try:
        checks = found.all("PRAGMA integrity_check") + found.all("PRAGMA foreign_key_check")
        if checks != [("ok",)] or _counts(found) != _counts(original):
            raise OSError("the copy is not whole")
    finally:
        found.close()


def _counts(connection: Connection) -> list[tuple[str, int]]:
    tables = connection.all(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' ORDER BY name"
    )
    return [
        (name, connection.value(f'SELECT count(*) FROM main."{name}"'))  # noqa: S608 - own tables
        for (name,) in tables
    ]


def _settle(unfinished: Path, target: Path) -> None:
    """Give a whole copy its name, in a way that a power cut leaves whole too."""
    with unfinished.open("r+b") as file:
        os.fsync(file.fileno())
    unfinished.replace(target)
    flush_folder(target.parent)


def flush_folder(folder: Path) -> None:
    """Have the names in a folder written to the disk; Windows does so by itself."""
    if sys.platform == "win32":  # pragma: no cover - not there
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _thin_out(folder: Path, now: datetime) -> None:
    backups = _all(folder)
    stay = kept([moment for moment, _number, _path in backups], now)
    for moment, _number, path in backups:
        if moment not in stay:
            path.unlink(missing_ok=True)


def _all(folder: Path) -> list[tuple[datetime, int, Path]]:
    """The backups in a folder, the oldest first: when each was made, its number, its path."""
    paths = folder.glob("*.desk") if folder.is_dir() else ()
    found = ((_NAME.fullmatch(path.name), path) for path in paths)
    return sorted((_moment(f"{name[1]}Z"), int(name[2] or 1), path) for name, path in found if name)


def _moment(now: str) -> datetime:
    moment = datetime.fromisoformat(now)
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
