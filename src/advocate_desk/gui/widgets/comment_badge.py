"""How many comments on a block wait: a sign and a number; a click shows them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from advocate_desk.gui.fonts import small_font, window_font
from advocate_desk.gui.theme import colours
from advocate_desk.gui.widgets.chip import Chip
from advocate_desk.language.catalog import current, ntr
from advocate_desk.language.numbers import in_digits


class CommentBadge(QAbstractButton):
    """Reads its property `count`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFont(small_font(window_font()))

    def _count(self) -> int:
        return int(self.property("count") or 0)

    def _chip(self) -> Chip:
        return Chip(in_digits(self._count(), current()), "comment", colours(self.palette()).look)

    def retranslate(self) -> None:
        """Says how many comments wait in the window's language."""
        self.setFont(small_font(window_font()))
        self.setAccessibleName(ntr("{n} open comment", "{n} open comments", self._count()))
        self.setToolTip(self.accessibleName())
        self.update()

    @override
    def sizeHint(self) -> QSize:
        size = self._chip().size(self.font()).toSize()
        return QSize(size.width(), max(22, size.height()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        chip = self._chip()
        chip.draw(painter, area, self.font())
        if self.hasFocus() or self.underMouse():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(chip.tint.text))
            high = chip.size(self.font()).height()
            box = QRectF(0.5, (self.height() - high) / 2 + 0.5, self.width() - 1, high - 1)
            painter.drawRoundedRect(box, high / 2, high / 2)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.DynamicPropertyChange, QEvent.Type.LanguageChange):
            self.retranslate()
        return super().event(event)
