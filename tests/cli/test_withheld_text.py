"""The command line tells no withheld name that stands in a text."""

from pathlib import Path

from advocate_desk.desk.desk import Desk
from advocate_desk.model.kinds import ShowAs
from cli.conftest import Call
from desk_making import block_ids, endorse, river


def test_show_and_list_mask_a_withheld_name_in_a_text(call: Call, desk_path: Path) -> None:
    desk = Desk.open(desk_path)
    statement_id = river(desk)
    hidden = endorse(desk, statement_id, "Hidden Village")
    desk.endorsing.show_as([hidden], ShowAs.WITHHELD)
    title, paragraph = block_ids(desk, statement_id)[:2]
    desk.drafting.write(title, "en", body="For Hidden Village")
    desk.drafting.write(paragraph, "en", body="With HIDDEN VILLAGE, and others")
    desk.close(back_up=False)
    for verb in (("show", desk_path, statement_id), ("list", desk_path, "statements")):
        for extra in ((), ("--json",)):
            told = call(*verb, *extra)
            assert told.code == 0
            assert "hidden village" not in told.out.lower()
            assert "[name withheld]" in told.out
