"""The translation memory: look-ups in 100,000 pairs, beside a plain scan with rapidfuzz."""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path
from typing import TypeVar

from rapidfuzz import process
from rapidfuzz.fuzz import ratio

from advocate_desk.desk.desk import Desk
from advocate_desk.exporters.tmx_writer import tmx_bytes
from advocate_desk.model.kinds import ENGLISH, KHMER
from advocate_desk.model.memory import LEAST_LIKENESS, MemoryPair
from advocate_desk.store.memory import comparable
from benchmarks.memory_texts import near, pair_texts
from benchmarks.rows import Row

T = TypeVar("T")

PAIRS = 100_000
QUERIES = 40
SCANS = 3
LENGTH = range(330, 470)  # characters


def rows() -> list[Row]:
    """The rows of the table."""
    rng = random.Random(1)  # noqa: S311 - texts by lot, no secrets
    pairs = [MemoryPair(f"{n:06}", pair_texts(rng)) for n in range(PAIRS)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        numbers = count()
        desk = Desk.create(folder / "a.desk", new_id=lambda: f"{next(numbers):09}")
        try:
            import_rows = _brought_in(desk, pairs, folder / "memory.tmx")
            found = [_looked_up(desk, pairs, code) for code in (KHMER, ENGLISH)]
        finally:
            desk.close(back_up=False)
    return [*import_rows, *(row for some in found for row in some)]


def _brought_in(desk: Desk, pairs: list[MemoryPair], path: Path) -> list[Row]:
    path.write_bytes(tmx_bytes(pairs))
    read, draft = _timed(lambda: desk.memory.read_tmx(path))
    written, _ = _timed(lambda: desk.memory.bring_in(draft))
    return [
        Row("reading 100,000 pairs from a TMX file", read, "s", most=60),
        Row("writing and indexing 100,000 pairs", written, "s", most=120),
    ]


def _looked_up(desk: Desk, pairs: list[MemoryPair], language: str) -> list[Row]:
    rng = random.Random(2)  # noqa: S311 - as above
    texts = [pair.texts[language] for pair in pairs if len(pair.texts[language]) in LENGTH]
    queries = [near(rng, text)[0] for text in rng.sample(texts, QUERIES)]
    taken = [_timed(partial(desk.memory.suggest, query, language))[0] for query in queries]
    keys = [comparable(pair.texts[language]) for pair in pairs]
    scans = [_scan(keys, query) for query in queries[:SCANS]]
    own, scan = statistics.median(taken) * 1e3, statistics.median(scans) * 1e3
    slow = sorted(taken)[int(0.95 * len(taken))] * 1e3
    what = "Khmer" if language == KHMER else "English"
    return [
        Row(f"fuzzy look-up of 400 {what} characters, p95", slow, "ms", most=100),
        Row(f"… the same, median, {what}", own, "ms", "plain rapidfuzz scan", scan, 0.5),
    ]


def _scan(keys: list[str], query: str) -> float:
    """A look at every text; their folded forms are there already, which a desk has not."""
    folded = comparable(query)
    return _timed(
        lambda: process.extract(folded, keys, scorer=ratio, limit=5, score_cutoff=LEAST_LIKENESS)
    )[0]


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    started = time.perf_counter()
    result = work()
    return time.perf_counter() - started, result
