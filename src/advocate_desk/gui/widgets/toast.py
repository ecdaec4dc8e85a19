"""A short word at the lower edge: what was just done, and the way back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget
from typing_extensions import override

from advocate_desk.language.catalog import tr

SHOWN_FOR = 8000
_ABOVE_EDGE = 44


class Toast(QFrame):
    """Tells that something was deleted and offers Undo; goes away by itself."""

    undo_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.label = QLabel()
        self.undo = QPushButton()
        self.undo.clicked.connect(self.hide)
        self.undo.clicked.connect(self.undo_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(14)
        row.addWidget(self.label)
        row.addWidget(self.undo)
        self._clock = QTimer(self, singleShot=True, interval=SHOWN_FOR)
        self._clock.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def tell(self, text: str) -> None:
        """Shows a text for some seconds."""
        self.label.setText(text)
        self.undo.setText(tr("Undo"))
        self._place()
        self.show()
        self.raise_()
        self._clock.start()

    def _place(self) -> None:
        self.adjustSize()
        room = self._room.rect()
        left = (room.width() - self.width()) // 2
        self.move(left, room.height() - self.height() - _ABOVE_EDGE)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.hide()  # its sentence was said in the other language
