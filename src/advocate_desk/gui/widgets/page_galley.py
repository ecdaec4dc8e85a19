"""Parts set in lines of a width: what a page is filled with."""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from advocate_desk.exporters.blocks import Part, Role
from advocate_desk.exporters.styles import Rule
from advocate_desk.gui.widgets.page_looks import (
    BESIDE,
    LINK_INK,
    MISSING_GROUND,
    MISSING_INK,
    RULE_SPACE,
    THICK,
    THIN,
    UNITS,
    PageLook,
)
from advocate_desk.gui.widgets.shown_text import ShownText
from advocate_desk.gui.widgets.text_units import units
from advocate_desk.language.breaks import ZWSP
from advocate_desk.language.scripts import KHMER_SCRIPT, script_runs

NEUTRAL = string.punctuation + string.whitespace + string.digits + "“”‘’«»–—…•\u00a0" + ZWSP
LEAST_WIDTH = 60.0 * UNITS


class SetPart:
    """One part set in lines; the picture has soft breaks in Khmer, the part's text has none.

    `notes` are the part's footnotes, set as well; they stand at the foot of the page.
    """

    def __init__(
        self, part: Part, look: PageLook, width: float, notes: tuple[SetPart, ...] = ()
    ) -> None:
        self.part = part
        self.look = look
        self.notes = notes
        self._width = max(width - look.indent - look.right, LEAST_WIDTH)
        self._font = look.font(part.language)
        self._shown = ShownText.of(part)
        self._layout = self._laid_out()
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

    def _laid_out(self) -> QTextLayout:
        layout = QTextLayout(self._shown.text, self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([*self._scripts(), *self._links(), *self._marks(), *self._missing()])
        self._break_lines(layout)
        return layout

    def _scripts(self) -> Iterator[QTextLayout.FormatRange]:
        """The faces of the runs that are not in the script of the part's own language."""
        start = 0
        for script, run in _qt_runs(script_runs(self._shown.text, self.part.language)):
            length = units(run)
            if script != self.part.language:
                yield _range(start, length, font=self.look.font(script))
            start += length

    def _links(self) -> Iterator[QTextLayout.FormatRange]:
        for link in self.part.links:
            yield _range(*self._shown.stretch(link.start, link.end), ink=LINK_INK)

    def _marks(self) -> Iterator[QTextLayout.FormatRange]:
        for start, length in self._shown.marks:
            found = _range(start, length)
            look = found.format
            look.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
            found.format = look
            yield found

    def _missing(self) -> Iterator[QTextLayout.FormatRange]:
        if self.part.missing:
            found = _range(0, units(self._shown.text))
            look = found.format
            look.setBackground(MISSING_GROUND)
            found.format = look
            yield found

    def _break_lines(self, layout: QTextLayout) -> None:
        layout.beginLayout()
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(self._width)
            line.setPosition(QPointF(self._shift(self._width - line.naturalTextWidth()), 0))
            line = layout.createLine()
        layout.endLayout()

    def _shift(self, spare: float) -> float:
        spare = max(spare, 0.0)
        return {"center": spare / 2, "right": spare}.get(self.look.align, 0.0)

    def line_height(self, line: int) -> float:
        """How much of the page a line takes, a rule above or below it included."""
        own = self._layout.lineAt(line).height() * self.look.leading
        return own + self._room_above(line) + self._room_below(line)

    @property
    def before(self) -> float:
        """The space above it, which falls away at the top of a page."""
        return 0.0 if self._keeps_space else self.look.before

    @property
    def _keeps_space(self) -> bool:
        """Hands need their room at the top of a page, too."""
        return self.part.role is Role.SIGNATURE_SPACE

    def _room_above(self, line: int) -> float:
        if line:
            return 0.0
        space = self.look.before if self._keeps_space else 0.0
        return space + (RULE_SPACE if self.look.shape.rule is Rule.ABOVE else 0.0)

    def _room_below(self, line: int) -> float:
        is_last = line == self.line_count - 1
        return RULE_SPACE if is_last and self.look.shape.rule is Rule.BELOW else 0.0

    def line_width(self, line: int) -> float:
        """How far a line's text reaches, its indent included."""
        drawn = self._layout.lineAt(line)
        return self.look.indent + drawn.position().x() + drawn.naturalTextWidth()

    def notes_of(self, line: int) -> tuple[SetPart, ...]:
        """The footnotes whose marks stand in a line."""
        if not self.notes:
            return ()
        drawn = self._layout.lineAt(line)
        span = range(drawn.textStart(), drawn.textStart() + max(drawn.textLength(), 1))
        marks = zip(self.notes, self._shown.marks, strict=True)
        return tuple(note for note, (start, _) in marks if start in span)

    def draw(self, painter: QPainter, line: int, place: QPointF) -> None:
        """Draws a line whose top left corner on the page is `place`."""
        drawn = self._layout.lineAt(line)
        spare = self.line_height(line) - self._room_below(line) - drawn.height()
        painter.setPen(MISSING_INK if self.part.missing else self.look.ink)
        drawn.draw(painter, QPointF(place.x() + self.look.indent, place.y() + spare))
        if line == 0 and self.part.marker:
            base = place.y() + spare + drawn.ascent()
            self._draw_marker(painter, QPointF(place.x() + self.look.indent, base))
        if self.look.shape.rule is not Rule.NONE:
            self._draw_rule(painter, line, place)

    def _draw_marker(self, painter: QPainter, text_start: QPointF) -> None:
        hang = max(self.look.hang, self._marker_width())
        painter.setFont(self._font)
        painter.drawText(QPointF(text_start.x() - hang, text_start.y()), self.part.marker)

    def _marker_width(self) -> float:
        return QFontMetricsF(self._font).horizontalAdvance(f"{self.part.marker} ")

    def _draw_rule(self, painter: QPainter, line: int, place: QPointF) -> None:
        shape = self.look.shape
        left = place.x() + self.look.indent
        height = self.line_height(line)
        if shape.rule is Rule.BESIDE:
            painter.setPen(QPen(self.look.rule_ink, BESIDE))
            at = left - RULE_SPACE
            painter.drawLine(QPointF(at, place.y()), QPointF(at, place.y() + height))
        elif self._room_above(line) or self._room_below(line):
            above = shape.rule is Rule.ABOVE
            is_bar = above and shape.outline == 0
            painter.setPen(QPen(self.look.rule_ink, THICK if is_bar else THIN))
            at = place.y() + (self._room_above(0) - RULE_SPACE if above else height)
            painter.drawLine(QPointF(left, at), QPointF(left + self._width, at))


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
    notes: tuple[SetPart, ...] = ()

    def area(self, place: QPointF) -> QRectF:
        """What the line covers on the page."""
        return QRectF(place.x(), place.y(), self.of.line_width(self.line), self.height)


def slugs_of(parts: Iterable[SetPart], *, whole: bool = False, after: float = 0.0) -> list[Slug]:
    """The lines of parts one under the other; `whole` never cuts a part in two.

    `after` is the space that the part above them wants; as in Word, the larger wish counts.
    """
    slugs: list[Slug] = []
    for part in parts:
        slugs += _slugs_of(part, max(after, part.before), whole=whole)
        after = part.look.after
    return slugs


def _slugs_of(part: SetPart, gap: float, *, whole: bool) -> Iterator[Slug]:
    last = part.line_count - 1
    whole = whole or part.look.shape.keep_lines
    for line in range(part.line_count):
        # No line of a paragraph stands alone at the foot or the head of a page.
        stay = part.look.keeps_next if line == last else whole or line in {0, last - 1}
        notes = part.notes_of(line)
        yield Slug(part, line, 0.0 if line else gap, part.line_height(line), stay, notes)


def height_of(slugs: Iterable[Slug], *, at_top: bool) -> float:
    """How much of a page lines take; the space above the first one falls away at the top."""
    listed = list(slugs)
    whole = sum(slug.gap + slug.height for slug in listed)
    return whole - listed[0].gap if at_top and listed else whole


def notes_height(notes: Iterable[SetPart]) -> float:
    """How much of the foot of a page notes take."""
    return sum(
        note.line_height(line) + (note.look.after if line == note.line_count - 1 else 0.0)
        for note in notes
        for line in range(note.line_count)
    )


def fitting(slugs: list[Slug], start: int, room: float, *, at_top: bool) -> int:
    """The index after the last line that fits, so that no line is torn from where it must stay.

    On a fresh page at least one line is taken, however tall it is.
    """
    end, used = start, 0.0
    while end < len(slugs):
        gap = 0.0 if at_top and end == start else slugs[end].gap
        used += gap + slugs[end].height + notes_height(slugs[end].notes)
        if used > room + 0.01:
            break
        end += 1
    kept = end
    while start < kept < len(slugs) and slugs[kept - 1].stay:
        kept -= 1
    if kept == start and at_top:
        return max(end, min(start + 1, len(slugs)))
    return kept
