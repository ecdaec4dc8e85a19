"""Writing a statement: the statement itself, its blocks, their texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from advocate_desk.desk.arranging import Arranging
from advocate_desk.desk.boundary import Incoming
from advocate_desk.desk.verbs import text_changed
from advocate_desk.desk.writing import Writing
from advocate_desk.model.changes import Area, Changes
from advocate_desk.model.kinds import SHIPPED_LANGUAGES, BlockKind, StatementKind
from advocate_desk.model.marked import marked
from advocate_desk.model.statement import Block, Statement, StatementSummary
from advocate_desk.model.translation import aligned, drafted, source_of


class Drafting(Arranging, Writing):
    """Verbs of the drafter; blocks are put in order by `Arranging`, written by `Writing`."""

    def statements(self) -> tuple[StatementSummary, ...]:
        """Every statement of the desk, the one changed last first."""
        return self._file.statements.all()

    def statement(self, statement_id: str) -> Statement:
        """One statement with all its blocks.

        Raises:
            DeskError: there is no such statement.
        """
        return self._statement(statement_id)

    def new_statement(self, kind: StatementKind, title: Mapping[str, str]) -> Changes:
        """Start a statement with a title block and one empty paragraph; focus is its id."""
        label = marked("New statement")
        incoming = Incoming()
        blocks = (
            self._title(incoming.texts(title)),
            Block(self._file.new_id(), BlockKind.PARAGRAPH, aligned({}, SHIPPED_LANGUAGES)),
        )
        made = Statement(self._file.new_id(), kind, SHIPPED_LANGUAGES, blocks)
        with self._step(label):
            self._insert_statement(made)
        return text_changed(label, made.id, made.id, removed=incoming.removed, made=(made.id,))

    def duplicate_statement(self, statement_id: str) -> Changes:
        """A copy of the texts without endorsements or editions; focus is the copy's id."""
        label = marked("Duplicate statement")
        original = self._statement(statement_id)
        copy = replace(
            original,
            id=self._file.new_id(),
            blocks=tuple(self._with_new_ids(block) for block in original.blocks),
            is_sample=False,
            updated_at="",
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

    def set_date(self, statement_id: str, day: date | None) -> Changes:
        """Set or clear the date of issue."""
        label = marked("Set date of issue")
        self._statement(statement_id)
        with self._step(label, statement_id):
            self._file.statements.update(statement_id, issue_date=day)
        return text_changed(label, statement_id, statement_id)

    def set_place(self, statement_id: str, language: str, text: str) -> Changes:
        """Set the place of issue in one language."""
        label = marked("Set place of issue")
        incoming = Incoming()
        place = {**self._statement(statement_id).place, language: incoming.text(text)}
        with self._step(label, statement_id, merge=f"place:{statement_id}:{language}"):
            self._file.statements.update(statement_id, place=place)
        return text_changed(label, statement_id, statement_id, removed=incoming.removed)

    def set_issuer(self, statement_id: str, language: str, text: str) -> Changes:
        """Set who issues the statement, in one language."""
        label = marked("Set issuer")
        incoming = Incoming()
        issuer = {**self._statement(statement_id).issuer, language: incoming.text(text)}
        with self._step(label, statement_id, merge=f"issuer:{statement_id}:{language}"):
            self._file.statements.update(statement_id, issuer=issuer)
        return text_changed(label, statement_id, statement_id, removed=incoming.removed)

    def mark_sample(self, statement_id: str) -> Changes:
        """Mark a statement as the program's own sample."""
        label = marked("Make the sample")
        self._statement(statement_id)
        with self._step(label, statement_id):
            self._file.statements.update(statement_id, is_sample=True)
        return text_changed(label, statement_id, statement_id)

    def _title(self, texts: Mapping[str, str]) -> Block:
        sides = aligned(
            {code: drafted("", text) for code, text in texts.items()}, SHIPPED_LANGUAGES
        )
        return Block(self._file.new_id(), BlockKind.TITLE, sides, source_language=source_of(sides))

    def _insert_statement(self, statement: Statement) -> None:
        self._file.statements.insert(statement)
        for position, block in enumerate(statement.blocks):
            self._file.blocks.insert(statement.id, block, position=position)
