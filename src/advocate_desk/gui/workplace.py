"""One open desk in the window: its pages and docks, and which statement they show."""

from __future__ import annotations

from typing import Protocol

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from advocate_desk.desk.desk import Desk
from advocate_desk.gui.ask import Ask
from advocate_desk.gui.main_window import MainWindow
from advocate_desk.gui.operations import Operations
from advocate_desk.gui.pages.text_page import TextPage
from advocate_desk.gui.preferences import Preferences
from advocate_desk.gui.status_facts import facts
from advocate_desk.gui.widgets.notice_bar import BAD, NoticeBar
from advocate_desk.gui.widgets.start_panel import StartPanel
from advocate_desk.gui.widgets.toast import Toast
from advocate_desk.language.catalog import tr
from advocate_desk.model.changes import Area, Changes
from advocate_desk.model.listed import Tally

_FACTS_PAUSE = 350


class Follower(Protocol):
    """A page or dock that shows whatever statement is open."""

    def show_statement(self, statement_id: str) -> None:
        """Shows another statement; nothing for an empty id."""
        ...


class Workplace(QObject):
    """Holds the pages of a desk together; what they do they do themselves."""

    statement_changed = Signal(str)

    def __init__(self, window: MainWindow, desk: Desk, ask: Ask, preferences: Preferences) -> None:
        super().__init__(window)
        self.window = window
        self.ask = ask
        self.preferences = preferences
        self.operations = Operations(desk, reports=preferences.reports, parent=self)
        self.statement_id = ""
        self._problems = (0, 0)
        self._others: tuple[Follower, ...] = ()
        self._guests: list[QWidget] = []
        self._make_parts()
        self._move_in()
        self._listen()

    @property
    def desk(self) -> Desk:
        """The open desk."""
        return self.operations.desk

    def _make_parts(self) -> None:
        self.text = TextPage(self.operations, self.ask)
        self.notice = NoticeBar()
        self.start = StartPanel()
        self.toast = Toast(self.window)
        self._facts_pause = QTimer(self, singleShot=True, interval=_FACTS_PAUSE)
        self._facts_pause.timeout.connect(self.tell_facts)

    def _move_in(self) -> None:
        self.window.move_in("text", self.text)
        self.window.column.insertWidget(0, self.notice)
        self.window.column.insertWidget(1, self.start)
        self.text.set_text_size(self.preferences.settings.text_size)

    def _listen(self) -> None:
        operations, status = self.operations, self.window.status
        operations.changed.connect(self._note_changes)
        # Its Undo is meant for the step it told of, never for a later one.
        operations.changed.connect(lambda _changes: self.toast.hide())
        operations.refused.connect(lambda sentence: self.notice.tell(sentence, BAD))
        operations.crashed.connect(self._tell_crash)
        operations.busy.connect(status.begin)
        operations.progressed.connect(status.advance)
        operations.idle.connect(status.end)
        status.cancelled.connect(operations.cancel)
        self.text.shown.connect(lambda _statement: self._facts_pause.start())
        self.text.deleted.connect(lambda _changes: self.toast.tell(tr("Deleted.")))
        self.preferences.text_size_changed.connect(self.text.set_text_size)
        self.preferences.language_changed.connect(self.retranslate)

    def complete(self) -> None:
        """Makes the lists, the other pages and the docks; the text can be written in without them.

        They are imported here, because at the first start nobody should wait for them.
        """
        from advocate_desk.gui.pages.endorsers_page import EndorsersPage
        from advocate_desk.gui.pages.history_page import HistoryPage
        from advocate_desk.gui.pages.preview_page import PreviewPage
        from advocate_desk.gui.translation_panels import panels
        from advocate_desk.gui.widgets.checks_dock import ChecksDock
        from advocate_desk.gui.widgets.clause_dock import ClauseDock
        from advocate_desk.gui.widgets.statements_panel import StatementsPanel
        from advocate_desk.gui.widgets.translation_dock import TranslationDock

        self.panel = StatementsPanel(self.operations)
        self.endorsers = EndorsersPage(self.operations, self.ask)
        self.preview = PreviewPage(self.operations, self.ask)
        self.history = HistoryPage(self.operations, self.ask)
        self.clauses = ClauseDock(self.operations, self.ask)
        self.checks = ChecksDock(self.operations, self.ask)
        self.translation = TranslationDock(self.operations)
        for name, panel in panels(self.operations).items():
            self.translation.add_panel(name, panel)
        self._move_others_in()
        self._listen_to_others()

    def _move_others_in(self) -> None:
        others: dict[str, QWidget] = {
            "statements": self.panel,
            "endorsers": self.endorsers,
            "preview": self.preview,
            "history": self.history,
            "clauses": self.clauses,
            "translation": self.translation,
            "checks": self.checks,
        }
        for name, part in others.items():
            self.window.move_in(name, part)
        self._guests = list(others.values())
        docks = self.window.docks
        shares = [docks["clauses"], docks["checks"]]
        self.window.resizeDocks(shares, [3, 2], Qt.Orientation.Vertical)
        self._others = (
            self.endorsers,
            self.preview,
            self.history,
            self.clauses,
            self.translation,
            self.checks,
        )
        self.panel.show_statement(self.text.statement)
        for follower in self._others:
            follower.show_statement(self.statement_id)

    def _listen_to_others(self) -> None:
        self.panel.chosen.connect(self.show_statement)
        self.panel.navigate.connect(self.go_to)
        self.text.shown.connect(self.panel.show_statement)
        self.text.current_changed.connect(self._note_place)
        self.text.current_changed.connect(self.translation.note_place)
        for part in (self.endorsers, self.preview, self.history, self.checks):
            part.navigate.connect(self.go_to)
        self.checks.count_changed.connect(self._note_problems)
        self.checks.endorsement_requested.connect(self.go_to_endorsement)
        self.endorsers.removed.connect(self.toast.tell)
        self.clauses.insert_requested.connect(self._insert_clause)

    # Statements

    def show_first(self) -> None:
        """Shows the statement that was open last, else the one changed last."""
        ids = [summary.id for summary in self.desk.drafting.statements()]
        last = self.preferences.settings.open_statements.get(str(self.desk.path), "")
        self.show_statement(last if last in ids else next(iter(ids), ""))

    def show_statement(self, statement_id: str) -> None:
        """Shows a statement on every page; nothing for an empty id."""
        if statement_id and statement_id == self.statement_id:
            return
        self.statement_id = statement_id
        for part in self._parts():
            part.show_statement(statement_id)
        self.start.show_for(self.text.statement, empty=not statement_id)
        self.preferences.remember_statement(self.desk.path, statement_id)
        self.statement_changed.emit(statement_id)

    def _parts(self) -> tuple[Follower, ...]:
        return (self.text, *self._others)

    def _note_changes(self, changes: Changes) -> None:
        self._facts_pause.start()
        if Area.STATEMENTS not in changes.areas:
            return
        ids = [summary.id for summary in self.desk.drafting.statements()]
        if self.statement_id not in ids:
            self.statement_id = ""
            self.show_statement(next(iter(ids), ""))

    def go_to(self, block_id: str, language: str) -> None:
        """Goes to a text on the text page."""
        self.window.show_page("text")
        self.text.go_to(block_id, language)

    def show_translation(self, panel: str) -> None:
        """Brings a panel about the block with the cursor to the front."""
        dock = self.window.docks["translation"]
        dock.show()
        dock.raise_()
        self.translation.bring_to_front(panel)

    def _note_place(self, block_id: str, _language: str) -> None:
        self.panel.mark_block(self.text.column.top_block_of(block_id))

    def _insert_clause(self, clause_id: str) -> None:
        if self.statement_id:
            self.window.show_page("text")
            self.text.blocks.insert_clause(clause_id)

    def go_to_endorsement(self, endorsement_id: str) -> None:
        """Goes to an endorser on their page."""
        self.window.show_page("endorsers")
        self.endorsers.show_endorsement(endorsement_id)

    # Telling

    def _note_problems(self, blockers: int, warnings: int) -> None:
        self._problems = (blockers, warnings)
        self.window.show_problem_count(blockers + warnings)
        self._facts_pause.start()

    def tell_facts(self) -> None:
        """Says in the status line and on the tabs how the statement stands."""
        statement = self.text.statement
        tally = self.desk.listed.tally(statement.id) if statement else Tally()
        self.window.show_tab_count("endorsers", tally.total)
        if statement is None:
            self.window.status.show_facts("")
            return
        waiting = sum(self.text.comments.values())
        told = facts(statement, tally, self._problems, waiting)
        self.window.status.show_facts(told)

    def _tell_crash(self, report: str) -> None:
        self.notice.tell(
            tr(
                "Something went wrong inside the program. Your text is safe. Report: {path}",
                path=report,
            ),
            BAD,
        )

    def retranslate(self) -> None:
        """Says again what was put together from texts of the catalogue."""
        self.tell_facts()
        self.start.show_for(self.text.statement, empty=not self.statement_id)

    def close(self) -> None:
        """Writes what is still being typed and closes the desk."""
        self._facts_pause.stop()
        self.operations.settle()
        for part in (self.text, self.notice, self.start, self.toast, *self._guests):
            # At once: whatever a part still waits for would meet a closed desk.
            shiboken6.delete(part)
        self.operations.close()
        self.deleteLater()
