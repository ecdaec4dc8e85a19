"""The translation memory: every approved pair, offered again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from advocate_desk.desk.aligning import Aligning
from advocate_desk.desk.boundary import LONGEST_TEXT
from advocate_desk.desk.remembering import (
    Feeder,
    Guard,
    approved_drafts,
    origin_of,
    written_drafts,
)
from advocate_desk.desk.verbs import NOTHING
from advocate_desk.desk.writing import Writing
from advocate_desk.model.changes import Area, Changes
from advocate_desk.model.draft import ListedRow
from advocate_desk.model.errors import DeskError
from advocate_desk.model.marked import marked
from advocate_desk.model.memory import (
    BODY,
    HEADING,
    LEAST_LIKENESS,
    DraftMemory,
    DraftPair,
    MemoryOrigin,
    MemoryPair,
    Remembered,
    Suggestion,
    other_language,
    parts_of,
)
from advocate_desk.model.statement import PARAGRAPH_BREAK

AREAS = frozenset({Area.MEMORY})
MOST_OF_A_WHOLE, MOST_OF_A_PART, MOST_PARTS = 5, 2, 12
_TAKE_IN = marked("Take into the memory")
_NO_PAIR = marked("There is no such pair in the memory; it may have been deleted.")


class Memory(Aligning):
    """Verbs of the translation memory."""

    # Looking up

    def suggest(
        self, text: str, language: str, *, limit: int = 5, least: int = LEAST_LIKENESS
    ) -> tuple[Suggestion, ...]:
        """The pairs whose side in a language is like a text, exact ones first.

        A pair that holds a name withheld anywhere in the desk is not shown.
        """
        guard = Guard(self._file)
        found = self._file.memory.alike(text.strip(), language, limit=2 * limit, least=least)
        allowed = (one for one in found if not guard.stops(one[1].texts.values()))
        suggestions = [Suggestion(pair, language, text, score) for score, pair in allowed]
        return tuple(suggestions[:limit])

    def suggest_for(self, block_id: str, language: str) -> tuple[Suggestion, ...]:
        """What the memory knows for one side of a block: by heading, body, then parts of the body.

        Raises:
            DeskError: there is no such block.
        """
        asked = other_language(language)
        source = self._block(block_id).rendition(asked)
        found = [*self._for_field(source.heading, asked, HEADING)]
        body = self._for_field(source.body, asked, BODY)
        if not any(one.score == 100 for one in body):
            body += self._for_parts(source.body, asked)
        return tuple(found + body)

    def _for_field(self, text: str, asked: str, field: str) -> list[Suggestion]:
        if not text.strip():
            return []
        found = self.suggest(text, asked, limit=MOST_OF_A_WHOLE)
        return [replace(one, field=field) for one in found]

    def _for_parts(self, body: str, asked: str) -> list[Suggestion]:
        return [
            replace(one, part=number)
            for number, part in enumerate(parts_of(body, asked)[:MOST_PARTS], start=1)
            for one in self.suggest(part, asked, limit=MOST_OF_A_PART)
        ]

    def origins(self) -> tuple[MemoryOrigin, ...]:
        """Every statement and file that pairs came from, with their number."""
        return self._file.memory.origins()

    def count(self) -> int:
        """How many pairs there are."""
        return self._file.memory.count()

    def pairs(self, origin: str | None = None) -> Iterator[MemoryPair]:
        """Every pair, of one origin or of all."""
        return self._file.memory.all(origin)

    # Using

    def insert(
        self, block_id: str, language: str, pair_id: str, *, field: str = BODY, append: bool = False
    ) -> Changes:
        """Put a pair's text in a language into one side of a block, as a draft.

        It takes the place of what is there or, with `append`, stands behind it.

        Raises:
            DeskError: there is no such pair or block, or the block cannot be written.
        """
        text = self._pair(pair_id).texts[language]
        if Guard(self._file).stops((text,)):
            raise DeskError(marked("A withheld name stands in the text; take it out first."))
        side = self._block(block_id).rendition(language)
        before = side.heading if field == HEADING else side.body
        whole = PARAGRAPH_BREAK.join(part for part in (before, text) if part) if append else text
        label = marked("Insert from the memory")
        writing = Writing(self._file)
        with self._step(label):
            changes = (
                writing.write(block_id, language, heading=whole)
                if field == HEADING
                else writing.write(block_id, language, body=whole)
            )
        return replace(changes, label=label) if changes else NOTHING

    # Feeding

    def take_in(self, statement_id: str, *, approved_only: bool = True) -> Remembered:
        """Take the pairs of a statement in: those signed off or, if wanted, all that are written.

        A side that is behind its source is never taken. What holds a withheld name is listed.
        """
        statement = self._statement(statement_id)
        drafts = approved_drafts if approved_only else written_drafts
        feeder = Feeder(self._file, origin_of(statement))
        with self._step(_TAKE_IN):
            feeder.take(drafts(statement.blocks))
        return _remembered(feeder, _TAKE_IN)

    def remember(self, pairs: Iterable[DraftPair], origin: str) -> Remembered:
        """Take pairs in, as one step; what holds a withheld name is listed."""
        feeder = Feeder(self._file, origin)
        with self._step(_TAKE_IN):
            feeder.take(pairs)
        return _remembered(feeder, _TAKE_IN)

    def delete(self, pair_ids: Sequence[str]) -> Changes:
        """Delete pairs.

        Raises:
            DeskError: none of them is there.
        """
        label = marked("Delete from the memory")
        with self._step(label):
            if not self._file.memory.delete(pair_ids):
                raise DeskError(_NO_PAIR)
        return Changes(AREAS, label=label)

    def clear(self, origin: str) -> Changes:
        """Delete every pair that came from a statement or file."""
        label = marked("Clear part of the memory")
        with self._step(label):
            count = self._file.memory.delete_of(origin)
        return Changes(AREAS, label=label) if count else NOTHING

    # Files

    def read_tmx(self, path: Path) -> DraftMemory:
        """The pairs of a TMX file: units read = accepted + repeated + listed.

        Raises:
            ImportRefused: the file is not a sound TMX file.
        """
        from advocate_desk.importers.tmx import read_tmx

        return read_tmx(path, longest=LONGEST_TEXT)

    def bring_in(self, draft: DraftMemory) -> Remembered:
        """Write a memory as read from a file; one step."""
        label = marked("Import a memory")
        self._back_up_first()
        feeder = Feeder(self._file, draft.origin)
        with self._step(label):
            feeder.take(draft.pairs)
        return _remembered(feeder, label)

    def bring_in_part(self, draft: DraftMemory, start: int, size: int, run: str) -> Remembered:
        """Write so many pairs of a memory from a place on; all calls with one `run` are one step.

        A window brings a large file in like this, to stay awake meanwhile.
        """
        label = marked("Import a memory")
        if start == 0:
            self._back_up_first()
        feeder = Feeder(self._file, draft.origin)
        with self._step(label, merge=f"memory:{run}"):
            feeder.take(draft.pairs[start : start + size])
        return _remembered(feeder, label)

    def _back_up_first(self) -> None:
        if not self._file.in_step and self._file.memory.count():
            self._file.back_up()

    def export_tmx(self, path: Path, *, origin: str | None = None, source: str = "en") -> int:
        """Write the memory as a TMX file; how many pairs were written.

        Pairs that hold a name withheld anywhere in the desk stay here, and nobody is named.

        Raises:
            DeskError: there is nothing to write.
            ExportRefused: the file cannot be written.
        """
        from advocate_desk.exporters.save import save
        from advocate_desk.exporters.tmx_writer import tmx_bytes

        guard = Guard(self._file)
        pairs = [one for one in self.pairs(origin) if not guard.stops(one.texts.values())]
        if not pairs:
            raise DeskError(marked("There is no pair in the memory that could be written."))
        save(path, tmx_bytes(pairs, source=source))
        return len(pairs)

    def _pair(self, pair_id: str) -> MemoryPair:
        try:
            return self._file.memory.get(pair_id)
        except KeyError as error:
            raise DeskError(_NO_PAIR) from error


def _remembered(feeder: Feeder, label: str) -> Remembered:
    areas = AREAS if feeder.made else frozenset[Area]()
    listed: tuple[ListedRow, ...] = tuple(feeder.listed)
    made = tuple(feeder.made)
    return Remembered(areas, label=label, made=made, known=feeder.known, listed=listed)
