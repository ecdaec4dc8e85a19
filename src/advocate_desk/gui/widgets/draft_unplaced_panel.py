"""The texts of a document that no block took."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from advocate_desk.gui.widgets.empty_state import EmptyState
from advocate_desk.gui.widgets.icon_button import IconButton
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.gui.widgets.wrapped_delegate import WrappedDelegate
from advocate_desk.language.catalog import tr


class DraftUnplacedPanel(QWidget):
    """Nothing is lost: what stays here stays with the statement, and can be placed later."""

    place_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hint = SoftLabel()
        self.place = IconButton("add")
        self.model = QStringListModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(WrappedDelegate(self.list))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.empty = EmptyState()
        self.stack = QStackedWidget()
        self._lay_out()
        self.place.clicked.connect(self._ask)
        self.list.activated.connect(lambda _index: self._ask())
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_allowed())
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.place)
        head.addWidget(self.hint, 1)
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.stack, 1)

    def show_texts(self, texts: Sequence[str]) -> None:
        """Shows these texts."""
        row = self.list.currentIndex().row()
        self.model.setStringList(list(texts))
        self.list.setCurrentIndex(self.model.index(max(0, min(row, len(texts) - 1)), 0))
        self.stack.setCurrentWidget(self.list if texts else self.empty)
        self.hint.setVisible(bool(texts))
        self.place.setVisible(bool(texts))
        self._show_allowed()

    def _show_allowed(self) -> None:
        self.place.setEnabled(self.list.currentIndex().isValid())

    def _ask(self) -> None:
        if self.list.currentIndex().isValid():
            self.place_asked.emit(self.list.currentIndex().row())

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.place.say(
            tr("Make a paragraph"), tr("Puts the text after the block that is chosen under Blocks")
        )
        self.hint.setText(tr("Texts that stay here are kept with the statement."))
        self.list.setAccessibleName(tr("Texts without a place"))
        self.empty.set_text(tr("Everything that was read has its place."))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.list.scheduleDelayedItemsLayout()
