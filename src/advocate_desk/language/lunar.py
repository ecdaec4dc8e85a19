"""The Khmer lunar date (Chhankitek) of a day, worked out from the published arithmetic.

Three things run side by side and change on three different days: the months follow the moon,
the animal year and the sak follow the sun's New Year in April, and the Buddhist year changes on
the day after Visak Bochea. The traditional names of the quantities are kept, since they are what
the books give. A year here is always named by the Gregorian year that holds its New Year.

Computed dates can differ from the official calendar, so they are shown as text to be checked.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import accumulate

from advocate_desk.language.lunar_tables import (
    ENGLISH_WEEKDAYS,
    KHMER_WEEKDAYS,
    AnimalYear,
    LunarMonth,
    Sak,
)
from advocate_desk.language.numbers import in_digits

FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2100, 12, 31)

# 1 waxing Bos fell on 1 January 1900 (the published starting point), so Migasir began 29 days before.
_FIRST_YEAR = 1900
_FIRST_YEAR_BEGINS = date(1899, 12, 3).toordinal()

_LESSER_ERA = 638  # Jolak Sakaraj 0
_ERA_BEGINS = date(638, 3, 24).toordinal()  # aharkun 0: 21 March 638 in the old style
_SOLAR_YEAR = 292_207  # in 800ths of a day

_USUAL_MONTHS = tuple(LunarMonth)[:12]
_ASATH = _USUAL_MONTHS.index(LunarMonth.ASATH)
_LEAP_MONTHS = (
    *_USUAL_MONTHS[:_ASATH],
    LunarMonth.PATHAMASATH,
    LunarMonth.TUTIYASATH,
    *_USUAL_MONTHS[_ASATH + 1 :],
)
_SHORT_MONTHS = _USUAL_MONTHS[::2]  # Migasir, Meak, Chet, Jesth, Srapoan and Asoch have 29 days
_USUAL_YEAR, _LEAP_DAY_YEAR, _LEAP_MONTH_YEAR = 354, 355, 384

_FULL_MOON = 15
_VISAK_BOCHEA = 29 + 30 + 29 + 30 + 29 + _FULL_MOON  # days of a lunar year up to 15 waxing Pisak

# Arcs are counted in libda, minutes of arc.
_REASEY = 30 * 60
_CIRCLE = 12 * _REASEY
_SUN_SLOWEST_AT = 80 * 60
# What the sun is behind or ahead of its mean place, at every 15 degrees from where it is slowest.
_CHHAYA = (0, 35, 67, 94, 116, 129, 134, 134)


@dataclass(frozen=True)
class LunarDate:
    """One day of the Khmer calendar; weekday counts from Monday as 0."""

    weekday: int
    day: int
    waxing: bool
    month: LunarMonth
    animal_year: AnimalYear
    sak: Sak
    buddhist_era: int


def lunar_date(day: date) -> LunarDate:
    """The lunar date of a day, as a document of that day is dated.

    Raises:
        ValueError: the day is outside 1900-2100, for which alone the arithmetic was checked.
    """
    ordinal = day.toordinal()
    if not FIRST_DAY.toordinal() <= ordinal <= LAST_DAY.toordinal():
        raise ValueError(f"The lunar date is known from {FIRST_DAY} to {LAST_DAY}, not for {day}.")
    year, month, day_of_month, passed = _place(ordinal)
    waxing = day_of_month <= _FULL_MOON
    return LunarDate(
        weekday=day.weekday(),
        day=day_of_month if waxing else day_of_month - _FULL_MOON,
        waxing=waxing,
        month=month,
        animal_year=_animal_year(ordinal, day.year),
        sak=_sak(ordinal, day.year),
        buddhist_era=year + (543 if passed < _VISAK_BOCHEA else 544),
    )


def lunar_text(lunar: LunarDate) -> str:
    """The line a Khmer document prints: ថ្ងៃចន្ទ ៣កើត ខែស្រាពណ៍ ឆ្នាំម្សាញ់ សប្តស័ក ព.ស. ២៥៦៩."""
    phase = "កើត" if lunar.waxing else "រោច"
    return in_digits(
        f"ថ្ងៃ{KHMER_WEEKDAYS[lunar.weekday]} {lunar.day}{phase} ខែ{lunar.month.khmer}"
        f" ឆ្នាំ{lunar.animal_year.khmer} {lunar.sak.khmer} ព.ស. {lunar.buddhist_era}",
        "km",
    )


def lunar_english(lunar: LunarDate) -> str:
    """The same line in English: Monday, 3rd waxing day of Srapoan, Year of the Snake, ..."""
    phase = "waxing" if lunar.waxing else "waning"
    ending = {1: "st", 2: "nd", 3: "rd"}.get(lunar.day, "th")  # never above 15
    return (
        f"{ENGLISH_WEEKDAYS[lunar.weekday]}, {lunar.day}{ending} {phase} day of"
        f" {lunar.month.english}, Year of the {lunar.animal_year.english}, {lunar.sak.english},"
        f" B.E. {lunar.buddhist_era}"
    )


@cache
def songkran(year: int) -> date:
    """The first day of Khmer New Year: the sun comes into Mesa and the animal year changes.

    It is two days before Lerng Sak, or three where the sun is already in Mesa by then (2024).
    """
    days_before = 3 if _sun(year, days_before=3) < _REASEY else 2
    return lerng_sak(year) - timedelta(days=days_before)


def lerng_sak(year: int) -> date:
    """The last day of Khmer New Year, on which the lesser era and with it the sak goes up."""
    return date.fromordinal(_ERA_BEGINS + _aharkun(year))


def _animal_year(ordinal: int, year: int) -> AnimalYear:
    began = year if ordinal >= songkran(year).toordinal() else year - 1
    return tuple(AnimalYear)[(began - 4) % 12]  # 4 was a year of the Rat


def _sak(ordinal: int, year: int) -> Sak:
    began = year if ordinal >= lerng_sak(year).toordinal() else year - 1
    return tuple(Sak)[(began - _LESSER_ERA) % 10]


def _place(ordinal: int) -> tuple[int, LunarMonth, int, int]:
    """The lunar year, the month and its day 1-30 of a day, and how many days the year had before."""
    begins = _year_beginnings()
    index = bisect_right(begins, ordinal) - 1
    year, passed = _FIRST_YEAR + index, ordinal - begins[index]
    months, ends = _months(_year_length(year))
    at = bisect_right(ends, passed)
    return year, months[at], passed - (ends[at - 1] if at else 0) + 1, passed


@cache
def _year_beginnings() -> tuple[int, ...]:
    """The ordinals of 1 waxing Migasir, which falls in November or December of the year before."""
    lengths = map(_year_length, range(_FIRST_YEAR, LAST_DAY.year + 1))
    return tuple(accumulate(lengths, initial=_FIRST_YEAR_BEGINS))


@cache
def _months(year_length: int) -> tuple[tuple[LunarMonth, ...], tuple[int, ...]]:
    """The months of a year of this length, and the days that are over when each has ended."""
    months = _LEAP_MONTHS if year_length == _LEAP_MONTH_YEAR else _USUAL_MONTHS
    full = {LunarMonth.JESTH} if year_length == _LEAP_DAY_YEAR else set()
    lengths = (29 if month in _SHORT_MONTHS and month not in full else 30 for month in months)
    return months, tuple(accumulate(lengths))


@cache
def _year_length(year: int) -> int:
    """A year never has both leaps: the day that a leap-month year should have had comes a year later."""
    if _has_leap_month(year):
        return _LEAP_MONTH_YEAR
    carried = _has_leap_month(year - 1) and _calls_for_leap_day(year - 1)
    return _LEAP_DAY_YEAR if carried or _calls_for_leap_day(year) else _USUAL_YEAR


def _has_leap_month(year: int) -> bool:
    """Adhikameas, two months of Asath: the moon is older than 24 or younger than 6 at New Year."""
    pair = _bodithey(year), _bodithey(year + 1)
    if pair == (25, 5):  # of two such years in a row, the second has it
        return False
    return pair == (24, 6) or not 6 <= pair[0] <= 24


def _calls_for_leap_day(year: int) -> bool:
    """Chantreathimeas, a 30th day of Jesth."""
    if _kromthupul(year) <= _SOLAR_YEAR % 800:  # a solar year of 366 days
        return _avoman(year) <= 126
    if (_avoman(year), _avoman(year + 1)) == (137, 0):  # of two such years, the second has it
        return False
    return _avoman(year) <= 137


def _era_parts(year: int) -> int:
    """800ths of a day from the beginning of the lesser era to the New Year of a year."""
    return _SOLAR_YEAR * (year - _LESSER_ERA) + 373


def _aharkun(year: int) -> int:
    """Whole days of the lesser era at New Year."""
    return _era_parts(year) // 800 + 1


def _kromthupul(year: int) -> int:
    """What is left of the New Year's day, in 800ths."""
    return 800 - _era_parts(year) % 800


def _avoman(year: int) -> int:
    """How far lunar days have run ahead of days at New Year, in 692nds of a day."""
    return (11 * _aharkun(year) + 650) % 692


def _bodithey(year: int) -> int:
    """The age of the moon at New Year, in lunar days 0-29."""
    aharkun = _aharkun(year)
    return (aharkun + (11 * aharkun + 650) // 692) % 30


def _sun(year: int, *, days_before: int) -> int:
    """The sun's true place, in libda from the head of Mesa, some days before Lerng Sak."""
    sotin = _aharkun(year) - _aharkun(year - 1) - days_before  # days since the last Lerng Sak
    reasey, rest = divmod(800 * sotin + _kromthupul(year - 1), 24_350)
    angsar, rest = divmod(rest, 811)
    mean = _REASEY * reasey + 60 * angsar + rest // 14 - 3
    return (mean + _equation(mean)) % _CIRCLE


def _equation(mean: int) -> int:
    """What to add to the sun's mean place, after the table of chhaya."""
    distance = (mean - _SUN_SLOWEST_AT) % _CIRCLE
    half = distance % (_CIRCLE // 2)
    step, rest = divmod(min(half, _CIRCLE // 2 - half), 15 * 60)
    chhaya = _CHHAYA[step] + rest * (_CHHAYA[step + 1] - _CHHAYA[step]) // (15 * 60)
    return -chhaya if distance < _CIRCLE // 2 else chhaya
