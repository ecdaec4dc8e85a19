"""What was understood of a document, to be corrected before anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QStringListModel, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListView,
    QListWidget,
    QListWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from advocate_desk.gui.dialogs.dialog_buttons import DialogButtons
from advocate_desk.gui.models import draft_corrections as corrections
from advocate_desk.gui.models.import_session import ImportSession, title_of
from advocate_desk.gui.widgets.draft_blocks_panel import DraftBlocksPanel
from advocate_desk.gui.widgets.draft_endorsers_table import DraftEndorsersTable
from advocate_desk.gui.widgets.draft_unplaced_panel import DraftUnplacedPanel
from advocate_desk.gui.widgets.empty_state import EmptyState
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.gui.widgets.wrapped_delegate import WrappedDelegate
from advocate_desk.language.catalog import current, ntr, tr
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.draft import DraftNote, DraftStatement
from advocate_desk.model.kinds import StatementKind
from advocate_desk.model.words import word

KINDS = tuple(StatementKind)
LIST_WIDTH = 240


class ImportDialog(QDialog):
    """Drafts in, corrected drafts out."""

    def __init__(self, drafts: Sequence[DraftStatement], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = ImportSession(drafts)
        self._number = 0
        self._make_widgets()
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show_draft()

    def _make_widgets(self) -> None:
        self.intro = SoftLabel()
        self.statements = QListWidget()
        self.kind_label = QLabel()
        self.kind_box = QComboBox()
        for kind in KINDS:
            self.kind_box.addItem("", kind)
        self.kind_label.setBuddy(self.kind_box)
        self.title = SoftLabel()
        self.tabs = QTabWidget()
        self.blocks = DraftBlocksPanel()
        self.endorsers = DraftEndorsersTable()
        self.unplaced = DraftUnplacedPanel()
        self.notes_model = QStringListModel(self)
        self.notes = QListView()
        self.notes.setModel(self.notes_model)
        self.notes.setItemDelegate(WrappedDelegate(self.notes))
        self.notes.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.nothing = EmptyState()
        self.buttons = DialogButtons(self)

    def _lay_out(self) -> None:
        for page in (self.blocks, self.endorsers, self.unplaced, self.notes):
            self.tabs.addTab(page, "")
        self.tabs.setDocumentMode(True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.kind_label)
        head.addWidget(self.kind_box)
        head.addSpacing(12)
        head.addWidget(self.title, 1)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addLayout(head)
        right.addWidget(self.tabs, 1)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self.statements)
        both.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.intro)
        column.addLayout(both, 1)
        column.addWidget(self.buttons)
        self._set_up_list()
        self.resize(1080, 640)

    def _set_up_list(self) -> None:
        self.statements.setFixedWidth(LIST_WIDTH)
        self.statements.setWordWrap(True)
        self.statements.setSpacing(3)
        self.statements.setVisible(len(self.session.drafts) > 1)
        for _ in self.session.drafts:
            item = QListWidgetItem(self.statements)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
        self.statements.setCurrentRow(0)

    def _connect(self) -> None:
        self.statements.currentRowChanged.connect(self._choose_statement)
        self.statements.itemChanged.connect(self._note_tick)
        self.kind_box.activated.connect(self._change_kind)
        self.blocks.corrected.connect(self._correct)
        self.blocks.undo_asked.connect(self._undo)
        self.unplaced.place_asked.connect(self._place)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self).activated.connect(self._undo)

    # --- what is shown

    @property
    def draft(self) -> DraftStatement | None:
        """The statement in view."""
        drafts = self.session.drafts
        return drafts[self._number] if 0 <= self._number < len(drafts) else None

    def _choose_statement(self, number: int) -> None:
        self._number = number
        self._show_draft()

    def _show_draft(self) -> None:
        draft = self.draft
        self.tabs.setEnabled(draft is not None)
        self.kind_box.setEnabled(draft is not None)
        self.buttons.agree.setEnabled(bool(self.session.wanted()))
        if draft is None:
            return
        self.kind_box.setCurrentIndex(KINDS.index(draft.kind))
        self.title.setText(_cut(title_of(draft)))
        self.blocks.show_draft(draft, can_undo=self.session.can_undo)
        self.endorsers.show_endorsers(draft.endorsers)
        self.unplaced.show_texts(draft.unplaced)
        self.notes_model.setStringList([_note(note) for note in draft.notes])
        self._say_tabs(draft)
        self._say_statements()

    def _say_tabs(self, draft: DraftStatement) -> None:
        counted = (
            (tr("Blocks"), len(draft.blocks)),
            (tr("Endorsers"), len(draft.endorsers)),
            (tr("Not placed"), len(draft.unplaced)),
            (tr("Notes"), len(draft.notes)),
        )
        for index, (title, count) in enumerate(counted):
            self.tabs.setTabText(index, f"{title}  {in_digits(count, current())}")
            self.tabs.setTabVisible(index, index in {0, 2} or count > 0)

    def _say_statements(self) -> None:
        self.statements.blockSignals(True)
        for number, draft in enumerate(self.session.drafts):
            item = self.statements.item(number)
            item.setText(f"{word(draft.kind)}\n{_cut(title_of(draft))}")
            item.setToolTip(title_of(draft))
        self.statements.blockSignals(False)

    # --- corrections

    def _correct(self, draft: DraftStatement) -> None:
        self.session.correct(self._number, draft)
        self._show_draft()

    def _undo(self) -> None:
        self.session.undo()
        self._show_draft()

    def _change_kind(self, index: int) -> None:
        if self.draft is not None:
            self._correct(replace(self.draft, kind=KINDS[index]))

    def _place(self, number: int) -> None:
        if self.draft is not None and number < len(self.draft.unplaced):
            row = self.blocks.row if self.draft.blocks else -1
            self._correct(corrections.make_paragraph(self.draft, number, row))

    def _note_tick(self, item: QListWidgetItem) -> None:
        wanted = item.checkState() is Qt.CheckState.Checked
        self.session.want(self.statements.row(item), wanted=wanted)
        self.buttons.agree.setEnabled(bool(self.session.wanted()))
        self._say_agree()

    def value(self) -> tuple[DraftStatement, ...]:
        """The statements that are wanted, as corrected."""
        return self.session.wanted()

    # --- words

    def _say_agree(self) -> None:
        count = len(self.session.wanted())
        many = ntr("Bring in 1 statement", "Bring in {n} statements", count)
        self.buttons.say(many if len(self.session.drafts) > 1 else tr("Bring in"), tr("Cancel"))

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.setWindowTitle(tr("Import"))
        self.intro.setText(
            tr(
                "This is what was understood. Correct what is wrong; nothing is written before "
                "you bring it in."
            )
        )
        self.kind_label.setText(tr("Kind of statement"))
        self.kind_box.setAccessibleName(tr("Kind of statement"))
        for index, kind in enumerate(KINDS):
            self.kind_box.setItemText(index, word(kind))
        self.statements.setAccessibleName(tr("Statements in the document"))
        self.notes.setAccessibleName(tr("Notes"))
        self.tabs.tabBar().setAccessibleName(tr("Parts of the statement"))
        for panel in (self.blocks, self.endorsers, self.unplaced):
            panel.retranslate()
        self._say_agree()
        if self.draft is not None:
            self._say_tabs(self.draft)
            self._say_statements()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()


def _note(note: DraftNote) -> str:
    return tr(note.message, **note.arguments)


def _cut(text: str, most: int = 90) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
