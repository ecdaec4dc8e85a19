"""Persons: how they are addressed, and whether they still hold their office."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from advocate_desk.language.dates import find_date
from advocate_desk.language.numbers import to_ascii_digits
from advocate_desk.model.dirt.passages import Look, Passage, Spot, about
from advocate_desk.model.finding import Finding
from advocate_desk.model.kinds import ENGLISH, BlockKind, Severity
from advocate_desk.model.marked import marked
from advocate_desk.model.rule_info import RuleInfo
from advocate_desk.model.statement import Block, walk

_TITLE = (
    r"(?:Mr|Mrs|Ms|Dr|Prof|H\.E|Samdech|Dato[’'] Sri|His Excellency|Her Excellency|Lok Chumteav)"
)
_NAMED = re.compile(rf"\b({_TITLE})\.?[ \u00a0]+([A-Z][\w’'-]+(?:[ \u00a0][A-Z][\w’'-]+){{0,3}})")
_PLAIN = re.compile(r"^(?:Mr|Mrs|Ms|Dr)\b\.?")
_ANY_TITLE = re.compile(rf"^(?:{_TITLE}|His|Her|King|Queen)\b")
_BEFORE = re.compile(r"[A-Z][\w’'-]*[ \u00a0]+$")
_LINE_COMMA = re.compile(r",[ \u00a0]*(?=\n|$)")
_TERM_END = re.compile(
    r"[(（](?:until|till|up to|term (?:of office )?(?:ended|ends)|រហូតដល់|ដល់)\s*([^()（）]{4,40})[)）]"
    r"|[(（](?:\d{4}|[០-៩]{4})\s*[-–—]\s*(\d{4}|[០-៩]{4})[)）]",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20|21)\d\d")

HONORIFICS = RuleInfo(
    "honorifics",
    marked("Honorifics for some only"),
    marked("“Mr.” for some of those addressed and not for others may offend."),
)
TWO_HONORIFICS = RuleInfo(
    "two_honorifics",
    marked("Two honorifics for one person"),
    marked("The same person is addressed in two ways."),
)
HALF_NAME = RuleInfo(
    "half_name",
    marked("A person with half of the name"),
    marked("Somebody named in full elsewhere stands here with one name only."),
)
LINE_COMMA = RuleInfo(
    "line_comma",
    marked("Commas at the end of a name’s line"),
    marked("The line ends anyway; the comma is left over from a single line."),
)
TERM_ENDED = RuleInfo(
    "term_ended",
    marked("Office-holders whose term is over"),
    marked("A term of office noted in brackets ended before the date of the statement."),
)
INFOS = (HONORIFICS, TWO_HONORIFICS, HALF_NAME, LINE_COMMA, TERM_ENDED)


def honorifics(look: Look) -> Iterator[Finding]:
    """Lists of those addressed where some are Mr. or Ms. and others are nothing."""
    if look.language != ENGLISH:
        return
    written = {(p.block_id, p.field): p for p in look.texts}
    for block in look.checked.statement.blocks:
        if block.kind is BlockKind.ADDRESSEES:
            yield from _uneven(block, written)


def _uneven(block: Block, written: dict[tuple[str, str], Passage]) -> Iterator[Finding]:
    entries = [
        written[item.id, "body"] for item in walk(block.items) if (item.id, "body") in written
    ]
    titled = [p for p in entries if _PLAIN.match(p.text)]
    bare = [p for p in entries if not _ANY_TITLE.match(p.text)]
    if titled and bare and len(entries) > 2:
        fewer = min(titled, bare, key=len)
        found = _PLAIN.match(fewer[0].text)
        message = marked("An honorific for {some} of {all} of those addressed, from “{found}” on.")
        spot = Spot(0, found.end() if found else 0)
        values = {"some": len(entries) - len(bare), "all": len(entries)}
        yield about(fewer[0], HONORIFICS, Severity.HINT, message, [spot], **values)


def two_honorifics(look: Look) -> Iterator[Finding]:
    """One person under two honorifics, told where the second one stands."""
    if look.language != ENGLISH:
        return
    first: dict[str, str] = {}
    told: set[str] = set()
    for passage in look.texts:
        for title, name, spot in _persons(passage.text):
            other = first.setdefault(name, title)
            if other != title and name not in told:
                told.add(name)
                message = marked("“{name}” is {first} elsewhere and {second} here.")
                values = {"name": name, "first": other, "second": title}
                yield about(passage, TWO_HONORIFICS, Severity.HINT, message, [spot], **values)


def half_name(look: Look) -> Iterator[Finding]:
    """The last name of a person named in full with an honorific, standing alone."""
    if look.language != ENGLISH:
        return
    full = {
        name.split()[-1]: name
        for passage in look.texts
        for _, name, _ in _persons(passage.text)
        if len(name.split()) == 2
    }
    if not full:
        return
    alone = re.compile(rf"\b(?:{'|'.join(map(re.escape, full))})\b(?![ \u00a0][A-Z])")
    told: set[str] = set()
    for passage in look.texts:
        for found in alone.finditer(passage.text):
            before = passage.text[: found.start()]
            if found[0] in told or _BEFORE.search(before[-40:]) or before.endswith(". "):
                continue
            told.add(found[0])
            message = marked("“{found}” is “{name}” elsewhere.")
            spot = [Spot(*found.span(), full[found[0]])]
            values = {"name": full[found[0]], "found": found[0]}
            yield about(passage, HALF_NAME, Severity.HINT, message, spot, **values)


def line_comma(look: Look) -> Iterator[Finding]:
    """A comma at the end of a line in an entry of those addressed."""
    addressed = {
        item.id
        for block in look.checked.statement.blocks
        if block.kind is BlockKind.ADDRESSEES
        for item in walk(block.items)
    }
    for passage in look.texts:
        if passage.block_id in addressed:
            spots = [Spot(*m.span(), "") for m in _LINE_COMMA.finditer(passage.text)]
            if spots:
                message = marked("The line ends in a comma: “{found}”.")
                yield about(passage, LINE_COMMA, Severity.HINT, message, spots)


def term_ended(look: Look) -> Iterator[Finding]:
    """A term of office typed behind a name, “(until 2017-08-03)”, that was over before the date."""
    issued = look.checked.statement.issue_date
    if issued is None:
        return
    for passage in look.texts:
        for found in _TERM_END.finditer(passage.text):
            ended = _last_day(found[1] or found[2])
            if ended is not None and ended < issued:
                message = marked("The term of office was over before the date: “{found}”.")
                yield about(passage, TERM_ENDED, Severity.WARNING, message, [Spot(*found.span())])


def _last_day(text: str) -> date | None:
    """The day that is meant, or the last one of the year."""
    day = find_date(text)
    year = _YEAR.search(to_ascii_digits(text))
    return day or (date(int(year[0]), 12, 31) if year else None)


@lru_cache(maxsize=4096)
def _persons(text: str) -> tuple[tuple[str, str, Spot], ...]:
    """Honorific, name and place of everybody who has an honorific."""
    return tuple(
        (m[1], " ".join(m[2].removesuffix("’s").split()), Spot(*m.span()))
        for m in _NAMED.finditer(text)
        if len(m[2].split()) > 1
    )
