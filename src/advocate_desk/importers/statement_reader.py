"""Documents in: a Markdown, text or Word file becomes one or several draft statements."""

from __future__ import annotations

from pathlib import Path

from advocate_desk.model.draft import DraftStatement
from advocate_desk.model.errors import ImportRefused
from advocate_desk.model.marked import marked


def read_statements(path: Path, kind: str = "auto") -> tuple[DraftStatement, ...]:
    """The statements of a file; a saved web page with several posts gives several.

    `kind` is `auto`, `statement` or `petition`. Nothing is written anywhere.

    Raises:
        ImportRefused: the file cannot be read, or is not what its name says.
    """
    raise ImportRefused(marked("“{name}” cannot be read."), name=path.name, kind=kind)
