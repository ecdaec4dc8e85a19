"""Blocks of a statement as clauses that can be offered to the library."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from advocate_desk.desk.library import NO_CLAUSES
from advocate_desk.model.draft import DraftText
from advocate_desk.model.kinds import BlockKind
from advocate_desk.model.marked import marked
from advocate_desk.model.offered import Filing, ListedText, OfferedClause, Origin
from advocate_desk.model.statement import Block
from advocate_desk.model.withholding import Withheld

_WITHHELD = marked("A withheld name stands in the text; take it out first.")
_PINNED = marked("It was built from a clause of the library.")
_EMPTY = marked("There is no text in it.")
_OWN = {
    BlockKind.TITLE: marked("It is the title; it became the topic of the clauses."),
    **dict.fromkeys(
        (BlockKind.ISSUE_LINE, BlockKind.SIGNATURE_BLOCK),
        marked("It belongs to its statement, not to a library."),
    ),
}
_NO_CLAUSE = marked("This kind of block cannot be a clause.")


def offered_block(
    block: Block, topic: str, withheld: Withheld, *, is_named: bool = False
) -> OfferedClause | ListedText:
    """The block as a clause, its entries as lines below it, or why it stays with its statement.

    What belongs to one statement is offered only where somebody named the block. A block with a
    withheld name is listed without its text: the library would not know that it holds one.
    """
    origin = Origin(block_id=block.id, pins=not block.items)
    texts = _texts(block)
    if any(withheld.spans(f"{text.heading}\n{text.body}") for text in texts.values()):
        return ListedText(origin, "", _WITHHELD)
    own = "" if is_named else _OWN.get(block.kind, "")
    reason = _why_not(block, texts) or own
    if reason:
        shown = (" ".join(f"{text.heading} {text.body}".split()) for text in texts.values())
        return ListedText(origin, " | ".join(shown), reason)
    kind = BlockKind.PARAGRAPH if block.items else block.kind
    return OfferedClause(kind, texts, origin, Filing(topic=topic))


def _texts(block: Block) -> dict[str, DraftText]:
    sides = {
        code: DraftText(block.rendition(code).heading, "\n".join(_lines(block, code)))
        for code in block.renditions
    }
    return {c: side for c, side in sides.items() if side.heading.strip() or side.body.strip()}


def _lines(block: Block, language: str, depth: int = 0) -> Iterator[str]:
    body = block.rendition(language).body
    if body:
        yield f"{'–' * depth} {body}" if depth else body
    for item in block.items:
        yield from _lines(item, language, depth + 1)


def _why_not(block: Block, texts: Mapping[str, DraftText]) -> str:
    if block.kind in NO_CLAUSES:
        return _NO_CLAUSE
    if not texts:
        return _EMPTY
    return _PINNED if block.clause_revision_id and not block.edited else ""
