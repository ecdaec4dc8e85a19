"""Names in a list that look mistyped: shown to the user, never corrected."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from advocate_desk.model.marked import marked

_WORD = re.compile(r"[a-z]{5,}")


def name_hints(entries: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Entry to the catalogue texts of what is odd about it; entries without a hint are left out."""
    words = Counter(word for entry in entries for word in set(_words(entry)))
    hints = {entry: _hints(entry, words) for entry in entries}
    return {entry: found for entry, found in hints.items() if found}


def _hints(entry: str, words: Counter[str]) -> tuple[str, ...]:
    found = [message for is_odd, message in _SHAPES if is_odd(entry)]
    if any(_is_slip(word, words) for word in _words(entry)):
        found.append(marked("The entry of endorser {position} may have a mistyped word."))
    return tuple(found)


def _words(entry: str) -> list[str]:
    return _WORD.findall(entry.lower())


def _is_slip(word: str, words: Counter[str]) -> bool:
    """A word that stands once and is one letter away from a word that stands often."""
    return words[word] == 1 and any(
        words[other] >= 3 and _one_letter_less(word, other) for other in words if other != word
    )


def _one_letter_less(word: str, other: str) -> bool:
    """Whether one letter doubled or dropped, not a plural or an ending, makes one the other."""
    longer, shorter = sorted((word, other), key=len, reverse=True)
    if len(longer) != len(shorter) + 1:
        return False
    dropped = [i for i in range(len(longer)) if longer[:i] + longer[i + 1 :] == shorter]
    if not dropped:
        return False
    doubled = len(dropped) > 1
    return doubled or dropped[-1] < len(longer) - 1


_SHAPES: tuple[tuple[Callable[[str], bool], str], ...] = (
    (
        lambda entry: re.search(r"\w\(", entry) is not None,
        marked("The entry of endorser {position} has no space before the bracket."),
    ),
    (
        lambda entry: re.search(r"[a-z]\.$", entry) is not None,
        marked("The entry of endorser {position} ends in a full stop."),
    ),
    (
        lambda entry: entry != entry.strip() or "  " in entry,
        marked("The entry of endorser {position} has spaces that are not seen."),
    ),
)
