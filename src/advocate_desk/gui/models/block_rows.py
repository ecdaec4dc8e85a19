"""The rows of a block's frame: one per text of the block and of its entries, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from advocate_desk.language.numbers import list_marker
from advocate_desk.model.kinds import WITH_HEADING, WITH_ITEMS, WITHOUT_TEXT, BlockKind, Marker
from advocate_desk.model.statement import Block, marker_of_items

HEADING, BODY = "heading", "body"
_SIGNS = {Marker.NONE: "", Marker.BULLET: "•", Marker.DASH: "–"}


@dataclass(frozen=True, slots=True)
class CellRow:
    """Two cells that say the same: which text of which block, its markers, its depth."""

    block_id: str
    field: str
    kind: BlockKind
    texts: Mapping[str, str]
    markers: Mapping[str, str]
    level: int = 0

    @property
    def key(self) -> tuple[str, str]:
        """What stays the same as long as it is the same text."""
        return (self.block_id, self.field)


def cell_rows(block: Block, number: int, languages: tuple[str, ...]) -> tuple[CellRow, ...]:
    """The rows of a block of a statement; `number` is a demand's number."""
    if block.kind in WITHOUT_TEXT:
        return ()
    if block.kind in WITH_HEADING:
        return tuple(_demand(block, number, languages))
    if block.kind in WITH_ITEMS:
        return (*_lead_in(block, languages), *_items(block, languages, 0))
    return (_row(block, BODY, languages),)


def _demand(block: Block, number: int, languages: tuple[str, ...]) -> Iterator[CellRow]:
    markers = {code: list_marker(number, code) for code in languages}
    yield _row(block, HEADING, languages, markers)
    yield _row(block, BODY, languages)


def _lead_in(block: Block, languages: tuple[str, ...]) -> Iterator[CellRow]:
    written = any(block.rendition(code).body for code in languages)
    if written or not block.items:
        yield _row(block, BODY, languages)


def _items(parent: Block, languages: tuple[str, ...], level: int) -> Iterator[CellRow]:
    marker = marker_of_items(parent)
    for number, item in enumerate(parent.items, start=1):
        markers = {code: _marker(marker, number, code) for code in languages}
        yield _row(item, BODY, languages, markers, level)
        yield from _items(item, languages, level + 1)


def _marker(marker: Marker, number: int, language: str) -> str:
    return list_marker(number, language) if marker is Marker.NUMBER else _SIGNS[marker]


def _row(
    block: Block,
    field: str,
    languages: tuple[str, ...],
    markers: Mapping[str, str] | None = None,
    level: int = 0,
) -> CellRow:
    texts = {code: getattr(block.rendition(code), field) for code in languages}
    return CellRow(block.id, field, block.kind, texts, markers or {}, level)
