"""Statements: rows to model and back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TypedDict

from typing_extensions import Unpack

from advocate_desk.model.kinds import StatementKind
from advocate_desk.model.statement import Statement, StatementSummary


class StatementColumns(TypedDict, total=False):
    """What `update` may change."""

    kind: StatementKind
    languages: tuple[str, ...]
    issue_date: date | None
    place: Mapping[str, str]
    issuer: Mapping[str, str]
    unplaced: tuple[str, ...]
    is_sample: bool
    updated_at: str


class StatementRows:
    """The statements of a desk."""

    def all(self) -> tuple[StatementSummary, ...]:
        """A row for every statement, the one changed last first."""
        raise NotImplementedError

    def get(self, statement_id: str) -> Statement:
        """The statement with its whole block tree; KeyError if there is none."""
        raise NotImplementedError

    def insert(self, statement: Statement) -> None:
        """Write a statement without its blocks; an empty `updated_at` becomes now."""
        raise NotImplementedError

    def update(self, statement_id: str, **columns: Unpack[StatementColumns]) -> None:
        """Change some fields of a statement; KeyError if there is none."""
        raise NotImplementedError

    def touch(self, statement_id: str) -> None:
        """Note that the statement was changed now."""
        raise NotImplementedError

    def delete(self, statement_id: str) -> None:
        """Delete a statement with its blocks, endorsements and adopted editions.

        Raises:
            DeskError: an edition of it was issued.
        """
        raise NotImplementedError
