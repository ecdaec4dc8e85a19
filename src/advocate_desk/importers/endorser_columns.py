"""Which column of a table of endorsers holds what: by its title, else by what stands below it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from advocate_desk.importers.endorser_answers import looks_like_day, says_yes
from advocate_desk.importers.endorser_entry import is_acronym
from advocate_desk.importers.endorser_headers import is_header, role_of_title
from advocate_desk.importers.phrases import has_address
from advocate_desk.importers.script_share import KHMER_LETTER, main_language
from advocate_desk.importers.sheet_limits import column_letters
from advocate_desk.importers.sheet_rows import Sheet
from advocate_desk.language.numbers import to_ascii_digits
from advocate_desk.model.column_map import NAME_ROLES, ColumnMap, ColumnRole
from advocate_desk.model.draft import DraftNote
from advocate_desk.model.kinds import ENGLISH, KHMER
from advocate_desk.model.marked import marked

_Role = ColumnRole
_SAMPLE = 300
_TWICE = marked(
    "Sheet “{sheet}”: the columns {first} and {second} seem to hold the same; {first} was read."
)
_EMAIL = re.compile(r"\s*[^\s@]+@[^\s@]+\.[^\s@]+\s*")
_PHONE = re.compile(r"[\s+()\d./-]{8,24}(?:\s*[/,;].*)?")
_BY_LANGUAGE = {KHMER: _Role.KHMER, ENGLISH: _Role.ENGLISH}


def headed(sheet: Sheet, wanted: ColumnMap | None = None) -> Sheet | None:
    """The sheet under its titles: where a person says they are, else where they are found."""
    if wanted is None:
        return sheet.under_header(is_header)
    if not wanted.header:
        return None
    rows = {row.number: row.cells for row in sheet.all_rows}
    return sheet.under_header(lambda cells: cells == rows.get(wanted.header))


def proposed(sheet: Sheet, *, has_titles: bool) -> tuple[ColumnMap, tuple[DraftNote, ...]]:
    """What the columns seem to hold, and sentences about columns that seem to hold the same."""
    if not has_titles:
        return ColumnMap(sheet.name, _by_content(sheet, titled=None)), ()
    claims: dict[int, ColumnRole] = {}
    for at, title in enumerate(sheet.header_row.cells):
        role = role_of_title(title)
        if role and _is_borne_out(sheet, at, role):
            claims[at] = role
    claims = _names_told_apart(sheet, claims)
    columns: dict[ColumnRole, int] = {}
    notes: list[DraftNote] = []
    for at, role in claims.items():
        if role in columns:
            notes.append(_twice(sheet, columns[role], at))
        else:
            columns[role] = at
    _settle_acronym(columns)
    if not NAME_ROLES & columns.keys():
        columns |= _by_content(sheet, titled=columns)
    return ColumnMap(sheet.name, columns, sheet.header_row.number), tuple(notes)


def titles_of(sheet: Sheet, *, has_titles: bool) -> tuple[str, ...]:
    """What the columns are called; their letters where they have no titles."""
    rows = (sheet.header_row, *sheet.rows) if has_titles else sheet.all_rows
    width = max(len(row.cells) for row in rows)
    titles = [sheet.header_row.cell(at) if has_titles else "" for at in range(width)]
    return tuple(" ".join(t.split()) or column_letters(at) for at, t in enumerate(titles))


def _twice(sheet: Sheet, first: int, second: int) -> DraftNote:
    places = {"first": column_letters(first), "second": column_letters(second)}
    return DraftNote(_TWICE, {"sheet": sheet.name, **places})


def _texts(sheet: Sheet, column: int, *, whole: bool = False) -> list[str]:
    rows = sheet.all_rows if whole else sheet.rows
    return [text for row in rows[:_SAMPLE] if (text := row.cell(column))]


def _is_borne_out(sheet: Sheet, column: int, role: ColumnRole) -> bool:
    """Whether what stands below a title is what it announces; empty columns are."""
    tests: Mapping[ColumnRole, Callable[[str], bool]] = {
        **dict.fromkeys((_Role.AGREED, _Role.PRINTED, _Role.WITHHELD), _is_answer),
        _Role.CONSENT_DAY: looks_like_day,
    }
    return role not in tests or _most(_texts(sheet, column), tests[role])


def _is_answer(text: str) -> bool:
    return says_yes(text) is not None


def _most(texts: Sequence[str], test: Callable[[str], bool]) -> bool:
    return sum(map(test, texts)) * 2 >= len(texts)


def _names_told_apart(sheet: Sheet, claims: Mapping[int, ColumnRole]) -> dict[int, ColumnRole]:
    """Columns that say only "name": one of Khmer letters, one of Latin ones, one of people."""
    told = dict(claims)
    names = [at for at, role in told.items() if role is _Role.NAME]
    if _Role.CONTACT not in told.values() and (len(names) > 1 or _has_language(told)):
        for at in [at for at in names if _is_bare_name(sheet.header_row.cell(at))][:1]:
            told[at] = _Role.CONTACT
            names.remove(at)
    if len(names) > 1 or _has_language(told):
        for at in names:
            role = _BY_LANGUAGE.get(_language_of(_texts(sheet, at)))
            told[at] = role or told[at]
    return told


def _has_language(claims: Mapping[int, ColumnRole]) -> bool:
    return bool({_Role.KHMER, _Role.ENGLISH} & set(claims.values()))


def _is_bare_name(title: str) -> bool:
    return title.strip(" *:").casefold() in {"name", "ឈ្មោះ"}


def _language_of(texts: Iterable[str]) -> str:
    return main_language("\n".join(texts))


def _settle_acronym(columns: dict[ColumnRole, int]) -> None:
    """Two acronym columns of which one names no language: it is the other language's."""
    both = (_Role.KHMER_ACRONYM, _Role.ENGLISH_ACRONYM)
    given = [role for role in both if role in columns]
    if _Role.ACRONYM in columns and len(given) == 1:
        other = both[1 - both.index(given[0])]
        columns[other] = columns.pop(_Role.ACRONYM)


# --- without titles


def _by_content(sheet: Sheet, titled: Mapping[ColumnRole, int] | None) -> dict[ColumnRole, int]:
    """What columns hold by their texts: numbers, days, addresses, names of a language.

    `titled` are the columns whose titles told; None where there are no titles at all.
    """
    known = titled or {}
    width = max(len(row.cells) for row in sheet.all_rows)
    columns_left = [at for at in range(width) if at not in known.values()]
    whole = titled is None
    texts = {at: found for at in columns_left if (found := _texts(sheet, at, whole=whole))}
    columns: dict[ColumnRole, int] = {}
    for role, test in _KINDS_OF_TEXT:
        at = next((at for at, found in texts.items() if _most(found, test)), None)
        if at is not None:
            columns[role] = at
            del texts[at]
    columns |= _names_by_content(texts)
    return {role: at for role, at in columns.items() if role not in known}


def _names_by_content(texts: Mapping[int, list[str]]) -> dict[ColumnRole, int]:
    left = {at: found for at, found in texts.items() if any(map(_has_letters, found))}
    acronyms = [at for at, found in left.items() if _most(found, _is_short_acronym)]
    names = [at for at in left if at not in acronyms] or acronyms[:1]
    columns: dict[ColumnRole, int] = {}
    for at in sorted(names, key=lambda at: (-len(set(left[at])), at)):
        if len(columns) < 2:
            role = _role_of_names(left[at])
            if role not in columns and not (
                _Role.NAME in columns or (role is _Role.NAME and columns)
            ):
                columns[role] = at
    free = [at for at in acronyms if at not in columns.values()]
    return columns | ({_Role.ACRONYM: free[0]} if free else {})


def _role_of_names(texts: Sequence[str]) -> ColumnRole:
    """Khmer or English where all texts are, else names in either."""
    languages = {main_language(text) for text in texts} - {""}
    mixed = any(KHMER_LETTER.search(t) and re.search(r"[A-Za-z]{3}", t) for t in texts)
    if len(languages) == 1 and not mixed:
        return _BY_LANGUAGE[languages.pop()]
    return _Role.NAME


def _has_letters(text: str) -> bool:
    return any(character.isalpha() for character in text)


def _is_short_acronym(text: str) -> bool:
    return len(text) <= 20 and is_acronym(text.strip(" ()"))


def _is_number(text: str) -> bool:
    return to_ascii_digits(text).strip(" .)").isdecimal() and len(text) < 8


def _is_phone(text: str) -> bool:
    plain = to_ascii_digits(text)
    return bool(_PHONE.fullmatch(plain)) and has_address(plain) and not looks_like_day(text)


_KINDS_OF_TEXT: tuple[tuple[ColumnRole, Callable[[str], bool]], ...] = (
    (_Role.NUMBER, _is_number),
    (_Role.CONSENT_DAY, looks_like_day),
    (_Role.EMAIL, lambda text: bool(_EMAIL.fullmatch(text))),
    (_Role.PHONE, _is_phone),
    (_Role.AGREED, lambda text: says_yes(text) is not None),
)
