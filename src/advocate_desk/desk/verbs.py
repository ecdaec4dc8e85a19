"""What every group of verbs stands on: the opened desk file, steps, and plain refusals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from advocate_desk.model.changes import Area, Changes
from advocate_desk.model.errors import DeskError
from advocate_desk.model.marked import marked
from advocate_desk.model.statement import Block, Statement, walk
from advocate_desk.store.desk_file import DeskFile

NOTHING = Changes(frozenset())
TEXT_AREAS = frozenset({Area.BLOCKS, Area.STATEMENTS})
ROW_AREAS = frozenset({Area.ENDORSEMENTS, Area.STATEMENTS})
LIST_AREAS = frozenset({Area.ENDORSEMENTS, Area.ENDORSERS, Area.STATEMENTS})


class Verbs:
    """A group of verbs over one opened desk file."""

    def __init__(self, opened: DeskFile) -> None:
        self._file = opened

    @contextmanager
    def _step(self, label: str, *statement_ids: str, merge: str = "") -> Iterator[None]:
        """One step; the statements it changes are noted as changed now."""
        with self._file.step(label, merge=merge):
            yield
            for statement_id in dict.fromkeys(statement_ids):
                self._file.statements.touch(statement_id)

    def _statement(self, statement_id: str) -> Statement:
        try:
            return self._file.statements.get(statement_id)
        except KeyError as error:
            raise DeskError(marked("There is no such statement in this desk.")) from error

    def _block(self, block_id: str) -> Block:
        try:
            return self._file.blocks.get(block_id)
        except KeyError as error:
            raise DeskError(marked("There is no such block; it may have been deleted.")) from error

    def _statement_of(self, block_id: str) -> str:
        try:
            return self._file.blocks.statement_of(block_id)
        except KeyError as error:
            raise DeskError(marked("There is no such block; it may have been deleted.")) from error

    def _place_after(self, statement_id: str, after: str | None) -> int:
        """The position behind a top-level block (or the one that holds an item), or the end."""
        if after is None:
            return len(self._statement(statement_id).blocks)
        parent, position = self._file.blocks.place_of(after)
        while parent is not None:
            parent, position = self._file.blocks.place_of(parent)
        return position + 1

    def _refuse_withheld(self, statement_id: str, texts: Iterable[str]) -> None:
        """Texts that leave their statement leave behind what hides its withheld names.

        Raises:
            DeskError: one of the texts holds a name that is withheld in the statement.
        """
        from advocate_desk.model.withholding import Withheld

        withheld = Withheld.of(self._file.endorsements.of(statement_id))
        if any(withheld.spans(text) for text in texts):
            raise DeskError(marked("A withheld name stands in the text; take it out first."))

    def _write_sides(self, after: Block) -> None:
        """Write what is different between a stored block and its new form, but not its items."""
        before = self._file.blocks.get(after.id)
        for code, side in after.renditions.items():
            if side != before.renditions.get(code):
                self._file.blocks.write(after.id, code, side)
        if (before.source_language, before.edited) != (after.source_language, after.edited):
            self._file.blocks.update(
                after.id, source_language=after.source_language, edited=after.edited
            )

    def _insert_statement(self, statement: Statement) -> None:
        """Write a statement with its blocks."""
        self._file.statements.insert(statement)
        for position, block in enumerate(statement.blocks):
            self._file.blocks.insert(statement.id, block, position=position)

    def _copy_of(self, block: Block) -> Block:
        """A copy of a block for another statement: what its sides were translated from stays.

        An older text may hold a name that is withheld by now, where nobody sees it.
        """
        sides = {c: replace(s, translated_from=None) for c, s in block.renditions.items()}
        items = tuple(self._copy_of(item) for item in block.items)
        return replace(block, id=self._file.new_id(), renditions=sides, items=items)

    def _with_new_ids(self, block: Block) -> Block:
        """A copy of a block with fresh ids all the way down."""
        items = tuple(self._with_new_ids(item) for item in block.items)
        return replace(block, id=self._file.new_id(), items=items)


def texts_of(statement: Statement) -> Iterator[str]:
    """Every text of a statement that people wrote."""
    for block in walk(statement.blocks):
        for side in block.renditions.values():
            yield from (side.heading, side.body)
    for texts in (statement.place, statement.issuer, statement.lunar):
        yield from texts.values()
    for own in statement.placeholders.values():
        yield from own.values()
    if statement.header is not None:
        yield from statement.header.organisation.values()
        yield from statement.header.lines.values()
    yield from statement.unplaced


def text_changed(
    label: str, statement_id: str, focus: str = "", *, removed: int = 0, made: Iterable[str] = ()
) -> Changes:
    """What a verb that changed blocks says."""
    return Changes(TEXT_AREAS, focus, statement_id, label, tuple(made), removed)


def list_changed(
    label: str, statement_id: str, focus: str = "", *, removed: int = 0, made: Iterable[str] = ()
) -> Changes:
    """What a verb that changed endorsers or endorsements says."""
    return Changes(LIST_AREAS, focus, statement_id, label, tuple(made), removed)


def rows_changed(
    label: str, statement_id: str, focus: str = "", *, removed: int = 0, made: Iterable[str] = ()
) -> Changes:
    """What a verb that changed endorsements, but nobody's name, says."""
    return Changes(ROW_AREAS, focus, statement_id, label, tuple(made), removed)
