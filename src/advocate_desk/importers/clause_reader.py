"""Clauses in: the demands of a Markdown, text or Word file, for the library."""

from __future__ import annotations

from pathlib import Path

from advocate_desk.model.draft import DraftClause
from advocate_desk.model.errors import ImportRefused
from advocate_desk.model.marked import marked


def read_clauses(path: Path) -> tuple[DraftClause, ...]:
    """The clauses of a file, one a demand, paired where the file holds two languages.

    Raises:
        ImportRefused: the file cannot be read, or is not what its name says.
    """
    raise ImportRefused(marked("“{name}” cannot be read."), name=path.name)
