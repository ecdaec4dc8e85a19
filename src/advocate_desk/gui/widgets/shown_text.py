"""What is drawn of a part's text: with soft breaks in Khmer and the marks of footnotes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from advocate_desk.exporters.blocks import Part
from advocate_desk.gui.widgets.text_units import units
from advocate_desk.language.breaks import ZWSP, soft_breaks

LINE_SEPARATOR = "\u2028"
Insert = tuple[int, str]


@dataclass(frozen=True, slots=True)
class ShownText:
    """`inserts` are what was put in before an offset of the part's text.

    `marks` are the stretches of the footnotes' marks: start and length, in Qt's characters.
    """

    text: str
    inserts: tuple[Insert, ...]
    marks: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, part: Part) -> ShownText:
        """The text of a part as it is drawn."""
        breaks = [(at, 1, ZWSP) for at in soft_breaks(part.text, part.protected)]
        marks = [(_mark_place(part, note.at), 0, note.marker) for note in part.notes]
        inserts = tuple((at, text) for at, _, text in sorted(breaks + marks))
        whole = "".join(_joined(part.text, inserts)).replace("\n", LINE_SEPARATOR)
        return cls(whole, inserts, tuple(_marks(whole, inserts)))

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the part's text is drawn: start and length, in Qt's characters."""
        first, last = self._place(start), self._place(end - 1) + 1
        return units(self.text[:first]), units(self.text[first:last])

    def _place(self, offset: int) -> int:
        return offset + sum(len(text) for at, text in self.inserts if at <= offset)


def _mark_place(part: Part, at: int) -> int:
    """No mark cuts a link in two."""
    return next((link.end for link in part.links if link.start < at < link.end), at)


def _joined(text: str, inserts: tuple[Insert, ...]) -> Iterator[str]:
    done = 0
    for at, insert in inserts:
        yield text[done:at]
        yield insert
        done = at
    yield text[done:]


def _marks(whole: str, inserts: tuple[Insert, ...]) -> Iterator[tuple[int, int]]:
    before = 0
    for at, insert in inserts:
        start = at + before
        before += len(insert)
        if insert != ZWSP:
            yield units(whole[:start]), units(insert)
