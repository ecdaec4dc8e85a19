"""A text field of a dialog: the Khmer cell of the editor, framed and scrolling."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from advocate_desk.gui.fonts import text_font
from advocate_desk.gui.widgets.khmer_edit import KhmerEdit

TEXT_SIZE = 12


class ClauseTextEdit(KhmerEdit):
    """Tab goes to the next field; a heading is low and bold."""

    def __init__(self, parent: QWidget | None = None, *, one_line: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("framed", "true")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFont(text_font(TEXT_SIZE, bold=one_line))
        self.tabbed.connect(self._step)
        if one_line:
            self.setFixedHeight(2 * self.fontMetrics().height() + 16)

    def _step(self, by: int) -> None:
        self.focusNextPrevChild(by > 0)
