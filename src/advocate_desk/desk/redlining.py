"""Two texts of a statement in one Word document, with what changed as tracked changes."""

from __future__ import annotations

from advocate_desk.desk.adopted import Adopted, adopted, as_it_stands
from advocate_desk.desk.verbs import Verbs
from advocate_desk.model.errors import DeskError
from advocate_desk.model.marked import marked


class Redlining(Verbs):
    """Verbs of the one who shows colleagues what changed."""

    def _ends(self, first_id: str, second_id: str) -> tuple[Adopted, Adopted]:
        """Both texts; no second id means the statement as it stands now.

        Raises:
            DeskError: there is no such edition, or they are of different statements.
        """
        try:
            found = [self._file.editions.get(one) for one in (first_id, second_id) if one]
        except KeyError as error:
            raise DeskError(marked("There is no such edition.")) from error
        if len({edition.statement_id for edition in found}) != 1:
            raise DeskError(marked("Only editions of the same statement can be compared."))
        now = self._statement(found[0].statement_id)
        endorsements = self._file.endorsements.of(now.id)
        ends = [adopted(edition, now, endorsements) for edition in found]
        return ends[0], ends[1] if second_id else as_it_stands(now, endorsements)
