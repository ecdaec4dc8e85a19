"""What stands above the text of a document: a leading organisation, logos, or the State's name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class HeaderKind(StrEnum):
    """Who the page speaks for; `STATE` is for petitions and letters to authorities only."""

    NONE = "none"
    LEAD = "lead"
    LOGOS = "logos"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class Logo:
    """A PNG or JPEG without metadata (`model/pictures.py` makes them), its size in pixels."""

    name: str
    data: bytes = field(repr=False)
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class Header:
    """`organisation` and `lines` (address, telephone; parted by line feeds) per language.

    They stand beside the first logo (`LEAD`); all logos stand in a row (`LOGOS`).
    """

    kind: HeaderKind = HeaderKind.NONE
    organisation: Mapping[str, str] = field(default_factory=dict, hash=False)
    lines: Mapping[str, str] = field(default_factory=dict, hash=False)
    logos: tuple[Logo, ...] = ()


NO_HEADER = Header()
