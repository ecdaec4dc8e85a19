"""Tables in: the sheets of an XLSX or CSV file as rows of texts, whatever is written in them.

Every reader of lists stands on it. Nothing is guessed: what a cell shows is its text, so `00123`
stays `00123`, a date is an ISO date, and whatever was changed while reading is told in the notes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from advocate_desk.importers.csv_rows import RawRow, csv_rows
from advocate_desk.importers.files import MOST_TEXT_BYTES, read_bytes, unknown_ending
from advocate_desk.importers.sheet_limits import (
    LONGEST_CELL,
    MOST_SHEET_BYTES,
    bare_cell,
    column_letters,
    refuse_long_cell,
)
from advocate_desk.importers.xlsx_file import RawSheet, xlsx_sheets
from advocate_desk.language.safe_text import clean
from advocate_desk.model.draft import DraftNote
from advocate_desk.model.errors import ImportRefused
from advocate_desk.model.marked import marked

CSV_ENDINGS = frozenset({".csv", ".tsv", ".tab"})
XLSX_ENDINGS = frozenset({".xlsx", ".xlsm"})
TABLE_ENDINGS = CSV_ENDINGS | XLSX_ENDINGS
KNOWN_TABLES = ".xlsx, .csv, .tsv"
HEADER_WITHIN = 10
_OLD_TABLES = frozenset({".xls", ".xlsb", ".ods", ".numbers"})
_SAVE_AS_XLSX = marked("Open it in a spreadsheet program and save it as .xlsx.")


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row with any text in it; `number` as a spreadsheet program shows it, from 1."""

    number: int
    cells: tuple[str, ...]

    def cell(self, column: int) -> str:
        """The text in a column counted from 0, empty where the row has ended before."""
        return self.cells[column] if 0 <= column < len(self.cells) else ""

    @property
    def text(self) -> str:
        """The row in one line, to be shown where it is listed."""
        return " | ".join(cell.replace("\n", " ") for cell in self.cells if cell)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its first row with text, which may be a header, and the rows below it.

    `above` are rows over a header that `under_header` found further down. A CSV file is one
    sheet named after the file.
    """

    name: str
    header_row: SheetRow
    rows: tuple[SheetRow, ...]
    notes: tuple[DraftNote, ...] = ()
    above: tuple[SheetRow, ...] = ()

    @property
    def all_rows(self) -> tuple[SheetRow, ...]:
        """Every row with text, for sheets without a header."""
        return (*self.above, self.header_row, *self.rows)

    def under_header(self, is_header: Callable[[tuple[str, ...]], bool]) -> Sheet | None:
        """The sheet under the first of its top rows that is a header, None where none is."""
        rows = self.all_rows
        for at, row in enumerate(rows[:HEADER_WITHIN]):
            if is_header(row.cells):
                return replace(self, above=rows[:at], header_row=row, rows=rows[at + 1 :])
        return None

    def place(self, row: SheetRow, column: int) -> str:
        """A cell as a spreadsheet program names it: `B12`."""
        return f"{column_letters(column)}{row.number}"


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """The sheets of a table that hold text; hidden ones are left out, with a note.

    Raises:
        ImportRefused: the file cannot be read as what its name says; the sentence names the
            sheet, row and column where there is one.
    """
    found = _raw_sheets(path)
    sheets = tuple(
        sheet for name, rows, notes in found if (sheet := sheet_of(name, rows, notes, path.name))
    )
    if not sheets:
        raise ImportRefused(marked("There is no text in “{name}”."), name=path.name)
    return sheets


def _raw_sheets(path: Path) -> tuple[RawSheet, ...]:
    ending = path.suffix.lower()
    if ending in CSV_ENDINGS:
        data = read_bytes(path, MOST_TEXT_BYTES)
        delimiter = "" if ending == ".csv" else "\t"
        return ((path.stem, csv_rows(data, path.name, delimiter), ()),)
    if ending in XLSX_ENDINGS:
        return xlsx_sheets(read_bytes(path, MOST_SHEET_BYTES), path.name)
    raise _unknown(path)


def _unknown(path: Path) -> ImportRefused:
    if path.suffix.lower() not in _OLD_TABLES:
        return unknown_ending(path.name or str(path), KNOWN_TABLES)
    return ImportRefused(
        marked("“{name}” is a kind of spreadsheet this program does not read."),
        advice=_SAVE_AS_XLSX,
        name=path.name,
    )


def sheet_of(
    name: str, rows: Iterable[RawRow], notes: Sequence[DraftNote] = (), file_name: str = ""
) -> Sheet | None:
    """A sheet of cleaned cells, None where no cell holds any text."""
    cleaning = _Cleaning(clean(name).text, file_name)
    made = (SheetRow(number, cleaning.cells(number, cells)) for number, cells in rows)
    filled = [row for row in made if row.cells]
    if not filled:
        return None
    return Sheet(cleaning.sheet, filled[0], tuple(filled[1:]), (*notes, *cleaning.notes()))


class _Cleaning:
    """Cleans the cells of one sheet and remembers where something was taken out."""

    def __init__(self, sheet: str, file_name: str) -> None:
        self.sheet = sheet
        self._file_name = file_name
        self._removed = 0
        self._first = ""

    def cells(self, row: int, cells: Sequence[str]) -> tuple[str, ...]:
        """The texts of a row without empty cells at its end."""
        made = [self._cell(row, column, text) for column, text in enumerate(cells)]
        while made and not made[-1]:
            made.pop()
        return tuple(made)

    def _cell(self, row: int, column: int, text: str) -> str:
        if len(text) > LONGEST_CELL:
            raise refuse_long_cell(self.sheet, row, column, self._file_name)
        cleaned = clean(text)
        if cleaned.removed:
            self._removed += cleaned.removed
            self._first = self._first or f"{column_letters(column)}{row}"
        return bare_cell(cleaned.text)

    def notes(self) -> tuple[DraftNote, ...]:
        """What was taken out, if anything was."""
        if not self._removed:
            return ()
        message = marked(
            "Sheet “{sheet}”: {count} control or broken characters were taken out, the first "
            "in {cell}."
        )
        where = {"sheet": self.sheet, "count": self._removed, "cell": self._first}
        return (DraftNote(message, where),)
