"""How many endorsers there are: by kind, by province and by answer, as a table and a chart."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from advocate_desk.gui.endorser_kinds import kind_word
from advocate_desk.gui.operations import Operations
from advocate_desk.gui.widgets.bar_chart import Bar, BarChart
from advocate_desk.gui.widgets.empty_state import EmptyState
from advocate_desk.gui.widgets.icon_button import IconButton
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import current, ntr, tr
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.changes import Area, Changes
from advocate_desk.model.endorser_statistics import EndorserStatistics, Share
from advocate_desk.model.kinds import EndorsementState
from advocate_desk.model.provinces import province_word
from advocate_desk.model.words import word

_SIZE = (980, 560)
_KIND, _PROVINCE, _STATE = "kind", "province", "state"


class StatisticsDialog(QDialog):
    """Of the open statement, or of the whole registry."""

    def __init__(
        self, parent: QWidget | None, operations: Operations, statement_id: str = ""
    ) -> None:
        super().__init__(parent)
        self._operations = operations
        self._statement_id = statement_id
        self.statistics = EndorserStatistics.of(())
        self._make_widgets()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.read()

    def _make_widgets(self) -> None:
        self.whose, self.by = QComboBox(), QComboBox()
        self._labels = (QLabel(), QLabel())
        for label, box in zip(self._labels, (self.whose, self.by), strict=True):
            label.setBuddy(box)
        for value in ([self._statement_id] if self._statement_id else []) + [""]:
            self.whose.addItem("", value)
        for value in (_KIND, _PROVINCE, _STATE):
            self.by.addItem("", value)
        self.lead, self.legend = SoftLabel(), SoftLabel()
        self.table = QTableWidget(0, 3)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.chart = BarChart()
        self.empty = EmptyState()
        self.copy_button = IconButton("duplicate")
        self.close_button = QPushButton()
        self.close_button.setAutoDefault(False)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        for label, box in zip(self._labels, (self.whose, self.by), strict=True):
            top.addWidget(label)
            top.addWidget(box)
            top.addSpacing(14)
        top.addStretch(1)
        self._sides = QWidget()
        sides = QHBoxLayout(self._sides)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(24)
        sides.addWidget(self.table, 4)
        sides.addWidget(self._scrolled(), 5)
        foot = QHBoxLayout()
        foot.addWidget(self.copy_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self.lead)
        column.addWidget(self._sides, 1)
        column.addWidget(self.empty, 1)
        column.addWidget(self.legend)
        column.addLayout(foot)
        self.resize(*_SIZE)

    def _scrolled(self) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(self.chart)
        column.addStretch(1)
        area.setWidget(inner)
        return area

    def _connect(self) -> None:
        self.whose.activated.connect(lambda _at: self.read())
        self.by.activated.connect(lambda _at: self.show_shares())
        self.copy_button.clicked.connect(self.copy)
        self.close_button.clicked.connect(self.accept)
        self._operations.changed.connect(self._note_changes)

    def _note_changes(self, changes: Changes) -> None:
        if changes.areas & {Area.ENDORSERS, Area.ENDORSEMENTS}:
            self.read()

    def read(self) -> None:
        """Counts anew."""
        whose = str(self.whose.currentData())
        self.statistics = self._operations.desk.registry.statistics(whose)
        can_answer = bool(whose)
        self._offer_answers(offered=can_answer)
        self.table.setColumnHidden(2, not can_answer)
        self.show_shares()

    def _offer_answers(self, *, offered: bool) -> None:
        """Nobody answers the registry."""
        at = self.by.findData(_STATE)
        if offered and at < 0:
            self.by.addItem(tr("answer"), _STATE)
        elif not offered and at >= 0:
            if self.by.currentIndex() == at:
                self.by.setCurrentIndex(self.by.findData(_KIND))
            self.by.removeItem(at)

    def show_shares(self) -> None:
        """Shows the numbers as they are parted now."""
        shares = self._shares()
        words = self._words()
        self.table.setRowCount(len(shares))
        for row, share in enumerate(shares):
            texts = (words(share.name), _digits(share.count), _digits(share.confirmed))
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                if column:
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                self.table.setItem(row, column, item)
        self.chart.show_bars([Bar(words(s.name), s.count, s.confirmed) for s in shares])
        self._sides.setVisible(bool(shares))
        self.empty.setVisible(not shares)
        self.copy_button.setEnabled(bool(shares))
        self._tell()

    def _shares(self) -> Sequence[Share]:
        return {
            _KIND: self.statistics.by_kind,
            _PROVINCE: self.statistics.by_province,
            _STATE: self.statistics.by_state,
        }[str(self.by.currentData())]

    def _words(self) -> Callable[[str], str]:
        return {_KIND: kind_word, _PROVINCE: _province, _STATE: _state}[str(self.by.currentData())]

    def _tell(self) -> None:
        found = self.statistics
        parts = [ntr("{n} endorser", "{n} endorsers", found.total)]
        if self.whose.currentData():
            parts.append(ntr("{n} confirmed", "{n} confirmed", found.confirmed))
            parts.append(ntr("{n} withheld", "{n} withheld", found.withheld))
        self.lead.setText(" · ".join(parts))
        has_answers = any(share.confirmed for share in self._shares())
        self.legend.setVisible(has_answers)

    def copy(self) -> None:
        """Puts the table on the clipboard."""
        QGuiApplication.clipboard().setText(self.as_text())

    def as_text(self) -> str:
        """The table as lines of tab-separated text, with its heads."""
        columns = [c for c in range(3) if not self.table.isColumnHidden(c)]
        heads = [self.table.horizontalHeaderItem(column) for column in columns]
        rows = [
            [self.table.item(row, column) for column in columns]
            for row in range(self.table.rowCount())
        ]
        return "\n".join(
            "\t".join(item.text() if item else "" for item in row) for row in [heads, *rows]
        )

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.setWindowTitle(tr("Statistics of endorsers"))
        for label, box, text in zip(
            self._labels, (self.whose, self.by), (tr("Of"), tr("Parted by")), strict=True
        ):
            label.setText(text)
            box.setAccessibleName(text)
        for at in range(self.whose.count()):
            text = tr("this statement") if self.whose.itemData(at) else tr("the whole registry")
            self.whose.setItemText(at, text)
        words = {_KIND: tr("kind"), _PROVINCE: tr("province"), _STATE: tr("answer")}
        for at in range(self.by.count()):
            self.by.setItemText(at, words[str(self.by.itemData(at))])
        self.table.setHorizontalHeaderLabels(["", tr("Endorsers"), tr("Confirmed")])
        self.table.setAccessibleName(tr("Statistics of endorsers"))
        self.chart.setAccessibleName(tr("Chart of the numbers in the table"))
        self.legend.setText(tr("The coloured part of a bar has confirmed, the grey part has not."))
        self.empty.set_text(tr("There are no endorsers to count yet."))
        self.copy_button.say(tr("Copy"), tr("Copies the table, for a spreadsheet or a message"))
        self.close_button.setText(tr("Close"))
        self.show_shares()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()


def _digits(number: int) -> str:
    return in_digits(number, current())


def _province(name: str) -> str:
    return province_word(name, current()) if name else tr("No province")


def _state(name: str) -> str:
    return word(EndorsementState(name))
