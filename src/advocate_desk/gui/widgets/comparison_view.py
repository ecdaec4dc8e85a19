"""Two editions compared, to be read: facts, blocks in both languages, endorsers."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from advocate_desk.gui.widgets.compared_rows import (
    BlockRow,
    block_rows,
    endorsers_row,
    fact_row,
    languages_row,
    title,
)
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.gui.widgets.turns import Turns
from advocate_desk.language.catalog import ntr, tr
from advocate_desk.model.comparison import Comparison


class ComparisonView(QScrollArea):
    """Only what is different stands open; rows are made a few at a time.

    `navigate` asks for a block of the text as it stands now.
    """

    navigate = Signal(str, str)
    filled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._turns = Turns(self)
        self._shown: Comparison | None = None
        self._clear()

    def _clear(self) -> None:
        self._turns.stop()
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(2, 0, 10, 12)
        self._column.setSpacing(0)
        self._column.addStretch()
        self.setWidget(inner)

    def show_comparison(self, found: Comparison | None) -> None:
        """Shows what is different; nothing for None."""
        self._shown = found
        self._clear()
        self.setAccessibleName(tr("What changed"))
        if found is not None:
            self._turns.run(self._fill(found), self.filled.emit)

    def retranslate(self) -> None:
        """Writes every row again in the window's language."""
        self.show_comparison(self._shown)

    def _fill(self, found: Comparison) -> Iterator[None]:
        for row in self._rows(found):
            if isinstance(row, BlockRow):
                row.navigate.connect(self.navigate)
            self._column.insertWidget(self._column.count() - 1, row)
            yield

    def _rows(self, found: Comparison) -> Iterator[QWidget]:
        yield from map(fact_row, found.facts)
        yield languages_row(found.languages)
        yield from block_rows(found.blocks, found.languages, is_here=not found.second.number)
        yield from _endorser_rows(found)


def _endorser_rows(found: Comparison) -> Iterator[QWidget]:
    old, new = found.withheld
    if found.endorsers or old != new:
        yield title(tr("Endorsers"))
    if found.endorsers:
        yield endorsers_row(found.endorsers, found.languages)
    if old != new:
        yield SoftLabel(
            ntr(
                "{n} organisation is withheld now, {old} before",
                "{n} organisations are withheld now, {old} before",
                new,
                old=old,
            )
        )
