"""Preferred terms in both languages, and the forms that are not to be used."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from advocate_desk.desk.abbreviating import Abbreviating
from advocate_desk.desk.boundary import Incoming
from advocate_desk.desk.verbs import NOTHING
from advocate_desk.model.changes import Area, Changes
from advocate_desk.model.errors import DeskError
from advocate_desk.model.glossary import DraftTerms, TermPlan, plan, refuse_clash, whole_term
from advocate_desk.model.marked import marked
from advocate_desk.model.term import Term, Terms, TermText, all_forms

_AREAS = frozenset({Area.TERMS, Area.CHECKS})


class Glossary(Abbreviating):
    """Verbs of the glossary; the ids of terms that are added are given here."""

    def terms(self) -> Terms:
        """Every term, ready to be found in texts; the same object until one changes."""
        return self._file.terms.all()

    def search(self, query: str = "") -> tuple[Term, ...]:
        """The terms one of whose forms, or whose note, holds the words; all for no query."""
        return self.terms().search(query)

    def term(self, term_id: str) -> Term:
        """One term.

        Raises:
            DeskError: there is no such term.
        """
        try:
            return self._file.terms.get(term_id)
        except KeyError as error:
            raise DeskError(marked("There is no such term in the glossary.")) from error

    def add(self, term: Term, *, from_statement: str = "") -> Changes:
        """Add a term, whatever its id; focus is the id it gets.

        Raises:
            DeskError: a form is missing or contradicts another one, another term has one of the
                forms, or a name that is withheld in `from_statement` stands in it.
        """
        label = marked("Add term")
        incoming = Incoming()
        made = self._checked(replace(term, id=self._file.new_id()), incoming)
        if from_statement:
            self._refuse_withheld(from_statement, _texts(made))
        with self._step(label):
            self._file.terms.insert(made)
        return _changed(label, made.id, removed=incoming.removed, made=(made.id,))

    def edit(self, term: Term) -> Changes:
        """Write a term in the place of the one with its id.

        Raises:
            DeskError: like `add`, or there is no such term.
        """
        label = marked("Edit term")
        incoming = Incoming()
        before = self.term(term.id)
        after = self._checked(term, incoming)
        if after == before:
            return NOTHING
        with self._step(label):
            self._file.terms.update(after)
        return _changed(label, term.id, removed=incoming.removed)

    def delete(self, term_ids: Iterable[str]) -> Changes:
        """Delete terms (undo brings them back).

        Raises:
            DeskError: there is no such term.
        """
        label = marked("Delete terms")
        gone = tuple(self.term(term_id).id for term_id in dict.fromkeys(term_ids))
        if not gone:
            return NOTHING
        with self._step(label):
            for term_id in gone:
                self._file.terms.delete(term_id)
        return _changed(label)

    # Files

    def read(self, path: Path) -> DraftTerms:
        """The terms of a CSV, XLSX or TBX file; nothing is written.

        Raises:
            ImportRefused: the file cannot be read as a glossary.
        """
        from advocate_desk.importers.term_reader import read_terms

        return read_terms(path)

    def plan(self, draft: DraftTerms) -> TermPlan:
        """What bringing the file in would add, change, leave alone and not take."""
        return plan(self.terms(), draft)

    def bring_in(self, planned: TermPlan) -> Changes:
        """Write what was planned as one step, after a backup; `made` are the ids added."""
        label = marked("Import glossary")
        added = tuple(replace(one, id=self._file.new_id()) for one in planned.added)
        if not added and not planned.changed:
            return NOTHING
        self._file.back_up()
        with self._step(label):
            for one in added:
                self._file.terms.insert(one)
            for one in planned.changed:
                self._file.terms.update(one)
        return _changed(label, made=tuple(one.id for one in added))

    def export(self, target: Path) -> int:
        """Write the glossary as .csv, .xlsx or .tbx; how many terms it holds.

        Terms that hold a name withheld anywhere in the desk stay here.

        Raises:
            ExportRefused: the suffix is not known, or the target cannot be written.
        """
        from advocate_desk.exporters.term_writer import write_terms

        terms = self.open_terms()
        write_terms(terms, target)
        return len(terms)

    def open_terms(self) -> tuple[Term, ...]:
        """The terms that hold no name withheld anywhere in the desk, in their order."""
        from advocate_desk.desk.remembering import Guard

        guard = Guard(self._file)
        return tuple(one for one in self.terms() if not guard.stops(_texts(one)))

    def _checked(self, term: Term, incoming: Incoming) -> Term:
        whole = whole_term(_cleaned(term, incoming))
        refuse_clash(self.terms(), whole)
        return whole


def _cleaned(term: Term, incoming: Incoming) -> Term:
    return Term(
        term.id,
        {
            code: TermText(incoming.text(one.text), incoming.text(one.acronym))
            for code, one in term.texts.items()
        },
        {code: tuple(map(incoming.text, forms)) for code, forms in term.forbidden.items()},
        incoming.text(term.note),
    )


def _texts(term: Term) -> tuple[str, ...]:
    return (*(form for _, form, _ in all_forms(term)), term.note)


def _changed(
    label: str, focus: str = "", *, removed: int = 0, made: tuple[str, ...] = ()
) -> Changes:
    return Changes(_AREAS, focus, "", label, made, removed)
