"""Writing the sides of blocks, and placing texts an import could not place."""

from __future__ import annotations

from advocate_desk.desk.boundary import Incoming
from advocate_desk.desk.verbs import NOTHING, Verbs, text_changed
from advocate_desk.language.khmer import has_khmer
from advocate_desk.model.changes import Changes
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import ENGLISH, KHMER, WITH_HEADING, WITHOUT_TEXT, BlockKind
from advocate_desk.model.marked import marked
from advocate_desk.model.statement import Block, Statement
from advocate_desk.model.translation import aligned, drafted, written


class Writing(Verbs):
    """Every text of a statement comes in through here."""

    def write(
        self,
        block_id: str,
        language: str,
        *,
        heading: str | None = None,
        body: str | None = None,
        burst: str = "",
    ) -> Changes:
        """Write one side of a block; None leaves heading or body as it is.

        The written side becomes a draft (missing where nothing is left; stale stays stale until
        it is marked current). Where it is the block's source language, the other written sides
        become stale. Calls with the same non-empty `burst` in one cell are one step of the
        history; without it each call is one.

        Raises:
            DeskError: the block has no text, or no heading, or there is no such block.
        """
        label = marked("Typing")
        before = self._block(block_id)
        _refuse_unwritable(before, language, heading)
        incoming = Incoming()
        after = written(
            before,
            language,
            heading=None if heading is None else incoming.text(heading),
            body=None if body is None else incoming.text(body),
        )
        if after is before:
            return NOTHING
        statement_id = self._statement_of(block_id)
        merge = f"write:{block_id}:{language}:{burst}" if burst else ""
        with self._step(label, statement_id, merge=merge):
            self._write_sides(after)
        return text_changed(label, statement_id, block_id, removed=incoming.removed)

    def place_text(self, statement_id: str, index: int) -> Changes:
        """Make an unplaced text a paragraph at the end; focus is the new block.

        Raises:
            DeskError: there is no such text.
        """
        label = marked("Place text")
        statement = self._statement(statement_id)
        text, rest = _taken(statement, index)
        code = KHMER if has_khmer(text) else ENGLISH
        block = Block(
            self._file.new_id(),
            BlockKind.PARAGRAPH,
            aligned({code: drafted("", text)}, statement.languages),
            source_language=code,
        )
        with self._step(label, statement_id):
            self._file.blocks.insert(statement_id, block, position=len(statement.blocks))
            self._file.statements.update(statement_id, unplaced=rest)
        return text_changed(label, statement_id, block.id, made=(block.id,))

    def dismiss_unplaced(self, statement_id: str, index: int) -> Changes:
        """Drop an unplaced text (undo brings it back).

        Raises:
            DeskError: there is no such text.
        """
        label = marked("Dismiss text")
        _, rest = _taken(self._statement(statement_id), index)
        with self._step(label, statement_id):
            self._file.statements.update(statement_id, unplaced=rest)
        return text_changed(label, statement_id, statement_id)


def _refuse_unwritable(block: Block, language: str, heading: str | None) -> None:
    if block.kind in WITHOUT_TEXT:
        raise DeskError(marked("A page break has no text."))
    if heading and block.kind not in WITH_HEADING:
        raise DeskError(marked("Only demands have a heading of their own."))
    if language not in block.renditions:
        raise DeskError(marked("The statement is not written in this language."))


def _taken(statement: Statement, index: int) -> tuple[str, tuple[str, ...]]:
    """An unplaced text, and the ones that remain."""
    if not 0 <= index < len(statement.unplaced):
        raise DeskError(marked("There is no such text waiting for a place."))
    remaining = statement.unplaced[:index] + statement.unplaced[index + 1 :]
    return statement.unplaced[index], remaining
