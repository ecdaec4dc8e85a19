"""How the sides of a block follow each other."""

from hypothesis import given
from hypothesis import strategies as st

from advocate_desk.model.kinds import BlockKind, TranslationState
from advocate_desk.model.statement import EMPTY, Block, Rendition
from advocate_desk.model.translation import aligned, drafted, source_of, written

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
        if block.source_language and not block.rendition(block.source_language).is_empty:
            assert block.rendition(block.source_language).state is not STALE
