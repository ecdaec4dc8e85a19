"""One statement of the desk, chosen from a list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QListWidget, QVBoxLayout, QWidget
from typing_extensions import override

from advocate_desk.gui.dialogs.dialog_buttons import DialogButtons
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.gui.widgets.wrapped_lists import wrap_lines
from advocate_desk.language.catalog import current, tr
from advocate_desk.model.statement import StatementSummary
from advocate_desk.model.words import word


class StatementChoiceDialog(QDialog):
    """Statements in, the id of one out; Enter or a double click chooses."""

    def __init__(self, found: Sequence[StatementSummary], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found = tuple(found)
        self.about = SoftLabel()
        self.list = QListWidget()
        self.list.setProperty("framed", "true")
        wrap_lines(self.list)
        self.list.addItems([""] * len(self._found))
        self.list.setCurrentRow(0)
        self.list.itemDoubleClicked.connect(lambda _item: self.accept())
        self.buttons = DialogButtons(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        for part in (self.about, self.list, self.buttons):
            column.addWidget(part)
        self.resize(560, 420)
        self.retranslate()

    def value(self) -> str:
        """The id of the chosen statement."""
        row = self.list.currentRow()
        return self._found[row].id if row >= 0 else ""

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.setWindowTitle(tr("Align with another statement"))
        self.about.setText(
            tr("Which statement says the same in the other language? It stays as it is.")
        )
        self.list.setAccessibleName(tr("Statements"))
        for row, one in enumerate(self._found):
            title = one.title.get(current()) or next(filter(None, one.title.values()), "")
            title = title or tr("without a title")
            self.list.item(row).setText(f"{title} · {word(one.kind)}")
        self.buttons.say(tr("Choose"), tr("Cancel"))
        self.buttons.agree.setEnabled(bool(self._found))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
