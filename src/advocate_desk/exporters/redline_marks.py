"""The marks of tracked changes: what was put in or taken out, by whom and when (ECMA-376 17.13.5).

The time is the edition's and the author the issuer, so that a redline tells nothing about persons
and the same two editions give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass
from typing import Literal
from xml.etree import ElementTree as ET

from advocate_desk.exporters.verify_markup import W

Change = Literal["ins", "del"]
INS: Change = "ins"
DEL: Change = "del"
# What stands in the properties of a paragraph behind the properties of its mark.
_BEHIND_MARK = frozenset({f"{W}sectPr", f"{W}pPrChange"})


@dataclass(slots=True)
class Marks:
    """Makes marks; each has a number of its own."""

    author: str
    moment: str
    _count: int = 0

    def mark(self, name: str, content: Iterable[ET.Element] = ()) -> ET.Element:
        """A mark around some content."""
        self._count += 1
        made = ET.Element(
            W + name,
            {
                f"{W}id": str(self._count),
                f"{W}author": self.author,
                f"{W}date": self.moment,
            },
        )
        made.extend(content)
        return made

    def paragraph_mark(self, properties: ET.Element, change: Change) -> None:
        """Say in the properties of a paragraph that its end was put in or taken out."""
        found = properties.find(f"{W}rPr")
        if found is None:
            found = ET.Element(f"{W}rPr")
            children = enumerate(properties)
            place = next((n for n, one in children if one.tag in _BEHIND_MARK), len(properties))
            properties.insert(place, found)
        found.insert(0, self.mark(change))

    def other_properties(self, properties: ET.Element, before: ET.Element) -> None:
        """Say what the properties of a paragraph were before."""
        old = deepcopy(before)
        for child in list(old):
            if child.tag in {f"{W}rPr", *_BEHIND_MARK}:
                old.remove(child)
        properties.append(self.mark("pPrChange", [old]))

    def row(self, row: ET.Element, change: Change) -> None:
        """Say that a row of a table was put in or taken out."""
        properties = row.find(f"{W}trPr")
        if properties is None:
            properties = ET.Element(f"{W}trPr")
            row.insert(0, properties)
        properties.append(self.mark(change))


def properties_of(paragraph: ET.Element) -> ET.Element:
    """The properties of a paragraph, made where there are none."""
    found = paragraph.find(f"{W}pPr")
    if found is None:
        found = ET.Element(f"{W}pPr")
        paragraph.insert(0, found)
    return found


def is_tracked(paragraph: ET.Element) -> bool:
    """Whether the end of a paragraph was put in or taken out."""
    return any(paragraph.find(f"{W}pPr/{W}rPr/{W}{name}") is not None for name in (INS, DEL))
