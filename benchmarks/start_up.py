"""Process start to the first painted window, beside an empty window and novelWriter."""

from __future__ import annotations

import importlib.util
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.rows import Row

CHILD = Path(__file__).parent / "first_paint.py"
ROUNDS = 9


def started(kind: str, folder: Path, *more: str) -> float:
    """Milliseconds one start took; the parent's own time before the child exists counts too."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": ""}
    command = [sys.executable, str(CHILD), kind, str(time.time_ns()), str(folder), *more]
    shown = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return float(shown.stdout.split()[-1])


def make_desk(path: Path) -> None:
    """A desk with the sample statement."""
    from advocate_desk.desk.desk import Desk
    from advocate_desk.desk.sample import make_sample

    opened = Desk.create(path)
    make_sample(opened)
    opened.close()


def rows() -> list[Row]:
    """The rows of the table; every kind is started in turn, so that drift hits all alike."""
    kinds = ["empty", "desk", "editable"]
    if importlib.util.find_spec("novelwriter"):
        kinds.append("novelwriter")
    times: dict[str, list[float]] = {kind: [] for kind in kinds}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_desk(folder / "sample.desk")
        (folder / "window.json").write_text('{"language": "en"}', encoding="utf-8")
        for turn in range(ROUNDS + 1):
            for kind in kinds:
                taken = started(kind, folder, str(folder / "sample.desk"))
                if turn:
                    times[kind].append(taken)
    middle = {kind: statistics.median(values) for kind, values in times.items()}
    return _table(middle)


def _table(middle: dict[str, float]) -> list[Row]:
    empty = middle["empty"]
    found = [
        Row("first paint", middle["desk"], "ms", "empty QMainWindow", empty, 1.3),
        Row("statement editable", middle["editable"], "ms", "empty QMainWindow", empty, 3.0),
    ]
    if "novelwriter" in middle:
        peer = middle["novelwriter"]
        found.append(Row("first paint", middle["desk"], "ms", "novelWriter", peer, 1.0))
    return found
