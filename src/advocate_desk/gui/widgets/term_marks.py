"""Known terms underlined in the cells of a statement, and kept on one line."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit
from typing_extensions import override

from advocate_desk.gui.known_terms import KnownTerms
from advocate_desk.gui.theme import colours
from advocate_desk.gui.widgets import soft_document
from advocate_desk.gui.widgets.block_column import BlockColumn
from advocate_desk.gui.widgets.text_cell import TextCell
from advocate_desk.model.term import FormKind, TermPlace

Selection = QTextEdit.ExtraSelection


class TermMarks(QObject):
    """A quiet line of dots under what the glossary knows, a wave under what it forbids.

    Cells are looked at when their soft breaks are put in place, so a key stroke costs nothing;
    meanwhile the marks move along with the text.
    """

    def __init__(self, column: BlockColumn, known: KnownTerms, *, is_on: bool) -> None:
        super().__init__(column)
        self._column = column
        self._known = known
        self.is_on = is_on
        column.events.made.connect(self._attach)
        known.read.connect(self._look_again)
        column.installEventFilter(self)
        for cell in column.cells():
            self._attach(cell)

    def _attach(self, cell: TextCell) -> None:
        cell.protected = lambda text: self._known.terms.protected(text, cell.language)
        cell.broken.connect(lambda: self.mark(cell))

    def switch(self, *, on: bool) -> None:
        """Shows the marks or not; terms stay on one line either way."""
        self.is_on = on
        for cell in self._column.cells():
            self.mark(cell)

    def _look_again(self) -> None:
        for cell in self._column.cells():
            cell.break_again()

    def mark(self, cell: TextCell) -> None:
        """Marks the terms of one cell, where they stand now."""
        wanted = list(self._selections(cell)) if self.is_on else []
        if wanted or cell.extraSelections():
            cell.setExtraSelections(wanted)

    def _selections(self, cell: TextCell) -> Iterator[Selection]:
        block = cell.document().firstBlock()
        while block.isValid():
            text = soft_document.block_text(block)
            for place in self._known.terms.find(text, cell.language):
                yield self._selection(cell, block, text, place)
            block = block.next()

    def _selection(
        self, cell: TextCell, block: QTextBlock, text: str, place: TermPlace
    ) -> Selection:
        cursor = QTextCursor(block)
        cursor.setPosition(soft_document.position_in(block, text, place.start))
        end = soft_document.position_in(block, text, place.end)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        made = Selection()
        made.cursor = cursor
        made.format = self._look(cell, place.kind)
        return made

    @staticmethod
    def _look(cell: TextCell, kind: FormKind) -> QTextCharFormat:
        chosen = colours(cell.palette())
        look = QTextCharFormat()
        styles = QTextCharFormat.UnderlineStyle
        if kind is FormKind.FORBIDDEN:
            look.setUnderlineStyle(styles.WaveUnderline)
            look.setUnderlineColor(QColor(chosen.warn.text))
            look.setBackground(QColor(chosen.warn.ground))
        else:
            look.setUnderlineStyle(styles.DotLine)
            look.setUnderlineColor(QColor(chosen.accent))
        return look

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.PaletteChange:
            self.switch(on=self.is_on)
        return False
