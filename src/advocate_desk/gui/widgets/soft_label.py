"""A label whose Khmer wraps between words."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from advocate_desk.language.breaks import ZWSP, soft_breaks


class SoftLabel(QLabel):
    """Shows plain text with soft breaks for the eye; `text()` is the text that was given."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setText(text)

    @override
    def setText(self, text: str) -> None:
        self._text = text
        bounds = (0, *soft_breaks(text), len(text))
        pairs = pairwise(bounds)
        super().setText(ZWSP.join(text[start:end] for start, end in pairs))
        self.setAccessibleName(text)

    @override
    def text(self) -> str:
        return self._text
