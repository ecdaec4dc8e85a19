"""The table of a list that is coming in: chips, two languages in a cell, decisions by one key."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from advocate_desk.gui.match_words import match_chip
from advocate_desk.gui.models.incoming_rows_model import (
    IS_OPEN,
    IS_QUIET,
    MATCH_CLASS,
    SECOND_LINE,
    IncomingColumn,
    IncomingRowsModel,
    choice_word,
)
from advocate_desk.gui.theme import colours
from advocate_desk.gui.widgets.chip import Chip
from advocate_desk.gui.widgets.finding_delegate import small
from advocate_desk.gui.widgets.wrapped_text import WrappedText, wrapped
from advocate_desk.language.catalog import tr
from advocate_desk.model.registry import Choice, MatchClass

Index = QModelIndex | QPersistentModelIndex
PADDING = 7.0
FITTED = 300  # rows that are measured; more of them get one height
_LINES = 3
_KEYS = {
    "1": Choice.SAME,
    "2": Choice.NEW,
    "3": Choice.SKIP,
    "១": Choice.SAME,
    "២": Choice.NEW,
    "៣": Choice.SKIP,
}
CHOICES = (Choice.SAME, Choice.NEW, Choice.SKIP)


class _CellDelegate(QStyledItemDelegate):
    """Paints the texts of a cell wrapped, the second one smaller, or the class as a chip."""

    def __init__(self, view: QTableView, parent: QObject | None = None) -> None:
        super().__init__(parent or view)
        self._view = view

    def _parts(self, option: QStyleOptionViewItem, index: Index) -> list[WrappedText]:
        width = self._view.columnWidth(index.column()) - 2 * PADDING
        first, second = str(index.data() or ""), str(index.data(SECOND_LINE) or "")
        parts = [wrapped(first, option.font, width, _LINES)] if first else []
        if second:
            parts.append(wrapped(second, small(option.font), width, _LINES))
        return parts

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        self.initStyleOption(option, index)
        least = option.fontMetrics.height()
        height = max(sum(part.height for part in self._parts(option, index)), least)
        return QSize(40, round(height + 2 * PADDING))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        option.text = ""
        element = QStyle.ControlElement.CE_ItemViewItem
        self._view.style().drawControl(element, option, painter, self._view)
        painter.save()
        painter.setClipRect(option.rect)
        if index.column() == IncomingColumn.MATCH:
            self._draw_chip(painter, option, index)
        else:
            self._draw_texts(painter, option, index)
        painter.restore()

    def _draw_texts(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place = QRectF(option.rect).topLeft() + QPointF(PADDING, PADDING)
        quiet = option.palette.color(QPalette.ColorRole.PlaceholderText)
        role = QPalette.ColorRole.Link if self._is_asking(index) else QPalette.ColorRole.Text
        painter.setPen(quiet if index.data(IS_QUIET) else option.palette.color(role))
        for part in self._parts(option, index):
            part.draw(painter, place)
            place.setY(place.y() + part.height)
            if index.data():
                painter.setPen(quiet)

    @staticmethod
    def _is_asking(index: Index) -> bool:
        return index.column() == IncomingColumn.DECISION and bool(index.data(IS_OPEN))

    @staticmethod
    def _draw_chip(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        found = str(index.data(MATCH_CLASS) or "")
        quiet = Chip(str(index.data()), "answer_no_answer", colours(option.palette).quiet)
        chip = match_chip(MatchClass(found), option.palette) if found else quiet
        font = small(option.font)
        height = chip.size(font).height()
        area = QRectF(option.rect).adjusted(PADDING, PADDING - 1, -PADDING / 2, 0)
        area.setHeight(height)
        chip.draw(painter, area, font)


class IncomingTable(QTableView):
    """Rows are chosen whole; 1, 2 and 3 decide, Space takes a correction, Enter asks."""

    def __init__(self, model: IncomingRowsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        self.setModel(model)
        self._cells = _CellDelegate(self)
        for column in IncomingColumn:
            if column is not IncomingColumn.CORRECTION:
                self.setItemDelegateForColumn(column, self._cells)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        # With the table's own selection Qt asks every row whether a title is to look selected.
        self.horizontalHeader().setSelectionModel(QItemSelectionModel(model, self))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.clicked.connect(self._on_clicked)
        model.modelReset.connect(self.fit)

    def fit(self) -> None:
        """Shares the width between the columns; rows of a short list are as high as their texts."""
        metrics, header = self.fontMetrics(), self.horizontalHeader()
        has_offers = self.rows.has_offers()
        self.setColumnHidden(IncomingColumn.CORRECTION, not has_offers)
        place = metrics.horizontalAdvance("M" * 5) + 16
        match = self._chip_width()
        words = [metrics.horizontalAdvance(choice_word(one)) for one in (*CHOICES, None)]
        decision = max(*words, metrics.horizontalAdvance(tr("Decision"))) + 24
        room = max(300, self.viewport().width() - place - match - decision)
        shares = (0.36, 0.36, 0.28) if has_offers else (0.48, 0.52, 0.0)
        read, registry, correction = (round(room * share) for share in shares)
        widths = (place, read, match, registry, decision, correction)
        for column, width in zip(IncomingColumn, widths, strict=True):
            header.resizeSection(column, width)
        self._fit_rows()

    def _chip_width(self) -> int:
        font = small(self.font())
        widths = [match_chip(one, self.palette()).size(font).width() for one in MatchClass]
        return round(max(widths) + 2 * PADDING)

    def _fit_rows(self) -> None:
        if self.rows.rowCount() <= FITTED:
            self.resizeRowsToContents()
            return
        self.verticalHeader().setDefaultSectionSize(3 * self.fontMetrics().height() + 14)

    def selected(self) -> list[int]:
        """The positions of the rows that are chosen."""
        chosen = self.selectionModel().selection()  # by ranges: asking row by row is slow
        areas = [chosen.at(at) for at in range(chosen.count())]
        return sorted({row for one in areas for row in range(one.top(), one.bottom() + 1)})

    def decide(self, choice: Choice | None) -> None:
        """Decides about the chosen rows, and goes on to the next one."""
        self.rows.decide(self.selected(), choice)

    # --- by hand

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == IncomingColumn.DECISION:
            self.ask(index)

    def ask(self, index: QModelIndex) -> QMenu | None:
        """Offers the decisions for a row, at its place in the table."""
        if not index.isValid() or self.rows.at(index.row()).entry is None:
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, choice in enumerate(CHOICES, start=1):
            action = menu.addAction(f"{choice_word(choice)}\t{number}")
            is_same = choice is Choice.SAME
            action.setEnabled(not is_same or self.rows.at(index.row()).can_be_same)
            action.triggered.connect(partial(self._decide_at, index.row(), choice))
        area = self.visualRect(index)
        menu.popup(self.viewport().mapToGlobal(area.bottomLeft()))
        return menu

    def _decide_at(self, row: int, choice: Choice) -> None:
        chosen = self.selected()
        self.rows.decide(chosen if row in chosen else [row], choice)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        choice = _KEYS.get(event.text())
        if choice is not None:
            self.decide(choice)
        elif event.key() == Qt.Key.Key_Space:
            self._turn_offers()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            current = self.currentIndex()
            self.ask(current.siblingAtColumn(IncomingColumn.DECISION))
        else:
            super().keyPressEvent(event)

    def _turn_offers(self) -> None:
        chosen = self.selected()
        able = [row for row in chosen if self.rows.at(row).offers_correction]
        taken = all(self.rows.at(row).takes_offer for row in able)
        self.rows.take_offers(able, taken=not taken)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
