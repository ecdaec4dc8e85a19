"""What bringing offered clauses in would do: each is new, revised, refiled, unchanged or listed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from advocate_desk.desk.boundary import LONGEST_TEXT
from advocate_desk.desk.library import NO_CLAUSES, Library
from advocate_desk.model.clause import Clause
from advocate_desk.model.draft import DraftText
from advocate_desk.model.kinds import ClauseStatus
from advocate_desk.model.library_table import (
    TEXT_COLUMNS,
    ClauseFacts,
    facts_of,
    filing_mark,
    same_text,
    texts_mark,
)
from advocate_desk.model.marked import Word, marked
from advocate_desk.model.offered import (
    ClausePlan,
    Fate,
    Filing,
    ListedText,
    OfferedClause,
    OfferedClauses,
    PlannedClause,
)
from advocate_desk.model.statement import Rendition
from advocate_desk.store.clause_entries import exact_mark, parts
from advocate_desk.store.desk_file import DeskFile

_KNOWN = marked("The library has this text already: “{name}”.")
_ARCHIVED = marked("An archived clause has this text already: “{name}”.")
_TWICE = marked("The same text stands in {place}.")
_UNKNOWN_ID = marked("The library has no clause with this id.")
_ID_TWICE = marked("This clause stands in the table twice.")
_NEWER = marked("The clause got revision {number} since the table was made.")
_REFILED = marked("What is known about the clause was changed in the library, too.")
_NO_BASE = marked("The fingerprint is missing, so it cannot be told what was changed.")
_NO_COLUMNS = marked("A column of texts is missing, so it cannot be told what was changed.")
_OTHER_KIND = marked("The kind of a clause cannot be changed.")
_NO_CLAUSE = marked("This kind of block cannot be a clause.")
_TOO_LONG = marked("The text is longer than {most} characters.")
_ROW = Word(marked("a row above"))


class Refused(Exception):  # noqa: N818 - a row that is listed, and why
    """Why an offered clause is listed."""

    def __init__(self, reason: str, **arguments: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.arguments = arguments


class Planning:
    """Goes through what is offered, in its order."""

    def __init__(self, opened: DeskFile, offered: OfferedClauses) -> None:
        self._file = opened
        self._offered = offered
        library = Library(opened)
        self._paths = {one.id: library.folder_path(one.id) for one in library.folders()}
        self._known = self._clauses(one.clause_id for one in offered.clauses if one.clause_id)
        self._seen_ids: set[str] = set()
        self._seen_texts: dict[str, str] = {}

    def plan(self) -> ClausePlan:
        """What becomes of every offered clause."""
        planned: list[PlannedClause] = []
        listed: list[ListedText] = []
        for one in self._offered.clauses:
            try:
                planned.append(self._planned(one))
            except Refused as refused:
                listed.append(
                    ListedText(one.origin, _shown(one), refused.reason, refused.arguments)
                )
        return ClausePlan(tuple(planned), (*self._offered.listed, *listed), self._offered.notes)

    def _planned(self, one: OfferedClause) -> PlannedClause:
        longest = max(
            (len(part) for s in one.texts.values() for part in (s.heading, s.body)), default=0
        )
        if longest > LONGEST_TEXT:
            raise Refused(_TOO_LONG, most=LONGEST_TEXT)
        return self._row_of_library(one) if one.clause_id else self._new(one)

    # --- new clauses

    def _new(self, one: OfferedClause) -> PlannedClause:
        if one.kind is None or one.kind in NO_CLAUSES:
            raise Refused(_NO_CLAUSE)
        self._refuse_known(one.texts.values())
        return PlannedClause(one, Fate.NEW)

    def _refuse_known(self, sides: Iterable[DraftText], *, besides: str = "") -> None:
        """A text stands in the library once, in whatever language it is."""
        marks = []
        for side in sides:
            text = Rendition(side.heading, side.body).text
            if not text.strip():
                continue
            for clause in self._file.clauses.same_text(text):
                if clause.id != besides:
                    is_active = clause.status is ClauseStatus.ACTIVE
                    raise Refused(_KNOWN if is_active else _ARCHIVED, name=clause.name)
            marks.append(exact_mark(parts(text)))
        if any(self._seen_texts.get(mark, besides) != besides for mark in marks):
            raise Refused(_TWICE, place=_ROW)
        self._seen_texts |= dict.fromkeys(marks, besides or "new")

    # --- rows of an exported library

    def _row_of_library(self, one: OfferedClause) -> PlannedClause:
        clause = self._clause_of(one)
        before = facts_of(clause, self._paths.get(clause.folder_id, ()))
        after = self._facts(one, before)
        base = one.base.partition("-")
        is_revised = _is_edited(texts_mark(after.texts), base[0], texts_mark(before.texts))
        is_refiled = _is_edited(filing_mark(after.filing), base[2], filing_mark(before.filing))
        whole = replace(one, kind=clause.kind, texts=after.texts, filing=after.filing)
        if not (is_revised or is_refiled):
            return PlannedClause(whole, Fate.UNCHANGED)
        if not one.base:
            raise Refused(_NO_BASE)
        if is_revised:
            self._check_revision(clause, before, after, base[0])
        else:
            whole = replace(whole, texts=before.texts)
        if is_refiled and filing_mark(before.filing) != base[2]:
            raise Refused(_REFILED)
        if not is_refiled:
            whole = replace(whole, filing=before.filing)
        return PlannedClause(whole, Fate.REVISED if is_revised else Fate.REFILED)

    def _clause_of(self, one: OfferedClause) -> Clause:
        clause = self._known.get(one.clause_id)
        if clause is None:
            raise Refused(_UNKNOWN_ID)
        if clause.id in self._seen_ids:
            raise Refused(_ID_TWICE)
        self._seen_ids.add(clause.id)
        if one.kind not in {None, clause.kind}:
            raise Refused(_OTHER_KIND)
        return clause

    def _facts(self, one: OfferedClause, before: ClauseFacts) -> ClauseFacts:
        """What the row says; what it does not say is as the library has it."""
        if not set(TEXT_COLUMNS) <= set(one.texts):
            raise Refused(_NO_COLUMNS)
        texts = {code: _as_before(side, before.texts[code]) for code, side in one.texts.items()}
        said = {name: getattr(one.filing, name) for name in Filing.__slots__}
        kept = {name: value for name, value in said.items() if value is not None}
        filing = replace(before.filing, **kept)
        return ClauseFacts(texts, replace(filing, folder=self._as_named(filing.folder or ())))

    def _as_named(self, path: tuple[str, ...]) -> tuple[str, ...]:
        """A folder as it is written in the library, whatever case the row has."""
        wanted = tuple(name.casefold() for name in path)
        known = (p for p in self._paths.values() if tuple(n.casefold() for n in p) == wanted)
        return next(known, path)

    def _check_revision(
        self, clause: Clause, before: ClauseFacts, after: ClauseFacts, base: str
    ) -> None:
        if texts_mark(before.texts) != base:
            raise Refused(_NEWER, number=clause.latest.number)
        changed = [side for code, side in after.texts.items() if side != before.texts[code]]
        self._refuse_known(changed, besides=clause.id)

    def _clauses(self, ids: Iterable[str]) -> Mapping[str, Clause]:
        """The clauses of these ids that there are."""
        found: dict[str, Clause] = {}
        wanted = list(dict.fromkeys(ids))
        for start in range(0, len(wanted), _BATCH):
            batch = wanted[start : start + _BATCH]
            try:
                found |= {clause.id: clause for clause in self._file.clauses.some(batch)}
            except KeyError:
                found |= self._one_by_one(batch)
        return found

    def _one_by_one(self, ids: Iterable[str]) -> dict[str, Clause]:
        found: dict[str, Clause] = {}
        for clause_id in ids:
            try:
                found[clause_id] = self._file.clauses.get(clause_id)
            except KeyError:
                continue
        return found


_BATCH = 500


def _is_edited(now: str, base: str, library: str) -> bool:
    """Whether somebody changed a row: it says neither what was exported nor what the library says."""
    return now not in {base, library}


def _as_before(side: DraftText, before: DraftText) -> DraftText:
    """A side whose words are those of the library is written as the library has it."""
    pairs = ((side.heading, before.heading), (side.body, before.body))
    return DraftText(*(old if same_text(new) == same_text(old) else new for new, old in pairs))


def _shown(one: OfferedClause) -> str:
    sides = (Rendition(side.heading, side.body).text for side in one.texts.values())
    return " | ".join(" ".join(text.split()) for text in sides if text)
