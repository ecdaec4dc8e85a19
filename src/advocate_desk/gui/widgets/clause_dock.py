"""The clause library beside the text: searched as one types, inserted by Enter, click or drag."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from advocate_desk.gui.ask import Ask
from advocate_desk.gui.dialogs.clause_dialog import ClauseDialog
from advocate_desk.gui.models.clauses_list_model import ClausesListModel
from advocate_desk.gui.operations import Operations
from advocate_desk.gui.widgets.clause_delegate import ClauseDelegate
from advocate_desk.gui.widgets.empty_state import EmptyState
from advocate_desk.gui.widgets.flow_layout import FlowLayout
from advocate_desk.gui.widgets.icon_button import IconButton, add_to
from advocate_desk.gui.widgets.stepping_line import SteppingLine
from advocate_desk.language.catalog import tr
from advocate_desk.model.changes import Area, Changes
from advocate_desk.model.clause import EVERY_CLAUSE, OFFERED, Clause
from advocate_desk.model.kinds import ClauseStatus

PAUSE_MS = 30
MOST = 100
_SHOWN = frozenset({Area.CLAUSES})


class ClauseDock(QWidget):
    """Finds clauses in both languages and asks for the chosen one to be inserted."""

    insert_requested = Signal(str)

    def __init__(self, operations: Operations, ask: Ask, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._ask = ask
        self._statement_id = ""
        self._is_stale = True
        self.model = ClausesListModel(self)
        self._make_widgets()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _make_widgets(self) -> None:
        self.search = SteppingLine()
        self.search.setClearButtonEnabled(True)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(ClauseDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setDragEnabled(True)
        self.list.setDragDropMode(QListView.DragDropMode.DragOnly)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.empty = EmptyState()
        self.stack = QStackedWidget()
        self.insert_button = QPushButton()
        self.insert_button.setProperty("main", "true")
        self.new_button = IconButton("add")
        self.more_button = IconButton("more")
        self._make_menu()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)

    def _make_menu(self) -> None:
        self.menu: QMenu = self.more_button.give_menu()
        self.edit_action = add_to(self.menu, "edit_clause")
        self.archive_action = add_to(self.menu, "archive_clause")
        self.menu.addSeparator()
        self.archived_action = add_to(self.menu, "show_archived_clauses")
        self.archived_action.setCheckable(True)

    def _lay_out(self) -> None:
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.empty)
        top = QHBoxLayout()
        top.setContentsMargins(8, 6, 8, 6)
        top.addWidget(self.search)
        foot = QWidget()
        buttons = FlowLayout(foot, spacing=4)
        buttons.setContentsMargins(6, 6, 6, 8)
        for button in (self.insert_button, self.new_button, self.more_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.stack, 1)
        column.addWidget(foot)

    def _connect(self) -> None:
        self._operations.changed.connect(self._on_changed)
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self.insert)
        self.search.stepped.connect(self._step)
        self._pause.timeout.connect(self.refresh)
        self.list.activated.connect(lambda _index: self.insert())
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_allowed())
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.insert_button.clicked.connect(self.insert)
        self.new_button.clicked.connect(self.new_clause)
        self.empty.pressed.connect(self._press_empty)
        self.edit_action.triggered.connect(self.edit_clause)
        self.archive_action.triggered.connect(self.archive_or_restore)
        self.archived_action.toggled.connect(lambda _on: self.refresh())

    # --- what is shown

    def show_statement(self, statement_id: str) -> None:
        """Notes which statement clauses go into."""
        self._statement_id = statement_id
        self._show_allowed()

    def focus_search(self) -> None:
        """Goes to the search field, ready to type another search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def refresh(self) -> None:
        """Searches again; the clause that was chosen stays so if it is still there."""
        self._pause.stop()
        self._is_stale = False
        chosen = self.current()
        self.model.show(
            self._operations.desk.library.search(
                self.search.text(),
                MOST,
                wanted=EVERY_CLAUSE if self.archived_action.isChecked() else OFFERED,
            )
        )
        self._choose(self.model.row_of(chosen.id) if chosen else 0)
        self.stack.setCurrentWidget(self.list if self.model.rowCount() else self.empty)
        self._say_empty()
        self._show_allowed()

    def current(self) -> Clause | None:
        """The clause that is chosen."""
        return self.model.clause(self.list.currentIndex().row())

    def _choose(self, row: int) -> None:
        wanted = max(0, min(row, self.model.rowCount() - 1))
        self.list.setCurrentIndex(self.model.index(wanted, 0))

    def _step(self, by: int) -> None:
        self._choose(self.list.currentIndex().row() + by)

    def _on_changed(self, changes: Changes) -> None:
        if changes.areas & _SHOWN:
            self._is_stale = True
            if self.isVisible():
                self.refresh()

    def _show_allowed(self) -> None:
        clause = self.current()
        self.insert_button.setEnabled(clause is not None and bool(self._statement_id))
        self.edit_action.setEnabled(clause is not None)
        self.archive_action.setEnabled(clause is not None)
        archived = clause is not None and clause.status is ClauseStatus.ARCHIVED
        self.archive_action.setText(tr("Offer again") if archived else tr("Archive clause"))

    # --- what can be done

    def insert(self) -> None:
        """Asks for the chosen clause to be put into the statement."""
        if self._pause.isActive():
            self.refresh()
        clause = self.current()
        if clause is not None and self._statement_id:
            self.insert_requested.emit(clause.id)

    def new_clause(self) -> None:
        """Asks for a new clause and keeps it."""
        dialog = ClauseDialog(self)
        agreed = self._ask.run(dialog)
        dialog.deleteLater()
        if not agreed:
            return
        value, library = dialog.value(), self._operations.desk.library
        changes = self._operations.run(library.new_clause, value.kind, value.texts, value.topic)
        if changes is not None:
            self.search.clear()
            self.refresh()
            self._choose(self.model.row_of(changes.focus))

    def edit_clause(self) -> None:
        """Asks for the texts of the chosen clause and keeps them as a new revision."""
        clause = self.current()
        if clause is None:
            return
        dialog = ClauseDialog(self, clause)
        agreed = self._ask.run(dialog)
        dialog.deleteLater()
        if agreed:
            library = self._operations.desk.library
            self._operations.run(library.revise, clause.id, dialog.value().texts)

    def archive_or_restore(self) -> None:
        """Stops offering the chosen clause, or offers an archived one again."""
        clause = self.current()
        if clause is None:
            return
        library = self._operations.desk.library
        archived = clause.status is ClauseStatus.ARCHIVED
        self._operations.run(library.restore if archived else library.archive, clause.id)

    def _press_empty(self) -> None:
        if self.search.text():
            self.search.clear()
        else:
            self.new_clause()

    def _show_menu(self, place: QPoint) -> None:
        self.menu.popup(self.list.viewport().mapToGlobal(place))

    # --- words

    def _say_empty(self) -> None:
        if self.search.text():
            self.empty.set_text(tr("No clause has these words."), tr("Show all clauses"))
        else:
            self.empty.set_text(
                tr("No clauses yet. Keep texts you use again and again here."), tr("New clause")
            )

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.search.setPlaceholderText(tr("Search Khmer or English"))
        self.search.setAccessibleName(tr("Search the clause library"))
        self.list.setAccessibleName(tr("Clauses found"))
        self.insert_button.setText(tr("Insert"))
        self.insert_button.setToolTip(tr("Puts the clause after the current block (Enter)"))
        self.new_button.say(tr("New"), tr("New clause"))
        self.new_button.setAccessibleName(tr("New clause"))
        self.more_button.say(tr("More"))
        self.edit_action.setText(tr("Edit clause…"))
        self.archived_action.setText(tr("Show archived clauses"))
        self._say_empty()
        self._show_allowed()
        self.list.viewport().update()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            QTimer.singleShot(0, self, self.refresh)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
