"""Where the pairs of the memory came from, and what of it is to be cleared."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from advocate_desk.gui.dialogs.dialog_buttons import DialogButtons
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.gui.widgets.wrapped_lists import keep_width
from advocate_desk.language.catalog import ntr, tr
from advocate_desk.model.memory import MemoryOrigin


class MemoryDialog(QDialog):
    """Origins in; the names of those to be cleared out."""

    def __init__(self, origins: Sequence[MemoryOrigin], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._origins = tuple(origins)
        self.about = SoftLabel()
        self.list = QListWidget()
        self.list.setProperty("framed", "true")
        self.list.setProperty("roomy", "true")
        keep_width(self.list)
        for _ in self._origins:
            item = QListWidgetItem(self.list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
        self.buttons = DialogButtons(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        for part in (self.about, self.list, self.buttons):
            column.addWidget(part)
        self.resize(560, 440)
        self.list.itemChanged.connect(lambda _item: self._say())
        self.retranslate()

    def value(self) -> tuple[str, ...]:
        """The names of the origins to be cleared."""
        return tuple(one.name for one in self._chosen())

    def _chosen(self) -> list[MemoryOrigin]:
        ticked = Qt.CheckState.Checked
        rows = enumerate(self._origins)
        return [one for row, one in rows if self.list.item(row).checkState() is ticked]

    def _say(self) -> None:
        count = sum(one.count for one in self._chosen())
        words = ntr("Delete {n} pair", "Delete {n} pairs", count) if count else tr("Delete")
        self.buttons.say(words, tr("Close"))
        self.buttons.agree.setEnabled(count > 0)

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.setWindowTitle(tr("What is in the memory"))
        count = sum(one.count for one in self._origins)
        there = ntr("The memory holds {n} pair.", "The memory holds {n} pairs.", count)
        hint = tr("Tick what is to be deleted; Undo brings it back.")
        self.about.setText(f"{there} {hint}" if count else tr("The memory is empty."))
        self.list.setAccessibleName(tr("Origins of the pairs"))
        self.list.blockSignals(True)
        for row, one in enumerate(self._origins):
            pairs = ntr("{n} pair", "{n} pairs", one.count)
            name = one.name or tr("without a title")
            self.list.item(row).setText(f"{name} — {pairs}")
        self.list.blockSignals(False)
        self._say()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
