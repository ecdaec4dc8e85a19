"""What the actions of the memory do."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from advocate_desk.desk.desk import Desk
from advocate_desk.gui.dialogs.alignment_dialog import AlignmentDialog
from advocate_desk.gui.dialogs.memory_dialog import MemoryDialog
from advocate_desk.gui.dialogs.memory_import_dialog import MemoryImportDialog
from advocate_desk.gui.dialogs.statement_choice_dialog import StatementChoiceDialog
from advocate_desk.gui.flows.flow import Slot
from advocate_desk.gui.memory_intake import MemoryIntake
from advocate_desk.gui.operations import Progress
from advocate_desk.gui.widgets.memory_panel import MemoryPanel
from advocate_desk.gui.workplace import Workplace
from advocate_desk.language.catalog import ntr, tr
from advocate_desk.model.alignment import Alignment
from advocate_desk.model.changes import Changes
from advocate_desk.model.draft import ListedRow
from advocate_desk.model.marked import marked
from advocate_desk.model.memory import DraftMemory, Remembered

_CLEAR = marked("Clear part of the memory")
_KINDS = "(*.tmx)"


class MemoryFlows:
    """Connects the actions of the memory to one open desk."""

    def __init__(self, place: Workplace) -> None:
        self._place = place
        panel = place.translation.panel("memory")
        assert isinstance(panel, MemoryPanel)  # noqa: S101 - the dock knows panels by name only
        self._panel = panel
        panel.inserted.connect(place.go_to)

    def slots(self) -> Mapping[str, Slot]:
        """Action id to what it does."""
        return {
            "look_up_memory": self.look_up,
            "take_into_memory": self.take_in,
            "show_memory": self.show,
            "import_memory": self.import_file,
            "export_memory": self.export_file,
            "align_halves": self.align,
            "align_statements": self.align_statements,
        }

    # Looking up

    def look_up(self) -> None:
        """Brings the suggestions to the front and asks for the text the cursor is in."""
        self._place.show_translation("memory")
        here = self._place.text.place
        self._panel.show_place(here.statement_id, here.block_id, here.language)
        self._panel.look_up()

    # Feeding and clearing

    def take_in(self) -> None:
        """Takes the signed-off pairs of the statement in, or all of them if that is wanted."""
        place = self._place
        place.operations.settle()
        if not place.statement_id:
            return
        verb = place.desk.memory.take_in
        changes = place.operations.run(verb, place.statement_id)
        if not isinstance(changes, Remembered):
            return
        if not (changes.made or changes.known or changes.listed) and self._wants_all():
            changes = place.operations.run(verb, place.statement_id, approved_only=False)
        if isinstance(changes, Remembered):
            self._tell(len(changes.made), changes.listed)

    def _wants_all(self) -> bool:
        return self._place.ask.question(
            self._place.window,
            tr("No pair of this statement is signed off. Take in every pair as it stands?"),
            yes=tr("Take all in"),
            no=tr("Cancel"),
        )

    def _tell(self, new: int, listed: tuple[ListedRow, ...]) -> None:
        words = ntr("{n} pair is new in the memory.", "{n} pairs are new in the memory.", new)
        if listed:
            left = ntr(
                "{n} pair was left out: a withheld name stands in it.",
                "{n} pairs were left out: a withheld name stands in them.",
                len(listed),
            )
            words = f"{words} {left}"
        self._place.notice.tell(words)

    def show(self) -> None:
        """Shows where the pairs came from; clears what was ticked, in one step."""
        place = self._place
        dialog = MemoryDialog(place.desk.memory.origins(), place.window)
        chosen = dialog.value() if place.ask.run(dialog) else ()
        dialog.deleteLater()
        if chosen and place.operations.run(self._clear, chosen):
            place.toast.tell(tr("Deleted."))

    def _clear(self, origins: tuple[str, ...]) -> Changes:
        memory = self._place.desk.memory
        with self._place.desk.step(_CLEAR):
            return [memory.clear(origin) for origin in origins][-1]

    # Files

    def import_file(self) -> None:
        """Asks for a TMX file, shows what was understood, then takes it in."""
        place = self._place
        kinds = tr("Translation memories") + f" {_KINDS};;" + tr("All files") + " (*)"
        path = place.ask.open_file(place.window, tr("Import a memory"), kinds=kinds)
        if path is None:
            return

        def read(desk: Desk, _progress: Progress) -> DraftMemory:
            return desk.memory.read_tmx(path)

        place.operations.run_slow(tr("Reading the memory…"), read, self._confirm)

    def _confirm(self, draft: DraftMemory) -> None:
        dialog = MemoryImportDialog(draft, self._place.window)
        agreed = self._place.ask.run(dialog)
        dialog.deleteLater()
        if agreed and draft.pairs:
            intake = MemoryIntake(self._place.operations, self._place.window.status, draft)
            intake.done.connect(self._tell)
            intake.start()

    def export_file(self) -> None:
        """Asks where to, and writes the memory as a TMX file."""
        place = self._place
        suggested = place.desk.path.with_suffix(".tmx")
        kinds = tr("Translation memories") + f" {_KINDS}"
        path = place.ask.save_file(
            place.window, tr("Export the memory"), kinds=kinds, suggested=suggested
        )
        if path is None:
            return

        def write(desk: Desk, _progress: Progress) -> tuple[Path, int]:
            return path, desk.memory.export_tmx(path)

        place.operations.run_slow(tr("Writing the memory…"), write, self._tell_written)

    def _tell_written(self, written: tuple[Path, int]) -> None:
        path, count = written
        self._place.notice.tell(
            ntr(
                "{n} pair was written to “{name}”.",
                "{n} pairs were written to “{name}”.",
                count,
                name=path.name,
            )
        )

    # Alignment

    def align(self) -> None:
        """Looks for the two halves of the statement, shows them, then merges them."""
        place = self._place
        place.operations.settle()
        statement_id = place.statement_id
        if not statement_id:
            return

        def propose(desk: Desk, _progress: Progress) -> Alignment:
            return desk.memory.align(statement_id)

        def accept(alignment: Alignment) -> None:
            corrected = self._corrected(alignment)
            if corrected:
                verb = place.desk.memory.accept_alignment
                place.operations.run(verb, statement_id, corrected)

        place.operations.run_slow(tr("Comparing the texts…"), propose, accept)

    def align_statements(self) -> None:
        """Asks for the statement in the other language, and brings it in beside this one."""
        place = self._place
        place.operations.settle()
        first, second = place.statement_id, self._other_statement()
        if not (first and second):
            return

        def propose(desk: Desk, _progress: Progress) -> Alignment:
            return desk.memory.align_statements(first, second)

        def accept(alignment: Alignment) -> None:
            corrected = self._corrected(alignment)
            if corrected:
                verb = place.desk.memory.accept_statements
                place.operations.run(verb, first, second, corrected)

        place.operations.run_slow(tr("Comparing the texts…"), propose, accept)

    def _other_statement(self) -> str:
        place = self._place
        if not place.statement_id:
            return ""
        others = [one for one in place.desk.drafting.statements() if one.id != place.statement_id]
        dialog = StatementChoiceDialog(others, place.window)
        chosen = dialog.value() if place.ask.run(dialog) else ""
        dialog.deleteLater()
        return chosen

    def _corrected(self, alignment: Alignment) -> Alignment | None:
        dialog = AlignmentDialog(alignment, self._place.window)
        corrected = dialog.value() if self._place.ask.run(dialog) else None
        dialog.deleteLater()
        return corrected
