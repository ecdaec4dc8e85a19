"""A statement's list of endorsers as a table reads it: light rows, and no name that is withheld."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from advocate_desk.model.kinds import EndorsementState, ShowAs


class Listed(NamedTuple):
    """One endorsement without any name; its place in the list is its position.

    It is the row as it was read, made ten thousand times: `state` and `show_as` are the values of
    `EndorsementState` and `ShowAs`, to be compared with ==.
    """

    id: str
    endorser_id: str
    kind: str
    state: str
    show_as: str
    answered_on: str = ""
    edition_id: str | None = None
    agreed_text: str | None = None
    pinned: int = 0

    @property
    def is_withheld(self) -> bool:
        """Whether the name may only be counted."""
        return self.show_as == ShowAs.WITHHELD

    @property
    def is_bound(self) -> bool:
        """Whether it stands behind the statement and is known to which text."""
        bound = bool(self.agreed_text or self.edition_id)
        return bound and self.state == EndorsementState.CONFIRMED


class ShownName(NamedTuple):
    """What an endorser whose name may be shown is called, per language, and its acronym."""

    texts: Mapping[str, str]
    acronym: str = ""


NO_NAME = ShownName({})


class Tally(NamedTuple):
    """How long a list is, how many stand behind the statement, how many of those are withheld."""

    total: int = 0
    counted: int = 0
    withheld: int = 0
