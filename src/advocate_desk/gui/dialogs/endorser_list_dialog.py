"""A whole list of endorsers, pasted or from a file: read, compared, decided, then added."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from advocate_desk.desk.desk import Desk
from advocate_desk.desk.list_preview import ListPreview, corrected
from advocate_desk.desk.matching import Matcher
from advocate_desk.gui.ask import Ask
from advocate_desk.gui.dialogs.dialog_buttons import DialogButtons
from advocate_desk.gui.models.incoming_rows_model import IncomingRowsModel
from advocate_desk.gui.operations import Job, Operations, Progress
from advocate_desk.gui.widgets.column_mapping import ColumnMapping
from advocate_desk.gui.widgets.decision_bar import DecisionBar
from advocate_desk.gui.widgets.empty_state import EmptyState
from advocate_desk.gui.widgets.icon_button import IconButton
from advocate_desk.gui.widgets.incoming_table import IncomingTable
from advocate_desk.gui.widgets.paste_box import PasteBox
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import current, ntr, tr
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.column_map import ColumnMap
from advocate_desk.model.draft import DraftEndorsers
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import EndorsementState
from advocate_desk.model.registry import Decision
from advocate_desk.model.sentences import note_sentence, sentence
from advocate_desk.model.words import word

ANSWERS = (EndorsementState.CONFIRMED, EndorsementState.INVITED)
PAUSE_MS = 250
SHOWN_NOTES = 3
NOTHING = DraftEndorsers(0, ())
_READABLE = "*.xlsx *.csv *.tsv *.docx *.html *.htm *.txt *.md"
Maps = tuple[ColumnMap, ...]
Read = Callable[[Desk, Maps], DraftEndorsers]


@dataclass(frozen=True, slots=True)
class EndorserListValue:
    """The list with the corrections taken, the decision about each row, and everybody's answer."""

    draft: DraftEndorsers
    state: EndorsementState
    decisions: Mapping[int, Decision] = field(default_factory=dict)


class EndorserListDialog(QDialog):
    """Shows every row read: who it is, what is added, what is not and why. It writes nothing."""

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
        self._reader: Read | None = None
        self._matcher: Matcher | None = None
        self._job: Job | None = None
        self._refusal = ""
        self._make_widgets()
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show(NOTHING)
        self.paste.setFocus()

    def _make_widgets(self) -> None:
        self.intro = SoftLabel()
        self.paste = PasteBox()
        self.open_file = IconButton("open")
        self.paste_again = IconButton("edit")
        self.columns = ColumnMapping()
        self.model = IncomingRowsModel(self)
        self.bar = DecisionBar(self.model)
        self.table = IncomingTable(self.model)
        self.empty = EmptyState()
        self.stack = QStackedWidget()
        self.outcome = SoftLabel()
        self.notes = SoftLabel()
        self.keep = QCheckBox()
        self.keep.setChecked(True)
        self.state_label = QLabel()
        self.state_box = QComboBox()
        for state in ANSWERS:
            self.state_box.addItem("", state)
        self.state_label.setBuddy(self.state_box)
        self.buttons = DialogButtons(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.intro, 1)
        head.addWidget(self.paste_again, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.open_file, 0, Qt.AlignmentFlag.AlignTop)
        for page in (self.table, self.empty):
            self.stack.addWidget(page)
        answer = QHBoxLayout()
        answer.setSpacing(8)
        answer.addWidget(self.state_label)
        answer.addWidget(self.state_box)
        answer.addSpacing(16)
        answer.addWidget(self.keep, 1)
        answer.addWidget(self.buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self._middle(), 1)
        column.addWidget(self.notes)
        column.addWidget(self.outcome)
        column.addLayout(answer)
        self.resize(1240, 690)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setAcceptDrops(True)

    def _middle(self) -> QHBoxLayout:
        read = QVBoxLayout()
        read.setSpacing(8)
        read.addWidget(self.columns)
        read.addWidget(self.bar)
        read.addWidget(self.stack, 1)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.paste, 2)
        middle.addLayout(read, 7)
        self.paste.setMinimumWidth(180)
        return middle

    def _connect(self) -> None:
        self.paste.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self.read_pasted)
        self.open_file.clicked.connect(self.read_file)
        self.paste_again.clicked.connect(self._paste_again)
        self.columns.corrected.connect(self._correct)
        self.model.decided.connect(self._say_outcome)
        self.bar.decided.connect(self.table.decide)

    # --- reading

    def read_pasted(self) -> None:
        """Reads what was pasted."""
        self._pause.stop()
        text, page = self.paste.toPlainText(), self.paste.page
        if not text.strip():
            self._reader = None
            self._stop()
            self._show(NOTHING)
        elif page:
            self._read(lambda desk, maps: desk.importing.read_endorser_page(page, maps))
        else:
            self._read(lambda desk, maps: desk.importing.read_endorser_text(text, maps))

    def read_file(self) -> None:
        """Asks for a file and reads it, away from the window's thread."""
        kinds = tr("Lists and documents ({patterns})", patterns=_READABLE)
        path = self._ask.open_file(self, tr("Import endorsers"), kinds=kinds)
        if path is not None:
            self.read_path(path)

    def read_path(self, path: Path) -> None:
        """Reads a file that was chosen or dropped here; the room for pasting is given to it."""
        self._pause.stop()
        self.paste.hide()
        self.paste_again.show()
        title = tr("Import endorsers")
        self.setWindowTitle(f"{title} – {path.name}")
        self._read(lambda desk, maps: desk.importing.read_endorsers(path, maps))

    def _paste_again(self) -> None:
        self.paste_again.hide()
        self.paste.show()
        self.paste.setFocus()
        self.setWindowTitle(tr("Import endorsers"))
        self.read_pasted()

    def _correct(self, maps: Maps) -> None:
        """Reads the same again, its columns as they were corrected."""
        if self._reader is not None:
            self._read(self._reader, maps)

    def _read(self, reader: Read, maps: Maps = ()) -> None:
        self._reader = reader

        def work(desk: Desk, _progress: Progress) -> DraftEndorsers:
            return reader(desk, maps)

        self._run(tr("Reading the list…"), work, self._compare)

    def _compare(self, draft: DraftEndorsers) -> None:
        """Shows what was read at once; who everybody is follows from the worker."""
        self._show(draft)
        statement_id, known = self._statement_id, self._matcher

        def work(desk: Desk, progress: Progress) -> tuple[ListPreview, Matcher]:
            matcher = known or desk.registry.matcher()
            stopped = lambda: progress.is_cancelled  # noqa: E731 - asked again and again
            return desk.importing.preview(statement_id, draft, matcher, stopped), matcher

        if draft.endorsers:
            self._run(tr("Comparing with the registry…"), work, self._on_compared)

    def _on_compared(self, found: tuple[ListPreview, Matcher]) -> None:
        self._job = None
        preview, self._matcher = found
        self.model.show(self._draft, preview)

    def _run(
        self,
        label: str,
        work: Callable[[Desk, Progress], object],
        then: Callable[..., None],
    ) -> None:
        self._stop()
        self._refusal = ""
        self._job = self._operations.run_slow(label, work, then, on_failed=self._on_failed)
        self._say_outcome()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job = None

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self._show(NOTHING)
        if isinstance(error, DeskError):
            self._refusal = sentence(error)
            self._say_outcome()
        else:
            self._operations.report(error)

    # --- what is shown

    def _show(self, draft: DraftEndorsers) -> None:
        self._draft = draft
        self.columns.show_sheets(draft.sheets)
        self.bar.setVisible(draft.rows > 0)
        self.stack.setCurrentWidget(self.table if draft.rows else self.empty)
        self.bar.reset()
        self.model.show(draft)
        self._say_notes()

    def _say_notes(self) -> None:
        notes = [note_sentence(note) for note in self._draft.notes]
        self.notes.setText("\n".join(notes[:SHOWN_NOTES]))
        self.notes.setToolTip("\n".join(notes))
        self.notes.setVisible(bool(notes))

    def _say_outcome(self) -> None:
        self.bar.show_counts()
        is_busy = self._job is not None
        self.buttons.agree.setEnabled(not is_busy and self.model.accepted > 0)
        self.outcome.setText(self._refusal or self._counts(is_busy=is_busy))

    def _counts(self, *, is_busy: bool) -> str:
        if not self._draft.rows:
            return tr("Reading the list…") if is_busy else ""
        rows = ntr("1 row read", "{n} rows read", self._draft.rows)
        if is_busy:
            return " · ".join((rows, tr("Comparing with the registry…")))
        accepted = self.model.accepted
        taken = ntr("1 accepted", "{n} accepted", accepted)
        listed = ntr("1 listed", "{n} listed", self._draft.rows - accepted)
        undecided = self.model.counts().get("undecided", 0)
        waiting = tr("{count} to decide", count=in_digits(undecided, current()))
        return f"{rows} = {taken} + {listed}" + (f" · {waiting}" if undecided else "")

    def value(self) -> EndorserListValue:
        """What is to be added, and how."""
        return EndorserListValue(
            corrected(self._draft, self.model.taken_offers()),
            ANSWERS[self.state_box.currentIndex()],
            self.model.decisions(completes=self.keep.isChecked()),
        )

    # --- files dropped here

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            QTimer.singleShot(0, self, partial(self.read_path, path))

    @override
    def done(self, result: int) -> None:
        self._pause.stop()
        self._stop()
        super().done(result)

    # --- words

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.setWindowTitle(tr("Import endorsers"))
        self.intro.setText(
            tr(
                "Paste a list, or open or drop a file. Every row is compared with the registry; "
                "nothing is added before you agree."
            )
        )
        self.open_file.say(tr("Open file…"))
        self.paste_again.say(tr("Paste a list instead"))
        self.paste.setPlaceholderText(tr("Paste the list here"))
        self.paste.setAccessibleName(tr("List of endorsers"))
        self.empty.set_text(
            tr("What is read appears here, row by row: names, tables, answers to a form.")
        )
        self.table.setAccessibleName(tr("What was read"))
        self.keep.setText(tr("Keep missing names and other spellings in the registry"))
        self.state_label.setText(tr("Answer of all of them:"))
        self.state_box.setAccessibleName(tr("Answer of all endorsers in the list"))
        for index, state in enumerate(ANSWERS):
            self.state_box.setItemText(index, word(state))
        self.buttons.say(tr("Add to the list"), tr("Cancel"))
        self.paste_again.setVisible(self.paste.isHidden())
        self.columns.retranslate()
        self.bar.retranslate()
        self._say_notes()
        self._say_outcome()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()


def _dropped(event: QDropEvent) -> Path | None:
    """The one file that is dragged, if it is one."""
    urls = event.mimeData().urls()
    is_file = len(urls) == 1 and urls[0].isLocalFile()
    return Path(urls[0].toLocalFile()) if is_file else None
