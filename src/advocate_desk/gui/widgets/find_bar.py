"""Looks for words in the text of a statement."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QWidget
from typing_extensions import override

from advocate_desk.gui import icons
from advocate_desk.gui.theme import colours
from advocate_desk.language.catalog import tr


class FindBar(QWidget):
    """A line to write in; Enter finds the next place, Escape closes."""

    wanted = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answer = QLabel()
        self.line = QLineEdit()
        self.line.returnPressed.connect(self._look)
        self.line.textEdited.connect(lambda _text: self.answer.clear())
        self.next = QPushButton()
        self.next.clicked.connect(self._look)
        self.close_button = QToolButton()
        self.close_button.clicked.connect(self._close)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.addWidget(self.line, 1)
        row.addWidget(self.next)
        row.addWidget(self.answer)
        row.addWidget(self.close_button)
        self.retranslate()
        self.hide()

    def open(self) -> None:
        """Shows the bar, ready to type."""
        self.show()
        self.line.setFocus()
        self.line.selectAll()

    def say(self, text: str) -> None:
        """Says how the search went."""
        self.answer.setText(text)

    def _look(self) -> None:
        if self.line.text():
            self.wanted.emit(self.line.text())

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.line.setPlaceholderText(tr("Find in both languages…"))
        self.line.setAccessibleName(tr("Words to find"))
        self.next.setText(tr("Find next"))
        self.answer.clear()
        self.close_button.setAccessibleName(tr("Close the search"))
        self.close_button.setToolTip(tr("Close"))
        self.close_button.setIcon(icons.icon("close", colours(self.palette()).muted))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.retranslate()
