"""A chip: an icon and a word on a tinted ground, painted in a cell of a list or a table."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from advocate_desk.gui.colours import Tint
from advocate_desk.gui.icons import pixmap

ICON = 14
PADDING = 8.0
BETWEEN = 5.0


@dataclass(frozen=True, slots=True)
class Chip:
    """What a chip says: never by its colour alone."""

    text: str
    icon: str
    tint: Tint

    def size(self, font: QFont) -> QSizeF:
        """How much room the chip wants."""
        metrics = QFontMetricsF(font)
        width = metrics.horizontalAdvance(self.text) + ICON + BETWEEN + 2 * PADDING
        return QSizeF(width, metrics.height() + 2)

    def draw(self, painter: QPainter, area: QRectF, font: QFont) -> None:
        """Draws the chip at the left of an area, in the middle of its height."""
        wanted = self.size(font)
        size = QSizeF(min(wanted.width(), area.width()), min(wanted.height(), area.height()))
        top = area.top() + (area.height() - size.height()) / 2
        ground = QRectF(QPointF(area.left(), top), size)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.tint.ground))
        painter.drawRoundedRect(ground, size.height() / 2, size.height() / 2)
        self._draw_icon(painter, ground)
        self._draw_text(painter, ground, font)
        painter.restore()

    def _draw_icon(self, painter: QPainter, ground: QRectF) -> None:
        picture = pixmap(self.icon, self.tint.text, ICON, painter.device().devicePixelRatioF())
        top = ground.center().y() - ICON / 2
        painter.drawPixmap(QPointF(ground.left() + PADDING, top), picture)

    def _draw_text(self, painter: QPainter, ground: QRectF, font: QFont) -> None:
        words = ground.adjusted(PADDING + ICON + BETWEEN, 0, -PADDING / 2, 0)
        metrics = QFontMetricsF(font)
        text = metrics.elidedText(self.text, Qt.TextElideMode.ElideRight, words.width())
        painter.setFont(font)
        painter.setPen(QColor(self.tint.text))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
