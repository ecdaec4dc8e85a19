"""Over the two columns: whose side is whose, how far each is written and approved."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QToolButton, QWidget
from typing_extensions import override

from advocate_desk.gui import icons
from advocate_desk.gui.theme import colours
from advocate_desk.language.catalog import current, tr
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.words import own_name

_BAR = 64
_BUTTON = 22


class LanguageHeader(QWidget):
    """One title per column with the shares written and approved, in words and as a bar."""

    filter_wanted = Signal()

    def __init__(self, languages: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._languages = languages
        self._percent: Mapping[str, int] = {}
        self._approved: Mapping[str, int] = {}
        self.filter = QToolButton(self)
        self.filter.setFixedSize(_BUTTON, _BUTTON)
        self.filter.setStyleSheet("padding: 2px;")
        self.filter.clicked.connect(self.filter_wanted)
        self._room = (0, 0)
        self.setFixedHeight(34)
        self.show_percent({})

    def show_percent(
        self, percent: Mapping[str, int], approved: Mapping[str, int] | None = None
    ) -> None:
        """Shows how much of each side is written, and how much of it is approved."""
        self._percent, self._approved = percent, approved or {}
        self.setAccessibleName(", ".join(self._words(code) for code in self._languages))
        self.setToolTip("\n".join(self._words(code) for code in self._languages))
        words = tr("Show only some blocks")
        self.filter.setAccessibleName(words)
        self.filter.setToolTip(words)
        self.update()

    def colour(self) -> None:
        """Draws the icon; after the first paint."""
        self.filter.setIcon(icons.icon("filter", colours(self.palette()).muted))

    def show_room(self, left: int, right: int) -> None:
        """Leaves the same room at both sides as the columns beneath."""
        self._room = (left, right)
        self._place_button()
        self.update()

    def _digits(self, shares: Mapping[str, int], code: str) -> str:
        return in_digits(shares.get(code, 0), current())

    def _shares(self, code: str) -> str:
        """As many words as there is something to say: nothing approved is not worth any."""
        written = tr("{percent} %", percent=self._digits(self._percent, code))
        if not self._approved.get(code):
            return written
        approved = tr("{percent} % approved", percent=self._digits(self._approved, code))
        return f"{written}  ·  {approved}"

    def _words(self, code: str) -> str:
        written = tr("{percent} % written", percent=self._digits(self._percent, code))
        approved = tr("{percent} % approved", percent=self._digits(self._approved, code))
        return f"{own_name(code)}: {written}, {approved}"

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, right = self._room
        wide = (self.width() - left - right) // len(self._languages)
        for index, code in enumerate(self._languages):
            area = QRect(left + index * wide + 14, 0, wide - 24, self.height())
            last = index == len(self._languages) - 1
            self._paint_side(painter, code, area.adjusted(0, 0, -_BUTTON if last else 0, 0))

    def _paint_side(self, painter: QPainter, code: str, area: QRect) -> None:
        chosen = colours(self.palette())
        painter.setPen(QColor(chosen.text))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, own_name(code))
        shares = self._shares(code)
        painter.setPen(QColor(chosen.muted))
        beside = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(area, beside, shares)
        words = painter.fontMetrics().horizontalAdvance(shares)
        bar = QRect(area.right() - words - 14 - _BAR, area.center().y() - 2, _BAR, 5)
        if bar.left() > area.left() + painter.fontMetrics().horizontalAdvance(own_name(code)) + 8:
            self._paint_bar(painter, code, bar)

    def _paint_bar(self, painter: QPainter, code: str, bar: QRect) -> None:
        """What is approved lies over what is written."""
        chosen = colours(self.palette())
        painter.setPen(Qt.PenStyle.NoPen)
        for share, colour in (
            (100, chosen.border),
            (self._percent.get(code, 0), chosen.accent),
            (self._approved.get(code, 0), chosen.good.text),
        ):
            painter.setBrush(QColor(colour))
            bar.setWidth(_BAR * share // 100)
            painter.drawRoundedRect(bar, 2.5, 2.5)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_button()

    def _place_button(self) -> None:
        right = self.width() - self._room[1] - _BUTTON
        self.filter.move(right, (self.height() - _BUTTON) // 2)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.show_percent(self._percent, self._approved)
        elif event.type() == QEvent.Type.PaletteChange:
            self.colour()
