"""A statement's list of endorsers as a table reads it: light rows, and no name that is withheld."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from advocate_desk.model.kinds import EndorsementState, ShowAs


class Listed(NamedTuple):
    """One endorsement without any name; its place in the list is its position."""

    id: str
    endorser_id: str
    kind: str
    state: EndorsementState
    show_as: ShowAs
    answered_on: str = ""
    edition_id: str | None = None
    agreed_text: str | None = None
    pinned: bool = False

    @property
    def is_withheld(self) -> bool:
        """Whether the name may only be counted."""
        return self.show_as is ShowAs.WITHHELD

    @property
    def is_bound(self) -> bool:
        """Whether it stands behind the statement and is known to which text."""
        bound = bool(self.agreed_text or self.edition_id)
        return bound and self.state is EndorsementState.CONFIRMED


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
