"""Rows that are typed into: a table with fields of text and fields with a choice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from advocate_desk.gui.widgets.icon_button import IconButton

Index = QModelIndex | QPersistentModelIndex
_VALUE = Qt.ItemDataRole.UserRole + 1


class _Choice(QStyledItemDelegate):
    """A cell with one of a few values; the box is open while the cell is edited."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.words: Mapping[str, str] = {}

    @override
    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QComboBox:
        box = QComboBox(parent)
        for value, shown in self.words.items():
            box.addItem(shown, value)
        box.setCurrentIndex(max(0, box.findData(index.data(_VALUE))))
        box.activated.connect(lambda _at: self._finish(box))
        return box

    def _finish(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The box was filled when it was made."""

    @override
    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        assert isinstance(editor, QComboBox)  # noqa: S101 - made above
        changed = index.model()
        changed.setData(index, editor.currentData(), _VALUE)
        changed.setData(index, editor.currentText(), Qt.ItemDataRole.DisplayRole)


class EditableRows(QWidget):
    """One record a row. `choices` names the columns that offer values; the rest is text."""

    edited = Signal()

    def __init__(self, columns: int, choices: Sequence[int] = (), *, wide: Sequence[int]) -> None:
        super().__init__()
        self._choices = {column: _Choice(self) for column in choices}
        self._defaults: dict[int, str] = {}
        self.table = _Rows(0, columns)
        self.table.removal_asked.connect(self.remove_row)
        for column, delegate in self._choices.items():
            self.table.setItemDelegateForColumn(column, delegate)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in range(columns):
            fitted = QHeaderView.ResizeMode.ResizeToContents
            mode = QHeaderView.ResizeMode.Stretch if column in wide else fitted
            header.setSectionResizeMode(column, mode)
        self.add_button, self.remove_button = IconButton("add"), IconButton("close")
        self._lay_out()
        self.add_button.clicked.connect(lambda _on=False: self.add_row())
        self.remove_button.clicked.connect(self.remove_row)
        self.table.itemChanged.connect(lambda _item: self.edited.emit())
        self.table.currentCellChanged.connect(lambda *_: self._allow())
        self._allow()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)

    def _allow(self) -> None:
        self.remove_button.setEnabled(self.table.currentRow() >= 0)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Shows what is known."""
        self.table.blockSignals(True)
        self.table.setRowCount(0)
        for values in rows:
            self._append(values)
        self.table.blockSignals(False)
        self._allow()

    def _append(self, values: Sequence[str]) -> int:
        row = self.table.rowCount()
        self.table.insertRow(row)
        for column, value in enumerate(values):
            item = QTableWidgetItem(value)
            if column in self._choices:
                item.setText(self._choices[column].words.get(value, value))
                item.setData(_VALUE, value)
            self.table.setItem(row, column, item)
        return row

    def add_row(self, values: Sequence[str] = ()) -> None:
        """A row ready to be typed into; `values` are in it already."""
        filled = values or [self._default(column) for column in range(self.table.columnCount())]
        row = self._append(filled)
        texts = [c for c in range(self.table.columnCount()) if c not in self._choices]
        self.table.setCurrentCell(row, texts[0])
        self.edited.emit()
        if not values:
            self.table.setFocus()
            self.table.edit(self.table.model().index(row, texts[0]))

    def _default(self, column: int) -> str:
        return next(iter(self._choices[column].words), "") if column in self._choices else ""

    def remove_row(self) -> None:
        """Takes the row away that the cursor is in."""
        if self.table.currentRow() >= 0:
            self.table.removeRow(self.table.currentRow())
            self.edited.emit()
            self._allow()

    def rows(self) -> list[list[str]]:
        """What was entered: the values of choices, and texts without blanks around them."""
        return [
            [self._cell(row, column) for column in range(self.table.columnCount())]
            for row in range(self.table.rowCount())
        ]

    def _cell(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        if item is None:
            return ""
        return str(item.data(_VALUE)) if column in self._choices else item.text().strip()

    def say(
        self,
        heads: Sequence[str],
        choices: Mapping[int, Mapping[str, str]],
        *,
        add: str,
        remove: str,
    ) -> None:
        """Gives the columns, the choices and the buttons their words."""
        self.table.setHorizontalHeaderLabels(list(heads))
        self.add_button.say(add)
        self.remove_button.say(remove)
        for column, words in choices.items():
            self._choices[column].words = dict(words)
            items = (self.table.item(row, column) for row in range(self.table.rowCount()))
            for item in filter(None, items):
                item.setText(words.get(str(item.data(_VALUE)), item.text()))


class _Rows(QTableWidget):
    """Delete takes a row away; a cell is edited as soon as something is typed."""

    removal_asked = Signal()

    def __init__(self, rows: int, columns: int) -> None:
        super().__init__(rows, columns)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            trigger.AnyKeyPressed
            | trigger.EditKeyPressed
            | trigger.DoubleClicked
            | trigger.SelectedClicked
        )
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 16)
        self.setFrameShape(QTableWidget.Shape.NoFrame)
        self.setMinimumHeight(110)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.removal_asked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem():
            self.editItem(self.currentItem())
        else:
            super().keyPressEvent(event)
