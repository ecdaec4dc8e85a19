"""At the left: the statements of the desk, and the outline of the open one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListView,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from advocate_desk.gui import icons
from advocate_desk.gui.models.outline_list_model import OutlineListModel
from advocate_desk.gui.models.statements_list_model import StatementsListModel
from advocate_desk.gui.operations import Operations
from advocate_desk.gui.theme import colours
from advocate_desk.gui.widgets.list_delegates import OutlineDelegate, StatementDelegate
from advocate_desk.language.catalog import tr
from advocate_desk.model.changes import Area, Changes
from advocate_desk.model.statement import Statement


class StatementsPanel(QWidget):
    """Chooses a statement, and a block of the open one."""

    chosen = Signal(str)
    new_wanted = Signal()
    block_wanted = Signal()
    navigate = Signal(str, str)

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self.statements_model = StatementsListModel(self)
        self.outline_model = OutlineListModel(self)
        self.statements = self._list(self.statements_model, StatementDelegate(self))
        self.outline = self._list(self.outline_model, OutlineDelegate(self))
        self.new_button = QPushButton()
        self.new_button.clicked.connect(self.new_wanted)
        self.add_button = QPushButton()
        self.add_button.clicked.connect(self.block_wanted)
        self.outline_title = QLabel()
        self._lay_out()
        self.retranslate()
        self.statements.activated.connect(self._choose)
        self.statements.clicked.connect(self._choose)
        self.outline.activated.connect(self._go)
        self.outline.clicked.connect(self._go)
        operations.changed.connect(self._note_changes)
        self.read()

    @staticmethod
    def _list(
        model: StatementsListModel | OutlineListModel, how: StatementDelegate | OutlineDelegate
    ) -> QListView:
        view = QListView()
        view.setModel(model)
        view.setItemDelegate(how)
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        return view

    def _lay_out(self) -> None:
        top, bottom = QWidget(), QWidget()
        upper, lower = QVBoxLayout(top), QVBoxLayout(bottom)
        for layout in (upper, lower):
            layout.setContentsMargins(0, 0, 0, 8)
            layout.setSpacing(6)
        upper.addWidget(self.statements, 1)
        upper.addWidget(self.new_button, 0)
        self.outline_title.setContentsMargins(12, 6, 8, 2)
        lower.addWidget(self.outline_title)
        lower.addWidget(self.outline, 1)
        lower.addWidget(self.add_button, 0)
        for layout, button in ((upper, self.new_button), (lower, self.add_button)):
            layout.setAlignment(button, Qt.AlignmentFlag.AlignHCenter)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(top)
        splitter.addWidget(bottom)
        splitter.setSizes([200, 400])
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(splitter)

    def read(self) -> None:
        """Reads the list of statements again."""
        self.statements_model.show_statements(self._operations.desk.drafting.statements())

    def _note_changes(self, changes: Changes) -> None:
        if changes.areas & {Area.STATEMENTS, Area.BLOCKS}:
            selected = self.statements_model.statement_id(self.statements.currentIndex().row())
            self.read()
            self.select(selected)

    def show_statement(self, statement: Statement | None) -> None:
        """Shows the outline of a statement, and which one it is."""
        blocks = statement.blocks if statement else ()
        self.outline_model.show_blocks(blocks, statement.languages if statement else ())
        self.add_button.setEnabled(statement is not None)
        if statement:
            self.select(statement.id)

    def select(self, statement_id: str) -> None:
        """Marks a statement as the open one."""
        row = self.statements_model.row_of(statement_id)
        if row >= 0:
            self.statements.setCurrentIndex(self.statements_model.index(row))

    def mark_block(self, block_id: str) -> None:
        """Marks the block the cursor is in."""
        row = self.outline_model.row_of(block_id)
        if row >= 0:
            self.outline.setCurrentIndex(self.outline_model.index(row))

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self.statements_model.statement_id(index.row()))

    def _go(self, index: QModelIndex) -> None:
        self.navigate.emit(self.outline_model.block_id(index.row()), "")

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.statements.setAccessibleName(tr("Statements"))
        self.outline.setAccessibleName(tr("Outline of the statement"))
        self.outline_title.setText(tr("Outline"))
        self.new_button.setText(tr("New statement"))
        self.add_button.setText(tr("Add block"))
        plus = icons.icon("add", colours(self.palette()).text)
        self.new_button.setIcon(plus)
        self.add_button.setIcon(plus)
        self.statements_model.say_again()
        self.outline_model.say_again()
        for view in (self.statements, self.outline):
            view.doItemsLayout()  # the rows of the other language may be higher

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.retranslate()
