"""Long dates as statements print them, and dates found in what people typed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from advocate_desk.language.khmer import tidy
from advocate_desk.language.numbers import in_digits, to_ascii_digits

# CLDR's names (a test compares them); kept here because importing Babel costs the first paint.
KHMER_MONTHS = (
    "មករា",
    "កុម្ភៈ",
    "មីនា",
    "មេសា",
    "ឧសភា",
    "មិថុនា",
    "កក្កដា",
    "សីហា",
    "កញ្ញា",
    "តុលា",
    "វិច្ឆិកា",
    "ធ្នូ",
)
ENGLISH_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
# Spellings met in the wild beside CLDR's.
_KHMER_MONTH_SPELLINGS = {"កុម្ភះ": 2, "កុម្ភ": 2, "មិនា": 3, "វិច្ឆិការ": 11}


def long_date(day: date, language: str) -> str:
    """The date as a statement prints it: ថ្ងៃទី២៨ ខែកក្កដា ឆ្នាំ២០២៥, or 28 July 2025."""
    if language == "km":
        month = KHMER_MONTHS[day.month - 1]
        return in_digits(f"ថ្ងៃទី{day.day} ខែ{month} ឆ្នាំ{day.year}", "km")
    return f"{day.day} {ENGLISH_MONTHS[day.month - 1]} {day.year}"


def find_date(text: str) -> date | None:
    """The first full date in a text, English or Khmer; of several days joined, the first one.

    Day, month by name and year must all be there: 14/1/2018 could be read two ways and is left
    to the person, as is a date without a year.
    """
    plain = to_ascii_digits(tidy(text)).replace("\u200b", "").replace("\u00a0", " ")
    found = (_read(match) for match in _ANY_DATE.finditer(plain))
    return next((day for day in found if day), None)


def _read(match: re.Match[str]) -> date | None:
    """The date a pattern met, or None where there is no such day (31 June)."""
    parts = {name[:-1]: value for name, value in match.groupdict().items() if value}
    try:
        return date(int(parts["year"]), _month_number(parts["month"]), int(parts["day"]))
    except ValueError:
        return None


def _month_number(name: str) -> int:
    return int(name) if name.isascii() and name.isdigit() else _MONTHS[name.casefold()]


def _all_months() -> dict[str, int]:
    months = {name: number for number, name in enumerate(KHMER_MONTHS, start=1)}
    months |= _KHMER_MONTH_SPELLINGS
    for number, name in enumerate(ENGLISH_MONTHS, start=1):
        months |= {name.casefold(): number, name[:3].casefold(): number}
    return months | {"sept": 9}


_MONTHS = _all_months()
# Every spelling that is understood, English ones in small letters, to the number of the month.
MONTH_NUMBERS: Mapping[str, int] = _MONTHS


def _any_of(names: list[str]) -> str:
    return "|".join(sorted(names, key=lambda name: (-len(name), name)))


_ENGLISH = _any_of([name for name in _MONTHS if name.isascii()])
_KHMER = _any_of([name for name in _MONTHS if not name.isascii()])
_YEAR = r"(?:19|20|21)\d\d(?!\d)"
_DAYS_MORE = r"(?:\s?[-–,&]\s?\d{1,2}(?:st|nd|rd|th)?)*"
_ANY_DATE = re.compile(
    rf"(?<!\d)(?P<year1>{_YEAR})-(?P<month1>\d\d)-(?P<day1>\d\d)(?!\d)"
    rf"|(?<![\d-])(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?{_DAYS_MORE}[\s-]+(?:of\s+)?"
    rf"(?P<month2>{_ENGLISH})\b\.?,?[\s-]+(?P<year2>{_YEAR})"
    rf"|\b(?P<month3>{_ENGLISH})\.?\s+(?P<day3>\d{{1,2}})(?:st|nd|rd|th)?{_DAYS_MORE}"
    rf",?\s+(?P<year3>{_YEAR})"
    rf"|(?<!\d)(?P<day4>\d{{1,2}})\s*,?\s*(?:ខែ)?\s*(?P<month4>{_KHMER})\s*,?\s*(?:ឆ្នាំ)?\s*"
    rf"(?P<year4>{_YEAR})"
    rf"|(?<!\d)(?P<day5>\d{{1,2}})\s*ខែ\s*(?P<month5>\d{{1,2}})\s*ឆ្នាំ\s*(?P<year5>{_YEAR})",
    re.IGNORECASE,
)
