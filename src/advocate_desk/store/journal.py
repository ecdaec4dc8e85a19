"""The undo history."""

from __future__ import annotations

from dataclasses import dataclass


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
