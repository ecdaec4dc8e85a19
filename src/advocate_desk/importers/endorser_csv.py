"""Endorser lists from spreadsheets saved as CSV; every row is accepted or listed with a reason."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence

from advocate_desk.importers.endorser_entry import read_entry, split_acronym
from advocate_desk.importers.name_check import name_fault
from advocate_desk.importers.script_share import main_language
from advocate_desk.importers.text_file import decoded
from advocate_desk.model.draft import DraftEndorser, DraftEndorsers, ListedRow
from advocate_desk.model.errors import ImportRefused
from advocate_desk.model.kinds import ENGLISH, KHMER
from advocate_desk.model.marked import marked

LONGEST_ROW = 10_000
_NUMBER, _ACRONYM, _ANY = "number", "acronym", "any"
_NO_NAME = marked("There is no name in it.")
_KNOWN_HEADERS: Mapping[str, tuple[str, ...]] = {
    _NUMBER: ("no", "nr", "number", "#", "id", "ល.រ", "លរ", "លេខ", "លេខរៀង"),
    _ACRONYM: ("acronym", "abbreviation", "short name", "abbr", "អក្សរកាត់", "ឈ្មោះកាត់"),
    KHMER: (
        "khmer",
        "khmer name",
        "name khmer",
        "name in khmer",
        "name km",
        "km",
        "organisation khmer",
        "ខ្មែរ",
        "ភាសាខ្មែរ",
        "ឈ្មោះខ្មែរ",
        "ឈ្មោះជាភាសាខ្មែរ",
        "ឈ្មោះអង្គការជាភាសាខ្មែរ",
    ),
    ENGLISH: (
        "english",
        "english name",
        "name english",
        "name in english",
        "name en",
        "en",
        "organisation english",
        "អង់គ្លេស",
        "ភាសាអង់គ្លេស",
        "ឈ្មោះអង់គ្លេស",
        "ឈ្មោះជាភាសាអង់គ្លេស",
        "ឈ្មោះអង្គការជាភាសាអង់គ្លេស",
    ),
    _ANY: (
        "name",
        "organisation",
        "organisation name",
        "name of organisation",
        "name of the organisation",
        "endorser",
        "endorsers",
        "institution",
        "group",
        "union",
        "community",
        "ngo",
        "ឈ្មោះ",
        "អង្គការ",
        "ឈ្មោះអង្គការ",
        "ស្ថាប័ន",
        "ឈ្មោះស្ថាប័ន",
        "សមាគម",
    ),
}
_ROLE_OF = {name: role for role, names in _KNOWN_HEADERS.items() for name in names}


def table_endorsers(data: bytes, name: str) -> DraftEndorsers:
    """The endorsers of a CSV file; rows read = accepted + listed.

    Raises:
        ImportRefused: not a text file, an overlong row, or a quotation mark left open.
    """
    text, notes = decoded(data, name)
    rows = _rows(text, name)
    roles = _roles(rows[0][1]) if rows else {}
    has_header = bool(roles)
    body = rows[1:] if has_header else rows
    accepted: list[DraftEndorser] = []
    listed: list[ListedRow] = []
    for number, cells in body:
        entry, reason = _entry(cells, roles, number)
        if entry:
            accepted.append(entry)
        else:
            listed.append(ListedRow(number, " | ".join(cells), reason))
    return DraftEndorsers(len(body), tuple(accepted), tuple(listed), notes)


def _rows(text: str, name: str) -> list[tuple[int, list[str]]]:
    """The rows with anything in them, each with its line in the file."""
    lines = text.split("\n")
    _refuse_long_rows(lines, name)
    reader = csv.reader(_ended(lines), delimiter=_delimiter(lines), strict=True)
    try:
        rows = [(reader.line_num, [_unescaped(c) for c in cells]) for cells in reader]
    except csv.Error:
        raise ImportRefused(
            marked("“{name}” is not a sound CSV file: look at line {line}."),
            advice=marked("A quotation mark may have been left open there."),
            name=name,
            line=reader.line_num,
        ) from None
    filled = [(line, cells) for line, cells in rows if any(cells)]
    if not filled:
        raise ImportRefused(marked("There is no text in “{name}”."), name=name)
    return filled


def _ended(lines: Sequence[str]) -> Iterator[str]:
    return (f"{line}\n" for line in lines)


def _refuse_long_rows(lines: Sequence[str], name: str) -> None:
    for number, line in enumerate(lines, start=1):
        if len(line) > LONGEST_ROW:
            raise ImportRefused(
                marked("“{name}” has a row of more than {characters} characters: line {line}."),
                name=name,
                characters=LONGEST_ROW,
                line=number,
            )


def _delimiter(lines: Sequence[str]) -> str:
    """The sign most used in the first line with text: comma, semicolon or tab."""
    head = next((line for line in lines if line.strip()), "")
    counts = {sign: head.count(sign) for sign in "\t;,"}
    best = max(counts, key=lambda sign: counts[sign])
    return best if counts[best] else ","


def _unescaped(cell: str) -> str:
    """A cell without the apostrophe that keeps spreadsheets from computing it."""
    bare = cell.strip(" \t\n")
    return bare[1:] if re.match(r"'[=+\-@\t\r＝＋－＠]", bare) else bare


def _roles(cells: Sequence[str]) -> dict[int, str]:
    """What each column holds, empty where the first row is no header."""
    found = {at: _ROLE_OF.get(_plain(cell), "") for at, cell in enumerate(cells)}
    roles = {at: role for at, role in found.items() if role}
    return roles if set(roles.values()) & {KHMER, ENGLISH, _ANY} else {}


def _plain(cell: str) -> str:
    """A header without case, brackets and the two spellings of organisation."""
    words = re.sub(r"[()\[\]:*_/-]+|\.$", " ", cell.casefold()).replace("organiz", "organis")
    return " ".join(words.split())


def _entry(
    cells: Sequence[str], roles: Mapping[int, str], row: int
) -> tuple[DraftEndorser | None, str]:
    """The endorser in a row, or the reason why there is none."""
    named = _named(cells, roles) if roles else _by_script(cells)
    names = {role: text for role, text in named.items() if role in {KHMER, ENGLISH}}
    if not names:
        return None, _NO_NAME
    fault = next((fault for text in names.values() if (fault := name_fault(text))), "")
    if fault:
        return None, fault
    return _made(names, named.get(_ACRONYM, ""), row), ""


def _named(cells: Sequence[str], roles: Mapping[int, str]) -> dict[str, str]:
    """The cells by what they hold; a column of any language is told by its letters."""
    named: dict[str, str] = {}
    for at, role in roles.items():
        text = cells[at] if at < len(cells) else ""
        if text and role == _ANY:
            named |= read_entry(text, 0).written
        elif text and role != _NUMBER:
            named.setdefault(role, text)
    return named


def _by_script(cells: Sequence[str]) -> dict[str, str]:
    """The cells of a file without a header: the first text in each language is a name."""
    named: dict[str, str] = {}
    for cell in cells:
        language = main_language(cell)
        if language and language not in named:
            named[language] = cell
        elif language and _ACRONYM not in named and len(cell) <= 20:
            named[_ACRONYM] = cell
    return named


def _made(names: Mapping[str, str], acronym: str, row: int) -> DraftEndorser:
    """An endorser of separate cells; it is printed as the cells read together."""
    parts = {code: split_acronym(text) for code, text in names.items()}
    own = next((short for _, short in parts.values() if short), "")
    written = {
        code: f"{text} ({acronym})" if acronym and not own else text for code, text in names.items()
    }
    return DraftEndorser(
        written=written,
        name={code: part for code, (part, _) in parts.items()},
        acronym=acronym or own,
        row=row,
    )
