"""What the window of the registry reads: the table, what a name may be, doubles, a merge ahead."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from advocate_desk.desk.matching import Matcher
from advocate_desk.desk.name_likeness import SPOOFED
from advocate_desk.desk.verbs import Verbs
from advocate_desk.language.collation import sort_key
from advocate_desk.model.draft import DraftEndorser
from advocate_desk.model.endorsement import Endorsement
from advocate_desk.model.endorser_statistics import EndorserStatistics
from advocate_desk.model.kinds import ENGLISH, KHMER, EndorsementState, ShowAs
from advocate_desk.model.registry import Match, MatchClass
from advocate_desk.model.registry_overview import (
    Double,
    MergedAnswer,
    Registered,
    RegistryOverview,
)

# Of two answers of one endorser for one statement, the one that says most is kept.
_FIRMNESS = {
    EndorsementState.WITHDRAWN: 5,
    EndorsementState.CONFIRMED: 4,
    EndorsementState.DECLINED: 3,
    EndorsementState.REMINDED: 2,
    EndorsementState.INVITED: 1,
}
Progress = Callable[[int, int], None]
_STEP = 200


class RegistryReading(Verbs):
    """Verbs that change nothing; the slow ones are for a worker and its twin of the desk."""

    def overview(self, *, in_order: bool = True) -> RegistryOverview:
        """Every endorser as a row of a table, by its English name, with its place in either order.

        Putting tens of thousands of names in the order of a language takes seconds; the order of
        their letters does for a first look.
        """
        rows = self._file.registry.overview()
        key = sort_key if in_order else _by_letters
        khmer = _places([row.khmer for row in rows], KHMER, key)
        english = _places([row.english for row in rows], ENGLISH, key)
        placed = [
            row._replace(khmer_place=one, english_place=other)
            for row, one, other in zip(rows, khmer, english, strict=True)
        ]
        return RegistryOverview(sorted(placed, key=_by_english))

    def count(self) -> int:
        """How many endorsers the registry has."""
        return self._file.endorsers.count()

    def statistics(self, statement_id: str = "") -> EndorserStatistics:
        """How many there are of each kind, in each province and with each answer.

        Of one statement, or of the whole registry where nobody answered anything.
        """
        return EndorserStatistics.of(self._file.registry.tallied(statement_id))

    def withheld_ids(self) -> frozenset[str]:
        """The endorsers whose name is withheld in some statement, to be masked wherever shown."""
        return self._file.registry.withheld_ids()

    def matcher(self) -> Matcher:
        """What tells which endorsers of the registry, as it stands now, a name may be."""
        return Matcher(self._file.registry.all_names())

    def doubles(
        self,
        limit: int = 300,
        cancelled: Callable[[], bool] = lambda: False,
        progress: Progress = lambda _done, _total: None,
    ) -> tuple[Double, ...]:
        """The pairs that are most likely one endorser, and spoofs, the likeliest first.

        Pairs somebody said are not the same are left out. Slow: every name is compared.
        """
        registry = self._file.registry
        matcher, distinct = self.matcher(), registry.distinct()
        drafts = _drafts(registry.overview())
        found: dict[tuple[str, str], Match] = {}
        for number, (endorser_id, draft) in enumerate(drafts):
            if number % _STEP == 0:
                progress(number, len(drafts))
            if cancelled():
                break
            match = matcher.likest(draft, _others(endorser_id, distinct))
            if _is_double(match) and match.endorser_id is not None:
                found.setdefault(_pair(endorser_id, match.endorser_id), match)
        best = sorted(found.items(), key=lambda item: -item[1].likeness)[:limit]
        return tuple(
            Double(*pair, match.match_class, match.reason, match.likeness) for pair, match in best
        )

    def _answers(self, kept_id: str, other_id: str) -> tuple[MergedAnswer, ...]:
        """What becomes of the answers of two records, statement by statement."""
        by_endorser = self._file.endorsements.by_endorser
        of_kept = {one.statement_id: one for one in by_endorser(kept_id)}
        of_other = {one.statement_id: one for one in by_endorser(other_id)}
        titles = {summary.id: summary.title for summary in self._file.statements.all()}
        wanted = [one for one in titles if one in of_kept or one in of_other]
        return tuple(
            _merged_answer(of_kept.get(one), of_other.get(one), titles[one]) for one in wanted
        )


def firmer_first(one: Endorsement, other: Endorsement) -> tuple[Endorsement, Endorsement]:
    """Two answers for one statement: the one that is kept, then the one that joins it."""
    if _FIRMNESS.get(other.state, 0) > _FIRMNESS.get(one.state, 0):
        return other, one
    return one, other


def _merged_answer(
    of_kept: Endorsement | None, of_other: Endorsement | None, title: Mapping[str, str]
) -> MergedAnswer:
    there = [one for one in (of_kept, of_other) if one is not None]
    firmest = firmer_first(there[0], there[-1])[0]
    hidden = any(one.show_as is ShowAs.WITHHELD for one in there)
    show_as = ShowAs.WITHHELD if hidden else ShowAs.FULL
    return MergedAnswer(firmest.statement_id, title, of_kept, of_other, firmest.state, show_as)


def _places(names: Sequence[str], language: str, key: Callable[[str, str], object]) -> list[int]:
    """The place of each name in the order of a language; those without a name come last."""
    keys: list[Any] = [(not name, key(name, language)) for name in names]
    order = sorted(range(len(names)), key=keys.__getitem__)
    places = [0] * len(names)
    for place, at in enumerate(order):
        places[at] = place
    return places


def _by_letters(name: str, _language: str) -> str:
    return name.casefold()


def _by_english(row: Registered) -> tuple[bool, int, int]:
    return not row.english, row.english_place, row.khmer_place


def _drafts(rows: Sequence[Registered]) -> list[tuple[str, DraftEndorser]]:
    return [(row.id, _draft(row)) for row in rows]


def _draft(row: Registered) -> DraftEndorser:
    both = ((KHMER, row.khmer), (ENGLISH, row.english))
    names = {code: name for code, name in both if name}
    return DraftEndorser(names, names, row.acronym)


def _pair(one_id: str, other_id: str) -> tuple[str, str]:
    return (one_id, other_id) if one_id < other_id else (other_id, one_id)


def _others(endorser_id: str, distinct: frozenset[tuple[str, str]]) -> Callable[[str], bool]:
    def is_wanted(other_id: str) -> bool:
        return other_id != endorser_id and _pair(endorser_id, other_id) not in distinct

    return is_wanted


def _is_double(match: Match) -> bool:
    """Near names are many and mostly right; a disguised one is a double to be looked at."""
    if match.match_class is MatchClass.LOOK_ALIKE:
        return match.reason == SPOOFED
    return match.match_class in {MatchClass.SAME, MatchClass.PROBABLE}
