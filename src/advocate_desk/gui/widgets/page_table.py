"""Two languages side by side on pages: cells of one height, a header on every page, lines."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from advocate_desk.exporters.blocks import ExportOptions, Flow, Part, Role, Row
from advocate_desk.exporters.docx_sheets import style_of
from advocate_desk.exporters.docx_tables import column_widths
from advocate_desk.gui.widgets.page_filling import Filler
from advocate_desk.gui.widgets.page_galley import Slug, height_of
from advocate_desk.gui.widgets.page_looks import (
    CELL_MARGIN,
    CELL_TOP,
    TWIPS,
    table_head_look,
)
from advocate_desk.gui.widgets.page_setting import PartSetter

_SHORT_SHARE = 0.25
Cells = list[list[Slug]]


class TableSetter:
    """Lays flows of several languages."""

    def __init__(self, filler: Filler, parts: PartSetter, options: ExportOptions) -> None:
        self._filler = filler
        self._parts = parts
        self._share = style_of(options).khmer_share
        self._head: Cells = []
        self._edges: list[float] = []
        self._top = 0.0

    def lay(self, flow: Flow) -> Iterator[None]:
        """Places the rows of a flow, little by little."""
        self._measure(flow)
        self._begin_stretch()
        rows = list(flow.rows)
        for row, follower in zip(rows, [*rows[1:], None], strict=False):
            if row.is_page_break:
                self._turn()
            else:
                self._place(flow, row, follower if row.keep else None)
            yield
        self._end_stretch()

    def _measure(self, flow: Flow) -> None:
        paper = self._filler.paper
        whole = round(paper.text_width / TWIPS)
        self._edges = [paper.left]
        for width in column_widths(flow, whole, self._share):
            self._edges.append(self._edges[-1] + width * TWIPS)
        self._head = [self._head_cell(flow, code, n) for n, code in enumerate(flow.languages)]

    @property
    def _widths(self) -> list[float]:
        return [right - left - 2 * CELL_MARGIN for left, right in pairwise(self._edges)]

    @property
    def _lefts(self) -> list[float]:
        return [left + CELL_MARGIN for left in self._edges[:-1]]

    def _head_cell(self, flow: Flow, language: str, number: int) -> list[Slug]:
        sheet = self._parts.sheet
        part = Part(Role.LABEL, language, flow.header.get(language, language))
        if sheet is None:
            return []
        made = self._parts.dressed(part, self._widths[number], table_head_look(sheet), "head")
        return [Slug(made, line, 0.0, made.line_height(line), False) for line in (0,)]

    def _place(self, flow: Flow, row: Row, follower: Row | None) -> None:
        filler = self._filler
        cells = self._cells(flow, row)
        followers = self._cells(flow, follower) if follower else []
        if self._wants_new_page(cells, followers):
            self._turn()
        filler.y += CELL_TOP
        filler.fill(cells, self._lefts, self._turn, unbroken_below=self._short_row)
        filler.y += max((cell[-1].of.look.after for cell in cells if cell), default=0.0)

    def _cells(self, flow: Flow, row: Row) -> Cells:
        return [
            self._parts.slugs(row.cells.get(code, ()), width)
            for code, width in zip(flow.languages, self._widths, strict=True)
        ]

    @property
    def _short_row(self) -> float:
        paper = self._filler.paper
        return (paper.bottom - paper.top) * _SHORT_SHARE

    def _wants_new_page(self, cells: Cells, followers: Cells) -> bool:
        """Whether a row that must stay with the next one would end this page without it."""
        if not followers or self._filler.is_fresh:
            return False
        wanted = max((height_of(cell, at_top=True) for cell in cells), default=0.0)
        first = max(map(self._least_start, followers), default=0.0)
        return wanted + first > self._filler.room

    def _least_start(self, slugs: list[Slug]) -> float:
        """How much of a cell must follow on the same page: all of a short one, else its start."""
        whole = height_of(slugs, at_top=True)
        if whole < self._short_row:
            return whole
        count = 1
        while count < len(slugs) and slugs[count - 1].stay:
            count += 1
        return height_of(slugs[:count], at_top=True)

    # --- the table on one page

    def _turn(self) -> None:
        self._end_stretch()
        self._filler.new_page()
        self._begin_stretch()

    def _begin_stretch(self) -> None:
        """The names of the languages on a shaded ground."""
        filler = self._filler
        self._top = filler.y
        tallest = max((height_of(cell, at_top=True) for cell in self._head), default=0.0)
        filler.y += CELL_TOP
        for cell, left in zip(self._head, self._lefts, strict=True):
            filler.place(cell, left)
        height = tallest + 2 * CELL_TOP
        whole = QRectF(self._edges[0], self._top, self._edges[-1] - self._edges[0], height)
        filler.page.shades.append(whole)
        filler.y = self._top + height
        filler.begin_below()

    def _end_stretch(self) -> None:
        """The lines between the columns and below them."""
        filler = self._filler
        ink = self._ink()
        end = min(filler.y, filler.paper.bottom)
        for edge in self._edges[1:-1]:
            filler.rule(QPointF(edge, self._top), QPointF(edge, end), ink)
        filler.rule(QPointF(self._edges[0], end), QPointF(self._edges[-1], end), ink)

    def _ink(self) -> QColor:
        sheet = self._parts.sheet
        return QColor(f"#{sheet.rule_color}" if sheet else "#000000")
