"""The clause library: reusable texts in every language, and the revisions statements pin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from advocate_desk.desk.boundary import Incoming
from advocate_desk.desk.clause_verbs import (
    NO_CLAUSES,
    ClauseVerbs,
    Texts,
    both_changed,
    clauses_changed,
    sides_of,
)
from advocate_desk.desk.filing_clauses import FilingClauses
from advocate_desk.desk.finding_doubles import FindingDoubles
from advocate_desk.desk.offering_revisions import OfferingRevisions
from advocate_desk.desk.reviewing_clauses import ReviewingClauses, next_sides
from advocate_desk.desk.varying_clauses import VaryingClauses
from advocate_desk.model.changes import Changes
from advocate_desk.model.clause import (
    OFFERED,
    Clause,
    ClauseDetails,
    ClauseFilter,
    ClauseRevision,
    ClauseUse,
)
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import BlockKind, ClauseStatus
from advocate_desk.model.legal_basis import instrument_list
from advocate_desk.model.marked import marked
from advocate_desk.model.reshaping import new_block
from advocate_desk.model.statement import Block, Rendition
from advocate_desk.model.translation import aligned, same_text, source_of

__all__ = ["NO_CLAUSES", "Library", "Texts"]


class Library(
    FilingClauses,
    VaryingClauses,
    OfferingRevisions,
    ReviewingClauses,
    FindingDoubles,
    ClauseVerbs,
):
    """Verbs of the library; `texts` maps a language to (heading, body)."""

    # Reading

    def search(
        self, query: str = "", limit: int = 100, *, wanted: ClauseFilter = OFFERED
    ) -> tuple[Clause, ...]:
        """Clauses that hold the words in any language, the best first; all for an empty query."""
        return self._file.clauses.search(query, limit=limit, wanted=wanted)

    def get_ready(self) -> None:
        """Read what the first search in the middle of words would wait for; for a worker."""
        self._file.clauses.get_ready()

    def count(self, *, wanted: ClauseFilter = OFFERED) -> int:
        """How many clauses a filter leaves in."""
        return self._file.clauses.count(wanted=wanted)

    def revisions(self, clause_id: str) -> tuple[ClauseRevision, ...]:
        """Every revision of a clause, the newest first: who, when, why and what."""
        return self._file.clauses.revisions(clause_id)

    def where_used(self, clause_id: str) -> tuple[ClauseUse, ...]:
        """The statements that hold the clause, at which revision, and the editions that do."""
        return self._file.clauses.uses.of(clause_id)

    # The life of a clause

    def new_clause(
        self,
        kind: BlockKind,
        texts: Texts,
        topic: str = "",
        *,
        details: ClauseDetails | None = None,
    ) -> Changes:
        """Add a clause with its first revision; focus is the clause's id.

        Raises:
            DeskError: nothing is written in any language, the kind cannot be a clause, or another
                clause has exactly this text in a language.
        """
        label = marked("New clause")
        incoming = Incoming()
        known = self._checked_details(details or ClauseDetails(topic), incoming)
        clause = self._first(kind, sides_of(texts, incoming), known)
        with self._step(label):
            self._file.clauses.insert(clause)
        return clauses_changed(label, clause.id, made=(clause.id,), removed=incoming.removed)

    def revise(self, clause_id: str, texts: Texts, note: str = "") -> Changes:
        """Add a revision; statements keep the one they pinned. Languages left out stay.

        Raises:
            DeskError: nothing is written in any language, nothing is different, or another clause
                has exactly this text in a language.
        """
        label = marked("Revise clause")
        incoming = Incoming()
        revision = self._next_revision(self.clause(clause_id), texts, incoming.text(note), incoming)
        if revision is None:
            raise DeskError(marked("Nothing is different from the newest revision."))
        with self._step(label):
            self._file.clauses.add_revision(clause_id, revision)
        return clauses_changed(label, clause_id, made=(clause_id,), removed=incoming.removed)

    def edit(self, clause_id: str, texts: Texts, details: ClauseDetails, note: str = "") -> Changes:
        """Write texts and what is known about a clause as one step; other texts make a revision.

        Raises:
            DeskError: nothing is different, or what `revise` refuses.
        """
        label = marked("Edit clause")
        incoming = Incoming()
        clause = self.clause(clause_id)
        known = self._checked_details(details, incoming)
        revision = self._next_revision(clause, texts, incoming.text(note), incoming)
        if revision is None and known == clause.details:
            raise DeskError(marked("Nothing is different from the newest revision."))
        with self._step(label):
            self._file.clauses.set_details(clause_id, known)
            if revision is not None:
                self._file.clauses.add_revision(clause_id, revision)
        return clauses_changed(label, clause_id, made=(clause_id,), removed=incoming.removed)

    def archive(self, clause_id: str) -> Changes:
        """Stop offering a clause; statements that use it keep it."""
        return self._set_status(clause_id, ClauseStatus.ARCHIVED, marked("Archive clause"))

    def restore(self, clause_id: str) -> Changes:
        """Offer an archived clause again."""
        return self._set_status(clause_id, ClauseStatus.ACTIVE, marked("Restore clause"))

    def delete(self, clause_id: str) -> Changes:
        """Delete a clause that nothing uses; one that a statement or edition holds is archived.

        The label of what comes back tells which it was.
        """
        self.clause(clause_id)
        if self._file.clauses.uses.is_used(clause_id):
            return self.archive(clause_id)
        label = marked("Delete clause")
        with self._step(label):
            self._leave_group(clause_id)
            self._file.clauses.delete(clause_id)
        return clauses_changed(label, "")

    # In a statement

    def insert(
        self,
        statement_id: str,
        clause_id: str,
        *,
        after: str | None = None,
        with_legal_basis: bool = False,
    ) -> Changes:
        """Put the newest revision into a statement as a new block, in every language.

        The block pins the revision: a later change in the library changes no statement. Focus is
        the new block. With its legal basis, a list of the instruments follows it.
        """
        label = marked("Insert clause")
        clause = self.clause(clause_id)
        languages = self._statement(statement_id).languages
        blocks = [self._block_of(clause, languages)]
        if with_legal_basis and clause.legal_bases:
            blocks.append(instrument_list(clause.legal_bases, languages, self._file.new_id))
        with self._step(label, statement_id):
            position = self._place_after(statement_id, after)
            for place, block in enumerate(blocks, start=position):
                self._file.blocks.insert(statement_id, block, position=place)
        made = tuple(block.id for block in blocks)
        return both_changed(label, statement_id, made[0], made=made)

    def save_block(self, block_id: str, topic: str = "") -> Changes:
        """Make a block of a statement a clause and pin it; `made` holds the clause's id.

        Raises:
            DeskError: the block is empty or of a kind that cannot be a clause, the library has
                its text already, or a withheld name stands in it: the library would not know that
                it is one.
        """
        label = marked("Save as clause")
        block = self._block(block_id)
        statement_id = self._statement_of(block_id)
        self._refuse_withheld(statement_id, (side.text for side in block.renditions.values()))
        if block.items:
            raise DeskError(marked("A block with items cannot be a clause."))
        sides = {code: _unbound(side) for code, side in block.renditions.items()}
        clause = self._first(block.kind, sides, ClauseDetails(Incoming().text(topic)))
        with self._step(label, statement_id):
            self._file.clauses.insert(clause)
            self._pin(block_id, clause.latest.id)
        return both_changed(label, statement_id, block_id, made=(clause.id,))

    def unlink(self, block_id: str) -> Changes:
        """Forget which revision a block was built from; its text stays.

        Raises:
            DeskError: the block was not built from a clause.
        """
        label = marked("Unlink from the library")
        self._pinned(block_id)
        statement_id = self._statement_of(block_id)
        with self._step(label, statement_id):
            self._pin(block_id, None)
        return both_changed(label, statement_id, block_id)

    def _block_of(self, clause: Clause, languages: tuple[str, ...]) -> Block:
        sides = aligned(clause.latest.renditions, languages)
        return replace(
            new_block(self._file.new_id(), clause.kind, sides),
            source_language=source_of(sides),
            clause_revision_id=clause.latest.id,
        )

    def _next_revision(
        self, clause: Clause, texts: Texts, note: str, incoming: Incoming
    ) -> ClauseRevision | None:
        """The revision with these texts; None where they are what the newest one says."""
        before: Mapping[str, Rendition] = clause.latest.renditions
        sides = {**before, **sides_of(texts, incoming)}
        if same_text(sides, before):
            return None
        changed = {code: side for code, side in sides.items() if side.text != _text(before, code)}
        self._refuse_same_text(changed, besides=clause.id)
        number = clause.latest.number + 1
        return self._revision(clause.id, number, next_sides(before, sides), note)

    def _set_status(self, clause_id: str, status: ClauseStatus, label: str) -> Changes:
        self.clause(clause_id)
        with self._step(label):
            self._file.clauses.set_status(clause_id, status)
        return clauses_changed(label, clause_id)


def _text(sides: Mapping[str, Rendition], code: str) -> str:
    return sides[code].text if code in sides else ""


def _unbound(side: Rendition) -> Rendition:
    """A side without what it was translated from: that belongs to the statement."""
    return replace(side, translated_from=None)
