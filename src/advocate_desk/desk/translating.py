"""How far each side of a block is translated."""

from __future__ import annotations

from advocate_desk.desk.verbs import Verbs
from advocate_desk.model.changes import Changes
from advocate_desk.model.kinds import TranslationState


class Translating(Verbs):
    """Verbs of the translator; writing itself is drafting's."""

    def mark_current(self, block_id: str, language: str) -> Changes:
        """Say that a stale side says again what its source says: stale becomes draft.

        Raises:
            DeskError: the side is not stale, or there is no such block.
        """
        raise NotImplementedError

    def set_state(self, block_id: str, language: str, state: TranslationState) -> Changes:
        """Set how far a written side is.

        Raises:
            DeskError: nothing is written there, or `state` is missing or stale, which are found
                by the desk and never set by hand.
        """
        raise NotImplementedError
