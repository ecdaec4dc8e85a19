"""A line that tells how many clauses of the statement have a newer revision."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import ntr, tr


class OffersBar(QWidget):
    """Hidden where nothing is offered."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._count = 0
        self.label, self.button = SoftLabel(), QPushButton()
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self.label, 1)
        row.addWidget(self.button)
        self.hide()

    def show_count(self, count: int) -> None:
        """Tells how many there are."""
        self._count = count
        self.setVisible(bool(count))
        self.retranslate()

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.label.setText(
            ntr(
                "{n} clause here has a newer revision.",
                "{n} clauses here have a newer revision.",
                self._count,
            )
        )
        self.button.setText(tr("Look…"))
        self.button.setAccessibleName(tr("Look at the newer revisions"))
