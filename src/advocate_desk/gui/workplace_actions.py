"""Which action of the table does what in an open desk."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from advocate_desk.gui.document_flows import DocumentFlows
from advocate_desk.gui.export_flows import ExportFlows
from advocate_desk.gui.flows.check_flows import CheckFlows
from advocate_desk.gui.flows.consent_flows import ConsentFlows
from advocate_desk.gui.flows.exchange_flows import ExchangeFlows
from advocate_desk.gui.flows.flow import Flow, Slot
from advocate_desk.gui.flows.glossary_flows import GlossaryFlows
from advocate_desk.gui.flows.history_flows import HistoryFlows
from advocate_desk.gui.flows.library_flows import LibraryFlows
from advocate_desk.gui.flows.list_edition_flows import ListEditionFlows
from advocate_desk.gui.flows.memory_flows import MemoryFlows
from advocate_desk.gui.flows.out_flows import OutFlows
from advocate_desk.gui.flows.registry_flows import RegistryFlows
from advocate_desk.gui.flows.translation_flows import TranslationFlows
from advocate_desk.gui.pages.block_menu import KINDS
from advocate_desk.gui.placeholder_menu import fill_placeholders
from advocate_desk.gui.statement_flows import StatementFlows
from advocate_desk.gui.workplace import Workplace
from advocate_desk.language.catalog import tr
from advocate_desk.model.changes import Changes
from advocate_desk.model.kinds import StatementKind
from advocate_desk.model.words import word

_FLOWS: tuple[Callable[[Workplace], Flow], ...] = (
    CheckFlows,
    ConsentFlows,
    ExchangeFlows,
    GlossaryFlows,
    HistoryFlows,
    LibraryFlows,
    ListEditionFlows,
    MemoryFlows,
    OutFlows,
    RegistryFlows,
    TranslationFlows,
)


class WorkplaceActions:
    """Connects the window's actions to the pages of one desk."""

    def __init__(self, place: Workplace, flows: DocumentFlows, exports: ExportFlows) -> None:
        self._place = place
        self._flows = flows
        self._exports = exports
        self._statements = StatementFlows(place)
        self._window = place.window
        self._desk = place.desk
        table = self._window.table
        self._slots: dict[str, Slot] = {
            **self._statement_slots(),
            **self._block_slots(),
            **self._view_slots(),
            **self._document_slots(),
        }
        for flow in _FLOWS:
            self._slots.update(flow(place).slots())
        for action_id, slot in self._slots.items():
            table.connect_to(action_id, slot)
        self._listen()
        self.name_history()

    def _listen(self) -> None:
        place = self._place
        place.operations.changed.connect(self.name_history)
        place.preferences.language_changed.connect(lambda _code: self.name_history())
        place.toast.undo_wanted.connect(self.undo)
        place.panel.new_wanted.connect(self.new_statement)
        place.panel.block_wanted.connect(self.add_block)
        place.start.new_wanted.connect(self.new_statement)
        place.start.import_wanted.connect(self._flows.import_document)

    def _statement_slots(self) -> dict[str, Slot]:
        return {
            "new_statement": self.new_statement,
            "duplicate_statement": self.duplicate_statement,
            "delete_statement": self.delete_statement,
            "save_skeleton": self._statements.save_skeleton,
            "statement_date": self._statements.edit_date,
            "statement_look": self._statements.edit_look,
            "adopt": self._place.history.adopt,
            "issue": self._place.history.issue,
            "undo": self.undo,
            "redo": self.redo,
        }

    def _block_slots(self) -> dict[str, Slot]:
        blocks = self._place.text.blocks
        return {
            "add_block": self.add_block,
            "move_up": lambda: blocks.move(-1),
            "move_down": lambda: blocks.move(1),
            "duplicate_block": blocks.duplicate,
            "split_block": blocks.split,
            "merge_block": blocks.merge,
            "delete_block": blocks.delete,
            "indent_item": blocks.indent,
            "outdent_item": blocks.outdent,
            "save_clause": blocks.save_clause,
            "unlink_clause": blocks.unlink,
            "insert_footnote": self.insert_footnote,
        }

    def _view_slots(self) -> dict[str, Slot]:
        place, window = self._place, self._window
        return {
            "show_text": lambda: window.show_page("text"),
            "show_endorsers": lambda: window.show_page("endorsers"),
            "show_preview": lambda: window.show_page("preview"),
            "show_history": lambda: window.show_page("history"),
            "insert_clause": self.go_to_library,
            "find": self.find,
            "check": self.check,
            "next_problem": place.checks.next_problem,
            "previous_problem": place.checks.previous_problem,
            "other_language": place.text.focus_other_language,
            "next_pane": lambda: self.step_pane(1),
            "previous_pane": lambda: self.step_pane(-1),
            "add_endorser": self.add_endorser,
        }

    def _document_slots(self) -> dict[str, Slot]:
        return {
            "import": self._flows.import_document,
            "export": self._exports.export,
            "messages": self._exports.show_messages,
            "print": self._exports.print_document,
            "import_endorsers": self.import_endorsers,
        }

    # Statements

    def new_statement(self) -> None:
        """Asks what to begin with, and shows the new statement."""
        self._show_new(self._statements.new_statement())

    def duplicate_statement(self) -> None:
        """Copies the open statement and shows the copy."""
        if self._place.statement_id:
            verb = self._desk.drafting.duplicate_statement
            self._show_new(self._place.operations.run(verb, self._place.statement_id))

    def _show_new(self, changes: Changes | None) -> None:
        if changes:
            self._place.show_statement(changes.focus)
            self._window.show_page("text")
            self._place.text.focus_text()

    def delete_statement(self) -> None:
        """Deletes the open statement and offers Undo."""
        if self._place.statement_id:
            verb = self._desk.drafting.delete_statement
            if self._place.operations.run(verb, self._place.statement_id):
                self._place.toast.tell(tr("Statement deleted."))

    # Steps

    def undo(self) -> None:
        """Takes the last step of the desk back."""
        self._go_to_step(self._place.operations.run(self._desk.history.undo))

    def redo(self) -> None:
        """Does again what was taken back."""
        self._go_to_step(self._place.operations.run(self._desk.history.redo))

    def _go_to_step(self, changes: Changes | None) -> None:
        """Shows the statement that was just changed, so that no step happens out of sight."""
        wanted = changes.statement_id if changes else ""
        if wanted and wanted != self._place.statement_id:
            self._place.show_statement(wanted)

    def name_history(self, _changes: Changes | None = None) -> None:
        """Undo and Redo say what they would take back or do again."""
        history, table = self._desk.history, self._window.table
        for action_id, label in (("undo", history.undo_label), ("redo", history.redo_label)):
            action = table.action(action_id)
            action.setEnabled(bool(label) or action_id == "undo")
            words = tr("Undo") if action_id == "undo" else tr("Redo")
            action.setToolTip(f"{words}: {tr(label)}" if label else words)

    def add_block(self) -> None:
        """Adds a paragraph behind the current block."""
        if self._place.statement_id:
            self._window.show_page("text")
            self._place.text.blocks.add()

    def insert_footnote(self) -> None:
        """Puts a footnote into the text where the cursor is."""
        cell = self._place.text.blocks.current_cell()
        if cell is not None:
            cell.insert_footnote()

    def _insert_piece(self, piece: str) -> None:
        cell = self._place.text.blocks.current_cell()
        if cell is not None:
            cell.insert_piece(piece)

    # Panes

    def go_to_library(self) -> None:
        """Shows the clause library, ready to search."""
        self._window.docks["clauses"].show()
        self._place.clauses.focus_search()

    def find(self) -> None:
        """Opens the search of the text page."""
        self._window.show_page("text")
        self._place.text.find_bar.open()

    def check(self) -> None:
        """Checks the statement now and shows the findings."""
        self._window.docks["checks"].show()
        self._place.operations.settle()
        self._place.checks.check_now()

    def add_endorser(self) -> None:
        """Shows the endorsers and asks for a new one."""
        self._window.show_page("endorsers")
        self._place.endorsers.verbs.add()

    def import_endorsers(self) -> None:
        """Shows the endorsers and asks for a list."""
        self._window.show_page("endorsers")
        self._place.endorsers.verbs.add_list()

    def _panes(self) -> list[QWidget]:
        place = self._place
        panes = [place.panel, self._window.page_host(self._window.page_name)]
        return [*panes, place.clauses, place.checks]

    def step_pane(self, step: int) -> None:
        """Puts the cursor into the next pane."""
        panes = [pane for pane in self._panes() if pane.isVisible()]
        focus = self._window.focusWidget()
        here = next((i for i, p in enumerate(panes) if focus and p.isAncestorOf(focus)), -1)
        for turn in range(1, len(panes) + 1):
            if self._enter(panes[(here + turn * step) % len(panes)]):
                return

    def _enter(self, pane: QWidget) -> bool:
        """Puts the cursor into a pane; whether there was a place for it."""
        if pane.objectName() == "text":
            self._place.text.focus_text()
            return True
        return _focus_first(pane)

    # Submenus

    def fill(self, name: str, menu: QMenu) -> None:
        """Fills a submenu that depends on the open statement."""
        if name == "add_kind":
            for kind in KINDS:
                action = menu.addAction(word(kind))
                action.triggered.connect(lambda _on=False, k=kind: self._place.text.blocks.add(k))
        elif name == "statement_kind":
            self._fill_kinds(menu)
        elif name == "placeholder":
            fill_placeholders(menu, self._place.text.own_placeholders(), self._insert_piece)

    def _fill_kinds(self, menu: QMenu) -> None:
        statement = self._place.text.statement
        for kind in StatementKind:
            action = menu.addAction(word(kind))
            action.setCheckable(True)
            action.setChecked(statement is not None and statement.kind is kind)
            action.setEnabled(statement is not None)
            action.triggered.connect(lambda _on=False, k=kind: self._set_kind(k))

    def _set_kind(self, kind: StatementKind) -> None:
        self._place.operations.run(self._desk.drafting.set_kind, self._place.statement_id, kind)

    def release(self) -> None:
        """The actions do nothing any more."""
        for action_id in self._slots:
            self._window.table.disconnect_from(action_id)


def _focus_first(pane: QWidget) -> bool:
    """Gives the cursor to the first part of a pane that takes it by Tab; whether there is one."""
    for part in pane.findChildren(QWidget):
        if part.isVisible() and part.isEnabled() and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            part.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False
