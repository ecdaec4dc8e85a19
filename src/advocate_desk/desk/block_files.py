"""Blocks as the program's own TOML files write them: the sample, its clauses, the skeletons."""

from __future__ import annotations

from dataclasses import replace
from typing import TypedDict

from advocate_desk.model.draft import DraftBlock, DraftText
from advocate_desk.model.kinds import SHIPPED_LANGUAGES, BlockKind, Marker


class BlockEntry(TypedDict, total=False):
    """A block or clause: plain sides, or heading and body tables."""

    kind: str
    topic: str
    marker: str
    km: str
    en: str
    heading: dict[str, str]
    body: dict[str, str]
    items: list[BlockEntry]


def draft_block(entry: BlockEntry) -> DraftBlock:
    """A block of a file, with its items."""
    items = tuple(
        replace(draft_block(item), kind=BlockKind.ITEM) for item in entry.get("items", [])
    )
    kind = BlockKind(entry.get("kind", BlockKind.ITEM))
    return DraftBlock(kind, texts_of(entry), items, Marker(entry.get("marker", Marker.NONE)))


def texts_of(entry: BlockEntry) -> dict[str, DraftText]:
    """Both sides of a block or clause of a file."""
    headings = entry.get("heading", {})
    bodies = entry.get("body") or {"km": entry.get("km", ""), "en": entry.get("en", "")}
    return {
        code: DraftText(headings.get(code, ""), bodies.get(code, "")) for code in SHIPPED_LANGUAGES
    }
