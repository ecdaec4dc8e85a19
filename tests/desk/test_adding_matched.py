"""Lists are added as decided: the same, new, or left for a person."""

from __future__ import annotations

from dataclasses import replace

from advocate_desk.desk.adding_matched import ListAdded, repeated
from advocate_desk.desk.desk import Desk
from advocate_desk.model.draft import DraftEndorser, DraftEndorsers, ListedRow
from advocate_desk.model.kinds import EndorsementState
from advocate_desk.model.registry import Alias, Choice, Decision
from desk_making import endorse, endorser, name, river

NEW = Decision(Choice.NEW)


def listed(*drafts: DraftEndorser) -> DraftEndorsers:
    return DraftEndorsers(len(drafts), drafts)


def registered(desk: Desk, english: str, khmer: str = "", acronym: str = "") -> str:
    """An endorser of the registry that stands on another statement."""
    other = river(desk)
    made = endorse(desk, other, english, khmer, acronym)
    return next(e.endorser.id for e in desk.endorsing.endorsements(other) if e.id == made)


def printed(desk: Desk, statement_id: str) -> list[str]:
    found = desk.endorsing.endorsements(statement_id)
    return [one.endorser.names["en"].printed for one in found]


def reasons(added: ListAdded) -> dict[int, str]:
    return {row.row: row.reason.format(**row.arguments) for row in added.listed}


def test_the_same_is_bound_to_the_endorser_of_the_registry_whose_name_stays(desk: Desk) -> None:
    known = registered(desk, "River Weavers Circle", acronym="RWC")
    statement_id = river(desk)
    draft = listed(endorser("river weavers circle - RWC", "river weavers circle", "RWC", row=4))
    added = desk.endorsing.add_matched(statement_id, draft, {4: Decision.same_as(known)})
    (endorsement,) = desk.endorsing.endorsements(statement_id)
    assert added.made == (endorsement.id,)
    assert added.listed == ()
    assert endorsement.endorser.id == known
    assert endorsement.state is EndorsementState.CONFIRMED
    assert endorsement.agreed_text
    assert printed(desk, statement_id) == ["River Weavers Circle (RWC)"]
    assert len(desk.registry.endorsers()) == 1


def test_missing_names_and_aliases_are_added_only_when_that_is_chosen(desk: Desk) -> None:
    known = registered(desk, "River Weavers Circle")
    draft = listed(
        DraftEndorser(
            {"en": "River Weaver Circle (RWC)", "km": "រង្វង់តម្បាញ"},
            {"en": "River Weaver Circle", "km": "រង្វង់តម្បាញ"},
            "RWC",
            1,
        )
    )
    desk.endorsing.add_matched(river(desk), draft, {1: Decision.same_as(known)})
    assert desk.registry.record(known).endorser.names == name("River Weavers Circle")
    chosen = Decision(Choice.SAME, known, complete=True, remember=True)
    desk.endorsing.add_matched(river(desk), draft, {1: chosen})
    record = desk.registry.record(known)
    assert record.endorser.names["en"].printed == "River Weavers Circle (RWC)"
    assert record.endorser.names["km"].name == "រង្វង់តម្បាញ"
    assert record.aliases == (Alias("en", "River Weaver Circle"),)


def test_new_makes_another_endorser_even_of_the_same_name(desk: Desk) -> None:
    registered(desk, "Lotus Union")
    statement_id = river(desk)
    desk.endorsing.add_matched(statement_id, listed(endorser("Lotus Union", row=1)), {1: NEW})
    assert len(desk.registry.endorsers()) == 2


def test_every_row_is_added_or_listed_with_the_reason(desk: Desk) -> None:
    known = registered(desk, "Lotus Union")
    statement_id = river(desk)
    drafts = (
        endorser("Lotus Union", row=1),
        endorser("LOTUS union.", row=2),
        endorser("Lotus  League", row=3),
        endorser("Forest Voices", row=4),
        endorser("forest-voices", row=5),
        endorser("Lake Choir", row=6),
        endorser("Sea Choir", row=7),
        endorser("x" * 300, row=8),
    )
    unread = ListedRow(9, "?", "It is a heading or label, not a name.")
    draft = DraftEndorsers(9, drafts, (unread,))
    decisions = {
        1: Decision.same_as(known),
        2: Decision.same_as(known),
        3: Decision.same_as(known),
        4: NEW,
        5: NEW,
        6: Decision(Choice.SKIP, reason="It is like “{endorser}”.", arguments={"endorser": "Sea"}),
        8: NEW,
    }
    added = desk.endorsing.add_matched(statement_id, draft, decisions)
    assert printed(desk, statement_id) == ["Lotus Union", "Forest Voices"]
    assert len(added.made) + len(added.listed) == draft.rows
    assert reasons(added) == {
        2: "It repeats row 1.",
        3: "It is on the list already.",
        5: "It repeats row 4.",
        6: "It is like “Sea”.",
        7: "Nobody has decided yet who it is.",
        8: "It cannot be a name.",
        9: "It is a heading or label, not a name.",
    }


def test_an_endorser_that_is_gone_is_listed(desk: Desk) -> None:
    draft = listed(endorser("Lotus Union", row=1))
    added = desk.endorsing.add_matched(river(desk), draft, {1: Decision.same_as("gone")})
    assert reasons(added) == {1: "The endorser it was taken for is no longer in the registry."}


def test_adding_a_list_is_one_step_that_can_be_undone(desk: Desk) -> None:
    statement_id = river(desk)
    drafts = [endorser(f"Village Choir of {place}", row=1 + at) for at, place in enumerate("PQR")]
    desk.endorsing.add_matched(statement_id, listed(*drafts), {1: NEW, 2: NEW, 3: NEW})
    assert len(printed(desk, statement_id)) == 3
    desk.history.undo()
    assert printed(desk, statement_id) == []
    assert desk.registry.endorsers() == ()
    desk.history.redo()
    assert len(printed(desk, statement_id)) == 3


def test_rows_with_one_name_are_no_repeats_where_they_contradict_each_other() -> None:
    assert repeated(
        [
            endorser("Lotus Union (LU)", "Lotus Union", "LU", row=1),
            endorser("Lotus Union (LOU)", "Lotus Union", "LOU", row=2),
            endorser("Lotus Union", row=3),
            DraftEndorser({"en": "Sea Choir", "km": "ក"}, {"en": "Sea Choir", "km": "ក"}, "", 4),
            DraftEndorser({"en": "Sea Choir", "km": "ខ"}, {"en": "Sea Choir", "km": "ខ"}, "", 5),
        ]
    ) == {3: 1}


def test_who_asks_for_it_in_a_form_is_counted_and_not_named(desk: Desk) -> None:
    statement_id = river(desk)
    hidden = replace(endorser("Sea Choir", row=2), is_withheld=True)
    draft = listed(endorser("Lake Choir", row=1), hidden)
    desk.endorsing.add_matched(statement_id, draft, {1: NEW, 2: NEW})
    view = desk.publishing.view(statement_id)
    assert [one.printed["en"] for one in view.endorsers] == ["Lake Choir"]
    assert view.withheld_count == 1


def test_one_no_is_enough_in_a_repeated_row_and_for_who_is_on_the_list(desk: Desk) -> None:
    statement_id = river(desk)
    endorse(desk, statement_id, "Lotus Union")
    known = desk.endorsing.endorsements(statement_id)[0].endorser.id
    draft = listed(
        endorser("Sea Choir", row=1),
        replace(endorser("sea choir", row=2), is_withheld=True),
        replace(endorser("Lotus Union", row=3), is_withheld=True),
        endorser("Lake Choir", row=4),
    )
    decisions = {1: NEW, 2: NEW, 3: Decision.same_as(known), 4: NEW}
    desk.endorsing.add_matched(statement_id, draft, decisions)
    view = desk.publishing.view(statement_id)
    assert [one.printed["en"] for one in view.endorsers] == ["Lake Choir"]
    assert view.withheld_count == 2
    desk.history.undo()
    view = desk.publishing.view(statement_id)
    assert [one.printed["en"] for one in view.endorsers] == ["Lotus Union"]


def test_one_no_is_enough_in_a_row_that_repeats_one_of_the_list(desk: Desk) -> None:
    statement_id = river(desk)
    endorse(desk, statement_id, "Lotus Union")
    known = desk.endorsing.endorsements(statement_id)[0].endorser.id
    draft = listed(
        endorser("Lotus Union", row=1),
        replace(endorser("lotus union", row=2), is_withheld=True),
    )
    desk.endorsing.add_matched(statement_id, draft, {1: Decision.same_as(known)})
    assert desk.publishing.view(statement_id).withheld_count == 1
