"""What became of a block between two editions: a sign and a word."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from advocate_desk.gui import theme
from advocate_desk.gui.colours import Colours, Tint
from advocate_desk.gui.fonts import small_font, window_font
from advocate_desk.gui.widgets.chip import Chip
from advocate_desk.model.comparison import Happened
from advocate_desk.model.comparison_words import happened_word

_ICONS = {
    Happened.SAME: "check",
    Happened.CHANGED: "edit",
    Happened.ADDED: "add",
    Happened.REMOVED: "remove",
}


def tint_of(happened: Happened, chosen: Colours) -> Tint:
    """The colours that go with what happened."""
    return {
        Happened.SAME: chosen.quiet,
        Happened.CHANGED: chosen.look,
        Happened.ADDED: chosen.good,
        Happened.REMOVED: chosen.bad,
    }[happened]


class HappenedChip(QWidget):
    """Never by its colour alone."""

    def __init__(self, happened: Happened, more: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._happened = happened
        self._more = more
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFont(small_font(window_font()))
        self.setAccessibleName(self._words())

    def _words(self) -> str:
        return ", ".join(part for part in (happened_word(self._happened), self._more) if part)

    def _chip(self) -> Chip:
        tint = tint_of(self._happened, theme.colours(self.palette()))
        return Chip(self._words(), _ICONS[self._happened], tint)

    @override
    def sizeHint(self) -> QSize:
        return self._chip().size(self.font()).toSize() + QSize(2, 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._chip().draw(QPainter(self), QRectF(self.rect()), self.font())
