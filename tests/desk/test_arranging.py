"""Blocks and items: adding, moving, splitting, merging, changing kinds."""

import pytest

from advocate_desk.desk.desk import Desk
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import BlockKind, Marker
from advocate_desk.model.statement import Block, demand_numbers
from desk_making import block_ids, river, texts

LIST = 4


def _blocks(desk: Desk, statement_id: str) -> tuple[Block, ...]:
    return desk.drafting.statement(statement_id).blocks


def _items(desk: Desk, statement_id: str) -> list[tuple[str, list[str]]]:
    items = _blocks(desk, statement_id)[LIST].items
    return [
        (item.rendition("en").body, [sub.rendition("en").body for sub in item.items])
        for item in items
    ]


def test_a_block_is_added_behind_another_or_at_the_end(desk: Desk) -> None:
    statement_id = river(desk)
    title = block_ids(desk, statement_id)[0]
    behind = desk.drafting.add_block(statement_id, BlockKind.PARAGRAPH, after=title)
    last = desk.drafting.add_block(statement_id, BlockKind.LIST)
    assert block_ids(desk, statement_id)[1] == behind.focus
    assert block_ids(desk, statement_id)[-1] == last.focus
    assert _blocks(desk, statement_id)[-1].marker is Marker.BULLET
    assert set(_blocks(desk, statement_id)[-1].renditions) == {"km", "en"}


def test_behind_an_item_means_behind_its_list(desk: Desk) -> None:
    statement_id = river(desk)
    item = _blocks(desk, statement_id)[LIST].items[0]
    made = desk.drafting.add_block(statement_id, BlockKind.PARAGRAPH, after=item.id).focus
    assert block_ids(desk, statement_id)[LIST + 1] == made


def test_a_statement_has_one_endorser_list(desk: Desk) -> None:
    statement_id = river(desk)
    paragraph, listed = block_ids(desk, statement_id)[1], block_ids(desk, statement_id)[-1]
    with pytest.raises(DeskError, match="endorser list already"):
        desk.drafting.add_block(statement_id, BlockKind.ENDORSER_LIST)
    with pytest.raises(DeskError, match="endorser list already"):
        desk.drafting.duplicate_block(listed)
    with pytest.raises(DeskError, match="endorser list already"):
        desk.drafting.change_kind(paragraph, BlockKind.ENDORSER_LIST)
    with pytest.raises(DeskError, match="added to a list"):
        desk.drafting.add_block(statement_id, BlockKind.ITEM)


def test_demands_are_numbered_anew_when_they_move(desk: Desk) -> None:
    statement_id = river(desk)
    first, second = block_ids(desk, statement_id)[2:4]
    desk.drafting.move_block(second, -1)
    assert demand_numbers(_blocks(desk, statement_id)) == {second: 1, first: 2}
    desk.history.undo()
    assert demand_numbers(_blocks(desk, statement_id)) == {first: 1, second: 2}


def test_moving_stops_at_the_ends(desk: Desk) -> None:
    statement_id = river(desk)
    order = block_ids(desk, statement_id)
    assert not desk.drafting.move_block(order[0], -3)
    desk.drafting.move_block_to(order[0], 99)
    assert block_ids(desk, statement_id) == [*order[1:], order[0]]


def test_deleting_looks_at_the_neighbour_next(desk: Desk) -> None:
    statement_id = river(desk)
    order = block_ids(desk, statement_id)
    assert desk.drafting.delete_block(order[1]).focus == order[2]
    assert desk.drafting.delete_block(order[-1]).focus == order[-2]
    items = _blocks(desk, statement_id)[-1].items
    desk.drafting.delete_block(items[0].id)
    assert desk.drafting.delete_block(items[1].id).focus == order[LIST]


def test_a_duplicate_has_its_own_items(desk: Desk) -> None:
    statement_id = river(desk)
    original = _blocks(desk, statement_id)[LIST]
    desk.drafting.duplicate_block(original.id)
    copy = _blocks(desk, statement_id)[LIST + 1]
    assert [i.renditions for i in copy.items] == [i.renditions for i in original.items]
    assert {i.id for i in copy.items}.isdisjoint(i.id for i in original.items)


def test_items_are_added_indented_and_outdented(desk: Desk) -> None:
    statement_id = river(desk)
    listed = _blocks(desk, statement_id)[LIST]
    added = desk.drafting.add_item(listed.id, after=listed.items[0].id).focus
    desk.drafting.write(added, "en", body="the boat people")
    assert _items(desk, statement_id)[1] == ("the boat people", [])
    desk.drafting.indent_item(added)
    assert _items(desk, statement_id) == [
        ("the fishers", ["the boat people"]),
        ("the farmers", []),
    ]
    desk.drafting.outdent_item(added)
    assert [text for text, _ in _items(desk, statement_id)] == [
        "the fishers",
        "the boat people",
        "the farmers",
    ]


def test_an_item_needs_a_place_to_go(desk: Desk) -> None:
    statement_id = river(desk)
    listed = _blocks(desk, statement_id)[LIST]
    with pytest.raises(DeskError, match="no item before"):
        desk.drafting.indent_item(listed.items[0].id)
    with pytest.raises(DeskError, match="first level"):
        desk.drafting.outdent_item(listed.items[0].id)
    with pytest.raises(DeskError, match="Only items"):
        desk.drafting.indent_item(listed.id)
    with pytest.raises(DeskError, match="no items"):
        desk.drafting.add_item(block_ids(desk, statement_id)[0])


def test_a_changed_kind_keeps_every_text(desk: Desk) -> None:
    statement_id = river(desk)
    demand_id = block_ids(desk, statement_id)[2]
    before = texts(desk, statement_id)
    desk.drafting.change_kind(demand_id, BlockKind.PARAGRAPH)
    assert texts(desk, statement_id) == before
    assert _blocks(desk, statement_id)[2].kind is BlockKind.PARAGRAPH
    assert not desk.drafting.change_kind(demand_id, BlockKind.PARAGRAPH)
    desk.history.undo()
    assert _blocks(desk, statement_id)[2].rendition("en").heading == "Stop the sand"


def test_a_marker_belongs_to_blocks_with_items(desk: Desk) -> None:
    statement_id = river(desk)
    listed = block_ids(desk, statement_id)[LIST]
    desk.drafting.change_marker(listed, Marker.NUMBER)
    assert not desk.drafting.change_marker(listed, Marker.NUMBER)
    assert _blocks(desk, statement_id)[LIST].marker is Marker.NUMBER
    with pytest.raises(DeskError, match="no items"):
        desk.drafting.change_marker(block_ids(desk, statement_id)[0], Marker.DASH)


def test_a_block_is_split_in_both_languages_and_merged_again(desk: Desk) -> None:
    statement_id = river(desk)
    paragraph = block_ids(desk, statement_id)[1]
    before = _blocks(desk, statement_id)
    desk.drafting.split_block(paragraph, "en", 1)
    assert texts(desk, statement_id)[1:3] == ["We live by the river.", "We ask:"]
    assert texts(desk, statement_id, "km")[1:3] == ["យើងរស់នៅក្បែរទន្លេ។", "យើងស្នើ៖"]
    desk.drafting.merge_with_next(paragraph)
    assert _blocks(desk, statement_id) == before


def test_items_go_with_the_text_they_stand_behind(desk: Desk) -> None:
    statement_id = river(desk)
    listed = block_ids(desk, statement_id)[LIST]
    desk.drafting.write(listed, "en", body="One.\n\nTwo:")
    desk.drafting.split_block(listed, "en", 1)
    first, second = _blocks(desk, statement_id)[LIST : LIST + 2]
    assert (len(first.items), len(second.items)) == (0, 2)


def test_lists_can_be_joined(desk: Desk) -> None:
    statement_id = river(desk)
    listed = block_ids(desk, statement_id)[LIST]
    other = desk.drafting.add_block(statement_id, BlockKind.LIST, after=listed).focus
    item = desk.drafting.add_item(other).focus
    desk.drafting.write(item, "en", body="the children")
    desk.drafting.merge_with_next(listed)
    assert [text for text, _ in _items(desk, statement_id)] == [
        "the fishers",
        "the farmers",
        "the children",
    ]


def test_the_last_block_has_nothing_to_merge_with(desk: Desk) -> None:
    statement_id = river(desk)
    with pytest.raises(DeskError, match="no next block"):
        desk.drafting.merge_with_next(block_ids(desk, statement_id)[-1])
    with pytest.raises(DeskError, match="cannot be split"):
        desk.drafting.split_block(block_ids(desk, statement_id)[0], "en", 0)


def test_a_block_that_is_gone_is_refused_in_a_sentence(desk: Desk) -> None:
    for verb in (desk.drafting.delete_block, desk.drafting.duplicate_block):
        with pytest.raises(DeskError, match="no such block"):
            verb("nope")
    with pytest.raises(DeskError, match="no such block"):
        desk.drafting.move_block_to("nope", 0)
