"""What people shorten a name to: the name without the words that most names have.

“Lake Community Network” is the Lake Community to who writes about it. A short form may as well be
an ordinary word, so two sorts are told apart: the firm ones are as good as the name, the loose ones
are a reason to look (a place, or words that anybody may write).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from advocate_desk.language.khmer import clusters, fold, has_khmer
from advocate_desk.language.name_words import (
    is_common,
    is_kind,
    is_number,
    is_real,
    name_words,
    weight,
)


class ShortForms(NamedTuple):
    """Forms of a name: as good as the name, and those that only may be it."""

    firm: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()


_PROVINCES = frozenset(
    {
        "phnom", "penh", "banteay", "meanchey", "battambang", "kampong", "cham", "chhnang", "speu",
        "thom", "kampot", "kandal", "koh", "kong", "kratie", "mondulkiri", "oddar", "pailin",
        "preah", "sihanouk", "sihanoukville", "vihear", "prey", "veng", "pursat", "ratanakiri",
        "siem", "reap", "stung", "treng", "svay", "rieng", "takeo", "tboung", "khmum", "kep",
    }
)  # fmt: skip
# Who stands together, beside the words for sorts of organisations.
_BODIES = frozenset({"community", "village", "commune", "cooperative", "assembly", "forum"})
_PLACES = frozenset(
    {
        "lake", "river", "forest", "mountain", "island", "valley", "hill", "sea", "bay", "bridge",
        "market", "stream", "beach", "coast", "dam", "park", "delta", "gulf", "port",
        # How names of places begin in Khmer, in Latin letters.
        "boeung", "beung", "boeng", "prek", "tonle", "trapeang", "phum", "wat", "chroy", "ou",
        "veal", "phnom", "koh", "kampong", "prey", "stung", "svay", "preah", "chamkar", "steung",
    }
)  # fmt: skip
_ORDINARY = frozenset(
    {
        "fishing", "farming", "muslim", "christian", "buddhist", "ethnic", "minority", "civil",
        "society", "business", "host", "global", "entire", "whole", "affected", "poor", "new",
        "first", "many", "every", "each", "all", "our", "this", "that", "these", "their", "asian",
        "asean", "regional", "world", "public", "private", "equality", "gender", "climate", "wage",
        "solidarity", "freedom", "clean", "food", "security", "rule", "law", "legal", "work",
        "victim", "family", "resource", "natural", "water", "access", "information",
    }
)  # fmt: skip
_TOKEN = re.compile(r"[^\W_]+(?:['’.\-‐‑&][^\W_]+)*")
_SHORTEST_MARK = 4  # letters of a single word that no other word is written like: LICADHO, ADHOC
_ENOUGH_WORDS = 4  # so many common words together are nobody else
_CLUSTERS = 3
_CLUSTERS_LEFT = 2

_HEADS = (
    "អង្គការមិនមែនរដ្ឋាភិបាល", "អង្គការ", "សមាគម", "សហព័ន្ធ", "សហភ័ន្ធ", "សហភាព", "សហជីព", "សហគមន៍",
    "សម្ព័ន្ធភាព", "សម្ព័ន្ធ", "បណ្តាញ", "បណ្ដាញ", "មជ្ឈមណ្ឌល", "វិទ្យាស្ថាន", "មូលនិធិ", "គណៈកម្មាធិការ",
    "គណកម្មាធិការ", "ក្រុមប្រឹក្សា", "ក្រុម", "ចលនា", "គម្រោង", "កម្មវិធី", "វេទិកា", "សហប្រតិបត្តិការ",
    "សមាជិក", "ដើម្បី", "នៃ",
)  # fmt: skip
_KHMER_BODIES = tuple(head for head in _HEADS if head not in {"ដើម្បី", "នៃ", "សមាជិក"})
_TAILS = ("នៅកម្ពុជា", "កម្ពុជា", "ខ្មែរ")
_KHMER_PLACES = (
    "បឹង", "ទន្លេ", "ភ្នំ", "កោះ", "ព្រែក", "ស្ទឹង", "អូរ", "វាល", "ចំការ", "ព្រៃ", "សមុទ្រ", "ឆ្នេរ", "ត្រពាំង",
    "ភូមិ", "ឃុំ", "សង្កាត់", "ស្រុក", "ខណ្ឌ", "ខេត្ត", "ក្រុង", "រាជធានី", "ផ្សារ", "វត្ត", "ជ្រលង", "ដំបន់", "តំបន់",
)  # fmt: skip
# Words of a name that are words of every text, beside those that `name_words` knows.
_KHMER_ORDINARY = (
    "សាមគ្គីភាព", "សាមគ្គី", "សង្ឃឹម", "ក្តីសង្ឃឹម", "ពន្លឺ", "អនាគត", "សេរីភាព", "សមភាព", "យេនឌ័រ", "គ្រួសារ", "ប្រទេស",
    "ជីវិត", "ទឹកស្អាត", "ទឹក", "អាហារ", "ដំណាំ", "កសិកម្ម", "ជលផល", "ធនធាន", "ធនធានធម្មជាតិ", "អាកាសធាតុ", "ការពារ",
    "សុវត្ថិភាព", "សន្តិសុខ", "ពិភពលោក", "អាស៊ាន", "មូលដ្ឋាន", "សហគ្រាស", "សាធារណៈ", "ឯកជន", "ស្រាវជ្រាវ", "ប្រឹក្សា",
    "បណ្តុះបណ្តាល", "ជំនាញ", "ប្រាក់ឈ្នួល", "ការងារ", "អ្នក", "ក្មេង", "មនុស្សធម៌", "សង្គ្រោះ", "ជំរឿន", "ឡើងវិញ", "ទាំងអស់",
    "គ្នា", "រួម", "ថ្មី", "ល្អ", "ស្អាត", "បៃតង", "អំណាច", "គោលនយោបាយ", "ចម្រុះ", "សហការ", "តស៊ូ", "មតិ", "ព័ត៌មាន",
    "សម្រាប់", "របស់", "ដោយ", "ជា", "ដែល", "ក្រៅ", "ផ្នែក", "ទូទៅ", "សាសនា", "ព្រះពុទ្ធ", "វិស័យ", "តុល្យភាព", "ភាព",
    "ការ", "និង", "ជួប", "ជំនួញ", "អភិបាលកិច្ច", "តម្លាភាព", "គណនេយ្យភាព", "ចីរភាព", "និរន្តរភាព", "ការអប់រំ", "ចំណេះដឹង",
)  # fmt: skip
_HEAD = re.compile("(?:" + "|".join(sorted(_HEADS, key=len, reverse=True)) + r")[\s\u200b]*")
_TAIL = re.compile(r"[\s\u200b]*(?:" + "|".join(_TAILS) + r")[\s\u200b]*\Z")
_AT_A_PLACE = re.compile("|".join(_KHMER_PLACES))
_AT_A_BODY = re.compile("|".join(_KHMER_BODIES))
_NO_SIGN = "(?![\u17b6-\u17d1\u17d2\u17dd])"
_COMMON_KHMER = re.compile(
    "(?:" + "|".join(sorted({*map(fold, _KHMER_ORDINARY)}, key=len, reverse=True)) + ")" + _NO_SIGN
)


@lru_cache(maxsize=16384)
def short_forms(name: str) -> ShortForms:
    """The forms that a name is shortened to; the name itself is none of them."""
    name = name.strip()
    forms = _khmer_forms(name) if has_khmer(name) else _latin_forms(name)
    firm: dict[str, None] = {}
    loose: dict[str, None] = {}
    for form, is_firm in forms:
        if form != name:
            (firm if is_firm else loose)[form] = None
    return ShortForms(tuple(firm), tuple(form for form in loose if form not in firm))


# Latin


def _latin_forms(name: str) -> Iterator[tuple[str, bool]]:
    tokens = list(_TOKEN.finditer(name))
    words = [_word(token[0]) for token in tokens]
    for first in _beginnings(words):
        for last in _ends(words):
            if first < last:
                form = name[tokens[first].start() : tokens[last - 1].end()]
                yield from _judged(form, [word for word in words[first:last] if word])


def _word(token: str) -> str:
    """A token as the one word it is compared by; small words are nothing."""
    found = name_words(token)
    if len(found) == 1:
        return found[0] if weight(found[0]) else ""
    return fold(token)


def _may_go(word: str) -> bool:
    return not word or weight(word) < 0.5 or is_kind(word)


def _beginnings(words: list[str]) -> Iterator[int]:
    """Where a form may begin: never at a small word."""
    for at, word in enumerate(words):
        if word:
            yield at
        if not _may_go(word):
            return


def _ends(words: list[str]) -> Iterator[int]:
    for at in range(len(words), 0, -1):
        if words[at - 1]:
            yield at
        if not _may_go(words[at - 1]):
            return


def _judged(form: str, words: list[str]) -> Iterator[tuple[str, bool]]:
    own = [word for word in words if _is_own(word)]
    if len(words) == 1:
        if own and len(form) >= _SHORTEST_MARK and form[1:] != form[1:].lower():
            yield form, True
        return
    has_body = any(word in _BODIES or is_kind(word) for word in words)
    is_placed = any(word in _PLACES for word in words)
    is_firm = has_body and bool(own or is_placed or len(words) >= _ENOUGH_WORDS)
    if is_firm or own:
        yield form, is_firm


def _is_own(word: str) -> bool:
    """Whether a word is no word of every text: neither common, nor a province, nor a number."""
    return not (
        is_common(word)
        or is_real(word)
        or is_number(word)
        or word in _PROVINCES
        or word in _PLACES
        or word in _ORDINARY
    )


# Khmer


def _khmer_forms(name: str) -> Iterator[tuple[str, bool]]:
    for rest in _without_heads(name):
        for form in dict.fromkeys((rest, _TAIL.sub("", rest))):
            if _has_own(form):
                is_place = _AT_A_PLACE.match(form) is not None
                yield form, not is_place or _AT_A_BODY.match(form) is not None


def _without_heads(name: str) -> Iterator[str]:
    rest = name
    yield rest
    while (head := _HEAD.match(rest)) is not None:
        rest = rest[head.end() :]
        yield rest


def _has_own(form: str) -> bool:
    """Whether enough is left of a form without the words of every text."""
    if _length(form) < _CLUSTERS:
        return False
    unknown = (word for word in name_words(form) if has_khmer(word))
    left = "".join(_COMMON_KHMER.sub("", word) for word in unknown)
    return _length(left) >= _CLUSTERS_LEFT


def _length(text: str) -> int:
    return sum(1 for cluster in clusters(text) if has_khmer(cluster))
