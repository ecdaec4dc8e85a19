"""Finding names in texts, however they are typed: case, typing order, invisible and look-alike signs.

A text is looked at twice. First only its letters, folded, which is quick and misses nothing; where
a name may stand, the text itself is compared, and each character is led back to where it stood.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from advocate_desk.language.khmer import fold, has_khmer

Span = tuple[int, int]

# Shorter Latin names and acronyms are looked for as whole words in their own case, or every "act"
# would be the ACT that is withheld. Khmer writes no spaces between words to tell them apart by.
_SHORT = 6
_SAME = str.maketrans(
    dict.fromkeys("‘’‛ʼ´`'", "")
    | dict.fromkeys("“”„", '"')
    | dict.fromkeys("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63", " ")
)
# The grain of a match: a run of plain Latin, a sign that may be written otherwise or left out, a
# Khmer syllable as written, what parts words, or any other letter with its accents.
_GRAIN = re.compile(
    r"[!-%(-,.-_a-~]+(?![\u0300-\u036f])"
    r"|['&`]"
    r"|[\u1780-\u17b3](?:\u17d2[\u1780-\u17b3]|[\u17b4-\u17d3\u17dd\u200b-\u200d\u2060])*"
    r"|[\s\u00a0\-\u2010-\u2015\u2212\ufe63]+|.[\u0300-\u036f]*",
    re.DOTALL,
)
_PARTS = re.compile(r"[\s\u00a0\-\u2010-\u2015\u2212\ufe63]+")
# What is no letter by itself; subscripts too, since they are typed in several orders.
_NO_LETTERS = re.compile(r"\u17d2[^\w\s]*\w?|[\W\d_]+")
_DEPRECATED = str.maketrans({"\u17a3": "\u17a2", "\u17a4": "\u17a2"})
_KHMER = "\u1780-\u17ff"
_BEFORE, _AFTER = rf"(?<![^\W{_KHMER}])", rf"(?![^\W{_KHMER}])"
_ACRONYM = re.compile("[A-Z][A-Z0-9]+")
_UNSEEN = re.compile("[\u00ad\u034f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]")
_KEY = 4  # letters that a name is looked up by
_LONG = 2 * _KEY - 1  # letters of a name that holds a key, wherever a text is cut into keys
_NEAR = 2  # an invisible sign may stand between a gap and the letter beside it


class _Skeleton(NamedTuple):
    """A text as it is compared; `starts` and `ends` lead each character back to the text.

    `cased` is the same with its capitals, character for character.
    """

    text: str
    cased: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


class _Wanted(NamedTuple):
    """A name, ready to be looked for: as it is compared, or as a pattern in its own case."""

    name: str
    letters: str
    text: str
    pattern: re.Pattern[str] | None


class NameFinder:
    """Finds some names in texts; `own_case` ones are whole words written as they are, or shouted."""

    def __init__(self, names: Iterable[str], own_case: Iterable[str] = ()) -> None:
        self._keys: defaultdict[str, list[_Wanted]] = defaultdict(list)
        self._short: list[_Wanted] = []
        for name in names:
            self._add(_wanted(name))
        for name in own_case:
            self._add(_wanted(name) if has_khmer(name) else _in_own_case(name))

    def _add(self, wanted: _Wanted) -> None:
        letters = wanted.letters
        if len(letters) < _LONG:
            self._short.append(wanted)
            return
        for at in range(_KEY):
            self._keys[letters[at : at + _KEY]].append(wanted)

    def found(self, text: str) -> Iterator[tuple[str, Span]]:
        """Every name that stands in a text, with its places."""
        wanted = self._possible(text)
        if wanted:
            skeleton = _skeleton(text)
            for one in wanted:
                for span in _places(skeleton, one):
                    yield one.name, span

    def holds(self, text: str) -> bool:
        """Whether any of the names stands in a text."""
        return any(True for _ in self.found(text))

    def _possible(self, text: str) -> list[_Wanted]:
        """The names whose letters are in the text."""
        letters, keys = _letters(text), self._keys
        found = [wanted for wanted in self._short if wanted.letters in letters]
        if keys:
            cut = {letters[at : at + _KEY] for at in range(0, len(letters), _KEY)}
            likely = (wanted for key in cut & keys.keys() for wanted in keys[key])
            found.extend(dict.fromkeys(one for one in likely if one.letters in letters))
        return found


def same_name(one: str, other: str) -> bool:
    """Whether two names are the same when they are looked for."""
    return _skeleton(one).text == _skeleton(other).text


@lru_cache(maxsize=16384)
def _letters(text: str) -> str:
    """The letters of a text alone, folded: a name that stands in it has its letters there."""
    if text.isascii():
        return _NO_LETTERS.sub("", text.lower().replace("&", "and"))
    plain = unicodedata.normalize("NFKC", text).casefold().replace("&", "and")
    return _NO_LETTERS.sub("", plain.translate(_DEPRECATED))


@lru_cache(maxsize=16384)
def _wanted(name: str) -> _Wanted:
    if len(name) < _SHORT and not has_khmer(name):
        whole = re.compile(_BEFORE + _spelled(_cased(name)) + _AFTER)
        return _Wanted(name, _letters(name), "", whole)
    return _Wanted(name, _letters(name), _skeleton(name).text.strip(), None)


@lru_cache(maxsize=16384)
def _in_own_case(name: str) -> _Wanted:
    cased = _skeleton(name).cased.strip()
    forms = "|".join(re.escape(form) for form in dict.fromkeys((cased, cased.upper())))
    return _Wanted(name, _letters(name), "", re.compile(f"{_BEFORE}(?:{forms})s?{_AFTER}"))


def _spelled(name: str) -> str:
    """A pattern of a short name; an acronym may have full stops, and an s behind it."""
    if not _ACRONYM.fullmatch(name):
        return re.escape(name)
    return r"\.?".join(name) + r"(?:s(?![^\W\u1780-\u17ff]))?"


@lru_cache(maxsize=4096)
def _skeleton(text: str) -> _Skeleton:
    """Remembered, because a check looks at every text of a statement after every change."""
    cased: list[str] = []
    folded: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for grain in _GRAIN.finditer(text):
        start, end = grain.span()
        shown = _seen(text, start, end)
        low = _folded(shown)
        folded.append(low)
        cased.append(shown if len(shown) == len(low) else low)
        if len(low) == end - start and shown.isascii():
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
        else:
            starts.extend([start] * len(low))
            ends.extend([end] * len(low))
    return _Skeleton("".join(folded), "".join(cased), tuple(starts), tuple(ends))


def _seen(text: str, start: int, end: int) -> str:
    """A grain as it is read; a gap between Khmer words is none, since none needs to be there."""
    grain = text[start:end]
    if _PARTS.fullmatch(grain):
        before = _UNSEEN.sub("", text[max(0, start - _NEAR) : start])[-1:]
        after = _UNSEEN.sub("", text[end : end + _NEAR])[:1]
        return "" if has_khmer(before) and has_khmer(after) and "\n\n" not in grain else " "
    return _cased(grain)


@lru_cache(maxsize=16384)
def _cased(grain: str) -> str:
    if grain == "&":
        return "and"
    if grain.isascii():
        return grain.translate(_SAME)
    return unicodedata.normalize("NFKC", _UNSEEN.sub("", grain)).translate(_SAME)


@lru_cache(maxsize=16384)
def _folded(text: str) -> str:
    if text.isascii():
        return text.lower()
    return fold(unicodedata.normalize("NFKC", text)).translate(_SAME)


def _places(skeleton: _Skeleton, wanted: _Wanted) -> Iterator[Span]:
    if wanted.pattern is not None:
        for found in wanted.pattern.finditer(skeleton.cased):
            yield skeleton.starts[found.start()], skeleton.ends[found.end() - 1]
        return
    length = len(wanted.text)
    at = skeleton.text.find(wanted.text) if length else -1
    while at >= 0:
        yield skeleton.starts[at], skeleton.ends[at + length - 1]
        at = skeleton.text.find(wanted.text, at + 1)
