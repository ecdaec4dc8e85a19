"""From a file to blocks and from blocks to a file, with the dialogs between."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from advocate_desk.desk.desk import Desk
from advocate_desk.desk.publishing import Exported
from advocate_desk.gui.dialogs.export_dialog import ExportChoice, ExportDialog
from advocate_desk.gui.dialogs.import_dialog import ImportDialog
from advocate_desk.gui.models.findings_list_model import block_places
from advocate_desk.gui.operations import Progress
from advocate_desk.gui.workplace import Workplace
from advocate_desk.language.catalog import current, ntr, tr
from advocate_desk.model.draft import DraftClause, DraftStatement
from advocate_desk.model.statement import Statement

_READABLE = "(*.docx *.md *.txt *.html)"
_NOT_IN_A_NAME = '<>:"/\\|?*\n\r\t'
_LONGEST_NAME = 60


class DocumentFlows:
    """Import and export of an open desk."""

    def __init__(self, place: Workplace) -> None:
        self._place = place
        self._choice: ExportChoice | None = None

    def _file_to_read(self, title: str) -> Path | None:
        kinds = tr("Documents") + f" {_READABLE};;" + tr("All files") + " (*)"
        return self._place.ask.open_file(self._place.window, title, kinds=kinds)

    # Import

    def import_document(self) -> None:
        """Asks for a document, reads it, shows what was understood, then brings it in."""
        path = self._file_to_read(tr("Import"))
        if path is None:
            return

        def read(desk: Desk, _progress: Progress) -> tuple[DraftStatement, ...]:
            return desk.importing.read_statements(path)

        self._place.operations.run_slow(tr("Reading the document…"), read, self._correct)

    def _correct(self, drafts: tuple[DraftStatement, ...]) -> None:
        dialog = ImportDialog(drafts, self._place.window)
        corrected = dialog.value() if self._place.ask.run(dialog) else ()
        dialog.deleteLater()
        if not corrected:
            return
        changes = self._place.operations.run(self._place.desk.importing.bring_in, corrected)
        if changes and changes.made:
            self._place.show_statement(changes.made[0])
            self._place.window.show_page("text")

    def import_clauses(self) -> None:
        """Asks for a document of clauses and adds them to the library."""
        path = self._file_to_read(tr("Import clauses"))
        if path is None:
            return

        def read(desk: Desk, _progress: Progress) -> tuple[DraftClause, ...]:
            return desk.importing.read_clauses(path)

        self._place.operations.run_slow(tr("Reading the document…"), read, self._bring_in_clauses)

    def _bring_in_clauses(self, drafts: tuple[DraftClause, ...]) -> None:
        verb = self._place.desk.importing.bring_in_clauses
        if self._place.operations.run(verb, drafts):
            words = ntr("{n} clause was added.", "{n} clauses were added.", len(drafts))
            self._place.notice.tell(words)

    # Export

    def export(self) -> None:
        """Asks which document, shows what stands in its way, asks where, then writes it."""
        self._place.operations.settle()
        statement = self._place.text.statement
        if statement is None:
            return
        choice = self._choose(statement)
        if choice is None:
            return
        self._choice = choice
        target = self._target(statement, choice)
        if target is not None:
            self._write(statement.id, choice, target)

    def _choose(self, statement: Statement) -> ExportChoice | None:
        preflight = self._place.desk.publishing.preflight
        dialog = ExportDialog(
            lambda layout: preflight(statement.id, layout),
            block_places(statement),
            self._choice,
            self._place.window,
        )
        dialog.navigate.connect(self._place.go_to)
        dialog.endorsement_requested.connect(self._place.go_to_endorsement)
        choice = dialog.choice() if self._place.ask.run(dialog) else None
        dialog.deleteLater()
        return choice

    def _target(self, statement: Statement, choice: ExportChoice) -> Path | None:
        name = f"{file_name(statement)} ({choice.layout.value}).{choice.format}"
        return self._place.ask.save_file(
            self._place.window,
            tr("Export"),
            kinds=f"{tr('Documents')} (*.{choice.format})",
            suggested=self._place.desk.path.parent / name,
        )

    def _write(self, statement_id: str, choice: ExportChoice, target: Path) -> None:
        if target.suffix != f".{choice.format}":
            target = target.with_name(f"{target.name}.{choice.format}")

        def write(desk: Desk, _progress: Progress) -> Exported:
            return desk.publishing.export(
                statement_id,
                choice.layout,
                target,
                choice.options,
                allow_findings=choice.allow_findings,
            )

        self._place.operations.run_slow(tr("Writing the document…"), write, self._tell_saved)

    def _tell_saved(self, exported: Exported) -> None:
        path = exported.path
        self._place.notice.tell(
            tr("Saved {path}", path=path),
            buttons=(
                (tr("Open"), lambda: _open(path)),
                (tr("Show in folder"), lambda: _open(path.parent)),
            ),
        )


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def file_name(statement: Statement) -> str:
    """A file name from the title: in the window's language, else in any, else the kind."""
    titles = (statement.title(code) for code in (current(), *statement.languages))
    title = next((title for title in titles if title.strip()), statement.kind.value)
    kept = "".join(" " if sign in _NOT_IN_A_NAME else sign for sign in title)
    return " ".join(kept.split())[:_LONGEST_NAME].strip(" .")
