"""Which column of a table holds what: by its header, else by the letters below it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from advocate_desk.importers.script_share import main_language
from advocate_desk.importers.sheet_limits import column_letters
from advocate_desk.importers.sheet_rows import Sheet, SheetRow
from advocate_desk.model.errors import ImportRefused
from advocate_desk.model.kinds import ENGLISH, KHMER
from advocate_desk.model.library_table import TEXT_COLUMNS, Column, column_of, folded
from advocate_desk.model.marked import marked

_NUMBER = "number"
_OTHER_HEADERS: Mapping[str, tuple[str, ...]] = {
    Column.KHMER_TEXT: (
        *("khmer", "km", "khm", "khmer version", "in khmer", "text khmer", "text km"),
        *("ខ្មែរ", "ភាសាខ្មែរ", "ជាភាសាខ្មែរ", "អត្ថបទខ្មែរ"),
    ),
    Column.ENGLISH_TEXT: (
        *("english", "en", "eng", "english version", "in english", "text english", "text en"),
        *("អង់គ្លេស", "ភាសាអង់គ្លេស", "ជាភាសាអង់គ្លេស", "អត្ថបទអង់គ្លេស"),
    ),
    Column.KHMER_HEADING: ("heading khmer", "heading km", "title khmer", "khmer title"),
    Column.ENGLISH_HEADING: ("heading english", "heading en", "title english", "english title"),
    Column.ID: ("id",),
    Column.TOPIC: ("theme", "subject", "ប្រធានបទ"),
    Column.NOTE: ("note", "change note"),
    _NUMBER: ("no", "nr", "#", "number", "ល រ", "លរ", "លេខរៀង"),
}
_ROLE_OF = {name: role for role, names in _OTHER_HEADERS.items() for name in names}
_SAMPLE = 200


@dataclass(frozen=True, slots=True)
class Columns:
    """Column number to what it holds; `unread` are columns nobody knows, by their titles."""

    roles: Mapping[int, Column]
    unread: tuple[str, ...] = ()

    def cells(self, row: SheetRow) -> dict[Column, str]:
        """The cells of a row by what they are."""
        return {role: row.cell(at) for at, role in self.roles.items()}

    def at(self, role: Column) -> int:
        """Where a column stands, -1 for nowhere."""
        return next((at for at, one in self.roles.items() if one is role), -1)


def is_header(cells: Sequence[str]) -> bool:
    """Whether a row names a column of texts."""
    roles = {_role(cell) for cell in cells if cell}
    return bool(roles & {role for pair in TEXT_COLUMNS.values() for role in pair})


def headed_columns(sheet: Sheet, name: str) -> Columns:
    """The columns of a sheet under its header.

    Raises:
        ImportRefused: two columns say that they hold the same.
    """
    found: dict[int, Column] = {}
    unread: list[str] = []
    for at, cell in enumerate(sheet.header_row.cells):
        role = _role(cell)
        if isinstance(role, Column):
            _refuse_second(sheet, found, at, role, name)
            found[at] = role
        elif role != _NUMBER and any(row.cell(at) for row in sheet.rows):
            unread.append(cell or column_letters(at))
    return Columns(found, tuple(unread))


def lettered_columns(sheet: Sheet) -> Columns:
    """The columns of a sheet without a header: the fullest column of each language's letters."""
    weights = {
        code: Counter(
            {
                at: sum(len(text) for text in texts if main_language(text) == code)
                for at, texts in _by_column(sheet).items()
            }
        )
        for code in TEXT_COLUMNS
    }
    khmer = _fullest(weights[KHMER], -1)
    english = _fullest(weights[ENGLISH], khmer)
    chosen = {khmer: Column.KHMER_TEXT, english: Column.ENGLISH_TEXT}
    unread = [
        column_letters(at)
        for at, texts in _by_column(sheet).items()
        if at not in chosen and not all(text.rstrip(".)").isdecimal() for text in texts)
    ]
    return Columns({at: role for at, role in chosen.items() if at >= 0}, tuple(unread))


def chosen_columns(sheet: Sheet, columns: Columns, languages: Mapping[str, int]) -> Columns:
    """The columns with those of the languages as somebody corrected them."""
    texts = {body for _, body in TEXT_COLUMNS.values()}
    roles = {at: role for at, role in columns.roles.items() if role not in texts}
    width = max(len(row.cells) for row in sheet.all_rows)
    for code, at in languages.items():
        if 0 <= at < width:
            roles[at] = TEXT_COLUMNS[code][1]
    return Columns(roles, columns.unread)


def with_languages_swapped(columns: Columns) -> Columns:
    """The columns with Khmer and English exchanged."""
    other = dict(zip(TEXT_COLUMNS[KHMER], TEXT_COLUMNS[ENGLISH], strict=True))
    other |= {english: khmer for khmer, english in other.items()}
    return Columns({at: other.get(r, r) for at, r in columns.roles.items()}, columns.unread)


def is_swapped(cells: Mapping[Column, str]) -> bool:
    """Whether the Khmer text of a row is not Khmer while the other one is."""
    khmer, english = (
        main_language(" ".join(cells.get(part, "") for part in TEXT_COLUMNS[code]))
        for code in (KHMER, ENGLISH)
    )
    return (khmer, english) in {(ENGLISH, KHMER), ("", KHMER), (ENGLISH, "")}


def _role(cell: str) -> Column | str | None:
    wanted = folded(cell)
    role = column_of(cell) or _ROLE_OF.get(wanted)
    return role or None


def _refuse_second(
    sheet: Sheet, found: Mapping[int, Column], at: int, role: Column, name: str
) -> None:
    earlier = next((other for other, same in found.items() if same is role), None)
    if earlier is None:
        return
    raise ImportRefused(
        marked("“{name}”: sheet “{sheet}” has two columns “{title}”: {first} and {second}."),
        advice=marked("Give each column a title of its own, or take one out."),
        name=name,
        sheet=sheet.name,
        title=sheet.header_row.cell(at),
        first=column_letters(earlier),
        second=column_letters(at),
    )


def _by_column(sheet: Sheet) -> dict[int, list[str]]:
    texts: dict[int, list[str]] = {}
    for row in sheet.all_rows[:_SAMPLE]:
        for at, cell in enumerate(row.cells):
            if cell:
                texts.setdefault(at, []).append(cell)
    return texts


def _fullest(weights: Counter[int], taken: int) -> int:
    """The column with most letters of a language; -1 where there is none."""
    found = [(weight, -at) for at, weight in weights.items() if weight and at != taken]
    return -max(found)[1] if found else -1
