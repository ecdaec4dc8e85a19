"""Small rules of statements, blocks and clauses."""

from dataclasses import replace

from advocate_desk.model.clause import Clause, ClauseRevision
from advocate_desk.model.endorsement import Endorser, EndorserName
from advocate_desk.model.ids import new_id, uuid7
from advocate_desk.model.kinds import BlockKind, Layout, Marker, TranslationState
from advocate_desk.model.statement import (
    EMPTY,
    Block,
    Rendition,
    marker_of_items,
    paragraphs,
    percent_approved,
    percent_written,
)

WRITTEN = Rendition("", "x", TranslationState.DRAFT)


def test_a_blank_line_parts_paragraphs() -> None:
    assert paragraphs("a\nb\n\nc") == ("a\nb", "c")
    assert paragraphs("") == ()


def test_the_share_that_is_written_leaves_empty_blocks_out() -> None:
    both = Block("a", BlockKind.PARAGRAPH, {"en": WRITTEN, "km": WRITTEN})
    english = Block("b", BlockKind.PARAGRAPH, {"en": WRITTEN, "km": EMPTY})
    empty = Block("c", BlockKind.PARAGRAPH, {"en": EMPTY})
    assert percent_written((both, english, empty), "km") == 50


def test_of_an_empty_statement_nothing_is_written() -> None:
    empty = Block("c", BlockKind.PARAGRAPH, {"en": EMPTY})
    assert percent_written((empty,), "km") == percent_approved((empty,), "km") == 0


def test_the_share_that_is_approved_counts_entries_and_what_is_missing() -> None:
    approved = replace(WRITTEN, state=TranslationState.APPROVED)
    entry = Block("b", BlockKind.ITEM, {"en": WRITTEN, "km": EMPTY})
    both = Block("a", BlockKind.LIST, {"en": WRITTEN, "km": approved}, (entry,))
    assert percent_approved((both,), "km") == 50
    assert percent_approved((both,), "en") == 0


def test_items_are_marked_as_chosen_or_as_usual() -> None:
    assert marker_of_items(Block("a", BlockKind.ADDRESSEES)) is Marker.NUMBER
    assert marker_of_items(Block("a", BlockKind.ADDRESSEES, marker=Marker.DASH)) is Marker.DASH
    assert marker_of_items(Block("a", BlockKind.PARAGRAPH)) is Marker.NONE


def test_a_layout_names_its_languages_in_printed_order() -> None:
    assert Layout.SIDE_BY_SIDE.languages == ("km", "en")
    assert Layout.ENGLISH_KHMER.languages == ("en", "km")
    assert Layout.KHMER.languages == ("km",)


def test_ids_sort_by_their_time() -> None:
    assert uuid7(1, b"\xff" * 10) < uuid7(2, b"\x00" * 10)
    assert new_id()[14] == "7"


def test_the_english_acronym_comes_first() -> None:
    names = {"km": EndorserName("ក", "កខ"), "en": EndorserName("A", "AA")}
    assert Endorser("e", names).acronym == "AA"
    assert Endorser("e", {"km": names["km"]}).acronym == "កខ"
    assert Endorser("e", {}).acronym == ""


def test_a_clause_has_an_empty_side_where_nothing_is_written() -> None:
    clause = Clause("c", BlockKind.DEMAND, ClauseRevision("r", "c", 1, {"en": WRITTEN}))
    assert (clause.rendition("en"), clause.rendition("km")) == (WRITTEN, EMPTY)
