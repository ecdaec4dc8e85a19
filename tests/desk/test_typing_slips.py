"""Slips of typing in words, and what is none."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocate_desk.desk.near_words import NearWords
from advocate_desk.desk.typing_slips import is_khmer_slip, is_slip


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("organizationn", "organization"),
        ("organizaton", "organization"),
        ("enviroment", "environment"),
        ("yuoth", "youth"),
        ("aand", "and"),
        ("chiild", "child"),
        ("aaid", "aid"),
        ("ត្រចៀ", "ត្រចៀក"),
        ("ពន្លី", "ពន្លឺ"),
        ("ស្រស", "ស្រស់"),
        ("មង្គុលសុភ", "មង្គលសុភ"),
    ],
)
def test_a_letter_too_many_missing_wrong_or_swapped_is_a_slip(word: str, other: str) -> None:
    assert is_slip(word, other)
    assert is_slip(other, word)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("south", "youth"),
        ("farmer", "former"),
        ("health", "wealth"),
        ("bird", "bard"),
        ("zone1", "zone2"),
        ("xii", "xiii"),
        ("តាគី", "តាគៅ"),
        ("លង់", "លុង"),
        ("ពន្លឺ", "light"),
        ("ផ្សារក", "ផ្សារខ"),
        ("ភូមិ១ចាស់ៗ", "ភូមិ២ចាស់ៗ"),
    ],
)
def test_other_words_and_numbers_are_no_slips(word: str, other: str) -> None:
    assert not is_slip(word, other)


def test_less_has_to_be_right_of_a_word_that_is_known() -> None:
    assert is_khmer_slip("សមាគ", "សមាគម", is_known=True)
    assert not is_khmer_slip("តបក", "តមក")


def test_near_words_are_found_the_commonest_first() -> None:
    near = NearWords(Counter({"sunrise": 1, "sunrisa": 3, "moon": 9}))
    assert near.of("sunris") == ["sunrisa", "sunrise"]
    assert near.of("moon") == []


@given(st.text(max_size=20), st.text(max_size=20))
def test_slips_go_both_ways(word: str, other: str) -> None:
    assert is_slip(word, other) == is_slip(other, word)
