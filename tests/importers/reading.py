"""What the tests of the importers share: reading a text as a file, and looking at drafts."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from advocate_desk.importers.pieces import texts_of
from advocate_desk.importers.statement_reader import read_statements
from advocate_desk.model.draft import DraftBlock, DraftStatement
from advocate_desk.model.kinds import BlockKind


def read_text(
    folder: Path, text: str, *, name: str = "statement.md", kind: str = "auto"
) -> DraftStatement:
    """The one statement of a text, read from a file."""
    path = folder / name
    path.write_bytes(text.encode())
    (draft,) = read_statements(path, kind)
    return draft


def kinds(draft: DraftStatement) -> list[str]:
    return [block.kind.value for block in draft.blocks]


def of_kind(draft: DraftStatement, kind: BlockKind) -> list[DraftBlock]:
    return [block for block in draft.blocks if block.kind is kind]


def bodies(blocks: Iterable[DraftBlock], language: str) -> list[str]:
    return [block.texts[language].body if language in block.texts else "" for block in blocks]


def headings(blocks: Iterable[DraftBlock], language: str) -> list[str]:
    return [block.texts[language].heading if language in block.texts else "" for block in blocks]


def all_text(drafts: Iterable[DraftStatement]) -> str:
    """Every text of the drafts: blocks, endorsers as written, and what was not placed."""
    parts: list[str] = []
    for draft in drafts:
        parts.extend(text for block in draft.blocks for text in texts_of(block))
        parts.extend(text for entry in draft.endorsers for text in entry.written.values())
        parts.extend(draft.unplaced)
    return "\n".join(parts)
