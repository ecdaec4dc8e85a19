"""An alignment while it is corrected; every correction can be taken back."""

from __future__ import annotations

from advocate_desk.model.alignment import Alignment


class AlignmentSession:
    """An alignment in, the corrected one out. Nothing of it is written anywhere."""

    def __init__(self, alignment: Alignment) -> None:
        self._states = [alignment]

    @property
    def alignment(self) -> Alignment:
        """As corrected so far."""
        return self._states[-1]

    @property
    def can_undo(self) -> bool:
        """Whether a correction can be taken back."""
        return len(self._states) > 1

    def correct(self, alignment: Alignment) -> bool:
        """Puts a corrected alignment in the place of the one there was; whether it is another."""
        if alignment == self.alignment:
            return False
        self._states.append(alignment)
        return True

    def undo(self) -> None:
        """Takes the last correction back."""
        if self.can_undo:
            self._states.pop()
