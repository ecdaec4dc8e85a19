"""Comments: asked, assigned, resolved; they stay where they were made."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advocate_desk.cli import shapes
from advocate_desk.desk.desk import Desk
from advocate_desk.exporters.blocks import ExportOptions
from advocate_desk.model.changes import Area
from advocate_desk.model.comment import Comment
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import BlockKind, Layout
from desk_making import block_ids, make_desk, river

NAME = "Hidden Village"


@pytest.fixture
def statement_id(desk: Desk) -> str:
    """The river statement; Sok works here."""
    desk.author = "Sok"
    return river(desk)


@pytest.fixture
def title(desk: Desk, statement_id: str) -> str:
    """Its title."""
    return block_ids(desk, statement_id)[0]


def _list(desk: Desk, statement_id: str) -> tuple[str, list[str]]:
    blocks = desk.drafting.statement(statement_id).blocks
    (found,) = [block for block in blocks if block.kind is BlockKind.LIST]
    return found.id, [item.id for item in found.items]


def _texts(desk: Desk, statement_id: str) -> list[str]:
    return [one.text for one in desk.commenting.comments(statement_id)]


def test_a_comment_tells_who_wrote_it_when_and_for_whom(
    desk: Desk, statement_id: str, title: str
) -> None:
    changes = desk.commenting.add(title, " Is this right? ", language="km", assigned_to=" Dara ")
    (comment,) = desk.commenting.comments(statement_id)
    assert changes.areas == {Area.COMMENTS}
    assert changes.statement_id == statement_id
    assert changes.made == (comment.id,)
    assert comment == Comment(
        comment.id, title, "Is this right?", "km", "Sok", comment.created_at, "Dara"
    )
    assert comment.created_at.startswith("2026-01-05T08:")
    assert desk.commenting.people() == ("Dara", "Sok")


def test_nobody_comments_without_a_name_or_a_text(desk: Desk, title: str) -> None:
    with pytest.raises(DeskError, match="needs a text"):
        desk.commenting.add(title, " \n ")
    desk.author = ""
    with pytest.raises(DeskError, match="needs the name"):
        desk.commenting.add(title, "Is this right?")
    with pytest.raises(DeskError, match="no such block"):
        desk.commenting.add("nothing", "Is this right?")


def test_a_comment_is_edited_assigned_resolved_reopened_and_deleted(
    desk: Desk, statement_id: str, title: str
) -> None:
    (made,) = desk.commenting.add(title, "Is this right?").made
    desk.commenting.edit(made, "Is this the right name?")
    desk.commenting.assign(made, "Dara")
    desk.commenting.resolve(made)
    settled = desk.commenting.comment(made)
    assert (settled.text, settled.assigned_to) == ("Is this the right name?", "Dara")
    assert (settled.is_resolved, settled.resolved_by) == (True, "Sok")
    assert not desk.commenting.resolve(made)
    desk.commenting.reopen(made)
    assert not desk.commenting.comment(made).is_resolved
    assert not desk.commenting.reopen(made)
    assert desk.commenting.delete(made).statement_id == statement_id
    assert desk.commenting.comments(statement_id) == ()
    with pytest.raises(DeskError, match="no such comment"):
        desk.commenting.edit(made, "Still there?")
    for _ in range(5):
        undone = desk.history.undo()
        assert undone.areas == {Area.COMMENTS}
    assert _texts(desk, statement_id) == ["Is this right?"]


def test_a_comment_is_no_change_of_the_statement(desk: Desk, statement_id: str, title: str) -> None:
    before = desk.drafting.statement(statement_id)
    desk.commenting.add(title, "Is this right?")
    assert desk.drafting.statement(statement_id) == before


def test_open_comments_are_counted_per_block_and_entry(
    desk: Desk, statement_id: str, title: str
) -> None:
    whole, items = _list(desk, statement_id)
    (first,) = desk.commenting.add(title, "One").made
    desk.commenting.add(title, "Two", language="en")
    desk.commenting.add(items[1], "Three")
    desk.commenting.resolve(first)
    assert desk.commenting.open_counts(statement_id) == {title: 1, items[1]: 1}
    assert [one.text for one in desk.commenting.comments_on(whole)] == ["Three"]


def test_a_comment_goes_and_comes_back_with_its_block(
    desk: Desk, statement_id: str, title: str
) -> None:
    desk.commenting.add(title, "One")
    desk.drafting.delete_block(title)
    assert _texts(desk, statement_id) == []
    desk.history.undo()
    assert _texts(desk, statement_id) == ["One"]


def test_no_comment_is_lost_when_blocks_are_merged_or_split(
    desk: Desk, statement_id: str, title: str
) -> None:
    paragraph, (whole, items) = block_ids(desk, statement_id)[1], _list(desk, statement_id)
    desk.commenting.add(paragraph, "Of the paragraph")
    desk.commenting.add(items[0], "Of the entry")
    desk.drafting.merge_with_next(title)
    assert {one.text for one in desk.commenting.comments_on(title)} == {"Of the paragraph"}
    desk.drafting.write(whole, "en", body="Those who speak:\n\nand who do not:")
    desk.drafting.split_block(whole, "en", 1)
    assert desk.commenting.open_counts(statement_id) == {title: 1, items[0]: 1}


def test_a_comment_is_in_no_edition_no_copy_and_no_document(
    desk: Desk, statement_id: str, title: str, tmp_path: Path
) -> None:
    desk.commenting.add(title, f"{NAME} must not be named", assigned_to="Dara")
    desk.publishing.adopt(statement_id)
    copies = [
        desk.drafting.duplicate_statement(statement_id).focus,
        desk.drafting.save_as_skeleton(statement_id, "River").focus,
    ]
    assert not any(desk.commenting.comments(copy) for copy in copies)
    assert NAME not in desk.publishing.editions(statement_id)[0].content
    assert NAME not in repr(shapes.statement(desk, statement_id))
    for ending in (".txt", ".html"):
        target = tmp_path / f"out{ending}"
        options = ExportOptions(embed_fonts=False)
        desk.publishing.export(statement_id, Layout.ENGLISH, target, options, allow_findings=True)
        assert NAME not in target.read_text()


def test_a_comment_is_in_no_picture_of_its_value(desk: Desk, title: str) -> None:
    (made,) = desk.commenting.add(title, f"{NAME} must not be named").made
    assert NAME not in repr(desk.commenting.comment(made))


@settings(max_examples=15, deadline=None)
@given(st.text(min_size=1, max_size=40))
def test_every_text_comes_back_as_it_was_cleaned(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    desk = make_desk(tmp_path_factory.mktemp("desk") / "a.desk")
    try:
        desk.author = "Sok"
        statement_id = river(desk)
        (block_id, *_) = block_ids(desk, statement_id)
        try:
            (made,) = desk.commenting.add(block_id, text).made
        except DeskError:
            return  # nothing is left of it
        stored = desk.commenting.comment(made).text
        assert not desk.commenting.edit(made, stored)
    finally:
        desk.close(back_up=False)
