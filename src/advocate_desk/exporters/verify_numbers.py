"""The proof of numbers: what stands before the entries of a list counts on, one by one.

English numbers are Word's own and are counted here as Word counts them; Khmer ones are text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from advocate_desk.exporters.verify_faults import Faults, Rule
from advocate_desk.exporters.verify_markup import W, w
from advocate_desk.exporters.verify_package import Package
from advocate_desk.language.numbers import to_ascii_digits
from advocate_desk.model.marked import marked

# "១.", "1)", "មាត្រា ១", "Article 1"; up to six digits, as no list is longer.
_MARKER = re.compile(r"(?:[^\s\d]{1,14}[ \u00a0])?([0-9០-៩]{1,6})[.):៖]?\t")
_NUMBER = re.compile(r"-?\d{1,9}", re.ASCII)
_LEVEL = re.compile("%([1-9])")
# Demands count over a statement, whether each has a heading or not.
_KHMER = "Khmer"  # what the names of Khmer styles end with
_ONE_LIST = {"Heading2": "DemandText", "Heading2Khmer": "DemandTextKhmer"}

_NO_PROPERTIES = ET.Element("pPr")

_JUMP = marked("The number {found} does not follow {before}.")
_START = marked("A list starts with the number {found}.")
_NO_LIST = marked("A paragraph belongs to the list {id}, which is not there.")


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of one of Word's lists."""

    kind: str
    text: str
    start: int


@dataclass(slots=True)
class WordLists:
    """Counts Word's lists as Word does, in reading order."""

    levels: dict[str, dict[int, _Level]]
    _last: dict[tuple[str, int], int] = field(default_factory=dict)

    @classmethod
    def of(cls, package: Package, part: str) -> WordLists:
        """The lists that a numbering part defines."""
        numbering = package.tree(part)
        if numbering is None:
            return cls({})
        abstract = {w(a, "abstractNumId"): a for a in numbering.iter(f"{W}abstractNum")}
        levels = {}
        for num in numbering.iter(f"{W}num"):
            definition = abstract.get(w(num.find(f"{W}abstractNumId")))
            if definition is not None:
                levels[w(num, "numId")] = dict(_levels(definition, num))
        return cls(levels)

    def marker(self, num_id: str, level: int) -> tuple[str, int] | None:
        """What Word writes before the next entry, and its number (0 for a sign); None: no list."""
        found = self.levels.get(num_id, {}).get(level)
        if found is None:
            return None
        if found.kind in {"bullet", "none"}:
            return found.text, 0
        number = self._last.get((num_id, level), found.start - 1) + 1
        self._last[num_id, level] = number
        for other in [key for key in self._last if key[0] == num_id and key[1] > level]:
            del self._last[other]
        return _LEVEL.sub(lambda at: self._shown(num_id, int(at[1]) - 1), found.text), number

    def _shown(self, num_id: str, level: int) -> str:
        return str(self._last.get((num_id, level), 1))


def _levels(definition: ET.Element, num: ET.Element) -> Iterator[tuple[int, _Level]]:
    overrides = {
        w(each, "ilvl"): w(each.find(f"{W}startOverride")) for each in num.iter(f"{W}lvlOverride")
    }
    for level in definition.iter(f"{W}lvl"):
        number = w(level, "ilvl")
        start = _whole(overrides.get(number) or w(level.find(f"{W}start")), 1)
        kind, text = w(level.find(f"{W}numFmt")), w(level.find(f"{W}lvlText"))
        yield _whole(number, 0), _Level(kind, text, start)


def _whole(text: str, default: int) -> int:
    return int(text) if _NUMBER.fullmatch(text) else default


@dataclass(frozen=True, slots=True)
class Entry:
    """A paragraph as far as numbers go: its style, how far it is indented, and its own number."""

    style: str
    left: int
    number: int = 0


def entry_of(properties: ET.Element | None, text: str, lists: WordLists) -> tuple[Entry, str, str]:
    """A paragraph's entry, its whole text with the marker, and the id of a list that is missing."""
    properties = _NO_PROPERTIES if properties is None else properties
    find = properties.find
    style = w(find(f"{W}pStyle"))
    left = _whole(w(find(f"{W}ind"), "left"), 0)
    num_id = w(find(f"{W}numPr/{W}numId"))
    if num_id in {"", "0"}:
        found = _MARKER.match(text)
        number = int(to_ascii_digits(found[1])) if found else 0
        return Entry(style, left, number), text, ""
    marker = lists.marker(num_id, _whole(w(find(f"{W}numPr/{W}ilvl")), 0))
    if marker is None:
        return Entry(style, left), text, num_id
    return Entry(style, left, marker[1]), f"{marker[0]} {text}", ""


@dataclass(slots=True)
class Counting:
    """The lists of a text, in reading order.

    Each language has styles of its own, so side by side its lists are not taken for the other's. A
    list that was interrupted may start at 1 again or count on; one that was not counts on. After
    a wrong number either it or the right one may be counted on from, so that it is one fault.
    """

    _open: dict[str, dict[int, tuple[int, ...]]] = field(default_factory=dict)
    _interrupted: set[str] = field(default_factory=set)

    def take(self, entry: Entry, where: str, faults: Faults) -> None:
        """Prove that an entry follows the one before it."""
        style = _ONE_LIST.get(entry.style, entry.style)
        if not entry.number:
            self._interrupt(style)
            return
        levels = self._open.setdefault(style, {})
        before = levels.get(entry.left, ())
        may_start = not before or style in self._interrupted
        for deeper in [left for left in levels if left > entry.left]:
            del levels[deeper]
        levels[entry.left] = _judged(entry.number, before, where, faults, may_start=may_start)
        self._interrupted.discard(style)

    def _interrupt(self, style: str) -> None:
        """Another paragraph of the same language parts what was before from what comes."""
        is_khmer = style.endswith(_KHMER)
        others = self._open.keys() - {style}
        self._interrupted |= {other for other in others if other.endswith(_KHMER) == is_khmer}


def _judged(
    number: int, before: tuple[int, ...], where: str, faults: Faults, *, may_start: bool
) -> tuple[int, ...]:
    """Report a wrong number; what comes back are the numbers that the next one may follow."""
    if number - 1 in before or (may_start and number == 1):
        return (number,)
    if not before:
        faults.add(Rule.NUMBERING, where, _START, found=number)
        return (number,)
    faults.add(Rule.NUMBERING, where, _JUMP, found=number, before=before[0])
    return (before[0] + 1, number)


def missing_list(num_id: str, where: str, faults: Faults) -> None:
    """Report a paragraph whose list is not defined."""
    faults.add(Rule.NUMBERING, where, _NO_LIST, id=num_id)
