"""Splitting, merging and converting blocks; nothing written is ever lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import (
    WITH_HEADING,
    WITH_ITEMS,
    WITHOUT_TEXT,
    BlockKind,
    Marker,
    TranslationState,
)
from advocate_desk.model.marked import marked
from advocate_desk.model.statement import EMPTY, PARAGRAPH_BREAK, Block, Rendition, paragraphs
from advocate_desk.model.translation import source_of

_HEADLINES = frozenset({BlockKind.TITLE, BlockKind.HEADING})
_ALONE = frozenset({BlockKind.ENDORSER_LIST, BlockKind.SIGNATURE_SUMMARY, BlockKind.PAGE_BREAK})


def converted(block: Block, kind: BlockKind) -> Block:
    """The block as another kind; a demand's heading becomes the first paragraph of others.

    Raises:
        DeskError: the kind cannot hold what the block holds.
    """
    if BlockKind.ITEM in {block.kind, kind}:
        raise DeskError(marked("Items belong to their list; their kind cannot be changed."))
    if block.items and kind not in WITH_ITEMS:
        raise DeskError(marked("This kind of block cannot hold the items of the list."))
    if kind in WITHOUT_TEXT and any(not side.is_empty for side in block.renditions.values()):
        raise DeskError(marked("A page break has no text; delete the text first."))
    sides = {
        code: _converted_side(side, block.kind, kind) for code, side in block.renditions.items()
    }
    return replace(block, kind=kind, renditions=sides, marker=_marker_for(kind, block.marker))


def _converted_side(side: Rendition, old: BlockKind, new: BlockKind) -> Rendition:
    if new in WITH_HEADING:
        is_headline = old in _HEADLINES and not side.heading
        return replace(side, heading=side.body, body="") if is_headline else side
    return replace(side, heading="", body=side.text)


def _marker_for(kind: BlockKind, marker: Marker) -> Marker:
    """Lists have bullets unless something else was chosen; other kinds know their own."""
    return Marker.BULLET if kind is BlockKind.LIST and marker is Marker.NONE else marker


def new_block(block_id: str, kind: BlockKind, sides: Mapping[str, Rendition]) -> Block:
    """A block of a kind with its usual marker."""
    return Block(block_id, kind, sides, marker=_marker_for(kind, Marker.NONE))


def split(block: Block, language: str, paragraph: int, new_id: str) -> tuple[Block, Block]:
    """The block up to a paragraph, and a new block from that paragraph on.

    Other languages are split at the same paragraph where they have it. Items follow the text they
    stand behind.

    Raises:
        DeskError: there is no such paragraph, or nothing would stay before it.
    """
    side = block.rendition(language)
    count = len(paragraphs(side.body))
    if not (0 if side.heading else 1) <= paragraph < count:
        raise DeskError(marked("The block cannot be split there."))
    halves = {code: _halves(one, paragraph) for code, one in block.renditions.items()}
    first = {code: pair[0] for code, pair in halves.items()}
    second = {code: pair[1] for code, pair in halves.items()}
    return (
        replace(block, renditions=first, items=(), edited=_edited(block)),
        replace(
            block,
            id=new_id,
            renditions=second,
            source_language=_source_among(second, block.source_language),
            clause_revision_id=None,
            edited=False,
        ),
    )


def _halves(side: Rendition, paragraph: int) -> tuple[Rendition, Rendition]:
    parts = paragraphs(side.body)
    if paragraph >= len(parts):
        return side, EMPTY
    first = replace(side, body=PARAGRAPH_BREAK.join(parts[:paragraph]))
    second = Rendition("", PARAGRAPH_BREAK.join(parts[paragraph:]), side.state)
    return (EMPTY if first.is_empty else first), second


def _source_among(sides: Mapping[str, Rendition], source: str) -> str:
    return source if source and not sides[source].is_empty else source_of(sides)


def merged(block: Block, follower: Block) -> Block:
    """The block with the paragraphs and items of the one behind it.

    Raises:
        DeskError: one of them stands alone, or the items would have no place.
    """
    if _ALONE & {block.kind, follower.kind}:
        raise DeskError(marked("These two blocks cannot be merged."))
    if follower.items and block.kind not in WITH_ITEMS:
        raise DeskError(marked("This kind of block cannot hold the items of the next one."))
    if block.items and any(not side.is_empty for side in follower.renditions.values()):
        raise DeskError(marked("The next block's text would move before the items of this one."))
    codes = dict.fromkeys((*block.renditions, *follower.renditions))
    sides = {code: _joined(block.rendition(code), follower.rendition(code)) for code in codes}
    return replace(
        block,
        renditions=sides,
        items=block.items + follower.items,
        source_language=block.source_language or follower.source_language,
        edited=_edited(block),
    )


def _joined(first: Rendition, second: Rendition) -> Rendition:
    if first.is_empty or second.is_empty:
        kept = second if first.is_empty else first
        return (
            kept if first.heading or not kept.heading else replace(kept, heading="", body=kept.text)
        )
    body = PARAGRAPH_BREAK.join(part for part in (first.body, second.text) if part)
    return Rendition(first.heading, body, _weaker(first.state, second.state))


def _weaker(one: TranslationState, other: TranslationState) -> TranslationState:
    if one is other:
        return one
    stale = TranslationState.STALE in {one, other}
    return TranslationState.STALE if stale else TranslationState.DRAFT


def _edited(block: Block) -> bool:
    return block.edited or block.clause_revision_id is not None
