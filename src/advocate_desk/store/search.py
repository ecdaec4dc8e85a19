"""Keeps the search index of the library, and the keys by which texts are compared.

The index is filled by the store at the end of each step, and not by triggers that call a Python
function: such triggers would stand in the file, where no other program could change a clause any
more, and would index a clause anew for every rendition. Temporary triggers only note which
clauses changed, and so undo, redo and cascades are seen too. What is in the index is made by
`clause_entries`, what is found in it by `clause_finder`; both are loaded when they are needed.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from advocate_desk.language.khmer import fold
from advocate_desk.store.connection import Connection

_VOCABULARY = "SELECT term FROM clause_search_terms WHERE col = 'text'"
_TABLES = ("clause_heads", "clause_search", "clause_sketches")
_MANY = 200
_AT_ONCE = 2000  # clauses whose texts are held in memory while they are indexed

_STALE = (
    "CREATE TEMP TABLE search_stale (clause_id)",
    """CREATE TEMP TRIGGER search_clauses_insert AFTER INSERT ON main.clauses
        BEGIN INSERT INTO search_stale VALUES (NEW.id); END""",
    """CREATE TEMP TRIGGER search_clauses_update AFTER UPDATE OF topic, description, folder_id
        ON main.clauses BEGIN INSERT INTO search_stale VALUES (NEW.id); END""",
    """CREATE TEMP TRIGGER search_tags_insert AFTER INSERT ON main.clause_tags
        BEGIN INSERT INTO search_stale VALUES (NEW.clause_id); END""",
    """CREATE TEMP TRIGGER search_tags_delete AFTER DELETE ON main.clause_tags
        BEGIN INSERT INTO search_stale VALUES (OLD.clause_id); END""",
    """CREATE TEMP TRIGGER search_targets_insert AFTER INSERT ON main.clause_targets
        BEGIN INSERT INTO search_stale VALUES (NEW.clause_id); END""",
    """CREATE TEMP TRIGGER search_targets_delete AFTER DELETE ON main.clause_targets
        BEGIN INSERT INTO search_stale VALUES (OLD.clause_id); END""",
    """CREATE TEMP TRIGGER search_revisions_insert AFTER INSERT ON main.clause_revisions
        BEGIN INSERT INTO search_stale VALUES (NEW.clause_id); END""",
    """CREATE TEMP TRIGGER search_revisions_delete AFTER DELETE ON main.clause_revisions
        BEGIN INSERT INTO search_stale VALUES (OLD.clause_id); END""",
    """CREATE TEMP TRIGGER search_renditions_insert AFTER INSERT ON main.clause_renditions
        BEGIN INSERT INTO search_stale
            SELECT clause_id FROM clause_revisions WHERE id = NEW.revision_id; END""",
    """CREATE TEMP TRIGGER search_renditions_delete AFTER DELETE ON main.clause_renditions
        BEGIN INSERT INTO search_stale
            SELECT clause_id FROM clause_revisions WHERE id = OLD.revision_id; END""",
)
_NEW_KEYS = """INSERT INTO clause_search_keys (clause_id) SELECT id FROM clauses
    WHERE id IN (SELECT clause_id FROM search_stale)
        AND id NOT IN (SELECT clause_id FROM clause_search_keys)"""
_STALE_KEYS = """SELECT key FROM clause_search_keys
    WHERE clause_id IN (SELECT search_stale.clause_id FROM search_stale) ORDER BY key"""
_IS_EMPTY = """SELECT EXISTS (SELECT 1 FROM clauses)
    AND NOT EXISTS (SELECT 1 FROM clause_search_keys)"""


def comparable(text: str) -> str:
    """What two texts must have in common to be the same to a reader: no case, no extra spaces."""
    return " ".join(fold(text).split())


class IndexWords:
    """The words of the index in one text, read when first asked for after a change of the index.

    A desk and its twins share them: reading them takes half a second in a large library, and is
    done by a twin, beside the window.
    """

    def __init__(self) -> None:
        self._version = 0  # how often the index was changed since the desk was opened
        self._read: tuple[int, str] = (-1, "")

    def changed(self) -> None:
        """Forgets the words."""
        self._version += 1

    def read(self, connection: Connection) -> str:
        """Every word on a line of its own, with a line break before the first and after the last."""
        version = self._version
        if self._read[0] != version:
            words = (word for (word,) in connection.all(_VOCABULARY))
            self._read = (version, "\n".join(("", *words, "")))
        return self._read[1]


class ClauseSearch:
    """The search index over the newest texts of all clauses."""

    def __init__(self, connection: Connection, *, follows: bool) -> None:
        self._connection = connection
        self._follows = follows
        self.words = IndexWords()
        if follows:
            connection.script(*_STALE)
            self._fill_after_migration()

    def refresh(self) -> None:
        """Index the clauses anew that the open step changed."""
        if not self._follows or not self._connection.first("SELECT 1 FROM search_stale"):
            return
        self._connection.write(_NEW_KEYS)
        keys = [key for (key,) in self._connection.all(_STALE_KEYS)]
        self._connection.write("DELETE FROM search_stale")
        self.words.changed()
        with self.forgetting(len(keys)):
            for start in range(0, len(keys), _AT_ONCE):
                self._index(keys[start : start + _AT_ONCE])

    @contextmanager
    def forgetting(self, count: int) -> Iterator[None]:
        """While so many clauses leave the index, inside a transaction that fails as a whole.

        A text is wiped out of the index at once, word by word, and a word that stands in every
        clause is looked for through all of them. For many it is quicker to mark their entries
        and to write the whole index anew at the end, which leaves nothing of them either.
        """
        if count < _MANY:
            yield
            return
        self._wipe_at_once(at_once=False)
        yield
        for table in _TABLES:
            self._connection.script(f"INSERT INTO {table}({table}) VALUES ('optimize')")  # noqa: S608 - fixed names
        self._wipe_at_once(at_once=True)

    def _wipe_at_once(self, *, at_once: bool) -> None:
        for table in _TABLES:
            self._connection.write(
                f"INSERT INTO {table}({table}, rank) VALUES ('secure-delete', ?)",  # noqa: S608 - fixed names
                int(at_once),
            )

    def _index(self, keys: list[int]) -> None:
        from advocate_desk.store import clause_entries

        clause_entries.write(self._connection, keys)

    def _fill_after_migration(self) -> None:
        """A migration that makes the index anew leaves it empty."""
        if self._connection.value(_IS_EMPTY):
            with self._connection.transaction():
                self._connection.write("INSERT INTO search_stale SELECT id FROM clauses")
                self.refresh()
