"""Tables inside a document, read as lists of entries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from advocate_desk.importers.source import SourceParagraph

_NUMBER_HEADS = frozenset(
    {"no", "no.", "nº", "n°", "#", "nr", "nr.", "number", "ល.រ", "ល.រ.", "លរ"}
)


def entries_of_tables(paragraphs: Sequence[SourceParagraph]) -> tuple[SourceParagraph, ...]:
    """The paragraphs with each table row as one entry: its cells joined, its number the marker."""
    entries: list[SourceParagraph] = []
    row: list[SourceParagraph] = []
    for paragraph in paragraphs:
        if row and not (paragraph.cell and _same_row(row[0], paragraph)):
            entries.append(_entry(row))
            row = []
        if paragraph.cell:
            row.append(paragraph)
        else:
            entries.append(paragraph)
    return tuple([*entries, _entry(row)] if row else entries)


def _same_row(first: SourceParagraph, second: SourceParagraph) -> bool:
    return bool(first.cell and second.cell) and first.cell[0] == second.cell[0]  # type: ignore[index]  # both tested


def _entry(row: list[SourceParagraph]) -> SourceParagraph:
    """A row as one line; a cell that holds only a number becomes the list marker."""
    texts = [cell.as_typed.strip() for cell in row]
    is_counted = len(texts) > 1 and texts[0].rstrip(".").isdigit()
    kept = texts[1:] if is_counted else texts
    marker = f"{texts[0].rstrip('.')}." if is_counted else ""
    is_head = texts[0].casefold() in _NUMBER_HEADS
    first = replace(row[0], text=" / ".join(kept), marker=marker, typed="", cell=None)
    return replace(first, level=1) if is_head else first
