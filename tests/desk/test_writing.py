"""Writing sides: states, the source language, bursts, unplaced texts."""

from dataclasses import replace

import pytest

from advocate_desk.desk.desk import Desk
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import BlockKind, TranslationState
from desk_making import block_ids, river, river_draft, texts


def _states(desk: Desk, statement_id: str, index: int) -> dict[str, str]:
    block = desk.drafting.statement(statement_id).blocks[index]
    return {code: side.state.value for code, side in block.renditions.items()}


def test_the_first_side_written_becomes_the_source(desk: Desk) -> None:
    statement_id = river(desk)
    block_id = desk.drafting.add_block(statement_id, BlockKind.PARAGRAPH).focus
    desk.drafting.write(block_id, "km", body="សួស្តី")
    desk.drafting.write(block_id, "en", body="Hello")
    block = desk.drafting.statement(statement_id).blocks[-1]
    assert block.source_language == "km"
    assert _states(desk, statement_id, -1) == {"km": "draft", "en": "draft"}


def test_a_changed_source_makes_its_translation_stale(desk: Desk) -> None:
    statement_id = river(desk)
    block_id = desk.drafting.add_block(statement_id, BlockKind.PARAGRAPH).focus
    desk.drafting.write(block_id, "en", body="Hello")
    desk.drafting.write(block_id, "km", body="សួស្តី")
    desk.drafting.write(block_id, "en", body="Hello all")
    assert _states(desk, statement_id, -1) == {"en": "draft", "km": "stale"}


def test_a_changed_translation_leaves_the_source_alone(desk: Desk) -> None:
    statement_id = river(desk)
    block_id = desk.drafting.add_block(statement_id, BlockKind.PARAGRAPH).focus
    desk.drafting.write(block_id, "en", body="Hello")
    desk.drafting.write(block_id, "km", body="សួស្តី")
    desk.drafting.write(block_id, "km", body="ជំរាបសួរ")
    assert _states(desk, statement_id, -1) == {"en": "draft", "km": "draft"}


def test_writing_the_same_text_is_no_step(desk: Desk) -> None:
    statement_id = river(desk)
    label = desk.history.undo_label
    title = block_ids(desk, statement_id)[0]
    assert not desk.drafting.write(title, "en", body="Keep the river")
    assert desk.history.undo_label == label


def test_each_call_is_a_step_unless_it_belongs_to_a_burst(desk: Desk) -> None:
    statement_id = river(desk)
    title = block_ids(desk, statement_id)[0]
    desk.drafting.write(title, "en", body="K", burst="1")
    desk.drafting.write(title, "en", body="Ke", burst="1")
    desk.drafting.write(title, "en", body="Kee")
    desk.history.undo()
    assert texts(desk, statement_id)[0] == "Ke"
    desk.history.undo()
    assert texts(desk, statement_id)[0] == "Keep the river"
    desk.history.redo()
    desk.history.redo()
    assert texts(desk, statement_id)[0] == "Kee"


def test_heading_and_body_are_written_apart(desk: Desk) -> None:
    statement_id = river(desk)
    demand_id = block_ids(desk, statement_id)[2]
    desk.drafting.write(demand_id, "en", heading="No more sand")
    side = desk.drafting.statement(statement_id).blocks[2].rendition("en")
    assert (side.heading, side.body) == ("No more sand", "Stop it now.")


def test_an_emptied_side_is_missing(desk: Desk) -> None:
    statement_id = river(desk)
    title = block_ids(desk, statement_id)[0]
    desk.drafting.write(title, "km", body="")
    assert _states(desk, statement_id, 0)["km"] == "missing"


def test_what_cannot_hold_the_text_refuses_it(desk: Desk) -> None:
    statement_id = river(desk)
    page_break = desk.drafting.add_block(statement_id, BlockKind.PAGE_BREAK).focus
    title = block_ids(desk, statement_id)[0]
    with pytest.raises(DeskError, match="page break"):
        desk.drafting.write(page_break, "en", body="x")
    with pytest.raises(DeskError, match="Only demands"):
        desk.drafting.write(title, "en", heading="x")
    with pytest.raises(DeskError, match="not written in this language"):
        desk.drafting.write(title, "fr", body="x")
    with pytest.raises(DeskError, match="no such block"):
        desk.drafting.write("nope", "en", body="x")
    with pytest.raises(DeskError, match="65536"):
        desk.drafting.write(title, "en", body="x" * 70_000)


def test_an_unplaced_text_becomes_a_paragraph_in_its_own_language(desk: Desk) -> None:
    draft = replace(river_draft(), unplaced=("Read more", "អានបន្ត", "Posted by"))
    (statement_id,) = desk.importing.bring_in([draft]).made
    desk.drafting.place_text(statement_id, 1)
    statement = desk.drafting.statement(statement_id)
    assert statement.unplaced == ("Read more", "Posted by")
    assert statement.blocks[-1].rendition("km").body == "អានបន្ត"
    assert statement.blocks[-1].rendition("km").state is TranslationState.DRAFT
    assert statement.blocks[-1].rendition("en").state is TranslationState.MISSING


def test_a_dismissed_text_comes_back_on_undo(desk: Desk) -> None:
    draft = replace(river_draft(), unplaced=("Read more", "Posted by"))
    (statement_id,) = desk.importing.bring_in([draft]).made
    desk.drafting.dismiss_unplaced(statement_id, 0)
    assert desk.drafting.statement(statement_id).unplaced == ("Posted by",)
    desk.history.undo()
    assert desk.drafting.statement(statement_id).unplaced == ("Read more", "Posted by")
    with pytest.raises(DeskError, match="no such text"):
        desk.drafting.dismiss_unplaced(statement_id, 2)
