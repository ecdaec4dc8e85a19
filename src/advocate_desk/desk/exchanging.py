"""The library as files: clauses in from documents, tables and statements, the library out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from advocate_desk.desk.boundary import Incoming
from advocate_desk.desk.clause_planning import Planning
from advocate_desk.desk.clause_verbs import ClauseVerbs, sides_of
from advocate_desk.desk.library import Library
from advocate_desk.desk.remembering import Guard
from advocate_desk.desk.statement_clauses import offered_block
from advocate_desk.importers.clause_reader import (
    Told,
    read_clause_files,
    read_clauses,
)
from advocate_desk.importers.clause_tables import AS_IT_IS, Corrections
from advocate_desk.model.changes import Area, Changes
from advocate_desk.model.clause import EVERY_CLAUSE, Clause, ClauseDetails, ClauseFilter
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import BlockKind, ClauseStatus
from advocate_desk.model.marked import marked
from advocate_desk.model.offered import (
    ClausePlan,
    Fate,
    Filing,
    ListedText,
    OfferedClause,
    OfferedClauses,
    PlannedClause,
)
from advocate_desk.model.withholding import Withheld

__all__ = ["AS_IT_IS", "Corrections", "Exchanging"]

_EVERY = 10_000_000
_TOLD_EVERY = 100


class Exchanging(ClauseVerbs):
    """Reading and planning write nothing; bringing in is one step."""

    # In

    def read(self, path: Path, corrections: Corrections = AS_IT_IS) -> OfferedClauses:
        """The clauses of a document or table: rows read = clauses + listed.

        Raises:
            ImportRefused: the file cannot be read as what its name says, or holds no clause.
        """
        return read_clauses(path, corrections)

    def read_all(
        self, paths: Sequence[Path], told: Told = lambda _done, _all: None
    ) -> OfferedClauses:
        """The clauses of several files and folders; a file that cannot be read is listed."""
        return read_clause_files(paths, told)

    def read_statement(self, statement_id: str, block_ids: Collection[str] = ()) -> OfferedClauses:
        """The blocks of a statement as clauses, all of them or the named ones.

        A block with a withheld name is listed without its text: the library would not know that
        it holds one.

        Raises:
            DeskError: there is no such statement.
        """
        statement = self._statement(statement_id)
        topic = next((t for c in statement.languages if (t := statement.title(c))), "")
        wanted = [b for b in statement.blocks if not block_ids or b.id in block_ids]
        withheld = Withheld.of(self._file.endorsements.of(statement_id))
        is_named = bool(block_ids)
        found = [offered_block(b, topic, withheld, is_named=is_named) for b in wanted]
        return OfferedClauses(
            tuple(one for one in found if isinstance(one, OfferedClause)),
            tuple(one for one in found if isinstance(one, ListedText)),
        )

    def plan(self, offered: OfferedClauses) -> ClausePlan:
        """What bringing these in would do, row by row."""
        return Planning(self._file, offered).plan()

    def bring_in(self, plan: ClausePlan, *, told: Told = lambda _done, _all: None) -> Changes:
        """Write what was planned, as one step; `made` holds the ids of new and changed clauses.

        It is `told` now and then how many of them are done.

        Raises:
            DeskError: the library has changed since it was planned; nothing is written.
        """
        label = marked("Import clauses")
        incoming = Incoming()
        self._refuse_outdated(plan)
        self._back_up_first()
        with self._step(label):
            new, others = _parted(plan)
            every = len(new) + len(others)
            made = self._add(new, incoming)
            told(len(new), every)
            for done, one in enumerate(others):
                if done % _TOLD_EVERY == 0:
                    told(len(new) + done, every)
                changes = self._write(one)
                made += changes.made
                incoming.removed += changes.removed
        areas = {Area.CLAUSES, Area.BLOCKS} if _from_statement(plan) else {Area.CLAUSES}
        focus = made[0] if made else ""
        return Changes(frozenset(areas), focus, "", label, tuple(made), incoming.removed)

    def clauses_from_statement(self, statement_id: str, block_ids: Collection[str] = ()) -> Changes:
        """Make clauses of the blocks of a statement that can be one; the blocks pin them.

        `left_out` holds the ids of the blocks that stay out of the library.
        """
        plan = self.plan(self.read_statement(statement_id, block_ids))
        listed = tuple(one.origin.block_id for one in plan.listed)
        return replace(self.bring_in(plan), left_out=listed)

    def _refuse_outdated(self, plan: ClausePlan) -> None:
        """Somebody may have worked on since the plan was made.

        Raises:
            DeskError: the same rows would be planned otherwise by now.
        """
        again = self.plan(OfferedClauses(tuple(one.clause for one in plan.planned)))
        if [one.fate for one in again.planned] != [one.fate for one in plan.planned]:
            raise DeskError(
                marked("The library has changed since the file was read."),
                advice=marked("Read the file again."),
            )

    def _add(self, offered: Sequence[OfferedClause], incoming: Incoming) -> list[str]:
        """Write new clauses, many at once; their ids."""
        folders: dict[tuple[str, ...], str] = {}
        clauses = [self._clause(one, incoming, folders) for one in offered]
        self._file.clauses.insert_many(clauses)
        return [clause.id for clause in clauses]

    def _clause(
        self, one: OfferedClause, incoming: Incoming, folders: dict[tuple[str, ...], str]
    ) -> Clause:
        path = one.filing.folder or ()
        if path not in folders:
            folders[path] = Library(self._file).folder_for(path)
        clause_id = self._file.new_id()
        known = _details(one.filing, folders[path])
        known = self._checked_details(known, incoming)
        revision = self._revision(clause_id, 1, sides_of(_pairs(one), incoming), one.note)
        return Clause(
            clause_id,
            one.kind or BlockKind.PARAGRAPH,
            revision,
            known.topic,
            one.filing.status or ClauseStatus.ACTIVE,
            folder_id=known.folder_id,
            description=known.description,
            tags=known.tags,
            targets=known.targets,
            legal_bases=known.legal_bases,
        )

    def _write(self, one: PlannedClause) -> Changes:
        """Save a block of a statement, which pins the clause, or rewrite a row of the library."""
        if one.fate is not Fate.NEW:
            return self._rewrite(one.clause)
        library, clause = Library(self._file), one.clause
        return library.save_block(clause.origin.block_id, clause.filing.topic or "")

    def _rewrite(self, row: OfferedClause) -> Changes:
        """A changed row of the library: a revision, other filing, another status."""
        library = Library(self._file)
        clause = library.clause(row.clause_id)
        folder_id = library.folder_for(row.filing.folder or ())
        details = _details(row.filing, folder_id)
        removed = 0
        if _pairs(row) != _pairs_of(clause) or details != clause.details:
            note = row.note or row.origin.file
            removed = library.edit(clause.id, _pairs(row), details, note).removed
        if row.filing.status not in {None, clause.status}:
            is_archived = row.filing.status is ClauseStatus.ARCHIVED
            (library.archive if is_archived else library.restore)(clause.id)
        return Changes(frozenset({Area.CLAUSES}), clause.id, made=(clause.id,), removed=removed)

    def _back_up_first(self) -> None:
        """A backup before an import, unless there is nothing to lose; none inside a step."""
        has_work = self._file.statements.all() or self._file.clauses.count(wanted=EVERY_CLAUSE)
        if not self._file.in_step and has_work:
            self._file.back_up()

    # Out

    def export_library(
        self, target: Path, language: str, *, wanted: ClauseFilter = EVERY_CLAUSE
    ) -> int:
        """Write the library as a spreadsheet or as a Word document; how many clauses it holds.

        `language` is that of headers and of words of closed lists. Clauses that hold a name
        withheld anywhere in the desk stay here.

        Raises:
            ExportRefused: the ending is neither .xlsx nor .docx, the library is empty, or the
                file cannot be written.
        """
        from advocate_desk.desk.library_files import write_library

        guard = Guard(self._file)
        filed = (one for one in self.filed(wanted) if not guard.stops(clause_texts(*one)))
        return write_library(target, language, tuple(filed))

    def filed(
        self, wanted: ClauseFilter = EVERY_CLAUSE
    ) -> Iterator[tuple[Clause, tuple[str, ...]]]:
        """The clauses with the paths of their folders, in the order of the book."""
        library = Library(self._file)
        paths = {folder.id: library.folder_path(folder.id) for folder in library.folders()}
        clauses = self._file.clauses.search(limit=_EVERY, wanted=wanted)
        filed = ((clause, paths.get(clause.folder_id, ())) for clause in clauses)
        yield from sorted(filed, key=lambda one: (not one[1], one[1], one[0].topic, one[0].id))


def _parted(plan: ClausePlan) -> tuple[list[OfferedClause], list[PlannedClause]]:
    """What is written at once, and what is written one by one; what is unchanged is neither."""
    new: list[OfferedClause] = []
    others: list[PlannedClause] = []
    for one in plan.planned:
        if one.fate is Fate.NEW and not one.clause.origin.pins:
            new.append(one.clause)
        elif one.fate is not Fate.UNCHANGED:
            others.append(one)
    return new, others


def _details(filing: Filing, folder_id: str) -> ClauseDetails:
    return ClauseDetails(
        filing.topic or "",
        folder_id,
        filing.description or "",
        filing.tags or (),
        filing.targets or (),
        filing.legal_bases or (),
    )


def _from_statement(plan: ClausePlan) -> bool:
    return any(one.clause.origin.block_id for one in plan.planned)


def clause_texts(clause: Clause, folder: tuple[str, ...] = ()) -> Iterator[str]:
    """Every text of a clause as it stands that people wrote."""
    known = clause.details
    for side in clause.latest.renditions.values():
        yield from (side.heading, side.body)
    yield from (*folder, known.topic, known.description, clause.latest.note)
    yield from (*known.tags, *known.targets)
    for basis in known.legal_bases:
        for text in basis.texts.values():
            yield from (text.treaty, text.article, text.place)


def _pairs(clause: OfferedClause) -> dict[str, tuple[str, str]]:
    return {code: (side.heading, side.body) for code, side in clause.texts.items()}


def _pairs_of(clause: Clause) -> dict[str, tuple[str, str]]:
    return {c: (side.heading, side.body) for c, side in clause.latest.renditions.items()}
