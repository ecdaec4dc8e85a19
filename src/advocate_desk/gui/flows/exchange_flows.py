"""The library as files: importing clauses from anywhere, exporting the library."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from advocate_desk.desk.desk import Desk
from advocate_desk.gui.flows.flow import Slot
from advocate_desk.gui.operations import Progress
from advocate_desk.gui.widgets.notice_bar import GOOD
from advocate_desk.gui.workplace import Workplace
from advocate_desk.language.catalog import current, ntr, tr

_TABLE, _BOOK = ".xlsx", ".docx"


class ExchangeFlows:
    """Connects the actions of exchange to one open desk."""

    def __init__(self, place: Workplace) -> None:
        self._place = place

    def slots(self) -> Mapping[str, Slot]:
        """Action id to what it does."""
        return {"import_clauses": self.import_clauses, "export_library": self.export_library}

    def import_clauses(self) -> None:
        """Shows what files, a folder or the open statement offer, then adds what was ticked."""
        from advocate_desk.gui.dialogs.clause_import_dialog import ClauseImportDialog

        place = self._place
        place.operations.settle()
        dialog = ClauseImportDialog(
            place.operations, place.ask, place.statement_id, parent=place.window
        )
        plan = dialog.value() if place.ask.run(dialog) else None
        dialog.deleteLater()
        if plan is None:
            return
        label = tr("Adding the clauses…")
        changes = place.operations.run_whole(label, place.desk.exchanging.bring_in, plan)
        if changes:
            many = len(changes.made)
            words = ntr(
                "1 clause was added or changed.", "{n} clauses were added or changed.", many
            )
            place.notice.tell(words)

    def export_library(self) -> None:
        """Asks for a file and writes the library as a table or as a book."""
        kinds = (
            tr("Spreadsheet, to edit and import again")
            + f" (*{_TABLE});;"
            + tr("Word document, to read and print")
            + f" (*{_BOOK})"
        )
        suggested = self._place.desk.path.parent / (tr("Clause library") + _TABLE)
        target = self._place.ask.save_file(
            self._place.window, tr("Export library"), kinds=kinds, suggested=suggested
        )
        if target is not None:
            self._write(target if target.suffix else target.with_suffix(_TABLE))

    def _write(self, target: Path) -> None:
        language = current()

        def write(desk: Desk, _progress: Progress) -> int:
            return desk.exchanging.export_library(target, language)

        def tell(count: int) -> None:
            words = ntr(
                "1 clause was saved to {path}.",
                "{n} clauses were saved to {path}.",
                count,
                path=target,
            )
            buttons = (
                (tr("Open"), lambda: _open(target)),
                (tr("Show in folder"), lambda: _open(target.parent)),
            )
            self._place.notice.tell(words, GOOD, buttons)

        self._place.operations.run_slow(tr("Writing the library…"), write, tell)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
