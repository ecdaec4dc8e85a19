"""Where clauses are used: blocks that pin revisions, editions that hold them."""

from __future__ import annotations

from collections import defaultdict

from advocate_desk.model.clause import ClauseUse, EditionUse, NewerRevision
from advocate_desk.store import clause_reading
from advocate_desk.store.connection import Connection

_BLOCKS = """SELECT statement_id, blocks.id, number, edited
    FROM clause_revisions JOIN blocks ON clause_revision_id = clause_revisions.id
    WHERE clause_id = ?
        AND statement_id NOT IN (SELECT id FROM statements WHERE skeleton_name <> '')
    ORDER BY statement_id, blocks.position, blocks.id"""
_EDITIONS = """SELECT DISTINCT statement_id, editions.id, editions.number, adopted_at, issued_at,
        (SELECT count(*) FROM endorsements
            WHERE edition_id = editions.id AND state = 'confirmed')
    FROM clause_revisions JOIN edition_revisions ON revision_id = clause_revisions.id
    JOIN editions ON editions.id = edition_revisions.edition_id
    WHERE clause_id = ? ORDER BY statement_id, editions.number"""
_CONFIRMED = "SELECT count(*) FROM endorsements WHERE statement_id = ? AND state = 'confirmed'"
_TITLES = """SELECT language, body FROM renditions WHERE block_id = (SELECT id FROM blocks
    WHERE statement_id = ? AND kind = 'title' AND parent_id IS NULL ORDER BY position, id LIMIT 1)"""
_NEWER = """SELECT blocks.id, pinned.clause_id, pinned.id, newest.id, edited
    FROM blocks JOIN clause_revisions AS pinned ON pinned.id = clause_revision_id
    JOIN clause_revisions AS newest ON newest.clause_id = pinned.clause_id AND newest.number =
        (SELECT max(number) FROM clause_revisions WHERE clause_id = pinned.clause_id)
    LEFT JOIN kept_revisions ON kept_revisions.block_id = blocks.id
    WHERE statement_id = ? AND newest.number > pinned.number
        AND (newest.number > coalesce(kept_revisions.number, 0) OR ?)
    ORDER BY blocks.position, blocks.id"""
_IS_USED = """SELECT EXISTS (SELECT 1 FROM clause_revisions WHERE clause_id = ? AND (
    EXISTS (SELECT 1 FROM blocks WHERE clause_revision_id = clause_revisions.id)
    OR EXISTS (SELECT 1 FROM edition_revisions WHERE revision_id = clause_revisions.id)))"""
_KEEP = """INSERT INTO kept_revisions (block_id, number) VALUES (?, ?)
    ON CONFLICT (block_id) DO UPDATE SET number = excluded.number"""


class UseRows:
    """What pins the revisions of the library."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, clause_id: str) -> tuple[ClauseUse, ...]:
        """The blocks that pin a revision of a clause, and what editions alone still hold."""
        editions = self._editions(clause_id)
        uses = [
            self._use(statement_id, editions, block_id, number, edited=bool(edited))
            for statement_id, block_id, number, edited in self._connection.all(_BLOCKS, clause_id)
        ]
        rest = set(editions) - {use.statement_id for use in uses}
        return (*uses, *(self._use(statement_id, editions) for statement_id in sorted(rest)))

    def is_used(self, clause_id: str) -> bool:
        """Whether any block or edition holds any revision of a clause."""
        return bool(self._connection.value(_IS_USED, clause_id))

    def newer(self, statement_id: str, *, kept_too: bool = False) -> tuple[NewerRevision, ...]:
        """The blocks whose clause has a newer revision than the pinned one, in order.

        An offer that was declined is left out until a still newer revision comes.
        """
        rows = self._connection.all(_NEWER, statement_id, kept_too)
        ids = [revision_id for row in rows for revision_id in row[2:4]]
        found = clause_reading.some_revisions(self._connection, ids) if ids else {}
        return tuple(
            NewerRevision(block_id, clause_id, found[pinned], found[newest], bool(edited))
            for block_id, clause_id, pinned, newest, edited in rows
        )

    def keep(self, block_id: str, number: int) -> None:
        """Note the newest revision a block was offered and did not want."""
        self._connection.write(_KEEP, block_id, number)

    def forget_kept(self, block_id: str) -> None:
        """Offer a block every newer revision again."""
        self._connection.write("DELETE FROM kept_revisions WHERE block_id = ?", block_id)

    def _editions(self, clause_id: str) -> defaultdict[str, list[EditionUse]]:
        found: defaultdict[str, list[EditionUse]] = defaultdict(list)
        for statement_id, *edition in self._connection.all(_EDITIONS, clause_id):
            found[statement_id].append(EditionUse(*edition))
        return found

    def _use(
        self,
        statement_id: str,
        editions: defaultdict[str, list[EditionUse]],
        block_id: str = "",
        number: int = 0,
        *,
        edited: bool = False,
    ) -> ClauseUse:
        return ClauseUse(
            statement_id,
            dict(self._connection.all(_TITLES, statement_id)),
            block_id,
            number,
            edited,
            int(self._connection.value(_CONFIRMED, statement_id)),
            tuple(editions.get(statement_id, ())),
        )
