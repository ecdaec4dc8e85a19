"""How the cells of the endorsers' table are painted: names that may be held down, chips, marks."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF
from PySide6.QtGui import QFont, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from advocate_desk.gui.icons import pixmap
from advocate_desk.gui.models.endorsements_table_model import (
    ANSWER,
    EARLIER_TEXT,
    MARK,
    SHOWN,
    Column,
    EndorsementsTableModel,
)
from advocate_desk.gui.widgets.chip import Chip
from advocate_desk.gui.widgets.chip_looks import answer_chip, earlier_chip, show_as_chip
from advocate_desk.gui.widgets.finding_delegate import small
from advocate_desk.model.kinds import EndorsementState, ShowAs

Index = QModelIndex | QPersistentModelIndex
SIDE = 8
MARK_SIZE = 16


class NameDelegate(QStyledItemDelegate):
    """Paints a name; a withheld one is grey and masked, except in the row that is held down."""

    def __init__(self, model: EndorsementsTableModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self.held_row = -1

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        listed = self._model.listed(index.row())
        if listed is None or not listed.is_withheld:
            return
        if index.row() == self.held_row:
            option.text = self._model.revealed(index.row(), index.column())
        else:
            muted = option.palette.color(QPalette.ColorRole.PlaceholderText)
            option.palette.setColor(QPalette.ColorRole.Text, muted)
            option.palette.setColor(QPalette.ColorRole.HighlightedText, muted)


class _Ground(QStyledItemDelegate):
    """The cell without its text: selection, focus, hover."""

    def paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> QStyleOptionViewItem:
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        return option


class ChipDelegate(_Ground):
    """Paints an answer, how a name is shown, or that an earlier text was agreed to, as a chip."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        chip = self._chip(index, option.palette)
        if chip is None:
            super().paint(painter, option, index)
            return
        self.paint_ground(painter, option, index)
        area = QRectF(option.rect).adjusted(SIDE, 0, -SIDE / 2, 0)
        chip.draw(painter, area, chip_font(option.font))

    @staticmethod
    def _chip(index: Index, palette: QPalette) -> Chip | None:
        if index.column() == Column.STATE:
            return answer_chip(EndorsementState(index.data(ANSWER)), palette)
        if index.column() == Column.AGREED:
            return earlier_chip(palette) if index.data(EARLIER_TEXT) else None
        return show_as_chip(ShowAs(index.data(SHOWN)), palette)


class MarkDelegate(_Ground):
    """Paints an icon where there is something, such as evidence; its tip says it in words."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        mark = index.data(MARK)
        self.paint_ground(painter, option, index)
        if not mark:
            return
        colour = option.palette.color(QPalette.ColorRole.Text).name()
        picture = pixmap(str(mark), colour, MARK_SIZE, painter.device().devicePixelRatioF())
        area = QRectF(option.rect)
        left = area.left() + (area.width() - MARK_SIZE) / 2
        painter.drawPixmap(QPointF(left, area.center().y() - MARK_SIZE / 2), picture)


def chip_font(font: QFont) -> QFont:
    """The face of chips in a table."""
    return small(font)
