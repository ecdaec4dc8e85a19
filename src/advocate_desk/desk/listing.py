"""Putting endorsers on a statement's list: from the registry where they are there already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from advocate_desk.desk.boundary import Incoming
from advocate_desk.desk.snapshot import (
    agreed_content,
    agreed_of_edition,
    as_content,
    hash_of,
    text_edition_id,
)
from advocate_desk.desk.verbs import Verbs
from advocate_desk.language.khmer import fold
from advocate_desk.model.consent import NO_CONSENT, Consent, EndorsementEvent
from advocate_desk.model.draft import DraftEndorser
from advocate_desk.model.edition import Edition
from advocate_desk.model.endorsement import Endorsement, Endorser, EndorserName, begun
from advocate_desk.model.endorser_order import EndorserOrder, arranged
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import EndorsementState
from advocate_desk.model.marked import marked

Names = Mapping[str, EndorserName]


class Agreement(NamedTuple):
    """The edition somebody agreed to, if it was one, and the SHA-256 of the text."""

    edition_id: str | None
    text: str | None


NO_AGREEMENT = Agreement(None, None)


class Listing(Verbs):
    """What adding one endorser and importing a hundred have in common."""

    def _back_up_first(self) -> None:
        """A backup before an import, unless there is nothing to lose; none inside a step."""
        if not self._file.in_step and self._file.statements.all():
            self._file.back_up()

    def _list_all(
        self,
        statement_id: str,
        drafts: Iterable[DraftEndorser],
        incoming: Incoming,
        state: EndorsementState,
    ) -> tuple[list[str], list[DraftEndorser]]:
        """Add drafts in their order: the endorsements' ids, and the drafts that were left out."""
        made: list[str] = []
        left: list[DraftEndorser] = []
        listed = self._listed_ids(statement_id)
        agreed = self._agreed(statement_id, state)
        for draft in drafts:
            endorser = self._drafted(draft, incoming)
            if endorser is None or endorser.id in listed:
                left.append(draft)
            else:
                listed.add(endorser.id)
                made.append(self._listed(statement_id, endorser, state, agreed))
        return made, left

    def _drafted(self, draft: DraftEndorser, incoming: Incoming) -> Endorser | None:
        names = checked_names(draft, incoming)
        return None if names is None else self._registered(names)

    def _registered(self, names: Names) -> Endorser:
        """The endorser of the registry with exactly these names, else a new one."""
        for code, name in names.items():
            found = self._file.endorsers.find_by_name(fold(name.name), code)
            if found is not None and same_endorser(found.names, names):
                return found
        endorser = Endorser(self._file.new_id(), dict(names))
        self._file.endorsers.insert(endorser)
        return endorser

    def _listed(
        self,
        statement_id: str,
        endorser: Endorser,
        state: EndorsementState,
        agreed: Agreement,
        answer: Consent = NO_CONSENT,
    ) -> str:
        """Put an endorser at the end of the list; the endorsement's id."""
        made = Endorsement(
            self._file.new_id(),
            statement_id,
            endorser,
            0,
            begun(state),
            edition_id=agreed.edition_id,
            answered_on=answer.on,
            agreed_text=agreed.text,
            agreed_by=answer.who,
            agreed_role=answer.role,
            channel=answer.channel,
        )
        self._file.endorsements.insert(made)
        self._note_event(made)
        return made.id

    def _keep_order(self, statement_id: str) -> None:
        """Put a list in the order the statement keeps it in, inside a step."""
        order = EndorserOrder(self._statement(statement_id).endorser_order)
        if order is EndorserOrder.BY_HAND:
            return
        before = self._file.endorsements.of(statement_id)
        after = tuple(one.id for one in arranged(before, order))
        if after != tuple(one.id for one in before):
            self._file.endorsements.arrange(statement_id, after)

    def _note_event(self, endorsement: Endorsement, note: str = "") -> None:
        """Keep what happened to an endorsement, as it stands now."""
        self._file.consents.add_event(
            EndorsementEvent(
                id=self._file.new_id(),
                endorsement_id=endorsement.id,
                state=endorsement.state,
                happened_on=endorsement.answered_on,
                noted_at=self._file.now(),
                author=self._file.author,
                agreed_by=endorsement.agreed_by,
                agreed_role=endorsement.agreed_role,
                channel=endorsement.channel,
                edition_id=endorsement.edition_id,
                note=note,
            )
        )

    def _listed_ids(self, statement_id: str) -> set[str]:
        return {e.endorser.id for e in self._file.endorsements.of(statement_id)}

    def _agreed(
        self, statement_id: str, state: EndorsementState, edition_id: str | None = None
    ) -> Agreement:
        """What somebody who confirms agrees to: the text as it stands, or that of an edition.

        The text is kept, so that later changes can be shown; inside a step.
        """
        if state is not EndorsementState.CONFIRMED:
            return NO_AGREEMENT
        statement = self._statement(statement_id)
        content = agreed_content(statement)
        if edition_id is not None:
            content = as_content(agreed_of_edition(self._edition_of(statement_id, edition_id)))
        else:
            editions = self._file.editions.of(statement_id)
            edition_id = text_edition_id(statement, editions) or None
        digest = hash_of(content)
        self._file.consents.keep_text(digest, content)
        return Agreement(edition_id, digest)

    def _edition_of(self, statement_id: str, edition_id: str) -> Edition:
        """An edition that somebody can have agreed to."""
        known = {one.id: one for one in self._file.editions.of(statement_id)}
        if edition_id not in known:
            raise DeskError(marked("The statement has no such edition."))
        return known[edition_id]


def repeated_rows(known: Iterable[Names], drafts: Iterable[DraftEndorser]) -> tuple[int, ...]:
    """The rows that name an endorser already known, or named by an earlier row."""
    seen: dict[tuple[str, str], list[Names]] = {}
    for names in known:
        _note(seen, names)
    rows: list[int] = []
    for draft in drafts:
        names = checked_names(draft, Incoming()) or {}
        if not names or _is_seen(seen, names):
            rows.append(draft.row)
        else:
            _note(seen, names)
    return tuple(rows)


def _note(seen: dict[tuple[str, str], list[Names]], names: Names) -> None:
    for code, name in names.items():
        seen.setdefault((code, fold(name.name)), []).append(names)


def _is_seen(seen: Mapping[tuple[str, str], list[Names]], names: Names) -> bool:
    return any(
        same_endorser(known, names)
        for code, name in names.items()
        for known in seen.get((code, fold(name.name)), ())
    )


def same_endorser(known: Names, names: Names) -> bool:
    """Whether a known endorser has exactly these names: folded name and acronym, and wording.

    A likeness is never enough. Nor is the same name in another wording: the entry that was handed
    in has to be printed as it is.
    """
    return all(code in known and _same_name(known[code], name) for code, name in names.items())


def _same_name(known: EndorserName, name: EndorserName) -> bool:
    same = (fold(known.name), fold(known.acronym)) == (fold(name.name), fold(name.acronym))
    return same and (not name.written or known.printed == name.printed)


def checked_names(draft: DraftEndorser, incoming: Incoming) -> dict[str, EndorserName] | None:
    """The names of a draft, None where they cannot be names; each keeps its wording."""
    names = {
        code: EndorserName(
            draft.name.get(code, ""), draft.acronym_in(code), draft.written.get(code, "")
        )
        for code in dict.fromkeys((*draft.written, *draft.name))
    }
    try:
        return incoming.names(names)
    except DeskError:
        return None


def written_of(drafts: Sequence[DraftEndorser]) -> tuple[str, ...]:
    """The wordings of drafts that found no place of their own."""
    return tuple(text for draft in drafts for text in draft.written.values())


def reworded(before: EndorserName | None, after: EndorserName) -> EndorserName:
    """Keep the entry as handed in only while the name's parts are the same."""
    if before is None or (before.name, before.acronym) != (after.name, after.acronym):
        return replace(after, written="")
    return replace(after, written=before.written)
