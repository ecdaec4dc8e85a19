"""Which columns of a table hold Khmer and English, to be corrected."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from advocate_desk.desk.exchanging import Corrections
from advocate_desk.gui.widgets.icon_button import IconButton
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import tr
from advocate_desk.model.kinds import ENGLISH, KHMER
from advocate_desk.model.offered import TableColumns

NO_COLUMNS = TableColumns((), {})


class LanguageColumns(QWidget):
    """Two choices of a column and a button that exchanges them; hidden where there is no table."""

    corrected = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = NO_COLUMNS
        self._is_exchanged = False
        self.warning = SoftLabel()
        self.labels = {code: QLabel() for code in (KHMER, ENGLISH)}
        self.boxes = {code: QComboBox() for code in (KHMER, ENGLISH)}
        self.swap = IconButton("sort")
        self._lay_out()
        for code, box in self.boxes.items():
            self.labels[code].setBuddy(box)
            box.activated.connect(self._choose)
        self.swap.clicked.connect(self.exchange)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for code, box in self.boxes.items():
            row.addWidget(self.labels[code])
            row.addWidget(box, 1)
        row.addWidget(self.swap)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.warning)
        column.addLayout(row)

    def forget(self) -> None:
        """Another table is read: nothing is exchanged in it yet."""
        self._is_exchanged = False

    def show_columns(self, columns: TableColumns | None, *, is_swapped: bool) -> None:
        """Shows the columns of a table; None hides everything."""
        self.setVisible(columns is not None)
        self._columns = columns or NO_COLUMNS
        for code, box in self.boxes.items():
            box.clear()
            box.addItem(tr("none"), -1)
            for at, title in enumerate(self._columns.titles):
                box.addItem(title, at)
            box.setCurrentIndex(self._columns.languages.get(code, -1) + 1)
        self.warning.setVisible(is_swapped)

    def _choose(self) -> None:
        chosen = {code: int(box.currentData()) for code, box in self.boxes.items()}
        self.corrected.emit(Corrections(chosen, swap=self._is_exchanged))

    def exchange(self) -> None:
        """Khmer and English change places."""
        places = self._columns.languages
        exchanged = {KHMER: places.get(ENGLISH, -1), ENGLISH: places.get(KHMER, -1)}
        self._is_exchanged = not self._is_exchanged
        self.corrected.emit(Corrections(exchanged, swap=self._is_exchanged))

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.labels[KHMER].setText(tr("Khmer column"))
        self.labels[ENGLISH].setText(tr("English column"))
        for code, box in self.boxes.items():
            box.setAccessibleName(self.labels[code].text())
        self.swap.say(tr("Exchange"), tr("The Khmer and the English column change places"))
        self.warning.setText(
            tr("The Khmer and the English seem to stand in each other's column: exchange them.")
        )
