"""Tables inside documents as sheets, so that they are read like any other table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from advocate_desk.importers.endorser_answers import looks_like_day
from advocate_desk.importers.endorser_columns import headed, proposed
from advocate_desk.importers.endorser_entry import is_acronym
from advocate_desk.importers.phrases import has_address
from advocate_desk.importers.script_share import main_language
from advocate_desk.importers.sheet_rows import Sheet, sheet_of
from advocate_desk.importers.source import SourceParagraph
from advocate_desk.importers.tables import numbered_tables

_MOST_LINES = 3  # in a cell; more are a list that was laid out in columns


@dataclass(frozen=True, slots=True)
class TableInText:
    """A table as a sheet, and where its rows stand in the document."""

    sheet: Sheet
    places: dict[int, int]

    def place(self, row: int) -> int:
        """The number of a row in the whole document."""
        return self.places[row]


def tables_and_lines(
    paragraphs: Sequence[SourceParagraph],
) -> tuple[tuple[TableInText, ...], tuple[SourceParagraph, ...]]:
    """The tables that hold names, and everything else as lines."""
    tables: list[TableInText] = []
    lines: list[SourceParagraph] = []
    for number, group in groupby(numbered_tables(paragraphs), key=lambda pair: pair[0]):
        cells = [line for _, line in group]
        table = _table(cells, f"{len(tables) + 1}") if number >= 0 else None
        if table is not None:
            tables.append(table)
        else:
            lines.extend(cells)
    return tuple(tables), tuple(lines)


def _table(cells: Sequence[SourceParagraph], name: str) -> TableInText | None:
    """The cells as a sheet, None where they only lay out a text."""
    rows: dict[int, dict[int, list[SourceParagraph]]] = {}
    for line in cells:
        row, column = line.cell or (0, 0)
        rows.setdefault(row, {}).setdefault(column, []).append(line)
    first = min(rows)
    raw = [(row - first + 1, _texts(columns)) for row, columns in rows.items()]
    sheet = sheet_of(name, raw)
    if sheet is None or not _holds_names(sheet):
        return None
    places = {row - first + 1: _first(columns).row for row, columns in rows.items()}
    return TableInText(sheet, places)


def _texts(columns: dict[int, list[SourceParagraph]]) -> list[str]:
    texts = [""] * (max(columns) + 1)
    for column, lines in columns.items():
        texts[column] = "\n".join(line.as_typed for line in lines)
    return texts


def _first(columns: dict[int, list[SourceParagraph]]) -> SourceParagraph:
    return columns[min(columns)][0]


def _holds_names(sheet: Sheet) -> bool:
    """Whether a table has a column of names; one without titles no two in one language."""
    width = max(len(row.cells) for row in sheet.all_rows)
    if width < 2 or any(
        cell.count("\n") >= _MOST_LINES for row in sheet.all_rows for cell in row.cells
    ):
        return False
    titled = headed(sheet)
    found, _ = proposed(titled or sheet, has_titles=titled is not None)
    return found.has_names and (titled is not None or not _has_rivals(sheet, width))


def _has_rivals(sheet: Sheet, width: int) -> bool:
    """Whether names of one language stand in several columns, as in a list laid out in two."""
    languages = [
        _language_of_names([text for row in sheet.all_rows if (text := row.cell(at))])
        for at in range(width)
    ]
    named = [language for language in languages if language]
    return len(set(named)) < len(named)


def _language_of_names(texts: Sequence[str]) -> str:
    """The language of a column of names, empty for acronyms, numbers, days and addresses."""
    if not texts or sum(map(_is_no_name, texts)) * 2 >= len(texts):
        return ""
    return main_language("\n".join(texts))


def _is_no_name(text: str) -> bool:
    return len(text) < 4 or is_acronym(text) or looks_like_day(text) or has_address(text)
