"""The legal basis of a clause: instruments by language, one in a row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from advocate_desk.gui.widgets.icon_button import IconButton
from advocate_desk.language.catalog import tr
from advocate_desk.language.dates import find_date
from advocate_desk.model.clause import LegalBasis, LegalText
from advocate_desk.model.kinds import SHIPPED_LANGUAGES
from advocate_desk.model.words import own_name

_FIELDS = ("treaty", "article", "place")
_COLUMNS = tuple((field, code) for field in _FIELDS for code in SHIPPED_LANGUAGES)
_DATE = len(_COLUMNS)
_AROUND, _TREATY = 10, 150


class LegalBasesTable(QWidget):
    """Rows that are typed into; `value()` leaves empty ones out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = QTableWidget(0, _DATE + 1)
        self.table.verticalHeader().hide()
        self.table.setMinimumHeight(110)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_DATE, QHeaderView.ResizeMode.ResizeToContents)
        self.add_button, self.remove_button = IconButton("add"), IconButton("close")
        buttons = QHBoxLayout()
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)
        self.add_button.clicked.connect(self.add_row)
        self.remove_button.clicked.connect(self.remove_row)

    def show_bases(self, bases: Sequence[LegalBasis]) -> None:
        """Shows what is known."""
        self.table.setRowCount(len(bases))
        for row, basis in enumerate(bases):
            for column, (field, code) in enumerate(_COLUMNS):
                text = getattr(basis.texts.get(code, LegalText()), field)
                self.table.setItem(row, column, QTableWidgetItem(text))
            self.table.setItem(row, _DATE, QTableWidgetItem(basis.signed_on))

    def add_row(self) -> None:
        """An empty row, ready to be typed into."""
        row = self.table.rowCount()
        self.table.insertRow(row)
        self.table.setCurrentCell(row, 0)
        self.table.setFocus()

    def remove_row(self) -> None:
        """Takes the row away that the cursor is in."""
        if self.table.currentRow() >= 0:
            self.table.removeRow(self.table.currentRow())

    def value(self) -> tuple[LegalBasis, ...]:
        """What was entered; a date is kept as ISO where it can be read."""
        rows = (self._basis(row) for row in range(self.table.rowCount()))
        return tuple(basis for basis in rows if basis.texts)

    def _basis(self, row: int) -> LegalBasis:
        cells = {key: self._cell(row, column) for column, key in enumerate(_COLUMNS)}
        texts = {
            code: LegalText(*(cells[field, code] for field in _FIELDS))
            for code in SHIPPED_LANGUAGES
        }
        written = {code: text for code, text in texts.items() if not text.is_empty}
        typed = self._cell(row, _DATE)
        day = find_date(typed)
        return LegalBasis(written, day.isoformat() if day else typed)

    def _cell(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return item.text().strip() if item else ""

    def _widen_for(self, longest: str) -> None:
        """What a treaty is called is long; the other columns share what is left."""
        header = self.table.horizontalHeader()
        wide = header.fontMetrics().horizontalAdvance(longest) + 2 * _AROUND
        for column, (field, _code) in enumerate(_COLUMNS):
            if field == "treaty":
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
                header.resizeSection(column, max(wide, _TREATY))

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        words = {"treaty": tr("Treaty or law"), "article": tr("Article"), "place": tr("Place")}
        heads = [f"{words[field]}\n{own_name(code)}" for field, code in _COLUMNS]
        self.table.setHorizontalHeaderLabels([*heads, tr("Date")])
        self._widen_for(words["treaty"])
        self.table.setAccessibleName(tr("Legal basis"))
        self.add_button.say(tr("Add instrument"))
        self.remove_button.say(tr("Remove"))
