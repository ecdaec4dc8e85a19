"""Imported text that no block took: shown until somebody places or dismisses it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import ntr, tr

_LONGEST = 400


class UnplacedPanel(QFrame):
    """Shows the first of these texts and how many there are."""

    placed = Signal(int)
    dismissed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: tuple[str, ...] = ()
        self.count = SoftLabel()
        self.text = SoftLabel()
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.place = QPushButton()
        self.place.clicked.connect(lambda: self.placed.emit(0))
        self.dismiss = QPushButton()
        self.dismiss.clicked.connect(lambda: self.dismissed.emit(0))
        words = QVBoxLayout()
        words.addWidget(self.count)
        words.addWidget(self.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.addLayout(words, 1)
        row.addWidget(self.place)
        row.addWidget(self.dismiss)
        self.show_texts(())

    def show_texts(self, texts: tuple[str, ...]) -> None:
        """Shows these texts; hides where there are none."""
        self._texts = texts
        self.count.setText(
            ntr("{n} text could not be placed.", "{n} texts could not be placed.", len(texts))
        )
        first = texts[0] if texts else ""
        self.text.setText(first if len(first) <= _LONGEST else first[:_LONGEST] + "…")
        self.place.setText(tr("Make it a paragraph"))
        self.dismiss.setText(tr("Dismiss"))
        self.setVisible(bool(texts))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.show_texts(self._texts)
