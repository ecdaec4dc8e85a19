"""Faults planted into pairs that say the same: one change on one side, labelled by what it is.

The planting knows nothing of the check: it has its own, plain ways to find what it changes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from benchmarks.parity_pairs import Pair, labelled

AMOUNT = frozenset({"number", "ordinal", "year", "percent", "money"})
DATED = AMOUNT | {"date", "date_wording"}
NAMED = frozenset({"name", "acronym", "term"})
_DIGITS = "០១២៣៤៥៦៧៨៩"
_TO_KHMER = str.maketrans("0123456789", _DIGITS)
_TO_ASCII = str.maketrans(_DIGITS, "0123456789")
_ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
_KHMER_MONTHS = (
    *("មករា", "កុម្ភៈ", "មីនា", "មេសា", "ឧសភា", "មិថុនា", "កក្កដា", "សីហា", "កញ្ញា", "តុលា"),
    *("វិច្ឆិកា", "ធ្នូ"),
)
_ENGLISH_WORDS = (
    *("three", "four", "five", "six", "seven", "eight", "nine", "eleven", "twelve"),
    *("seventeen", "thirty", "sixty", "ninety"),
)
_KHMER_WORDS = ("ប្រាំមួយ", "ប្រាំពីរ", "ប្រាំបី", "ប្រាំបួន", "បួន", "ប្រាំ", "បី", "ពីរ")


@dataclass(frozen=True, slots=True)
class Fault:
    """A pair with one planted fault; `rules` are the kinds of gap that tell of it rightly."""

    kind: str
    km: str
    en: str
    rules: frozenset[str]
    held_out: bool = False


Planter = Callable[[Pair, Random], Iterator[Fault]]


def planted(pairs: tuple[Pair, ...], *, per_pair: int = 6, seed: int = 20171023) -> list[Fault]:
    """Up to so many faults per pair, the same ones for the same seed; rare kinds come first."""
    random = Random(seed)  # noqa: S311 -- repeatable choices, no secrets
    everything = [_all_faults(pair, random) for pair in pairs]
    common: dict[str, int] = {}
    for fault in (fault for faults in everything for fault in faults):
        common[fault.kind] = common.get(fault.kind, 0) + 1
    chosen: list[Fault] = []
    for faults in everything:
        faults.sort(key=lambda fault: (common[fault.kind], fault.kind, fault.km, fault.en))
        chosen += faults[:per_pair]
    return chosen


def _all_faults(pair: Pair, random: Random) -> list[Fault]:
    """One fault of every kind that this pair can carry."""
    by_kind: dict[str, list[Fault]] = {}
    for planter in _PLANTERS:
        for fault in planter(pair, random):
            if (fault.km, fault.en) != (pair.km, pair.en):
                by_kind.setdefault(fault.kind, []).append(fault)
    return [random.choice(by_kind[kind]) for kind in sorted(by_kind)]


def _khmer(pair: Pair, kind: str, text: str, rules: frozenset[str]) -> Fault:
    return Fault(kind, text, pair.en, rules, pair.held_out)


def _english(pair: Pair, kind: str, text: str, rules: frozenset[str]) -> Fault:
    return Fault(kind, pair.km, text, rules, pair.held_out)


def _replaced(text: str, found: re.Match[str], new: str) -> str:
    return text[: found.start()] + new + text[found.end() :]


def _other_digits(digits: str, random: Random) -> str:
    """The same number of digits, another value; the first is never nought."""
    at = random.randrange(len(digits))
    other = str((int(digits[at]) + random.randrange(1, 9)) % 10 or 7)
    changed = digits[:at] + other + digits[at + 1 :]
    return (
        changed
        if changed != digits
        else digits[:at] + ("3" if other == "7" else "7") + digits[at + 1 :]
    )


# Not a day (before a month), nor part of an address, a telephone number, a time or a date.
_ENGLISH_NUMBER = re.compile(
    r"(?<![\d.,:/+@{()-])(?<!\d )(?<!\w-)(?<![A-Za-z])\d{1,4}(?![\d:/@-]|,\d|\.\d| \d| to \d| and \d"
    r"| (?:" + "|".join(_ENGLISH_MONTHS) + r"))(?!\w)"
)
_KHMER_NUMBER = re.compile(
    r"(?<![\d.,:/+@{()–-])(?<!ថ្ងៃទី)(?<!\d )(?<!ម៉ោង )\d{1,4}(?![\d:/@)-]|[.,]\d| \d| [កុមឧសតវធ]\w* \d)"
)


def _numbers(pair: Pair, random: Random) -> Iterator[Fault]:
    dated = re.compile("|".join(_ENGLISH_MONTHS))
    for found in _ENGLISH_NUMBER.finditer(pair.en):
        if not dated.search(pair.en[max(0, found.start() - 14) : found.start()]):
            new = _replaced(pair.en, found, _other_digits(found[0], random))
            yield _english(pair, "changed number", new, DATED)
    plain = pair.km.translate(_TO_ASCII)
    for found in _KHMER_NUMBER.finditer(plain):
        if "ឆ្នាំ" not in plain[max(0, found.start() - 6) : found.start()]:
            digits = _other_digits(found[0], random).translate(_TO_KHMER)
            yield _khmer(pair, "changed Khmer number", _replaced(pair.km, found, digits), DATED)


def _grouped(pair: Pair, _random: Random) -> Iterator[Fault]:
    for found in re.finditer(r"\d{1,3},\d{3}", pair.en):
        yield _english(pair, "lost thousands", _replaced(pair.en, found, found[0][:-4]), AMOUNT)
    for found in re.finditer(r"(?<=[០-៩])[.,](?=[០-៩]{3}(?![០-៩]))", pair.km):
        yield _khmer(pair, "lost thousands", _replaced(pair.km, found, " និង "), AMOUNT)


def _words(pair: Pair, random: Random) -> Iterator[Fault]:
    for word in _ENGLISH_WORDS:
        for found in re.finditer(rf"\b{word}\b(?![ -](?:hundred|five|four|fifths?|\())", pair.en):
            other = random.choice([one for one in _ENGLISH_WORDS if one != word])
            yield _english(pair, "changed number word", _replaced(pair.en, found, other), AMOUNT)
    for found in re.finditer(
        r"(?:(?<=ចំនួន)|(?<=រយៈពេល))(?:" + "|".join(_KHMER_WORDS) + ")(?!រយ)", pair.km
    ):
        other = random.choice([one for one in _KHMER_WORDS if one != found[0]])
        yield _khmer(pair, "changed Khmer number word", _replaced(pair.km, found, other), AMOUNT)


def _scales(pair: Pair, _random: Random) -> Iterator[Fault]:
    for one, other in (("million", "billion"), ("thousand", "million")):
        if f" {one}" in pair.en:
            yield _english(pair, "other scale", pair.en.replace(one, other, 1), AMOUNT)
    for one, other in (("លាន", "ពាន់"), ("ម៉ឺន", "សែន")):
        for found in re.finditer(rf"(?:(?<=[០-៩])|(?<=[០-៩] )|(?<=រយ)|(?<=មួយ)){one}", pair.km):
            yield _khmer(pair, "other Khmer scale", _replaced(pair.km, found, other), AMOUNT)


def _years(pair: Pair, random: Random) -> Iterator[Fault]:
    for found in re.finditer(r"(?<!-)\b(?:19|20)\d\d\b(?!/)", pair.en):
        other = str(int(found[0]) + random.choice([-9, -1, 1, 10]))
        yield _english(pair, "changed year", _replaced(pair.en, found, other), DATED)
    for found in re.finditer(r"\s?ឆ្នាំ(?:១៩|២០)[០-៩]{2}", pair.km):
        yield _khmer(pair, "dropped Khmer year", _replaced(pair.km, found, ""), DATED)
    for found in re.finditer(r"(?<=[a-z0-9]),? (?:19|20)\d\d\b", pair.en):
        before = pair.en[max(0, found.start() - 12) : found.start()]
        if any(month in before for month in _ENGLISH_MONTHS):
            yield _english(pair, "dropped year", _replaced(pair.en, found, ""), DATED)


def _months(pair: Pair, random: Random) -> Iterator[Fault]:
    for found in re.finditer(r"\b(?:" + "|".join(_ENGLISH_MONTHS) + r")\b", pair.en):
        other = random.choice([month for month in _ENGLISH_MONTHS if month != found[0]])
        yield _english(pair, "wrong month", _replaced(pair.en, found, other), DATED)
    for found in re.finditer(r"(?<=ខែ)(?:" + "|".join(_KHMER_MONTHS) + ")", pair.km):
        other = random.choice([month for month in _KHMER_MONTHS if month != found[0]])
        yield _khmer(pair, "wrong Khmer month", _replaced(pair.km, found, other), DATED)


def _days(pair: Pair, random: Random) -> Iterator[Fault]:
    months = "|".join(_ENGLISH_MONTHS)
    for found in re.finditer(rf"\b\d{{1,2}}(?= (?:{months}))", pair.en):
        other = str((int(found[0]) + random.randrange(1, 20)) % 28 + 1)
        yield _english(pair, "wrong day", _replaced(pair.en, found, other), DATED)
    for found in re.finditer(r"(?<=ថ្ងៃទី)[០-៩]{1,2}(?= ខែ)", pair.km):
        other = str((int(found[0]) + random.randrange(1, 20)) % 28 + 1).translate(_TO_KHMER)
        yield _khmer(pair, "wrong Khmer day", _replaced(pair.km, found, other), DATED)
    for found in re.finditer(rf" (?:on |of )?\d{{1,2}} (?:{months})(?: \d{{4}})?", pair.en):
        yield _english(pair, "dropped date", _replaced(pair.en, found, ""), DATED)


def _percents(pair: Pair, random: Random) -> Iterator[Fault]:
    for found in re.finditer(r"\d+(?:\.\d+)?(?=%| percent| per cent)", pair.en):
        other = str(random.randrange(70, 99))
        yield _english(pair, "wrong percent", _replaced(pair.en, found, other), AMOUNT)
    for found in list(re.finditer(r"%|\s?ភាគរយ", pair.km))[
        -1:
    ]:  # the first may share the last one's
        yield _khmer(pair, "dropped percent sign", _replaced(pair.km, found, ""), AMOUNT)


def _money(pair: Pair, _random: Random) -> Iterator[Fault]:
    if "ដុល្លារ" in pair.km:
        yield _khmer(pair, "other currency", re.sub("ដុល្លារ(?:អាមេរិក)?", "រៀល", pair.km), AMOUNT)
    if "រៀល" in pair.km:
        yield _khmer(pair, "other currency", pair.km.replace("រៀល", "ដុល្លារ"), AMOUNT)
    for found in re.finditer(r"(?<=\$)\d+", pair.en):
        yield _english(pair, "other sum", _replaced(pair.en, found, f"{found[0]}0"), AMOUNT)


def _ordinals(pair: Pair, random: Random) -> Iterator[Fault]:
    for found in re.finditer(r"(?<!ថ្ងៃទី)(?<!សុក្រ ទី)(?<=ទី)[០-៩]{1,2}(?! ខែ|[-–])", pair.km):
        other = str(int(found[0]) + random.randrange(2, 9)).translate(_TO_KHMER)
        yield _khmer(pair, "changed ordinal", _replaced(pair.km, found, other), AMOUNT)
    for one, other in (
        ("second", "fourth"),
        ("third", "sixth"),
        ("25th", "26th"),
        ("ninth", "tenth"),
    ):
        place = re.search(rf"\b{one}\b", pair.en)
        if place and not pair.en.startswith(" of", place.end()):
            yield _english(pair, "changed ordinal", _replaced(pair.en, place, other), AMOUNT)


def _contacts(pair: Pair, random: Random) -> Iterator[Fault]:
    for found in re.finditer(r"[\w.]+@[\w.]*\w", pair.en):
        at = random.randrange(found.start(), found.start() + found[0].index("@"))
        changed = pair.en[:at] + pair.en[at + 1 :]
        yield _english(pair, "other e-mail", changed, frozenset({"email"}))
        gone = pair.km.replace(found[0], "")
        yield _khmer(pair, "lost e-mail", gone, frozenset({"email"}))
    for found in re.finditer(r"https?://\S+", pair.km):
        changed = _replaced(pair.km, found, found[0].replace("-", "_", 1))
        yield _khmer(pair, "other web address", changed, frozenset({"address"}))
        gone = pair.en.replace(f" {found[0]}", "")
        yield _english(pair, "lost web address", gone, frozenset({"address"}))
    for found in re.finditer(r"(?<=\d )\d{3}(?= \d{3}|[.\s]|$|,| before)", pair.en):
        if re.search(r"[+(]\d[\d )]*$", pair.en[: found.start()]):
            other = _other_digits(found[0], random)
            yield _english(
                pair, "other telephone", _replaced(pair.en, found, other), frozenset({"phone"})
            )


def _times(pair: Pair, random: Random) -> Iterator[Fault]:
    for found in re.finditer(r"(?<=ម៉ោង )[០-៩]{1,2}(?=:)", pair.km):
        hour = (int(found[0]) + random.randrange(1, 4)) % 12 + 1
        other = str(hour).translate(_TO_KHMER)
        yield _khmer(pair, "other time", _replaced(pair.km, found, other), frozenset({"time"}))
    for found in re.finditer(r"\d\d?(?::\d\d)? ([ap])\.m\.", pair.en):
        half = "p" if found[1] == "a" else "a"
        other = found[0].replace(f"{found[1]}.m", f"{half}.m")
        yield _english(pair, "other time", _replaced(pair.en, found, other), frozenset({"time"}))


def _quotes(pair: Pair, _random: Random) -> Iterator[Fault]:
    rules = frozenset({"quotation"})
    for found in re.finditer(r"[“«][^”»]*[”»]", pair.en):
        yield _english(
            pair, "lost quotation marks", _replaced(pair.en, found, found[0][1:-1]), rules
        )
    for found in re.finditer(r"[“«][^”»]*[”»]", pair.km):
        yield _khmer(pair, "lost quotation", _replaced(pair.km, found, ""), rules)


def _acronyms(pair: Pair, _random: Random) -> Iterator[Fault]:
    for found in re.finditer(r" ?\([A-Z]{2,6}\)", pair.en):
        yield _english(pair, "dropped acronym", _replaced(pair.en, found, ""), NAMED)
        other = found[0][:-2] + ("X" if found[0][-2] != "X" else "Y") + ")"
        yield _english(pair, "changed acronym", _replaced(pair.en, found, other), NAMED)
    for found in re.finditer(r" ?\((?:[A-Z]{2,6}|គ\.ដ\.ដ\.)\)", pair.km):
        yield _khmer(pair, "dropped Khmer acronym", _replaced(pair.km, found, ""), NAMED)


def _items(pair: Pair, _random: Random) -> Iterator[Fault]:
    rules = frozenset({"items"}) | AMOUNT | {"length"}
    lines = pair.en.split("\n")
    if len(lines) > 2:
        yield _english(pair, "lost entry", "\n".join(lines[:-1]), rules)
        kept = pair.km.split("\n")
        yield _khmer(pair, "lost Khmer entry", "\n".join(kept[:-1]), rules)
    if re.match(r"1\) ", pair.en):
        yield _english(pair, "lost entry", re.sub(r"; 3\).*", ".", pair.en), rules)


def _sides(pair: Pair, _random: Random) -> Iterator[Fault]:
    if len(pair.en) > 40:
        rules = frozenset({"copied", "script"})
        yield _khmer(pair, "Khmer side copied over", pair.en, rules)
        yield _english(pair, "English side copied over", pair.km, rules)
    if len(pair.en) > 130:
        every = (
            DATED | NAMED | {"length", "quotation", "items", "time", "phone", "email", "address"}
        )
        yield _english(pair, "most of it lost", pair.en[: len(pair.en) // 5], every)


def _names(pair: Pair, random: Random) -> Iterator[Fault]:
    names = labelled().name_pairs
    rules = frozenset({"name"})
    for km, en in names:
        if en in pair.en:
            others = [one for _, one in names if one not in pair.en]
            if others:
                other = random.choice(others)
                yield _english(pair, "another name", pair.en.replace(en, other), rules)
        if km in pair.km:
            others = [one for one, _ in names if one not in pair.km]
            if others:
                other = random.choice(others)
                yield _khmer(pair, "another Khmer name", pair.km.replace(km, other), rules)
    for found in re.finditer(r"[A-Z][a-z]{3,}(?= [A-Z])", pair.km):
        yield _khmer(pair, "Latin name misspelt", _replaced(pair.km, found, found[0][:-1]), rules)


def _terms(pair: Pair, _random: Random) -> Iterator[Fault]:
    for term in labelled().terms:
        english = term.text("en").text
        if english in pair.en and "(" not in pair.en:
            changed = pair.en.replace(english, "local mediation body")
            yield _english(pair, "another term", changed, frozenset({"term"}))


def _marks(pair: Pair, _random: Random) -> Iterator[Fault]:
    for found in re.finditer(r"\{\{(\w+)\}\}", pair.en):
        gone = _replaced(pair.en, found, "")
        yield _english(pair, "lost placeholder", gone, frozenset({"placeholder"}))
    for found in re.finditer(r"\{\{footnote:[^{}]*\}\}", pair.km):
        gone = _replaced(pair.km, found, "")
        yield _khmer(pair, "lost footnote", gone, frozenset({"footnote"}) | AMOUNT)


_PLANTERS: tuple[Planter, ...] = (
    _numbers,
    _grouped,
    _words,
    _scales,
    _years,
    _months,
    _days,
    _percents,
    _money,
    _ordinals,
    _contacts,
    _times,
    _quotes,
    _acronyms,
    _items,
    _sides,
    _names,
    _terms,
    _marks,
)
