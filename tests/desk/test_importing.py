"""Bringing drafts into the desk."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from advocate_desk.desk.desk import Desk
from advocate_desk.model.errors import DeskError, ImportRefused
from advocate_desk.model.kinds import BlockKind, EndorsementState, TranslationState
from desk_making import demand, draft, endorser, river, river_draft, texts

ENTRY = "Freedom\u00a0Union(FU)."


def test_an_import_is_one_step_with_every_side(desk: Desk) -> None:
    changes = desk.importing.bring_in([river_draft(endorser("Aa")), river_draft(endorser("Bb"))])
    assert len(changes.made) == 2
    assert changes.focus == changes.made[0]
    statement = desk.drafting.statement(changes.made[0])
    assert [block.rendition("km").state for block in statement.blocks] == [
        TranslationState.DRAFT
    ] * len(statement.blocks)
    second_item = statement.blocks[4].items[1]
    assert second_item.rendition("km").state is TranslationState.MISSING
    assert (second_item.source_language, statement.blocks[0].source_language) == ("en", "")
    desk.history.undo()
    assert desk.drafting.statements() == ()
    assert desk.endorsing.endorsers() == ()


def test_entries_are_confirmed_and_kept_byte_for_byte(desk: Desk) -> None:
    statement_id = river(desk, endorser(ENTRY, "Freedom Union", "FU"))
    (found,) = desk.endorsing.endorsements(statement_id)
    assert found.state is EndorsementState.CONFIRMED
    assert found.endorser.names["en"].written == ENTRY
    assert found.endorser.names["en"].printed == ENTRY
    assert found.endorser.acronym == "FU"


def test_the_same_entry_is_the_same_endorser_another_wording_is_not(desk: Desk) -> None:
    river(desk, endorser(ENTRY, "Freedom Union", "FU"))
    river(desk, endorser(ENTRY, "Freedom Union", "FU"))
    assert len(desk.endorsing.endorsers()) == 1
    river(desk, endorser("Freedom Union (FU)", "Freedom Union", "FU"))
    assert len(desk.endorsing.endorsers()) == 2


def test_entries_without_a_place_of_their_own_are_shown_not_dropped(desk: Desk) -> None:
    full = river_draft(endorser("Aa Bb"), endorser("Aa Bb"), endorser("x" * 300))
    (statement_id,) = desk.importing.bring_in([replace(full, unplaced=("Read more",))]).made
    assert len(desk.endorsing.endorsements(statement_id)) == 1
    assert desk.drafting.statement(statement_id).unplaced == ("Read more", "Aa Bb", "x" * 300)


def test_a_draft_is_added_to_the_end_of_a_statement(desk: Desk) -> None:
    statement_id = river(desk, endorser("Aa"))
    more = replace(
        river_draft(endorser("Bb")),
        blocks=(demand("Third", "Third one."), draft(BlockKind.CONTACT, "Write to us.")),
        issue_date=date(2026, 5, 1),
    )
    changes = desk.importing.add_into(statement_id, more)
    assert texts(desk, statement_id)[-2:] == ["Third\n\nThird one.", "Write to us."]
    statement = desk.drafting.statement(statement_id)
    assert statement.issue_date == date(2026, 5, 1)
    assert changes.made == tuple(block.id for block in statement.blocks[-2:])
    assert len(desk.endorsing.endorsements(statement_id)) == 2
    later = replace(more, issue_date=date(2027, 1, 1), blocks=(), endorsers=())
    desk.importing.add_into(statement_id, later)
    assert desk.drafting.statement(statement_id).issue_date == date(2026, 5, 1)


def test_a_desk_with_work_in_it_is_backed_up_first(desk: Desk) -> None:
    backups = desk.path.parent.glob("*/*.desk")
    river(desk)
    assert list(backups) == []
    river(desk)
    assert len(list(desk.path.parent.glob("*/*.desk"))) == 1


def test_files_are_read_without_writing_anything(desk: Desk, tmp_path: Path) -> None:
    statement = tmp_path / "call.md"
    statement.write_text("# A call\n\nWe ask:\n\n## 1. Stop\n\nStop it.\n", "utf-8")
    (read,) = desk.importing.read_statements(statement)
    assert [block.kind for block in read.blocks] == [
        BlockKind.TITLE,
        BlockKind.PARAGRAPH,
        BlockKind.DEMAND,
    ]
    names = tmp_path / "names.txt"
    names.write_text("1. Water Union (WU)\n2. Fish Network\n", "utf-8")
    assert desk.importing.read_endorsers(names).rows == 2
    assert desk.importing.read_endorser_text("Water Union\nFish Network\n").rows == 2
    assert desk.drafting.statements() == ()


def test_a_file_that_is_not_there_is_refused(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(ImportRefused):
        desk.importing.read_statements(tmp_path / "nothing.md")
    with pytest.raises(DeskError):
        desk.importing.add_into("nope", river_draft())
