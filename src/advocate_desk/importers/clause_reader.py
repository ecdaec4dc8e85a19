"""Clauses in: the demands of a Markdown, text or Word file, for the library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from advocate_desk.importers.assembly import assembled
from advocate_desk.importers.source_file import read_source
from advocate_desk.model.draft import DraftBlock, DraftClause, DraftText
from advocate_desk.model.errors import ImportRefused
from advocate_desk.model.kinds import BlockKind
from advocate_desk.model.marked import marked
from advocate_desk.model.statement import PARAGRAPH_BREAK

_LIST_KINDS = frozenset({BlockKind.LIST, BlockKind.INSTRUMENT_LIST, BlockKind.PROFILE})
_CLAUSE_KINDS = frozenset({BlockKind.DEMAND, BlockKind.CONTACT})


def read_clauses(path: Path) -> tuple[DraftClause, ...]:
    """The clauses of a file, one a demand, paired where the file holds two languages.

    Where a file holds no demands, each heading with the text below it is one clause, and where it
    holds no headings either, each paragraph. The title becomes the topic.

    Raises:
        ImportRefused: the file cannot be read, is not what its name says, or holds no clause.
    """
    source = read_source(path)
    blocks = assembled(source.paragraphs, is_petition=True).blocks
    clauses = clauses_of(blocks)
    if not clauses:
        raise ImportRefused(marked("There is no clause in “{name}”."), name=path.name)
    return clauses


def clauses_of(blocks: Sequence[DraftBlock]) -> tuple[DraftClause, ...]:
    """The clauses among the blocks of a text."""
    topic = _topic(blocks)
    kinds = {block.kind for block in blocks}
    if BlockKind.DEMAND in kinds:
        found = [block for block in blocks if block.kind in _CLAUSE_KINDS]
    elif BlockKind.HEADING in kinds:
        found = _under_headings(blocks)
    else:
        found = [block for block in blocks if block.kind is BlockKind.PARAGRAPH]
        found = found or _entries(blocks) or _title_alone(blocks)
    return tuple(DraftClause(block.kind, block.texts, topic) for block in found)


def _topic(blocks: Sequence[DraftBlock]) -> str:
    """The title of the file in its first language."""
    titles = (side.body for b in blocks if b.kind is BlockKind.TITLE for side in b.texts.values())
    return next(titles, "")


def _entries(blocks: Sequence[DraftBlock]) -> list[DraftBlock]:
    """A file of nothing but a list: each entry is a clause."""
    lists = (block for block in blocks if block.kind in _LIST_KINDS)
    return [replace(item, kind=BlockKind.PARAGRAPH) for block in lists for item in block.items]


def _title_alone(blocks: Sequence[DraftBlock]) -> list[DraftBlock]:
    """A file of one short line: the line is the clause."""
    return [replace(b, kind=BlockKind.PARAGRAPH) for b in blocks if b.kind is BlockKind.TITLE]


def _under_headings(blocks: Sequence[DraftBlock]) -> list[DraftBlock]:
    """Each heading and the paragraphs below it as one demand."""
    found: list[DraftBlock] = []
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            sides = {code: DraftText(heading=side.body) for code, side in block.texts.items()}
            found.append(DraftBlock(BlockKind.DEMAND, sides))
        elif block.kind is BlockKind.PARAGRAPH and found:
            found[-1] = replace(found[-1], texts=_with_paragraph(found[-1], block))
    return found


def _with_paragraph(clause: DraftBlock, paragraph: DraftBlock) -> dict[str, DraftText]:
    texts = dict(clause.texts)
    for code, side in paragraph.texts.items():
        before = texts.get(code, DraftText())
        body = PARAGRAPH_BREAK.join(part for part in (before.body, side.body) if part)
        texts[code] = replace(before, body=body)
    return texts
