"""What one side of a block says that the other side has to say, too."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from enum import StrEnum

from advocate_desk.language.number_words import Value


class FactKind(StrEnum):
    """What is compared; each kind is a rule of its own, `parity_` and the kind."""

    NUMBER = "number"
    ORDINAL = "ordinal"
    YEAR = "year"
    PERCENT = "percent"
    MONEY = "money"
    DATE = "date"
    DATE_WORDING = "date_wording"
    LUNAR = "lunar"
    TIME = "time"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    PLACEHOLDER = "placeholder"
    FOOTNOTE = "footnote"
    ACRONYM = "acronym"
    NAME = "name"
    TERM = "term"
    QUOTATION = "quotation"
    ITEMS = "items"
    COPIED = "copied"
    SCRIPT = "script"
    LENGTH = "length"


AMOUNTS = (
    FactKind.NUMBER,
    FactKind.ORDINAL,
    FactKind.YEAR,
    FactKind.PERCENT,
    FactKind.MONEY,
)


@dataclass(frozen=True, slots=True)
class Fact:
    """A number, date, address … in a text; the other side has to hold one with a key in common.

    `text` is what stands in the text, at `start`. A small fact may answer one of the other side
    but is not missed there: the “one” of “one another”.
    """

    kind: FactKind
    keys: frozenset[Hashable]
    text: str
    start: int = 0
    is_small: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """A difference between the sides of one text; empty where a side has nothing to show."""

    kind: FactKind
    khmer: str
    english: str


def amount_keys(values: tuple[Value, ...], unit: str = "") -> frozenset[Hashable]:
    """The keys of an amount; numbers, ordinals and years share them, other units do not."""
    return frozenset((unit, value) for value in values)
