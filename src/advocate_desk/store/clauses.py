"""Clauses, their revisions and the search over them: rows to model and back."""

from __future__ import annotations

from advocate_desk.model.clause import Clause, ClauseRevision
from advocate_desk.model.kinds import ClauseStatus


class ClauseRows:
    """The library of a desk."""

    def search(
        self, query: str = "", *, limit: int = 100, include_archived: bool = False
    ) -> tuple[Clause, ...]:
        """Clauses whose newest texts hold the query, the best first; all of them for no query."""
        raise NotImplementedError

    def get(self, clause_id: str) -> Clause:
        """The clause with its newest revision; KeyError if there is none."""
        raise NotImplementedError

    def revision(self, revision_id: str) -> ClauseRevision:
        """One revision; KeyError if there is none."""
        raise NotImplementedError

    def insert(self, clause: Clause) -> None:
        """Write a clause and its `latest` revision."""
        raise NotImplementedError

    def add_revision(self, clause_id: str, revision: ClauseRevision) -> None:
        """Write a newer revision (its `number` must be the next one; it never changes again)."""
        raise NotImplementedError

    def set_status(self, clause_id: str, status: ClauseStatus) -> None:
        """Archive or restore a clause."""
        raise NotImplementedError

    def set_topic(self, clause_id: str, topic: str) -> None:
        """File a clause under another topic."""
        raise NotImplementedError

    def count(self, *, include_archived: bool = False) -> int:
        """How many clauses there are."""
        raise NotImplementedError
