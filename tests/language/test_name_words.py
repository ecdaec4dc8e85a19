"""The words that names are compared by."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocate_desk.language.name_words import (
    is_core,
    is_real,
    name_words,
    numbers_in,
    weight,
    words_of_folded,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Centre for Labour Rights", "Center for Labor Right"),
        ("Women's Organisation", "Woman Organization"),
        ("O.O.O", "OOO"),
        ("Community Two", "Community 2"),
        ("Fisheries Community", "Fishery Communities"),
        ("Fair Wage & Dignity", "Fair Wage and Dignity"),
        ("បណ្តាញយុវជន", "Network Youth"),
        ("សិទ្ធិមនុស្ស", "Human Rights"),
        ("សម្ព័ន្ធស្ត្រី", "សម្ព័ន្ធនារី"),
    ],
)
def test_spellings_forms_and_languages_of_one_word_are_one(one: str, other: str) -> None:
    assert sorted(name_words(one)) == sorted(name_words(other))


def test_khmer_that_is_not_known_stays_one_word() -> None:
    assert name_words("សមាគមពន្លឺថ្មីខេត្តកំពត") == ("association", "ពន្លឺថ្មី", "province", "kampot")


def test_no_known_word_ends_inside_a_syllable() -> None:
    assert name_words("ការិយាល័យ") == ("ការិយាល័យ",)


def test_stock_words_tell_no_names_apart_and_numbers_do() -> None:
    assert not is_core("organization")
    assert not is_core("the")
    assert is_core("sunrise")
    assert weight("14") > weight("sunrise") > weight("youth") > weight("network")


@pytest.mark.parametrize(
    ("word", "numbers"),
    [("14", ("14",)), ("014", ("14",)), ("zone3a", ("3",)), ("iii", ("iii",)), ("river", ())],
)
def test_numbers_of_a_word(word: str, numbers: tuple[str, ...]) -> None:
    assert numbers_in(word) == numbers


def test_words_that_are_a_letter_apart_are_known_as_words() -> None:
    assert is_real("south")
    assert is_real("youth")
    assert is_real("children")
    assert not is_real("yuoth")


@given(st.text(max_size=60))
def test_every_word_has_its_form(name: str) -> None:
    words, forms = words_of_folded(name)
    assert len(words) == len(forms)
    assert all(words)
