"""Two endorser lists of one statement, one a language, as one list with both names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from advocate_desk.model.draft import DraftEndorser


def paired_endorsers(
    first: Sequence[DraftEndorser], second: Sequence[DraftEndorser]
) -> tuple[DraftEndorser, ...]:
    """Both lists as one: entry by entry where they are equally long, else by acronym."""
    if len(first) == len(second) and _no_acronym_disagrees(first, second):
        return tuple(_both(a, b) for a, b in zip(first, second, strict=True))
    waiting = {entry.acronym: entry for entry in second if entry.acronym}
    paired = [_both(a, waiting.pop(a.acronym, None)) for a in first]
    alone = tuple(b for b in second if not b.acronym or b.acronym in waiting)
    return (*paired, *alone)


def _no_acronym_disagrees(first: Sequence[DraftEndorser], second: Sequence[DraftEndorser]) -> bool:
    """Whether no two entries at one place have different Latin acronyms."""
    pairs = zip(first, second, strict=True)
    return not any(
        a.acronym != b.acronym
        for a, b in pairs
        if a.acronym.isascii() and b.acronym.isascii() and a.acronym and b.acronym
    )


def _both(first: DraftEndorser, second: DraftEndorser | None) -> DraftEndorser:
    if second is None or set(first.written) & set(second.written):
        return first
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
