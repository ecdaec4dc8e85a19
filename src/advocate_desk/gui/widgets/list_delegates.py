"""How statements and blocks are drawn in the lists at the left."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from advocate_desk.gui import icons
from advocate_desk.gui.colours import Colours
from advocate_desk.gui.fonts import small_font
from advocate_desk.gui.models.outline_list_model import OutlineListModel
from advocate_desk.gui.models.statements_list_model import StatementsListModel
from advocate_desk.gui.theme import colours
from advocate_desk.gui.widgets.state_chip import tint_of
from advocate_desk.model.kinds import TranslationState

Index = QModelIndex | QPersistentModelIndex
_SIGN = 16
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


def _ground(painter: QPainter, option: QStyleOptionViewItem, chosen: Colours) -> None:
    state = option.state
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(option.rect, QColor(chosen.selected))
        bar = QRect(option.rect.left(), option.rect.top(), 3, option.rect.height())
        painter.fillRect(bar, QColor(chosen.accent))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(option.rect, QColor(chosen.hover))
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QColor(chosen.accent))
        painter.drawRect(option.rect.adjusted(0, 0, -1, -1))


def _elided(painter: QPainter, text: str, width: int) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)


class StatementDelegate(QStyledItemDelegate):
    """Two lines: the title, and smaller how far it is."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        chosen = colours(option.palette)
        painter.save()
        _ground(painter, option, chosen)
        area = option.rect.adjusted(14, 5, -10, -5)
        title, detail = QRect(area), QRect(area)
        title.setHeight(area.height() * 54 // 100)
        detail.setTop(title.bottom() + 1)
        painter.setFont(option.font)
        painter.setPen(QColor(chosen.text))
        text = str(index.data() or "")
        painter.drawText(title, _MIDDLE, _elided(painter, text, title.width()))
        painter.setFont(small_font(option.font))
        painter.setPen(QColor(chosen.muted))
        words = str(index.data(StatementsListModel.DETAIL) or "")
        painter.drawText(detail, _MIDDLE, _elided(painter, words, detail.width()))
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = option.fontMetrics.height() + QFontMetrics(small_font(option.font)).height()
        return QSize(120, lines + 13)


class OutlineDelegate(QStyledItemDelegate):
    """One line: the place of the block, its first words, and the sign of its state."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        chosen = colours(option.palette)
        painter.save()
        _ground(painter, option, chosen)
        area = option.rect.adjusted(10, 0, -10, 0)
        painter.setFont(option.font)
        number = QRect(area.left(), area.top(), 26, area.height())
        painter.setPen(QColor(chosen.muted))
        painter.drawText(
            number, _MIDDLE | Qt.AlignmentFlag.AlignRight, str(index.data(OutlineListModel.NUMBER))
        )
        words = area.adjusted(34, 0, -_SIGN - 8, 0)
        painter.setPen(QColor(chosen.text))
        text = str(index.data() or "")
        painter.drawText(words, _MIDDLE, _elided(painter, text, words.width()))
        self._paint_sign(painter, area, index.data(OutlineListModel.STATE), chosen)
        painter.restore()

    @staticmethod
    def _paint_sign(painter: QPainter, area: QRect, state: object, chosen: Colours) -> None:
        if not isinstance(state, str):
            return
        colour = tint_of(TranslationState(state), chosen).text
        ratio = painter.device().devicePixelRatioF()
        sign = icons.pixmap(f"state_{state}", colour, _SIGN, ratio)
        painter.drawPixmap(area.right() - _SIGN, area.center().y() - _SIGN // 2, sign)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, option.fontMetrics.height() + 8)
