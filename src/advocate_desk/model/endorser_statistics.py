"""How many endorsers there are by kind, province and state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from advocate_desk.model.endorser_order import KINDS_IN_ORDER
from advocate_desk.model.kinds import EndorsementState, ShowAs


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a list: its name (a kind, province or state), its size, how many are confirmed."""

    name: str
    count: int
    confirmed: int = 0


@dataclass(frozen=True, slots=True)
class Tallied:
    """Endorsers that are alike in everything that is counted."""

    kind: str
    province: str
    count: int
    state: str = ""
    show_as: str = ShowAs.FULL.value


@dataclass(frozen=True, slots=True)
class EndorserStatistics:
    """Of the registry, or of a statement; of the registry nobody is confirmed or withheld.

    An endorser without a province has an empty name there. Kinds stand in the order of lists,
    provinces by size, states as answers come. `withheld` counts confirmed ones alone.
    """

    total: int
    confirmed: int
    withheld: int
    by_kind: tuple[Share, ...]
    by_province: tuple[Share, ...]
    by_state: tuple[Share, ...]

    @classmethod
    def of(cls, tallied: Sequence[Tallied]) -> EndorserStatistics:
        """The statistics of counted rows."""
        confirmed = [one for one in tallied if one.state == EndorsementState.CONFIRMED]
        kinds = [*map(str, KINDS_IN_ORDER)]
        states = [*map(str, EndorsementState)]
        return cls(
            _sum(tallied),
            _sum(confirmed),
            _sum(one for one in confirmed if one.show_as == ShowAs.WITHHELD),
            _in_order(_shares((one.kind, one) for one in tallied), kinds),
            _by_size(_shares((one.province, one) for one in tallied)),
            _in_order(_shares((one.state, one) for one in tallied if one.state), states),
        )


def _sum(tallied: Iterable[Tallied]) -> int:
    return sum(one.count for one in tallied)


def _shares(named: Iterable[tuple[str, Tallied]]) -> list[Share]:
    counts: Counter[str] = Counter()
    confirmed: Counter[str] = Counter()
    for name, one in named:
        counts[name] += one.count
        confirmed[name] += one.count if one.state == EndorsementState.CONFIRMED else 0
    return [Share(name, count, confirmed[name]) for name, count in counts.items()]


def _in_order(shares: Iterable[Share], order: Sequence[str]) -> tuple[Share, ...]:
    places = {name: at for at, name in enumerate(order)}
    return tuple(sorted(shares, key=lambda one: (places.get(one.name, len(places)), one.name)))


def _by_size(shares: Iterable[Share]) -> tuple[Share, ...]:
    """The largest first; those without a name last."""
    return tuple(sorted(shares, key=lambda one: (not one.name, -one.count, one.name)))
