"""Adopting, issuing and exporting editions."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from advocate_desk.desk.verbs import Verbs
from advocate_desk.exporters.blocks import Composition, ExportOptions
from advocate_desk.model.changes import Changes
from advocate_desk.model.edition import Edition, EditionView
from advocate_desk.model.finding import Finding
from advocate_desk.model.kinds import Layout

DEFAULT_OPTIONS = ExportOptions()


@dataclass(frozen=True, slots=True)
class Exported:
    """A document that was written, and what the preflight had found."""

    path: Path
    findings: tuple[Finding, ...] = ()


class Publishing(Verbs):
    """Verbs of the one who sends the statement out."""

    def view(self, statement_id: str) -> EditionView:
        """All that an exporter may see: withheld names are not in it."""
        raise NotImplementedError

    def compose(
        self, statement_id: str, layout: Layout, options: ExportOptions = DEFAULT_OPTIONS
    ) -> Composition:
        """The composed document, as the preview draws it and the writers write it."""
        raise NotImplementedError

    def preflight(self, statement_id: str, layout: Layout) -> tuple[Finding, ...]:
        """The findings that matter for a layout's languages."""
        raise NotImplementedError

    def export(  # one argument more than usual: the last one is the user's tick
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
        raise NotImplementedError

    def adopt(self, statement_id: str) -> Changes:
        """Make an edition of the statement as it stands; focus and `made` hold its id.

        Raises:
            DeskError: nothing changed since the last edition, or a withheld name stands in a text.
        """
        raise NotImplementedError

    def issue(self, edition_id: str) -> Changes:
        """Mark an edition as published.

        Raises:
            DeskError: it was issued before.
        """
        raise NotImplementedError

    def editions(self, statement_id: str) -> tuple[Edition, ...]:
        """The editions of a statement, the newest first."""
        raise NotImplementedError
