"""Checking a statement before it goes out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from typing_extensions import override

from advocate_desk.desk.dating import lunar_lines
from advocate_desk.desk.page_findings import glyph_findings, script_findings
from advocate_desk.desk.presenting import Presenting
from advocate_desk.desk.redaction import redacted_view
from advocate_desk.desk.snapshot import text_edition_id
from advocate_desk.desk.verbs import Verbs
from advocate_desk.model.checked import Checked
from advocate_desk.model.checks import check
from advocate_desk.model.edition import EditionView
from advocate_desk.model.finding import Finding
from advocate_desk.model.statement import Statement
from advocate_desk.model.withholding import Withheld
from advocate_desk.store.desk_file import DeskFile


class Checking(Verbs):
    """The rules are in `model/checks.py`; this gathers what they look at."""

    def check(
        self, statement_id: str, languages: Sequence[str] | None = None
    ) -> tuple[Finding, ...]:
        """All findings, those of blocks in their order; for these languages, else all."""
        statement = self._statement(statement_id)
        endorsements = self._file.endorsements.of(statement_id)
        editions = self._file.editions.of(statement_id)
        page = _Page(self._file, statement)
        checked = Checked(
            statement,
            endorsements,
            tuple(languages or statement.languages),
            text_edition_id(statement, editions),
            Withheld.of(endorsements),
            lunar_lines(statement),
            page.header(statement_id),
            frozenset(image.id for image in page.logos()),
        )
        view = redacted_view(statement, endorsements, editions, {})
        return (*check(checked), *_about_page(checked, view, page))


class _Page(Presenting):
    """Knows the statement that is checked, which is long to read and asked for again and again."""

    def __init__(self, opened: DeskFile, statement: Statement) -> None:
        super().__init__(opened)
        self._known = statement

    @override
    def _statement(self, statement_id: str) -> Statement:
        known = self._known
        return known if known.id == statement_id else super()._statement(statement_id)


def _about_page(checked: Checked, view: EditionView, page: Presenting) -> Iterator[Finding]:
    yield from page.findings(checked.statement.id)
    yield from script_findings(checked, view)
    yield from glyph_findings(checked, view, page.usable_style(checked.statement.id))
