"""Splitting, merging and converting blocks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import BlockKind, Marker, TranslationState
from advocate_desk.model.reshaping import converted, merged, new_block, split
from advocate_desk.model.statement import EMPTY, Block, Rendition

DRAFT, STALE = TranslationState.DRAFT, TranslationState.STALE
APPROVED = TranslationState.APPROVED
ITEM = Block("i", BlockKind.ITEM, {"en": Rendition("", "one", DRAFT)})


def _block(
    kind: BlockKind = BlockKind.PARAGRAPH, en: str = "", km: str = "", heading: str = ""
) -> Block:
    sides = {"en": Rendition(heading, en, DRAFT), "km": Rendition("", km, DRAFT) if km else EMPTY}
    return Block("b", kind, sides)


def test_a_heading_becomes_a_demands_heading_and_back() -> None:
    demand = converted(_block(BlockKind.HEADING, "Stop"), BlockKind.DEMAND)
    assert (demand.rendition("en").heading, demand.rendition("en").body) == ("Stop", "")
    assert converted(demand, BlockKind.HEADING).rendition("en").body == "Stop"


def test_a_paragraph_becomes_a_demands_body() -> None:
    demand = converted(_block(en="Stop it."), BlockKind.DEMAND)
    assert (demand.rendition("en").heading, demand.rendition("en").body) == ("", "Stop it.")


def test_a_list_has_bullets_at_first() -> None:
    assert new_block("b", BlockKind.LIST, {}).marker is Marker.BULLET
    assert new_block("b", BlockKind.PARAGRAPH, {}).marker is Marker.NONE


@pytest.mark.parametrize(
    ("block", "kind"),
    [
        (ITEM, BlockKind.PARAGRAPH),
        (_block(en="x"), BlockKind.ITEM),
        (_block(en="x"), BlockKind.PAGE_BREAK),
        (Block("b", BlockKind.LIST, {}, (ITEM,)), BlockKind.PARAGRAPH),
    ],
)
def test_a_kind_that_cannot_hold_the_block_is_refused(block: Block, kind: BlockKind) -> None:
    with pytest.raises(DeskError):
        converted(block, kind)


def test_a_demand_can_be_split_from_its_heading() -> None:
    first, second = split(_block(BlockKind.DEMAND, "Body.", heading="Head"), "en", 0, "new")
    assert first.rendition("en").text == "Head"
    assert (second.id, second.rendition("en").text) == ("new", "Body.")


def test_a_language_without_the_paragraph_keeps_its_text_in_front() -> None:
    first, second = split(_block(en="A\n\nB", km="ក"), "en", 1, "new")
    assert (first.rendition("km").body, second.rendition("km")) == ("ក", EMPTY)
    assert second.source_language == "en"


@pytest.mark.parametrize("paragraph", [-1, 0, 2])
def test_there_must_be_something_on_both_sides_of_a_split(paragraph: int) -> None:
    with pytest.raises(DeskError):
        split(_block(en="A\n\nB"), "en", paragraph, "new")


def test_a_merged_side_is_as_far_as_the_weaker_one() -> None:
    stale = Block("c", BlockKind.PARAGRAPH, {"en": Rendition("", "B", STALE)})
    approved = Block("d", BlockKind.PARAGRAPH, {"en": Rendition("", "C", APPROVED)})
    assert merged(_block(en="A"), stale).rendition("en").state is STALE
    assert merged(_block(en="A"), approved).rendition("en").state is DRAFT
    assert merged(approved, approved).rendition("en").state is APPROVED


def test_a_followers_heading_becomes_a_paragraph() -> None:
    demand = _block(BlockKind.DEMAND, "Body.", heading="Head")
    assert merged(_block(en="A"), demand).rendition("en") == Rendition(
        "", "A\n\nHead\n\nBody.", DRAFT
    )
    empty = Block("e", BlockKind.PARAGRAPH, {"en": EMPTY})
    assert merged(empty, demand).rendition("en") == Rendition("", "Head\n\nBody.", DRAFT)
    assert merged(demand, empty).rendition("en").heading == "Head"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (_block(en="A"), Block("p", BlockKind.PAGE_BREAK)),
        (Block("p", BlockKind.ENDORSER_LIST), _block(en="A")),
        (_block(en="A"), Block("l", BlockKind.LIST, {}, (ITEM,))),
        (Block("l", BlockKind.LIST, {}, (ITEM,)), _block(en="A")),
    ],
)
def test_what_cannot_be_merged_is_refused(first: Block, second: Block) -> None:
    with pytest.raises(DeskError):
        merged(first, second)


PARAGRAPHS = st.lists(st.text("ab ", min_size=1, max_size=5), min_size=2, max_size=5)


@given(PARAGRAPHS, st.data())
def test_splitting_and_merging_loses_no_letter(parts: list[str], data: st.DataObject) -> None:
    block = _block(en="\n\n".join(parts))
    at = data.draw(st.integers(1, len(parts) - 1))
    first, second = split(block, "en", at, "new")
    joined = merged(first, second).rendition("en").body
    assert joined.replace("\n", "").split() == block.rendition("en").body.replace("\n", "").split()
