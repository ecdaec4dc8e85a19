"""Clauses from files, a folder or a statement: read, looked at, ticked, then added."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from advocate_desk.desk.desk import Desk
from advocate_desk.desk.exchanging import Corrections
from advocate_desk.gui.ask import Ask
from advocate_desk.gui.dialogs.dialog_buttons import DialogButtons
from advocate_desk.gui.models.clause_rows_model import ClauseRowsModel
from advocate_desk.gui.operations import Operations, Progress
from advocate_desk.gui.widgets.clause_rows_table import ClauseRowsTable
from advocate_desk.gui.widgets.empty_state import EmptyState
from advocate_desk.gui.widgets.flow_layout import FlowLayout
from advocate_desk.gui.widgets.icon_button import IconButton
from advocate_desk.gui.widgets.language_columns import LanguageColumns
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import ntr, tr
from advocate_desk.model.errors import DeskError
from advocate_desk.model.offered import ClausePlan, OfferedClauses
from advocate_desk.model.sentences import note_sentence, sentence

NOTHING = ClausePlan()
SHOWN_NOTES = 4
_READABLE = "*.docx *.xlsx *.csv *.tsv *.md *.markdown *.txt"
Read = Callable[[Desk, Progress], OfferedClauses]


class ClauseImportDialog(QDialog):
    """Shows every row read: what it becomes, or why it is not taken. Nothing is written here."""

    def __init__(
        self,
        operations: Operations,
        ask: Ask,
        statement_id: str = "",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._operations = operations
        self._ask = ask
        self._statement_id = statement_id
        self._file: Path | None = None
        self._offered = OfferedClauses()
        self._plan = NOTHING
        self._make_widgets()
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show_nothing("")

    def _make_widgets(self) -> None:
        self.intro = SoftLabel()
        self.files = IconButton("import")
        self.folder = IconButton("open")
        self.statement = IconButton("clause")
        self.statement.setEnabled(bool(self._statement_id))
        self.columns = LanguageColumns()
        self.all = QCheckBox()
        self.model = ClauseRowsModel(self)
        self.table = ClauseRowsTable(self.model)
        self.empty = EmptyState()
        self.stack = QStackedWidget()
        self.outcome = SoftLabel()
        self.notes = SoftLabel()
        self.buttons = DialogButtons(self)

    def _lay_out(self) -> None:
        sources = QWidget()
        row = FlowLayout(sources, spacing=8)
        for button in (self.files, self.folder, self.statement):
            row.addWidget(button)
        for page in (self.table, self.empty):
            self.stack.addWidget(page)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.all)
        foot.addWidget(self.outcome, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        for part in (self.intro, sources, self.columns):
            column.addWidget(part)
        column.addWidget(self.stack, 1)
        column.addLayout(foot)
        column.addWidget(self.notes)
        column.addWidget(self.buttons)
        self.resize(1080, 640)

    def _connect(self) -> None:
        self.files.clicked.connect(self.read_files)
        self.folder.clicked.connect(self.read_folder)
        self.statement.clicked.connect(self.read_statement)
        self.columns.corrected.connect(self._correct)
        self.all.clicked.connect(self._take_all)
        self.model.wanted_changed.connect(self._say_outcome)

    # --- reading

    def read_files(self) -> None:
        """Asks for files and reads them."""
        kinds = tr("Documents and tables ({patterns})", patterns=_READABLE)
        paths = self._ask.open_files(self, tr("Import clauses"), kinds=kinds)
        if len(paths) == 1:
            self._file = paths[0]
            self.columns.forget()
            self._correct(Corrections())
        elif paths:
            self._read_all(paths)

    def read_folder(self) -> None:
        """Asks for a folder and reads every file in it."""
        folder = self._ask.open_folder(self, tr("Import clauses"))
        if folder is not None:
            self._read_all([folder])

    def read_statement(self) -> None:
        """Reads the open statement."""
        statement_id = self._statement_id
        self._file = None
        self._read(lambda desk, _progress: desk.exchanging.read_statement(statement_id))

    def _read_all(self, paths: Sequence[Path]) -> None:
        self._file = None
        self._read(lambda desk, progress: desk.exchanging.read_all(paths, progress))

    def _correct(self, corrections: Corrections) -> None:
        """Reads the one file again, its columns as they were corrected."""
        path = self._file
        if path is not None:
            self._read(lambda desk, _progress: desk.exchanging.read(path, corrections))

    def _read(self, read: Read) -> None:
        def work(desk: Desk, progress: Progress) -> tuple[OfferedClauses, ClausePlan]:
            offered = read(desk, progress)
            return offered, desk.exchanging.plan(offered)

        label = tr("Reading the document…")
        self._operations.run_slow(label, work, self._show, on_failed=self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            self._show_nothing(sentence(error))
        else:
            self._operations.report(error)

    # --- what is shown

    def _show(self, read: tuple[OfferedClauses, ClausePlan]) -> None:
        self._offered, self._plan = read
        self.columns.show_columns(self._offered.columns, is_swapped=self._offered.looks_swapped)
        self.model.show(self._plan)
        self.table.fit()
        self.stack.setCurrentWidget(self.table)
        self._say_notes()

    def _show_nothing(self, refusal: str) -> None:
        self._show((OfferedClauses(), NOTHING))
        self.stack.setCurrentWidget(self.empty)
        self.outcome.setText(refusal)

    def _take_all(self) -> None:
        taken, able = self.model.counts()
        self.model.want(range(self.model.rowCount()), wanted=taken < able)

    def _say_outcome(self) -> None:
        taken, able = self.model.counts()
        state = Qt.CheckState.PartiallyChecked if taken else Qt.CheckState.Unchecked
        self.all.setCheckState(Qt.CheckState.Checked if able and taken == able else state)
        self.all.setVisible(able > 0)
        self.outcome.setText(self._counts(taken) if self._plan.rows else "")
        self.buttons.agree.setEnabled(taken > 0)

    def _counts(self, taken: int) -> str:
        left = self._plan.rows - taken
        parts = (
            ntr("1 row read", "{n} rows read", self._plan.rows),
            ntr("1 will be brought in", "{n} will be brought in", taken),
            ntr("1 will not", "{n} will not", left) if left else "",
        )
        return " · ".join(part for part in parts if part)

    def _say_notes(self) -> None:
        notes = [note_sentence(note) for note in self._plan.notes]
        self.notes.setText("\n".join(notes[:SHOWN_NOTES]))
        self.notes.setToolTip("\n".join(notes))
        self.notes.setVisible(bool(notes))

    def value(self) -> ClausePlan:
        """What is to be brought in: what was planned and is ticked."""
        return self._plan.without(self.model.left_out)

    # --- words

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.setWindowTitle(tr("Import clauses"))
        self.intro.setText(
            tr(
                "You see what was understood before anything is added. A library that was exported "
                "as a spreadsheet comes back with its changes as new revisions."
            )
        )
        self.files.say(tr("Open files…"))
        self.folder.say(tr("Open a folder…"))
        self.statement.say(tr("From the open statement"))
        self.empty.set_text(
            tr("Open documents or tables, a folder of them, or take the statement that is open.")
        )
        self.all.setText(tr("Take all"))
        self.table.setAccessibleName(tr("What was read"))
        self.buttons.say(tr("Add to the library"), tr("Cancel"))
        self.columns.retranslate()
        self._say_outcome()
        self._say_notes()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
