"""Finding known forms in running text: unspaced Khmer by clusters, English through inflections.

Khmer is written without spaces, so a form is looked for at borders of orthographic clusters, and a
short one is passed over where the word segmenter sees it inside a longer word. An English form
is found in any case, with a plural, possessive or verb ending, and with hyphens or spaces; an
acronym only in its own capitals.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from advocate_desk.language.breaks import soft_breaks
from advocate_desk.language.khmer import BASES, KHMER, MARKS, ZWJ, ZWNJ, fold

Key = TypeVar("Key", bound=Hashable)

_TOKEN = re.compile(
    f"(?P<khmer>[{BASES}](?:{ZWJ}?\u17d2[{BASES}]|[{MARKS}\u17b4\u17b5\u17d3{ZWNJ}])*"
    f"|[\u17e0-\u17e9]+|[{KHMER}])"
    rf"|(?P<latin>[^\W_{KHMER}][^\W_{KHMER}\u0300-\u036f\u00ad]*(?:['’][^\W_{KHMER}]+)*['’]?)"
    r"|(?P<gap>[\s\u00a0\u202f]+|(?<=\w)[-\u2010\u2011\u00ad](?=\w))"
    "|(?P<unseen>[\u200b\u2060\ufeff\u200c\u200d])"
    r"|(?P<sign>.)",
    re.DOTALL,
)
_GAP = " "
_BREAK = "\n\n"
_POSSESSIVE = re.compile(r"(?:['’][sS]|(?<=[sS])['’]|['’])$")
# A bare consonant with one of these signs ends a syllable: no word begins with it.
_NEVER_BEGINS = re.compile("[\u1780-\u17a2](?:\u17d2[\u1780-\u17a2])*[\u17cb\u17cd]")
_SHORT = 3  # clusters; a longer form is no part of another word by accident
_KHMER_SPACE = re.compile(f"(?<=[{KHMER}])[ \u00a0]+(?=[{KHMER}])")
_DOTTED = re.compile(r"\w\.\w")
_HYPHEN = re.compile(r"(?<=\w)[-\u2010\u2011](?=\w)")
_KHMER_LETTER = re.compile(f"[{BASES}]")


class Match(NamedTuple, Generic[Key]):
    """A form found, in code points; `is_exact` where it is written as it was given."""

    start: int
    end: int
    key: Key
    is_exact: bool


class _Token(NamedTuple):
    """A cluster, a word, a gap or a sign: what it is compared by, and where it stands."""

    stem: str
    word: str
    start: int
    end: int
    is_khmer: bool


@dataclass(slots=True)
class _Node(Generic[Key]):
    """A step of the way through the tokens of forms."""

    next: dict[str, _Node[Key]] = field(default_factory=dict)
    ends: list[tuple[tuple[str, ...], Key]] = field(default_factory=list)


class FormIndex(Generic[Key]):
    """Forms of one language, found at once however many there are.

    Where several forms are inflections of each other, the one as written wins, else the first.
    A form is taken apart when a text holds how it begins, so that many cost little to prepare.
    """

    def __init__(self, forms: Iterable[tuple[str, Key]]) -> None:
        self._root: _Node[Key] = _Node()
        self._waiting: dict[str, list[tuple[str, Key]]] = {}
        for text, key in forms:
            for variant in _variants(text):
                self._waiting.setdefault(_first_stem(variant), []).append((variant, key))

    def _below(self, stem: str) -> _Node[Key] | None:
        for text, key in self._waiting.pop(stem, ()):
            self._add(text, key)
        return self._root.next.get(stem)

    def _add(self, text: str, key: Key) -> None:
        tokens = _trimmed(_tokens(text))
        if not any(token.word.isalnum() or token.is_khmer for token in tokens):
            return
        node = self._root
        for token in tokens:
            node = node.next.setdefault(token.stem, _Node())
        node.ends.append((tuple(token.word for token in tokens), key))

    def find(self, text: str) -> tuple[Match[Key], ...]:
        """The forms in a text, from left to right, the longest first, never overlapping."""
        return tuple(self._found(text, _kept_tokens(text)))

    def _found(self, text: str, tokens: tuple[_Token, ...]) -> Iterator[Match[Key]]:
        at = 0
        while at < len(tokens):
            length, match = self._longest(text, tokens, at)
            if match is not None:
                yield match
            at += max(length, 1)

    def _longest(
        self, text: str, tokens: tuple[_Token, ...], at: int
    ) -> tuple[int, Match[Key] | None]:
        best: tuple[int, Match[Key] | None] = (0, None)
        node, here = self._below(tokens[at].stem), at
        while node is not None:
            here += 1
            if node.ends and (match := _match(text, tokens[at:here], tokens[here:], node.ends)):
                best = (here - at, match)
            node = node.next.get(tokens[here].stem) if here < len(tokens) else None
        return best


def _match(
    text: str,
    found: tuple[_Token, ...],
    after: tuple[_Token, ...],
    ends: list[tuple[tuple[str, ...], Key]],
) -> Match[Key] | None:
    fitting = [end for end in ends if all(map(_fits, end[0], found))]
    if not fitting or _is_inside_a_word(text, found, after[:1]):
        return None
    words = tuple(token.word for token in found)
    exact = [end for end in fitting if tuple(map(str.casefold, end[0])) == _lower(words)]
    key = (exact or fitting)[0][1]
    return Match(found[0].start, found[-1].end, key, bool(exact))


def _lower(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(str.casefold, words))


def _fits(form: str, token: _Token) -> bool:
    """Whether a word may stand for a word of a form whose stem it shares.

    Capitals of an acronym are its own; a name takes a plural but is no verb.
    """
    if form == token.word or token.is_khmer:
        return True
    if is_acronym(form):
        return token.word in (form, form + "s")
    if form[:1].isupper():
        return _noun_stem(form.casefold()) == _noun_stem(token.word.casefold())
    return True


def is_acronym(word: str) -> bool:
    """Whether a Latin word is written in capitals only, two or more of them."""
    return len(word) > 1 and word.isupper()


def _is_inside_a_word(text: str, found: tuple[_Token, ...], after: tuple[_Token, ...]) -> bool:
    """Whether Khmer clusters are surely a part of a longer word only."""
    if after and found[-1].is_khmer and _NEVER_BEGINS.fullmatch(after[0].word):
        return True
    if len(found) > _SHORT or not all(token.is_khmer for token in found):
        return False
    return _is_part(text, found[0].start, found[-1].end)


def _is_part(text: str, start: int, end: int) -> bool:
    """Whether the segmenter's word around a place is longer than the place."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    line = text[first : last if last >= 0 else len(text)]
    start, end = start - first, end - first
    breaks = set(soft_breaks(line))
    inner = any(start < one < end for one in breaks)
    return not inner and not (_is_border(line, start, breaks) and _is_border(line, end, breaks))


def _is_border(line: str, at: int, breaks: set[int]) -> bool:
    """Whether a word may begin or end at a place."""
    if at in breaks or at in (0, len(line)):
        return True
    return not (_KHMER_LETTER.match(line[at]) and _is_khmer_sign(line[at - 1]))


def _is_khmer_sign(character: str) -> bool:
    return "\u1780" <= character <= "\u17d2" or character == "\u17dd"


# Tokens


@lru_cache(maxsize=512)
def _kept_tokens(text: str) -> tuple[_Token, ...]:
    """The tokens of a text that is looked at again and again while somebody writes near it."""
    return _tokens(text)


def _tokens(text: str) -> tuple[_Token, ...]:
    """The text as tokens; what is not seen is left out, and so are gaps between Latin words."""
    found = [token for part in _TOKEN.finditer(text) if (token := _token(part)) is not None]
    return tuple(
        token
        for place, token in enumerate(found)
        if token.stem != _GAP or not _joins_latin(found, place)
    )


def _first_stem(text: str) -> str:
    """What the first token of a form is compared by; empty where there is none."""
    for part in _TOKEN.finditer(text):
        token = _token(part)
        if token is not None and token.stem not in (_GAP, _BREAK):
            return token.stem
    return ""


def _token(part: re.Match[str]) -> _Token | None:
    kind, word, (start, end) = part.lastgroup, part.group(), part.span()
    if kind == "unseen":
        return None
    if kind == "khmer":
        folded = _folded(word)
        return _Token(folded, folded, start, end, is_khmer=True)
    if kind == "latin":
        base = _POSSESSIVE.sub("", word)
        return _Token(stem(base), base, start, start + len(base), is_khmer=False)
    if kind == "gap":
        word = _BREAK if _BREAK in word else _GAP
    return _Token(word, word, start, end, is_khmer=False)


def _joins_latin(tokens: list[_Token], place: int) -> bool:
    if not 0 < place < len(tokens) - 1:
        return False
    before, after = tokens[place - 1], tokens[place + 1]
    return all(one.word[:1].isalnum() and not one.is_khmer for one in (before, after))


def _trimmed(tokens: tuple[_Token, ...]) -> tuple[_Token, ...]:
    solid = [place for place, token in enumerate(tokens) if token.stem not in (_GAP, _BREAK)]
    return tokens[solid[0] : solid[-1] + 1] if solid else ()


def _variants(text: str) -> tuple[str, ...]:
    """Other ways to write a form: without spaces in Khmer, dots of an acronym, or a hyphen."""
    text = text.strip()
    ways = [text]
    if " " in text or "\u00a0" in text:
        ways.append(_KHMER_SPACE.sub("", text))
    if "." in text and _DOTTED.search(text):
        ways += [text.removesuffix("."), text.replace(".", "")]
    if _HYPHEN.search(text):
        ways.append(_HYPHEN.sub("", text))
    return tuple(dict.fromkeys(way for way in ways if way))


@lru_cache(maxsize=4096)
def _folded(cluster: str) -> str:
    return fold(cluster)


# English stems: crude, but the same for a form and for the text.


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """What the inflections of an English word share."""
    base = _noun_stem(word.casefold())
    for ending in ("ing", "ed"):
        if base.endswith(ending) and len(base) > len(ending) + 2:
            base = _undoubled(base.removesuffix(ending))
            break
    base = base.removesuffix("e") if len(base) > 2 else base
    return base[:-1] + "i" if base.endswith("y") and len(base) > 2 else base


@lru_cache(maxsize=8192)
def _noun_stem(word: str) -> str:
    """A noun without the ending of its plural."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _undoubled(base: str) -> str:
    doubled = len(base) > 3 and base[-1] == base[-2] and base[-1] not in "lsz"
    return base[:-1] if doubled else base
