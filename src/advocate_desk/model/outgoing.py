"""What is chosen for lists, labels and forms that leave the desk, and what is in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from advocate_desk.model.kinds import ENGLISH, KHMER
from advocate_desk.model.registry import Contact


class WithheldRows(StrEnum):
    """Whether a withheld endorser has no row at all in a list, or one without its name."""

    LEFT_OUT = "left-out"
    MASKED = "masked"


class LabelGrid(StrEnum):
    """How many labels stand on an A4 sheet: columns by rows."""

    TWO_BY_SEVEN = "2x7"
    THREE_BY_EIGHT = "3x8"


class FormText(StrEnum):
    """How much of the statement stands on a sign-on form."""

    DEMANDS = "demands"
    FULL = "full"


class FormsFor(StrEnum):
    """Who gets a sign-on form: who has not answered, who agreed to an earlier text, or all."""

    OPEN = "open"
    OUTDATED = "outdated"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class ListOptions:
    """How a list of endorsers is written; `language` is that of its headers and words.

    Contacts, and who answered, are personal: they go out only where `contacts` says so.
    """

    language: str = ENGLISH
    withheld: WithheldRows = WithheldRows.LEFT_OUT
    contacts: bool = False
    only_confirmed: bool = False


@dataclass(frozen=True, slots=True)
class LabelOptions:
    """How address labels are written; `language` is the one names are taken from first."""

    language: str = KHMER
    grid: LabelGrid = LabelGrid.TWO_BY_SEVEN
    only_confirmed: bool = False


@dataclass(frozen=True, slots=True)
class FormOptions:
    """What stands on sign-on forms; no edition means the newest.

    The name of a withheld endorser stands on its own form only where `withheld_names` says so.
    """

    edition_id: str = ""
    text: FormText = FormText.DEMANDS
    wanted: FormsFor = FormsFor.OPEN
    withheld_names: bool = False


@dataclass(frozen=True, slots=True)
class OutRow:
    """An endorser on its way out; of one that is masked nothing stands here but the state."""

    names: Mapping[str, str] = field(repr=False)
    acronym: str = field(default="", repr=False)
    kind: str = ""
    province: str = ""
    state: str = ""
    answered_on: str = ""
    agreed_by: str = field(default="", repr=False)
    agreed_role: str = ""
    code: str = ""
    contacts: tuple[Contact, ...] = field(default=(), repr=False)
    is_masked: bool = False


@dataclass(frozen=True, slots=True)
class OutList:
    """The rows of a list, and how many withheld endorsers it is silent about or masks.

    `of_statement` tells a statement's list, with answers, from that of the registry.
    """

    rows: tuple[OutRow, ...]
    withheld: int
    of_statement: bool

    @property
    def total(self) -> int:
        """All endorsers, the withheld ones with them."""
        masked = sum(1 for row in self.rows if row.is_masked)
        return len(self.rows) - masked + self.withheld


@dataclass(frozen=True, slots=True)
class WrittenOut:
    """What was written: how many rows, labels or forms, and how many names were withheld."""

    path: Path
    count: int
    withheld: int = 0
