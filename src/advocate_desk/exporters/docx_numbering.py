"""`numbering.xml`: Word's own numbering, one definition and one list for each list of a text.

Word has no Khmer list format, so Khmer markers are text and never come here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from advocate_desk.exporters.blocks import Part
from advocate_desk.exporters.docx_looks import Look
from advocate_desk.exporters.docx_runs import properties
from advocate_desk.exporters.docx_styles import indent
from advocate_desk.exporters.docx_xml import escaped, part, value


@dataclass(slots=True)
class _List:
    """One list: its `w:num` and the number Word will give the next entry."""

    num_id: int
    next_number: int


@dataclass(slots=True)
class Numbering:
    """The lists of a document, collected while its paragraphs are written."""

    _lists: dict[tuple[int, str, str], _List] = field(default_factory=dict)
    _definitions: list[str] = field(default_factory=list)
    _nums: list[str] = field(default_factory=list)

    def num_id(self, entry: Part, flow: int, look: Look, place: tuple[int, int]) -> int:
        """The list of an entry; `place` is the indent and hanging indent of its marker.

        An entry whose number does not follow the one before it starts a list of its own.
        """
        key = (flow, entry.language, entry.list_id)
        found = self._lists.get(key)
        if found is None or (entry.number and entry.number != found.next_number):
            found = self._lists[key] = self._new(entry, look, place)
        found.next_number += 1
        return found.num_id

    def pass_over(self, entry: Part, flow: int, count: int) -> None:
        """Count entries on that were written without asking, right after `entry`."""
        self._lists[flow, entry.language, entry.list_id].next_number += count

    @property
    def definitions(self) -> tuple[str, ...]:
        """What the lists look like; a list's number is its place here, from 1."""
        return tuple(self._definitions)

    @property
    def numbers(self) -> Mapping[tuple[int, str, str], int]:
        """The newest list of each flow, language and list of the text."""
        return {key: found.num_id for key, found in self._lists.items()}

    def taken_over(self, other: Numbering) -> dict[str, str]:
        """Where the lists of another text are found here: its numbers to ours.

        The same list that looks the same is one; every other one is added.
        """
        own, theirs = self.definitions, other.definitions
        same = {
            number: self.numbers[key]
            for key, number in other.numbers.items()
            if key in self.numbers
            and _undefined(theirs[number - 1]) == _undefined(own[self.numbers[key] - 1])
        }
        numbers = range(1, len(theirs) + 1)
        return {str(n): str(same.get(n) or self._added(theirs[n - 1])) for n in numbers}

    def _added(self, definition: str) -> int:
        number = len(self._nums) + 1
        named = f'<w:abstractNum w:abstractNumId="{number}">{_undefined(definition)}'
        self._definitions.append(named)
        self._nums.append(_num(number))
        return number

    def xml(self) -> str:
        """The whole part."""
        return part("numbering", "".join((*self._definitions, *self._nums)))

    def _new(self, entry: Part, look: Look, place: tuple[int, int]) -> _List:
        number = len(self._nums) + 1
        start = entry.number or 1
        self._definitions.append(_definition(number, start, entry, look, place))
        self._nums.append(_num(number))
        return _List(number, start)


def _num(number: int) -> str:
    return f'<w:num w:numId="{number}">{value("abstractNumId", number)}</w:num>'


def _undefined(definition: str) -> str:
    """What a list looks like, without its number."""
    return definition.partition(">")[2]


def _definition(number: int, start: int, entry: Part, look: Look, place: tuple[int, int]) -> str:
    kind, text = ("decimal", _counting(entry)) if entry.number else ("bullet", entry.marker)
    return (
        f'<w:abstractNum w:abstractNumId="{number}">{value("multiLevelType", "singleLevel")}'
        f'<w:lvl w:ilvl="0">{value("start", start)}{value("numFmt", kind)}{value("suff", "tab")}'
        f"{value('lvlText', escaped(text))}{value('lvlJc', 'left')}"
        f"<w:pPr>{indent(*place)}</w:pPr><w:rPr>{properties(look, 'en')}</w:rPr>"
        "</w:lvl></w:abstractNum>"
    )


def _counting(entry: Part) -> str:
    """The marker with Word's own number in it: `%1.`, `%1)`, `Article %1`."""
    return "%1".join(entry.marker.rsplit(str(entry.number), 1))
