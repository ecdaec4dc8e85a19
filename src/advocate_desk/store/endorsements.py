"""Endorsements: rows to model and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict

from typing_extensions import Unpack

from advocate_desk.model.endorsement import Endorsement
from advocate_desk.model.kinds import EndorsementState, ShowAs


class EndorsementColumns(TypedDict, total=False):
    """What `update` may change."""

    state: EndorsementState
    show_as: ShowAs
    edition_id: str | None
    answered_on: str
    evidence: str


class EndorsementRows:
    """The endorsements of all statements; those of one have the positions 0, 1, 2 …"""

    def of(self, statement_id: str) -> tuple[Endorsement, ...]:
        """The endorsements of a statement in the order of their positions."""
        raise NotImplementedError

    def get(self, endorsement_id: str) -> Endorsement:
        """One endorsement; KeyError if there is none."""
        raise NotImplementedError

    def insert(self, endorsement: Endorsement, *, position: int | None = None) -> None:
        """Write an endorsement (not its endorser); None or a position beyond the end: last."""
        raise NotImplementedError

    def update(self, endorsement_id: str, **columns: Unpack[EndorsementColumns]) -> None:
        """Change some fields; KeyError if there is none."""
        raise NotImplementedError

    def move(self, endorsement_id: str, position: int) -> None:
        """Put an endorsement at another position of its statement (clamped)."""
        raise NotImplementedError

    def arrange(self, statement_id: str, endorsement_ids: tuple[str, ...]) -> None:
        """Give a statement's endorsements this order; the ids must be exactly all of them."""
        raise NotImplementedError

    def delete(self, endorsement_id: str) -> None:
        """Delete an endorsement; later ones move up."""
        raise NotImplementedError

    def counts(self, statement_id: str) -> Mapping[EndorsementState, int]:
        """How many endorsements are in each state; every state is a key."""
        raise NotImplementedError
