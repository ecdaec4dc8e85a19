"""Editions: rows to model and back."""

from __future__ import annotations

from advocate_desk.model.edition import Edition


class EditionRows:
    """The editions of all statements; their content never changes."""

    def of(self, statement_id: str) -> tuple[Edition, ...]:
        """The editions of a statement by number."""
        raise NotImplementedError

    def get(self, edition_id: str) -> Edition:
        """One edition; KeyError if there is none."""
        raise NotImplementedError

    def insert(self, edition: Edition) -> None:
        """Write an edition."""
        raise NotImplementedError

    def set_issued(self, edition_id: str, when: str) -> None:
        """Note when an edition was issued; KeyError if there is none."""
        raise NotImplementedError
