"""A list of endorsers before it is added: what each row is to the registry, and what is offered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from advocate_desk.desk.adding_matched import ON_THE_LIST, REPEATED, repeated
from advocate_desk.desk.matching import Matcher, repeats
from advocate_desk.desk.verbs import Verbs
from advocate_desk.model.dirt.entry_fixes import OfferedEntry, offered_entries
from advocate_desk.model.draft import DraftEndorsers
from advocate_desk.model.registry import Match, MatchClass

Reason = tuple[str, Mapping[str, object]]
_KNOWN = {MatchClass.SAME, MatchClass.PROBABLE}


@dataclass(frozen=True, slots=True)
class ListPreview:
    """Row to match, row to the reason why it cannot be added, row to the corrections offered.

    A match without an endorser is an earlier row of the same list. `on_list` are the endorsers
    that are on the statement's list, `withheld` those whose name is withheld somewhere.
    """

    matches: Mapping[int, Match] = field(default_factory=dict)
    settled: Mapping[int, Reason] = field(default_factory=dict)
    offers: Mapping[int, tuple[OfferedEntry, ...]] = field(default_factory=dict)
    on_list: frozenset[str] = frozenset()
    withheld: frozenset[str] = frozenset()


NO_PREVIEW = ListPreview()


def corrected(
    draft: DraftEndorsers, offers: Mapping[int, tuple[OfferedEntry, ...]]
) -> DraftEndorsers:
    """The list with the corrections somebody took; every other entry stays as it was handed in."""
    from advocate_desk.importers.endorser_entry import reworded_entry

    entries = (
        reworded_entry(one, {offer.language: offer.after for offer in offers[one.row]})
        if one.row in offers
        else one
        for one in draft.endorsers
    )
    return replace(draft, endorsers=tuple(entries))


class ListPreviewing(Verbs):
    """Reads only; slow for long lists, so it is for a worker and its twin of the desk."""

    def preview(
        self,
        statement_id: str,
        draft: DraftEndorsers,
        matcher: Matcher,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> ListPreview:
        """What each entry of a list is; ends early, with less, when it is cancelled."""
        on_list = frozenset(e.endorser.id for e in self._file.endorsements.of(statement_id))
        matches = {match.row: match for match in matcher.match_all(draft.endorsers, cancelled)}
        if cancelled():
            return NO_PREVIEW
        for row, earlier in repeats(draft.endorsers).items():
            if matches[row].match_class not in _KNOWN:
                matches[row] = earlier
        settled: dict[int, Reason] = {
            row: (ON_THE_LIST, {})
            for row, match in matches.items()
            if match.match_class is MatchClass.SAME and match.endorser_id in on_list
        }
        settled |= {
            row: (REPEATED, {"earlier": earlier})
            for row, earlier in repeated(draft.endorsers).items()
        }
        withheld = frozenset(self._file.registry.withheld_ids())
        return ListPreview(matches, settled, offered_entries(draft.endorsers), on_list, withheld)
