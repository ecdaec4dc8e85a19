"""The registry of endorsers: every name an endorser goes by, and what an incoming name is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from advocate_desk.model.endorsement import Endorser


class NameKind(StrEnum):
    """Whether an endorser has a name now, is also called so, or was."""

    NAME = "name"
    ALIAS = "alias"
    FORMER = "former"


@dataclass(frozen=True, slots=True)
class RegistryName:
    """One name of one endorser, as incoming names are compared with it."""

    endorser_id: str
    language: str
    text: str
    acronym: str = ""
    kind: NameKind = NameKind.NAME


class MatchClass(StrEnum):
    """What an incoming name is to the registry.

    Only `SAME` is certain. A person decides about `PROBABLE` (most likely the same endorser) and
    `LOOK_ALIKE` (near alike, most likely another one, or made to be taken for it).
    """

    SAME = "same"
    PROBABLE = "probable"
    LOOK_ALIKE = "look-alike"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Match:
    """What an incoming entry is: the endorser it is like, and why (an untranslated text).

    `row` is its row in the source; `likeness` goes from 0 to 1.
    """

    row: int
    incoming: str
    match_class: MatchClass
    endorser_id: str | None = None
    endorser: str | None = None
    reason: str = ""
    arguments: Mapping[str, object] = field(default_factory=dict)
    likeness: float = 0.0


class EndorserKind(StrEnum):
    """What an endorser is; lists may be printed by kind."""

    NGO = "ngo"
    UNION = "union"
    FEDERATION = "federation"
    ASSOCIATION = "association"
    NETWORK = "network"
    COALITION = "coalition"
    COMMUNITY = "community"
    MEDIA = "media"
    SCHOOL = "school"
    PERSON = "person"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name an endorser is found by; it is never printed."""

    language: str
    name: str
    kind: NameKind = NameKind.ALIAS


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody who can be reached for an endorser; `messenger` is Signal, Telegram and the like."""

    name: str
    role: str = ""
    phone: str = ""
    messenger: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class EndorserRecord:
    """All that the registry keeps of an endorser.

    `coalition_ids` are the endorsers it is a member of, `member_ids` its own members.
    `sensitivity` says in the office's own words why care is needed; empty means nothing special.
    """

    endorser: Endorser
    aliases: tuple[Alias, ...] = ()
    contacts: tuple[Contact, ...] = ()
    coalition_ids: tuple[str, ...] = ()
    member_ids: tuple[str, ...] = ()
    sensitivity: str = ""


class Choice(StrEnum):
    """What a person, or a certain match, says about an incoming entry."""

    SAME = "same"
    NEW = "new"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Decision:
    """Who an incoming entry is: an endorser of the registry, a new one, or nobody for now.

    `complete` gives the endorser the languages and acronyms it lacks; `remember` keeps the
    incoming name as an alias, so that it is known the next time. An entry that is left out is
    listed with the `reason` (an untranslated text).
    """

    choice: Choice
    endorser_id: str | None = None
    complete: bool = False
    remember: bool = False
    reason: str = ""
    arguments: Mapping[str, object] = field(default_factory=dict)

    @classmethod
    def same_as(cls, endorser_id: str) -> Decision:
        """It is this endorser."""
        return cls(Choice.SAME, endorser_id)
