"""What the actions of the library do."""

from __future__ import annotations

from collections.abc import Mapping

from advocate_desk.gui.flows.flow import Slot
from advocate_desk.gui.own_name import OwnName
from advocate_desk.gui.workplace import Workplace
from advocate_desk.language.catalog import current, tr
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.clause import NewerRevision
from advocate_desk.model.statement import Block, demand_numbers, walk
from advocate_desk.model.words import word


class LibraryFlows:
    """Connects the actions of the library to one open desk."""

    def __init__(self, place: Workplace) -> None:
        self._place = place
        place.text.blocks.on_compare = self.compare
        place.text.blocks.on_newer = self.show_newer
        place.clauses.work.reviewer = OwnName(place).known
        place.clauses.newer_wanted.connect(self.show_newer)
        place.clauses.insert_with_basis_requested.connect(self.insert_with_basis)

    def slots(self) -> Mapping[str, Slot]:
        """Action id to what it does."""
        return {
            "new_clause": self._place.clauses.new_clause,
            "newer_revisions": self.show_newer,
            "compare_clause": self.compare,
        }

    def insert_with_basis(self, clause_id: str) -> None:
        """Puts a clause behind the current block, and its legal basis behind it."""
        self._place.window.show_page("text")
        self._place.text.blocks.insert_clause(clause_id, with_legal_basis=True)

    def show_newer(self, block_id: str = "") -> None:
        """Shows what the library has newer for the statement, or for one block of it."""
        place, library = self._place, self._place.desk.library
        if not place.statement_id:
            return
        place.operations.settle()
        found = library.newer_revisions(place.statement_id, kept_too=bool(block_id))
        wanted = [offer for offer in found if block_id in {"", offer.block_id}]
        if wanted:
            self._ask_about(wanted)
        else:
            place.notice.tell(tr("Every clause of this statement is the newest one."))

    def _ask_about(self, offers: list[NewerRevision]) -> None:
        from advocate_desk.gui.dialogs.newer_dialog import NewerDialog
        from advocate_desk.gui.widgets.offer_card import Answer, Offer

        place, library = self._place, self._place.desk.library
        blocks = {block.id: block for block in walk(place.text.column.blocks)}
        shown = [
            Offer(
                offer,
                self._name_of(blocks[offer.block_id]),
                blocks[offer.block_id].renditions,
                library.merged(offer.block_id),
            )
            for offer in offers
            if offer.block_id in blocks
        ]
        dialog = NewerDialog(place.window, shown)
        agreed, answers = place.ask.run(dialog), dialog.value()
        dialog.deleteLater()
        if agreed:
            chosen = {one: [b for b, a in answers.items() if a is one] for one in Answer}
            place.operations.run(
                library.decide,
                place.statement_id,
                take=chosen[Answer.TAKE],
                replace_edits=chosen[Answer.REPLACE],
                keep=chosen[Answer.KEEP],
            )

    def _name_of(self, block: Block) -> str:
        """What a block is called: its number and kind, and how it begins."""
        number = demand_numbers(self._place.text.column.blocks).get(block.id)
        kind = word(block.kind)
        return f"{kind} {in_digits(number, current())}" if number else kind

    def compare(self, block_id: str = "") -> None:
        """Shows a block beside the library, and puts the newest text or a variant into it."""
        from advocate_desk.gui.dialogs.compare_clause_dialog import CompareClauseDialog, Compared

        place, library = self._place, self._place.desk.library
        place.operations.settle()
        block = place.text.blocks.top_block(block_id)
        if block is None or block.clause_revision_id is None:
            place.notice.tell(tr("This block was not built from a clause."))
            return
        clause_id = library.revision(block.clause_revision_id).clause_id
        compared = Compared(
            block.renditions,
            block.clause_revision_id,
            library.revisions(clause_id),
            library.variants(clause_id),
        )
        dialog = CompareClauseDialog(place.window, compared)
        agreed, choice = place.ask.run(dialog), dialog.value()
        dialog.deleteLater()
        if agreed and choice is not None:
            self._put(block.id, choice.variant_id)

    def _put(self, block_id: str, variant_id: str) -> None:
        operations, library = self._place.operations, self._place.desk.library
        if variant_id:
            operations.run(library.swap, block_id, variant_id, replace_edits=True)
        else:
            operations.run(library.put_newest, block_id)
