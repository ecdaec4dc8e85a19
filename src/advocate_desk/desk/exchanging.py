"""The clause library going out as files and coming in again."""

from __future__ import annotations

from advocate_desk.desk.verbs import Verbs


class Exchanging(Verbs):
    """The clause library going out as files and coming in again."""
