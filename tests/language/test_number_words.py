"""Numbers in running text: digits, words, scales, both languages."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocate_desk.language.number_words import find_numbers
from advocate_desk.language.numbers import in_digits


def _values(text: str, language: str) -> list[float]:
    return [float(one.values[0]) for one in find_numbers(text, language)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ដប់ប្រាំបី", 18),
        ("ម្ភៃ", 20),
        ("កៅសិបប្រាំបួន", 99),
        ("មួយរយ", 100),
        ("ពីរពាន់ប្រាំរយ", 2_500),
        ("បីម៉ឺន", 30_000),
        ("ប្រាំសែន", 500_000),
        ("មួយលាន", 1_000_000),
        ("មួយលានប្រាំសែន", 1_500_000),
        ("មួយរយលាន", 100_000_000),
        ("មួយប៊ីលាន", 10**9),
        ("មួយពាន់ប្រាំបួនរយកៅសិបមួយ", 1991),
        ("១,៥ លាន", 1_500_000),
        ("៤ ម៉ឺន", 40_000),
        ("២ ពាន់ ៥ រយ", 2_500),
        ("៤០លាន", 40_000_000),
        ("១៣ ០០០", 13_000),
        ("១.២៣៤.៥៦៧", 1_234_567),
    ],
)
def test_a_khmer_number_is_read(text: str, value: float) -> None:
    assert _values(text, "km") == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("eighteen", 18),
        ("twenty-four", 24),
        ("One million", 1_000_000),
        ("a hundred", 100),
        ("two thousand five hundred and six", 2_506),
        ("1.5 million", 1_500_000),
        ("half a million", 500_000),
        ("1,234,567", 1_234_567),
        ("18.7", 18.7),
        ("twenty-third", 23),
        ("26th", 26),
        ("two-thirds", 2 / 3),
        ("one quarter", 0.25),
        ("a fifth of", 0.2),
    ],
)
def test_an_english_number_is_read(text: str, value: float) -> None:
    assert _values(text, "en") == [value]


@pytest.mark.parametrize(
    "text",
    [
        "ពីរដ្ឋាភិបាល",
        "អំពីរបៀប",
        "ពីរបាយការណ៍",
        "ក្របី",
        "រដូវប្រាំង",
        "ការយល់ឃើញ",
        "រាប់ពាន់នាក់",
        "រយៈពេល",
        "ដើម្បី",
        "ពីរលក",
    ],
)
def test_letters_of_another_khmer_word_are_no_number(text: str) -> None:
    assert not find_numbers(text, "km")


def test_two_conditions_are_two() -> None:
    assert _values("លក្ខខណ្ឌពីរ និងពីរលក្ខខណ្ឌ ពីររូប", "km") == [2, 2, 2]


def test_a_few_is_no_number_anybody_misses() -> None:
    assert all(one.is_small for one in find_numbers("ពីរបីនាក់", "km"))


def test_bare_thousands_are_no_number() -> None:
    assert not find_numbers("thousands of people, someone, seconds, often", "en")


def test_articles_are_small() -> None:
    small = [one.is_small for one in find_numbers("one another, first of all, eleven", "en")]
    assert small == [True, True, False]


def test_two_numbers_joined_by_and_stay_two() -> None:
    assert _values("between one hundred and two hundred", "en") == [100, 200]


def test_a_point_before_three_digits_may_be_either() -> None:
    assert find_numbers("1.500", "en")[0].values == (1500, Fraction(3, 2))
    assert find_numbers("1,500", "en")[0].values == (1500,)
    assert find_numbers("១,៥០០", "km")[0].values == (1500, Fraction(3, 2))


@given(st.integers(0, 10**12))
def test_digits_mean_what_they_say_in_both_languages(value: int) -> None:
    assert _values(f"x {value} y", "en") == [value]
    assert _values(in_digits(value, "km"), "km") == [value]


@given(st.text(alphabet="ពីរបីប្រាំដប់មួយលានរយ ០១២,.abc one hundred-"))
def test_every_place_is_inside_the_text_and_in_order(text: str) -> None:
    for language in ("km", "en"):
        places = [(one.start, one.end) for one in find_numbers(text, language)]
        assert all(0 <= start < end <= len(text) for start, end in places)
        assert places == sorted(places)
