"""The list of statements: counted by SQL, because loading trees would take a second."""

from __future__ import annotations

from collections import Counter, defaultdict

from advocate_desk.model.kinds import SHIPPED_LANGUAGES, StatementKind
from advocate_desk.model.looks import Skeleton
from advocate_desk.model.statement import StatementSummary
from advocate_desk.store.connection import Connection

_STATEMENTS = """SELECT id, kind, is_sample, updated_at FROM statements
    WHERE skeleton_name = '' ORDER BY updated_at DESC, id DESC"""
_TITLES = """SELECT blocks.statement_id, blocks.id, language, body
    FROM blocks JOIN renditions ON block_id = blocks.id
    WHERE kind = 'title' AND parent_id IS NULL ORDER BY statement_id, position, blocks.id"""
_COUNTS = "SELECT statement_id, count(*) FROM blocks WHERE parent_id IS NULL GROUP BY statement_id"
_LANGUAGES = "SELECT statement_id, language FROM statement_languages ORDER BY position"
# For every statement, the blocks and items with text in any language, counted by the languages they
# have: the rule of `model.statement.percent_written`, in one walk along an index.
_WRITTEN = """SELECT statement_id, done, count(*)
    FROM (SELECT block_id, group_concat(language) FILTER (WHERE state <> 'missing') AS done
        FROM renditions INDEXED BY renditions_progress
        GROUP BY block_id HAVING max(is_written))
    JOIN blocks ON id = block_id GROUP BY statement_id, done"""


def all_summaries(connection: Connection) -> tuple[StatementSummary, ...]:
    """A row for every statement, the one changed last first."""
    titles, percents = _titles(connection), _percents(connection)
    counts = {row[0]: row[1] for row in connection.all(_COUNTS)}
    return tuple(
        StatementSummary(
            id=statement_id,
            kind=StatementKind(kind),
            title=titles.get(statement_id, {}),
            percent=percents.get(statement_id, {}),
            block_count=counts.get(statement_id, 0),
            is_sample=bool(is_sample),
            updated_at=updated_at,
        )
        for statement_id, kind, is_sample, updated_at in connection.all(_STATEMENTS)
    )


def all_skeletons(connection: Connection) -> tuple[Skeleton, ...]:
    """The skeletons of the desk's own by name; the name stands for every language."""
    rows = connection.all(
        "SELECT id, kind, skeleton_name FROM statements WHERE skeleton_name <> ''"
        " ORDER BY skeleton_name, id"
    )
    return tuple(
        Skeleton(skeleton_id, StatementKind(kind), _in_every_language(str(name)), is_own=True)
        for skeleton_id, kind, name in rows
    )


def _in_every_language(name: str) -> dict[str, str]:
    return dict.fromkeys(SHIPPED_LANGUAGES, name)


def _titles(connection: Connection) -> dict[str, dict[str, str]]:
    """The renditions of every statement's first title."""
    first: dict[str, str] = {}
    titles: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for statement_id, block_id, language, body in connection.all(_TITLES):
        if first.setdefault(statement_id, block_id) == block_id:
            titles[statement_id][language] = body
    return titles


def _percents(connection: Connection) -> dict[str, dict[str, int]]:
    wanted: Counter[str] = Counter()
    done: Counter[tuple[str, str]] = Counter()
    for statement_id, languages, count in connection.all(_WRITTEN):
        wanted[statement_id] += count
        for language in (languages or "").split(","):
            done[statement_id, language] += count
    percents: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for statement_id, language in connection.all(_LANGUAGES):
        share = 100 * done[statement_id, language] // max(wanted[statement_id], 1)
        percents[statement_id][language] = share if wanted[statement_id] else 100
    return percents
