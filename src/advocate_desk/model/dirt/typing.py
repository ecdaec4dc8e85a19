"""Slips of the hand: spaces, hyphens, bullets typed by hand, the same word twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advocate_desk.model.dirt.passages import Spot
from advocate_desk.model.dirt.text_rules import TextRule
from advocate_desk.model.kinds import ENGLISH, Severity
from advocate_desk.model.marked import marked
from advocate_desk.model.rule_info import RuleInfo

# "person(s)" and "e-mail(s)" are written so on purpose.
_LETTER = "[A-Za-z\u00c0-\u024f\u1e00-\u1eff\u1780-\u17d3]"
_BRACKET = re.compile(rf"(?<={_LETTER}{_LETTER})\((?!(?:e?s|ren|n|ed|d)\))(?=\w)")
_DOUBLE_SPACE = re.compile(r"(?<=\S) {2,}(?=\S)")
_EDGE_SPACE = re.compile(r"^[ \t]+(?=\S)|(?<=\S)[ \t]+$", re.MULTILINE)
_BEFORE_STOP = re.compile(r"(?<=[A-Za-z)”’]) +(?=[,.;:!?](?:\s|$))")
_AFTER_COMMA = re.compile(r"(?<=[a-z],)(?=[A-Za-z]{2})|(?<=[a-z]{2};)(?=[A-Za-z]{2})")
_WEB = re.compile(r"\S*(?:://|www\.|@|#)\S*|\S+\.(?:org|com|net|gov|asia|info|kh)\b\S*")
_DASH_LEFT = re.compile(r"(?<=[^\W\d_])([–—])(?= \w)")
_DASH_RIGHT = re.compile(r"(?<=[^\W\d_] )([–—])(?=\w)")
_NO_BREAK = re.compile("\u00a0+")
_UNIT = re.compile(r"(?:km|cm|mm|m|ha|kg|g|t|%|USD|US|KHR|am|pm|a\.m|p\.m)\b|\d|%")
_ODD_HYPHEN = re.compile("[\u2010\u2011\u2012\u2212\ufe63\uff0d](?=\\w)")
_TYPED_BULLET = re.compile(r"^[ \t]*[·•◦▪●○■*–—-][ \t]+(?=\S)", re.MULTILINE)
_TWICE = re.compile(r"\b([A-Za-z]{1,})([ \u00a0\n]+)(\1)\b", re.IGNORECASE)
_MEANT_TWICE = frozenset({"had", "that", "very", "long", "so", "many", "no", "bye", "ha", "much"})
_UNSEEN_SIGN = re.compile("[\u2060\ufeff\u00ad\u200b]")
_UNSEEN = re.compile(
    "[\u2060\ufeff\u00ad]+|\u200b{2,}|(?<![\u1780-\u17ff])\u200b+|\u200b+(?![\u1780-\u17ff])"
)


def missing_space(text: str) -> Iterator[Spot]:
    """A bracket that stands at a word without a space."""
    for found in _BRACKET.finditer(text):
        yield Spot(found.start(), found.start(), " ")


def needless_space(text: str) -> Iterator[Spot]:
    """Two blanks in a row, blanks at the end or the beginning of a line, or before a stop."""
    if "  " in text:
        yield from (Spot(*found.span(), " ") for found in _DOUBLE_SPACE.finditer(text))
    yield from (Spot(*found.span(), "") for found in _EDGE_SPACE.finditer(text))
    yield from (Spot(*found.span(), "") for found in _BEFORE_STOP.finditer(text))


def no_space_after(text: str) -> list[Spot]:
    """A comma or semicolon that the next word follows at once."""
    places = [found.start() for found in _AFTER_COMMA.finditer(text)]
    web = [found.span() for found in _WEB.finditer(text)] if places else []
    return [Spot(at, at, " ") for at in places if not any(start <= at <= end for start, end in web)]


def lopsided_dash(text: str) -> Iterator[Spot]:
    """A dash with a blank on one side only."""
    if "–" in text or "—" in text:
        yield from (Spot(*found.span(), f" {found[1]}") for found in _DASH_LEFT.finditer(text))
        yield from (Spot(*found.span(), f"{found[1]} ") for found in _DASH_RIGHT.finditer(text))


def no_break_space(text: str) -> Iterator[Spot]:
    """A no-break space that holds no number and its unit together."""
    if "\u00a0" not in text:
        return
    for found in _NO_BREAK.finditer(text):
        before, after = text[: found.start()], text[found.end() :]
        if before[-1:].isdigit() and before[-1:].isascii() and _UNIT.match(after):
            continue
        inside = before[-1:].strip() and after[:1].strip()
        yield Spot(*found.span(), " " if inside else "")


def odd_hyphen(text: str) -> Iterator[Spot]:
    """A sign that looks like the hyphen and is another one: a search does not find the word."""
    yield from (Spot(*found.span(), "-") for found in _ODD_HYPHEN.finditer(text))


def typed_bullet(text: str) -> list[Spot]:
    """Bullets typed into a text of several lines: the list should be a list."""
    spots = [Spot(*found.span()) for found in _TYPED_BULLET.finditer(text)]
    return spots if len(spots) > 1 else []  # a single asterisk leads a note


def doubled_word(text: str) -> Iterator[Spot]:
    """The same word twice in a row."""
    for found in _TWICE.finditer(text):
        first, second = found[1], found[3]
        is_name = len(first) > 1 and first[0].isupper() and second[0].isupper()
        is_letter = len(first) == 1 and first not in "aI"
        if not is_name and not is_letter and first.lower() not in _MEANT_TWICE:
            yield Spot(found.start(), found.end(), first)


def unseen_sign(text: str) -> Iterator[Spot]:
    """Signs that nobody sees: soft hyphens, joiners, a zero-width space outside Khmer words."""
    if not text.isascii() and _UNSEEN_SIGN.search(text):
        yield from (Spot(*found.span(), "") for found in _UNSEEN.finditer(text))


RULES: tuple[TextRule, ...] = (
    TextRule(
        RuleInfo(
            "missing_space",
            marked("No space before a bracket"),
            marked("A bracket belongs behind a space; a search for the name misses it otherwise."),
        ),
        Severity.WARNING,
        marked("No space before the bracket: “{found}”."),
        missing_space,
    ),
    TextRule(
        RuleInfo(
            "needless_space",
            marked("Needless spaces"),
            marked("Two spaces in a row, or spaces at the edge of a line, open gaps on the page."),
        ),
        Severity.HINT,
        marked("Needless spaces: “{found}”."),
        needless_space,
    ),
    TextRule(
        RuleInfo(
            "no_space_after",
            marked("No space after a comma"),
            marked("A comma or semicolon is followed by a space."),
        ),
        Severity.HINT,
        marked("No space after the comma: “{found}”."),
        no_space_after,
        (ENGLISH,),
    ),
    TextRule(
        RuleInfo(
            "lopsided_dash",
            marked("A dash with a space on one side only"),
            marked("A dash has spaces on both sides or on neither."),
        ),
        Severity.HINT,
        marked("The dash has a space on one side only: “{found}”."),
        lopsided_dash,
        (ENGLISH,),
    ),
    TextRule(
        RuleInfo(
            "no_break_space",
            marked("No-break spaces"),
            marked("They come along from web pages, hold words together and open odd gaps."),
        ),
        Severity.HINT,
        marked("A no-break space from somewhere else: “{found}”."),
        no_break_space,
    ),
    TextRule(
        RuleInfo(
            "odd_hyphen",
            marked("A hyphen that is another sign"),
            marked("It looks like a hyphen, but no search finds the word and some fonts lack it."),
        ),
        Severity.HINT,
        marked("The hyphen is another sign that looks like it: “{found}”."),
        odd_hyphen,
    ),
    TextRule(
        RuleInfo(
            "typed_bullet",
            marked("Bullets typed by hand"),
            marked("Bullets typed into a text are not aligned and not numbered: make it a list."),
        ),
        Severity.HINT,
        marked("A bullet is typed into the text: “{found}”."),
        typed_bullet,
        names=False,
    ),
    TextRule(
        RuleInfo(
            "doubled_word",
            marked("The same word twice"),
            marked("A word typed twice in a row is nearly always a slip."),
        ),
        Severity.WARNING,
        marked("The same word twice: “{found}”."),
        doubled_word,
        (ENGLISH,),
        each=True,
    ),
    TextRule(
        RuleInfo(
            "unseen_sign",
            marked("Signs that nobody sees"),
            marked("Soft hyphens and zero-width signs outside Khmer words break searches."),
        ),
        Severity.HINT,
        marked("A sign that nobody sees stands in “{found}”."),
        unseen_sign,
    ),
)
