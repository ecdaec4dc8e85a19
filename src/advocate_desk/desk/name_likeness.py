"""How like two names of organisations are, and what that means: same, probable, alike or new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from advocate_desk.language.khmer import clusters, fold, has_khmer
from advocate_desk.language.lookalikes import hides_signs, mixes_scripts, skeleton
from advocate_desk.language.name_words import is_core, name_words, weight
from advocate_desk.model.marked import marked
from advocate_desk.model.registry import MatchClass

SAME_NAME = marked("It is written the same as “{endorser}”.")
SPOOFED = marked("It looks like “{endorser}”, but some letters are of another script or not seen.")
OTHER_ACRONYM = marked("It has the name of “{endorser}” and another acronym.")
SAME_ACRONYM = marked("It has the acronym of “{endorser}”, and a name like it.")
ONLY_ACRONYM = marked("It has the acronym of “{endorser}”, but another name.")
IS_ACRONYM = marked("It is the acronym of “{endorser}”.")
OTHER_SPELLING = marked("It differs from “{endorser}” in spelling or in common words only.")
OTHER_SCRIPT = marked("In the other language it says the same as “{endorser}”.")
NEARLY = marked("It has most words of “{endorser}”, but not all.")
_MOST_ALIKE = 0.62


@dataclass(frozen=True, slots=True)
class ComparedName:
    """A name taken apart once, so that it can be compared often.

    `core` are the words that tell it apart from other names, all of them where there is no such.
    A name `is_disguised` that is written with letters that are there to be taken for others.
    """

    text: str
    plain: str
    words: tuple[str, ...]
    core: tuple[str, ...]
    acronym: str
    looks: str
    is_khmer: bool
    is_disguised: bool

    @classmethod
    def of(cls, text: str, acronym: str = "") -> ComparedName:
        """The name without what only a typist sees; an acronym without dots and dashes."""
        words = name_words(text)
        return cls(
            text=text,
            plain=_plain(text),
            words=words,
            core=tuple(word for word in words if is_core(word)) or words,
            acronym=_plain(acronym),
            looks=skeleton(text),
            is_khmer=has_khmer(text),
            is_disguised=mixes_scripts(text) or hides_signs(text),
        )


@dataclass(frozen=True, slots=True)
class Likeness:
    """What an incoming name is to a known one; `share` of the words they have in common, 0-1."""

    match_class: MatchClass
    reason: str = ""
    share: float = 0.0


DIFFERENT = Likeness(MatchClass.NEW)


def likeness(incoming: ComparedName, known: ComparedName) -> Likeness:
    """What an incoming name is to a known one."""
    if incoming.plain == known.plain and incoming.plain:
        return _equal(incoming, known)
    if incoming.looks == known.looks:
        return Likeness(MatchClass.LOOK_ALIKE, SPOOFED, 1.0)
    if known.acronym and known.acronym == incoming.plain:
        return Likeness(MatchClass.PROBABLE, IS_ACRONYM, 0.9)
    return _by_words(incoming, known)


def _equal(incoming: ComparedName, known: ComparedName) -> Likeness:
    if incoming.is_disguised and incoming.text != known.text:
        return Likeness(MatchClass.LOOK_ALIKE, SPOOFED, 1.0)
    if incoming.acronym and known.acronym and incoming.acronym != known.acronym:
        return Likeness(MatchClass.PROBABLE, OTHER_ACRONYM, 0.95)
    return Likeness(MatchClass.SAME, SAME_NAME, 1.0)


def _by_words(incoming: ComparedName, known: ComparedName) -> Likeness:
    left, right = _unmatched(incoming.words, known.words)
    share = _share(incoming.core, known.core, left, right)
    same_acronym = bool(incoming.acronym) and incoming.acronym == known.acronym
    same_script = incoming.is_khmer == known.is_khmer
    if incoming.is_disguised and share >= _MOST_ALIKE:
        return Likeness(MatchClass.LOOK_ALIKE, SPOOFED, share)
    if not any(map(is_core, (*left, *right))) and share > 0:
        reason = OTHER_SPELLING if same_script else OTHER_SCRIPT
        return Likeness(MatchClass.PROBABLE, reason, max(share, 0.85))
    if same_acronym:
        return _with_same_acronym(share, same_script=same_script, acronym=incoming.acronym)
    if share >= _MOST_ALIKE and same_script:
        return Likeness(MatchClass.LOOK_ALIKE, NEARLY, share)
    return Likeness(MatchClass.NEW, "", share)


def _with_same_acronym(share: float, *, same_script: bool, acronym: str) -> Likeness:
    """An acronym of three letters or more is rarely shared by chance; names may still differ."""
    if share >= 0.4 or (not same_script and len(acronym) > 2):
        return Likeness(MatchClass.PROBABLE, SAME_ACRONYM, max(share, 0.8))
    return Likeness(MatchClass.LOOK_ALIKE, ONLY_ACRONYM, max(share, 0.5))


def _share(
    some: Sequence[str], others: Sequence[str], left: Sequence[str], right: Sequence[str]
) -> float:
    """The weight of the words in common over that of the longer name."""
    whole = max(sum(map(weight, some)), sum(map(weight, others)))
    apart = max(
        sum(weight(word) for word in left if is_core(word)),
        sum(weight(word) for word in right if is_core(word)),
    )
    return max(0.0, 1 - apart / whole) if whole else 0.0


def _unmatched(some: Sequence[str], others: Sequence[str]) -> tuple[list[str], list[str]]:
    """The words of either name that have no partner in the other, slips of typing allowed."""
    left, right = list(some), list(others)
    for word in some:
        if word in right:
            left.remove(word)
            right.remove(word)
    for word in tuple(left):
        partner = next((other for other in right if is_slip(word, other)), None)
        if partner is not None:
            left.remove(word)
            right.remove(partner)
    return _without_splits(left, right)


def _without_splits(left: list[str], right: list[str]) -> tuple[list[str], list[str]]:
    """A word written as two, or two as one, is no difference."""
    if left and right and "".join(left) == "".join(right):
        return [], []
    return left, right


@lru_cache(maxsize=65536)
def is_slip(word: str, other: str) -> bool:
    """Whether one word may be the other, mistyped: a letter doubled, dropped, changed or swapped.

    Short words are too often other words. Numbers are never slips.
    """
    if has_khmer(word) != has_khmer(other) or any(map(str.isdigit, word + other)):
        return False
    if has_khmer(word):
        return _is_khmer_slip(word, other)
    least = min(len(word), len(other))
    if least < 4 or abs(len(word) - len(other)) > 2:
        return False
    distance = OSA.distance(word, other, score_cutoff=2)
    if least < 5:
        return distance == 1 and len(word) != len(other)
    return distance <= (1 if least < 9 else 2)


def _is_khmer_slip(word: str, other: str) -> bool:
    """Khmer is compared letter by letter and needs more letters to tell a slip from a word."""
    least = min(len(word), len(other))
    if least < 6 or abs(len(word) - len(other)) > 2:
        return False
    most = 1 if len(clusters(word)) < 8 else 2
    return OSA.distance(word, other, score_cutoff=most) <= most


def _plain(text: str) -> str:
    """Letters and digits only: case, spaces and punctuation do not make another name."""
    folded = fold(text)
    return "".join(c for c in folded if c.isalnum() or _is_sign(c))


def _is_sign(char: str) -> bool:
    return "\u17b6" <= char <= "\u17d3"
