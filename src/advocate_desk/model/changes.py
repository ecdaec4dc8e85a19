"""What a verb of the desk touched, so that views know what to read again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class Area(StrEnum):
    """A part of the desk that views show."""

    STATEMENTS = "statements"
    BLOCKS = "blocks"
    CLAUSES = "clauses"
    ENDORSERS = "endorsers"
    ENDORSEMENTS = "endorsements"
    EDITIONS = "editions"
    LOOKS = "looks"
    COMMENTS = "comments"
    CHECKS = "checks"
    TERMS = "terms"
    MEMORY = "memory"


@dataclass(frozen=True, slots=True)
class Changes:
    """The areas a verb touched, the thing to look at next, and the step's label for a notice.

    `made` holds the ids of what was made (statements, clauses, endorsements, editions). `removed`
    counts the characters that cannot be stored and were left out of a text on its way in.
    `left_out` holds the ids of what was asked for and could not be done with the rest.
    """

    areas: frozenset[Area]
    focus: str = ""
    statement_id: str = ""
    label: str = ""
    made: tuple[str, ...] = ()
    removed: int = 0
    left_out: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.areas)

    def without(self, left_out: tuple[str, ...]) -> Changes:
        """The same, telling what could not be done."""
        return replace(self, left_out=left_out)
