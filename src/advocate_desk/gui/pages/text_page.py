"""The text of a statement: its blocks in both languages, side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from advocate_desk.gui.ask import Ask
from advocate_desk.gui.operations import Operations
from advocate_desk.gui.pages.block_actions import BlockActions, Place
from advocate_desk.gui.pages.block_menu import block_menu
from advocate_desk.gui.pages.text_search import next_match
from advocate_desk.gui.pages.typing_commit import Typing
from advocate_desk.gui.widgets.block_column import BLOCK_MIME, CLAUSE_MIME, MARGIN, BlockColumn
from advocate_desk.gui.widgets.find_bar import FindBar
from advocate_desk.gui.widgets.language_header import LanguageHeader
from advocate_desk.gui.widgets.text_cell import TextCell
from advocate_desk.gui.widgets.unplaced_bar import UnplacedBar
from advocate_desk.language.catalog import ntr, tr
from advocate_desk.model.changes import Area, Changes
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import SHIPPED_LANGUAGES, BlockKind
from advocate_desk.model.statement import (
    Block,
    Statement,
    percent_approved,
    percent_written,
    walk,
)

_SHOWN_AREAS = frozenset({Area.BLOCKS, Area.ENDORSEMENTS, Area.STATEMENTS, Area.COMMENTS})


class Filtering(Protocol):
    """What decides which blocks are shown; it comes when it is first wanted."""

    def begin(self, blocks: tuple[Block, ...]) -> None:
        """Takes another statement in."""
        ...

    def follow(
        self, blocks: tuple[Block, ...], languages: tuple[str, ...], commented: Mapping[str, int]
    ) -> frozenset[str]:
        """Takes the statement as it is now; the blocks that are hidden."""
        ...

    def reveal(self, block_id: str) -> None:
        """Shows a block that somebody goes to."""
        ...


class TextPage(QWidget):
    """Shows one statement and hands what is typed to the desk.

    `current_changed` tells the block and side the cursor is in; `deleted` carries the changes of
    a deletion, so that the window can offer Undo. `states_wanted` asks for the menu of one side's
    state. `filtering` and `reads_comments` come with the rest of the window, after the text.
    """

    filtering: Filtering | None = None
    reads_comments = False

    navigate = Signal(str, str)
    states_wanted = Signal(str, str, QPoint)
    current_changed = Signal(str, str)
    shown = Signal(object)
    deleted = Signal(object)

    def __init__(self, operations: Operations, ask: Ask, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._ask = ask
        self.statement: Statement | None = None
        self.place = Place()
        self.comments: Mapping[str, int] = {}
        self._languages = SHIPPED_LANGUAGES
        self.header = LanguageHeader(self._languages)
        self.column = BlockColumn(self._languages)
        self.find_bar = FindBar()
        self.unplaced = UnplacedBar()
        self.typing = Typing(operations, self)
        self.blocks = BlockActions(
            operations, self.column, self.place, self.go_to, self.deleted.emit
        )
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        for part in (self.header, self.find_bar, self.column, self.unplaced):
            page.addWidget(part, 1 if part is self.column else 0)
        self.column.width_changed.connect(self._align_header)

    def _listen(self) -> None:
        events = self.column.events
        events.own_names = self.own_placeholders
        events.edited.connect(self.typing.note)
        events.focused.connect(self._note_focus)
        events.unfocused.connect(lambda _cell: self.typing.commit())
        events.left_at.connect(self._step_over_edge)
        events.tabbed.connect(self._step_sideways)
        events.entered.connect(self._take_enter)
        events.emptied.connect(self._take_empty)
        events.clicked.connect(self._focus_block)
        events.menu_wanted.connect(self._show_menu)
        events.state_wanted.connect(self._show_states)
        events.drag_wanted.connect(self._drag)
        self.column.dropped.connect(self._take_drop)
        self.find_bar.wanted.connect(self._find)
        self.find_bar.closed.connect(self.focus_text)
        self.unplaced.placed.connect(self._place_text)
        self.unplaced.dismissed.connect(self._dismiss_text)
        self._operations.changed.connect(self._note_changes)

    def _align_header(self) -> None:
        bar = self.width() - self.column.viewport().width()
        self.header.show_room(MARGIN, MARGIN + bar)

    # Showing

    def show_statement(self, statement_id: str) -> None:
        """Shows a statement from its beginning; nothing for an empty id."""
        self.typing.commit()
        self.place.statement_id = statement_id
        self.place.block_id = ""
        self._read(begin=True)
        self.column.verticalScrollBar().setValue(0)

    def _read(self, *, begin: bool = False) -> None:
        if self.place.statement_id:
            self.statement = self._operations.desk.drafting.statement(self.place.statement_id)
        else:
            self.statement = None
        blocks = self.statement.blocks if self.statement else ()
        if begin and self.filtering is not None:
            self.filtering.begin(blocks)
        self._show(blocks)
        self.header.setVisible(self.statement is not None)
        self.unplaced.show_texts(self.statement.unplaced if self.statement else ())
        self.shown.emit(self.statement)

    def _show(self, blocks: tuple[Block, ...]) -> None:
        self.comments = self._open_comments()
        hidden = frozenset[str]()
        if self.filtering is not None:
            hidden = self.filtering.follow(blocks, self._languages, self.comments)
        notes = self._notes(blocks)
        self.column.show_blocks(blocks, notes, comments=self.comments, hidden=hidden)
        self.header.show_percent(
            {code: percent_written(blocks, code) for code in self._languages},
            {code: percent_approved(blocks, code) for code in self._languages},
        )
        self.column.mark_current(self.place.block_id)

    def show_again(self) -> None:
        """Shows the same blocks again: others of them, or with other comments."""
        self._show(self.column.blocks)

    def _open_comments(self) -> Mapping[str, int]:
        """How many comments wait, per block; not before the text can be written in."""
        if not (self.reads_comments and self.place.statement_id):
            return {}
        return self._operations.desk.commenting.open_counts(self.place.statement_id)

    def own_placeholders(self) -> tuple[str, ...]:
        """The names of the statement's own placeholders."""
        if not self.place.statement_id:
            return ()
        found = self._operations.desk.drafting.placeholders(self.place.statement_id)
        return tuple(one.name for one in found)

    def _notes(self, blocks: tuple[Block, ...]) -> dict[str, str]:
        lists = [block.id for block in blocks if block.kind is BlockKind.ENDORSER_LIST]
        if not lists:
            return {}
        count = self._operations.desk.listed.tally(self.place.statement_id).counted
        note = ntr(
            "{n} confirmed endorser follows here.", "{n} confirmed endorsers follow here.", count
        )
        return dict.fromkeys(lists, note)

    def _note_changes(self, changes: Changes) -> None:
        if not (changes.areas & _SHOWN_AREAS) or not self.place.statement_id:
            return
        if changes.statement_id not in ("", self.place.statement_id):
            return
        before = self.column.blocks
        try:
            self._read()
        except DeskError:
            return  # it was just deleted: the window shows another one
        if len(changes.areas) == len(Area):  # undo and redo
            self.typing.end_burst()
            self._show_first_difference(before)

    def _show_first_difference(self, before: tuple[Block, ...]) -> None:
        known = {block.id: block for block in before}
        for block in self.column.blocks:
            if known.get(block.id) != block:
                self.column.bring_to_view(block.id)
                return

    # Going

    def go_to(self, block_id: str, language: str = "", field: str = "") -> None:
        """Puts the cursor into a text, building its frame where needed."""
        side = language or self.place.language or self._languages[0]
        self._reveal(block_id)
        self.column.bring_to_view(block_id)
        cell = self.column.cell(block_id, side, field)
        if cell is None:
            self._note_place(block_id, side)
            return
        cell.setFocus(Qt.FocusReason.OtherFocusReason)
        self._note_place(block_id, side)

    def _reveal(self, block_id: str) -> None:
        if self.filtering is not None:
            self.filtering.reveal(self.column.top_block_of(block_id))

    def focus_text(self) -> None:
        """Puts the cursor back where it was, or into the first text."""
        first = self.column.blocks[0].id if self.column.blocks else ""
        if target := self.place.block_id or first:
            self.go_to(target, self.place.language)

    def focus_other_language(self) -> None:
        """Puts the cursor into the same text on the other side."""
        cell = self.blocks.current_cell()
        if cell is not None:
            other = self.column.cell(cell.block_id, self._other(cell.language), cell.field)
            if other is not None:
                other.setFocus(Qt.FocusReason.TabFocusReason)

    def _other(self, language: str) -> str:
        place = self._languages.index(language) + 1
        return self._languages[place % len(self._languages)]

    def _note_focus(self, cell: TextCell) -> None:
        self.typing.end_burst()
        self._note_place(cell.block_id, cell.language)

    def _note_place(self, block_id: str, language: str) -> None:
        self.place.block_id, self.place.language = block_id, language
        self.column.mark_current(block_id)
        self.current_changed.emit(block_id, language)

    def _step_over_edge(self, cell: TextCell, edge: int) -> None:
        target = self.column.neighbour(cell, edge)
        if target is not None:
            target.go_to_end(start=edge > 0)
            self._enter_cell(target)

    def _step_sideways(self, cell: TextCell, step: int) -> None:
        """Tab goes to the other side, then to the first side of the next text."""
        place = self._languages.index(cell.language) + step
        side = self._languages[place % len(self._languages)]
        if 0 <= place < len(self._languages):
            target = self.column.cell(cell.block_id, side, cell.field)
        else:
            target = self.column.neighbour(cell, step, side)
        if target is not None:
            self._enter_cell(target)

    def _enter_cell(self, cell: TextCell) -> None:
        self.column.bring_to_view(cell.block_id)
        cell.setFocus(Qt.FocusReason.TabFocusReason)

    def _take_enter(self, cell: TextCell) -> None:
        if cell.kind is BlockKind.ITEM:
            self.blocks.add_item()
        else:
            self._step_over_edge(cell, 1)

    def _take_empty(self, cell: TextCell) -> None:
        """Backspace in an entry that is empty on every side deletes it."""
        block = self.blocks.block()
        if block is None or block.kind is not BlockKind.ITEM or block.items:
            return
        sides = [self.column.cell(cell.block_id, code) for code in self._languages]
        if not any(side.text() for side in sides if side is not None):
            self.blocks.delete()

    def _focus_block(self, block_id: str) -> None:
        if self.place.block_id not in {b.id for b in self._parts(block_id)}:
            self.go_to(block_id)

    def _parts(self, block_id: str) -> list[Block]:
        tops = (block for block in self.column.blocks if block.id == block_id)
        return [part for top in tops for part in walk((top,))]

    # Menus

    def _show_menu(self, block_id: str, at: QPoint) -> None:
        self._focus_block(block_id)
        block = next(block for block in self.column.blocks if block.id == block_id)
        newer = False
        if block.clause_revision_id:
            newer = self._operations.desk.library.newer_revision(block_id) is not None
        menu = block_menu(self, block, self._languages, self.blocks, newer=newer)
        self._pop_up(menu, at)

    def _show_states(self, block_id: str, language: str, at: QPoint) -> None:
        self._note_place(block_id, language)
        self.states_wanted.emit(block_id, language, at)

    @staticmethod
    def _pop_up(menu: QMenu, at: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    # Drag and drop

    def _drag(self, block_id: str) -> None:
        self.typing.commit()
        data = QMimeData()
        data.setData(BLOCK_MIME, QByteArray(block_id.encode()))
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.MoveAction)

    def _take_drop(self, kind: str, dropped: str, after: str) -> None:
        if kind == CLAUSE_MIME:
            self.blocks.insert_clause(dropped, after=after)
            if not after and self.place.block_id:
                self.blocks.move_behind(self.place.block_id, "")
        else:
            self.blocks.move_behind(dropped, after)

    # Find, unplaced texts

    def _find(self, wanted: str) -> None:
        self.typing.commit()
        start = self.blocks.current_cell()
        found = next_match(self.column.blocks, self._languages, wanted, start)
        if found is None:
            self.find_bar.say(tr("Not found"))
            return
        block_id, language, field, offset = found
        self._reveal(block_id)
        self.column.bring_to_view(block_id)
        cell = self.column.cell(block_id, language, field)
        if cell is not None:
            cell.find_text(wanted, start=offset)
            self._note_place(block_id, language)

    def _place_text(self, index: int) -> None:
        changes = self._operations.run(
            self._operations.desk.drafting.place_text, self.place.statement_id, index
        )
        if changes and changes.focus:
            self.go_to(changes.focus)

    def _dismiss_text(self, index: int) -> None:
        drafting = self._operations.desk.drafting
        self._operations.run(drafting.dismiss_unplaced, self.place.statement_id, index)

    def set_text_size(self, size: int) -> None:
        """Writes the statement in another size."""
        self.column.set_text_size(size)

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.show_again()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.place.statement_id:
            self.retranslate()
