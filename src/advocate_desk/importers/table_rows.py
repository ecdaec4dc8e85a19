"""Rows of a table as entries of a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from advocate_desk.importers.endorser_entry import is_acronym
from advocate_desk.importers.markers import is_numbered
from advocate_desk.importers.source import SourceParagraph

_NUMBER_HEADS = frozenset(
    {"no", "no.", "nº", "n°", "#", "nr", "nr.", "number", "ល.រ", "ល.រ.", "លរ"}
)


def rows_as_entries(paragraphs: Sequence[SourceParagraph]) -> tuple[SourceParagraph, ...]:
    """The paragraphs with each table row as one entry; what stands outside of tables stays."""
    entries: list[SourceParagraph] = []
    for row, group in groupby(paragraphs, key=_row):
        lines = list(group)
        entries.extend([_entry(lines)] if row >= 0 else lines)
    return tuple(entries)


def _row(paragraph: SourceParagraph) -> int:
    return paragraph.cell[0] if paragraph.cell else -1


def _entry(row: list[SourceParagraph]) -> SourceParagraph:
    """A row as one line; a cell that holds only a number becomes the list marker."""
    marker = row[0].marker if is_numbered(row[0].marker) else ""
    texts = [cell.text if marker else cell.as_typed for cell in row]
    number = texts[0].strip().rstrip(".)")
    if not marker and len(texts) > 1 and number.isdigit():
        marker, texts = f"{number}.", texts[1:]
    first = replace(
        row[0],
        text=_joined(texts),
        marker=marker,
        typed=f"{marker} " if marker else "",
        cell=None,
    )
    return replace(first, level=1) if texts[0].casefold() in _NUMBER_HEADS else first


def _joined(texts: list[str]) -> str:
    """The cells of a row as one entry: an acronym in brackets, other cells behind a stroke."""
    joined = texts[0]
    for text in texts[1:]:
        joined = f"{joined} ({text})" if is_acronym(text) else f"{joined} / {text}"
    return joined
