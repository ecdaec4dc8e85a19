"""How like two names of organisations are, and what that means: same, probable, alike or new."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from advocate_desk.desk.typing_slips import is_far, is_khmer_slip, is_slip, sounds_alike
from advocate_desk.language.khmer import fold, has_khmer
from advocate_desk.language.lookalikes import (
    hides_signs,
    is_simple,
    mixes_scripts,
    skeletons,
    skeletons_of_folded,
)
from advocate_desk.language.name_words import (
    is_common,
    is_core,
    is_kind,
    numbers_in,
    weight,
    words_of_folded,
)
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
OTHER_NUMBER = marked("It differs from “{endorser}” in a number.")
NEARLY = marked("It has most words of “{endorser}”, but not all.")
_MOST_ALIKE = 0.62
_DIGIT = re.compile("[015]")
_DIGITS = re.compile("[0-9]+")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[\W_]+(?=\d)")
_NO_LETTER = re.compile(r"[^a-z0-9\x1f]+")
_PARTS_DIGITS = "\x1f"
_Word = tuple[str, str]  # and how it is written


@dataclass(frozen=True, slots=True)
class ComparedName:
    """A name taken apart once, so that it can be compared often.

    `core` are the words that tell it apart from other names, all of them where there is no such;
    `forms` is how each word is written. `looks` is what the eye sees of the name. A name
    `is_disguised` that is written with letters that are there to be taken for others.
    """

    text: str
    plain: str
    words: tuple[str, ...]
    forms: tuple[str, ...]
    core: tuple[str, ...]
    numbers: tuple[str, ...]
    acronym: str
    looks: tuple[str, ...]
    is_khmer: bool
    is_disguised: bool

    @classmethod
    def of(cls, text: str, acronym: str = "") -> ComparedName:
        """The name without what only a typist sees; an acronym without dots and dashes."""
        folded = fold(text)
        words, forms = words_of_folded(folded)
        bare = _plain(folded)
        simple = is_simple(text)
        numbers = tuple(sorted(n for word in words for n in numbers_in(word)))
        return cls(
            text=text,
            plain=bare,
            words=words,
            forms=forms,
            core=tuple(word for word in words if is_core(word)) or words,
            numbers=numbers,
            acronym=plain(acronym) if acronym else "",
            looks=_looks(text, folded, bare, simple=simple),
            is_khmer=has_khmer(text),
            is_disguised=not simple and (mixes_scripts(text) or hides_signs(text)),
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
    if any(looks in known.looks for looks in incoming.looks):
        return Likeness(MatchClass.LOOK_ALIKE, SPOOFED, 1.0)
    if known.acronym and known.acronym in {incoming.plain, *_only(incoming.core)}:
        return Likeness(MatchClass.PROBABLE, IS_ACRONYM, 0.9)
    return _by_words(incoming, known)


def _only(words: tuple[str, ...]) -> tuple[str, ...]:
    return words if len(words) == 1 else ()


def _equal(incoming: ComparedName, known: ComparedName) -> Likeness:
    if incoming.is_disguised and incoming.text != known.text:
        return Likeness(MatchClass.LOOK_ALIKE, SPOOFED, 1.0)
    if _have_two_acronyms(incoming, known):
        return Likeness(MatchClass.PROBABLE, OTHER_ACRONYM, 0.95)
    return Likeness(MatchClass.SAME, SAME_NAME, 1.0)


def _have_two_acronyms(one: ComparedName, other: ComparedName) -> bool:
    """Whether each has an acronym of its own in the letters of one script."""
    if not (one.acronym and other.acronym) or has_khmer(one.acronym) != has_khmer(other.acronym):
        return False
    return one.acronym != other.acronym


def _by_words(incoming: ComparedName, known: ComparedName) -> Likeness:
    left, right = _unmatched(incoming, known)
    share = _share(incoming, known, left, right)
    same_script = incoming.is_khmer == known.is_khmer
    same_acronym = bool(incoming.acronym) and incoming.acronym == known.acronym
    if incoming.is_disguised and share >= _MOST_ALIKE:
        return Likeness(MatchClass.LOOK_ALIKE, SPOOFED, share)
    if incoming.numbers != known.numbers:
        return _with_other_number(share, (*left, *right), same_acronym=same_acronym)
    if not any(map(is_core, (*left, *right))) and share > 0:
        return _with_other_common_words(incoming, known, (left, right), share)
    if same_acronym:
        return _with_same_acronym(share, same_script=same_script)
    if share >= _MOST_ALIKE and same_script:
        return Likeness(MatchClass.LOOK_ALIKE, NEARLY, share)
    return Likeness(MatchClass.NEW, "", share)


def _with_other_number(share: float, apart: Sequence[str], *, same_acronym: bool) -> Likeness:
    """Never more than alike: Village 4 is not Village 14."""
    others = [word for word in apart if is_core(word) and not numbers_in(word)]
    if share < 0.5 and others and not same_acronym:
        return Likeness(MatchClass.NEW, "", share)
    return Likeness(MatchClass.LOOK_ALIKE, OTHER_NUMBER, share)


def _with_other_common_words(
    incoming: ComparedName,
    known: ComparedName,
    apart: tuple[list[str], list[str]],
    share: float,
) -> Likeness:
    """Youth Network and Youth Association are two, unless they have one acronym."""
    two_acronyms = _have_two_acronyms(incoming, known)
    same_acronym = bool(incoming.acronym) and incoming.acronym == known.acronym
    other_kind = all(any(map(is_kind, words)) for words in apart)
    is_plain = all(map(is_common, incoming.core))
    if not same_acronym and ((other_kind and is_plain) or (two_acronyms and any(apart))):
        return Likeness(MatchClass.LOOK_ALIKE, NEARLY, share)
    reason = OTHER_SPELLING if incoming.is_khmer == known.is_khmer else OTHER_SCRIPT
    return Likeness(MatchClass.PROBABLE, reason, max(share, 0.85))


def _with_same_acronym(share: float, *, same_script: bool) -> Likeness:
    """Names in two scripts may well be one; in one script they have to be alike."""
    if share >= 0.4 or not same_script:
        return Likeness(MatchClass.PROBABLE, SAME_ACRONYM, max(share, 0.8))
    return Likeness(MatchClass.LOOK_ALIKE, ONLY_ACRONYM, max(share, 0.5))


def _share(
    one: ComparedName, other: ComparedName, left: Sequence[str], right: Sequence[str]
) -> float:
    """The weight of the words in common over that of the longer name."""
    whole = max(sum(map(weight, one.core)), sum(map(weight, other.core)))
    apart = max(
        sum(weight(word) for word in left if is_core(word)),
        sum(weight(word) for word in right if is_core(word)),
    )
    return max(0.0, 1 - apart / whole) if whole else 0.0


def _unmatched(one: ComparedName, other: ComparedName) -> tuple[list[str], list[str]]:
    """The words of either name that have no partner in the other, slips of typing allowed."""
    left, right = _without_equals(one, other)
    for pair in tuple(pair for pair in left if pair[1]):
        partner = next((there for there in right if _is_slip(pair, there)), None)
        if partner is not None:
            _take_out(left, pair)
            _take_out(right, partner)
    if _is_one_slip((one, other), left, right):
        return [], []
    acronyms = {one.acronym, other.acronym} - {""}
    return [w for w, _ in left if w not in acronyms], [w for w, _ in right if w not in acronyms]


def _take_out(words: list[_Word], word: _Word) -> None:
    """Take out a word, and those that are said by its form too, as in កំពង់ចាម."""
    at = words.index(word)
    end = at + 1
    while word[1] and end < len(words) and not words[end][1]:
        end += 1
    del words[at:end]


def _without_equals(one: ComparedName, other: ComparedName) -> tuple[list[_Word], list[_Word]]:
    """The words that the other name does not have, each with its form."""
    return (
        [pair for pair in zip(one.words, one.forms, strict=True) if pair[0] not in other.words],
        [pair for pair in zip(other.words, other.forms, strict=True) if pair[0] not in one.words],
    )


def _is_slip(one: _Word, other: _Word) -> bool:
    """Two words both known to be words are never slips of one another."""
    if not (_is_khmer(one[1]) and _is_khmer(other[1])):
        return is_slip(one[0], other[0]) or is_slip(one[1], other[1])
    known = _is_known(one) + _is_known(other)
    return known < 2 and is_khmer_slip(one[1], other[1], is_known=known == 1)


def _is_one_slip(
    names: tuple[ComparedName, ComparedName], left: Sequence[_Word], right: Sequence[_Word]
) -> bool:
    """Whether what is left of two names is one thing written otherwise.

    A word is written as two, or two as one; or a slip in Khmer has moved the ends of words.
    """
    sides = [[pair for pair in side if weight(pair[0])] for side in (left, right)]
    if all(sides) and len({"".join(word for word, _ in side) for side in sides}) == 1:
        return True
    is_khmer = all(name.is_khmer for name in names)
    return is_khmer and _is_khmer_as_one(names, sides)


def _is_khmer_as_one(
    names: tuple[ComparedName, ComparedName],
    sides: Sequence[Sequence[_Word]],
) -> bool:
    """Whether two Khmer names are one with a slip, wherever it has moved the ends of words."""
    whole = [_without_digits("".join(name.forms)) for name in names]
    if is_far(*whole):
        return False
    if sounds_alike(*whole):
        return True
    if all(_is_known(pair) for side in sides for pair in side):
        return False
    if _known_forms(names[0]) != _known_forms(names[1]):  # the slip is in a known word
        return is_khmer_slip(*whole)
    one, other = ("".join(form for _, form in side) for side in sides)
    return is_khmer_slip(one, other)


def _is_khmer(form: str) -> bool:
    """Whether a written word is Khmer; no word is of two scripts."""
    return "\u1780" <= form[:1] <= "\u17ff"


def _without_digits(text: str) -> str:
    """Numbers are compared by themselves."""
    return _DIGITS.sub("", text)


def _is_known(word: _Word) -> bool:
    """Whether a Khmer word is in the list of words, and so has an English one."""
    return word[0] != word[1]


def _known_forms(name: ComparedName) -> Counter[str]:
    return Counter(form for word, form in zip(name.words, name.forms, strict=True) if word != form)


def plain(text: str) -> str:
    """Letters, signs and digits only: case, spaces and punctuation do not make another name.

    What parts two numbers stays, and a text without letters is compared as it is.
    """
    return _plain(fold(text))


def _plain(folded: str) -> str:
    parted = _BETWEEN_DIGITS.sub(_PARTS_DIGITS, folded)
    if folded.isascii():
        return _NO_LETTER.sub("", parted) or folded
    return parted.translate(_KEPT) or folded


def _looks(text: str, folded: str, bare: str, *, simple: bool) -> tuple[str, ...]:
    """The name for the eye, without spaces; mostly one object with the plain name."""
    if simple and not _DIGIT.search(folded):
        return (bare,)
    seen = skeletons_of_folded(folded) if simple else skeletons(text)
    return tuple(dict.fromkeys(map(_plain, seen)))


class _Kept(dict[int, int | None]):
    """A table for `str.translate`: letters, signs that belong to them, and digits stay."""

    def __missing__(self, code: int) -> int | None:
        kept = unicodedata.category(chr(code))[0] in "LMN" or chr(code) == _PARTS_DIGITS
        self[code] = code if kept else None
        return self[code]


_KEPT = _Kept()
