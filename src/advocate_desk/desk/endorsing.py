"""The registry of endorsers and their answers for one statement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from advocate_desk.desk.adding_matched import AddingMatched
from advocate_desk.desk.answering import Answering
from advocate_desk.desk.boundary import Incoming
from advocate_desk.desk.listing import repeated_rows, reworded
from advocate_desk.desk.verbs import NOTHING, list_changed, rows_changed
from advocate_desk.model.changes import Changes
from advocate_desk.model.consent import NO_CONSENT, Consent
from advocate_desk.model.draft import DraftEndorsers
from advocate_desk.model.endorsement import Endorsement, Endorser, EndorserName, move
from advocate_desk.model.endorser_order import EndorserOrder, name_key
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import EndorsementState, ShowAs
from advocate_desk.model.marked import marked


class Endorsing(Answering, AddingMatched):
    """Verbs of the one who keeps the endorsers."""

    def endorsers(self, query: str = "", limit: int = 1000) -> tuple[Endorser, ...]:
        """Endorsers of the registry whose names or acronyms hold the words."""
        return self._file.endorsers.search(query, limit=limit)

    def endorsements(self, statement_id: str) -> tuple[Endorsement, ...]:
        """The endorsements of a statement in the order in which they are printed."""
        return self._file.endorsements.of(statement_id)

    def counts(self, statement_id: str) -> Mapping[EndorsementState, int]:
        """How many endorsements stand in each state; every state is a key."""
        return self._file.endorsements.counts(statement_id)

    def withheld_endorsers(self) -> frozenset[str]:
        """The ids of endorsers whose name is withheld in some statement of the desk."""
        return frozenset(
            endorsement.endorser.id
            for summary in self._file.statements.all()
            for endorsement in self.endorsements(summary.id)
            if endorsement.show_as is ShowAs.WITHHELD
        )

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
            DeskError: no name, a name that is too long or has hidden direction marks, the
                endorser is on the list already, or withdraws without having been asked.
        """
        label = marked("Add endorser")
        incoming = Incoming()
        self._statement(statement_id)
        checked = incoming.names(names)
        with self._step(label, statement_id):
            endorser = self._registered(checked)
            if endorser.id in self._listed_ids(statement_id):
                raise DeskError(marked("This endorser is on the list already."))
            made = self._listed(statement_id, endorser, state, self._agreed(statement_id, state))
            self._keep_order(statement_id)
        return list_changed(label, statement_id, made, removed=incoming.removed, made=(made,))

    def edit_endorser(
        self, endorser_id: str, names: Mapping[str, EndorserName], kind: str | None = None
    ) -> Changes:
        """Change an endorser's names (in every statement it endorses) and kind.

        A name that was changed is printed from its parts from then on, one that was not keeps
        the wording it was handed in with.

        Raises:
            DeskError: no name is left, or one cannot be a name.
        """
        label = marked("Edit endorser")
        incoming = Incoming()
        before = self._endorser(endorser_id)
        checked = incoming.names(names)
        kept = {code: reworded(before.names.get(code), name) for code, name in checked.items()}
        after = replace(
            before, names=kept, kind=incoming.text(before.kind if kind is None else kind)
        )
        if after == before:
            return NOTHING
        with self._step(label, *self._statements_with(endorser_id)):
            self._file.endorsers.update(after)
            for statement_id in self._statements_with(endorser_id):
                self._keep_order(statement_id)
        return list_changed(label, "", endorser_id, removed=incoming.removed)

    def correct_entry(self, endorser_id: str, language: str, entry: str) -> Changes:
        """Change how an endorser's entry reads in a language; name and acronym are read from it.

        Raises:
            DeskError: there is no such endorser, or the entry cannot be a name.
        """
        from advocate_desk.importers.endorser_entry import split_acronym

        label = marked("Correct endorser")
        incoming = Incoming()
        before = self._endorser(endorser_id)
        parts = EndorserName(*split_acronym(entry))
        name = parts if parts.printed == entry else replace(parts, written=entry)
        names = incoming.names({**before.names, language: name})
        after = replace(before, names=names)
        if after == before:
            return NOTHING
        with self._step(label, *self._statements_with(endorser_id)):
            self._file.endorsers.update(after)
        return list_changed(label, "", endorser_id, removed=incoming.removed)

    def set_state(
        self,
        endorsement_ids: Sequence[str],
        state: EndorsementState,
        *,
        on: str = "",
        consent: Consent = NO_CONSENT,
        note: str = "",
    ) -> Changes:
        """Move endorsements to a state, all or none; `on` is the day of the answer.

        One that stands there already is left as it is. Confirming binds an endorsement to the text
        that is agreed to: the one that stands, or that of the edition named in `consent`. What
        happened is kept for good, with the `note`.

        Raises:
            DeskError: the move is not lawful for one of them, or the day has not come yet.
        """
        label = marked("Change state of endorsements")
        chosen = [e for e in self._chosen(endorsement_ids) if e.state is not state]
        for endorsement in chosen:
            move(endorsement, state)
        if not chosen:
            return NOTHING
        incoming = Incoming()
        answer = self._answer(consent, on, incoming)
        with self._step(label, *(e.statement_id for e in chosen)):
            self._answer_all(chosen, state, answer, incoming.text(note))
        return replace(self._some_changed(label, chosen), removed=incoming.removed)

    def show_as(self, endorsement_ids: Sequence[str], show_as: ShowAs) -> Changes:
        """Print the names, or withhold them: counted, never printed."""
        label = marked("Withhold names") if show_as is ShowAs.WITHHELD else marked("Print names")
        chosen = [e for e in self._chosen(endorsement_ids) if e.show_as is not show_as]
        if not chosen:
            return NOTHING
        with self._step(label, *(e.statement_id for e in chosen)):
            for endorsement in chosen:
                self._file.endorsements.update(endorsement.id, show_as=show_as)
        return self._some_changed(label, chosen)

    def remove(self, endorsement_ids: Sequence[str]) -> Changes:
        """Take endorsements off the list; the endorsers stay in the registry."""
        label = marked("Remove endorsers from the list")
        chosen = self._chosen(endorsement_ids)
        if not chosen:
            return NOTHING
        with self._step(label, *(e.statement_id for e in chosen)):
            for endorsement in chosen:
                self._file.endorsements.delete(endorsement.id)
        return replace(self._some_changed(label, chosen), focus="")

    def move(self, endorsement_id: str, by: int) -> Changes:
        """Move an endorsement up (negative) or down the list; stops at the ends."""
        label = marked("Move endorser")
        (endorsement,) = self._chosen([endorsement_id])
        statement_id = endorsement.statement_id
        last = len(self.endorsements(statement_id)) - 1
        position = max(0, min(endorsement.position + by, last))
        if position == endorsement.position:
            return NOTHING
        with self._step(label, statement_id):
            self._file.endorsements.move(endorsement_id, position)
            if self._statement(statement_id).endorser_order:  # or it would be put back at once
                self._file.endorsements.update(endorsement_id, pinned=True)
        return rows_changed(label, statement_id, endorsement_id)

    def sort(self, statement_id: str, language: str) -> Changes:
        """Put the list in the order of the names in one language, once; nameless ones come last."""
        label = marked("Sort endorsers")
        before = self.endorsements(statement_id)
        after = sorted(before, key=lambda e: name_key(e, language))
        return self._put_in_order(label, statement_id, tuple(e.id for e in after))

    def set_order(self, statement_id: str, order: EndorserOrder) -> Changes:
        """Keep the list in an order from now on; who is pinned keeps the place.

        Raises:
            DeskError: there is no such statement.
        """
        label = marked("Change the order of endorsers")
        if self._statement(statement_id).endorser_order == order:
            return NOTHING
        with self._step(label, statement_id):
            self._file.statements.update(statement_id, endorser_order=order.value)
            self._keep_order(statement_id)
        return rows_changed(label, statement_id, statement_id)

    def pin(self, endorsement_ids: Sequence[str], *, pinned: bool = True) -> Changes:
        """Let endorsements keep their places in the list, or flow again."""
        label = marked("Pin endorsers") if pinned else marked("Unpin endorsers")
        chosen = [e for e in self._chosen(endorsement_ids) if e.pinned is not pinned]
        if not chosen:
            return NOTHING
        with self._step(label, *(e.statement_id for e in chosen)):
            for endorsement in chosen:
                self._file.endorsements.update(endorsement.id, pinned=pinned)
            for statement_id in {e.statement_id for e in chosen}:
                self._keep_order(statement_id)
        return self._some_changed(label, chosen)

    def _put_in_order(self, label: str, statement_id: str, order: tuple[str, ...]) -> Changes:
        if order == tuple(e.id for e in self.endorsements(statement_id)):
            return NOTHING
        with self._step(label, statement_id):
            self._file.endorsements.arrange(statement_id, order)
        return rows_changed(label, statement_id, statement_id)

    def write_withheld_line(self, statement_id: str, texts: Mapping[str, str]) -> Changes:
        """Word the line that counts withheld names; an empty text is the program's wording.

        `{count}` stands for their number, `{total}` for all endorsers with them.

        Raises:
            DeskError: a wording without `{count}`, or with a withheld name in it.
        """
        label = marked("Word the line of withheld names")
        incoming = Incoming()
        kept = {code: text.strip() for code, text in incoming.texts(texts).items() if text.strip()}
        if any("{count}" not in text for text in kept.values()):
            raise DeskError(
                marked("The line must hold “{sign}”, which becomes their number."), sign="{count}"
            )
        self._refuse_withheld(statement_id, kept.values())
        if dict(self._statement(statement_id).withheld_line) == kept:
            return NOTHING
        with self._step(label, statement_id):
            self._file.statements.update(statement_id, withheld_line=kept)
        return rows_changed(label, statement_id, statement_id, removed=incoming.removed)

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
        label = marked("Add endorsers")
        incoming = Incoming()
        self._statement(statement_id)
        self._back_up_first()
        with self._step(label, statement_id):
            made, _ = self._list_all(statement_id, draft.endorsers, incoming, state)
            self._keep_order(statement_id)
        return list_changed(label, statement_id, statement_id, removed=incoming.removed, made=made)

    def already_listed(self, statement_id: str, draft: DraftEndorsers) -> tuple[int, ...]:
        """The rows that `add_list` would leave out: on the statement's list, or twice in this."""
        known = [e.endorser.names for e in self.endorsements(statement_id)]
        return repeated_rows(known, draft.endorsers)

    def _endorser(self, endorser_id: str) -> Endorser:
        try:
            return self._file.endorsers.get(endorser_id)
        except KeyError as error:
            raise DeskError(marked("There is no such endorser in the registry.")) from error

    def _statements_with(self, endorser_id: str) -> list[str]:
        return [one.statement_id for one in self._file.endorsements.by_endorser(endorser_id)]
