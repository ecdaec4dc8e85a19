"""The command line tells how far a statement is translated and who approved it."""

from pathlib import Path
from typing import Any

from advocate_desk.desk.desk import Desk
from advocate_desk.desk.sample import make_sample
from cli.conftest import Call


def test_lists_and_statements_tell_what_is_written_and_approved(
    call: Call, desk_path: Path
) -> None:
    desk = Desk.open(desk_path)
    statement_id = make_sample(desk).statement_id
    title = desk.drafting.statement(statement_id).blocks[0].id
    desk.translating.sign_off_statement(statement_id, "km", "Sok Dara")
    desk.author = "Sok Dara"
    desk.commenting.add(title, "Only for colleagues")
    desk.close()
    statements: Any = call("list", desk_path, "statements", "--json").json
    shown: Any = call("show", desk_path, statement_id, "--json").json
    for answer in (statements[0], shown):
        assert answer["percent"] == {"km": 100, "en": 100}
        assert answer["approved"] == {"km": 100, "en": 0}
    assert shown["blocks"][0]["reviewed_by"] == {"km": "Sok Dara", "en": ""}
    assert "Khmer 100 % (100 % approved)" in call("list", desk_path, "statements").out
    words = call("show", desk_path, statement_id).out
    assert "Khmer (approved: Sok Dara): " in words
    assert "Only for colleagues" not in words + str(shown)
