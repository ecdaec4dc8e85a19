"""What can be done with the block the cursor is in: each a verb of the desk."""

from __future__ import annotations

from collections.abc import Callable

from advocate_desk.gui.operations import Operations
from advocate_desk.gui.widgets.block_column import BlockColumn
from advocate_desk.gui.widgets.text_cell import TextCell
from advocate_desk.model.changes import Changes
from advocate_desk.model.kinds import WITH_ITEMS, BlockKind, Marker
from advocate_desk.model.statement import Block, walk


class Place:
    """Where the cursor is: a block or entry of a statement, and a side."""

    def __init__(self) -> None:
        self.statement_id = ""
        self.block_id = ""
        self.language = ""


class BlockActions:
    """The verbs of one block. `go` puts the cursor into what came of it."""

    def __init__(
        self,
        operations: Operations,
        column: BlockColumn,
        place: Place,
        go: Callable[[str, str], None],
        deleted: Callable[[Changes], None],
    ) -> None:
        self._operations = operations
        self._desk = operations.desk
        self._column = column
        self._place = place
        self._go = go
        self._deleted = deleted
        # The library's dialogs are made after the page; what the menu asks of them is set then.
        self.on_compare: Callable[[str], object] = _nothing
        self.on_newer: Callable[[str], object] = _nothing

    def _run(self, verb: Callable[..., Changes], *arguments: object, **named: object) -> None:
        changes = self._operations.run(verb, *arguments, **named)
        if changes and changes.focus:
            self._go(changes.focus, self._place.language)

    @property
    def top_id(self) -> str:
        """The block of the statement the cursor is in."""
        return self._column.top_block_of(self._place.block_id)

    def block(self) -> Block | None:
        """The block or entry the cursor is in."""
        wanted = self._place.block_id
        return next((b for b in walk(self._column.blocks) if b.id == wanted), None)

    def add(self, kind: BlockKind = BlockKind.PARAGRAPH) -> None:
        """Adds a block behind the current one."""
        after = self.top_id or None
        self._run(self._desk.drafting.add_block, self._place.statement_id, kind, after=after)

    def add_item(self) -> None:
        """Adds an entry behind the current one, or to the current list."""
        block = self.block()
        if block is None:
            return
        if block.kind is BlockKind.ITEM:
            self._run(self._desk.drafting.add_item, self._parent_of(block.id), after=block.id)
        elif block.kind in WITH_ITEMS:
            self._run(self._desk.drafting.add_item, block.id)

    def _parent_of(self, item_id: str) -> str:
        parents = (b for b in walk(self._column.blocks) if any(i.id == item_id for i in b.items))
        return next(parents).id

    def move(self, by: int) -> None:
        """Moves the block, or the entry within its list."""
        if self._place.block_id:
            self._run(self._desk.drafting.move_block, self._place.block_id, by)

    def duplicate(self) -> None:
        """Puts a copy behind the block."""
        if self._place.block_id:
            self._run(self._desk.drafting.duplicate_block, self._place.block_id)

    def change_kind(self, kind: BlockKind) -> None:
        """Makes the block another kind."""
        if self.top_id:
            self._run(self._desk.drafting.change_kind, self.top_id, kind)

    def change_marker(self, marker: Marker) -> None:
        """Changes how the entries of the list are marked."""
        if self.top_id:
            self._run(self._desk.drafting.change_marker, self.top_id, marker)

    def split(self) -> None:
        """Splits the block at the paragraph the cursor is in."""
        cell = self.current_cell()
        if cell is not None:
            paragraph = cell.paragraph_at_cursor()
            self._run(self._desk.drafting.split_block, cell.block_id, cell.language, paragraph)

    def merge(self) -> None:
        """Adds the next block to this one."""
        if self._place.block_id:
            self._run(self._desk.drafting.merge_with_next, self._place.block_id)

    def delete(self) -> None:
        """Deletes the block or entry; the window says so and offers Undo."""
        if not self._place.block_id:
            return
        changes = self._operations.run(self._desk.drafting.delete_block, self._place.block_id)
        if changes:
            self._deleted(changes)
            if changes.focus:
                self._go(changes.focus, self._place.language)

    def indent(self) -> None:
        """Makes the entry a part of the one above."""
        if self._place.block_id:
            self._run(self._desk.drafting.indent_item, self._place.block_id)

    def outdent(self) -> None:
        """Puts the entry beside the one that holds it."""
        if self._place.block_id:
            self._run(self._desk.drafting.outdent_item, self._place.block_id)

    def save_clause(self) -> None:
        """Keeps the block in the library."""
        if self.top_id:
            self._operations.run(self._desk.library.save_block, self.top_id)

    def unlink(self) -> None:
        """Forgets which clause the block was built from."""
        if self.top_id:
            self._operations.run(self._desk.library.unlink, self.top_id)

    def compare(self) -> None:
        """Shows the block beside the library."""
        self.on_compare(self.top_id)

    def show_newer(self) -> None:
        """Shows what the library has newer for the block."""
        self.on_newer(self.top_id)

    def top_block(self, block_id: str = "") -> Block | None:
        """A block of the statement, the current one without an id."""
        wanted = block_id or self.top_id
        return next((block for block in self._column.blocks if block.id == wanted), None)

    def mark_current(self, language: str = "") -> None:
        """Says that one side says the same as the other."""
        if self._place.block_id:
            side = language or self._place.language
            self._operations.run(self._desk.translating.mark_current, self._place.block_id, side)

    def insert_clause(
        self, clause_id: str, *, after: str = "", with_legal_basis: bool = False
    ) -> None:
        """Puts a clause behind a block, behind the current one without `after`."""
        self._run(
            self._desk.library.insert,
            self._place.statement_id,
            clause_id,
            after=after or self.top_id or None,
            with_legal_basis=with_legal_basis,
        )

    def move_behind(self, block_id: str, after: str) -> None:
        """Moves a dropped block behind another one, to the top where `after` is empty."""
        ids = [block.id for block in self._column.blocks]
        if block_id not in ids or block_id == after:
            return
        ids.remove(block_id)
        position = ids.index(after) + 1 if after else 0
        self._run(self._desk.drafting.move_block_to, block_id, position)

    def current_cell(self) -> TextCell | None:
        """The cell the cursor is in."""
        place = self._place
        found = [
            cell
            for cell in self._column.cells()
            if cell.block_id == place.block_id and cell.language == place.language
        ]
        return next((cell for cell in found if cell.hasFocus()), next(iter(found), None))


def _nothing(_block_id: str) -> None:
    """What a page without a library does."""
