"""The pieces of two languages brought side by side: by kind, order and count, then by numbers."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from advocate_desk.importers.endorser_pairing import paired_endorsers
from advocate_desk.importers.pieces import Piece
from advocate_desk.language.numbers import to_ascii_digits
from advocate_desk.model.draft import DraftBlock
from advocate_desk.model.kinds import BlockKind

_NEVER = -math.inf
_SAME_KIND = 3.0
_NEAR_KIND = 0.7
_SAME_ROW = 10.0
_LARGEST_GRID = 250_000
# A reader may know the wording of one language and miss that of the other.
_LISTS = frozenset({BlockKind.LIST, BlockKind.INSTRUMENT_LIST, BlockKind.PROFILE})
_TEXTS = frozenset(
    {BlockKind.PARAGRAPH, BlockKind.CONTACT, BlockKind.ISSUE_LINE, BlockKind.HEADING}
)
_GENERAL = frozenset({BlockKind.LIST, BlockKind.PARAGRAPH})


@dataclass(frozen=True, slots=True)
class _Traits:
    """What of a piece is compared with the other language."""

    piece: Piece
    numbers: frozenset[int]
    length: int


def aligned(first: Sequence[Piece], second: Sequence[Piece]) -> tuple[Piece, ...]:
    """Both sequences as one; pieces that say the same become one piece with both sides."""
    pairs = _pairs([_traits(p) for p in first], [_traits(p) for p in second])
    return tuple(_merged(left, right) for left, right in pairs)


def _traits(piece: Piece) -> _Traits:
    text = piece.text
    found = re.findall(r"\d+", to_ascii_digits(text))
    return _Traits(piece, frozenset(int(n[:12]) for n in found[:200]), len(text))


_Pair = tuple[Piece | None, Piece | None]


def _pairs(first: list[_Traits], second: list[_Traits]) -> list[_Pair]:
    if len(first) * len(second) > _LARGEST_GRID:
        return _pairs_in_order(first, second)
    return _walk(first, second, _best_sums(first, second))


def _best_sums(first: list[_Traits], second: list[_Traits]) -> list[list[float]]:
    """The best sum of likenesses from each pair of places on, after Needleman and Wunsch."""
    best = [[0.0] * (len(second) + 1) for _ in range(len(first) + 1)]
    for i in range(len(first) - 1, -1, -1):
        for j in range(len(second) - 1, -1, -1):
            both = _likeness(first[i], second[j]) + best[i + 1][j + 1]
            best[i][j] = max(both, best[i + 1][j], best[i][j + 1])
    return best


def _walk(first: list[_Traits], second: list[_Traits], best: list[list[float]]) -> list[_Pair]:
    pairs: list[_Pair] = []
    i = j = 0
    while i < len(first) or j < len(second):
        left = first[i].piece if i < len(first) else None
        right = second[j].piece if j < len(second) else None
        if left and right and best[i][j] == _likeness(first[i], second[j]) + best[i + 1][j + 1]:
            pairs.append((left, right))
            i, j = i + 1, j + 1
        elif left and (not right or _left_goes_first(best, i, j, left, right)):
            pairs.append((left, None))
            i += 1
        else:
            pairs.append((None, right))
            j += 1
    return pairs


def _left_goes_first(best: list[list[float]], i: int, j: int, left: Piece, right: Piece) -> bool:
    """Whether the left piece stays alone now; where both may, the one earlier in the file."""
    can_left, can_right = best[i][j] == best[i + 1][j], best[i][j] == best[i][j + 1]
    return can_left and (not can_right or left.place < right.place)


def _likeness(left: _Traits, right: _Traits) -> float:
    return (
        _by_kind(left.piece.kind, right.piece.kind)
        + _by_row(left.piece, right.piece)
        + 2 * _shared(left.numbers, right.numbers)
        + (left.piece.number > 0 and left.piece.number == right.piece.number)
        + (len(left.piece.block.items) == len(right.piece.block.items) > 0)
        - min(2.0, abs(math.log((left.length + 1) / (right.length + 1))))
    )


def _by_kind(left: BlockKind, right: BlockKind) -> float:
    """The same kind, or one of them the general kind of the other."""
    if left is right:
        return _SAME_KIND
    both = {left, right}
    is_near = both <= _LISTS or both <= _TEXTS
    return _NEAR_KIND if is_near and both & _GENERAL else _NEVER


def _by_row(left: Piece, right: Piece) -> float:
    if left.row is None or right.row is None:
        return 0.0
    return _SAME_ROW if left.row == right.row else _NEVER


def _shared(left: frozenset[int], right: frozenset[int]) -> float:
    return len(left & right) / len(left | right) if left | right else 0.0


def _pairs_in_order(first: list[_Traits], second: list[_Traits]) -> list[_Pair]:
    """The n-th piece of a kind with the n-th of the same kind, for texts too long to compare."""
    waiting: dict[BlockKind, list[Piece]] = {}
    for traits in reversed(second):
        waiting.setdefault(traits.piece.kind, []).append(traits.piece)
    pairs: list[_Pair] = []
    for traits in first:
        same = waiting.get(traits.piece.kind)
        pairs.append((traits.piece, same.pop() if same else None))
    left_over = sorted((p for same in waiting.values() for p in same), key=_place)
    return pairs + [(None, piece) for piece in left_over]


def _place(piece: Piece) -> int:
    return piece.place


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
        kind=right.kind if left.kind in _GENERAL else left.kind,
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
