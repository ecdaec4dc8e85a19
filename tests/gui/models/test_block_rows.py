"""Rows, markers and places of blocks in the editor."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from advocate_desk.gui.models.block_rows import BODY, HEADING, cell_rows
from advocate_desk.gui.models.slots import Slots, guessed_height
from advocate_desk.model.kinds import BlockKind, Marker
from advocate_desk.model.statement import Block, Rendition

BOTH = ("km", "en")


def block(kind: BlockKind, name: str = "b", **named: object) -> Block:
    sides = {code: Rendition(body=f"{name} {code}") for code in BOTH}
    return Block(name, kind, sides, **named)  # type: ignore[arg-type]  # the rest of a block


def test_a_demand_has_a_numbered_heading_and_a_body() -> None:
    heading, body = cell_rows(block(BlockKind.DEMAND), 12, BOTH)
    assert (heading.field, body.field) == (HEADING, BODY)
    assert dict(heading.markers) == {"km": "១២.", "en": "12."}
    assert not body.markers


def test_entries_stand_under_each_other_with_their_depth() -> None:
    inner = block(BlockKind.ITEM, "inner")
    outer = block(BlockKind.ITEM, "outer", items=(inner,), marker=Marker.BULLET)
    listed = Block("l", BlockKind.LIST, items=(outer, block(BlockKind.ITEM, "second")))
    rows = cell_rows(listed, 0, BOTH)
    assert [(row.block_id, row.level) for row in rows] == [
        ("outer", 0),
        ("inner", 1),
        ("second", 0),
    ]


def test_a_page_break_has_no_text() -> None:
    assert cell_rows(Block("p", BlockKind.PAGE_BREAK), 0, BOTH) == ()


def test_an_empty_list_can_be_written_in() -> None:
    assert len(cell_rows(Block("l", BlockKind.LIST), 0, BOTH)) == 1


@given(st.lists(st.integers(10, 400), min_size=1, max_size=60), st.integers(0, 9000))
def test_slots_lie_one_below_the_other_without_overlap(heights: list[int], y: int) -> None:
    slots = Slots(8)
    slots.set_heights(heights)
    for index in range(len(heights) - 1):
        assert slots.top(index) + slots.height(index) + 8 == slots.top(index + 1)
    for index in slots.between(y, y + 500):
        assert slots.top(index) <= y + 500
        assert slots.top(index) + slots.height(index) + 8 >= y


def test_a_slot_that_grows_moves_those_below() -> None:
    slots = Slots(8)
    slots.set_heights([100, 100, 100])
    assert slots.set_height(0, 150) == 50
    assert slots.top(2) == 8 + 158 + 108
    assert slots.gap_at(0) == 0
    assert slots.gap_at(10_000) == 3


def test_a_longer_text_is_guessed_higher() -> None:
    short = guessed_height(block(BlockKind.PARAGRAPH), BOTH, 350)
    sides = {"km": Rendition(), "en": Rendition(body="word " * 300)}
    assert guessed_height(Block("x", BlockKind.PARAGRAPH, sides), BOTH, 350) > short + 200
