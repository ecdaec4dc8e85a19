"""A text field of a dialog: the Khmer cell of the editor, framed and scrolling."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QTextEdit, QWidget
from typing_extensions import override

from advocate_desk.gui.fonts import text_font
from advocate_desk.gui.widgets.khmer_edit import KhmerEdit

TEXT_SIZE = 12


class ClauseTextEdit(KhmerEdit):
    """Tab goes to the next field; a heading is low and bold."""

    def __init__(self, parent: QWidget | None = None, *, one_line: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("framed", "true")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.is_one_line = one_line
        self.setFont(text_font(TEXT_SIZE, bold=one_line))
        if one_line:
            self.setFixedHeight(2 * self.fontMetrics().height() + 16)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # A cell of the editor leaves the wheel to the page; this field scrolls by itself.
        QTextEdit.wheelEvent(self, event)
