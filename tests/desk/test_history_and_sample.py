"""Undo across everything, and the sample that is made in one step."""

from advocate_desk.desk.desk import Desk
from advocate_desk.desk.sample import make_sample
from advocate_desk.model.changes import Area
from advocate_desk.model.kinds import BlockKind, EndorsementState, Layout, Severity, ShowAs
from advocate_desk.model.statement import walk
from desk_making import block_ids, endorse, river


def test_undo_tells_what_it_touched_and_where(desk: Desk) -> None:
    statement_id = river(desk)
    title = block_ids(desk, statement_id)[0]
    desk.drafting.write(title, "en", body="Other")
    changes = desk.history.undo()
    assert changes.focus == title
    assert changes.statement_id == statement_id
    assert Area.BLOCKS in changes.areas
    assert Area.CLAUSES not in changes.areas
    assert (desk.history.undo_label, desk.history.redo_label) == ("Import", "Typing")


def test_undo_walks_through_blocks_and_endorsers(desk: Desk) -> None:
    statement_id = river(desk)
    endorse(desk, statement_id, "Water Union")
    desk.drafting.delete_block(block_ids(desk, statement_id)[0])
    desk.history.undo()
    assert Area.ENDORSEMENTS in desk.history.undo().areas
    assert desk.endorsing.endorsers() == ()
    assert desk.history.undo().focus == ""
    assert not desk.history.undo()
    for _ in range(3):
        assert desk.history.redo()
    assert not desk.history.redo()
    assert len(block_ids(desk, statement_id)) == 5


def test_the_sample_is_one_step_in_both_languages(desk: Desk) -> None:
    statement_id = make_sample(desk).statement_id
    statement = desk.drafting.statement(statement_id)
    kinds = [block.kind for block in statement.blocks]
    assert statement.is_sample
    assert kinds.count(BlockKind.DEMAND) == 5
    assert kinds.count(BlockKind.PARAGRAPH) == 3
    written = list(walk(statement.blocks))
    assert all(not block.rendition(code).is_empty for block in written for code in ("km", "en"))
    assert "\u200b" not in "".join(block.rendition("km").text for block in written)
    assert len(desk.library.search()) == 8
    assert desk.history.undo().label == "Make the sample"
    assert desk.drafting.statements() == ()
    assert desk.library.search() == ()


def test_the_sample_shows_withheld_and_invited_endorsers(desk: Desk) -> None:
    statement_id = make_sample(desk).statement_id
    endorsements = desk.endorsing.endorsements(statement_id)
    assert len(endorsements) == 14
    assert [e.show_as for e in endorsements].count(ShowAs.WITHHELD) == 1
    assert [e.state for e in endorsements].count(EndorsementState.INVITED) == 1


def test_the_sample_has_nothing_that_stops_an_export(desk: Desk) -> None:
    statement_id = make_sample(desk).statement_id
    for layout in Layout:
        findings = desk.publishing.preflight(statement_id, layout)
        assert Severity.BLOCKER not in [finding.severity for finding in findings]
