"""Texts that stand twice, and texts that end unlike those beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from advocate_desk.model.dirt.passages import Look, Passage, Spot, about
from advocate_desk.model.finding import Finding
from advocate_desk.model.kinds import KHMER, BlockKind, Severity
from advocate_desk.model.marked import marked
from advocate_desk.model.rule_info import RuleInfo
from advocate_desk.model.statement import Block

_LONG_ENOUGH = 12
_SAME_START = 4  # words
_MOST_APART = 2  # words
_FULL_STOP = re.compile(r"[.។៕]\s*$")
_ENDS = re.compile(r"[.!?…។៕៖:;,”»\")\]]\s*$")
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
    starts: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for passage in look.texts:
        if len(passage.text) < _LONG_ENOUGH or passage.kind is BlockKind.ITEM:
            continue
        words = _words(passage.text)
        before = seen.get(passage.text, 0)
        seen[passage.text] = before + 1
        if before == 1:
            message = marked("This text stands in the statement already: “{found}”.")
            yield about(
                passage, REPEATED, Severity.HINT, message, [Spot(0, min(len(passage.text), 30))]
            )
        if not before and len(words) > _SAME_START:
            rivals = starts.setdefault(words[:_SAME_START], [])
            if any(_are_near(words, other) for other in rivals):
                message = marked("Nearly the same text stands in the statement already: “{found}”.")
                spot = Spot(0, min(len(passage.text), 30))
                yield about(passage, NEARLY_REPEATED, Severity.HINT, message, [spot])
            rivals.append(words)


def _are_near(some: Sequence[str], others: Sequence[str]) -> bool:
    """Whether two texts of the same length differ in a word or two of many."""
    if len(some) != len(others) or len(some) < 2 * _SAME_START:
        return False
    apart = sum(a != b for a, b in zip(some, others, strict=True))
    return 0 < apart <= _MOST_APART


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


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
    stopped = sum(_FULL_STOP.search(p.text) is not None for p in passages)
    open_ended = [p for p in passages if not _ENDS.search(p.text)]
    if stopped < 2 or stopped < 2 * len(open_ended):
        return
    for passage in open_ended:
        end = len(passage.text.rstrip())
        stop = "។" if passage.language == KHMER else "."
        message = marked("No full stop at the end, which the texts beside it have: “{found}”.")
        spots = [Spot(end, end, stop)]
        yield about(passage, NO_FULL_STOP, Severity.HINT, message, spots)
