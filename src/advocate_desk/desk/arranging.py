"""Putting the blocks of a statement in order."""

from __future__ import annotations

from advocate_desk.desk.verbs import Verbs
from advocate_desk.model.changes import Changes
from advocate_desk.model.kinds import BlockKind, Marker


class Arranging(Verbs):
    """Adding, moving, deleting blocks and items, changing their kinds."""

    def add_block(self, statement_id: str, kind: BlockKind, *, after: str | None = None) -> Changes:
        """Add an empty block behind another one, at the end where `after` is None."""
        raise NotImplementedError

    def add_item(self, parent_id: str, *, after: str | None = None) -> Changes:
        """Add an empty item to a block or item, behind another item or at the end."""
        raise NotImplementedError

    def indent_item(self, block_id: str) -> Changes:
        """Make an item the last sub-item of the item before it.

        Raises:
            DeskError: there is no item before it, or the block is not an item.
        """
        raise NotImplementedError

    def outdent_item(self, block_id: str) -> Changes:
        """Put a sub-item behind the item that holds it.

        Raises:
            DeskError: the item stands on the first level already.
        """
        raise NotImplementedError

    def move_block(self, block_id: str, by: int) -> Changes:
        """Move a block or item up (negative) or down among its siblings; stops at the ends."""
        raise NotImplementedError

    def move_block_to(self, block_id: str, position: int) -> Changes:
        """Move a block or item to a position (from 0) among its siblings."""
        raise NotImplementedError

    def delete_block(self, block_id: str) -> Changes:
        """Delete a block or item with the items it holds; focus is its neighbour."""
        raise NotImplementedError

    def duplicate_block(self, block_id: str) -> Changes:
        """Put a copy with all its sides and items behind the block; focus is the copy."""
        raise NotImplementedError

    def change_kind(self, block_id: str, kind: BlockKind) -> Changes:
        """Make a block another kind; nothing written in it is lost.

        Raises:
            DeskError: the new kind cannot hold the block's text or items.
        """
        raise NotImplementedError

    def change_marker(self, block_id: str, marker: Marker) -> Changes:
        """Change how the items of a block are marked on the page."""
        raise NotImplementedError

    def split_block(self, block_id: str, language: str, paragraph: int) -> Changes:
        """Split at a paragraph (from 0) of one language; focus is the new block.

        Paragraphs from that one on go to a new block behind; other languages are split at the
        same paragraph when they have it.

        Raises:
            DeskError: there is no such paragraph, or nothing would stay before it.
        """
        raise NotImplementedError

    def merge_with_next(self, block_id: str) -> Changes:
        """Add the next sibling's paragraphs and items to this block, in every language.

        Raises:
            DeskError: there is no next block, or it cannot be merged.
        """
        raise NotImplementedError
