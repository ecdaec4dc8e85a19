"""How far each side of a block is translated."""

from __future__ import annotations

from dataclasses import replace

from advocate_desk.desk.verbs import NOTHING, Verbs, text_changed
from advocate_desk.model.changes import Changes
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import TranslationState
from advocate_desk.model.marked import marked

_FOUND_BY_THE_DESK = frozenset({TranslationState.MISSING, TranslationState.STALE})


class Translating(Verbs):
    """Verbs of the translator; writing itself is drafting's."""

    def mark_current(self, block_id: str, language: str) -> Changes:
        """Say that a stale side says again what its source says: stale becomes draft.

        Raises:
            DeskError: the side is not stale, or there is no such block.
        """
        side = self._block(block_id).rendition(language)
        if side.state is not TranslationState.STALE:
            raise DeskError(marked("This side is not behind the other one."))
        label = marked("Mark translation current")
        return self._set(block_id, language, TranslationState.DRAFT, label)

    def set_state(self, block_id: str, language: str, state: TranslationState) -> Changes:
        """Set how far a written side is.

        Raises:
            DeskError: nothing is written there, or `state` is missing or stale, which are found
                by the desk and never set by hand.
        """
        side = self._block(block_id).rendition(language)
        if state in _FOUND_BY_THE_DESK:
            raise DeskError(marked("Missing and stale are found by the program, not set by hand."))
        if side.is_empty:
            raise DeskError(marked("Nothing is written in this language yet."))
        return self._set(block_id, language, state, marked("Change translation state"))

    def _set(self, block_id: str, language: str, state: TranslationState, label: str) -> Changes:
        side = self._block(block_id).rendition(language)
        if side.state is state:
            return NOTHING
        statement_id = self._statement_of(block_id)
        with self._step(label, statement_id):
            self._file.blocks.write(block_id, language, replace(side, state=state))
        return text_changed(label, statement_id, block_id)
