"""A composition laid out in pages: rows one under the other, in columns, or side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby, zip_longest

from advocate_desk.exporters.blocks import Composition, Flow, Part, Role, Row, Start
from advocate_desk.exporters.docx_body import AFTER_LIST
from advocate_desk.gui.widgets.page_filling import Filler, Page, Placed
from advocate_desk.gui.widgets.page_frame import PageFrame
from advocate_desk.gui.widgets.page_galley import Slug, fitting, height_of, slugs_of
from advocate_desk.gui.widgets.page_heads import HeadSetter, is_for_signing
from advocate_desk.gui.widgets.page_looks import COLUMN_GAP, TWIPS, UNITS, sheet_for
from advocate_desk.gui.widgets.page_setting import PartSetter
from advocate_desk.gui.widgets.page_table import TableSetter

__all__ = ["Page", "PageLayout", "Placed"]

LEAST_COLUMN = 60.0 * UNITS
_STRETCH = 12


class PageLayout:
    """Sets compositions in pages."""

    def __init__(self) -> None:
        self.made: tuple[Page, ...] = ()
        self._parts = PartSetter()
        self._filler = Filler(lambda _number: self._frame.paper(1))
        self._frame: PageFrame
        self._table: TableSetter
        self._heads: HeadSetter

    def pages(self, composition: Composition) -> tuple[Page, ...]:
        """The pages of a composition, all at once."""
        for _ in self.steps(composition):
            pass
        return self.made

    def steps(self, composition: Composition) -> Iterator[None]:
        """Lays a composition out little by little; `made` are its pages afterwards."""
        self._begin(composition)
        for flow in composition.flows:
            self._start(flow)
            for _ in self._lay(flow):
                yield
        self._filler.close_page()
        for _ in self._frame.dress(self._filler.pages):
            yield
        self._parts.end()
        self.made = tuple(self._filler.pages)

    def _begin(self, composition: Composition) -> None:
        sheet = sheet_for(composition)
        self._parts.begin(sheet)
        self._frame = PageFrame(composition.options, sheet, self._parts)
        self._filler = Filler(self._frame.paper)
        self._table = TableSetter(self._filler, self._parts, composition.options)
        self._heads = HeadSetter(self._filler, self._parts)

    def _start(self, flow: Flow) -> None:
        """Begins a flow where it wants to begin; its head stands over the whole width."""
        filler = self._filler
        if flow.start is not Start.HERE or not filler.pages:
            filler.new_page()
        if flow.start in {Start.EVEN, Start.ODD}:
            wanted = 0 if flow.start is Start.EVEN else 1
            if len(filler.pages) % 2 != wanted:
                filler.new_page()
        for row in flow.head:
            self._heads.place(row)

    def _lay(self, flow: Flow) -> Iterator[None]:
        if flow.languages[1:]:
            yield from self._table.lay(flow)
            return
        groups = [(manner, list(rows)) for manner, rows in groupby(flow.rows, key=_manner)]
        followers = [rows[0] for _, rows in groups[1:]]
        for ((is_break, columns), rows), follower in zip_longest(groups, followers):
            if is_break:
                self._filler.new_page()
            elif columns > 1:
                self._fill_columns(rows, columns)
            else:
                yield from self._lay_text(rows, follower)
            yield

    def _lay_text(self, rows: Iterable[Row], follower: Row | None) -> Iterator[None]:
        """Rows under one another, some at a time; none is parted from what it announces."""
        waiting: list[Row] = []
        slugs: list[Slug] = []
        start = 0
        for row in rows:
            if len(waiting) >= _STRETCH and not waiting[-1].keep and not slugs[-1].stay:
                self._fill(slugs)
                waiting, slugs = [], []
            waiting.append(row)
            start = len(slugs)
            slugs += self._slugs_after(row, slugs)
            yield
        # What comes next may be columns: a label at the end stays with them.
        kept = waiting and waiting[-1].keep and follower is not None
        self._fill_last(slugs, start if kept else len(slugs), self._least(follower))

    def _least(self, row: Row | None) -> float:
        """How much of a row in columns must stand on the page of what announces it."""
        if row is not None and is_for_signing(row):
            return self._heads.least_of_signatories(row)
        return LEAST_COLUMN

    def _slugs_after(self, row: Row, before: list[Slug]) -> list[Slug]:
        after = before[-1].of.look.after if before else self._filler.after
        if before and _is_entry(before[-1].of.part.role) and not _is_entry(_role(row)):
            after = max(after, AFTER_LIST * TWIPS)
        width = self._filler.paper.text_width
        return slugs_of((self._parts.part(part, width) for part in row.parts), after=after)

    def _fill(self, slugs: list[Slug]) -> None:
        if slugs:
            self._filler.fill([slugs], [self._filler.paper.left])
            self._filler.after = slugs[-1].of.look.after

    def _fill_last(self, slugs: list[Slug], count: int, least: float) -> None:
        """The first `count` lines, and the others with room for something below them."""
        self._fill(slugs[:count])
        last = slugs[count:]
        if last and height_of(last, at_top=False) + least > self._filler.room:
            self._filler.new_page()
        self._fill(last)

    # --- columns

    def _fill_columns(self, rows: list[Row], columns: int) -> None:
        if any(is_for_signing(row) for row in rows):
            for row in rows:
                self._heads.place_signatories(row)
            return
        filler = self._filler
        width = (filler.paper.text_width - (columns - 1) * COLUMN_GAP) / columns
        slugs = self._parts.slugs((part for row in rows for part in row.parts), width, whole=True)
        lefts = [filler.paper.left + index * (width + COLUMN_GAP) for index in range(columns)]
        start = 0
        filler.y += 0.0 if filler.is_fresh else filler.after
        while start < len(slugs):
            ends = _best_ends(slugs, start, columns, filler.room)
            bounds = zip((start, *ends), ends, lefts, strict=False)
            heights = [self._place_column(slugs[one:two], left) for one, two, left in bounds]
            filler.y += max(heights)
            start = ends[-1]
            if start < len(slugs):
                filler.new_page()
        filler.after = slugs[-1].of.look.after if slugs else 0.0

    def _place_column(self, slugs: list[Slug], left: float) -> float:
        level = [replace(slugs[0], gap=0.0), *slugs[1:]] if slugs else []
        return self._filler.place(level, left)


def _manner(row: Row) -> tuple[bool, int]:
    """How a row is laid: as a page break, or in so many columns."""
    return any(part.role is Role.PAGE_BREAK for part in _first(row)), row.columns


def _is_entry(role: Role | None) -> bool:
    """Entries stand closer to each other than to what follows them."""
    return role in {Role.ITEM, Role.ITEM_NOTE}


def _role(row: Row) -> Role | None:
    return next((part.role for part in _first(row)), None)


def _first(row: Row) -> list[Part]:
    return [parts[0] for parts in row.cells.values() if parts]


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
