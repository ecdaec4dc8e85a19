"""The registry: who the endorsers are, whatever statement they stand behind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from advocate_desk.desk.boundary import Incoming
from advocate_desk.desk.listing import reworded
from advocate_desk.desk.registry_reading import RegistryReading, firmer_first
from advocate_desk.desk.verbs import NOTHING, list_changed
from advocate_desk.language.khmer import fold
from advocate_desk.model.changes import Changes
from advocate_desk.model.endorsement import Endorsement, Endorser, EndorserName
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import ShowAs
from advocate_desk.model.marked import marked
from advocate_desk.model.provinces import stored_province
from advocate_desk.model.registry import (
    Alias,
    Contact,
    EndorserKind,
    EndorserRecord,
    NameKind,
)
from advocate_desk.model.registry_overview import MergePlan


class Registering(RegistryReading):
    """Verbs of the one who keeps the registry."""

    def record(self, endorser_id: str) -> EndorserRecord:
        """All that is kept of an endorser.

        Raises:
            DeskError: there is no such endorser.
        """
        try:
            return self._file.registry.record(endorser_id)
        except KeyError as error:
            raise DeskError(marked("There is no such endorser in the registry.")) from error

    def endorsers(
        self, query: str = "", *, kind: str = "", province: str = "", limit: int = 1000
    ) -> tuple[Endorser, ...]:
        """Endorsers with the words in a name, acronym or alias, by name; all for no words."""
        return self._file.endorsers.some(self._file.registry.found(query, kind, province, limit))

    def counts(self, column: str) -> Mapping[str, int]:
        """How many endorsers there are by `kind` or by `province`."""
        return self._file.registry.counts(column)

    def add(self, record: EndorserRecord) -> Changes:
        """Add an endorser to the registry; focus and `made` hold its id.

        Raises:
            DeskError: no name, a name that cannot be one, or a coalition that holds itself.
        """
        label = marked("Add to the registry")
        incoming = Incoming()
        endorser = replace(record.endorser, id=self._file.new_id())
        clean = self._checked(replace(record, endorser=endorser), incoming)
        with self._step(label):
            self._file.endorsers.insert(clean.endorser)
            self._file.registry.write(clean)
        return list_changed(label, "", endorser.id, removed=incoming.removed, made=(endorser.id,))

    def edit(self, record: EndorserRecord) -> Changes:
        """Write a record anew; a name that is changed is printed from its parts from then on.

        Raises:
            DeskError: as for `add`, or there is no such endorser.
        """
        label = marked("Edit endorser")
        incoming = Incoming()
        before = self.record(record.endorser.id)
        after = self._checked(record, incoming)
        names = {
            code: reworded(before.endorser.names.get(code), name)
            for code, name in after.endorser.names.items()
        }
        after = replace(after, endorser=replace(after.endorser, names=names))
        if after == before:
            return NOTHING
        with self._step(label, *self._statements_of(after.endorser.id)):
            self._file.endorsers.update(after.endorser)
            self._file.registry.write(after)
        return list_changed(label, "", after.endorser.id, removed=incoming.removed)

    def merge(self, kept_id: str, other_id: str) -> Changes:
        """Make two records one: names, aliases, contacts, coalitions and endorsements of both.

        The other record's names become aliases. Where both answered for one statement, the firmer
        answer stays; a withheld name stays withheld. Focus is the record that is kept.

        Raises:
            DeskError: both are the same record, or one is gone.
        """
        label = marked("Merge endorsers")
        kept, other = self.record(kept_id), self.record(other_id)
        if kept_id == other_id:
            raise DeskError(marked("An endorser cannot be merged with itself."))
        statements = {*self._statements_of(kept_id), *self._statements_of(other_id)}
        with self._step(label, *statements):
            for endorsement in self._file.endorsements.by_endorser(other_id):
                self._move_endorsement(endorsement, kept.endorser)
            self._keep_distinct(kept_id, other_id)
            self._file.endorsers.delete(other_id)
            merged = merged_records(kept, other)
            self._file.endorsers.update(merged.endorser)
            self._file.registry.write(merged)
        return list_changed(label, "", kept_id)

    def merge_plan(self, kept_id: str, other_id: str) -> MergePlan:
        """What `merge` would leave of two records, before anything is done.

        Raises:
            DeskError: there is no such endorser.
        """
        kept, other = self.record(kept_id), self.record(other_id)
        answers = self._answers(kept_id, other_id)
        return MergePlan(kept, other, merged_records(kept, other), answers)

    def distinguish(self, one_id: str, other_id: str) -> Changes:
        """Note that two much alike are not the same: they are not offered as doubles any more.

        Raises:
            DeskError: both are the same record, or one is gone.
        """
        label = marked("Mark as not the same")
        if one_id == other_id:
            raise DeskError(marked("An endorser cannot be told apart from itself."))
        for endorser_id in (one_id, other_id):
            self.record(endorser_id)
        with self._step(label):
            noted = self._file.registry.distinguish(one_id, other_id)
        return list_changed(label, "", one_id) if noted else NOTHING

    def delete(self, endorser_id: str) -> Changes:
        """Take an endorser out of the registry.

        Raises:
            DeskError: it stands on a statement, or there is no such endorser.
        """
        label = marked("Delete from the registry")
        self.record(endorser_id)
        with self._step(label):
            self._file.endorsers.delete(endorser_id)
        return list_changed(label, "")

    def statements_of(self, endorser_id: str) -> tuple[Endorsement, ...]:
        """Every endorsement of an endorser, whatever the statement."""
        return self._file.endorsements.by_endorser(endorser_id)

    def _statements_of(self, endorser_id: str) -> list[str]:
        return [one.statement_id for one in self._file.endorsements.by_endorser(endorser_id)]

    def _keep_distinct(self, kept_id: str, other_id: str) -> None:
        """Whoever was told apart from the other record is told apart from the kept one."""
        for pair in self._file.registry.distinct():
            if other_id in pair and kept_id not in pair:
                (third,) = set(pair) - {other_id}
                self._file.registry.distinguish(kept_id, third)

    def _move_endorsement(self, endorsement: Endorsement, kept: Endorser) -> None:
        """Hang an endorsement on the kept endorser, or join it with the one that is there."""
        there = [
            one
            for one in self._file.endorsements.by_endorser(kept.id)
            if one.statement_id == endorsement.statement_id
        ]
        if not there:
            self._file.endorsements.give_to(endorsement.id, kept.id)
            return
        firmer, weaker = firmer_first(there[0], endorsement)
        if ShowAs.WITHHELD in {firmer.show_as, weaker.show_as}:
            self._file.endorsements.update(firmer.id, show_as=ShowAs.WITHHELD)
        self._file.endorsements.join(firmer.id, weaker.id)
        self._file.endorsements.give_to(firmer.id, kept.id)

    def _checked(self, record: EndorserRecord, incoming: Incoming) -> EndorserRecord:
        """The record with every text cleaned and every rule kept."""
        endorser = record.endorser
        if endorser.id in {*record.coalition_ids, *record.member_ids}:
            raise DeskError(marked("A coalition cannot be a member of itself."))
        return replace(
            record,
            endorser=replace(
                endorser,
                names=incoming.names(endorser.names),
                kind=_kind(endorser.kind),
                province=incoming.text(stored_province(endorser.province)),
                notes=incoming.text(endorser.notes),
            ),
            aliases=tuple(_aliases(record, incoming)),
            contacts=tuple(_contacts(record.contacts, incoming)),
            coalition_ids=tuple(sorted(set(record.coalition_ids))),
            member_ids=tuple(sorted(set(record.member_ids))),
            sensitivity=incoming.text(record.sensitivity.strip()),
        )


def merged_records(kept: EndorserRecord, other: EndorserRecord) -> EndorserRecord:
    """The kept record with all of the other that it does not have itself."""
    names = dict(other.endorser.names) | dict(kept.endorser.names)
    own = kept.endorser.id, other.endorser.id
    aliases = [*kept.aliases, *_names_as_aliases(other), *other.aliases]
    return replace(
        kept,
        endorser=replace(
            kept.endorser,
            names=names,
            province=kept.endorser.province or other.endorser.province,
            notes="\n\n".join(filter(None, (kept.endorser.notes, other.endorser.notes))),
        ),
        aliases=_without_doubles(aliases, names),
        contacts=tuple(dict.fromkeys((*kept.contacts, *other.contacts))),
        coalition_ids=_others({*kept.coalition_ids, *other.coalition_ids}, own),
        member_ids=_others({*kept.member_ids, *other.member_ids}, own),
        sensitivity=" · ".join(dict.fromkeys(filter(None, (kept.sensitivity, other.sensitivity)))),
    )


def _names_as_aliases(record: EndorserRecord) -> list[Alias]:
    return [
        Alias(code, text)
        for code, name in record.endorser.names.items()
        for text in dict.fromkeys((name.name or name.printed, name.acronym))
        if text
    ]


def _without_doubles(
    aliases: Iterable[Alias], names: Mapping[str, EndorserName]
) -> tuple[Alias, ...]:
    """Aliases that say something new beside the names, each once."""
    seen = {(code, fold(name.name)) for code, name in names.items()}
    seen |= {(code, fold(name.acronym)) for code, name in names.items()}
    kept: list[Alias] = []
    for alias in aliases:
        key = (alias.language, fold(alias.name))
        if key not in seen:
            seen.add(key)
            kept.append(alias)
    return tuple(kept)


def _others(ids: Iterable[str], own: tuple[str, str]) -> tuple[str, ...]:
    return tuple(sorted(set(ids).difference(own)))


def _kind(kind: str) -> str:
    known = {member.value for member in EndorserKind}
    if kind not in known:
        raise DeskError(marked("“{kind}” is no kind of endorser."), kind=kind)
    return kind


def _aliases(record: EndorserRecord, incoming: Incoming) -> list[Alias]:
    texts = [
        Alias(one.language, incoming.name(EndorserName(one.name)).name, NameKind(one.kind))
        for one in record.aliases
    ]
    return list(dict.fromkeys(one for one in texts if one.name))


def _contacts(contacts: Iterable[Contact], incoming: Incoming) -> list[Contact]:
    cleaned = (
        Contact(
            *(
                incoming.text(part).strip()
                for part in (one.name, one.role, one.phone, one.messenger, one.email)
            )
        )
        for one in contacts
    )
    return list(dict.fromkeys(one for one in cleaned if one != Contact("")))
