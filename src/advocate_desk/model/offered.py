"""Clauses offered to the library by a file or a statement, before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from advocate_desk.model.clause import LegalBasis
from advocate_desk.model.draft import DraftNote, DraftText
from advocate_desk.model.kinds import BlockKind, ClauseStatus


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a text was read: the file, its sheet, the row from 1; or the block of a statement.

    A block that `pins` is built from the clause afterwards; one with entries is not.
    """

    file: str = ""
    sheet: str = ""
    row: int = 0
    block_id: str = ""
    pins: bool = False


@dataclass(frozen=True, slots=True)
class Filing:
    """What a row says about a clause beside its texts; None is not said, so it stays as it is.

    `folder` is the path of names from the top; empty is no folder.
    """

    topic: str | None = None
    folder: tuple[str, ...] | None = None
    description: str | None = None
    tags: tuple[str, ...] | None = None
    targets: tuple[str, ...] | None = None
    legal_bases: tuple[LegalBasis, ...] | None = None
    status: ClauseStatus | None = None


NOTHING_SAID = Filing()


@dataclass(frozen=True, slots=True)
class OfferedClause:
    """A text that can become a clause, or a row of a library that was edited as a file.

    `clause_id` and `base` (the fingerprint of what was exported) are only in such rows, `kind`
    is None where nothing says it, `note` goes with the revision.
    """

    kind: BlockKind | None
    texts: Mapping[str, DraftText]
    origin: Origin = Origin()
    filing: Filing = NOTHING_SAID
    clause_id: str = ""
    base: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ListedText:
    """A text that is not taken, and why (an untranslated catalogue text with its arguments)."""

    origin: Origin
    text: str
    reason: str
    arguments: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TableColumns:
    """The columns of a table by their headers, and which of them hold the languages."""

    titles: tuple[str, ...]
    languages: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class OfferedClauses:
    """What was read: rows read = `clauses` + `listed`.

    `columns` are those of a single table, so that they can be corrected; `looks_swapped` tells
    that the Khmer column holds the other language and the other one Khmer.
    """

    clauses: tuple[OfferedClause, ...] = ()
    listed: tuple[ListedText, ...] = ()
    notes: tuple[DraftNote, ...] = ()
    columns: TableColumns | None = None
    looks_swapped: bool = False

    @property
    def rows(self) -> int:
        """How many rows were read."""
        return len(self.clauses) + len(self.listed)

    def __add__(self, other: OfferedClauses) -> OfferedClauses:
        """Both together; columns are those of one table only."""
        return OfferedClauses(
            self.clauses + other.clauses,
            self.listed + other.listed,
            self.notes + other.notes,
            looks_swapped=self.looks_swapped or other.looks_swapped,
        )


class Fate(StrEnum):
    """What bringing in does with an offered clause."""

    NEW = "new"
    REVISED = "revised"
    REFILED = "refiled"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class PlannedClause:
    """An offered clause and what will be done with it."""

    clause: OfferedClause
    fate: Fate


@dataclass(frozen=True, slots=True)
class ClausePlan:
    """What bringing in would do: rows read = `planned` + `listed`."""

    planned: tuple[PlannedClause, ...] = ()
    listed: tuple[ListedText, ...] = ()
    notes: tuple[DraftNote, ...] = ()

    @property
    def rows(self) -> int:
        """How many rows were read."""
        return len(self.planned) + len(self.listed)

    def count(self, fate: Fate) -> int:
        """How many clauses have a fate."""
        return sum(one.fate is fate for one in self.planned)

    def without(self, places: frozenset[int]) -> ClausePlan:
        """The plan without some planned clauses by their position: somebody left them out."""
        kept = tuple(one for at, one in enumerate(self.planned) if at not in places)
        return replace(self, planned=kept)
