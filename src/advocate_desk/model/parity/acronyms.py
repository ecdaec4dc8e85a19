"""Acronyms of both sides, and which of them the other side lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from advocate_desk.language.khmer import fold, has_khmer
from advocate_desk.model.parity.fact import FactKind, Gap
from advocate_desk.model.parity.known import Known, undotted
from advocate_desk.model.parity.known_acronyms import (
    NO_ACRONYMS,
    NO_KHMER_ACRONYMS,
    KhmerForms,
)

_LATIN = re.compile(
    r"(?<![\w@.\x00/])(?:(?:[A-Z]\.){2,}(?:[A-Z]\b)?|[A-Z]{2,}(?![a-rt-z])|[A-Z][a-z]?[A-Z]+)"
    r"(?P<plural>s|'s)?(?![A-Za-z0-9_@]|\s?\$)"
)
_HONORIFIC = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Ven|H\.?E)\.?|Excellency|Samdech|Oknha)\s\Z"
)
_CODE = re.compile(r"[\w.]*[A-Z\u1780-\u17a2]+(?:[/-][A-Z\u1780-\u17a2.]+)*/[\w/.-]*\d")
_KHMER = re.compile(
    "(?<![\u1780-\u17d3.])(?:[\u1780-\u17b3](?:\u17d2[\u1780-\u17a2])?[\u17b6-\u17c8]*\\.\\s?){1,7}"
    "[\u1780-\u17b3](?:\u17d2[\u1780-\u17a2])?[\u17b6-\u17c8]*(?:\\.|(?![\u1780-\u17d3]))"
)
_WORD = re.compile(r"[A-Za-z]{2,}")


@dataclass(frozen=True, slots=True)
class Acronym:
    """An acronym in a text; `is_introduced` where it stands in brackets behind what it is for."""

    key: str
    text: str
    is_introduced: bool


@dataclass(frozen=True, slots=True)
class AcronymSide:
    """The acronyms of one side and its text as it is searched for full names."""

    latin: tuple[Acronym, ...]
    dotted: tuple[Acronym, ...]
    folded: str
    plain: str


def acronym_side(folded: str, plain: str) -> AcronymSide:
    """What one side has; `folded` is all of its text, `plain` the text without addresses."""
    if "/" in plain:
        plain = _CODE.sub(" ", plain)
    latin = tuple(_each_once(_latin(plain)))
    dotted = tuple(_each_once(_dotted(plain)))
    return AcronymSide(latin, dotted, undotted(folded), folded.replace("’", "'"))


def _latin(plain: str) -> Iterator[Acronym]:
    for line in plain.split("\n"):
        matches = list(_LATIN.finditer(line))
        for found in matches if matches and not _is_shouted(line) else ():
            key = found[0].removesuffix(found["plural"] or "").replace(".", "").upper()
            is_surname = _HONORIFIC.search(line, max(0, found.start() - 14), found.start())
            if key not in NO_ACRONYMS and len(key) > 1 and not is_surname:
                text = found[0].removesuffix("'s")
                yield Acronym(key, text, _is_introduced(line, *found.span()))


def _is_shouted(line: str) -> bool:
    """A heading in capitals, where no acronym can be told from a word."""
    words = [] if has_khmer(line) else _WORD.findall(line)
    return len(words) > 2 and 2 * sum(word.isupper() for word in words) > len(words)


def _dotted(plain: str) -> Iterator[Acronym]:
    for found in _KHMER.finditer(plain) if "." in plain else ():
        key = re.sub(r"[.\s]", "", fold(found[0]))
        if key not in NO_KHMER_ACRONYMS:
            yield Acronym(key, found[0].strip(), _is_introduced(plain, *found.span()))


def _is_introduced(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 6) : start].rstrip(" “\"'«")
    return (
        before.endswith(("(", "(the", "(The", "["))
        and text[end : end + 2].strip(" ”\"'»“")[:1] in ")],;"
    )


def _each_once(found: Iterator[Acronym]) -> Iterator[Acronym]:
    seen: dict[str, Acronym] = {}
    for one in found:
        before = seen.get(one.key)
        if before is None or (one.is_introduced and not before.is_introduced):
            seen[one.key] = one
    yield from seen.values()


def acronym_gap(khmer: AcronymSide, english: AcronymSide, known: Known) -> Iterator[Gap]:
    """The acronyms that only one side has, all in one gap."""
    kept = {one.key for one in khmer.latin}
    lost = [one for one in english.latin if one.key not in kept and not _is_said(one, khmer, known)]
    own = {one.key for one in english.latin}
    extra = [
        one for one in khmer.latin if one.key not in own and not _is_named(one, english, known)
    ]
    dotted = [one for one in khmer.dotted if not _answers(one, english, known)]
    strangers = [one for one in dotted if not _is_known(one, known)]
    # An unknown Khmer acronym may stand for an unknown English one; nobody can tell which.
    unknown = [one for one in lost if one.key not in known.acronyms]
    pairs = min(len(unknown), len(strangers))
    lost = [one for one in lost if one not in unknown[:pairs]]
    extra += [one for one in dotted if one not in strangers]
    extra += [one for one in strangers[pairs:] if one.is_introduced]
    if lost or extra:
        yield Gap(FactKind.ACRONYM, _listed(extra), _listed(lost))


def _listed(acronyms: list[Acronym]) -> str:
    return ", ".join(one.text for one in acronyms)


def _is_said(acronym: Acronym, khmer: AcronymSide, known: Known) -> bool:
    """Whether Khmer has a short form of its own, or, for one used bare, the full name."""
    forms = known.acronyms.get(acronym.key)
    if forms is None:
        return False
    if any(short in khmer.folded for short in forms.short):
        return True
    return not acronym.is_introduced and any(full in khmer.folded for full in forms.full)


def _is_named(acronym: Acronym, english: AcronymSide, known: Known) -> bool:
    """Whether English says in full what Khmer shortens; not where it is introduced."""
    if acronym.is_introduced:
        return False
    forms = known.acronyms.get(acronym.key)
    if forms and any(name in english.plain for name in forms.english):
        return True
    return len(acronym.key) > 2 and acronym.key.casefold() in _initials(english.plain)


def _initials(text: str) -> str:
    """The first letters of the words, small words left out."""
    words = re.findall(r"[a-z][\w']*", text)
    return "".join(
        word[0] for word in words if word not in {"of", "for", "and", "the", "on", "in", "to"}
    )


def _answers(dotted: Acronym, english: AcronymSide, known: Known) -> bool:
    own = {one.key for one in english.latin}
    return any(
        key in own
        or (not dotted.is_introduced and any(name in english.plain for name in forms.english))
        for key, forms in _known_as(dotted, known)
    )


def _is_known(dotted: Acronym, known: Known) -> bool:
    return any(True for _ in _known_as(dotted, known))


def _known_as(dotted: Acronym, known: Known) -> Iterator[tuple[str, KhmerForms]]:
    return (pair for pair in known.acronyms.items() if dotted.key in pair[1].short)
