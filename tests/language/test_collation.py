import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocate_desk.language.collation import sort_key
from language.khmer_strategies import ANY_TEXTS

# In the order in which CLDR's km collation puts them.
KHMER_ORDER = [
    "- ក",
    "២០",
    "៣",
    "ក",
    "កក",
    "កក់",
    "ក់ក",
    "កង",
    "កម្ម",
    "កា",
    "កាប់",
    "កិ",
    "កុំ",
    "កំ",
    "កាំ",
    "កះ",
    "ក្ក",
    "ខ",
    "រ",
    "រ្កា",
    "ក៌ា",
    "ឫ",
    "ឬ",
    "ល",
    "ឭ",
    "ឮ",
    "វ",
    "អ",
    "អា",
    "អិ",
    "ឥ",
    "អុ",
    "ឧ",
    "áda",
    "Adhoc",
    "Zoo",
]
ENGLISH_ORDER = [
    "3S Rivers Protection Network",
    "Action for Health",
    "The Affiliated Network",
    "association of Teachers",
    "Élan",
    "Elan vital",
    "NGO Forum",
    "Vietnam Phạm",
    "Zoo",
    "ខ្មែរ",
]


@pytest.mark.parametrize(("language", "order"), [("km", KHMER_ORDER), ("en", ENGLISH_ORDER)])
def test_names_sort_as_a_reader_expects(language: str, order: list[str]) -> None:
    backwards = order[::-1]
    backwards.sort(key=lambda name: sort_key(name, language))
    assert backwards == order


def test_a_sign_decides_only_between_words_that_are_otherwise_equal() -> None:
    one, other, later = (sort_key(word, "km") for word in ("ប៉ា", "បា", "បាក"))
    assert one[0] == other[0]
    assert other < one < later


def test_a_breaking_space_does_not_change_where_a_name_stands() -> None:
    assert sort_key("សិទ្ធិ\u200bមនុស្ស", "km")[:2] == sort_key("សិទ្ធិមនុស្ស", "km")[:2]


def test_typing_order_does_not_change_where_a_name_stands() -> None:
    assert sort_key("ស្រ្តី", "km")[:2] == sort_key("ស្ត្រី", "km")[:2]


def test_a_repetition_sign_stands_with_the_punctuation() -> None:
    assert sort_key("ខៗ", "km") < sort_key("ខក", "km")


def test_only_an_article_is_passed_over() -> None:
    assert sort_key("Theatre", "en") > sort_key("Tea", "en")
    assert sort_key("The", "en")[0]
    assert sort_key("The Alliance", "km") > sort_key("Alliance", "km")


@given(ANY_TEXTS, ANY_TEXTS, st.sampled_from(["km", "en"]))
def test_two_texts_share_a_place_only_when_they_are_one(
    one: str, other: str, language: str
) -> None:
    assert (sort_key(one, language) == sort_key(other, language)) == (one == other)
