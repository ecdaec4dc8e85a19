"""A clause in a list: its beginning in both languages, its revision and use."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from advocate_desk.gui.models.clauses_list_model import DETAILS, SECOND_LINE
from advocate_desk.gui.widgets.finding_delegate import small

PADDING = 8.0
GAP = 2.0

Index = QModelIndex | QPersistentModelIndex


class ClauseDelegate(QStyledItemDelegate):
    """Paints clauses in three short lines, each cut at the width of the list."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        first, second = QFontMetricsF(option.font), QFontMetricsF(small(option.font))
        height = first.height() + 2 * second.height() + 2 * GAP + 2 * PADDING
        return QSize(120, round(height))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        first, option.text = option.text, ""
        style = option.widget.style() if option.widget else QApplication.style()
        element = QStyle.ControlElement.CE_ItemViewItem
        style.drawControl(element, option, painter, option.widget)
        area = QRectF(option.rect).adjusted(PADDING, PADDING, -PADDING, -PADDING)
        text = option.palette.color(QPalette.ColorRole.Text)
        muted = option.palette.color(QPalette.ColorRole.PlaceholderText)
        smaller = small(option.font)
        painter.save()
        for line, font, colour in (
            (first, option.font, text),
            (str(index.data(SECOND_LINE)), smaller, text),
            (str(index.data(DETAILS)), smaller, muted),
        ):
            painter.setPen(colour)
            area.setTop(area.top() + _draw_line(painter, area, line, font) + GAP)
        painter.restore()


def _draw_line(painter: QPainter, area: QRectF, text: str, font: QFont) -> float:
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    line = QRectF(area.left(), area.top(), area.width(), metrics.height())
    painter.setFont(font)
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    return metrics.height()
