"""What every group of verbs stands on: the opened desk file."""

from __future__ import annotations

from advocate_desk.store.desk_file import DeskFile


class Verbs:
    """A group of verbs over one opened desk file."""

    def __init__(self, opened: DeskFile) -> None:
        self._file = opened
