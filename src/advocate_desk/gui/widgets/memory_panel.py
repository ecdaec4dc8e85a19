"""The panel “Suggestions” beside the text: what the memory knows, when it is asked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from advocate_desk.desk.desk import Desk
from advocate_desk.gui.operations import Job, Operations, Progress
from advocate_desk.gui.widgets.empty_state import EmptyState
from advocate_desk.gui.widgets.suggestion_card import SuggestionCard
from advocate_desk.language.catalog import tr
from advocate_desk.model.changes import Area, Changes
from advocate_desk.model.errors import DeskError
from advocate_desk.model.memory import Suggestion
from advocate_desk.model.words import language_word

_NOT_ASKED, _LOOKING, _ASKED = range(3)
Found = tuple[Suggestion, ...]


class MemoryPanel(QWidget):
    """Asks the memory about the text the cursor is in, and only when somebody wants it.

    `inserted` tells that a suggestion was taken: block and language.
    """

    inserted = Signal(str, str)

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._place = ("", "", "")
        self._state = _NOT_ASKED
        self._job: Job | None = None
        self.cards: list[SuggestionCard] = []
        self.empty = EmptyState()
        self.empty.pressed.connect(self.look_up)
        self._lay_out()
        operations.changed.connect(self._note_changes)
        self._say()

    def _lay_out(self) -> None:
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(10, 10, 10, 10)
        self._column.setSpacing(10)
        self._column.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inner)
        self._sides = QStackedLayout(self)
        self._sides.addWidget(self.empty)
        self._sides.addWidget(self.area)

    def title(self) -> str:
        """The words on its tab, in the window's language."""
        return tr("Suggestions")

    def show_place(self, statement_id: str, block_id: str, language: str) -> None:
        """Shows another place, where nobody has asked yet; nothing for empty ids."""
        place = (statement_id, block_id, language)
        if place != self._place:
            self._place = place
            self._forget()

    def _note_changes(self, changes: Changes) -> None:
        """What was found for a text that is another one now would mislead."""
        if changes.areas & {Area.BLOCKS, Area.MEMORY} and self._state != _NOT_ASKED:
            self._forget()

    def _forget(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._state = _NOT_ASKED
        self._show(())

    def look_up(self) -> None:
        """Asks the memory about the text of the other side, beside the window's own work."""
        self._operations.settle()
        self._forget()
        _, block_id, language = self._place
        if not block_id:
            return

        def ask(desk: Desk, _progress: Progress) -> Found:
            try:
                return desk.memory.suggest_for(block_id, language)
            except DeskError:
                return ()  # deleted meanwhile

        self._state = _LOOKING
        self._say()
        self._job = self._operations.run_aside(ask, self._take)

    def _take(self, found: Found) -> None:
        self._job = None
        self._state = _ASKED
        self._show(found)
        if self.cards and self.isVisible():
            self.cards[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, found: Found) -> None:
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = [self._card(suggestion) for suggestion in found]
        self._sides.setCurrentIndex(1 if self.cards else 0)
        self.area.verticalScrollBar().setValue(0)
        self._say()

    def _card(self, suggestion: Suggestion) -> SuggestionCard:
        card = SuggestionCard(suggestion)
        card.insert_wanted.connect(self._insert)
        card.delete_wanted.connect(self._delete)
        card.stepped.connect(lambda by: self._step(card, by))
        self._column.insertWidget(self._column.count() - 1, card)
        return card

    def _step(self, card: SuggestionCard, by: int) -> None:
        place = self.cards.index(card) + by
        if 0 <= place < len(self.cards):
            self.cards[place].setFocus(Qt.FocusReason.TabFocusReason)
            self.area.ensureWidgetVisible(self.cards[place])

    def _insert(self, found: Suggestion, append: bool) -> None:
        _, block_id, language = self._place
        verb = self._operations.desk.memory.insert
        if self._operations.run(
            verb, block_id, language, found.pair.id, field=found.field, append=append
        ):
            self.inserted.emit(block_id, language)

    def _delete(self, found: Suggestion) -> None:
        self._operations.run(self._operations.desk.memory.delete, [found.pair.id])

    # Words

    def _say(self) -> None:
        _, block_id, language = self._place
        if not block_id:
            self.empty.set_text(tr("Go to a text to ask the memory about it."))
        elif self._state == _LOOKING:
            self.empty.set_text(tr("Looking…"))
        elif self._state == _ASKED:
            self.empty.set_text(tr("The memory knows nothing like this text."))
        else:
            words = tr(
                "Has this been said before? The memory looks for a {language} text.",
                language=language_word(language),
            )
            self.empty.set_text(words, tr("Look up"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
