"""How far the languages are, and what waits for somebody."""

from hypothesis import given
from hypothesis import strategies as st

from advocate_desk.model.kinds import BlockKind, TranslationState
from advocate_desk.model.progress import (
    approved_pairs,
    behind,
    from_behind,
    is_whole,
    progress,
    sides_in,
)
from advocate_desk.model.statement import (
    EMPTY,
    Block,
    Rendition,
    percent_approved,
    percent_written,
    walk,
)

STATES = [state for state in TranslationState if state is not TranslationState.MISSING]
SIDES = st.one_of(
    st.just(EMPTY), st.builds(Rendition, st.just(""), st.just("x"), st.sampled_from(STATES))
)
BLOCKS = st.lists(st.tuples(SIDES, SIDES, SIDES, SIDES), max_size=6)


def _blocks(sides: list[tuple[Rendition, Rendition, Rendition, Rendition]]) -> tuple[Block, ...]:
    """Lists of one entry each."""
    return tuple(
        Block(
            f"b{n}",
            BlockKind.LIST,
            {"km": km, "en": en},
            (Block(f"i{n}", BlockKind.ITEM, {"km": item_km, "en": item_en}),),
            source_language="en" if n % 2 else "",
        )
        for n, (km, en, item_km, item_en) in enumerate(sides)
    )


@given(BLOCKS)
def test_progress_agrees_with_the_percentages(
    sides: list[tuple[Rendition, Rendition, Rendition, Rendition]],
) -> None:
    blocks = _blocks(sides)
    for code in ("km", "en"):
        found = progress(blocks, code)
        assert found.percent_written == percent_written(blocks, code)
        assert found.percent_approved == percent_approved(blocks, code)
        assert found.count(TranslationState.APPROVED) <= found.written <= found.wanted


@given(BLOCKS, st.integers(0, 12))
def test_going_on_from_anywhere_meets_everything_once(
    sides: list[tuple[Rendition, Rendition, Rendition, Rendition]], start: int
) -> None:
    blocks = _blocks(sides)
    ids = [part.id for part in walk(blocks)]
    after = ids[start] if start < len(ids) else ""
    found = list(sides_in(blocks, ("km", "en"), set(TranslationState)))
    ring = from_behind(found, blocks, after)
    assert sorted(ring, key=found.index) == found
    here = ids.index(after) if after else -1
    places = [ids.index(side.block_id) for side in ring]
    assert places == sorted(places, key=lambda place: (place <= here, place))


@given(BLOCKS)
def test_a_pair_is_approved_only_where_no_written_side_waits(
    sides: list[tuple[Rendition, Rendition, Rendition, Rendition]],
) -> None:
    blocks = _blocks(sides)
    parts = {part.id: part for part in walk(blocks)}
    for pair in approved_pairs(blocks):
        part = parts[pair.block_id]
        translations = [s for code, s in part.renditions.items() if code != part.source_language]
        assert all(side.state is TranslationState.APPROVED for side in translations)
        assert len(pair.sides) == 2


def test_a_side_is_whole_where_it_has_what_the_other_has() -> None:
    demand = Block(
        "d", BlockKind.DEMAND, {"en": Rendition("Stop", "Now"), "km": Rendition("", "ឥឡូវ")}
    )
    assert is_whole(demand, "en")
    assert not is_whole(demand, "km")
    assert not is_whole(demand, "fr")


def test_what_was_not_kept_is_told_as_unknown() -> None:
    stale = Rendition("", "ដី", TranslationState.STALE)
    old = Block(
        "b",
        BlockKind.PARAGRAPH,
        {"km": stale, "en": Rendition("", "land")},
        (),
        source_language="en",
    )
    (found,) = behind(old)
    assert (found.then, found.now) == (None, ("", "land"))
