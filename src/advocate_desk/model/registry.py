"""The registry of endorsers: every name an endorser goes by, and what an incoming name is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


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
