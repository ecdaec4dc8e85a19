"""Pages as paper on a desk: scrolls, zooms, and tells which block was chosen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override

from advocate_desk.exporters.blocks import Part
from advocate_desk.gui.widgets.page_filling import Page
from advocate_desk.gui.widgets.page_looks import PAPER, UNITS
from advocate_desk.gui.widgets.page_painter import draw_page
from advocate_desk.language.catalog import tr

BETWEEN = 18.0
SPINE = 3.0
SHADOW = 3.0
ZOOMS = (33, 40, 50, 67, 80, 90, 100, 110, 125, 150, 175, 200)
FITTED_MOST = 125
SCREEN_DPI = 96.0
POINTS = 72.0
STEP = 48
A4 = QSizeF(595.3 * UNITS, 841.9 * UNITS)

Stop = tuple[int, Part, QRectF]


class PagedView(QAbstractScrollArea):
    """Draws pages. A click, or the arrow keys and Enter, choose a part of them."""

    chosen = Signal(str, str)
    page_changed = Signal(int)
    zoom_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: tuple[Page, ...] = ()
        self._facing = False
        self._zoom = 100
        self._fits = True
        self._current: Stop | None = None
        self._page_shown = 0
        self.setBackgroundRole(QPalette.ColorRole.Mid)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Mid)
        self.viewport().setAutoFillBackground(True)
        self.viewport().setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(self._tell_page)

    # --- what is shown

    def show_pages(self, pages: tuple[Page, ...], *, facing: bool = False) -> None:
        """Shows pages, staying at the block that is at the top of the view now.

        `facing` shows left and right pages beside each other, the first one on the right.
        """
        anchor = self._anchor()
        turned = facing is not self._facing
        self._pages, self._facing = pages, facing
        self._current = self._same_stop(self._current)
        if turned and self._fits:
            self._zoom = self._fitted_zoom()
            self.zoom_changed.emit(self._zoom)
        self._measure()
        self._go_to_anchor(anchor)
        self._tell_page()
        self.viewport().update()

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages that are shown."""
        return self._pages

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    @property
    def page(self) -> int:
        """The page in the middle of the view, counted from 1; 0 where there is none."""
        middle = self._offset().y() + self.viewport().height() / 2
        line = int(max(middle, 0.0) / self._pitch())
        return min(self.page_count, max(line * self._per_line - self._blank, 0) + 1)

    @property
    def zoom(self) -> int:
        """How large the pages are, in per cent of their printed size."""
        return self._zoom

    def set_zoom(self, per_cent: int) -> None:
        """Shows the pages larger or smaller, the same place staying in view."""
        self._fits = False
        self._show_zoom(per_cent)

    def _show_zoom(self, per_cent: int) -> None:
        anchor = self._anchor()
        self._zoom = max(ZOOMS[0], min(per_cent, ZOOMS[-1]))
        self._measure()
        self._go_to_anchor(anchor)
        self.viewport().update()
        self.zoom_changed.emit(self._zoom)

    def zoom_in(self) -> None:
        """The next larger size."""
        self.set_zoom(next((zoom for zoom in ZOOMS if zoom > self._zoom), ZOOMS[-1]))

    def zoom_out(self) -> None:
        """The next smaller size."""
        self.set_zoom(next((zoom for zoom in reversed(ZOOMS) if zoom < self._zoom), ZOOMS[0]))

    def fit_width(self) -> None:
        """The largest size at which a page is not wider than the view, from now on."""
        self._fits = True
        self._show_zoom(self._fitted_zoom())

    def _fitted_zoom(self) -> int:
        room = self.viewport().width() - 2 * BETWEEN - (self._per_line - 1) * SPINE
        wide = self._paper().width() / UNITS * SCREEN_DPI / POINTS * self._per_line
        return max(ZOOMS[0], min(FITTED_MOST, int(100 * room / wide)))

    def holds(self, text: str) -> bool:
        """Whether a text stands on some page."""
        return any(text in part.text for page in self._pages for part, _ in page.parts())

    def top_block(self) -> str:
        """The block at the top of the view."""
        return self._anchor()[0]

    def place_of(self, block_id: str, language: str) -> QPoint:
        """The middle of a block's first lines in the view, for a pointer to go to."""
        for index, part, area in self._stops():
            if (part.block_id, part.language) == (block_id, language):
                return self._in_view(index, area).center().toPoint()
        return QPoint()

    # --- what can be chosen

    def _stops(self, pages: Iterable[int] | None = None) -> Iterator[Stop]:
        """Every part that can be chosen: its page, and the area its lines cover there."""
        for index in range(self.page_count) if pages is None else pages:
            for part, area in self._pages[index].stops():
                yield index, part, area

    def _same_stop(self, stop: Stop | None) -> Stop | None:
        """The stop of the same block on the pages of now."""
        if stop is None:
            return None
        wanted = stop[1].block_id, stop[1].language, stop[1].role
        found = (s for s in self._stops() if (s[1].block_id, s[1].language, s[1].role) == wanted)
        return next(found, None)

    # --- geometry, in the pixels of the view

    def _scale(self) -> float:
        return self._zoom / 100 * SCREEN_DPI / POINTS / UNITS

    def _paper(self) -> QSizeF:
        """The size of the pages, in their units."""
        if not self._pages:
            return A4
        paper = self._pages[0].paper
        return QSizeF(paper.width, paper.height)

    def _page_size(self) -> QSizeF:
        return self._paper() * self._scale()

    def _pitch(self) -> float:
        return self._page_size().height() + BETWEEN

    def _offset(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    @property
    def _per_line(self) -> int:
        return 2 if self._facing else 1

    @property
    def _blank(self) -> int:
        """Facing pages begin with a right one."""
        return 1 if self._facing else 0

    @property
    def _line_count(self) -> int:
        return -(-(self.page_count + self._blank) // self._per_line) if self.page_count else 0

    def _line_width(self) -> float:
        return self._page_size().width() * self._per_line + SPINE * (self._per_line - 1)

    def _page_area(self, index: int) -> QRectF:
        size = self._page_size()
        line, place = divmod(index + self._blank, self._per_line)
        left = max((self.viewport().width() - self._line_width()) / 2, BETWEEN)
        corner = QPointF(left + place * (size.width() + SPINE), BETWEEN + line * self._pitch())
        return QRectF(corner - self._offset(), size)

    def _measure(self) -> None:
        view = self.viewport().size()
        height = BETWEEN + self._line_count * self._pitch()
        width = self._line_width() + 2 * BETWEEN
        for bar, whole, seen in (
            (self.verticalScrollBar(), height, view.height()),
            (self.horizontalScrollBar(), width, view.width()),
        ):
            bar.setRange(0, max(0, round(whole - seen)))
            bar.setPageStep(seen)
            bar.setSingleStep(STEP)

    def _in_view(self, index: int, area: QRectF) -> QRectF:
        scale, corner = self._scale(), self._page_area(index).topLeft()
        return QRectF(corner + area.topLeft() * scale, area.size() * scale)

    # --- staying at the same place

    def _anchor(self) -> tuple[str, str, float]:
        """The topmost block in view, its language, and how far its top is from the view's top."""
        for index, part, area in self._stops(self._pages_in_view()):
            shown = self._in_view(index, area)
            if shown.bottom() > 0:
                return part.block_id, part.language, shown.top()
        return "", "", 0.0

    def _go_to_anchor(self, anchor: tuple[str, str, float]) -> None:
        block_id, language, top = anchor
        if self.verticalScrollBar().value() == 0 or not block_id:
            return
        for index, part, area in self._stops():
            if (part.block_id, part.language) == (block_id, language):
                bar = self.verticalScrollBar()
                bar.setValue(bar.value() + round(self._in_view(index, area).top() - top))
                return

    def _tell_page(self) -> None:
        if self.page != self._page_shown:
            self._page_shown = self.page
            self.page_changed.emit(self._page_shown)

    # --- choosing

    def _stop_at(self, place: QPointF) -> Stop | None:
        for stop in self._stops(self._pages_in_view()):
            if self._in_view(stop[0], stop[2]).contains(place):
                return stop
        return None

    def _pages_in_view(self) -> range:
        pitch, top = self._pitch(), self._offset().y()
        first = int(max(top - BETWEEN, 0.0) / pitch) * self._per_line - self._blank
        last = (int((top + self.viewport().height()) / pitch) + 1) * self._per_line - self._blank
        return range(max(first, 0), min(last, self.page_count))

    def _step(self, by: int) -> None:
        """The stop after the current one, or before it."""
        stops = list(self._stops())
        here = stops.index(self._current) if self._current in stops else -1
        self._make_current(stops, here + by)

    def _make_current(self, stops: list[Stop], number: int) -> None:
        if not stops:
            return
        self._current = stops[max(0, min(number, len(stops) - 1))]
        index, part, area = self._current
        self.setAccessibleDescription(part.text)
        self._scroll_to(self._in_view(index, area))
        self.viewport().update()

    def _scroll_to(self, area: QRectF) -> None:
        bar = self.verticalScrollBar()
        if area.top() < 0:
            bar.setValue(bar.value() + round(area.top() - BETWEEN))
        elif area.bottom() > self.viewport().height():
            bar.setValue(bar.value() + round(area.bottom() - self.viewport().height() + BETWEEN))

    def _choose_current(self) -> None:
        if self._current is not None:
            part = self._current[1]
            self.chosen.emit(part.block_id, part.language)

    # --- drawing

    def _draw_page(self, painter: QPainter, index: int) -> None:
        area = self._page_area(index)
        shadow = self.palette().color(QPalette.ColorRole.Shadow)
        shadow.setAlpha(70)
        painter.fillRect(area.translated(SHADOW, SHADOW), shadow)
        painter.fillRect(area, PAPER)
        painter.save()
        painter.translate(area.topLeft())
        painter.scale(self._scale(), self._scale())
        shown = QRectF(self.viewport().rect()).translated(-area.topLeft())
        seen = QRectF(shown.topLeft() / self._scale(), shown.size() / self._scale())
        draw_page(painter, self._pages[index], seen=seen)
        painter.restore()

    def _draw_current(self, painter: QPainter) -> None:
        if not self.hasFocus() or self._current is None:
            return
        index, _, area = self._current
        pen = QPen(self.palette().color(QPalette.ColorRole.Highlight), 2)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self._in_view(index, area).adjusted(-5, -3, 5, 3), 4, 4)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for index in self._pages_in_view():
            if self._page_area(index).intersects(QRectF(event.rect())):
                self._draw_page(painter, index)
        self._draw_current(painter)
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fits:
            self.fit_width()
        self._measure()
        self._tell_page()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._stop_at(event.position()) is not None
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        stop = self._stop_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and stop is not None:
            self._make_current([stop], 0)
            self._choose_current()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
            return
        super().wheelEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose_current()
        elif key == Qt.Key.Key_Home:
            self._make_current(list(self._stops()), 0)
        elif key == Qt.Key.Key_End:
            stops = list(self._stops())
            self._make_current(stops, len(stops) - 1)
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.viewport().update()

    def retranslate(self) -> None:
        """Reads the name for screen readers again."""
        self.setAccessibleName(tr("Pages of the document"))
