"""The registry of endorsers and their answers for one statement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from advocate_desk.desk.verbs import Verbs
from advocate_desk.model.changes import Changes
from advocate_desk.model.draft import DraftEndorsers
from advocate_desk.model.endorsement import Endorsement, Endorser, EndorserName
from advocate_desk.model.kinds import EndorsementState, ShowAs


class Endorsing(Verbs):
    """Verbs of the one who keeps the endorsers."""

    def endorsers(self, query: str = "", limit: int = 1000) -> tuple[Endorser, ...]:
        """Endorsers of the registry whose names or acronyms hold the words."""
        raise NotImplementedError

    def endorsements(self, statement_id: str) -> tuple[Endorsement, ...]:
        """The endorsements of a statement in the order in which they are printed."""
        raise NotImplementedError

    def counts(self, statement_id: str) -> Mapping[EndorsementState, int]:
        """How many endorsements stand in each state; every state is a key."""
        raise NotImplementedError

    def add(
        self,
        statement_id: str,
        names: Mapping[str, EndorserName],
        *,
        state: EndorsementState = EndorsementState.INVITED,
    ) -> Changes:
        """Add an endorser at the end of the list, from the registry where it is there already.

        Focus is the endorsement's id.

        Raises:
            DeskError: no name, a name that is too long or has hidden direction marks, or the
                endorser is on the list already.
        """
        raise NotImplementedError

    def edit_endorser(
        self, endorser_id: str, names: Mapping[str, EndorserName], kind: str | None = None
    ) -> Changes:
        """Change an endorser's names (in every statement it endorses) and kind.

        A name that was changed is printed from its parts from then on, one that was not keeps
        the wording it was handed in with.

        Raises:
            DeskError: no name is left, or one cannot be a name.
        """
        raise NotImplementedError

    def set_state(
        self, endorsement_ids: Sequence[str], state: EndorsementState, *, on: str = ""
    ) -> Changes:
        """Move endorsements to a state, all or none; `on` is the day of the answer.

        Raises:
            DeskError: the move is not lawful for one of them.
        """
        raise NotImplementedError

    def show_as(self, endorsement_ids: Sequence[str], show_as: ShowAs) -> Changes:
        """Print the names, or withhold them: counted, never printed."""
        raise NotImplementedError

    def remove(self, endorsement_ids: Sequence[str]) -> Changes:
        """Take endorsements off the list; the endorsers stay in the registry."""
        raise NotImplementedError

    def move(self, endorsement_id: str, by: int) -> Changes:
        """Move an endorsement up (negative) or down the list; stops at the ends."""
        raise NotImplementedError

    def sort(self, statement_id: str, language: str) -> Changes:
        """Put the list in the order of the names in one language; nameless ones come last."""
        raise NotImplementedError

    def add_list(
        self,
        statement_id: str,
        draft: DraftEndorsers,
        state: EndorsementState = EndorsementState.CONFIRMED,
    ) -> Changes:
        """Add a list as read, at the end and in its order; `made` holds the endorsements' ids.

        Rows whose endorser is on the list already are left out: `already_listed` names them
        beforehand.
        """
        raise NotImplementedError

    def already_listed(self, statement_id: str, draft: DraftEndorsers) -> tuple[int, ...]:
        """The rows of a list whose endorser is on the statement's list already."""
        raise NotImplementedError
