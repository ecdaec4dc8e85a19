"""A list of names, one line each: a long one is cut short with dots, its tip has the whole."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

_LEAST = 60
_AROUND = 14
ID = Qt.ItemDataRole.UserRole


class _OneLine(QStyledItemDelegate):
    """Wants little width, so that the list never scrolls sideways."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(_LEAST, option.fontMetrics.height() + _AROUND)


class NamesList(QListWidget):
    """Quick with ten thousand names; each item holds an id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("framed", "true")
        self.setProperty("roomy", "true")
        self.setItemDelegate(_OneLine(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def add(self, name: str, item_id: str) -> QListWidgetItem:
        """A name at the end of the list."""
        item = QListWidgetItem(name)
        item.setToolTip(name)
        item.setData(ID, item_id)
        self.addItem(item)
        return item
