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


def _pair(en: Rendition, km: Rendition, source: str = "en", name: str = "b") -> Block:
    return Block(name, BlockKind.PARAGRAPH, {"en": en, "km": km}, source_language=source)


def _stale(body: str, was: str) -> Rendition:
    return Rendition("", body, STALE, ("", was))


def _approved(body: str, reviewer: str, day: str) -> Rendition:
    return Rendition("", body, APPROVED, None, reviewer, day)


def test_what_a_side_was_translated_from_is_split_with_it() -> None:
    block = _pair(Rendition("", "A\n\nC", DRAFT), _stale("ក\n\nខ", "A\n\nB"))
    first, second = split(block, "en", 1, "new")
    assert first.rendition("km").translated_from == ("", "A")
    assert second.rendition("km").translated_from == ("", "B")


def test_what_a_side_was_translated_from_changes_kind_with_it() -> None:
    block = Block("b", BlockKind.DEMAND, {"km": Rendition("ក", "ខ", STALE, ("A", "B"))})
    plain = converted(block, BlockKind.PARAGRAPH).rendition("km")
    assert plain.translated_from == ("", "A\n\nB")


def test_a_side_that_faces_half_a_source_is_approved_no_more() -> None:
    block = _pair(Rendition("", "A\n\nB", DRAFT), _approved("ក", "Sok", "2026-01-05"))
    first, _second = split(block, "en", 1, "new")
    assert first.rendition("km") == Rendition("", "ក", DRAFT)


def test_halves_of_an_approved_pair_stay_approved() -> None:
    side = _approved("ក\n\nខ", "Sok", "2026-01-05")
    _first, second = split(_pair(Rendition("", "A\n\nB", DRAFT), side), "en", 1, "new")
    assert second.rendition("km") == _approved("ខ", "Sok", "2026-01-05")


def test_merging_keeps_what_both_parts_were_translated_from() -> None:
    behind = _pair(Rendition("", "A new", DRAFT), _stale("ក", "A"))
    level = _pair(Rendition("", "B", DRAFT), Rendition("", "ខ", DRAFT), name="c")
    for first, second, was in ((behind, level, "A\n\nB"), (level, behind, "B\n\nA")):
        assert merged(first, second).rendition("km").translated_from == ("", was)


def test_the_source_of_a_stale_part_is_the_source_of_the_whole() -> None:
    level = _pair(Rendition("", "A", DRAFT), Rendition("", "ក", DRAFT), "km")
    behind = _pair(Rendition("", "B new", DRAFT), _stale("ខ", "B"), name="c")
    whole = merged(level, behind)
    assert whole.source_language == "en"
    assert whole.rendition("km").translated_from == ("", "A\n\nB")


def test_a_source_is_never_stale_after_merging() -> None:
    one = _pair(_stale("A", "ក"), Rendition("", "ក ថ្មី", DRAFT), "km")
    other = _pair(Rendition("", "B new", DRAFT), _stale("ខ", "B"), name="c")
    whole = merged(one, other)
    assert whole.source_language == "km"
    assert (whole.rendition("km").state, whole.rendition("en").state) == (DRAFT, STALE)


def test_an_approved_merger_names_every_reviewer_and_the_last_day() -> None:
    days = ("2026-01-05", "2026-01-07")
    one = _pair(Rendition("", "A", DRAFT), _approved("ក", "Sok", days[0]))
    other = _pair(Rendition("", "B", DRAFT), _approved("ខ", "Dara", days[1]), name="c")
    assert merged(one, other).rendition("km") == _approved("ក\n\nខ", "Sok, Dara", days[1])
