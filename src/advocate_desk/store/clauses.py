"""Clauses, their revisions and what is known about them: model to rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property

from advocate_desk.model.clause import (
    OFFERED,
    Clause,
    ClauseDetails,
    ClauseFilter,
    ClauseRevision,
)
from advocate_desk.model.kinds import ClauseStatus, TranslationState
from advocate_desk.store import clause_reading
from advocate_desk.store.clause_finder import ClauseFinder
from advocate_desk.store.clause_folders import FolderRows
from advocate_desk.store.clause_uses import UseRows
from advocate_desk.store.connection import Connection, Row
from advocate_desk.store.search import ClauseSearch

_CLAUSE = """INSERT INTO clauses (id, kind, topic, status, created_at, folder_id, description,
    variant_group, variant) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_REVISION = """INSERT INTO clause_revisions (id, clause_id, number, created_at, note, author)
    VALUES (?, ?, ?, ?, ?, ?)"""
_RENDITION = """INSERT INTO clause_renditions (revision_id, language, heading, body, state)
    VALUES (?, ?, ?, ?, ?)"""
_REVIEW = """INSERT INTO clause_reviews (revision_id, language, state, reviewed_by, reviewed_on)
    VALUES (?, ?, ?, ?, ?) ON CONFLICT (revision_id, language) DO UPDATE SET
    state = excluded.state, reviewed_by = excluded.reviewed_by, reviewed_on = excluded.reviewed_on"""
_LEGAL_BASIS = """INSERT INTO clause_legal_bases (clause_id, position, language, treaty, article,
    signed_on, place) VALUES (?, ?, ?, ?, ?, ?, ?)"""
_LISTS = {
    "clause_tags": "INSERT INTO clause_tags (clause_id, tag) VALUES (?, ?)",
    "clause_targets": "INSERT INTO clause_targets (clause_id, target) VALUES (?, ?)",
    "clause_legal_bases": _LEGAL_BASIS,
}


class ClauseRows:
    """The library of a desk."""

    def __init__(
        self, connection: Connection, search: ClauseSearch, now: Callable[[], str]
    ) -> None:
        self._connection = connection
        self._finder = ClauseFinder(connection, search)
        self._now = now

    @cached_property
    def folders(self) -> FolderRows:
        """The folders clauses lie in."""
        return FolderRows(self._connection)

    @cached_property
    def uses(self) -> UseRows:
        """The statements and editions that hold clauses."""
        return UseRows(self._connection)

    def search(
        self, query: str = "", *, limit: int = 100, wanted: ClauseFilter = OFFERED
    ) -> tuple[Clause, ...]:
        """Clauses whose newest texts hold the query, the best first; all of them for no query."""
        return self.some(self._finder.ids(query, wanted, limit))

    def get_ready(self) -> None:
        """Read now what the first search in the middle of words would wait for."""
        self._finder.get_ready()

    def same_text(self, text: str) -> tuple[Clause, ...]:
        """The clauses that say exactly this in some language."""
        return self.some(self._finder.same(text))

    def likely(self, text: str) -> tuple[Clause, ...]:
        """The clauses that share most with a text."""
        return self.some(self._finder.likely(text))

    def get(self, clause_id: str) -> Clause:
        """The clause with its newest revision; KeyError if there is none."""
        return self.some([clause_id])[0]

    def some(self, ids: list[str]) -> tuple[Clause, ...]:
        """These clauses in this order; KeyError if one is missing."""
        return clause_reading.clauses(self._connection, ids)

    def revision(self, revision_id: str) -> ClauseRevision:
        """One revision; KeyError if there is none."""
        return clause_reading.revision(self._connection, revision_id)

    def revisions(self, clause_id: str) -> tuple[ClauseRevision, ...]:
        """Every revision of a clause, the newest first."""
        return clause_reading.revisions(self._connection, clause_id)

    def variants(self, group: str) -> tuple[Clause, ...]:
        """The clauses of a variant group by what sets them apart."""
        rows = self._connection.all(
            "SELECT id FROM clauses WHERE variant_group = ? AND variant_group <> ''"
            " ORDER BY variant, id",
            group,
        )
        return self.some([clause_id for (clause_id,) in rows])

    def insert(self, clause: Clause) -> None:
        """Write a clause and its `latest` revision."""
        self.insert_many([clause])

    def insert_many(self, clauses: Iterable[Clause]) -> None:
        """Write clauses with their `latest` revisions."""
        for batch in _batches(clauses):
            now = self._now()
            self._connection.write_many(_CLAUSE, [_clause_row(clause, now) for clause in batch])
            for table, insert in _LISTS.items():
                rows = [row for one in batch for row in _lists(one.id, one.details)[table]]
                self._connection.write_many(insert, rows)
            self._add_revisions([(clause.id, clause.latest) for clause in batch])

    def add_revision(self, clause_id: str, revision: ClauseRevision) -> None:
        """Write a newer revision; the one with the highest `number` is the clause's latest."""
        self._add_revisions([(clause_id, revision)])

    def _add_revisions(self, revisions: list[tuple[str, ClauseRevision]]) -> None:
        now = self._now()
        self._connection.write_many(
            _REVISION,
            [
                (one.id, clause_id, one.number, one.created_at or now, one.note, one.author)
                for clause_id, one in revisions
            ],
        )
        sides = [
            (one.id, code, side) for _, one in revisions for code, side in one.renditions.items()
        ]
        self._connection.write_many(
            _RENDITION,
            [(one, code, side.heading, side.body, side.state) for one, code, side in sides],
        )
        signed = [(one, code, side) for one, code, side in sides if side.reviewed_by]
        for one, code, side in signed:
            self.set_review(one, code, side.state, side.reviewed_by, side.reviewed_on)

    def set_review(
        self, revision_id: str, language: str, state: TranslationState, by: str, on: str
    ) -> None:
        """Note how far one side of a revision is by now, and who said so."""
        self._connection.write(_REVIEW, revision_id, language, state, by, on)

    def set_status(self, clause_id: str, status: ClauseStatus) -> None:
        """Archive or restore a clause; KeyError if there is none."""
        self._update("UPDATE clauses SET status = ? WHERE id = ?", status, clause_id)

    def set_topic(self, clause_id: str, topic: str) -> None:
        """File a clause under another topic; KeyError if there is none."""
        self._update("UPDATE clauses SET topic = ? WHERE id = ?", topic, clause_id)

    def set_folder(self, clause_id: str, folder_id: str) -> None:
        """Put a clause into a folder, into none for an empty id; KeyError if there is none."""
        self._update("UPDATE clauses SET folder_id = ? WHERE id = ?", folder_id or None, clause_id)

    def set_variant(self, clause_id: str, group: str, variant: str) -> None:
        """Put a clause among its siblings, or take it out with empty texts; KeyError if none."""
        sql = "UPDATE clauses SET variant_group = ?, variant = ? WHERE id = ?"
        self._update(sql, group, variant, clause_id)

    def set_details(self, clause_id: str, details: ClauseDetails) -> None:
        """Write what is known about a clause; KeyError if there is none."""
        self._update(
            "UPDATE clauses SET topic = ?, folder_id = ?, description = ? WHERE id = ?",
            details.topic,
            details.folder_id or None,
            details.description,
            clause_id,
        )
        before = self.get(clause_id).details
        for table, rows in _lists(clause_id, details).items():
            if rows != _lists(clause_id, before)[table]:
                self._connection.write(
                    f"DELETE FROM {table} WHERE clause_id = ?",  # noqa: S608 - names from above
                    clause_id,
                )
                self._connection.write_many(_LISTS[table], rows)

    def delete(self, clause_id: str) -> None:
        """Delete a clause that nothing uses, with its revisions; KeyError if there is none."""
        self._connection.write("DELETE FROM clause_revisions WHERE clause_id = ?", clause_id)
        self._update("DELETE FROM clauses WHERE id = ?", clause_id)

    def count(self, *, wanted: ClauseFilter = OFFERED) -> int:
        """How many clauses a filter leaves in."""
        return self._finder.count(wanted)

    def words(self, table: str) -> tuple[str, ...]:
        """The tags or targets in use, or the topics."""
        sql = {
            "tags": "SELECT DISTINCT tag FROM clause_tags ORDER BY tag",
            "targets": "SELECT DISTINCT target FROM clause_targets ORDER BY target",
            "topics": "SELECT DISTINCT topic FROM clauses WHERE topic <> '' ORDER BY topic",
        }[table]
        return tuple(word for (word,) in self._connection.all(sql))

    def _update(self, sql: str, *values: object) -> None:
        if not self._connection.write(sql, *values):
            raise KeyError(values[-1])


def _clause_row(clause: Clause, now: str) -> Row:
    return (
        clause.id,
        clause.kind,
        clause.topic,
        clause.status,
        now,
        clause.folder_id or None,
        clause.description,
        clause.variant_group,
        clause.variant,
    )


def _lists(clause_id: str, details: ClauseDetails) -> dict[str, list[Row]]:
    """The rows of the side tables, each tag and target once."""
    return {
        "clause_tags": [(clause_id, tag) for tag in dict.fromkeys(details.tags)],
        "clause_targets": [(clause_id, target) for target in dict.fromkeys(details.targets)],
        "clause_legal_bases": [
            (clause_id, place, code, text.treaty, text.article, basis.signed_on, text.place)
            for place, basis in enumerate(details.legal_bases)
            for code, text in basis.texts.items()
        ],
    }


def _batches(clauses: Iterable[Clause], size: int = 1000) -> Iterable[list[Clause]]:
    batch: list[Clause] = []
    for clause in clauses:
        batch.append(clause)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
