"""What is different between the editions of a statement, and going back to one."""

from __future__ import annotations

from advocate_desk.desk.adopted import Adopted
from advocate_desk.desk.redlining import Redlining
from advocate_desk.desk.restoring import Restoring
from advocate_desk.model.comparison import (
    Comparison,
    compared_blocks,
    compared_endorsers,
    compared_facts,
)
from advocate_desk.model.withholding import Withheld


class Comparing(Redlining, Restoring):
    """Verbs of the one who asks what changed; only `restore` writes, and never to an edition."""

    def compare_editions(self, first_id: str, second_id: str) -> Comparison:
        """What the second edition says otherwise than the first.

        Names that are withheld now stand in neither side, whatever the editions hold.

        Raises:
            DeskError: there is no such edition, or they are of different statements.
        """
        return self._compared(*self._ends(first_id, second_id))

    def compare_with_now(self, edition_id: str) -> Comparison:
        """What the statement says now otherwise than an edition.

        Raises:
            DeskError: there is no such edition.
        """
        return self.compare_editions(edition_id, "")

    def _compared(self, first: Adopted, second: Adopted) -> Comparison:
        withheld = Withheld.of(self._file.endorsements.of(second.statement.id))
        before, after = first.redacted(withheld), second.redacted(withheld)
        old, new = before.statement, after.statement
        languages = tuple(dict.fromkeys((*new.languages, *old.languages)))
        return Comparison(
            new.id,
            first.end,
            second.end,
            languages,
            compared_blocks(old.blocks, new.blocks, languages),
            compared_facts(old, new),
            compared_endorsers(before.printed, after.printed),
            (before.withheld_count, after.withheld_count),
        )
