"""How far one side of a clause is, and what a reviewer can say of it."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QWidget

from advocate_desk.gui.models.block_states import day_words
from advocate_desk.language.catalog import tr
from advocate_desk.model.kinds import TranslationState
from advocate_desk.model.statement import Rendition
from advocate_desk.model.words import language_word, word

_BY_HAND = (TranslationState.DRAFT, TranslationState.IN_REVIEW, TranslationState.APPROVED)


class ReviewBox(QComboBox):
    """A stale side can only be said to be current again; a missing one can be nothing else."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.show_side(Rendition())

    def show_side(self, side: Rendition) -> None:
        """Shows how far a saved side is."""
        self._saved = side
        self.blockSignals(True)
        self.clear()
        for state in self._offered():
            self.addItem("", state)
        self.setCurrentIndex(self.findData(side.state))
        self.blockSignals(False)
        self.retranslate()

    def _offered(self) -> tuple[TranslationState, ...]:
        state = self._saved.state
        if state is TranslationState.STALE:
            return (state, TranslationState.DRAFT)
        return (state,) if state is TranslationState.MISSING else _BY_HAND

    def allow(self, *, allowed: bool) -> None:
        """While the texts are being changed nothing can be said: a new text is a draft."""
        if not allowed:
            self.setCurrentIndex(self.findData(self._saved.state))
        self.setEnabled(allowed and self.count() > 1)

    def chosen(self) -> TranslationState | None:
        """The state that was chosen; None where it is the one that was."""
        state = TranslationState(self.currentData())
        return None if state is self._saved.state else state

    def retranslate(self) -> None:
        """Reads every text again in the window's language."""
        for index in range(self.count()):
            self.setItemText(index, self._words(TranslationState(self.itemData(index))))
        self.setAccessibleName(
            tr("How far the side is, {language}", language=language_word(self._language))
        )
        self.setToolTip(self._approved_by())

    def _words(self, state: TranslationState) -> str:
        if self._saved.state is TranslationState.STALE is not state:
            return tr("Mark translation current")
        return word(state)

    def _approved_by(self) -> str:
        side = self._saved
        who = " · ".join(filter(None, (side.reviewed_by, day_words(side.reviewed_on))))
        return tr("Approved: {who}", who=who) if side.reviewed_by else ""
