"""What is different between two texts, in words a reader sees.

Khmer is compared by the words of the segmenter, everything else by words, numbers, spaces and
single signs. A difference never begins or ends inside a Khmer cluster, nor inside a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Literal, NamedTuple

from advocate_desk.language.breaks import soft_breaks
from advocate_desk.language.khmer import KHMER, clusters, has_khmer

Kind = Literal["same", "removed", "added"]
SAME: Kind = "same"
REMOVED: Kind = "removed"
ADDED: Kind = "added"

_LINES_SPACES_REST = re.compile(r"\n+|[^\S\n]+|\S+")
_OTHER = f"[^\\W{KHMER}]"
_MARK = "[\u0300-\u036f]"
# A figure with its separators, a stretch of Khmer, a word with its apostrophes and hyphens, a sign.
_TOKEN = re.compile(
    rf"\d+(?:[.,]\d+)*{_OTHER}*%?|[\u1780-\u17d3\u17d7\u17dd\u200c\u200d\u2060]+"
    rf"|{_OTHER}(?:{_OTHER}|{_MARK}|[’'\u2010\u2011-](?={_OTHER}))*|.",
    re.DOTALL,
)
_IS_KHMER = re.compile("[\u1780-\u17d3\u17d7\u17dd]")
_ENDERS = tuple(".!?។៕")
_FARTHEST = 400
_MOST_TOKENS = 3_000
_MOST_WORDS_OF_AN_ISLAND = 3


class Difference(NamedTuple):
    """A stretch of text that both have, that only the earlier has, or that only the later has."""

    kind: Kind
    text: str


class _Change(NamedTuple):
    """A stretch of the earlier text and what stands in its place, both as offsets."""

    start: int
    end: int
    new_start: int
    new_end: int

    @property
    def size(self) -> int:
        """The characters of the longer side."""
        return max(self.end - self.start, self.new_end - self.new_start)


def differences(before: str, after: str) -> tuple[Difference, ...]:
    """The later text told as changes of the earlier one, removals before additions."""
    if before == after:
        return (Difference(SAME, before),) if before else ()
    return _remembered(before, after)


def three_way(base: str, ours: str, theirs: str) -> str | None:
    """A text with the changes of both sides; nothing when they touch the same words."""
    if ours in {base, theirs}:
        return theirs
    if theirs == base:
        return ours
    merged: list[str] = []
    done = 0
    for change, text in _both(base, ours, theirs):
        if change.start < done or (merged and change.start == done):
            return None
        merged += (base[done : change.start], text)
        done = change.end
    return "".join((*merged, base[done:]))


def _both(base: str, ours: str, theirs: str) -> list[tuple[_Change, str]]:
    """The changes of both sides in the order of the base; the same change counts once."""
    found: dict[tuple[int, int, str], _Change] = {}
    for text in (ours, theirs):
        for change in _changes(base, text):
            new = text[change.new_start : change.new_end]
            found.setdefault((change.start, change.end, new), change)
    return [(change, key[2]) for key, change in sorted(found.items())]


@lru_cache(maxsize=512)
def _remembered(before: str, after: str) -> tuple[Difference, ...]:
    bounds = _bounds(words(before)), _bounds(words(after))
    placed = _placed(_changes(before, after), before, after, bounds)
    return tuple(_told(before, after, _without_islands(before, placed)))


Bounds = tuple[frozenset[int], frozenset[int]]


def _bounds(tokens: tuple[str, ...]) -> frozenset[int]:
    return frozenset((0, *accumulate(map(len, tokens))))


def _told(before: str, after: str, changes: Iterable[_Change]) -> Iterator[Difference]:
    done = 0
    for change in changes:
        if change.start > done:
            yield Difference(SAME, before[done : change.start])
        if change.end > change.start:
            yield Difference(REMOVED, before[change.start : change.end])
        if change.new_end > change.new_start:
            yield Difference(ADDED, after[change.new_start : change.new_end])
        done = change.end
    if done < len(before):
        yield Difference(SAME, before[done:])


# Words


def words(text: str) -> tuple[str, ...]:
    """The words, spaces and signs a text is compared by; joined they are the text."""
    return tuple(token for stretch in _LINES_SPACES_REST.findall(text) for token in _words(stretch))


@lru_cache(maxsize=8192)
def _words(stretch: str) -> tuple[str, ...]:
    """The words of what stands between two spaces: always the same, whatever stands around it."""
    if stretch.isspace():
        return (stretch,)
    bounds = {match.end() for match in _TOKEN.finditer(stretch)}
    if has_khmer(stretch):
        bounds = (bounds | set(soft_breaks(stretch))) & _edges(stretch)
    inner = sorted(bounds - {len(stretch)})
    return tuple(stretch[a:b] for a, b in pairwise((0, *inner, len(stretch))))


def _edges(text: str) -> set[int]:
    """The offsets behind each cluster."""
    return set(accumulate(len(cluster) for cluster in clusters(text)))


# Changes


def _changes(before: str, after: str) -> list[_Change]:
    """Where the later text has other words, in order; what moved is removed and added."""
    old, new = words(before), words(after)
    old_at = (0, *accumulate(map(len, old)))
    new_at = (0, *accumulate(map(len, new)))
    bounds = _bounds(old), _bounds(new)
    found = (_Change(old_at[a], old_at[b], new_at[c], new_at[d]) for a, b, c, d in _spans(old, new))
    trimmed = (_trimmed(change, before, after, bounds) for change in found)
    return [change for change in trimmed if change.size]


def _spans(old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[tuple[int, int, int, int]]:
    """The stretches of words that differ: from, to in the old ones, from, to in the new ones."""
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    first, second = old[start : len(old) - end], new[start : len(new) - end]
    if max(len(first), len(second)) > _MOST_TOKENS:
        found = _spans_of_lines(first, second)
    else:
        matcher = SequenceMatcher(str.isspace, first, second, autojunk=False)
        found = ((a, b, c, d) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal")
    for a, b, c, d in found:
        yield start + a, start + b, start + c, start + d


def _spans_of_lines(
    old: tuple[str, ...], new: tuple[str, ...]
) -> Iterator[tuple[int, int, int, int]]:
    """Texts as long as books are compared by lines."""
    first, second = _lines(old), _lines(new)
    old_at = (0, *accumulate(map(len, first)))
    new_at = (0, *accumulate(map(len, second)))
    for tag, a, b, c, d in SequenceMatcher(None, first, second).get_opcodes():
        if tag != "equal":
            yield old_at[a], old_at[b], new_at[c], new_at[d]


def _lines(tokens: tuple[str, ...]) -> list[tuple[str, ...]]:
    ends = [at + 1 for at, token in enumerate(tokens) if token.startswith("\n")]
    return [tokens[a:b] for a, b in pairwise((0, *ends, len(tokens))) if b > a]


def _common(first: tuple[str, ...], second: tuple[str, ...]) -> int:
    shorter = min(len(first), len(second))
    return next((at for at in range(shorter) if first[at] != second[at]), shorter)


# The segmenter may part the same letters in two ways


def _trimmed(change: _Change, before: str, after: str, bounds: Bounds) -> _Change:
    """The change without the Khmer words that begin or end it on both sides."""
    old, new = before[change.start : change.end], after[change.new_start : change.new_end]
    if not (old and new and has_khmer(old)):
        return change
    edges = sorted((_edges(old) & _edges(new)), reverse=True)
    head = next((at for at in edges if _begins_both(at, old, new, change, bounds)), 0)
    edges = sorted(_from_end(old) & _from_end(new), reverse=True)
    most = min(len(old), len(new)) - head
    tail = next((at for at in edges if at <= most and _ends_both(at, old, new, change, bounds)), 0)
    return _Change(
        change.start + head, change.end - tail, change.new_start + head, change.new_end - tail
    )


def _from_end(text: str) -> set[int]:
    return {len(text) - at for at in (0, *_edges(text))} - {0}


def _begins_both(at: int, old: str, new: str, change: _Change, bounds: Bounds) -> bool:
    is_bound = change.start + at in bounds[0] or change.new_start + at in bounds[1]
    return is_bound and _IS_KHMER.match(old[at - 1]) is not None and old[:at] == new[:at]


def _ends_both(at: int, old: str, new: str, change: _Change, bounds: Bounds) -> bool:
    is_bound = change.end - at in bounds[0] or change.new_end - at in bounds[1]
    return is_bound and _IS_KHMER.match(old[-at]) is not None and old[-at:] == new[-at:]


# Readable results


def _placed(changes: list[_Change], before: str, after: str, bounds: Bounds) -> Iterator[_Change]:
    """What was only put in or only taken out, from where a reader would say that it begins.

    “2021[. More]. ” and “2021.[ More.] ” come to the same; the second is a sentence.
    """
    done = 0
    for number, change in enumerate(changes):
        following = changes[number + 1].start if number + 1 < len(changes) else len(before)
        room = change.start - done, following - change.end
        placed = _best_place(change, before, after, bounds, room)
        done = placed.end
        yield placed


def _best_place(
    change: _Change, before: str, after: str, bounds: Bounds, room: tuple[int, int]
) -> _Change:
    is_new = change.start == change.end
    if not is_new and change.new_start != change.new_end:
        return change
    text = after if is_new else before
    start, end = (change.new_start, change.new_end) if is_new else (change.start, change.end)
    own, other = (bounds[1], bounds[0]) if is_new else bounds
    there = change.start if is_new else change.new_start
    best = max(
        (
            by
            for by in _slides(text, start, end, room)
            if not by or ({start + by, end + by} <= own and there + by in other)
        ),
        key=lambda by: (_beginning(text, start + by), -abs(by), by),
    )
    return _Change(*(at + best for at in change))


def _slides(text: str, start: int, end: int, room: tuple[int, int]) -> Iterator[int]:
    """How far a stretch can be moved with the same text as a result."""
    yield 0
    for by in range(min(room[0], start, _FARTHEST)):
        if text[start - 1 - by] != text[end - 1 - by]:
            break
        yield -1 - by
    for by in range(min(room[1], len(text) - end, _FARTHEST)):
        if text[start + by] != text[end + by]:
            break
        yield by + 1


def _beginning(text: str, start: int) -> int:
    """How much a place in a text is one where something begins: a line, a sentence, a word."""
    if start == 0 or "\n" in text[start - 1 : start + 1]:
        return 3
    is_parted = any(letter.isspace() for letter in text[start - 1 : start + 1])
    if is_parted and text[:start].rstrip()[-1:] in _ENDERS:
        return 2
    return int(is_parted)


def _without_islands(before: str, changes: Iterable[_Change]) -> list[_Change]:
    """The changes, those joined that are parted by next to nothing."""
    joined: list[_Change] = []
    for change in changes:
        last = joined[-1] if joined else None
        if last and _is_island(before[last.end : change.start], last, change):
            joined[-1] = _Change(last.start, change.end, last.new_start, change.new_end)
        else:
            joined.append(change)
    return joined


def _is_island(text: str, left: _Change, right: _Change) -> bool:
    """Whether what both texts have between two changes only makes them harder to read."""
    if "\n" in text:
        return False
    told = [word for word in words(text) if any(letter.isalnum() for letter in word)]
    if len(told) > _MOST_WORDS_OF_AN_ISLAND:
        return False
    return not told or 2 * len(text) <= min(left.size, right.size)
