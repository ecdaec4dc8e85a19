"""The list of statements: counted by SQL, because loading trees would take a second."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from advocate_desk.model.kinds import SHIPPED_LANGUAGES, StatementKind
from advocate_desk.model.looks import Skeleton
from advocate_desk.model.statement import StatementSummary, percent_of
from advocate_desk.store.connection import Connection, Row

_STATEMENTS = """SELECT id, kind, is_sample, updated_at FROM statements
    WHERE skeleton_name = '' ORDER BY updated_at DESC, id DESC"""
_TITLES = """SELECT blocks.statement_id, blocks.id, language, body
    FROM blocks JOIN renditions ON block_id = blocks.id
    WHERE kind = 'title' AND parent_id IS NULL ORDER BY statement_id, position, blocks.id"""
_COUNTS = "SELECT statement_id, count(*) FROM blocks WHERE parent_id IS NULL GROUP BY statement_id"
_LANGUAGES = "SELECT statement_id, language FROM statement_languages ORDER BY position"
# For every statement, the blocks and items with text in any language, counted by the languages they
# have and those approved: the rules of `model.statement.percent_written` and `percent_approved`, in
# one walk along an index.
_WRITTEN = """SELECT statement_id, done, approved, count(*)
    FROM (SELECT block_id, group_concat(language) FILTER (WHERE state <> 'missing') AS done,
            group_concat(language) FILTER (WHERE state = 'approved') AS approved
        FROM renditions INDEXED BY renditions_progress
        GROUP BY block_id HAVING max(is_written))
    JOIN blocks ON id = block_id GROUP BY statement_id, done, approved"""


def all_summaries(connection: Connection) -> tuple[StatementSummary, ...]:
    """A row for every statement, the one changed last first."""
    titles, (written, approved) = _titles(connection), _percents(connection)
    counts = {row[0]: row[1] for row in connection.all(_COUNTS)}
    return tuple(
        StatementSummary(
            id=statement_id,
            kind=StatementKind(kind),
            title=titles.get(statement_id, {}),
            percent=written.get(statement_id, {}),
            approved=approved.get(statement_id, {}),
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


_Percents = Mapping[str, Mapping[str, int]]


def _percents(connection: Connection) -> tuple[_Percents, _Percents]:
    """The shares written and approved, per statement and language."""
    wanted: Counter[str] = Counter()
    done: Counter[tuple[str, str]] = Counter()
    approved: Counter[tuple[str, str]] = Counter()
    for statement_id, *codes, count in connection.all(_WRITTEN):
        wanted[statement_id] += count
        for counter, languages in zip((done, approved), codes, strict=True):
            counter.update({(statement_id, code): count for code in (languages or "").split(",")})
    languages_of = connection.all(_LANGUAGES)
    return _shares(languages_of, done, wanted), _shares(languages_of, approved, wanted)


def _shares(
    languages: list[Row], counts: Counter[tuple[str, str]], wanted: Counter[str]
) -> _Percents:
    percents: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for statement_id, language in languages:
        share = percent_of(counts[statement_id, language], wanted[statement_id])
        percents[statement_id][language] = share
    return percents
