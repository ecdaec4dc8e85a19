"""What the readers of files hand on: paragraphs with the marks they carried in the file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from advocate_desk.model.draft import DraftNote


@dataclass(frozen=True, slots=True)
class SourceParagraph:
    """One paragraph of a file, its markup taken off and remembered.

    `row` is the line or paragraph in the file, counted from 1. `level` is the heading level (0 for
    none), `marker` the list marker without blanks ("1.", "•", "១."), `typed` the same exactly as it
    stood before the text, `indent` its column. `gap` tells that a blank line stands before,
    `cell` is the row and column in a table, `is_break` a page break (without text), `language`
    what the column says where a table has one language a column.
    """

    text: str
    row: int
    level: int = 0
    marker: str = ""
    typed: str = ""
    indent: int = 0
    is_bold: bool = False
    gap: bool = True
    cell: tuple[int, int] | None = None
    is_break: bool = False
    language: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether it is running text: no heading, list entry or page break."""
        return not (self.level or self.marker or self.is_break)

    @property
    def as_typed(self) -> str:
        """The text with its list marker before it."""
        return f"{self.typed}{self.text}"


@dataclass(frozen=True, slots=True)
class Source:
    """A whole file: its paragraphs, what stands outside of the running text, and notes."""

    paragraphs: tuple[SourceParagraph, ...]
    unplaced: tuple[str, ...] = ()
    notes: tuple[DraftNote, ...] = ()


def has_text(paragraphs: Iterable[SourceParagraph]) -> bool:
    """Whether there is anything to read."""
    return any(paragraph.text.strip() for paragraph in paragraphs)
