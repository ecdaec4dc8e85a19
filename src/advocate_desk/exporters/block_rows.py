"""Rows of a flow from the blocks of a statement: one row per block, one per entry of a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from advocate_desk.exporters.blocks import Part, Role, Row
from advocate_desk.exporters.demand_marks import demand_mark
from advocate_desk.exporters.endorser_rows import endorser_rows
from advocate_desk.exporters.page_text import NO_MARK, Mark, PageText
from advocate_desk.exporters.signature_rows import count_line, signature_rows
from advocate_desk.language.numbers import list_marker
from advocate_desk.model.kinds import WITH_ITEMS, BlockKind, Marker
from advocate_desk.model.statement import Block, demand_numbers, marker_of_items

_ROLES = {
    BlockKind.TITLE: Role.TITLE,
    BlockKind.SUBTITLE: Role.SUBTITLE,
    BlockKind.HEADING: Role.HEADING,
    BlockKind.DEMAND: Role.DEMAND_BODY,
    BlockKind.QUOTATION: Role.QUOTATION,
    BlockKind.ADDRESSEES: Role.LABEL,
    BlockKind.CONTACT: Role.CONTACT,
    BlockKind.ISSUE_LINE: Role.ISSUE_LINE,
    BlockKind.ENDORSER_LIST: Role.LABEL,
    BlockKind.SIGNATURE_BLOCK: Role.LABEL,
    BlockKind.SIGNATURE_SUMMARY: Role.SIGNATURE_SUMMARY,
    BlockKind.ITEM: Role.ITEM,
}
_ALWAYS_SHOWN = frozenset({BlockKind.PAGE_BREAK, BlockKind.DEMAND, BlockKind.ENDORSER_LIST})
_KEPT = frozenset({Role.HEADING, Role.LABEL, Role.GROUP_LABEL})
_SIGNS = {Marker.NONE: "", Marker.BULLET: "•", Marker.DASH: "–"}
_LEAD_INS = (":", "៖")


@dataclass(frozen=True, slots=True)
class Rows:
    """Makes the rows of one flow."""

    page: PageText
    languages: tuple[str, ...]

    def of(self, blocks: tuple[Block, ...]) -> tuple[Sequence[Row], ...]:
        """The rows of all blocks, piece by piece; demands are numbered over the statement."""
        numbers = demand_numbers(blocks)
        return tuple(
            rows for block in self._shown(blocks) for rows in self._of_block(block, numbers)
        )

    def _of_block(self, block: Block, numbers: Mapping[str, int]) -> Iterator[Sequence[Row]]:
        if block.kind is BlockKind.ENDORSER_LIST:
            yield tuple(self._lead_in(block))
            yield from endorser_rows(self.page, self.languages, block.id)
        else:
            yield tuple(self._plain(block, numbers))

    def _plain(self, block: Block, numbers: Mapping[str, int]) -> Iterator[Row]:
        if block.kind is BlockKind.PAGE_BREAK:
            yield self._row(block, {code: _page_break(code) for code in self.languages})
        elif block.kind is BlockKind.DEMAND:
            number = numbers[block.id]
            yield self._row(block, {c: self._demand(block, c, number) for c in self.languages})
        elif block.kind is BlockKind.SIGNATURE_BLOCK:
            yield from self._lead_in(block)
            yield from signature_rows(self.page, self.languages, block)
        elif block.kind in WITH_ITEMS:
            yield from self._with_items(block)
        else:
            yield from self._text(block)

    def _text(self, block: Block) -> Iterator[Row]:
        if any(not side.is_empty for side in block.renditions.values()):
            yield self._row(block, {code: self._body(block, code) for code in self.languages})
        if block.kind is BlockKind.SIGNATURE_SUMMARY:
            yield from count_line(self.page, self.languages, block)

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
        mark = demand_mark(self.page, number, language)
        if not any(side.heading.strip() for side in block.renditions.values()):
            return self._body(block, language, mark)
        heading = " ".join(block.rendition(language).heading.split("\n\n"))
        head = self.page.parts(Role.DEMAND_HEADING, language, heading, mark=mark)
        if any(side.body.strip() for side in block.renditions.values()):
            return head + self._body(block, language)
        return head

    def _with_items(self, block: Block) -> Iterator[Row]:
        yield from self._lead_in(block)
        for number, item in enumerate(self._shown(block.items), start=1):
            cells = {
                code: self._item(item, code, self._item_mark(block, number, code), 0, block.kind)
                for code in self.languages
            }
            yield self._row(item, cells)

    def _lead_in(self, block: Block) -> Iterator[Row]:
        """The text before a list, where any side has one."""
        if any(side.body.strip() for side in block.renditions.values()):
            row = self._row(block, {code: self._body(block, code) for code in self.languages})
            yield replace(row, keep=True)

    def _item(
        self, item: Block, language: str, mark: Mark, level: int, kind: BlockKind
    ) -> tuple[Part, ...]:
        """An entry and those inside it; of an addressee, later paragraphs are role notes."""
        own = self._body(item, language, mark, level)
        if kind is BlockKind.ADDRESSEES:
            own = (own[0], *(replace(part, role=Role.ITEM_NOTE) for part in own[1:]))
        parts = tuple(replace(part, block_id=item.id) for part in own)
        for number, inner in enumerate(self._shown(item.items), start=1):
            inner_mark = self._item_mark(item, number, language)
            parts += self._item(inner, language, inner_mark, level + 1, kind)
        return parts

    def _item_mark(self, parent: Block, number: int, language: str) -> Mark:
        marker = marker_of_items(parent)
        if marker is Marker.NUMBER:
            return Mark(list_marker(number, self.page.digits(language)), number, parent.id)
        return Mark(_SIGNS[marker], list_id=parent.id if marker is not Marker.NONE else "")

    def _shown(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """The blocks that stand on the page: one with no text on any side is left out."""
        return tuple(block for block in blocks if self._is_shown(block))

    def _is_shown(self, block: Block) -> bool:
        if block.kind is BlockKind.SIGNATURE_SUMMARY and self.page.view.signature_count:
            return True
        return block.kind in _ALWAYS_SHOWN or not _is_blank(block)


def _is_blank(block: Block) -> bool:
    sides = block.renditions.values()
    return all(side.is_empty for side in sides) and all(map(_is_blank, block.items))


def _page_break(language: str) -> tuple[Part, ...]:
    return (Part(Role.PAGE_BREAK, language, ""),)


def _is_kept(cells: dict[str, tuple[Part, ...]]) -> bool:
    """Headings, labels and lead-ins stay with what they announce."""
    return any(
        parts and (parts[-1].role in _KEPT or parts[-1].text.rstrip().endswith(_LEAD_INS))
        for parts in cells.values()
    )
