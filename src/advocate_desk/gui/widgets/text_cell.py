"""One side of one text of a statement."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from advocate_desk.gui.fonts import text_font
from advocate_desk.gui.models.block_rows import HEADING, CellRow
from advocate_desk.gui.widgets.break_queue import BreakQueue
from advocate_desk.gui.widgets.khmer_edit import KhmerEdit
from advocate_desk.language.catalog import tr
from advocate_desk.model.kinds import BlockKind
from advocate_desk.model.words import language_word, word

_BOLD = frozenset({BlockKind.TITLE, BlockKind.HEADING})
_BIGGER = {BlockKind.TITLE: 3, BlockKind.HEADING: 1}


class TextCell(KhmerEdit):
    """Knows which text it shows: block, language and field.

    `tabbed` asks for the text to the right (1) or to the left (-1): the Tab key follows the
    statement, not the order in which cells happened to be built.
    """

    tabbed = Signal(int)

    def __init__(self, row: CellRow, language: str, parent: QWidget, queue: BreakQueue) -> None:
        super().__init__(parent, queue=queue)
        self.block_id = row.block_id
        self.field = row.field
        self.language = language
        self.kind = row.kind
        self.is_pending = False
        self._kept = ""
        self._chips: QSyntaxHighlighter | None = None
        self.own_names: Callable[[], Iterable[str]] = tuple
        self.is_one_line = row.field == HEADING
        self.takes_enter = self.is_one_line or row.kind is BlockKind.ITEM
        self.edited.connect(self._note_edit)
        self.retranslate()

    def _note_edit(self) -> None:
        self.is_pending = True
        self._mark_pieces(self.textCursor().block().text())

    def _mark_pieces(self, text: str) -> None:
        """Only a cell that has placeholders pays for their colours."""
        if self._chips is None and "{{" in text:
            from advocate_desk.gui.widgets.placeholder_chips import PlaceholderChips

            self._chips = PlaceholderChips(self.document())

    def show_row(self, row: CellRow, size: int) -> None:
        """Shows the text of a row, unless somebody is just typing another one."""
        bold = row.field == HEADING or row.kind in _BOLD
        font = text_font(size + _BIGGER.get(row.kind, 0), bold=bold)
        if self.font() != font:
            self.setFont(font)
        text = row.texts[self.language]
        if not self.is_pending and text != self._kept:
            self.show_text(text)
            self._kept = text
            self._mark_pieces(text)

    def hand_over(self) -> str | None:
        """The text, if it is another one than was handed over last."""
        self.is_pending = False
        text = self.text()
        if text == self._kept:
            return None
        self._kept = text
        return text

    def retranslate(self) -> None:
        """Reads placeholder and names again in the window's language."""
        self.setPlaceholderText(self._placeholder())
        self.setAccessibleName(
            tr("{kind}, {language}", kind=word(self.kind), language=language_word(self.language))
        )

    # Pieces from a menu

    def insert_piece(self, text: str, *, back: int = 0) -> None:
        """Puts a piece at the cursor, which then stands `back` characters before its end."""
        cursor = self.textCursor()
        cursor.insertText(text, QTextCharFormat())
        cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter, n=back)
        self.setTextCursor(cursor)
        self.setFocus()

    def insert_footnote(self) -> None:
        """Makes a footnote of what is selected, or an empty one to write in."""
        noted = self.selected_text()
        self.insert_piece("{{footnote: " + noted + "}}", back=2)

    @override
    def extend_menu(self, menu: QMenu) -> None:
        from advocate_desk.gui.placeholder_menu import fill_placeholders

        menu.addSeparator()
        menu.addAction(tr("Insert footnote")).triggered.connect(self.insert_footnote)
        pieces = menu.addMenu(tr("Insert placeholder"))
        fill_placeholders(pieces, self.own_names(), self.insert_piece)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Qt calls this before the cell has all it needs.
        chips = getattr(self, "_chips", None)
        if event.type() == QEvent.Type.PaletteChange and chips is not None:
            chips.colour()

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        self.tabbed.emit(1 if forward else -1)
        return True

    def _placeholder(self) -> str:
        return tr("Heading…") if self.field == HEADING else tr("Translate here…")
