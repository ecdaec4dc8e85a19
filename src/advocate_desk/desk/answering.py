"""What every verb about answers shares: cleaned answers, written and noted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from advocate_desk.desk.boundary import Incoming
from advocate_desk.desk.listing import Agreement, Listing
from advocate_desk.desk.verbs import rows_changed
from advocate_desk.model.changes import Area, Changes
from advocate_desk.model.consent import Consent, checked_day
from advocate_desk.model.endorsement import Endorsement
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import EndorsementState
from advocate_desk.model.marked import marked
from advocate_desk.store.endorsements import EndorsementColumns

_Column = Literal[
    "state", "answered_on", "edition_id", "agreed_text", "agreed_by", "agreed_role", "channel"
]
_COLUMNS: tuple[_Column, ...] = (
    "state",
    "answered_on",
    "edition_id",
    "agreed_text",
    "agreed_by",
    "agreed_role",
    "channel",
)


class Answering(Listing):
    """Verbs that say what endorsers answered stand on this."""

    def _chosen(self, endorsement_ids: Sequence[str]) -> list[Endorsement]:
        try:
            return list(self._file.endorsements.some(dict.fromkeys(endorsement_ids)))
        except KeyError as error:
            raise DeskError(marked("There is no such endorsement; it may be gone.")) from error

    def _answer(self, consent: Consent, on: str, incoming: Incoming) -> Consent:
        """The answer with its texts cleaned and its day known."""
        return Consent(
            incoming.text(consent.who.strip()),
            incoming.text(consent.role.strip()),
            incoming.text(consent.channel.strip()),
            checked_day(on or consent.on, self._file.now()) if on or consent.on else "",
            consent.edition_id,
        )

    def _answer_all(
        self, chosen: Sequence[Endorsement], state: EndorsementState, answer: Consent, note: str
    ) -> None:
        """Give endorsements a state, inside a step."""
        if state is not EndorsementState.CONFIRMED:
            for endorsement in chosen:
                self._move_to(endorsement, state, answer, note)
            return
        agreed = self._agreements(chosen, state, answer.edition_id)
        for endorsement in chosen:
            self._confirm(endorsement, answer, agreed[endorsement.statement_id], note)

    def _agreements(
        self, chosen: Iterable[Endorsement], state: EndorsementState, edition_id: str | None
    ) -> dict[str, Agreement]:
        """Statement to what is agreed to now: found once, however many answer; inside a step."""
        statements = dict.fromkeys(one.statement_id for one in chosen)
        return {one: self._agreed(one, state, edition_id) for one in statements}

    def _confirm(
        self, endorsement: Endorsement, answer: Consent, agreed: Agreement, note: str
    ) -> None:
        """Bind an endorsement to the text that is agreed to."""
        after = replace(
            endorsement,
            state=EndorsementState.CONFIRMED,
            answered_on=answer.on,
            edition_id=agreed.edition_id,
            agreed_text=agreed.text,
        )
        after = _with_answer(after, answer)
        self._write_answer(endorsement, after)
        self._note_event(after, note)

    def _move_to(
        self, endorsement: Endorsement, state: EndorsementState, answer: Consent, note: str
    ) -> None:
        """A withdrawal says nothing new about who agreed to what, and leaves that as it is."""
        after = replace(endorsement, state=state, answered_on=answer.on)
        self._write_answer(endorsement, after)
        self._note_event(_with_answer(after, answer), note)

    def _write_answer(self, before: Endorsement, after: Endorsement) -> None:
        columns: EndorsementColumns = {}
        for name in _COLUMNS:
            if getattr(before, name) != getattr(after, name):
                columns[name] = getattr(after, name)
        self._file.endorsements.update(after.id, **columns)

    def _some_changed(self, label: str, chosen: Sequence[Endorsement]) -> Changes:
        statements = {endorsement.statement_id for endorsement in chosen}
        statement_id = statements.pop() if len(statements) == 1 else ""
        changes = rows_changed(label, statement_id, chosen[0].id)
        return replace(changes, areas=changes.areas | {Area.BLOCKS})


def _with_answer(endorsement: Endorsement, answer: Consent) -> Endorsement:
    return replace(
        endorsement, agreed_by=answer.who, agreed_role=answer.role, channel=answer.channel
    )
