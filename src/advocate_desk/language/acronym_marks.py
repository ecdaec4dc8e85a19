"""Acronyms in running text: where one is used, and where it is told what it stands for.

A definition is a full form with its acronym in brackets, “Paris Peace Agreement (PPA)”, or the
other way round. Khmer acronyms are written with dots, and sometimes without.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from advocate_desk.language.breaks import soft_breaks
from advocate_desk.language.khmer import fold, has_khmer


@dataclass(frozen=True, slots=True)
class AcronymUse:
    """An acronym in a text; `key` is the same however it is dotted.

    `is_sure` where it is in capitals or dots, so that it can be nothing but an acronym.
    """

    key: str
    start: int
    end: int
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class Definition:
    """A full form and its acronym: from `start` to `end` with the bracket.

    `full` stands from `full_start` to `full_end`; it is empty where nobody can tell how far it
    reaches. `written` is the acronym as it stands in the text.
    """

    key: str
    written: str
    full: str
    start: int
    end: int
    full_start: int
    full_end: int

    @property
    def is_reversed(self) -> bool:
        """Whether the acronym stands first and its full form in the bracket."""
        return self.full_start > self.start


@dataclass(frozen=True, slots=True)
class AcronymMarks:
    """What was found in one text, from left to right."""

    definitions: tuple[Definition, ...] = ()
    uses: tuple[AcronymUse, ...] = ()


_NOTHING = AcronymMarks()
_LETTER = "[\u1780-\u17b3](?:\u17d2[\u1780-\u17b3])?[\u17b6-\u17c8]*"
_NO_MORE = "(?![\u1780-\u17d3.])"
_DOTTED = (
    rf"(?<!\u17d2)(?:(?:{_LETTER}\.){{2,}}(?:{_LETTER}{_NO_MORE})?|{_LETTER}\.{_LETTER}{_NO_MORE})"
)
_BARE = "[\u1780-\u17a2]{2,8}"
_CAPITALS = r"(?:[A-Z]\.){2,}|[A-Z][A-Z0-9&]*[A-Z][0-9]*"
_MIXED = r"[A-Za-z]*[A-Z][A-Za-z]*[A-Z][A-Za-z]*"
_USE = re.compile(
    rf"(?P<khmer>{_DOTTED})|(?<![\w@./#-])(?:(?P<sure>{_CAPITALS})|(?P<mixed>{_MIXED}))"
    r"(?=(?:s|['’]s)?(?![\w@&]))"
)
_BRACKET = re.compile(
    r"\s*\(\s*(?:the\s+|hereafter\s+|hereinafter\s+|ហៅកាត់ថា\s*|ហៅកាត់\s*|សរសេរកាត់ថា\s*|សរសេរកាត់\s*)?"
    rf"[“\"'«‘]?(?P<acronym>{_DOTTED}|{_BARE}|(?:[A-Z]\.){{2,}}|[A-Za-z][\w&/.-]{{1,14}}?)[”\"'»’]?\s*\)",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\s*\(([^()\n]{5,150})\)")
_NOT_TEXT = re.compile(r"\{\{(?!footnote:)[^{}]*\}\}|(?:https?://|www\.)\S+|\S+@\S+\.\w+")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SENTENCE = re.compile(r"[.!?;:()\n“”\"«»។៕]")
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "by",
        "for",
        "from",
        "in",
        "of",
        "on",
        "or",
        "the",
        "to",
        "with",
        "de",
        "la",
        "du",
        "des",
        "et",
    ]
)
_WIDEST = 12
# What is in capitals and needs no words: numerals, hours, eras, money and kinds of files.
WELL_KNOWN = frozenset(
    [
        "II",
        "III",
        "IV",
        "VI",
        "VII",
        "VIII",
        "IX",
        "XI",
        "XII",
        "XIII",
        "XIV",
        "XV",
        "XVI",
        "XVII",
        "XVIII",
        "XIX",
        "XX",
        "XXI",
        "AM",
        "PM",
        "AD",
        "BC",
        "CE",
        "BCE",
        "TV",
        "OK",
        "ID",
        "PO",
        "USD",
        "KHR",
        "EUR",
        "PDF",
        "URL",
        "SMS",
        "COVID",
        "ពស",
        "គស",
        "មគ",
        "ល",
    ]
)


@lru_cache(maxsize=4096)
def acronym_marks(text: str) -> AcronymMarks:
    """The definitions and the other uses of acronyms in a text; remembered."""
    if not _may_hold(text):
        return _NOTHING
    bare = _NOT_TEXT.sub(lambda part: "\u0000" * len(part.group()), text)
    if _is_shouted(bare):
        return _NOTHING
    definitions = tuple(_definitions(bare))
    taken = [(one.start, one.end) for one in definitions]
    uses = (use for use in _uses(bare) if not any(a <= use.start < b for a, b in taken))
    return AcronymMarks(definitions, tuple(uses))


@lru_cache(maxsize=4096)
def acronym_key(written: str) -> str:
    """The letters of an acronym: the same with dots and without."""
    letters = re.sub(r"[.\s\u200b]", "", written)
    return fold(letters) if has_khmer(letters) else letters


_CAPITAL_OR_DOT = re.compile(
    "[A-Z].*[A-Z]|[\u1780-\u17c8]\\.[\u1780-\u17b3]|\\([\u1780-\u17a2]{2}", re.DOTALL
)


def _may_hold(text: str) -> bool:
    return _CAPITAL_OR_DOT.search(text) is not None


def _is_shouted(text: str) -> bool:
    """Whether a text is written in capitals throughout: then none of them is an acronym."""
    words: list[str] = re.findall(r"[A-Za-z]{2,}", text)
    return len(words) > 2 and 2 * sum(map(str.isupper, words)) > len(words)


def _uses(text: str) -> Iterator[AcronymUse]:
    for found in _USE.finditer(text):
        key = acronym_key(found.group())
        if len(key) > 1:
            yield AcronymUse(key, found.start(), found.end(), found["mixed"] is None)


# Definitions


def _definitions(text: str) -> Iterator[Definition]:
    done = 0
    for bracket in _BRACKET.finditer(text):
        written = bracket["acronym"]
        if _is_acronym(written):
            span = _full_form(text, done, bracket.start(), acronym_key(written))
            if span is not None:
                yield _definition(text, written, span, (span[0], bracket.end()))
                done = bracket.end()
    yield from _reversed(text)


def _is_acronym(written: str) -> bool:
    return has_khmer(written) or sum(map(str.isupper, written)) > 1


def _definition(
    text: str, written: str, full: tuple[int, int], whole: tuple[int, int]
) -> Definition:
    return Definition(acronym_key(written), written, text[slice(*full)], *whole, *full)


def _full_form(text: str, first: int, end: int, key: str) -> tuple[int, int] | None:
    """Where the full form before a bracket begins and ends; None where there is none."""
    bounds = [one.end() for one in _SENTENCE.finditer(text, first, end)]
    first = bounds[-1] if bounds else first
    if has_khmer(text[first:end]):
        return _khmer_form(text, first, end, key)
    return _latin_form(text, first, end, key)


def _latin_form(text: str, first: int, end: int, key: str) -> tuple[int, int] | None:
    words = [(w.start(), w.group()) for w in _WORD.finditer(text, first, end)][-_WIDEST:]
    for start, word in reversed(words):
        begins = word[0].casefold() == key[0].casefold() and word.casefold() not in _SMALL
        if begins and _spells(text[start:end], key):
            return start, end
    return _named_run(words, end)


def _named_run(words: list[tuple[int, str]], end: int) -> tuple[int, int] | None:
    """The capitalised words right before the bracket, two or more of them."""
    run: list[int] = []
    for start, word in reversed(words):
        if word[0].isupper():
            run.append(start)
        elif word.casefold() not in _SMALL or not run:
            break
    return (run[-1], end) if len(run) > 1 else None


def _spells(form: str, key: str) -> bool:
    """Whether the letters of an acronym stand in a form in their order.

    Most of them begin a word: “Center for Alliance of Labor” is CENTRAL as well.
    """
    initials = "".join(word[0] for word in _WORD.findall(form)).casefold()
    wanted = "".join(letter for letter in key.casefold() if letter.isalnum())
    if _is_within(wanted, initials):
        return True
    return len(wanted) <= len(initials) * 4 and _is_within(wanted, form.casefold())


def _is_within(wanted: str, letters: str) -> bool:
    rest = iter(letters)
    return all(letter in rest for letter in wanted)


def _khmer_form(text: str, first: int, end: int, key: str) -> tuple[int, int] | None:
    """Khmer words are not parted: the nearest word from which the letters spell the acronym."""
    piece = text[first:end]
    start = len(piece.rstrip()) - len(piece.rstrip().rpartition(" ")[2])
    if not has_khmer(key):
        return (first + start, first + start) if piece.strip() else None
    borders = [0, *soft_breaks(piece)]
    for border in sorted({*borders, start}, reverse=True):
        form = piece[border:].strip()
        if form[:1] == key[:1] and len(form) > len(key) and _is_within(key, fold(form)):
            return first + border, first + len(piece.rstrip())
    return (first + start, first + start) if piece.strip() else None


def _reversed(text: str) -> Iterator[Definition]:
    """An acronym and its full form in the bracket behind it."""
    for use in _uses(text):
        bracket = _BEHIND.match(text, use.end)
        if bracket and _stands_for(bracket[1].strip(), use.key):
            yield _definition(
                text, text[use.start : use.end], bracket.span(1), (use.start, bracket.end())
            )


def _stands_for(form: str, key: str) -> bool:
    words = _WORD.findall(form)
    return len(words) > 1 and form[:1].casefold() == key[0].casefold() and _spells(form, key)
