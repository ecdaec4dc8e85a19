"""The rules of a glossary: what a term must have, and that no two terms say the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from advocate_desk.language.khmer import has_khmer, tidy
from advocate_desk.model.draft import DraftNote, ListedRow
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import KHMER
from advocate_desk.model.marked import marked
from advocate_desk.model.term import FormKind, Term, Terms, TermText, all_forms, term_key

LONGEST_FORM = 200
_BETWEEN_FORMS = re.compile(r"\s*[;；\n]\s*")


@dataclass(frozen=True, slots=True)
class DraftTerm:
    """A term as read from a file, and the row (or entry) it stood in."""

    row: int
    term: Term


@dataclass(frozen=True, slots=True)
class DraftTerms:
    """A glossary as read from a file: rows read = `terms` + `listed`."""

    rows: int
    terms: tuple[DraftTerm, ...]
    listed: tuple[ListedRow, ...] = ()
    notes: tuple[DraftNote, ...] = ()


@dataclass(frozen=True, slots=True)
class TermPlan:
    """What bringing a file in would do; rows read = added + changed + unchanged + listed."""

    rows: int
    added: tuple[Term, ...] = ()
    changed: tuple[Term, ...] = ()
    unchanged: int = 0
    listed: tuple[ListedRow, ...] = ()
    notes: tuple[DraftNote, ...] = ()

    @property
    def accepted(self) -> int:
        """How many rows are in the glossary afterwards."""
        return len(self.added) + len(self.changed) + self.unchanged


_NEEDS_FORM = marked("A term needs its full form in one language at least.")
_ONLY_ACRONYM = marked("An acronym needs its full form in the same language.")
_TOO_LONG = marked("A form of a term cannot be longer than {most} characters.")
_OWN_FORBIDDEN = marked("“{form}” cannot be both the preferred and a forbidden form.")
_TAKEN = marked("“{form}” is a term already: “{other}”.")
_FORBIDDEN_ELSEWHERE = marked("“{form}” is a forbidden form of the term “{other}”.")
_SWAPPED = marked("The Khmer and the English of this row look swapped.")
_TWO_TERMS = marked("The Khmer and the English belong to two different terms of the glossary.")
_SAME_ROW = marked("It is the same term as in row {row}.")


def whole_term(term: Term) -> Term:
    """The term with every form in order: one line, canonical Khmer, nothing empty or doubled.

    Raises:
        DeskError: a form is missing, too long, or preferred and forbidden at once.
    """
    texts = {code: _whole_text(one) for code, one in term.texts.items()}
    texts = {code: one for code, one in texts.items() if one.text or one.acronym}
    if not any(one.text for one in texts.values()):
        raise DeskError(_NEEDS_FORM)
    if not all(one.text for one in texts.values()):
        raise DeskError(_ONLY_ACRONYM)
    forbidden = {code: _distinct(forms) for code, forms in term.forbidden.items()}
    forbidden = {code: forms for code, forms in forbidden.items() if forms}
    whole = replace(term, texts=texts, forbidden=forbidden, note=_lines(term.note))
    _refuse_long(whole)
    _refuse_contradiction(whole)
    return whole


def refuse_clash(terms: Terms, term: Term) -> None:
    """Two terms never have the same preferred form, and none is forbidden by another.

    Raises:
        DeskError: another term has one of the forms; the sentence names it.
    """
    for code, form, kind in all_forms(term):
        for message, other_kind in _CLASHES.get(kind, ()):
            other = terms.named(form, code, other_kind)
            if other is not None and other.id != term.id:
                raise DeskError(message, form=form, other=name_of(other, code))


_CLASHES = {
    FormKind.PREFERRED: (
        (_TAKEN, FormKind.PREFERRED),
        (_FORBIDDEN_ELSEWHERE, FormKind.FORBIDDEN),
    ),
    FormKind.FORBIDDEN: (
        (_TAKEN, FormKind.PREFERRED),
        (_FORBIDDEN_ELSEWHERE, FormKind.FORBIDDEN),
    ),
}


def name_of(term: Term, language: str) -> str:
    """What a term is called in a sentence: its form in a language, else in another one."""
    texts = (term.text(language), *term.texts.values())
    return next((one.text for one in texts if one.text), "")


def plan(terms: Terms, draft: DraftTerms) -> TermPlan:
    """What a file would add to the terms or change in them; no row is left unexplained.

    A row is the term that has one of its preferred forms. What the row leaves empty stays as it
    is in the glossary.
    """
    planning = _Planning(terms, draft)
    for one in draft.terms:
        planning.take(one)
    return planning.result()


class _Planning:
    """Goes through the rows of a file; what an earlier row made counts for the later ones."""

    def __init__(self, terms: Terms, draft: DraftTerms) -> None:
        self._terms = terms
        self._draft = draft
        self._added: list[Term] = []
        self._changed: list[Term] = []
        self._unchanged = 0
        self._listed = list(draft.listed)
        self._rows_of: dict[str, int] = {}
        self._taken: dict[tuple[str, str, bool], tuple[int, str]] = {}

    def take(self, one: DraftTerm) -> None:
        """Plans one row, or lists it with the reason."""
        try:
            term = whole_term(one.term)
            _refuse_swapped(term)
            self._refuse_seen(term)
            self._place(one.row, term)
        except DeskError as refusal:
            reason, arguments = refusal.message, refusal.arguments
            self._listed.append(ListedRow(one.row, label_of(one.term), reason, arguments))

    def _refuse_seen(self, term: Term) -> None:
        """Forms of an earlier row of the same file."""
        for code, form, kind in all_forms(term):
            if kind is FormKind.ACRONYM:
                continue
            for is_forbidden in (False, True):
                row, _ = self._taken.get((code, term_key(form), is_forbidden), (0, ""))
                if row and not (kind is FormKind.FORBIDDEN and is_forbidden):
                    raise DeskError(_SAME_ROW, row=row)

    def _place(self, row: int, term: Term) -> None:
        known = self._known(term)
        if known is None:
            refuse_clash(self._terms, term)
            self._added.append(term)
        else:
            self._place_known(row, term, known)
        self._remember(row, term)

    def _place_known(self, row: int, term: Term, known: Term) -> None:
        if known.id in self._rows_of:
            raise DeskError(_SAME_ROW, row=self._rows_of[known.id])
        merged = whole_term(_merged(known, term))
        refuse_clash(self._terms, merged)
        self._rows_of[known.id] = row
        if merged == known:
            self._unchanged += 1
        else:
            self._changed.append(merged)

    def _known(self, term: Term) -> Term | None:
        found = {
            other.id: other
            for code, one in term.texts.items()
            if (other := self._terms.named(one.text, code)) is not None
        }
        if len(found) > 1:
            raise DeskError(_TWO_TERMS)
        return next(iter(found.values()), None)

    def _remember(self, row: int, term: Term) -> None:
        for code, form, kind in all_forms(term):
            if kind is not FormKind.ACRONYM:
                key = (code, term_key(form), kind is FormKind.FORBIDDEN)
                self._taken.setdefault(key, (row, form))

    def result(self) -> TermPlan:
        """The plan for the whole file."""
        return TermPlan(
            self._draft.rows,
            tuple(self._added),
            tuple(self._changed),
            self._unchanged,
            tuple(sorted(self._listed, key=lambda one: one.row)),
            self._draft.notes,
        )


def label_of(term: Term) -> str:
    """A term in one line, to be shown where its row is listed."""
    return " / ".join(one.text or one.acronym for one in term.texts.values())


def _merged(known: Term, new: Term) -> Term:
    texts = dict(known.texts)
    for code, one in new.texts.items():
        texts[code] = TermText(one.text, one.acronym or known.text(code).acronym)
    return Term(known.id, texts, {**known.forbidden, **new.forbidden}, new.note or known.note)


def is_swapped(khmer: str, other: str) -> bool:
    """Whether the Khmer stands in the other column."""
    return bool(khmer) and not has_khmer(khmer) and has_khmer(other)


def _refuse_swapped(term: Term) -> None:
    others = (one.text for code, one in term.texts.items() if code != KHMER)
    if any(is_swapped(term.text(KHMER).text, other) for other in others):
        raise DeskError(_SWAPPED)


def _whole_text(one: TermText) -> TermText:
    return TermText(_one_line(one.text), _one_line(one.acronym))


def _one_line(form: str) -> str:
    """A form in one line; signs alone are none."""
    line = tidy(" ".join(form.split()))
    return line if any(character.isalnum() for character in line) else ""


def _lines(note: str) -> str:
    lines = (" ".join(line.split()) for line in tidy(note).splitlines())
    return "\n".join(line for line in lines if line)


def _distinct(forms: Iterable[str]) -> tuple[str, ...]:
    """Each form once, however it is typed; a semicolon parts forms, here as in tables."""
    found: dict[str, str] = {}
    for form in (part for one in forms for part in split_forms(one)):
        found.setdefault(term_key(form), _one_line(form))
    return tuple(filter(None, found.values()))


def split_forms(text: str) -> tuple[str, ...]:
    """Several forms in one text, parted by semicolons or lines."""
    return tuple(form for form in _BETWEEN_FORMS.split(text.strip()) if form)


def _refuse_long(term: Term) -> None:
    if any(len(form) > LONGEST_FORM for _, form, _ in all_forms(term)):
        raise DeskError(_TOO_LONG, most=LONGEST_FORM)


def _refuse_contradiction(term: Term) -> None:
    for code, form in _forbidden(term.forbidden):
        if term_key(form) == term_key(term.text(code).text):
            raise DeskError(_OWN_FORBIDDEN, form=form)


def _forbidden(forbidden: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    return ((code, form) for code, forms in forbidden.items() for form in forms)
