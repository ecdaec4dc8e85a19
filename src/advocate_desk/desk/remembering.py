"""Pairs on their way into the translation memory, from whatever verb brings them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from advocate_desk.language.khmer import fold
from advocate_desk.model.clause import ClauseRevision
from advocate_desk.model.draft import ListedRow
from advocate_desk.model.kinds import SHIPPED_LANGUAGES, TranslationState
from advocate_desk.model.marked import marked
from advocate_desk.model.memory import DraftPair, MemoryPair, pairs_of
from advocate_desk.model.statement import Block, Rendition, Statement
from advocate_desk.model.withholding import Withheld
from advocate_desk.store.desk_file import DeskFile

HAS_WITHHELD_NAME = marked("A withheld name stands in it.")

_NO_LETTERS = re.compile(r"[\W_]+")


class Guard:
    """Knows every name that is withheld in some statement of the desk."""

    def __init__(self, file: DeskFile) -> None:
        self._withheld = Withheld.of(file.endorsements.withheld())
        self._letters = tuple({_letters(name) for name in self._withheld.names})

    def stops(self, texts: Iterable[str]) -> bool:
        """Whether one of the texts holds a withheld name."""
        return bool(self._letters) and any(self._holds_name(text) for text in texts)

    def _holds_name(self, text: str) -> bool:
        """Letters alone are compared first: that is quick, and misses nothing."""
        letters = _letters(text)
        return any(name in letters for name in self._letters) and bool(self._withheld.spans(text))


def _letters(text: str) -> str:
    return _NO_LETTERS.sub("", fold(text))


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


def remember_block(file: DeskFile, block_id: str) -> None:
    """Take a block into the memory if both its sides are signed off; inside the open step.

    Sign-off calls this for the block whose side was just approved.
    """
    block = file.blocks.get(block_id)
    if is_approved(block.renditions):
        statement = file.statements.get(file.blocks.statement_of(block_id))
        Feeder(file, origin_of(statement)).take(drafts_of(block))


def remember_revision(file: DeskFile, revision: ClauseRevision) -> None:
    """Take a revision of a clause into the memory if both its sides are signed off."""
    if is_approved(revision.renditions):
        clause = file.clauses.get(revision.clause_id)
        origin = clause.topic or _first_line(revision.renditions)
        Feeder(file, origin).take(map(DraftPair, pairs_of(revision.renditions)))


def is_approved(sides: Mapping[str, Rendition]) -> bool:
    """Whether both sides are written and signed off."""
    states = {sides[code].state for code in SHIPPED_LANGUAGES if code in sides}
    return states == {TranslationState.APPROVED} and set(SHIPPED_LANGUAGES) <= set(sides)


def drafts_of(block: Block, row: int = 0) -> Iterator[DraftPair]:
    """The pairs a block gives, with who signed off and when."""
    sides = [block.rendition(code) for code in SHIPPED_LANGUAGES]
    author = next((side.reviewed_by for side in sides if side.reviewed_by), "")
    when = max(side.reviewed_on for side in sides)[:10]
    for texts in pairs_of(block.renditions):
        yield DraftPair(texts, row, author, when)


def origin_of(statement: Statement) -> str:
    """What the pairs of a statement are said to come from: its title."""
    return _first_line({code: Rendition(body=statement.title(code)) for code in ("en", "km")})


def _first_line(sides: Mapping[str, Rendition]) -> str:
    texts = (side.text.strip() for side in sides.values())
    return next((text.split("\n", 1)[0] for text in texts if text), "")
