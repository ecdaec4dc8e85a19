"""A sign-on form that came back: who it is of, and what somebody filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from advocate_desk.model.consent import Channel, Consent
from advocate_desk.model.draft import DraftNote


@dataclass(frozen=True, slots=True)
class FilledIn:
    """What stands in the fields of a form; empty where nothing was filled in or can be read.

    `edition_hash` is the beginning of the hash of the edition that was printed on the form.
    """

    who: str = ""
    role: str = ""
    on: str = ""
    names: Mapping[str, str] = field(default_factory=dict, repr=False)
    withhold: bool = False
    edition_hash: str = ""


@dataclass(frozen=True, slots=True)
class ReturnedForm:
    """A form as read, to be looked at before anything is written.

    `edition_id` is the edition agreed to, None where the form does not tell. `notes` say what
    a person should look at.
    """

    path: Path
    code: str
    endorsement_id: str
    statement_id: str
    filled: FilledIn
    edition_id: str | None = None
    edition_number: int = 0
    notes: tuple[DraftNote, ...] = ()

    @property
    def consent(self) -> Consent:
        """The answer as the form gives it."""
        filled = self.filled
        return Consent(filled.who, filled.role, Channel.FORM, filled.on, self.edition_id)
