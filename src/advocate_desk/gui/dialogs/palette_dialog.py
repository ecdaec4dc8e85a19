"""Every action of the window, found by typing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QDialog, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from advocate_desk.gui.actions import Actions
from advocate_desk.gui.models.actions_list_model import ActionsListModel
from advocate_desk.gui.widgets.action_delegate import ActionDelegate
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.gui.widgets.stepping_line import SteppingLine
from advocate_desk.language.catalog import tr


class PaletteDialog(QDialog):
    """Type to narrow, Enter runs; the dialog is gone before the action starts."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions = actions
        self.model = ActionsListModel(actions, self)
        self.search = SteppingLine()
        self.search.setClearButtonEnabled(True)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(ActionDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.nothing = SoftLabel()
        self._lay_out()
        self._connect()
        self.retranslate()
        self._narrow("")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        self.resize(560, 420)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._narrow)
        self.search.returnPressed.connect(lambda: self._run(self.list.currentIndex()))
        self.search.stepped.connect(self._step)
        self.list.clicked.connect(self._run)

    def _narrow(self, text: str) -> None:
        self.model.narrow(text)
        self.nothing.setVisible(self.model.rowCount() == 0)
        self._choose(0)

    def _choose(self, row: int) -> None:
        last = self.model.rowCount() - 1
        self.list.setCurrentIndex(self.model.index(max(0, min(row, last)), 0))

    def _step(self, by: int) -> None:
        self._choose(self.list.currentIndex().row() + by)

    def _run(self, index: QModelIndex) -> None:
        action = self.model.action(index.row())
        if action is not None and action.isEnabled():
            self.accept()
            QTimer.singleShot(0, action, action.trigger)

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.setWindowTitle(tr("All actions"))
        self.search.setPlaceholderText(tr("What do you want to do?"))
        self.search.setAccessibleName(tr("Search all actions"))
        self.list.setAccessibleName(tr("Actions found"))
        self.nothing.setText(tr("No action has these words."))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
