"""A text cell for Khmer and Latin text that knows where a Khmer line may end."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QMimeData, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QMenu, QTextEdit, QWidget
from typing_extensions import override

from advocate_desk.gui.widgets import soft_document
from advocate_desk.gui.widgets.break_queue import BreakQueue
from advocate_desk.gui.widgets.soft_document import LINE_SEPARATOR, PARAGRAPH_BREAK, SOFT
from advocate_desk.gui.widgets.text_moves import common_end, common_start, moved

OWN_MIME = "application/x-advocate-text"
BREAK_PAUSE = 250
_LINE_HEIGHT = 110.0
_SPACE_BETWEEN = 6.0

_Key = QKeySequence.StandardKey
# What a cell keeps for itself; every other key with Ctrl or Alt belongs to the window.
_OWN_KEYS = (_Key.Copy, _Key.Cut, _Key.Paste, _Key.SelectAll)
_SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)


class KhmerEdit(QTextEdit):
    """Shows text with soft breaks for the eye; `text()` and the clipboard never hold one.

    The cell has no undo of its own: the desk's history is the only one. `edited` is emitted for
    what a person changed, not for soft breaks; `resized` when the text needs another height;
    `left_at` when an arrow key runs over the edge (-1 above, 1 below); `broken` when the soft
    breaks are in their places. No line breaks inside what `protected` finds in a paragraph.
    """

    edited = Signal()
    resized = Signal()
    broken = Signal()
    focused = Signal()
    unfocused = Signal()
    left_at = Signal(int)
    entered = Signal()
    emptied = Signal()

    def __init__(self, parent: QWidget | None = None, *, queue: BreakQueue | None = None) -> None:
        super().__init__(parent)
        self._busy = False
        self._dirty: set[int] = set()
        self._block_count = 1
        self._queue = queue or BreakQueue(self)
        self.protected: Callable[[str], Iterable[str]] = _nothing
        self.takes_enter = False
        self.is_one_line = False
        self._set_up_look()
        self._set_up_document()
        self._pause = QTimer(self, singleShot=True, interval=BREAK_PAUSE)
        self._pause.timeout.connect(self.break_now)

    def _set_up_look(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.viewport().setAutoFillBackground(False)

    def _set_up_document(self) -> None:
        document = self.document()
        document.setDocumentMargin(5)
        self._lay_out_paragraphs()
        document.contentsChange.connect(self._note_change)
        document.documentLayout().documentSizeChanged.connect(lambda _size: self.resized.emit())

    def _lay_out_paragraphs(self) -> None:
        layout = QTextBlockFormat()
        layout.setLineHeight(
            _LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        )
        layout.setBottomMargin(_SPACE_BETWEEN)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(layout)

    # Text

    def text(self) -> str:
        """The text: paragraphs parted by a blank line, soft breaks of ours left out."""
        return soft_document.document_text(self.document())

    def show_text(self, text: str) -> None:
        """Shows another text, keeping the cursor where it stands in what stays the same."""
        old = self.text()
        if old == text:
            return
        with_cursor = soft_document.text_offset(self.document(), self.textCursor().position())
        self._quietly(lambda: self._replace(old, text))
        self._put_cursor(moved(with_cursor, old, text))
        self._dirty = set(range(self.document().blockCount()))
        self._block_count = self.document().blockCount()
        self._queue.add(self)

    def _replace(self, old: str, text: str) -> None:
        if not old:
            self.setPlainText(_shown(text))
            self._lay_out_paragraphs()
            return
        start = common_start(old, text)
        end = common_end(old, text, start)
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._position(start))
        cursor.setPosition(self._position(len(old) - end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(_shown(text[start : len(text) - end]), QTextCharFormat())

    def _position(self, offset: int) -> int:
        return soft_document.shown_position(self.document(), offset)

    def _put_cursor(self, offset: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(self._position(offset))
        self.setTextCursor(cursor)

    def _quietly(self, change: Callable[[], object]) -> None:
        self._busy = True
        try:
            change()
        finally:
            self._busy = False

    def _note_change(self, position: int, _removed: int, added: int) -> None:
        if self._busy:
            return
        document = self.document()
        first = document.findBlock(position).blockNumber()
        last = document.findBlock(position + added).blockNumber()
        if document.blockCount() != self._block_count:
            last = document.blockCount() - 1
            self._block_count = document.blockCount()
        self._dirty.update(range(first, max(first, last) + 1))
        self._pause.start()
        self.edited.emit()

    # Soft breaks

    def break_now(self) -> None:
        """Puts the soft breaks of every changed paragraph where they belong now."""
        if self.has_preedit():
            self._pause.start()
            return
        changed, self._dirty = sorted(self._dirty), set()
        document = self.document()
        self._quietly(
            lambda: [soft_document.break_softly(document, n, self.protected) for n in changed]
        )
        self.broken.emit()

    def break_again(self) -> None:
        """Other parts of the text are protected now: its soft breaks are looked for anew."""
        self._dirty = set(range(self.document().blockCount()))
        self._queue.add(self)

    def has_preedit(self) -> bool:
        """Whether an input method is still composing here."""
        layout = self.textCursor().block().layout()
        return bool(layout and layout.preeditAreaText())

    def find_text(self, wanted: str, *, start: int = 0) -> bool:
        """Selects the next place where the text holds `wanted`, from an offset on."""
        at = self.text().casefold().find(wanted.casefold(), start)
        if not wanted or at < 0:
            return False
        cursor = self.textCursor()
        cursor.setPosition(self._position(at))
        cursor.setPosition(self._position(at + len(wanted)), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        return True

    def paragraph_at_cursor(self) -> int:
        """The number of the paragraph the cursor stands in, from 0."""
        return self.textCursor().blockNumber()

    def go_to_end(self, *, start: bool = False) -> None:
        """Puts the cursor behind the last character, or before the first."""
        where = QTextCursor.MoveOperation.Start if start else QTextCursor.MoveOperation.End
        self.moveCursor(where)

    def text_height(self, width: int) -> int:
        """The height the text needs at a width."""
        self.document().setTextWidth(width)
        return int(self.document().size().height() + 0.999)

    def first_line(self) -> QRectF:
        """Where the first line stands in the cell."""
        block = self.document().firstBlock()
        layout = block.layout()
        top = self.document().documentLayout().blockBoundingRect(block).topLeft()
        if not layout or not layout.lineCount():
            return QRectF(top.x(), top.y(), 1, self.fontMetrics().height())
        return layout.lineAt(0).rect().translated(top)

    # Keys

    def cursor_offset(self) -> int:
        """Where the cursor stands in the text."""
        return soft_document.text_offset(self.document(), self.textCursor().position())

    def _plain_ahead(self) -> None:
        """What is typed next to a soft break must not become one."""
        if self.currentCharFormat().hasProperty(SOFT):
            self.setCurrentCharFormat(QTextCharFormat())

    def _drop_soft(self, *, before: bool) -> None:
        cursor = self.textCursor()
        document = self.document()
        while soft_document.is_soft(document, cursor.position() - (1 if before else 0)):
            self._quietly(cursor.deletePreviousChar if before else cursor.deleteChar)
        self._dirty.add(cursor.blockNumber())
        self.setTextCursor(cursor)

    def _step_sideways(self, event: QKeyEvent) -> None:
        """A soft break is no place to stop: the same key again until the text was crossed."""
        before, place = self.cursor_offset(), -1
        while self.cursor_offset() == before and self.textCursor().position() != place:
            place = self.textCursor().position()
            super().keyPressEvent(event)

    def _is_at_edge(self, key: int) -> int:
        if key not in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return 0
        cursor = self.textCursor()
        up = key == Qt.Key.Key_Up
        step = QTextCursor.MoveOperation.Up if up else QTextCursor.MoveOperation.Down
        if cursor.movePosition(step):
            return 0
        return -1 if up else 1

    def _took_navigation(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers()
        if modifiers & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if edge := self._is_at_edge(key):
            self.left_at.emit(edge)
            return True
        return self._took_enter(key)

    def _took_enter(self, key: int) -> bool:
        if self.takes_enter and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return True
        if key == Qt.Key.Key_Backspace and self.document().isEmpty():
            self.emptied.emit()
            return True
        return False

    @override
    def event(self, event: QEvent) -> bool:
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and _belongs_to_window(event):
            event.ignore()
            return False
        return bool(super().event(event))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._took_navigation(event):
            event.accept()
            return
        if event.key() in _SIDEWAYS:
            self._step_sideways(event)
            return
        if not self.textCursor().hasSelection():
            if event.key() == Qt.Key.Key_Backspace:
                self._drop_soft(before=True)
            elif event.key() == Qt.Key.Key_Delete:
                self._drop_soft(before=False)
        self._plain_ahead()
        super().keyPressEvent(event)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._plain_ahead()
        super().inputMethodEvent(event)

    # Clipboard and drag

    def selected_text(self) -> str:
        """The selected text, without soft breaks of ours."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        return soft_document.text_between(self.document(), start, end)

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self.selected_text())
        data.setData(OWN_MIME, self.selected_text().encode())
        return data

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasFormat(OWN_MIME)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasFormat(OWN_MIME):
            text = bytes(source.data(OWN_MIME).data()).decode(errors="replace")
        else:
            text = _from_elsewhere(source.text())
        if self.is_one_line:
            text = " ".join(line for line in text.splitlines() if line)
        self.textCursor().insertText(_shown(_cleaned(text)), QTextCharFormat())
        self.ensureCursorVisible()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.unfocused.emit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls, not the cell

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        for action in menu.actions()[:3]:
            menu.removeAction(action)  # undo, redo and a line: the desk has the only history
        self.extend_menu(menu)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def extend_menu(self, menu: QMenu) -> None:
        """A place for what else can be done with the text."""


def _belongs_to_window(event: QKeyEvent) -> bool:
    control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
    held = event.modifiers() & (control | alt)
    if not held or any(event.matches(key) for key in _OWN_KEYS):
        return False
    # AltGr, which is Ctrl and Alt at once (on a Mac Alt alone), writes a letter.
    writes = held == (control | alt) or (held == alt and sys.platform == "darwin")
    return not (writes and event.text().isprintable() and event.text())


def _shown(text: str) -> str:
    """The text as a QTextDocument writes it."""
    return LINE_SEPARATOR.join("\u2029".join(text.split(PARAGRAPH_BREAK)).split("\n"))


def _from_elsewhere(text: str) -> str:
    """Other programs part paragraphs by one line feed, and so do their copies."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n")
    return text if PARAGRAPH_BREAK in text else text.replace("\n", PARAGRAPH_BREAK)


def _cleaned(text: str) -> str:
    from advocate_desk.language.khmer import tidy
    from advocate_desk.language.safe_text import clean

    return tidy(clean(text).text)


def _nothing(_text: str) -> Iterable[str]:
    return ()
