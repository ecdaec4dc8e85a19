"""Numbers, ordinals, years, percentages and sums of money, as facts that can be compared."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from advocate_desk.language.number_words import NumberFound
from advocate_desk.model.parity.fact import Fact, FactKind, amount_keys
from advocate_desk.model.parity.reading import Counted, Reading

_PERCENT = re.compile(r"\s*(?:%|percent\b|per cent\b|percentage points?\b|ភាគ\s?រយ)", re.IGNORECASE)
_CURRENCIES = (
    ("USD", r"(?:US|U\.S\.|American|United States)?\s?(?:\$|dollars?\b)|USD\b|ដុល្លារ?|ដុល្លា"),
    ("KHR", r"(?:Cambodian\s|Khmer\s)?riels?\b|KHR\b|៛|រៀល"),
    ("EUR", r"euros?\b|EUR\b|€|អឺរ៉ូ|យូរ៉ូ"),
    ("THB", r"(?:Thai\s)?baht\b|THB\b|បាត(?![\u17b6-\u17d3])"),
)
_UNIT_AFTER = re.compile(
    r"\s*(?:" + "|".join(f"(?P<{code}>{form})" for code, form in _CURRENCIES) + ")", re.IGNORECASE
)
_UNIT_BEFORE = re.compile(r"(US\s?\$|USD|\$|KHR|៛|EUR|€|THB)\s?\Z")
_BEFORE = {"KHR": "KHR", "៛": "KHR", "EUR": "EUR", "€": "EUR", "THB": "THB"}
_RANGE = re.compile(
    r"\s*(?:[-–—]|to|and|or|ទៅ|ទៅដល់|ដល់|និង|ឬ)\s*(?:US\s?\$|\$|€|៛)?\Z", re.IGNORECASE
)
_YEAR_BEFORE = re.compile(r"(?:ឆ្នាំ|គ\.?ស\.?|ទសវត្សរ៍)\s*\Z")
_BUDDHIST_BEFORE = re.compile(r"(?:ព\.?\s?ស\.?|ពុទ្ធសករាជ|\bB\.?E\.?|\bBuddhist [Ee]ra)\s*\Z")
_BUDDHIST_AFTER = re.compile(r"\s*(?:B\.E\.|BE\b|ព\.ស\.?)")
_ORDINAL_BEFORE = re.compile(r"ទី\s*\Z")
_ORDINAL_AFTER = re.compile(r"(?:st|nd|rd|th)\b")
_PARTS = re.compile(r"\s*(?:ភាគ\s*(?!រយ)|/)\s*\Z")
_LONE_FRACTION = re.compile(r"(?<![\d/])\d{1,2}/\d{1,2}(?![\d/])")
_LOOK_BACK = 24  # characters
_THIRD_PARTY = re.compile(r"\s+part(?:y|ies)\b", re.IGNORECASE)
_SAME_NUMBER = re.compile(r"\s?[(\[]\s?\Z")
_ROMAN = re.compile(
    r"(?<![\w./-])(?:(?P<lone>[IVX]{2,5})|(?<=[a-zទី] )(?P<part>[IVX]{1,5}))(?![\w/-]|\.\w)"
)
_ROMAN_FORM = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_PART_WORD = re.compile(
    r"(?:Chapter|Part|Title|Annex|Book|Section|Article|Volume|Appendix|Protocol|Phase|Table|ទី) \Z"
)


@dataclass(frozen=True, slots=True)
class _Amount:
    start: int
    end: int
    number: NumberFound


def roman_numbers(reading: Reading) -> Iterator[Fact]:
    """Chapter IV; a lone I, V or X only after a word that is numbered so."""
    for found in list(_ROMAN.finditer(reading.plain)):
        text = found["lone"] or found["part"]
        before = reading.plain[max(0, found.start() - 12) : found.start()]
        if _ROMAN_FORM.fullmatch(text) and (len(text) > 1 or _PART_WORD.search(before)):
            reading.drop(*found.span())
            keys = amount_keys((_roman(text),))
            yield Fact(FactKind.ORDINAL, keys, text, found.start())


def _roman(text: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in text]
    after = [*values[1:], 0]
    return sum(-one if one < two else one for one, two in zip(values, after, strict=True))


def amounts(text: Counted, taken: Sequence[tuple[int, int]]) -> list[Fact]:
    """Every amount outside of what dates and times have taken."""
    found = [
        _Amount(start, end, number)
        for start, (end, number) in sorted(text.numbers.items())
        if not any(first <= start < last for first, last in taken)
    ]
    return list(_facts(text, _joined(text.text, _without_doubles(text.text, found))))


def _without_doubles(text: str, found: list[_Amount]) -> list[_Amount]:
    """Eighteen (18) is one number."""
    kept: list[_Amount] = []
    for one in found:
        before = kept[-1] if kept else None
        is_double = (
            before is not None
            and _SAME_NUMBER.match(text, before.end, one.start)
            and set(before.number.values) & set(one.number.values)
            and before.number.is_word != one.number.is_word
        )
        if is_double and before:
            kept[-1] = _Amount(before.start, before.end, _both(before.number, one.number))
            continue
        kept.append(one)
    return kept


def _both(first: NumberFound, second: NumberFound) -> NumberFound:
    """The two of “one (1)”: no longer a small word; shown as in the text."""
    return NumberFound(first.start, second.end + 1, first.values, first.is_word)


def _joined(text: str, found: list[_Amount]) -> list[_Amount]:
    """Fractions written as two numbers: ពីរភាគបី, 2/3."""
    kept: list[_Amount] = []
    for one in found:
        before = kept[-1] if kept else None
        if before and _is_fraction(text, before, one):
            value = Fraction(before.number.values[0]) / one.number.values[0]
            number = NumberFound(before.number.start, one.number.end, (value,), is_word=True)
            kept[-1] = _Amount(before.start, one.end, number)
            continue
        kept.append(one)
    return kept


def _is_fraction(text: str, before: _Amount, one: _Amount) -> bool:
    if not _PARTS.match(text, before.end, one.start) or not one.number.values[0]:
        return False
    lone = _LONE_FRACTION.match(text, before.start)
    return "/" not in text[before.end : one.start] or bool(lone and lone.end() == one.end)


def _facts(text: Counted, found: list[_Amount]) -> Iterator[Fact]:
    """The facts from right to left in thought: a unit is that of the whole range before it."""
    unit, facts = "", []
    for at in range(len(found) - 1, -1, -1):
        one = found[at]
        after = found[at + 1] if at + 1 < len(found) else None
        in_range = after is not None and _RANGE.match(text.text, one.end, after.start)
        own = _unit(text.text, one)
        unit = own or (unit if in_range else "")
        facts.append(_fact(text, one, unit, is_own=bool(own)))
    yield from reversed(facts)


def _unit(text: str, one: _Amount) -> str:
    if _PERCENT.match(text, one.end):
        return "%"
    after = _UNIT_AFTER.match(text, one.end)
    if after:
        return after.lastgroup or ""
    before = _UNIT_BEFORE.search(text[max(0, one.start - 6) : one.start])
    return _BEFORE.get(before[1], "USD") if before else ""


def _fact(text: Counted, one: _Amount, unit: str, *, is_own: bool) -> Fact:
    before = text.text[max(0, one.start - _LOOK_BACK) : one.start]
    if not unit and _is_buddhist(text.text, before, one):
        return _buddhist(text, one)
    keys: frozenset[Hashable] = amount_keys(one.number.values, unit)
    if unit and not is_own:
        keys |= amount_keys(one.number.values)
    kind = _kind(text.text, before, one, unit)
    return Fact(kind, keys, _shown(text, one, unit), one.number.start, _is_small(text.text, one))


def _kind(text: str, before: str, one: _Amount, unit: str) -> FactKind:
    if unit:
        return FactKind.PERCENT if unit == "%" else FactKind.MONEY
    if (
        one.number.is_ordinal
        or _ORDINAL_BEFORE.search(before)
        or _ORDINAL_AFTER.match(text, one.end)
    ):
        return FactKind.ORDINAL
    digits = text[one.start : one.end]
    is_year = len(digits) == 4 and not one.number.is_word and "1900" <= digits <= "2100"
    return FactKind.YEAR if is_year or _YEAR_BEFORE.search(before) else FactKind.NUMBER


def _is_small(text: str, one: _Amount) -> bool:
    """Whether the other side may do without: “one another”, the 20 of G20, a third party."""
    if one.number.is_ordinal and _THIRD_PARTY.match(text, one.end):
        return True
    before = text[one.start - 1 : one.start]
    is_glued = before.isascii() and before.isalpha()
    return one.number.is_small or is_glued


def _shown(text: Counted, one: _Amount, unit: str) -> str:
    start, end = one.number.start, one.number.end
    if unit == "%":
        found = _PERCENT.match(text.text, one.end)
        end = text.origin(found.end()) if found else end
    shown = text.shown[start:end].strip()
    return f"{shown} {unit}" if unit not in {"", "%"} else shown


def _is_buddhist(text: str, before: str, one: _Amount) -> bool:
    digits = text[one.start : one.end]
    if len(digits) != 4 or not "2400" <= digits <= "2700":
        return False
    return bool(_BUDDHIST_BEFORE.search(before) or _BUDDHIST_AFTER.match(text, one.end))


def _buddhist(text: Counted, one: _Amount) -> Fact:
    """A year of the Buddhist era begins in one year of ours and ends in the next."""
    year = one.number.values[0]
    keys = amount_keys((year, year - 543, year - 544))
    return Fact(FactKind.YEAR, keys, _shown(text, one, ""), one.number.start)
