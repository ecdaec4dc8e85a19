"""Checking a statement before it goes out."""

from __future__ import annotations

from collections.abc import Sequence

from advocate_desk.desk.snapshot import text_edition_id
from advocate_desk.desk.verbs import Verbs
from advocate_desk.model.checks import Checked, check
from advocate_desk.model.finding import Finding
from advocate_desk.model.withholding import Withheld


class Checking(Verbs):
    """The rules are in `model/checks.py`; this gathers what they look at."""

    def check(
        self, statement_id: str, languages: Sequence[str] | None = None
    ) -> tuple[Finding, ...]:
        """All findings in the order of the blocks; for these languages, else the statement's."""
        statement = self._statement(statement_id)
        endorsements = self._file.endorsements.of(statement_id)
        editions = self._file.editions.of(statement_id)
        return check(
            Checked(
                statement,
                endorsements,
                tuple(languages or statement.languages),
                text_edition_id(statement, editions),
                Withheld.of(endorsements),
            )
        )
