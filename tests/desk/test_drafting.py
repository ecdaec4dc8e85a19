"""Statements: making, copying, deleting, and what they are issued with."""

from datetime import date

import pytest

from advocate_desk.desk.desk import Desk
from advocate_desk.model.changes import Area
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import BlockKind, StatementKind, TranslationState
from desk_making import endorse, river, texts


def test_a_new_statement_has_a_title_and_room_to_write(desk: Desk) -> None:
    changes = desk.drafting.new_statement(StatementKind.PETITION, {"en": "Clean water"})
    statement = desk.drafting.statement(changes.focus)
    title, paragraph = statement.blocks
    assert statement.kind is StatementKind.PETITION
    assert (title.kind, title.rendition("en").body) == (BlockKind.TITLE, "Clean water")
    assert title.rendition("en").state is TranslationState.DRAFT
    assert title.rendition("km").state is TranslationState.MISSING
    assert title.source_language == "en"
    assert set(paragraph.renditions) == {"km", "en"}
    assert changes.made == (statement.id,)
    assert changes.areas >= {Area.STATEMENTS, Area.BLOCKS}


def test_characters_that_cannot_be_stored_are_left_out_and_counted(desk: Desk) -> None:
    changes = desk.drafting.new_statement(StatementKind.PETITION, {"en": "Clean\x00 water\x07"})
    assert changes.removed == 2
    assert desk.drafting.statement(changes.focus).title("en") == "Clean water"


def test_the_statement_changed_last_stands_first(desk: Desk) -> None:
    first, second = river(desk), river(desk)
    assert [one.id for one in desk.drafting.statements()] == [second, first]
    desk.drafting.set_kind(first, StatementKind.OPEN_LETTER)
    assert [one.id for one in desk.drafting.statements()] == [first, second]


def test_a_copy_has_the_texts_but_no_endorsements(desk: Desk) -> None:
    original = river(desk)
    endorse(desk, original, "Water Union")
    copy = desk.drafting.duplicate_statement(original).focus
    assert texts(desk, copy, "km") == texts(desk, original, "km")
    assert desk.endorsing.endorsements(copy) == ()
    made = {block.id for block in desk.drafting.statement(copy).blocks}
    assert not made & {block.id for block in desk.drafting.statement(original).blocks}


def test_a_deleted_statement_comes_back_whole(desk: Desk) -> None:
    statement_id = river(desk)
    endorse(desk, statement_id, "Water Union")
    before = desk.drafting.statement(statement_id)
    desk.drafting.delete_statement(statement_id)
    assert desk.drafting.statements() == ()
    desk.history.undo()
    assert desk.drafting.statement(statement_id) == before
    assert len(desk.endorsing.endorsements(statement_id)) == 1


def test_date_place_issuer_and_kind_are_kept(desk: Desk) -> None:
    statement_id = river(desk)
    desk.drafting.set_date(statement_id, date(2026, 3, 15))
    desk.drafting.set_place(statement_id, "km", "ភ្នំពេញ")
    desk.drafting.set_place(statement_id, "en", "Phnom Penh")
    desk.drafting.set_issuer(statement_id, "en", "River Alliance")
    desk.drafting.set_kind(statement_id, StatementKind.OPEN_LETTER)
    statement = desk.drafting.statement(statement_id)
    assert statement.issue_date == date(2026, 3, 15)
    assert statement.place == {"km": "ភ្នំពេញ", "en": "Phnom Penh"}
    assert statement.issuer == {"en": "River Alliance"}
    assert statement.kind is StatementKind.OPEN_LETTER


def test_a_date_can_be_cleared(desk: Desk) -> None:
    statement_id = river(desk)
    desk.drafting.set_date(statement_id, date(2026, 3, 15))
    desk.drafting.set_date(statement_id, None)
    assert desk.drafting.statement(statement_id).issue_date is None


def test_an_unknown_statement_is_refused_in_a_sentence(desk: Desk) -> None:
    with pytest.raises(DeskError, match="no such statement"):
        desk.drafting.statement("nope")
    with pytest.raises(DeskError, match="no such statement"):
        desk.drafting.set_date("nope", None)
    assert desk.history.undo_label == ""


def test_several_verbs_can_be_one_step(desk: Desk) -> None:
    with desk.step("Both"):
        river(desk)
        river(desk)
    assert desk.history.undo().label == "Both"
    assert desk.drafting.statements() == ()


def test_a_step_that_fails_leaves_nothing(desk: Desk) -> None:
    def half_a_step() -> None:
        with desk.step("Half"):
            river(desk)
            desk.drafting.statement("nope")

    with pytest.raises(DeskError):
        half_a_step()
    assert desk.drafting.statements() == ()


def test_a_twin_reads_what_was_written(desk: Desk) -> None:
    statement_id = river(desk)
    twin = desk.twin()
    assert twin.drafting.statement(statement_id) == desk.drafting.statement(statement_id)
    with pytest.raises(DeskError, match="reading only"):
        twin.drafting.set_date(statement_id, None)
    twin.close()


def test_a_desk_can_be_opened_again(desk: Desk) -> None:
    statement_id = river(desk)
    path = desk.path
    desk.close()
    again = Desk.open(path)
    assert texts(again, statement_id)[0] == "Keep the river"
    again.close()
