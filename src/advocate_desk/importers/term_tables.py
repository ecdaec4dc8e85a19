"""Glossaries from spreadsheets: one row a term, its columns known by their headers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from advocate_desk.importers.sheet_rows import Sheet, SheetRow, read_sheets
from advocate_desk.language.khmer import fold, has_khmer
from advocate_desk.model.draft import DraftNote
from advocate_desk.model.errors import ImportRefused
from advocate_desk.model.glossary import DraftTerm, DraftTerms, split_forms
from advocate_desk.model.kinds import ENGLISH, KHMER
from advocate_desk.model.marked import marked
from advocate_desk.model.term import Term, TermText

TEXT, ACRONYM, FORBIDDEN, NOTE = "text", "acronym", "forbidden", "note"
Role = tuple[str, str]
_HEADERS: Mapping[Role, tuple[str, ...]] = {
    (KHMER, TEXT): ("khmer", "km", "khm", "term km", "khmer term", "ខ្មែរ", "ភាសាខ្មែរ", "ពាក្យខ្មែរ"),
    (ENGLISH, TEXT): (
        *("english", "en", "eng", "term en", "english term"),
        *("អង់គ្លេស", "ភាសាអង់គ្លេស", "ពាក្យអង់គ្លេស"),
    ),
    (KHMER, ACRONYM): (
        *("acronym khmer", "khmer acronym", "acronym km", "abbreviation khmer"),
        *("អក្សរកាត់ខ្មែរ", "អក្សរកាត់ជាភាសាខ្មែរ"),
    ),
    (ENGLISH, ACRONYM): (
        *("acronym english", "english acronym", "acronym en", "abbreviation english"),
        *("acronym", "abbreviation", "អក្សរកាត់អង់គ្លេស", "អក្សរកាត់ជាភាសាអង់គ្លេស", "អក្សរកាត់"),
    ),
    (KHMER, FORBIDDEN): (
        *("forbidden khmer", "khmer forbidden", "forbidden km", "avoid khmer"),
        *("ពាក្យហាមខ្មែរ", "ពាក្យហាមប្រើខ្មែរ", "មិនត្រូវប្រើខ្មែរ"),
    ),
    (ENGLISH, FORBIDDEN): (
        *("forbidden english", "english forbidden", "forbidden en", "avoid english"),
        *("ពាក្យហាមអង់គ្លេស", "ពាក្យហាមប្រើអង់គ្លេស", "មិនត្រូវប្រើអង់គ្លេស"),
    ),
    ("", NOTE): ("note", "notes", "comment", "remarks", "កំណត់ចំណាំ", "កំណត់សម្គាល់", "ចំណាំ"),
}
_ROLE_OF = {fold(name): role for role, names in _HEADERS.items() for name in names}
_NO_WORD = re.compile(r"[\s_\-/().:,]+")
_COLUMNS = marked("Name the columns “Khmer” and “English” in the first row and import it again.")


def table_terms(path: Path) -> DraftTerms:
    """The terms of a CSV or XLSX file; rows read = terms + listed.

    Raises:
        ImportRefused: the file cannot be read, or no column is known.
    """
    sheets = read_sheets(path)
    for number, sheet in enumerate(sheets):
        found = _headed(sheet) or _without_header(sheet)
        if found is not None:
            others = [one.name for one in sheets[number + 1 :]]
            return _read(*found, others)
    raise ImportRefused(
        marked("No column of “{name}” is known as the Khmer or the English of terms."),
        advice=_COLUMNS,
        name=path.name,
    )


def _headed(sheet: Sheet) -> tuple[Sheet, dict[Role, int]] | None:
    under = sheet.under_header(lambda cells: _is_header(_roles(cells)))
    return None if under is None else (under, _roles(under.header_row.cells))


def _is_header(roles: Mapping[Role, int]) -> bool:
    return (KHMER, TEXT) in roles or ((ENGLISH, TEXT) in roles and len(roles) > 1)


def _roles(cells: tuple[str, ...]) -> dict[Role, int]:
    found: dict[Role, int] = {}
    for column, cell in enumerate(cells):
        role = _ROLE_OF.get(_NO_WORD.sub(" ", fold(cell)).strip())
        if role is not None:
            found.setdefault(role, column)
    return found


def _without_header(sheet: Sheet) -> tuple[Sheet, dict[Role, int]] | None:
    """Two columns, one of them Khmer, need no header: the letters tell which is which."""
    rows = [row for row in sheet.all_rows if row.cell(0) and row.cell(1)]
    if not rows or max(len(row.cells) for row in sheet.all_rows) != len((KHMER, ENGLISH)):
        return None
    khmer = [sum(has_khmer(row.cell(column)) for row in rows) * 2 > len(rows) for column in (0, 1)]
    if khmer[0] == khmer[1]:
        return None
    return sheet, {(KHMER, TEXT): khmer.index(True), (ENGLISH, TEXT): khmer.index(False)}


def _read(sheet: Sheet, roles: dict[Role, int], others: list[str]) -> DraftTerms:
    rows = sheet.rows if _is_header(_roles(sheet.header_row.cells)) else sheet.all_rows
    terms = tuple(DraftTerm(row.number, _term(row, roles)) for row in rows)
    return DraftTerms(len(rows), terms, (), (*sheet.notes, *_notes(sheet, others)))


def _notes(sheet: Sheet, others: list[str]) -> Iterator[DraftNote]:
    message = marked("Only the sheet “{sheet}” was read, not: {others}.")
    if others:
        yield DraftNote(message, {"sheet": sheet.name, "others": ", ".join(others)})


def _term(row: SheetRow, roles: Mapping[Role, int]) -> Term:
    def cell(language: str, part: str) -> str:
        return row.cell(roles.get((language, part), -1))

    texts = {code: TermText(cell(code, TEXT), cell(code, ACRONYM)) for code in (KHMER, ENGLISH)}
    forbidden = {code: split_forms(cell(code, FORBIDDEN)) for code in (KHMER, ENGLISH)}
    return Term(
        "",
        {code: one for code, one in texts.items() if one != TermText()},
        {code: forms for code, forms in forbidden.items() if forms},
        cell("", NOTE),
    )
