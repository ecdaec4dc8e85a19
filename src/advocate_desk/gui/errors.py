"""Two families of errors: a refusal becomes a sentence, a bug becomes a crash report."""

from __future__ import annotations

import platform
import traceback
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from advocate_desk.gui.words import word
from advocate_desk.language.catalog import tr
from advocate_desk.model.errors import DeskError
from advocate_desk.model.finding import Finding


def _shown(value: object) -> object:
    return word(value) if isinstance(value, StrEnum) else value


def _filled(text: str, arguments: dict[str, object]) -> str:
    translated = tr(text) if text else ""
    shown = {name: _shown(value) for name, value in arguments.items()}
    return translated.format(**shown) if shown else translated


def sentence(error: DeskError) -> str:
    """The refusal in the window's language: what cannot be done and what to do instead."""
    parts = (_filled(text, error.arguments) for text in (error.message, error.advice))
    return " ".join(part for part in parts if part)


def finding_sentence(finding: Finding) -> str:
    """What a check found, in the window's language."""
    return _filled(finding.message, dict(finding.arguments))


def _frames(error: BaseException) -> list[str]:
    # No message and no source line: both may hold what somebody wrote.
    stack = traceback.extract_tb(error.__traceback__)
    return [f"{Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in stack]


def crash_report(error: BaseException, folder: Path) -> Path:
    """Writes where a bug happened, without a word of anybody's text; the report's path."""
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
