"""Checking a statement before it goes out."""

from __future__ import annotations

from collections.abc import Sequence

from advocate_desk.desk.verbs import Verbs
from advocate_desk.model.finding import Finding


class Checking(Verbs):
    """The rules are in `model/checks.py`; this gathers what they look at."""

    def check(
        self, statement_id: str, languages: Sequence[str] | None = None
    ) -> tuple[Finding, ...]:
        """All findings in the order of the blocks; for these languages, else the statement's."""
        raise NotImplementedError
