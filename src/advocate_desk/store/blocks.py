"""Blocks and their renditions: rows to model and back."""

from __future__ import annotations

from typing import TypedDict

from typing_extensions import Unpack

from advocate_desk.model.kinds import BlockKind, Marker
from advocate_desk.model.statement import Block, Rendition
from advocate_desk.store import block_trees
from advocate_desk.store.connection import Connection, Row
from advocate_desk.store.order import Order


class BlockColumns(TypedDict, total=False):
    """What `update` may change."""

    kind: BlockKind
    marker: Marker
    source_language: str
    clause_revision_id: str | None
    edited: bool


_UPDATES = {
    "kind": "UPDATE blocks SET kind = ? WHERE id = ?",
    "marker": "UPDATE blocks SET marker = ? WHERE id = ?",
    "source_language": "UPDATE blocks SET source_language = ? WHERE id = ?",
    "clause_revision_id": "UPDATE blocks SET clause_revision_id = ? WHERE id = ?",
    "edited": "UPDATE blocks SET edited = ? WHERE id = ?",
}

_INSERT = (
    "INSERT INTO renditions (block_id, language, heading, body, state, from_heading, from_body,"
    " reviewed_by, reviewed_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


class BlockRows:
    """The blocks of all statements; siblings have the positions 0, 1, 2 and so on."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._order = Order(connection, "blocks", "statement_id", "parent_id")

    def get(self, block_id: str) -> Block:
        """The block with its items; KeyError if there is none."""
        return block_trees.of_block(self._connection, block_id)

    def statement_of(self, block_id: str) -> str:
        """The id of the statement the block is in; KeyError if there is no such block."""
        return str(self._row(block_id)[0])

    def place_of(self, block_id: str) -> tuple[str | None, int]:
        """The parent's id (None at the top) and the position among the siblings."""
        _statement_id, parent_id, position = self._row(block_id)
        return parent_id, position

    def siblings(self, block_id: str) -> tuple[str, ...]:
        """The ids of the block and its siblings in order."""
        statement_id, parent_id, _position = self._row(block_id)
        rows = self._connection.all(
            "SELECT id FROM blocks WHERE statement_id = ? AND parent_id IS ? ORDER BY position, id",
            statement_id,
            parent_id,
        )
        return tuple(row[0] for row in rows)

    def insert(
        self,
        statement_id: str,
        block: Block,
        *,
        position: int | None = None,
        parent_id: str | None = None,
    ) -> None:
        """Write a block with its renditions and items; siblings from `position` on move down.

        None, or a position beyond the end, means the end.
        """
        free = self._order.make_room((statement_id, parent_id), position)
        self._insert_branch(statement_id, block, parent_id, free)

    def move(self, block_id: str, position: int) -> None:
        """Put a block at another position among its siblings (clamped to their number)."""
        statement_id, parent_id, old = self._row(block_id)
        self._order.put(block_id, (statement_id, parent_id), old, position)

    def reparent(self, block_id: str, parent_id: str | None, position: int | None = None) -> None:
        """Put a block under another parent of the same statement, for indent and outdent.

        None, or a position beyond the end, means the end.
        """
        statement_id, old_parent_id, old = self._row(block_id)
        if parent_id == old_parent_id:
            self.move(block_id, len(self.siblings(block_id)) if position is None else position)
            return
        free = self._order.make_room((statement_id, parent_id), position)
        self._connection.write(
            "UPDATE blocks SET parent_id = ?, position = ? WHERE id = ?", parent_id, free, block_id
        )
        self._order.close_gap((statement_id, old_parent_id), old)

    def update(self, block_id: str, **columns: Unpack[BlockColumns]) -> None:
        """Change some fields of a block; KeyError if there is none."""
        for name, value in columns.items():
            if not self._connection.write(_UPDATES[name], value, block_id):
                raise KeyError(block_id)

    def write(self, block_id: str, language: str, rendition: Rendition) -> None:
        """Set the rendition in a language; KeyError if there is no such block."""
        self._row(block_id)
        self._connection.write(
            f"{_INSERT} ON CONFLICT (block_id, language) DO UPDATE"
            " SET heading = excluded.heading, body = excluded.body, state = excluded.state,"
            " from_heading = excluded.from_heading, from_body = excluded.from_body,"
            " reviewed_by = excluded.reviewed_by, reviewed_on = excluded.reviewed_on",
            *_rendition_row(block_id, language, rendition),
        )

    def erase(self, block_id: str, language: str) -> None:
        """Remove the rendition in a language, if there is one."""
        self._connection.write(
            "DELETE FROM renditions WHERE block_id = ? AND language = ?", block_id, language
        )

    def delete(self, block_id: str) -> None:
        """Delete a block with its items and renditions; later siblings move up."""
        statement_id, parent_id, position = self._row(block_id)
        self._connection.write("DELETE FROM blocks WHERE id = ?", block_id)
        self._order.close_gap((statement_id, parent_id), position)

    def _insert_branch(
        self, statement_id: str, block: Block, parent_id: str | None, position: int
    ) -> None:
        self._connection.write(
            "INSERT INTO blocks (id, statement_id, parent_id, position, kind, marker,"
            " source_language, clause_revision_id, edited) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            block.id,
            statement_id,
            parent_id,
            position,
            block.kind,
            block.marker,
            block.source_language,
            block.clause_revision_id,
            block.edited,
        )
        self._connection.write_many(
            _INSERT,
            [_rendition_row(block.id, *pair) for pair in block.renditions.items()],
        )
        for place, item in enumerate(block.items):
            self._insert_branch(statement_id, item, block.id, place)

    def _row(self, block_id: str) -> Row:
        row = self._connection.first(
            "SELECT statement_id, parent_id, position FROM blocks WHERE id = ?", block_id
        )
        if row is None:
            raise KeyError(block_id)
        return row


def _rendition_row(block_id: str, language: str, rendition: Rendition) -> Row:
    source = rendition.translated_from or (None, None)
    signature = rendition.reviewed_by, rendition.reviewed_on
    texts = rendition.heading, rendition.body
    return block_id, language, *texts, rendition.state, *source, *signature
