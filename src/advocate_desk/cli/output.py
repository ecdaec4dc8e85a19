"""What the command line prints."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TextIO


def line(text: str, stream: TextIO | None = None) -> None:
    """Print one line, on standard output where no stream is named."""
    print(text, file=stream)


def print_lines(lines: Iterable[str]) -> None:
    """Print lines."""
    for text in lines:
        line(text)


def print_json(value: object) -> None:
    """Print one JSON value, readable and in its own letters."""
    line(json.dumps(value, ensure_ascii=False, indent=2))
