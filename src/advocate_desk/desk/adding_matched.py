"""Adding a list whose entries were matched with the registry: as decided, row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from advocate_desk.desk.boundary import Incoming
from advocate_desk.desk.draft_details import answer_of, why_too_early, with_details
from advocate_desk.desk.listing import Listing, Names, checked_names
from advocate_desk.desk.name_likeness import plain
from advocate_desk.desk.verbs import LIST_AREAS
from advocate_desk.language.safe_text import clean
from advocate_desk.model.changes import Changes
from advocate_desk.model.draft import DraftEndorser, DraftEndorsers, ListedRow
from advocate_desk.model.endorsement import Endorser, EndorserName
from advocate_desk.model.kinds import EndorsementState, ShowAs
from advocate_desk.model.marked import marked
from advocate_desk.model.registry import Alias, Choice, Decision, EndorserKind, EndorserRecord

ON_THE_LIST = marked("It is on the list already.")
REPEATED = marked("It repeats row {earlier}.")
_NO_NAME = marked("It cannot be a name.")
_UNDECIDED = marked("Nobody has decided yet who it is.")
_LEFT_OUT = marked("It was left out.")
_GONE = marked("The endorser it was taken for is no longer in the registry.")
_TOLD_EVERY = 100
_Reason = tuple[str, Mapping[str, object]]
Told = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class ListAdded(Changes):
    """What adding a list says: `made` are the endorsements, `listed` the rows that were not."""

    listed: tuple[ListedRow, ...] = field(default=())


class AddingMatched(Listing):
    """The verb that keeps decisions about incoming entries."""

    def add_matched(
        self,
        statement_id: str,
        draft: DraftEndorsers,
        decisions: Mapping[int, Decision],
        state: EndorsementState = EndorsementState.CONFIRMED,
        *,
        told: Told = lambda _done, _all: None,
    ) -> ListAdded:
        """Add the entries of a list as decided for each row, at the end and in their order.

        One that is the same stands for the endorser of the registry, whose names stay as they are
        unless the decision says otherwise. What is on the statement's list already, repeats an
        earlier row or was not decided is listed with the reason: rows = made + listed. `told`
        hears how many entries are done.

        Raises:
            DeskError: there is no such statement.
        """
        label = marked("Add endorsers")
        incoming = Incoming()
        self._statement(statement_id)
        self._back_up_first()
        adding = _Adding(self._listed_ids(statement_id), repeated(draft.endorsers))
        with self._step(label, statement_id):
            agreed = self._agreed(statement_id, state)
            for done, entry in enumerate(draft.endorsers):
                _tell(told, done, len(draft.endorsers))
                decision = decisions.get(entry.row, UNDECIDED)
                endorser = self._decided(entry, decision, adding, incoming)
                if endorser is not None:
                    self._keep_details(endorser, entry, is_new=decision.choice is Choice.NEW)
                    answer = state, agreed, answer_of(entry, state)
                    made_id = self._listed(statement_id, endorser, *answer)
                    adding.note(entry.row, endorser.id, made_id)
            self._withhold(statement_id, draft, decisions, adding)
            self._keep_order(statement_id)
        listed = tuple(sorted((*draft.listed, *adding.listed), key=lambda row: row.row))
        where, made = (statement_id, statement_id), tuple(adding.made)
        return ListAdded(LIST_AREAS, *where, label, made, incoming.removed, listed=listed)

    def _withhold(
        self,
        statement_id: str,
        draft: DraftEndorsers,
        decisions: Mapping[int, Decision],
        adding: _Adding,
    ) -> None:
        """Withhold the names that a form wants withheld.

        One "no" is enough: also in a row that repeats another, or that is on the list already.
        """
        wishes = [one.row for one in draft.endorsers if one.is_withheld]
        rows = {row for wish in wishes for row in adding.same_as(wish)}
        hidden = {adding.by_row.get(row) for row in rows}
        hidden |= {
            decisions[row].endorser_id
            for row in rows
            if row in decisions and decisions[row].choice is Choice.SAME
        }
        for one in self._file.endorsements.of(statement_id) if rows else ():
            if one.endorser.id in hidden and one.show_as is not ShowAs.WITHHELD:
                self._file.endorsements.update(one.id, show_as=ShowAs.WITHHELD)

    def _decided(
        self, entry: DraftEndorser, decision: Decision, adding: _Adding, incoming: Incoming
    ) -> Endorser | None:
        """The endorser an entry stands for, None where it is listed instead."""
        names = checked_names(entry, incoming)
        why = self._why_left(entry, decision, adding)
        if why is not None or names is None:
            adding.listed.append(_left(entry, why or (_NO_NAME, {})))
            return None
        if decision.choice is Choice.NEW:
            return self._newly_registered(names, entry)
        known = self._file.endorsers.get(str(decision.endorser_id))
        return self._enriched(known, names, decision)

    def _why_left(
        self, entry: DraftEndorser, decision: Decision, adding: _Adding
    ) -> _Reason | None:
        """Why an entry is not added, None where it is."""
        if decision.choice is Choice.SKIP:
            return decision.reason or _LEFT_OUT, decision.arguments
        if why := why_too_early(entry, self._file.now()):
            return why
        if entry.row in adding.repeated:
            return REPEATED, {"earlier": adding.repeated[entry.row]}
        if decision.choice is Choice.NEW:
            return None
        if decision.endorser_id in adding.on_list:
            return ON_THE_LIST, {}
        return None if self._is_there(decision.endorser_id) else (_GONE, {})

    def _is_there(self, endorser_id: str | None) -> bool:
        try:
            self._file.endorsers.get(endorser_id or "")
        except KeyError:
            return False
        return True

    def _keep_details(self, endorser: Endorser, entry: DraftEndorser, *, is_new: bool) -> None:
        """Keep in the registry what a table told beside the names; nothing known is overwritten."""
        if not (entry.province or entry.contact):
            return
        registry = self._file.registry
        before = EndorserRecord(endorser) if is_new else registry.record(endorser.id)
        after = with_details(before, entry)
        if after != before:
            self._file.endorsers.update(after.endorser)
            registry.write(after)

    def _newly_registered(self, names: Names, entry: DraftEndorser) -> Endorser:
        kind = entry.kind or EndorserKind.NGO.value
        endorser = Endorser(self._file.new_id(), dict(names), kind, notes=clean(entry.notes).text)
        self._file.endorsers.insert(endorser)
        return endorser

    def _enriched(self, endorser: Endorser, names: Names, decision: Decision) -> Endorser:
        """The endorser with what the decision adds to it from the incoming names."""
        if decision.complete:
            after = replace(endorser, names=completed(endorser.names, names))
            if after != endorser:
                self._file.endorsers.update(after)
                endorser = after
        if decision.remember:
            self._remember(endorser, names)
        return endorser

    def _remember(self, endorser: Endorser, names: Names) -> None:
        record = self._file.registry.record(endorser.id)
        known = {plain(name.name) for name in endorser.names.values()}
        known |= {plain(alias.name) for alias in record.aliases}
        found = [
            Alias(code, name.name)
            for code, name in names.items()
            if name.name and plain(name.name) not in known
        ]
        if found:
            self._file.registry.write(replace(record, aliases=(*record.aliases, *found)))


UNDECIDED = Decision(Choice.SKIP, reason=_UNDECIDED)


@dataclass(slots=True)
class _Adding:
    """How far the adding of one list has come."""

    on_list: set[str]
    repeated: Mapping[int, int]
    made: list[str] = field(default_factory=list)
    by_row: dict[int, str] = field(default_factory=dict)
    listed: list[ListedRow] = field(default_factory=list)

    def note(self, row: int, endorser_id: str, made_id: str) -> None:
        """An entry was added."""
        self.on_list.add(endorser_id)
        self.by_row[row] = endorser_id
        self.made.append(made_id)

    def same_as(self, row: int) -> Iterator[int]:
        """A row, the one it repeats, and so on to the first that says the same."""
        yield row
        while row in self.repeated:
            row = self.repeated[row]
            yield row


def _tell(told: Told, done: int, every: int) -> None:
    if done % _TOLD_EVERY == 0:
        told(done, every)


def _left(entry: DraftEndorser, why: _Reason) -> ListedRow:
    return ListedRow(entry.row, " / ".join(entry.written.values()), *why)


def repeated(drafts: Sequence[DraftEndorser]) -> Mapping[int, int]:
    """The rows that say the same as an earlier one of their list, with that row.

    Names are the same whatever their case, spaces and punctuation, unless their acronyms differ.
    """
    seen: dict[tuple[str, str], list[DraftEndorser]] = {}
    found: dict[int, int] = {}
    for draft in drafts:
        keys = [(code, plain(text)) for code, text in _names(draft)]
        earlier = next(
            (one for key in keys for one in seen.get(key, ()) if _may_be_one(one, draft)), None
        )
        if earlier is not None:
            found[draft.row] = earlier.row
        for key in keys:
            seen.setdefault(key, []).append(draft)
    return found


def _names(draft: DraftEndorser) -> Iterable[tuple[str, str]]:
    written = {code: text for code, text in draft.written.items() if text.strip()}
    return (written | {code: text for code, text in draft.name.items() if text.strip()}).items()


def _may_be_one(one: DraftEndorser, other: DraftEndorser) -> bool:
    """Whether two entries with one name in common contradict each other nowhere."""
    acronyms = {plain(one.acronym), plain(other.acronym)} - {""}
    names = dict(_names(one)), dict(_names(other))
    shared = names[0].keys() & names[1].keys()
    same = all(plain(names[0][code]) == plain(names[1][code]) for code in shared)
    return len(acronyms) < 2 and same


def completed(known: Names, incoming: Names) -> dict[str, EndorserName]:
    """The known names with the languages and acronyms that they lack."""
    names = dict(known)
    for code, name in incoming.items():
        there = names.get(code)
        if there is None:
            names[code] = name
        elif name.acronym and not there.acronym:
            names[code] = replace(there, acronym=name.acronym)
    return names
