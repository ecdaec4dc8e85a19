"""Adopting, issuing and exporting editions."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from advocate_desk.desk.checking import Checking
from advocate_desk.desk.redaction import redacted_view
from advocate_desk.desk.snapshot import content_of, hash_of
from advocate_desk.desk.verbs import Verbs
from advocate_desk.exporters.blocks import Composition, ExportOptions
from advocate_desk.model.changes import Area, Changes
from advocate_desk.model.edition import Edition, EditionView
from advocate_desk.model.errors import DeskError, ExportRefused, ExportStopped
from advocate_desk.model.finding import Finding
from advocate_desk.model.kinds import Layout, Severity
from advocate_desk.model.marked import marked

DEFAULT_OPTIONS = ExportOptions()
SUFFIXES = (".docx", ".txt")
_EDITION_AREAS = frozenset({Area.EDITIONS, Area.STATEMENTS})


@dataclass(frozen=True, slots=True)
class Exported:
    """A document that was written, and what the preflight had found."""

    path: Path
    findings: tuple[Finding, ...] = ()


class Publishing(Verbs):
    """Verbs of the one who sends the statement out."""

    def view(self, statement_id: str) -> EditionView:
        """All that an exporter may see: withheld names are not in it."""
        statement = self._statement(statement_id)
        endorsements = self._file.endorsements.of(statement_id)
        editions = self._file.editions.of(statement_id)
        issuer = {
            code: self._file.settings.get(f"issuer.{code}") for code in statement.languages
        } | {code: text for code, text in statement.issuer.items() if text}
        return redacted_view(statement, endorsements, editions, issuer)

    def compose(
        self, statement_id: str, layout: Layout, options: ExportOptions = DEFAULT_OPTIONS
    ) -> Composition:
        """The composed document, as the preview draws it and the writers write it."""
        from advocate_desk.exporters.compose import compose

        return compose(self.view(statement_id), layout, options)

    def preflight(self, statement_id: str, layout: Layout) -> tuple[Finding, ...]:
        """The findings that matter for a layout's languages."""
        return Checking(self._file).check(statement_id, layout.languages)

    def export(
        self,
        statement_id: str,
        layout: Layout,
        target: Path,
        options: ExportOptions = DEFAULT_OPTIONS,
        *,
        allow_findings: bool = False,
    ) -> Exported:
        """Write the document; the format follows the suffix, .docx or .txt.

        Raises:
            ExportRefused: the preflight found blockers and `allow_findings` is not set, the
                suffix is not known, or the target cannot be written.
        """
        from advocate_desk.exporters.save import save

        _refuse_unknown_suffix(target)
        findings = self.preflight(statement_id, layout)
        if not allow_findings:
            _stop_at_blockers(findings)
        save(target, _written(self.compose(statement_id, layout, options), target))
        return Exported(target, findings)

    def adopt(self, statement_id: str) -> Changes:
        """Make an edition of the statement as it stands; focus and `made` hold its id.

        Raises:
            DeskError: nothing changed since the last edition, or a withheld name stands in a text.
        """
        label = marked("Adopt edition")
        edition = self._next_edition(statement_id)
        with self._step(label):
            self._file.editions.insert(edition)
        return Changes(_EDITION_AREAS, edition.id, statement_id, label, (edition.id,))

    def issue(self, edition_id: str) -> Changes:
        """Mark an edition as published.

        Raises:
            DeskError: it was issued before, or there is no such edition.
        """
        label = marked("Issue edition")
        edition = self._edition(edition_id)
        if edition.issued_at:
            raise DeskError(marked("Edition {number} was issued already."), number=edition.number)
        with self._step(label):
            self._file.editions.set_issued(edition_id, self._file.now())
        return Changes(_EDITION_AREAS, edition_id, edition.statement_id, label)

    def editions(self, statement_id: str) -> tuple[Edition, ...]:
        """The editions of a statement, the newest first."""
        return tuple(reversed(self._file.editions.of(statement_id)))

    def _next_edition(self, statement_id: str) -> Edition:
        self._refuse_withheld_names(statement_id)
        statement = self._statement(statement_id)
        content = content_of(statement, self._file.endorsements.of(statement_id))
        newest = next(iter(self.editions(statement_id)), None)
        if newest is not None and newest.content == content:
            raise DeskError(marked("Nothing changed since edition {number}."), number=newest.number)
        number = newest.number + 1 if newest else 1
        now, digest = self._file.now(), hash_of(content)
        return Edition(self._file.new_id(), statement_id, number, content, digest, now)

    def _refuse_withheld_names(self, statement_id: str) -> None:
        """An edition is never changed again, so no name that must not be known may be in it."""
        rules = {finding.rule for finding in Checking(self._file).check(statement_id)}
        if rules & {"withheld_name", "withheld_name_in_entry"}:
            raise DeskError(marked("A withheld name stands in the text; take it out first."))

    def _edition(self, edition_id: str) -> Edition:
        try:
            return self._file.editions.get(edition_id)
        except KeyError as error:
            raise DeskError(marked("There is no such edition.")) from error


def _refuse_unknown_suffix(target: Path) -> None:
    if target.suffix.lower() not in SUFFIXES:
        raise ExportRefused(
            marked("“{name}” is not a document this program writes: use .docx or .txt."),
            name=target.name,
        )


def _stop_at_blockers(findings: tuple[Finding, ...]) -> None:
    blockers = tuple(f for f in findings if f.severity is Severity.BLOCKER)
    if blockers:
        raise ExportStopped(
            marked("The document was not written: findings that stop it: {count}."),
            blockers,
            count=len(blockers),
        )


def _written(composition: Composition, target: Path) -> bytes:
    if target.suffix.lower() == ".txt":
        from advocate_desk.exporters.text_writer import text

        return text(composition).encode()
    from advocate_desk.exporters.docx_writer import docx_bytes

    return docx_bytes(composition)
