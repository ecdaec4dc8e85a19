"""What a check costs: it runs beside the typing."""

from collections.abc import Callable

import pytest

from advocate_desk.desk.desk import Desk
from advocate_desk.model.statement import Statement
from advocate_desk.store.statements import StatementRows
from desk_making import river


def test_a_check_reads_the_statement_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    statement_id = river(desk)
    read: list[str] = []
    get: Callable[[StatementRows, str], Statement] = StatementRows.get

    def counted(rows: StatementRows, wanted: str) -> Statement:
        read.append(wanted)
        return get(rows, wanted)

    monkeypatch.setattr(StatementRows, "get", counted)
    assert desk.checking.check(statement_id)
    assert read == [statement_id]
