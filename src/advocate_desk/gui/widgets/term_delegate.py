"""A term in a list: how the other side calls it, what it is called here, and the note."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from advocate_desk.gui.models.term_offers_model import OFFER, STATE
from advocate_desk.gui.theme import colours
from advocate_desk.gui.widgets.chip import Chip
from advocate_desk.gui.widgets.finding_delegate import small
from advocate_desk.gui.widgets.wrapped_text import WrappedText, wrapped
from advocate_desk.model.term_offers import TermOffer

PADDING = 9.0
GAP = 3.0
NOTE_LINES = 3

Index = QModelIndex | QPersistentModelIndex


class TermDelegate(QStyledItemDelegate):
    """Paints offers of the glossary; every text wraps at the width of the list."""

    def __init__(self, view: QListView, parent: QObject | None = None) -> None:
        super().__init__(parent or view)
        self._view = view

    def _parts(
        self, option: QStyleOptionViewItem, index: Index
    ) -> list[tuple[WrappedText, QPalette.ColorRole]]:
        offer = index.data(OFFER)
        if not isinstance(offer, TermOffer):
            return []
        width = self._view.viewport().width() - 2 * PADDING
        strong, quiet = QFont(option.font), QPalette.ColorRole.PlaceholderText
        strong.setBold(bool(offer.wanted))
        parts = [
            (wrapped(offer.found, option.font, width), quiet),
            (wrapped(str(index.data()), strong, width), QPalette.ColorRole.Text),
        ]
        if offer.term.note:
            parts.append((wrapped(offer.term.note, small(option.font), width, NOTE_LINES), quiet))
        return parts

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        self.initStyleOption(option, index)
        head = QFontMetricsF(option.font).height() + 2
        texts = sum(part.height + GAP for part, _role in self._parts(option, index))
        return QSize(self._view.viewport().width(), round(head + texts + 2 * PADDING))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        option.text = ""
        element = QStyle.ControlElement.CE_ItemViewItem
        self._view.style().drawControl(element, option, painter, self._view)
        area = QRectF(option.rect).adjusted(PADDING, PADDING, -PADDING, -PADDING)
        painter.save()
        top = area.top() + self._draw_chip(painter, area, option, index) + GAP
        for part, role in self._parts(option, index):
            painter.setPen(option.palette.color(role))
            part.draw(painter, QPointF(area.left(), top))
            top += part.height + GAP
        painter.restore()

    @staticmethod
    def _draw_chip(
        painter: QPainter, area: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> float:
        chosen, offer = colours(option.palette), index.data(OFFER)
        icon, tint = "state_missing", chosen.quiet
        if isinstance(offer, TermOffer) and offer.is_forbidden:
            icon, tint = "finding_warning", chosen.warn
        elif isinstance(offer, TermOffer) and offer.is_there:
            icon, tint = "check", chosen.good
        height = QFontMetricsF(option.font).height() + 2
        line = QRectF(area.left(), area.top(), area.width(), height)
        Chip(str(index.data(STATE)), icon, tint).draw(painter, line, small(option.font))
        return height
