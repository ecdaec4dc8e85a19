"""What the columns of a table hold, to be corrected: one choice over each column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from advocate_desk.gui.column_words import COLUMN_ROLES, column_word
from advocate_desk.language.catalog import current, ntr, tr
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.column_map import ColumnMap, ColumnRole, MappedSheet

_LONGEST_TITLE = 200
_SHOWN_TITLE = 20
_AROUND, _NARROWEST = 48, 100


class ColumnMapping(QWidget):
    """Sheet, row of the titles and roles of columns; `corrected` carries the maps of all sheets."""

    corrected = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheets: tuple[MappedSheet, ...] = ()
        self.sheet_label, self.titles_label = QLabel(), QLabel()
        self.sheet, self.titles = QComboBox(), QComboBox()
        for box in (self.sheet, self.titles):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.wanted = QCheckBox()
        self.roles: list[QComboBox] = []
        self.area = QScrollArea()
        self._lay_out()
        self.sheet.activated.connect(lambda _at: self._show_sheet())
        self.titles.activated.connect(lambda _at: self._choose_titles())
        self.wanted.clicked.connect(self._choose_wanted)

    def _lay_out(self) -> None:
        self.sheet_label.setBuddy(self.sheet)
        self.titles_label.setBuddy(self.titles)
        head = QHBoxLayout()
        head.setSpacing(8)
        for part in (self.sheet_label, self.sheet, self.wanted, self.titles_label, self.titles):
            head.addWidget(part)
        head.addStretch(1)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.area)

    # --- what is shown

    def show_sheets(self, sheets: Sequence[MappedSheet]) -> None:
        """Shows how tables were read; without any, nothing is shown."""
        chosen = self.sheet.currentIndex() if len(sheets) == len(self._sheets) else 0
        self._sheets = tuple(sheets)
        self.setVisible(bool(sheets))
        self.sheet.clear()
        for one in self._sheets:
            self.sheet.addItem(_sheet_word(one))
        self.sheet.setCurrentIndex(max(chosen, 0))
        for part in (self.sheet_label, self.sheet, self.wanted):
            part.setVisible(len(self._sheets) > 1)
        self._show_sheet()

    @property
    def _shown(self) -> MappedSheet | None:
        at = self.sheet.currentIndex()
        return self._sheets[at] if 0 <= at < len(self._sheets) else None

    def _show_sheet(self) -> None:
        shown = self._shown
        self.roles = []
        if shown is None:
            return
        self.wanted.setChecked(shown.map.is_wanted)
        self._show_titles(shown)
        inner = QWidget()
        row = QHBoxLayout(inner)
        row.setContentsMargins(0, 0, 0, 2)
        row.setSpacing(8)
        for at, title in enumerate(shown.titles):
            row.addLayout(self._column(at, title, shown.map.role_of(at)))
        row.addStretch(1)
        inner.setEnabled(shown.map.is_wanted)
        self.area.setWidget(inner)
        bar = self.area.horizontalScrollBar().sizeHint().height()
        self.area.setFixedHeight(inner.sizeHint().height() + bar)

    def _show_titles(self, shown: MappedSheet) -> None:
        self.titles.clear()
        self.titles.addItem(tr("no row"), 0)
        for number, text in shown.top:
            cut = text if len(text) <= 24 else f"{text[:24]}…"
            self.titles.addItem(f"{in_digits(number, current())}: {cut}", number)
        self.titles.setCurrentIndex(max(self.titles.findData(shown.map.header), 0))
        self.titles.setEnabled(shown.map.is_wanted)

    def _column(self, at: int, title: str, role: ColumnRole | None) -> QVBoxLayout:
        """The title of a column and the choice of what it holds."""
        label, box = QLabel(_cut(title)), QComboBox()
        label.setToolTip(title[:_LONGEST_TITLE])
        label.setBuddy(box)
        box.addItem(column_word(None), None)
        for one in COLUMN_ROLES:
            box.addItem(column_word(one), one)
        box.setCurrentIndex(list(COLUMN_ROLES).index(role) + 1 if role else 0)
        _narrow(box, label)
        box.setAccessibleName(tr("The column “{title}” holds", title=title[:_LONGEST_TITLE]))
        box.activated.connect(lambda _index: self._choose_role(at, box))
        self.roles.append(box)
        column = QVBoxLayout()
        column.setSpacing(3)
        column.addWidget(label)
        column.addWidget(box)
        return column

    # --- what is corrected

    def _choose_role(self, column: int, box: QComboBox) -> None:
        chosen = box.currentData()
        self._correct(column=column, role=ColumnRole(chosen) if chosen else None)

    def _correct(self, *, column: int, role: ColumnRole | None) -> None:
        shown = self._shown
        if shown is not None:
            self._tell(shown.map.with_role(column, role))

    def _choose_titles(self) -> None:
        """Another row of titles: what the columns hold is told by it anew."""
        shown = self._shown
        if shown is not None:
            self._tell(replace(shown.map, header=int(self.titles.currentData()), columns={}))

    def _choose_wanted(self, wanted: bool) -> None:
        shown = self._shown
        if shown is not None:
            self._tell(replace(shown.map, is_wanted=wanted))

    def _tell(self, corrected: ColumnMap) -> None:
        maps = [corrected if one.map.sheet == corrected.sheet else one.map for one in self._sheets]
        self.corrected.emit(tuple(maps))

    # --- words

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.sheet_label.setText(tr("Sheet"))
        self.sheet.setAccessibleName(tr("Sheet"))
        self.wanted.setText(tr("Read this sheet"))
        self.titles_label.setText(tr("Titles of the columns"))
        self.titles.setAccessibleName(tr("Row with the titles of the columns"))
        self.show_sheets(self._sheets)


def _sheet_word(sheet: MappedSheet) -> str:
    rows = ntr("1 row", "{n} rows", sheet.rows)
    return f"{sheet.map.sheet[:40]} · {rows}"


def _narrow(box: QComboBox, label: QLabel) -> None:
    """As wide as what is chosen and the title above it; the list that opens shows every word."""
    words = max(box.fontMetrics().horizontalAdvance(box.currentText()), label.sizeHint().width())
    box.setFixedWidth(max(words + _AROUND, _NARROWEST))
    box.view().setMinimumWidth(box.view().sizeHintForColumn(0) + _AROUND)


def _cut(title: str) -> str:
    return title if len(title) <= _SHOWN_TITLE else f"{title[:_SHOWN_TITLE]}…"
