"""Clauses from spreadsheets: a table of two languages, or a library that was edited as a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from advocate_desk.importers.clause_columns import (
    chosen_columns,
    headed_columns,
    is_header,
    is_swapped,
    lettered_columns,
    with_languages_swapped,
)
from advocate_desk.importers.markers import is_numbered, split_marker
from advocate_desk.importers.sheet_limits import column_letters
from advocate_desk.importers.sheet_rows import Sheet, SheetRow, read_sheets
from advocate_desk.language.safe_text import turns_direction
from advocate_desk.model.draft import DraftNote, DraftText
from advocate_desk.model.kinds import BlockKind
from advocate_desk.model.library_table import (
    TEXT_COLUMNS,
    TITLES,
    CellUnknown,
    Column,
    filing_from,
    kind_from,
    texts_mark,
)
from advocate_desk.model.marked import Word, marked
from advocate_desk.model.offered import (
    ListedText,
    OfferedClause,
    OfferedClauses,
    Origin,
    TableColumns,
)

LONGEST_TEXT = 65_536
_NO_TEXT = marked("There is no text in it.")
_ABOVE = marked("It stands above the header of the table.")
_NO_COLUMNS = marked("The sheet has no column of Khmer or English texts.")
_SWAPPED = marked("The Khmer and the English text stand in each other's column.")
_TOO_LONG = marked("The text is longer than {most} characters.")
_DIRECTION = marked("It holds hidden signs that turn the direction of writing.")
_UNKNOWN = marked("“{text}” is not known in the column “{column}”.")
_UNREAD = marked("Sheet “{sheet}”: the columns {columns} were not read.")
_UNNUMBERED = marked("Sheet “{sheet}”: the numbers before the texts were left out.")


@dataclass(frozen=True, slots=True)
class Corrections:
    """How somebody wants a table read: both languages exchanged, and then its text columns."""

    languages: Mapping[str, int] = field(default_factory=dict)
    swap: bool = False


AS_IT_IS = Corrections()


def table_clauses(path: Path, corrections: Corrections = AS_IT_IS) -> OfferedClauses:
    """The clauses of an XLSX or CSV file; every row is offered or listed.

    Raises:
        ImportRefused: the file cannot be read, or two columns hold the same.
    """
    sheets = read_sheets(path)
    readings = [_SheetReading(sheet, path.name, corrections) for sheet in sheets]
    offered = OfferedClauses()
    for reading in readings:
        offered += reading.offered()
    useful = [reading for reading in readings if reading.columns.roles]
    columns = useful[0].table_columns() if len(useful) == 1 else None
    return replace(offered, columns=columns)


class _SheetReading:
    """Reads the rows of one sheet."""

    def __init__(self, sheet: Sheet, name: str, corrections: Corrections) -> None:
        headed = sheet.under_header(is_header)
        self._sheet = headed or sheet
        self._has_header = headed is not None
        self._name = name
        columns = headed_columns(headed, name) if headed else lettered_columns(sheet)
        columns = with_languages_swapped(columns) if corrections.swap else columns
        if corrections.languages:
            columns = chosen_columns(self._sheet, columns, corrections.languages)
        self.columns = columns

    def table_columns(self) -> TableColumns:
        """What the columns are called, and where the languages stand."""
        width = max(len(row.cells) for row in self._sheet.all_rows)
        header = self._sheet.header_row if self._has_header else None
        titles = tuple(
            (header.cell(at) if header else "") or column_letters(at) for at in range(width)
        )
        places = {code: self.columns.at(body) for code, (_, body) in TEXT_COLUMNS.items()}
        return TableColumns(titles, {code: at for code, at in places.items() if at >= 0})

    def offered(self) -> OfferedClauses:
        """Every row, offered or listed."""
        if not self.columns.roles:
            rows = self._sheet.all_rows
            return OfferedClauses(listed=self._listed(rows, _NO_COLUMNS), notes=self._sheet.notes)
        rows = self._sheet.rows if self._has_header else self._sheet.all_rows
        head = self._above()
        numbered = self._are_numbered(rows)
        clauses: list[OfferedClause] = []
        listed: list[ListedText] = []
        for row in rows:
            found = self._row(row, without_number=numbered)
            (clauses if isinstance(found, OfferedClause) else listed).append(found)  # type: ignore[arg-type] # each into its own list
        swapped = sum(one.reason == _SWAPPED for one in listed)
        return OfferedClauses(
            tuple(clauses),
            (*head, *listed),
            (*self._sheet.notes, *self._notes(numbered=numbered)),
            looks_swapped=swapped > len(clauses),
        )

    def _above(self) -> tuple[ListedText, ...]:
        if not self._has_header:
            return ()
        return self._listed(self._sheet.above, _ABOVE)

    def _listed(self, rows: Iterable[SheetRow], reason: str) -> tuple[ListedText, ...]:
        return tuple(ListedText(self._origin(row), row.text, reason) for row in rows)

    def _origin(self, row: SheetRow) -> Origin:
        return Origin(self._name, self._sheet.name, row.number)

    def _notes(self, *, numbered: bool) -> tuple[DraftNote, ...]:
        notes: list[DraftNote] = []
        if self.columns.unread:
            titles = ", ".join(self.columns.unread)
            notes.append(DraftNote(_UNREAD, {"sheet": self._sheet.name, "columns": titles}))
        if numbered:
            notes.append(DraftNote(_UNNUMBERED, {"sheet": self._sheet.name}))
        return tuple(notes)

    def _are_numbered(self, rows: Iterable[SheetRow]) -> bool:
        """Whether every text begins with a number of a list, as a copied list does."""
        texts = [
            cells[body]
            for cells in map(self.columns.cells, rows)
            if not cells.get(Column.ID)
            for _, body in TEXT_COLUMNS.values()
            if cells.get(body)
        ]
        marks = [split_marker(text) for text in texts]
        return len(texts) > 1 and all(mark and is_numbered(mark.marker) for mark in marks)

    def _row(self, row: SheetRow, *, without_number: bool) -> OfferedClause | ListedText:
        cells = self.columns.cells(row)
        origin = self._origin(row)
        fault = _fault(cells)
        if fault:
            return ListedText(origin, row.text, fault, {"most": LONGEST_TEXT})
        try:
            return _clause(cells, origin, without_number=without_number)
        except CellUnknown as unknown:
            said = {"text": unknown.text, "column": Word(TITLES[unknown.column])}
            return ListedText(origin, row.text, _UNKNOWN, said)


def _fault(cells: Mapping[Column, str]) -> str:
    """Why a row cannot be a clause, empty where it can."""
    texts = [cells.get(part, "") for pair in TEXT_COLUMNS.values() for part in pair]
    if not any(texts):
        return _NO_TEXT
    if _is_as_exported(cells):
        return ""
    if max(map(len, texts)) > LONGEST_TEXT:
        return _TOO_LONG
    if any(map(turns_direction, cells.values())):
        return _DIRECTION
    return _SWAPPED if _has_both(cells) and is_swapped(cells) else ""


def _is_as_exported(cells: Mapping[Column, str]) -> bool:
    """Whether the texts are those of the library the row came from: then nothing is doubted."""
    return cells.get(Column.FINGERPRINT, "").partition("-")[0] == texts_mark(_texts(cells))


def _has_both(cells: Mapping[Column, str]) -> bool:
    return all(set(pair) & set(cells) for pair in TEXT_COLUMNS.values())


def _texts(cells: Mapping[Column, str], *, without_number: bool = False) -> dict[str, DraftText]:
    """The sides that are written; of a row of the library also those somebody emptied."""
    is_row = bool(cells.get(Column.ID))
    return {
        code: DraftText(
            cells.get(heading, ""), _bare(cells.get(body, ""), without_number=without_number)
        )
        for code, (heading, body) in TEXT_COLUMNS.items()
        if ({heading, body} <= set(cells) if is_row else cells.get(heading) or cells.get(body))
    }


def _clause(cells: Mapping[Column, str], origin: Origin, *, without_number: bool) -> OfferedClause:
    texts = _texts(cells, without_number=without_number)
    kind = kind_from(cells)
    if kind is None and not cells.get(Column.ID):
        is_demand = without_number or any(side.heading for side in texts.values())
        kind = BlockKind.DEMAND if is_demand else BlockKind.PARAGRAPH
    return OfferedClause(
        kind,
        texts,
        origin,
        filing_from(cells),
        clause_id=cells.get(Column.ID, ""),
        base=cells.get(Column.FINGERPRINT, ""),
        note=cells.get(Column.NOTE, ""),
    )


def _bare(text: str, *, without_number: bool) -> str:
    found = split_marker(text) if without_number else None
    return found.rest if found else text
