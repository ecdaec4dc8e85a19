"""Over the two columns: whose side is whose, and how far each is written."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from advocate_desk.gui.theme import colours
from advocate_desk.language.catalog import current, tr
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.words import own_name

_BAR = 90


class LanguageHeader(QWidget):
    """One title per column with the share written, in words and as a bar."""

    def __init__(self, languages: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._languages = languages
        self._percent: Mapping[str, int] = {}
        self._room = (0, 0)
        self.setFixedHeight(34)
        self.show_percent({})

    def show_percent(self, percent: Mapping[str, int]) -> None:
        """Shows how much of each side is written."""
        self._percent = percent
        self.setAccessibleName(", ".join(self._words(code) for code in self._languages))
        self.update()

    def show_room(self, left: int, right: int) -> None:
        """Leaves the same room at both sides as the columns beneath."""
        self._room = (left, right)
        self.update()

    def _share(self, code: str) -> str:
        return tr("{percent} %", percent=in_digits(self._percent.get(code, 0), current()))

    def _words(self, code: str) -> str:
        return f"{own_name(code)} {self._share(code)}"

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, right = self._room
        wide = (self.width() - left - right) // len(self._languages)
        for index, code in enumerate(self._languages):
            area = QRect(left + index * wide + 14, 0, wide - 24, self.height())
            self._paint_side(painter, code, area)

    def _paint_side(self, painter: QPainter, code: str, area: QRect) -> None:
        chosen = colours(self.palette())
        painter.setPen(QColor(chosen.text))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, own_name(code))
        painter.setPen(QColor(chosen.muted))
        painter.drawText(
            area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._share(code)
        )
        words = painter.fontMetrics().horizontalAdvance(self._share(code))
        bar = QRect(area.right() - words - 14 - _BAR, area.center().y() - 2, _BAR, 5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(chosen.border))
        painter.drawRoundedRect(bar, 2.5, 2.5)
        bar.setWidth(_BAR * self._percent.get(code, 0) // 100)
        painter.setBrush(QColor(chosen.accent))
        painter.drawRoundedRect(bar, 2.5, 2.5)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.show_percent(self._percent)
