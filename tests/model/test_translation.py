"""How the sides of a block follow each other."""

from hypothesis import given
from hypothesis import strategies as st

from advocate_desk.model.kinds import BlockKind, TranslationState
from advocate_desk.model.statement import EMPTY, Block, Rendition
from advocate_desk.model.translation import (
    aligned,
    drafted,
    signed_off,
    source_of,
    with_state,
    written,
)

DRAFT, STALE = TranslationState.DRAFT, TranslationState.STALE
MISSING, APPROVED = TranslationState.MISSING, TranslationState.APPROVED


def _block(source: str = "en", **sides: Rendition) -> Block:
    return Block("b", BlockKind.PARAGRAPH, aligned(sides, ("km", "en")), source_language=source)


def _side(body: str, state: TranslationState = DRAFT) -> Rendition:
    return Rendition("", body, state)


def _states(block: Block) -> tuple[TranslationState, TranslationState]:
    return block.rendition("en").state, block.rendition("km").state


def test_white_space_alone_makes_nothing_stale() -> None:
    block = written(_block(en=_side("A b"), km=_side("ក", APPROVED)), "en", body="A  b ")
    assert _states(block) == (DRAFT, APPROVED)
    assert block.rendition("en").body == "A  b "


def test_a_stale_side_stays_stale_while_it_is_corrected() -> None:
    block = written(_block(en=_side("A"), km=_side("ក", STALE)), "km", body="ខ")
    assert _states(block) == (DRAFT, STALE)


def test_where_the_source_is_unknown_the_side_changed_first_becomes_it() -> None:
    block = written(_block("", en=_side("A"), km=_side("ក")), "km", body="ខ")
    assert block.source_language == "km"
    assert _states(block) == (STALE, DRAFT)


def test_an_emptied_source_hands_over_to_the_side_that_is_left() -> None:
    block = written(_block(en=_side("A"), km=_side("ក", STALE)), "en", body="")
    assert block.source_language == "km"
    assert _states(block) == (MISSING, DRAFT)


def test_nothing_changed_is_the_same_block() -> None:
    block = _block(en=_side("A"))
    assert written(block, "en", body="A") is block


def test_a_pinned_block_remembers_that_it_was_edited() -> None:
    block = Block("b", BlockKind.DEMAND, {"en": _side("A")}, clause_revision_id="r")
    assert written(block, "en", body="B").edited
    assert not written(_block(en=_side("A")), "en", body="B").edited


def test_drafted_sides_are_drafts_or_missing() -> None:
    assert drafted("", " \n") == EMPTY
    assert drafted("", "x").state is DRAFT
    assert source_of({"km": EMPTY, "en": _side("x")}) == "en"
    assert source_of({"km": _side("x"), "en": _side("x")}) == ""


def test_a_stale_side_keeps_what_it_was_translated_from() -> None:
    block = Block("b", BlockKind.DEMAND, {"en": Rendition("H", "A", DRAFT), "km": _side("ក")})
    once = written(block, "en", body="A bit")
    twice = written(written(once, "en", body="A bit more"), "en", heading="Head")
    for one in (once, twice):
        assert one.rendition("km").translated_from == ("H", "A")


def test_a_source_typed_back_leaves_the_other_side_stale() -> None:
    block = _block(en=_side("A"), km=_side("ក"))
    block = written(written(block, "en", body="B"), "en", body="A")
    assert block.rendition("km") == Rendition("", "ក", STALE, ("", "A"))


def test_an_emptied_side_or_a_lost_source_was_translated_from_nothing() -> None:
    block = written(_block(en=_side("A"), km=_side("ក")), "en", body="B")
    assert written(block, "km", body="").rendition("km") == EMPTY
    assert written(block, "en", body="").rendition("km") == _side("ក")


def test_a_side_keeps_its_sign_off_until_its_own_words_or_its_source_change() -> None:
    approved = signed_off(_side("ក"), "Sok", "2026-01-05")
    assert (approved.state, approved.reviewed_by) == (APPROVED, "Sok")
    block = _block(en=_side("A"), km=approved)
    assert written(block, "en", body="A ").rendition("km") == approved
    assert written(block, "km", body="ខ").rendition("km") == _side("ខ")
    assert written(block, "en", body="B").rendition("km") == Rendition("", "ក", STALE, ("", "A"))


def test_the_same_state_again_changes_nothing() -> None:
    approved = signed_off(_side("ក"), "Sok", "2026-01-05")
    assert with_state(approved, APPROVED) is approved


STEPS = st.lists(
    st.tuples(st.sampled_from(["km", "en"]), st.sampled_from(["", "a", "a ", "b", "c d"])),
    max_size=12,
)


@given(STEPS)
def test_a_side_is_missing_exactly_when_it_is_empty(steps: list[tuple[str, str]]) -> None:
    block = _block("")
    for language, body in steps:
        block = written(block, language, body=body)
        for side in block.renditions.values():
            assert (side.state is MISSING) == side.is_empty
            assert (side.translated_from is not None) == (side.state is STALE)
        if block.source_language and not block.rendition(block.source_language).is_empty:
            assert block.rendition(block.source_language).state is not STALE
