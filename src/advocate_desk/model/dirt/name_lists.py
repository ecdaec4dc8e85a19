"""Rules about an endorser's entry beside the other entries; each lists the numbers it is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise

from advocate_desk.language.collation import SortKey, sort_key
from advocate_desk.model.dirt.name_shapes import bracketed_acronym, without_acronym
from advocate_desk.model.dirt.passages import Look, Passage, about_many, numbers
from advocate_desk.model.finding import Finding
from advocate_desk.model.kinds import ENGLISH, Severity
from advocate_desk.model.marked import marked
from advocate_desk.model.rule_info import RuleInfo

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "by",
        "de",
        "des",
        "du",
        "for",
        "from",
        "in",
        "la",
        "le",
        "of",
        "on",
        "the",
        "to",
        "with",
    ]
)
_FRENCH = frozenset(
    ["au", "aux", "de", "des", "du", "et", "la", "le", "les", "pour", "sans", "une"]
)
# What organisations are called in Khmer, in the spellings they use themselves.
_KHMER_WORDS = frozenset(
    [
        "akphiwath",
        "anakot",
        "angkor",
        "banteay",
        "baitong",
        "boeung",
        "chab",
        "chamkar",
        "chea",
        "dai",
        "kamboo",
        "kampuchea",
        "karuna",
        "kdei",
        "khemara",
        "klahan",
        "kumar",
        "kumnit",
        "mith",
        "mlup",
        "nak",
        "neak",
        "neary",
        "neakpoan",
        "phnom",
        "ponleu",
        "ponleur",
        "prey",
        "promviheathor",
        "rumduol",
        "sahakum",
        "sahmakum",
        "samaki",
        "santi",
        "sena",
        "srei",
        "srey",
        "teang",
        "tnaut",
        "tonle",
        "trey",
        "vihear",
        "yuvachun",
    ]
)
_ARTICLE = re.compile(r"(?:The|A|An)\s")
_COALITION = re.compile(r"\b(?:coalition|confederation)\b", re.IGNORECASE)
_FEW = 5  # too short a list has no habits

NO_ACRONYM = RuleInfo(
    "no_acronym",
    marked("Names without an acronym in brackets"),
    marked("Most entries of the list have one."),
)
ODD_ACRONYM = RuleInfo(
    "odd_acronym",
    marked("Acronyms with spaces, hyphens or small letters"),
    marked("Most acronyms are capitals only; ask how the organisation writes its own."),
)
UNLIKE_ACRONYM = RuleInfo(
    "unlike_acronym",
    marked("Acronyms that do not spell out their name"),
    marked("The letters do not follow from the words: one of the two may be wrong."),
)
CAPITALS = RuleInfo(
    "capital_name",
    marked("Names in capitals"),
    marked("A word in capitals is an acronym or is meant to be loud; ask which."),
)
NAME_CASE = RuleInfo(
    "name_case",
    marked("Capitals unlike the other names"),
    marked("Small words are written small and the others with a capital, or the other way round."),
)
UNSORTED = RuleInfo(
    "unsorted_names",
    marked("Names out of alphabetical order"),
    marked("The list is in alphabetical order but for these."),
)
FILED_ODDLY = RuleInfo(
    "filed_oddly",
    marked("Names filed under an article or a figure"),
    marked("Readers look for “The …” under its next word, and for figures in several places."),
)
ALIKE = RuleInfo(
    "alike_names",
    marked("Names that are nearly the same"),
    marked("They may be one organisation twice, or two that are easily mixed up."),
)
COUNTRY = RuleInfo(
    "country_names",
    marked("“Cambodia” and “Cambodian” in names"),
    marked("Which of the two begins a name is easily mistaken; ask the organisation."),
)
COALITION = RuleInfo(
    "coalition",
    marked("Coalitions among the endorsers"),
    marked("A coalition may stand beside its own members, who are then counted twice."),
)
FOREIGN = RuleInfo(
    "foreign_name",
    marked("Names in French or in romanised Khmer"),
    marked("Readers of the list cannot tell what they mean; ask for an English name, too."),
)
INFOS = (
    *(NO_ACRONYM, ODD_ACRONYM, UNLIKE_ACRONYM, CAPITALS, NAME_CASE, UNSORTED, FILED_ODDLY),
    *(ALIKE, COUNTRY, COALITION, FOREIGN),
)


def acronyms(look: Look) -> Iterator[Finding]:
    """Entries without an acronym where most have one, and acronyms unlike the others."""
    without = [p for p in look.names if not bracketed_acronym(p.text)]
    if len(look.names) >= _FEW and 0 < len(without) * 2 < len(look.names):
        yield about_many(without, NO_ACRONYM, Severity.HINT)
    if look.language != ENGLISH:
        return
    yield from _listed(look, ODD_ACRONYM, _is_odd_acronym)
    yield from _listed(look, UNLIKE_ACRONYM, _is_unlike)


def letters(look: Look) -> Iterator[Finding]:
    """Capitals: whole words, small words, words that begin small."""
    if look.language != ENGLISH or len(look.names) < _FEW:
        return
    yield from _listed(look, CAPITALS, _is_loud)
    small = sum(_small_words(p.text) for p in look.names)
    large = [p for p in look.names if _has_large_small_word(p.text)]
    odd = [p for p in look.names if _begins_small(p.text)]
    if small > len(large) or odd:
        wrong = {p.position: p for p in (*(large if small > len(large) else ()), *odd)}
        if wrong and len(wrong) * 2 < len(look.names):
            yield about_many([wrong[n] for n in sorted(wrong)], NAME_CASE, Severity.HINT)


def order(look: Look) -> Iterator[Finding]:
    """Breaks of the alphabetical order in a list that keeps to it otherwise."""
    names = look.names
    breaks = [pair for pair in pairwise(names) if _key(pair[0]) > _key(pair[1])]
    if len(names) >= 2 * _FEW and 0 < len(breaks) * 8 < len(names):
        places = ", ".join(f"{a.position}/{b.position}" for a, b in breaks)
        yield about_many(
            [b for _, b in breaks],
            UNSORTED,
            Severity.HINT,
            marked("Not in alphabetical order: endorsers {positions}."),
            positions=places,
        )
    if look.language == ENGLISH and len(names) >= 2 * _FEW:
        yield from _listed(look, FILED_ODDLY, _is_filed_oddly)


def alike(look: Look) -> Iterator[Finding]:
    """Names that share all words but one; they are told, never joined."""
    if look.language != ENGLISH:
        return
    bags: dict[tuple[str, ...], list[Passage]] = {}
    for passage in look.names:
        words = _content_words(passage.text)
        for left_out in range(len(words)) if len(words) > 3 else ():
            others = (*words[:left_out], "", *words[left_out + 1 :])
            bags.setdefault(others, []).append(passage)
    groups = {numbers(group): group for group in bags.values() if len(group) > 1}
    if groups:
        every = {p.position: p for group in groups.values() for p in group}
        yield about_many(
            [every[n] for n in sorted(every)],
            ALIKE,
            Severity.HINT,
            positions="; ".join(groups),
        )


def kinds(look: Look) -> Iterator[Finding]:
    """The country as noun and adjective; coalitions whose members may be listed too."""
    if look.language != ENGLISH:
        return
    yield from _countries(look)
    yield from _listed(look, COALITION, lambda text: _COALITION.search(text) is not None)
    yield from _listed(look, FOREIGN, _is_foreign)


def _countries(look: Look) -> Iterator[Finding]:
    noun = [p for p in look.names if "Cambodia" in _words(p.text)]
    adjective = [p for p in look.names if "Cambodian" in _words(p.text)]
    first = [p for p in noun if p.text.startswith("Cambodia ")]
    if first and sum(p.text.startswith("Cambodian ") for p in adjective) > len(first):
        yield about_many(
            first,
            COUNTRY,
            Severity.HINT,
            marked(
                "“Cambodia” is in {nouns} names and “Cambodian” in {adjectives}; is it right in"
                " {positions}?"
            ),
            nouns=len(noun),
            adjectives=len(adjective),
        )


def _listed(look: Look, info: RuleInfo, is_odd: Callable[[str], bool]) -> Iterator[Finding]:
    odd = [p for p in look.names if is_odd(p.text)]
    if odd:
        yield about_many(odd, info, Severity.HINT)


def _key(passage: Passage) -> SortKey:
    return sort_key(f"x{passage.text}", passage.language)  # “The” as it is filed


@lru_cache(maxsize=4096)
def _words(entry: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(without_acronym(entry)))


@lru_cache(maxsize=4096)
def _content_words(entry: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _words(entry) if word.casefold() not in _SMALL)


def _is_odd_acronym(entry: str) -> bool:
    acronym = bracketed_acronym(entry)
    dotted = "." in acronym  # another rule's
    return bool(acronym) and not dotted and not (acronym.isalnum() and acronym.isupper())


@lru_cache(maxsize=4096)
def _is_unlike(entry: str) -> bool:
    if _is_odd_acronym(entry):
        return False
    acronym = bracketed_acronym(entry).replace(".", "").casefold()
    return bool(acronym) and not _spells(acronym, tuple(w.casefold() for w in _words(entry)))


@lru_cache(maxsize=16384)
def _spells(acronym: str, words: tuple[str, ...]) -> bool:
    """Whether beginnings of the words, one or more letters each, make the acronym.

    Small words and a country at the end may be left out.
    """
    if not words:
        return not acronym
    first, rest = words[0], words[1:]
    if first in _SMALL and _spells(acronym, rest):
        return True
    return any(
        acronym.startswith(first[:length]) and _spells(acronym[length:], rest)
        for length in range(1, min(len(first), len(acronym)) + 1)
    )


def _is_loud(entry: str) -> bool:
    return any(len(word) > 3 and word.isupper() for word in _words(entry))


def _small_words(entry: str) -> int:
    return sum(word in _SMALL for word in _words(entry)[1:])


def _has_large_small_word(entry: str) -> bool:
    return any(w.lower() in _SMALL and w[0].isupper() for w in _words(entry)[1:])


def _begins_small(entry: str) -> bool:
    return any(word[0].islower() and word not in _SMALL for word in _words(entry))


@lru_cache(maxsize=4096)
def _is_foreign(entry: str) -> bool:
    """Whether French small words stand in it, or nothing but Khmer words in Latin letters."""
    words = {word.casefold() for word in _words(entry)}
    return bool(words) and (bool(words & _FRENCH) or words <= _KHMER_WORDS)


def _is_filed_oddly(entry: str) -> bool:
    return _ARTICLE.match(entry) is not None or entry[0].isdigit()
