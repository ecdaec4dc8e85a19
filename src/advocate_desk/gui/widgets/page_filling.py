"""Pages as they fill up: lines, rules, pictures and notes at the foot."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage

from advocate_desk.exporters.blocks import Part
from advocate_desk.gui.widgets.page_galley import (
    SetPart,
    Slug,
    fitting,
    height_of,
    notes_height,
)
from advocate_desk.gui.widgets.page_looks import INK, THIN, UNITS, Paper

NOTE_SPACE = 9.0 * UNITS
_NOTE_RULE_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class Placed:
    """A line and its top left corner on the page."""

    slug: Slug
    place: QPointF

    @property
    def area(self) -> QRectF:
        """What the line covers."""
        return self.slug.area(self.place)


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A straight line on the page."""

    start: QPointF
    end: QPointF
    ink: QColor
    width: float = THIN


@dataclass(frozen=True, slots=True)
class Picture:
    """A logo, or a picture of a letterhead, and where it stands."""

    data: bytes = field(repr=False)
    area: QRectF = field(default_factory=QRectF)

    @property
    def image(self) -> QImage:
        """The picture itself; a null one where the data are none."""
        return _image(self.data)


@lru_cache(maxsize=16)
def _image(data: bytes) -> QImage:
    return QImage.fromData(data)


Stop = tuple[Part, QRectF]


@dataclass(slots=True)
class Page:
    """One page with everything on it."""

    paper: Paper
    lines: list[Placed] = field(default_factory=list)
    rules: list[RuleLine] = field(default_factory=list)
    shades: list[QRectF] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    _stops: tuple[Stop, ...] | None = None

    def parts(self) -> Iterator[Stop]:
        """Each part on the page with the area its lines cover."""
        areas: dict[int, Stop] = {}
        for placed in self.lines:
            key = id(placed.slug.of)
            area = areas[key][1].united(placed.area) if key in areas else placed.area
            areas[key] = (placed.slug.of.part, area)
        yield from areas.values()

    def stops(self) -> tuple[Stop, ...]:
        """The parts that belong to a block, and so can be chosen."""
        if self._stops is None:
            self._stops = tuple(stop for stop in self.parts() if stop[0].block_id)
        return self._stops


class Filler:
    """Fills page after page from top to bottom; `y` is how far the page is filled."""

    def __init__(self, paper_for: Callable[[int], Paper]) -> None:
        self._paper_for = paper_for
        self.pages: list[Page] = []
        self.y = self._first_y = 0.0
        self.after = 0.0
        self._notes: list[SetPart] = []

    @property
    def page(self) -> Page:
        """The page that is being filled."""
        return self.pages[-1]

    @property
    def paper(self) -> Paper:
        """Its paper."""
        return self.page.paper

    @property
    def is_fresh(self) -> bool:
        """Whether nothing stands on the page yet."""
        return self.y <= self._first_y

    @property
    def room(self) -> float:
        """What is left of the page, above the notes at its foot."""
        notes = notes_height(self._notes)
        return self.paper.bottom - self.y - notes - (NOTE_SPACE if notes else 0.0)

    def new_page(self) -> None:
        """Goes on at the top of another page."""
        self.close_page()
        self.pages.append(Page(self._paper_for(len(self.pages) + 1)))
        self.y = self._first_y = self.paper.top
        self.after = 0.0

    def begin_below(self) -> None:
        """What is on the page by now is its head: text below it stands at the top."""
        self._first_y = self.y
        self.after = 0.0

    def close_page(self) -> None:
        """Puts the notes at the foot of the page."""
        notes, self._notes = self._notes, []
        if not notes:
            return
        paper = self.paper
        y = paper.bottom - notes_height(notes)
        end = paper.left + paper.text_width * _NOTE_RULE_SHARE
        at = y - NOTE_SPACE / 2
        self.page.rules.append(RuleLine(QPointF(paper.left, at), QPointF(end, at), INK, THIN * 0.7))
        for note in notes:
            for line in range(note.line_count):
                height = note.line_height(line)
                slug = Slug(note, line, 0.0, height, stay=False)
                self.page.lines.append(Placed(slug, QPointF(paper.left, y)))
                y += height
            y += note.look.after

    # --- filling

    def fill(
        self,
        cells: list[list[Slug]],
        lefts: list[float],
        turn: Callable[[], object] | None = None,
        *,
        unbroken_below: float = 0.0,
    ) -> None:
        """Fills pages with cells that stand side by side until each has all its lines.

        `turn` makes the next page; a row lower than `unbroken_below` is never cut in two.
        """
        starts = [0] * len(cells)
        turn = turn or self.new_page
        while any(start < len(cell) for start, cell in zip(starts, cells, strict=True)):
            ends = self._ends(cells, starts)
            is_whole = all(end == len(cell) for end, cell in zip(ends, cells, strict=True))
            tears = not is_whole and not self.is_fresh and _tallest(cells) < unbroken_below
            if ends != starts and not tears:
                self._place_cells(cells, starts, ends, lefts)
                starts = ends
            if any(end < len(cell) for end, cell in zip(starts, cells, strict=True)):
                turn()

    def _ends(self, cells: list[list[Slug]], starts: list[int]) -> list[int]:
        """How far each cell goes on this page; notes of one leave less room for the others."""
        rests = [cell[start:] for cell, start in zip(cells, starts, strict=True)]
        notes = [notes_height(note for slug in rest for note in slug.notes) for rest in rests]
        room = self.room - (NOTE_SPACE if any(notes) and not self._notes else 0.0)
        ends = []
        for cell, start, own in zip(cells, starts, notes, strict=True):
            others = min(sum(notes) - own, room / 2)
            ends.append(fitting(cell, start, room - others, at_top=self.is_fresh))
        return ends

    def _place_cells(
        self, cells: list[list[Slug]], starts: list[int], ends: list[int], lefts: list[float]
    ) -> None:
        runs = [cell[start:end] for cell, start, end in zip(cells, starts, ends, strict=True)]
        heights = [self.place(run, left) for run, left in zip(runs, lefts, strict=True)]
        self.y += max(heights, default=0.0)

    def place(self, slugs: Iterable[Slug], left: float) -> float:
        """Puts lines one under the other from here on; how much of the page they took."""
        y, page = self.y, self.page
        at_top = self.is_fresh
        for index, slug in enumerate(slugs):
            y += 0.0 if at_top and index == 0 else slug.gap
            page.lines.append(Placed(slug, QPointF(left, y)))
            self._notes.extend(slug.notes)
            y += slug.height
        return y - self.y

    def picture(self, data: bytes, area: QRectF) -> None:
        """Puts a picture on the page."""
        self.page.pictures.append(Picture(data, area))

    def rule(self, start: QPointF, end: QPointF, ink: QColor) -> None:
        """Draws a thin line on the page."""
        self.page.rules.append(RuleLine(start, end, ink))


def _tallest(cells: list[list[Slug]]) -> float:
    return max(height_of(cell, at_top=True) for cell in cells)
