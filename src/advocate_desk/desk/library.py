"""The clause library: reusable texts in every language, and the revisions statements pin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from advocate_desk.desk.boundary import Incoming
from advocate_desk.desk.verbs import TEXT_AREAS, Verbs, text_changed
from advocate_desk.model.changes import Area, Changes
from advocate_desk.model.clause import Clause, ClauseRevision
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import BlockKind, ClauseStatus
from advocate_desk.model.marked import marked
from advocate_desk.model.reshaping import new_block
from advocate_desk.model.statement import Block, Rendition
from advocate_desk.model.translation import aligned, drafted, same_text, source_of

Texts = Mapping[str, tuple[str, str]]

NO_CLAUSES = frozenset(
    {
        BlockKind.ITEM,
        BlockKind.ENDORSER_LIST,
        BlockKind.SIGNATURE_SUMMARY,
        BlockKind.PAGE_BREAK,
    }
)


class Library(Verbs):
    """Verbs of the library; `texts` maps a language to (heading, body)."""

    def search(
        self, query: str = "", limit: int = 100, *, include_archived: bool = False
    ) -> tuple[Clause, ...]:
        """Clauses that hold the words in any language, the best first; all for an empty query."""
        return self._file.clauses.search(query, limit=limit, include_archived=include_archived)

    def clause(self, clause_id: str) -> Clause:
        """One clause with its newest revision.

        Raises:
            DeskError: there is no such clause.
        """
        try:
            return self._file.clauses.get(clause_id)
        except KeyError as error:
            raise DeskError(marked("There is no such clause in the library.")) from error

    def new_clause(self, kind: BlockKind, texts: Texts, topic: str = "") -> Changes:
        """Add a clause with its first revision; focus is the clause's id.

        Raises:
            DeskError: nothing is written in any language, or the kind cannot be a clause.
        """
        label = marked("New clause")
        incoming = Incoming()
        sides = _sides(texts, incoming)
        clause = self._first(kind, sides, incoming.text(topic))
        with self._step(label):
            self._file.clauses.insert(clause)
        return _clauses_changed(label, clause.id, removed=incoming.removed)

    def revise(self, clause_id: str, texts: Texts, note: str = "") -> Changes:
        """Add a revision; statements keep the one they pinned.

        Raises:
            DeskError: nothing is written in any language, or nothing is different.
        """
        label = marked("Revise clause")
        incoming = Incoming()
        clause = self.clause(clause_id)
        sides = _sides(texts, incoming)
        if same_text(sides, clause.latest.renditions):
            raise DeskError(marked("Nothing is different from the newest revision."))
        number = clause.latest.number + 1
        revision = self._revision(clause_id, number, sides, incoming.text(note))
        with self._step(label):
            self._file.clauses.add_revision(clause_id, revision)
        return _clauses_changed(label, clause_id, removed=incoming.removed)

    def archive(self, clause_id: str) -> Changes:
        """Stop offering a clause; statements that use it keep it."""
        return self._set_status(clause_id, ClauseStatus.ARCHIVED, marked("Archive clause"))

    def restore(self, clause_id: str) -> Changes:
        """Offer an archived clause again."""
        return self._set_status(clause_id, ClauseStatus.ACTIVE, marked("Restore clause"))

    def insert(self, statement_id: str, clause_id: str, *, after: str | None = None) -> Changes:
        """Put the newest revision into a statement as a new block, in every language.

        The block pins the revision: a later change in the library changes no statement. Focus is
        the new block.
        """
        label = marked("Insert clause")
        clause = self.clause(clause_id)
        sides = aligned(clause.latest.renditions, self._statement(statement_id).languages)
        block = replace(
            new_block(self._file.new_id(), clause.kind, sides),
            source_language=source_of(sides),
            clause_revision_id=clause.latest.id,
        )
        with self._step(label, statement_id):
            position = self._place_after(statement_id, after)
            self._file.blocks.insert(statement_id, block, position=position)
        return _both_changed(label, statement_id, block.id, made=(block.id,))

    def save_block(self, block_id: str, topic: str = "") -> Changes:
        """Make a block of a statement a clause and pin it; `made` holds the clause's id.

        Raises:
            DeskError: the block is empty or of a kind that cannot be a clause, or a withheld
                name stands in it: the library would not know that it is one.
        """
        label = marked("Save as clause")
        block = self._block(block_id)
        statement_id = self._statement_of(block_id)
        self._refuse_withheld(statement_id, (side.text for side in block.renditions.values()))
        if block.items:
            raise DeskError(marked("A block with items cannot be a clause."))
        clause = self._first(block.kind, dict(block.renditions), Incoming().text(topic))
        with self._step(label, statement_id):
            self._file.clauses.insert(clause)
            self._pin(block_id, clause.latest.id)
        return _both_changed(label, statement_id, block_id, made=(clause.id,))

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
        return _both_changed(label, statement_id, block_id)

    def revision(self, revision_id: str) -> ClauseRevision:
        """The revision a block pins, to compare it with the block's text.

        Raises:
            DeskError: there is no such revision.
        """
        try:
            return self._file.clauses.revision(revision_id)
        except KeyError as error:
            raise DeskError(marked("There is no such clause in the library.")) from error

    def newer_revision(self, block_id: str) -> ClauseRevision | None:
        """The clause's newest revision where it is newer than the pinned one, else None."""
        pinned_id = self._block(block_id).clause_revision_id
        if pinned_id is None:
            return None
        pinned = self.revision(pinned_id)
        latest = self.clause(pinned.clause_id).latest
        return latest if latest.number > pinned.number else None

    def take_newer(self, block_id: str) -> Changes:
        """Replace the block's text by the newest revision and pin that.

        Raises:
            DeskError: there is no newer revision.
        """
        label = marked("Take newer revision")
        newer = self.newer_revision(block_id)
        if newer is None:
            raise DeskError(marked("The block is built from the newest revision already."))
        block = self._block(block_id)
        statement_id = self._statement_of(block_id)
        sides = aligned(newer.renditions, block.renditions)
        with self._step(label, statement_id):
            self._write_sides(
                replace(block, renditions=sides, source_language=source_of(sides), edited=False)
            )
            self._pin(block_id, newer.id)
        return _both_changed(label, statement_id, block_id)

    def _pinned(self, block_id: str) -> Block:
        block = self._block(block_id)
        if block.clause_revision_id is None:
            raise DeskError(marked("The block was not built from a clause."))
        return block

    def _pin(self, block_id: str, revision_id: str | None) -> None:
        self._file.blocks.update(block_id, clause_revision_id=revision_id, edited=False)

    def _first(self, kind: BlockKind, sides: Mapping[str, Rendition], topic: str) -> Clause:
        """A clause with its first revision, not yet written."""
        if kind in NO_CLAUSES:
            raise DeskError(marked("This kind of block cannot be a clause."))
        clause_id = self._file.new_id()
        return Clause(clause_id, kind, self._revision(clause_id, 1, sides, ""), topic)

    def _revision(
        self, clause_id: str, number: int, sides: Mapping[str, Rendition], note: str
    ) -> ClauseRevision:
        if all(side.is_empty for side in sides.values()):
            raise DeskError(marked("A clause needs a text in one language at least."))
        now = self._file.now()
        return ClauseRevision(self._file.new_id(), clause_id, number, sides, now, note)

    def _set_status(self, clause_id: str, status: ClauseStatus, label: str) -> Changes:
        self.clause(clause_id)
        with self._step(label):
            self._file.clauses.set_status(clause_id, status)
        return _clauses_changed(label, clause_id)


def _sides(texts: Texts, incoming: Incoming) -> dict[str, Rendition]:
    return {
        code: drafted(incoming.text(heading), incoming.text(body))
        for code, (heading, body) in texts.items()
    }


def _clauses_changed(label: str, clause_id: str, *, removed: int = 0) -> Changes:
    areas = frozenset({Area.CLAUSES})
    return Changes(areas, clause_id, "", label, (clause_id,), removed)


def _both_changed(
    label: str, statement_id: str, focus: str, *, made: tuple[str, ...] = ()
) -> Changes:
    changes = text_changed(label, statement_id, focus, made=made)
    return replace(changes, areas=TEXT_AREAS | {Area.CLAUSES})
