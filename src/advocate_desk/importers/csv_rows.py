"""CSV in: strict, so that a quotation mark left open never swallows rows in silence."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from advocate_desk.importers.files import really_is
from advocate_desk.importers.sheet_limits import (
    LONGEST_CELL,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    refuse_large_sheet,
    refuse_wide_sheet,
)
from advocate_desk.importers.text_file import decoded_text
from advocate_desk.model.errors import ImportRefused
from advocate_desk.model.marked import marked

RawRow = tuple[int, list[str]]
_DELIMITERS = "\t;,"
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_SEPARATOR_LINE = re.compile(r"\Asep=(.)\r?\n")
_HEAD = 20_000


def csv_rows(data: bytes, name: str, delimiter: str = "") -> tuple[RawRow, ...]:
    """The rows of a CSV file with their numbers; no delimiter: the one its first row uses.

    Raises:
        ImportRefused: not text, not in UTF-8 or UTF-16, or no sound CSV.
    """
    something_else = really_is(data)
    if something_else:
        raise ImportRefused(something_else, name=name)
    text = decoded_text(data, name)
    skipped = 0
    if said := _SEPARATOR_LINE.match(text):
        delimiter, text, skipped = said[1], text[said.end() :], 1
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=delimiter or _delimiter(text), strict=True
    )
    try:
        return tuple(_numbered(reader, skipped, name))
    except csv.Error as fault:
        raise _unsound(fault, reader.line_num + skipped, name) from None


def _numbered(reader: Iterator[list[str]], skipped: int, name: str) -> Iterator[RawRow]:
    cells_read = 0
    for number, cells in enumerate(reader, start=skipped + 1):
        cells_read += len(cells)
        if number > MOST_ROWS or cells_read > MOST_CELLS:
            raise refuse_large_sheet(name, number, name)
        if len(cells) > MOST_COLUMNS and any(cells[MOST_COLUMNS:]):
            raise refuse_wide_sheet(name, number, MOST_COLUMNS, name)
        yield number, cells


def _delimiter(text: str) -> str:
    """The sign most used in the first line with text, quoted cells aside."""
    bare = _QUOTED.sub("", text[:_HEAD])
    head = next((line for line in bare.splitlines() if line.strip()), "")
    counts = {sign: head.count(sign) for sign in _DELIMITERS}
    best = max(counts, key=lambda sign: counts[sign])
    return best if counts[best] else ","


def _unsound(fault: csv.Error, line: int, name: str) -> ImportRefused:
    if "field limit" in str(fault):
        return ImportRefused(
            marked("“{name}”: a cell in line {line} holds more than {most} characters."),
            advice=marked("A quotation mark may have been left open there."),
            name=name,
            line=line,
            most=LONGEST_CELL,
        )
    return ImportRefused(
        marked("“{name}” is not a sound CSV file: look at line {line}."),
        advice=marked("A quotation mark may have been left open there."),
        name=name,
        line=line,
    )
