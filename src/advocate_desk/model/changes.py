"""What a verb of the desk touched, so that views know what to read again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Area(StrEnum):
    """A part of the desk that views show."""

    STATEMENTS = "statements"
    BLOCKS = "blocks"
    CLAUSES = "clauses"
    ENDORSERS = "endorsers"
    ENDORSEMENTS = "endorsements"
    EDITIONS = "editions"


@dataclass(frozen=True, slots=True)
class Changes:
    """The areas a verb touched, the thing to look at next, and the step's label for a notice."""

    areas: frozenset[Area]
    focus: str = ""
    statement_id: str = ""
    label: str = ""

    def __bool__(self) -> bool:
        return bool(self.areas)
