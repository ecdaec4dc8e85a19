"""Both sides of one text compared: the facts of each, and what the other does not answer."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from advocate_desk.language.khmer import fold
from advocate_desk.model.kinds import ENGLISH, KHMER
from advocate_desk.model.parity.acronyms import AcronymSide, acronym_gap, acronym_side
from advocate_desk.model.parity.amounts import amounts, roman_numbers
from advocate_desk.model.parity.days import dates, lunar_days, numeric_dates, times
from advocate_desk.model.parity.fact import AMOUNTS, Fact, FactKind, Gap, amount_keys
from advocate_desk.model.parity.known import NOTHING_KNOWN, Known
from advocate_desk.model.parity.marks import (
    addresses,
    list_markers,
    phones,
    placeholders,
    quotations,
)
from advocate_desk.model.parity.names import known_names, latin_names, term_gaps
from advocate_desk.model.parity.reading import GONE, Reading, cleaned, counted
from advocate_desk.model.parity.whole_sides import length_gaps, whole_gaps

# Compared in this order; kinds of one group answer each other.
_ARTICLE = re.compile(r"\b(?:[Aa]n?|each|[Ee]very|per|another)\b")
_GROUPS = (
    AMOUNTS,
    (FactKind.DATE,),
    (FactKind.TIME,),
    (FactKind.PHONE,),
    (FactKind.EMAIL,),
    (FactKind.ADDRESS,),
    (FactKind.PLACEHOLDER,),
)
# Which of two kinds names a difference: the one that says more.
_PRECEDENCE = (
    FactKind.MONEY,
    FactKind.PERCENT,
    FactKind.YEAR,
    FactKind.NUMBER,
    FactKind.ORDINAL,
)


@dataclass(frozen=True, slots=True)
class Side:
    """Everything one text says that can be compared."""

    shown: str
    facts: Mapping[FactKind, list[Fact]]
    acronyms: AcronymSide
    plain: str
    folded: str

    def of(self, *kinds: FactKind) -> list[Fact]:
        """The facts of some kinds, those of one kind in the order of the text."""
        return [fact for kind in kinds for fact in self.facts.get(kind, ())]


@lru_cache(maxsize=4096)
def side(text: str, language: str) -> Side:
    """What a text says; remembered, because a check looks at every text after every change."""
    shown = cleaned(text)
    reading = Reading(shown, language)
    facts = [*addresses(reading), *placeholders(reading), *phones(reading), *roman_numbers(reading)]
    plain = reading.plain.replace(GONE, " ")
    facts += [*numeric_dates(reading), *list_markers(reading)]
    facts += _counted_facts(reading, language)
    facts += quotations(shown)
    folded = fold(shown)
    return Side(shown, _by_kind(facts), acronym_side(folded, plain), plain, folded)


def _by_kind(facts: list[Fact]) -> Mapping[FactKind, list[Fact]]:
    kinds: dict[FactKind, list[Fact]] = {}
    for fact in sorted(facts, key=_start):
        kinds.setdefault(fact.kind, []).append(fact)
    return kinds


def _start(fact: Fact) -> int:
    return fact.start


def _counted_facts(reading: Reading, language: str) -> Iterator[Fact]:
    text = counted(reading)
    found = [*lunar_days(text), *times(text, language), *dates(text, language)]
    yield from (fact for fact, _span in found)
    yield from amounts(text, [span for _fact, span in found])
    article = _ARTICLE.search(text.text) if language == ENGLISH else None
    if article:  # “for a year” is រយៈពេល ១ ឆ្នាំ
        yield Fact(FactKind.NUMBER, amount_keys((1,)), article[0], is_small=True)


@lru_cache(maxsize=4096)
def gaps(khmer: str, english: str, known: Known = NOTHING_KNOWN) -> tuple[Gap, ...]:
    """Every difference between the Khmer and the English of one text, as far as rules can see.

    A text that is written on one side only has no differences: that is a missing rendition.
    """
    if not khmer.strip() or not english.strip():
        return ()
    whole = tuple(whole_gaps(khmer, english))
    return whole or tuple(_all_gaps(side(khmer, KHMER), side(english, ENGLISH), known))


def _all_gaps(khmer: Side, english: Side, known: Known) -> Iterator[Gap]:
    for kinds in _GROUPS:
        if any(kind in khmer.facts or kind in english.facts for kind in kinds):
            yield from _unanswered(khmer, english, kinds)
    if FactKind.LUNAR in khmer.facts and FactKind.LUNAR in english.facts:
        yield from _unanswered(khmer, english, (FactKind.LUNAR,))
    yield from _wordings(khmer, english)
    yield from acronym_gap(khmer.acronyms, english.acronyms, known)
    yield from latin_names(khmer.plain, english.plain)
    yield from known_names(khmer.folded, english.folded, known)
    yield from term_gaps(khmer.shown, english.shown, known)
    yield from _counts(khmer, english)
    yield from length_gaps(khmer.plain, english.plain)


def _unanswered(khmer: Side, english: Side, kinds: tuple[FactKind, ...]) -> Iterator[Gap]:
    """The facts of some kinds that the other side lacks, paired in the order of the text."""
    km = _lacking(khmer.of(*kinds), english.of(*kinds), english.of(FactKind.DATE))
    en = _lacking(english.of(*kinds), khmer.of(*kinds), khmer.of(FactKind.DATE))
    for at in range(max(len(km), len(en))):
        left = km[at] if at < len(km) else None
        right = en[at] if at < len(en) else None
        yield Gap(_kind(left, right), left.text if left else "", right.text if right else "")


def _kind(left: Fact | None, right: Fact | None) -> FactKind:
    kinds = [fact.kind for fact in (left, right) if fact]
    return min(kinds, key=lambda kind: _PRECEDENCE.index(kind) if kind in _PRECEDENCE else 0)


def _lacking(facts: list[Fact], others: list[Fact], dated: list[Fact]) -> list[Fact]:
    """Facts without an answer, each text once."""
    answers = {key for other in others for key in other.keys}
    found = [fact for fact in facts if not fact.is_small and fact.keys.isdisjoint(answers)]
    if found and dated:
        answers = answers | _single_days(dated)
        found = [fact for fact in found if not _says_days(fact, answers)]
        answers = {("", year) for day in dated for _days, _month, year in _triples(day)}
        answers |= _said_before(facts, dated)
        found = [fact for fact in found if fact.keys.isdisjoint(answers)]
    return list({fact.text: fact for fact in sorted(found, key=_start)}.values())


def _single_days(dated: list[Fact]) -> set[Hashable]:
    """The days of ranges and lists one by one."""
    triples = [key for day in dated for key in _triples(day)]
    return {((day,), month, year) for days, month, year in triples for day in days}


def _says_days(fact: Fact, answers: set[Hashable]) -> bool:
    """Whether every day of a date is among the answers: 3–5 May, and from 3 May to 5 May."""
    if fact.kind is not FactKind.DATE:
        return False
    return any(
        bool(days) and all(((day,), month, year) in answers for day in days)
        for days, month, year in _triples(fact)
    )


def _said_before(facts: list[Fact], dated: list[Fact]) -> set[Hashable]:
    """A month that is named again after its full date, which the other side has, too."""
    own = {key for fact in facts for key in fact.keys}
    shared = [key for day in dated for key in _triples(day) if key in own]
    return {
        less
        for days, month, year in shared
        for less in (((), month, year), ((), month, 0), (days, month, 0))
    }


def _triples(day: Fact) -> list[tuple[tuple[int, ...], int, int]]:
    return [key for key in day.keys if isinstance(key, tuple) and len(key) == 3]


def _wordings(khmer: Side, english: Side) -> Iterator[Gap]:
    """“In January 14” on the English side of a day that Khmer has, too."""
    days = khmer.of(FactKind.DATE)
    for fact in english.of(FactKind.DATE_WORDING):
        same = next((day.text for day in days if day.keys & fact.keys), "")
        if same:
            yield Gap(FactKind.DATE_WORDING, same, fact.text)


def _counts(khmer: Side, english: Side) -> Iterator[Gap]:
    """How many footnotes, quoted passages and entries of typed lists there are."""
    for kind in (FactKind.FOOTNOTE, FactKind.QUOTATION):
        km, en = khmer.of(kind), english.of(kind)
        if len(km) != len(en):
            yield Gap(kind, str(len(km)), str(len(en)))
    counts = [sum(int(fact.text) for fact in one.of(FactKind.ITEMS)) for one in (khmer, english)]
    if all(counts) and counts[0] != counts[1]:
        yield Gap(FactKind.ITEMS, str(counts[0]), str(counts[1]))
