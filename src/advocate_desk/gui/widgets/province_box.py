"""A box for the province: the 25 provinces in the language of the window, or any other text."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from advocate_desk.language.catalog import current, tr
from advocate_desk.language.collation import sort_key
from advocate_desk.model.provinces import PROVINCES, province_word, stored_province


class ProvinceBox(QComboBox):
    """`value()` is the spelling that is stored, in whatever language it was typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(13)
        chooser = self.completer() or QCompleter(self)
        chooser.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        chooser.setFilterMode(Qt.MatchFlag.MatchContains)

    def show_province(self, stored: str) -> None:
        """Shows a province that is stored."""
        self.setEditText(province_word(stored, current()))

    def value(self) -> str:
        """What is to be stored."""
        return stored_province(self.currentText())

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        stored = self.value()
        self.clear()
        self.addItem("", "")
        for name in in_order(PROVINCES):
            self.addItem(province_word(name, current()), name)
        self.show_province(stored)
        self.setAccessibleName(tr("Province"))
        if (line := self.lineEdit()) is not None:
            line.setAccessibleName(tr("Province"))


def in_order(provinces: Iterable[str]) -> list[str]:
    """Provinces as they stand in the alphabet of the window's language."""
    return sorted(provinces, key=lambda name: sort_key(province_word(name, current()), current()))
