"""Differences are told in words and never lose a letter."""

from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advocate_desk.language.differences import (
    ADDED,
    REMOVED,
    SAME,
    Difference,
    differences,
    three_way,
    words,
)
from advocate_desk.language.khmer import clusters

KHMER = "យើងខ្ញុំសូមអំពាវនាវដល់រាជរដ្ឋាភិបាលកម្ពុជាឱ្យគោរពសិទ្ធិសេរីភាពក្នុងការប្រមូលផ្តុំដោយសន្តិវិធី និងដោះលែងសកម្មជនទាំង ៥ រូប"
_PIECES = st.sampled_from(
    [
        *"កខ្ញុំាិ។៕ៗ១២ \n\u200b",
        "សហជីព",
        "កម្មករ",
        "ព្រះ",
        "\u17d2",
        "\n\n",
        "union",
        "unions",
        "2,500",
        "don’t",
        "e\u0301",
        ". ",
        " ",
    ]
)
TEXTS = st.lists(_PIECES, max_size=14).map("".join)


def _joined(found: tuple[Difference, ...], kind: str) -> str:
    return "".join(one.text for one in found if one.kind in (SAME, kind))


def _marked(before: str, after: str) -> str:
    shown = {SAME: "{}", REMOVED: "[-{}-]", ADDED: "[+{}+]"}
    return "".join(shown[one.kind].format(one.text) for one in differences(before, after))


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_from_the_differences(before: str, after: str) -> None:
    found = differences(before, after)
    assert _joined(found, REMOVED) == before
    assert _joined(found, ADDED) == after
    assert all(one.text for one in found)


@given(TEXTS)
def test_the_same_text_is_one_stretch(text: str) -> None:
    assert differences(text, text) == ((Difference(SAME, text),) if text else ())


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS)
def test_no_difference_begins_or_ends_inside_a_khmer_cluster(before: str, after: str) -> None:
    found = differences(before, after)
    for text, kind in ((before, REMOVED), (after, ADDED)):
        edges = {0, *accumulate(len(cluster) for cluster in clusters(text))}
        parts = [one.text for one in found if one.kind in (SAME, kind)]
        for at in accumulate(map(len, parts)):
            assert at in edges or not _is_khmer(text[at - 1 : at + 1])


def _is_khmer(pair: str) -> bool:
    return any("\u1780" <= letter <= "\u17ff" for letter in pair)


@given(TEXTS)
def test_the_words_joined_are_the_text(text: str) -> None:
    assert "".join(words(text)) == text


def test_one_khmer_word_in_an_unspaced_sentence_is_the_only_change() -> None:
    found = differences(KHMER, KHMER.replace("គោរព", "ការពារ"))
    changed = [one for one in found if one.kind != SAME]
    assert changed == [Difference(REMOVED, "គោរព"), Difference(ADDED, "ការពារ")]


def test_khmer_that_is_only_parted_differently_is_no_change() -> None:
    found = differences("អ្នកទោស", "អ្នកទោសនយោបាយ")
    assert found == (Difference(SAME, "អ្នកទោស"), Difference(ADDED, "នយោបាយ"))


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("a union of workers", "a unions of workers", "a [-union-][+unions+] of workers"),
        ("2,500 people", "2,600 people", "[-2,500-][+2,600+] people"),
        ("They don’t pay", "They didn’t pay", "They [-don’t-][+didn’t+] pay"),
        ("", "new", "[+new+]"),
        ("old", "", "[-old-]"),
        ("since 2021.", "since 2021. More came.", "since 2021.[+ More came.+]"),
        ("One.\n\nTwo.\n\nThree.", "One.\n\nThree.", "One.\n\n[-Two.\n\n-]Three."),
        ("a b c d", "a b c b c d", "a b c [+b c +]d"),
        ("the red old car", "the blue new car", "the [-red old-][+blue new+] car"),
    ],
)
def test_differences_read_like_a_persons(before: str, after: str, shown: str) -> None:
    assert _marked(before, after) == shown


def test_a_paragraph_added_is_one_stretch() -> None:
    shown = _marked("One.\n\nThree.", "One.\n\nTwo is new.\n\nThree.")
    assert shown == "One.\n\n[+Two is new.\n\n+]Three."
    assert _marked("One.", "One.\n\nTwo.") == "One.[+\n\nTwo.+]"


def test_a_book_is_compared_by_its_lines() -> None:
    lines = [f"Line {number} of a very long text, told in words." for number in range(900)]
    later = [*lines[:400], "A line between.", *lines[400:]]
    found = differences("x " + "\n".join(lines), "y " + "\n".join(later) + " z")
    assert _joined(found, REMOVED) == "x " + "\n".join(lines)
    assert any(one == Difference(ADDED, "A line between.\n") for one in found)


class TestThreeWay:
    """Changes of two sides in one text."""

    @given(TEXTS, TEXTS)
    def test_a_side_without_changes_leaves_the_other_as_it_is(self, base: str, text: str) -> None:
        assert three_way(base, base, text) == text
        assert three_way(base, text, base) == text
        assert three_way(base, text, text) == text

    @settings(deadline=None)
    @given(TEXTS, TEXTS, TEXTS)
    def test_the_sides_may_change_places(self, base: str, ours: str, theirs: str) -> None:
        assert three_way(base, ours, theirs) == three_way(base, theirs, ours)

    def test_changes_in_different_words_are_both_taken(self) -> None:
        ours, theirs = KHMER.replace("គោរព", "ការពារ"), KHMER.replace("៥", "១២")
        merged = KHMER.replace("គោរព", "ការពារ").replace("៥", "១២")
        assert three_way(KHMER, ours, theirs) == merged

    def test_changes_of_the_same_words_are_not_merged(self) -> None:
        assert three_way("the old text", "the new text", "the first text") is None

    def test_changes_that_touch_are_not_merged(self) -> None:
        assert three_way("ab", "ab, one", "ab, two") is None

    def test_the_same_change_of_both_sides_counts_once(self) -> None:
        base, ours = "one two three four five", "one 2 three four five"
        assert three_way(base, ours, "one 2 three four 5") == "one 2 three four 5"
