"""The head of the endorsers' table: a column of marks has its icon there, not a word."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from advocate_desk.gui.icons import pixmap
from advocate_desk.gui.models.endorsements_table_model import MARKS, Column

_SIZE = 14


class MarkHeader(QHeaderView):
    """Words for words, icons for marks; the words of a mark are its tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        if logicalIndex not in MARKS:
            return
        colour = self.palette().color(QPalette.ColorRole.PlaceholderText).name()
        ratio = painter.device().devicePixelRatioF()
        picture = pixmap(MARKS[Column(logicalIndex)], colour, _SIZE, ratio)
        centre = QRectF(rect).center()
        painter.drawPixmap(QPointF(centre.x() - _SIZE / 2, centre.y() - _SIZE / 2), picture)
