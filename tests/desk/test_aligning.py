"""The alignment assistant: two halves become blocks with both sides, and nothing is lost."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advocate_desk.desk.desk import Desk
from advocate_desk.importers.statement_reader import read_statements
from advocate_desk.model.alignment import LEFT, RIGHT, Alignment
from advocate_desk.model.draft import DraftBlock, DraftStatement, DraftText
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import BlockKind, ShowAs, StatementKind
from advocate_desk.model.statement import Statement, walk
from desk_making import endorse
from seeds import seed_2

KM = (
    "យើងខ្ញុំសូមអំពាវនាវដល់រដ្ឋភាគីទាំង ១៨។",
    "សូមដោះលែងអ្នកជាប់ឃុំទាំង ២៥ នាក់។ សូមបើកសាលារៀន។",
    "សូមសរសេរមកកាន់ office@example.org",
)
EN = (
    "We call on the eighteen signatory states.",
    "Release the 25 detained people. Open the schools.",
    "Please write to office@example.org",
)


def block(code: str, body: str, kind: BlockKind = BlockKind.PARAGRAPH, *items: str) -> DraftBlock:
    inner = tuple(DraftBlock(BlockKind.ITEM, {code: DraftText(body=one)}) for one in items)
    return DraftBlock(kind, {code: DraftText(body=body)} if body else {}, inner)


def bring_in(desk: Desk, *blocks: DraftBlock) -> str:
    draft = DraftStatement(StatementKind.PETITION, blocks)
    return desk.importing.bring_in((draft,)).made[0]


def halves(desk: Desk) -> str:
    return bring_in(desk, *(block("km", one) for one in KM), *(block("en", one) for one in EN))


def sides(desk: Desk, statement_id: str) -> list[tuple[str, str]]:
    blocks = desk.drafting.statement(statement_id).blocks
    return [(b.rendition("km").text, b.rendition("en").text) for b in blocks]


def letters(statement: Statement) -> Counter[str]:
    parts = walk(statement.blocks)
    return Counter(c for b in parts for s in b.renditions.values() for c in "".join(s.text.split()))


def test_two_halves_become_blocks_with_both_sides_in_one_step(desk: Desk) -> None:
    made = halves(desk)
    alignment = desk.memory.align(made)
    assert [link.is_whole for link in alignment.links] == [True] * 3
    assert all(link.confidence > 0.6 for link in alignment.links)
    changes = desk.memory.accept_alignment(made, alignment)
    assert sides(desk, made) == list(zip(KM, EN, strict=True))
    assert len(changes.made) == 3
    desk.history.undo()
    assert len(sides(desk, made)) == 6


def test_numbers_in_words_and_addresses_outweigh_the_order(desk: Desk) -> None:
    made = bring_in(desk, block("km", KM[0]), block("km", KM[2]), *(block("en", one) for one in EN))
    links = desk.memory.align(made).links
    found = [("".join(s.body for s in x.left), "".join(s.body for s in x.right)) for x in links]
    assert found == [(KM[0], EN[0]), ("", EN[1]), (KM[2], EN[2])]


def test_what_has_both_sides_already_stays_where_it_is(desk: Desk) -> None:
    both = {"km": DraftText(body="ចំណងជើង"), "en": DraftText(body="Title")}
    last = {"km": DraftText(body="ចប់"), "en": DraftText(body="End")}
    made = bring_in(
        desk,
        DraftBlock(BlockKind.TITLE, both),
        *(block("km", one) for one in KM[:2]),
        *(block("en", one) for one in EN[:2]),
        DraftBlock(BlockKind.CONTACT, last),
    )
    desk.memory.accept_alignment(made, desk.memory.align(made))
    pairs = list(zip(KM[:2], EN[:2], strict=True))
    assert sides(desk, made) == [("ចំណងជើង", "Title"), *pairs, ("ចប់", "End")]


def test_lists_are_paired_entry_by_entry(desk: Desk) -> None:
    made = bring_in(
        desk,
        block("km", "បញ្ជី៖", BlockKind.LIST, "មួយ ១", "បី ៣"),
        block("en", "A list:", BlockKind.LIST, "One 1", "Two 2", "Three 3"),
    )
    desk.memory.accept_alignment(made, desk.memory.align(made))
    (whole,) = desk.drafting.statement(made).blocks
    items = [(i.rendition("km").body, i.rendition("en").body) for i in whole.items]
    assert items == [("មួយ ១", "One 1"), ("", "Two 2"), ("បី ៣", "Three 3")]


def test_comments_follow_their_text(desk: Desk) -> None:
    made = halves(desk)
    english = desk.drafting.statement(made).blocks[3].id
    desk.author = "Sok"
    desk.commenting.add(english, "Is this right?")
    desk.memory.accept_alignment(made, desk.memory.align(made))
    first = desk.drafting.statement(made).blocks[0].id
    assert [c.text for c in desk._file.comments.of_branch(first)] == ["Is this right?"]


def test_an_alignment_of_an_older_text_is_refused(desk: Desk) -> None:
    made = halves(desk)
    alignment = desk.memory.align(made)
    desk.drafting.write(desk.drafting.statement(made).blocks[0].id, "km", body="ផ្សេង")
    before = sides(desk, made)
    with pytest.raises(DeskError, match="changed meanwhile"):
        desk.memory.accept_alignment(made, alignment)
    assert sides(desk, made) == before


def test_a_statement_without_two_halves_says_so(desk: Desk) -> None:
    with pytest.raises(DeskError, match="no two halves"):
        desk.memory.align(bring_in(desk, block("km", KM[0])))


def test_two_statements_become_one_and_the_second_stays(desk: Desk) -> None:
    first = bring_in(desk, *(block("en", one) for one in EN))
    second = bring_in(desk, *(block("km", one) for one in KM))
    alignment = desk.memory.align_statements(first, second)
    desk.memory.accept_statements(first, second, alignment)
    assert sides(desk, first) == list(zip(KM, EN, strict=True))
    assert sides(desk, second) == [(one, "") for one in KM]
    desk.history.undo()
    assert sides(desk, first) == [("", one) for one in EN]


def test_a_withheld_name_does_not_move_to_another_statement(desk: Desk) -> None:
    first = bring_in(desk, block("en", "The River Friends ask for water."))
    second = bring_in(desk, block("km", "សមាគម River Friends សុំទឹក។"))
    desk.endorsing.show_as([endorse(desk, second, "River Friends")], ShowAs.WITHHELD)
    alignment = desk.memory.align_statements(first, second)
    with pytest.raises(DeskError, match="withheld"):
        desk.memory.accept_statements(first, second, alignment)


def test_the_pairs_of_the_saved_page_are_aligned_without_help(desk: Desk) -> None:
    drafts = read_statements(seed_2())
    for number, wanted in ((1, 4), (3, 2)):
        parted = [_half(b, code) for code in ("km", "en") for b in _both(drafts[number])]
        made = bring_in(desk, *parted)
        alignment = desk.memory.align(made)
        assert (len(alignment.links), alignment.pairs) == (wanted, wanted)
        desk.memory.accept_alignment(made, alignment)
        read = [(b.texts["km"].body, b.texts["en"].body) for b in _both(drafts[number])]
        assert sides(desk, made) == read


def _both(draft: DraftStatement) -> list[DraftBlock]:
    return [one for one in draft.blocks if set(one.texts) == {"km", "en"}]


def _half(whole: DraftBlock, code: str) -> DraftBlock:
    return DraftBlock(whole.kind, {code: whole.texts[code]})


MOVES = st.lists(
    st.tuples(
        st.sampled_from(("link", "unlink", "move", "join", "part")),
        st.integers(0, 9),
        st.sampled_from((LEFT, RIGHT)),
        st.integers(-2, 3),
    ),
    max_size=12,
)


def corrected(alignment: Alignment, moves: list[tuple[str, int, int, int]]) -> Alignment:
    for what, row, side, by in moves:
        alignment = {
            "link": alignment.linked(row, row + by),
            "unlink": alignment.unlinked(row),
            "move": alignment.moved(row, side, by),
            "join": alignment.joined(row, side),
            "part": alignment.parted(row, side),
        }[what]
    return alignment


@given(MOVES)
@settings(max_examples=40)
def test_whatever_is_corrected_nothing_is_lost(
    desk: Desk, moves: list[tuple[str, int, int, int]]
) -> None:
    items = block("en", "A list:", BlockKind.LIST, "One 1", "Two 2")
    made = bring_in(
        desk, *(block("km", one) for one in KM), *(block("en", one) for one in EN), items
    )
    before = letters(desk.drafting.statement(made))
    alignment = corrected(desk.memory.align(made), moves)
    desk.memory.accept_alignment(made, alignment)
    after = desk.drafting.statement(made)
    assert letters(after) == before
    assert len(after.blocks) == len(alignment.links)
    assert sum(len(b.items) for b in after.blocks) == 2
