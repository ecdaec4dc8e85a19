"""The parity check: what it finds of planted faults, what it finds falsely, and how fast it is."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass

from advocate_desk.model.checked import Checked
from advocate_desk.model.kinds import BlockKind, StatementKind, TranslationState
from advocate_desk.model.parity import comparing
from advocate_desk.model.parity.known import Known
from advocate_desk.model.parity.rules import parity
from advocate_desk.model.statement import Block, Rendition, Statement
from benchmarks.parity_faults import Fault, planted
from benchmarks.parity_pairs import Pair, labelled
from benchmarks.rows import Row

BLOCKS = 40
ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Score:
    """What the check made of planted faults and of pairs without any."""

    faults: int
    missed: tuple[Fault, ...]
    right: int
    wrong: tuple[tuple[str, str, str], ...]

    @property
    def recall(self) -> float:
        """The share of planted faults that were found."""
        return 1 - len(self.missed) / self.faults

    @property
    def precision(self) -> float:
        """The share of what was found that tells of a planted fault."""
        return self.right / (self.right + len(self.wrong))


def score(faults: Iterable[Fault], pairs: Iterable[Pair]) -> Score:
    """The check tried on faults and on the same texts without faults."""
    known = Known.of(labelled().endorsements, labelled().terms)
    faults, missed, right, wrong = tuple(faults), [], 0, []
    for fault in faults:
        found = comparing.gaps(fault.km, fault.en, known)
        told = [gap for gap in found if gap.kind in fault.rules]
        right += len(told)
        wrong += [(gap.kind, gap.khmer, gap.english) for gap in found if gap not in told]
        missed += [] if told else [fault]
    for pair in pairs:
        found = comparing.gaps(pair.km, pair.en, known)
        wrong += [(gap.kind, gap.khmer, gap.english) for gap in found]
    return Score(len(faults), tuple(missed), right, tuple(wrong))


def statement(blocks: int = BLOCKS) -> Checked:
    """A statement of so many demands, each text different from all others."""
    pairs = labelled().pairs
    made = [_demand(number, pairs[number % len(pairs)]) for number in range(blocks)]
    whole = Statement("s", StatementKind.JOINT_STATEMENT, blocks=tuple(made))
    return Checked(whole, labelled().endorsements, ("km", "en"))


def _demand(number: int, pair: Pair) -> Block:
    state = TranslationState.DRAFT
    km = Rendition(f"សំណើទី {number}", f"{pair.km} ({number})", state)
    en = Rendition(f"Demand {number}", f"{pair.en} ({number})", state)
    return Block(f"b{number}", BlockKind.DEMAND, {"km": km, "en": en})


def _milliseconds(checked: Checked) -> float:
    """The best time of a check in which nothing is remembered."""
    times = []
    for _ in range(ROUNDS):
        comparing.side.cache_clear()
        comparing.gaps.cache_clear()
        begin = time.perf_counter()
        for block in checked.statement.blocks:
            list(parity(checked, block))
        times.append((time.perf_counter() - begin) * 1000)
    return min(times)


def _scores(name: str, pairs: tuple[Pair, ...]) -> list[Row]:
    found = score(planted(pairs), pairs)
    what = f"parity, {name}: {found.faults} faults in {len(pairs)} pairs"
    return [
        Row(f"{what}, recall", 100 * found.recall, "%", least=95),
        Row(f"{what}, precision", 100 * found.precision, "%", least=95),
    ]


def rows() -> list[Row]:
    """The rows of the table."""
    pairs = labelled().pairs
    held_out = tuple(pair for pair in pairs if pair.held_out)
    full, one = statement(), statement(1)
    for block in full.statement.blocks:
        list(parity(full, block))
    return [
        *_scores("all", pairs),
        *_scores("held out", held_out),
        Row(f"parity of {BLOCKS} blocks, nothing remembered", _milliseconds(full), "ms", most=40),
        Row("parity of one block, nothing remembered", _milliseconds(one), "ms", most=4),
        Row("parity of one block after a keystroke", _keystroke(full), "ms", most=4),
    ]


def _keystroke(checked: Checked) -> float:
    """A check of all blocks after one of them changed, the others being remembered."""
    times = []
    first = checked.statement.blocks[0]
    for number in range(ROUNDS):
        changed = _demand(
            0, Pair(first.rendition("km").body, first.rendition("en").body + "." * number)
        )
        blocks = (changed, *checked.statement.blocks[1:])
        begin = time.perf_counter()
        for block in blocks:
            list(parity(checked, block))
        times.append((time.perf_counter() - begin) * 1000)
    return min(times)
