"""The best way to bring two sequences side by side, after Needleman and Wunsch."""

from __future__ import annotations

from collections.abc import Sequence

from advocate_desk.importers.align_traits import Traits, likeness
from advocate_desk.model.kinds import BlockKind

Pair = tuple[int | None, int | None, float]
_LARGEST_GRID = 250_000
_MOST_UNEVEN = 2.5


def best_pairs(first: Sequence[Traits], second: Sequence[Traits]) -> list[Pair]:
    """Places of both sequences side by side, each once and in order, with their likeness."""
    if not first or not second or len(first) * len(second) > _LARGEST_GRID:
        return _pairs_in_order(first, second)
    return _walk(first, second, _grid(first, second))


def _grid(first: Sequence[Traits], second: Sequence[Traits]) -> list[list[float]]:
    scale = _scale(first, second)
    return [[likeness(one, other, scale) for other in second] for one in first]


def _scale(first: Sequence[Traits], second: Sequence[Traits]) -> float:
    """How much longer the second half is, as far as that can be the language's doing."""
    ours, theirs = (sum(one.length for one in half) + 1 for half in (first, second))
    return min(_MOST_UNEVEN, max(1 / _MOST_UNEVEN, theirs / ours))


def _best_sums(grid: list[list[float]]) -> list[list[float]]:
    """The best sum of likenesses from each pair of places on."""
    rows, columns = len(grid), len(grid[0])
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            both = grid[i][j] + best[i + 1][j + 1]
            best[i][j] = max(both, best[i + 1][j], best[i][j + 1])
    return best


def _walk(first: Sequence[Traits], second: Sequence[Traits], grid: list[list[float]]) -> list[Pair]:
    best = _best_sums(grid)
    pairs: list[Pair] = []
    i = j = 0
    while i < len(first) and j < len(second):
        if best[i][j] == grid[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j, grid[i][j]))
            i, j = i + 1, j + 1
        elif _left_goes_first(best, i, j, first[i].place < second[j].place):
            pairs.append((i, None, 0.0))
            i += 1
        else:
            pairs.append((None, j, 0.0))
            j += 1
    pairs += [(at, None, 0.0) for at in range(i, len(first))]
    return pairs + [(None, at, 0.0) for at in range(j, len(second))]


def _left_goes_first(best: list[list[float]], i: int, j: int, is_earlier: bool) -> bool:
    """Whether the left one stays alone now; where both may, the one earlier in the file."""
    can_left, can_right = best[i][j] == best[i + 1][j], best[i][j] == best[i][j + 1]
    return can_left and (not can_right or is_earlier)


def _pairs_in_order(first: Sequence[Traits], second: Sequence[Traits]) -> list[Pair]:
    """The n-th of a kind with the n-th of the same kind, for texts too long to compare."""
    waiting: dict[BlockKind, list[int]] = {}
    for at in reversed(range(len(second))):
        waiting.setdefault(second[at].kind, []).append(at)
    pairs: list[Pair] = []
    for at, one in enumerate(first):
        same = waiting.get(one.kind)
        other = same.pop() if same else None
        pairs.append((at, other, 0.0 if other is None else likeness(one, second[other])))
    left_over = sorted(at for same in waiting.values() for at in same)
    return pairs + [(None, at, 0.0) for at in left_over]
