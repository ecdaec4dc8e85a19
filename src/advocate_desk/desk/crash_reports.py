"""Crash reports: where a bug happened, without a word of anybody's text; they stay local."""

from __future__ import annotations

import traceback
from datetime import UTC, datetime
from pathlib import Path


def write_crash_report(error: BaseException, folder: Path) -> Path:
    """Write where a bug happened; the report's path."""
    import platform

    moment = datetime.now(UTC)
    lines = [
        moment.isoformat(timespec="seconds"),
        f"Python {platform.python_version()} on {platform.system()} {platform.release()}",
        type(error).__name__,
        *_frames(error),
    ]
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"crash-{moment:%Y%m%d-%H%M%S-%f}.txt"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _frames(error: BaseException) -> list[str]:
    # No message and no source line: both may hold what somebody wrote.
    stack = traceback.extract_tb(error.__traceback__)
    return [f"{Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in stack]
