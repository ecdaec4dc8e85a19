"""The glossary's terms: what a thing is called in every language, and what it is not called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from typing_extensions import override

from advocate_desk.language.acronym_marks import acronym_key
from advocate_desk.language.khmer import fold
from advocate_desk.language.term_matching import FormIndex

LONGEST_WHOLE = 40  # characters of a form that is kept on one line


@dataclass(frozen=True, slots=True)
class TermText:
    """The preferred form of a term in one language, and its acronym there, possibly empty."""

    text: str = ""
    acronym: str = ""


_NO_TEXT = TermText()
_NO_TEXTS: Mapping[str, TermText] = MappingProxyType({})
_NO_FORMS: Mapping[str, tuple[str, ...]] = MappingProxyType({})


@dataclass(frozen=True)
class Term:
    """One thing with one name per language; `forbidden` are names that are not to be used."""

    id: str
    texts: Mapping[str, TermText] = field(default_factory=lambda: _NO_TEXTS)
    forbidden: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: _NO_FORMS)
    note: str = ""

    @override
    def __hash__(self) -> int:
        return hash(self.id)

    def text(self, language: str) -> TermText:
        """The preferred form in a language, an empty one where there is none."""
        return self.texts.get(language, _NO_TEXT)


def term_key(form: str) -> str:
    """What two forms have in common that differ only in typing, capitals or spaces."""
    return fold(" ".join(form.split()))


class FormKind(StrEnum):
    """Which of a term's forms stands in a text."""

    PREFERRED = "preferred"
    ACRONYM = "acronym"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True)
class TermPlace:
    """A term found in a text: code points from `start` to `end`.

    `is_exact` is False where the form is inflected or written with another hyphen.
    """

    start: int
    end: int
    term: Term
    kind: FormKind
    is_exact: bool = True


class Terms:
    """The terms of a desk, ready to be found in texts; `find` costs little however many."""

    def __init__(self, terms: Iterable[Term] = ()) -> None:
        self.all = tuple(terms)
        self._indexes: dict[str, FormIndex[tuple[Term, FormKind]]] = {}
        self._by_key: dict[tuple[str, str, FormKind], Term] = {}
        self._by_acronym: dict[tuple[str, str], Term] | None = None
        self._haystacks: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.all)

    def __iter__(self) -> Iterator[Term]:
        return iter(self.all)

    def find(self, text: str, language: str) -> tuple[TermPlace, ...]:
        """The terms in a text of a language, from left to right, longest first, not overlapping."""
        if not self.all or not text:
            return ()
        if language not in self._indexes:
            self._indexes[language] = FormIndex(_forms(self.all, language))
        return tuple(
            TermPlace(one.start, one.end, *one.key, one.is_exact)
            for one in self._indexes[language].find(text)
        )

    def named(self, form: str, language: str, kind: FormKind = FormKind.PREFERRED) -> Term | None:
        """The term that has exactly this form, however it is typed; None where none has."""
        if not self._by_key:
            self._by_key = {key: one for one in reversed(self.all) for key in _keys(one)}
        return self._by_key.get((language, term_key(form), kind))

    def abbreviated(self, key: str, language: str) -> Term | None:
        """The term with that acronym, `key` as `acronym_key` makes it; None where none has it."""
        if self._by_acronym is None:
            self._by_acronym = {
                (code, acronym_key(one.acronym)): term
                for term in reversed(self.all)
                for code, one in term.texts.items()
                if one.acronym
            }
        return self._by_acronym.get((language, key))

    def search(self, query: str) -> tuple[Term, ...]:
        """The terms one of whose forms, or whose note, holds the words; all for no query."""
        words = fold(query).split()
        if not self._haystacks:
            self._haystacks = tuple(_haystack(one) for one in self.all)
        pairs = zip(self.all, self._haystacks, strict=True)
        return tuple(one for one, text in pairs if all(word in text for word in words))

    def in_text(self, text: str, language: str) -> dict[str, Term]:
        """Id to term of every term a text names by its preferred form or acronym."""
        found = self.find(text, language)
        return {one.term.id: one.term for one in found if one.kind is not FormKind.FORBIDDEN}

    def protected(self, text: str, language: str) -> tuple[str, ...]:
        """The parts of a text inside which no line may break.

        A very long form may: in a narrow column it would stand out of it.
        """
        found = (text[p.start : p.end] for p in self.find(text, language))
        return tuple(dict.fromkeys(part for part in found if len(part) <= LONGEST_WHOLE))


NO_TERMS = Terms()


def all_forms(term: Term) -> Iterator[tuple[str, str, FormKind]]:
    """Every form of a term: language, form, kind."""
    for code, one in term.texts.items():
        yield code, one.text, FormKind.PREFERRED
        if one.acronym:
            yield code, one.acronym, FormKind.ACRONYM
    for code, forms in term.forbidden.items():
        for form in forms:
            yield code, form, FormKind.FORBIDDEN


def _keys(term: Term) -> Iterator[tuple[str, str, FormKind]]:
    return ((code, term_key(form), kind) for code, form, kind in all_forms(term))


def _haystack(term: Term) -> str:
    return fold("\n".join((*(form for _, form, _ in all_forms(term)), term.note)))


def _forms(terms: tuple[Term, ...], language: str) -> Iterator[tuple[str, tuple[Term, FormKind]]]:
    """Every form in a language; where two are written alike, the earlier one counts."""
    for term in terms:
        yield term.text(language).text, (term, FormKind.PREFERRED)
    for term in terms:
        yield term.text(language).acronym, (term, FormKind.ACRONYM)
    for term in terms:
        for form in term.forbidden.get(language, ()):
            yield form, (term, FormKind.FORBIDDEN)
