"""Endorsers from lines: one an entry, whatever their markers."""

from __future__ import annotations

from collections.abc import Sequence

from advocate_desk.importers.endorser_entry import read_entry
from advocate_desk.importers.markdown import paragraphs_of
from advocate_desk.importers.markers import without_number
from advocate_desk.importers.name_check import name_fault
from advocate_desk.importers.page_furniture import furniture, labels, with_numbers_joined
from advocate_desk.importers.phrases import ends_in_colon, ends_sentence, is_endorser_label
from advocate_desk.importers.source import SourceParagraph
from advocate_desk.model.draft import DraftEndorser, DraftEndorsers, ListedRow
from advocate_desk.model.marked import marked

_BEFORE = marked("It stands before the list.")
_LABEL = marked("It is a heading or label, not a name.")
_UNMARKED = marked("It stands between or after the entries of the list without a list marker.")
_SENTENCE = marked("It reads as a sentence, not as a name.")
_FURNITURE = marked("It belongs to the page: a running title or a page number.")
_NUMBER_ALONE = marked("There is no name behind the number.")
_BESIDE = marked("It stands outside the table of names.")


def text_lines(text: str) -> tuple[tuple[SourceParagraph, ...], tuple[ListedRow, ...]]:
    """The paragraphs of a text that may be entries, and the lines that cannot be."""
    lines = text.split("\n")
    aside = dict.fromkeys(labels(lines), _LABEL) | dict.fromkeys(furniture(lines), _FURNITURE)
    listed = tuple(ListedRow(at + 1, lines[at].strip(), aside[at]) for at in sorted(aside))
    kept = ["" if at in aside else line for at, line in enumerate(lines)]
    return paragraphs_of("\n".join(with_numbers_joined(kept))), listed


def line_endorsers(
    paragraphs: Sequence[SourceParagraph], *, beside_table: bool = False
) -> DraftEndorsers:
    """The endorsers in lines; beside a table of names only what has a list marker can be one."""
    lines = [line for line in paragraphs if line.text.strip()]
    start = _start(lines)
    is_marked = beside_table or _is_marked(lines[start:])
    accepted: list[DraftEndorser] = []
    listed = [ListedRow(line.row, line.as_typed, _BEFORE) for line in lines[:start]]
    for line in lines[start:]:
        reason = _reason(line, is_marked=is_marked)
        if reason:
            shown = _BESIDE if beside_table and reason is _UNMARKED else reason
            listed.append(ListedRow(line.row, line.as_typed, shown))
        else:
            accepted.append(read_entry(_bare(line), line.row))
    return DraftEndorsers(len(lines), tuple(accepted), tuple(listed))


def _bare(line: SourceParagraph) -> str:
    """The entry without its number, also where that counts on from nothing."""
    return line.text if line.marker else without_number(line.text)


def _start(lines: Sequence[SourceParagraph]) -> int:
    """Where the list begins: at its label if it has one, else at the first line."""
    labels = [
        at for at, line in enumerate(lines) if not line.marker and is_endorser_label(line.text)
    ]
    return labels[0] if labels else 0


def _is_marked(lines: Sequence[SourceParagraph]) -> bool:
    """Whether the entries carry list markers."""
    entries = [line for line in lines if line.marker or not is_endorser_label(line.text)]
    return sum(bool(line.marker) for line in entries) * 2 > len(entries)


def _reason(line: SourceParagraph, *, is_marked: bool) -> str:
    """Why a line is no entry, empty where it is one."""
    fault = name_fault(line.text)
    if fault:
        return _NUMBER_ALONE if line.text.strip("().៖ ").isdecimal() else fault
    if line.level or is_endorser_label(line.text) or ends_in_colon(line.text):
        return _LABEL
    if is_marked and not line.marker:
        return _UNMARKED
    is_sentence = ends_sentence(line.text) and len(line.text.split()) > 12
    return _SENTENCE if is_sentence else ""
