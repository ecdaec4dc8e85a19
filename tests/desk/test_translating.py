"""How far each side is: found by the desk, judged by people."""

import pytest

from advocate_desk.desk.desk import Desk
from advocate_desk.model.changes import Area
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import BlockKind, TranslationState
from advocate_desk.model.statement import Rendition
from desk_making import block_ids, endorse, river, texts

DRAFT, STALE = TranslationState.DRAFT, TranslationState.STALE
MISSING, APPROVED = TranslationState.MISSING, TranslationState.APPROVED
IN_REVIEW = TranslationState.IN_REVIEW


def _side(desk: Desk, block_id: str, language: str = "km") -> Rendition:
    return desk.translating._block(block_id).rendition(language)


def _state(desk: Desk, block_id: str, language: str = "km") -> TranslationState:
    return _side(desk, block_id, language).state


def _items(desk: Desk, statement_id: str) -> list[str]:
    blocks = desk.drafting.statement(statement_id).blocks
    (found,) = [block for block in blocks if block.kind is BlockKind.LIST]
    return [found.id, *(item.id for item in found.items)]


@pytest.fixture
def statement_id(desk: Desk) -> str:
    """The river statement; its second list entry has no Khmer."""
    return river(desk)


@pytest.fixture
def title(desk: Desk, statement_id: str) -> str:
    """Its title."""
    return block_ids(desk, statement_id)[0]


def _make_stale(desk: Desk, block_id: str, body: str = "Keep the river clean") -> None:
    """The English side becomes the source, and goes ahead of the Khmer one."""
    desk.drafting.write(block_id, "en", body=body)


# What the desk finds itself


def test_only_marking_current_clears_stale(desk: Desk, title: str) -> None:
    _make_stale(desk, title)
    desk.drafting.write(title, "km", body="ថែរក្សាទន្លេឱ្យស្អាត")
    assert _state(desk, title) is STALE
    for act in (desk.translating.ask_review, desk.translating.withdraw_sign_off):
        _refused_or_nothing(act, title)
    assert _state(desk, title) is STALE
    desk.translating.mark_current(title, "km")
    assert _side(desk, title) == Rendition("", "ថែរក្សាទន្លេឱ្យស្អាត", DRAFT)
    with pytest.raises(DeskError, match="not behind"):
        desk.translating.mark_current(title, "km")


def _refused_or_nothing(act: object, block_id: str) -> None:
    assert callable(act)
    try:
        assert not act([block_id], "km")
    except DeskError as refusal:
        assert "other side changed" in refusal.message  # noqa: PT017 - either is right


def test_a_stale_side_keeps_what_it_was_translated_from_until_it_is_current(
    desk: Desk, title: str
) -> None:
    _make_stale(desk, title)
    _make_stale(desk, title, "Keep the river clean and free")
    assert _side(desk, title).translated_from == ("", "Keep the river")
    desk.history.undo()
    assert _side(desk, title).translated_from == ("", "Keep the river")
    desk.history.undo()
    assert _side(desk, title) == Rendition("", "ថែរក្សាទន្លេ", DRAFT)
    desk.history.redo()
    assert _side(desk, title).translated_from == ("", "Keep the river")


def test_quick_typing_keeps_the_text_before_the_first_key(desk: Desk, title: str) -> None:
    for body in ("Keep the river c", "Keep the river cl", "Keep the river clean"):
        desk.drafting.write(title, "en", body=body, burst="one")
    assert _side(desk, title).translated_from == ("", "Keep the river")
    desk.history.undo()
    assert _side(desk, title).state is DRAFT


def test_an_entry_of_a_list_goes_stale_alone(desk: Desk, statement_id: str) -> None:
    whole, first, second = _items(desk, statement_id)
    desk.drafting.write(first, "en", body="all fishers")
    assert [_state(desk, one) for one in (whole, first, second)] == [DRAFT, STALE, MISSING]
    assert _side(desk, first).translated_from == ("", "the fishers")
    desk.translating.mark_current(whole, "km")
    assert _state(desk, first) is DRAFT


def test_what_changed_is_told_for_a_block_and_its_entries(desk: Desk, statement_id: str) -> None:
    whole, first, _second = _items(desk, statement_id)
    assert desk.translating.behind(whole) == ()
    desk.drafting.write(first, "en", body="all fishers")
    (found,) = desk.translating.behind(whole)
    assert desk.translating.behind(first) == (found,)
    assert (found.block_id, found.language, found.source_language) == (first, "km", "en")
    assert (found.then, found.now) == (("", "the fishers"), ("", "all fishers"))


# What people say


def test_a_reviewer_signs_a_side_off_by_name(desk: Desk, title: str) -> None:
    changes = desk.translating.sign_off([title], "km", "  Sok   Dara ")
    assert _side(desk, title) == Rendition(
        "", "ថែរក្សាទន្លេ", APPROVED, None, "Sok Dara", "2026-01-05"
    )
    assert (changes.label, changes.left_out) == ("Sign off", ())
    assert Area.BLOCKS in changes.areas
    assert not desk.translating.sign_off([title], "km", "Somebody Else")
    assert _side(desk, title).reviewed_by == "Sok Dara"


def test_nobody_signs_off_without_a_name(desk: Desk, title: str) -> None:
    with pytest.raises(DeskError, match="needs the name") as caught:
        desk.translating.sign_off([title], "km", " ")
    assert "Enter your name" in caught.value.advice
    assert _state(desk, title) is DRAFT


def test_editing_an_approved_side_takes_its_sign_off_back(desk: Desk, title: str) -> None:
    desk.translating.sign_off([title], "km", "Sok Dara")
    desk.drafting.write(title, "km", body="ថែរក្សាទន្លេ ")
    assert _state(desk, title) is APPROVED
    desk.drafting.write(title, "km", body="ថែទន្លេ")
    assert _side(desk, title) == Rendition("", "ថែទន្លេ", DRAFT)
    desk.history.undo()
    assert (_state(desk, title), _side(desk, title).reviewed_by) == (APPROVED, "Sok Dara")


def test_editing_the_source_takes_the_sign_off_of_both_sides_back(desk: Desk, title: str) -> None:
    for code in ("km", "en"):
        desk.translating.sign_off([title], code, "Sok Dara")
    _make_stale(desk, title)
    assert (_side(desk, title, "en").state, _side(desk, title, "en").reviewed_by) == (DRAFT, "")
    assert (_side(desk, title).state, _side(desk, title).reviewed_by) == (STALE, "")


def test_a_side_waits_for_review_and_comes_back(desk: Desk, title: str) -> None:
    desk.translating.sign_off([title], "km", "Sok Dara")
    desk.translating.ask_review([title], "km")
    assert (_state(desk, title), _side(desk, title).reviewed_by) == (IN_REVIEW, "")
    desk.translating.withdraw_sign_off([title], "km")
    assert _state(desk, title) is DRAFT
    assert not desk.translating.withdraw_sign_off([title], "km")


def test_a_missing_or_stale_side_cannot_be_signed_off(desk: Desk, title: str) -> None:
    _make_stale(desk, title)
    with pytest.raises(DeskError, match="other side changed"):
        desk.translating.sign_off([title], "km", "Sok Dara")
    desk.drafting.write(title, "km", body="")
    with pytest.raises(DeskError, match="Nothing is written"):
        desk.translating.sign_off([title], "km", "Sok Dara")


def test_a_demand_without_its_heading_is_not_signed_off(desk: Desk, statement_id: str) -> None:
    demand = block_ids(desk, statement_id)[2]
    desk.drafting.write(demand, "km", heading="")
    with pytest.raises(DeskError, match="None of this"):
        desk.translating.sign_off([demand], "km", "Sok Dara")


def test_a_whole_language_is_signed_off_but_what_is_not_ready(
    desk: Desk, statement_id: str, title: str
) -> None:
    _make_stale(desk, title)
    second_entry = _items(desk, statement_id)[2]
    changes = desk.translating.sign_off_statement(statement_id, "km", "Sok Dara")
    assert changes.left_out == (title, second_entry)
    khmer = desk.translating.progress(statement_id)["km"]
    assert (khmer.wanted, khmer.count(APPROVED), khmer.count(STALE)) == (8, 6, 1)
    assert (khmer.percent_written, khmer.percent_approved) == (87, 75)
    desk.history.undo()
    assert desk.translating.progress(statement_id)["km"].percent_approved == 0
    english = desk.translating.sign_off_statement(statement_id, "en", "Sok Dara")
    assert english.left_out == ()


def test_an_empty_statement_is_neither_written_nor_approved(desk: Desk) -> None:
    from advocate_desk.model.kinds import StatementKind

    empty = desk.drafting.new_statement(StatementKind.PETITION, {}).focus
    (khmer, english) = desk.translating.progress(empty).values()
    assert (khmer.wanted, khmer.percent_written, english.percent_approved) == (0, 0, 0)
    with pytest.raises(DeskError, match="Nothing is written"):
        desk.translating.sign_off_statement(empty, "km", "Sok Dara")


# What waits for somebody


def test_what_is_unfinished_begins_behind_a_block_and_goes_once_around(
    desk: Desk, statement_id: str, title: str
) -> None:
    _make_stale(desk, title)
    entry = _items(desk, statement_id)[2]
    found = desk.translating.unfinished(statement_id)
    assert [(side.block_id, side.language, side.state) for side in found] == [
        (title, "km", STALE),
        (entry, "km", MISSING),
    ]
    behind = desk.translating.unfinished(statement_id, after=title)
    assert [side.block_id for side in behind] == [entry, title]
    assert desk.translating.unfinished(statement_id, "en") == ()
    drafts = desk.translating.unfinished(statement_id, "en", states={DRAFT})
    assert len(drafts) == 8


def test_an_approved_pair_is_written_on_both_sides_and_its_translation_signed_off(
    desk: Desk, statement_id: str, title: str
) -> None:
    assert desk.translating.approved_pairs(statement_id) == ()
    desk.drafting.write(title, "en", body="Keep our river")
    desk.translating.mark_current(title, "km")
    desk.translating.sign_off([title], "km", "Sok Dara")
    (pair,) = desk.translating.approved_pairs(statement_id)
    assert pair.sides == {"km": ("", "ថែរក្សាទន្លេ"), "en": ("", "Keep our river")}
    assert (pair.source_language, pair.reviewed_by) == ("en", "Sok Dara")


def test_where_the_source_is_unknown_both_sides_must_be_approved(
    desk: Desk, statement_id: str, title: str
) -> None:
    desk.translating.sign_off([title], "km", "Sok Dara")
    assert desk.translating.approved_pairs(statement_id) == ()
    desk.translating.sign_off([title], "en", "Sok Dara")
    assert [p.block_id for p in desk.translating.approved_pairs(statement_id)] == [title]


def test_a_pair_with_a_withheld_name_is_none_for_the_memory(
    desk: Desk, statement_id: str, title: str
) -> None:
    from advocate_desk.model.kinds import ShowAs

    desk.drafting.write(title, "en", body="Hidden Village keeps the river")
    desk.translating.mark_current(title, "km")
    desk.translating.sign_off([title], "km", "Sok Dara")
    assert len(desk.translating.approved_pairs(statement_id)) == 1
    desk.endorsing.show_as([endorse(desk, statement_id, "Hidden Village")], ShowAs.WITHHELD)
    assert desk.translating.approved_pairs(statement_id) == ()


def test_a_copy_of_a_statement_does_not_know_the_older_source(
    desk: Desk, statement_id: str, title: str
) -> None:
    _make_stale(desk, title)
    for copy in (
        desk.drafting.duplicate_statement(statement_id).focus,
        desk.drafting.save_as_skeleton(statement_id, "River").focus,
    ):
        assert texts(desk, copy)[0] == "Keep the river clean"
        assert _side(desk, block_ids(desk, copy)[0]).translated_from is None


def test_states_and_reviewers_are_no_part_of_an_edition(desk: Desk, statement_id: str) -> None:
    desk.publishing.adopt(statement_id)
    (edition,) = desk.publishing.editions(statement_id)
    desk.translating.sign_off_statement(statement_id, "km", "Sok Dara")
    desk.translating.ask_review(block_ids(desk, statement_id)[:1], "en")
    assert desk.publishing.view(statement_id).edition_number == edition.number
    assert "Sok Dara" not in edition.content


def test_the_library_is_counted_by_its_newest_texts(desk: Desk) -> None:
    from advocate_desk.desk.sample import make_sample

    make_sample(desk)
    found = desk.translating.library_progress()
    assert {code: one.percent_written for code, one in found.items()} == {"km": 100, "en": 100}
    assert found["km"].wanted == 8
    assert found["km"].percent_approved == 0
