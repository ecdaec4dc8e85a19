"""Paragraphs to aligned blocks: part the languages, read each, bring them side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from advocate_desk.importers.align import aligned
from advocate_desk.importers.pieces import Piece, text_block
from advocate_desk.importers.source import SourceParagraph
from advocate_desk.importers.streams import Stream, streams_of
from advocate_desk.importers.structure import StreamReader
from advocate_desk.model.draft import DraftBlock, DraftEndorser
from advocate_desk.model.kinds import BlockKind, Marker
from advocate_desk.model.statement import PARAGRAPH_BREAK

_SMALL_SHARE = 0.12
_LONGEST_DEMAND_LINE = 160
_SHORTEST_DEMAND_TEXT = 80


@dataclass(frozen=True, slots=True)
class Assembled:
    """The blocks of a statement, its endorsers, and what no block took."""

    blocks: tuple[DraftBlock, ...]
    endorsers: tuple[DraftEndorser, ...]
    unplaced: tuple[str, ...]


def assembled(paragraphs: Sequence[SourceParagraph], *, is_petition: bool = False) -> Assembled:
    """The paragraphs of one text as blocks in every language they are in."""
    streams = streams_of(paragraphs)
    readings = [StreamReader(stream).read() for stream in streams]
    sides = _with_demands([pieces for pieces, _ in readings], is_petition=is_petition)
    pieces = _side_by_side(_with_own_numbers(sides), streams)
    return Assembled(
        blocks=tuple(piece.block for piece in pieces),
        endorsers=tuple(endorser for piece in pieces for endorser in piece.endorsers),
        unplaced=tuple(text for _, unplaced in readings for text in unplaced),
    )


def _side_by_side(sides: list[tuple[Piece, ...]], streams: tuple[Stream, ...]) -> Sequence[Piece]:
    """The sides aligned; a few words in another language stay where they stand."""
    if len(sides) < 2:
        return _tidied(sides[0]) if sides else ()
    first, second = sides[:2]
    lengths = [sum(len(line.paragraph.text) for line in stream.lines) for stream in streams]
    if min(lengths) < _SMALL_SHARE * max(lengths) and not _in_table(streams):
        return _tidied(sorted([*first, *second], key=_place))
    return _tidied(aligned(_without_breaks(first), _without_breaks(second)))


def _in_table(streams: tuple[Stream, ...]) -> bool:
    return any(line.paragraph.cell for stream in streams for line in stream.lines)


def _place(piece: Piece) -> int:
    return piece.place


def _without_breaks(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """A page break between two languages means nothing once they stand side by side."""
    return tuple(piece for piece in pieces if piece.kind is not BlockKind.PAGE_BREAK)


def _tidied(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """No page break at the end, none twice."""
    kept: list[Piece] = []
    for piece in pieces:
        is_break = piece.kind is BlockKind.PAGE_BREAK
        if not (is_break and (not kept or kept[-1].kind is BlockKind.PAGE_BREAK)):
            kept.append(piece)
    while kept and kept[-1].kind is BlockKind.PAGE_BREAK:
        kept.pop()
    return tuple(kept)


def _with_demands(sides: list[tuple[Piece, ...]], *, is_petition: bool) -> list[tuple[Piece, ...]]:
    """Counted lists after a call become demands, in both languages if in either."""
    lists = [[p for p in pieces if _is_counted_list(p)] for pieces in sides]
    counts = [sum(p.kind is BlockKind.DEMAND for p in pieces) for pieces in sides]
    calling = _calling(lists, has_demands=any(counts), is_petition=is_petition)
    return [
        tuple(
            new
            for piece in pieces
            for new in (
                _demands(piece)
                if not own and _is_among(piece, ranks, calling, counts)
                else (piece,)
            )
        )
        for pieces, ranks, own in zip(sides, _ranks(lists), counts, strict=True)
    ]


def _with_own_numbers(sides: list[tuple[Piece, ...]]) -> list[tuple[Piece, ...]]:
    """Lists that count in their own way keep their numbers as text: ours would be others.

    Where the languages do not agree on which lists those are, all are counted from one.
    """
    found = [[bool(p.own_numbers) for p in pieces if _is_counted_list(p)] for pieces in sides]
    if len({tuple(same) for same in found if same}) > 1:
        return sides
    return [tuple(_with_typed(piece) for piece in pieces) for pieces in sides]


def _with_typed(piece: Piece) -> Piece:
    if not (piece.own_numbers and _is_counted_list(piece)):
        return piece
    items = tuple(
        replace(
            item, texts={code: replace(t, body=typed + t.body) for code, t in item.texts.items()}
        )
        for typed, item in zip(piece.own_numbers, piece.block.items, strict=True)
    )
    return replace(piece, block=replace(piece.block, items=items, marker=Marker.NONE))


def _ranks(lists: list[list[Piece]]) -> list[dict[int, int]]:
    """For each language the counted lists by place: which of them each is."""
    return [{piece.place: rank for rank, piece in enumerate(same)} for same in lists]


def _calling(
    lists: list[list[Piece]], *, has_demands: bool, is_petition: bool
) -> frozenset[tuple[int, int]]:
    """Which counted lists ask for something: their rank in their language, their length."""
    return frozenset(
        (rank, len(piece.block.items))
        for same in lists
        for rank, piece in enumerate(same)
        if not has_demands and (piece.calls or (is_petition and len(same) == 1))
    )


def _is_among(
    piece: Piece,
    ranks: dict[int, int],
    calling: frozenset[tuple[int, int]],
    counts: list[int],
) -> bool:
    """Whether a list calls, or is as long as the demands of the other language."""
    if not _is_counted_list(piece):
        return False
    length = len(piece.block.items)
    return (ranks[piece.place], length) in calling or length in counts


def _is_counted_list(piece: Piece) -> bool:
    return piece.kind is BlockKind.LIST and piece.block.marker is Marker.NUMBER


def _demands(piece: Piece) -> tuple[Piece, ...]:
    """A counted list as its lead-in and one demand for each entry."""
    lead = piece.side.body
    block = text_block(BlockKind.PARAGRAPH, piece.language, lead)
    first = (replace(piece, block=block, number=0),) if lead else ()
    made = tuple(
        replace(piece, block=_demand(item, piece.language), number=nth)
        for nth, item in enumerate(piece.block.items, start=1)
    )
    return first + made


def _demand(item: DraftBlock, language: str) -> DraftBlock:
    heading, body = _parted(item.texts[language].body)
    under = _lines_of(item.items, language, 1)
    whole = PARAGRAPH_BREAK.join(part for part in (body, "\n".join(under)) if part)
    return text_block(BlockKind.DEMAND, language, whole, heading=heading)


def _parted(text: str) -> tuple[str, str]:
    """Heading and body of an entry whose short first line stands above a longer text."""
    line, _, rest = text.partition("\n")
    is_heading = len(line) <= _LONGEST_DEMAND_LINE and len(rest) >= _SHORTEST_DEMAND_TEXT
    return (line, rest) if is_heading else ("", text)


def _lines_of(items: Sequence[DraftBlock], language: str, depth: int) -> list[str]:
    """Entries under a demand as lines; a demand holds text, not items."""
    lines: list[str] = []
    for item in items:
        lines.append(f"{'–' * depth} {item.texts[language].body}")
        lines.extend(_lines_of(item.items, language, depth + 1))
    return lines
