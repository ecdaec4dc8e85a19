"""Texts of an import in cells: wrapped, Khmer between words, a heading in bold above its text."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)
from typing_extensions import override

from advocate_desk.gui.models.draft_blocks_model import HEADING
from advocate_desk.gui.widgets.wrapped_text import WrappedText, wrapped

PADDING = 7.0
MOST_LINES = 6
HEADING_LINES = 2

Index = QModelIndex | QPersistentModelIndex


class WrappedDelegate(QStyledItemDelegate):
    """Paints a text in up to so many lines; the tooltip has the whole of it."""

    def __init__(
        self,
        view: QAbstractItemView,
        parent: QObject | None = None,
        *,
        most_lines: int = MOST_LINES,
    ) -> None:
        super().__init__(parent or view)
        self._view = view
        self._most_lines = most_lines

    def _width(self, index: Index) -> float:
        if isinstance(self._view, QTableView):
            first = index.column()
            columns = range(first, first + self._view.columnSpan(index.row(), first))
            return sum(map(self._view.columnWidth, columns)) - 2 * PADDING
        return self._view.viewport().width() - 2 * PADDING

    def _parts(self, option: QStyleOptionViewItem, index: Index) -> list[WrappedText]:
        heading, body = str(index.data(HEADING) or ""), str(index.data() or "")
        bold = QFont(option.font)
        bold.setBold(True)
        width = self._width(index)
        parts = [wrapped(heading, bold, width, HEADING_LINES)] if heading else []
        if body or not parts:
            parts.append(wrapped(body, option.font, width, self._most_lines))
        return parts

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        self.initStyleOption(option, index)
        height = sum(part.height for part in self._parts(option, index)) + 2 * PADDING
        return QSize(60, round(height))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        option.text = ""
        element = QStyle.ControlElement.CE_ItemViewItem
        self._view.style().drawControl(element, option, painter, self._view)
        place = QRectF(option.rect).topLeft() + QPointF(PADDING, PADDING)
        painter.save()
        painter.setClipRect(option.rect)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        for part in self._parts(option, index):
            part.draw(painter, place)
            place.setY(place.y() + part.height)
        painter.restore()
