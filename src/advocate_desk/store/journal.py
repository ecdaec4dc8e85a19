"""The undo history of an open desk.

Temporary triggers write down, for every changed row, the statement that reverses the change and
the values it needs. Values are kept as values, never spelled out in SQL, so quotes, NULs, blobs
and NULL come back exactly. Undo runs a step's reversing statements in reverse order; the same
triggers meanwhile write down how to reverse *those*, which is the redo.

All of it lies in TEMP tables in memory: it ends with the session, and no name outlives it there.
"""

from __future__ import annotations

from dataclasses import dataclass

from advocate_desk.store.connection import Connection

# Every table with content, and the column whose value tells a row's owner in `Touched`.
JOURNALLED = {
    "statements": "id",
    "statement_languages": "statement_id",
    "statement_texts": "statement_id",
    "unplaced_texts": "statement_id",
    "clauses": "id",
    "clause_revisions": "clause_id",
    "clause_renditions": "revision_id",
    "blocks": "id",
    "renditions": "block_id",
    "endorsers": "id",
    "endorser_names": "endorser_id",
    "editions": "id",
    "endorsements": "id",
    "settings": "key",
    "statement_placeholders": "statement_id",
    "images": "id",
    "styles": "name",
    "letterheads": "name",
    "clause_folders": "id",
    "clause_tags": "clause_id",
    "clause_targets": "clause_id",
    "clause_legal_bases": "clause_id",
    "clause_reviews": "revision_id",
    "kept_revisions": "block_id",
    "comments": "block_id",
    "dismissed_findings": "statement_id",
    "rules_off": "statement_id",
    "terms": "id",
    "term_texts": "term_id",
    "forbidden_forms": "term_id",
    "memory_pairs": "id",
    "agreed_texts": "sha256",
    "endorser_aliases": "endorser_id",
    "endorser_members": "coalition_id",
    "endorser_contacts": "endorser_id",
    "endorser_distinct": "one_id",
    "endorsement_events": "endorsement_id",
    "evidence_files": "id",
    "endorsement_evidence": "endorsement_id",
}
LIMIT = 1000

_INSIDE_A_STEP = """SELECT RAISE(ABORT, 'a desk is written to inside a step only')
    WHERE NOT EXISTS (SELECT 1 FROM journal_now);"""


@dataclass(frozen=True, slots=True)
class Touched:
    """The rows that one step, undo or redo changed: pairs of table and id, in order.

    Side tables count under the id of what they belong to: a rendition under its block's id.
    """

    rows: tuple[tuple[str, str], ...] = ()

    @property
    def tables(self) -> frozenset[str]:
        """The names of the changed tables."""
        return frozenset(table for table, _ in self.rows)

    def ids(self, *tables: str) -> tuple[str, ...]:
        """The ids changed in these tables, each once, in the order of their first change."""
        return tuple(dict.fromkeys(row for table, row in self.rows if table in tables))


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the history; the rows of the journal with its number belong to it."""

    number: int
    label: str
    merge: str = ""


class Journal:
    """The history: what can be undone, what can be redone."""

    def __init__(self, connection: Connection, *, limit: int = LIMIT) -> None:
        self._connection = connection
        self._limit = limit
        self._done: list[Entry] = []
        self._undone: list[Entry] = []
        self._last_number = 0
        _install(connection)

    @property
    def undo_label(self) -> str:
        """The label of the newest done entry, empty if there is none."""
        return self._done[-1].label if self._done else ""

    @property
    def redo_label(self) -> str:
        """The label of the entry undone last, empty if there is none."""
        return self._undone[-1].label if self._undone else ""

    def begin(self, label: str, merge: str) -> Entry:
        """Write the changes of the transaction that was just opened down as this entry."""
        top = self._done[-1] if self._done and not self._undone else None
        extends = bool(merge and top and top.merge == merge)
        entry = top if top and extends else self._numbered(label, merge)
        self._record_as(entry)
        return entry

    def end(self) -> Touched:
        """Stop writing changes down, still inside the transaction; the rows it changed."""
        start = self._connection.value("SELECT start FROM journal_now")
        self._connection.write("DELETE FROM journal_now")
        rows = self._connection.all(
            "SELECT noun, row FROM journal WHERE sequence > ? ORDER BY sequence", start
        )
        return Touched(tuple((str(noun), str(row)) for noun, row in rows))

    def forget_before(self, entry: Entry) -> None:
        """Drop what a step that changed something makes unreachable, inside its transaction."""
        beyond = [*self._with(entry)[: -self._limit], *self._undone]
        self._connection.write_many(
            "DELETE FROM journal WHERE entry = ?", [(entry.number,) for entry in beyond]
        )

    def keep(self, entry: Entry) -> None:
        """Take a committed step into the history."""
        self._done = self._with(entry)[-self._limit :]
        self._undone = []

    def _with(self, entry: Entry) -> list[Entry]:
        return self._done if entry in self._done[-1:] else [*self._done, entry]

    def waiting(self, table: str, *, redo: bool) -> int:
        """How many changes of a table the next undo, or redo, will run."""
        entry = (self._undone if redo else self._done)[-1]
        counted = "SELECT count(*) FROM journal WHERE entry = ? AND noun = ?"
        return int(self._connection.value(counted, entry.number, table))

    def begin_replay(self, *, redo: bool) -> Entry:
        """Run the newest entry backwards inside the open transaction, and write that down too."""
        old = (self._undone if redo else self._done)[-1]
        new = self._numbered(old.label)
        self._connection.script("PRAGMA defer_foreign_keys=ON")
        self._record_as(new)
        self._run_backwards(old)
        return new

    def keep_replay(self, entry: Entry, *, redo: bool) -> None:
        """Move a committed replay to the other side of the history."""
        source, target = (self._undone, self._done) if redo else (self._done, self._undone)
        source.pop()
        target.append(entry)
        if not redo and self._done:  # typing after an undo is a new step
            top = self._done[-1]
            self._done[-1] = Entry(top.number, top.label)

    def _numbered(self, label: str, merge: str = "") -> Entry:
        self._last_number += 1
        return Entry(self._last_number, label, merge)

    def _record_as(self, entry: Entry) -> None:
        self._connection.write(
            "INSERT INTO journal_now SELECT ?, coalesce(max(sequence), 0) FROM journal",
            entry.number,
        )

    def _run_backwards(self, entry: Entry) -> None:
        rows = self._connection.all(
            "SELECT * FROM journal WHERE entry = ? ORDER BY sequence DESC", entry.number
        )
        self._connection.write("DELETE FROM journal WHERE entry = ?", entry.number)
        for _sequence, _entry, _noun, _row, count, sql, *values in rows:
            self._connection.write(sql, *values[:count])


def _install(connection: Connection) -> None:
    columns = {table: _columns(connection, table) for table in JOURNALLED}
    widest = max(len(every) + len(keys) for every, keys in columns.values())
    values = ", ".join(f"v{n}" for n in range(1, widest + 1))
    connection.script(
        f"CREATE TEMP TABLE journal (sequence INTEGER PRIMARY KEY AUTOINCREMENT, entry, noun, row,"
        f" count, sql, {values})",
        "CREATE INDEX temp.journal_by_entry ON journal (entry)",
        "CREATE TEMP TABLE journal_now (entry, start)",
    )
    for table, owner in JOURNALLED.items():
        connection.script(*_triggers(table, owner, *columns[table]))


def _columns(connection: Connection, table: str) -> tuple[list[str], list[str]]:
    """The columns of a table that hold values of their own, and those of its primary key."""
    rows = connection.all(
        "SELECT name, pk FROM pragma_table_xinfo(?, 'main') WHERE hidden = 0 ORDER BY cid", table
    )
    keys = sorted((pk, name) for name, pk in rows if pk)
    return [name for name, _ in rows], [name for _, name in keys]


def _triggers(table: str, owner: str, columns: list[str], keys: list[str]) -> tuple[str, ...]:
    """The three triggers that write a table's changes down, and refuse writes outside a step."""
    old, new_keys = [f"OLD.{name}" for name in columns], [f"NEW.{name}" for name in keys]
    changed = " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in columns)
    delete, insert, update = _reversals(table, columns, keys)
    return (
        _trigger(table, "INSERT", delete, f"NEW.{owner}", new_keys),
        _trigger(table, "DELETE", insert, f"OLD.{owner}", old),
        _trigger(table, "UPDATE", update, f"NEW.{owner}", old + new_keys, f"WHEN {changed}"),
    )


def _reversals(table: str, columns: list[str], keys: list[str]) -> tuple[str, str, str]:
    """What takes back an insert, a delete and an update; all names come from the schema."""
    where = " AND ".join(f"{key} = ?" for key in keys)
    every, asked = ", ".join(columns), ", ".join("?" for _ in columns)
    updated = ", ".join(f"{column} = ?" for column in columns)
    return (
        f"DELETE FROM {table} WHERE {where}",  # noqa: S608 - names from the schema
        f"INSERT INTO {table} ({every}) VALUES ({asked})",  # noqa: S608 - names from the schema
        f"UPDATE {table} SET {updated} WHERE {where}",  # noqa: S608 - names from the schema
    )


def _trigger(table: str, event: str, sql: str, row: str, values: list[str], when: str = "") -> str:
    targets = ", ".join(f"v{n}" for n in range(1, len(values) + 1))
    name = f"journal_{table}_{event.lower()}"
    record = (
        f"INSERT INTO journal (entry, noun, row, count, sql, {targets}) SELECT entry,"  # noqa: S608 - as above
        f" '{table}', {row}, {len(values)}, '{sql}', {', '.join(values)} FROM journal_now;"
    )
    head = f"CREATE TEMP TRIGGER {name} AFTER {event} ON main.{table} {when} BEGIN"
    return f"{head} {_INSIDE_A_STEP} {record} END"
