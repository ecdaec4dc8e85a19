"""The table of endorsements: many rows, masked names, a copy that keeps them masked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from advocate_desk.gui.endorser_kinds import ENDORSER_KINDS, kind_word
from advocate_desk.gui.models.endorsements_table_model import (
    SECRET,
    Column,
    EndorsementsTableModel,
    is_withheld,
)
from advocate_desk.gui.widgets.chip_looks import answer_chip, show_as_chip
from advocate_desk.gui.widgets.endorser_delegates import SIDE, ChipDelegate, NameDelegate, chip_font
from advocate_desk.language.catalog import tr
from advocate_desk.model.kinds import ENGLISH, KHMER, EndorsementState, ShowAs

HOLD_MS = 250
NAMES = {Column.KHMER_NAME: KHMER, Column.ENGLISH_NAME: ENGLISH}
LEAST_NAME = 165


class EndorserTable(QTableView):
    """Holding a withheld name down, with the mouse or the space bar, shows it while it is held."""

    opened = Signal(str)
    removal_asked = Signal()
    move_asked = Signal(int)

    def __init__(self, model: EndorsementsTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.endorsements = model
        self.setModel(model)
        self._names = NameDelegate(model, self)
        self._chips = ChipDelegate(self)
        self._hold = QTimer(self, singleShot=True, interval=HOLD_MS)
        self._hold.timeout.connect(self._reveal)
        self._wanted_row = -1
        self._unused: tuple[Column, ...] = ()
        self._set_up()
        model.modelReset.connect(self._note_unused)
        self.doubleClicked.connect(self._open)

    def _set_up(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        for column in SECRET:
            self.setItemDelegateForColumn(column, self._names)
        for column in (Column.STATE, Column.SHOW_AS):
            self.setItemDelegateForColumn(column, self._chips)
        self._set_up_headers()

    def _set_up_headers(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setMinimumSectionSize(42)
        self._fit()

    def _fit(self) -> None:
        """Row height and narrow columns after the font and the words in use now."""
        metrics = QFontMetrics(self.font())
        # Khmer stacks signs above and below its letters: rows are taller than Latin needs.
        self.verticalHeader().setDefaultSectionSize(metrics.height() + 14)
        header = self.horizontalHeader()
        font = chip_font(self.font())
        answers = (answer_chip(state, self.palette()) for state in EndorsementState)
        ways = (show_as_chip(way, self.palette()) for way in ShowAs)
        kinds = [kind_word(kind) for kind in ENDORSER_KINDS]
        for column, widest in (
            (Column.POSITION, metrics.horizontalAdvance("0000")),
            (Column.ACRONYM, metrics.horizontalAdvance("MMMMM")),
            (Column.KIND, max(map(metrics.horizontalAdvance, kinds))),
            (Column.STATE, max(chip.size(font).width() for chip in answers)),
            (Column.SHOW_AS, max(chip.size(font).width() for chip in ways)),
            (Column.DATE, metrics.horizontalAdvance("00/00/0000")),
        ):
            wanted = max(round(widest) + 2 * SIDE, header.sectionSizeHint(column))
            header.resizeSection(column, wanted)
        self._share_width()

    def _share_width(self) -> None:
        """Both names share what the other columns leave, but stay wide enough to be read.

        A side nobody has a name on leaves its room to the other one.
        """
        header = self.horizontalHeader()
        others = sum(header.sectionSize(column) for column in Column if column not in NAMES)
        room = max(LEAST_NAME * len(NAMES), self.viewport().width() - others)
        for column in self._unused:
            header.resizeSection(column, header.sectionSizeHint(column))
            room -= header.sectionSize(column)
        used = [column for column in NAMES if column not in self._unused]
        for column in used:
            header.resizeSection(column, room // len(used))

    def _note_unused(self) -> None:
        """Shares the room again only when a side gets its first name or loses its last."""
        empty = tuple(c for c, code in NAMES.items() if not self.endorsements.has_names(code))
        unused = empty if len(empty) < len(NAMES) else ()
        if unused != self._unused:
            self._unused = unused
            self._share_width()

    # --- rows

    def selected_rows(self) -> list[int]:
        """The selected rows from top to bottom."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def selected_ids(self) -> tuple[str, ...]:
        """The selected endorsements from top to bottom."""
        found = (self.endorsements.endorsement(row) for row in self.selected_rows())
        return tuple(endorsement.id for endorsement in found if endorsement is not None)

    def select_ids(self, endorsement_ids: tuple[str, ...]) -> None:
        """Selects endorsements, and shows the first of them."""
        rows = [row for row in map(self.endorsements.row_of, endorsement_ids) if row >= 0]
        self.clearSelection()
        selection = self.selectionModel()
        flags = selection.SelectionFlag.Select | selection.SelectionFlag.Rows
        for row in rows:
            selection.select(self.endorsements.index(row, 0), flags)
        if rows:
            first = self.endorsements.index(rows[0], Column.KHMER_NAME)
            selection.setCurrentIndex(first, selection.SelectionFlag.NoUpdate)
            self.scrollTo(first)

    def copy(self) -> None:
        """Puts the selected rows on the clipboard, withheld names masked."""
        text = self.endorsements.as_text(self.selected_rows())
        if text:
            QGuiApplication.clipboard().setText(text)

    def _open(self, index: QModelIndex) -> None:
        endorsement = self.endorsements.endorsement(index.row())
        if endorsement is not None:
            self.opened.emit(endorsement.id)

    # --- holding a name down

    @property
    def held_row(self) -> int:
        """The row whose withheld name is shown because it is held down, or -1."""
        return self._names.held_row

    def _want(self, row: int) -> None:
        endorsement = self.endorsements.endorsement(row)
        if endorsement is not None and is_withheld(endorsement):
            self._wanted_row = row
            self._hold.start()

    def _reveal(self) -> None:
        self._names.held_row = self._wanted_row
        self.viewport().update()

    def _mask(self) -> None:
        self._hold.stop()
        if self._names.held_row >= 0:
            self._names.held_row = -1
            self.viewport().update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        place: QPoint = event.position().toPoint()
        if event.button() is Qt.MouseButton.LeftButton and self.columnAt(place.x()) in SECRET:
            self._want(self.rowAt(place.y()))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._mask()
        super().mouseReleaseEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.rowAt(event.position().toPoint().y()) != self._wanted_row:
            self._mask()
        super().mouseMoveEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        is_override = event.type() is QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and _step(event):
            event.accept()  # while the table has the focus, these keys move endorsers, not blocks
            return True
        return bool(super().event(event))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self._want(self.currentIndex().row())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_asked.emit()
        elif _step(event):
            self.move_asked.emit(_step(event))
        else:
            super().keyPressEvent(event)

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._mask()
        super().keyReleaseEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._mask()
        super().focusOutEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._mask()
        super().hideEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.setAccessibleName(tr("Endorsers of the statement"))
        self.setAccessibleDescription(
            tr("Names that are withheld are masked; hold the space bar to show one.")
        )
        self.endorsements.retranslate()
        self._fit()


def _step(event: QKeyEvent) -> int:
    """How far Alt and an arrow key move an endorser, 0 for any other key."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != Qt.KeyboardModifier.AltModifier:
        return 0
    return {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
