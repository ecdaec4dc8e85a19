"""The lines of a returned form, with their places in its tables; a photo has none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from advocate_desk.importers.docx_file import ask_child
from advocate_desk.importers.files import MOST_TEXT_BYTES, MOST_WORD_BYTES, read_bytes
from advocate_desk.model.errors import ImportRefused

_WORD, _TEXT = ".docx", (".txt", ".md")
_MOST_LINES = 5000
_ZIP = b"PK\x03\x04"


class FormLine(NamedTuple):
    """A line of text; row and column are -1 outside of a table."""

    text: str
    row: int = -1
    column: int = -1


def form_lines(path: Path) -> tuple[FormLine, ...]:
    """What can be read of a returned form; nothing of a photo, or of a file that is damaged.

    A form whose text cannot be read may still have its code in its name, and be kept as evidence.
    """
    ending = path.suffix.lower()
    try:
        if ending == _WORD:
            data = read_bytes(path, MOST_WORD_BYTES)
            answer = ask_child(data, path.name) if data.startswith(_ZIP) else {"paragraphs": []}
            return tuple(_lines(answer["paragraphs"]))[:_MOST_LINES]
        if ending in _TEXT:
            text = read_bytes(path, MOST_TEXT_BYTES).decode("utf-8", errors="replace")
            return tuple(FormLine(line) for line in text.splitlines() if line.strip())[:_MOST_LINES]
    except ImportRefused:
        return ()
    return ()


def _lines(paragraphs: list[dict[str, Any]]) -> Iterator[FormLine]:
    for entry in paragraphs:
        text = str(entry["text"]).strip()
        row, column = entry.get("cell") or (-1, -1)
        if text:
            yield FormLine(text, row, column)
