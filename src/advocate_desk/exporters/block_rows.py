"""Rows of a flow from the blocks of a statement: one row per block, one per entry of a list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from advocate_desk.exporters.blocks import Part, Role, Row
from advocate_desk.exporters.endorser_rows import endorser_rows
from advocate_desk.exporters.page_text import NO_MARK, Mark, PageText
from advocate_desk.language.numbers import list_marker
from advocate_desk.model.kinds import WITH_ITEMS, BlockKind, Marker
from advocate_desk.model.statement import Block, demand_numbers, marker_of_items

_ROLES = {
    BlockKind.TITLE: Role.TITLE,
    BlockKind.HEADING: Role.HEADING,
    BlockKind.DEMAND: Role.DEMAND_BODY,
    BlockKind.ADDRESSEES: Role.LABEL,
    BlockKind.CONTACT: Role.CONTACT,
    BlockKind.ISSUE_LINE: Role.ISSUE_LINE,
    BlockKind.ENDORSER_LIST: Role.LABEL,
    BlockKind.ITEM: Role.ITEM,
}
_ALWAYS_SHOWN = frozenset({BlockKind.PAGE_BREAK, BlockKind.DEMAND, BlockKind.ENDORSER_LIST})
_KEPT = frozenset({Role.HEADING, Role.LABEL})
_SIGNS = {Marker.NONE: "", Marker.BULLET: "•", Marker.DASH: "–"}
_LEAD_INS = (":", "៖")
DEMANDS = "demands"


@dataclass(frozen=True, slots=True)
class Rows:
    """Makes the rows of one flow."""

    page: PageText
    languages: tuple[str, ...]

    def of(self, blocks: tuple[Block, ...]) -> tuple[Row, ...]:
        """The rows of all blocks; demands are numbered over the statement."""
        numbers = demand_numbers(blocks)
        return tuple(row for block in _shown(blocks) for row in self._of_block(block, numbers))

    def _of_block(self, block: Block, numbers: dict[str, int]) -> Iterator[Row]:
        if block.kind is BlockKind.PAGE_BREAK:
            yield self._row(block, {code: _page_break(code) for code in self.languages})
        elif block.kind is BlockKind.DEMAND:
            number = numbers[block.id]
            yield self._row(block, {c: self._demand(block, c, number) for c in self.languages})
        elif block.kind in WITH_ITEMS:
            yield from self._with_items(block)
        elif block.kind is BlockKind.ENDORSER_LIST:
            yield from self._lead_in(block)
            yield from endorser_rows(self.page, self.languages, block.id)
        else:
            yield self._row(block, {code: self._body(block, code) for code in self.languages})

    def _row(self, block: Block, cells: dict[str, tuple[Part, ...]]) -> Row:
        named = {
            code: tuple(replace(part, block_id=part.block_id or block.id) for part in parts)
            for code, parts in cells.items()
        }
        return Row(block.id, named, keep=_is_kept(named))

    def _body(
        self, block: Block, language: str, mark: Mark = NO_MARK, level: int = 0
    ) -> tuple[Part, ...]:
        role = _ROLES.get(block.kind, Role.PARAGRAPH)
        return self.page.parts(
            role, language, block.rendition(language).body, mark=mark, level=level
        )

    def _demand(self, block: Block, language: str, number: int) -> tuple[Part, ...]:
        """Heading and body; the number hangs before the body where no side has a heading."""
        mark = _mark(Marker.NUMBER, number, language, DEMANDS)
        if not any(side.heading.strip() for side in block.renditions.values()):
            return self._body(block, language, mark)
        heading = " ".join(block.rendition(language).heading.split("\n\n"))
        head = self.page.parts(Role.DEMAND_HEADING, language, heading, mark=mark)
        if any(side.body.strip() for side in block.renditions.values()):
            return head + self._body(block, language)
        return head

    def _with_items(self, block: Block) -> Iterator[Row]:
        yield from self._lead_in(block)
        for number, item in enumerate(_shown(block.items), start=1):
            cells = {
                code: self._item(item, code, _item_mark(block, number, code), 0)
                for code in self.languages
            }
            yield self._row(item, cells)

    def _lead_in(self, block: Block) -> Iterator[Row]:
        """The text before a list, where any side has one."""
        if any(side.body.strip() for side in block.renditions.values()):
            row = self._row(block, {code: self._body(block, code) for code in self.languages})
            yield replace(row, keep=True)

    def _item(self, item: Block, language: str, mark: Mark, level: int) -> tuple[Part, ...]:
        own = self._body(item, language, mark, level)
        parts = tuple(replace(part, block_id=item.id) for part in own)
        for number, inner in enumerate(_shown(item.items), start=1):
            inner_mark = _item_mark(item, number, language)
            parts += self._item(inner, language, inner_mark, level + 1)
        return parts


def _shown(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks that stand on the page: one with no text on any side is left out."""
    return tuple(block for block in blocks if block.kind in _ALWAYS_SHOWN or not _is_blank(block))


def _is_blank(block: Block) -> bool:
    sides = block.renditions.values()
    return all(side.is_empty for side in sides) and all(map(_is_blank, block.items))


def _item_mark(parent: Block, number: int, language: str) -> Mark:
    return _mark(marker_of_items(parent), number, language, parent.id)


def _mark(marker: Marker, number: int, language: str, list_id: str) -> Mark:
    if marker is Marker.NUMBER:
        return Mark(list_marker(number, language), number, list_id)
    return Mark(_SIGNS[marker], list_id=list_id if marker is not Marker.NONE else "")


def _page_break(language: str) -> tuple[Part, ...]:
    return (Part(Role.PAGE_BREAK, language, ""),)


def _is_kept(cells: dict[str, tuple[Part, ...]]) -> bool:
    """Headings, labels and lead-ins stay with what they announce."""
    return any(
        parts and (parts[-1].role in _KEPT or parts[-1].text.rstrip().endswith(_LEAD_INS))
        for parts in cells.values()
    )
