"""From the statement to what leaves the desk: a file, messages, paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from advocate_desk.desk.desk import Desk
from advocate_desk.desk.exporting import Watch
from advocate_desk.desk.publishing import Exported
from advocate_desk.exporters.blocks import Composition, ExportOptions
from advocate_desk.exporters.office import find_office
from advocate_desk.exporters.verify_faults import Fault
from advocate_desk.gui.dialogs.export_dialog import DOCX, PDF, ExportChoice, ExportDialog
from advocate_desk.gui.dialogs.faults_dialog import FaultsDialog
from advocate_desk.gui.dialogs.messages_dialog import MessagesDialog
from advocate_desk.gui.operations import Progress
from advocate_desk.gui.printing import Printing, wanted_pages
from advocate_desk.gui.widgets.notice_bar import BAD, GOOD
from advocate_desk.gui.widgets.page_filling import Page
from advocate_desk.gui.workplace import Workplace
from advocate_desk.language.catalog import current, ntr, tr
from advocate_desk.model.errors import DeskError
from advocate_desk.model.statement import Statement, block_places

_NOT_IN_A_NAME = '<>:"/\\|?*\n\r\t'
_LONGEST_NAME = 60
_LEFT_OUT = "…"
_PROVED = frozenset({DOCX, PDF})


class ExportFlows:
    """Export, messages and printing of an open desk."""

    def __init__(
        self, place: Workplace, *, has_office: Callable[[], bool] = lambda: bool(find_office())
    ) -> None:
        self._place = place
        self._has_office = has_office
        self._choice: ExportChoice | None = None
        self.printing = Printing(place)

    def _statement(self) -> Statement | None:
        """The open statement, with what was still being typed in it."""
        self._place.operations.settle()
        return self._place.text.statement

    # A file

    def export(self) -> None:
        """Asks which document, shows what stands in its way, asks where, then writes it."""
        statement = self._statement()
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
        desk = self._place.desk
        dialog = ExportDialog(
            lambda layout: desk.publishing.preflight(statement.id, layout),
            block_places(statement.blocks),
            self._choice,
            self._place.window,
            styles=desk.presenting.styles(),
            office=self._has_office(),
        )
        dialog.navigate.connect(self._place.go_to)
        dialog.endorsement_requested.connect(self._place.go_to_endorsement)
        choice = dialog.choice() if self._place.ask.run(dialog) else None
        dialog.deleteLater()
        return choice

    def _target(self, statement: Statement, choice: ExportChoice) -> Path | None:
        name = f"{file_name(self._place.desk, statement)} ({choice.layout.value}).{choice.format}"
        target = self._place.ask.save_file(
            self._place.window,
            tr("Export"),
            kinds=tr("Documents") + f" (*.{choice.format})",
            suggested=self._place.desk.path.parent / name,
        )
        if target is not None and target.suffix != f".{choice.format}":
            return target.with_name(f"{target.name}.{choice.format}")
        return target

    def _write(self, statement_id: str, choice: ExportChoice, target: Path) -> None:
        options = self._options(choice)
        if options is None:
            return
        if choice.format == PDF and not self._has_office():
            self._draw_pdf(statement_id, choice, options, target)
            return

        def write(desk: Desk, progress: Progress) -> Exported:
            watch = Watch(cancelled=lambda: progress.is_cancelled, progress=progress)
            return desk.publishing.export(
                statement_id,
                choice.layout,
                target,
                options,
                allow_findings=choice.allow_findings,
                watch=watch,
            )

        self._place.operations.run_slow(tr("Writing the document…"), write, self._tell_saved)

    def _options(self, choice: ExportChoice) -> ExportOptions | None:
        """The options with the style that was chosen for this document alone."""
        if not choice.style:
            return choice.options
        try:
            style = self._place.desk.presenting.style_named(choice.style)
        except DeskError as error:
            self._place.operations.report(error)
            return None
        # A copy: the usual style itself means that nothing was chosen.
        return replace(choice.options, style=replace(style))

    def _tell_saved(self, exported: Exported) -> None:
        path, faults = exported.path, exported.faults
        words = tr("Saved {path}", path=path)
        buttons: tuple[tuple[str, Callable[[], object]], ...] = (
            (tr("Open"), lambda: open_path(path)),
            (tr("Show in folder"), lambda: open_path(path.parent)),
        )
        if faults:
            words += " · " + ntr(
                "The proof found 1 fault.", "The proof found {n} faults.", len(faults)
            )
            buttons = ((tr("Show faults"), lambda: self._show_faults(faults)), *buttons)
        elif path.suffix.removeprefix(".") in _PROVED:
            words += " · " + tr("The proof found nothing wrong.")
        self._place.notice.tell(words, BAD if faults else GOOD, buttons)

    def _show_faults(self, faults: tuple[Fault, ...]) -> None:
        dialog = FaultsDialog(faults, self._place.window)
        self._place.ask.run(dialog)
        dialog.deleteLater()

    # Drawn by ourselves

    def _compose(
        self,
        statement_id: str,
        choice: ExportChoice,
        options: ExportOptions,
        then: Callable[[Composition], None],
    ) -> None:
        def compose(desk: Desk, _progress: Progress) -> Composition:
            return desk.publishing.printable(
                statement_id, choice.layout, options, allow_findings=choice.allow_findings
            )

        self._place.operations.run_slow(tr("Laying out the pages…"), compose, then)

    def _draw_pdf(
        self, statement_id: str, choice: ExportChoice, options: ExportOptions, target: Path
    ) -> None:
        def draw(composition: Composition) -> None:
            self.printing.write_pdf(composition, target, done, self._place.operations.report)

        def done() -> None:
            self._place.notice.tell(
                tr("Saved {path}", path=target)
                + " · "
                + tr("Drawn by the program itself: its Khmer may not be found by a search."),
                GOOD,
                (
                    (tr("Open"), lambda: open_path(target)),
                    (tr("Show in folder"), lambda: open_path(target.parent)),
                ),
            )

        self._compose(statement_id, choice, options, draw)

    def print_document(self) -> None:
        """Prints the statement as the preview shows it."""
        statement = self._statement()
        if statement is None:
            return
        preview = self._place.preview
        options = ExportOptions(left=preview.left)
        choice = ExportChoice(preview.chosen_layout, allow_findings=False)
        self._compose(
            statement.id,
            choice,
            options,
            lambda composition: self.printing.lay_out(composition, self._print),
        )

    def _print(self, pages: tuple[Page, ...]) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self._place.window)
        dialog.setWindowTitle(tr("Print"))
        dialog.setMinMax(1, len(pages))
        agreed = self._place.ask.run(dialog)
        dialog.deleteLater()
        wanted = wanted_pages(pages, printer) if agreed else ()
        if wanted:
            words = ntr(
                "1 page was sent to the printer.",
                "{n} pages were sent to the printer.",
                len(wanted),
            )
            self.printing.print_pages(wanted, printer, lambda: self._place.notice.tell(words))

    # Messages

    def show_messages(self) -> None:
        """Shows the statement as messages to copy."""
        statement = self._statement()
        if statement is None:
            return
        publishing = self._place.desk.publishing

        def messages(language: str, channel: str) -> tuple[str, ...]:
            return publishing.messages(statement.id, language, channel)

        dialog = MessagesDialog(messages, statement.languages, self._place.window)
        self._place.ask.run(dialog)
        dialog.deleteLater()


def open_path(path: Path) -> None:
    """Opens a file or a folder with the program that is meant for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def file_name(desk: Desk, statement: Statement) -> str:
    """A file name from the title: in the window's language, else in any, else the kind.

    A withheld name in the title is left out: the names of files are read by everybody.
    """
    titles = (statement.title(code) for code in (current(), *statement.languages))
    title = next((title for title in titles if title.strip()), statement.kind.value)
    kept = "".join(" " if sign in _NOT_IN_A_NAME else sign for sign in title)
    kept = desk.publishing.withheld(statement.id).redacted(" ".join(kept.split()), _LEFT_OUT)
    return kept[:_LONGEST_NAME].strip(" .") or statement.kind.value
