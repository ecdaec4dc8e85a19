"""How much of a table is read, and how its places are named."""

from __future__ import annotations

import re

from advocate_desk.model.errors import ImportRefused
from advocate_desk.model.marked import marked

MOST_SHEET_BYTES = 50_000_000
MOST_SHEETS = 200
MOST_ROWS = 200_000
MOST_COLUMNS = 256
MOST_CELLS = 2_000_000
MOST_TEXT = 60_000_000
LONGEST_CELL = 100_000
_ESCAPED = re.compile(r"'+[=+\-@\t\r＝＋－＠]")


def column_letters(column: int) -> str:
    """The letters of a column counted from 0: A, B … Z, AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def bare_cell(cell: str) -> str:
    """A cell without blanks around it and without the apostrophe that keeps it from computing."""
    bare = cell.strip(" \t\n")
    return bare[1:] if _ESCAPED.match(bare) else bare


def refuse_long_cell(sheet: str, row: int, column: int, name: str) -> ImportRefused:
    """The refusal of a text no cell can be meant to hold."""
    return ImportRefused(
        marked(
            "“{name}”: sheet “{sheet}”, row {row}, column {column} holds more than {most} "
            "characters, so nothing was read."
        ),
        name=name,
        sheet=sheet,
        row=row,
        column=column_letters(column),
        most=LONGEST_CELL,
    )


def refuse_large_sheet(sheet: str, row: int, name: str) -> ImportRefused:
    """The refusal of a sheet with more in it than any list has."""
    return ImportRefused(
        marked("“{name}”: sheet “{sheet}” holds more than is read; it is too much at row {row}."),
        advice=marked("Part it into several files."),
        name=name,
        sheet=sheet,
        row=row,
    )


def refuse_wide_sheet(sheet: str, row: int, column: int, name: str) -> ImportRefused:
    """The refusal of a sheet with text in columns no list has."""
    return ImportRefused(
        marked(
            "“{name}”: sheet “{sheet}”, row {row} has text in column {column}; {most} columns "
            "are read."
        ),
        name=name,
        sheet=sheet,
        row=row,
        column=column_letters(column),
        most=MOST_COLUMNS,
    )
