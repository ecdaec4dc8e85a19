"""Endorser lists in: text, Markdown, Word and CSV files, or pasted text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from advocate_desk.importers.endorser_csv import table_endorsers
from advocate_desk.importers.endorser_entry import read_entry
from advocate_desk.importers.files import (
    MOST_TEXT_BYTES,
    TABLE_ENDING,
    read_bytes,
)
from advocate_desk.importers.markdown import paragraphs_of
from advocate_desk.importers.name_check import name_fault
from advocate_desk.importers.phrases import ends_in_colon, ends_sentence, is_endorser_label
from advocate_desk.importers.source import Source, SourceParagraph
from advocate_desk.importers.source_file import read_source
from advocate_desk.importers.table_rows import rows_as_entries
from advocate_desk.importers.text_file import cleaned
from advocate_desk.model.draft import DraftEndorser, DraftEndorsers, ListedRow
from advocate_desk.model.marked import marked

MOST_ROWS = 200_000
_BEFORE = marked("It stands before the list.")
_LABEL = marked("It is a heading or label, not a name.")
_UNMARKED = marked("It stands between or after the entries of the list without a list marker.")
_SENTENCE = marked("It reads as a sentence, not as a name.")


def read_endorsers(path: Path) -> DraftEndorsers:
    """The endorsers of a file; rows read = accepted + listed.

    Raises:
        ImportRefused: the file cannot be read, or is not what its name says.
    """
    if path.suffix.lower() == TABLE_ENDING:
        return table_endorsers(read_bytes(path, MOST_TEXT_BYTES), path.name)
    return _endorsers(read_source(path, most=MOST_ROWS))


def read_endorser_text(text: str) -> DraftEndorsers:
    """The endorsers of a pasted text; rows read = accepted + listed."""
    plain, notes = cleaned(text)
    return _endorsers(Source(paragraphs_of(plain), notes=notes))


def _endorsers(source: Source) -> DraftEndorsers:
    lines = [line for line in rows_as_entries(source.paragraphs) if line.text.strip()]
    start = _start(lines)
    is_marked = _is_marked(lines[start:])
    accepted: list[DraftEndorser] = []
    listed = [ListedRow(line.row, line.as_typed, _BEFORE) for line in lines[:start]]
    for line in lines[start:]:
        reason = _reason(line, is_marked=is_marked)
        if reason:
            listed.append(ListedRow(line.row, line.as_typed, reason))
        else:
            accepted.append(read_entry(line.text, line.row))
    return DraftEndorsers(len(lines), tuple(accepted), tuple(listed), source.notes)


def _start(lines: Sequence[SourceParagraph]) -> int:
    """Where the list begins: at its label if it has one, else at the first line."""
    labels = [
        at for at, line in enumerate(lines) if not line.marker and is_endorser_label(line.text)
    ]
    return labels[0] if labels else 0


def _is_marked(lines: Sequence[SourceParagraph]) -> bool:
    """Whether the entries carry list markers."""
    return sum(bool(line.marker) for line in lines) * 2 > len(lines)


def _reason(line: SourceParagraph, *, is_marked: bool) -> str:
    """Why a line is no entry, empty where it is one."""
    fault = name_fault(line.text)
    if fault:
        return fault
    if line.level or is_endorser_label(line.text) or ends_in_colon(line.text):
        return _LABEL
    if is_marked and not line.marker:
        return _UNMARKED
    is_sentence = ends_sentence(line.text) and len(line.text.split()) > 12
    return _SENTENCE if is_sentence else ""
