"""Spellings and names that vary within one statement."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from advocate_desk.model.dirt.passages import Look, Passage, Spot, about, about_many
from advocate_desk.model.finding import Finding
from advocate_desk.model.kinds import ENGLISH, Severity
from advocate_desk.model.marked import marked
from advocate_desk.model.rule_info import RuleInfo

_AMERICAN = "center program labor neighbor defense honor favor behavior color license fulfill"
_BRITISH = "centre programme labour neighbour defence honour favour behaviour colour licence fulfil"
_PAIRS: Mapping[str, str] = dict(zip(_AMERICAN.split(), _BRITISH.split(), strict=True))
_STEMS = "organi reali recogni emphasi mobili prioriti criminali utili democrati politici summari"
_ISE = re.compile(
    rf"\b(?:{'|'.join(_STEMS.split())})([sz])(?:e[sdr]?|ing|ations?|ational)\b", re.IGNORECASE
)
_DIALECT = re.compile(
    rf"\b(?P<us>(?:{'|'.join(_PAIRS)}))(?P<us_end>s|ing|ly|ed|hood)?\b"
    rf"|\b(?P<uk>(?:{'|'.join(_PAIRS.values())}))(?P<uk_end>s|ing|ly|ed|hood)?\b",
    re.IGNORECASE,
)
_TO_BRITISH = _PAIRS
_TO_AMERICAN = {british: american for american, british in _PAIRS.items()}
# Words that name the same kind of thing: a treaty, a body.
_HEADS = (
    frozenset(
        ["agreement", "agreements", "accord", "accords", "treaty", "treaties", "pact", "settlement"]
    ),
    frozenset(["declaration", "declarations"]),
    frozenset(["committee", "commission"]),
)
_HEAD_OF = {word: number for number, group in enumerate(_HEADS) for word in group}
_NAME = re.compile(
    r"\b[A-Z][a-z]+(?:[ \u00a0](?:of|on|for|the|and)(?=[ \u00a0][A-Z])|[ \u00a0][A-Z][a-z]+)+"
)

SPELLING_MIX = RuleInfo(
    "spelling_mix",
    marked("British and American spellings mixed"),
    marked("Center and Centre, Organization and Organisation: one statement keeps to one."),
)
NAME_VARIANTS = RuleInfo(
    "name_variants",
    marked("One thing under several names"),
    marked("Readers take Paris Peace Agreements and Paris Accords for two treaties."),
)
INFOS = (SPELLING_MIX, NAME_VARIANTS)


def spelling_mix(look: Look) -> Iterator[Finding]:
    """Words of the rarer spelling, among names and in texts each by themselves."""
    if look.language != ENGLISH:
        return
    for found_in in (_dialect, _endings):
        yield from _mix_of_names(look.names, found_in)
        yield from _mix_of_texts(look.texts, found_in)


Found = tuple[tuple[bool, int, int, str], ...]
Finder = Callable[[str], Found]


@lru_cache(maxsize=4096)
def _dialect(text: str) -> Found:
    """Whether British, from, to, and the word in the other spelling."""
    return tuple((bool(m["uk"]), *m.span(), _respelt(m)) for m in _DIALECT.finditer(text))


def _respelt(found: re.Match[str]) -> str:
    british = found["uk"]
    word = _TO_AMERICAN[british.lower()] if british else _TO_BRITISH[found["us"].lower()]
    whole = word + ((found["uk_end"] if british else found["us_end"]) or "")
    return whole.capitalize() if found[0][0].isupper() else whole


@lru_cache(maxsize=4096)
def _endings(text: str) -> Found:
    return tuple((m[1] in "sS", *m.span(), _with_other(m)) for m in _ISE.finditer(text))


def _with_other(found: re.Match[str]) -> str:
    at = found.start(1) - found.start()
    other = {"s": "z", "z": "s", "S": "Z", "Z": "S"}[found[1]]
    return found[0][:at] + other + found[0][at + 1 :]


def _mix_of_names(names: Sequence[Passage], found_in: Finder) -> Iterator[Finding]:
    kinds = Counter(british for p in names for british, *_ in found_in(p.text))
    if len(kinds) < 2:
        return
    rare = kinds[True] <= kinds[False]
    odd = [p for p in names if any(british is rare for british, *_ in found_in(p.text))]
    words = {
        p.text[start:end]
        for p in odd
        for british, start, end, _ in found_in(p.text)
        if british is rare
    }
    yield about_many(
        odd,
        SPELLING_MIX,
        Severity.HINT,
        marked("Spelt unlike the other names: {words} in endorsers {positions}."),
        words=", ".join(sorted(words)),
    )


def _mix_of_texts(texts: Sequence[Passage], found_in: Finder) -> Iterator[Finding]:
    kinds = Counter(british for p in texts for british, *_ in found_in(p.text))
    if len(kinds) < 2:
        return
    rare = kinds[True] <= kinds[False]
    for passage in texts:
        spots = [
            Spot(s, e, other) for british, s, e, other in found_in(passage.text) if british is rare
        ]
        if spots:
            message = marked("Spelt unlike the rest of the statement: “{found}”.")
            yield about(passage, SPELLING_MIX, Severity.HINT, message, spots)


def name_variants(look: Look) -> Iterator[Finding]:
    """Treaties and bodies whose names differ in one word, each variant where it first stands."""
    if look.language != ENGLISH:
        return
    groups: dict[tuple[str, int], dict[str, list[tuple[Passage, Spot]]]] = {}
    for passage in look.texts:
        for key, name, spot in _names(passage.text):
            groups.setdefault(key, {}).setdefault(name, []).append((passage, spot))
    for variants in groups.values():
        if len(variants) > 1:
            yield from _drift(variants)


def _drift(variants: Mapping[str, list[tuple[Passage, Spot]]]) -> Iterator[Finding]:
    usual = max(variants, key=lambda name: (len(variants[name]), len(name)))
    listed = ", ".join(f"“{name}” ({len(places)})" for name, places in variants.items())
    for name, places in variants.items():
        if name == usual:
            continue
        passage, spot = places[0]
        message = marked("The same thing has several names here: {variants}.")
        yield about(passage, NAME_VARIANTS, Severity.HINT, message, [spot], variants=listed)


@lru_cache(maxsize=4096)
def _names(text: str) -> tuple[tuple[tuple[str, int], str, Spot], ...]:
    """Names of things that have a kind: key (first word and kind), the name, its place."""
    found = []
    for match in _NAME.finditer(text):
        name, start = _without_article(match[0].replace("\u00a0", " "), match.start())
        words = name.split(" ")
        last = next((n for n, w in enumerate(words) if n and w.lower() in _HEAD_OF), 0)
        if last:
            name = " ".join(words[: last + 1])
            key = (words[0], _HEAD_OF[words[last].lower()])
            found.append((key, name, Spot(start, start + len(name))))
    return tuple(found)


def _without_article(name: str, start: int) -> tuple[str, int]:
    for article in ("The ", "This ", "These ", "That ", "Extensive ", "Although "):
        if name.startswith(article):
            return name[len(article) :], start + len(article)
    return name, start
