"""Above the text: which blocks are shown, and the way from one to the next."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget
from typing_extensions import override

from advocate_desk.gui import icons
from advocate_desk.gui.models.text_filter import (
    ALL,
    COMMENTED,
    KEYS,
    MISSING,
    OPEN,
    REVIEW,
    STALE,
)
from advocate_desk.gui.theme import colours
from advocate_desk.gui.widgets.filter_chips import FilterChips
from advocate_desk.language.catalog import tr


def filter_words() -> dict[str, str]:
    """What each choice is called in the window's language."""
    return {
        ALL: tr("all blocks"),
        MISSING: tr("missing"),
        STALE: tr("stale"),
        REVIEW: tr("in review"),
        OPEN: tr("not approved"),
        COMMENTED: tr("commented"),
    }


class FilterBar(QWidget):
    """`chosen` tells a choice, `stepped` the wish to go on (1) or back (-1), `closed` to be gone."""

    chosen = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Mapping[str, int] = {}
        self.chips = FilterChips(KEYS)
        self.chips.chosen.connect(self.chosen)
        self.previous, self.next = self._step_button(-1), self._step_button(1)
        self.close_button = self._button()
        self.close_button.clicked.connect(self.closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 2)
        row.addWidget(self.chips, 1)
        for button in (self.previous, self.next, self.close_button):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.retranslate()

    def _button(self) -> QToolButton:
        button = QToolButton()
        button.setStyleSheet("padding: 3px;")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _step_button(self, by: int) -> QToolButton:
        button = self._button()
        button.clicked.connect(lambda _checked=False: self.stepped.emit(by))
        return button

    def show_choice(self, key: str, counts: Mapping[str, int]) -> None:
        """Shows which choice is made, and how many blocks each would show."""
        self._counts = counts
        self.chips.buttons[key].setChecked(True)
        self.chips.show_counts(filter_words(), counts)

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.chips.show_counts(filter_words(), self._counts)
        tint = colours(self.palette()).muted
        for button, icon, words in (
            (self.previous, "up", tr("Previous unfinished")),
            (self.next, "down", tr("Next unfinished")),
            (self.close_button, "close", tr("Show all blocks")),
        ):
            button.setIcon(icons.icon(icon, tint))
            button.setAccessibleName(words)
            button.setToolTip(words)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.retranslate()
