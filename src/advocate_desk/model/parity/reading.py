"""A text made ready to be read by patterns: one order, plain digits, number words as digits.

What a pattern has understood is taken out before the next one looks, so that the digits of an
address are not numbers and those of a date not amounts.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from advocate_desk.language.khmer import tidy
from advocate_desk.language.number_words import NumberFound, find_numbers
from advocate_desk.language.numbers import KHMER_DIGITS

_UNSEEN = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
_DASHES = re.compile("[\u2010\u2011\u2212]")
_PLAIN = str.maketrans(
    {"\u00a0": " ", "\u202f": " ", "\u2009": " ", "’": "'", "‘": "'"}
    | {digit: str(value) for value, digit in enumerate(KHMER_DIGITS)}
)
GONE = "\x00"


def cleaned(text: str) -> str:
    """The text as it is read and shown in findings: canonical order, nothing invisible."""
    return _DASHES.sub("-", tidy(_UNSEEN.sub("", text)))


@dataclass(slots=True)
class Reading:
    """A text that is read once; `plain` is as long as `shown` and loses what was understood."""

    shown: str
    language: str
    plain: str = field(init=False)

    def __post_init__(self) -> None:
        self.plain = self.shown.translate(_PLAIN)

    def take(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Every match of a pattern; what matched is gone for those that follow."""
        found = list(pattern.finditer(self.plain))
        for one in reversed(found):
            self.drop(*one.span())
        yield from found

    def drop(self, start: int, end: int) -> None:
        """Take a part of the text out."""
        self.plain = self.plain[:start] + GONE * (end - start) + self.plain[end:]


@dataclass(frozen=True, slots=True)
class Counted:
    """A reading with every number written in digits.

    `text` is not as long as the reading: `origin` leads back. `numbers` are by their start.
    """

    text: str
    shown: str
    numbers: dict[int, tuple[int, NumberFound]]
    _starts: tuple[int, ...]
    _shifts: tuple[int, ...]

    def origin(self, at: int) -> int:
        """Where a place of the text is in the reading."""
        return at - self._shifts[bisect_right(self._starts, at) - 1]

    def shown_at(self, start: int, end: int) -> str:
        """What stands in the text as it was typed."""
        return self.shown[self.origin(start) : self.origin(end)].strip()


def counted(reading: Reading) -> Counted:
    """The reading with number words and grouped digits as plain digits."""
    pieces: list[str] = []
    starts, shifts = [0], [0]
    numbers: dict[int, tuple[int, NumberFound]] = {}
    done = length = 0
    for number in find_numbers(reading.plain, reading.language):
        digits = _digits(reading.plain, number)
        pieces += [reading.plain[done : number.start], digits]
        at = length + number.start - done
        length = at + len(digits)
        numbers[at] = (length, number)
        starts.append(length)
        shifts.append(length - number.end)
        done = number.end
    pieces.append(reading.plain[done:])
    return Counted("".join(pieces), reading.shown, numbers, tuple(starts), tuple(shifts))


def _digits(text: str, number: NumberFound) -> str:
    """Plain digits as they are (a day may have a zero before it), else the value."""
    written = text[number.start : number.end]
    if written.isdigit():
        return written
    value = number.values[0]
    return str(value.numerator) if value.denominator == 1 else "0"
