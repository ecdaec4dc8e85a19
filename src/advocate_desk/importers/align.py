"""The pieces of two languages brought side by side, and pairs merged to blocks with both sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from advocate_desk.importers.align_traits import GENERAL, Traits, traits_of
from advocate_desk.importers.align_walk import best_pairs
from advocate_desk.importers.endorser_pairing import paired_endorsers
from advocate_desk.importers.pieces import Piece
from advocate_desk.model.draft import DraftBlock


def aligned(first: Sequence[Piece], second: Sequence[Piece]) -> tuple[Piece, ...]:
    """Both sequences as one; pieces that say the same become one piece with both sides."""
    ours, theirs = [_traits(p) for p in first], [_traits(p) for p in second]
    return tuple(_merged(_at(first, a), _at(second, b)) for a, b, _ in best_pairs(ours, theirs))


def _at(pieces: Sequence[Piece], place: int | None) -> Piece | None:
    return None if place is None else pieces[place]


def _traits(piece: Piece) -> Traits:
    return traits_of(
        piece.kind,
        piece.text,
        piece.language,
        number=piece.number,
        entries=len(piece.block.items),
        row=piece.row,
        place=piece.place,
    )


def _merged(left: Piece | None, right: Piece | None) -> Piece:
    if left and right:
        first, second = (left, right) if left.place <= right.place else (right, left)
        return replace(
            first,
            block=merged_block(first.block, second.block),
            endorsers=paired_endorsers(first.endorsers, second.endorsers),
        )
    return left or right  # type: ignore[return-value]  # a pair has at least one side


def merged_block(left: DraftBlock, right: DraftBlock) -> DraftBlock:
    """One block with the texts of both, the language that came first in the file first."""
    return replace(
        left,
        kind=right.kind if left.kind in GENERAL else left.kind,
        texts={**left.texts, **right.texts},
        items=_merged_items(left.items, right.items),
    )


def _merged_items(
    left: tuple[DraftBlock, ...], right: tuple[DraftBlock, ...]
) -> tuple[DraftBlock, ...]:
    if len(left) == len(right):
        return tuple(merged_block(a, b) for a, b in zip(left, right, strict=True))
    pieces = (tuple(_as_piece(item, place) for place, item in enumerate(s)) for s in (left, right))
    return tuple(piece.block for piece in aligned(*pieces))


def _as_piece(item: DraftBlock, place: int) -> Piece:
    language = next(iter(item.texts), "")
    return Piece(item, language, place=place)
