"""The blocks of a statement that is about to be brought in, and the tools to correct them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget
from typing_extensions import override

from advocate_desk.gui.models import draft_corrections as corrections
from advocate_desk.gui.models.draft_blocks_model import LANGUAGES, BlockColumn, DraftBlocksModel
from advocate_desk.gui.widgets.flow_layout import FlowLayout
from advocate_desk.gui.widgets.icon_button import IconButton, add_to
from advocate_desk.gui.widgets.wrapped_delegate import WrappedDelegate
from advocate_desk.language.catalog import tr
from advocate_desk.model.draft import DraftStatement
from advocate_desk.model.kinds import BlockKind, StatementKind
from advocate_desk.model.words import word

KINDS = tuple(kind for kind in BlockKind if kind not in {BlockKind.ITEM, BlockKind.PAGE_BREAK})


class DraftTable(QTableView):
    """Cells, not rows, are chosen: a correction of the alignment moves one side only."""

    kind_asked = Signal()
    shifted = Signal(int)

    def __init__(self, model: DraftBlocksModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft_model = model
        self.setModel(model)
        self.setItemDelegate(WrappedDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def fit(self) -> None:
        """Shares the width between both languages; rows are as high as their texts."""
        metrics, header = self.fontMetrics(), self.horizontalHeader()
        number = metrics.horizontalAdvance("000") + 16
        kinds = max(metrics.horizontalAdvance(word(kind)) for kind in KINDS) + 24
        room = max(240, self.viewport().width() - number - kinds)
        left = round(room * self._draft_model.share(BlockColumn.KHMER))
        for column, width in zip(BlockColumn, (number, kinds, left, room - left), strict=True):
            header.resizeSection(column, width)
        self.resizeRowsToContents()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.kind_asked.emit()
        elif is_alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.shifted.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)


class DraftBlocksPanel(QWidget):
    """A draft in, every correction told as a new draft."""

    corrected = Signal(object)
    undo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = DraftStatement(StatementKind.JOINT_STATEMENT, ())
        self.model = DraftBlocksModel(self)
        self.table = DraftTable(self.model)
        self._make_tools()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _make_tools(self) -> None:
        self.kind = IconButton("edit")
        self.up = IconButton("up")
        self.down = IconButton("down")
        self.merge = IconButton("link")
        self.drop = IconButton("archive")
        self.undo = IconButton("undo")
        menu = self.kind.give_menu()
        self.kinds: dict[BlockKind, QAction] = {kind: add_to(menu, kind.value) for kind in KINDS}

    def _lay_out(self) -> None:
        tools = QWidget()
        row = FlowLayout(tools, spacing=4)
        for button in (self.kind, self.up, self.down, self.merge, self.drop, self.undo):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(tools)
        column.addWidget(self.table, 1)

    def _connect(self) -> None:
        for kind, action in self.kinds.items():
            action.triggered.connect(partial(self.change_kind, kind))
        self.up.clicked.connect(lambda: self.shift(-1))
        self.down.clicked.connect(lambda: self.shift(1))
        self.merge.clicked.connect(self.merge_with_next)
        self.drop.clicked.connect(self.drop_block)
        self.undo.clicked.connect(self.undo_asked)
        self.table.shifted.connect(self.shift)
        self.table.kind_asked.connect(self._offer_kinds)
        self.table.clicked.connect(self._offer_kinds_at)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_allowed())

    # --- what is shown

    def show_draft(self, draft: DraftStatement, *, can_undo: bool) -> None:
        """Shows a draft; the same cell stays chosen."""
        row, column = self._cell()
        self._draft = draft
        self.model.show(draft.blocks)
        self.table.fit()
        self.choose(row, column)
        self.undo.setEnabled(can_undo)

    def choose(self, row: int, column: int) -> None:
        """Chooses a cell."""
        row = max(0, min(row, self.model.rowCount() - 1))
        self.table.setCurrentIndex(self.model.index(row, column))
        self._show_allowed()

    @property
    def row(self) -> int:
        """The row of the chosen block, -1 where there is none."""
        return self.table.currentIndex().row()

    def _cell(self) -> tuple[int, int]:
        index = self.table.currentIndex()
        return (index.row(), index.column()) if index.isValid() else (0, BlockColumn.KHMER)

    def _language(self) -> str:
        column = self.table.currentIndex().column()
        return LANGUAGES.get(BlockColumn(column), "") if column >= 0 else ""

    def _show_allowed(self) -> None:
        block, language = self.model.block(self.row), self._language()
        self.kind.setEnabled(block is not None and block.kind in self.kinds)
        for button, by in ((self.up, -1), (self.down, 1)):
            button.setEnabled(
                bool(language) and corrections.can_shift(self._draft, self.row, language, by)
            )
        self.merge.setEnabled(corrections.can_merge(self._draft, self.row))
        self.drop.setEnabled(block is not None)

    # --- corrections

    def change_kind(self, kind: BlockKind) -> None:
        """Says what the chosen block is."""
        if self.model.block(self.row) is not None:
            self.corrected.emit(corrections.change_kind(self._draft, self.row, kind))

    def shift(self, by: int) -> None:
        """Moves the chosen side's text, and those below it, by one block."""
        row, language = self.row, self._language()
        if language and corrections.can_shift(self._draft, row, language, by):
            column = self.table.currentIndex().column()
            self.corrected.emit(corrections.shift_side(self._draft, row, language, by))
            self.choose(row + by, column)

    def merge_with_next(self) -> None:
        """Makes the chosen block and the one after it one."""
        if corrections.can_merge(self._draft, self.row):
            self.corrected.emit(corrections.merge_with_next(self._draft, self.row))

    def drop_block(self) -> None:
        """Sets the chosen block aside, among the texts without a place."""
        if self.model.block(self.row) is not None:
            self.corrected.emit(corrections.drop(self._draft, self.row))

    def _offer_kinds(self) -> None:
        if self.kind.isEnabled():
            corner = self.table.visualRect(self.table.currentIndex()).bottomLeft()
            self.kind.menu().popup(self.table.viewport().mapToGlobal(QPoint(corner)))

    def _offer_kinds_at(self, index: QModelIndex) -> None:
        if index.column() == BlockColumn.KIND:
            self._offer_kinds()

    # --- words

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.table.setAccessibleName(tr("Blocks that were read"))
        self.kind.say(tr("Kind"), tr("Says what the block is (Enter)"))
        self.up.say(
            tr("Text up"), tr("Moves this side's text, and those below, one block up (Alt+↑)")
        )
        self.down.say(
            tr("Text down"), tr("Moves this side's text, and those below, one block down (Alt+↓)")
        )
        self.merge.say(tr("Merge with next"), tr("Makes this block and the next one a single one"))
        self.drop.say(tr("Set aside"), tr("Takes the block out; its text stays under Not placed"))
        self.undo.say(tr("Undo"), tr("Takes the last correction back (Ctrl+Z)"))
        for kind, action in self.kinds.items():
            action.setText(word(kind))
        self.table.fit()
