"""Texts with their acronyms in order: told once at the first use, short after it, or spelled out.

Each function gives the new texts of the places that change. Headings keep what they say, except
where acronyms are spelled out everywhere.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from advocate_desk.language.acronym_marks import (
    WELL_KNOWN,
    AcronymUse,
    acronym_key,
    acronym_marks,
)
from advocate_desk.language.term_matching import FormIndex, is_acronym
from advocate_desk.model.acronyms import Account, TextPlace, accounts, full_form
from advocate_desk.model.term import Terms, term_key

Texts = dict[TextPlace, str]
_ARTICLE = re.compile(r"\b([Aa])n? \Z")
_SPOKEN_WITH_VOWEL = "AEFHILMNORSX"
_NOWHERE = (1_000_000_000, 0)


class _Edit(NamedTuple):
    place: TextPlace
    start: int
    end: int
    text: str


def defined_at_first_use(places: tuple[TextPlace, ...], terms: Terms, language: str) -> Texts:
    """Every acronym whose full form is known is explained where it is used first, and only there.

    One that is used a single time needs no acronym: it is spelled out. A second definition that
    says something else is left for people to decide.
    """
    edits: list[_Edit] = []
    for account in accounts(places).values():
        if full := full_form(account, terms, language):
            edits.extend(_defining(account, full))
    return _edited(edits)


def _defining(account: Account, full: str) -> Iterator[_Edit]:
    if account.key in WELL_KNOWN and not account.definitions:
        return
    definitions = [one for one in account.definitions if not one[0].is_heading]
    uses = account.uses_in_text
    first = min((_order(p, d.start) for p, d in definitions), default=_NOWHERE)
    is_late = bool(uses) and _order(uses[0][0], uses[0][1].start) < first
    if is_late:
        yield _definition_at(account, full)
    for place, definition in definitions[0 if is_late else 1 :]:
        if not definition.full or term_key(definition.full) == term_key(full):
            yield _Edit(place, definition.start, definition.end, definition.written)


def _definition_at(account: Account, full: str) -> _Edit:
    place, use = account.uses_in_text[0]
    is_alone = len(account.uses) + len(account.definitions) == 1
    written = place.text[use.start : use.end]
    return _Edit(place, use.start, use.end, full if is_alone else f"{full} ({written})")


def _order(place: TextPlace, start: int) -> tuple[int, int]:
    return place.number, start


def shortened(places: tuple[TextPlace, ...], terms: Terms, language: str) -> Texts:
    """The full forms behind the definition of their acronym become the acronym.

    A term of the glossary that is written out several times is explained where it stands first.
    """
    body = tuple(place for place in places if not place.is_heading)
    known = accounts(body)
    edits = [edit for one in known.values() for edit in _shortening(one, body)]
    for term in terms:
        text = term.text(language)
        if text.acronym and acronym_key(text.acronym) not in known:
            edits.extend(_introducing(text.text, text.acronym, body))
    return _edited(edits)


def _shortening(account: Account, body: tuple[TextPlace, ...]) -> Iterator[_Edit]:
    if not account.definitions or not account.full:
        return
    place, definition = account.definitions[0]
    behind = _order(place, definition.end)
    for edit in _occurrences(account.full, account.written, body):
        if _order(edit.place, edit.start) >= behind:
            yield edit


def _introducing(full: str, acronym: str, body: tuple[TextPlace, ...]) -> Iterator[_Edit]:
    found = list(_occurrences(full, acronym, body))
    if len(found) > 1:
        first = found[0]
        spelled = first.place.text[first.start : first.end]
        yield first._replace(text=f"{spelled} ({acronym})")
        yield from found[1:]


def _occurrences(full: str, acronym: str, body: tuple[TextPlace, ...]) -> Iterator[_Edit]:
    """Where a full form stands as it is written, outside of definitions."""
    index = FormIndex([(full, acronym)])
    for place in body:
        defined = [(one.start, one.end) for one in acronym_marks(place.text).definitions]
        for match in index.find(place.text):
            if match.is_exact and not any(a <= match.start < b for a, b in defined):
                yield _Edit(place, match.start, match.end, acronym)


def spelled_out(places: tuple[TextPlace, ...], terms: Terms, language: str) -> Texts:
    """Every acronym whose full form is known gives way to it, in headings too."""
    edits: list[_Edit] = []
    for account in accounts(places).values():
        if full := full_form(account, terms, language):
            edits.extend(_spelling(account, full))
    return _edited(edits)


def _spelling(account: Account, full: str) -> Iterator[_Edit]:
    for place, definition in account.definitions:
        yield _Edit(place, definition.start, definition.end, definition.full or full)
    for place, use in _uses(account):
        yield _Edit(place, use.start, use.end, full)


def _uses(account: Account) -> list[tuple[TextPlace, AcronymUse]]:
    return [] if account.key in WELL_KNOWN and not account.definitions else account.uses


def _edited(edits: list[_Edit]) -> Texts:
    """The texts with all edits made, from behind; of two that overlap the first one counts."""
    by_place: defaultdict[TextPlace, list[_Edit]] = defaultdict(list)
    for edit in edits:
        by_place[edit.place].append(_with_article(edit))
    return {place: _applied(place.text, found) for place, found in by_place.items()}


def _with_article(edit: _Edit) -> _Edit:
    """The edit with an “a” or “an” before it that fits how the new text is spoken."""
    article = _ARTICLE.search(edit.place.text[: edit.start])
    if article is None or not edit.text:
        return edit
    letters = _SPOKEN_WITH_VOWEL if is_acronym(edit.text.split()[0]) else "AEIOUaeiou"
    ending = "n " if edit.text[0] in letters else " "
    return edit._replace(start=article.start(), text=article[1] + ending + edit.text)


def _applied(text: str, edits: list[_Edit]) -> str:
    end = len(text)
    for edit in sorted(edits, key=lambda one: one.start, reverse=True):
        if edit.end <= end:
            text = text[: edit.start] + edit.text + text[edit.end :]
            end = edit.start
    return text
