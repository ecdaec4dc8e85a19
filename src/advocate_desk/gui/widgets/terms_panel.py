"""The panel “Terms” beside the text: what the glossary calls things on the side being written."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from advocate_desk.gui.known_terms import KnownTerms
from advocate_desk.gui.models.term_offers_model import OFFER, TermOffersModel
from advocate_desk.gui.operations import Operations
from advocate_desk.gui.widgets.empty_state import EmptyState
from advocate_desk.gui.widgets.findings_list import FindingsList
from advocate_desk.gui.widgets.soft_label import SoftLabel
from advocate_desk.gui.widgets.term_delegate import TermDelegate
from advocate_desk.language.catalog import tr
from advocate_desk.model.changes import Area, Changes
from advocate_desk.model.errors import DeskError
from advocate_desk.model.statement import Block, Statement, walk
from advocate_desk.model.term_offers import TermOffer, term_offers
from advocate_desk.model.words import language_word

_PAUSE = 60


class TermsPanel(QWidget):
    """Follows the text the cursor is in; a click or Enter asks for a term to be put in there.

    `insert_wanted` carries the words, `add_wanted` asks for a new term of the glossary.
    """

    insert_wanted = Signal(str)
    add_wanted = Signal()

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self.known: KnownTerms | None = None
        self._place = ("", "", "")
        self.empty = EmptyState()
        self.empty.pressed.connect(self.add_wanted)
        self.about = SoftLabel()
        self.model = TermOffersModel(self)
        self.list = FindingsList()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._pause.timeout.connect(self.read)
        self.list.clicked.connect(self._insert)
        self.list.entered_row.connect(self._insert)
        operations.changed.connect(self._note_changes)

    def _lay_out(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(TermDelegate(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setCursor(Qt.CursorShape.PointingHandCursor)
        self.about.setContentsMargins(10, 8, 10, 8)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.about)
        column.addWidget(self.list, 1)
        self._sides = QStackedLayout(self)
        self._sides.addWidget(self.empty)
        self._sides.addWidget(full)

    def follow(self, known: KnownTerms) -> None:
        """From now on the panel shows these terms."""
        self.known = known
        known.read.connect(self._read_soon)
        self.read()

    def title(self) -> str:
        """The words on its tab, in the window's language."""
        return tr("Terms")

    def show_place(self, statement_id: str, block_id: str, language: str) -> None:
        """Shows another place; nothing for empty ids."""
        self._place = (statement_id, block_id, language)
        self._read_soon()

    def _note_changes(self, changes: Changes) -> None:
        if Area.BLOCKS in changes.areas:
            self._read_soon()

    def _read_soon(self) -> None:
        if self.isVisible():
            self._pause.start()

    def next_missing(self) -> TermOffer | None:
        """The first term of the other side that this one does not name yet."""
        self.read()
        offers = (one for one in self.model.offers if one.wanted and not one.is_forbidden)
        return next((one for one in offers if not one.is_there), None)

    def read(self) -> None:
        """Looks at the block again."""
        self._pause.stop()
        statement, block = self._found()
        offers: tuple[TermOffer, ...] = ()
        if statement is not None and block is not None and self.known is not None:
            language = self._place[2]
            other = next((c for c in statement.languages if c != language), language)
            source = (other, block.rendition(other).text)
            side = (language, block.rendition(language).text)
            offers = term_offers(self.known.terms, source=source, side=side)
        self.model.show(offers, self._place[2])
        self._tell()

    def _found(self) -> tuple[Statement | None, Block | None]:
        statement_id, block_id, _language = self._place
        if not (statement_id and block_id):
            return None, None
        try:
            statement = self._operations.desk.drafting.statement(statement_id)
        except DeskError:
            return None, None  # it was just deleted
        return statement, next((b for b in walk(statement.blocks) if b.id == block_id), None)

    def _insert(self, index: QModelIndex) -> None:
        offer = index.data(OFFER)
        if isinstance(offer, TermOffer) and offer.wanted:
            self.insert_wanted.emit(offer.wanted)

    def _tell(self) -> None:
        self._sides.setCurrentIndex(1 if self.model.offers else 0)
        self.list.setAccessibleName(tr("Terms of this block"))
        if self.model.offers:
            language = language_word(self._place[2])
            self.about.setText(tr("Click a term to put its {language} in.", language=language))
        elif self.known is not None and not self.known.terms:
            self.empty.set_text(
                tr("The glossary is empty. Its terms are shown here for the text you write."),
                tr("Add a term…"),
            )
        elif self._place[1]:
            self.empty.set_text(tr("No term of the glossary stands in this block."))
        else:
            self.empty.set_text(tr("Put the cursor into a text to see its terms."))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.read()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._tell()
            self.list.viewport().update()
