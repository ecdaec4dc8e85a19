"""Putting the blocks of a statement in order."""

from __future__ import annotations

from advocate_desk.desk.verbs import NOTHING, Verbs, text_changed
from advocate_desk.model.changes import Changes
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import WITH_ITEMS, BlockKind, Marker
from advocate_desk.model.marked import marked
from advocate_desk.model.reshaping import converted, merged, new_block, split
from advocate_desk.model.statement import Block
from advocate_desk.model.translation import aligned


class Arranging(Verbs):
    """Adding, moving, deleting blocks and items, changing their kinds."""

    def add_block(self, statement_id: str, kind: BlockKind, *, after: str | None = None) -> Changes:
        """Add an empty block behind another one, at the end where `after` is None.

        Raises:
            DeskError: items are added to lists, and a second endorser list would print the names
                twice.
        """
        label = marked("Add block")
        if kind is BlockKind.ITEM:
            raise DeskError(marked("Items are added to a list."))
        self._refuse_second_list(statement_id, kind)
        statement = self._statement(statement_id)
        block = new_block(self._file.new_id(), kind, aligned({}, statement.languages))
        with self._step(label, statement_id):
            position = self._place_after(statement_id, after)
            self._file.blocks.insert(statement_id, block, position=position)
        return text_changed(label, statement_id, block.id, made=(block.id,))

    def add_item(self, parent_id: str, *, after: str | None = None) -> Changes:
        """Add an empty item to a block or item, behind another item or at the end.

        Raises:
            DeskError: the block holds no items.
        """
        label = marked("Add item")
        parent = self._block(parent_id)
        if parent.kind not in WITH_ITEMS:
            raise DeskError(marked("This kind of block has no items."))
        ids = [item.id for item in parent.items]
        position = ids.index(after) + 1 if after in ids else len(ids)
        item = new_block(self._file.new_id(), BlockKind.ITEM, aligned({}, parent.renditions))
        statement_id = self._statement_of(parent_id)
        with self._step(label, statement_id):
            self._file.blocks.insert(statement_id, item, position=position, parent_id=parent_id)
        return text_changed(label, statement_id, item.id, made=(item.id,))

    def indent_item(self, block_id: str) -> Changes:
        """Make an item the last sub-item of the item before it.

        Raises:
            DeskError: there is no item before it, or the block is not an item.
        """
        label = marked("Indent item")
        _, position = self._place_of_item(block_id)
        if position == 0:
            raise DeskError(marked("There is no item before this one to hold it."))
        holder = self._file.blocks.siblings(block_id)[position - 1]
        count = len(self._block(holder).items)
        return self._reparented(label, block_id, holder, count)

    def outdent_item(self, block_id: str) -> Changes:
        """Put a sub-item behind the item that holds it.

        Raises:
            DeskError: the item stands on the first level already.
        """
        label = marked("Outdent item")
        parent, _ = self._place_of_item(block_id)
        if self._block(parent).kind is not BlockKind.ITEM:
            raise DeskError(marked("The item stands on the first level already."))
        upper, position = self._file.blocks.place_of(parent)
        return self._reparented(label, block_id, upper, position + 1)

    def move_block(self, block_id: str, by: int) -> Changes:
        """Move a block or item up (negative) or down among its siblings; stops at the ends."""
        self._block(block_id)
        _, position = self._file.blocks.place_of(block_id)
        return self.move_block_to(block_id, position + by)

    def move_block_to(self, block_id: str, position: int) -> Changes:
        """Move a block or item to a position (from 0) among its siblings."""
        label = marked("Move block")
        statement_id = self._statement_of(block_id)
        _, old = self._file.blocks.place_of(block_id)
        last = len(self._file.blocks.siblings(block_id)) - 1
        new = max(0, min(position, last))
        if new == old:
            return NOTHING
        with self._step(label, statement_id):
            self._file.blocks.move(block_id, new)
        return text_changed(label, statement_id, block_id)

    def delete_block(self, block_id: str) -> Changes:
        """Delete a block or item with the items it holds; focus is its neighbour."""
        label = marked("Delete block")
        statement_id = self._statement_of(block_id)
        neighbour = self._neighbour(block_id)
        with self._step(label, statement_id):
            self._file.blocks.delete(block_id)
        return text_changed(label, statement_id, neighbour)

    def duplicate_block(self, block_id: str) -> Changes:
        """Put a copy with all its sides and items behind the block; focus is the copy.

        Raises:
            DeskError: a second endorser list would print the names twice.
        """
        label = marked("Duplicate block")
        original = self._block(block_id)
        statement_id = self._statement_of(block_id)
        self._refuse_second_list(statement_id, original.kind)
        copy = self._with_new_ids(original)
        with self._step(label, statement_id):
            self._insert_behind(block_id, copy)
        return text_changed(label, statement_id, copy.id, made=(copy.id,))

    def change_kind(self, block_id: str, kind: BlockKind) -> Changes:
        """Make a block another kind; nothing written in it is lost.

        Raises:
            DeskError: the new kind cannot hold the block's text or items.
        """
        label = marked("Change kind of block")
        before = self._block(block_id)
        if before.kind is kind:
            return NOTHING
        statement_id = self._statement_of(block_id)
        self._refuse_second_list(statement_id, kind)
        after = converted(before, kind)
        with self._step(label, statement_id):
            self._file.blocks.update(block_id, kind=after.kind, marker=after.marker)
            self._write_sides(after)
        return text_changed(label, statement_id, block_id)

    def change_marker(self, block_id: str, marker: Marker) -> Changes:
        """Change how the items of a block are marked on the page.

        Raises:
            DeskError: the block holds no items.
        """
        label = marked("Change marker")
        block = self._block(block_id)
        if block.kind not in WITH_ITEMS:
            raise DeskError(marked("This kind of block has no items."))
        if block.marker is marker:
            return NOTHING
        statement_id = self._statement_of(block_id)
        with self._step(label, statement_id):
            self._file.blocks.update(block_id, marker=marker)
        return text_changed(label, statement_id, block_id)

    def split_block(self, block_id: str, language: str, paragraph: int) -> Changes:
        """Split at a paragraph (from 0) of one language; focus is the new block.

        Paragraphs from that one on go to a new block behind; other languages are split at the
        same paragraph when they have it. Comments stay with the first part and with the items.

        Raises:
            DeskError: there is no such paragraph, or nothing would stay before it.
        """
        label = marked("Split block")
        block = self._block(block_id)
        statement_id = self._statement_of(block_id)
        first, second = split(block, language, paragraph, self._file.new_id())
        kept = [c for item in block.items for c in self._file.comments.of_branch(item.id)]
        with self._step(label, statement_id):
            for item in block.items:
                self._file.blocks.delete(item.id)
            self._write_sides(first)
            self._insert_behind(block_id, second)
            self._file.comments.insert_again(kept)
        return text_changed(label, statement_id, second.id, made=(second.id,))

    def merge_with_next(self, block_id: str) -> Changes:
        """Add the next sibling's paragraphs, items and comments to this block, in every language.

        Raises:
            DeskError: there is no next block, or it cannot be merged.
        """
        label = marked("Merge blocks")
        block = self._block(block_id)
        statement_id = self._statement_of(block_id)
        follower = self._follower(block_id)
        whole = merged(block, follower)
        kept = self._file.comments.of_branch(follower.id)
        with self._step(label, statement_id):
            self._file.blocks.delete(follower.id)
            self._write_sides(whole)
            for position, item in enumerate(whole.items[len(block.items) :], len(block.items)):
                self._file.blocks.insert(statement_id, item, position=position, parent_id=block_id)
            self._file.comments.insert_again(kept, {follower.id: block_id})
        return text_changed(label, statement_id, block_id)

    def _place_of_item(self, block_id: str) -> tuple[str, int]:
        self._block(block_id)
        parent, position = self._file.blocks.place_of(block_id)
        if parent is None:
            raise DeskError(marked("Only items of a list are indented."))
        return parent, position

    def _reparented(
        self, label: str, block_id: str, parent_id: str | None, position: int
    ) -> Changes:
        statement_id = self._statement_of(block_id)
        with self._step(label, statement_id):
            self._file.blocks.reparent(block_id, parent_id, position)
        return text_changed(label, statement_id, block_id)

    def _follower(self, block_id: str) -> Block:
        _, position = self._file.blocks.place_of(block_id)
        siblings = self._file.blocks.siblings(block_id)
        if position + 1 >= len(siblings):
            raise DeskError(marked("There is no next block to merge with."))
        return self._block(siblings[position + 1])

    def _neighbour(self, block_id: str) -> str:
        """The next sibling, else the one before, else the block that holds the item."""
        parent, position = self._file.blocks.place_of(block_id)
        siblings = self._file.blocks.siblings(block_id)
        others = (*siblings[position + 1 :], *reversed(siblings[:position]))
        return others[0] if others else parent or ""

    def _insert_behind(self, block_id: str, block: Block) -> None:
        statement_id = self._file.blocks.statement_of(block_id)
        parent, position = self._file.blocks.place_of(block_id)
        self._file.blocks.insert(statement_id, block, position=position + 1, parent_id=parent)

    def _refuse_second_list(self, statement_id: str, kind: BlockKind) -> None:
        if kind is not BlockKind.ENDORSER_LIST:
            return
        if any(block.kind is kind for block in self._statement(statement_id).blocks):
            raise DeskError(marked("The statement has an endorser list already."))
