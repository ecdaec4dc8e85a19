"""Clauses, their revisions and the search over them: rows to model and back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from advocate_desk.model.clause import Clause, ClauseRevision
from advocate_desk.model.kinds import BlockKind, ClauseStatus, TranslationState
from advocate_desk.model.statement import Rendition
from advocate_desk.store.connection import Connection, Row, as_list
from advocate_desk.store.search import ClauseSearch

_IDS = "(SELECT value FROM json_each(?))"
_CLAUSES = f"""SELECT clauses.id, kind, topic, status,
        newest.id, clause_id, number, newest.created_at, note,
        (SELECT count(DISTINCT statement_id) FROM blocks WHERE clause_revision_id IN
            (SELECT pinned.id FROM clause_revisions AS pinned WHERE pinned.clause_id = clauses.id)
            AND statement_id NOT IN (SELECT id FROM statements WHERE skeleton_name <> ''))
    FROM clauses JOIN clause_revisions AS newest ON clause_id = clauses.id
    WHERE clauses.id IN {_IDS}
        AND number = (SELECT max(number) FROM clause_revisions WHERE clause_id = clauses.id)"""  # noqa: S608 - fixed text
_RENDITIONS = f"""SELECT revision_id, language, heading, body, state FROM clause_renditions
    WHERE revision_id IN {_IDS} ORDER BY revision_id, language"""  # noqa: S608 - fixed text


class ClauseRows:
    """The library of a desk."""

    def __init__(
        self, connection: Connection, search: ClauseSearch, now: Callable[[], str]
    ) -> None:
        self._connection = connection
        self._search = search
        self._now = now

    def search(
        self, query: str = "", *, limit: int = 100, include_archived: bool = False
    ) -> tuple[Clause, ...]:
        """Clauses whose newest texts hold the query, the best first; all of them for no query."""
        ids = self._search.ids(query, limit=limit, include_archived=include_archived)
        return self._some(ids)

    def get(self, clause_id: str) -> Clause:
        """The clause with its newest revision; KeyError if there is none."""
        return self._some([clause_id])[0]

    def revision(self, revision_id: str) -> ClauseRevision:
        """One revision; KeyError if there is none."""
        row = self._connection.first(
            "SELECT id, clause_id, number, created_at, note FROM clause_revisions WHERE id = ?",
            revision_id,
        )
        if row is None:
            raise KeyError(revision_id)
        return _revision(row, self._renditions([revision_id])[revision_id])

    def insert(self, clause: Clause) -> None:
        """Write a clause and its `latest` revision."""
        self._connection.write(
            "INSERT INTO clauses (id, kind, topic, status, created_at) VALUES (?, ?, ?, ?, ?)",
            clause.id,
            clause.kind,
            clause.topic,
            clause.status,
            self._now(),
        )
        self.add_revision(clause.id, clause.latest)

    def add_revision(self, clause_id: str, revision: ClauseRevision) -> None:
        """Write a newer revision; the one with the highest `number` is the clause's latest."""
        self._connection.write(
            "INSERT INTO clause_revisions (id, clause_id, number, created_at, note)"
            " VALUES (?, ?, ?, ?, ?)",
            revision.id,
            clause_id,
            revision.number,
            revision.created_at or self._now(),
            revision.note,
        )
        self._connection.write_many(
            "INSERT INTO clause_renditions (revision_id, language, heading, body, state)"
            " VALUES (?, ?, ?, ?, ?)",
            [
                (revision.id, language, text.heading, text.body, text.state)
                for language, text in revision.renditions.items()
            ],
        )

    def set_status(self, clause_id: str, status: ClauseStatus) -> None:
        """Archive or restore a clause; KeyError if there is none."""
        self._update("UPDATE clauses SET status = ? WHERE id = ?", status, clause_id)

    def set_topic(self, clause_id: str, topic: str) -> None:
        """File a clause under another topic; KeyError if there is none."""
        self._update("UPDATE clauses SET topic = ? WHERE id = ?", topic, clause_id)

    def count(self, *, include_archived: bool = False) -> int:
        """How many clauses there are."""
        return int(
            self._connection.value(
                "SELECT count(*) FROM clauses WHERE status = 'active' OR ?", include_archived
            )
        )

    def _update(self, sql: str, value: str, clause_id: str) -> None:
        if not self._connection.write(sql, value, clause_id):
            raise KeyError(clause_id)

    def _some(self, ids: list[str]) -> tuple[Clause, ...]:
        """These clauses in this order, in two queries; KeyError if one is missing."""
        rows = self._connection.all(_CLAUSES, as_list(ids))
        texts = self._renditions([row[4] for row in rows])
        found = {row[0]: _clause(row, texts[row[4]]) for row in rows}
        return tuple(found[clause_id] for clause_id in ids)

    def _renditions(self, revision_ids: list[str]) -> defaultdict[str, dict[str, Rendition]]:
        texts: defaultdict[str, dict[str, Rendition]] = defaultdict(dict)
        for revision_id, language, heading, body, state in self._connection.all(
            _RENDITIONS, as_list(revision_ids)
        ):
            texts[revision_id][language] = Rendition(heading, body, TranslationState(state))
        return texts


def _clause(row: Row, renditions: dict[str, Rendition]) -> Clause:
    clause_id, kind, topic, status, *revision, used = row
    return Clause(
        id=clause_id,
        kind=BlockKind(kind),
        latest=_revision(tuple(revision), renditions),
        topic=topic,
        status=ClauseStatus(status),
        used=used,
    )


def _revision(row: Row, renditions: dict[str, Rendition]) -> ClauseRevision:
    revision_id, clause_id, number, created_at, note = row
    return ClauseRevision(
        id=revision_id,
        clause_id=clause_id,
        number=number,
        renditions=renditions,
        created_at=created_at,
        note=note,
    )
