"""Text in lines of a width for painted cells; Khmer wraps at its words."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from advocate_desk.language.breaks import with_soft_breaks

LINE_SEPARATOR = "\u2028"


class WrappedText:
    """A text set in lines; no more than `most` of them, the last one then ends in "…"."""

    def __init__(self, text: str, font: QFont, width: float, most: int = 0) -> None:
        shown = with_soft_breaks(text).replace("\n", LINE_SEPARATOR)
        self._layout = QTextLayout(shown, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._ellipsis: float | None = None
        self._font = font
        self.height = self._break_lines(max(width, 20.0), most)

    def _break_lines(self, width: float, most: int) -> float:
        height, count = 0.0, 0
        self._layout.beginLayout()
        line = self._layout.createLine()
        while line.isValid():
            count += 1
            is_last = count == most
            spare = QFontMetricsF(self._font).horizontalAdvance("…") if is_last else 0.0
            line.setLineWidth(width - spare)
            line.setPosition(QPointF(0, height))
            height += line.height()
            if is_last:
                if line.textStart() + line.textLength() < len(self._layout.text()):
                    self._ellipsis = line.naturalTextWidth()
                break
            line = self._layout.createLine()
        self._layout.endLayout()
        return height

    def draw(self, painter: QPainter, place: QPointF) -> None:
        """Draws the lines with the painter's pen, their top left corner at `place`."""
        self._layout.draw(painter, place)
        if self._ellipsis is not None:
            last = self._layout.lineAt(self._layout.lineCount() - 1)
            painter.setFont(self._font)
            base = place.y() + last.y() + last.ascent()
            painter.drawText(QPointF(place.x() + self._ellipsis, base), "…")


@lru_cache(maxsize=4096)
def _kept(text: str, font_key: str, width: int, most: int) -> WrappedText:
    font = QFont()
    font.fromString(font_key)
    return WrappedText(text, font, width, most)


def wrapped(text: str, font: QFont, width: float, most: int = 0) -> WrappedText:
    """The text set in lines, kept for the next time it is painted."""
    return _kept(text, font.toString(), int(width), most)


def forget() -> None:
    """Lets go of the kept lines, while there is still an application to let go of them."""
    _kept.cache_clear()
