"""A finding in a list: severity and place, what is wrong, and what one click would make of it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from advocate_desk.gui.models.findings_list_model import CORRECTION, FINDING, PLACE
from advocate_desk.gui.widgets.chip_looks import severity_chip
from advocate_desk.gui.widgets.wrapped_text import WrappedText, wrapped
from advocate_desk.model.finding import Finding

PADDING = 8.0
GAP = 4.0
_MOST_LINES = 3

Index = QModelIndex | QPersistentModelIndex


class FindingDelegate(QStyledItemDelegate):
    """Paints findings; the sentence wraps at the width of the list."""

    def __init__(self, view: QListView, parent: QObject | None = None) -> None:
        super().__init__(parent or view)
        self._view = view

    def _text(self, option: QStyleOptionViewItem, index: Index) -> WrappedText:
        width = self._view.viewport().width() - 2 * PADDING
        return wrapped(str(index.data()), option.font, width)

    def _correction(self, option: QStyleOptionViewItem, index: Index) -> WrappedText | None:
        text = str(index.data(CORRECTION) or "")
        width = self._view.viewport().width() - 2 * PADDING
        return wrapped(text, option.font, width, _MOST_LINES) if text else None

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        self.initStyleOption(option, index)
        head = QFontMetricsF(option.font).height() + 2
        height = head + GAP + self._text(option, index).height + 2 * PADDING
        correction = self._correction(option, index)
        height += correction.height + GAP if correction else 0
        return QSize(self._view.viewport().width(), round(height))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        option.text = ""
        style = self._view.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, self._view)
        finding = index.data(FINDING)
        if not isinstance(finding, Finding):
            return
        area = QRectF(option.rect).adjusted(PADDING, PADDING, -PADDING, -PADDING)
        painter.save()
        head = self._draw_head(painter, area, option, finding, str(index.data(PLACE)))
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        sentence = self._text(option, index)
        place = QPointF(area.left(), area.top() + head + GAP)
        sentence.draw(painter, place)
        correction = self._correction(option, index)
        if correction:
            painter.setPen(option.palette.color(QPalette.ColorRole.Link))
            correction.draw(painter, place + QPointF(0, sentence.height + GAP))
        painter.restore()

    @staticmethod
    def _draw_head(
        painter: QPainter,
        area: QRectF,
        option: QStyleOptionViewItem,
        finding: Finding,
        place: str,
    ) -> float:
        font = small(option.font)
        chip = severity_chip(finding.severity, option.palette)
        size = chip.size(font)
        height = QFontMetricsF(option.font).height() + 2
        line = QRectF(area.left(), area.top(), area.width(), height)
        chip.draw(painter, line, font)
        painter.setFont(font)
        painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        rest = line.adjusted(size.width() + PADDING, 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(rest, flags, place)
        return height


def small(font: QFont) -> QFont:
    """A slightly smaller face of the same family, for second lines."""
    smaller = QFont(font)
    smaller.setPointSizeF(max(font.pointSizeF() - 1, 9.0))
    return smaller
