"""Where the next place is that holds some words, across blocks and languages."""

from __future__ import annotations

from collections.abc import Iterator

from advocate_desk.gui.models.block_rows import BODY, HEADING
from advocate_desk.gui.widgets.text_cell import TextCell
from advocate_desk.model.statement import Block, walk

Match = tuple[str, str, str, int]


def matches(blocks: tuple[Block, ...], languages: tuple[str, ...], wanted: str) -> Iterator[Match]:
    """Every place from the top: block, language, field, offset."""
    needle = wanted.casefold()
    for block in walk(blocks):
        for field in (HEADING, BODY):
            for code in languages:
                text = str(getattr(block.rendition(code), field)).casefold()
                at = text.find(needle)
                while at >= 0:
                    yield block.id, code, field, at
                    at = text.find(needle, at + len(needle))


def next_match(
    blocks: tuple[Block, ...], languages: tuple[str, ...], wanted: str, start: TextCell | None
) -> Match | None:
    """The first place behind the cursor, from the top again after the last one."""
    found = list(matches(blocks, languages, wanted))
    if not found:
        return None
    if start is None:
        return found[0]
    order = {
        (block.id, field, code): place
        for place, (block, field, code) in enumerate(
            (b, f, c) for b in walk(blocks) for f in (HEADING, BODY) for c in languages
        )
    }
    here = (order[start.block_id, start.field, start.language], start.cursor_offset())
    behind = (m for m in found if (order[m[0], m[2], m[1]], m[3]) >= here)
    return next(behind, found[0])
