"""A list that is coming in: what its rows are, what is offered, what a table tells beside names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from advocate_desk.desk.desk import Desk
from advocate_desk.desk.list_preview import ListPreview, corrected
from advocate_desk.model.draft import DraftEndorser, DraftEndorsers
from advocate_desk.model.kinds import EndorsementState, StatementKind
from advocate_desk.model.registry import Choice, Contact, Decision, MatchClass
from advocate_desk.model.sentences import filled
from desk_making import endorser

DARA = Contact("Sok Dara", "Director", "012 345 678")


def drafted(*entries: DraftEndorser) -> DraftEndorsers:
    return DraftEndorsers(len(entries), entries)


@pytest.fixture
def statement_id(desk: Desk) -> str:
    return desk.drafting.new_statement(StatementKind.PETITION, {}).focus


def add(
    desk: Desk,
    statement_id: str,
    draft: DraftEndorsers,
    state: EndorsementState = EndorsementState.CONFIRMED,
) -> None:
    new = {one.row: Decision(Choice.NEW) for one in draft.endorsers}
    desk.endorsing.add_matched(statement_id, draft, new, state)


def previewed(desk: Desk, statement_id: str, draft: DraftEndorsers) -> ListPreview:
    return desk.importing.preview(statement_id, draft, desk.registry.matcher())


def test_rows_are_told_by_the_registry_and_by_the_rows_above_them(
    desk: Desk, statement_id: str
) -> None:
    other = desk.drafting.new_statement(StatementKind.PETITION, {}).focus
    add(desk, statement_id, drafted(endorser("Lake Fishing Community", row=1)))
    add(desk, other, drafted(endorser("Hill Farmers Association", row=1)))
    found = previewed(
        desk,
        statement_id,
        drafted(
            endorser("Lake Fishing Community", row=1),
            endorser("Hill Farmers Association", row=2),
            endorser("Hill Farmers Asociation", row=3),
            endorser("Entirely Other Union", row=4),
            endorser("Entirely Other Union", row=5),
            endorser("Entirely Other Unions", row=6),
        ),
    )
    classes = {row: match.match_class for row, match in found.matches.items()}
    assert [classes[row] for row in (1, 2, 3, 4)] == [
        *(MatchClass.SAME, MatchClass.SAME, MatchClass.PROBABLE, MatchClass.NEW)
    ]
    assert {row: filled(*why) for row, why in found.settled.items()} == {
        1: "It is on the list already.",
        5: "It repeats row 4.",
    }
    assert (classes[6], found.matches[6].endorser_id) == (MatchClass.PROBABLE, None)


def test_corrections_are_offered_with_their_reason_and_taken_only_by_choice(
    desk: Desk, statement_id: str
) -> None:
    draft = drafted(endorser("Water Union(WU)", "Water Union", "WU", row=1))
    offers = previewed(desk, statement_id, draft).offers
    assert [offer.after for offer in offers[1]] == ["Water Union (WU)"]
    assert offers[1][0].findings[0].rule == "missing_space"
    assert corrected(draft, {}) == draft
    (one,) = corrected(draft, offers).endorsers
    assert (one.written["en"], one.name["en"], one.acronym) == (
        *("Water Union (WU)", "Water Union", "WU"),
    )


def test_a_cancelled_comparison_says_nothing(desk: Desk, statement_id: str) -> None:
    draft = drafted(endorser("Water Union", row=1))
    matcher = desk.registry.matcher()
    assert desk.importing.preview(statement_id, draft, matcher, lambda: True) == ListPreview()


def test_what_a_table_tells_is_kept_with_the_endorser_and_its_answer(
    desk: Desk, statement_id: str
) -> None:
    told = replace(
        endorser("Water Union", row=1),
        kind="union",
        province="កំពត",
        contact=DARA,
        consented_on="2025-01-20",
        notes="Thanks",
        sheet="Answers",
    )
    add(desk, statement_id, drafted(told))
    (made,) = desk.endorsing.endorsements(statement_id)
    assert (made.endorser.kind, made.endorser.province, made.endorser.notes) == (
        *("union", "Kampot", "Thanks"),
    )
    assert desk.registry.record(made.endorser.id).contacts == (DARA,)
    assert (made.answered_on, made.agreed_by, made.agreed_role, made.channel) == (
        *("2025-01-20", "Sok Dara", "Director", "web_form"),
    )
    assert desk.history.undo()
    assert desk.registry.endorsers() == ()


def test_what_is_known_already_is_not_overwritten(desk: Desk, statement_id: str) -> None:
    first = replace(endorser("Water Union", row=1), province="Kampot", contact=DARA)
    add(desk, statement_id, drafted(first))
    (known,) = desk.registry.endorsers()
    other = desk.drafting.new_statement(StatementKind.PETITION, {}).focus
    second = replace(first, province="Takeo", contact=replace(DARA, phone="099 999 999"))
    same = {1: Decision.same_as(known.id)}
    desk.endorsing.add_matched(other, drafted(second), same, EndorsementState.INVITED)
    record = desk.registry.record(known.id)
    assert record.endorser.province == "Kampot"
    assert [contact.phone for contact in record.contacts] == ["012 345 678", "099 999 999"]
    (invited,) = desk.endorsing.endorsements(other)
    assert (invited.agreed_by, invited.answered_on) == ("", "")


def test_acronyms_of_both_languages_are_kept_apart(desk: Desk, statement_id: str) -> None:
    one = DraftEndorser(
        {"km": "សហជីព (ស.ជ)", "en": "Union (UN)"},
        {"km": "សហជីព", "en": "Union"},
        "UN",
        1,
        acronyms={"km": "ស.ជ", "en": "UN"},
    )
    add(desk, statement_id, drafted(one))
    (known,) = desk.registry.endorsers()
    assert {code: name.acronym for code, name in known.names.items()} == {"km": "ស.ជ", "en": "UN"}


def test_an_answer_of_tomorrow_is_listed_where_it_is_read_and_where_it_is_added(
    desk: Desk, statement_id: str
) -> None:
    late = "Organisation\tDate of consent\nWater Union\t2999-01-01\nFish Union\t2020-01-01\n"
    draft = desk.importing.read_endorser_text(late)
    assert [one.name["en"] for one in draft.endorsers] == ["Fish Union"]
    (listed,) = draft.listed
    reason = "row 2: An answer cannot be dated 2999-01-01: that day has not come yet."
    assert filled(listed.reason, listed.arguments).endswith(reason)
    dated = drafted(replace(endorser("Water Union", row=1), consented_on="2999-01-01"))
    new = {1: Decision(Choice.NEW)}
    added = desk.endorsing.add_matched(statement_id, dated, new)
    assert (added.made, len(added.listed)) == ((), 1)
