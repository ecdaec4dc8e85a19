"""Endorsers from tables: every row is accepted, or listed with its sheet, row and column."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from operator import add

from advocate_desk.importers.endorser_answers import day_of, is_month_first, kind_of, says_yes
from advocate_desk.importers.endorser_columns import headed, proposed, titles_of
from advocate_desk.importers.endorser_entry import read_entry, split_acronym
from advocate_desk.importers.markers import is_numbered, split_marker, without_number
from advocate_desk.importers.name_check import name_fault
from advocate_desk.importers.script_share import KHMER_LETTER, main_language
from advocate_desk.importers.sheet_limits import column_letters
from advocate_desk.importers.sheet_rows import Sheet, SheetRow
from advocate_desk.model.column_map import ColumnMap, ColumnRole, MappedSheet
from advocate_desk.model.draft import DraftEndorser, DraftEndorsers, DraftNote, ListedRow
from advocate_desk.model.kinds import ENGLISH, KHMER
from advocate_desk.model.marked import Word, marked
from advocate_desk.model.registry import Contact

_Role = ColumnRole
SHOWN_TOP = 10
IN_CELL = marked("Sheet “{sheet}”, row {row}, column {column}: {fault}")
IN_ROW = marked("Sheet “{sheet}”, row {row}: {fault}")
_NO_NAME = marked("There is no name in it.")
_NO_COLUMN = marked("It is not known which column holds the names.")
_ABOVE = marked("It stands above the titles of the columns.")
_TITLES_AGAIN = marked("It repeats the titles of the columns.")
_TOTAL = marked("It is a sum, not a name.")
_SAYS_NO = marked("The answer is no, so it does not endorse.")
_SAYS_NEITHER = marked("The answer is neither yes nor no, so nothing was agreed to.")
_UNSURE_DAY = marked(
    "Sheet “{sheet}”, column {column}: {count} days were left out, as they could be read two ways "
    "or are no days, the first in row {row}."
)
_UNKNOWN_KIND = marked(
    "Sheet “{sheet}”, column {column}: {count} kinds are not known and were left out, the first in "
    "row {row}."
)
_EXCHANGED = marked(
    "Sheet “{sheet}”: in {count} rows the Khmer and the English name stood in each other's column, "
    "the first in row {row}; they were exchanged."
)
_WITHHELD = marked(
    "Sheet “{sheet}”, column {column}: the names of {count} rows are withheld, the first in row "
    "{row}. Nothing but a clear answer lets a name be printed."
)
_UNREAD = marked("Sheet “{sheet}”: the columns {columns} were not read.")
_LEFT_OUT = marked("Sheet “{sheet}” was left out.")
_SUM = re.compile(r"(?:grand |sub)?-?\s*total\b|សរុប", re.IGNORECASE)
_WHO = (_Role.CONTACT, _Role.CONTACT_ROLE, _Role.PHONE, _Role.MESSENGER, _Role.EMAIL)


def sheets_endorsers(sheets: Iterable[Sheet], maps: Sequence[ColumnMap] = ()) -> DraftEndorsers:
    """The endorsers of some sheets, each mapped on its own; `maps` are a person's corrections.

    Rows are counted on over the sheets; rows read = accepted + listed.
    """
    taken: list[DraftEndorsers] = []
    before = 0
    for sheet in sheets:
        taken.append(sheet_endorsers(sheet, maps, partial(add, before)))
        before += sheet.all_rows[-1].number
    return together(taken)


def sheet_endorsers(
    sheet: Sheet, maps: Sequence[ColumnMap], place: Callable[[int], int]
) -> DraftEndorsers:
    """The endorsers of one sheet; `place` gives a row's number in the whole file."""
    wanted = next((one for one in maps if one.sheet == sheet.name), None)
    return _SheetReading(sheet, wanted, place).read()


def together(parts: Iterable[DraftEndorsers]) -> DraftEndorsers:
    """Several readings as one."""
    parts = tuple(parts)
    return DraftEndorsers(
        sum(part.rows for part in parts),
        tuple(one for part in parts for one in part.endorsers),
        tuple(one for part in parts for one in part.listed),
        tuple(one for part in parts for one in part.notes),
        tuple(one for part in parts for one in part.sheets),
    )


@dataclass(slots=True)
class _Counted:
    """Something told once for a sheet: how often, and where first."""

    count: int = 0
    row: int = 0

    def add(self, row: int) -> None:
        self.row = self.row or row
        self.count += 1


@dataclass(slots=True)
class _Fault(Exception):  # noqa: N818 - a reason, not an error of ours
    """Why a row is no endorser, and in which column that shows."""

    reason: str
    role: ColumnRole | None = None


@dataclass(slots=True)
class _Names:
    """The names of one row while they are read."""

    written: dict[str, str] = field(default_factory=dict)
    name: dict[str, str] = field(default_factory=dict)
    acronym: str = ""


class _SheetReading:
    """Reads the rows of one sheet."""

    def __init__(self, sheet: Sheet, wanted: ColumnMap | None, place: Callable[[int], int]) -> None:
        found = headed(sheet, wanted)
        self._sheet = found or sheet
        self._has_titles = found is not None
        self._place = place
        own, notes = proposed(self._sheet, has_titles=self._has_titles)
        self.map = _settled_map(wanted, own)
        self._notes = [*sheet.notes, *(() if wanted and wanted.columns else notes)]
        self._rows = self._sheet.rows if self._has_titles else self._sheet.all_rows
        self._strips_numbers = self._are_numbered()
        days = (self._cell(row, _Role.CONSENT_DAY) for row in self._rows)
        self._month_first = is_month_first(day for day in days if day)
        self._unsure, self._unknown, self._exchanged = _Counted(), _Counted(), _Counted()
        self._withheld: dict[ColumnRole, _Counted] = {}

    def read(self) -> DraftEndorsers:
        """Every row, accepted or listed; none of a sheet that is left out."""
        if not self.map.is_wanted:
            note = DraftNote(_LEFT_OUT, {"sheet": self._sheet.name})
            return DraftEndorsers(0, (), (), (note,), (self._mapped(),))
        above = self._sheet.above if self._has_titles else ()
        listed = [self._listed(row, _Fault(_ABOVE)) for row in above]
        accepted: list[DraftEndorser] = []
        for row in self._rows:
            try:
                accepted.append(self._endorser(row))
            except _Fault as fault:
                listed.append(self._listed(row, fault))
        rows = len(accepted) + len(listed)
        return DraftEndorsers(
            rows, tuple(accepted), tuple(listed), tuple(self._told()), (self._mapped(),)
        )

    def _mapped(self) -> MappedSheet:
        top = tuple((row.number, row.text[:200]) for row in self._sheet.all_rows[:SHOWN_TOP])
        titles = titles_of(self._sheet, has_titles=self._has_titles)
        return MappedSheet(self.map, titles, len(self._rows), top)

    def _cell(self, row: SheetRow, role: ColumnRole) -> str:
        return row.cell(self.map.columns.get(role, -1))

    def _listed(self, row: SheetRow, fault: _Fault) -> ListedRow:
        column = self.map.columns.get(fault.role) if fault.role else None
        arguments: dict[str, object] = {
            "sheet": self._sheet.name,
            "row": row.number,
            "fault": Word(fault.reason),
        }
        if column is None:
            return ListedRow(self._place(row.number), row.text, IN_ROW, arguments)
        arguments["column"] = column_letters(column)
        return ListedRow(self._place(row.number), row.text, IN_CELL, arguments)

    # --- one row

    def _endorser(self, row: SheetRow) -> DraftEndorser:
        """The endorser in a row.

        Raises:
            _Fault: there is none in it, or it does not agree.
        """
        self._refuse(row)
        names = self._names(row)
        acronyms = self._acronyms(row)
        return DraftEndorser(
            written=names.written,
            name=names.name,
            acronym=acronyms.get(ENGLISH) or acronyms.get(KHMER) or names.acronym,
            row=self._place(row.number),
            acronyms=self._own_acronyms(names, acronyms),
            kind=self._kind(row),
            province=self._cell(row, _Role.PROVINCE),
            contact=self._contact(row),
            consented_on=self._day(row),
            notes=self._cell(row, _Role.NOTES),
            sheet=self._sheet.name,
            sheet_row=row.number,
            is_withheld=self._is_withheld(row),
        )

    def _refuse(self, row: SheetRow) -> None:
        if not self.map.has_names:
            raise _Fault(_NO_COLUMN)
        if self._has_titles and row.cells == self._sheet.header_row.cells:
            raise _Fault(_TITLES_AGAIN)
        texts = [text for _, text in self._name_cells(row)]
        if not texts:
            raise _Fault(_NO_NAME, self._first_name_role())
        if all(_SUM.match(text) for text in texts):
            raise _Fault(_TOTAL)
        self._refuse_names(row)
        if _Role.AGREED in self.map.columns:
            answer = says_yes(self._cell(row, _Role.AGREED))
            if answer is not True:
                raise _Fault(_SAYS_NO if answer is False else _SAYS_NEITHER, _Role.AGREED)

    def _refuse_names(self, row: SheetRow) -> None:
        for role, text in self._name_cells(row):
            parts = read_entry(text, 0).written.values() if len(text) <= _LONGEST_PAIR else (text,)
            fault = next((fault for part in parts if (fault := name_fault(part))), "")
            if fault:
                raise _Fault(fault, role)
        for role in _ACRONYM_ROLES:
            text = self._cell(row, role)
            if text and (fault := name_fault(text)):
                raise _Fault(fault, role)

    def _first_name_role(self) -> ColumnRole | None:
        return next((role for role in _NAMES_IN_ORDER if role in self.map.columns), None)

    def _name_cells(self, row: SheetRow) -> list[tuple[ColumnRole, str]]:
        cells = ((role, self._bare(self._cell(row, role))) for role in _NAMES_IN_ORDER)
        return [(role, text) for role, text in cells if text]

    def _bare(self, text: str) -> str:
        """A name without the number of a list that was copied into the table."""
        found = split_marker(text) if self._strips_numbers else None
        return found.rest if found and is_numbered(found.marker) else without_number(text)

    def _are_numbered(self) -> bool:
        roles = [role for role in _NAMES_IN_ORDER if role in self.map.columns]
        texts = [text for row in self._rows for role in roles if (text := self._cell(row, role))]
        marks = [split_marker(text) for text in texts]
        counted = sum(mark is not None and is_numbered(mark.marker) for mark in marks)
        return len(texts) > 1 and counted * 2 > len(texts)

    def _names(self, row: SheetRow) -> _Names:
        """The names as they stand in their cells, each in its language."""
        texts = self._by_language(row)
        acronym = self._cell(row, _Role.ACRONYM)
        if len(texts) == 1:
            ((code, text),) = texts.items()
            entry = read_entry(text, 0, code)
            texts = dict(entry.written)
        parts = {code: split_acronym(text) for code, text in texts.items()}
        inside = next((parts[code][1] for code in parts if parts[code][1]), "")
        own = self._acronyms(row)
        beside = own or ({} if inside else dict.fromkeys(texts, acronym))
        written = {
            code: text if parts[code][1] else _with_acronym(text, beside.get(code, ""))
            for code, text in texts.items()
        }
        return _Names(written, {code: part for code, (part, _) in parts.items()}, acronym or inside)

    def _by_language(self, row: SheetRow) -> dict[str, str]:
        """The cells of names by language; a name in the wrong column goes to the right one."""
        cells = dict(self._name_cells(row))
        either = cells.pop(_Role.NAME, "")
        texts = {_LANGUAGES[role]: text for role, text in cells.items()}
        if _are_exchanged(texts):
            self._exchanged.add(row.number)
            texts = {KHMER: texts[ENGLISH], ENGLISH: texts[KHMER]}
        elif len(texts) == 1 or texts.get(KHMER) == texts.get(ENGLISH):
            text = next(iter(texts.values()), "")
            texts = {main_language(text) or ENGLISH: text} if text else {}
        if either:
            texts = dict(read_entry(either, 0).written) | texts
        return texts

    def _acronyms(self, row: SheetRow) -> dict[str, str]:
        found = {code: self._cell(row, role) for code, role in _OWN_ACRONYMS.items()}
        return {code: text for code, text in found.items() if text}

    def _own_acronyms(self, names: _Names, acronyms: Mapping[str, str]) -> dict[str, str]:
        """The acronym of each language where a column tells them apart, else none."""
        if not acronyms:
            return {}
        inside = {code: split_acronym(text)[1] for code, text in names.written.items()}
        return {code: acronyms.get(code) or inside.get(code, "") for code in names.written}

    # --- what else is told

    def _kind(self, row: SheetRow) -> str:
        text = self._cell(row, _Role.KIND)
        kind = kind_of(text) if text else ""
        if text and not kind:
            self._unknown.add(row.number)
        return kind

    def _day(self, row: SheetRow) -> str:
        text = self._cell(row, _Role.CONSENT_DAY)
        day = day_of(text, month_first=self._month_first) if text else ""
        if text and not day:
            self._unsure.add(row.number)
        return day

    def _is_withheld(self, row: SheetRow) -> bool:
        """Whether the name must not be printed; in doubt it is not."""
        for role, harmless in ((_Role.PRINTED, (True,)), (_Role.WITHHELD, (False,))):
            if role in self.map.columns:
                text = self._cell(row, role)
                is_silent = role is _Role.WITHHELD and not text.strip()
                if says_yes(text) not in harmless and not is_silent:
                    self._withheld.setdefault(role, _Counted()).add(row.number)
                    return True
        return False

    def _contact(self, row: SheetRow) -> Contact | None:
        name, role, phone, messenger, email = (self._cell(row, one) for one in _WHO)
        contact = Contact(name, role, phone, messenger, email)
        return contact if contact != Contact("") else None

    def _told(self) -> Iterable[DraftNote]:
        yield from self._notes
        if unread := self._unread():
            yield DraftNote(_UNREAD, {"sheet": self._sheet.name, "columns": ", ".join(unread)})
        for message, counted, role in (
            (_UNSURE_DAY, self._unsure, _Role.CONSENT_DAY),
            (_UNKNOWN_KIND, self._unknown, _Role.KIND),
            (_EXCHANGED, self._exchanged, _Role.KHMER),
            *((_WITHHELD, counted, role) for role, counted in self._withheld.items()),
        ):
            if counted.count:
                column = column_letters(self.map.columns[role])
                where = {"sheet": self._sheet.name, "column": column}
                yield DraftNote(message, {**where, "count": counted.count, "row": counted.row})

    def _unread(self) -> list[str]:
        """The columns with texts that hold nothing we keep, by their letters and titles."""
        titles = titles_of(self._sheet, has_titles=self._has_titles)
        known = set(self.map.columns.values())
        filled = {at for row in self._rows for at, text in enumerate(row.cells) if text} - known
        return [_shown_column(at, titles[at]) for at in sorted(filled) if at < len(titles)]


def _settled_map(wanted: ColumnMap | None, own: ColumnMap) -> ColumnMap:
    """What a person says; where only the titles were chosen, the columns are told by them."""
    if wanted is None:
        return own
    return wanted if wanted.columns else replace(wanted, columns=own.columns)


def _shown_column(column: int, title: str) -> str:
    letters = column_letters(column)
    return letters if title == letters else f"{letters} “{title[:40]}”"


def _with_acronym(text: str, acronym: str) -> str:
    return f"{text} ({acronym})" if acronym else text


def _are_exchanged(texts: Mapping[str, str]) -> bool:
    """Whether the Khmer cell holds no Khmer, and the English one nothing else."""
    if len(texts) < 2:
        return False
    is_khmer = {code: bool(KHMER_LETTER.search(text)) for code, text in texts.items()}
    return is_khmer[ENGLISH] and not is_khmer[KHMER] and bool(main_language(texts[KHMER]))


_LANGUAGES = {_Role.KHMER: KHMER, _Role.ENGLISH: ENGLISH}
_NAMES_IN_ORDER = (_Role.KHMER, _Role.ENGLISH, _Role.NAME)
_ACRONYM_ROLES = (_Role.ACRONYM, _Role.KHMER_ACRONYM, _Role.ENGLISH_ACRONYM)
_OWN_ACRONYMS = {KHMER: _Role.KHMER_ACRONYM, ENGLISH: _Role.ENGLISH_ACRONYM}
_LONGEST_PAIR = 1_000  # two names in one cell
