"""The library out: a spreadsheet to edit and bring back, or a book to read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from advocate_desk.exporters.save import save
from advocate_desk.model.clause import Clause
from advocate_desk.model.errors import ExportRefused
from advocate_desk.model.library_table import ONE_LINE, WIDTHS, row_of, title_row
from advocate_desk.model.marked import marked

FiledClause = tuple[Clause, tuple[str, ...]]
_SHEET = marked("Clause library")


def write_library(target: Path, language: str, clauses: Sequence[FiledClause]) -> int:
    """Write clauses with the paths of their folders; how many they are.

    Raises:
        ExportRefused: there is nothing to write, the ending is unknown, or it cannot be written.
    """
    if not clauses:
        raise ExportRefused(marked("There is no clause in the library yet."))
    data = _data(target, language, clauses)
    save(target, data)
    return len(clauses)


def _data(target: Path, language: str, clauses: Sequence[FiledClause]) -> bytes:
    ending = target.suffix.lower()
    if ending == ".xlsx":
        return _table(language, clauses)
    if ending == ".docx":
        from advocate_desk.exporters.library_docx import library_book_bytes

        return library_book_bytes(clauses, language)
    raise ExportRefused(
        marked("The library is written as .xlsx or .docx, not as “{name}”."), name=target.name
    )


def _table(language: str, clauses: Sequence[FiledClause]) -> bytes:
    from advocate_desk.exporters.sheet_writer import SheetTable, xlsx_bytes
    from advocate_desk.language.catalog import translate

    rows = [title_row(language), *(row_of(clause, path, language) for clause, path in clauses)]
    return xlsx_bytes([SheetTable(translate(language, _SHEET), rows, WIDTHS, ONE_LINE)])
