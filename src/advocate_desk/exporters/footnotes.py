"""Numbers the footnotes of a text: from 1 in each language, in the digits of the document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from advocate_desk.exporters.blocks import Footnote, Part, Row
from advocate_desk.exporters.entries import Entries, EntryRows
from advocate_desk.exporters.page_text import PageText
from advocate_desk.language.numbers import in_digits


@dataclass(slots=True)
class NoteNumbers:
    """Counts as the rows of a document go by, in reading order."""

    page: PageText
    _counts: dict[str, int] = field(default_factory=dict)

    def numbered(self, rows: Sequence[Row]) -> Sequence[Row]:
        """The rows with their notes numbered; rows without notes as they are."""
        if isinstance(rows, EntryRows) or not any(_has_notes(row) for row in rows):
            return rows
        return tuple(self._row(row) if _has_notes(row) else row for row in rows)

    def _row(self, row: Row) -> Row:
        return replace(
            row, cells={code: tuple(map(self._part, parts)) for code, parts in row.cells.items()}
        )

    def _part(self, part: Part) -> Part:
        if not part.notes:
            return part
        return replace(part, notes=tuple(self._notes(part)))

    def _notes(self, part: Part) -> Iterator[Footnote]:
        for note in part.notes:
            number = self._counts[part.language] = self._counts.get(part.language, 0) + 1
            marker = in_digits(number, self.page.digits(part.language))
            yield replace(note, number=number, marker=marker)


def _has_notes(row: Row) -> bool:
    return any(
        part.notes
        for parts in row.cells.values()
        if not isinstance(parts, Entries)
        for part in parts
    )
