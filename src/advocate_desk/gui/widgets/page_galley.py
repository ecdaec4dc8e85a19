"""Parts set in lines of a width: what a page is filled with."""

from __future__ import annotations

import string
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from advocate_desk.exporters.blocks import Part
from advocate_desk.gui.widgets.page_looks import LINK_INK, MISSING_INK, UNITS, PageLook
from advocate_desk.language.breaks import ZWSP, soft_breaks
from advocate_desk.language.scripts import KHMER_SCRIPT, script_runs

LINE_SEPARATOR = "\u2028"
NEUTRAL = string.punctuation + string.whitespace + string.digits + "“”‘’«»–—…•\u00a0" + ZWSP
LEAST_WIDTH = 60.0 * UNITS


class SetPart:
    """One part set in lines; the picture has soft breaks in Khmer, the part's text has none."""

    def __init__(self, part: Part, look: PageLook, width: float) -> None:
        self.part = part
        self.look = look
        self._font = look.font(part.language)
        self._layout = self._laid_out(max(width - look.indent, LEAST_WIDTH))
        self.line_count = self._layout.lineCount()

    @property
    def shown_text(self) -> str:
        """The text as it is drawn, soft breaks in it."""
        return self._layout.text()

    def linked_texts(self) -> list[str]:
        """What is drawn as a link."""
        shown = self.shown_text.encode("utf-16-le")
        links = [found for found in self._layout.formats() if found.format.fontUnderline()]
        ranges = [(2 * found.start, 2 * (found.start + found.length)) for found in links]
        return [shown[start:end].decode("utf-16-le") for start, end in ranges]

    def _laid_out(self, width: float) -> QTextLayout:
        breaks = soft_breaks(self.part.text)
        bounds = (0, *breaks, len(self.part.text))
        shown = ZWSP.join(self.part.text[start:end] for start, end in pairwise(bounds))
        layout = QTextLayout(shown.replace("\n", LINE_SEPARATOR), self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([*self._scripts(shown), *self._links(breaks, shown)])
        self._break_lines(layout, width)
        return layout

    def _scripts(self, shown: str) -> Iterator[QTextLayout.FormatRange]:
        """The faces of the runs that are not in the script of the part's own language."""
        start = 0
        for script, run in _qt_runs(script_runs(shown, self.part.language)):
            length = _units(run)
            if script != self.part.language:
                yield _range(start, length, font=self.look.font(script))
            start += length

    def _links(self, breaks: tuple[int, ...], shown: str) -> Iterator[QTextLayout.FormatRange]:
        for link in self.part.links:
            start = link.start + bisect_right(breaks, link.start)
            end = link.end + bisect_right(breaks, link.end - 1)
            length = _units(shown[start:end])
            yield _range(_units(shown[:start]), length, ink=LINK_INK)

    def _break_lines(self, layout: QTextLayout, width: float) -> None:
        layout.beginLayout()
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(self._shift(width - line.naturalTextWidth()), 0))
            line = layout.createLine()
        layout.endLayout()

    def _shift(self, spare: float) -> float:
        spare = max(spare, 0.0)
        return {"center": spare / 2, "right": spare}.get(self.look.align, 0.0)

    def line_height(self, line: int) -> float:
        """How much of the page a line takes."""
        return self._layout.lineAt(line).height() * self.look.leading

    def line_width(self, line: int) -> float:
        """How far a line's text reaches, its indent included."""
        return self.look.indent + self._layout.lineAt(line).naturalTextWidth()

    def draw(self, painter: QPainter, line: int, place: QPointF) -> None:
        """Draws a line whose top left corner on the page is `place`."""
        drawn = self._layout.lineAt(line)
        spare = self.line_height(line) - drawn.height()
        painter.setPen(MISSING_INK if self.part.missing else self.look.ink)
        drawn.draw(painter, QPointF(place.x() + self.look.indent, place.y() + spare))
        if line == 0 and self.part.marker:
            base = place.y() + spare + drawn.ascent()
            self._draw_marker(painter, QPointF(place.x() + self.look.indent, base))

    def _draw_marker(self, painter: QPainter, text_start: QPointF) -> None:
        hang = max(self.look.hang, self._marker_width())
        painter.setFont(self._font)
        painter.drawText(QPointF(text_start.x() - hang, text_start.y()), self.part.marker)

    def _marker_width(self) -> float:
        return QFontMetricsF(self._font).horizontalAdvance(f"{self.part.marker} ")


def _units(text: str) -> int:
    """How many of Qt's characters a text has: two for one beyond the basic plane."""
    return len(text) + sum(character > "\uffff" for character in text)


def _qt_runs(runs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The runs as Qt shapes them: punctuation after Khmer letters is shaped as Khmer.

    A face without Khmer would make it complain.
    """
    after_khmer = False
    for script, run in runs:
        cut = len(run) - len(run.lstrip(NEUTRAL)) if after_khmer else 0
        if cut:
            yield KHMER_SCRIPT, run[:cut]
        if run[cut:]:
            yield script, run[cut:]
        after_khmer = script == KHMER_SCRIPT or (after_khmer and cut == len(run))


def _range(
    start: int,
    length: int,
    *,
    font: QFont | None = None,
    ink: QColor | None = None,
) -> QTextLayout.FormatRange:
    """A stretch of text with a face of its own, or the colour (and line) of a link."""
    found = QTextLayout.FormatRange()
    look = QTextCharFormat()
    if font is not None:
        look.setFont(font)
    if ink is not None:
        look.setForeground(ink)
        look.setFontUnderline(True)
    found.start, found.length, found.format = start, length, look
    return found


@dataclass(frozen=True, slots=True)
class Slug:
    """One line of a part; `stay` keeps it on the page (or in the column) of the line after it."""

    of: SetPart
    line: int
    gap: float
    height: float
    stay: bool

    def area(self, place: QPointF) -> QRectF:
        """What the line covers on the page."""
        return QRectF(place.x(), place.y(), self.of.line_width(self.line), self.height)


def slugs_of(parts: Iterable[SetPart], *, whole: bool = False) -> list[Slug]:
    """The lines of parts one under the other; `whole` never cuts a part in two."""
    slugs: list[Slug] = []
    after = 0.0
    for part in parts:
        slugs += _slugs_of(part, after + part.look.before, whole=whole)
        after = part.look.after
    return slugs


def _slugs_of(part: SetPart, gap: float, *, whole: bool) -> Iterator[Slug]:
    last = part.line_count - 1
    for line in range(part.line_count):
        # No line of a paragraph stands alone at the foot or the head of a page.
        stay = part.look.keeps_next if line == last else whole or line in {0, last - 1}
        yield Slug(part, line, 0.0 if line else gap, part.line_height(line), stay)


def height_of(slugs: Iterable[Slug], *, at_top: bool) -> float:
    """How much of a page lines take; the space above the first one falls away at the top."""
    listed = list(slugs)
    whole = sum(slug.gap + slug.height for slug in listed)
    return whole - listed[0].gap if at_top and listed else whole


def fitting(slugs: list[Slug], start: int, room: float, *, at_top: bool) -> int:
    """The index after the last line that fits, so that no line is torn from where it must stay.

    On a fresh page at least one line is taken, however tall it is.
    """
    end, used = start, 0.0
    while end < len(slugs):
        gap = 0.0 if at_top and end == start else slugs[end].gap
        used += gap + slugs[end].height
        if used > room + 0.01:
            break
        end += 1
    kept = end
    while start < kept < len(slugs) and slugs[kept - 1].stay:
        kept -= 1
    if kept == start and at_top:
        return max(end, min(start + 1, len(slugs)))
    return kept
