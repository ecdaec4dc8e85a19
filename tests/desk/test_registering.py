"""The registry: records, merging, and every verb of it undone and redone."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from typing_extensions import override

from advocate_desk.desk.desk import Desk
from advocate_desk.model.changes import Changes
from advocate_desk.model.consent import Consent
from advocate_desk.model.endorsement import LAWFUL_MOVES, Endorser, EndorserName
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import EndorsementState, ShowAs
from advocate_desk.model.registry import Alias, Contact, EndorserRecord, NameKind
from desk_making import endorse, make_desk, name, river
from store.desks import Dump, dump


def record(
    english: str,
    khmer: str = "",
    acronym: str = "",
    *,
    aliases: tuple[Alias, ...] = (),
    contacts: tuple[Contact, ...] = (),
    member_ids: tuple[str, ...] = (),
    sensitivity: str = "",
) -> EndorserRecord:
    made = Endorser("", name(english, khmer, acronym))
    return EndorserRecord(made, aliases, contacts, (), member_ids, sensitivity)


def added(desk: Desk, made: EndorserRecord) -> str:
    return desk.registry.add(made).focus


FULL = record(
    "Lake Union",
    "សហជីពបឹង",
    "LU",
    aliases=(Alias("en", "Union of the Lake"), Alias("en", "Pond Union", NameKind.FORMER)),
    contacts=(
        Contact("Sok Dara", "Director", "012 345 678", "@dara", "dara@lake.example"),
        Contact("Chan Thy", "Finance"),
    ),
    sensitivity="the leader was summoned",
)


def test_a_record_comes_back_as_it_was_given(desk: Desk) -> None:
    endorser_id = added(desk, FULL)
    kept = desk.registry.record(endorser_id)
    assert kept == replace(FULL, endorser=replace(FULL.endorser, id=endorser_id))


def test_an_endorser_is_found_by_name_acronym_alias_and_former_name(desk: Desk) -> None:
    endorser_id = added(desk, FULL)
    added(desk, record("Forest Network", "បណ្តាញព្រៃ"))
    for words in ("lake", "LU", "សហជីព", "union of the", "pond"):
        assert [one.id for one in desk.registry.endorsers(words)] == [endorser_id]
    assert len(desk.registry.endorsers()) == 2


def test_endorsers_are_counted_by_kind_and_province(desk: Desk) -> None:
    union = Endorser("", name("Lake Union"), "union", "Kampot")
    added(desk, EndorserRecord(union))
    added(desk, EndorserRecord(replace(union, names=name("Rail Union"))))
    added(desk, record("Forest Network"))
    assert desk.registry.counts("kind") == {"union": 2, "ngo": 1}
    assert desk.registry.counts("province") == {"Kampot": 2, "": 1}


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (record(""), "needs a name"),
        (record("x" * 201), "longer than 200"),
        (EndorserRecord(Endorser("", name("Lake Union"), "party")), "no kind of endorser"),
        (record("Lake", aliases=(Alias("en", "y" * 300),)), "longer than 200"),
    ],
)
def test_a_record_that_cannot_be_is_refused(
    desk: Desk, wrong: EndorserRecord, sentence: str
) -> None:
    with pytest.raises(DeskError, match=sentence):
        desk.registry.add(wrong)
    assert desk.registry.endorsers() == ()


def test_a_coalition_knows_its_members_and_is_none_itself(desk: Desk) -> None:
    member = added(desk, record("Lake Union"))
    coalition = added(desk, record("Water Coalition", member_ids=(member,)))
    assert desk.registry.record(member).coalition_ids == (coalition,)
    with pytest.raises(DeskError, match="member of itself"):
        desk.registry.edit(replace(desk.registry.record(member), member_ids=(member,)))


def test_an_endorser_on_a_statement_is_not_deleted(desk: Desk) -> None:
    endorse(desk, river(desk), "Lake Union")
    (endorser,) = desk.registry.endorsers()
    with pytest.raises(DeskError, match="stands on a statement"):
        desk.registry.delete(endorser.id)


def test_merging_loses_no_endorsement_and_no_name(desk: Desk) -> None:
    first, second = river(desk), river(desk)
    endorse(desk, first, "Lake Union", acronym="LU")
    endorse(desk, second, "Union of Lake Workers", "សហជីពបឹង")
    kept, other = sorted(desk.registry.endorsers(), key=lambda one: one.names["en"].name)
    desk.registry.merge(kept.id, other.id)
    for statement_id in (first, second):
        (endorsement,) = desk.endorsing.endorsements(statement_id)
        assert endorsement.endorser.id == kept.id
        assert endorsement.state is EndorsementState.CONFIRMED
    merged = desk.registry.record(kept.id)
    assert merged.endorser.names["km"].name == "សហជីពបឹង"
    assert merged.aliases == (Alias("en", "Union of Lake Workers"),)
    desk.history.undo()
    assert len(desk.registry.endorsers()) == 2


def test_merging_two_answers_keeps_the_firmer_one_and_what_happened_to_both(desk: Desk) -> None:
    statement_id = river(desk)
    invited = desk.endorsing.add(statement_id, name("Lake Union")).focus
    confirmed = endorse(desk, statement_id, "Lake Unions")
    desk.endorsing.show_as([invited], ShowAs.WITHHELD)
    both = {e.id: e.endorser.id for e in desk.endorsing.endorsements(statement_id)}
    desk.registry.merge(both[invited], both[confirmed])
    (left,) = desk.endorsing.endorsements(statement_id)
    assert (left.id, left.endorser.id) == (confirmed, both[invited])
    assert (left.state, left.show_as) == (EndorsementState.CONFIRMED, ShowAs.WITHHELD)
    states = [event.state for event in desk.consenting.events(confirmed)]
    assert sorted(states) == [EndorsementState.CONFIRMED, EndorsementState.INVITED]


def test_a_form_that_was_sent_out_is_known_after_a_merge(desk: Desk) -> None:
    statement_id = river(desk)
    invited = desk.endorsing.add(statement_id, name("Lake Union")).focus
    desk.listing_out.give_codes([invited])
    (code,) = _codes(desk, statement_id)
    confirmed = endorse(desk, statement_id, "Lake Unions")
    both = {e.id: e.endorser.id for e in desk.endorsing.endorsements(statement_id)}
    desk.registry.merge(both[invited], both[confirmed])
    assert code
    assert _codes(desk, statement_id) == [code]
    desk.history.undo()
    assert _codes(desk, statement_id) == [code, ""]


def _codes(desk: Desk, statement_id: str) -> list[str]:
    return [one.code for one in desk.endorsing.endorsements(statement_id)]


def test_a_record_is_not_merged_with_itself(desk: Desk) -> None:
    endorser_id = added(desk, FULL)
    with pytest.raises(DeskError, match="with itself"):
        desk.registry.merge(endorser_id, endorser_id)


def test_who_was_told_apart_is_told_apart_from_the_record_that_is_kept(desk: Desk) -> None:
    kept, other, third = (added(desk, record(one)) for one in ("Lake Union", "Pond", "Sea"))
    desk.registry.distinguish(other, third)
    desk.registry.merge(kept, other)
    assert not desk.registry.distinguish(third, kept)


_NAMES = st.sampled_from(["Lake Union", "Lake Unions", "Forest Network", "Rail", "Sea", "River"])
_NUMBERS = st.integers(0, 99)


@settings(max_examples=12, stateful_step_count=25)
class EveryVerb(RuleBasedStateMachine):
    """Random verbs of the registry and of the answers: undo gives back each desk, redo the next."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self.desk = make_desk(Path(self._folder.name) / "office.desk")
        self.evidence = Path(self._folder.name) / "yes.txt"
        self.past: list[Dump] = []
        self.future: list[Dump] = []
        self.present = dump(self.desk.path)

    @override
    def teardown(self) -> None:
        try:
            while self.past:
                self.undo()
            while self.future:
                self.redo()
        finally:
            self.desk.close(back_up=False)
            self._folder.cleanup()

    def _do(self, verb: Callable[[], Changes]) -> None:
        """A verb that is refused, or that changed nothing, leaves no trace."""
        try:
            changes = verb()
        except DeskError:
            changes = Changes(frozenset())
        now = dump(self.desk.path)
        assert bool(changes) == (now != self.present)
        if now != self.present:
            self.past.append(self.present)
            self.present = now
            self.future.clear()

    def _endorser(self, number: int) -> str:
        rows = self.present["endorsers"]
        return str(rows[number % len(rows)][0])

    def _endorsement(self, number: int) -> str:
        rows = self.present["endorsements"]
        return str(rows[number % len(rows)][0])

    @initialize()
    def begin(self) -> None:
        self.first = river(self.desk)
        self.second = river(self.desk)
        self.present = dump(self.desk.path)

    @rule(english=_NAMES, alias=_NAMES, number=_NUMBERS)
    def add(self, english: str, alias: str, number: int) -> None:
        made = record(english, aliases=(Alias("en", alias),), contacts=(Contact(f"P{number}"),))
        self._do(lambda: self.desk.registry.add(made))

    @precondition(lambda self: self.present["endorsers"])
    @rule(number=_NUMBERS, other=_NUMBERS, english=_NAMES)
    def edit(self, number: int, other: int, english: str) -> None:
        before = self.desk.registry.record(self._endorser(number))
        names = {"en": EndorserName(english)}
        after = replace(
            before,
            endorser=replace(before.endorser, names=names, province="Kep"),
            member_ids=(self._endorser(other),),
            sensitivity="care" if other % 2 else "",
        )
        self._do(lambda: self.desk.registry.edit(after))

    @precondition(lambda self: self.present["endorsers"])
    @rule(number=_NUMBERS, other=_NUMBERS)
    def merge(self, number: int, other: int) -> None:
        pair = self._endorser(number), self._endorser(other)
        endorsed = {(row[1], row[0]) for row in self.present["endorsements"]}
        self._do(lambda: self.desk.registry.merge(*pair))
        assert {one for one, _ in endorsed} == {row[1] for row in self.present["endorsements"]}

    @precondition(lambda self: self.present["endorsers"])
    @rule(number=_NUMBERS, other=_NUMBERS)
    def distinguish(self, number: int, other: int) -> None:
        pair = self._endorser(number), self._endorser(other)
        self._do(lambda: self.desk.registry.distinguish(*pair))

    @precondition(lambda self: self.present["endorsers"])
    @rule(number=_NUMBERS)
    def delete(self, number: int) -> None:
        self._do(lambda: self.desk.registry.delete(self._endorser(number)))

    @rule(english=_NAMES, second=st.booleans())
    def endorse(self, english: str, second: bool) -> None:
        where = self.second if second else self.first
        state = EndorsementState.CONFIRMED if second else EndorsementState.INVITED
        self._do(lambda: self.desk.endorsing.add(where, name(english), state=state))

    @precondition(lambda self: self.present["endorsements"])
    @rule(number=_NUMBERS, state=st.sampled_from(EndorsementState), role=st.sampled_from("ab"))
    def answer(self, number: int, state: EndorsementState, role: str) -> None:
        chosen = self._endorsement(number)
        consent = Consent("Sok Dara", role, "phone", "2026-01-04")
        before = next(r for r in self.present["endorsements"] if r[0] == chosen)[4]
        lawful = state in LAWFUL_MOVES[EndorsementState(before)]
        self._do(lambda: self.desk.endorsing.set_state([chosen], state, consent=consent))
        after = next(r for r in self.present["endorsements"] if r[0] == chosen)[4]
        assert after == (state.value if lawful else before)

    @precondition(lambda self: self.present["endorsements"])
    @rule(number=_NUMBERS, other=_NUMBERS, who=st.sampled_from(["", "Sok Dara"]))
    def agree_again(self, number: int, other: int, who: str) -> None:
        chosen = [self._endorsement(number), self._endorsement(other)]
        self._do(lambda: self.desk.consenting.agree_again(chosen, Consent(who), "again"))

    @precondition(lambda self: self.present["endorsements"])
    @rule(number=_NUMBERS, other=_NUMBERS, state=st.sampled_from(EndorsementState))
    def answer_with_evidence(self, number: int, other: int, state: EndorsementState) -> None:
        chosen = [self._endorsement(number), self._endorsement(other)]
        self.evidence.write_text("answered")
        files = [self.evidence]
        self._do(lambda: self.desk.consenting.answer(chosen, state, evidence=files))

    @precondition(lambda self: self.present["endorsements"])
    @rule(number=_NUMBERS, way=st.sampled_from(ShowAs))
    def show_as(self, number: int, way: ShowAs) -> None:
        self._do(lambda: self.desk.endorsing.show_as([self._endorsement(number)], way))

    @precondition(lambda self: self.present["endorsements"])
    @rule(number=_NUMBERS, words=st.sampled_from(["yes", "agreed"]))
    def attach(self, number: int, words: str) -> None:
        self.evidence.write_text(words)
        self._do(lambda: self.desk.consenting.attach(self._endorsement(number), self.evidence))

    @precondition(lambda self: self.present["endorsement_evidence"])
    @rule(number=_NUMBERS)
    def detach(self, number: int) -> None:
        rows = self.present["endorsement_evidence"]
        endorsement_id, file_id, _ = rows[number % len(rows)]
        self._do(lambda: self.desk.consenting.detach(str(endorsement_id), str(file_id)))

    @precondition(lambda self: self.present["endorsements"])
    @rule(number=_NUMBERS)
    def remove(self, number: int) -> None:
        self._do(lambda: self.desk.endorsing.remove([self._endorsement(number)]))

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        self.future.append(self.present)
        self.present = self.past.pop()
        self.desk.history.undo()
        assert dump(self.desk.path) == self.present

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        self.past.append(self.present)
        self.present = self.future.pop()
        self.desk.history.redo()
        assert dump(self.desk.path) == self.present


test_every_verb_of_the_registry_is_undone_and_redone = EveryVerb.TestCase
