"""Who endorses the statement: the list, its filters, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from advocate_desk.gui.ask import Ask
from advocate_desk.gui.models.endorsements_table_model import EndorsementsTableModel
from advocate_desk.gui.models.endorser_filter import (
    ALL,
    EARLIER,
    KEYS,
    RARE,
    WITHHELD,
    filter_words,
)
from advocate_desk.gui.operations import Operations
from advocate_desk.gui.pages.endorser_actions import EndorserActions
from advocate_desk.gui.pages.endorser_reading import EndorserReading
from advocate_desk.gui.pages.endorser_verbs import EndorserVerbs
from advocate_desk.gui.widgets.empty_state import EmptyState
from advocate_desk.gui.widgets.endorser_table import EndorserTable
from advocate_desk.gui.widgets.filter_chips import FilterChips
from advocate_desk.language.catalog import current, ntr, tr
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.changes import Area, Changes
from advocate_desk.model.kinds import EndorsementState

# A change of the text may outdate what somebody agreed to.
_SHOWN = frozenset({Area.ENDORSEMENTS, Area.ENDORSERS, Area.STATEMENTS, Area.BLOCKS, Area.EDITIONS})
SEARCH_PAUSE_MS = 60


class EndorsersPage(QWidget):
    """The endorsements of the current statement."""

    navigate = Signal(str, str)
    removed = Signal(str)
    count_changed = Signal(int)

    def __init__(self, operations: Operations, ask: Ask, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._statement_id = ""
        self._is_stale = True
        self._words_found: dict[str, frozenset[str]] = {}
        self._remembered: dict[str, tuple[str, str]] = {}
        self.model = EndorsementsTableModel(self)
        self.model.reveal = operations.desk.listed.endorser_of
        self.reading = EndorserReading(operations, self)
        self._make_widgets()
        self.verbs = EndorserVerbs(operations, ask, self.table, self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _make_widgets(self) -> None:
        self.filters = FilterChips(list(KEYS), rare=RARE, narrow=True)
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
        self.reading.read.connect(self._show_list)
        self.filters.chosen.connect(lambda _key: self._apply_filter())
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self._enter_table)
        self._pause.timeout.connect(self._apply_filter)
        self.table.opened.connect(self.verbs.edit)
        self.table.removal_asked.connect(self.verbs.remove_selected)
        self.table.move_asked.connect(self.verbs.move_selected)
        self.table.menu_asked.connect(self._show_menu)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_allowed())
        self.empty.pressed.connect(self.verbs.add)
        self.nothing_found.pressed.connect(self._show_all)
        self.verbs.removed.connect(self.removed)
        self._connect_actions()

    def _connect_actions(self) -> None:
        row, verbs = self.actions_row, self.verbs
        row.add.clicked.connect(verbs.add)
        row.import_list.clicked.connect(verbs.add_list)
        row.edit.clicked.connect(verbs.edit_selected)
        row.remove.clicked.connect(verbs.remove_selected)
        row.move_chosen.connect(verbs.move_selected)
        row.state_chosen.connect(verbs.set_state)
        row.show_as_chosen.connect(verbs.show_as)
        row.order_chosen.connect(verbs.keep_in_order)
        row.pin_chosen.connect(verbs.pin_selected)
        row.copy.triggered.connect(self.table.copy)
        row.columns_asked.connect(self.table.columns.fill)

    # --- what is shown

    @property
    def statement_id(self) -> str:
        """The statement whose endorsers are shown."""
        return self._statement_id

    def show_statement(self, statement_id: str) -> None:
        """Shows another statement's endorsements, now or when the page becomes visible.

        Each statement keeps its filter as long as the window is open.
        """
        if statement_id != self._statement_id:
            self._remembered[self._statement_id] = (self.filters.key, self.search.text())
            self._statement_id = self.verbs.statement_id = statement_id
            self.reading.begin(statement_id)
            self._restore_filter()
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    def _restore_filter(self) -> None:
        key, words = self._remembered.get(self._statement_id, (ALL, ""))
        self.filters.buttons[key].setChecked(True)
        self.search.setText(words)
        self._pause.stop()
        self._words_found.clear()
        self.model.set_filter(key, None)

    def refresh(self) -> None:
        """Reads the endorsements again; what was selected stays so."""
        self._is_stale = False
        self._words_found.clear()
        self.reading.again()

    def _show_list(self) -> None:
        """Shows what was read, where the table was and with the same rows selected."""
        selected, bar = self.table.selected_ids(), self.table.verticalScrollBar()
        place = bar.value()
        reading = self.reading
        self.model.show(reading.rows, reading.names, reading.facts, self._found())
        if selected != self.table.selected_ids():
            self.table.select_ids(selected, scroll=False)
        bar.setValue(place)
        self._show_counts()
        self.count_changed.emit(self.model.total)

    def _on_changed(self, changes: Changes) -> None:
        if not changes.areas & _SHOWN:
            return
        if Area.ENDORSERS in changes.areas:
            self.reading.forget_names()
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    def _found(self) -> frozenset[str] | None:
        """The endorsers with all the words searched for; each word is looked for once."""
        words = self.search.text().split()
        listed = self._operations.desk.listed
        for word in words:
            if word not in self._words_found:
                found = listed.found(self._statement_id, word)
                self._words_found[word] = found or frozenset()
        sets = [self._words_found[word] for word in words]
        return frozenset.intersection(*sets) if sets else None

    def _apply_filter(self) -> None:
        self._pause.stop()
        selected = self.table.selected_ids()
        self.model.set_filter(self.filters.key, self._found())
        self.table.select_ids(selected)
        self._show_counts()

    def _show_all(self) -> None:
        self.search.clear()
        self.filters.choose(ALL)

    def _enter_table(self) -> None:
        """Enter in the search goes to what it found."""
        self._apply_filter()
        if not self.table.selected_count and self.model.rowCount():
            self.table.selectRow(0)
        self.table.setFocus()

    def _show_counts(self) -> None:
        counts = self.model.counts
        self.filters.show_counts(filter_words(), counts)
        self.summary.setText(self._summary())
        self.summary.setVisible(self.model.total > 0)
        self._choose_page()
        self._show_allowed()

    def _summary(self) -> str:
        counts, digits = self.model.counts, current()
        total = ntr("1 endorser", "{n} endorsers", self.model.total)
        confirmed = in_digits(counts.get(EndorsementState.CONFIRMED.value, 0), digits)
        parts = [total, tr("{count} confirmed", count=confirmed)]
        if counts.get(WITHHELD):
            parts.append(tr("{count} withheld", count=in_digits(counts[WITHHELD], digits)))
        if counts.get(EARLIER):
            earlier = in_digits(counts[EARLIER], digits)
            parts.append(tr("{count} agreed to an earlier text", count=earlier))
        selected = self.table.selected_count
        if selected > 1:
            parts.append(tr("{count} selected", count=in_digits(selected, digits)))
        return " · ".join(parts)

    def _choose_page(self) -> None:
        is_empty, is_filtered_out = self.model.total == 0, self.model.rowCount() == 0
        page = self.nothing_found if is_filtered_out else self.table
        self._turn_to(self.empty if is_empty else page)
        self.filters.setVisible(not is_empty)
        self.search.setVisible(not is_empty)

    def _turn_to(self, page: QWidget) -> None:
        """Shows the list or what stands in its place; whoever works by keyboard goes along."""
        before = self.stack.currentWidget()
        if page is before:
            return
        focused = before.focusWidget() or before if before else None
        is_worked_on = focused is not None and focused.hasFocus()
        self.stack.setCurrentWidget(page)
        if is_worked_on:
            (page.button if isinstance(page, EmptyState) else page).setFocus()

    def _show_allowed(self) -> None:
        self.actions_row.allow(
            statement=bool(self._statement_id),
            rows=self.model.total,
            selected=self.table.selected_count,
            outdated=self.model.counts.get(EARLIER, 0),
        )
        self.summary.setText(self._summary())
        if self._statement_id:
            order = self._operations.desk.listed.order(self._statement_id)
            self.actions_row.show_order(order)

    def show_endorsement(self, endorsement_id: str) -> None:
        """Goes to an endorsement."""
        if self.model.row_of(endorsement_id) < 0:
            self._show_all()
        self.table.select_ids((endorsement_id,))
        self.table.setFocus()

    def show_earlier(self) -> None:
        """Shows only who agreed to an earlier text."""
        self.search.clear()
        self.filters.choose(EARLIER)

    def _show_menu(self, place: QPoint) -> None:
        menu = self.actions_row.context_menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    # --- words

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.search.setPlaceholderText(tr("Search names"))
        self.search.setAccessibleName(tr("Search names"))
        self.search.setToolTip(tr("Looks in names, acronyms, former names and aliases."))
        self.empty.set_text(
            tr("Nobody endorses this statement yet. Add one endorser, or import a whole list."),
            tr("Add endorser"),
        )
        self.nothing_found.set_text(tr("No endorser is like that."), tr("Show all"))
        self.actions_row.retranslate()
        self.table.retranslate()
        self._show_counts()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self._enter_table()
        else:
            super().keyPressEvent(event)

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
