"""The blocks of a statement one below the other; only those near the eye have widgets."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from typing_extensions import override

from advocate_desk.gui.models.slots import Slots, guessed_height
from advocate_desk.gui.widgets.block_events import BlockEvents
from advocate_desk.gui.widgets.block_frame import BlockFrame, Shown
from advocate_desk.gui.widgets.break_queue import BREATH, BreakQueue
from advocate_desk.gui.widgets.text_cell import TextCell
from advocate_desk.model.statement import Block, demand_numbers, walk

GAP = 8
MARGIN = 12
SCREENS_AHEAD = 2
_TURNS = 6
CLAUSE_MIME = "application/x-advocate-clause"
BLOCK_MIME = "application/x-advocate-block"
_NO_COMMENTS: Mapping[str, int] = MappingProxyType({})


class BlockColumn(QScrollArea):
    """Builds frames for what is visible and two screens around it, and keeps them.

    `dropped` tells the mime type, what was dropped, and behind which block (empty: before all).
    """

    dropped = Signal(str, str, str)
    width_changed = Signal()

    def __init__(self, languages: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.events = BlockEvents(self)
        self.queue = BreakQueue(self)
        self._languages = languages
        self._all: tuple[Block, ...] = ()
        self._blocks: tuple[Block, ...] = ()
        self._shown: tuple[Shown, ...] = ()
        self._notes: Mapping[str, str] = {}
        self._comments = _NO_COMMENTS
        self._frames: dict[str, BlockFrame] = {}
        self._index: dict[str, int] = {}
        self._top_of: dict[str, str] = {}
        self._slots = Slots(GAP)
        self._size = 12
        self._building = False
        self._ahead = QTimer(self, interval=0)
        self._ahead.timeout.connect(self._build_ahead)
        self._set_up_looks()
        self.events.frame_resized.connect(self._refit)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._build_near())

    def _set_up_looks(self) -> None:
        self._ground = QWidget()
        self.setWidget(self._ground)
        self.setWidgetResizable(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAcceptDrops(True)
        self._mark = QFrame(self._ground)
        self._mark.setStyleSheet("background: palette(highlight); border-radius: 2px;")
        self._mark.hide()

    # What is shown

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the statement, from the top; some may be hidden."""
        return self._all

    @property
    def built(self) -> int:
        """How many blocks have widgets now."""
        return len(self._frames)

    def show_blocks(
        self,
        blocks: tuple[Block, ...],
        notes: Mapping[str, str],
        *,
        comments: Mapping[str, int] = _NO_COMMENTS,
        hidden: Collection[str] = (),
    ) -> None:
        """Shows these blocks; frames of blocks that stay are kept with cursor and height.

        `comments` counts the open ones per block and entry; `hidden` are the blocks left out, which
        are numbered all the same.
        """
        old_heights = {block.id: self._slots.height(i) for i, block in enumerate(self._blocks)}
        self._all, self._notes, self._comments = blocks, notes, comments
        self._blocks = tuple(block for block in blocks if block.id not in hidden)
        self._number()
        gone = [self._frames.pop(known) for known in list(self._frames) if known not in self._index]
        self._slots.set_heights(old_heights.get(b.id) or self._guess(b) for b in self._blocks)
        for frame in gone:  # hiding one moves the cursor elsewhere: so when all the rest is known
            frame.hide()
            frame.deleteLater()
        self._update_frames()
        self._place_from(0)
        self._build_near()

    def _number(self) -> None:
        numbers = demand_numbers(self._all)
        places = {block.id: place for place, block in enumerate(self._all, start=1)}
        self._shown = tuple(
            Shown(
                block,
                places[block.id],
                numbers.get(block.id, 0),
                self._notes.get(block.id, ""),
                self._comments_on(block),
            )
            for block in self._blocks
        )
        self._index = {block.id: index for index, block in enumerate(self._blocks)}
        self._top_of = {part.id: top.id for top in self._all for part in walk((top,))}

    def _comments_on(self, block: Block) -> int:
        if not self._comments:
            return 0
        return sum(self._comments.get(part.id, 0) for part in walk((block,)))

    def _update_frames(self) -> None:
        for block_id, frame in self._frames.items():
            index = self._index[block_id]
            if frame.shown != self._shown[index]:
                frame.show_block(self._shown[index], self._size)
                self._slots.set_height(index, frame.arrange(self._frame_width()))

    def _guess(self, block: Block) -> int:
        column = (self._frame_width() - 2 * MARGIN) // len(self._languages)
        return guessed_height(block, self._languages, column)

    def _frame_width(self) -> int:
        return max(200, self.viewport().width() - 2 * MARGIN)

    def set_text_size(self, size: int) -> None:
        """Writes every text in another size."""
        if size != self._size:
            self._size = size
            for frame in self._frames.values():
                frame.show_block(frame.shown, size)
            self._refit_all()

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        for frame in self._frames.values():
            frame.retranslate()
        self._refit_all()

    # Frames

    def _build_near(self) -> None:
        if self._building or not self._blocks:
            return
        self._building = True
        try:
            height = max(1, self.viewport().height())
            top = self.verticalScrollBar().value()
            for index in self._slots.between(top, top + height):
                self._built(index)
        finally:
            self._building = False
        self._ahead.start(BREATH)

    def _build_ahead(self) -> None:
        """One block of the screens around, and in the next turn of the event loop another one."""
        height = max(1, self.viewport().height())
        top, ahead = self.verticalScrollBar().value(), SCREENS_AHEAD * height
        around = self._slots.between(top - ahead, top + height + ahead)
        missing = (index for index in around if self._blocks[index].id not in self._frames)
        index = next(missing, -1)
        if index < 0 or not self.isVisible():
            self._ahead.stop()
        else:
            self._ahead.setInterval(0)
            self._built(index)

    def _built(self, index: int) -> BlockFrame:
        block_id = self._blocks[index].id
        if block_id not in self._frames:
            frame = BlockFrame(self._ground, self._languages, self.events, self.queue)
            frame.show_block(self._shown[index], self._size)
            self._frames[block_id] = frame
            self._set_height(index, frame.arrange(self._frame_width()))
            self._place(index)
            frame.show()
        return self._frames[block_id]

    def _refit(self, block_id: str) -> None:
        """The text of one block needs another height: only its frame is laid out anew."""
        frame = self._frames.get(block_id)
        if frame is not None:
            index = self._index[block_id]
            self._set_height(index, frame.arrange(self._frame_width()))
            self._place(index)

    def _refit_all(self) -> None:
        width = self._frame_width()
        heights = [
            self._frames[block.id].arrange(width)
            if block.id in self._frames
            else self._guess(block)
            for block in self._blocks
        ]
        self._slots.set_heights(heights)
        self._place_from(0)
        self._build_near()

    def _set_height(self, index: int, height: int) -> None:
        bar = self.verticalScrollBar()
        above = self._slots.top(index) + self._slots.height(index) <= bar.value()
        grown = self._slots.set_height(index, height)
        if grown:
            self._place_from(index + 1)
            if above:
                bar.setValue(bar.value() + grown)

    def _place_from(self, first: int) -> None:
        for block_id, frame in self._frames.items():
            if self._index[block_id] >= first:
                self._place(self._index[block_id], frame)
        self._ground.resize(self.viewport().width(), self._slots.top(len(self._slots)))

    def _place(self, index: int, frame: BlockFrame | None = None) -> None:
        frame = frame or self._frames[self._blocks[index].id]
        where = QRect(
            MARGIN, self._slots.top(index), self._frame_width(), self._slots.height(index)
        )
        frame.setGeometry(where)

    # Finding and going

    def top_block_of(self, block_id: str) -> str:
        """The block of the statement that holds this block or entry; empty when unknown."""
        return self._top_of.get(block_id, "")

    def frame(self, block_id: str) -> BlockFrame | None:
        """The frame of a block or entry, built if it was not; `None` when unknown or hidden."""
        index = self._index.get(self.top_block_of(block_id))
        return None if index is None else self._built(index)

    def cell(self, block_id: str, language: str, field: str = "") -> TextCell | None:
        """The cell of one text, built if it was not."""
        frame = self.frame(block_id)
        return frame.cell(block_id, language, field) if frame else None

    def neighbour(self, cell: TextCell, step: int, language: str = "") -> TextCell | None:
        """The cell above (-1) or below (1) on a side of the statement."""
        side = language or cell.language
        frame = self.frame(cell.block_id)
        if frame is None:
            return None
        keys = [(other.block_id, other.field) for other in frame.ordered(side)]
        place = keys.index((cell.block_id, cell.field)) + step
        if 0 <= place < len(keys):
            return frame.ordered(side)[place]
        return self._edge_of_next(self._index[frame.shown.block.id], step, side)

    def _edge_of_next(self, index: int, step: int, language: str) -> TextCell | None:
        index += step
        while 0 <= index < len(self._blocks):
            cells = self._built(index).ordered(language)
            if cells:
                return cells[0 if step > 0 else -1]
            index += step
        return None

    def mark_current(self, block_id: str) -> None:
        """Shows in which block the cursor is."""
        top = self.top_block_of(block_id)
        for known, frame in self._frames.items():
            frame.mark_current(known == top)

    def bring_to_view(self, block_id: str) -> None:
        """Scrolls so that a block is visible, no further than needed."""
        top_id = self.top_block_of(block_id)
        if top_id not in self._index:
            return
        for _turn in range(_TURNS):  # what gets widgets on the way may push the block further
            before = self.verticalScrollBar().value()
            self._scroll_to(self._index[top_id])
            self._build_near()
            if self.verticalScrollBar().value() == before:
                return

    def _scroll_to(self, index: int) -> None:
        self._built(index)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top, high = self._slots.top(index), self._slots.height(index)
        if top < bar.value():
            bar.setValue(top - GAP)
        elif top + high > bar.value() + height:
            bar.setValue(min(top - GAP, top + high - height + GAP))

    def cells(self) -> list[TextCell]:
        """Every cell that exists now."""
        return [cell for frame in self._frames.values() for cell in frame.cells.values()]

    # Drag and drop

    @staticmethod
    def _mime(event: QDropEvent) -> str:
        data = event.mimeData()
        return next((kind for kind in (CLAUSE_MIME, BLOCK_MIME) if data.hasFormat(kind)), "")

    def _gap_under(self, event: QDropEvent) -> int:
        y = int(event.position().y()) + self.verticalScrollBar().value()
        return self._slots.gap_at(y)

    def _show_mark(self, gap: int) -> None:
        top = self._slots.top(gap) - GAP // 2 - 2
        self._mark.setGeometry(MARGIN, top, self._frame_width(), 4)
        self._mark.raise_()
        self._mark.show()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._mime(event):
            event.acceptProposedAction()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if self._mime(event):
            self._show_mark(self._gap_under(event))
            event.acceptProposedAction()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._mark.hide()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._mark.hide()
        kind = self._mime(event)
        if not kind:
            return
        gap = self._gap_under(event)
        after = self._blocks[gap - 1].id if gap else ""
        dropped = bytes(event.mimeData().data(kind).data()).decode(errors="replace")
        event.acceptProposedAction()
        self.dropped.emit(kind, dropped, after)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._refit_all()
            self.width_changed.emit()
        else:
            self._build_near()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._build_near()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
