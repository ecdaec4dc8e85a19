"""How the cells of the endorsers' table are painted: names that may be held down, and chips."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF
from PySide6.QtGui import QFont, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from advocate_desk.gui.models.endorsements_table_model import (
    ANSWER,
    SHOWN,
    Column,
    EndorsementsTableModel,
)
from advocate_desk.gui.widgets.chip import Chip
from advocate_desk.gui.widgets.chip_looks import answer_chip, show_as_chip
from advocate_desk.gui.widgets.finding_delegate import small
from advocate_desk.model.kinds import EndorsementState, ShowAs

Index = QModelIndex | QPersistentModelIndex
SIDE = 8


class NameDelegate(QStyledItemDelegate):
    """Paints a name; a withheld one is grey and masked, except in the row that is held down."""

    def __init__(self, model: EndorsementsTableModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self.held_row = -1

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.data(SHOWN) != ShowAs.WITHHELD.value:  # Qt hands enumerations over as text
            return
        if index.row() == self.held_row:
            option.text = self._model.revealed(index.row(), index.column())
        else:
            muted = option.palette.color(QPalette.ColorRole.PlaceholderText)
            option.palette.setColor(QPalette.ColorRole.Text, muted)
            option.palette.setColor(QPalette.ColorRole.HighlightedText, muted)


class ChipDelegate(QStyledItemDelegate):
    """Paints an answer, or how a name is shown, as icon and word."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style() if option.widget else QApplication.style()
        element = QStyle.ControlElement.CE_ItemViewItem
        style.drawControl(element, option, painter, option.widget)
        area = QRectF(option.rect).adjusted(SIDE, 0, -SIDE / 2, 0)
        self._chip(index, option.palette).draw(painter, area, chip_font(option.font))

    @staticmethod
    def _chip(index: Index, palette: QPalette) -> Chip:
        if index.column() == Column.STATE:
            return answer_chip(EndorsementState(index.data(ANSWER)), palette)
        return show_as_chip(ShowAs(index.data(SHOWN)), palette)


def chip_font(font: QFont) -> QFont:
    """The face of chips in a table."""
    return small(font)
