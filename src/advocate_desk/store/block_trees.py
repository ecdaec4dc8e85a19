"""Block rows to trees of blocks, in two queries whatever the size of the tree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from advocate_desk.model.kinds import BlockKind, Marker, TranslationState
from advocate_desk.model.statement import Block, Rendition
from advocate_desk.store.connection import Connection, Row

_BLOCKS = (
    "SELECT id, parent_id, kind, marker, source_language, clause_revision_id, edited FROM blocks"
)
_RENDITIONS = (
    "SELECT block_id, language, heading, body, state, from_heading, from_body, reviewed_by,"
    " reviewed_on FROM renditions"
)
_BRANCH = """WITH RECURSIVE branch(id) AS (
    SELECT ?1 UNION ALL SELECT blocks.id FROM branch JOIN blocks ON blocks.parent_id = branch.id)"""

_Renditions = Mapping[str, dict[str, Rendition]]
_Children = Mapping[str | None, list[Row]]


def of_statement(connection: Connection, statement_id: str) -> tuple[Block, ...]:
    """The blocks of a statement in order, each with its items."""
    rows = connection.all(
        f"{_BLOCKS} WHERE statement_id = ? ORDER BY position, id",
        statement_id,
    )
    texts = connection.all(
        f"{_RENDITIONS} WHERE block_id IN (SELECT id FROM blocks WHERE statement_id = ?)"  # noqa: S608 - fixed text
        " ORDER BY block_id, language",
        statement_id,
    )
    return _trees(None, _children(rows), _renditions(texts))


def of_block(connection: Connection, block_id: str) -> Block:
    """One block with its items; KeyError if there is none."""
    rows = connection.all(
        f"{_BRANCH} {_BLOCKS} WHERE id IN branch ORDER BY position, id",
        block_id,
    )
    texts = connection.all(
        f"{_BRANCH} {_RENDITIONS} WHERE block_id IN branch ORDER BY block_id, language",
        block_id,
    )
    roots = [row for row in rows if row[0] == block_id]
    if not roots:
        raise KeyError(block_id)
    return _tree(roots[0], _children(rows), _renditions(texts))


def _children(rows: list[Row]) -> _Children:
    children: defaultdict[str | None, list[Row]] = defaultdict(list)
    for row in rows:
        children[row[1]].append(row)
    return children


def _renditions(rows: list[Row]) -> _Renditions:
    renditions: defaultdict[str, dict[str, Rendition]] = defaultdict(dict)
    for block_id, language, *columns in rows:
        renditions[block_id][language] = _rendition(*columns)
    return renditions


def _rendition(
    heading: str,
    body: str,
    state: str,
    from_heading: str | None,
    from_body: str | None,
    *review: str,
) -> Rendition:
    known = from_heading is not None and from_body is not None
    source = (str(from_heading), str(from_body)) if known else None
    return Rendition(heading, body, TranslationState(state), source, *review)


def _trees(parent_id: str | None, children: _Children, texts: _Renditions) -> tuple[Block, ...]:
    return tuple(_tree(row, children, texts) for row in children.get(parent_id, ()))


def _tree(row: Row, children: _Children, texts: _Renditions) -> Block:
    block_id, _parent_id, kind, marker, source_language, revision_id, edited = row
    return Block(
        id=block_id,
        kind=BlockKind(kind),
        renditions=texts.get(block_id, {}),
        items=_trees(block_id, children, texts),
        marker=Marker(marker),
        source_language=source_language,
        clause_revision_id=revision_id,
        edited=bool(edited),
    )
