"""Corrections of an import: they move text about and never lose any."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from advocate_desk.gui.models import draft_corrections as corrections
from advocate_desk.gui.models.import_session import ImportSession, title_of
from advocate_desk.model.draft import DraftBlock, DraftStatement, DraftText
from advocate_desk.model.kinds import WITH_HEADING, WITH_ITEMS, BlockKind, StatementKind

PARAGRAPH, DEMAND, LIST = BlockKind.PARAGRAPH, BlockKind.DEMAND, BlockKind.LIST


def block(kind: BlockKind, km: str = "", en: str = "", *items: DraftBlock) -> DraftBlock:
    sides = {"km": DraftText(body=km), "en": DraftText(body=en)}
    return DraftBlock(kind, {code: text for code, text in sides.items() if text.body}, items)


def statement(*blocks: DraftBlock, unplaced: tuple[str, ...] = ()) -> DraftStatement:
    return DraftStatement(StatementKind.PETITION, blocks, unplaced=unplaced)


def sides(draft: DraftStatement) -> list[tuple[str, str]]:
    return [
        (corrections.text_of(one, "km"), corrections.text_of(one, "en")) for one in draft.blocks
    ]


def words(draft: DraftStatement) -> Counter[str]:
    """Every word anywhere in a draft."""

    def texts(blocks: tuple[DraftBlock, ...]) -> Iterator[str]:
        for one in blocks:
            for side in one.texts.values():
                yield from (side.heading, side.body)
            yield from texts(one.items)

    return Counter(" ".join((*texts(draft.blocks), *draft.unplaced)).split())


def test_a_side_moved_down_leaves_a_gap_and_takes_those_below_along() -> None:
    draft = statement(block(PARAGRAPH, "ក", "a"), block(PARAGRAPH, "ខ", "b"))
    assert sides(corrections.shift_side(draft, 0, "en", 1)) == [("ក", ""), ("ខ", "a"), ("", "b")]


def test_a_side_moved_up_into_a_gap_closes_it() -> None:
    draft = statement(block(PARAGRAPH, "ក"), block(PARAGRAPH, "ខ", "a"), block(PARAGRAPH, "", "b"))
    assert corrections.can_shift(draft, 1, "en", -1)
    assert sides(corrections.shift_side(draft, 1, "en", -1)) == [("ក", "a"), ("ខ", "b")]


def test_a_side_cannot_move_up_onto_another_text_nor_out_of_the_table() -> None:
    draft = statement(block(PARAGRAPH, "ក", "a"), block(PARAGRAPH, "ខ", "b"))
    assert not corrections.can_shift(draft, 1, "en", -1)
    assert not corrections.can_shift(draft, 0, "en", -1)
    assert not corrections.can_shift(draft, 7, "en", 1)


def test_a_text_in_one_language_alone_has_nothing_to_move_along() -> None:
    draft = statement(block(PARAGRAPH, "", "a"), block(PARAGRAPH, "", "b"))
    assert not corrections.can_shift(draft, 0, "en", 1)
    assert not corrections.can_shift(draft, 1, "en", 1)


def test_text_moves_past_a_page_break_and_never_onto_it() -> None:
    draft = statement(
        block(PARAGRAPH, "ក", "a"), block(BlockKind.PAGE_BREAK), block(PARAGRAPH, "ខ", "b")
    )
    moved = corrections.shift_side(draft, 0, "en", 1)
    assert [one.kind for one in moved.blocks][1] is BlockKind.PAGE_BREAK
    assert sides(moved) == [("ក", ""), ("", ""), ("ខ", "a"), ("", "b")]


def test_the_entries_of_a_list_move_with_their_side() -> None:
    entry = block(BlockKind.ITEM, "ក", "a")
    draft = statement(block(PARAGRAPH, "ខ", ""), block(LIST, "", "", entry))
    moved = corrections.shift_side(draft, 1, "en", -1)
    assert sides(moved) == [("ខ", "a"), ("ក", "")]


def test_a_paragraph_made_a_demand_gets_its_first_paragraph_as_heading() -> None:
    draft = statement(block(PARAGRAPH, "", "Stop\n\nAt once.\n\nEverywhere."))
    made = corrections.change_kind(draft, 0, DEMAND).blocks[0]
    assert made.texts["en"] == DraftText("Stop", "At once.\n\nEverywhere.")
    back = corrections.change_kind(statement(made), 0, PARAGRAPH).blocks[0]
    assert back.texts["en"] == DraftText("", "Stop\n\nAt once.\n\nEverywhere.")


def test_a_list_made_a_paragraph_keeps_its_entries_as_paragraphs() -> None:
    entries = (block(BlockKind.ITEM, "ក", "a"), block(BlockKind.ITEM, "ខ", "b"))
    made = corrections.change_kind(statement(block(LIST, "", "To:", *entries)), 0, PARAGRAPH)
    assert sides(made) == [("ក\n\nខ", "To:\n\na\n\nb")]
    assert not made.blocks[0].items


def test_two_blocks_merge_in_both_languages() -> None:
    draft = statement(block(PARAGRAPH, "ក", "a"), block(PARAGRAPH, "", "b"))
    assert sides(corrections.merge_with_next(draft, 0)) == [("ក", "a\n\nb")]


def test_a_list_is_not_merged_into_a_block_that_cannot_hold_entries() -> None:
    entry = block(BlockKind.ITEM, "", "a")
    draft = statement(block(PARAGRAPH, "", "x"), block(LIST, "", "", entry))
    assert not corrections.can_merge(draft, 0)
    assert not corrections.can_merge(draft, 1)


def test_what_is_dropped_is_unplaced_and_can_become_a_paragraph_again() -> None:
    draft = corrections.drop(statement(block(PARAGRAPH, "ក", "a"), block(PARAGRAPH, "", "b")), 0)
    assert draft.unplaced == ("ក", "a")
    placed = corrections.make_paragraph(draft, 0, after=0)
    assert sides(placed) == [("", "b"), ("ក", "")]
    assert placed.unplaced == ("a",)


def test_corrections_of_an_import_can_be_taken_back() -> None:
    draft = statement(block(PARAGRAPH, "", "a"))
    session = ImportSession([draft, draft])
    session.change_kind(1, StatementKind.BRIEFING)
    session.correct(0, corrections.drop(draft, 0))
    session.undo()
    assert session.drafts[0] == draft
    session.undo()
    session.undo()
    assert session.drafts == (draft, draft)
    assert not session.can_undo


def test_only_wanted_statements_come_out() -> None:
    one, two = statement(block(PARAGRAPH, "", "a")), statement(block(PARAGRAPH, "", "b"))
    session = ImportSession([one, two])
    session.want(0, wanted=False)
    assert session.wanted() == (two,)


def test_a_draft_without_a_title_is_called_after_how_it_begins() -> None:
    assert title_of(statement(block(PARAGRAPH, "", "First line\nsecond"))) == "First line"
    assert title_of(statement(block(PARAGRAPH, "", "x"), block(BlockKind.TITLE, "ក"))) == "ក"
    assert title_of(statement()) == ""


TEXTS = st.text("ab ក\n", max_size=8).map(str.strip)
BLOCKS = st.builds(
    lambda kind, heading, km, en, items: DraftBlock(
        kind,
        {
            "km": DraftText(heading if kind in WITH_HEADING else "", km),
            "en": DraftText("", en),
        },
        tuple(block(BlockKind.ITEM, *item) for item in items) if kind in WITH_ITEMS else (),
    ),
    st.sampled_from([PARAGRAPH, DEMAND, LIST]),
    TEXTS,
    TEXTS,
    TEXTS,
    st.lists(st.tuples(TEXTS, TEXTS), max_size=2),
)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["kind", "up", "down", "merge", "drop", "place"]),
        st.integers(0, 5),
        st.sampled_from(["km", "en"]),
        st.sampled_from([PARAGRAPH, DEMAND, LIST, BlockKind.TITLE]),
    ),
    max_size=6,
)


def corrected(
    draft: DraftStatement, step: str, index: int, language: str, kind: BlockKind
) -> DraftStatement:
    if step == "place":
        found = index < len(draft.unplaced)
        return corrections.make_paragraph(draft, index, 0) if found else draft
    if index >= len(draft.blocks):
        return draft
    if step == "kind":
        return corrections.change_kind(draft, index, kind)
    if step == "drop":
        return corrections.drop(draft, index)
    if step == "merge":
        can = corrections.can_merge(draft, index)
        return corrections.merge_with_next(draft, index) if can else draft
    by = 1 if step == "down" else -1
    can = corrections.can_shift(draft, index, language, by)
    return corrections.shift_side(draft, index, language, by) if can else draft


@given(st.lists(BLOCKS, max_size=4).map(tuple), STEPS)
def test_no_correction_ever_loses_a_word(
    blocks: tuple[DraftBlock, ...], steps: list[tuple[str, int, str, BlockKind]]
) -> None:
    draft = DraftStatement(StatementKind.PETITION, blocks)
    before = words(draft)
    for step in steps:
        draft = corrected(draft, *step)
        assert words(draft) == before
