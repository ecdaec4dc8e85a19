"""What a statement is not checked by: rules switched off, findings put aside with a reason."""

from __future__ import annotations

from advocate_desk.model.dismissal import Dismissal
from advocate_desk.store.connection import Connection


class CheckChoiceRows:
    """Rules switched off and findings dismissed, per statement."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def rules_off(self, statement_id: str) -> frozenset[str]:
        """The ids of the rules that are switched off."""
        rows = self._connection.all(
            "SELECT rule FROM rules_off WHERE statement_id = ?", statement_id
        )
        return frozenset(str(row[0]) for row in rows)

    def switch_off(self, statement_id: str, rule: str) -> None:
        """Switch a rule off; harmless twice."""
        self._connection.write(
            "INSERT INTO rules_off (statement_id, rule) VALUES (?, ?) ON CONFLICT DO NOTHING",
            statement_id,
            rule,
        )

    def switch_on(self, statement_id: str, rule: str) -> None:
        """Switch a rule on again; harmless where it is on."""
        self._connection.write(
            "DELETE FROM rules_off WHERE statement_id = ? AND rule = ?", statement_id, rule
        )

    def dismissed(self, statement_id: str) -> tuple[Dismissal, ...]:
        """What was put aside, the newest first."""
        rows = self._connection.all(
            "SELECT rule, mark, reason, author, dismissed_at FROM dismissed_findings"
            " WHERE statement_id = ? ORDER BY dismissed_at DESC, rule, mark",
            statement_id,
        )
        return tuple(Dismissal(*map(str, row)) for row in rows)

    def dismiss(self, statement_id: str, dismissal: Dismissal) -> None:
        """Put a finding aside; a second reason takes the place of the first."""
        self._connection.write(
            "INSERT INTO dismissed_findings (statement_id, rule, mark, reason, author,"
            " dismissed_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (statement_id, rule, mark)"
            " DO UPDATE SET reason = excluded.reason, author = excluded.author,"
            " dismissed_at = excluded.dismissed_at",
            statement_id,
            dismissal.rule,
            dismissal.mark,
            dismissal.reason,
            dismissal.author,
            dismissal.dismissed_at,
        )

    def take_back(self, statement_id: str, dismissal: Dismissal) -> None:
        """Forget that a finding was put aside; KeyError if it was not."""
        if not self._connection.write(
            "DELETE FROM dismissed_findings WHERE statement_id = ? AND rule = ? AND mark = ?",
            statement_id,
            dismissal.rule,
            dismissal.mark,
        ):
            raise KeyError(dismissal.mark)
