"""What an importer understood, before anything is written to a desk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from advocate_desk.model.column_map import MappedSheet
from advocate_desk.model.kinds import SHIPPED_LANGUAGES, BlockKind, Marker, StatementKind
from advocate_desk.model.registry import Contact


@dataclass(frozen=True, slots=True)
class DraftText:
    """Heading and body of one side, as in `Rendition`."""

    heading: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True)
class DraftBlock:
    """A block as read; `texts` maps a language to its side."""

    kind: BlockKind
    texts: Mapping[str, DraftText] = field(default_factory=dict)
    items: tuple[DraftBlock, ...] = ()
    marker: Marker = Marker.NONE


@dataclass(frozen=True, slots=True)
class DraftEndorser:
    """One entry of an endorser list.

    `written` is the entry byte for byte without its list number; `name` and `acronym` are its
    parts. `row` is the line or row in the source, counted from 1; over the sheets of one file it
    counts on, and `sheet_row` is the row in its own `sheet`. A table may tell more: an acronym per
    language, the kind, the province, who answered (`contact`) and on which day (ISO 8601), and
    that the name must not be printed.
    """

    written: Mapping[str, str]
    name: Mapping[str, str]
    acronym: str = ""
    row: int = 0
    acronyms: Mapping[str, str] = field(default_factory=dict)
    kind: str = ""
    province: str = ""
    contact: Contact | None = None
    consented_on: str = ""
    notes: str = ""
    sheet: str = ""
    sheet_row: int = 0
    is_withheld: bool = False

    def acronym_in(self, language: str) -> str:
        """The acronym in a language; one that is of no language goes with every name."""
        return self.acronyms.get(language, "") if self.acronyms else self.acronym


@dataclass(frozen=True, slots=True)
class DraftNote:
    """Something the user should know about a reading: an untranslated catalogue text + arguments."""

    message: str
    arguments: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DraftStatement:
    """One statement as read from a document; `notes` tell what was left out or changed and why."""

    kind: StatementKind
    blocks: tuple[DraftBlock, ...]
    endorsers: tuple[DraftEndorser, ...] = ()
    languages: tuple[str, ...] = SHIPPED_LANGUAGES
    issue_date: date | None = None
    unplaced: tuple[str, ...] = ()
    notes: tuple[DraftNote, ...] = ()


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A row of a list that was not accepted, and why (an untranslated catalogue text)."""

    row: int
    text: str
    reason: str
    arguments: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DraftEndorsers:
    """A list of endorsers as read: rows read = `endorsers` + `listed`.

    `sheets` tell how each table was read, so that a person can correct it.
    """

    rows: int
    endorsers: tuple[DraftEndorser, ...]
    listed: tuple[ListedRow, ...] = ()
    notes: tuple[DraftNote, ...] = ()
    sheets: tuple[MappedSheet, ...] = ()
