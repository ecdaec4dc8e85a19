"""Soft breaks: where a Khmer line may end, found by a word segmenter and typographic rules.

Khmer is written without spaces between words. Soft breaks are for display only: no stored text and
no search key ever holds one. A writer's own zero width spaces are text; they are kept, and they
win over the segmenter.
"""

from __future__ import annotations

import logging
import re
import threading
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import accumulate, pairwise
from pathlib import Path

ZWSP = "\u200b"

_log = logging.getLogger(__name__)
_lock = threading.Lock()

_KHMER = re.compile("[\u1780-\u17d3\u17dd\u17e0-\u17e9]")
_KHMER_DIGIT = re.compile("[\u17e0-\u17e9]")
_HAS_KHMER_PAIR = re.compile("[\u1780-\u17d3\u17dd\u17e0-\u17e9]{2}")
_NEVER_FIRST = frozenset("ៗ។៕៖៙៚៘៛") | frozenset(map(chr, range(0x17B4, 0x17D4))) | {"\u17dd"}
# "Number", "day", "year" and the ordinal particle: the figure after them stays on their line.
_BEFORE_A_FIGURE = ("ទី", "ថ្ងៃ", "ឆ្នាំ", "លេខ")
# One vowel-less cluster, such as ន់ ក់ គ: no word of its own, so it stays with a neighbour.
_ORPHAN = re.compile("[\u1780-\u17a2](?:\u17d2[\u1780-\u17a2])*[\u17cb\u17cc\u17cd]?")
_CLUSTER_START = re.compile("(?<!\u17d2)[\u1780-\u17b3\u17e0-\u17e9]")
# A stretch between a writer's own break and the next bound that is this short is his word.
_CLUSTERS_OF_A_WORD = 8

Segmenter = Callable[[str], list[str]]


def soft_breaks(text: str, protected: Iterable[str] = ()) -> tuple[int, ...]:
    """The offsets before which a line may break inside Khmer, never inside a protected term."""
    found: set[int] = set()
    start = 0
    for line in text.split("\n"):
        if _HAS_KHMER_PAIR.search(line):
            found.update(start + offset for offset in _line_breaks(line))
        start += len(line) + 1
    return tuple(sorted(found - _inside(text, protected)))


def with_soft_breaks(text: str, protected: Iterable[str] = (), *, reversible: bool = False) -> str:
    """The text for display, a ZWSP at each soft break.

    In a reversible one a writer's own ZWSP is doubled, which keeps the two apart, so that
    `without_soft_breaks` gives back exactly this text.
    """
    bounds = (0, *soft_breaks(text, protected), len(text))
    own = ZWSP * 2 if reversible else ZWSP
    return ZWSP.join(text[start:end].replace(ZWSP, own) for start, end in pairwise(bounds))


def without_soft_breaks(text: str) -> str:
    """The text behind a reversible one: single ZWSP are ours and go, doubled ones were written."""
    return _ZWSP_RUN.sub(lambda run: ZWSP * (len(run.group()) // 2), text)


_ZWSP_RUN = re.compile(f"{ZWSP}+")


def _inside(text: str, protected: Iterable[str]) -> set[int]:
    """Every offset strictly inside an occurrence of a protected term."""
    found: set[int] = set()
    for term in protected:
        start = text.find(term) if term else -1
        while start >= 0:
            found.update(range(start + 1, start + len(term)))
            start = text.find(term, start + 1)
    return found


@lru_cache(maxsize=2048)
def _line_breaks(line: str) -> tuple[int, ...]:
    """The soft breaks of one line, remembered: the same paragraph is shown again and again."""
    found: list[int] = []
    start = 0
    for piece in line.split(ZWSP):
        if not _is_written_word(piece, line):
            found += [start + offset for offset in _breaks_of(piece)]
        start += len(piece) + 1
    return tuple(found)


def _is_written_word(piece: str, line: str) -> bool:
    return piece != line and len(_CLUSTER_START.findall(piece)) <= _CLUSTERS_OF_A_WORD


def _breaks_of(text: str) -> list[int]:
    words = _words(text)
    ends = list(accumulate(len(word) for word in words))
    joints = zip(ends, pairwise(words), strict=False)
    return [end for end, (left, right) in joints if _may_break(left, right)]


def _may_break(left: str, right: str) -> bool:
    """The typographic rules for a joint between two words of the segmenter."""
    before, after = left[-1], right[0]
    if not (_KHMER.match(before) and _KHMER.match(after)) or after in _NEVER_FIRST:
        return False
    if before == "\u17d2" or _is_figure_joint(left, after):
        return False
    return not (_is_orphan(left) or _is_orphan(right))


def _is_figure_joint(left: str, after: str) -> bool:
    if not _KHMER_DIGIT.match(after):
        return False
    return _KHMER_DIGIT.match(left[-1]) is not None or left.endswith(_BEFORE_A_FIGURE)


def _is_orphan(word: str) -> bool:
    return _ORPHAN.fullmatch(word.rstrip("។៕៖ៗ ")) is not None


def _words(text: str) -> list[str]:
    """The segmenter's words; the whole text as one word where there is no segmenter."""
    with _lock:  # loading twice at once would drop the bytes that the first tagger reads from
        segment = _segmenter()
    if segment is None:
        return [text]
    try:
        with _lock:
            words = segment(text)
    except (RuntimeError, ValueError, LookupError):
        return [text]
    return words if "".join(words) == text else [text]


@lru_cache(maxsize=1)
def _segmenter() -> Segmenter | None:
    try:
        return _load_khmercut()
    except (ImportError, OSError, ValueError, RuntimeError, AttributeError) as problem:
        _log.info("No soft breaks, the segmenter is not usable: %s", type(problem).__name__)
        return None


_model = b""  # the tagger reads from these bytes as long as it lives; dropping them crashes it


def _load_khmercut() -> Segmenter:
    """A segmenter over khmercut's features and model.

    The model is handed over as bytes, because the C library cannot open a path with Khmer letters
    on Windows.
    """
    global _model  # noqa: PLW0603 - see above: these bytes must outlive every call
    import khmercut
    from pycrfsuite import Tagger

    _model = Path(khmercut.model_path).read_bytes()
    tagger = Tagger()
    tagger.open_inmemory(_model)

    def segment(text: str) -> list[str]:
        clusters = khmercut.seg_kcc(text)
        tags = tagger.tag(khmercut.create_kcc_features(clusters))
        return _joined(clusters, tags)

    return segment


def _joined(clusters: list[str], tags: list[str]) -> list[str]:
    words: list[str] = []
    for cluster, tag in zip(clusters, tags, strict=True):
        if tag == "1" or not words:
            words.append(cluster)
        else:
            words[-1] += cluster
    return words
