"""The whole registry as a table: small rows, searched and put in order without the desk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from advocate_desk.language.khmer import fold
from advocate_desk.model.endorsement import Endorsement
from advocate_desk.model.kinds import EndorsementState, ShowAs
from advocate_desk.model.registry import EndorserRecord, MatchClass


class Registered(NamedTuple):
    """One endorser in a table.

    `searched` holds its names, acronyms and aliases folded; `khmer_place` and `english_place` are
    its places in the order of the names of a language. `is_withheld` in any statement.
    """

    id: str
    khmer: str
    english: str
    acronym: str
    kind: str
    province: str
    statements: int
    is_withheld: bool
    searched: str
    khmer_place: int = 0
    english_place: int = 0


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which endorsers are looked for: with all of the words, of a kind, in a province."""

    words: str = ""
    kind: str = ""
    province: str = ""


class RegistryOverview:
    """Every endorser of the registry, as it stood when it was read."""

    def __init__(self, rows: Sequence[Registered] = ()) -> None:
        self.rows = tuple(rows)
        self.provinces = tuple(sorted({row.province for row in self.rows if row.province}))
        self._by_id = {row.id: row for row in self.rows}
        self._texts = [row.searched for row in self.rows]

    def __len__(self) -> int:
        return len(self.rows)

    def get(self, endorser_id: str) -> Registered | None:
        """One endorser, if it was there."""
        return self._by_id.get(endorser_id)

    def in_order(self, key: Callable[[Registered], Any], *, descending: bool) -> RegistryOverview:
        """The same endorsers in another order."""
        return RegistryOverview(sorted(self.rows, key=key, reverse=descending))

    def found(self, wanted: Wanted) -> list[Registered]:
        """The endorsers that are looked for, in the order they stand in."""
        rows: Iterable[Registered] = self.rows
        first, *others = fold(wanted.words).split() or [""]
        if first:
            rows = [row for row, text in zip(rows, self._texts, strict=True) if first in text]
        for word in others:
            rows = [row for row in rows if word in row.searched]
        if wanted.kind:
            rows = [row for row in rows if row.kind == wanted.kind]
        if wanted.province:
            rows = [row for row in rows if row.province == wanted.province]
        return list(rows)


@dataclass(frozen=True, slots=True)
class Double:
    """Two records that may be one endorser, and why: a catalogue text and its arguments."""

    one_id: str
    other_id: str
    match_class: MatchClass
    reason: str = ""
    likeness: float = 0.0


@dataclass(frozen=True, slots=True)
class MergedAnswer:
    """What becomes of the answers of two records for one statement."""

    statement_id: str
    title: Mapping[str, str]
    of_kept: Endorsement | None
    of_other: Endorsement | None
    state: EndorsementState
    show_as: ShowAs

    @property
    def is_conflict(self) -> bool:
        """Whether both answered, and not alike."""
        both = self.of_kept, self.of_other
        return None not in both and len({one.state for one in both if one is not None}) > 1


@dataclass(frozen=True, slots=True)
class MergePlan:
    """Two records, and what would be left of them."""

    kept: EndorserRecord
    other: EndorserRecord
    merged: EndorserRecord
    answers: tuple[MergedAnswer, ...]

    @property
    def withheld_sides(self) -> tuple[bool, bool, bool]:
        """Whether the name of the kept one, of the other and of what is left is withheld."""
        kept, other = (
            any(one is not None and one.show_as is ShowAs.WITHHELD for one in side)
            for side in (
                [answer.of_kept for answer in self.answers],
                [answer.of_other for answer in self.answers],
            )
        )
        return kept, other, kept or other

    @property
    def is_withheld(self) -> bool:
        """Whether the name of one of them is withheld in a statement."""
        return self.withheld_sides[-1]
