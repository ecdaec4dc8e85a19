"""What the checks found in the statement, and the way to each place."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from advocate_desk.desk.desk import Desk
from advocate_desk.gui.ask import Ask
from advocate_desk.gui.models.findings_list_model import FindingsListModel
from advocate_desk.gui.operations import Job, Operations, Progress
from advocate_desk.gui.widgets.empty_state import EmptyState
from advocate_desk.gui.widgets.finding_delegate import FindingDelegate
from advocate_desk.gui.widgets.findings_bar import FindingsBar
from advocate_desk.gui.widgets.findings_filter import FindingsFilter
from advocate_desk.gui.widgets.findings_list import FindingsList
from advocate_desk.language.catalog import tr
from advocate_desk.model.checker import Checker
from advocate_desk.model.errors import DeskError
from advocate_desk.model.finding import Finding
from advocate_desk.model.kinds import Severity
from advocate_desk.model.statement import block_places

PAUSE_MS = 300
Checked = tuple[tuple[Finding, ...], Mapping[str, str]]


def _checked(desk: Desk, statement_id: str, checker: Checker) -> Checked:
    """The findings and where their blocks stand; none where there is no statement."""
    if not statement_id:
        return (), {}
    try:
        found = desk.checking.check(statement_id, checker=checker)
        places = block_places(desk.drafting.statement(statement_id).blocks) if found else {}
    except (DeskError, KeyError):
        return (), {}  # deleted meanwhile
    return found, places


class ChecksDock(QWidget):
    """Findings of the current statement, read again shortly after every change."""

    navigate = Signal(str, str)
    endorsement_requested = Signal(str)
    count_changed = Signal(int, int)
    fix_wanted = Signal()
    fix_all_wanted = Signal()
    dismiss_wanted = Signal()
    switch_off_wanted = Signal()
    rules_wanted = Signal()

    def __init__(self, operations: Operations, ask: Ask, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._ask = ask
        self._statement_id = ""
        self._job: Job | None = None
        self._is_read = False
        self._checker = Checker()
        self.filter = FindingsFilter()
        self.bar = FindingsBar()
        self.model = FindingsListModel(self)
        self.list = FindingsList()
        self.list.setModel(self.model)
        self.list.setItemDelegate(FindingDelegate(self.list))
        self.empty = EmptyState()
        self.stack = QStackedWidget()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.empty)
        self.stack.setCurrentWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filter)
        column.addWidget(self.stack, 1)
        column.addWidget(self.bar)

    def _connect(self) -> None:
        self._operations.changed.connect(lambda _changes: self._pause.start())
        self._pause.timeout.connect(self._check_aside)
        self.list.clicked.connect(self._go_to)
        self.list.entered_row.connect(self._go_to)
        self.list.dismissed_row.connect(lambda _index: self.dismiss_wanted.emit())
        self.list.selectionModel().currentChanged.connect(lambda *_rows: self._note_current())
        self.filter.chosen.connect(self._show_only)
        self.bar.language_chosen.connect(self.filter.choose_language)
        self.bar.fix.clicked.connect(self.fix_wanted)
        self.bar.fix_all_action.triggered.connect(self.fix_all_wanted)
        self.bar.dismiss_action.triggered.connect(self.dismiss_wanted)
        self.bar.switch_off_action.triggered.connect(self.switch_off_wanted)
        self.bar.rules_action.triggered.connect(self.rules_wanted)

    # --- what is shown

    def show_statement(self, statement_id: str) -> None:
        """Checks another statement; what was found in the one before is not told of this one."""
        if statement_id != self._statement_id:
            self._statement_id = statement_id
            self._drop_job()
            self._is_read = False
            self._show(((), {}))
        self._pause.start()

    def check_now(self) -> None:
        """Checks at once, beside the window's own work, and goes to the list."""
        self._pause.stop()
        self._check_aside()
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        """Checks the statement again, here and now."""
        self._pause.stop()
        self._drop_job()
        self._is_read = True
        self._show(_checked(self._operations.desk, self._statement_id, self._checker))

    def _check_aside(self) -> None:
        """Checks on a worker, because a long statement takes longer than a keystroke may."""
        self._drop_job()
        statement_id, checker = self._statement_id, self._checker

        def check(desk: Desk, _progress: Progress) -> Checked:
            return _checked(desk, statement_id, checker)

        self._job = self._operations.run_aside(check, self._take)

    def _take(self, checked: Checked) -> None:
        self._job = None
        self._is_read = True
        self._show(checked)

    def _drop_job(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _show(self, checked: Checked) -> None:
        """Shows findings; the chosen one stays so, or the one that took its place does."""
        chosen, row = self.current(), self.list.currentIndex().row()
        self.model.show(*checked)
        self.filter.show_findings(self.model.every)
        self._choose_again(chosen, row)
        self.count_changed.emit(
            self.model.count(Severity.BLOCKER), self.model.count(Severity.WARNING)
        )

    def _show_only(self, severity: Severity | None, language: str) -> None:
        chosen = self.current()
        self.model.show_only(severity, language)
        self._choose_again(chosen, -1)

    def _choose_again(self, chosen: Finding | None, row: int) -> None:
        findings = self.model.findings
        is_empty = not findings
        self.stack.setCurrentWidget(self.empty if is_empty else self.list)
        if chosen in findings:
            row = findings.index(chosen)
        self._choose(min(row, len(findings) - 1))
        self._note_current()
        self._say_empty()

    def _note_current(self) -> None:
        self.bar.show_finding(
            self.current(), self.model.every, has_statement=bool(self._statement_id)
        )

    def current(self) -> Finding | None:
        """The finding that is chosen."""
        row = self.list.currentIndex().row()
        return self.model.findings[row] if 0 <= row < len(self.model.findings) else None

    def _choose(self, row: int) -> None:
        self.list.setCurrentIndex(self.model.index(row, 0) if row >= 0 else QModelIndex())

    # --- going there

    def next_problem(self) -> None:
        """Goes to the finding after the current one, from the last to the first."""
        self._walk(1)

    def previous_problem(self) -> None:
        """Goes to the finding before the current one, from the first to the last."""
        self._walk(-1)

    def _walk(self, by: int) -> None:
        if self._pause.isActive():
            self.refresh()
        count = len(self.model.findings)
        if count:
            row = self.list.currentIndex().row()
            start = row + by if row >= 0 else min(by, 0)
            self._go_to(self.model.index(start % count, 0))

    def _go_to(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        self.list.setCurrentIndex(index)
        finding = self.model.findings[index.row()]
        if finding.block_id:
            self.navigate.emit(finding.block_id, finding.language)
        elif finding.endorsement_id:
            self.endorsement_requested.emit(finding.endorsement_id)

    # --- words

    def _say_empty(self) -> None:
        if self.model.every:
            text = tr("Nothing of this kind. Other findings are hidden by the filter.")
        elif self._statement_id and not self._is_read:
            text = tr("Being checked…")
        elif self._statement_id:
            text = tr("Nothing to do: every text is written and up to date.")
        else:
            text = tr("Choose a statement to have it checked.")
        self.empty.set_text(text)

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.list.setAccessibleName(tr("Findings"))
        self.list.setToolTip(tr("Enter goes to the place, F7 to the next one, Ctrl+. corrects"))
        self._say_empty()
        self.list.scheduleDelayedItemsLayout()

    @override
    def sizeHint(self) -> QSize:
        """As much room as the library above it."""
        return QSize(268, 360)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.list.scheduleDelayedItemsLayout()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
