"""Pairs on their way into the translation memory, from whatever verb brings them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from advocate_desk.desk.redaction import mark
from advocate_desk.model.draft import ListedRow
from advocate_desk.model.kinds import SHIPPED_LANGUAGES, TranslationState
from advocate_desk.model.marked import marked
from advocate_desk.model.memory import DraftPair, MemoryPair, pairs_of
from advocate_desk.model.progress import approved_pairs
from advocate_desk.model.statement import Block, Rendition, Statement, walk
from advocate_desk.model.withholding import Withheld
from advocate_desk.store.desk_file import DeskFile

HAS_WITHHELD_NAME = marked("A withheld name stands in it.")


class Guard:
    """Knows every name that is withheld in some statement of the desk."""

    def __init__(self, file: DeskFile) -> None:
        self._withheld = Withheld.of(file.endorsements.withheld())

    def stops(self, texts: Iterable[str]) -> bool:
        """Whether one of the texts holds a withheld name."""
        return any(self._withheld.spans(text) for text in texts)

    def redacted(self, text: str, language: str) -> str:
        """The text with a mark in the place of every such name."""
        return self._withheld.redacted(text, mark(language))


class Feeder:
    """Writes pairs inside the open step, and lists what may not enter."""

    def __init__(self, file: DeskFile, origin: str) -> None:
        self._file = file
        self._guard = Guard(file)
        self._origin = "" if self._guard.stops((origin,)) else origin
        self.made: list[str] = []
        self.known = 0
        self.listed: list[ListedRow] = []

    def take(self, drafts: Iterable[DraftPair]) -> None:
        """Write the pairs that are new and hold no withheld name."""
        pairs = [self._pair(draft) for draft in drafts if self._may_enter(draft)]
        made = self._file.memory.insert(pairs)
        self.known += len(pairs) - len(made)
        self.made += made

    def _may_enter(self, draft: DraftPair) -> bool:
        if not self._guard.stops(draft.texts.values()):
            return True
        self.listed.append(ListedRow(draft.row, "", HAS_WITHHELD_NAME))
        return False

    def _pair(self, draft: DraftPair) -> MemoryPair:
        return MemoryPair(
            self._file.new_id(),
            draft.texts,
            self._origin,
            draft.author or self._file.author,
            draft.approved_on or self._file.now()[:10],
        )


def remember_blocks(file: DeskFile, block_ids: Iterable[str]) -> None:
    """Take blocks and entries in whose translation is signed off now; inside the open step."""
    feeders: dict[str, Feeder] = {}
    for block_id in block_ids:
        statement_id = file.blocks.statement_of(block_id)
        if statement_id not in feeders:
            statement = file.statements.get(statement_id)
            feeders[statement_id] = Feeder(file, origin_of(statement))
        alone = replace(file.blocks.get(block_id), items=())
        feeders[statement_id].take(approved_drafts((alone,)))


def remember_clause(file: DeskFile, clause_id: str) -> None:
    """Take the newest revision of a clause in if both its sides are signed off now."""
    clause = file.clauses.get(clause_id)
    sides = clause.latest.renditions
    written = [sides[code] for code in SHIPPED_LANGUAGES if code in sides]
    if len(written) == 2 and all(side.state is TranslationState.APPROVED for side in written):
        origin = clause.topic or _first_line(sides)
        drafts = (DraftPair(texts, 0, *_review_of(written)) for texts in pairs_of(sides))
        Feeder(file, origin).take(drafts)


def approved_drafts(blocks: tuple[Block, ...]) -> Iterator[DraftPair]:
    """The pairs of blocks and entries whose translation is signed off."""
    for row, pair in enumerate(approved_pairs(blocks), start=1):
        sides = {code: Rendition(*texts) for code, texts in pair.sides.items()}
        for texts in pairs_of(sides):
            yield DraftPair(texts, row, pair.reviewed_by, pair.reviewed_on)


def written_drafts(blocks: tuple[Block, ...]) -> Iterator[DraftPair]:
    """The pairs of all blocks and entries with both sides, none of them behind the other."""
    for row, block in enumerate(walk(blocks), start=1):
        states = {block.rendition(code).state for code in SHIPPED_LANGUAGES}
        if not states & {TranslationState.MISSING, TranslationState.STALE}:
            for texts in pairs_of(block.renditions):
                yield DraftPair(texts, row)


def _review_of(sides: list[Rendition]) -> tuple[str, str]:
    by = next((side.reviewed_by for side in sides if side.reviewed_by), "")
    return by, max(side.reviewed_on for side in sides)


def origin_of(statement: Statement) -> str:
    """What the pairs of a statement are said to come from: its title."""
    return _first_line({code: Rendition(body=statement.title(code)) for code in ("en", "km")})


def _first_line(sides: Mapping[str, Rendition]) -> str:
    texts = (side.text.strip() for side in sides.values())
    return next((text.split("\n", 1)[0] for text in texts if text), "")
