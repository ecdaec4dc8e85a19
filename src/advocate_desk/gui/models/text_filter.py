"""Which blocks the text page shows: all, or those that wait for somebody."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from advocate_desk.model.kinds import TranslationState
from advocate_desk.model.statement import Block, walk, with_text

ALL, MISSING, STALE, REVIEW, OPEN, COMMENTED = (
    "all",
    "missing",
    "stale",
    "in_review",
    "not_approved",
    "commented",
)
KEYS = (ALL, MISSING, STALE, REVIEW, OPEN, COMMENTED)
STATES: Mapping[str, frozenset[TranslationState]] = {
    MISSING: frozenset({TranslationState.MISSING}),
    STALE: frozenset({TranslationState.STALE}),
    REVIEW: frozenset({TranslationState.IN_REVIEW}),
    OPEN: frozenset(TranslationState) - {TranslationState.APPROVED},
}


class TextFilter:
    """A block that was shown stays while somebody works on it, though it may match no longer."""

    def __init__(self) -> None:
        self.key = ALL
        self._languages: tuple[str, ...] = ()
        self._commented: Collection[str] = ()
        self._hidden: frozenset[str] = frozenset()

    @property
    def hidden(self) -> frozenset[str]:
        """The blocks that are not shown."""
        return self._hidden

    def know(self, languages: tuple[str, ...], commented: Collection[str]) -> None:
        """Takes the statement's languages, and the blocks and entries with open comments."""
        self._languages, self._commented = languages, commented

    def choose(self, key: str, blocks: tuple[Block, ...]) -> None:
        """From now on only blocks that match are shown."""
        self.key = key
        self._hidden = frozenset(block.id for block in blocks if not self.matches(block, key))

    def follow(self, before: tuple[Block, ...], blocks: tuple[Block, ...]) -> None:
        """Blocks that match by now are shown, and those that somebody changed out of sight."""
        known = {block.id: block for block in before}
        self._hidden = frozenset(
            block.id
            for block in blocks
            if block.id in self._hidden
            and known.get(block.id) == block
            and not self.matches(block, self.key)
        )

    def reveal(self, block_id: str) -> None:
        """Shows a block that somebody goes to."""
        self._hidden -= {block_id}

    def matches(self, block: Block, key: str) -> bool:
        """Whether a block or one of its entries is what is looked for."""
        if key == ALL:
            return True
        if key == COMMENTED:
            return any(part.id in self._commented for part in walk((block,)))
        states = STATES[key]
        return any(
            part.rendition(code).state in states
            for part in with_text((block,))
            for code in self._languages
        )

    def counts(self, blocks: tuple[Block, ...]) -> dict[str, int]:
        """How many blocks each choice would show."""
        return {key: sum(self.matches(block, key) for block in blocks) for key in KEYS}
