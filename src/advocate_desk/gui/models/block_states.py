"""How far a block is, its entries included."""

from __future__ import annotations

from advocate_desk.model.kinds import WITHOUT_TEXT, TranslationState
from advocate_desk.model.statement import Block, walk

# From the least finished on.
_ORDER = (
    TranslationState.MISSING,
    TranslationState.STALE,
    TranslationState.DRAFT,
    TranslationState.IN_REVIEW,
    TranslationState.APPROVED,
)


def side_state(block: Block, language: str) -> TranslationState:
    """The state of one side: that of its least finished part."""
    return min((part.rendition(language).state for part in _counted(block)), key=_ORDER.index)


def block_state(block: Block, languages: tuple[str, ...]) -> TranslationState | None:
    """The state of the least finished side; None for a block without text."""
    if block.kind in WITHOUT_TEXT or not languages:
        return None
    return min((side_state(block, code) for code in languages), key=_ORDER.index)


def _counted(block: Block) -> tuple[Block, ...]:
    """A list without a lead-in is as far as its entries."""
    parts = tuple(walk((block,)))
    if len(parts) > 1 and all(side.is_empty for side in block.renditions.values()):
        return parts[1:]
    return parts
