"""A statement's own placeholders and their values; what is not filled says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from advocate_desk.gui.widgets.icon_button import IconButton
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import tr
from advocate_desk.model.looks import OwnPlaceholder
from advocate_desk.model.words import language_word

_READ_ONLY = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class PlaceholdersTable(QWidget):
    """Name, a value in each language, and what is missing; rows can be added."""

    def __init__(
        self,
        placeholders: Sequence[OwnPlaceholder],
        languages: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._languages = tuple(languages)
        self._used = {one.name for one in placeholders if one.is_used}
        self.table = QTableWidget(0, len(self._languages) + 2)
        self.table.verticalHeader().hide()
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 18)
        self.add = IconButton("add")
        self.hint = SoftLabel()
        self._lay_out()
        for one in placeholders:
            self._add_row(one.name, one.values)
        self.table.itemChanged.connect(lambda item: self._tell(item.row()))
        self.add.clicked.connect(self.add_row)

    def _lay_out(self) -> None:
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        last = self.table.columnCount() - 1
        for fitted in (0, last):
            header.setSectionResizeMode(fitted, QHeaderView.ResizeMode.ResizeToContents)
        header.setMinimumSectionSize(120)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.hint)
        column.addWidget(self.table, 1)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_row(self, name: str, values: Mapping[str, str]) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        texts = (name, *(values.get(code, "") for code in self._languages), "")
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            is_fixed = (column == 0 and name) or column == len(texts) - 1
            if is_fixed:
                item.setFlags(_READ_ONLY)
            self.table.setItem(row, column, item)
        self._tell(row)

    def add_row(self) -> None:
        """Adds an empty row, ready for its name."""
        self._add_row("", {})
        cell = self.table.item(self.table.rowCount() - 1, 0)
        if cell is not None:
            self.table.setCurrentItem(cell)
            self.table.editItem(cell)

    def _text(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return item.text().strip() if item else ""

    def _tell(self, row: int) -> None:
        """Says in the last column what the row lacks."""
        state = self.table.item(row, len(self._languages) + 1)
        if state is None:
            return
        words = self._state(row)
        if state.text() != words:
            state.setText(words)

    def _state(self, row: int) -> str:
        name = self._text(row, 0)
        empty = [
            language_word(code)
            for column, code in enumerate(self._languages, start=1)
            if not self._text(row, column)
        ]
        if not name:
            return tr("needs a name")
        if empty:
            return "⚠ " + tr("not filled: {languages}", languages=", ".join(empty))
        return tr("filled") if name in self._used else tr("filled, not in the text")

    def values(self) -> dict[str, dict[str, str]]:
        """The values of every placeholder that has a name; those without any value are left out."""
        found = {
            self._text(row, 0): {
                code: self._text(row, column)
                for column, code in enumerate(self._languages, start=1)
                if self._text(row, column)
            }
            for row in range(self.table.rowCount())
        }
        return {name: texts for name, texts in found.items() if name and texts}

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        words = [tr("Name"), *(language_word(code) for code in self._languages), tr("State")]
        self.table.setHorizontalHeaderLabels(words)
        self.table.setAccessibleName(tr("Own placeholders"))
        self.hint.setText(
            tr("{example} in a text stands for its value in each language.", example="{{name}}")
        )
        self.add.say(tr("Add placeholder"))
        for row in range(self.table.rowCount()):
            self._tell(row)
