"""The list of a statement's endorsers, read fast: light rows, and names apart from them.

Ten thousand endorsements are read again after every step; what a table shows is a few columns.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping

from advocate_desk.model.kinds import ENGLISH, EndorsementState, ShowAs
from advocate_desk.model.listed import Listed, ShownName, Tally
from advocate_desk.store.connection import Connection
from advocate_desk.store.search import comparable

_ROWS = """SELECT e.id, e.endorser_id, o.kind, e.state, e.show_as, e.answered_on, e.edition_id,
        e.agreed_text, e.pinned
    FROM endorsements e JOIN endorsers o ON o.id = e.endorser_id
    WHERE e.statement_id = ? ORDER BY e.position, e.id"""
_NAMES = """SELECT n.endorser_id, n.language, CASE n.name WHEN '' THEN n.written ELSE n.name END,
        n.acronym
    FROM endorsements e JOIN endorser_names n ON n.endorser_id = e.endorser_id
    WHERE e.statement_id = ?1 AND e.show_as <> ?2
        AND (?3 IS NULL OR e.endorser_id IN (SELECT value FROM json_each(?3)))
    ORDER BY n.language <> ?4, n.position"""
_FOUND = """SELECT n.endorser_id FROM endorsements e
        JOIN endorser_names n ON n.endorser_id = e.endorser_id
    WHERE e.statement_id = ?1 AND (instr(n.name_key, ?2) OR instr(n.printed_key, ?2)
        OR instr(n.acronym_key, ?2))
    UNION SELECT a.endorser_id FROM endorsements e
        JOIN endorser_aliases a ON a.endorser_id = e.endorser_id
    WHERE e.statement_id = ?1 AND instr(a.name_key, ?2)"""
_TALLY = """SELECT count(*), ifnull(sum(state = ?2), 0),
        ifnull(sum(state = ?2 AND show_as = ?3), 0) FROM endorsements WHERE statement_id = ?1"""


class EndorsementListRows:
    """What the table of one statement's endorsements shows; names that are withheld stay behind."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def rows(self, statement_id: str) -> tuple[Listed, ...]:
        """The endorsements of a statement in their order, without names."""
        return tuple(map(Listed._make, self._connection.all(_ROWS, statement_id)))

    def order(self, statement_id: str) -> str:
        """The order in which the list is kept."""
        sql = "SELECT endorser_order FROM statements WHERE id = ?"
        return str(self._connection.value(sql, statement_id) or "")

    def names(
        self, statement_id: str, endorser_ids: Collection[str] | None = None
    ) -> Mapping[str, ShownName]:
        """Endorser id to name, of all or these, but of nobody who is withheld in the statement."""
        wanted = None if endorser_ids is None else json.dumps(list(endorser_ids))
        rows = self._connection.all(_NAMES, statement_id, ShowAs.WITHHELD, wanted, ENGLISH)
        texts: dict[str, dict[str, str]] = {}
        acronyms: dict[str, str] = {}
        for endorser_id, language, text, acronym in rows:
            texts.setdefault(endorser_id, {})[language] = text
            if acronym and endorser_id not in acronyms:
                acronyms[endorser_id] = acronym
        return {one: ShownName(known, acronyms.get(one, "")) for one, known in texts.items()}

    def found(self, statement_id: str, word: str) -> frozenset[str]:
        """The endorsers of a statement with a word in a name, acronym or alias."""
        rows = self._connection.all(_FOUND, statement_id, comparable(word))
        return frozenset(row[0] for row in rows)

    def tally(self, statement_id: str) -> Tally:
        """How long the list is."""
        row = self._connection.first(
            _TALLY, statement_id, EndorsementState.CONFIRMED, ShowAs.WITHHELD
        )
        return Tally(*row) if row else Tally()

    def edition_numbers(self, statement_id: str) -> Mapping[str, int]:
        """Edition id to number."""
        sql = "SELECT id, number FROM editions WHERE statement_id = ?"
        return dict(self._connection.all(sql, statement_id))
