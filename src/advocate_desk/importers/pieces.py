"""Blocks of one language, as read from one stream, before the languages are aligned."""

from __future__ import annotations

from dataclasses import dataclass

from advocate_desk.model.draft import DraftBlock, DraftEndorser, DraftText
from advocate_desk.model.kinds import BlockKind, Marker


@dataclass(frozen=True, slots=True)
class Piece:
    """A block in one language and what helps to find its other side.

    `place` is where it stands in the file, `number` its typed number, `row` its table row;
    `calls` tells of a numbered list that its lead-in asks somebody for something, `own_numbers`
    are its entries' numbers as typed where they are not 1, 2, 3 …
    """

    block: DraftBlock
    language: str
    place: int = 0
    number: int = 0
    row: int | None = None
    calls: bool = False
    own_numbers: tuple[str, ...] = ()
    endorsers: tuple[DraftEndorser, ...] = ()

    @property
    def kind(self) -> BlockKind:
        """The kind of the block."""
        return self.block.kind

    @property
    def side(self) -> DraftText:
        """The text in the piece's language."""
        return self.block.texts.get(self.language, DraftText())

    @property
    def text(self) -> str:
        """All its text, entries included."""
        return "\n".join(texts_of(self.block))


def texts_of(block: DraftBlock) -> tuple[str, ...]:
    """Every text of a block: headings, bodies, then those of its entries."""
    own = tuple(part for side in block.texts.values() for part in (side.heading, side.body))
    inner = tuple(text for item in block.items for text in texts_of(item))
    return tuple(text for text in own + inner if text)


def text_block(
    kind: BlockKind,
    language: str,
    body: str,
    *,
    heading: str = "",
    items: tuple[DraftBlock, ...] = (),
    marker: Marker = Marker.NONE,
) -> DraftBlock:
    """A block with text in one language, or none at all."""
    has_side = bool(body or heading)
    texts = {language: DraftText(heading=heading, body=body)} if has_side else {}
    return DraftBlock(kind=kind, texts=texts, items=items, marker=marker)
