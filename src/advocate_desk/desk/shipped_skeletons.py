"""The skeletons that the program ships; read when somebody starts from one."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import TypedDict, cast

from advocate_desk.desk.block_files import BlockEntry, draft_block
from advocate_desk.desk.boundary import Incoming
from advocate_desk.desk.drafted_blocks import block_of
from advocate_desk.model.ids import NewId
from advocate_desk.model.kinds import SHIPPED_LANGUAGES, StatementKind
from advocate_desk.model.looks import Skeleton
from advocate_desk.model.statement import Block
from advocate_desk.paths import data_path


class _SkeletonFile(TypedDict):
    title: dict[str, str]
    blocks: list[BlockEntry]


def shipped_skeletons() -> tuple[Skeleton, ...]:
    """The shipped skeletons in the order of the kinds."""
    return tuple(Skeleton(kind.value, kind, _file(kind)["title"]) for kind in StatementKind)


def shipped_blocks(kind: StatementKind, new_id: NewId) -> tuple[Block, ...]:
    """The blocks of a shipped skeleton, with ids of their own."""
    incoming = Incoming()
    return tuple(
        block_of(draft_block(entry), incoming, SHIPPED_LANGUAGES, new_id)
        for entry in _file(kind)["blocks"]
    )


def _file(kind: StatementKind) -> _SkeletonFile:
    path = data_path("resources", "skeletons", f"{kind.value}.toml")
    read: Mapping[str, object] = tomllib.loads(path.read_text("utf-8"))
    return cast("_SkeletonFile", read)
