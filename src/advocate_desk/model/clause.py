"""Clauses of the library, their immutable revisions, and what is known about a clause."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from advocate_desk.model.kinds import BlockKind, ClauseStatus
from advocate_desk.model.statement import EMPTY, Rendition


class Target(StrEnum):
    """Who a clause asks for something; a clause may name others in a word of its own as well."""

    GOVERNMENT = "government"
    PARLIAMENT = "parliament"
    COURTS = "courts"
    LOCAL_AUTHORITIES = "local_authorities"
    ASEAN = "asean"
    UN = "un"
    SIGNATORY_STATES = "signatory_states"
    DONORS = "donors"
    COMPANIES = "companies"
    PLATFORMS = "platforms"
    MEDIA = "media"
    PUBLIC = "public"


class Variant(StrEnum):
    """What sets a clause apart from its siblings; a word of one's own does as well."""

    SHORT = "short"
    LONG = "long"
    SOFT = "soft"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class LegalText:
    """What a legal basis is called in one language."""

    treaty: str = ""
    article: str = ""
    place: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written."""
        return not (self.treaty or self.article or self.place)


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """A treaty or law a clause rests on; `signed_on` is an ISO date, a year alone, or empty."""

    texts: Mapping[str, LegalText]
    signed_on: str = ""


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of the library; `count` is how many offered clauses lie directly in it."""

    id: str
    name: str
    parent_id: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True)
class ClauseDetails:
    """What is known about a clause beside its texts; changing it makes no revision."""

    topic: str = ""
    folder_id: str = ""
    description: str = ""
    tags: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    legal_bases: tuple[LegalBasis, ...] = ()


@dataclass(frozen=True, slots=True)
class ClauseFilter:
    """Which clauses a search looks among; empty fields leave everything in.

    A folder means all folders in it as well; `folder_id` of `NO_FOLDER` means clauses in none.
    """

    folder_id: str = ""
    tag: str = ""
    topic: str = ""
    target: str = ""
    kind: BlockKind | None = None
    status: ClauseStatus | None = ClauseStatus.ACTIVE


NO_FOLDER = "-"
_LONGEST_NAME = 60
OFFERED = ClauseFilter()
EVERY_CLAUSE = ClauseFilter(status=None)


@dataclass(frozen=True, slots=True)
class ClauseRevision:
    """An immutable version of a clause; `number` counts from 1 within the clause.

    The states of its renditions are the newest that were signed off.
    """

    id: str
    clause_id: str
    number: int
    renditions: Mapping[str, Rendition] = field(default_factory=dict)
    created_at: str = ""
    note: str = ""
    author: str = ""

    def rendition(self, language: str) -> Rendition:
        """The text in a language, an empty one where nothing was written."""
        return self.renditions.get(language, EMPTY)


@dataclass(frozen=True, slots=True)
class Clause:
    """One reusable text; `used` counts the statements that hold a revision of it.

    Clauses with the same `variant_group` that is not empty are variants of each other; `variant`
    says what sets this one apart.
    """

    id: str
    kind: BlockKind
    latest: ClauseRevision
    topic: str = ""
    status: ClauseStatus = ClauseStatus.ACTIVE
    used: int = 0
    folder_id: str = ""
    description: str = ""
    tags: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    legal_bases: tuple[LegalBasis, ...] = ()
    variant_group: str = ""
    variant: str = ""

    def rendition(self, language: str) -> Rendition:
        """The newest text in a language, an empty one where nothing was written."""
        return self.latest.rendition(language)

    @property
    def details(self) -> ClauseDetails:
        """What is known about the clause beside its texts."""
        return ClauseDetails(
            self.topic,
            self.folder_id,
            self.description,
            self.tags,
            self.targets,
            self.legal_bases,
        )

    @property
    def name(self) -> str:
        """What the clause is called in a message: its first heading, else how a text begins."""
        sides = [side for _, side in sorted(self.latest.renditions.items())]
        texts = [side.heading for side in sides] + [side.body for side in sides]
        first = next((line for line in map(_one_line, texts) if line), "")
        return first if len(first) <= _LONGEST_NAME else f"{first[:_LONGEST_NAME]}…"


@dataclass(frozen=True, slots=True)
class Likeness:
    """A clause whose text in a language is nearly the same; `percent` is 100 for the same."""

    clause: Clause
    language: str
    percent: int


@dataclass(frozen=True, slots=True)
class EditionUse:
    """An edition that holds a clause; `confirmed` endorsers agreed to exactly this edition."""

    edition_id: str
    number: int
    adopted_at: str
    issued_at: str = ""
    confirmed: int = 0


@dataclass(frozen=True, slots=True)
class ClauseUse:
    """A statement that holds a revision of a clause, or whose editions do.

    `block_id` is empty and `number` 0 where only an edition still holds it. `confirmed` counts the
    statement's confirmed endorsers, withheld ones as well.
    """

    statement_id: str
    title: Mapping[str, str]
    block_id: str = ""
    number: int = 0
    edited: bool = False
    confirmed: int = 0
    editions: tuple[EditionUse, ...] = ()


@dataclass(frozen=True, slots=True)
class NewerRevision:
    """What the library offers a block: `newest` in the place of the `pinned` revision."""

    block_id: str
    clause_id: str
    pinned: ClauseRevision
    newest: ClauseRevision
    edited: bool = False


def _one_line(text: str) -> str:
    return " ".join(text.split())
