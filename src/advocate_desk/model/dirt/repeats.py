"""Texts that stand twice, and texts that end unlike those beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from advocate_desk.model.dirt.passages import Look, Passage, Spot, about
from advocate_desk.model.finding import Finding
from advocate_desk.model.kinds import KHMER, BlockKind, Severity
from advocate_desk.model.marked import marked
from advocate_desk.model.rule_info import RuleInfo
from advocate_desk.model.statement import Block

_LONG_ENOUGH = 12
_FEWEST_WORDS = 8
_MOST_APART = 2  # words
_Third = tuple[int, str]
_Part = tuple[int, _Third, _Third]  # number of words, two thirds of them
_FULL_STOPS = (".", "។", "៕")
_ENDS = (*_FULL_STOPS, *'!?…៖:;,”»")]')
_ENDED_ALIKE = frozenset({BlockKind.PARAGRAPH, BlockKind.DEMAND, BlockKind.QUOTATION})

REPEATED = RuleInfo(
    "repeated_text",
    marked("Texts that stand twice"),
    marked("The same words in two blocks: one of them was meant to go, or to be another."),
)
NEARLY_REPEATED = RuleInfo(
    "nearly_repeated_text",
    marked("Texts that are nearly the same"),
    marked("Two blocks differ in a word or two: one may be an older wording."),
)
NO_FULL_STOP = RuleInfo(
    "no_full_stop",
    marked("A missing full stop"),
    marked("The texts beside it end in one."),
)
INFOS = (REPEATED, NEARLY_REPEATED, NO_FULL_STOP)


def repeated(look: Look) -> Iterator[Finding]:
    """A text that says what an earlier one said, word by word or nearly so."""
    seen: dict[str, int] = {}
    parts: dict[_Part, list[tuple[str, ...]]] = {}
    for passage in look.texts:
        if len(passage.text) < _LONG_ENOUGH or passage.kind is BlockKind.ITEM:
            continue
        before = seen.get(passage.text, 0)
        seen[passage.text] = before + 1
        if before == 1:
            message = marked("This text stands in the statement already: “{found}”.")
            yield about(passage, REPEATED, Severity.HINT, message, _beginning(passage))
        if not before and _is_near_one(passage.text, parts):
            message = marked("Nearly the same text stands in the statement already: “{found}”.")
            yield about(passage, NEARLY_REPEATED, Severity.HINT, message, _beginning(passage))


def _beginning(passage: Passage) -> list[Spot]:
    return [Spot(0, min(len(passage.text), 30))]


def _is_near_one(text: str, known: dict[_Part, list[tuple[str, ...]]]) -> bool:
    """Whether the text is near an earlier one; it is then known itself.

    Two texts are compared where two thirds of them are the same: the words that differ stand in
    the other third, because somebody changed a turn.
    """
    words, parts = _thirds(text)
    rivals = {rival for part in parts for rival in known.get(part, ())}
    for part in parts:
        known.setdefault(part, []).append(words)
    return any(_are_near(words, rival) for rival in rivals)


@lru_cache(maxsize=4096)
def _thirds(text: str) -> tuple[tuple[str, ...], tuple[_Part, ...]]:
    """The words of a text, and the pairs of its thirds."""
    words = tuple(text.split())
    if len(words) < _FEWEST_WORDS:
        return words, ()
    third = len(words) // 3
    pieces = (words[:third], words[third : 2 * third], words[2 * third :])
    pairs = combinations(enumerate(" ".join(piece) for piece in pieces), 2)
    return words, tuple((len(words), *pair) for pair in pairs)


def _are_near(some: Sequence[str], others: Sequence[str]) -> bool:
    return 0 < sum(a != b for a, b in zip(some, others, strict=True)) <= _MOST_APART


def no_full_stop(look: Look) -> Iterator[Finding]:
    """A paragraph, demand or entry without the full stop that its neighbours have."""
    written = {p.block_id: p for p in look.texts if p.field == "body"}
    blocks = look.checked.statement.blocks
    for kind in _ENDED_ALIKE:
        yield from _unlike(written, [b for b in blocks if b.kind is kind])
    for block in blocks:
        yield from _unlike(written, block.items)


def _unlike(written: dict[str, Passage], siblings: Sequence[Block]) -> Iterator[Finding]:
    passages = [written[block.id] for block in siblings if block.id in written]
    endings = [p.text.rstrip()[-1:] for p in passages]
    stopped = sum(ending in _FULL_STOPS for ending in endings)
    open_ended = [p for p, end in zip(passages, endings, strict=True) if end not in _ENDS]
    if stopped < 2 or stopped < 2 * len(open_ended):
        return
    for passage in open_ended:
        end = len(passage.text.rstrip())
        stop = "។" if passage.language == KHMER else "."
        message = marked("No full stop at the end, which the texts beside it have: “{found}”.")
        spots = [Spot(end, end, stop)]
        yield about(passage, NO_FULL_STOP, Severity.HINT, message, spots)
