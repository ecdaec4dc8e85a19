"""Endorsements: rows to model and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypedDict

from typing_extensions import Unpack

from advocate_desk.model.endorsement import Endorsement
from advocate_desk.model.kinds import EndorsementState, ShowAs
from advocate_desk.store.connection import Connection, Row, as_list
from advocate_desk.store.endorsers import EndorserRows
from advocate_desk.store.order import Order


class EndorsementColumns(TypedDict, total=False):
    """What `update` may change."""

    state: EndorsementState
    show_as: ShowAs
    edition_id: str | None
    answered_on: str
    evidence: str
    agreed_text: str | None
    agreed_by: str
    agreed_role: str
    channel: str
    code: str
    pinned: bool


_UPDATES = {
    "agreed_text": "UPDATE endorsements SET agreed_text = ? WHERE id = ?",
    "agreed_by": "UPDATE endorsements SET agreed_by = ? WHERE id = ?",
    "agreed_role": "UPDATE endorsements SET agreed_role = ? WHERE id = ?",
    "channel": "UPDATE endorsements SET channel = ? WHERE id = ?",
    "code": "UPDATE endorsements SET code = ? WHERE id = ?",
    "pinned": "UPDATE endorsements SET pinned = ? WHERE id = ?",
    "state": "UPDATE endorsements SET state = ? WHERE id = ?",
    "show_as": "UPDATE endorsements SET show_as = ? WHERE id = ?",
    "edition_id": "UPDATE endorsements SET edition_id = ? WHERE id = ?",
    "answered_on": "UPDATE endorsements SET answered_on = ? WHERE id = ?",
    "evidence": "UPDATE endorsements SET evidence = ? WHERE id = ?",
}
_ENDORSEMENTS = """SELECT id, statement_id, endorser_id, position, state, show_as, edition_id,
    answered_on, evidence, agreed_text, agreed_by, agreed_role, channel, code, pinned
    FROM endorsements"""


class EndorsementRows:
    """The endorsements of all statements; those of one have the positions 0, 1, 2 and so on."""

    def __init__(self, connection: Connection, endorsers: EndorserRows) -> None:
        self._connection = connection
        self._endorsers = endorsers
        self._order = Order(connection, "endorsements", "statement_id")

    def of(self, statement_id: str) -> tuple[Endorsement, ...]:
        """The endorsements of a statement in the order of their positions."""
        return self._made(
            self._connection.all(
                f"{_ENDORSEMENTS} WHERE statement_id = ? ORDER BY position, id", statement_id
            )
        )

    def withheld(self) -> tuple[Endorsement, ...]:
        """Every endorsement whose name may only be counted, of all statements."""
        return self._made(
            self._connection.all(
                f"{_ENDORSEMENTS} WHERE show_as = ? ORDER BY statement_id, position, id",
                ShowAs.WITHHELD,
            )
        )

    def withheld_outside(self, statement_id: str) -> frozenset[str]:
        """The endorsers whose name is withheld in another statement."""
        rows = self._connection.all(
            "SELECT DISTINCT endorser_id FROM endorsements WHERE show_as = ? AND statement_id <> ?",
            ShowAs.WITHHELD,
            statement_id,
        )
        return frozenset(row[0] for row in rows)

    def by_endorser(self, endorser_id: str) -> tuple[Endorsement, ...]:
        """Every endorsement of an endorser, whatever the statement."""
        return self._made(
            self._connection.all(
                f"{_ENDORSEMENTS} WHERE endorser_id = ? ORDER BY statement_id, position",
                endorser_id,
            )
        )

    def give_to(self, endorsement_id: str, endorser_id: str) -> None:
        """Hang an endorsement on another endorser; KeyError if there is none."""
        if not self._connection.write(
            "UPDATE endorsements SET endorser_id = ? WHERE id = ?", endorser_id, endorsement_id
        ):
            raise KeyError(endorsement_id)

    def join(self, kept_id: str, other_id: str) -> None:
        """Give what happened to one endorsement, and its evidence, to another; delete the one.

        A form that was sent out with the code of the one is known as the other's, unless that
        has a code of its own.
        """
        code = self.get(other_id).code
        self._connection.write(
            "UPDATE endorsement_events SET endorsement_id = ? WHERE endorsement_id = ?",
            kept_id,
            other_id,
        )
        self._connection.write(
            "UPDATE OR IGNORE endorsement_evidence SET endorsement_id = ? WHERE endorsement_id = ?",
            kept_id,
            other_id,
        )
        self.delete(other_id)
        if code and not self.get(kept_id).code:
            self.update(kept_id, code=code)

    def bind(self, statement_id: str, agreed_text: str, edition_id: str) -> None:
        """Name the edition that those agreed to who agreed to its text before it was one."""
        self._connection.write(
            "UPDATE endorsements SET edition_id = ? WHERE statement_id = ? AND agreed_text = ?"
            " AND edition_id IS NULL",
            edition_id,
            statement_id,
            agreed_text,
        )

    def by_code(self, code: str) -> Endorsement | None:
        """The endorsement with the code of a sign-on form."""
        rows = self._connection.all(f"{_ENDORSEMENTS} WHERE code = ?", code)
        return self._made(rows)[0] if rows else None

    def some(self, endorsement_ids: Iterable[str]) -> tuple[Endorsement, ...]:
        """These endorsements in this order, in few queries; KeyError if one is missing."""
        ids = list(endorsement_ids)
        rows = self._connection.all(
            f"{_ENDORSEMENTS} WHERE id IN (SELECT value FROM json_each(?))",  # noqa: S608 - fixed text
            as_list(ids),
        )
        found = {one.id: one for one in self._made(rows)}
        return tuple(found[one] for one in ids)

    def get(self, endorsement_id: str) -> Endorsement:
        """One endorsement; KeyError if there is none."""
        rows = self._connection.all(f"{_ENDORSEMENTS} WHERE id = ?", endorsement_id)
        if not rows:
            raise KeyError(endorsement_id)
        return self._made(rows)[0]

    def insert(self, endorsement: Endorsement, *, position: int | None = None) -> None:
        """Write an endorsement (not its endorser); None or a position beyond the end: last."""
        free = self._order.make_room((endorsement.statement_id,), position)
        self._connection.write(
            "INSERT INTO endorsements (id, statement_id, endorser_id, position, state, show_as,"
            " edition_id, answered_on, evidence, agreed_text, agreed_by, agreed_role, channel, code,"
            " pinned) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            endorsement.id,
            endorsement.statement_id,
            endorsement.endorser.id,
            free,
            endorsement.state,
            endorsement.show_as,
            endorsement.edition_id,
            endorsement.answered_on,
            endorsement.evidence,
            endorsement.agreed_text,
            endorsement.agreed_by,
            endorsement.agreed_role,
            endorsement.channel,
            endorsement.code,
            endorsement.pinned,
        )

    def update(self, endorsement_id: str, **columns: Unpack[EndorsementColumns]) -> None:
        """Change some fields; KeyError if there is none."""
        for name, value in columns.items():
            if not self._connection.write(_UPDATES[name], value, endorsement_id):
                raise KeyError(endorsement_id)

    def move(self, endorsement_id: str, position: int) -> None:
        """Put an endorsement at another position of its statement (clamped)."""
        statement_id, old = self._place(endorsement_id)
        self._order.put(endorsement_id, (statement_id,), old, position)

    def arrange(self, statement_id: str, endorsement_ids: tuple[str, ...]) -> None:
        """Give a statement's endorsements this order; the ids must be exactly all of them."""
        there = self._connection.all(
            "SELECT id FROM endorsements WHERE statement_id = ?", statement_id
        )
        if sorted(row[0] for row in there) != sorted(endorsement_ids):
            raise ValueError("an order must name every endorsement of the statement once")
        for position, endorsement_id in enumerate(endorsement_ids):
            self._order.set(endorsement_id, position)

    def delete(self, endorsement_id: str) -> None:
        """Delete an endorsement; later ones move up."""
        statement_id, position = self._place(endorsement_id)
        self._connection.write("DELETE FROM endorsements WHERE id = ?", endorsement_id)
        self._order.close_gap((statement_id,), position)

    def counts(self, statement_id: str) -> Mapping[EndorsementState, int]:
        """How many endorsements are in each state; every state is a key."""
        rows = self._connection.all(
            "SELECT state, count(*) FROM endorsements WHERE statement_id = ? GROUP BY state",
            statement_id,
        )
        found = {EndorsementState(state): count for state, count in rows}
        return {state: found.get(state, 0) for state in EndorsementState}

    def _place(self, endorsement_id: str) -> tuple[str, int]:
        row = self._connection.first(
            "SELECT statement_id, position FROM endorsements WHERE id = ?", endorsement_id
        )
        if row is None:
            raise KeyError(endorsement_id)
        return row[0], row[1]

    def _made(self, rows: list[Row]) -> tuple[Endorsement, ...]:
        endorsers = self._endorsers.some(row[2] for row in rows)
        return tuple(
            Endorsement(
                id=row[0],
                statement_id=row[1],
                endorser=endorser,
                position=row[3],
                state=EndorsementState(row[4]),
                show_as=ShowAs(row[5]),
                edition_id=row[6],
                answered_on=row[7],
                evidence=row[8],
                agreed_text=row[9],
                agreed_by=row[10],
                agreed_role=row[11],
                channel=row[12],
                code=row[13],
                pinned=bool(row[14]),
            )
            for row, endorser in zip(rows, endorsers, strict=True)
        )
