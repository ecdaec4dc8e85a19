"""The alignment assistant: two halves in two columns, links proposed, corrected by hand."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHeaderView, QPushButton, QTableView, QVBoxLayout, QWidget
from typing_extensions import override

from advocate_desk.gui.dialogs.dialog_buttons import DialogButtons
from advocate_desk.gui.models.alignment_session import AlignmentSession
from advocate_desk.gui.models.alignment_table_model import (
    LEFT_COLUMN,
    SURE_COLUMN,
    AlignmentTableModel,
    side_of,
)
from advocate_desk.gui.widgets.flow_layout import FlowLayout
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.gui.widgets.wrapped_delegate import WrappedDelegate
from advocate_desk.language.catalog import ntr, tr
from advocate_desk.model.alignment import LEFT, RIGHT, Alignment
from advocate_desk.model.marked import marked

Correct = Callable[[Alignment, int, int], Alignment]

# What can be done with the cell that is chosen: words, key, how.
_CORRECTIONS: tuple[tuple[str, str, Correct], ...] = (
    (marked("Up"), "Alt+Up", lambda one, row, side: one.moved(row, side, -1)),
    (marked("Down"), "Alt+Down", lambda one, row, side: one.moved(row, side, 1)),
    (marked("Link with next row"), "Ctrl+L", lambda one, row, _side: one.linked(row, row + 1)),
    (marked("Unlink"), "Ctrl+U", lambda one, row, _side: one.unlinked(row)),
    (marked("Join next text"), "Ctrl+J", lambda one, row, side: one.joined(row, side)),
    (marked("Part"), "Ctrl+T", lambda one, row, side: one.parted(row, side)),
)
_FOLLOW = {"Alt+Up": -1, "Alt+Down": 1}


class AlignmentDialog(QDialog):
    """An alignment in, the corrected one out."""

    def __init__(self, alignment: Alignment, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = AlignmentSession(alignment)
        self.about, self.counts = SoftLabel(), SoftLabel()
        self.model = AlignmentTableModel(alignment, self)
        self.table = QTableView()
        self.undo = QPushButton()
        self.tools = [QPushButton() for _ in _CORRECTIONS]
        self.buttons = DialogButtons(self)
        self._heights = QTimer(self, singleShot=True, interval=0)
        self._heights.timeout.connect(self.table.resizeRowsToContents)
        self._set_up_table()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _set_up_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        for column in (LEFT_COLUMN, SURE_COLUMN + 1):
            table.setItemDelegateForColumn(column, WrappedDelegate(table))
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setWordWrap(True)
        table.verticalHeader().hide()
        table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        heads = table.horizontalHeader()
        heads.setSectionsClickable(False)
        for column in (LEFT_COLUMN, SURE_COLUMN + 1):
            heads.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        heads.setSectionResizeMode(SURE_COLUMN, QHeaderView.ResizeMode.ResizeToContents)
        table.setCurrentIndex(self.model.index(0, LEFT_COLUMN))

    def _lay_out(self) -> None:
        tools = FlowLayout(spacing=6)
        for button in (*self.tools, self.undo):
            button.setAutoDefault(False)
            tools.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(self.about)
        column.addWidget(self.table, 1)
        column.addLayout(tools)
        column.addWidget(self.counts)
        column.addWidget(self.buttons)
        self.resize(1080, 640)

    def _connect(self) -> None:
        for button, (_words, key, correct) in zip(self.tools, _CORRECTIONS, strict=True):
            act = partial(self._correct, correct, _FOLLOW.get(key, 0))
            button.clicked.connect(lambda _on=False, act=act: act())
            QShortcut(QKeySequence(key), self).activated.connect(act)
        self.undo.clicked.connect(self._undo)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self).activated.connect(self._undo)
        self.table.selectionModel().currentChanged.connect(self._offer)

    def value(self) -> Alignment:
        """The alignment as corrected."""
        return self.session.alignment

    # Corrections

    def _here(self) -> tuple[int, int]:
        index = self.table.currentIndex()
        return index.row(), index.column()

    def _correct(self, correct: Correct, follow: int) -> None:
        row, column = self._here()
        if row >= 0 and self.session.correct(correct(self.session.alignment, row, side_of(column))):
            self._show(row + follow, column)

    def _undo(self) -> None:
        row, column = self._here()
        self.session.undo()
        self._show(row, column)

    def _show(self, row: int, column: int) -> None:
        self.model.show(self.session.alignment)
        last = self.model.rowCount() - 1
        self.table.setCurrentIndex(self.model.index(max(0, min(row, last)), max(column, 0)))
        self._heights.start()
        self._say_counts()
        self._offer()

    def _offer(self, *_indexes: QModelIndex) -> None:
        """Only what would change something can be pressed."""
        row, column = self._here()
        now = self.session.alignment
        for button, (_words, _key, correct) in zip(self.tools, _CORRECTIONS, strict=True):
            button.setEnabled(row >= 0 and correct(now, row, side_of(column)) != now)
        self.undo.setEnabled(self.session.can_undo)

    # Words

    def _say_counts(self) -> None:
        links = self.session.alignment.links
        alone = sum(not link.is_whole for link in links)
        pairs = self.session.alignment.pairs
        linked = ntr("{n} pair", "{n} pairs", pairs)
        left = ntr("{n} text stays alone", "{n} texts stay alone", alone)
        self.counts.setText(f"{linked} · {left}" if alone else linked)
        self.buttons.say(
            ntr("Make {n} block with both languages", "Make {n} blocks with both languages", pairs),
            tr("Cancel"),
        )
        self.buttons.agree.setEnabled(pairs > 0)

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.setWindowTitle(tr("Align the two languages"))
        self.about.setText(
            tr(
                "These texts seem to say the same. Correct what is wrong: choose a text, then move,"
                " link or part it. Nothing is written before you agree, and no text is lost."
            )
        )
        for button, (words, key, _correct) in zip(self.tools, _CORRECTIONS, strict=True):
            button.setText(tr(words))
            button.setToolTip(f"{tr(words)} ({key})")
        self.undo.setText(tr("Undo"))
        self.table.setAccessibleName(tr("Texts side by side"))
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, LEFT, RIGHT + 1)
        self._say_counts()
        self._offer()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._heights.start()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._heights.start()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
