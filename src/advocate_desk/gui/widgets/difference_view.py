"""What is different between two texts, to be read: removed words struck, added ones underlined."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QMimeData, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from advocate_desk.gui import fonts, theme
from advocate_desk.gui.colours import Colours
from advocate_desk.gui.widgets import soft_document
from advocate_desk.gui.widgets.soft_document import LINE_SEPARATOR, SOFT
from advocate_desk.language.breaks import ZWSP, soft_breaks
from advocate_desk.language.catalog import tr
from advocate_desk.language.differences import ADDED, REMOVED, SAME, Difference, Kind, differences

TEXT_SIZE = 11
_LINE_HEIGHT = 115.0
_SPACE_BETWEEN = 6.0
_MARGIN = 4


class DifferenceView(QWidget):
    """Shows a text as changes of an earlier one; as high as its text.

    Nothing is told by colour alone: removed words are struck through, added ones underlined, and
    the accessible description says both in words.
    """

    def __init__(self, parent: QWidget | None = None, *, bold: bool = False) -> None:
        super().__init__(parent)
        self._told: tuple[Difference, ...] = ()
        self.text = _DifferenceText(bold=bold)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text)
        self.setFocusProxy(self.text)
        self.setSizePolicy(self.text.sizePolicy())

    def show_difference(self, before: str, after: str, language: str) -> None:
        """Shows how `after` differs from `before`; both are texts in one language."""
        self.show_told(differences(before, after), language)

    def show_text(self, text: str, language: str) -> None:
        """Shows a text in which nothing is different."""
        self.show_difference(text, text, language)

    def show_told(self, told: tuple[Difference, ...], language: str) -> None:
        """Shows differences that were found already."""
        self._told = told
        self.setLocale(QLocale(language))
        self.text.show_differences(told)
        self.text.setAccessibleName("".join(one.text for one in told if one.kind != REMOVED))
        self.retranslate()

    def retranslate(self) -> None:
        """Says what changed in the window's language."""
        self.text.setAccessibleDescription(described(self._told))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.text.show_differences(self._told)
        elif event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def described(told: tuple[Difference, ...]) -> str:
    """The changes in words, for those who do not see them."""
    if not told or all(one.kind not in (REMOVED, ADDED) for one in told):
        return tr("Nothing is different.")
    texts = {
        REMOVED: lambda text: tr("Removed: {text}", text=text),
        ADDED: lambda text: tr("Added: {text}", text=text),
    }
    return " ".join(
        texts[one.kind](one.text.strip() or tr("spacing")) for one in told if one.kind in texts
    )


class _DifferenceText(QTextEdit):
    """A read-only text without scroll bars."""

    def __init__(self, *, bold: bool) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.viewport().setAutoFillBackground(False)
        self.setFont(fonts.text_font(TEXT_SIZE, bold=bold))
        self.document().setDocumentMargin(_MARGIN)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_differences(self, told: tuple[Difference, ...]) -> None:
        """Writes the words of both texts, each kind in its own look."""
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.setBlockFormat(_block_format())
        chosen = theme.colours(self.palette())
        for last, one in zip((None, *told), told, strict=False):
            look = _look(one.kind, chosen)
            if last and _may_break(last.text, one.text):
                cursor.insertText(ZWSP, _soft(look))
            _write(cursor, _visible(one), look)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.updateGeometry()

    def text_height(self, width: int) -> int:
        """The height the text needs at a width."""
        document = self.document()
        before = document.textWidth()
        document.setTextWidth(width)
        height = int(document.size().height() + 0.999)
        document.setTextWidth(before)
        return height

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self.text_height(width)

    @override
    def sizeHint(self) -> QSize:
        width = max(self.viewport().width(), 120)
        return QSize(width, self.text_height(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.text_height(max(self.viewport().width(), 80)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()  # the page scrolls, not the text
            return
        super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        cursor = self.textCursor()
        data = QMimeData()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        data.setText(soft_document.text_between(self.document(), start, end))
        return data


def _visible(one: Difference) -> str:
    """The text of a difference; a paragraph or line that only begins or ends shows its mark."""
    return one.text if one.kind == SAME or one.text.strip("\n") else "\u00b6" + one.text


def _block_format() -> QTextBlockFormat:
    layout = QTextBlockFormat()
    layout.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    layout.setBottomMargin(_SPACE_BETWEEN)
    return layout


def _look(kind: Kind, chosen: Colours) -> QTextCharFormat:
    look = QTextCharFormat()
    tint = {REMOVED: chosen.bad, ADDED: chosen.good}.get(kind)
    look.setForeground(QColor(tint.text if tint else chosen.text))
    if tint:
        look.setBackground(QColor(tint.ground))
    look.setFontStrikeOut(kind == REMOVED)
    look.setFontUnderline(kind == ADDED)
    return look


def _write(cursor: QTextCursor, text: str, look: QTextCharFormat) -> None:
    """Writes a stretch in its look, with a soft break at each of its Khmer words."""
    done = 0
    for at in (*soft_breaks(text), len(text)):
        _write_lines(cursor, text[done:at], look)
        if at < len(text):
            cursor.insertText(ZWSP, _soft(look))
        done = at


def _soft(look: QTextCharFormat) -> QTextCharFormat:
    soft = QTextCharFormat(look)
    soft.setProperty(SOFT, True)
    return soft


def _write_lines(cursor: QTextCursor, text: str, look: QTextCharFormat) -> None:
    for number, paragraph in enumerate(text.split("\n\n")):
        if number:
            cursor.insertBlock()
        cursor.insertText(paragraph.replace("\n", LINE_SEPARATOR), look)


def _may_break(before: str, after: str) -> bool:
    """Whether a Khmer line may end where two differences meet, which is where words meet."""
    return "\u1780" <= before[-1:] <= "\u17d3" and "\u1780" <= after[:1] <= "\u17b3"
