"""One desk: its file, its writer lock, its steps and its one undo history."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING  # noqa: TID251 - rows that load late, see docs/decisions/0004

from advocate_desk.model.errors import DeskFileRefused
from advocate_desk.model.marked import marked
from advocate_desk.store import backups, ballast, opening
from advocate_desk.store.blocks import BlockRows
from advocate_desk.store.connection import Connection, DatabaseError
from advocate_desk.store.consents import ConsentRows
from advocate_desk.store.editions import EditionRows
from advocate_desk.store.endorsements import EndorsementRows
from advocate_desk.store.endorsers import EndorserRows
from advocate_desk.store.journal import Entry, Journal, Touched
from advocate_desk.store.lock import WriterLock
from advocate_desk.store.looks import ImageRows, OwnFiles
from advocate_desk.store.registry import RegistryRows
from advocate_desk.store.search import ClauseSearch, IndexWords
from advocate_desk.store.settings import SettingRows
from advocate_desk.store.statements import StatementRows

if TYPE_CHECKING:
    from advocate_desk.store.check_choices import CheckChoiceRows
    from advocate_desk.store.clauses import ClauseRows
    from advocate_desk.store.comments import CommentRows
    from advocate_desk.store.endorsement_list import EndorsementListRows
    from advocate_desk.store.memory import MemoryRows
    from advocate_desk.store.progress import ProgressRows
    from advocate_desk.store.terms import TermRows

_OF_TERMS = frozenset({"terms", "term_texts", "forbidden_forms"})


class DeskFile:
    """An open desk; every write happens inside `step`, every step is one undo entry.

    `touched` tells the tables and rows the last step, undo or redo changed
    (`touched.tables`, `touched.ids("blocks")`).
    """

    def __init__(
        self,
        path: Path,
        connection: Connection,
        lock: WriterLock | None,
        now: Callable[[], str],
        new_id: Callable[[], str],
    ) -> None:
        self.path = path
        self.now = now
        self.new_id = new_id
        self.author = ""
        self.read_only = lock is None
        self.touched = Touched()
        self._connection: Connection | None = connection
        self._lock = lock
        self._journal = None if lock is None else Journal(connection)
        self._open_step: Entry | None = None
        self._changed = False
        self._counted_from = ""
        connection.make_room = self._spend_ballast
        self._make_rows(connection)

    def _make_rows(self, connection: Connection) -> None:
        self._search = ClauseSearch(connection, follows=not self.read_only)
        self.statements = StatementRows(connection, self.now)
        self.blocks = BlockRows(connection)
        self.endorsers = EndorserRows(connection)
        self.registry = RegistryRows(connection, self.endorsers)
        self.endorsements = EndorsementRows(connection, self.endorsers)
        self.consents = ConsentRows(connection)
        self.editions = EditionRows(connection)
        self.settings = SettingRows(connection)
        self._memory: MemoryRows | None = None
        self.images = ImageRows(connection)
        self.styles = OwnFiles(connection, "styles")
        self.letterheads = OwnFiles(connection, "letterheads")
        self._terms: TermRows | None = None

    @property
    def terms(self) -> TermRows:
        """The glossary; what finds its terms in texts is loaded when it is first asked for."""
        from advocate_desk.store.terms import TermRows

        if self._terms is None:
            self._terms = TermRows(self._connected())
        return self._terms

    @cached_property
    def listed(self) -> EndorsementListRows:
        """Lists of endorsers as a table reads them; loaded when one is first shown."""
        from advocate_desk.store.endorsement_list import EndorsementListRows

        return EndorsementListRows(self._connected())

    @cached_property
    def clauses(self) -> ClauseRows:
        """The library; loaded when it is first asked for, because writing needs nothing of it."""
        from advocate_desk.store.clauses import ClauseRows

        return ClauseRows(self._connected(), self._search, self.now)

    @cached_property
    def check_choices(self) -> CheckChoiceRows:
        """What statements are not checked by."""
        from advocate_desk.store.check_choices import CheckChoiceRows

        return CheckChoiceRows(self._connected())

    @cached_property
    def comments(self) -> CommentRows:
        """The comments on blocks."""
        from advocate_desk.store.comments import CommentRows

        return CommentRows(self._connected())

    @cached_property
    def progress(self) -> ProgressRows:
        """How far the library is translated."""
        from advocate_desk.store.progress import ProgressRows

        return ProgressRows(self._connected())

    @property
    def memory(self) -> MemoryRows:
        """The translation memory; from its first use on, its index follows every step."""
        from advocate_desk.store.memory import MemoryRows

        if self._memory is None:
            self._memory = MemoryRows(self._connected(), follows=not self.read_only)
        return self._memory

    @contextmanager
    def step(self, label: str, *, merge: str = "") -> Iterator[None]:
        """One transaction and one undo entry; nothing of it stays if the body raises.

        A step inside a step joins it (if it raises, its own changes are taken back, and everything
        if nobody catches the exception). With a non-empty `merge`, the step extends the history's
        top entry if that one has the same `merge`. A step that changed nothing leaves no entry.

        Raises:
            DeskFileRefused: the desk is open for reading only.
            DeskError: the disk is full or cannot be written to.
        """
        journal = self._writable()
        if self._open_step is not None:
            with self._connected().part():
                yield
            return
        with self._connected().transaction():
            entry = self._open_step = journal.begin(label, merge)
            try:
                yield
                touched = self._closing(journal)
                if touched.rows:
                    journal.forget_before(entry)
            finally:
                self._open_step = None
        self.touched = touched
        if touched.rows:
            journal.keep(entry)
            self._changed = True

    @property
    def in_step(self) -> bool:
        """Whether a step is open: nothing can be undone, backed up or closed meanwhile."""
        return self._open_step is not None

    @property
    def undo_label(self) -> str:
        """The label of the step `undo` would take back; empty if there is none."""
        return self._journal.undo_label if self._journal else ""

    @property
    def redo_label(self) -> str:
        """The label of the step `redo` would bring back; empty if there is none."""
        return self._journal.redo_label if self._journal else ""

    def undo(self) -> str | None:
        """Take the last step back; its label, or None if there was none."""
        return self._replay(redo=False)

    def redo(self) -> str | None:
        """Bring the step undone last back; its label, or None if there was none."""
        return self._replay(redo=True)

    def back_up(self) -> Path:
        """Write a verified copy into the backups folder beside the desk; its path.

        Raises:
            DeskError: the copy could not be written.
        """
        if self._open_step is not None:
            raise RuntimeError("a backup cannot be made inside a step")
        now = self.now()
        made = backups.back_up(self._connected(), self.path, now)
        self._changed, self._counted_from = False, now
        return made

    @property
    def has_unkept_changes(self) -> bool:
        """Whether something was written since the desk was opened or last backed up."""
        return self._changed

    def keep(self) -> Path | None:
        """Lay the ballast, and back up if something changed and the hour is over.

        Raises:
            DeskError: a backup is due and could not be written.
        """
        if self.read_only or self.in_step:
            return None
        ballast.lay(self.path)
        if not self._changed:
            return None
        now = self.now()
        self._counted_from = self._counted_from or now
        return self.back_up() if backups.is_hour_over(self._counted_from, now) else None

    def _spend_ballast(self) -> bool:
        return ballast.spend(self.path)

    def twin(self) -> DeskFile:
        """A second, read-only connection to the same desk, for another thread."""
        opened = opening.second_reader(self.path)
        twin = _desk(self.path, opened, None, self.now, self.new_id)
        twin.share_words(self._search.words)
        twin.author = self.author
        return twin

    def share_words(self, words: IndexWords) -> None:
        """Use the words of the index that another connection to this desk has read."""
        self._search.words = words

    def close(self) -> None:
        """Fold the write-ahead log in, close and give the writer lock up; harmless twice."""
        if self._open_step is not None:
            raise RuntimeError("a desk cannot be closed inside a step")
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        if self._lock is not None:
            self._lock.release()

    def _replay(self, *, redo: bool) -> str | None:
        journal = self._writable()
        if self._open_step is not None:
            raise RuntimeError("nothing can be undone inside a step")
        if not (journal.redo_label if redo else journal.undo_label):
            return None
        with self._connected().transaction():
            with self._search.forgetting(journal.waiting("clauses", redo=redo)):
                entry = journal.begin_replay(redo=redo)
            touched = self._closing(journal)
        journal.keep_replay(entry, redo=redo)
        self.touched = touched
        self._changed = True
        return entry.label

    def _closing(self, journal: Journal) -> Touched:
        """What is left to do at the end of every transaction, inside it."""
        self._search.refresh()
        if self._memory is not None:
            self._memory.refresh()
        touched = journal.end()
        if self._terms is not None and touched.tables & _OF_TERMS:
            self._terms.forget()
        return touched

    def _writable(self) -> Journal:
        if self._journal is None:
            raise DeskFileRefused(marked("“{name}” is open for reading only."), name=self.path.name)
        return self._journal

    def _connected(self) -> Connection:
        if self._connection is None:
            raise RuntimeError("the desk is closed")
        return self._connection


def create(path: Path, *, now: Callable[[], str], new_id: Callable[[], str]) -> DeskFile:
    """Make an empty desk and open it for writing.

    Raises:
        DeskFileRefused: there is a file already, or the folder is missing or not writable.
    """
    path = Path(path)
    lock = opening.lock_new(path)
    try:
        return _desk(path, opening.make(path), lock, now, new_id)
    except BaseException:
        lock.release()
        raise


def open_desk(
    path: Path, *, now: Callable[[], str], new_id: Callable[[], str], read_only: bool = False
) -> DeskFile:
    """Open a desk, after a verified backup where its schema must be brought up to date.

    Raises:
        DeskFileRefused: missing, not a desk, damaged, from the future, locked by another writer,
            or not writable.
    """
    path = Path(path)
    opening.inspect(path)
    if read_only:
        return _desk(path, opening.reader(path), None, now, new_id)
    lock = opening.lock_existing(path)
    try:
        return _desk(path, opening.writer(path, now()), lock, now, new_id)
    except BaseException:
        lock.release()
        raise


def _desk(
    path: Path,
    connection: Connection,
    lock: WriterLock | None,
    now: Callable[[], str],
    new_id: Callable[[], str],
) -> DeskFile:
    try:
        return DeskFile(path, connection, lock, now, new_id)
    except DatabaseError as error:  # a table of the schema is gone
        connection.close()
        raise opening.damaged(path) from error
