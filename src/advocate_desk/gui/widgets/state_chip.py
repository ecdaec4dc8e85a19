"""How far one side of a block is: a small sign and a word; a click offers the other states."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from advocate_desk.gui import icons
from advocate_desk.gui.colours import Colours, Tint
from advocate_desk.gui.fonts import small_font, window_font
from advocate_desk.gui.theme import colours
from advocate_desk.language.catalog import tr
from advocate_desk.model.kinds import TranslationState
from advocate_desk.model.words import language_word, word

_SIGN = 14
_PADDING = 7


def tint_of(state: TranslationState, chosen: Colours) -> Tint:
    """The colours that go with a state."""
    return {
        TranslationState.MISSING: chosen.bad,
        TranslationState.DRAFT: chosen.quiet,
        TranslationState.STALE: chosen.warn,
        TranslationState.IN_REVIEW: chosen.look,
        TranslationState.APPROVED: chosen.good,
    }[state]


class StateChip(QAbstractButton):
    """Icon and word of one side's state; colour is never the only sign."""

    def __init__(self, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.language = language
        self.state = TranslationState.MISSING
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_state(self.state)

    def show_state(self, state: TranslationState, sign_off: str = "") -> None:
        """Shows another state; `sign_off` tells who approved it."""
        self.state = state
        self.setFont(small_font(window_font()))
        self.setText(word(state))
        side = language_word(self.language)
        words = tr("{language}: {state}", language=side, state=word(state))
        self.setAccessibleName(f"{words} – {sign_off}" if sign_off else words)
        self.setToolTip(self.accessibleName())
        self.resize(self.sizeHint())
        self.update()

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        wide = metrics.horizontalAdvance(self.text()) + _SIGN + 4 + 2 * _PADDING
        return QSize(wide, max(22, metrics.height() + 2))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tint = tint_of(self.state, colours(self.palette()))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, tint)
        area = self.rect().adjusted(_PADDING, 0, -_PADDING, 0)
        sign = icons.pixmap(f"state_{self.state.value}", tint.text, _SIGN, self.devicePixelRatioF())
        painter.drawPixmap(area.left(), (self.height() - _SIGN) // 2, sign)
        painter.setPen(QColor(tint.text))
        words = QRect(area.adjusted(_SIGN + 4, 0, 4, 0))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _paint_ground(self, painter: QPainter, tint: Tint) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if self.hasFocus() or self.underMouse():
            painter.setPen(QColor(tint.text))
        painter.setBrush(QColor(tint.ground))
        box = self.rect().adjusted(0, 0, -1, -1)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
