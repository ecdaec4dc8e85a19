from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocate_desk.language.dates import ENGLISH_MONTHS, KHMER_MONTHS, find_date, long_date
from seeds import seed_1, seed_2

CCHR_DAY = date(2025, 7, 28)


def test_a_khmer_date_has_its_words_and_its_digits() -> None:
    assert long_date(CCHR_DAY, "km") == "ថ្ងៃទី២៨ ខែកក្កដា ឆ្នាំ២០២៥"


def test_an_english_date_needs_no_comma() -> None:
    assert long_date(CCHR_DAY, "en") == "28 July 2025"


def test_month_names_are_those_of_the_common_locale_data() -> None:
    from babel.dates import get_month_names

    assert list(KHMER_MONTHS) == list(get_month_names("wide", locale="km").values())
    assert list(ENGLISH_MONTHS) == list(get_month_names("wide", locale="en").values())


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("October 25, 2017", date(2017, 10, 25)),
        ("Posted on: Oct. 25 2017", date(2017, 10, 25)),
        ("23rd Of October 2017", date(2017, 10, 23)),
        ("28 April 2016", date(2016, 4, 28)),
        ("28th of April, 2016", date(2016, 4, 28)),
        ("January 14, 2018", date(2018, 1, 14)),
        ("in January 14, 2018", date(2018, 1, 14)),
        ("23-24-25-26-27 October, 2014", date(2014, 10, 23)),
        ("October 23–27, 2014", date(2014, 10, 23)),
        ("**Issued on:** July 28, 2025", CCHR_DAY),
        ("28\u00a0July\u00a02025", CCHR_DAY),
        ("1 Sept 2020", date(2020, 9, 1)),
        ("28-Jul-2025", CCHR_DAY),
        ("2025-07-28", CCHR_DAY),
        ("ថ្ងៃទី២៨ ខែកក្កដា ឆ្នាំ២០២៥", CCHR_DAY),
        ("រាជធានីភ្នំពេញ ថ្ងៃទី28 ខែកក្កដា ឆ្នាំ2025", CCHR_DAY),
        ("ថ្ងៃទី\u200b២៨\u200bខែ\u200bកក្កដា\u200bឆ្នាំ\u200b២០២៥", CCHR_DAY),
        ("ថ្ងៃចន្ទ ទី២៨ ខែ០៧ ឆ្នាំ២០២៥", CCHR_DAY),
        ("ថ្ងៃទី ១ ខែកុម្ភះ ឆ្នាំ ២០២០", date(2020, 2, 1)),
        ("ថ្ងៃ២៣ ខែតុលា ឆ្នាំ១៩៩១", date(1991, 10, 23)),
        ("៤កើត ខែស្រាពណ៍ ព.ស. ២៥៦៩ ត្រូវនឹងថ្ងៃទី២៨ ខែកក្កដា ឆ្នាំ២០២៥", CCHR_DAY),
        ("31 June 2020, then 1 July 2020", date(2020, 7, 1)),
    ],
)
def test_a_date_is_found_as_people_write_it(text: str, day: date) -> None:
    assert find_date(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "May 2020",
        "14 January",
        "14/1/2018",
        "31 June 2020",
        "2025-13-01",
        "ខែកក្កដា ឆ្នាំ២០២៥",
        "resolution 2018 of 14 states",
        "100 July 20255",
    ],
)
def test_half_a_date_is_no_date(text: str) -> None:
    assert find_date(text) is None


def test_the_statement_tells_its_date_of_issue() -> None:
    text = seed_1().read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if "Issued on" in line)
    assert find_date(line) == CCHR_DAY


def test_both_khmer_dates_of_the_petition_are_found() -> None:
    lines = seed_2().read_text(encoding="utf-8").splitlines()
    found = {find_date(line) for line in lines if "ឆ្នាំ" in line and "ខែ" in line}
    assert {date(1991, 10, 23), date(2018, 1, 14)} <= found


@given(
    st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)),
    st.sampled_from(["km", "en"]),
)
def test_every_printed_date_reads_back(day: date, language: str) -> None:
    assert find_date(f"… {long_date(day, language)}។") == day
