"""A whole list of endorsers, pasted or from a file: read, looked at, then added."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from advocate_desk.desk.desk import Desk
from advocate_desk.gui.ask import Ask
from advocate_desk.gui.dialogs.dialog_buttons import DialogButtons
from advocate_desk.gui.models.endorser_rows_model import EndorserRowsModel, RowColumn, read_rows
from advocate_desk.gui.operations import Operations, Progress
from advocate_desk.gui.widgets.icon_button import IconButton
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import ntr, tr
from advocate_desk.model.draft import DraftEndorsers
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import EndorsementState
from advocate_desk.model.sentences import sentence
from advocate_desk.model.words import word

ANSWERS = (EndorsementState.CONFIRMED, EndorsementState.INVITED)
PAUSE_MS = 250
NOTHING = DraftEndorsers(0, ())


@dataclass(frozen=True, slots=True)
class EndorserListValue:
    """The list as read, and the answer all its endorsers gave."""

    draft: DraftEndorsers
    state: EndorsementState


class EndorserListDialog(QDialog):
    """Shows every row read: what is added, what is not, and why. Nothing is written here."""

    def __init__(
        self,
        operations: Operations,
        ask: Ask,
        statement_id: str,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._operations = operations
        self._ask = ask
        self._statement_id = statement_id
        self._draft = NOTHING
        self._make_widgets()
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show(NOTHING)

    def _make_widgets(self) -> None:
        self.intro = SoftLabel()
        self.paste = QPlainTextEdit()
        self.paste.setTabChangesFocus(True)
        self.open_file = IconButton("open")
        self.model = EndorserRowsModel(self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.outcome = SoftLabel()
        self.state_label = QLabel()
        self.state_box = QComboBox()
        for state in ANSWERS:
            self.state_box.addItem("", state)
        self.state_label.setBuddy(self.state_box)
        self.buttons = DialogButtons(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.intro, 1)
        head.addWidget(self.open_file, 0, Qt.AlignmentFlag.AlignTop)
        self.parts = QSplitter(Qt.Orientation.Horizontal)
        self.parts.addWidget(self.paste)
        self.parts.addWidget(self.table)
        self.parts.setChildrenCollapsible(False)
        self.parts.setSizes([280, 660])
        answer = QHBoxLayout()
        answer.setSpacing(8)
        answer.addWidget(self.state_label)
        answer.addWidget(self.state_box)
        answer.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.parts, 1)
        column.addWidget(self.outcome)
        column.addLayout(answer)
        column.addWidget(self.buttons)
        self._set_up_table()
        self.resize(980, 560)

    def _set_up_table(self) -> None:
        self.table.verticalHeader().hide()
        rows = self.table.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + 12)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        for column in (RowColumn.KHMER, RowColumn.ENGLISH, RowColumn.RESULT):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        metrics = self.fontMetrics()
        header.resizeSection(RowColumn.ROW, metrics.horizontalAdvance("00000") + 16)
        header.resizeSection(RowColumn.ACRONYM, metrics.horizontalAdvance("MMMMMMM"))

    def _connect(self) -> None:
        self.paste.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self.read_pasted)
        self.open_file.clicked.connect(self.read_file)

    # --- reading

    def read_pasted(self) -> None:
        """Reads what was pasted."""
        self._pause.stop()
        text = self.paste.toPlainText()
        if not text.strip():
            self._show(NOTHING)
            return
        try:
            self._show(self._operations.desk.importing.read_endorser_text(text))
        except DeskError as error:
            self._refuse(sentence(error))

    def read_file(self) -> None:
        """Asks for a file and reads it, away from the window's thread."""
        kinds = tr("Lists and documents ({patterns})", patterns="*.csv *.txt *.md *.docx")
        path = self._ask.open_file(self, tr("Import endorsers"), kinds=kinds)
        if path is not None:
            self._read(path)

    def _read(self, path: Path) -> None:
        def work(desk: Desk, _progress: Progress) -> DraftEndorsers:
            return desk.importing.read_endorsers(path)

        self._operations.run_slow(
            tr("Reading the list…"), work, self._show, on_failed=self._on_failed
        )

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            self._refuse(sentence(error))
        else:
            self._operations.report(error)

    def _refuse(self, text: str) -> None:
        self._show(NOTHING)
        self.outcome.setText(text)

    def _show(self, draft: DraftEndorsers) -> None:
        self._draft = draft
        endorsing = self._operations.desk.endorsing
        already = endorsing.already_listed(self._statement_id, draft) if draft.rows else ()
        self.model.show(read_rows(draft, frozenset(already)))
        self.outcome.setText(self._counts() if draft.rows else "")
        self.buttons.agree.setEnabled(self.model.taken > 0)

    def _counts(self) -> str:
        left = self._draft.rows - self.model.taken
        parts = [
            ntr("1 row read", "{n} rows read", self._draft.rows),
            ntr("1 will be added", "{n} will be added", self.model.taken),
            ntr("1 will not", "{n} will not", left) if left else "",
        ]
        return " · ".join(part for part in parts if part)

    def value(self) -> EndorserListValue:
        """The list as read and the answer chosen for it."""
        return EndorserListValue(self._draft, ANSWERS[self.state_box.currentIndex()])

    # --- words

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.setWindowTitle(tr("Import endorsers"))
        self.intro.setText(
            tr(
                "Paste a list of names, one in each line, or open a file. You see what was "
                "understood before anything is added."
            )
        )
        self.open_file.say(tr("Open file…"))
        self.paste.setPlaceholderText(tr("Paste the list here"))
        self.paste.setAccessibleName(tr("List of endorsers"))
        self.table.setAccessibleName(tr("What was read"))
        self.state_label.setText(tr("Answer of all of them:"))
        self.state_box.setAccessibleName(tr("Answer of all endorsers in the list"))
        for index, state in enumerate(ANSWERS):
            self.state_box.setItemText(index, word(state))
        self.buttons.say(tr("Add to the list"), tr("Cancel"))
        if self._draft.rows:
            self._show(self._draft)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
