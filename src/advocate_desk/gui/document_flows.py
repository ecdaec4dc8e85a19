"""From a file to blocks, with the dialogs between; the other way round see `export_flows`."""

from __future__ import annotations

from pathlib import Path

from advocate_desk.desk.desk import Desk
from advocate_desk.gui.dialogs.import_dialog import ImportDialog
from advocate_desk.gui.operations import Progress
from advocate_desk.gui.workplace import Workplace
from advocate_desk.language.catalog import tr
from advocate_desk.model.draft import DraftStatement

_READABLE = "(*.docx *.md *.markdown *.txt)"


class DocumentFlows:
    """Imports into an open desk."""

    def __init__(self, place: Workplace) -> None:
        self._place = place

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
