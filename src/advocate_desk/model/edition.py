"""Editions: immutable snapshots of a statement, and the redacted view exporters get."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from advocate_desk.model.kinds import BlockKind, StatementKind
from advocate_desk.model.statement import Block


@dataclass(frozen=True, slots=True)
class Edition:
    """A numbered snapshot; `content` is canonical JSON, `sha256` its hash (hex)."""

    id: str
    statement_id: str
    number: int
    content: str
    sha256: str
    adopted_at: str
    issued_at: str = ""


@dataclass(frozen=True, slots=True)
class PrintedEndorser:
    """One entry of a printed endorser list: language to the text that is printed."""

    printed: Mapping[str, str]
    kind: str = ""


@dataclass(frozen=True, slots=True)
class EditionView:
    """All that an exporter may see of a statement: no withheld name is in here.

    `endorsers` are the confirmed ones whose names may be printed, in order; `withheld_count` is
    how many confirmed ones may only be counted. `fixed_time` (ISO 8601, UTC) stands wherever a
    file format wants a time, so that the same text gives the same bytes. `lunar` is the lunar date
    as it is printed in a language; `own_placeholders` maps a name to its text per language.
    `withheld_line` is the own wording of the line that counts the withheld, where there is one.
    `first_number` is the number of the first endorser: those of an addendum go on counting.
    `list_day` is the day the list is of, where it is to be printed.
    """

    statement_id: str
    kind: StatementKind
    languages: tuple[str, ...]
    blocks: tuple[Block, ...]
    endorsers: tuple[PrintedEndorser, ...]
    withheld_count: int
    issue_date: date | None
    place: Mapping[str, str]
    issuer: Mapping[str, str]
    fixed_time: str
    edition_number: int = 0
    lunar: Mapping[str, str] = field(default_factory=dict)
    own_placeholders: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    signature_count: int = 0
    withheld_line: Mapping[str, str] = field(default_factory=dict)
    first_number: int = 1
    list_day: date | None = None

    def title(self, language: str) -> str:
        """The text of the first title block in a language, or an empty text."""
        titles = (b for b in self.blocks if b.kind is BlockKind.TITLE)
        return next((b.rendition(language).body for b in titles), "")
