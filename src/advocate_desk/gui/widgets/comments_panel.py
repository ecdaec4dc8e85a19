"""The panel “Comments”: those on this block, those that wait, mine, and those that are settled."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from advocate_desk.gui.operations import Operations
from advocate_desk.gui.widgets.comment_card import CommentCard
from advocate_desk.gui.widgets.empty_state import EmptyState
from advocate_desk.gui.widgets.filter_chips import FilterChips
from advocate_desk.language.catalog import ntr, tr
from advocate_desk.model.changes import Area, Changes
from advocate_desk.model.comment import Comment
from advocate_desk.model.errors import DeskError
from advocate_desk.model.statement import walk

HERE, OPEN, MINE, RESOLVED = KEYS = ("here", "open", "mine", "resolved")
MOST = 20  # cards at once: each costs time to make
_AREAS = frozenset({Area.COMMENTS, Area.BLOCKS})


class CommentsPanel(QWidget):
    """Follows the text the cursor is in. What needs a name or a dialog is asked of the window."""

    add_wanted = Signal()
    edit_wanted = Signal(str)
    resolve_wanted = Signal(str)
    navigate = Signal(str, str)

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._place = ("", "", "")
        self._comments: tuple[Comment, ...] = ()
        self._tops: dict[str, tuple[str, int]] = {}
        self.cards: list[CommentCard] = []
        self._found: list[tuple[Comment, int]] = []
        self._most = MOST
        self.rest = QPushButton()
        self.rest.setAutoDefault(False)
        self.rest.clicked.connect(lambda _on=False: self._show_more())
        self.chips = FilterChips(KEYS)
        self.chips.choose(OPEN)
        self.chips.chosen.connect(self._note_choice)
        self.empty = EmptyState()
        self.add = QPushButton()
        self.add.setAutoDefault(False)
        self.add.clicked.connect(lambda _on=False: self.add_wanted.emit())
        self._lay_out()
        operations.changed.connect(self._note_changes)

    def _lay_out(self) -> None:
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 6, 4, 6)
        self._rows.setSpacing(8)
        self._rows.addWidget(self.rest)
        self._rows.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._list)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 10)
        column.addWidget(self.chips)
        # In its place before it is filled: what it shows would be a window of its own else.
        self._sides = QStackedLayout()
        column.addLayout(self._sides, 1)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignHCenter)
        self._sides.addWidget(self.empty)
        self._sides.addWidget(scroll)
        self.retranslate()

    def title(self) -> str:
        """The words on its tab, in the window's language."""
        return tr("Comments")

    def show_place(self, statement_id: str, block_id: str, language: str) -> None:
        """Shows another place; nothing for empty ids."""
        other = statement_id != self._place[0]
        self._place = (statement_id, block_id, language)
        if other:
            self._read()
        else:
            self._tell(only_place=True)

    def show_key(self, key: str) -> None:
        """Shows the comments on this block, those that wait, mine, or the settled ones."""
        self.chips.choose(key)

    def _note_changes(self, changes: Changes) -> None:
        if changes.areas & _AREAS and self.isVisible():
            self._read()

    def _read(self) -> None:
        statement_id = self._place[0]
        desk = self._operations.desk
        try:
            blocks = desk.drafting.statement(statement_id).blocks if statement_id else ()
            self._comments = desk.commenting.comments(statement_id) if statement_id else ()
        except DeskError:
            blocks, self._comments = (), ()  # it was just deleted
        self._tops = {
            part.id: (top.id, place)
            for place, top in enumerate(blocks, start=1)
            for part in walk((top,))
        }
        self._tell()

    def _chosen(self, key: str) -> list[Comment]:
        """The comments of one choice, in the order of the text."""
        known = [one for one in self._comments if one.block_id in self._tops]
        found = [one for one in known if self._fits(one, key)]
        return sorted(found, key=lambda one: (self._tops[one.block_id][1], one.created_at))

    def _fits(self, one: Comment, key: str) -> bool:
        if key == HERE:
            here = self._tops.get(self._place[1])
            return here is not None and self._tops[one.block_id] == here
        if key == RESOLVED:
            return one.is_resolved
        me = self._operations.desk.author
        return not one.is_resolved and (key == OPEN or (bool(me) and one.assigned_to == me))

    def _tell(self, *, only_place: bool = False) -> None:
        words = {
            HERE: tr("this block"),
            OPEN: tr("open"),
            MINE: tr("for me"),
            RESOLVED: tr("resolved"),
        }
        self.chips.show_counts(words, {key: len(self._chosen(key)) for key in KEYS})
        self.add.setEnabled(bool(self._place[1]))
        if not only_place or self.chips.key == HERE:
            self._tell_cards(self._chosen(self.chips.key))

    def _note_choice(self, _key: str) -> None:
        self._most = MOST
        self._tell()

    def _show_more(self) -> None:
        self._most += MOST
        self._tell()

    def _tell_cards(self, found: list[Comment]) -> None:
        """Makes cards anew only where there is another comment, or one stands elsewhere by now."""
        shown = [(one, self._tops[one.block_id][1]) for one in found[: self._most]]
        if shown != self._found:
            self._found = shown
            self._make_cards()
        rest = len(found) - len(shown)
        self.rest.setVisible(rest > 0)
        self.rest.setText(ntr("Show {n} more", "Show {n} more", rest))
        self._sides.setCurrentIndex(1 if self.cards else 0)
        self.empty.set_text(self._nothing())

    def _make_cards(self) -> None:
        had_focus = any(card.isAncestorOf(card.focusWidget() or self) for card in self.cards)
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = [self._card(one) for one, _place in self._found]
        for place, card in enumerate(self.cards):
            self._rows.insertWidget(place, card)
        if had_focus and self.cards:
            self.cards[0].settle.setFocus()

    def _card(self, one: Comment) -> CommentCard:
        card = CommentCard(one, self._tops[one.block_id][1])
        commenting = self._operations.desk.commenting
        run = self._operations.run
        card.went.connect(lambda _id: self.navigate.emit(one.block_id, one.language))
        card.settled.connect(self.resolve_wanted)
        card.reopened.connect(lambda comment_id: run(commenting.reopen, comment_id))
        card.deleted.connect(lambda comment_id: run(commenting.delete, comment_id))
        card.edit_wanted.connect(self.edit_wanted)
        return card

    def _nothing(self) -> str:
        return {
            HERE: tr("Nobody commented on this block."),
            OPEN: tr("No comment waits for anybody."),
            MINE: tr("No comment waits for you."),
            RESOLVED: tr("No comment was resolved yet."),
        }[self.chips.key]

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        self.add.setText(tr("Comment on this block…"))
        self._tell()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
