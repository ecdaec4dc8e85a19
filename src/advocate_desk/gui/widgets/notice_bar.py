"""A bar over the pages that says one thing and goes away again; never in the way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget
from typing_extensions import override

from advocate_desk.gui import icons
from advocate_desk.gui.theme import colours
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import tr

GOOD, BAD = "good", "bad"


class NoticeBar(QWidget):
    """A sentence with a few buttons, in the colours of good or bad news."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.label = SoftLabel()
        self._news = GOOD
        self._buttons: list[QPushButton] = []
        self._close = QToolButton()
        self._close.clicked.connect(self.hide)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 6, 8, 6)
        self._row.addWidget(self.label, 1)
        self._row.addWidget(self._close)
        self.retranslate()
        self.hide()

    def tell(
        self,
        text: str,
        news: str = GOOD,
        buttons: tuple[tuple[str, Callable[[], object]], ...] = (),
    ) -> None:
        """Says something; each button closes the bar and then does what it says."""
        self._news = news
        self.label.setText(text)
        for button in self._buttons:
            button.deleteLater()
        self._buttons = [self._button(words, then) for words, then in buttons]
        self._colour()
        self.show()

    def _button(self, words: str, then: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(self.hide)
        button.clicked.connect(lambda _checked=False: then())
        self._row.insertWidget(self._row.count() - 1, button)
        return button

    def _colour(self) -> None:
        """The colours themselves stand in the style sheet of the program."""
        self.setProperty("news", self._news)
        for part in (self, self.label):
            part.style().unpolish(part)
            part.style().polish(part)
        self._draw_close()

    def _draw_close(self) -> None:
        chosen = colours(self.palette())
        tint = chosen.good if self._news == GOOD else chosen.bad
        self._close.setIcon(icons.icon("close", tint.text))

    def retranslate(self) -> None:
        """Reads its own words again in the window's language."""
        self._close.setToolTip(tr("Close"))
        self._close.setAccessibleName(tr("Close this message"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self._draw_close()
