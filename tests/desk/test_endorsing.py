"""Endorsers and their endorsements."""

import pytest

from advocate_desk.desk.desk import Desk
from advocate_desk.model.draft import DraftEndorser, DraftEndorsers
from advocate_desk.model.endorsement import EndorserName
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import EndorsementState, ShowAs
from advocate_desk.model.registry import Choice, Decision
from desk_making import endorse, endorser, name, river

NEW, WITHDRAWN = Decision(Choice.NEW), EndorsementState.WITHDRAWN
RIGHT_TO_LEFT = "\u202e"


def _names(desk: Desk, statement_id: str) -> list[str]:
    found = desk.endorsing.endorsements(statement_id)
    return [next(iter(e.endorser.names.values())).printed for e in found]


def _list(*entries: DraftEndorser) -> DraftEndorsers:
    return DraftEndorsers(len(entries), entries)


def test_an_endorser_is_invited_at_the_end_of_the_list(desk: Desk) -> None:
    statement_id = river(desk, endorser("Water Union (WU)", "Water Union", "WU"))
    focus = desk.endorsing.add(statement_id, name("Fish Network", "បណ្តាញត្រី", "FN")).focus
    last = desk.endorsing.endorsements(statement_id)[-1]
    assert (last.id, last.position, last.state) == (focus, 1, EndorsementState.INVITED)
    assert last.endorser.names["en"].printed == "Fish Network (FN)"
    assert last.endorser.names["km"].printed == "បណ្តាញត្រី"
    assert desk.endorsing.counts(statement_id)[EndorsementState.CONFIRMED] == 1


def test_the_registry_is_shared_between_statements(desk: Desk) -> None:
    first, second = river(desk), river(desk)
    endorse(desk, first, "Water Union", acronym="WU")
    endorse(desk, second, "water  union".replace("  ", " "), acronym="wu")
    assert len(desk.endorsing.endorsers()) == 1


def test_a_likeness_never_merges(desk: Desk) -> None:
    statement_id = river(desk)
    endorse(desk, statement_id, "New Hope Cambodia Organization")
    endorse(desk, statement_id, "New Hope Cambodia Organisation")
    endorse(desk, statement_id, "New Hope Cambodia Organization", acronym="NHC")
    assert len(desk.endorsing.endorsers()) == 3


def test_an_endorser_stands_on_a_list_once(desk: Desk) -> None:
    statement_id = river(desk)
    endorse(desk, statement_id, "Water Union")
    with pytest.raises(DeskError, match="on the list already"):
        endorse(desk, statement_id, "Water Union")


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ("", "needs a name"),
        ("x" * 201, "longer than 200"),
        (f"Water {RIGHT_TO_LEFT}Union", "direction"),
    ],
)
def test_what_cannot_be_a_name_is_refused(desk: Desk, wrong: str, sentence: str) -> None:
    statement_id = river(desk)
    with pytest.raises(DeskError, match=sentence):
        desk.endorsing.add(statement_id, name(wrong))
    assert desk.endorsing.endorsers() == ()


def test_only_an_edited_name_loses_its_wording(desk: Desk) -> None:
    statement_id = river(desk, endorser("Action - ADW", "Action", "ADW"))
    (found,) = desk.endorsing.endorsers()
    desk.endorsing.edit_endorser(found.id, {"en": EndorserName("Action", "ADW")}, "union")
    assert _names(desk, statement_id) == ["Action - ADW"]
    assert desk.endorsing.endorsers()[0].kind == "union"
    desk.endorsing.edit_endorser(found.id, {"en": EndorserName("Action!", "ADW")})
    assert _names(desk, statement_id) == ["Action! (ADW)"]
    assert not desk.endorsing.edit_endorser(found.id, {"en": EndorserName("Action!", "ADW")})


def test_states_move_lawfully_and_all_together(desk: Desk) -> None:
    statement_id = river(desk)
    confirmed = endorse(desk, statement_id, "Water Union")
    invited = desk.endorsing.add(statement_id, name("Fish Network")).focus
    with pytest.raises(DeskError, match="cannot become"):
        desk.endorsing.set_state([invited, confirmed], EndorsementState.DECLINED)
    assert desk.endorsing.counts(statement_id)[EndorsementState.DECLINED] == 0
    desk.endorsing.set_state([invited, confirmed], EndorsementState.CONFIRMED, on="2026-01-04")
    found = desk.endorsing.endorsements(statement_id)
    assert [e.answered_on for e in found] == ["", "2026-01-04"]
    assert not desk.endorsing.set_state([invited], EndorsementState.CONFIRMED)
    desk.endorsing.set_state([invited], EndorsementState.WITHDRAWN)
    assert desk.endorsing.counts(statement_id)[EndorsementState.WITHDRAWN] == 1


def test_confirming_binds_to_the_edition_agreed_to(desk: Desk) -> None:
    statement_id = river(desk)
    invited = desk.endorsing.add(statement_id, name("Fish Network")).focus
    edition_id = desk.publishing.adopt(statement_id).focus
    desk.endorsing.set_state([invited], EndorsementState.CONFIRMED)
    assert desk.endorsing.endorsements(statement_id)[0].edition_id == edition_id
    desk.endorsing.set_state([invited], EndorsementState.WITHDRAWN)
    assert desk.endorsing.endorsements(statement_id)[0].edition_id == edition_id


def test_an_edition_is_what_those_agreed_to_who_agreed_to_its_text(desk: Desk) -> None:
    statement_id = river(desk)
    endorse(desk, statement_id, "Water Union")
    desk.drafting.set_place(statement_id, "en", "Kampot")
    edition_id = desk.publishing.adopt(statement_id).focus
    assert desk.endorsing.endorsements(statement_id)[0].edition_id == edition_id
    desk.history.undo()
    assert desk.endorsing.endorsements(statement_id)[0].edition_id is None


def test_names_are_withheld_and_printed_again(desk: Desk) -> None:
    statement_id = river(desk)
    first, second = (endorse(desk, statement_id, one) for one in ("Water Union", "Fish Network"))
    desk.endorsing.show_as([first, second], ShowAs.WITHHELD)
    assert len(desk.endorsing.withheld_endorsers()) == 2
    assert not desk.endorsing.show_as([first], ShowAs.WITHHELD)
    desk.endorsing.show_as([first], ShowAs.FULL)
    shown = [e.show_as for e in desk.endorsing.endorsements(statement_id)]
    assert shown == [ShowAs.FULL, ShowAs.WITHHELD]


def test_removing_keeps_the_registry(desk: Desk) -> None:
    statement_id = river(desk)
    first, _, third = (endorse(desk, statement_id, one) for one in ("Aa", "Bb", "Cc"))
    desk.endorsing.remove([first, third])
    assert _names(desk, statement_id) == ["Bb"]
    assert [e.position for e in desk.endorsing.endorsements(statement_id)] == [0]
    assert len(desk.endorsing.endorsers()) == 3
    assert not desk.endorsing.remove([])
    with pytest.raises(DeskError, match="may be gone"):
        desk.endorsing.remove([first])


def test_moving_and_sorting_follow_the_language(desk: Desk) -> None:
    statement_id = river(desk)
    endorse(desk, statement_id, "The Zebra", "កូន")
    endorse(desk, statement_id, "alpha", "ខេត្ត")
    last = endorse(desk, statement_id, "Beta")
    desk.endorsing.move(last, -9)
    assert _names(desk, statement_id)[0] == "Beta"
    assert not desk.endorsing.move(last, -1)
    desk.endorsing.sort(statement_id, "en")
    english = [e.endorser.names["en"].name for e in desk.endorsing.endorsements(statement_id)]
    assert english == ["alpha", "Beta", "The Zebra"]
    assert not desk.endorsing.sort(statement_id, "en")
    desk.endorsing.sort(statement_id, "km")
    khmer = [e.endorser.names["en"].name for e in desk.endorsing.endorsements(statement_id)]
    assert khmer == ["The Zebra", "alpha", "Beta"]


def test_a_list_is_added_in_its_order_without_repeats(desk: Desk) -> None:
    statement_id = river(desk, endorser("Water Union (WU)", "Water Union", "WU"))
    draft = _list(
        endorser("Fish Network", row=1),
        endorser("Water Union (WU)", "Water Union", "WU", row=2),
        endorser("Fish Network", row=3),
        endorser("Water Union - WU", "Water Union", "WU", row=4),
        endorser("x" * 300, row=5),
    )
    assert desk.endorsing.already_listed(statement_id, draft) == (2, 3, 5)
    changes = desk.endorsing.add_list(statement_id, draft)
    assert len(changes.made) == 2
    assert _names(desk, statement_id) == ["Water Union (WU)", "Fish Network", "Water Union - WU"]
    desk.history.undo()
    assert _names(desk, statement_id) == ["Water Union (WU)"]


def test_an_unknown_endorser_is_refused(desk: Desk) -> None:
    with pytest.raises(DeskError, match="no such endorser"):
        desk.endorsing.edit_endorser("nope", name("x"))


def test_who_was_never_invited_cannot_withdraw(desk: Desk) -> None:
    statement_id = river(desk)
    draft = _list(endorser("Fish Network", row=1))
    refused = pytest.raises(DeskError, match="never invited cannot withdraw")
    with refused:
        desk.endorsing.add(statement_id, name("Sea Choir"), state=WITHDRAWN)
    with refused:
        desk.endorsing.add_list(statement_id, draft, WITHDRAWN)
    with refused:
        desk.endorsing.add_matched(statement_id, draft, {1: NEW}, WITHDRAWN)
    assert desk.endorsing.endorsements(statement_id) == ()
    assert desk.endorsing.endorsers() == ()
