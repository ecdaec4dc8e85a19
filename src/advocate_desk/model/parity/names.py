"""Names: Latin ones inside Khmer, and names and terms known in both languages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache

from advocate_desk.model.kinds import ENGLISH, KHMER
from advocate_desk.model.parity.fact import FactKind, Gap
from advocate_desk.model.parity.known import Known, NamePair
from advocate_desk.model.term import Term

_LATIN_WORD = re.compile(r"[A-Za-z\u00c0-\u024f\u1ea0-\u1ef9]{3,}")
_LATIN_RUN = re.compile(
    r"[A-Za-z\u00c0-\u024f\u1ea0-\u1ef9][\w'’.-]*(?:[ ][A-Za-z\u00c0-\u024f\u1ea0-\u1ef9][\w'’.-]*)*",
)
_UNITS = frozenset({"kwh", "mwh", "kms", "hrs"})  # Khmer shortens them, English often does not
_CLOSE = 0.75


def latin_names(khmer: str, english: str) -> Iterator[Gap]:
    """Latin words of the Khmer side that the English side does not have."""
    if not _LATIN_WORD.search(khmer):
        return
    there = dict.fromkeys(_UNITS, "") | {_bare(word): word for word in _LATIN_WORD.findall(english)}
    for run in _LATIN_RUN.findall(khmer):
        words = [word for word in _LATIN_WORD.findall(run) if not word.isupper()]
        strange = [word for word in words if _bare(word) not in there]
        if strange:
            near = [
                there[m] for w in strange for m in get_close_matches(_bare(w), there, 1, _CLOSE)
            ]
            yield Gap(FactKind.NAME, run.strip(" ."), " ".join(near))


def _bare(word: str) -> str:
    """A word without accents and case."""
    letters = unicodedata.normalize("NFD", word.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def known_names(km: str, en: str, known: Known) -> Iterator[Gap]:
    """Names known in both languages that stand on one side only; exchanged ones as pairs.

    Both texts are folded.
    """
    if not known.names:
        return
    only_khmer: list[NamePair] = []
    only_english: list[NamePair] = []
    for pair in known.names:
        in_khmer = _is_whole(pair.khmer_forms[0], km)
        in_english = _is_whole(pair.english_forms[0], en)
        if in_english and not in_khmer and not _any_form(pair.khmer_forms, km):
            only_english.append(pair)
        elif in_khmer and not in_english and not _any_form(pair.english_forms, en):
            only_khmer.append(pair)
    if only_khmer or only_english:
        yield from _paired(
            [one for one in only_khmer if not _is_part(_khmer(one), map(_khmer, known.names), km)],
            [
                one
                for one in only_english
                if not _is_part(_english(one), map(_english, known.names), en)
            ],
        )


def _khmer(pair: NamePair) -> str:
    return pair.khmer_forms[0]


def _english(pair: NamePair) -> str:
    return pair.english_forms[0]


def _paired(only_khmer: list[NamePair], only_english: list[NamePair]) -> Iterator[Gap]:
    for at in range(max(len(only_khmer), len(only_english))):
        khmer = only_khmer[at].khmer if at < len(only_khmer) else ""
        english = only_english[at].english if at < len(only_english) else ""
        yield Gap(FactKind.NAME, khmer, english)


def _any_form(forms: tuple[str, ...], folded: str) -> bool:
    return any(_is_whole(form, folded) for form in forms)


def _is_whole(wanted: str, folded: str) -> bool:
    """Latin names by whole words; Khmer ones at the borders of syllables."""
    return wanted in folded and _whole(wanted).search(folded) is not None


@lru_cache(maxsize=4096)
def _whole(wanted: str) -> re.Pattern[str]:
    if wanted.isascii():
        return re.compile(rf"(?<![a-z0-9]){re.escape(wanted)}(?![a-z0-9])")
    return re.compile(rf"(?<!\u17d2){re.escape(wanted)}(?![\u17b6-\u17d3\u17dd])")


def _is_part(name: str, others: Iterator[str], folded: str) -> bool:
    """Whether a name is there only as part of a longer known one."""
    longer = [one for one in others if len(one) > len(name) and name in one]
    for one in longer:
        folded = folded.replace(one, " ")
    return bool(longer) and name not in folded


def term_gaps(khmer: str, english: str, known: Known) -> Iterator[Gap]:
    """Terms that one side names while the other has neither their form nor their acronym."""
    if not len(known.terms):
        return
    in_khmer = known.terms.in_text(khmer, KHMER)
    in_english = known.terms.in_text(english, ENGLISH)
    for ident, term in {**in_khmer, **in_english}.items():
        if _has_both(term) and (ident in in_khmer) != (ident in in_english):
            yield Gap(FactKind.TERM, *_term_texts(term, in_khmer=ident in in_khmer))


def _has_both(term: Term) -> bool:
    return bool(term.text(KHMER).text and term.text(ENGLISH).text)


def _term_texts(term: Term, *, in_khmer: bool) -> tuple[str, str]:
    return (term.text(KHMER).text, "") if in_khmer else ("", term.text(ENGLISH).text)
