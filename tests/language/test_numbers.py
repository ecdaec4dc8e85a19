import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocate_desk.language.numbers import in_digits, list_marker, to_ascii_digits


def test_khmer_text_has_khmer_digits() -> None:
    assert in_digits(102, "km") == "១០២"
    assert in_digits("18 ប្រទេស", "km") == "១៨ ប្រទេស"


def test_english_text_has_ascii_digits_whatever_it_is_given() -> None:
    assert in_digits("១៨", "en") == "18"


@pytest.mark.parametrize(("language", "marker"), [("km", "១២."), ("en", "12.")])
def test_a_list_marker_is_a_number_and_a_stop(language: str, marker: str) -> None:
    assert list_marker(12, language) == marker


@given(st.integers(min_value=0))
def test_every_number_reads_back(number: int) -> None:
    assert int(to_ascii_digits(in_digits(number, "km"))) == number
