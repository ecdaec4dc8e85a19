"""Rows that stand in an order: dense positions 0, 1, 2 … within a group."""

from __future__ import annotations

from advocate_desk.store.connection import Connection


class Order:
    """The order of a table's rows within groups of equal values in some columns.

    Positions carry no unique index: while a row moves, two rows share one for a moment.
    """

    def __init__(self, connection: Connection, table: str, *group: str) -> None:
        same = " AND ".join(f"{column} IS ?" for column in group)
        self._connection = connection
        self._count = f"SELECT count(*) FROM {table} WHERE {same}"  # noqa: S608 - names from code
        self._shift = (
            f"UPDATE {table} SET position = position + ?"  # noqa: S608 - names from code
            f" WHERE {same} AND position BETWEEN ? AND ?"
        )
        self._place = f"UPDATE {table} SET position = ? WHERE id = ?"  # noqa: S608 - as above

    def make_room(self, group: tuple[str | None, ...], position: int | None) -> int:
        """Move the rows from a position on down by one; the position that is free now.

        None, or a position beyond the end, means the end.
        """
        end = self._length(group)
        free = end if position is None else max(0, min(position, end))
        self._move(group, 1, free, end)
        return free

    def close_gap(self, group: tuple[str | None, ...], position: int) -> None:
        """Move the rows behind a position up by one."""
        self._move(group, -1, position + 1, self._length(group) + 1)

    def put(self, row_id: str, group: tuple[str | None, ...], old: int, new: int) -> None:
        """Move one row of a group from its old position to a new one, clamped to the group."""
        new = max(0, min(new, self._length(group) - 1))
        if new < old:
            self._move(group, 1, new, old - 1)
        elif new > old:
            self._move(group, -1, old + 1, new)
        self.set(row_id, new)

    def set(self, row_id: str, position: int) -> None:
        """Write one row's position."""
        self._connection.write(self._place, position, row_id)

    def _length(self, group: tuple[str | None, ...]) -> int:
        return int(self._connection.value(self._count, *group))

    def _move(self, group: tuple[str | None, ...], by: int, first: int, last: int) -> None:
        self._connection.write(self._shift, by, *group, first, last)
