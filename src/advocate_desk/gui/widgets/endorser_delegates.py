"""How the cells of the endorsers' table are painted: names that may be held down, chips, marks."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRectF,
    QSize,
)
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QPixmap
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
from advocate_desk.gui.models.endorser_filter import EARLIER
from advocate_desk.gui.widgets.chip import Chip
from advocate_desk.gui.widgets.chip_looks import answer_chip, earlier_chip, show_as_chip
from advocate_desk.gui.widgets.finding_delegate import small
from advocate_desk.gui.widgets.hold_to_reveal import HoldToReveal
from advocate_desk.language.catalog import current
from advocate_desk.model.kinds import EndorsementState, ShowAs

Index = QModelIndex | QPersistentModelIndex
SIDE = 8
MARK_SIZE = 16
_MOST_DRAWN = 200  # pictures of chips


class NameDelegate(QStyledItemDelegate):
    """Paints a name; a withheld one is grey and masked, except in the row that is held down."""

    def __init__(self, model: EndorsementsTableModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self.hold: HoldToReveal | None = None

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        listed = self._model.listed(index.row())
        if listed is None or not listed.is_withheld:
            return
        if self.hold is not None and index.row() == self.hold.row:
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
    """Paints an answer, how a name is shown, or that an earlier text was agreed to, as a chip.

    A chip is drawn once and then copied: a page of rows has forty of the same few.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._drawn: dict[tuple[object, ...], QPixmap] = {}

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        value = self._value(index)
        if value is None:
            super().paint(painter, option, index)
            return
        self.paint_ground(painter, option, index)
        ratio = painter.device().devicePixelRatioF()
        size = QSize(option.rect.width() - SIDE - SIDE // 2, option.rect.height())
        looks = (ratio, current(), option.font.key(), option.palette.cacheKey())
        key = (index.column(), value, size.width(), size.height(), *looks)
        if key not in self._drawn:
            if len(self._drawn) >= _MOST_DRAWN:
                self._drawn.clear()
            chip = _chip(index.column(), value, option.palette)
            self._drawn[key] = _picture(chip, size, option.font, ratio)
        painter.drawPixmap(option.rect.topLeft() + QPoint(SIDE, 0), self._drawn[key])

    @staticmethod
    def _value(index: Index) -> str | None:
        """What the chip says, None where there is none."""
        if index.column() == Column.STATE:
            return str(index.data(ANSWER))
        if index.column() == Column.AGREED:
            return EARLIER if index.data(EARLIER_TEXT) else None
        return str(index.data(SHOWN))


def _chip(column: int, value: str, palette: QPalette) -> Chip:
    if column == Column.STATE:
        return answer_chip(EndorsementState(value), palette)
    if column == Column.AGREED:
        return earlier_chip(palette)
    return show_as_chip(ShowAs(value), palette)


def _picture(chip: Chip, size: QSize, font: QFont, ratio: float) -> QPixmap:
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    chip.draw(painter, QRectF(0, 0, size.width(), size.height()), chip_font(font))
    painter.end()
    return picture


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
