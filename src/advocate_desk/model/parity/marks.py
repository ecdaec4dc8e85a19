"""Addresses, numbers to call, placeholders, quotations and typed list markers as facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from advocate_desk.model.parity.fact import Fact, FactKind, amount_keys
from advocate_desk.model.parity.reading import Reading
from advocate_desk.model.placeholders import LUNAR_DATE

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>()\[\]\"“”«»\u1780-\u17ff\x00]+"
    r"|(?<![\w@.])[a-zA-Z][\w-]*(?:\.[\w-]+)*\.(?:org|com|net|int|info|gov|edu|asia|kh)"
    r"(?:\.kh)?(?![\w.@])(?:/[^\s<>()\[\]\"“”«»\u1780-\u17ff\x00]*)?"
    r"|(?<![\w@])@[A-Za-z]\w{2,}"
)
_MAY_HOLD_ADDRESS = re.compile(r"@|://|\.[a-z]")
_PLACEHOLDER = re.compile(r"\{\{(?!footnote:)([^{}]*)\}\}")
# Khmer letters give the lunar date and repeat the form of address; English ones need not.
_MAY_DIFFER = frozenset({LUNAR_DATE, "salutation"})
_FOOTNOTE = re.compile(r"\{\{footnote:")
_PHONE = re.compile(r"(?<![\w/.,:-])(?:\+\s?|\()?\(?\d[\d ().-]{6,}\d(?![\w/]|[.,:]\d)")
_COUNTRY = ("855", "00855")
_QUOTED = re.compile(r"[“”„«»\"]([^“”„«»\"\n]{1,2000})[“”„«»\"]")
_SINGLE = re.compile(r"(?<![\w’'])[‘‹]([^‘’‹›\n]{3,2000})[’›](?!\w)")
_DEFINED = re.compile(r"[\w.'’ -]{1,24}")
_KHMER_LETTERS = "កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរលវសហឡអ"
_MARKER = re.compile(
    r"(?P<bullet>(?m:^)[ \t]*[•·▪*–—-][ \t]+)"
    r"|(?:(?m:^)[ \t]*|(?<=[\s;:,។៖(])|(?<=\())\(?(?P<label>\d{1,2}|[a-z]|[ivx]{2,4}|[ក-អ])\)(?=[\s\u1780-\u17b3A-Z“«])"
    r"|(?m:^)[ \t]*(?P<line>\d{1,2}|[a-z]|[ក-អ])[.៖-](?=[\s\u1780-\u17b3])"
)
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


def addresses(reading: Reading) -> Iterator[Fact]:
    """E-mail and web addresses and names on networks, in small letters."""
    if not _MAY_HOLD_ADDRESS.search(reading.plain):
        return
    for kind, pattern in ((FactKind.EMAIL, _EMAIL), (FactKind.ADDRESS, _ADDRESS)):
        for found in reading.take(pattern):
            text = found[0].rstrip(".,;:!?")
            key = re.sub(r"^(?:https?://)?(?:www\.)?", "", text.casefold()).rstrip("/")
            yield Fact(kind, frozenset({key}), text, found.start())


def placeholders(reading: Reading) -> Iterator[Fact]:
    """What is between double braces, and that there is a footnote; its text is read like any."""
    if "{{" not in reading.plain:
        return
    for found in reading.take(_PLACEHOLDER):
        name = found[1].strip()
        is_small = name in _MAY_DIFFER
        yield Fact(FactKind.PLACEHOLDER, frozenset({name}), found[0], found.start(), is_small)
    for found in reading.take(_FOOTNOTE):
        yield Fact(FactKind.FOOTNOTE, frozenset(), found[0], found.start())


def phones(reading: Reading) -> Iterator[Fact]:
    """Numbers to call: they begin with 0, + or the country's number."""
    for found in list(_PHONE.finditer(reading.plain)):
        digits = re.sub(r"\D", "", found[0])
        begins = found[0].lstrip("( ")[:1] in {"+", "0"} or digits.startswith(_COUNTRY)
        if begins and 8 <= len(digits) <= 15:
            reading.drop(*found.span())
            shown = reading.shown[slice(*found.span())].strip()
            yield Fact(FactKind.PHONE, frozenset({_national(digits)}), shown, found.start())


def _national(digits: str) -> str:
    prefix = next((one for one in reversed(_COUNTRY) if digits.startswith(one)), "")
    return "0" + digits.removeprefix(prefix).lstrip("0") if prefix else digits


def quotations(shown: str) -> Iterator[Fact]:
    """How many passages are quoted, in whatever marks; a name given in brackets is none.

    In “(“ADHOC”)” the marks say what a thing is called from there on.
    """
    passages = [one for one in _QUOTED.finditer(shown) if not _is_definition(shown, one)]
    passages += [one for one in _SINGLE.finditer(shown) if not _is_definition(shown, one)]
    passages.sort(key=lambda one: one.start())
    for one in passages:
        yield Fact(FactKind.QUOTATION, frozenset({len(passages)}), one[0], one.start())


def _is_definition(shown: str, passage: re.Match[str]) -> bool:
    start, end = passage.span()
    in_brackets = (
        shown[max(0, start - 8) : start].rstrip().endswith(("(", "(the", "ហៅកាត់ថា", "ហៅថា"))
    )
    return (
        in_brackets
        and shown[end : end + 1] in {")", ""} | {" "}
        and bool(_DEFINED.fullmatch(passage[1]))
    )


def list_markers(reading: Reading) -> Iterator[Fact]:
    """Typed list markers that count from the first on; taken out, so that they are no numbers.

    Their places are small numbers, for the other side may count in words.
    """
    may_hold = ")" in reading.plain or "\n" in reading.plain
    found = list(_MARKER.finditer(reading.plain)) if may_hold else []
    for _is_bullet, group in groupby(found, key=lambda one: one["bullet"] is not None):
        for run in _runs(list(group)):
            yield from _list(reading, run)
    first = re.match(r"\s*\(?(\d{1,2})[.)](?=\s)", reading.plain)
    if first:
        yield _place(int(first[1]))
        reading.drop(*first.span())


def _list(reading: Reading, run: list[re.Match[str]]) -> Iterator[Fact]:
    for one in run:
        reading.drop(*one.span())
    if run[0]["bullet"] is None:
        yield from (_place(number) for number in range(1, len(run) + 1))
    yield Fact(FactKind.ITEMS, frozenset({len(run)}), str(len(run)), run[0].start())


def _place(number: int) -> Fact:
    return Fact(FactKind.NUMBER, amount_keys((number,)), str(number), is_small=True)


def _runs(markers: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Markers in groups that count 1, 2, 3 …; alone they are no list."""
    if markers and markers[0]["bullet"] is not None:
        if len(markers) > 1:
            yield markers
        return
    run: list[re.Match[str]] = []
    for one in markers:
        if len(run) + 1 not in _labels(one):
            if len(run) > 1:
                yield run
            run = []
        if len(run) + 1 in _labels(one):
            run.append(one)
    if len(run) > 1:
        yield run


def _labels(marker: re.Match[str]) -> set[int]:
    """The places a label may stand for: i is the ninth letter and the first Roman figure."""
    label = marker["label"] or marker["line"] or ""
    if label.isdigit():
        return {int(label)}
    if label in _KHMER_LETTERS:
        return {_KHMER_LETTERS.index(label) + 1}
    romans = {_ROMANS.index(label) + 1} if label in _ROMANS else set()
    return romans | ({ord(label) - ord("a") + 1} if len(label) == 1 else set())
