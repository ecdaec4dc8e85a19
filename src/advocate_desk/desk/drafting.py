"""Writing a statement: the statement itself, its blocks, their texts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from advocate_desk.desk.arranging import Arranging
from advocate_desk.desk.writing import Writing
from advocate_desk.model.changes import Changes
from advocate_desk.model.kinds import StatementKind
from advocate_desk.model.statement import Statement, StatementSummary


class Drafting(Arranging, Writing):
    """Verbs of the drafter; blocks are put in order by `Arranging`, written by `Writing`."""

    def statements(self) -> tuple[StatementSummary, ...]:
        """Every statement of the desk, the one changed last first."""
        raise NotImplementedError

    def statement(self, statement_id: str) -> Statement:
        """One statement with all its blocks.

        Raises:
            DeskError: there is no such statement.
        """
        raise NotImplementedError

    def new_statement(self, kind: StatementKind, title: Mapping[str, str]) -> Changes:
        """Start a statement with a title block and one empty paragraph; focus is its id."""
        raise NotImplementedError

    def duplicate_statement(self, statement_id: str) -> Changes:
        """A copy of the texts without endorsements or editions; focus is the copy's id."""
        raise NotImplementedError

    def delete_statement(self, statement_id: str) -> Changes:
        """Delete a statement with its blocks, endorsements and editions (undo brings it back).

        Raises:
            DeskError: an edition of it was issued.
        """
        raise NotImplementedError

    def set_kind(self, statement_id: str, kind: StatementKind) -> Changes:
        """Change what the statement is for."""
        raise NotImplementedError

    def set_date(self, statement_id: str, day: date | None) -> Changes:
        """Set or clear the date of issue."""
        raise NotImplementedError

    def set_place(self, statement_id: str, language: str, text: str) -> Changes:
        """Set the place of issue in one language."""
        raise NotImplementedError

    def set_issuer(self, statement_id: str, language: str, text: str) -> Changes:
        """Set who issues the statement, in one language."""
        raise NotImplementedError
