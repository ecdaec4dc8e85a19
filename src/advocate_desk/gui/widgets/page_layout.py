"""A composition laid out in pages: rows one under the other, in columns, or side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from PySide6.QtCore import QPointF, QRectF

from advocate_desk.exporters.blocks import Composition, Flow, Part, Role, Row, Start
from advocate_desk.gui.widgets.page_galley import (
    SetPart,
    Slug,
    fitting,
    height_of,
    slugs_of,
)
from advocate_desk.gui.widgets.page_looks import (
    CELL_GAP,
    COLUMN_GAP,
    MARGIN,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    UNITS,
    look_of,
    table_head_look,
)

TOP = MARGIN * UNITS
BOTTOM = (PAGE_HEIGHT - MARGIN) * UNITS
WIDTH = (PAGE_WIDTH - 2 * MARGIN) * UNITS
SHORT_ROW = (BOTTOM - TOP) / 4
HEADER_GAP = 6.0 * UNITS
LEAST_COLUMN = 60.0 * UNITS


@dataclass(frozen=True, slots=True)
class Placed:
    """A line and its top left corner on the page."""

    slug: Slug
    place: QPointF

    @property
    def area(self) -> QRectF:
        """What the line covers."""
        return self.slug.area(self.place)


@dataclass(slots=True)
class Page:
    """One page: its lines, and rules as (left, right, height) in the page's units."""

    lines: list[Placed] = field(default_factory=list)
    rules: list[tuple[float, float, float]] = field(default_factory=list)

    def part_at(self, place: QPointF) -> Part | None:
        """The part whose lines cover a place."""
        found = (placed for placed in self.lines if placed.area.contains(place))
        return next((placed.slug.of.part for placed in found), None)

    def parts(self) -> Iterator[tuple[Part, QRectF]]:
        """Each part on the page with the area its lines cover."""
        areas: dict[int, tuple[Part, QRectF]] = {}
        for placed in self.lines:
            key = id(placed.slug.of)
            area = areas[key][1].united(placed.area) if key in areas else placed.area
            areas[key] = (placed.slug.of.part, area)
        yield from areas.values()


class PageLayout:
    """Sets compositions in pages; a part that did not change is not set again."""

    def __init__(self) -> None:
        self._set: dict[tuple[Part, float], SetPart] = {}
        self._kept: dict[tuple[Part, float], SetPart] = {}
        self._parts: set[Part] = set()
        self._pages: list[Page] = []
        self._narrow = False
        self._y = self._first_y = TOP

    def pages(self, composition: Composition) -> tuple[Page, ...]:
        """The pages of a composition."""
        self._pages = []
        self._set, self._kept = {}, self._set
        for flow in composition.flows:
            self._start(flow)
            self._lay(flow)
        self._kept = {}
        self._parts = {part for part, _ in self._set}
        return tuple(self._pages)

    def _start(self, flow: Flow) -> None:
        """Begins a flow where it wants to begin; its head stands over the whole width."""
        if flow.start is not Start.HERE or not self._pages:
            self._new_page()
        if flow.start in {Start.EVEN, Start.ODD}:
            wanted = 0 if flow.start is Start.EVEN else 1
            if len(self._pages) % 2 != wanted:
                self._new_page()
        self._narrow = False
        self._fill([self._slugs(list(flow.head))], [TOP])
        self._narrow = len(flow.languages) > 1

    def knows(self, part: Part) -> bool:
        """Whether a part was set for the pages that were made last."""
        return part in self._parts

    def _lay(self, flow: Flow) -> None:
        if len(flow.languages) > 1:
            self._lay_side_by_side(flow)
            return
        groups = [(key, list(rows)) for key, rows in groupby(flow.rows, key=_manner)]
        for (is_break, columns), rows in groups:
            if is_break:
                self._new_page()
            elif columns > 1:
                self._fill_columns(rows, columns)
            else:
                self._lay_text(rows)

    def _lay_text(self, rows: list[Row]) -> None:
        """Rows under one another; a label at the end stays with the columns after it."""
        kept = 1 if rows[-1].keep else 0
        self._fill([self._slugs(rows[: len(rows) - kept])], [TOP])
        last = self._slugs(rows[len(rows) - kept :])
        if last and self._y + height_of(last, at_top=False) + LEAST_COLUMN > BOTTOM:
            self._new_page()
        self._fill([last], [TOP])

    def _slugs(self, rows: list[Row], width: float = WIDTH, *, whole: bool = False) -> list[Slug]:
        parts = (self._part(part, width) for row in rows for part in row.parts)
        return slugs_of(parts, whole=whole)

    def _part(self, part: Part, width: float) -> SetPart:
        key = (part, width)
        found = self._set.get(key) or self._kept.get(key)
        if found is None:
            found = SetPart(part, look_of(part, narrow=self._narrow), width)
        self._set[key] = found
        return found

    # --- side by side

    def _lay_side_by_side(self, flow: Flow) -> None:
        count = len(flow.languages)
        width = (WIDTH - (count - 1) * CELL_GAP * UNITS) / count
        lefts = [TOP + index * (width + CELL_GAP * UNITS) for index in range(count)]
        head = self._header_cells(flow, width)
        self._place_header(head, lefts)
        for index, row in enumerate(flow.rows):
            if _is_page_break(row):
                self._new_page()
                self._place_header(head, lefts)
                continue
            cells = self._cells(flow, row, width)
            follower = flow.rows[index + 1] if row.keep and index + 1 < len(flow.rows) else None
            followers = self._cells(flow, follower, width) if follower else []
            if self._wants_new_page(cells, followers):
                self._new_page()
                self._place_header(head, lefts)
            self._fill(cells, lefts, head)
            self._y += max((cell[-1].of.look.after for cell in cells if cell), default=0.0)

    def _cells(self, flow: Flow, row: Row, width: float) -> list[list[Slug]]:
        cells = (row.cells.get(language, ()) for language in flow.languages)
        return [slugs_of(self._part(part, width) for part in cell) for cell in cells]

    def _header_cells(self, flow: Flow, width: float) -> list[list[Slug]]:
        texts = ((language, flow.header.get(language, "")) for language in flow.languages)
        parts = (Part(Role.LABEL, language, text) for language, text in texts if text)
        return [slugs_of([SetPart(part, table_head_look(), width)]) for part in parts]

    def _place_header(self, head: list[list[Slug]], lefts: list[float]) -> None:
        if not head:
            return
        tallest = max(height_of(cell, at_top=True) for cell in head)
        for cell, left in zip(head, lefts, strict=True):
            self._place(cell, left)
        self._y += tallest + HEADER_GAP / 2
        self._pages[-1].rules.append((TOP, TOP + WIDTH, self._y))
        self._y += HEADER_GAP
        self._first_y = self._y

    def _wants_new_page(self, cells: list[list[Slug]], followers: list[list[Slug]]) -> bool:
        """Whether a row that must stay with the next one would end this page without it."""
        if not followers or self._is_fresh:
            return False
        wanted = max((height_of(cell, at_top=True) for cell in cells), default=0.0)
        first = max(map(_least_start, followers), default=0.0)
        return self._y + wanted + first > BOTTOM

    # --- filling

    @property
    def _is_fresh(self) -> bool:
        return self._y <= self._first_y

    def _new_page(self) -> None:
        self._pages.append(Page())
        self._y = self._first_y = TOP

    def _fill(
        self,
        cells: list[list[Slug]],
        lefts: list[float],
        head: list[list[Slug]] | None = None,
    ) -> None:
        """Fills pages with cells that stand side by side until each has all its lines."""
        starts = [0] * len(cells)
        while any(start < len(cell) for start, cell in zip(starts, cells, strict=True)):
            fresh, room = self._is_fresh, BOTTOM - self._y
            ends = [
                fitting(cell, start, room, at_top=fresh)
                for cell, start in zip(cells, starts, strict=True)
            ]
            if ends != starts and not self._would_tear(cells, ends, head):
                self._place_cells(cells, starts, ends, lefts)
                starts = ends
            if any(end < len(cell) for end, cell in zip(starts, cells, strict=True)):
                self._new_page()
                self._place_header(head or [], lefts)

    def _would_tear(
        self, cells: list[list[Slug]], ends: list[int], head: list[list[Slug]] | None
    ) -> bool:
        """Whether a short row would start at the foot of a page and end on the next one."""
        if not head or all(end == len(cell) for end, cell in zip(ends, cells, strict=True)):
            return False
        tallest = max(height_of(cell, at_top=True) for cell in cells)
        return tallest < SHORT_ROW and not self._is_fresh

    def _place_cells(
        self, cells: list[list[Slug]], starts: list[int], ends: list[int], lefts: list[float]
    ) -> None:
        runs = [cell[start:end] for cell, start, end in zip(cells, starts, ends, strict=True)]
        heights = [self._place(run, left) for run, left in zip(runs, lefts, strict=True)]
        self._y += max(heights)

    def _place(self, slugs: Iterable[Slug], left: float) -> float:
        """Puts lines one under the other from here on; how much of the page they took."""
        y, page = self._y, self._pages[-1]
        at_top = self._is_fresh
        for index, slug in enumerate(slugs):
            y += 0.0 if at_top and index == 0 else slug.gap
            page.lines.append(Placed(slug, QPointF(left, y)))
            y += slug.height
        return y - self._y

    # --- columns

    def _fill_columns(self, rows: list[Row], columns: int) -> None:
        width = (WIDTH - (columns - 1) * COLUMN_GAP * UNITS) / columns
        slugs = self._slugs(rows, width, whole=True)
        lefts = [TOP + index * (width + COLUMN_GAP * UNITS) for index in range(columns)]
        start = 0
        while start < len(slugs):
            ends = _best_ends(slugs, start, columns, BOTTOM - self._y)
            bounds = zip((start, *ends), ends, lefts, strict=False)
            heights = [self._place_column(slugs[one:two], left) for one, two, left in bounds]
            self._y += max(heights)
            start = ends[-1]
            if start < len(slugs):
                self._new_page()

    def _place_column(self, slugs: list[Slug], left: float) -> float:
        level = [replace(slugs[0], gap=0.0), *slugs[1:]] if slugs else []
        return self._place(level, left)


def _manner(row: Row) -> tuple[bool, int]:
    """How a row is laid: as a page break, or in so many columns."""
    return _is_page_break(row), row.columns


def _is_page_break(row: Row) -> bool:
    return any(part.role is Role.PAGE_BREAK for part in row.parts)


def _least_start(slugs: list[Slug]) -> float:
    """How much of a cell must follow on the same page: all of a short one, else its first lines."""
    whole = height_of(slugs, at_top=True)
    if whole < SHORT_ROW:
        return whole
    count = 1
    while count < len(slugs) and slugs[count - 1].stay:
        count += 1
    return height_of(slugs[:count], at_top=True)


def _column_ends(slugs: list[Slug], start: int, columns: int, room: float) -> list[int]:
    ends: list[int] = []
    for _ in range(columns):
        start = fitting(slugs, start, room, at_top=True)
        ends.append(start)
    return ends


def _best_ends(slugs: list[Slug], start: int, columns: int, room: float) -> list[int]:
    """Where each column ends: full columns, or even ones where this page takes all the rest."""
    ends = _column_ends(slugs, start, columns, room)
    return _balanced(slugs, start, columns, room) if ends[-1] == len(slugs) else ends


def _balanced(slugs: list[Slug], start: int, columns: int, room: float) -> list[int]:
    """Columns as even as they can be: the least height that still takes every line."""
    low = height_of(slugs[start:], at_top=True) / columns
    high = room
    for _ in range(12):
        middle = (low + high) / 2
        if _column_ends(slugs, start, columns, middle)[-1] == len(slugs):
            high = middle
        else:
            low = middle
    return _column_ends(slugs, start, columns, high)
