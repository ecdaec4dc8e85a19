"""The endorser list inside a statement: its label and its entries, across breaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from advocate_desk.importers.endorser_entry import read_entry, split_acronym
from advocate_desk.importers.markers import is_numbered, number
from advocate_desk.importers.name_check import name_fault
from advocate_desk.importers.phrases import (
    ends_in_colon,
    ends_sentence,
    is_endorser_label,
    is_key_line,
)
from advocate_desk.importers.source import SourceParagraph
from advocate_desk.importers.streams import Placed
from advocate_desk.model.draft import DraftEndorser

_LONGEST_NAME = 200
_FEWEST_UNLABELLED = 8
_BRIDGE = 2


@dataclass(frozen=True, slots=True)
class EndorserZone:
    """A label, the endorsers under it, how many paragraphs that takes, and what did not fit."""

    label: str
    endorsers: tuple[DraftEndorser, ...]
    length: int
    unplaced: tuple[str, ...] = ()


def endorser_zone(lines: Sequence[Placed], at: int, language: str) -> EndorserZone | None:
    """The endorser list that begins at one of these lines, if one does."""
    first = lines[at].paragraph
    if not first.marker and is_endorser_label(first.text):
        rest = [line.paragraph for line in lines[at + 1 :]]
        taken = _numbered(rest) if rest and _next_text(rest).marker else _unnumbered(rest)
        return _zone(first.as_typed, taken, language) if taken else None
    if _counts_up(lines, at):
        taken = _counted(lines, at)
        return _zone("", taken, language) if _are_endorsers(taken) else None
    return None


def _counts_up(lines: Sequence[Placed], at: int) -> bool:
    """Whether a count of at least so many entries begins here."""
    ahead = [line.paragraph for line in lines[at : at + _FEWEST_UNLABELLED]]
    numbers = [number(line.marker) for line in ahead if not line.level]
    return numbers == list(range(1, _FEWEST_UNLABELLED + 1))


def _counted(lines: Sequence[Placed], at: int) -> list[SourceParagraph]:
    """The entries from here on as long as their numbers go on."""
    taken = [lines[at].paragraph]
    while at + len(taken) < len(lines):
        line = lines[at + len(taken)].paragraph
        if line.level or not _goes_on(line, number(taken[-1].marker)):
            break
        taken.append(line)
    return taken


def _next_text(rest: Sequence[SourceParagraph]) -> SourceParagraph:
    return next((line for line in rest if not line.is_break), rest[0])


def _zone(label: str, taken: list[SourceParagraph], language: str) -> EndorserZone:
    numbered = any(line.marker for line in taken)
    entries = [line for line in taken if _is_entry(line, numbered=numbered)]
    accepted = [line for line in entries if not name_fault(line.text)]
    kept = {line.row for line in accepted}
    return EndorserZone(
        label=label,
        endorsers=tuple(read_entry(line.text, line.row, language) for line in accepted),
        length=len(taken) + bool(label),
        unplaced=tuple(x.as_typed for x in taken if x.row not in kept and not x.is_break),
    )


def _is_entry(line: SourceParagraph, *, numbered: bool) -> bool:
    return not line.is_break and bool(line.text) and (bool(line.marker) or not numbered)


def _numbered(rest: Sequence[SourceParagraph]) -> list[SourceParagraph]:
    """The entries, and what stands between them where the count goes on behind it."""
    end = 0
    last = 0
    for at, line in enumerate(rest):
        if line.level or (at - end > _BRIDGE):
            break
        if line.marker and (at == end or _goes_on(line, last)):
            end, last = at + 1, number(line.marker)
        elif line.is_break and at == end and _is_entry_at(rest, at + 1):
            end = at + 1
    return list(rest[:end])


def _goes_on(line: SourceParagraph, last: int) -> bool:
    return is_numbered(line.marker) and 0 < number(line.marker) - last <= 2


def _is_entry_at(rest: Sequence[SourceParagraph], at: int) -> bool:
    return at < len(rest) and bool(rest[at].marker)


def _unnumbered(rest: Sequence[SourceParagraph]) -> list[SourceParagraph]:
    """Short lines under a label, up to a heading, a sentence or a line of another kind."""
    taken: list[SourceParagraph] = []
    for line in rest:
        if line.level or line.marker or is_key_line(line.text) or not _may_be_name(line.text):
            break
        taken.append(line)
    while taken and taken[-1].is_break:
        taken.pop()
    return taken


def _may_be_name(text: str) -> bool:
    is_short = len(text) <= _LONGEST_NAME and not ends_in_colon(text)
    is_sentence = ends_sentence(text) and len(text.split()) > 12
    return is_short and not is_sentence


def _are_endorsers(taken: Sequence[SourceParagraph]) -> bool:
    """Whether counted entries are short names, half of them with an acronym."""
    if not all(_may_be_name(entry.text) for entry in taken):
        return False
    with_acronym = sum(bool(split_acronym(entry.text)[1]) for entry in taken)
    return with_acronym * 2 >= len(taken)
