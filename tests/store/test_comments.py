"""Comments as rows, and how far the library is."""

from dataclasses import replace

import pytest

from advocate_desk.model.comment import Comment
from advocate_desk.model.kinds import BlockKind, TranslationState
from advocate_desk.store.desk_file import DeskFile
from store.desks import block, insert_clause, insert_statement


def test_a_comment_comes_back_as_it_was_written(desk: DeskFile) -> None:
    item = block(desk, BlockKind.ITEM)
    branch = block(desk, BlockKind.LIST, items=(item,))
    statement = insert_statement(desk, branch, block(desk))
    made = Comment(
        desk.new_id(), item.id, "ដី?", "km", "Sok", "2026-01-05T08:00:00Z", "Dara", "Sok", "later"
    )
    with desk.step("Add comment"):
        desk.comments.insert(made)
    assert desk.comments.get(made.id) == made
    assert desk.comments.of_statement(statement.id) == (made,)
    assert desk.comments.of_branch(branch.id) == (made,)
    assert desk.comments.people() == ("Dara", "Sok")


def test_the_oldest_comment_stands_first(desk: DeskFile) -> None:
    one = block(desk)
    statement = insert_statement(desk, one)
    first = Comment(desk.new_id(), one.id, "first", created_at="2026-01-05")
    second = Comment(desk.new_id(), one.id, "second", created_at="2026-01-06")
    with desk.step("Add comments"):
        desk.comments.insert(second)
        desk.comments.insert(first)
    assert desk.comments.of_statement(statement.id) == (first, second)


def test_a_comment_that_is_not_there_is_a_key_error(desk: DeskFile) -> None:
    with pytest.raises(KeyError):
        desk.comments.get("nothing")
    with pytest.raises(KeyError), desk.step("Wrong"):
        desk.comments.update(Comment("nothing", "nothing", ""))


def test_comments_go_with_their_statement_and_come_back(desk: DeskFile) -> None:
    one = block(desk)
    statement = insert_statement(desk, one)
    made = Comment(desk.new_id(), one.id, "first", created_at="2026-01-05")
    with desk.step("Add comment"):
        desk.comments.insert(made)
    with desk.step("Delete"):
        desk.statements.delete(statement.id)
    assert desk.comments.people() == ()
    desk.undo()
    assert desk.comments.get(made.id) == made


def test_comments_follow_a_block_that_is_joined_to_another(desk: DeskFile) -> None:
    one, other = block(desk), block(desk)
    insert_statement(desk, one, other)
    made = Comment(desk.new_id(), other.id, "first", created_at="2026-01-05")
    with desk.step("Add comment"):
        desk.comments.insert(made)
    with desk.step("Merge"):
        desk.blocks.delete(other.id)
        desk.comments.insert_again([made], {other.id: one.id})
    assert desk.comments.get(made.id) == replace(made, block_id=one.id)


def test_the_library_is_counted_per_language(desk: DeskFile) -> None:
    insert_clause(desk, "Save the lake")
    found = desk.progress.of_library()
    assert found["en"].states == {TranslationState.DRAFT: 1}
    assert found["km"].states == {TranslationState.MISSING: 1}
