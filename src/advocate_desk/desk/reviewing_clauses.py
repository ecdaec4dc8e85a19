"""How far the sides of a clause are, and who signed them off."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from advocate_desk.desk.clause_verbs import ClauseVerbs, clauses_changed
from advocate_desk.model.changes import Changes
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import TranslationState
from advocate_desk.model.marked import marked
from advocate_desk.model.statement import EMPTY, Rendition
from advocate_desk.model.translation import same_words, with_state

_SET_BY_HAND = frozenset(
    {TranslationState.DRAFT, TranslationState.IN_REVIEW, TranslationState.APPROVED}
)


class ReviewingClauses(ClauseVerbs):
    """Verbs of the reviewer of the library; the percentages are `translating.library_progress`."""

    def review(
        self, clause_id: str, language: str, state: TranslationState, reviewer: str = ""
    ) -> Changes:
        """Say how far one side of the newest revision is: draft, in review or approved.

        A stale side is set to draft first: that says that it is current again. Approving needs a
        name; without `reviewer` it is the one of who works here.

        Raises:
            DeskError: nothing is written, the side is stale, or nobody signs.
        """
        label = marked("Review clause")
        revision = self.clause(clause_id).latest
        name = " ".join((reviewer or self._file.author).split())
        _refuse_review(revision.rendition(language), state, name)
        signed = state is TranslationState.APPROVED
        with self._step(label):
            self._file.clauses.set_review(
                revision.id, language, state, name if signed else "", self._today(signed=signed)
            )
            if signed:
                self._feed_memory(clause_id)
        return clauses_changed(label, clause_id)

    def _feed_memory(self, clause_id: str) -> None:
        from advocate_desk.desk.remembering import remember_clause

        remember_clause(self._file, clause_id)

    def _today(self, *, signed: bool) -> str:
        from advocate_desk.desk.clock import local_day

        return local_day(self._file.now()) if signed else ""


def next_sides(
    before: Mapping[str, Rendition], after: Mapping[str, Rendition]
) -> dict[str, Rendition]:
    """The sides of a new revision with their states.

    A side whose words changed is a draft again. One that stayed while another that was written
    changed is stale.
    """
    changed = {
        code
        for code, side in after.items()
        if not same_words(side, before.get(code, EMPTY)) and not before.get(code, EMPTY).is_empty
    }
    return {
        code: _next(before.get(code, EMPTY), side, changed - {code}) for code, side in after.items()
    }


def _next(old: Rendition, new: Rendition, others_changed: set[str]) -> Rendition:
    if new.is_empty or not same_words(old, new):
        return new
    kept = replace(old, heading=new.heading, body=new.body)
    return with_state(kept, TranslationState.STALE) if others_changed else kept


def _refuse_review(side: Rendition, state: TranslationState, name: str) -> None:
    if state not in _SET_BY_HAND:
        raise DeskError(marked("Missing and stale are found by the program, not set by hand."))
    if side.is_empty:
        raise DeskError(marked("Nothing is written in this language yet."))
    if side.state is TranslationState.STALE and state is not TranslationState.DRAFT:
        raise DeskError(
            marked("The other side changed since this one was translated."),
            advice=marked("Look at what changed and mark the translation current first."),
        )
    if state is TranslationState.APPROVED and not name:
        raise DeskError(
            marked("A sign-off needs the name of who reviewed the text."),
            advice=marked("Enter your name and sign off again."),
        )
