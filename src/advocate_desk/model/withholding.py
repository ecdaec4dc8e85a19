"""Withheld names: finding them in texts, and taking them out before anything is printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from advocate_desk.language.khmer import fold, has_khmer
from advocate_desk.model.endorsement import Endorsement, Endorser
from advocate_desk.model.kinds import ShowAs
from advocate_desk.model.statement import Block, Rendition

Span = tuple[int, int]

# Shorter Latin names and acronyms are looked for as whole words in their own case, or every "act"
# would be the ACT that is withheld. Khmer writes no spaces between words to tell them apart by.
_SHORT = 6
# The grain of a match: a run of plain Latin, a Khmer syllable as written, white space, or any other
# letter with its accents.
_GRAIN = re.compile(
    r"[!-~]+(?![\u0300-\u036f])"
    r"|[\u1780-\u17b3](?:\u17d2[\u1780-\u17b3]|[\u17b4-\u17d3\u17dd\u200b-\u200d\u2060])*"
    r"|[\s\u00a0]+|.[\u0300-\u036f]*",
    re.DOTALL,
)
_ARTICLE = re.compile(r"\Athe\s+(?=\S+\s+\S)", re.IGNORECASE)
_SAME = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"'} | dict.fromkeys("\u2010\u2011\u2012–—\u00ad", "-")
)


@dataclass(frozen=True, slots=True)
class _Skeleton:
    """A text as it is compared; `starts` and `ends` lead each character back to the text."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Withheld:
    """The names of a statement that may only be counted, and the ones that are printed anyway.

    A printed name may hold a withheld one (“Lake Community Network” holds “Lake Community”) and
    is left whole; a printed name that equals a withheld one is not.
    """

    names: tuple[str, ...] = ()
    printed: tuple[str, ...] = ()

    @classmethod
    def of(cls, endorsements: Iterable[Endorsement]) -> Withheld:
        """The names behind the endorsements of one statement, whatever their state."""
        hidden: list[str] = []
        shown: list[str] = []
        for endorsement in endorsements:
            if endorsement.show_as is ShowAs.WITHHELD:
                hidden.extend(endorser_names(endorsement.endorser))
            else:
                shown.extend(name.name for name in endorsement.endorser.names.values())
        return cls(_longest_first(hidden), _longest_first(shown))

    def spans(self, text: str) -> tuple[Span, ...]:
        """Where withheld names stand in a text; inside a longer printed name is not one."""
        if not self.names or not text:
            return ()
        skeleton = _skeleton(text)
        found = [span for name in self.names for span in _find(skeleton, text, name)]
        longer = [n for n in self.printed if found and any(_holds(n, h) for h in self.names)]
        covered = [span for name in longer for span in _find(skeleton, text, name)]
        return _joined(s for s in found if not any(_inside(s, c) for c in covered))

    def redacted(self, text: str, mark: str) -> str:
        """The text with a mark in the place of every withheld name."""
        for start, end in reversed(self.spans(text)):
            text = text[:start] + mark + text[end:]
        return text


def endorser_names(endorser: Endorser) -> tuple[str, ...]:
    """Everything an endorser can be recognised by: names, acronyms, entries as handed in, aliases.

    A name that begins with an article is known without it, too, where two words remain.
    """
    parts = [
        part
        for name in endorser.names.values()
        for part in (name.printed, name.written, name.name, name.acronym)
    ]
    parts += endorser.also
    known = (one for part in parts for one in (part.strip(), _ARTICLE.sub("", part.strip())))
    return tuple(dict.fromkeys(one for one in known if len(one) > 1))


def redacted_block(block: Block, withheld: Withheld, mark: Callable[[str], str]) -> Block:
    """The block and its items without withheld names; `mark` gives each language its sign.

    What a side was translated from and who reviewed it is nothing for outside either.
    """
    return replace(
        block,
        renditions=_redacted_sides(block.renditions, withheld, mark),
        items=tuple(redacted_block(item, withheld, mark) for item in block.items),
    )


def _redacted_sides(
    sides: Mapping[str, Rendition], withheld: Withheld, mark: Callable[[str], str]
) -> dict[str, Rendition]:
    return {
        code: _redacted_side(_public(side), withheld, mark, code) for code, side in sides.items()
    }


def _public(side: Rendition) -> Rendition:
    """The side without what is nothing for outside."""
    if side.translated_from is None and not side.reviewed_by and not side.reviewed_on:
        return side
    return replace(side, translated_from=None, reviewed_by="", reviewed_on="")


def _redacted_side(
    side: Rendition, withheld: Withheld, mark: Callable[[str], str], language: str
) -> Rendition:
    if not withheld.names:
        return side
    sign = mark(language)
    heading, body = withheld.redacted(side.heading, sign), withheld.redacted(side.body, sign)
    return replace(side, heading=heading, body=body)


def _longest_first(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(dict.fromkeys(name for name in names if name), key=len, reverse=True))


@lru_cache(maxsize=2048)
def _skeleton(text: str) -> _Skeleton:
    """Remembered, because a check looks at every text of a statement after every change."""
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for grain in _GRAIN.finditer(text):
        start, end = grain.span()
        folded = _folded(grain.group())
        letters.append(folded)
        if grain.group().isascii() and end - start == len(folded):
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
        else:
            starts.extend([start] * len(folded))
            ends.extend([end] * len(folded))
    return _Skeleton("".join(letters), tuple(starts), tuple(ends))


@lru_cache(maxsize=8192)
def _folded(grain: str) -> str:
    if grain.isspace():
        return " "
    return grain.lower() if grain.isascii() else fold(grain).translate(_SAME)


def _find(skeleton: _Skeleton, text: str, name: str) -> list[Span]:
    if len(name) < _SHORT and not has_khmer(name):
        whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
        return [found.span() for found in whole.finditer(text)]
    wanted = _skeleton(name).text
    places = _places(skeleton.text, wanted) if wanted else []
    return [(skeleton.starts[at], skeleton.ends[at + len(wanted) - 1]) for at in places]


def _places(text: str, wanted: str) -> list[int]:
    found: list[int] = []
    at = text.find(wanted)
    while at >= 0:
        found.append(at)
        at = text.find(wanted, at + 1)
    return found


def _holds(longer: str, name: str) -> bool:
    return len(longer) > len(name) and bool(_find(_skeleton(longer), longer, name))


def _inside(span: Span, other: Span) -> bool:
    return other[0] <= span[0] and span[1] <= other[1] and span != other


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
