"""The list of statements: counted by SQL, because loading trees would take a second."""

from __future__ import annotations

from collections import defaultdict

from advocate_desk.model.kinds import StatementKind
from advocate_desk.model.statement import StatementSummary
from advocate_desk.store.connection import Connection

_STATEMENTS = """SELECT id, kind, is_sample, updated_at FROM statements
    ORDER BY updated_at DESC, id DESC"""
_TITLES = """SELECT blocks.statement_id, blocks.id, language, body
    FROM blocks JOIN renditions ON block_id = blocks.id
    WHERE kind = 'title' AND parent_id IS NULL ORDER BY statement_id, position, blocks.id"""
_COUNTS = "SELECT statement_id, count(*) FROM blocks WHERE parent_id IS NULL GROUP BY statement_id"
_LANGUAGES = "SELECT statement_id, language FROM statement_languages ORDER BY position"
# Blocks and items with text in any language, and those of them that a language has: the same
# rule as `model.statement.percent_written`.
_WRITTEN = """WITH wanted (block_id) AS MATERIALIZED
        (SELECT DISTINCT block_id FROM renditions WHERE is_written)
    SELECT statement_id, NULL, count(*) FROM wanted JOIN blocks ON id = block_id
        GROUP BY statement_id
    UNION ALL SELECT statement_id, language, count(*)
        FROM wanted JOIN renditions USING (block_id) JOIN blocks ON id = block_id
        WHERE state <> 'missing' GROUP BY statement_id, language"""


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


def _titles(connection: Connection) -> dict[str, dict[str, str]]:
    """The renditions of every statement's first title."""
    first: dict[str, str] = {}
    titles: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for statement_id, block_id, language, body in connection.all(_TITLES):
        if first.setdefault(statement_id, block_id) == block_id:
            titles[statement_id][language] = body
    return titles


def _percents(connection: Connection) -> dict[str, dict[str, int]]:
    written = {(row[0], row[1]): row[2] for row in connection.all(_WRITTEN)}
    percents: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for statement_id, language in connection.all(_LANGUAGES):
        wanted = written.get((statement_id, None), 0)
        done = written.get((statement_id, language), 0)
        percents[statement_id][language] = 100 * done // wanted if wanted else 100
    return percents
