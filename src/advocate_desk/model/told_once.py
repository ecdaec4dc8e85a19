"""What two rules see in one place is told once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from advocate_desk.model.finding import Finding

_WORDING, _SLIP = "parity_date_wording", "english_slip"


def told_once(found: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings about a block, “in January 14” only where Khmer's day stands beside it.

    The finding that shows both values stays, and takes over the correction of the other one.
    """
    wordings = [one for one in found if one.rule == _WORDING]
    if not wordings:
        return tuple(found)
    slips = {id(one): _slip_of(one, found) for one in wordings}
    gone = {id(slip) for slip in slips.values() if slip is not None}
    return tuple(_with_fix(one, slips.get(id(one))) for one in found if id(one) not in gone)


def _with_fix(finding: Finding, slip: Finding | None) -> Finding:
    return finding if slip is None else replace(finding, fix=slip.fix, matched=slip.matched)


def _slip_of(wording: Finding, found: Sequence[Finding]) -> Finding | None:
    """The slip whose correction begins where the wording begins."""
    words = str(wording.arguments["english"]).split()
    for one in found:
        if one.rule == _SLIP and one.fix is not None and one.field == wording.field:
            after = one.fix.text[one.fix.start :].split()
            if after[: len(words) - 1] == words[:-1]:  # a comma may stand behind the last one
                return one
    return None
