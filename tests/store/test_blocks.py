from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advocate_desk.model.kinds import BlockKind, Marker, TranslationState
from advocate_desk.model.statement import Block, Rendition
from advocate_desk.store.desk_file import DeskFile
from store.desks import block, insert_clause, insert_statement, text


def in_order(desk: DeskFile, statement_id: str) -> list[str]:
    return [each.id for each in desk.statements.get(statement_id).blocks]


def row_of_blocks(desk: DeskFile, count: int) -> tuple[str, list[str]]:
    statement = insert_statement(desk, *(block(desk) for _ in range(count)))
    return statement.id, [each.id for each in statement.blocks]


def test_a_branch_comes_back_as_it_was_written(desk: DeskFile) -> None:
    clause = insert_clause(desk, "Save the lake")
    deep = block(desk, BlockKind.ITEM, items=(block(desk, BlockKind.ITEM),))
    branch = Block(
        desk.new_id(),
        BlockKind.ADDRESSEES,
        {"km": text("ជូនចំពោះ"), "fr": text("À", "heading")},
        (deep, block(desk, BlockKind.ITEM)),
        marker=Marker.NUMBER,
        source_language="km",
        clause_revision_id=clause.latest.id,
        edited=True,
    )
    statement = insert_statement(desk, branch)
    assert desk.blocks.get(branch.id) == branch
    assert desk.blocks.get(deep.id) == deep
    assert desk.statements.get(statement.id).blocks == (branch,)


def test_what_a_side_was_translated_from_and_who_approved_it_comes_back(desk: DeskFile) -> None:
    stale = Rendition("", "ដី", TranslationState.STALE, ("", "land"))
    approved = Rendition("", "land", TranslationState.APPROVED, None, "Sok", "2026-01-05")
    one = Block(desk.new_id(), BlockKind.PARAGRAPH, {"km": stale, "en": approved})
    insert_statement(desk, one)
    assert desk.blocks.get(one.id) == one
    other = replace(stale, translated_from=("", ""))
    with desk.step("Write"):
        desk.blocks.write(one.id, "en", other)
        desk.blocks.write(one.id, "km", approved)
    assert desk.blocks.get(one.id).renditions == {"en": other, "km": approved}
    desk.undo()
    assert desk.blocks.get(one.id) == one


def test_a_block_knows_where_it_stands(desk: DeskFile) -> None:
    item = block(desk, BlockKind.ITEM)
    branch = block(desk, BlockKind.LIST, items=(block(desk, BlockKind.ITEM), item))
    statement = insert_statement(desk, block(desk), branch)
    assert desk.blocks.statement_of(item.id) == statement.id
    assert desk.blocks.place_of(item.id) == (branch.id, 1)
    assert desk.blocks.place_of(branch.id) == (None, 1)
    assert desk.blocks.siblings(item.id) == (branch.items[0].id, item.id)


def test_a_block_that_is_not_there_is_a_key_error(desk: DeskFile) -> None:
    for read in (desk.blocks.get, desk.blocks.statement_of, desk.blocks.siblings):
        with pytest.raises(KeyError):
            read("nothing")
    with desk.step("Wrong"):
        with pytest.raises(KeyError):
            desk.blocks.delete("nothing")
        with pytest.raises(KeyError):
            desk.blocks.update("nothing", edited=True)
        with pytest.raises(KeyError):
            desk.blocks.write("nothing", "km", text("ដី"))


@pytest.mark.parametrize(
    ("position", "place"), [(0, 0), (1, 1), (3, 3), (99, 3), (None, 3), (-5, 0)]
)
def test_a_block_is_inserted_where_it_is_wanted(
    desk: DeskFile, position: int | None, place: int
) -> None:
    statement_id, ids = row_of_blocks(desk, 3)
    new = block(desk)
    with desk.step("Insert"):
        desk.blocks.insert(statement_id, new, position=position)
    ids.insert(place, new.id)
    assert in_order(desk, statement_id) == ids
    assert [desk.blocks.place_of(each)[1] for each in ids] == [0, 1, 2, 3]


def test_an_item_is_inserted_under_its_parent(desk: DeskFile) -> None:
    branch = block(desk, BlockKind.LIST, items=(block(desk, BlockKind.ITEM),))
    statement = insert_statement(desk, branch, block(desk))
    item = block(desk, BlockKind.ITEM)
    with desk.step("Insert"):
        desk.blocks.insert(statement.id, item, parent_id=branch.id, position=0)
    assert [each.id for each in desk.blocks.get(branch.id).items] == [item.id, branch.items[0].id]


@settings(max_examples=30)
@given(old=st.integers(0, 4), new=st.integers(-2, 7))
def test_a_moved_block_stands_where_a_moved_list_entry_would(
    desk: DeskFile, old: int, new: int
) -> None:
    statement_id, ids = row_of_blocks(desk, 5)
    moved = ids.pop(old)
    ids.insert(max(0, min(new, 4)), moved)
    with desk.step("Move"):
        desk.blocks.move(moved, new)
    assert in_order(desk, statement_id) == ids
    assert [desk.blocks.place_of(each)[1] for each in ids] == [0, 1, 2, 3, 4]


def test_later_blocks_move_up_when_one_is_deleted(desk: DeskFile) -> None:
    statement_id, ids = row_of_blocks(desk, 4)
    with desk.step("Delete"):
        desk.blocks.delete(ids.pop(1))
    assert in_order(desk, statement_id) == ids
    assert [desk.blocks.place_of(each)[1] for each in ids] == [0, 1, 2]


def test_a_deleted_block_takes_its_items_along(desk: DeskFile) -> None:
    deep = block(desk, BlockKind.ITEM, items=(block(desk, BlockKind.ITEM),))
    branch = block(desk, BlockKind.LIST, items=(deep,))
    insert_statement(desk, branch)
    with desk.step("Delete"):
        desk.blocks.delete(branch.id)
    for gone in (branch, deep, deep.items[0]):
        with pytest.raises(KeyError):
            desk.blocks.get(gone.id)


def test_an_item_moves_under_another_parent_and_back(desk: DeskFile) -> None:
    items = tuple(block(desk, BlockKind.ITEM) for _ in range(3))
    branch = block(desk, BlockKind.LIST, items=items)
    insert_statement(desk, branch)
    with desk.step("Indent"):
        desk.blocks.reparent(items[1].id, items[0].id)
    first, last = desk.blocks.get(branch.id).items
    assert (first.items, last) == ((items[1],), items[2])
    assert desk.blocks.place_of(last.id) == (branch.id, 1)
    with desk.step("Outdent"):
        desk.blocks.reparent(items[1].id, branch.id, 1)
    assert desk.blocks.get(branch.id) == branch


@pytest.mark.parametrize(("position", "order"), [(None, [1, 2, 0]), (1, [1, 0, 2])])
def test_reparenting_to_the_same_parent_is_a_move(
    desk: DeskFile, position: int | None, order: list[int]
) -> None:
    statement_id, ids = row_of_blocks(desk, 3)
    with desk.step("Move"):
        desk.blocks.reparent(ids[0], None, position)
    assert in_order(desk, statement_id) == [ids[number] for number in order]


def test_every_field_of_a_block_can_be_changed(desk: DeskFile) -> None:
    clause = insert_clause(desk, "Save the lake")
    statement = insert_statement(desk, block(desk))
    block_id = statement.blocks[0].id
    with desk.step("Change"):
        desk.blocks.update(
            block_id,
            kind=BlockKind.LIST,
            marker=Marker.DASH,
            source_language="km",
            clause_revision_id=clause.latest.id,
            edited=True,
        )
        desk.blocks.write(block_id, "fr", text("la terre"))
        desk.blocks.erase(block_id, "en")
    assert desk.blocks.get(block_id) == Block(
        block_id,
        BlockKind.LIST,
        {"km": text("ដី"), "fr": text("la terre")},
        marker=Marker.DASH,
        source_language="km",
        clause_revision_id=clause.latest.id,
        edited=True,
    )


def test_reading_a_statement_takes_the_same_few_queries_whatever_its_size(desk: DeskFile) -> None:
    small = insert_statement(desk, block(desk))
    large = insert_statement(desk, *(block(desk, items=(block(desk),)) for _ in range(30)))
    assert queries(desk, small.id) == queries(desk, large.id) <= 7


def queries(desk: DeskFile, statement_id: str) -> int:
    assert desk._connection is not None
    seen: list[str] = []
    desk._connection.raw.set_trace_callback(seen.append)
    desk.statements.get(statement_id)
    desk._connection.raw.set_trace_callback(None)
    return len(seen)
