"""Addresses, numbers to call, placeholders, quotations and typed list markers as facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby

from advocate_desk.model.parity.fact import Fact, FactKind, amount_keys
from advocate_desk.model.parity.reading import Reading

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>()\[\]\"“”«»\u1780-\u17ff\x00]+"
    r"|(?<![\w@.])[a-zA-Z][\w-]*(?:\.[\w-]+)*\.(?:org|com|net|int|info|gov|edu|asia|kh)"
    r"(?:\.kh)?(?![\w.@])(?:/[^\s<>()\[\]\"“”«»\u1780-\u17ff\x00]*)?"
    r"|(?<![\w@])@[A-Za-z]\w{2,}"
)
_PLACEHOLDER = re.compile(r"\{\{(?!footnote:)([^{}]*)\}\}")
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
    for kind, pattern in ((FactKind.EMAIL, _EMAIL), (FactKind.ADDRESS, _ADDRESS)):
        for found in reading.take(pattern):
            text = found[0].rstrip(".,;:!?")
            key = re.sub(r"^(?:https?://)?(?:www\.)?", "", text.casefold()).rstrip("/")
            yield Fact(kind, frozenset({key}), text, found.start())


def placeholders(reading: Reading) -> Iterator[Fact]:
    """What is between double braces; of footnotes, how many there are."""
    for found in reading.take(_PLACEHOLDER):
        name = found[1].strip()
        yield Fact(FactKind.PLACEHOLDER, frozenset({name}), found[0], found.start())
    notes = list(reading.take(_FOOTNOTE))
    yield Fact(FactKind.FOOTNOTE, frozenset({len(notes)}), str(len(notes)), is_small=not notes)


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
    found = list(_MARKER.finditer(reading.plain))
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
    return Fact(FactKind.NUMBER, amount_keys((Fraction(number),)), str(number), is_small=True)


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
