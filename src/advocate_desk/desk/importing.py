"""Bringing documents and lists into the desk: read, let the user correct, then write."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from advocate_desk.desk.boundary import Incoming
from advocate_desk.desk.draft_details import dated_in_time
from advocate_desk.desk.drafted_blocks import block_of
from advocate_desk.desk.list_preview import ListPreviewing
from advocate_desk.desk.listing import Listing, written_of
from advocate_desk.desk.verbs import text_changed
from advocate_desk.model.changes import Area, Changes
from advocate_desk.model.column_map import ColumnMap
from advocate_desk.model.draft import (
    DraftEndorsers,
    DraftStatement,
)
from advocate_desk.model.kinds import EndorsementState
from advocate_desk.model.marked import marked
from advocate_desk.model.statement import Block, Statement


class Importing(Listing, ListPreviewing):
    """Reading writes nothing; bringing in is one step for the whole import."""

    def read_statements(self, path: Path, kind: str = "auto") -> tuple[DraftStatement, ...]:
        """The statements a document holds, as understood.

        Raises:
            ImportRefused: the file cannot be read as what its name says.
        """
        from advocate_desk.importers.statement_reader import read_statements

        return read_statements(path, kind)

    def read_endorsers(self, path: Path, maps: Sequence[ColumnMap] = ()) -> DraftEndorsers:
        """The endorsers a list or document holds: rows read = accepted + listed.

        `maps` correct what the columns of its tables hold.

        Raises:
            ImportRefused: the file cannot be read as what its name says.
        """
        from advocate_desk.importers.endorser_reader import read_endorsers

        return dated_in_time(read_endorsers(path, maps), self._file.now())

    def read_endorser_text(self, text: str, maps: Sequence[ColumnMap] = ()) -> DraftEndorsers:
        """The endorsers in a pasted text, one per line, or in cells of a spreadsheet."""
        from advocate_desk.importers.endorser_reader import read_endorser_text

        return dated_in_time(read_endorser_text(text, maps), self._file.now())

    def read_endorser_page(self, page: str, maps: Sequence[ColumnMap] = ()) -> DraftEndorsers:
        """The endorsers in what was copied from a mail or a browser, in its markup."""
        from advocate_desk.importers.endorser_reader import read_endorser_page

        return dated_in_time(read_endorser_page(page, maps), self._file.now())

    def bring_in(self, drafts: Sequence[DraftStatement]) -> Changes:
        """Write statements with blocks and confirmed endorsements; `made` holds their ids.

        A desk that holds statements is backed up first, except inside a step.

        An endorser with exactly the same names and wording is taken from the registry; nobody is
        merged on a likeness. An entry that repeats an endorser of the same list, or cannot be a
        name, is kept as an unplaced text.
        """
        label = marked("Import")
        incoming = Incoming()
        self._back_up_first()
        with self._step(label):
            made = tuple(self._bring_in(draft, incoming) for draft in drafts)
        focus = made[0] if made else ""
        return Changes(frozenset(Area), focus, focus, label, made, incoming.removed)

    def add_into(self, statement_id: str, draft: DraftStatement) -> Changes:
        """Add a draft's blocks and endorsers to the end of a statement; `made` holds the blocks.

        A date of issue is taken over where the statement has none.
        """
        label = marked("Import into statement")
        incoming = Incoming()
        statement = self._statement(statement_id)
        blocks = self._blocks(draft, incoming, statement.languages)
        self._back_up_first()
        with self._step(label, statement_id):
            for position, block in enumerate(blocks, start=len(statement.blocks)):
                self._file.blocks.insert(statement_id, block, position=position)
            if statement.issue_date is None:
                self._file.statements.update(statement_id, issue_date=draft.issue_date)
            self._add_list(statement, draft, incoming)
        made = tuple(block.id for block in blocks)
        focus = made[0] if made else statement_id
        changes = text_changed(label, statement_id, focus, removed=incoming.removed, made=made)
        return Changes(frozenset(Area), changes.focus, statement_id, label, made, changes.removed)

    def _bring_in(self, draft: DraftStatement, incoming: Incoming) -> str:
        statement = Statement(
            self._file.new_id(), draft.kind, draft.languages, issue_date=draft.issue_date
        )
        self._file.statements.insert(statement)
        for position, block in enumerate(self._blocks(draft, incoming, draft.languages)):
            self._file.blocks.insert(statement.id, block, position=position)
        self._add_list(statement, draft, incoming)
        return statement.id

    def _add_list(self, statement: Statement, draft: DraftStatement, incoming: Incoming) -> None:
        _, left = self._list_all(
            statement.id, draft.endorsers, incoming, EndorsementState.CONFIRMED
        )
        texts = tuple(incoming.text(text) for text in (*draft.unplaced, *written_of(left)))
        if texts:
            self._file.statements.update(statement.id, unplaced=statement.unplaced + texts)

    def _blocks(
        self, draft: DraftStatement, incoming: Incoming, languages: tuple[str, ...]
    ) -> list[Block]:
        new_id = self._file.new_id
        return [block_of(block, incoming, languages, new_id) for block in draft.blocks]
