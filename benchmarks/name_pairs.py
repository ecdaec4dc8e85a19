"""Pairs of names labelled by hand, and how well matching tells them apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from advocate_desk.desk.matching import Matcher
from advocate_desk.importers.endorser_entry import read_entry, split_acronym
from advocate_desk.language.khmer import has_khmer
from advocate_desk.model.registry import Match, MatchClass, NameKind, RegistryName

_FILE = Path(__file__).parent / "data" / "name_pairs.txt"
_SIGN = re.compile(r" ([+~<]) ")
_KINDS = {"+": NameKind.NAME, "~": NameKind.ALIAS, "<": NameKind.FORMER}
SUGGESTED = frozenset({MatchClass.SAME, MatchClass.PROBABLE})


@dataclass(frozen=True, slots=True)
class Pair:
    """A known organisation (names as in the file), an incoming name, and what a person says."""

    label: str
    known: str
    incoming: str
    section: str

    @property
    def is_same(self) -> bool:
        """Whether both are one organisation."""
        return self.label == "="

    @property
    def held_out(self) -> bool:
        """Whether the rules were made without looking at it."""
        return self.section.endswith("*")


@dataclass(frozen=True, slots=True)
class Judged:
    """What matching says of a pair."""

    pair: Pair
    match: Match

    @property
    def is_suggested(self) -> bool:
        """Whether the incoming name is taken for a known one, the right one or not."""
        return self.match.match_class in SUGGESTED

    @property
    def is_right(self) -> bool:
        """Whether it is taken for the right one."""
        return self.is_suggested and self.pair.is_same and self.match.endorser_id == self.pair.known


@dataclass(frozen=True, slots=True)
class Score:
    """Precision and recall, where same and probable are the positives."""

    judged: tuple[Judged, ...]

    @property
    def recall(self) -> float:
        """The share of pairs that are the same and were suggested."""
        same = [one for one in self.judged if one.pair.is_same]
        return sum(one.is_right for one in same) / len(same)

    @property
    def precision(self) -> float:
        """The share of suggestions that are right."""
        suggested = [one for one in self.judged if one.is_suggested]
        return sum(one.is_right for one in suggested) / len(suggested)

    @property
    def wrong(self) -> tuple[Judged, ...]:
        """What a person would say otherwise."""
        return tuple(
            one
            for one in self.judged
            if one.is_right is not one.pair.is_same or one.is_suggested is not one.pair.is_same
        )


@lru_cache(maxsize=1)
def labelled() -> tuple[Pair, ...]:
    """Every pair of the file."""
    return tuple(_pairs(_FILE.read_text("utf-8").splitlines()))


def _pairs(lines: Iterable[str]) -> Iterator[Pair]:
    section = ""
    for line in lines:
        if line.startswith("["):
            section = line[1:-1]
        elif line and not line.startswith("#"):
            label, known, incoming = line.split(" | ")
            yield Pair(label, known, incoming, section)


def names_of(known: str) -> Iterator[RegistryName]:
    """The names of a known organisation, which stands for itself as its own id."""
    parts = ["+", *_SIGN.split(known)]
    for sign, text in zip(parts[::2], parts[1::2], strict=True):
        name, acronym = split_acronym(text)
        language = "km" if has_khmer(name) else "en"
        yield RegistryName(known, language, name, acronym, _KINDS[sign])


def judge(pairs: Iterable[Pair]) -> Score:
    """What matching says of pairs, each against the known organisations of all of them."""
    chosen = tuple(pairs)
    everybody = dict.fromkeys(pair.known for pair in labelled())
    matcher = Matcher(name for known in everybody for name in names_of(known))
    found = matcher.match_all([read_entry(pair.incoming, 0) for pair in chosen])
    return Score(tuple(map(Judged, chosen, found)))
