"""Blocks and their renditions: rows to model and back."""

from __future__ import annotations

from typing import TypedDict

from typing_extensions import Unpack

from advocate_desk.model.kinds import BlockKind, Marker
from advocate_desk.model.statement import Block, Rendition


class BlockColumns(TypedDict, total=False):
    """What `update` may change."""

    kind: BlockKind
    marker: Marker
    source_language: str
    clause_revision_id: str | None
    edited: bool


class BlockRows:
    """The blocks of all statements; siblings have the positions 0, 1, 2 …"""

    def get(self, block_id: str) -> Block:
        """The block with its items; KeyError if there is none."""
        raise NotImplementedError

    def statement_of(self, block_id: str) -> str:
        """The id of the statement the block is in; KeyError if there is no such block."""
        raise NotImplementedError

    def place_of(self, block_id: str) -> tuple[str | None, int]:
        """The parent's id (None at the top) and the position among the siblings."""
        raise NotImplementedError

    def siblings(self, block_id: str) -> tuple[str, ...]:
        """The ids of the block and its siblings in order."""
        raise NotImplementedError

    def insert(
        self, statement_id: str, block: Block, *, position: int, parent_id: str | None = None
    ) -> None:
        """Write a block with its renditions and items; siblings from `position` on move down.

        A position beyond the end means the end.
        """
        raise NotImplementedError

    def move(self, block_id: str, position: int) -> None:
        """Put a block at another position among its siblings (clamped to their number)."""
        raise NotImplementedError

    def reparent(self, block_id: str, parent_id: str | None, position: int) -> None:
        """Put a block under another parent of the same statement, for indent and outdent."""
        raise NotImplementedError

    def update(self, block_id: str, **columns: Unpack[BlockColumns]) -> None:
        """Change some fields of a block; KeyError if there is none."""
        raise NotImplementedError

    def write(self, block_id: str, language: str, rendition: Rendition) -> None:
        """Set the rendition in a language."""
        raise NotImplementedError

    def erase(self, block_id: str, language: str) -> None:
        """Remove the rendition in a language, if there is one."""
        raise NotImplementedError

    def delete(self, block_id: str) -> None:
        """Delete a block with its items and renditions; later siblings move up."""
        raise NotImplementedError
