"""The rows of a comparison: a changed block in both languages, or a fold of unchanged ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from advocate_desk.gui.widgets.difference_view import DifferenceView
from advocate_desk.gui.widgets.happened_chip import HappenedChip
from advocate_desk.gui.widgets.icon_button import IconButton
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import ntr, tr
from advocate_desk.language.differences import ADDED, REMOVED, SAME, Difference
from advocate_desk.model.comparison import (
    ComparedBlock,
    ComparedEndorser,
    ComparedFact,
    ComparedText,
    Happened,
)
from advocate_desk.model.comparison_words import fact_texts, fact_word
from advocate_desk.model.words import language_word, word

_INDENT = 22
_SIDES = 14


class Sides(QWidget):
    """What both languages say, side by side, as wide as each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_SIDES)

    def add(self, views: Iterable[QWidget]) -> None:
        """Adds one more language."""
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for view in views:
            column.addWidget(view)
        column.addStretch()
        self._row.addWidget(side, 1)


class BlockRow(QFrame):
    """One block: what it is, what became of it, and its words in each language."""

    navigate = Signal(str, str)

    def __init__(
        self,
        block: ComparedBlock,
        languages: Sequence[str],
        *,
        depth: int = 0,
        is_here: bool = False,
    ) -> None:
        super().__init__()
        self.block = block
        self._languages = languages
        column = QVBoxLayout(self)
        column.setContentsMargins(depth * _INDENT, 6, 0, 4)
        column.setSpacing(2)
        column.addLayout(self._head(is_here=is_here and block.happened is not Happened.REMOVED))
        sides = Sides()
        for code in languages:
            sides.add(_side_views(block, code))
        column.addWidget(sides)

    def _head(self, *, is_here: bool) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(QLabel(_block_words(self.block)))
        if self.block.happened is not Happened.SAME or self.block.moved:
            more = tr("moved") if self.block.moved else ""
            head.addWidget(HappenedChip(self.block.happened, more))
        head.addStretch()
        if is_here:
            head.addWidget(self._go_button())
        return head

    def _go_button(self) -> IconButton:
        button = IconButton("link")
        button.say(tr("Go to text"), tr("Shows this block on the page where it is written."))
        button.setAccessibleName(tr("Go to text: {block}", block=_block_words(self.block)))
        language = next(
            (code for code, side in self.block.sides.items() if side.is_changed),
            self._languages[0],
        )
        button.clicked.connect(lambda: self.navigate.emit(self.block.block_id, language))
        return button


def _block_words(block: ComparedBlock) -> str:
    if block.kind is block.kind_before:
        return word(block.kind)
    return tr("{kind}, before: {old}", kind=word(block.kind), old=word(block.kind_before))


def _side_views(block: ComparedBlock, code: str) -> Iterator[DifferenceView]:
    side = block.sides[code]
    parts: tuple[ComparedText, ...] = (side.heading, side.body)
    for number, text in enumerate(parts):
        if text.before or text.after:
            yield view_of(text, code, bold=number == 0)


def view_of(text: ComparedText, language: str, *, bold: bool = False) -> DifferenceView:
    """A view of one text, earlier and later."""
    view = DifferenceView(bold=bold)
    view.show_difference(text.before, text.after, language)
    return view


class FoldedRow(QWidget):
    """Blocks in which nothing is different, out of the way until somebody wants to see them."""

    def __init__(
        self, blocks: Sequence[ComparedBlock], languages: Sequence[str], depth: int = 0
    ) -> None:
        super().__init__()
        self._blocks = blocks
        self._languages = languages
        self.button = QToolButton()
        self.button.setCheckable(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        count = len(blocks)
        self.button.setText(ntr("{n} unchanged block", "{n} unchanged blocks", count))
        self.button.setAccessibleName(self.button.text())
        self.button.setArrowType(Qt.ArrowType.RightArrow)
        self.button.toggled.connect(self._unfold)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(depth * _INDENT, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self._rows: list[BlockRow] = []

    def _unfold(self, on: bool) -> None:
        self.button.setArrowType(Qt.ArrowType.DownArrow if on else Qt.ArrowType.RightArrow)
        if on and not self._rows:
            self._rows = [BlockRow(block, self._languages) for block in self._blocks]
            for row in self._rows:
                self._column.addWidget(row)
        for row in self._rows:
            row.setVisible(on)


def block_rows(
    blocks: Sequence[ComparedBlock],
    languages: Sequence[str],
    *,
    is_here: bool,
    depth: int = 0,
) -> Iterator[QWidget]:
    """A row for each changed block, and one for all unchanged ones between two of them."""
    for is_same, some in groupby(blocks, lambda block: block.is_same):
        stretch = list(some)
        if is_same:
            yield FoldedRow(stretch, languages, depth)
            continue
        for block in stretch:
            yield BlockRow(block, languages, depth=depth, is_here=is_here)
            if any(not item.is_same for item in block.items):
                yield from block_rows(block.items, languages, is_here=is_here, depth=depth + 1)


def fact_row(fact: ComparedFact) -> QWidget:
    """Something that changed beside the blocks."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 4, 0, 4)
    line.setSpacing(_SIDES)
    name = SoftLabel(fact_word(fact))
    line.addWidget(name, 1, Qt.AlignmentFlag.AlignTop)
    line.addWidget(view_of(ComparedText(*fact_texts(fact)), fact.language), 3)
    return row


def endorsers_row(endorsers: Sequence[ComparedEndorser], languages: Sequence[str]) -> QWidget:
    """Who came and who went, a line each, in each language."""
    sides = Sides()
    for code in languages:
        view = DifferenceView()
        view.show_told(tuple(_told(endorsers, code)), code)
        sides.add((view,))
    return sides


def _told(endorsers: Sequence[ComparedEndorser], code: str) -> Iterator[Difference]:
    for number, one in enumerate(endorsers):
        if number:
            yield Difference(SAME, "\n")
        for kind, names in ((REMOVED, one.before), (ADDED, one.after)):
            if names:
                yield Difference(kind, _name(names, code))


def _name(names: Mapping[str, str], code: str) -> str:
    return names.get(code) or next(iter(names.values()), "")


def title(text: str) -> QLabel:
    """A heading above some rows."""
    label = QLabel(text)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    label.setContentsMargins(0, 10, 0, 2)
    return label


def languages_row(languages: Sequence[str]) -> QWidget:
    """The names of the languages above their sides."""
    sides = Sides()
    for code in languages:
        label = QLabel(language_word(code))
        label.setProperty("muted", "true")
        sides.add((label,))
    return sides
