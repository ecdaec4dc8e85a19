"""Draws a page, on the screen or on a printer's paper: the same page either way."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen

from advocate_desk.gui.widgets.page_filling import Page
from advocate_desk.gui.widgets.page_looks import SHADE


def draw_page(painter: QPainter, page: Page, *, seen: QRectF | None = None) -> None:
    """Draws all that is on a page, in the page's own units; of lines only what can be seen."""
    for shade in page.shades:
        painter.fillRect(shade, SHADE)
    for picture in page.pictures:
        painter.drawImage(picture.area, picture.image)
    for rule in page.rules:
        painter.setPen(QPen(rule.ink, rule.width))
        painter.drawLine(rule.start, rule.end)
    for placed in page.lines:
        top = placed.place.y()
        if seen is None or (top < seen.bottom() and top + placed.slug.height > seen.top()):
            placed.slug.of.draw(painter, placed.slug.line, placed.place)
