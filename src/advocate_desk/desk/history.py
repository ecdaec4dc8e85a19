"""Undo and redo across everything a desk holds."""

from __future__ import annotations

from advocate_desk.desk.verbs import Verbs
from advocate_desk.model.changes import Area, Changes

_EVERYTHING = frozenset(Area)
_NOTHING = Changes(frozenset())


class History(Verbs):
    """The one history of the desk: every step can be taken back and done again."""

    @property
    def undo_label(self) -> str:
        """The label of the step that undo takes back (a catalogue text), or an empty text."""
        return self._file.undo_label

    @property
    def redo_label(self) -> str:
        """The label of the step that redo does again (a catalogue text), or an empty text."""
        return self._file.redo_label

    def undo(self) -> Changes:
        """Take the last step back; no areas where there is none."""
        return _replayed(self._file.undo())

    def redo(self) -> Changes:
        """Do the step that was taken back last again; no areas where there is none."""
        return _replayed(self._file.redo())


def _replayed(label: str | None) -> Changes:
    return _NOTHING if label is None else Changes(_EVERYTHING, label=label)
