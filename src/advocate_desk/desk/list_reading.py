"""Reading the list of endorsers for a table: fast, and without the names that are withheld."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from advocate_desk.desk.verbs import Verbs
from advocate_desk.model.endorsement import Endorsement, Endorser
from advocate_desk.model.endorser_order import EndorserOrder
from advocate_desk.model.errors import DeskError
from advocate_desk.model.listed import Listed, ShownName, Tally
from advocate_desk.model.marked import marked


class ListReading(Verbs):
    """Light rows of ten thousand endorsements; nothing here writes."""

    def rows(self, statement_id: str) -> tuple[Listed, ...]:
        """The endorsements of a statement in their order, without names."""
        return self._file.listed.rows(statement_id)

    def names(
        self, statement_id: str, endorser_ids: Collection[str] | None = None
    ) -> Mapping[str, ShownName]:
        """Endorser id to name, of all or these, but of nobody who is withheld in the statement."""
        return self._file.listed.names(statement_id, endorser_ids)

    def found(self, statement_id: str, words: str) -> frozenset[str] | None:
        """The endorsers with all the words in their names, acronyms or aliases; None for no word.

        Withheld ones are found too: who looks for a name knows it already.
        """
        wanted = words.split()
        if not wanted:
            return None
        sets = (self._file.listed.found(statement_id, word) for word in dict.fromkeys(wanted))
        return frozenset.intersection(*sets)

    def tally(self, statement_id: str) -> Tally:
        """How long the list is, and how many stand behind the statement."""
        return self._file.listed.tally(statement_id)

    def order(self, statement_id: str) -> EndorserOrder:
        """The order in which the list is kept."""
        return EndorserOrder(self._file.listed.order(statement_id))

    def edition_numbers(self, statement_id: str) -> Mapping[str, int]:
        """Edition id to number."""
        return self._file.listed.edition_numbers(statement_id)

    def statement_of(self, endorsement_id: str) -> str:
        """The statement that is endorsed.

        Raises:
            DeskError: there is no such endorsement.
        """
        return self._endorsement(endorsement_id).statement_id

    def endorser_of(self, endorsement_id: str) -> Endorser:
        """Who endorses, by the real name: for the one who edits it or holds it down.

        Raises:
            DeskError: there is no such endorsement.
        """
        return self._endorsement(endorsement_id).endorser

    def _endorsement(self, endorsement_id: str) -> Endorsement:
        try:
            return self._file.endorsements.get(endorsement_id)
        except KeyError as error:
            raise DeskError(marked("There is no such endorsement; it may be gone.")) from error
