"""What the actions of the glossary do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import shiboken6
from PySide6.QtWidgets import QWidget

from advocate_desk.desk.desk import Desk
from advocate_desk.gui.flows.flow import Slot
from advocate_desk.gui.known_terms import KnownTerms
from advocate_desk.gui.operations import Progress
from advocate_desk.gui.widgets.term_marks import TermMarks
from advocate_desk.gui.widgets.terms_panel import TermsPanel
from advocate_desk.gui.workplace import Workplace
from advocate_desk.language.catalog import ntr, tr
from advocate_desk.model.changes import Changes
from advocate_desk.model.glossary import TermPlan
from advocate_desk.model.term import Term, TermText

_READABLE = "(*.csv *.tsv *.xlsx *.tbx *.xml)"


class GlossaryFlows:
    """Connects the actions of the glossary to one open desk."""

    def __init__(self, place: Workplace) -> None:
        self._place = place
        self._operations = place.operations
        self.known = KnownTerms(place.operations, place)
        settings = place.preferences.settings
        self.marks = TermMarks(place.text.column, self.known, is_on=settings.mark_terms)
        place.window.table.action("mark_terms").setChecked(settings.mark_terms)
        panel = place.translation.panel("terms")
        assert isinstance(panel, TermsPanel)  # noqa: S101 - the dock knows panels by name only
        self.panel = panel
        panel.follow(self.known)
        panel.insert_wanted.connect(self._insert)
        panel.add_wanted.connect(self.add_term)

    def slots(self) -> Mapping[str, Slot]:
        """Action id to what it does."""
        desk = self._place.desk  # the glossary's verbs are loaded when one is wanted
        return {
            "glossary": self.open_glossary,
            "show_terms": lambda: self._place.show_translation("terms"),
            "insert_term": self.insert_term,
            "add_term": self.add_term,
            "define_acronyms": lambda: self._order(desk.glossary.define_acronyms),
            "shorten_acronyms": lambda: self._order(desk.glossary.shorten_to_acronyms),
            "spell_out_acronyms": lambda: self._order(desk.glossary.spell_out_acronyms),
            "mark_terms": self.switch_marks,
        }

    # In the text

    def insert_term(self) -> None:
        """Puts the first term in that the other side names and this one does not."""
        place = self._place
        here = place.text.place
        place.operations.settle()
        self.panel.show_place(place.statement_id, here.block_id, here.language)
        offer = self.panel.next_missing()
        if offer is None:
            place.notice.tell(tr("This side names every term of the other one."))
        else:
            self._insert(offer.wanted)

    def _insert(self, words: str) -> None:
        cell = self._place.text.blocks.current_cell()
        if cell is not None:
            cell.insert_piece(words)

    def switch_marks(self) -> None:
        """Underlines known terms, or not, from now on."""
        is_on = self._place.window.table.action("mark_terms").isChecked()
        self._place.preferences.use_mark_terms(on=is_on)
        self.marks.switch(on=is_on)

    def add_term(self) -> None:
        """Asks for a term that begins with what is selected."""
        from advocate_desk.gui.dialogs.glossary_dialog import ask_for_term

        place = self._place
        cell = place.text.blocks.current_cell()
        term = Term("")
        if cell is not None and (words := " ".join(cell.selected_text().split())):
            term = Term("", {cell.language: TermText(words)})
        ask_for_term(
            self._operations,
            place.ask,
            place.window,
            term,
            from_statement=place.statement_id if term.texts else "",
        )

    def _order(self, verb: Callable[[str], Changes]) -> None:
        """Puts acronyms in order, or says that they are."""
        if not self._place.statement_id:
            return
        changes = self._operations.run(verb, self._place.statement_id)
        if changes is not None and not changes:
            self._place.notice.tell(tr("There was nothing to change."))

    # The glossary

    def open_glossary(self) -> None:
        """Shows every term."""
        from advocate_desk.gui.dialogs.glossary_dialog import GlossaryDialog

        place = self._place
        place.operations.settle()
        dialog = GlossaryDialog(
            self._operations, place.ask, self.bring_in, self.take_out, place.window
        )
        place.ask.run(dialog)
        dialog.deleteLater()

    def bring_in(self, parent: QWidget) -> None:
        """Asks for a file, shows what it would do, then brings it in."""
        kinds = tr("Glossaries") + f" {_READABLE};;" + tr("All files") + " (*)"
        path = self._place.ask.open_file(parent, tr("Import glossary"), kinds=kinds)
        if path is None:
            return

        def read(desk: Desk, _progress: Progress) -> TermPlan:
            return desk.glossary.plan(desk.glossary.read(path))

        self._operations.run_slow(
            tr("Reading the glossary…"), read, lambda planned: self._agree(parent, planned)
        )

    def _agree(self, parent: QWidget, planned: TermPlan) -> None:
        from advocate_desk.gui.dialogs.term_import_dialog import TermImportDialog

        # The glossary's window may have been closed meanwhile.
        over = parent if shiboken6.isValid(parent) else self._place.window
        dialog = TermImportDialog(over, planned)
        if self._place.ask.run(dialog):
            self._operations.run(self._place.desk.glossary.bring_in, planned)
        dialog.deleteLater()

    def take_out(self, parent: QWidget) -> None:
        """Asks for a file and writes the glossary into it."""
        kinds = ";;".join(
            (
                tr("Excel table ({pattern})", pattern="*.xlsx"),
                tr("CSV table ({pattern})", pattern="*.csv"),
                tr("TBX for other programs ({pattern})", pattern="*.tbx"),
            )
        )
        suggested = self._place.desk.path.with_name(tr("Glossary") + ".xlsx")
        target = self._place.ask.save_file(
            parent, tr("Export glossary"), kinds=kinds, suggested=suggested
        )
        if target is None:
            return
        wanted = target if target.suffix else target.with_suffix(".xlsx")

        def write(desk: Desk, _progress: Progress) -> int:
            return desk.glossary.export(wanted)

        self._operations.run_slow(
            tr("Writing the glossary…"), write, lambda count: self._tell_written(wanted, count)
        )

    def _tell_written(self, target: Path, count: int) -> None:
        words = ntr(
            "{n} term written to {name}.", "{n} terms written to {name}.", count, name=target.name
        )
        self._place.notice.tell(words)
