"""The translation memory: every approved pair, offered again."""

from __future__ import annotations

from advocate_desk.desk.verbs import Verbs


class Memory(Verbs):
    """The translation memory: every approved pair, offered again."""
