"""What the cells of a form say: yes or no, a day, a kind of endorser."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from advocate_desk.language.dates import find_date
from advocate_desk.language.numbers import to_ascii_digits
from advocate_desk.model.registry import EndorserKind

MONTHS = 12
_YES = re.compile(
    r"(?:yes|y|true|1|ok|okay|agree[ds]?|(?:i|we) (?:agree|consent|confirm|endorse|do)"
    r"|consent(?:s|ed)?|confirm(?:s|ed)?|endorse[ds]?|✓|✔|☑|✅)(?![\w])"
    r"|(?:បាទ|ចាស|យល់ព្រម|យល់ស្រប|ព្រម|ឯកភាព)"
)
_NO = re.compile(
    r"(?:no|n|false|0|not|none|never|disagree[ds]?|decline[ds]?|refuse[ds]?"
    r"|(?:i|we) (?:do not|don’t|don't|cannot|disagree|decline)|✗|✘|❌)(?![\w])"
    r"|(?:ទេ|មិន|អត់|បដិសេធ)"
)
_NEGATED = re.compile(r"មិន(?:ទាន់)?(?:យល់|ព្រម|ឯកភាព)|ទេ[\s។!.]*$|\bnot agree|\bdo(?: not|n['’]t)\b")
_DAY = re.compile(r"(?P<first>\d{1,2})[/.-](?P<second>\d{1,2})[/.-](?P<year>\d{4})(?:\D.*)?")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[/.-](?P<month>\d{1,2})[/.-](?P<day>\d{1,2})(?:\D.*)?")
_KINDS: Mapping[EndorserKind, re.Pattern[str]] = {
    kind: re.compile(pattern)
    for kind, pattern in (
        (EndorserKind.FEDERATION, r"federation|សហព័ន្ធ"),
        (EndorserKind.COALITION, r"coalition|confederation|alliance|សម្ព័ន្ធ|សហភាព"),
        (EndorserKind.UNION, r"\bunions?\b|សហជីព"),
        (EndorserKind.NETWORK, r"network|បណ្តាញ|បណ្ដាញ"),
        (EndorserKind.COMMUNITY, r"communit|\bcbo\b|grass ?roots|សហគមន៍"),
        (EndorserKind.MEDIA, r"media|press|newspaper|radio|ប្រព័ន្ធផ្សព្វផ្សាយ|សារព័ត៌មាន"),
        (EndorserKind.SCHOOL, r"school|universit|college|academ|សាលា|សាកលវិទ្យាល័យ"),
        (EndorserKind.PERSON, r"person|individual|citizen|បុគ្គល"),
        (EndorserKind.ASSOCIATION, r"associations?\b|សមាគម"),
        (
            EndorserKind.NGO,
            r"\bi?ngos?\b|non ?-?govern|organi[sz]ation|civil society|\bcsos?\b|អង្គការ",
        ),
        (EndorserKind.OTHER, r"^others?\b|ផ្សេង"),
    )
}


def says_yes(text: str) -> bool | None:
    """Whether an answer is yes or no; None where it is neither, or empty."""
    plain = " ".join(text.casefold().split())
    if _NO.match(plain) or (_YES.match(plain) and _NEGATED.search(plain)):
        return False
    return True if _YES.match(plain) else None


def day_of(text: str, *, month_first: bool | None = None) -> str:
    """The day in a cell as ISO 8601, empty where there is none that is certain.

    Of 3/4/2025 nobody can tell which is the month, unless the other days of the column do.
    """
    plain = to_ascii_digits(text.strip())
    if match := _YEAR_FIRST.fullmatch(plain):
        return _iso(int(match["year"]), int(match["month"]), int(match["day"]))
    if match := _DAY.fullmatch(plain):
        first, second, year = (int(match[name]) for name in ("first", "second", "year"))
        orders = {True: _iso(year, first, second), False: _iso(year, second, first)}
        found = {orders[month_first]} if month_first is not None else set(orders.values()) - {""}
        return found.pop() if len(found) == 1 else ""
    found_day = find_date(plain) if len(plain) <= 60 else None
    return found_day.isoformat() if found_day else ""


def is_month_first(texts: Iterable[str]) -> bool | None:
    """Whether days such as 3/4/2025 begin with the month, told by the days of the whole column."""
    days = [match for text in texts if (match := _DAY.fullmatch(to_ascii_digits(text.strip())))]
    by_month = any(int(match["second"]) > MONTHS for match in days)
    by_day = any(int(match["first"]) > MONTHS for match in days)
    return by_month if by_month is not by_day else None


def looks_like_day(text: str) -> bool:
    """Whether a cell is meant to be a day, certain or not."""
    plain = to_ascii_digits(text.strip())
    return bool(day_of(text) or _DAY.fullmatch(plain) or _YEAR_FIRST.fullmatch(plain))


def kind_of(text: str) -> str:
    """The kind of endorser that is named, empty where it is none of ours."""
    plain = " ".join(text.casefold().split())
    if plain in {kind.value for kind in EndorserKind}:
        return plain
    return next((kind.value for kind, known in _KINDS.items() if known.search(plain)), "")


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
