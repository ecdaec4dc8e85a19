"""Where a text that is too long for one message may be cut: as high up as it can be.

Lengths are in UTF-16 units, as Telegram and Facebook count: an emoji is two.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from advocate_desk.language.breaks import soft_breaks
from advocate_desk.language.khmer import clusters

# After a Khmer full stop nothing needs to follow; a Latin one also stands in numbers and addresses.
_SENTENCE = re.compile(r"(?:[។៕]+[”’»\")\]]*|[.?!…]+[”’»\")\]]*(?=\s))\s*")
_SPACE = re.compile(r"\s+")
_JOINERS = "\u200c\u200d\ufe0f"
_PICTURE_JOINER = "\u200d"


def units(text: str) -> int:
    """The length of a text as message services count it."""
    return len(text) + sum(character > "\uffff" for character in text)


def pieces(text: str, limit: int) -> Iterator[str]:
    """A text in pieces of at most `limit` units, white space at their ends aside.

    The pieces joined are the text. It is cut between lines where those are short enough, else
    between sentences, words, clusters and, in what no language writes, characters.
    """
    yield from _pieces(text, limit, _WAYS)


Way = Callable[[str], Iterable[str]]


def _pieces(text: str, limit: int, ways: tuple[Way, ...]) -> Iterator[str]:
    if units(text) <= limit or not ways:
        yield text
        return
    held = ""
    for piece in ways[0](text):
        if units(held) + units(piece.rstrip()) <= limit:
            held += piece
            continue
        if held:
            yield held
        *whole, held = _pieces(piece, limit, ways[1:])
        yield from whole
    if held:
        yield held


def _lines(text: str) -> Iterable[str]:
    return text.splitlines(keepends=True)


def _sentences(text: str) -> Iterable[str]:
    return _between(text, [found.end() for found in _SENTENCE.finditer(text)])


def _words(text: str) -> Iterable[str]:
    spaces = [found.end() for found in _SPACE.finditer(text)]
    return _between(text, sorted({*spaces, *soft_breaks(text)}))


def _characters(text: str) -> Iterable[str]:
    """Characters with the marks and joiners that belong to them."""
    starts = [
        index
        for index in range(1, len(text))
        if not unicodedata.category(text[index]).startswith("M")
        and text[index] not in _JOINERS
        and text[index - 1] != _PICTURE_JOINER
    ]
    return _between(text, starts)


def _between(text: str, cuts: list[int]) -> Iterable[str]:
    bounds = dict.fromkeys((0, *cuts, len(text)))
    return [text[start:end] for start, end in pairwise(bounds)]


_WAYS: tuple[Way, ...] = (_lines, _sentences, _words, clusters, _characters, list)
