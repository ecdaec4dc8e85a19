"""Rules about the shape of one endorser's entry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advocate_desk.model.dirt.passages import Spot
from advocate_desk.model.dirt.text_rules import TextRule
from advocate_desk.model.kinds import Severity
from advocate_desk.model.marked import marked
from advocate_desk.model.rule_info import RuleInfo

BRACKETED = re.compile(r"\s*[(（]([^()（）]{1,30})[)）]\s*[.។]?\s*$")
_DASHED = re.compile(r"\s+[-–—]\s*([A-Z][A-Za-z0-9]*[A-Z0-9])\.?\s*$")
_FULL_STOP = re.compile(r"(?<=[a-z\u1780-\u17d3)])[.។]\s*$")
_ENDINGS = re.compile(r"\b(?:ltd|inc|co|corp|org|assn|etc|st|no|dept|univ)\.\s*$", re.IGNORECASE)
_DOTTED = re.compile(r"(?<!\w)(?:[A-Z]\.){2,}[A-Z]?(?!\w)|(?<!\w)(?:[A-Z]\.)+[A-Z](?![\w.])")
_TRAILING_COMMA = re.compile(r"[,;]\s*$")
_HYPHENED = re.compile(
    r"\b(?!(?:Non|Anti|Pro|Post|Co|Self|Multi|Inter|Sub|Pre|Ex|Trans|Cross|Semi|Neo)-)"
    r"[A-Z][a-z]{3,}(-)[A-Z][a-z]{3,}$"
)


def without_acronym(entry: str) -> str:
    """The entry without the acronym in brackets at its end."""
    return BRACKETED.sub("", entry)


def bracketed_acronym(entry: str) -> str:
    """The acronym in brackets at the end of an entry, empty where there is none."""
    found = BRACKETED.search(entry)
    return found[1].strip() if found else ""


def dash_acronym(entry: str) -> Iterator[Spot]:
    """An acronym behind a dash instead of in brackets."""
    if found := _DASHED.search(entry):
        yield Spot(found.start(), len(entry), f" ({found[1]})")


def full_stop(entry: str) -> Iterator[Spot]:
    """A full stop behind a name, which is no sentence."""
    if not _ENDINGS.search(entry) and (found := _FULL_STOP.search(entry)):
        yield Spot(found.start(), len(entry), "")


def dotted_acronym(entry: str) -> Iterator[Spot]:
    """An acronym with dots, where others have none; the organisation may write it so."""
    yield from (Spot(*found.span()) for found in _DOTTED.finditer(entry))


def trailing_comma(entry: str) -> Iterator[Spot]:
    """A comma behind a name."""
    if found := _TRAILING_COMMA.search(entry):
        yield Spot(found.start(), len(entry), "")


def hyphen_joined(entry: str) -> Iterator[Spot]:
    """A hyphen without spaces that joins two capitalised words at the end of a name."""
    if found := _HYPHENED.search(without_acronym(entry)):
        yield Spot(found.start(), found.end())


RULES: tuple[TextRule, ...] = (
    TextRule(
        RuleInfo(
            "dash_acronym",
            marked("Acronyms behind a dash"),
            marked("The other entries have their acronym in brackets."),
        ),
        Severity.HINT,
        marked("The acronym stands behind a dash: “{found}”."),
        dash_acronym,
        blocks=False,
    ),
    TextRule(
        RuleInfo(
            "name_full_stop",
            marked("Names that end in a full stop"),
            marked("A name is no sentence; in a list it ends without a stop."),
        ),
        Severity.HINT,
        marked("The name ends in a full stop: “{found}”."),
        full_stop,
        blocks=False,
    ),
    TextRule(
        RuleInfo(
            "dotted_acronym",
            marked("Acronyms with dots"),
            marked(
                "Most acronyms are written without dots; ask how the organisation writes its own."
            ),
        ),
        Severity.HINT,
        marked("The acronym has dots: “{found}”."),
        dotted_acronym,
        ("en",),
        blocks=False,
    ),
    TextRule(
        RuleInfo(
            "name_comma",
            marked("Names that end in a comma"),
            marked("A comma at the end of a name is left over from another list."),
        ),
        Severity.HINT,
        marked("The name ends in a comma: “{found}”."),
        trailing_comma,
        blocks=False,
    ),
    TextRule(
        RuleInfo(
            "joined_name",
            marked("Names joined by a hyphen"),
            marked("A hyphen without spaces makes one word of two names."),
        ),
        Severity.HINT,
        marked("A hyphen joins two names: “{found}”."),
        hyphen_joined,
        ("en",),
        blocks=False,
    ),
)
