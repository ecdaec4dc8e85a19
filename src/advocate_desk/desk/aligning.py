"""The alignment assistant: two halves of an old document brought side by side."""

from __future__ import annotations

from advocate_desk.desk.verbs import Verbs


class Aligning(Verbs):
    """Verbs of the alignment assistant."""
