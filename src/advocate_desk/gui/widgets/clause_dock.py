"""The clause library beside the text: searched as one types, inserted by Enter, click or drag.

It is narrowed by folders, tags and targets, and tells when clauses of the open statement have a
newer revision.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from advocate_desk.desk.desk import Desk
from advocate_desk.gui.ask import Ask
from advocate_desk.gui.flows.clause_work import ClauseWork
from advocate_desk.gui.models.clauses_list_model import ClausesListModel
from advocate_desk.gui.operations import Job, Operations, Progress
from advocate_desk.gui.widgets.clause_delegate import ClauseDelegate
from advocate_desk.gui.widgets.clause_filter_bar import ClauseFilterBar
from advocate_desk.gui.widgets.clause_menu import ClauseMenu
from advocate_desk.gui.widgets.empty_state import EmptyState
from advocate_desk.gui.widgets.flow_layout import FlowLayout
from advocate_desk.gui.widgets.icon_button import IconButton
from advocate_desk.gui.widgets.library_progress import LibraryProgress
from advocate_desk.gui.widgets.offers_bar import OffersBar
from advocate_desk.gui.widgets.stepping_line import SteppingLine
from advocate_desk.language.catalog import tr
from advocate_desk.model.changes import Area, Changes
from advocate_desk.model.clause import NO_FOLDER, Clause, ClauseFilter
from advocate_desk.model.kinds import ClauseStatus

PAUSE_MS = 30
MOST = 100
_LEAST = 64
_SHOWN = frozenset({Area.CLAUSES})
_OFFERED = frozenset({Area.CLAUSES, Area.BLOCKS})


class ClauseDock(QWidget):
    """Finds clauses in both languages and asks for the chosen one to be inserted."""

    insert_requested = Signal(str)
    insert_with_basis_requested = Signal(str)
    newer_wanted = Signal()

    def __init__(self, operations: Operations, ask: Ask, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self.work = ClauseWork(operations, ask, self)
        self._statement_id = ""
        self._is_stale = True
        self._job: Job | None = None
        self.model = ClausesListModel(self)
        self._make_widgets()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _make_widgets(self) -> None:
        self.offers = OffersBar()
        self.filter = ClauseFilterBar()
        self.progress = LibraryProgress(self._operations)
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
        self.stack.setMinimumHeight(_LEAST)  # the open filter must not make the window higher
        self.insert_button = QPushButton()
        self.insert_button.setProperty("main", "true")
        self.new_button = IconButton("add")
        self.more_button = IconButton("more")
        self.actions_of = ClauseMenu(self.more_button.give_menu())
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)

    @property
    def edit_action(self) -> QAction:
        """Opens the chosen clause."""
        return self.actions_of.edit

    @property
    def archive_action(self) -> QAction:
        """Stops offering the chosen clause, or offers it again."""
        return self.actions_of.archive

    @property
    def archived_action(self) -> QAction:
        """Shows archived clauses too."""
        return self.actions_of.archived

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
        column.addWidget(self.offers)
        column.addLayout(top)
        column.addWidget(self.filter)
        column.addWidget(self.progress)
        column.addWidget(self.stack, 1)
        column.addWidget(foot)

    def _connect(self) -> None:
        self._operations.changed.connect(self._on_changed)
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self.insert)
        self.search.stepped.connect(self._step)
        self._pause.timeout.connect(self._search_aside)
        self.list.activated.connect(lambda _index: self.insert())
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_allowed())
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.insert_button.clicked.connect(self.insert)
        self.new_button.clicked.connect(self.new_clause)
        self.empty.pressed.connect(self._press_empty)
        self.filter.changed.connect(self.refresh)
        self.offers.pressed.connect(self.newer_wanted)
        self._connect_menu()

    def _connect_menu(self) -> None:
        does, work = self.actions_of, self.work
        does.edit.triggered.connect(self.edit_clause)
        does.variant.triggered.connect(lambda: self._with_clause(work.make_variant))
        does.join.triggered.connect(lambda: self._with_clause(work.join_variants))
        does.leave.triggered.connect(lambda: self._with_clause(work.leave_variants))
        does.with_basis.triggered.connect(self.insert_with_basis)
        does.archive.triggered.connect(self.archive_or_restore)
        does.delete.triggered.connect(lambda: self._with_clause(work.delete))
        does.new_folder.triggered.connect(lambda: work.new_folder(self._folder_id))
        does.rename_folder.triggered.connect(lambda: work.rename_folder(self._folder_id))
        does.delete_folder.triggered.connect(lambda: work.delete_folder(self._folder_id))
        does.archived.toggled.connect(lambda _on: self.refresh())

    def _with_clause(self, then: Callable[[Clause], Changes | None]) -> None:
        clause = self.current()
        if clause is not None:
            self._choose_made(then(clause))

    @property
    def _folder_id(self) -> str:
        """The folder that is open, none for all and for no folder."""
        chosen = self.filter.folder.folder_id
        return "" if chosen == NO_FOLDER else chosen

    # --- what is shown

    def show_statement(self, statement_id: str) -> None:
        """Notes which statement clauses go into."""
        self._statement_id = statement_id
        self._show_allowed()
        self._count_offers()

    def focus_search(self) -> None:
        """Goes to the search field, ready to type another search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def refresh(self) -> None:
        """Searches again, here and now."""
        self._stop_searching()
        self._show_choices()
        library = self._operations.desk.library
        self._show_found(library.search(self.search.text(), MOST, wanted=self._wanted()))

    def _search_aside(self) -> None:
        """Searches on a worker: what was typed may be looked for in many clauses."""
        self._stop_searching()
        text, wanted = self.search.text(), self._wanted()

        def search(desk: Desk, _progress: Progress) -> tuple[Clause, ...]:
            return desk.library.search(text, MOST, wanted=wanted)

        self._job = self._operations.run_aside(search, self._show_found)

    def _stop_searching(self) -> None:
        self._pause.stop()
        self._is_stale = False
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _wanted(self) -> ClauseFilter:
        return self.filter.value(None if self.archived_action.isChecked() else ClauseStatus.ACTIVE)

    def _show_found(self, found: tuple[Clause, ...]) -> None:
        """Shows clauses; the one that was chosen stays so if it is still there."""
        self._job = None
        chosen = self.current()
        self.model.show(found)
        self._choose(self.model.row_of(chosen.id) if chosen else 0)
        self.stack.setCurrentWidget(self.list if self.model.rowCount() else self.empty)
        self._say_empty()
        self._show_allowed()

    def _show_choices(self) -> None:
        library = self._operations.desk.library
        folders = library.folders()
        self.filter.show_choices(folders, dict(library.words_in_use()))
        self.actions_of.show_folders(
            folders,
            lambda folder_id: self._with_clause(lambda one: self.work.file(one, folder_id)),
            lambda folder_id: self.work.move_folder(self._folder_id, folder_id),
        )

    def _count_offers(self) -> None:
        """Not while the statement is being deleted: its blocks are gone then."""
        newer = self._operations.desk.library.newer_revisions(self._statement_id)
        self.offers.show_count(len(newer) if self._statement_id else 0)

    def current(self) -> Clause | None:
        """The clause that is chosen."""
        return self.model.clause(self.list.currentIndex().row())

    def _choose(self, row: int) -> None:
        wanted = max(0, min(row, self.model.rowCount() - 1))
        self.list.setCurrentIndex(self.model.index(wanted, 0))

    def _step(self, by: int) -> None:
        self._choose(self.list.currentIndex().row() + by)

    def _on_changed(self, changes: Changes) -> None:
        if changes.areas & _OFFERED:
            self._count_offers()
        if changes.areas & _SHOWN:
            self._is_stale = True
            if self.isVisible():
                self._read_again()

    def _read_again(self) -> None:
        """All clauses are listed at once; among many, words are looked for aside."""
        if self.search.text():
            self._show_choices()
            self._search_aside()
        else:
            self.refresh()
        self.progress.count_soon()
        self._operations.run_aside(_get_ready, _nothing)

    def _show_allowed(self) -> None:
        clause = self.current()
        self.insert_button.setEnabled(clause is not None and bool(self._statement_id))
        for action in self.actions_of.of_clause():
            action.setEnabled(clause is not None)
        for action in self.actions_of.of_folder():
            action.setEnabled(bool(self._folder_id))
        has_basis = clause is not None and bool(clause.legal_bases)
        self.actions_of.with_basis.setEnabled(has_basis and bool(self._statement_id))
        self.actions_of.leave.setEnabled(clause is not None and bool(clause.variant_group))
        archived = clause is not None and clause.status is ClauseStatus.ARCHIVED
        self.archive_action.setText(tr("Offer again") if archived else tr("Archive clause"))

    # --- what can be done

    def insert(self) -> None:
        """Asks for the chosen clause to be put into the statement."""
        if self._pause.isActive() or self._job is not None:
            self.refresh()
        clause = self.current()
        if clause is not None and self._statement_id:
            self.insert_requested.emit(clause.id)

    def insert_with_basis(self) -> None:
        """Asks for the chosen clause to be put into the statement with its legal basis."""
        clause = self.current()
        if clause is not None and self._statement_id:
            self.insert_with_basis_requested.emit(clause.id)

    def new_clause(self) -> None:
        """Asks for a new clause and keeps it."""
        changes = self.work.new(self._folder_id)
        if changes is not None:
            self.search.clear()
        self._choose_made(changes)

    def _choose_made(self, changes: Changes | None) -> None:
        if changes is not None and changes.made:
            self.refresh()
            self._choose(self.model.row_of(changes.focus))

    def edit_clause(self) -> None:
        """Asks for the texts of the chosen clause; other texts are kept as a new revision."""
        self._with_clause(self.work.edit)

    def archive_or_restore(self) -> None:
        """Stops offering the chosen clause, or offers an archived one again."""
        self._with_clause(self.work.archive_or_restore)

    def _press_empty(self) -> None:
        if self.search.text() or self.filter.narrows:
            self.search.clear()
            self.filter.clear()
            self.refresh()
        else:
            self.new_clause()

    def _show_menu(self, place: QPoint) -> None:
        self.actions_of.menu.popup(self.list.viewport().mapToGlobal(place))

    # --- words

    def _say_empty(self) -> None:
        if self.search.text():
            self.empty.set_text(tr("No clause has these words."), tr("Show all clauses"))
        elif self.filter.narrows:
            self.empty.set_text(tr("No clause is like this."), tr("Show all clauses"))
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
        for part in (self.actions_of, self.filter, self.offers, self.progress):
            part.retranslate()
        self._say_empty()
        self._show_allowed()
        self.list.viewport().update()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            QTimer.singleShot(0, self, self._read_again)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()


def _get_ready(desk: Desk, _progress: Progress) -> None:
    desk.library.get_ready()


def _nothing(_result: None) -> None: ...
