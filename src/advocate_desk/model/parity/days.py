"""Dates, months and times of day in both languages, as facts that can be compared."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass

from advocate_desk.language.dates import MONTH_NUMBERS
from advocate_desk.language.lunar_tables import KHMER_WEEKDAYS, LunarMonth
from advocate_desk.model.parity.fact import Fact, FactKind
from advocate_desk.model.parity.reading import Counted, Reading

_MORE_KHMER = {"កុម្ភ:": 2, "មិថុន": 6, "កក្តដា": 7, "វិច្ឆិការ": 11, "វិច្ចិកា": 11, "ធ្នូរ": 12, "makara": 1}
_MONTHS: Mapping[str, int] = {**MONTH_NUMBERS, **_MORE_KHMER}
_BUDDHIST = 2450  # a later year is one of the Buddhist era
_MORE_LUNAR = {
    "អាសាធ": "asath",
    "ផគ្គុណ": "phalkun",
    "កត្ដិក": "kattik",
    "បុស": "bos",
    "visak": "pisak",
    "visakha": "pisak",
    "visakh": "pisak",
    "ashadha": "asath",
}


def _any_of(names: list[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))


_NAMES = [name for name in _MONTHS if name.isascii()]
_CAPITAL = _any_of([form for name in _NAMES for form in (name.capitalize(), name.upper())])
# Small “may” and “march” are words: “these 18 may …” is no date.
_ENGLISH = f"(?:{_CAPITAL}|{_any_of([n for n in _NAMES if n not in {'may', 'march', 'mar'}])})"
_CAPITAL = f"(?:{_CAPITAL})"
_KHMER = rf"(?:{_any_of([name for name in _MONTHS if not name.isascii()])})(?!ការ|[\u17b6-\u17d3])"
_LUNAR: Mapping[str, str] = {
    **{month.khmer: month.value for month in LunarMonth},
    **{month.english.casefold(): month.value for month in LunarMonth},
    **_MORE_LUNAR,
}
_LUNAR_KHMER = _any_of([name for name in _LUNAR if not name.isascii()])
_LUNAR_ENGLISH = _any_of([name for name in _LUNAR if name.isascii()])
_WEEKDAY = _any_of([*KHMER_WEEKDAYS, "ច័ន្ទ", "សៅរិ៍", "ព្រហស្បត្តិ៍"])
_YEAR = r"(?:1[5-9]|2[0-6])\d\d(?!\d)"
_ERA = r"(?:\s*(?:គ\.?\s?ស\.?|ព\.?\s?ស\.?|គ្រិស្តសករាជ|ពុទ្ធសករាជ))?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DAY_KM = rf"(?:ថ្ងៃ\s*)?(?:(?:{_WEEKDAY})\s*)?(?:ទី\s*)?\d{{1,2}}(?!\d)"
_TO_EN = r"\s*(?:[-–—,&]|to|and|through|until|or)\s*(?:and\s+|the\s+)?"
_TO_KM = r"\s*(?:[-–—,]|និង|រហូតដល់|ដល់|ឬ)\s*"
_DAYS_KM = rf"{_DAY_KM}(?:{_TO_KM}{_DAY_KM})*"
_IN_BEFORE = re.compile(r"\b[Ii]n\s+(?:the\s+)?\Z")
_DISTRICT = "Makara"  # 7 Makara is a date and a district
_LOOK_BACK = 10  # characters
_MORE_DAYS = rf"(?:\s*[-–—]\s*{_DAY}|\s+(?:and|to)\s+{_DAY}(?=,?\s+{_YEAR}))*"
_ENGLISH_DATE = re.compile(
    rf"(?<![\d.])(?P<days1>{_DAY}(?:{_TO_EN}{_DAY})*)(?:\s+day)?[\s-]+(?:[Oo]f\s+)?"
    rf"(?P<month1>{_ENGLISH})\b\.?(?:,?[\s-]+(?:[Oo]f\s+)?(?P<year1>{_YEAR}))?"
    rf"|\b(?P<month2>{_CAPITAL})\b\.?(?:\s+(?:the\s+)?(?P<days2>{_DAY}{_MORE_DAYS})(?!\d)"
    rf"(?:,?\s+(?P<year2>{_YEAR}))?|,?\s+(?:of\s+)?(?P<year3>{_YEAR}))"
    r"|\b(?:in|of|since|until|by|from|during|this|last|next|early|late|mid|to|and|every"
    r"|through|before|after|for|In|Since|By|From|During|Last|Early|Late|Mid)[\s-]+"
    rf"(?P<month4>{_CAPITAL})\b(?!\s+(?:\d|be\b))"
)
_KHMER_DATE = re.compile(
    rf"(?<![\d.])(?P<days1>{_DAYS_KM})\s*,?\s*(?:ខែ\s*)?(?P<month1>{_KHMER})"
    rf"(?:\s*,?\s*(?:ឆ្នាំ)?{_ERA}\s*(?P<year1>{_YEAR}))?"
    rf"|(?<![\d.])(?P<days2>{_DAYS_KM})\s*ខែ\s*(?P<month2>\d{{1,2}})(?!\d)\s*ឆ្នាំ{_ERA}\s*(?P<year2>{_YEAR})"
    rf"|ខែ\s*(?P<month3>{_KHMER}|\d{{1,2}}(?=\s*ឆ្នាំ\s*{_YEAR}))"
    rf"(?:\s*,?\s*(?:ឆ្នាំ)?{_ERA}\s*(?P<year3>{_YEAR}))?"
    rf"|(?P<month4>{_KHMER})\s*(?:ឆ្នាំ)?{_ERA}\s*(?P<year4>{_YEAR})"
)
_KHMER_MONTH = re.compile(f"ខែ|{_KHMER}")
_ENGLISH_MONTH = re.compile(rf"\b{_ENGLISH}\b")
_AROUND = 100  # characters: room for “the 23rd, 24th, 25th … and 27th of”
_NUMERIC = re.compile(
    rf"(?<![\d/.-])(?:(?P<y1>{_YEAR})-(?P<m1>\d\d)-(?P<d1>\d\d)"
    rf"|(?P<d2>\d{{1,2}})(?P<sign>[/.-])(?P<m2>\d{{1,2}})(?P=sign)(?P<y2>(?:19|20|25)\d\d))(?![\d/])"
)
_LUNAR_DAY = re.compile(
    rf"(?P<day1>\d{{1,2}})\s*(?P<phase1>កើត|រោច)\s*(?:ខែ\s*)?(?P<month1>{_LUNAR_KHMER})"
    r"|(?P<day2>\d{1,2})(?:st|nd|rd|th)?(?:\s+day)?(?:\s+of)?(?:\s+the)?\s+(?P<phase2>waxing|waning)"
    rf"(?:\s+moon)?(?:,?\s+(?:of\s+)?(?:the\s+month\s+of\s+)?)(?P<month2>{_LUNAR_ENGLISH})\b",
    re.IGNORECASE,
)
_CONNECTED = re.compile(
    r"\s*(?:[-–—,&]|\bto\b|\band\b|\bor\b|\buntil\b|ដល់|រហូតដល់|និង|ឬ)?\s*(?:on\s+|the\s+)?\Z",
    re.IGNORECASE,
)
_TIME_EN = re.compile(
    r"(?<![\d:.])(?P<h1>\d{1,2})(?:[:.](?P<m1>[0-5]\d))?\s*(?P<half1>[ap])\.?m\b\.?"
    r"|(?<![\d:.])(?P<h2>[01]?\d|2[0-3]):(?P<m2>[0-5]\d)(?:\s*(?:hrs?|hours))?(?![\d:])"
    r"|(?<![\d:.])(?P<h3>\d{1,2})\s+o'clock(?:\s+in\s+the\s+(?P<half3>morning|afternoon|evening))?",
    re.IGNORECASE,
)
_HALF_KM = r"(?:\s*(?P<half{0}>ព្រឹក|រសៀល|ល្ងាច|យប់|ថ្ងៃត្រង់))?"
_TIME_KM = re.compile(
    r"(?:វេលា\s*)?ម៉ោង\s*(?:ប្រមាណ(?:ជា)?|ប្រហែល(?:ជា)?)?\s*(?P<h1>\d{1,2})(?!\d)(?:\s*[:.ៈ៖]\s*(?P<m1>[0-5]\d)|\s*(?:និង\s*)?(?P<n1>\d{1,2})\s*នាទី)?"
    r"(?:\s*នាទី)?"
    + _HALF_KM.format(1)
    + r"|(?<![\d:])(?P<h2>[01]?\d|2[0-3])[:ៈ](?P<m2>[0-5]\d)(?![\d:])"
    + _HALF_KM.format(2)
)
_MAY_HOLD_TIME = re.compile(r":|ៈ\d|ម៉ោង|[ap]\.?m\b|o'clock", re.IGNORECASE)
_MAY_HOLD_LUNAR = re.compile(r"កើត|រោច|waxing|waning")
_MORNING = frozenset({"a", "morning", "ព្រឹក"})


@dataclass(frozen=True, slots=True)
class _Day:
    """A date as far as it is said; 0 where it is not. `years` has two for the Buddhist era."""

    days: tuple[int, ...]
    month: int
    years: tuple[int, ...]
    start: int
    end: int

    @property
    def keys(self) -> frozenset[Hashable]:
        return frozenset((self.days, self.month, year) for year in self.years or (0,))


def numeric_dates(reading: Reading) -> Iterator[Fact]:
    """14/01/2018 and 2018-01-14; where day and month could be either, both are allowed."""
    for found in reading.take(_NUMERIC):
        if found["y1"]:
            triples = {(int(found["d1"]), int(found["m1"]), int(found["y1"]))}
        else:
            day, month, year = int(found["d2"]), int(found["m2"]), int(found["y2"])
            triples = {(day, month, year), (month, day, year)}
        keys = frozenset(((day,), month, y) for day, month, year in triples for y in _years(year))
        yield Fact(FactKind.DATE, keys, reading.shown[slice(*found.span())], found.start())


def times(text: Counted, language: str) -> Iterator[tuple[Fact, tuple[int, int]]]:
    """Times of the day; without morning or evening, both are allowed."""
    if not _MAY_HOLD_TIME.search(text.text):
        return
    pattern = _TIME_KM if language == "km" else _TIME_EN
    for found in pattern.finditer(text.text):
        parts = _by_name(found)
        hour, minute = int(parts["h"]), int(parts.get("m") or parts.get("n") or 0)
        if hour <= 24 and minute < 60:
            keys: frozenset[Hashable] = frozenset(_minutes(hour, minute, parts.get("half", "")))
            shown = text.shown_at(*found.span())
            yield Fact(FactKind.TIME, keys, shown, text.origin(found.start())), found.span()


def _minutes(hour: int, minute: int, half: str) -> Iterator[int]:
    hour %= 24
    half = half.casefold()
    if not half or hour > 12 or half == "ថ្ងៃត្រង់":
        yield hour * 60 + minute
    if half in _MORNING or (not half and hour == 12):
        yield hour % 12 * 60 + minute
    elif hour < 12 or half:
        yield (hour % 12 + 12) * 60 + minute


def dates(text: Counted, language: str) -> list[tuple[Fact, tuple[int, int]]]:
    """Dates and months; one without a year that stands beside one with a year has that year.

    English days with “in” before them (“in January 14”) are facts of their own besides.
    """
    pattern = _KHMER_DATE if language == "km" else _ENGLISH_DATE
    found = _with_years(text.text, [_day(match) for match in _near_months(pattern, text.text)])
    facts = [(_fact(text, day), (day.start, day.end)) for day in found]
    if language == "km":
        return facts
    return facts + [(fact, (0, 0)) for day in found for fact in _with_in(text, day)]


def _near_months(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The dates of a text, looked for around the names of months only: that is four times faster."""
    end = 0
    for month in (_KHMER_MONTH if pattern is _KHMER_DATE else _ENGLISH_MONTH).finditer(text):
        if month.end() <= end:
            continue
        start = max(end, month.start() - _AROUND)
        for found in pattern.finditer(text, start, month.end() + _AROUND):
            yield found
            end = found.end()
            if end >= month.end():
                break
        end = max(end, month.end())


def _with_in(text: Counted, day: _Day) -> Iterator[Fact]:
    before = _IN_BEFORE.search(text.text, max(0, day.start - _LOOK_BACK), day.start)
    if before and day.days and not text.text.endswith(_DISTRICT, day.start, day.end):
        shown = text.shown_at(before.start(), day.end).rstrip(".,")
        yield Fact(FactKind.DATE_WORDING, day.keys, shown, text.origin(before.start()))


def _fact(text: Counted, day: _Day) -> Fact:
    shown = text.shown_at(day.start, day.end).rstrip(".,")
    return Fact(FactKind.DATE, day.keys, shown, text.origin(day.start))


def _day(match: re.Match[str]) -> _Day:
    parts = _by_name(match)
    month = parts["month"]
    number = int(month) if month.isdigit() else _MONTHS[month.casefold()]
    days = tuple(int(day) for day in re.findall(r"\d+", parts.get("days", "")))
    years = _years(int(parts["year"])) if "year" in parts else ()
    start = (
        match.start("month4") if match.re is _ENGLISH_DATE and match["month4"] else match.start()
    )
    return _Day(_ends(days), number, years, start, match.end())


def _ends(days: tuple[int, ...]) -> tuple[int, ...]:
    """Days that follow each other, as their first and last: 23-24-25 and 23–25 are the same."""
    if len(days) > 2 and days == tuple(range(days[0], days[-1] + 1)):
        return days[0], days[-1]
    return days


def _years(year: int) -> tuple[int, ...]:
    return (year - 543, year - 544, year) if year >= _BUDDHIST else (year,)


def _with_years(text: str, days: list[_Day]) -> list[_Day]:
    for at in range(len(days) - 2, -1, -1):
        day, after = days[at], days[at + 1]
        if not day.years and after.years and _CONNECTED.match(text[day.end : after.start]):
            days[at] = _Day(day.days, day.month, after.years, day.start, day.end)
    return days


def lunar_days(text: Counted) -> Iterator[tuple[Fact, tuple[int, int]]]:
    """Days of the lunar calendar; English texts often leave them out, so they are small."""
    if not _MAY_HOLD_LUNAR.search(text.text):
        return
    for found in _LUNAR_DAY.finditer(text.text):
        parts = _by_name(found)
        is_waxing = parts["phase"].casefold() in {"កើត", "waxing"}
        key = (int(parts["day"]), is_waxing, _LUNAR[parts["month"].casefold()])
        shown = text.shown_at(*found.span())
        fact = Fact(FactKind.LUNAR, frozenset({key}), shown, text.origin(found.start()))
        yield fact, found.span()


def _by_name(match: re.Match[str]) -> dict[str, str]:
    """The named groups that met, without the figure at the end of their names."""
    return {name.rstrip("0123456789"): value for name, value in match.groupdict().items() if value}
