"""An action in a list: its name, where it stands, and its key at the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from advocate_desk.gui.models.actions_list_model import KEY, WHERE
from advocate_desk.gui.widgets.finding_delegate import small

PADDING = 10.0

Index = QModelIndex | QPersistentModelIndex


class ActionDelegate(QStyledItemDelegate):
    """Paints an action in one line."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, round(QFontMetricsF(option.font).height() + 12))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        name, option.text = option.text, ""
        style = option.widget.style() if option.widget else QApplication.style()
        element = QStyle.ControlElement.CE_ItemViewItem
        style.drawControl(element, option, painter, option.widget)
        is_enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
        group = QPalette.ColorGroup.Normal if is_enabled else QPalette.ColorGroup.Disabled
        area = QRectF(option.rect).adjusted(PADDING, 0, -PADDING, 0)
        painter.save()
        painter.setFont(option.font)
        painter.setPen(option.palette.color(group, QPalette.ColorRole.Text))
        painter.drawText(area, _LEFT, name)
        used = QFontMetricsF(option.font).horizontalAdvance(name) + 2 * PADDING
        painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(area, _RIGHT, str(index.data(KEY)))
        painter.setFont(small(option.font))
        painter.drawText(area.adjusted(used, 0, 0, 0), _LEFT, str(index.data(WHERE)))
        painter.restore()


_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
