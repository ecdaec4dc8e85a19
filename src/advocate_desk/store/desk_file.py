"""One desk: its file, its writer lock, its steps and its one undo history."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from advocate_desk.store.blocks import BlockRows
from advocate_desk.store.clauses import ClauseRows
from advocate_desk.store.editions import EditionRows
from advocate_desk.store.endorsements import EndorsementRows
from advocate_desk.store.endorsers import EndorserRows
from advocate_desk.store.journal import Touched
from advocate_desk.store.settings import SettingRows
from advocate_desk.store.statements import StatementRows


class DeskFile:
    """An open desk; every write happens inside `step`, every step is one undo entry.

    `touched` tells the tables and rows the last step, undo or redo changed
    (`touched.tables`, `touched.ids("blocks")`).
    """

    path: Path
    read_only: bool
    touched: Touched
    statements: StatementRows
    blocks: BlockRows
    clauses: ClauseRows
    endorsers: EndorserRows
    endorsements: EndorsementRows
    editions: EditionRows
    settings: SettingRows

    def now(self) -> str:
        """The time, ISO 8601 in UTC."""
        raise NotImplementedError

    def new_id(self) -> str:
        """A fresh UUIDv7."""
        raise NotImplementedError

    @contextmanager
    def step(self, label: str, *, merge: str = "") -> Iterator[None]:
        """One transaction and one undo entry; nothing of it stays if the body raises.

        A step inside a step joins it. With a non-empty `merge`, the step extends the history's
        top entry if that one has the same `merge`. A step that changed nothing leaves no entry.
        """
        raise NotImplementedError
        yield

    @property
    def undo_label(self) -> str:
        """The label of the step `undo` would take back; empty if there is none."""
        raise NotImplementedError

    @property
    def redo_label(self) -> str:
        """The label of the step `redo` would bring back; empty if there is none."""
        raise NotImplementedError

    def undo(self) -> str | None:
        """Take the last step back; its label, or None if there was none."""
        raise NotImplementedError

    def redo(self) -> str | None:
        """Bring the step undone last back; its label, or None if there was none."""
        raise NotImplementedError

    def back_up(self) -> Path:
        """Write a verified copy into the backups folder beside the desk; its path."""
        raise NotImplementedError

    def twin(self) -> DeskFile:
        """A second, read-only connection to the same desk, for another thread."""
        raise NotImplementedError

    def close(self) -> None:
        """Fold the write-ahead log in, close and give the writer lock up; harmless twice."""
        raise NotImplementedError


def create(path: Path, *, now: Callable[[], str], new_id: Callable[[], str]) -> DeskFile:
    """Make an empty desk and open it for writing.

    Raises:
        DeskFileRefused: there is a file already, or the folder is missing or not writable.
    """
    raise NotImplementedError


def open_desk(
    path: Path, *, now: Callable[[], str], new_id: Callable[[], str], read_only: bool = False
) -> DeskFile:
    """Open a desk, after a verified backup where its schema must be brought up to date.

    Raises:
        DeskFileRefused: missing, not a desk, damaged, from the future, locked by another writer,
            or not writable.
    """
    raise NotImplementedError
