"""Rules about Khmer letters and words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from advocate_desk.language.khmer import clusters, has_khmer, tidy
from advocate_desk.language.numbers import KHMER_DIGITS, in_digits
from advocate_desk.model.dirt.khmer_words import (
    DOUBTFUL_SPELLINGS,
    GIVE,
    GIVE_SPELLINGS,
    OLD_SPELLINGS,
)
from advocate_desk.model.dirt.passages import Look, Spot, about
from advocate_desk.model.dirt.text_rules import TextRule
from advocate_desk.model.finding import Finding
from advocate_desk.model.kinds import KHMER, Severity
from advocate_desk.model.marked import marked
from advocate_desk.model.rule_info import RuleInfo

_VOWELS = "\u17b6-\u17c5"
_GOES_ON = "(?![\u17b6-\u17d3\u17dd])"
_VIRIAM = re.compile(f"([{_VOWELS}])\u17d1|\u17d1([{_VOWELS}])")
_TRIISAP = "\u17ca"
# Years, days and numbers in a row are followed at once by what comes next.
_JOINED = re.compile(
    r"(?<![០-៩.,])(?<!ឆ្នាំ)(?<!ថ្ងៃ)(?<!ទី)(?<!លេខ)(?<!មាត្រា)(?<!ខែ)([០-៩]{2,})"
    r"(?=[ក-ឳ])(?!ខែ|ឆ្នាំ|កើត|រោច|ម៉ោង|នាទី)"
)
_LATIN_NUMBER = re.compile(r"(?<![A-Za-z\d@/.:+_-])\d+(?:[.,]\d+)*(?![A-Za-z\d@/:_-]|\.\w)")
_LATIN_DIGIT = re.compile(r"\d", re.ASCII)
_KHMER_DIGIT = re.compile(f"[{KHMER_DIGITS}]")


def _pattern(words: Mapping[str, str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(f"(?<!\u17d2)(?:{'|'.join(map(re.escape, longest_first))}){_GOES_ON}")


_OLD = _pattern({**OLD_SPELLINGS, GIVE: ""})
_DOUBTFUL = _pattern(DOUBTFUL_SPELLINGS)


def old_spelling(text: str) -> list[Spot]:
    """Words in a spelling that dictionaries have given up."""
    give = GIVE_SPELLINGS[GIVE_SPELLINGS[1] in text and GIVE_SPELLINGS[0] not in text]
    words = {**OLD_SPELLINGS, GIVE: give}
    spots = [Spot(*found.span(), words[found[0]]) for found in _OLD.finditer(text)]
    if spots:
        doubtful = _DOUBTFUL.finditer(text)
        spots += [Spot(*found.span(), DOUBTFUL_SPELLINGS[found[0]]) for found in doubtful]
    return sorted(spots)


def viriam(text: str) -> Iterator[Spot]:
    """The sign ៑ typed where only ៊ can stand: at a vowel."""
    for found in _VIRIAM.finditer(text):
        yield Spot(*found.span(), _TRIISAP + (found[1] or found[2]))


def disorder(text: str) -> list[Spot]:
    """Syllables typed in another order than the canonical one, or with a sign twice."""
    wanted = tidy(text)
    if wanted == text or _VIRIAM.search(text):  # a wrong sign is told first
        return []
    spots, at = [], 0
    for cluster in clusters(text):
        better = tidy(cluster)
        if better != cluster:
            spots.append(Spot(at, at + len(cluster), better))
        at += len(cluster)
    return spots if _corrected(text, spots) == wanted else [Spot(0, len(text), wanted)]


def _corrected(text: str, spots: list[Spot]) -> str:
    for spot in reversed(spots):
        text = text[: spot.start] + (spot.replacement or "") + text[spot.end :]
    return text


def joined_number(text: str) -> Iterator[Spot]:
    """A number that the counted word follows without a space."""
    yield from (Spot(found.end(), found.end(), " ") for found in _JOINED.finditer(text))


RULES: tuple[TextRule, ...] = (
    TextRule(
        RuleInfo(
            "old_spelling",
            marked("Old Khmer spellings"),
            marked("Dictionaries write these words in another way today."),
        ),
        Severity.HINT,
        marked("An old spelling: “{found}”."),
        old_spelling,
        (KHMER,),
    ),
    TextRule(
        RuleInfo(
            "khmer_sign",
            marked("A Khmer sign typed for another"),
            marked("៑ cannot stand at a vowel: ៊ was meant. It looks alike, searches miss it."),
        ),
        Severity.WARNING,
        marked("The sign ៑ stands where ៊ was meant: “{found}”."),
        viriam,
        (KHMER,),
    ),
    TextRule(
        RuleInfo(
            "khmer_order",
            marked("Khmer signs in another order, or twice"),
            marked("The word looks the same, but searches and fonts stumble over it."),
        ),
        Severity.HINT,
        marked("Signs are typed twice or in another order: “{found}”."),
        disorder,
    ),
    TextRule(
        RuleInfo(
            "joined_number",
            marked("A Khmer number joined to its word"),
            marked("A space between number and counted word lets the line break there."),
        ),
        Severity.HINT,
        marked("No space between the number and the word: “{found}”."),
        joined_number,
        (KHMER,),
        names=False,
    ),
)

LATIN_DIGITS = RuleInfo(
    "latin_digits",
    marked("Latin digits beside Khmer ones"),
    marked("One Khmer text writes its numbers in one kind of digits."),
)


def latin_digits(look: Look) -> Iterator[Finding]:
    """Numbers in Latin digits in the Khmer of a statement that uses Khmer digits elsewhere."""
    if look.language != KHMER or not any(_KHMER_DIGIT.search(p.text) for p in look.texts):
        return
    for passage in look.texts:
        if spots := _latin_spots(passage.text):
            message = marked("Latin digits beside Khmer ones: “{found}”.")
            yield about(passage, LATIN_DIGITS, Severity.HINT, message, spots)


@lru_cache(maxsize=2048)
def _latin_spots(text: str) -> tuple[Spot, ...]:
    if not _LATIN_DIGIT.search(text) or not has_khmer(text):
        return ()
    return tuple(
        Spot(*found.span(), in_digits(found[0], KHMER))
        for found in _LATIN_NUMBER.finditer(text)
        if found[0].isascii()
    )
