"""The table of the registry: many rows, masked names, a copy that keeps them masked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from advocate_desk.gui.endorser_kinds import ENDORSER_KINDS, kind_word
from advocate_desk.gui.models.registry_table_model import (
    SECRET,
    RegistryColumn,
    RegistryTableModel,
)
from advocate_desk.gui.widgets.hold_to_reveal import HoldToReveal
from advocate_desk.language.catalog import current, tr
from advocate_desk.model.provinces import PROVINCES, province_word

Index = QModelIndex | QPersistentModelIndex
SIDE = 10
_NAMES = (RegistryColumn.KHMER, RegistryColumn.ENGLISH)


class _NameDelegate(QStyledItemDelegate):
    """A withheld name is grey and masked, except in the row that is held down."""

    def __init__(self, model: RegistryTableModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self.hold: HoldToReveal | None = None

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if not self._model.is_withheld(index.row()):
            return
        if self.hold is not None and index.row() == self.hold.row:
            option.text = self._model.revealed(index.row(), index.column())
            return
        muted = option.palette.color(QPalette.ColorRole.PlaceholderText)
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
            option.palette.setColor(role, muted)


class RegistryTable(QTableView):
    """Rows are chosen whole; Enter opens one, Delete asks for removal, a header puts in order."""

    opened = Signal(str)
    removal_asked = Signal()

    def __init__(self, model: RegistryTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.registry = model
        self.setModel(model)
        self._names = _NameDelegate(model, self)
        self.hold = HoldToReveal(self, self._may_reveal)
        self._names.hold = self.hold
        self._set_up()
        self._set_up_headers()
        self.doubleClicked.connect(self._open)

    def _may_reveal(self, row: int, column: int) -> bool:
        return self.registry.is_withheld(row) and (column < 0 or column in SECRET)

    def _set_up(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        for column in SECRET:
            self.setItemDelegateForColumn(column, self._names)

    def _set_up_headers(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.sectionClicked.connect(self._turn_order)
        self._fit()
        self._show_order()

    def _turn_order(self, column: int) -> None:
        """A click on the header puts the rows in order, a second click the other way round."""
        model = self.registry
        again = column == model.order and not model.descending
        self.order_by(RegistryColumn(column), descending=again)

    def order_by(self, column: RegistryColumn, *, descending: bool = False) -> None:
        """Puts the rows in order by a column; what is chosen stays chosen."""
        chosen = self.chosen_ids()
        self.registry.order_by(column, descending=descending)
        self._show_order()
        self.choose(chosen)

    def _show_order(self) -> None:
        way = Qt.SortOrder.DescendingOrder if self.registry.descending else _ASCENDING
        self.horizontalHeader().setSortIndicator(int(self.registry.order), way)

    def _fit(self) -> None:
        """Row height and narrow columns after the font and the words in use now."""
        metrics = QFontMetrics(self.font())
        # Khmer stacks signs above and below its letters: rows are taller than Latin needs.
        self.verticalHeader().setDefaultSectionSize(metrics.height() + 14)
        header = self.horizontalHeader()
        kinds = [kind_word(kind) for kind in ENDORSER_KINDS]
        provinces = [province_word(name, current()) for name in PROVINCES]
        for column, widest in (
            (RegistryColumn.ACRONYM, metrics.horizontalAdvance("MMMMMM")),
            (RegistryColumn.KIND, max(map(metrics.horizontalAdvance, kinds))),
            (RegistryColumn.PROVINCE, max(map(metrics.horizontalAdvance, provinces))),
            (RegistryColumn.STATEMENTS, metrics.horizontalAdvance("0000")),
        ):
            wanted = max(widest + 2 * SIDE, header.sectionSizeHint(column) + SIDE)
            header.resizeSection(column, wanted)
        self._share_width()

    def _share_width(self) -> None:
        header = self.horizontalHeader()
        others = sum(header.sectionSize(c) for c in RegistryColumn if c not in _NAMES)
        room = max(400, self.viewport().width() - others)
        for column in _NAMES:
            header.resizeSection(column, room // len(_NAMES))

    def chosen_rows(self) -> list[int]:
        """The chosen rows from top to bottom."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def chosen_ids(self) -> tuple[str, ...]:
        """The chosen endorsers from top to bottom."""
        return tuple(self.registry.endorser_id(row) for row in self.chosen_rows())

    def choose(self, endorser_ids: tuple[str, ...]) -> None:
        """Chooses endorsers, and shows the first of them."""
        rows = [row for row in map(self.registry.row_of, endorser_ids) if row >= 0]
        selection = self.selectionModel()
        self.clearSelection()
        flags = selection.SelectionFlag
        for row in rows:
            selection.select(self.registry.index(row, 0), flags.Select | flags.Rows)
        if rows:
            first = self.registry.index(rows[0], 0)
            selection.setCurrentIndex(first, flags.NoUpdate)
            self.scrollTo(first)

    def copy(self) -> None:
        """Puts the chosen rows on the clipboard, withheld names masked."""
        if text := self.registry.as_text(self.chosen_rows()):
            QGuiApplication.clipboard().setText(text)

    def _open(self, index: QModelIndex) -> None:
        if endorser_id := self.registry.endorser_id(index.row()):
            self.opened.emit(endorser_id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_asked.emit()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.setAccessibleName(tr("Registry of endorsers"))
        self.setAccessibleDescription(
            tr("Names that are withheld are masked; hold the space bar to show one.")
        )
        chosen = self.chosen_ids()
        self.registry.retranslate()
        self.choose(chosen)
        self._fit()


_ASCENDING = Qt.SortOrder.AscendingOrder
