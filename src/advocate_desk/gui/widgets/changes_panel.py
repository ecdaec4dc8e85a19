"""The panel “What changed” beside the text."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from advocate_desk.gui.operations import Operations
from advocate_desk.gui.widgets.empty_state import EmptyState
from advocate_desk.language.catalog import tr


class ChangesPanel(QWidget):
    """Follows the text the cursor is in."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self.empty = EmptyState()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.empty)

    def title(self) -> str:
        """The words on its tab, in the window's language."""
        return tr("What changed")

    def show_place(self, statement_id: str, block_id: str, language: str) -> None:
        """Shows another place; nothing for empty ids."""
