"""Quotation marks and brackets: which way they look, and whether they pair."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from advocate_desk.model.dirt.passages import Look, Passage, Spot, about
from advocate_desk.model.dirt.text_rules import TextRule, together
from advocate_desk.model.finding import Finding
from advocate_desk.model.kinds import Severity
from advocate_desk.model.marked import marked
from advocate_desk.model.rule_info import RuleInfo

_OPENS_AT_END = re.compile(r"(?<=[\w.,;:!?…។៕])“(?=[\s)\].,;:!?]|$)")
_CLOSES_AT_START = re.compile(r"(?:(?<=[\s(\[])|^)”(?=\w)", re.MULTILINE)
_STRAIGHT = re.compile(r"""["']""")
_CURLY = re.compile("[“”‘’]")
_PAIRS = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"))
_MARKS = re.compile("[“”«»()\\[\\]]")
_LIST_MARK = re.compile(r"^\s*(?:\w{1,3}|[ivxlc]+)\)", re.MULTILINE)


def turned(text: str) -> Iterator[Spot]:
    """Quotation marks that look the wrong way."""
    if "“" in text or "”" in text:
        yield from (Spot(*found.span(), "”") for found in _OPENS_AT_END.finditer(text))
        yield from (Spot(*found.span(), "“") for found in _CLOSES_AT_START.finditer(text))


def unpaired(text: str) -> list[Spot]:
    """Marks and brackets that are opened and not closed, or closed and not opened."""
    if not _MARKS.search(text):
        return []
    if turned_in(text):
        return []
    plain = _LIST_MARK.sub(lambda found: "." * len(found[0]), text)
    found: list[Spot] = []
    for opening, closing in _PAIRS:
        count = plain.count(opening) - plain.count(closing)
        if count and not (count > 0 and opening == "“" and _goes_on(plain)):
            at = plain.rfind(opening) if count > 0 else plain.find(closing)
            found.append(Spot(at, at + 1))
    return found


def turned_in(text: str) -> bool:
    """Whether a mark looks the wrong way, which explains a count that is not even."""
    return next(turned(text), None) is not None


def _goes_on(text: str) -> bool:
    """A quotation of several paragraphs opens in each and closes in the last one only."""
    parts = text.split("\n\n")
    return len(parts) > 1 and sum(part.startswith("“") for part in parts) > 1


RULES: tuple[TextRule, ...] = (
    TextRule(
        RuleInfo(
            "quote_direction",
            marked("Quotation marks that look the wrong way"),
            marked("“ opens and ” closes; one typed for the other looks like a slip in print."),
        ),
        Severity.WARNING,
        marked("The quotation mark looks the wrong way: “{found}”."),
        turned,
    ),
    TextRule(
        RuleInfo(
            "unpaired_mark",
            marked("Quotation marks and brackets without a partner"),
            marked("What is opened must be closed, or nobody knows where the quotation ends."),
        ),
        Severity.WARNING,
        marked("A quotation mark or bracket has no partner: “{found}”."),
        unpaired,
        each=True,
    ),
)

STRAIGHT = RuleInfo(
    "straight_quotes",
    marked("Straight quotation marks"),
    marked("Typewriter’s marks beside printed ones, or around a quotation, look unfinished."),
)


def straight_quotes(look: Look) -> Iterator[Finding]:
    """Straight marks where curly ones are used too, or around a quotation.

    A statement that uses straight apostrophes throughout and quotes nobody is left alone.
    """
    passages = (*look.texts, *look.names)
    marks = {mark for passage in passages for mark in _marks(passage.text)}
    if '"' not in marks and not {"'", "curly"} <= marks:
        return
    for passage in look.texts:
        if spots := _straight_spots(passage.text):
            yield _finding(passage, spots)
    named = [_finding(p, spots) for p in look.names if (spots := _straight_spots(p.text))]
    if named:
        yield named[0] if len(named) == 1 else together(STRAIGHT, named)


def _finding(passage: Passage, spots: tuple[Spot, ...]) -> Finding:
    message = marked("Straight quotation marks or apostrophes: “{found}”.")
    return about(passage, STRAIGHT, Severity.HINT, message, spots)


@lru_cache(maxsize=4096)
def _marks(text: str) -> frozenset[str]:
    curly = {"curly"} if _CURLY.search(text) else set()
    return frozenset(set(_STRAIGHT.findall(text)) | curly)


@lru_cache(maxsize=4096)
def _straight_spots(text: str) -> tuple[Spot, ...]:
    return tuple(
        Spot(*found.span(), _curly(text, found.start())) for found in _STRAIGHT.finditer(text)
    )


def _curly(text: str, at: int) -> str | None:
    """The printed form of a straight mark; None for feet, inches and what cannot be told."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if before.isdigit():
        return None
    opens = not before or before.isspace() or before in "([—–-"
    if text[at] == '"':
        return "“" if opens else "”"
    return None if opens and after.isalnum() else "’"
