"""List markers as people type them, in Latin and Khmer: 1. (2) ៣. ក) a) • – and the like."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from advocate_desk.importers.phrases import is_contact_line
from advocate_desk.importers.source import SourceParagraph
from advocate_desk.language.numbers import to_ascii_digits
from advocate_desk.model.kinds import Marker

BULLETS = "•·◦▪▫●○■□‣⁃►➢➤❖✓✔∙\uf0b7\uf0a7\uf0d8\uf0fc*+"
DASHES = "–—-"
KHMER_LETTERS = "កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរលវសហឡអ"
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_MARKER = re.compile(
    rf"(?P<sign>[{re.escape(BULLETS)}]|[{DASHES}])(?:[ \t]+|\u00a0+)(?=[^ \t])"
    r"|(?P<drawn>[•·◦▪▫●○■□‣⁃►➢➤❖✓✔∙\uf0b7\uf0a7\uf0d8\uf0fc])(?=[^\W\d_])"
    r"|\(?(?P<number>\d{1,4}|(?:ទី)?[០-៩]{1,4})(?:[ ]?[.)៖:/](?:(?=[^\W\d_])|[ \t]+(?=[^ \t])|\u00a0+)"
    rf"|[ ]?[{DASHES}][ \t]+(?=[^ \t]))"
    r"|\((?P<bracketed>[a-z]|[ivx]{1,4}|[A-H])\)[ \t]+(?=[^ \t])"
    r"|(?P<letter>[a-z]|[ivx]{1,4})[.)][ \t]+(?=[^ \t])"
    rf"|\(?(?P<khmer>[{KHMER_LETTERS}])(?:[.)៖/]|[ ]?-)[ \t]*(?=[^ \t])"
)
_PLAIN_NUMBER = re.compile(r"\A\(?(?:\d{1,3}|[០-៩]{1,3})[.)៖][ \t\u00a0]+(?=\S)")


@dataclass(frozen=True, slots=True)
class TypedMarker:
    """A marker found before a text: as typed (with blanks), cut, and the text behind it."""

    typed: str
    marker: str
    rest: str


def split_marker(text: str) -> TypedMarker | None:
    """The list marker a text begins with, or None."""
    match = _MARKER.match(text)
    if not match:
        return None
    typed = match.group()
    return TypedMarker(typed=typed, marker=typed.strip(), rest=text[len(typed) :])


def without_number(text: str) -> str:
    """A name without the number before it, even one that no neighbour counts on from.

    Only what can hardly be a part of a name goes: up to three digits, a dot or bracket, a blank.
    """
    return _PLAIN_NUMBER.sub("", text, count=1)


def style(marker: str) -> str:
    """The family of a marker: number, khmer_number, letter, khmer_letter, dash, or the bullet."""
    core = marker.strip("().:/៖- \u00a0").removeprefix("ទី") or marker.strip()
    if core.isdigit():
        return "number" if core.isascii() else "khmer_number"
    if core in KHMER_LETTERS and core:
        return "khmer_letter"
    if core.isascii() and core.isalpha():
        return "letter"
    return "dash" if core in DASHES else core


def is_numbered(marker: str) -> bool:
    """Whether the marker counts: digits, Latin or Khmer."""
    return bool(marker) and style(marker) in {"number", "khmer_number"}


def number(marker: str) -> int:
    """The number of a counting marker, 0 where it does not count with digits."""
    digits = re.sub(r"\D", "", to_ascii_digits(marker)) if is_numbered(marker) else ""
    return int(digits) if digits else 0


def as_kind(marker: str) -> Marker:
    """The marker as blocks know it."""
    if not marker:
        return Marker.NONE
    family = style(marker)
    if family in {"number", "khmer_number", "letter", "khmer_letter"}:
        return Marker.NUMBER
    return Marker.DASH if family == "dash" else Marker.BULLET


def settled(lines: Sequence[SourceParagraph]) -> tuple[SourceParagraph, ...]:
    """The lines with doubtful numbers given back to the text.

    A line that happens to start with "2017. " or "a) " is no list entry: a counting marker stands
    only where it begins a count, where the line before or after it has one in the same style, or
    where the nearest one in the same style fits.
    The asterisk before a contact line belongs to the text.
    """
    doubtful = [i for i, line in enumerate(lines) if _values(line.marker)]
    by_style: dict[str, list[int]] = {}
    for index in doubtful:
        by_style.setdefault(_count_style(lines[index].marker), []).append(index)
    wrong = {i for same in by_style.values() for i in _not_counting(lines, same)}
    wrong |= {i for i, line in enumerate(lines) if _is_note(line)}
    return tuple(_as_text(line) if i in wrong else line for i, line in enumerate(lines))


def _count_style(marker: str) -> str:
    """The style of a count: one that changes from Latin to Khmer digits midway goes on."""
    return "number" if is_numbered(marker) else style(marker)


def _not_counting(lines: Sequence[SourceParagraph], same: list[int]) -> list[int]:
    values = [_values(lines[index].marker) for index in same]
    return [
        index
        for place, index in enumerate(same)
        if 1 not in values[place]
        and not (place and same[place - 1] == index - 1)
        and not (place + 1 < len(same) and same[place + 1] == index + 1)
        and not (place and _fits(values[place - 1], values[place]))
        and not (place + 1 < len(same) and _fits(values[place], values[place + 1]))
    ]


def _is_note(line: SourceParagraph) -> bool:
    return line.marker == "*" and is_contact_line(line.as_typed)


def _fits(first: frozenset[int], second: frozenset[int]) -> bool:
    return any(abs(later - earlier) <= 2 for earlier in first for later in second)


def _values(marker: str) -> frozenset[int]:
    """What a marker may count to; a letter may also be a Roman number."""
    family = style(marker) if marker else ""
    core = marker.strip("().:/៖- ")
    if family == "khmer_letter":
        return frozenset({KHMER_LETTERS.index(core) + 1})
    if family == "letter":
        letter = {ord(core.lower()) - ord("a") + 1} if len(core) == 1 else set()
        roman = {_ROMAN.index(core)} if core in _ROMAN else set()
        return frozenset(letter | roman)
    return frozenset({number(marker)}) if is_numbered(marker) else frozenset()


def _as_text(line: SourceParagraph) -> SourceParagraph:
    return replace(line, text=line.as_typed, marker="", typed="")
