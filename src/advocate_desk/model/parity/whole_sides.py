"""What a look at both sides as a whole tells: copied over, in the wrong script, far too short."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advocate_desk.language.khmer import fold
from advocate_desk.model.parity.fact import FactKind, Gap

_KHMER_SYLLABLE = re.compile("(?<!\u17d2)[\u1780-\u17b3]")
_LATIN_LETTER = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_SMALL_WORD = re.compile(r"(?<![\w@./])[a-z]{2,}(?![\w@]|\.\w)")
_NO_TEXT = re.compile(r"\{\{[^{}]*\}\}|\S+@\S+|https?://\S+|www\.\S+")
_ENGLISH_WORDS = 3  # small words that no name and no address has together
_COPIED = 12  # letters; a shorter text is a name or a sign
# A Khmer syllable stands for 1.6 English letters in formal texts; a third or the threefold of it
# is no translation any more.
_LETTERS_PER_SYLLABLE = 1.6
_GLARING = 2.6
_SHORTEST = 60  # letters of the longer side


def whole_gaps(khmer: str, english: str) -> Iterator[Gap]:
    """A side that is no translation at all; then nothing else needs to be compared."""
    km, en = _text_of(khmer), _text_of(english)
    if _is_copied(km, en):
        yield Gap(FactKind.COPIED, _shortened(khmer), _shortened(english))
    elif _is_english(km):
        yield Gap(FactKind.SCRIPT, _shortened(khmer), "")
    elif _is_khmer(en):
        yield Gap(FactKind.SCRIPT, "", _shortened(english))


def _text_of(side: str) -> str:
    """A side without placeholders and addresses."""
    has_none = "{{" not in side and "@" not in side and "://" not in side and "www." not in side
    return side if has_none else _NO_TEXT.sub(" ", side)


def _is_copied(khmer: str, english: str) -> bool:
    """The same words on both sides, and not only names."""
    if bool(_KHMER_SYLLABLE.search(khmer)) != bool(_KHMER_SYLLABLE.search(english)):
        return False
    if fold(" ".join(khmer.split())) != fold(" ".join(english.split())):
        return False
    syllables = len(_KHMER_SYLLABLE.findall(khmer))
    letters = len(_LATIN_LETTER.findall(khmer))
    return syllables >= 3 or (letters >= _COPIED and bool(_SMALL_WORD.search(khmer)))


def _is_english(khmer: str) -> bool:
    letters = len(_LATIN_LETTER.findall(khmer))
    if letters < 2 * _ENGLISH_WORDS or letters <= 4 * len(_KHMER_SYLLABLE.findall(khmer)):
        return False
    return len(_SMALL_WORD.findall(khmer)) >= _ENGLISH_WORDS


def _is_khmer(english: str) -> bool:
    syllables = len(_KHMER_SYLLABLE.findall(english))
    return syllables > 3 and 2 * syllables > len(_LATIN_LETTER.findall(english))


def length_gaps(khmer: str, english: str) -> Iterator[Gap]:
    """Sides of which one is so long that something must be lost or added."""
    expected = len(_KHMER_SYLLABLE.findall(khmer)) * _LETTERS_PER_SYLLABLE
    expected += len(_LATIN_LETTER.findall(khmer))
    letters = len(_LATIN_LETTER.findall(english)) + len(_KHMER_SYLLABLE.findall(english))
    longer, shorter = max(expected, letters), max(1.0, min(expected, letters))
    if longer >= _SHORTEST and longer > _GLARING * shorter:
        yield Gap(FactKind.LENGTH, _shortened(khmer), _shortened(english))


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 40 else words[:39].rstrip() + "…"
