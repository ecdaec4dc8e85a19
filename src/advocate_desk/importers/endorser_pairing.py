"""Two endorser lists of one statement, one a language, as one list with both names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from advocate_desk.model.draft import DraftEndorser

_MOST_ALIKE = 50


def paired_endorsers(
    first: Sequence[DraftEndorser], second: Sequence[DraftEndorser]
) -> tuple[DraftEndorser, ...]:
    """Both lists as one: entry by entry where they are equally long, else by acronym."""
    if len(first) == len(second) and all(map(_may_be_one, first, second)):
        return tuple(_both(a, b) for a, b in zip(first, second, strict=True))
    keyed: dict[str, list[int]] = {}
    for at, entry in enumerate(second):
        for key in _keys(entry):
            keyed.setdefault(key, []).append(at)
    left = dict(enumerate(second))
    paired = [_with_other(entry, keyed, left) for entry in first]
    return (*paired, *left.values())


def _keys(entry: DraftEndorser) -> set[str]:
    """By what an entry is known in the other list: its acronym, or the very same words."""
    return {key for key in (entry.acronym, *entry.written.values()) if key}


def _with_other(
    entry: DraftEndorser, keyed: dict[str, list[int]], left: dict[int, DraftEndorser]
) -> DraftEndorser:
    """An entry with the first one in the other list that can be the same."""
    places = sorted({at for key in _keys(entry) for at in keyed.get(key, ())[:_MOST_ALIKE]})
    for at in places:
        if at in left and _may_be_one(entry, left[at]):
            return _both(entry, left.pop(at))
    return entry


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
