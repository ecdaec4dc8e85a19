"""The editions of a statement: adopt the text, issue an edition, see what changed since."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from advocate_desk.desk.desk import Desk
from advocate_desk.gui.ask import Ask
from advocate_desk.gui.models.editions_table_model import EditionsTableModel
from advocate_desk.gui.operations import Job, Operations, Progress
from advocate_desk.gui.widgets.compare_bar import CompareBar
from advocate_desk.gui.widgets.comparison_view import ComparisonView
from advocate_desk.gui.widgets.empty_state import EmptyState
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.breaks import soft_breaks
from advocate_desk.language.catalog import tr
from advocate_desk.model.changes import Area, Changes
from advocate_desk.model.comparison import ComparedBlock, Comparison

_PAUSE = 300
# What is compared: the text, the list, and what the statement says beside its blocks.
_COMPARED = frozenset({Area.BLOCKS, Area.STATEMENTS, Area.ENDORSEMENTS, Area.ENDORSERS})


class HistoryPage(QWidget):
    """A table of editions, and below it what changed from one to another or to now."""

    navigate = Signal(str, str)

    def __init__(self, operations: Operations, ask: Ask, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._ask = ask
        self._statement_id = ""
        self.model = EditionsTableModel(self)
        self.table = self._make_table()
        self.empty = EmptyState()
        self.empty.pressed.connect(self.adopt)
        self.explained = SoftLabel()
        self.adopt_button = QPushButton()
        self.adopt_button.clicked.connect(self.adopt)
        self.issue_button = QPushButton()
        self.issue_button.clicked.connect(self.issue)
        self.bar = CompareBar()
        self.bar.chosen.connect(self.compare)
        self.comparison = ComparisonView()
        self.comparison.navigate.connect(self.navigate)
        self._job: Job | None = None
        self._is_due = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._compare_if_due)
        self._lay_out()
        self.retranslate()
        operations.changed.connect(self._note_changes)

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(34)
        header, mode = table.horizontalHeader(), QHeaderView.ResizeMode
        header.setSectionResizeMode(mode.Stretch)
        for short in (0, 3):  # the dates between them are long in Khmer
            header.setSectionResizeMode(short, mode.ResizeToContents)
        header.setHighlightSections(False)
        table.selectionModel().selectionChanged.connect(lambda *_: self._note_row())
        return table

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.adopt_button)
        buttons.addWidget(self.issue_button)
        buttons.addWidget(self.explained, 1)
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        column.addLayout(buttons)
        column.addWidget(self._parted(), 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(filled)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.stack)

    def _parted(self) -> QSplitter:
        """The table above, what changed below; the line between them can be moved."""
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.bar)
        column.addWidget(self.comparison, 1)
        parted = QSplitter(Qt.Orientation.Vertical)
        parted.setChildrenCollapsible(False)
        parted.addWidget(self.table)
        parted.addWidget(below)
        parted.setStretchFactor(0, 1)
        parted.setStretchFactor(1, 4)
        parted.setSizes([150, 450])
        return parted

    def show_statement(self, statement_id: str) -> None:
        """Shows the editions of a statement."""
        if statement_id != self._statement_id:
            self.bar.show_editions(())
        self._statement_id = statement_id
        self._read()

    def _read(self) -> None:
        publishing = self._operations.desk.publishing
        editions = publishing.editions(self._statement_id) if self._statement_id else ()
        self.model.show_editions(editions)
        self.bar.show_editions(editions)
        self.stack.setCurrentIndex(1 if editions else 0)
        self.empty.button.setEnabled(bool(self._statement_id))
        if editions:
            self.table.selectRow(0)
        self._enable()
        self._compare_soon()

    def _note_changes(self, changes: Changes) -> None:
        if Area.EDITIONS in changes.areas:
            self._read()
        elif changes.areas & _COMPARED:
            self._compare_soon()

    def _note_row(self) -> None:
        """A row that is chosen is what is compared with the text as it stands now."""
        self._enable()
        edition = self.model.edition(self.table.currentIndex().row())
        if edition is not None and self.table.hasFocus():
            self.bar.choose(edition.id, "")
            self.compare()

    def _enable(self) -> None:
        edition = self.model.edition(self.table.currentIndex().row())
        self.issue_button.setEnabled(edition is not None and not edition.issued_at)

    # What changed

    def _compare_soon(self) -> None:
        """Compares when somebody looks: what is hidden waits."""
        self._is_due = True
        if self.isVisible():
            self._pause.start()

    def _compare_if_due(self) -> None:
        if self._is_due and self.isVisible():
            self.compare()

    def compare(self) -> None:
        """Compares the two texts that are chosen, away from the window."""
        self._is_due = False
        if self._job is not None:
            self._job.cancel()
            self._job = None
        first, second = self.bar.first_id, self.bar.second_id
        if not first:
            self._show(None)
            return

        def work(desk: Desk, _progress: Progress) -> Comparison:
            return found_in(desk, first, second)

        self._job = self._operations.run_aside(work, self._show)

    def _show(self, found: Comparison | None) -> None:
        self._job = None
        self.bar.show_found(found)
        self.comparison.show_comparison(found)

    def focus_comparison(self) -> None:
        """Puts the cursor into the choice of the earlier text."""
        self.bar.first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def adopt(self) -> None:
        """Keeps the text as it is now."""
        if self._statement_id:
            self._operations.run(self._operations.desk.publishing.adopt, self._statement_id)

    def issue(self) -> None:
        """Marks the chosen edition as published."""
        edition = self.model.edition(max(0, self.table.currentIndex().row()))
        if edition is not None:
            self._operations.run(self._operations.desk.publishing.issue, edition.id)

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.empty.set_text(
            tr("An edition keeps the text as it stands, numbered. There is none yet."),
            tr("Adopt edition"),
        )
        self.adopt_button.setText(tr("Adopt edition"))
        self.issue_button.setText(tr("Issue edition"))
        self.explained.setText(tr("Adopting keeps the text; issuing says that it is published."))
        self.table.setAccessibleName(tr("Editions"))
        self.model.headerDataChanged.emit(self.table.horizontalHeader().orientation(), 0, 3)
        self.table.viewport().update()
        self.bar.retranslate()
        self.comparison.retranslate()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._compare_if_due()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def found_in(desk: Desk, first_id: str, second_id: str) -> Comparison:
    """A comparison whose words are compared and parted already: to show it takes no time."""
    found = desk.comparing.compare_editions(first_id, second_id)
    for block in _all(found.blocks):
        for side in block.sides.values():
            for text in (side.heading, side.body):
                for one in text.differences if text.is_changed else ():
                    soft_breaks(one.text)
    return found


def _all(blocks: tuple[ComparedBlock, ...]) -> Iterator[ComparedBlock]:
    for block in blocks:
        yield block
        yield from _all(block.items)
