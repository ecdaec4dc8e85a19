"""Words one letter away from a word the statement uses all the time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from advocate_desk.model.dirt.passages import Look, Passage, Spot, about
from advocate_desk.model.finding import Finding
from advocate_desk.model.kinds import ENGLISH, Severity
from advocate_desk.model.marked import marked
from advocate_desk.model.rule_info import RuleInfo

_WORD = re.compile(r"[A-Za-z]{5,}")
_OFTEN = 3
_SHORTEST_IN_TEXTS = 7  # shorter words of a text have too many neighbours
_GLUED = re.compile(r"\b([A-Za-z]{5,}?)(of|and|for|the|to|in)\b")
_WHOLE = frozenset(
    [
        "within",
        "wherein",
        "therein",
        "herein",
        "thereto",
        "hereto",
        "thereof",
        "hereof",
        "whereof",
        "hereinto",
        "demand",
    ]
)
# Words of their own that are one letter away from another one.
_REAL = frozenset(
    [
        "contact",
        "contract",
        "county",
        "country",
        "though",
        "through",
        "thought",
        "marital",
        "martial",
        "casual",
        "causal",
        "united",
        "untied",
        "trail",
        "trial",
        "diary",
        "dairy",
        "desert",
        "dessert",
        "later",
        "latter",
        "coastal",
        "costal",
        "averse",
        "adverse",
        "sacred",
        "scared",
        "perfect",
        "prefect",
        "statue",
        "statute",
        "bother",
        "brother",
        "friend",
        "fiend",
        "farmer",
        "framer",
        "resign",
        "reign",
        "angel",
        "angle",
        "quiet",
        "quite",
        "center",
        "centre",
        "labor",
        "labour",
        "theatre",
        "theater",
        "metre",
        "meter",
        "moral",
        "morale",
        "formally",
        "formerly",
        "lightning",
        "lightening",
        "carrier",
        "career",
        "planed",
        "planned",
    ]
)

MISTYPED = RuleInfo(
    "mistyped_word",
    marked("Words that may be mistyped"),
    marked("One letter is doubled, lost or swapped in a word used often in this statement."),
)
LOST_SPACE = RuleInfo(
    "lost_space",
    marked("Two words written as one"),
    marked("The first half is a word of this statement, the other half a small word."),
)
INFOS = (MISTYPED, LOST_SPACE)


def mistyped(look: Look) -> Iterator[Finding]:
    """Rare words one letter away from a frequent one, among names and in texts."""
    if look.language != ENGLISH:
        return
    yield from mistyped_names(look.names)
    yield from _in(look.texts, _SHORTEST_IN_TEXTS)


def mistyped_names(names: Sequence[Passage]) -> Iterator[Finding]:
    """The same among the names of a list that is not in a statement yet."""
    yield from _in(names, 5)


def lost_space(look: Look) -> Iterator[Finding]:
    """A word of the statement with a small word stuck to it."""
    if look.language != ENGLISH:
        return
    known = _counted(look.texts)
    for passage in look.texts:
        for found in _glued(passage.text):
            word, small = found[1], found[2]
            is_new = known[found[0].lower()] == 1 and known[word.lower()] > 0
            if is_new and found[0].lower() not in _WHOLE:
                at = found.end(1)
                message = marked("Two words may be written as one: “{found}”.")
                spots = [Spot(at, at, " ")]
                yield about(passage, LOST_SPACE, Severity.WARNING, message, spots, word=small)


def _in(passages: Sequence[Passage], shortest: int) -> Iterator[Finding]:
    counts = _counted(passages)
    often = [word for word, count in counts.items() if count >= _OFTEN and len(word) >= shortest]
    slips = _slips_of(tuple(often))
    rare = {word for word in slips if counts[word] == 1}
    if not rare:
        return
    for passage in passages:
        for found in _words(passage.text):
            slip = found[0].lower()
            if slip in rare and found[0][1:].islower():
                yield _finding(passage, found, slips[slip])


def _finding(passage: Passage, found: re.Match[str], better: str) -> Finding:
    spelt = better.capitalize() if found[0][0].isupper() else better
    message = marked("“{word}” may be mistyped: “{better}” is used elsewhere.")
    spots = [Spot(*found.span(), spelt)]
    return about(passage, MISTYPED, Severity.WARNING, message, spots, word=found[0], better=spelt)


def _counted(passages: Sequence[Passage]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for passage in passages:
        counts.update(_lower_words(passage.text))
    return counts


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_WORD.finditer(text))


@lru_cache(maxsize=4096)
def _lower_words(text: str) -> tuple[str, ...]:
    return tuple(found[0].lower() for found in _words(text))


@lru_cache(maxsize=4096)
def _glued(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_GLUED.finditer(text))


@lru_cache(maxsize=64)
def _slips_of(words: tuple[str, ...]) -> dict[str, str]:
    """Every way to mistype these words, and the word that was meant."""
    slips = {slip: word for word in words for slip in _neighbours(word)}
    for word in (*words, *_REAL):
        slips.pop(word, None)
    return slips


@lru_cache(maxsize=4096)
def _neighbours(word: str) -> frozenset[str]:
    """The word with a letter doubled, dropped or swapped; endings are left to grammar."""
    dropped = {word[:i] + word[i + 1 :] for i in range(1, len(word) - 1)}
    doubled = {word[:i] + word[i] + word[i:] for i in range(len(word))}
    swapped = {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(1, len(word) - 1)}
    return frozenset((dropped | doubled | swapped) - {word})
