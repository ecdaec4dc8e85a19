"""Numbers the footnotes of a document in reading order, as Word does.

Texts and web pages print the numbers in the digits of the language; Word and LibreOffice number
notes themselves, and neither has Khmer digits for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from advocate_desk.exporters.blocks import Flow, Footnote, Part, Row
from advocate_desk.exporters.entries import Entries, EntryRows, Joined
from advocate_desk.exporters.page_text import PageText
from advocate_desk.language.numbers import in_digits


@dataclass(slots=True)
class NoteNumbers:
    """Counts as the rows of a document go by, in reading order."""

    page: PageText
    _count: int = 0

    def flow(self, flow: Flow) -> Flow:
        """The flow with its notes numbered."""
        head = tuple(self._row(row) for row in flow.head)
        return replace(flow, head=head, rows=self._numbered(flow.rows))

    def _numbered(self, rows: Sequence[Row]) -> Sequence[Row]:
        """The rows with their notes numbered; rows without notes as they are."""
        if isinstance(rows, Joined):
            return Joined(tuple(map(self._numbered, rows.pieces)))
        return rows if isinstance(rows, EntryRows) else tuple(map(self._row, rows))

    def _row(self, row: Row) -> Row:
        if not _has_notes(row):
            return row
        return replace(
            row, cells={code: tuple(map(self._part, parts)) for code, parts in row.cells.items()}
        )

    def _part(self, part: Part) -> Part:
        if not part.notes:
            return part
        return replace(part, notes=tuple(self._notes(part)))

    def _notes(self, part: Part) -> Iterator[Footnote]:
        for note in part.notes:
            self._count += 1
            marker = in_digits(self._count, self.page.digits(part.language))
            yield replace(note, number=self._count, marker=marker)


def _has_notes(row: Row) -> bool:
    return any(
        part.notes
        for parts in row.cells.values()
        if not isinstance(parts, Entries)
        for part in parts
    )
