"""Writing a statement: the statement itself, its blocks, their texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from advocate_desk.desk.arranging import Arranging
from advocate_desk.desk.boundary import Incoming
from advocate_desk.desk.dating import Dating
from advocate_desk.desk.filling import Filling
from advocate_desk.desk.skeletons import Skeletons
from advocate_desk.desk.verbs import text_changed, texts_of
from advocate_desk.desk.writing import Writing
from advocate_desk.model.changes import Area, Changes
from advocate_desk.model.kinds import SHIPPED_LANGUAGES, BlockKind, StatementKind
from advocate_desk.model.marked import marked
from advocate_desk.model.statement import Block, Statement, StatementSummary
from advocate_desk.model.translation import aligned, drafted, source_of


class Drafting(Arranging, Writing, Dating, Filling, Skeletons):
    """Verbs of the drafter; blocks are put in order by `Arranging`, written by `Writing`.

    Date and place are set by `Dating`, own placeholders by `Filling`; `Skeletons` keeps what a
    statement can start from.
    """

    def statements(self) -> tuple[StatementSummary, ...]:
        """Every statement of the desk, the one changed last first."""
        return self._file.statements.all()

    def statement(self, statement_id: str) -> Statement:
        """One statement with all its blocks.

        Raises:
            DeskError: there is no such statement.
        """
        return self._statement(statement_id)

    def new_statement(
        self, kind: StatementKind, title: Mapping[str, str], skeleton: str = ""
    ) -> Changes:
        """Start a statement from a skeleton, else with a title and an empty paragraph.

        The title takes the place of the skeleton's in every language in which it is not empty.
        Focus is the statement's id.

        Raises:
            DeskError: there is no such skeleton.
        """
        label = marked("New statement")
        incoming = Incoming()
        begun = self._begun(skeleton, kind) if skeleton else self._blank(kind)
        texts = incoming.texts(title)
        made = replace(begun, kind=kind, blocks=self._titled(begun.blocks, texts))
        with self._step(label):
            self._insert_statement(made)
        return text_changed(label, made.id, made.id, removed=incoming.removed, made=(made.id,))

    def duplicate_statement(self, statement_id: str) -> Changes:
        """A copy of the texts without endorsements or editions; focus is the copy's id.

        Raises:
            DeskError: a withheld name stands in a text: the copy would not know that it is one.
        """
        label = marked("Duplicate statement")
        original = self._statement(statement_id)
        self._refuse_withheld(statement_id, texts_of(original))
        copy = replace(
            original,
            id=self._file.new_id(),
            blocks=tuple(self._copy_of(block) for block in original.blocks),
            is_sample=False,
            updated_at="",
            skeleton_name="",
        )
        with self._step(label):
            self._insert_statement(copy)
        return text_changed(label, copy.id, copy.id, made=(copy.id,))

    def delete_statement(self, statement_id: str) -> Changes:
        """Delete a statement with its blocks, endorsements and editions (undo brings it back).

        Raises:
            DeskError: an edition of it was issued.
        """
        label = marked("Delete statement")
        self._statement(statement_id)
        with self._step(label):
            self._file.statements.delete(statement_id)
        return Changes(frozenset(Area), statement_id=statement_id, label=label)

    def set_kind(self, statement_id: str, kind: StatementKind) -> Changes:
        """Change what the statement is for."""
        label = marked("Change kind of statement")
        self._statement(statement_id)
        with self._step(label, statement_id):
            self._file.statements.update(statement_id, kind=kind)
        return text_changed(label, statement_id, statement_id)

    def mark_sample(self, statement_id: str) -> Changes:
        """Mark a statement as the program's own sample."""
        label = marked("Make the sample")
        self._statement(statement_id)
        with self._step(label, statement_id):
            self._file.statements.update(statement_id, is_sample=True)
        return text_changed(label, statement_id, statement_id)

    def _blank(self, kind: StatementKind) -> Statement:
        blocks = (
            Block(self._file.new_id(), BlockKind.TITLE, aligned({}, SHIPPED_LANGUAGES)),
            Block(self._file.new_id(), BlockKind.PARAGRAPH, aligned({}, SHIPPED_LANGUAGES)),
        )
        return Statement(self._file.new_id(), kind, SHIPPED_LANGUAGES, blocks)

    def _titled(self, blocks: tuple[Block, ...], texts: Mapping[str, str]) -> tuple[Block, ...]:
        """The blocks with the first title's sides replaced where a text is given."""
        given = {code: drafted("", text) for code, text in texts.items() if text.strip()}
        at = next((n for n, one in enumerate(blocks) if one.kind is BlockKind.TITLE), None)
        if at is None:
            title = Block(self._file.new_id(), BlockKind.TITLE, aligned(given, SHIPPED_LANGUAGES))
            return (title, *blocks) if given else blocks
        sides = {**blocks[at].renditions, **given}
        title = replace(blocks[at], renditions=sides, source_language=source_of(sides))
        return (*blocks[:at], title, *blocks[at + 1 :])
