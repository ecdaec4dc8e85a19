"""The labelled pairs of the parity check, as blocks, with the names and terms they mention."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from advocate_desk.model.endorsement import Endorsement, Endorser, EndorserName
from advocate_desk.model.kinds import EndorsementState
from advocate_desk.model.term import Term, Terms, TermText

_FILE = Path(__file__).with_name("data") / "parity_pairs.toml"


@dataclass(frozen=True, slots=True)
class Pair:
    """A text in both languages that says the same; `held_out` ones no rule was made from."""

    km: str
    en: str
    held_out: bool = False


@dataclass(frozen=True, slots=True)
class Labelled:
    """Everything in the file."""

    pairs: tuple[Pair, ...]
    endorsements: tuple[Endorsement, ...]
    terms: Terms

    @property
    def name_pairs(self) -> tuple[tuple[str, str], ...]:
        """Names in Khmer and English."""
        all_names = (one.endorser.names for one in self.endorsements)
        return tuple((names["km"].name, names["en"].name) for names in all_names)


@cache
def labelled() -> Labelled:
    """The file, read once."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return Labelled(
        tuple(_pair(one) for one in data["pairs"]),
        tuple(_endorsement(number, one) for number, one in enumerate(data["names"])),
        Terms(_term(number, one) for number, one in enumerate(data["terms"])),
    )


def _pair(one: dict[str, Any]) -> Pair:
    return Pair(one["km"].strip(), one["en"].strip(), one.get("held_out", False))


def _endorsement(number: int, one: dict[str, str]) -> Endorsement:
    acronym = one.get("acronym", "")
    names = {code: EndorserName(one[code], acronym) for code in ("km", "en")}
    endorser = Endorser(f"o{number}", names)
    return Endorsement(f"e{number}", "s", endorser, number, EndorsementState.CONFIRMED)


def _term(number: int, one: dict[str, str]) -> Term:
    texts = {code: TermText(one[code], one.get(f"{code}_acronym", "")) for code in ("km", "en")}
    return Term(f"t{number}", texts)
