"""The clause library: reusable texts in every language, and the revisions statements pin."""

from __future__ import annotations

from collections.abc import Mapping

from advocate_desk.desk.verbs import Verbs
from advocate_desk.model.changes import Changes
from advocate_desk.model.clause import Clause, ClauseRevision
from advocate_desk.model.kinds import BlockKind

Texts = Mapping[str, tuple[str, str]]


class Library(Verbs):
    """Verbs of the library; `texts` maps a language to (heading, body)."""

    def search(
        self, query: str = "", limit: int = 100, *, include_archived: bool = False
    ) -> tuple[Clause, ...]:
        """Clauses that hold the words in any language, the best first; all for an empty query."""
        raise NotImplementedError

    def clause(self, clause_id: str) -> Clause:
        """One clause with its newest revision.

        Raises:
            DeskError: there is no such clause.
        """
        raise NotImplementedError

    def new_clause(self, kind: BlockKind, texts: Texts, topic: str = "") -> Changes:
        """Add a clause with its first revision; focus is the clause's id.

        Raises:
            DeskError: nothing is written in any language, or the kind cannot be a clause.
        """
        raise NotImplementedError

    def revise(self, clause_id: str, texts: Texts, note: str = "") -> Changes:
        """Add a revision; statements keep the one they pinned.

        Raises:
            DeskError: nothing is written in any language, or nothing is different.
        """
        raise NotImplementedError

    def archive(self, clause_id: str) -> Changes:
        """Stop offering a clause; statements that use it keep it."""
        raise NotImplementedError

    def restore(self, clause_id: str) -> Changes:
        """Offer an archived clause again."""
        raise NotImplementedError

    def insert(self, statement_id: str, clause_id: str, *, after: str | None = None) -> Changes:
        """Put the newest revision into a statement as a new block, in every language.

        The block pins the revision: a later change in the library changes no statement. Focus is
        the new block.
        """
        raise NotImplementedError

    def save_block(self, block_id: str, topic: str = "") -> Changes:
        """Make a block of a statement a clause and pin it; `made` holds the clause's id.

        Raises:
            DeskError: the block is empty or of a kind that cannot be a clause.
        """
        raise NotImplementedError

    def unlink(self, block_id: str) -> Changes:
        """Forget which revision a block was built from; its text stays."""
        raise NotImplementedError

    def revision(self, revision_id: str) -> ClauseRevision:
        """The revision a block pins, to compare it with the block's text.

        Raises:
            DeskError: there is no such revision.
        """
        raise NotImplementedError

    def newer_revision(self, block_id: str) -> ClauseRevision | None:
        """The clause's newest revision where it is newer than the pinned one, else None."""
        raise NotImplementedError

    def take_newer(self, block_id: str) -> Changes:
        """Replace the block's text by the newest revision and pin that.

        Raises:
            DeskError: there is no newer revision.
        """
        raise NotImplementedError
