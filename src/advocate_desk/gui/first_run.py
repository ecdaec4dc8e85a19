"""The only question at the first start: which language the window speaks."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from advocate_desk.gui.fonts import window_font

_CHOICES = (("km", "ខ្មែរ"), ("en", "English"))
_QUESTIONS = ("សូមជ្រើសរើសភាសា", "Choose a language")


class FirstRun(QWidget):
    """One question in both languages, two large buttons."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addStretch(2)
        column.addWidget(self._label("Advocate Desk", 22), 0, Qt.AlignmentFlag.AlignHCenter)
        for question in _QUESTIONS:
            column.addWidget(self._label(question, 13), 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addStretch(1)
        self.buttons = {code: self._button(code, own) for code, own in _CHOICES}
        for button in self.buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        column.addSpacing(14)
        column.addLayout(row)
        column.addStretch(3)

    @staticmethod
    def _label(text: str, size: int) -> QLabel:
        label = QLabel(text)
        font = window_font()
        font.setPointSize(size)
        label.setFont(font)
        return label

    def _button(self, code: str, own: str) -> QPushButton:
        button = QPushButton(own)
        button.setMinimumSize(180, 64)
        font = window_font()
        font.setPointSize(15)
        button.setFont(font)
        button.clicked.connect(lambda _checked=False: self.chosen.emit(code))
        return button
