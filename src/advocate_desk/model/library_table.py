"""The library as a table: its columns, what their cells say, and the fingerprint of a row.

The writer and the reader share it, so that what was exported comes back as it was.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from hashlib import sha256

from advocate_desk.language.catalog import available, translate
from advocate_desk.model.clause import Clause, LegalBasis, LegalText, Target
from advocate_desk.model.draft import DraftText
from advocate_desk.model.kinds import ENGLISH, KHMER, BlockKind, ClauseStatus
from advocate_desk.model.marked import marked
from advocate_desk.model.offered import Filing
from advocate_desk.model.words import source_word


class Column(StrEnum):
    """The columns of the table in their order."""

    ID = "id"
    KIND = "kind"
    FOLDER = "folder"
    TAGS = "tags"
    TOPIC = "topic"
    TARGETS = "targets"
    LEGAL_KHMER = "legal_km"
    LEGAL_ENGLISH = "legal_en"
    DESCRIPTION = "description"
    STATUS = "status"
    KHMER_HEADING = "km_heading"
    KHMER_TEXT = "km_text"
    ENGLISH_HEADING = "en_heading"
    ENGLISH_TEXT = "en_text"
    REVISION = "revision"
    FINGERPRINT = "fingerprint"
    NOTE = "note"


TITLES: Mapping[Column, str] = {
    Column.ID: marked("Clause id"),
    Column.KIND: marked("Kind"),
    Column.FOLDER: marked("Folder"),
    Column.TAGS: marked("Tags"),
    Column.TOPIC: marked("Topic"),
    Column.TARGETS: marked("Targets"),
    Column.LEGAL_KHMER: marked("Legal basis in Khmer"),
    Column.LEGAL_ENGLISH: marked("Legal basis in English"),
    Column.DESCRIPTION: marked("Description"),
    Column.STATUS: marked("Status"),
    Column.KHMER_HEADING: marked("Khmer heading"),
    Column.KHMER_TEXT: marked("Khmer text"),
    Column.ENGLISH_HEADING: marked("English heading"),
    Column.ENGLISH_TEXT: marked("English text"),
    Column.REVISION: marked("Revision"),
    Column.FINGERPRINT: marked("Fingerprint"),
    Column.NOTE: marked("What was changed"),
}
WIDTHS = (12, 14, 20, 20, 24, 22, 30, 30, 30, 12, 30, 60, 30, 60, 10, 14, 30)
ONE_LINE = frozenset({0, 15})
TEXT_COLUMNS: Mapping[str, tuple[Column, Column]] = {
    KHMER: (Column.KHMER_HEADING, Column.KHMER_TEXT),
    ENGLISH: (Column.ENGLISH_HEADING, Column.ENGLISH_TEXT),
}
_LEGAL_COLUMNS = {KHMER: Column.LEGAL_KHMER, ENGLISH: Column.LEGAL_ENGLISH}
_BETWEEN_FOLDERS, _BETWEEN_NAMES, _BETWEEN_PARTS = "/", ";", "|"
_NOTHING = "–"


class CellUnknown(ValueError):  # noqa: N818 - a refusal, named as the user meets it
    """A cell that says something the library has no word for."""

    def __init__(self, column: Column, text: str) -> None:
        super().__init__(text)
        self.column = column
        self.text = text


@dataclass(frozen=True, slots=True)
class ClauseFacts:
    """What a row of the table says of a clause, whoever wrote it."""

    texts: Mapping[str, DraftText]
    filing: Filing


def facts_of(clause: Clause, folder: tuple[str, ...]) -> ClauseFacts:
    """What the table says of a clause that lies in a folder."""
    texts = {
        code: DraftText(clause.rendition(code).heading, clause.rendition(code).body)
        for code in TEXT_COLUMNS
    }
    filing = Filing(
        topic=clause.topic,
        folder=folder,
        description=clause.description,
        tags=clause.tags,
        targets=clause.targets,
        legal_bases=clause.legal_bases,
        status=clause.status,
    )
    return ClauseFacts(texts, filing)


# --- the fingerprint


def fingerprint(facts: ClauseFacts) -> str:
    """Short proof of what a row said when it was exported: its texts, and all the rest."""
    return f"{texts_mark(facts.texts)}-{filing_mark(facts.filing)}"


def texts_mark(texts: Mapping[str, DraftText]) -> str:
    """The part of a fingerprint that stands for the texts."""
    sides = (texts.get(code, DraftText()) for code in TEXT_COLUMNS)
    return _mark(part for side in sides for part in (side.heading, side.body))


def filing_mark(filing: Filing) -> str:
    """The part of a fingerprint that stands for everything beside the texts."""
    return _mark(
        [
            filing.topic or "",
            *_cells_of(filing, ENGLISH).values(),
            filing.status.value if filing.status else "",
        ]
    )


def _mark(parts: Iterable[str]) -> str:
    text = "\x1f".join(same_text(part) for part in parts)
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def same_text(text: str) -> str:
    """A text as spreadsheet programs leave it alone: blanks at its ends mean nothing."""
    return "\n".join(line.rstrip(" \t") for line in text.strip(" \t\n").split("\n"))


# --- cells out


def title_row(language: str) -> tuple[str, ...]:
    """The header of the table."""
    return tuple(translate(language, TITLES[column]) for column in Column)


def row_of(clause: Clause, folder: tuple[str, ...], language: str) -> tuple[str, ...]:
    """The cells of a clause; words of closed lists in the language of the table."""
    facts = facts_of(clause, folder)
    cells = {
        Column.ID: clause.id,
        Column.KIND: translate(language, source_word(clause.kind)),
        Column.TOPIC: clause.topic,
        Column.STATUS: translate(language, source_word(clause.status)),
        Column.REVISION: str(clause.latest.number),
        Column.FINGERPRINT: fingerprint(facts),
        Column.NOTE: "",
        **_cells_of(facts.filing, language),
    }
    for code, (heading, body) in TEXT_COLUMNS.items():
        cells[heading], cells[body] = facts.texts[code].heading, facts.texts[code].body
    return tuple(cells[column] for column in Column)


def _cells_of(filing: Filing, language: str) -> dict[Column, str]:
    bases = filing.legal_bases or ()
    return {
        Column.FOLDER: _joined(filing.folder or (), f" {_BETWEEN_FOLDERS} "),
        Column.TAGS: _joined(sorted(filing.tags or ()), f"{_BETWEEN_NAMES} "),
        Column.TARGETS: _joined(
            sorted(target_word(target, language) for target in filing.targets or ()),
            f"{_BETWEEN_NAMES} ",
        ),
        Column.DESCRIPTION: filing.description or "",
        **{
            column: "\n".join(_legal_cell(basis, code) for basis in bases)
            for code, column in _LEGAL_COLUMNS.items()
        },
    }


def target_word(target: str, language: str) -> str:
    """What a target is called in a language; a word of one's own stays as it is."""
    known = next((one for one in Target if one == target), None)
    return translate(language, source_word(known)) if known else target


def _legal_cell(basis: LegalBasis, language: str) -> str:
    """Treaty, article, place and date in one line; the date stands in both languages."""
    text = basis.texts.get(language, LegalText())
    parts = [text.treaty, text.article, text.place, basis.signed_on]
    while len(parts) > 1 and not parts[-1]:
        parts.pop()
    return _joined((part or _NOTHING for part in parts), f" {_BETWEEN_PARTS} ")


def _joined(parts: Iterable[str], between: str) -> str:
    sign = between.strip()
    return between.join(" ".join(part.split()).replace(sign, f"\\{sign}") for part in parts)


# --- cells in


def filing_from(cells: Mapping[Column, str]) -> Filing:
    """What a row says beside the texts; columns that the table does not have are not said.

    Raises:
        CellUnknown: a cell holds a status the library does not know.
    """
    return Filing(
        topic=cells.get(Column.TOPIC),
        folder=_said(cells, Column.FOLDER, lambda text: _parted(text, _BETWEEN_FOLDERS)),
        description=cells.get(Column.DESCRIPTION),
        tags=_said(cells, Column.TAGS, lambda text: _parted(text, _BETWEEN_NAMES)),
        targets=_said(cells, Column.TARGETS, _targets_from),
        legal_bases=_legal_from(cells),
        status=_status_from(cells.get(Column.STATUS, "")),
    )


def kind_from(cells: Mapping[Column, str]) -> BlockKind | None:
    """The kind a row says, None where it says none.

    Raises:
        CellUnknown: there is no such kind.
    """
    text = cells.get(Column.KIND, "")
    if not text:
        return None
    for kind in BlockKind:
        if folded(text) in _names_of(kind):
            return kind
    raise CellUnknown(Column.KIND, text)


def column_of(title: str) -> Column | None:
    """The column a header names, in whatever language of the program."""
    wanted = folded(title)
    found = (
        column
        for column, text in TITLES.items()
        if wanted in {folded(translate(code, text)) for code in available()}
    )
    return next(found, None)


def folded(text: str) -> str:
    """A word of a header or cell without case, brackets and double blanks."""
    return " ".join(re.sub(r"[()\[\]:*_/.\-]+", " ", text.casefold()).split())


def _said(
    cells: Mapping[Column, str], column: Column, read: Callable[[str], tuple[str, ...]]
) -> tuple[str, ...] | None:
    return read(cells[column]) if column in cells else None


def _parted(text: str, sign: str) -> tuple[str, ...]:
    parts = re.split(rf"(?<!\\){re.escape(sign)}", text)
    plain = (part.replace(f"\\{sign}", sign).strip() for part in parts)
    return tuple(dict.fromkeys(part for part in plain if part))


def _targets_from(text: str) -> tuple[str, ...]:
    return tuple(_target_from(part) for part in _parted(text, _BETWEEN_NAMES))


def _target_from(text: str) -> str:
    found = (target.value for target in Target if folded(text) in _names_of(target))
    return next(found, text)


def _status_from(text: str) -> ClauseStatus | None:
    if not text:
        return None
    for status in ClauseStatus:
        if folded(text) in _names_of(status):
            return status
    raise CellUnknown(Column.STATUS, text)


@cache
def _names_of(value: StrEnum) -> set[str]:
    """What a member of a closed list is called, in every language and in files of the desk."""
    words = {folded(translate(code, source_word(value))) for code in available()}
    return words | {folded(value.value)}


def _legal_from(cells: Mapping[Column, str]) -> tuple[LegalBasis, ...] | None:
    sides = {code: cells[column] for code, column in _LEGAL_COLUMNS.items() if column in cells}
    if not sides:
        return None
    lines = {
        code: [line for line in text.split("\n") if line.strip()] for code, text in sides.items()
    }
    count = max(map(len, lines.values()))
    made = (
        _basis({c: one[at] for c, one in lines.items() if at < len(one)}) for at in range(count)
    )
    return tuple(basis for basis in made if basis.texts)


def _basis(lines: Mapping[str, str]) -> LegalBasis:
    texts: dict[str, LegalText] = {}
    signed_on = ""
    for code, line in lines.items():
        treaty, article, place, day = _legal_parts(line)
        signed_on = signed_on or day
        if treaty or article or place:
            texts[code] = LegalText(treaty, article, place)
    return LegalBasis(texts, signed_on)


def _legal_parts(line: str) -> Sequence[str]:
    parts = re.split(r"(?<!\\)\|", line)
    plain = [part.replace("\\|", "|").strip() for part in parts]
    plain = ["" if part == _NOTHING else part for part in plain]
    return (*plain, "", "", "", "")[:4]
