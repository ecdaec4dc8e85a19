"""The table of an import of clauses: texts wrapped, a tick by mouse or Space."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from advocate_desk.gui.models.clause_rows_model import ClauseColumn, ClauseRowsModel
from advocate_desk.gui.widgets.wrapped_delegate import WrappedDelegate
from advocate_desk.language.catalog import tr
from advocate_desk.model.kinds import BlockKind
from advocate_desk.model.words import word

FITTED = 300  # rows that are measured; more of them get one height
_KINDS = (BlockKind.PARAGRAPH, BlockKind.DEMAND, BlockKind.QUOTATION, BlockKind.HEADING)


class ClauseRowsTable(QTableView):
    """Rows, chosen whole."""

    def __init__(self, model: ClauseRowsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self.setModel(model)
        self._texts = WrappedDelegate(self)
        for column in ClauseColumn:
            if column is not ClauseColumn.PLACE:
                self.setItemDelegateForColumn(column, self._texts)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def fit(self) -> None:
        """Shares the width between the texts; rows are as high as their texts."""
        metrics, header = self.fontMetrics(), self.horizontalHeader()
        place = metrics.horizontalAdvance("M" * (8 if self._rows.has_names else 3)) + 40
        kinds = max(metrics.horizontalAdvance(word(kind)) for kind in _KINDS) + 24
        result = metrics.horizontalAdvance(tr("is filed anew; its texts stay")) * 3 // 4 + 20
        room = max(240, self.viewport().width() - place - kinds - result)
        widths = (place, kinds, room // 2, room - room // 2, result)
        for column, width in zip(ClauseColumn, widths, strict=True):
            header.resizeSection(column, width)
        self._span()
        if self._rows.rowCount() <= FITTED:
            self.resizeRowsToContents()
        else:
            self.verticalHeader().setDefaultSectionSize(4 * metrics.height() + 14)

    def _span(self) -> None:
        """A listed text has no languages: it stands across both columns."""
        self.clearSpans()
        for row in range(self._rows.rowCount()):
            if self._rows.is_listed(row):
                self.setSpan(row, ClauseColumn.KHMER, 1, 2)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._rows.turn(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
