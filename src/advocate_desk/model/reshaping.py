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
from advocate_desk.model.translation import source_of, with_state

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
    """Text and source are converted alike, so that what changed in the source stays to be seen."""
    source = side.translated_from
    heading, body = _converted_text(side.heading, side.body, old, new)
    converted_source = source and _converted_text(*source, old, new)
    return replace(side, heading=heading, body=body, translated_from=converted_source)


def _converted_text(heading: str, body: str, old: BlockKind, new: BlockKind) -> tuple[str, str]:
    if new in WITH_HEADING:
        return (body, "") if old in _HEADLINES and not heading else (heading, body)
    return "", Rendition(heading, body).text


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
    halves = {code: _halves(one, paragraph) for code, one in _reviewed(block, paragraph).items()}
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


def _reviewed(block: Block, paragraph: int) -> Mapping[str, Rendition]:
    """The sides; none is approved any more where one of them stays whole and faces a half."""
    sides = block.renditions
    facing = [one for one in sides.values() if not one.is_empty]
    if all(len(paragraphs(one.body)) > paragraph for one in facing):
        return sides
    return {code: _unreviewed(side) for code, side in sides.items()}


def _unreviewed(side: Rendition) -> Rendition:
    reviewed = side.state in {TranslationState.IN_REVIEW, TranslationState.APPROVED}
    return with_state(side, TranslationState.DRAFT) if reviewed else side


def _halves(side: Rendition, paragraph: int) -> tuple[Rendition, Rendition]:
    if paragraph >= len(paragraphs(side.body)):
        return side, EMPTY
    texts = _text_halves(side.heading, side.body, paragraph)
    sources = _text_halves(*side.translated_from, paragraph) if side.translated_from else None
    first, second = (
        replace(
            side,
            heading=heading,
            body=body,
            translated_from=sources[place] if sources else None,
        )
        for place, (heading, body) in enumerate(texts)
    )
    return (EMPTY if first.is_empty else first), second


def _text_halves(heading: str, body: str, at: int) -> tuple[tuple[str, str], tuple[str, str]]:
    parts = paragraphs(body)
    first, second = PARAGRAPH_BREAK.join(parts[:at]), PARAGRAPH_BREAK.join(parts[at:])
    return (heading, first), ("", second)


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
    source = _common_source(block, follower)
    sides = {code: _merged_side(block, follower, code, source) for code in codes}
    return replace(
        block,
        renditions=sides,
        items=block.items + follower.items,
        source_language=source,
        edited=_edited(block),
    )


def _common_source(block: Block, follower: Block) -> str:
    """The source of the one that has a stale side; of the first where both or none have one."""
    known = [one for one in (block, follower) if one.source_language]
    known.sort(key=lambda one: not _has_stale(one))
    return known[0].source_language if known else ""


def _has_stale(block: Block) -> bool:
    return any(side.state is TranslationState.STALE for side in block.renditions.values())


def _merged_side(block: Block, follower: Block, code: str, source: str) -> Rendition:
    """Both sides as one; where one of them is stale, what both were translated from is kept."""
    first, second = block.rendition(code), follower.rendition(code)
    joined = _joined(first, second)
    if joined.state is not TranslationState.STALE:
        return joined
    if code == source:  # the two had different sources: the other side stays to be looked at
        return with_state(joined, TranslationState.DRAFT)
    older = _joined(*(_source_then(one, code, source) for one in (block, follower)))
    return replace(joined, translated_from=(older.heading, older.body))


def _source_then(block: Block, code: str, source: str) -> Rendition:
    """The source as it was when a side was translated: as kept, else as it is now."""
    kept = block.rendition(code).translated_from
    return Rendition(*kept) if kept else block.rendition(source)


def _joined(first: Rendition, second: Rendition) -> Rendition:
    if first.is_empty or second.is_empty:
        kept = second if first.is_empty else first
        return (
            kept if first.heading or not kept.heading else replace(kept, heading="", body=kept.text)
        )
    body = PARAGRAPH_BREAK.join(part for part in (first.body, second.text) if part)
    state = _weaker(first.state, second.state)
    return _signed_by_both(Rendition(first.heading, body, state), first, second)


def _signed_by_both(joined: Rendition, first: Rendition, second: Rendition) -> Rendition:
    names = dict.fromkeys((first.reviewed_by, second.reviewed_by))
    if joined.state is not TranslationState.APPROVED:
        return joined
    day = max(first.reviewed_on, second.reviewed_on)
    return replace(joined, reviewed_by=", ".join(filter(None, names)), reviewed_on=day)


def _weaker(one: TranslationState, other: TranslationState) -> TranslationState:
    if one is other:
        return one
    stale = TranslationState.STALE in {one, other}
    return TranslationState.STALE if stale else TranslationState.DRAFT


def _edited(block: Block) -> bool:
    return block.edited or block.clause_revision_id is not None
