"""The clause library and the revisions that statements pin."""

import pytest

from advocate_desk.desk.desk import Desk
from advocate_desk.model.changes import Area
from advocate_desk.model.clause import EVERY_CLAUSE
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import BlockKind, ClauseStatus, TranslationState
from advocate_desk.model.statement import demand_numbers
from desk_making import block_ids, river, texts

TEXTS = {"km": ("បញ្ឈប់ការបណ្តេញចេញ", "សូមបញ្ឈប់។"), "en": ("Halt evictions", "Halt them all.")}
NEWER = {"km": ("បញ្ឈប់ការបណ្តេញចេញ", "សូមបញ្ឈប់ទាំងអស់។"), "en": ("Halt evictions", "Halt them now.")}


def _clause(desk: Desk) -> str:
    return desk.library.new_clause(BlockKind.DEMAND, TEXTS, "land").focus


def test_a_clause_is_found_in_either_language(desk: Desk) -> None:
    clause_id = _clause(desk)
    for query in ("evict", "បណ្តេញ", ""):
        assert [clause.id for clause in desk.library.search(query)] == [clause_id]
    assert desk.library.search("water") == ()
    assert desk.library.clause(clause_id).topic == "land"


def test_an_inserted_clause_stands_in_both_languages_and_renumbers(desk: Desk) -> None:
    clause_id, statement_id = _clause(desk), river(desk)
    lead_in = block_ids(desk, statement_id)[1]
    changes = desk.library.insert(statement_id, clause_id, after=lead_in)
    blocks = desk.drafting.statement(statement_id).blocks
    assert blocks[2].id == changes.focus
    assert blocks[2].kind is BlockKind.DEMAND
    assert (blocks[2].rendition("km").heading, blocks[2].rendition("km").body) == TEXTS["km"]
    assert (blocks[2].rendition("en").heading, blocks[2].rendition("en").body) == TEXTS["en"]
    assert blocks[2].clause_revision_id == desk.library.clause(clause_id).latest.id
    assert list(demand_numbers(blocks).values()) == [1, 2, 3]
    assert demand_numbers(blocks)[changes.focus] == 1
    assert Area.CLAUSES in changes.areas
    assert desk.library.clause(clause_id).used == 1


def test_an_insertion_is_undone_and_redone_whole(desk: Desk) -> None:
    clause_id, statement_id = _clause(desk), river(desk)
    before = desk.drafting.statement(statement_id)
    desk.library.insert(statement_id, clause_id)
    after = desk.drafting.statement(statement_id)
    assert desk.history.undo().label == "Insert clause"
    assert desk.drafting.statement(statement_id) == before
    again = desk.history.redo()
    assert desk.drafting.statement(statement_id) == after
    assert (again.focus, again.statement_id) == (after.blocks[-1].id, statement_id)


def test_editing_the_library_changes_no_statement(desk: Desk) -> None:
    clause_id, statement_id = _clause(desk), river(desk)
    block_id = desk.library.insert(statement_id, clause_id).focus
    before = desk.drafting.statement(statement_id)
    desk.library.revise(clause_id, NEWER, "sharper")
    assert desk.drafting.statement(statement_id) == before
    newer = desk.library.newer_revision(block_id)
    assert newer is not None
    assert (newer.number, newer.note) == (2, "sharper")
    assert newer.renditions["en"].body == "Halt them now."


def test_a_newer_revision_is_taken_only_on_request(desk: Desk) -> None:
    clause_id, statement_id = _clause(desk), river(desk)
    block_id = desk.library.insert(statement_id, clause_id).focus
    with pytest.raises(DeskError, match="newest revision already"):
        desk.library.take_newer(block_id)
    desk.library.revise(clause_id, NEWER)
    desk.drafting.write(block_id, "en", body="Our own words.")
    assert desk.drafting.statement(statement_id).blocks[-1].edited
    desk.library.take_newer(block_id, replace_edits=True)
    block = desk.drafting.statement(statement_id).blocks[-1]
    assert block.rendition("en").body == "Halt them now."
    assert not block.edited
    assert desk.library.newer_revision(block_id) is None


def test_a_clause_in_one_language_leaves_the_other_missing(desk: Desk) -> None:
    clause_id = desk.library.new_clause(BlockKind.PARAGRAPH, {"en": ("", "Thank you.")}).focus
    statement_id = river(desk)
    desk.library.insert(statement_id, clause_id)
    block = desk.drafting.statement(statement_id).blocks[-1]
    assert block.rendition("km").state is TranslationState.MISSING
    assert block.source_language == "en"


def test_a_saved_block_becomes_a_clause_and_pins_it(desk: Desk) -> None:
    statement_id = river(desk)
    block_id = block_ids(desk, statement_id)[2]
    (clause_id,) = desk.library.save_block(block_id, "river").made
    clause = desk.library.clause(clause_id)
    block = desk.drafting.statement(statement_id).blocks[2]
    assert clause.latest.renditions["km"] == block.rendition("km")
    assert block.clause_revision_id == clause.latest.id
    desk.library.unlink(block_id)
    assert desk.drafting.statement(statement_id).blocks[2].clause_revision_id is None
    assert texts(desk, statement_id)[2] == "Stop the sand\n\nStop it now."


def test_what_cannot_be_a_clause_is_refused(desk: Desk) -> None:
    statement_id = river(desk)
    ids = block_ids(desk, statement_id)
    with pytest.raises(DeskError, match="with items"):
        desk.library.save_block(ids[4])
    with pytest.raises(DeskError, match="cannot be a clause"):
        desk.library.save_block(ids[5])
    with pytest.raises(DeskError, match="needs a text"):
        desk.library.new_clause(BlockKind.DEMAND, {"en": ("", "  ")})
    with pytest.raises(DeskError, match="not built from"):
        desk.library.unlink(ids[0])
    assert desk.library.newer_revision(ids[0]) is None


def test_a_revision_must_say_something_else(desk: Desk) -> None:
    clause_id = _clause(desk)
    with pytest.raises(DeskError, match="Nothing is different"):
        desk.library.revise(clause_id, TEXTS)


def test_an_archived_clause_is_not_offered_but_stays(desk: Desk) -> None:
    clause_id = _clause(desk)
    desk.library.archive(clause_id)
    assert desk.library.search() == ()
    assert desk.library.search(wanted=EVERY_CLAUSE)[0].status is ClauseStatus.ARCHIVED
    desk.library.restore(clause_id)
    assert len(desk.library.search()) == 1


def test_unknown_clauses_are_refused(desk: Desk) -> None:
    with pytest.raises(DeskError, match="no such clause"):
        desk.library.clause("nope")
    with pytest.raises(DeskError, match="no such clause"):
        desk.library.revision("nope")
