"""A remark of a colleague on a block; it is no part of the statement's text."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment on a block, or on one side of it where `language` is given.

    The text may hold what is withheld from everybody outside: it stays out of every picture of
    the value.
    """

    id: str
    block_id: str
    text: str = field(repr=False)
    language: str = ""
    author: str = ""
    created_at: str = ""
    assigned_to: str = ""
    resolved_by: str = ""
    resolved_at: str = ""

    @property
    def is_resolved(self) -> bool:
        """Whether somebody said that it is settled."""
        return bool(self.resolved_at)
