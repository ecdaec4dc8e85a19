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


def endorser_zone(lines: Sequence[Placed], language: str) -> EndorserZone | None:
    """The endorser list that begins at the first of these lines, if one does."""
    first = lines[0].paragraph
    rest = [line.paragraph for line in lines[1:]]
    if not first.marker and is_endorser_label(first.text):
        taken = _numbered(rest) if rest and _next_text(rest).marker else _unnumbered(rest)
        return _zone(first.as_typed, taken, language) if taken else None
    everything = [first, *rest]
    if _is_unlabelled_list(everything):
        return _zone("", _numbered(everything), language)
    return None


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
        elif line.is_break and at == end and _starts_with_entry(rest[at + 1 :]):
            end = at + 1
    return list(rest[:end])


def _goes_on(line: SourceParagraph, last: int) -> bool:
    return is_numbered(line.marker) and 0 < number(line.marker) - last <= 2


def _starts_with_entry(rest: Sequence[SourceParagraph]) -> bool:
    return bool(rest) and bool(rest[0].marker)


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


def _is_unlabelled_list(lines: Sequence[SourceParagraph]) -> bool:
    """A long counted list of short names, half of them with an acronym, needs no label."""
    if number(lines[0].marker) != 1 or lines[0].level:
        return False
    entries = [line for line in _numbered(lines) if line.marker]
    if len(entries) < _FEWEST_UNLABELLED or not all(_may_be_name(e.text) for e in entries):
        return False
    with_acronym = sum(bool(split_acronym(entry.text)[1]) for entry in entries)
    return with_acronym * 2 >= len(entries)
