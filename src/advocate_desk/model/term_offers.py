"""What the glossary has to say to somebody who writes one side of a block."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from advocate_desk.model.term import FormKind, Term, Terms


@dataclass(frozen=True, slots=True)
class TermOffer:
    """A term of the other side and what it is called on this one.

    `wanted` is empty where the glossary has no form on this side. `is_there` tells that this side
    names the term already; `is_forbidden` that `found` stands on this side and should not.
    """

    term: Term
    found: str
    wanted: str
    is_there: bool = False
    is_forbidden: bool = False


def term_offers(
    terms: Terms, *, source: tuple[str, str], side: tuple[str, str]
) -> tuple[TermOffer, ...]:
    """Language and text of the other side, and of this one: forbidden forms first."""
    return (*_forbidden(terms, *side), *_offered(terms, source, side))


def _forbidden(terms: Terms, language: str, text: str) -> Iterator[TermOffer]:
    seen: set[str] = set()
    for place in terms.find(text, language):
        found = text[place.start : place.end]
        if place.kind is FormKind.FORBIDDEN and found not in seen:
            seen.add(found)
            wanted = place.term.text(language).text
            yield TermOffer(place.term, found, wanted, is_forbidden=True)


def _offered(terms: Terms, source: tuple[str, str], side: tuple[str, str]) -> Iterator[TermOffer]:
    """Each term once, in the order of the other side; by its acronym where that stands there."""
    there = terms.in_text(side[1], side[0])
    seen: set[str] = set()
    for place in terms.find(source[1], source[0]):
        if place.term.id not in seen:
            seen.add(place.term.id)
            text = place.term.text(side[0])
            short = text.acronym if place.kind is FormKind.ACRONYM else ""
            found = source[1][place.start : place.end]
            yield TermOffer(place.term, found, short or text.text, place.term.id in there)
