"""From a path to a connection, or to one clear sentence why not."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from advocate_desk.model.errors import DeskFileRefused
from advocate_desk.model.marked import marked
from advocate_desk.store import backups, lock, schema_state
from advocate_desk.store.connection import (
    Access,
    Connection,
    DatabaseError,
    connect,
    connect_reader,
    is_open_here,
)

_MAGIC = b"SQLite format 3\0"
_HEADER = 100
_QUICKLY_READ = 64_000_000  # bytes that are looked through while somebody waits for the window
_STATEMENT_TABLES = ("statements", "blocks", "renditions", "endorsements", "settings")
_APPLICATION_ID = slice(68, 72)


def inspect(path: Path) -> None:
    """Look at the first bytes of a file, before SQLite may touch it.

    A file that is open here already is a desk, and must not be opened past SQLite.

    Raises:
        DeskFileRefused: missing, unreadable or not a desk.
    """
    if is_open_here(path):
        return
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except FileNotFoundError as error:
        raise _refusal(
            path,
            marked("There is no desk at “{name}”."),
            marked("Check the name and the folder, or make a new desk."),
        ) from error
    except OSError as error:
        raise _refusal(path, marked("“{name}” cannot be read."), "") from error
    number = int.from_bytes(header[_APPLICATION_ID], "big")
    if not header.startswith(_MAGIC) or number != schema_state.APPLICATION_ID:
        raise _refusal(
            path,
            marked("“{name}” is not a desk of this program."),
            marked("A document is brought in with Import, after a desk was opened."),
        )


def lock_new(path: Path) -> lock.WriterLock:
    """The writer lock of a desk that does not exist yet.

    Raises:
        DeskFileRefused: there is a file already, or the folder is missing or not writable.
    """
    if not path.parent.is_dir():
        raise _refusal(
            path,
            marked("The folder for “{name}” does not exist."),
            marked("Choose a folder that exists."),
        )
    taken = lock.take(path)
    if path.exists():
        taken.release()
        raise _refusal(
            path,
            marked("There is already a file “{name}”."),
            marked("Open it, or choose another name."),
        )
    return taken


def lock_existing(path: Path) -> lock.WriterLock:
    """The writer lock of a desk that exists.

    Raises:
        DeskFileRefused: somebody else holds it, or the desk cannot be written to.
    """
    effective = os.access in os.supports_effective_ids
    if not os.access(path, os.W_OK, effective_ids=effective):
        raise _refusal(
            path,
            marked("“{name}” cannot be written to."),
            marked("Copy it to a folder of your own and open the copy."),
        )
    return lock.take(path)


def make(path: Path) -> Connection:
    """Make an empty desk under another name, give it its own, and open it.

    Raises:
        DeskFileRefused: the disk is full or cannot be written to.
    """
    unfinished = path.with_name(f"{path.name}.unfinished")
    try:
        _without(unfinished)
        connection = connect(unfinished, Access.MAKE)
        try:
            _migrate(connection)
        finally:
            connection.close()
        unfinished.replace(path)
        backups.flush_folder(path.parent)
        return connect(path, Access.WRITE)
    except (OSError, DatabaseError) as error:
        _without(unfinished)
        raise _refusal(
            path,
            marked("“{name}” could not be made."),
            marked("Check that the disk is not full and the folder can be written to."),
        ) from error


def writer(path: Path, now: str) -> Connection:
    """Open for writing; an older schema is brought up to date after a verified backup.

    Raises:
        DeskFileRefused: damaged or from the future.
    """
    connection = _checked(path, lambda: connect(path, Access.WRITE))
    try:
        if schema_state.pending(connection):
            backups.back_up(connection, path, now)
            _bring_up_to_date(path, connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _migrate(connection: Connection) -> None:
    from advocate_desk.store import migrations  # slow to import, and most desks are up to date

    migrations.apply(connection)


def _bring_up_to_date(path: Path, connection: Connection) -> None:
    try:
        _migrate(connection)
    except DatabaseError as error:
        raise _refusal(
            path,
            marked("“{name}” could not be brought up to date; it is as it was."),
            marked("A backup of it lies beside it. Please report this."),
        ) from error


def reader(path: Path) -> Connection:
    """Open for reading only.

    Raises:
        DeskFileRefused: damaged, from the future, or with an older schema.
    """
    connection = _checked(path, lambda: connect_reader(path))
    if schema_state.pending(connection):
        connection.close()
        raise _refusal(
            path,
            marked("“{name}” was made by an older version of the program."),
            marked("Open it for writing once, so that it is brought up to date."),
        )
    return connection


def second_reader(path: Path) -> Connection:
    """Open a desk for reading that is open already, and so was looked through before.

    Raises:
        DeskFileRefused: it was damaged meanwhile.
    """
    try:
        return connect_reader(path)
    except DatabaseError as error:
        raise damaged(path) from error


def _checked(path: Path, opened: Callable[[], Connection]) -> Connection:
    try:
        connection = opened()
    except DatabaseError as error:
        raise damaged(path) from error
    try:
        if not _is_sound(connection, path) or not schema_state.applied(connection):
            raise damaged(path)
        _refuse_the_future(path, connection)
    except DatabaseError as error:
        connection.close()
        raise damaged(path) from error
    except BaseException:
        connection.close()
        raise
    return connection


def _is_sound(connection: Connection, path: Path) -> bool:
    """Whether SQLite finds nothing wrong; of a large desk, in what its statements stand in.

    Looking through hundreds of megabytes takes seconds before the window shows anything. Backups
    are looked through as a whole.
    """
    looked = [""] if path.stat().st_size <= _QUICKLY_READ else _STATEMENT_TABLES
    asked = (f"('{table}')" if table else "(1)" for table in looked)
    return all(connection.value(f"PRAGMA quick_check{what}") == "ok" for what in asked)


def _refuse_the_future(path: Path, connection: Connection) -> None:
    if schema_state.unknown(connection):
        raise _refusal(
            path,
            marked("“{name}” was made by a newer version of the program."),
            marked("Install the newest version, then open it."),
        )


def damaged(path: Path) -> DeskFileRefused:
    """The refusal of a damaged desk; it names the newest backup, if there is one."""
    backup = backups.newest(path)
    if backup is None:
        return _refusal(
            path,
            marked("“{name}” is damaged."),
            marked("Open a copy of it from another disk or stick."),
        )
    return DeskFileRefused(
        marked("“{name}” is damaged."),
        advice=marked("Open its newest backup, “{backup}” in the folder “{folder}”."),
        name=path.name,
        backup=backup.name,
        folder=backup.parent.name,
    )


def _refusal(path: Path, message: str, advice: str) -> DeskFileRefused:
    return DeskFileRefused(message, advice=advice, name=path.name or str(path))


def _without(unfinished: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        with suppress(OSError):
            unfinished.with_name(unfinished.name + ending).unlink()
