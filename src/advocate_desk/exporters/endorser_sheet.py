"""Endorsers as a table: the list of a statement, or the registry; formulas are texts there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from advocate_desk.exporters.sheet_writer import Cell, SheetTable, csv_bytes, xlsx_bytes
from advocate_desk.language.catalog import translate
from advocate_desk.model.kinds import ENGLISH, KHMER, EndorsementState
from advocate_desk.model.marked import marked
from advocate_desk.model.outgoing import OutList, OutRow
from advocate_desk.model.registry import EndorserKind
from advocate_desk.model.words import source_word

KIND_WORDS: Mapping[str, str] = {
    EndorserKind.NGO: marked("Organisation"),
    EndorserKind.NETWORK: marked("Network"),
    EndorserKind.COALITION: marked("Coalition"),
    EndorserKind.FEDERATION: marked("Federation"),
    EndorserKind.UNION: marked("Union"),
    EndorserKind.ASSOCIATION: marked("Association"),
    EndorserKind.COMMUNITY: marked("Community"),
    EndorserKind.MEDIA: marked("Media"),
    EndorserKind.SCHOOL: marked("School or university"),
    EndorserKind.PERSON: marked("Person"),
    EndorserKind.OTHER: marked("Other"),
}
_ENDORSER = (
    marked("No."),
    marked("Name in Khmer"),
    marked("Name in English"),
    marked("Acronym"),
    marked("Kind"),
    marked("Province"),
)
_ANSWER = (marked("State"), marked("Date of answer"), marked("Code of the form"))
_PERSONAL = (
    marked("Contact person"),
    marked("Position"),
    marked("Phone"),
    marked("Messenger"),
    marked("E-mail"),
)
_WHO = (marked("Answered by"), marked("Role of who answered"))
_SHEET = marked("Endorsers")
_COUNT = marked("Count")
_COUNTS = (
    marked("Endorsers in this list"),
    marked("Endorsers whose names are withheld for their safety"),
    marked("All endorsers"),
)


def endorser_sheet_bytes(found: OutList, language: str, *, contacts: bool, is_csv: bool) -> bytes:
    """The table as a file; a workbook has a second sheet that counts, with the withheld ones."""
    rows = tuple(_rows(found, language, contacts=contacts))
    if is_csv:
        return csv_bytes(rows)
    sheets = [SheetTable(translate(language, _SHEET), rows)]
    if found.withheld:
        sheets.append(SheetTable(translate(language, _COUNT), _counts(found, language)))
    return xlsx_bytes(sheets)


def _rows(found: OutList, language: str, *, contacts: bool) -> Iterator[Sequence[Cell]]:
    titles = [*_ENDORSER, *(_ANSWER if found.of_statement else ())]
    if contacts:
        titles += [*_PERSONAL, *(_WHO if found.of_statement else ())]
    yield [translate(language, title) for title in titles]
    for number, row in enumerate(found.rows, start=1):
        cells = [number, *_endorser(row, language)]
        if found.of_statement:
            cells += _answer(row, language)
        if contacts:
            cells += _contacts(row)
            cells += [row.agreed_by, row.agreed_role] if found.of_statement else []
        yield cells


def _endorser(row: OutRow, language: str) -> list[Cell]:
    kind = translate(language, KIND_WORDS[row.kind]) if row.kind in KIND_WORDS else row.kind
    names = (row.names.get(code, "") for code in (KHMER, ENGLISH))
    return [*names, row.acronym, kind, row.province]


def _answer(row: OutRow, language: str) -> list[Cell]:
    state = translate(language, source_word(EndorsementState(row.state)))
    return [state, row.answered_on, row.code]


def _contacts(row: OutRow) -> list[Cell]:
    """All people who can be reached, one line each in every cell."""
    parts = zip(
        *((c.name, c.role, c.phone, c.messenger, c.email) for c in row.contacts), strict=True
    )
    return ["\n".join(each) for each in parts] or [""] * len(_PERSONAL)


def _counts(found: OutList, language: str) -> list[Sequence[Cell]]:
    shown = found.total - found.withheld
    title = (translate(language, _COUNT), "")
    numbers = (shown, found.withheld, found.total)
    told = zip(_COUNTS, numbers, strict=True)
    return [title, *((translate(language, words), number) for words, number in told)]
