"""Any file a statement may come in, read by what it is."""

from __future__ import annotations

from pathlib import Path

from advocate_desk.importers.docx_file import docx_source
from advocate_desk.importers.files import (
    MOST_TEXT_BYTES,
    MOST_WORD_BYTES,
    TEXT_ENDINGS,
    WORD_ENDING,
    read_bytes,
    unknown_ending,
)
from advocate_desk.importers.source import Source
from advocate_desk.importers.text_file import MOST_PARAGRAPHS, text_source

_KNOWN = ".txt, .md, .docx"


def read_source(path: Path, *, most: int = MOST_PARAGRAPHS) -> Source:
    """The paragraphs of a text, Markdown or Word file.

    Raises:
        ImportRefused: with a sentence that says why the file cannot be read.
    """
    ending = path.suffix.lower()
    if ending in TEXT_ENDINGS:
        return text_source(read_bytes(path, MOST_TEXT_BYTES), path.name, most=most)
    if ending == WORD_ENDING:
        return docx_source(read_bytes(path, MOST_WORD_BYTES), path.name, most=most)
    raise unknown_ending(path.name or str(path), _KNOWN)
