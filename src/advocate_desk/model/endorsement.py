"""Endorsers, their endorsements, and the moves that are lawful."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import ENGLISH, KHMER, EndorsementState, ShowAs
from advocate_desk.model.marked import marked

_INVITED, _WITHDRAWN = EndorsementState.INVITED, EndorsementState.WITHDRAWN
_CONFIRMED = EndorsementState.CONFIRMED
# Whoever was asked may withdraw at any time, before an issue and after it.
LAWFUL_MOVES: Mapping[EndorsementState, frozenset[EndorsementState]] = {
    _INVITED: frozenset(EndorsementState) - {_INVITED},
    EndorsementState.REMINDED: frozenset(EndorsementState) - {_INVITED},
    _CONFIRMED: frozenset({_WITHDRAWN}),
    EndorsementState.DECLINED: frozenset({_CONFIRMED, _INVITED, _WITHDRAWN}),
    EndorsementState.NO_ANSWER: frozenset(EndorsementState) - {EndorsementState.NO_ANSWER},
    _WITHDRAWN: frozenset({_CONFIRMED, _INVITED}),
}


@dataclass(frozen=True, slots=True)
class EndorserName:
    """An endorser's name in one language.

    `written` is the entry as it was handed in, kept byte for byte and printed as it is until
    somebody edits the name; empty where the name was typed into the desk.
    """

    name: str
    acronym: str = ""
    written: str = ""

    @property
    def printed(self) -> str:
        """What stands in a printed list."""
        if self.written:
            return self.written
        return f"{self.name} ({self.acronym})" if self.acronym else self.name


@dataclass(frozen=True, slots=True)
class Endorser:
    """An organisation, union, community or person in the registry.

    `also` are its aliases and former names: it is found by them, they are never printed.
    """

    id: str
    names: Mapping[str, EndorserName]
    kind: str = "ngo"
    province: str = ""
    notes: str = ""
    also: tuple[str, ...] = field(default=(), compare=False)

    @property
    def acronym(self) -> str:
        """The acronym, English first, then Khmer, else any."""
        order = (ENGLISH, KHMER, *self.names)
        found = (self.names[code].acronym for code in order if code in self.names)
        return next((acronym for acronym in found if acronym), "")


@dataclass(frozen=True, slots=True)
class Endorsement:
    """One endorser's answer for one statement.

    `edition_id` is the edition agreed to, `agreed_text` the SHA-256 of the exact text agreed to,
    which may have been no edition yet. `agreed_by` answered in the role `agreed_role` through
    `channel`. `code` comes back on a sign-on form. One that is `pinned` keeps its place when the
    list is put in order.
    """

    id: str
    statement_id: str
    endorser: Endorser
    position: int
    state: EndorsementState = EndorsementState.INVITED
    show_as: ShowAs = ShowAs.FULL
    edition_id: str | None = None
    answered_on: str = ""
    evidence: str = field(default="")
    agreed_text: str | None = None
    agreed_by: str = ""
    agreed_role: str = ""
    channel: str = ""
    code: str = ""
    pinned: bool = False

    @property
    def is_counted(self) -> bool:
        """Whether the endorser stands behind the statement."""
        return self.state is EndorsementState.CONFIRMED


def move(endorsement: Endorsement, state: EndorsementState) -> EndorsementState:
    """The new state, if the move to it is lawful.

    Raises:
        DeskError: the move is not lawful from where the endorsement stands.
    """
    if state not in LAWFUL_MOVES[endorsement.state]:
        raise DeskError(
            marked("An endorsement that is “{old}” cannot become “{new}”."),
            old=endorsement.state,
            new=state,
        )
    return state


def begun(state: EndorsementState) -> EndorsementState:
    """The state in which somebody comes onto a list.

    Raises:
        DeskError: only who was asked, or agreed, can withdraw.
    """
    if state is _WITHDRAWN:
        raise DeskError(marked("Who was never invited cannot withdraw."))
    return state
