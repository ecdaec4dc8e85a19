"""What helps the translator with the block the cursor is in: one panel at a time."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget
from typing_extensions import override

from advocate_desk.gui.fonts import small_font, window_font
from advocate_desk.gui.operations import Operations
from advocate_desk.language.catalog import tr


class PlacePanel(Protocol):
    """A panel about one block in one language; it is a QWidget."""

    def show_place(self, statement_id: str, block_id: str, language: str) -> None:
        """Shows another place; nothing for empty ids."""
        ...

    def title(self) -> str:
        """The words on its tab, in the window's language."""
        ...


class TranslationDock(QWidget):
    """Hosts the panels; only the one in front follows the cursor."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._place = ("", "", "")
        self._panels: dict[str, PlacePanel] = {}
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setProperty("narrow", "true")
        self.tabs.currentChanged.connect(lambda _index: self._tell_panel())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        self.retranslate()

    def add_panel(self, name: str, panel: PlacePanel) -> None:
        """Takes a panel in as a tab of its own."""
        assert isinstance(panel, QWidget)  # noqa: S101 - a protocol cannot say so
        self._panels[name] = panel
        self.tabs.addTab(panel, panel.title())

    def panel(self, name: str) -> PlacePanel:
        """The panel of that name."""
        return self._panels[name]

    def bring_to_front(self, name: str) -> None:
        """Shows one panel."""
        self.tabs.setCurrentIndex(list(self._panels).index(name))

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
        index = self.tabs.currentIndex()
        if index >= 0:
            list(self._panels.values())[index].show_place(*self._place)

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.tabs.tabBar().setAccessibleName(tr("Translation"))
        self.tabs.tabBar().setFont(small_font(window_font()))
        for index, panel in enumerate(self._panels.values()):
            self.tabs.setTabText(index, panel.title())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
