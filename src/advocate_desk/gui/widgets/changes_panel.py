"""The panel “What changed”: the source as it was translated, and as it is now."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from advocate_desk.gui.operations import Operations
from advocate_desk.gui.widgets.difference_view import DifferenceView
from advocate_desk.gui.widgets.empty_state import EmptyState
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.language.catalog import ntr, tr
from advocate_desk.model.changes import Area, Changes
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import TranslationState
from advocate_desk.model.progress import Behind
from advocate_desk.model.statement import PARAGRAPH_BREAK
from advocate_desk.model.words import language_word

_STALE = frozenset({TranslationState.STALE})


class ChangesPanel(QWidget):
    """Follows the text the cursor is in; `next_wanted` asks for the next block that is behind."""

    next_wanted = Signal()

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._place = ("", "", "")
        self._shown: tuple[Behind, ...] = ()
        self._count = 0
        self.empty = EmptyState()
        self.empty.pressed.connect(self.next_wanted)
        self.about = SoftLabel()
        self.views: list[DifferenceView] = []
        self.current = QPushButton()
        self.current.setProperty("main", "true")
        self.current.setAutoDefault(False)
        self.current.clicked.connect(self._mark_current)
        self._lay_out()
        operations.changed.connect(self._note_changes)

    def _lay_out(self) -> None:
        texts = QWidget()
        self._column = QVBoxLayout(texts)
        self._column.setContentsMargins(12, 12, 12, 12)
        self._column.setSpacing(10)
        self._column.addWidget(self.about)
        self._column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(texts)
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 0, 10)
        column.addWidget(scroll, 1)
        column.addWidget(self.current, 0, Qt.AlignmentFlag.AlignHCenter)
        self._sides = QStackedLayout(self)
        self._sides.addWidget(self.empty)
        self._sides.addWidget(told)

    def title(self) -> str:
        """The words on its tab, in the window's language."""
        return tr("Changes")

    def show_place(self, statement_id: str, block_id: str, language: str) -> None:
        """Shows another place; nothing for empty ids."""
        if statement_id != self._place[0]:
            self._shown, self._count = (), 0
        self._place = (statement_id, block_id, language)
        self._read()

    def _note_changes(self, changes: Changes) -> None:
        if Area.BLOCKS in changes.areas and self.isVisible():
            self._read()

    def _read(self) -> None:
        statement_id, block_id, _language = self._place
        translating = self._operations.desk.translating
        try:
            self._shown = self._of_one_side(translating.behind(block_id) if block_id else ())
            waiting = translating.unfinished(statement_id, states=_STALE) if statement_id else ()
        except DeskError:
            self._shown, waiting = (), ()  # it was just deleted
        self._count = len(waiting)
        self._tell()

    def _of_one_side(self, found: tuple[Behind, ...]) -> tuple[Behind, ...]:
        """What is behind on the side of the cursor, else on the first side where something is."""
        codes = [self._place[2], *(one.language for one in found)]
        chosen = next((c for c in codes if any(one.language == c for one in found)), "")
        return tuple(one for one in found if one.language == chosen)

    def _mark_current(self) -> None:
        if self._shown:
            block_id, language = self._place[1], self._shown[0].language
            self._operations.run(self._operations.desk.translating.mark_current, block_id, language)

    def _tell(self) -> None:
        self._sides.setCurrentIndex(1 if self._shown else 0)
        self._tell_views()
        if self._shown:
            self._tell_about(self._shown[0])
        elif self._count:
            sentence = ntr(
                "This block is up to date. {n} other text is behind its source.",
                "This block is up to date. {n} other texts are behind their source.",
                self._count,
            )
            self.empty.set_text(sentence, tr("Go to the next one"))
        else:
            self.empty.set_text(tr("Both languages are up to date with each other."))

    def _tell_about(self, first: Behind) -> None:
        source, side = language_word(first.source_language), language_word(first.language)
        if all(one.then == one.now for one in self._shown):
            words = tr(
                "The {source} text says again what the {language} one was translated from.",
                source=source,
                language=side,
            )
        elif first.then is None:
            words = tr(
                "The {source} text changed after the {language} one was translated. What it said"
                " before was not kept.",
                source=source,
                language=side,
            )
        else:
            words = tr(
                "The {source} text changed after the {language} one was translated. Correct the"
                " {language} text, then mark it current.",
                source=source,
                language=side,
            )
        self.about.setText(words)
        self.current.setText(tr("Mark translation current"))

    def _tell_views(self) -> None:
        """One view per text; they are kept, because making one costs more than filling it."""
        while len(self.views) < len(self._shown):
            view = DifferenceView()
            self.views.append(view)
            self._column.insertWidget(self._column.count() - 1, view)
        for view, one in zip(self.views, self._shown, strict=False):
            now = _text(one.now)
            before = now if one.then is None else _text(one.then)
            view.show_difference(before, now, one.source_language)
        for place, view in enumerate(self.views):
            view.setVisible(place < len(self._shown))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._tell()


def _text(sides: tuple[str, str]) -> str:
    return PARAGRAPH_BREAK.join(part for part in sides if part)
