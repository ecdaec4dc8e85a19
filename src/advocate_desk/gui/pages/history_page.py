"""The editions of a statement: adopt the text as it is, issue an edition."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from advocate_desk.gui.ask import Ask
from advocate_desk.gui.models.editions_table_model import EditionsTableModel
from advocate_desk.gui.operations import Operations
from advocate_desk.gui.widgets.empty_state import EmptyState
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import tr
from advocate_desk.model.changes import Area, Changes


class HistoryPage(QWidget):
    """A table of editions with two buttons."""

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
        table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
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
        column.addWidget(self.table, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(filled)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.stack)

    def show_statement(self, statement_id: str) -> None:
        """Shows the editions of a statement."""
        self._statement_id = statement_id
        self._read()

    def _read(self) -> None:
        publishing = self._operations.desk.publishing
        editions = publishing.editions(self._statement_id) if self._statement_id else ()
        self.model.show_editions(editions)
        self.stack.setCurrentIndex(1 if editions else 0)
        self.empty.button.setEnabled(bool(self._statement_id))
        if editions:
            self.table.selectRow(0)
        self._enable()

    def _note_changes(self, changes: Changes) -> None:
        if Area.EDITIONS in changes.areas:
            self._read()

    def _enable(self) -> None:
        edition = self.model.edition(self.table.currentIndex().row())
        self.issue_button.setEnabled(edition is not None and not edition.issued_at)

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

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
