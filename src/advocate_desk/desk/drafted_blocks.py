"""Draft blocks, as read from a file, to blocks of a statement."""

from __future__ import annotations

from collections.abc import Mapping

from advocate_desk.desk.boundary import Incoming
from advocate_desk.model.draft import DraftBlock, DraftText
from advocate_desk.model.ids import NewId
from advocate_desk.model.statement import Block, Rendition
from advocate_desk.model.translation import aligned, drafted, source_of


def block_of(
    draft: DraftBlock, incoming: Incoming, languages: tuple[str, ...], new_id: NewId
) -> Block:
    """The block with its items, each with a side in every language."""
    sides = aligned(sides_of(draft.texts, incoming), languages)
    return Block(
        new_id(),
        draft.kind,
        sides,
        tuple(block_of(item, incoming, languages, new_id) for item in draft.items),
        draft.marker,
        source_language=source_of(sides),
    )


def sides_of(texts: Mapping[str, DraftText], incoming: Incoming) -> dict[str, Rendition]:
    """The texts of a draft, cleaned."""
    return {
        code: drafted(incoming.text(text.heading), incoming.text(text.body))
        for code, text in texts.items()
    }
