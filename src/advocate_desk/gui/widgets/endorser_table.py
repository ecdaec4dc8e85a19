"""The table of endorsements: many rows, masked names, a copy that keeps them masked."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionRange,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget
from typing_extensions import override

from advocate_desk.gui.models.endorsements_table_model import (
    MARKS,
    SECRET,
    Column,
    EndorsementsTableModel,
)
from advocate_desk.gui.widgets.endorser_columns import EndorserColumns
from advocate_desk.gui.widgets.endorser_delegates import ChipDelegate, MarkDelegate, NameDelegate
from advocate_desk.gui.widgets.endorser_header import MarkHeader
from advocate_desk.gui.widgets.hold_to_reveal import HoldToReveal
from advocate_desk.language.catalog import tr

_LETTERS_SECONDS = 1.0  # letters that follow sooner are one word


class EndorserTable(QTableView):
    """Holding a withheld name down, with the mouse or the space bar, shows it while it is held."""

    opened = Signal(str)
    details_asked = Signal()
    removal_asked = Signal()
    move_asked = Signal(int)
    menu_asked = Signal(QPoint)

    def __init__(self, model: EndorsementsTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.endorsements = model
        self.setHorizontalHeader(MarkHeader(self))
        self.setModel(model)
        self._names = NameDelegate(model, self)
        self._chips = ChipDelegate(self)
        self._marks = MarkDelegate(self)
        self.hold = HoldToReveal(self, self._may_reveal)
        self._names.hold = self.hold
        self._letters = ("", 0.0)
        self.columns = EndorserColumns(self, model)
        self._set_up()
        model.modelReset.connect(self.columns.note_names)
        model.dataChanged.connect(lambda *_: self.columns.note_names())
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
        for column in SECRET:
            self.setItemDelegateForColumn(column, self._names)
        for column in (Column.STATE, Column.SHOW_AS, Column.AGREED):
            self.setItemDelegateForColumn(column, self._chips)
        for column in MARKS:
            self.setItemDelegateForColumn(column, self._marks)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._show_columns)
        self.columns.fit()

    # --- rows

    def selected_rows(self) -> list[int]:
        """The selected rows from top to bottom."""
        found: set[int] = set()
        for part in self._parts():
            found.update(range(part.top(), part.bottom() + 1))
        return sorted(found)

    def selected_ids(self) -> tuple[str, ...]:
        """The selected endorsements from top to bottom."""
        found = (self.endorsements.listed(row) for row in self.selected_rows())
        return tuple(listed.id for listed in found if listed is not None)

    @property
    def selected_count(self) -> int:
        """How many rows are selected."""
        return sum(part.height() for part in self._parts())

    def _parts(self) -> list[QItemSelectionRange]:
        return self.selectionModel().selection().toList()

    def select_ids(self, endorsement_ids: tuple[str, ...], *, scroll: bool = True) -> None:
        """Selects endorsements, and shows the first of them."""
        rows = sorted(row for row in map(self.endorsements.row_of, endorsement_ids) if row >= 0)
        selection = self.selectionModel()
        flags = selection.SelectionFlag.ClearAndSelect | selection.SelectionFlag.Rows
        selection.select(self._ranges(rows), flags)
        if rows:
            first = self.endorsements.index(rows[0], Column.KHMER_NAME)
            selection.setCurrentIndex(first, selection.SelectionFlag.NoUpdate)
            if scroll:
                self.scrollTo(first)

    def _ranges(self, rows: list[int]) -> QItemSelection:
        """Rows side by side are one range: ten thousand of them are selected at once."""
        chosen, last = QItemSelection(), len(Column) - 1
        start = 0
        for place in range(1, len(rows) + 1):
            if place == len(rows) or rows[place] != rows[place - 1] + 1:
                top = self.endorsements.index(rows[start], 0)
                chosen.append(
                    QItemSelectionRange(top, self.endorsements.index(rows[place - 1], last))
                )
                start = place
        return chosen

    def copy(self) -> None:
        """Puts the selected rows on the clipboard, withheld names masked."""
        text = self.endorsements.as_text(self.selected_rows())
        if text:
            QGuiApplication.clipboard().setText(text)

    def _open(self, index: QModelIndex) -> None:
        listed = self.endorsements.listed(index.row())
        if listed is not None:
            self.opened.emit(listed.id)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Letters jump to the next shown name that begins with them; a withheld one never does."""
        typed, when = self._letters
        goes_on = monotonic() - when < _LETTERS_SECONDS
        text = typed + search if goes_on else search
        self._letters = (text, monotonic())
        here = self.currentIndex().row()
        row = self.endorsements.starting_with(text, max(0, here + (0 if goes_on else 1)))
        listed = self.endorsements.listed(row)
        if listed is not None:
            self.select_ids((listed.id,))

    # --- menus

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard and self.currentIndex().isValid():
            place = self.visualRect(self.currentIndex()).bottomLeft()
            self.menu_asked.emit(self.viewport().mapToGlobal(place))
        else:
            self.menu_asked.emit(event.globalPos())
        event.accept()

    def _show_columns(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.columns.fill(menu)
        menu.popup(self.horizontalHeader().mapToGlobal(place))

    # --- holding a name down

    @property
    def held_row(self) -> int:
        """The row whose withheld name is shown because it is held down, or -1."""
        return self.hold.row

    def _may_reveal(self, row: int, column: int) -> bool:
        listed = self.endorsements.listed(row)
        is_name = column < 0 or column in SECRET
        return is_name and listed is not None and listed.is_withheld

    @override
    def event(self, event: QEvent) -> bool:
        is_override = event.type() is QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and _step(event):
            event.accept()  # while the table has the focus, these keys move endorsers, not blocks
            return True
        return bool(super().event(event))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(event)
        elif event.key() == Qt.Key.Key_F2:
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_asked.emit()
        elif _step(event):
            self.move_asked.emit(_step(event))
        else:
            super().keyPressEvent(event)

    def _enter(self, event: QKeyEvent) -> None:
        """Enter edits, with Alt it shows the history and the evidence."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.details_asked.emit()
        else:
            self._open(self.currentIndex())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.share()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.columns.fit()

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.setAccessibleName(tr("Endorsers of the statement"))
        self.setAccessibleDescription(
            tr("Names that are withheld are masked; hold the space bar to show one.")
        )
        self.endorsements.retranslate()
        self.columns.fit()


def _step(event: QKeyEvent) -> int:
    """How far Alt and an arrow key move an endorser, 0 for any other key."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != Qt.KeyboardModifier.AltModifier:
        return 0
    return {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
