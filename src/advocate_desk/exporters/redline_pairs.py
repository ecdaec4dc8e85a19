"""Which paragraph, table or row of the earlier text became which one of the later text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cached_property
from xml.etree import ElementTree as ET

from advocate_desk.exporters.verify_markup import W, text_of, w
from advocate_desk.language.differences import words

Pair = tuple[ET.Element | None, ET.Element | None]
_ALIKE = 0.4
_ALONE = 0.15
_MOST_PAIRS = 60_000


class _Unit:
    """An element as far as finding it again goes."""

    def __init__(self, element: ET.Element) -> None:
        self.element = element
        self.text = text_of(element)
        self.style = w(element.find(f"{W}pPr/{W}pStyle"))
        self.key = (element.tag, self.style, self.text)

    @cached_property
    def words(self) -> Counter[str]:
        return Counter(word for word in words(self.text) if not word.isspace())

    def likeness(self, other: _Unit) -> float:
        """From 0 to 1; texts of different kinds are nothing like each other."""
        if self.element.tag != other.element.tag:
            return 0.0
        total = self.words.total() + other.words.total()
        shared = (self.words & other.words).total()
        return 2 * shared / total if total else float(self.style == other.style)


def paired(old: Sequence[ET.Element], new: Sequence[ET.Element]) -> Iterator[Pair]:
    """Both sequences in one order; what has no partner stands alone, the earlier first."""
    first, second = [_Unit(one) for one in old], [_Unit(one) for one in new]
    keys = [unit.key for unit in first], [unit.key for unit in second]
    for tag, a, b, c, d in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from (
                (x.element, y.element) for x, y in zip(first[a:b], second[c:d], strict=True)
            )
        else:
            yield from _between(first[a:b], second[c:d])


def _between(old: list[_Unit], new: list[_Unit]) -> Iterator[Pair]:
    """Elements between two that are the same in both texts."""
    before = after = 0
    for one, other in (*_partners(old, new), (len(old), len(new))):
        yield from ((unit.element, None) for unit in old[before:one])
        yield from ((None, unit.element) for unit in new[after:other])
        if one < len(old):
            yield old[one].element, new[other].element
        before, after = one + 1, other + 1


def _partners(old: list[_Unit], new: list[_Unit]) -> list[tuple[int, int]]:
    """The places of those that are most alike, in the order of both."""
    if not old or not new or len(old) * len(new) > _MOST_PAIRS:
        return []
    least = _ALONE if len(old) == len(new) == 1 else _ALIKE
    likeness = [[_counted(one.likeness(other), least) for other in new] for one in old]
    return _best_path(likeness)


def _counted(likeness: float, least: float) -> float:
    return likeness if likeness >= least else 0.0


def _best_path(likeness: list[list[float]]) -> list[tuple[int, int]]:
    """The pairs whose likenesses make the largest sum without crossing each other."""
    height, width = len(likeness), len(likeness[0])
    best = [[0.0] * (width + 1) for _ in range(height + 1)]
    for i in range(height - 1, -1, -1):
        for j in range(width - 1, -1, -1):
            paired_ = likeness[i][j] + best[i + 1][j + 1] if likeness[i][j] else 0.0
            best[i][j] = max(paired_, best[i + 1][j], best[i][j + 1])
    return list(_followed(likeness, best))


def _followed(likeness: list[list[float]], best: list[list[float]]) -> Iterator[tuple[int, int]]:
    i = j = 0
    while i < len(likeness) and j < len(likeness[0]) and best[i][j]:
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            yield i, j
            i, j = i + 1, j + 1
