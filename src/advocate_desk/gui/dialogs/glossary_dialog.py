"""The glossary: searched, added to, corrected, brought in and taken out."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from advocate_desk.gui.ask import Ask
from advocate_desk.gui.dialogs.term_dialog import TermDialog
from advocate_desk.gui.models.terms_table_model import TermsTableModel
from advocate_desk.gui.operations import Operations
from advocate_desk.gui.widgets.empty_state import EmptyState
from advocate_desk.gui.widgets.icon_button import IconButton
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.gui.widgets.wrapped_delegate import PADDING, WrappedDelegate
from advocate_desk.language.catalog import ntr, tr
from advocate_desk.language.collation import sort_key
from advocate_desk.model.changes import Area, Changes
from advocate_desk.model.kinds import ENGLISH, KHMER
from advocate_desk.model.term import Term

_PAUSE = 120
_SIZE = (1040, 600)
_LINES = 2


class GlossaryDialog(QDialog):
    """A table of every term. `bring_in` and `take_out` ask for files; verbs go to the desk."""

    def __init__(
        self,
        operations: Operations,
        ask: Ask,
        bring_in: Callable[[QWidget], None],
        take_out: Callable[[QWidget], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._operations = operations
        self._ask = ask
        self._places: dict[str, tuple[object, ...]] = {}
        self._make_widgets()
        self._lay_out()
        self._connect(bring_in, take_out)
        self.retranslate()
        self.read()

    def _make_widgets(self) -> None:
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.add_button, self.edit_button = IconButton("add"), IconButton("edit")
        self.delete_button = IconButton("remove")
        self.import_button, self.export_button = IconButton("import"), IconButton("export")
        self.model = TermsTableModel(self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.empty = EmptyState()
        self.count = SoftLabel()
        self.notice = SoftLabel()
        self.close_button = QPushButton()
        self.close_button.setAutoDefault(False)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self.search, 1)
        for button in (self.add_button, self.edit_button, self.delete_button):
            tools.addWidget(button)
        tools.addSpacing(12)
        for button in (self.import_button, self.export_button):
            tools.addWidget(button)
        self.sides = QStackedWidget()
        self.sides.addWidget(self.empty)
        self.sides.addWidget(self.table)
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addLayout(tools)
        column.addWidget(self.sides, 1)
        column.addWidget(self.notice)
        column.addLayout(foot)
        self._set_up_table()
        self.resize(*_SIZE)

    def _set_up_table(self) -> None:
        self.table.setItemDelegate(WrappedDelegate(self.table, most_lines=_LINES))
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.verticalHeader().hide()
        rows = self.table.verticalHeader()
        # Rows of one height: thousands need not be set in lines before they are seen.
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(_LINES * self.fontMetrics().lineSpacing() + 2 * int(PADDING) + 2)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def _connect(
        self, bring_in: Callable[[QWidget], None], take_out: Callable[[QWidget], None]
    ) -> None:
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self._pause.timeout.connect(self.read)
        self.add_button.clicked.connect(self.add)
        self.empty.pressed.connect(self.add)
        self.edit_button.clicked.connect(self.edit)
        self.delete_button.clicked.connect(self.delete)
        self.import_button.clicked.connect(lambda: bring_in(self))
        self.export_button.clicked.connect(lambda: take_out(self))
        self.close_button.clicked.connect(self.accept)
        self.table.doubleClicked.connect(lambda _index: self.edit())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._tell_buttons())
        self._operations.changed.connect(self._note_changes)
        self._operations.refused.connect(self.notice.setText)

    # What is shown

    def _note_changes(self, changes: Changes) -> None:
        if Area.TERMS in changes.areas:
            self.notice.setText("")
            self._places = {}
            self.read()

    def read(self) -> None:
        """Looks for the terms that hold what is searched for."""
        self._pause.stop()
        chosen = {term.id for term in self.chosen()}
        found = self._operations.desk.glossary.search(self.search.text())
        self.model.show(tuple(sorted(found, key=self._place)))
        self._choose(chosen)
        self._tell()

    def _place(self, term: Term) -> tuple[object, ...]:
        if term.id not in self._places:
            self._places[term.id] = _place(term)
        return self._places[term.id]

    def chosen(self) -> tuple[Term, ...]:
        """The terms of the chosen rows."""
        rows = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        return tuple(self.model.terms[row] for row in rows)

    def _choose(self, term_ids: Collection[str]) -> None:
        flags = QItemSelectionModel.SelectionFlag
        for term_id in term_ids:
            row = self.model.row_of(term_id)
            if row >= 0:
                index = self.model.index(row, 0)
                self.table.selectionModel().select(index, flags.Select | flags.Rows)
                self.table.scrollTo(index)

    def _tell(self) -> None:
        shown, every = len(self.model.terms), len(self._operations.desk.glossary.terms())
        self.sides.setCurrentIndex(1 if shown else 0)
        if every:
            self.empty.set_text(tr("No term holds these words."))
        else:
            self.empty.set_text(
                tr("The glossary is empty. Add the terms that must always be called the same."),
                tr("Add a term…"),
            )
        words = ntr("{n} term", "{n} terms", every)
        found = tr("{n} of {words}", n=shown, words=words)
        self.count.setText(found if shown != every else words)
        self.export_button.setEnabled(every > 0)
        self._tell_buttons()

    def _tell_buttons(self) -> None:
        chosen = len(self.chosen())
        self.edit_button.setEnabled(chosen == 1)
        self.delete_button.setEnabled(chosen > 0)

    # What can be done

    def add(self) -> None:
        """Asks for a new term."""
        self._ask_for(Term(""))

    def edit(self) -> None:
        """Asks for the chosen term anew."""
        chosen = self.chosen()
        if len(chosen) == 1:
            self._ask_for(chosen[0])

    def _ask_for(self, term: Term) -> None:
        made = ask_for_term(self._operations, self._ask, self, term)
        if made:
            self._choose({made})

    def delete(self) -> None:
        """Deletes the chosen terms; Undo brings them back."""
        chosen = [term.id for term in self.chosen()]
        if chosen and self._operations.run(self._operations.desk.glossary.delete, chosen):
            self.notice.setText(tr("Deleted. Undo brings it back."))

    # Words

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.setWindowTitle(tr("Glossary"))
        self.search.setPlaceholderText(tr("Search in Khmer or English"))
        self.search.setAccessibleName(tr("Search the glossary"))
        self.add_button.say(tr("Add…"))
        self.edit_button.say(tr("Edit…"))
        self.delete_button.say(tr("Delete"))
        self.import_button.say(tr("Import…"), tr("From a CSV, Excel or TBX file"))
        self.export_button.say(tr("Export…"), tr("As a CSV, Excel or TBX file"))
        self.table.setAccessibleName(tr("Terms"))
        self.close_button.setText(tr("Close"))
        self._tell()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.table.hasFocus() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit()
        elif self.table.hasFocus() and event.key() == Qt.Key.Key_Delete:
            self.delete()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()


def ask_for_term(
    operations: Operations, ask: Ask, parent: QWidget, term: Term, *, from_statement: str = ""
) -> str:
    """Asks for a term until the desk takes it or the person thinks better of it; its id."""
    refusals: list[str] = []
    operations.refused.connect(refusals.append)
    try:
        while True:
            dialog = TermDialog(parent, term, refusal=refusals[-1] if refusals else "")
            agreed, term = ask.run(dialog), dialog.value()
            dialog.deleteLater()
            if not agreed:
                return ""
            changes = _kept(operations, term, from_statement)
            if changes is not None:
                return changes.focus or term.id
    finally:
        operations.refused.disconnect(refusals.append)


def _kept(operations: Operations, term: Term, from_statement: str) -> Changes | None:
    glossary = operations.desk.glossary
    if term.id:
        return operations.run(glossary.edit, term)
    return operations.run(glossary.add, term, from_statement=from_statement)


def _place(term: Term) -> tuple[object, ...]:
    code = ENGLISH if term.text(ENGLISH).text else KHMER
    return (code != ENGLISH, sort_key(term.text(code).text, code))
