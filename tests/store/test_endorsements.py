from __future__ import annotations

import pytest

from advocate_desk.model.endorsement import Endorsement, Endorser, EndorserName
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import EndorsementState, ShowAs
from advocate_desk.store.desk_file import DeskFile
from store.desks import endorser, insert_endorsement, insert_statement


def insert_endorsers(desk: DeskFile, *made: Endorser) -> None:
    with desk.step("Add"):
        for each in made:
            desk.endorsers.insert(each)


def test_an_endorser_comes_back_as_it_was_written(desk: DeskFile) -> None:
    names = {
        "km": EndorserName("សហជីពអ្នកនេសាទ", "", "១. សហជីពអ្នកនេសាទ"),
        "en": EndorserName("Fisher Union", "FU", "Fisher Union  (FU)"),
        "fr": EndorserName("Union des pêcheurs"),
    }
    made = Endorser(desk.new_id(), names, "union", "Kandal", "a note")
    insert_endorsers(desk, made)
    assert desk.endorsers.get(made.id) == made
    assert list(desk.endorsers.get(made.id).names) == ["km", "en", "fr"]


def test_an_endorser_that_is_not_there_is_a_key_error(desk: DeskFile) -> None:
    with pytest.raises(KeyError):
        desk.endorsers.get("nothing")
    with desk.step("Wrong"):
        with pytest.raises(KeyError):
            desk.endorsers.delete("nothing")
        with pytest.raises(KeyError):
            desk.endorsers.update(Endorser("nothing", {}))


def test_an_endorser_gets_other_names(desk: DeskFile) -> None:
    made = endorser(desk, "Fisher Union", "FU")
    insert_endorsers(desk, made)
    changed = Endorser(made.id, {"km": EndorserName("សហជីព")}, "union", "Kandal", "note")
    with desk.step("Edit"):
        desk.endorsers.update(changed)
    assert desk.endorsers.get(made.id) == changed
    assert desk.endorsers.find_by_name("Fisher Union", "en") is None
    with desk.step("Same"):
        desk.endorsers.update(changed)
    assert desk.undo_label == "Edit"


@pytest.mark.parametrize("query", ["fisher", "  FISHER   union", "fu", "សហជីព", "(fu)", "(FU"])
def test_endorsers_are_found_by_any_part_of_a_name(desk: DeskFile, query: str) -> None:
    made = endorser(desk, "Fisher Union", "FU", km="សហ\u200bជីពអ្នកនេសាទ")
    insert_endorsers(desk, made, endorser(desk, "Farmer Network"))
    assert desk.endorsers.search(query) == (made,)


@pytest.mark.parametrize("query", ["nobody", "%", "_", "\\", "'", '"'])
def test_a_query_is_a_text_and_no_pattern(desk: DeskFile, query: str) -> None:
    insert_endorsers(desk, endorser(desk, "Fisher Union"))
    assert desk.endorsers.search(query) == ()


def test_endorsers_come_by_name_and_not_more_than_asked_for(desk: DeskFile) -> None:
    made = [endorser(desk, name) for name in ("Wat", "apsara", "Boeung")]
    insert_endorsers(desk, *made)
    assert [each.names["en"].name for each in desk.endorsers.search()] == [
        "apsara",
        "Boeung",
        "Wat",
    ]
    assert len(desk.endorsers.search(limit=2)) == 2
    assert desk.endorsers.count() == 3


def test_an_endorser_is_found_by_its_name_in_one_language(desk: DeskFile) -> None:
    made = endorser(desk, "Fisher Union", "FU", km="សហជីព")
    insert_endorsers(desk, made)
    assert desk.endorsers.find_by_name("fisher  union", "en") == made
    assert desk.endorsers.find_by_name("fisher union", "km") is None
    assert desk.endorsers.find_by_printed("Fisher Union (FU)", "en") == made
    assert desk.endorsers.find_by_printed("Fisher Union", "en") is None


def test_only_an_endorser_of_no_statement_can_be_deleted(desk: DeskFile) -> None:
    statement = insert_statement(desk)
    endorsement = insert_endorsement(desk, statement.id, "Fisher Union")
    with pytest.raises(DeskError, match="stands on a statement"), desk.step("Delete"):
        desk.endorsers.delete(endorsement.endorser.id)
    with desk.step("Delete"):
        desk.endorsements.delete(endorsement.id)
        desk.endorsers.delete(endorsement.endorser.id)
    assert desk.endorsers.count() == 0


def test_an_endorsement_comes_back_as_it_was_written(desk: DeskFile) -> None:
    statement = insert_statement(desk)
    who = endorser(desk, "Fisher Union")
    made = Endorsement(
        desk.new_id(),
        statement.id,
        who,
        0,
        EndorsementState.DECLINED,
        ShowAs.WITHHELD,
        None,
        "2026-01-05",
        "by letter",
    )
    insert_endorsers(desk, who)
    with desk.step("Add"):
        desk.endorsements.insert(made)
    assert desk.endorsements.get(made.id) == made
    assert desk.endorsements.of(statement.id) == (made,)


def names_of(desk: DeskFile, statement_id: str) -> str:
    found = desk.endorsements.of(statement_id)
    assert [each.position for each in found] == list(range(len(found)))
    return "".join(each.endorser.names["en"].name for each in found)


def test_endorsements_keep_the_order_they_are_given(desk: DeskFile) -> None:
    statement = insert_statement(desk)
    made = {name: insert_endorsement(desk, statement.id, name) for name in "ABCD"}
    with desk.step("Move"):
        desk.endorsements.move(made["D"].id, 1)
    assert names_of(desk, statement.id) == "ADBC"
    with desk.step("Delete"):
        desk.endorsements.delete(made["A"].id)
    assert names_of(desk, statement.id) == "DBC"
    with desk.step("Sort"):
        desk.endorsements.arrange(statement.id, tuple(made[name].id for name in "BCD"))
    assert names_of(desk, statement.id) == "BCD"
    first = Endorsement(desk.new_id(), statement.id, made["A"].endorser, 0)
    with desk.step("Again"):
        desk.endorsements.insert(first, position=0)
    assert names_of(desk, statement.id) == "ABCD"


def test_an_order_names_every_endorsement_once(desk: DeskFile) -> None:
    statement = insert_statement(desk)
    made = insert_endorsement(desk, statement.id, "A")
    for wrong in ((), (made.id, made.id), ("nothing",)):
        with pytest.raises(ValueError, match="every endorsement"), desk.step("Sort"):
            desk.endorsements.arrange(statement.id, wrong)


def test_every_state_is_counted(desk: DeskFile) -> None:
    statement = insert_statement(desk)
    made = [insert_endorsement(desk, statement.id, name) for name in "ABC"]
    with desk.step("Confirm"):
        desk.endorsements.update(
            made[0].id,
            state=EndorsementState.CONFIRMED,
            show_as=ShowAs.WITHHELD,
            answered_on="2026-01-05",
        )
    assert desk.endorsements.counts(statement.id) == {
        EndorsementState.INVITED: 2,
        EndorsementState.REMINDED: 0,
        EndorsementState.CONFIRMED: 1,
        EndorsementState.DECLINED: 0,
        EndorsementState.NO_ANSWER: 0,
        EndorsementState.WITHDRAWN: 0,
    }
    assert desk.endorsements.get(made[0].id).show_as is ShowAs.WITHHELD


def test_an_endorsement_that_is_not_there_is_a_key_error(desk: DeskFile) -> None:
    with pytest.raises(KeyError):
        desk.endorsements.get("nothing")
    with desk.step("Wrong"):
        with pytest.raises(KeyError):
            desk.endorsements.update("nothing", evidence="x")
        with pytest.raises(KeyError):
            desk.endorsements.move("nothing", 1)
        with pytest.raises(KeyError):
            desk.endorsements.delete("nothing")


def test_no_name_is_in_what_the_desk_file_says_of_itself(desk: DeskFile) -> None:
    statement = insert_statement(desk)
    insert_endorsement(desk, statement.id, "Hidden Union")
    assert "Hidden" not in repr(desk) + repr(desk.endorsers) + repr(desk.touched)


def test_a_deleted_name_is_not_left_in_the_file(desk: DeskFile) -> None:
    made = endorser(desk, "Vanishing Union of Kampot")
    insert_endorsers(desk, made)
    with desk.step("Delete"):
        desk.endorsers.delete(made.id)
    desk.close()
    assert b"Vanishing" not in desk.path.read_bytes()
    assert b"vanishing" not in desk.path.read_bytes()
