"""What the proof found wrong with a document that was written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget
from typing_extensions import override

from advocate_desk.exporters.verify_faults import Fault
from advocate_desk.gui.widgets.clause_text_edit import ClauseTextEdit
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import tr
from advocate_desk.model.sentences import filled


class FaultsDialog(QDialog):
    """A list of places and faults, to read and to copy."""

    def __init__(self, faults: Sequence[Fault], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._faults = tuple(faults)
        self.hint = SoftLabel()
        self.list = ClauseTextEdit()
        self.list.setReadOnly(True)
        self.buttons = QDialogButtonBox()
        self.leave = self.buttons.addButton("", QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.hint)
        column.addWidget(self.list, 1)
        column.addWidget(self.buttons)
        self.resize(620, 380)
        self.retranslate()

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.setWindowTitle(tr("Faults in the document"))
        self.hint.setText(
            tr("The document was written. Please tell the makers of the program what stands here.")
        )
        lines = (
            f"{fault.place}: {filled(fault.message, fault.arguments)}" for fault in self._faults
        )
        self.list.show_text("\n\n".join(lines))
        self.list.setAccessibleName(tr("Faults in the document"))
        self.leave.setText(tr("Close"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
