"""Bringing documents and lists into the desk: read, let the user correct, then write."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from advocate_desk.desk.verbs import Verbs
from advocate_desk.model.changes import Changes
from advocate_desk.model.draft import DraftClause, DraftEndorsers, DraftStatement


class Importing(Verbs):
    """Reading writes nothing; bringing in is one step for the whole import."""

    def read_statements(self, path: Path, kind: str = "auto") -> tuple[DraftStatement, ...]:
        """The statements a document holds, as understood.

        Raises:
            ImportRefused: the file cannot be read as what its name says.
        """
        raise NotImplementedError

    def read_endorsers(self, path: Path) -> DraftEndorsers:
        """The endorsers a list or document holds: rows read = accepted + listed.

        Raises:
            ImportRefused: the file cannot be read as what its name says.
        """
        raise NotImplementedError

    def read_endorser_text(self, text: str) -> DraftEndorsers:
        """The endorsers in a pasted text, one per line."""
        raise NotImplementedError

    def read_clauses(self, path: Path) -> tuple[DraftClause, ...]:
        """The clauses a document holds.

        Raises:
            ImportRefused: the file cannot be read as what its name says.
        """
        raise NotImplementedError

    def bring_in(self, drafts: Sequence[DraftStatement]) -> Changes:
        """Write statements with blocks and confirmed endorsements; `made` holds their ids.

        An endorser with exactly the same folded name and acronym in a language is taken from the
        registry; nobody is merged on a likeness. Each entry's wording is kept byte for byte.
        """
        raise NotImplementedError

    def bring_in_clauses(self, drafts: Sequence[DraftClause]) -> Changes:
        """Write clauses to the library; `made` holds their ids."""
        raise NotImplementedError

    def add_into(self, statement_id: str, draft: DraftStatement) -> Changes:
        """Add a draft's blocks and endorsers to the end of a statement."""
        raise NotImplementedError
