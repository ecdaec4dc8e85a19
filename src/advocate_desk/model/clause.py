"""Clauses of the library and their immutable revisions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from advocate_desk.model.kinds import BlockKind, ClauseStatus
from advocate_desk.model.statement import EMPTY, Rendition


@dataclass(frozen=True, slots=True)
class ClauseRevision:
    """An immutable version of a clause; `number` counts from 1 within the clause."""

    id: str
    clause_id: str
    number: int
    renditions: Mapping[str, Rendition] = field(default_factory=dict)
    created_at: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """One reusable text; `used` counts the statements that hold a revision of it."""

    id: str
    kind: BlockKind
    latest: ClauseRevision
    topic: str = ""
    status: ClauseStatus = ClauseStatus.ACTIVE
    used: int = 0

    def rendition(self, language: str) -> Rendition:
        """The newest text in a language, an empty one where nothing was written."""
        return self.latest.renditions.get(language, EMPTY)
