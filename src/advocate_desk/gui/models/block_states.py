"""How far a block is, its entries included."""

from __future__ import annotations

from datetime import date

from advocate_desk.language.catalog import current
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


def sign_off_words(block: Block, language: str) -> str:
    """Who approved one side of a block, and when; empty where nobody did."""
    if side_state(block, language) is not TranslationState.APPROVED:
        return ""
    sides = [part.rendition(language) for part in _counted(block)]
    names = dict.fromkeys(side.reviewed_by for side in sides if side.reviewed_by)
    day = max(side.reviewed_on for side in sides)
    return " · ".join(filter(None, (", ".join(names), day_words(day) if day else "")))


def day_words(day: str) -> str:
    """A day as the window's language writes it; unknown ones as they are kept."""
    from advocate_desk.language.dates import long_date

    try:
        return long_date(date.fromisoformat(day), current())
    except ValueError:
        return day


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
