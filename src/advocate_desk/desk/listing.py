"""Putting endorsers on a statement's list: from the registry where they are there already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from advocate_desk.desk.boundary import Incoming
from advocate_desk.desk.snapshot import text_edition_id
from advocate_desk.desk.verbs import Verbs
from advocate_desk.language.khmer import fold
from advocate_desk.model.draft import DraftEndorser
from advocate_desk.model.endorsement import Endorsement, Endorser, EndorserName
from advocate_desk.model.kinds import EndorsementState

Names = Mapping[str, EndorserName]


class Listing(Verbs):
    """What adding one endorser and importing a hundred have in common."""

    def _list_all(
        self,
        statement_id: str,
        drafts: Iterable[DraftEndorser],
        incoming: Incoming,
        state: EndorsementState,
    ) -> tuple[list[str], list[DraftEndorser]]:
        """Add drafts in their order: the endorsements' ids, and the drafts that were there."""
        made: list[str] = []
        repeated: list[DraftEndorser] = []
        listed = self._listed_ids(statement_id)
        for draft in drafts:
            endorser = self._registered(incoming.names(draft_names(draft)))
            if endorser.id in listed:
                repeated.append(draft)
            else:
                listed.add(endorser.id)
                made.append(self._listed(statement_id, endorser, state))
        return made, repeated

    def _repeated_rows(
        self, known: Iterable[Names], drafts: Iterable[DraftEndorser]
    ) -> tuple[int, ...]:
        """The rows that name an endorser already known, or named by an earlier row."""
        seen: list[Names] = list(known)
        rows: list[int] = []
        for draft in drafts:
            names = Incoming().names(draft_names(draft))
            if any(same_endorser(other, names) for other in seen):
                rows.append(draft.row)
            else:
                seen.append(names)
        return tuple(rows)

    def _registered(self, names: Names) -> Endorser:
        """The endorser of the registry with exactly these names, else a new one."""
        for code, name in names.items():
            found = self._file.endorsers.find_by_name(fold(name.name), code)
            if found is not None and same_endorser(found.names, names):
                return found
        endorser = Endorser(self._file.new_id(), dict(names))
        self._file.endorsers.insert(endorser)
        return endorser

    def _listed(self, statement_id: str, endorser: Endorser, state: EndorsementState) -> str:
        confirmed = state is EndorsementState.CONFIRMED
        edition_id = self._text_edition_id(statement_id) if confirmed else ""
        endorsement = Endorsement(
            self._file.new_id(),
            statement_id,
            endorser,
            position=len(self._file.endorsements.of(statement_id)),
            state=state,
            edition_id=edition_id or None,
        )
        self._file.endorsements.insert(endorsement)
        return endorsement.id

    def _listed_ids(self, statement_id: str) -> set[str]:
        return {e.endorser.id for e in self._file.endorsements.of(statement_id)}

    def _text_edition_id(self, statement_id: str) -> str:
        editions = self._file.editions.of(statement_id)
        return text_edition_id(self._statement(statement_id), editions) if editions else ""


def same_endorser(known: Names, names: Names) -> bool:
    """Whether a known endorser has exactly these names: folded name and acronym, and wording.

    A likeness is never enough. Nor is the same name in another wording: the entry that was handed
    in has to be printed as it is.
    """
    return all(code in known and _same_name(known[code], name) for code, name in names.items())


def _same_name(known: EndorserName, name: EndorserName) -> bool:
    same = (fold(known.name), fold(known.acronym)) == (fold(name.name), fold(name.acronym))
    return same and (not name.written or known.printed == name.printed)


def draft_names(draft: DraftEndorser) -> dict[str, EndorserName]:
    """The names of a draft; the entry's wording is kept where it is not what we would print."""
    return {
        code: EndorserName(
            draft.name.get(code, "").strip(), draft.acronym, draft.written.get(code, "")
        )
        for code in dict.fromkeys((*draft.written, *draft.name))
    }


def written_of(drafts: Sequence[DraftEndorser]) -> tuple[str, ...]:
    """The wordings of drafts that found no place of their own."""
    return tuple(text for draft in drafts for text in draft.written.values())
