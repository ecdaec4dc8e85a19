"""Endorser lists on the command line: what is certain is recorded, the rest is for a person."""

from __future__ import annotations

from advocate_desk.cli.shapes import Row
from advocate_desk.desk.desk import Desk
from advocate_desk.desk.redaction import mark
from advocate_desk.language.catalog import current
from advocate_desk.model.draft import DraftEndorser, DraftEndorsers, ListedRow
from advocate_desk.model.errors import DeskError
from advocate_desk.model.marked import marked
from advocate_desk.model.registry import Choice, Decision, Match, MatchClass
from advocate_desk.model.sentences import filled

_KNOWN = {MatchClass.SAME, MatchClass.PROBABLE}


def import_endorsers(desk: Desk, draft: DraftEndorsers, into: str) -> Row:
    """Add the certain rows of a list to a statement; how every row fared, in the printed shape.

    Raises:
        DeskError: there is no such statement.
    """
    from advocate_desk.desk.matching import repeats

    matches = desk.registry.matcher().match_all(draft.endorsers)
    masking = _Masking(desk, draft)
    within = repeats(draft.endorsers)
    found = [_with_repeat(match, within.get(match.row)) for match in matches]
    decisions = {match.row: _decision(match, masking) for match in found}
    added = desk.endorsing.add_matched(into, draft, decisions)
    by_row = {match.row: match for match in found}
    return {
        "rows": draft.rows,
        "accepted": len(added.made),
        "listed": [_listed(row, by_row.get(row.row), masking) for row in added.listed],
        "matches": [_shown(match, masking) for match in found],
    }


def refuse_without_statement(into: str) -> None:
    """A list goes into a statement.

    Raises:
        DeskError: none was named.
    """
    if not into:
        raise DeskError(
            marked("An endorser list goes into a statement; name it with “{option}”."),
            option="--into ID",
        )


class _Masking:
    """Names that are withheld anywhere are printed nowhere."""

    def __init__(self, desk: Desk, draft: DraftEndorsers) -> None:
        self._withheld = desk.endorsing.withheld_endorsers()
        hidden = [one for one in draft.endorsers if one.is_withheld]
        self._rows = frozenset(one.row for one in hidden)
        self._names = frozenset(text for one in hidden for text in _texts(one))

    def name(self, match: Match) -> str | None:
        """The matched endorser's name, or a mark in its place."""
        is_hidden = match.endorser_id in self._withheld or match.endorser in self._names
        return mark(current()) if is_hidden else match.endorser

    def incoming(self, match: Match) -> str:
        """The entry as read, unless that would tell the matched name."""
        is_hidden = match.row in self._rows or match.endorser in self._names
        return (
            mark(current()) if is_hidden or match.endorser_id in self._withheld else match.incoming
        )

    def arguments(self, match: Match) -> dict[str, object]:
        """What fills the sentence that says why it was matched."""
        return {**match.arguments, "endorser": self.name(match) or ""}


def _texts(entry: DraftEndorser) -> tuple[str, ...]:
    return (*entry.written.values(), *entry.name.values(), entry.acronym)


def _with_repeat(match: Match, earlier: Match | None) -> Match:
    """What a row is to an earlier row of its list counts where the registry knows nothing of it."""
    return earlier if earlier is not None and match.match_class not in _KNOWN else match


def _decision(match: Match, masking: _Masking) -> Decision:
    if match.match_class is MatchClass.NEW:
        return Decision(Choice.NEW)
    if match.match_class is MatchClass.SAME and match.endorser_id is not None:
        return Decision.same_as(match.endorser_id)
    return Decision(Choice.SKIP, reason=match.reason, arguments=masking.arguments(match))


def _shown(match: Match, masking: _Masking) -> Row:
    return {
        "row": match.row,
        "incoming": masking.incoming(match),
        "class": match.match_class.value,
        "endorser": masking.name(match),
        "reason": filled(match.reason, masking.arguments(match)),
    }


def _listed(row: ListedRow, match: Match | None, masking: _Masking) -> Row:
    text = row.text if match is None else masking.incoming(match)
    return {"row": row.row, "text": text, "reason": filled(row.reason, row.arguments)}
