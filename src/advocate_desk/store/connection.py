"""The only module that opens a connection to a desk; a passphrase would be set here and nowhere else.

SQLCipher's build of SQLite is used without a key. It has to stand in for `pysqlite3` before
`sqlite_utils` is imported (late, by the migrations), or that library catches the exception classes
of another SQLite.
"""

from __future__ import annotations

import json
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from enum import Enum
from pathlib import Path
from typing import Any

import sqlcipher3

sys.modules["pysqlite3"] = sqlcipher3
sys.modules["pysqlite3.dbapi2"] = sqlcipher3.dbapi2

from advocate_desk.model.errors import DeskError, DiskFull  # noqa: E402 - kept after the stand-in
from advocate_desk.model.marked import marked  # noqa: E402 - as above

DatabaseError: type[Exception] = sqlcipher3.DatabaseError
IntegrityError: type[Exception] = sqlcipher3.IntegrityError
OperationalError: type[Exception] = sqlcipher3.OperationalError

BUSY_SECONDS = 5

# In this order, at once after opening; a key would come before all of them.
_PRAGMAS = (
    "cipher_log_level=NONE",
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "recursive_triggers=ON",  # a replaced row is a deleted row for the journal too
)
_PRAGMAS_OF_A_READER = (
    "cipher_log_level=NONE",
    "foreign_keys=ON",
    "temp_store=MEMORY",
    "query_only=ON",
)


class Access(Enum):
    """How a connection may use the file: SQLite's URI parameter, and whether it only reads."""

    MAKE = ("mode=rwc", False)
    WRITE = ("mode=rw", False)
    READ = ("mode=rw", True)  # it may fold the write-ahead log in when it closes
    READ_ONLY_FILE = ("mode=ro", True)  # on a medium that cannot be written to
    FROZEN = ("immutable=1", True)  # … and without a write-ahead log beside the file

    @property
    def uri_parameter(self) -> str:
        """What stands behind the question mark of the URI."""
        return self.value[0]

    @property
    def is_reader(self) -> bool:
        """Whether nothing may be changed through the connection."""
        return self.value[1]


class OutsideStepError(RuntimeError):
    """A write outside a step: a fault of the program, never of its user."""


Row = tuple[Any, ...]

# POSIX drops all locks of a process on a file when the process closes any handle on it. So a desk
# that has a connection here must not be opened in any other way, not even to look at it.
_open_here: Counter[Path] = Counter()
_open_here_lock = threading.Lock()


def is_open_here(path: Path) -> bool:
    """Whether this process has a connection to a desk, so that its file is not to be touched."""
    return _open_here[path.resolve()] > 0


def _count_open(path: Path, by: int) -> None:
    with _open_here_lock:
        _open_here[path] += by


def as_list(ids: Iterable[str]) -> str:
    """Ids as one parameter, for `IN (SELECT value FROM json_each(?))`."""
    return json.dumps(list(ids))


class Connection:
    """Rows in and out of one SQLite connection.

    `write` insists on an open transaction, and `DeskFile.step` is the only one who opens one.
    """

    def __init__(self, raw: Any, path: Path) -> None:  # noqa: ANN401 - sqlcipher3 has no types
        self.raw = raw
        self._path = path
        _count_open(path, 1)
        # Called when the disk is full; whether there is room now.
        self.make_room: Callable[[], bool] = _nothing_to_give

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""
        return bool(self.raw.in_transaction)

    def all(self, sql: str, *parameters: object) -> list[Row]:
        """Every row of a query."""
        rows: list[Row] = self.raw.execute(sql, parameters).fetchall()
        return rows

    def first(self, sql: str, *parameters: object) -> Row | None:
        """The first row of a query, if it has one."""
        row: Row | None = self.raw.execute(sql, parameters).fetchone()
        return row

    def value(self, sql: str, *parameters: object) -> Any:  # noqa: ANN401 - whatever the column holds
        """The first column of the first row, None without a row."""
        row = self.first(sql, *parameters)
        return row[0] if row else None

    def write(self, sql: str, *parameters: object) -> int:
        """Run one writing statement inside a step; how many rows it touched."""
        self._insist_on_step()
        return int(self.raw.execute(sql, parameters).rowcount)

    def write_many(self, sql: str, rows: Iterable[Row]) -> None:
        """Run one writing statement for each row of parameters, inside a step."""
        self._insist_on_step()
        self.raw.executemany(sql, rows)

    def script(self, *statements: str) -> None:
        """Run statements that are not content: pragmas, temporary tables and triggers."""
        for statement in statements:
            self.raw.execute(statement)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """One immediate transaction; it is rolled back if the body raises."""
        with refusals_of_the_disk(self.make_room):
            self.raw.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.raw.execute("COMMIT")
            except BaseException:
                self._roll_back()
                raise

    @contextmanager
    def part(self) -> Iterator[None]:
        """A part of the open transaction that is taken back by itself if the body raises."""
        self.raw.execute("SAVEPOINT part")  # the innermost of that name is meant below
        try:
            yield
        except BaseException:
            if self.in_transaction:  # an error may have taken the whole transaction with it
                self.raw.execute("ROLLBACK TO part")
                self.raw.execute("RELEASE part")
            raise
        self.raw.execute("RELEASE part")

    def write_copy(self, target: Path) -> None:
        """Write a compact copy of the desk as the last commit left it into a new file."""
        reads_only = self._reads_only()
        self.script("PRAGMA query_only=OFF")
        try:
            self.raw.execute("VACUUM INTO ?", (str(target),))
        finally:
            self.script(f"PRAGMA query_only={'ON' if reads_only else 'OFF'}")

    def close(self) -> None:
        """Close; the last writer folds the write-ahead log into the file, without waiting long."""
        if not self._reads_only():
            self.script("PRAGMA busy_timeout=200")
            with suppress(DatabaseError):  # a reader elsewhere still needs the log
                self.all("PRAGMA wal_checkpoint(TRUNCATE)")
        self.raw.close()
        _count_open(self._path, -1)

    def _reads_only(self) -> bool:
        return bool(self.value("PRAGMA query_only"))

    def _insist_on_step(self) -> None:
        if not self.in_transaction:
            raise OutsideStepError("a desk is written to inside a step only")

    def _roll_back(self) -> None:
        if self.raw.in_transaction:  # SQLite itself rolls back on some errors, such as a full disk
            self.raw.execute("ROLLBACK")


def _nothing_to_give() -> bool:
    return False


_FULL = marked("The disk is full, so the last change was not saved.")
_MAKE_ROOM = marked("Delete something you do not need, then do it again.")
_DO_AGAIN = marked("A reserve was freed: do it again now, then delete something you do not need.")
_REFUSALS = {
    "SQLITE_IOERR": (
        marked("The disk could not be written to, so the last change was not saved."),
        marked("Check that the disk or stick is still connected."),
    ),
    "SQLITE_BUSY": (
        marked("Another program is writing to the desk, so the last change was not saved."),
        marked("Close that program, then do it again."),
    ),
}


@contextmanager
def refusals_of_the_disk(make_room: Callable[[], bool]) -> Iterator[None]:
    """Turn SQLite's complaints about a full, failing or busy disk into refusals.

    Raises:
        DiskFull: the disk is full; by now `make_room` has been called.
        DeskError: the disk cannot be written to, or another program writes there.
    """
    try:
        yield
    except OperationalError as error:
        name = getattr(error, "sqlite_errorname", "")
        if name.startswith("SQLITE_FULL"):
            freed = make_room()
            raise DiskFull(_FULL, advice=_DO_AGAIN if freed else _MAKE_ROOM, freed=freed) from error
        found = next((texts for begin, texts in _REFUSALS.items() if name.startswith(begin)), None)
        if found is None:
            raise
        message, advice = found
        raise DeskError(message, advice=advice) from error


def connect(path: Path, access: Access) -> Connection:
    """Open a connection with the pragmas every desk needs.

    A reader's connection may be made in one thread and used in another, never in two at once.
    """
    real = path.resolve()
    raw = sqlcipher3.connect(
        f"{real.as_uri()}?{access.uri_parameter}",
        uri=True,
        isolation_level=None,
        timeout=BUSY_SECONDS,
        check_same_thread=not access.is_reader,
    )
    try:
        _prepare(raw, access)
    except BaseException:
        raw.close()
        raise
    return Connection(raw, real)


def _prepare(raw: Any, access: Access) -> None:  # noqa: ANN401 - sqlcipher3 has no types
    for pragma in _PRAGMAS_OF_A_READER if access.is_reader else _PRAGMAS:
        raw.execute(f"PRAGMA {pragma}").fetchall()


def connect_reader(path: Path) -> Connection:
    """Open a reader's connection, on media that cannot be written to as well."""
    try:
        return _tried(path, Access.READ)
    except OperationalError:
        log = path.with_name(f"{path.name}-wal")
        return _tried(path, Access.READ_ONLY_FILE if log.exists() else Access.FROZEN)


def _tried(path: Path, access: Access) -> Connection:
    """A connection that has read something, because SQLite looks at a file only then."""
    connection = connect(path, access)
    try:
        connection.value("SELECT count(*) FROM sqlite_schema")
    except BaseException:
        connection.close()
        raise
    return connection
