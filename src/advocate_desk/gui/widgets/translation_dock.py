"""What helps the translator with the block the cursor is in: one panel at a time."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from advocate_desk.gui.operations import Operations
from advocate_desk.gui.widgets.flow_layout import FlowLayout
from advocate_desk.language.catalog import tr


class PlacePanel(Protocol):
    """A panel about one block in one language; it is a QWidget."""

    def show_place(self, statement_id: str, block_id: str, language: str) -> None:
        """Shows another place; nothing for empty ids."""
        ...

    def title(self) -> str:
        """The words on its button, in the window's language."""
        ...


class TranslationDock(QWidget):
    """Hosts the panels; only the one in front follows the cursor."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._place = ("", "", "")
        self._panels: dict[str, PlacePanel] = {}
        self.stack, self.chips = QStackedWidget(), QWidget()
        self._row = FlowLayout(self.chips, spacing=2)
        self._row.setContentsMargins(6, 2, 6, 4)
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.chips)
        column.addWidget(self.stack, 1)
        self.retranslate()

    def add_panel(self, name: str, panel: PlacePanel) -> None:
        """Takes a panel in, with a button that brings it to the front."""
        assert isinstance(panel, QWidget)  # noqa: S101 - a protocol cannot say so
        self._panels[name] = panel
        self.stack.addWidget(panel)
        button = QPushButton(panel.title())
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setProperty("tab", "true")
        button.setChecked(len(self._panels) == 1)
        button.clicked.connect(lambda: self.bring_to_front(name))
        self._group.addButton(button, len(self._panels) - 1)
        self._row.addWidget(button)

    def panel(self, name: str) -> PlacePanel:
        """The panel of that name."""
        return self._panels[name]

    def bring_to_front(self, name: str) -> None:
        """Shows one panel."""
        index = list(self._panels).index(name)
        self._group.button(index).setChecked(True)
        self.stack.setCurrentIndex(index)
        self._tell_panel()

    def show_statement(self, statement_id: str) -> None:
        """Follows another statement; no block of it has the cursor yet."""
        if statement_id != self._place[0]:
            self.show_place(statement_id, "", "")

    def show_place(self, statement_id: str, block_id: str, language: str) -> None:
        """The cursor went to another text."""
        self._place = (statement_id, block_id, language)
        self._tell_panel()

    def note_place(self, block_id: str, language: str) -> None:
        """The cursor went to another text of the same statement."""
        self.show_place(self._place[0], block_id, language)

    def _tell_panel(self) -> None:
        index = self.stack.currentIndex()
        if index >= 0:
            list(self._panels.values())[index].show_place(*self._place)

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.chips.setAccessibleName(tr("Translation"))
        for index, panel in enumerate(self._panels.values()):
            self._group.button(index).setText(panel.title())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
