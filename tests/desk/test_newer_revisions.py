"""A newer revision of a clause is offered to the statements that hold it, and never imposed."""

from __future__ import annotations

import pytest

from advocate_desk.desk.desk import Desk
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import BlockKind, TranslationState
from advocate_desk.model.statement import Block
from desk_making import river

FIRST = {
    "km": ("បញ្ឈប់ការបណ្តេញចេញ", "សូមបញ្ឈប់ការបណ្តេញចេញទាំងអស់។ សូមផ្តល់សំណង។"),
    "en": ("Halt evictions", "Halt all evictions at once. Pay the families."),
}
SECOND = {
    "km": ("បញ្ឈប់ការបណ្តេញចេញ", "សូមបញ្ឈប់ការបណ្តេញចេញទាំងអស់។ សូមផ្តល់សំណងសមរម្យ។"),
    "en": ("Halt evictions", "Halt all evictions at once. Pay the families a fair price."),
}


def clause(desk: Desk, name: str = "") -> str:
    texts = {code: (heading, f"{name}{body}") for code, (heading, body) in FIRST.items()}
    return desk.library.new_clause(BlockKind.DEMAND, texts).focus


def held(desk: Desk) -> tuple[str, str, str]:
    """A clause, a statement that holds it, and the block that does."""
    clause_id, statement_id = clause(desk), river(desk)
    return clause_id, statement_id, desk.library.insert(statement_id, clause_id).focus


def block(desk: Desk, block_id: str) -> Block:
    return desk._file.blocks.get(block_id)


def offered(desk: Desk, statement_id: str) -> list[str]:
    return [offer.block_id for offer in desk.library.newer_revisions(statement_id)]


def test_a_changed_clause_changes_no_statement_and_each_user_is_offered_it(desk: Desk) -> None:
    clause_id, one, first = held(desk)
    other = desk.drafting.duplicate_statement(one).focus
    before = [desk.drafting.statement(each) for each in (one, other)]
    desk.library.revise(clause_id, SECOND, "the price")
    assert [desk.drafting.statement(each) for each in (one, other)] == before
    assert offered(desk, one) == [first]
    (offer,) = desk.library.newer_revisions(other)
    assert (offer.pinned.number, offer.newest.number, offer.edited) == (1, 2, False)
    assert offer.newest.note == "the price"


def test_a_declined_revision_is_not_offered_again_until_a_still_newer_one_comes(
    desk: Desk,
) -> None:
    clause_id, statement_id, block_id = held(desk)
    desk.library.revise(clause_id, SECOND)
    desk.library.keep(block_id)
    assert offered(desk, statement_id) == []
    assert desk.library.newer_revision(block_id) is not None
    desk.library.revise(clause_id, FIRST)
    assert offered(desk, statement_id) == [block_id]
    desk.history.undo()
    desk.history.undo()
    assert offered(desk, statement_id) == [block_id]


def test_edits_made_here_survive_a_newer_revision_that_changed_other_words(desk: Desk) -> None:
    clause_id, _, block_id = held(desk)
    desk.drafting.write(block_id, "en", body="Halt all evictions today. Pay the families.")
    desk.library.revise(clause_id, SECOND)
    desk.library.take_newer(block_id)
    after = block(desk, block_id)
    assert after.rendition("en").body == (
        "Halt all evictions today. Pay the families a fair price."
    )
    assert after.rendition("km").body == SECOND["km"][1]
    assert after.edited
    assert after.clause_revision_id == desk.library.clause(clause_id).latest.id


def test_edits_in_one_language_make_the_other_side_stale_when_it_stays(desk: Desk) -> None:
    clause_id, _, block_id = held(desk)
    desk.drafting.write(block_id, "km", body="សូមបញ្ឈប់ឥឡូវនេះ។")
    desk.library.revise(clause_id, {"en": SECOND["en"]})
    desk.library.take_newer(block_id)
    km = block(desk, block_id).rendition("km")
    assert km.body == "សូមបញ្ឈប់ឥឡូវនេះ។"
    assert km.state is TranslationState.STALE
    assert km.translated_from == FIRST["en"]


def test_where_both_changed_the_same_words_nothing_is_overwritten_unasked(desk: Desk) -> None:
    clause_id, statement_id, block_id = held(desk)
    desk.drafting.write(block_id, "en", body="Halt all evictions at once. Pay them.")
    desk.library.revise(clause_id, SECOND)
    before = desk.drafting.statement(statement_id)
    assert desk.library.merged(block_id) is None
    with pytest.raises(DeskError, match="in the same words"):
        desk.library.take_newer(block_id)
    with pytest.raises(DeskError, match="in the same words"):
        desk.library.take_all_newer(statement_id)
    assert desk.drafting.statement(statement_id) == before
    desk.library.take_newer(block_id, replace_edits=True)
    assert block(desk, block_id).rendition("en").body == SECOND["en"][1]
    assert not block(desk, block_id).edited


def test_all_are_taken_in_one_step_and_what_cannot_be_is_told(desk: Desk) -> None:
    first, second = clause(desk), clause(desk, "Second. ")
    statement_id = river(desk)
    blocks = [desk.library.insert(statement_id, each).focus for each in (first, second)]
    for each in (first, second):
        now = desk.library.clause(each).rendition("en")
        desk.library.revise(each, {"en": (now.heading, now.body.replace("families", "owners"))})
    desk.drafting.write(blocks[1], "en", body="Second. Our own end.")
    before = desk.drafting.statement(statement_id)
    changes = desk.library.take_all_newer(statement_id)
    assert (changes.made, changes.left_out) == ((blocks[0],), (blocks[1],))
    assert desk.history.undo().label == "Take all newer revisions"
    assert desk.drafting.statement(statement_id).blocks == before.blocks


def test_all_are_kept_in_one_step(desk: Desk) -> None:
    clause_id, statement_id, _ = held(desk)
    with pytest.raises(DeskError, match="newer revision"):
        desk.library.keep_all(statement_id)
    desk.library.revise(clause_id, SECOND)
    desk.library.keep_all(statement_id)
    assert offered(desk, statement_id) == []
    desk.history.undo()
    assert len(offered(desk, statement_id)) == 1


def test_several_offers_are_answered_at_once(desk: Desk) -> None:
    first, second = clause(desk), clause(desk, "Second. ")
    statement_id = river(desk)
    blocks = [desk.library.insert(statement_id, each).focus for each in (first, second)]
    for each in (first, second):
        desk.library.revise(each, {"en": ("Halt evictions", f"Other words {each}.")})
    with pytest.raises(DeskError, match="Choose"):
        desk.library.decide(statement_id)
    desk.library.decide(statement_id, take=[blocks[0]], keep=[blocks[1]])
    assert offered(desk, statement_id) == []
    assert block(desk, blocks[1]).rendition("en").body == "Second. " + FIRST["en"][1]
    desk.history.undo()
    assert offered(desk, statement_id) == blocks


def test_nothing_newer_is_neither_taken_nor_kept(desk: Desk) -> None:
    _, _, block_id = held(desk)
    for verb in (desk.library.take_newer, desk.library.keep):
        with pytest.raises(DeskError, match="newest revision already"):
            verb(block_id)
    assert desk.library.merged(block_id) is None


def test_a_variant_takes_the_place_of_its_sibling(desk: Desk) -> None:
    clause_id, _, block_id = held(desk)
    short = desk.library.make_variant(clause_id, {"en": ("Halt", "Halt it.")}, "short").focus
    stranger = clause(desk, "Another. ")
    with pytest.raises(DeskError, match="not a variant"):
        desk.library.swap(block_id, stranger)
    desk.drafting.write(block_id, "en", body="Ours.")
    with pytest.raises(DeskError, match="would replace"):
        desk.library.swap(block_id, short)
    desk.library.swap(block_id, short, replace_edits=True)
    after = block(desk, block_id)
    assert after.rendition("en").body == "Halt it."
    assert after.rendition("km").state is TranslationState.MISSING
    assert desk.library.where_used(short)[0].block_id == block_id
