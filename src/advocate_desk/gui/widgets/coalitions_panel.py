"""The coalitions an endorser is a member of, and its own members."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from advocate_desk.gui.known_names import KnownNames
from advocate_desk.gui.models.registry_table_model import shown_name
from advocate_desk.gui.widgets.endorser_picker import EndorserPicker
from advocate_desk.gui.widgets.icon_button import IconButton
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import tr

_ID = Qt.ItemDataRole.UserRole + 1


class _Side(QWidget):
    """A list of endorsers: typing above adds one, Delete takes one away."""

    edited = Signal()

    def __init__(self, known: KnownNames, own_id: str) -> None:
        super().__init__()
        self._known = known
        self._own_id = own_id
        self.title = SoftLabel()
        self.picker = EndorserPicker(known)
        self.list = QListWidget()
        self.list.setProperty("framed", True)
        self.list.setProperty("roomy", True)
        self.remove = IconButton("close")
        head = QHBoxLayout()
        head.addWidget(self.picker, 1)
        head.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        self.picker.picked.connect(self.add)
        self.remove.clicked.connect(self._remove)
        self.list.currentRowChanged.connect(lambda row: self.remove.setEnabled(row >= 0))
        self.remove.setEnabled(False)
        self.list.installEventFilter(self)

    def ids(self) -> tuple[str, ...]:
        """Who stands in the list."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(str(item.data(_ID)) for item in items)

    def show_ids(self, endorser_ids: Sequence[str]) -> None:
        """Shows what is known."""
        self.list.clear()
        for endorser_id in endorser_ids:
            self._append(endorser_id)

    def _append(self, endorser_id: str) -> None:
        row = self._known.overview.get(endorser_id)
        item = QListWidgetItem(shown_name(row) if row is not None else tr("(not read yet)"))
        item.setData(_ID, endorser_id)
        self.list.addItem(item)

    def read_names(self) -> None:
        """Shows the names anew, once the registry is read."""
        for at in range(self.list.count()):
            item = self.list.item(at)
            row = self._known.overview.get(str(item.data(_ID)))
            if row is not None:
                item.setText(shown_name(row))

    def add(self, endorser_id: str) -> None:
        """Takes one more in."""
        if endorser_id not in {*self.ids(), self._own_id}:
            self._append(endorser_id)
            self.edited.emit()
        self.picker.clear()
        self.picker.endorser_id = ""

    def _remove(self) -> None:
        if self.list.currentRow() >= 0:
            self.list.takeItem(self.list.currentRow())
            self.edited.emit()

    @override
    def eventFilter(self, watched: object, event: QEvent) -> bool:
        is_key = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if is_key and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete:
            self._remove()
            return True
        return False


class CoalitionsPanel(QWidget):
    """Both directions of membership."""

    edited = Signal()

    def __init__(self, known: KnownNames, own_id: str) -> None:
        super().__init__()
        self._known = known
        self.coalitions, self.members = _Side(known, own_id), _Side(known, own_id)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(12)
        for side in (self.coalitions, self.members):
            side.edited.connect(self.edited)
            column.addWidget(side, 1)
        known.changed.connect(self._read_names)

    def _read_names(self) -> None:
        for side in (self.coalitions, self.members):
            side.read_names()

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        words = (tr("Is a member of"), tr("Has these members"))
        for side, text in zip((self.coalitions, self.members), words, strict=True):
            side.title.setText(text)
            side.list.setAccessibleName(text)
            side.picker.name(tr("Type a name to add it"))
            side.picker.setAccessibleName(text + ": " + tr("Type a name to add it"))
            side.remove.say(tr("Remove"))
        self._read_names()
