"""Who endorses the statement: the list, its filters, and what can be done with it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from advocate_desk.gui.ask import Ask
from advocate_desk.gui.dialogs.endorser_dialog import EndorserDialog
from advocate_desk.gui.dialogs.endorser_list_dialog import EndorserListDialog
from advocate_desk.gui.models.endorsements_table_model import (
    EndorsementsTableModel,
    Filter,
    is_withheld,
)
from advocate_desk.gui.operations import Operations
from advocate_desk.gui.pages.endorser_actions import EndorserActions
from advocate_desk.gui.widgets.empty_state import EmptyState
from advocate_desk.gui.widgets.endorser_table import EndorserTable
from advocate_desk.gui.widgets.filter_chips import FilterChips
from advocate_desk.language.catalog import current, ntr, tr
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.changes import Area, Changes
from advocate_desk.model.kinds import EndorsementState, ShowAs
from advocate_desk.model.words import word

ALL, WITHHELD = "all", "withheld"
_SHOWN = frozenset({Area.ENDORSEMENTS, Area.ENDORSERS, Area.STATEMENTS})
SEARCH_PAUSE_MS = 60


def today() -> str:
    """The day on which an answer is noted, as the desk keeps it."""
    return datetime.now().astimezone().date().isoformat()


class EndorsersPage(QWidget):
    """The endorsements of the current statement."""

    navigate = Signal(str, str)
    removed = Signal(str)
    count_changed = Signal(int)

    def __init__(self, operations: Operations, ask: Ask, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._ask = ask
        self._statement_id = ""
        self._is_stale = True
        self.model = EndorsementsTableModel(self)
        self._make_widgets()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _make_widgets(self) -> None:
        states = [state.value for state in EndorsementState]
        rare = {EndorsementState.REMINDED.value}
        self.filters = FilterChips([ALL, *states, WITHHELD], rare=rare)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(180)
        self.actions_row = EndorserActions()
        self.table = EndorserTable(self.model)
        self.empty = EmptyState()
        self.nothing_found = EmptyState()
        self.summary = QLabel()
        self.stack = QStackedWidget()
        self._pause = QTimer(self, singleShot=True, interval=SEARCH_PAUSE_MS)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.filters, 1)
        head.addWidget(self.search, 0, Qt.AlignmentFlag.AlignTop)
        for page in (self.table, self.empty, self.nothing_found):
            self.stack.addWidget(page)
        top = QVBoxLayout()
        top.setContentsMargins(12, 10, 12, 8)
        top.setSpacing(8)
        top.addLayout(head)
        top.addWidget(self.actions_row)
        self.summary.setContentsMargins(12, 6, 12, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.stack, 1)
        column.addWidget(self.summary)

    def _connect(self) -> None:
        self._operations.changed.connect(self._on_changed)
        self.filters.chosen.connect(lambda _key: self._apply_filter())
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self._pause.timeout.connect(self._apply_filter)
        self.table.opened.connect(self.edit)
        self.table.removal_asked.connect(self.remove_selected)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_allowed())
        self.empty.pressed.connect(self.add)
        self.nothing_found.pressed.connect(self._show_all)
        self._connect_actions()

    def _connect_actions(self) -> None:
        row = self.actions_row
        row.add.clicked.connect(self.add)
        row.import_list.clicked.connect(self.add_list)
        row.edit.clicked.connect(self.edit_selected)
        row.remove.clicked.connect(self.remove_selected)
        row.move_chosen.connect(self.move_selected)
        row.state_chosen.connect(self.set_state)
        row.show_as_chosen.connect(self.show_as)
        row.sort_chosen.connect(self.sort)
        row.copy.triggered.connect(self.table.copy)
        self.table.move_asked.connect(self.move_selected)

    # --- what is shown

    def show_statement(self, statement_id: str) -> None:
        """Shows another statement's endorsements, now or when the page becomes visible."""
        self._statement_id = statement_id
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Reads the endorsements again; what was selected stays so."""
        self._is_stale = False
        selected = self.table.selected_ids()
        endorsing = self._operations.desk.endorsing
        found = endorsing.endorsements(self._statement_id) if self._statement_id else ()
        self.model.show(found)
        self.table.select_ids(selected)
        self._show_counts()
        self.count_changed.emit(self.model.total)

    def _on_changed(self, changes: Changes) -> None:
        if not changes.areas & _SHOWN:
            return
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    def _apply_filter(self) -> None:
        self._pause.stop()
        selected, key = self.table.selected_ids(), self.filters.key
        states = frozenset(EndorsementState)
        if key not in (ALL, WITHHELD):
            states = frozenset({EndorsementState(key)})
        wanted = Filter(states, withheld_only=key == WITHHELD, words=self.search.text())
        self.model.set_filter(wanted)
        self.table.select_ids(selected)
        self._show_counts()

    def _show_all(self) -> None:
        self.search.clear()
        self.filters.choose(ALL)

    def _show_counts(self) -> None:
        words = {state.value: word(state) for state in EndorsementState}
        words |= {ALL: tr("all"), WITHHELD: tr("withheld")}
        counts = {state.value: self.model.count({state}) for state in EndorsementState}
        counts |= {ALL: self.model.total, WITHHELD: self.model.withheld_count}
        self.filters.show_counts(words, counts)
        self.summary.setText(self._summary(counts))
        self.summary.setVisible(self.model.total > 0)
        self._choose_page()
        self._show_allowed()

    def _summary(self, counts: dict[str, int]) -> str:
        total = ntr("1 endorser", "{n} endorsers", self.model.total)
        confirmed = in_digits(counts[EndorsementState.CONFIRMED.value], current())
        parts = [total, tr("{count} confirmed", count=confirmed)]
        if counts[WITHHELD]:
            parts.append(tr("{count} withheld", count=in_digits(counts[WITHHELD], current())))
        return " · ".join(parts)

    def _choose_page(self) -> None:
        is_empty, is_filtered_out = self.model.total == 0, self.model.rowCount() == 0
        page = self.nothing_found if is_filtered_out else self.table
        self.stack.setCurrentWidget(self.empty if is_empty else page)
        self.filters.setVisible(not is_empty)
        self.search.setVisible(not is_empty)

    def _show_allowed(self) -> None:
        self.actions_row.allow(
            statement=bool(self._statement_id),
            rows=self.model.total,
            selected=len(self.table.selectionModel().selectedRows()),
        )

    # --- what can be done

    def add(self) -> None:
        """Asks for an endorser and adds it to the list."""
        if not self._statement_id:
            return
        dialog = EndorserDialog(self)
        if not self._asked(dialog):
            return
        value = dialog.value()
        endorsing = self._operations.desk.endorsing
        changes = self._operations.run(
            endorsing.add, self._statement_id, value.names, state=value.state
        )
        if changes is not None:
            self.table.select_ids((changes.focus,))

    def _asked(self, dialog: QDialog) -> bool:
        agreed = self._ask.run(dialog)
        dialog.deleteLater()
        return agreed

    def edit_selected(self) -> None:
        """Asks for the names of the selected endorser."""
        selected = self.table.selected_ids()
        if len(selected) == 1:
            self.edit(selected[0])

    def edit(self, endorsement_id: str) -> None:
        """Asks for an endorser's names and kind and changes them."""
        endorsement = self.model.endorsement(self.model.row_of(endorsement_id))
        if endorsement is None:
            return
        dialog = EndorserDialog(self, endorsement.endorser, masked=is_withheld(endorsement))
        if self._asked(dialog):
            value = dialog.value()
            self._operations.run(
                self._operations.desk.endorsing.edit_endorser,
                endorsement.endorser.id,
                value.names,
                value.kind,
            )

    def add_list(self) -> None:
        """Asks for a list of endorsers, pasted or in a file, and adds it."""
        if not self._statement_id:
            return
        dialog = EndorserListDialog(self._operations, self._ask, self._statement_id, parent=self)
        if self._asked(dialog):
            endorsing = self._operations.desk.endorsing
            value = dialog.value()
            self._operations.run(endorsing.add_list, self._statement_id, value.draft, value.state)

    def set_state(self, state: EndorsementState) -> None:
        """Moves the selected endorsements to a state."""
        endorsing = self._operations.desk.endorsing
        self._operations.run(endorsing.set_state, self.table.selected_ids(), state, on=today())

    def show_as(self, way: ShowAs) -> None:
        """Withholds the names of the selected endorsements, or prints them."""
        endorsing = self._operations.desk.endorsing
        self._operations.run(endorsing.show_as, self.table.selected_ids(), way)

    def remove_selected(self) -> None:
        """Takes the selected endorsements off the list."""
        selected = self.table.selected_ids()
        if not selected:
            return
        if self._operations.run(self._operations.desk.endorsing.remove, selected):
            count = len(selected)
            self.removed.emit(ntr("1 endorser removed", "{n} endorsers removed", count))

    def move_selected(self, by: int) -> None:
        """Moves the selected endorsement up or down the list."""
        selected = self.table.selected_ids()
        if len(selected) == 1:
            self._operations.run(self._operations.desk.endorsing.move, selected[0], by)

    def sort(self, language: str) -> None:
        """Puts the list in the order of the names in a language."""
        if self._statement_id:
            self._operations.run(self._operations.desk.endorsing.sort, self._statement_id, language)

    def show_endorsement(self, endorsement_id: str) -> None:
        """Goes to an endorsement."""
        if self.model.row_of(endorsement_id) < 0:
            self._show_all()
        self.table.select_ids((endorsement_id,))
        self.table.setFocus()

    def _show_menu(self, place: QPoint) -> None:
        menu = self.actions_row.context_menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.table.viewport().mapToGlobal(place))

    # --- words

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.search.setPlaceholderText(tr("Search names"))
        self.search.setAccessibleName(tr("Search names"))
        self.empty.set_text(
            tr("Nobody endorses this statement yet. Add one endorser, or import a whole list."),
            tr("Add endorser"),
        )
        self.nothing_found.set_text(tr("No endorser is like that."), tr("Show all"))
        self.actions_row.retranslate()
        self.table.retranslate()
        self._show_counts()

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
