"""A table to be read: texts wrapped in their cells, columns that share the width."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget
from typing_extensions import override

from advocate_desk.gui.widgets.wrapped_delegate import WrappedDelegate


class WrappedTable(QTableWidget):
    """One row is chosen at a time; `shares` are the shares of the columns in the width."""

    def __init__(
        self, shares: Sequence[int], *, most_lines: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(0, len(shares), parent)
        self._shares = tuple(shares)
        self.setItemDelegate(WrappedDelegate(self, most_lines=most_lines))
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QTableWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def put(self, row: int, texts: Sequence[str]) -> list[QTableWidgetItem]:
        """Writes a row; the tooltips have the whole texts."""
        items: list[QTableWidgetItem] = []
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            self.setItem(row, column, item)
            items.append(item)
        return items

    def fit(self) -> None:
        """Shares the width; rows are as high as their texts."""
        room = self.viewport().width()
        for column, share in enumerate(self._shares):
            self.setColumnWidth(column, room * share // sum(self._shares))
        self.resizeRowsToContents()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()
