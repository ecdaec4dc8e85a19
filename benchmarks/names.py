"""Matching names: how right it is on labelled pairs, how fast on a large registry; sorting names."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping

from advocate_desk.language.collation import sort_key
from benchmarks.name_load import INCOMING, REGISTRY, SEED, SLICE, names
from benchmarks.name_pairs import Pair, judge, labelled
from benchmarks.rows import Row

LEAST = 95


def rows() -> list[Row]:
    """The rows of the table."""
    pairs = labelled()
    return [
        *_scores("all", pairs),
        *_scores("held out", [pair for pair in pairs if pair.held_out]),
        *_loads(),
        Row(f"sorting {REGISTRY:,} names, Khmer and English", _sorting(), "s", most=1),
    ]


def _scores(what: str, pairs: Iterable[Pair]) -> list[Row]:
    score = judge(pairs)
    text = f"names, {what}: {len(score.judged)} labelled pairs"
    return [
        Row(f"{text}, precision", 100 * score.precision, "%", least=LEAST),
        Row(f"{text}, recall", 100 * score.recall, "%", least=LEAST),
    ]


def _loads() -> list[Row]:
    ours, full = _measured(), _measured("all")
    what = f"{INCOMING:,} names against {REGISTRY:,}"
    peer = f"all pairs, from a {INCOMING // SLICE}th"
    seconds = ours["seconds"]
    return [
        Row(f"{what}, index and suggestions", seconds, "s", most=5),
        Row(f"{what}, beside comparing all", seconds, "s", peer, full["seconds"], most=0.5),
        Row(f"{what}, peak memory", ours["megabytes"], "MB", most=300),
        Row(f"{what}, slips found again", ours["found"], "%", least=90),
        Row(f"one name while typing, against {REGISTRY:,}", ours["typing"], "ms", most=30),
    ]


def _measured(*arguments: str) -> Mapping[str, float]:
    """Measured in a process of its own, whose memory is nobody else's."""
    command = [sys.executable, "-m", "benchmarks.name_load", *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _sorting() -> float:
    texts = [name.text for name in names(random.Random(SEED))]  # noqa: S311 - made-up names
    started = time.process_time()
    texts.sort(key=lambda text: sort_key(text, "km"))
    return time.process_time() - started
