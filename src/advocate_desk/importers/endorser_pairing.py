"""Two endorser lists of one statement, one a language, as one list with both names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from advocate_desk.model.draft import DraftEndorser


def paired_endorsers(
    first: Sequence[DraftEndorser], second: Sequence[DraftEndorser]
) -> tuple[DraftEndorser, ...]:
    """Both lists as one: entry by entry where they are equally long, else by acronym."""
    if len(first) == len(second) and all(map(_may_be_one, first, second)):
        return tuple(_both(a, b) for a, b in zip(first, second, strict=True))
    waiting = list(second)
    paired: list[DraftEndorser] = []
    for entry in first:
        other = next((b for b in waiting if _is_other_name(entry, b)), None)
        if other:
            waiting.remove(other)
        paired.append(_both(entry, other) if other else entry)
    return (*paired, *waiting)


def _is_other_name(first: DraftEndorser, second: DraftEndorser) -> bool:
    """Whether two entries have one acronym, or say the same, and can be one."""
    is_same = bool(first.acronym) and first.acronym == second.acronym
    return (is_same or first.written == second.written) and _may_be_one(first, second)


def _may_be_one(first: DraftEndorser, second: DraftEndorser) -> bool:
    """Whether two entries can be one: no language says two things, nor do Latin acronyms.

    A list in Khmer often leaves a name in English that nobody translated; then both say the same.
    """
    shared = set(first.written) & set(second.written)
    if any(first.written[code] != second.written[code] for code in shared):
        return False
    latin = {short for short in (first.acronym, second.acronym) if short and short.isascii()}
    return len(latin) < 2


def _both(first: DraftEndorser, second: DraftEndorser) -> DraftEndorser:
    return replace(
        first,
        written={**first.written, **second.written},
        name={**first.name, **second.name},
        acronym=_better(first.acronym, second.acronym),
    )


def _better(first: str, second: str) -> str:
    """The Latin acronym of the two, as a registry sorts and searches by it."""
    latin = (acronym for acronym in (first, second) if acronym and acronym.isascii())
    return next(latin, first or second)
