"""Editions: rows to model and back."""

from __future__ import annotations

from advocate_desk.model.edition import Edition
from advocate_desk.store.connection import Connection

_EDITIONS = "SELECT id, statement_id, number, content, sha256, adopted_at, issued_at FROM editions"


class EditionRows:
    """The editions of all statements; their content never changes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, statement_id: str) -> tuple[Edition, ...]:
        """The editions of a statement by number."""
        rows = self._connection.all(
            f"{_EDITIONS} WHERE statement_id = ? ORDER BY number", statement_id
        )
        return tuple(Edition(*row) for row in rows)

    def get(self, edition_id: str) -> Edition:
        """One edition; KeyError if there is none."""
        row = self._connection.first(f"{_EDITIONS} WHERE id = ?", edition_id)
        if row is None:
            raise KeyError(edition_id)
        return Edition(*row)

    def insert(self, edition: Edition) -> None:
        """Write an edition."""
        self._connection.write(
            "INSERT INTO editions (id, statement_id, number, content, sha256, adopted_at,"
            " issued_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
            edition.id,
            edition.statement_id,
            edition.number,
            edition.content,
            edition.sha256,
            edition.adopted_at,
            edition.issued_at,
        )

    def set_issued(self, edition_id: str, when: str) -> None:
        """Note when an edition was issued; KeyError if there is none."""
        if not self._connection.write(
            "UPDATE editions SET issued_at = ? WHERE id = ?", when, edition_id
        ):
            raise KeyError(edition_id)
