"""What stands where nothing is yet: one sentence and, where it helps, one button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from advocate_desk.gui.widgets.soft_label import SoftLabel


class EmptyState(QWidget):
    """A calm sentence in the middle of an empty list or page."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = SoftLabel()
        self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = QPushButton()
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.pressed)
        self.button.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(self.label)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def set_text(self, sentence: str, button: str = "") -> None:
        """Shows a sentence, and a button where it has words."""
        self.label.setText(sentence)
        self.button.setText(button)
        self.button.setVisible(bool(button))
