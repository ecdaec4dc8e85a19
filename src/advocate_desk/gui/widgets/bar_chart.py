"""A plain chart: one bar a row, its word before it and its number behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from advocate_desk.gui.theme import colours
from advocate_desk.language.catalog import current
from advocate_desk.language.numbers import in_digits

_GAP = 10.0
_LEAST_BAR = 2.0
_MOST_WORD = 0.42  # of the width


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar; the part of it that is `confirmed` is drawn in a stronger colour."""

    word: str
    count: int
    confirmed: int = 0


class BarChart(QWidget):
    """The numbers stand in a table beside it: the chart is for the eye alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Shows these bars from top to bottom."""
        self.bars = tuple(bars)
        self.updateGeometry()
        self.update()

    @property
    def _row_height(self) -> float:
        return QFontMetricsF(self.font()).height() + 12

    @override
    def sizeHint(self) -> QSize:
        return QSize(420, round(self._row_height * max(1, len(self.bars)) + _GAP))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        numbers = [in_digits(bar.count, current()) for bar in self.bars]
        left, room = self._room(numbers)
        longest = max((bar.count for bar in self.bars), default=0) or 1
        for at, bar in enumerate(self.bars):
            top, height = at * self._row_height, self._row_height
            width = max(_LEAST_BAR if bar.count else 0.0, room * bar.count / longest)
            self._bar(painter, bar, QRectF(left, top + 4, width, height - 8))
            self._text(painter, bar.word, QRectF(0, top, left - _GAP, height))
            behind = left + width + _GAP / 2
            self._text(painter, numbers[at], QRectF(behind, top, self.width() - behind, height))
        painter.end()

    def _room(self, numbers: Sequence[str]) -> tuple[float, float]:
        """Where the bars begin, and how long the longest may be."""
        width = QFontMetricsF(self.font()).horizontalAdvance
        words = max((width(bar.word) for bar in self.bars), default=0.0)
        left = min(words, self.width() * _MOST_WORD) + _GAP
        behind = max(map(width, numbers), default=0.0) + _GAP
        return left, max(10.0, self.width() - left - behind)

    def _text(self, painter: QPainter, text: str, place: QRectF) -> None:
        painter.setPen(QColor(colours(self.palette()).text))
        metrics = QFontMetricsF(self.font())
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(place, side, shown)

    def _bar(self, painter: QPainter, bar: Bar, place: QRectF) -> None:
        """The confirmed part in the strong colour; all of it where nobody is asked to confirm."""
        known = colours(self.palette())
        rest, strong = QColor(known.strong_border), QColor(known.accent)
        share = 1.0 if not self._asked else bar.confirmed / max(1, bar.count)
        painter.fillRect(place, rest)
        painter.fillRect(
            QRectF(place.topLeft(), QSizeF(place.width() * share, place.height())), strong
        )

    @property
    def _asked(self) -> bool:
        return any(bar.confirmed for bar in self.bars)
