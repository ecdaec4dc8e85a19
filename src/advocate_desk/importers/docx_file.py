"""Word files in: hands the bytes to a limited process and takes its answer apart."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from advocate_desk.importers.files import NOT_WORD, really_is
from advocate_desk.importers.markers import settled
from advocate_desk.importers.source import Source, SourceParagraph
from advocate_desk.importers.tables import settled_tables
from advocate_desk.importers.text_file import MOST_PARAGRAPHS, refuse_unreadable
from advocate_desk.model.draft import DraftNote
from advocate_desk.model.errors import ImportRefused
from advocate_desk.model.marked import marked

PATIENCE_SECONDS = 30.0
CHILD_SWITCH = "--read-docx"  # what a frozen program is started with to be the child
_ZIP = b"PK\x03\x04"


def docx_source(
    data: bytes, name: str, *, most: int = MOST_PARAGRAPHS, settles_tables: bool = True
) -> Source:
    """A Word file as paragraphs; tables that are not settled keep every cell in its place.

    Raises:
        ImportRefused: not a Word file, damaged, built to do harm, or without words.
    """
    if not data.startswith(_ZIP):
        raise ImportRefused(really_is(data) or _text_or_nothing(data), name=name)
    answer = ask_child(data, name)
    source = _source(answer, settles_tables=settles_tables)
    refuse_unreadable(source.paragraphs, name, most=most)
    return source


def _text_or_nothing(data: bytes) -> str:
    """The sentence for a file whose first bytes tell nothing: text, or who knows what."""
    head = data[:4000]
    try:
        head[: max(len(head) - 4, 1)].decode("utf-8")
    except UnicodeDecodeError:
        return NOT_WORD
    is_text = b"\0" not in head
    return marked("“{name}” is not what its name says: it is a text file.") if is_text else NOT_WORD


def ask_child(data: bytes, name: str, *task: str) -> dict[str, Any]:
    """What the limited process makes of a Word file.

    Raises:
        ImportRefused: by the process, or because it did not answer within its limits.
    """
    answer = _answer(data, name, task)
    if "refused" in answer:
        raise ImportRefused(
            answer["refused"],
            advice=answer["advice"],
            **{**answer["arguments"], "name": name},
        )
    return answer


def _answer(data: bytes, name: str, task: tuple[str, ...]) -> dict[str, Any]:
    try:
        done = subprocess.run(  # noqa: S603 - our own program, no shell
            [*child_command(), *task],
            input=data,
            capture_output=True,
            timeout=PATIENCE_SECONDS,
            env=_environment(),
            check=True,
        )
        answer: dict[str, Any] = json.loads(done.stdout)
    except (subprocess.SubprocessError, OSError, ValueError):
        raise ImportRefused(
            marked("“{name}” could not be read within the limits of time and memory."),
            advice=marked("It may be damaged, or built to do harm."),
            name=name,
        ) from None
    return answer


def child_command() -> list[str]:
    """How the limited process is started; a frozen program starts itself with a switch."""
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD_SWITCH]
    return [sys.executable, "-P", "-m", "advocate_desk.importers.docx_child"]


def _environment() -> Mapping[str, str]:
    """The environment with our own source first, so that no other module is taken for ours."""
    root = str(Path(__file__).resolve().parents[2])
    others = os.environ.get("PYTHONPATH", "")
    path = os.pathsep.join(part for part in (root, others) if part)
    return {**os.environ, "PYTHONPATH": path}


def _source(answer: Mapping[str, Any], *, settles_tables: bool = True) -> Source:
    lines = settled([_paragraph(entry) for entry in answer["paragraphs"]])
    paragraphs, from_tables = settled_tables(lines) if settles_tables else (lines, ())
    notes = tuple(DraftNote(note["message"], note["arguments"]) for note in answer["notes"])
    return Source(paragraphs, (*from_tables, *answer["unplaced"]), notes)


def _paragraph(entry: Mapping[str, Any]) -> SourceParagraph:
    cell = entry["cell"]
    return SourceParagraph(**{**entry, "cell": tuple(cell) if cell else None})
