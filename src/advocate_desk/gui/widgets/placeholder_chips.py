"""Placeholders and footnotes in a text, set off from it for the eye."""

from __future__ import annotations

import re

from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextDocument,
)
from typing_extensions import override

from advocate_desk.gui.theme import colours
from advocate_desk.gui.widgets.text_units import units

_PIECE = re.compile(r"\{\{footnote:(?:[^{}]|\{\{[^{}]*\}\})*\}\}|\{\{[^{}]*\}\}")


class PlaceholderChips(QSyntaxHighlighter):
    """Colours what stands in double braces; the text itself has no trace of it."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._format = QTextCharFormat()
        self.colour()

    def colour(self) -> None:
        """Takes the colours of the window again."""
        tint = colours(QGuiApplication.palette()).look
        self._format.setForeground(QColor(tint.text))
        self._format.setBackground(QColor(tint.ground))
        self.rehighlight()

    @override
    def highlightBlock(self, text: str) -> None:
        for found in _PIECE.finditer(text):
            start = units(text[: found.start()])
            self.setFormat(start, units(found[0]), self._format)
