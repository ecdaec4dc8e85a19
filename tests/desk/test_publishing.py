"""Views, editions and exports."""

import json
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from advocate_desk.desk.desk import Desk
from advocate_desk.exporters.blocks import ExportOptions
from advocate_desk.model.errors import DeskError, ExportRefused, ExportStopped
from advocate_desk.model.kinds import BlockKind, EndorsementState, Layout, ShowAs
from desk_making import block_ids, endorse, endorser, name, river

SMALL = ExportOptions(embed_fonts=False)


def test_a_view_holds_confirmed_names_in_order(desk: Desk) -> None:
    statement_id = river(desk, endorser("Water Union (WU)", "Water Union", "WU"))
    desk.endorsing.add(statement_id, name("Asked Only"))
    endorse(desk, statement_id, "Fish Network", "បណ្តាញត្រី")
    hidden = endorse(desk, statement_id, "Hidden Village")
    desk.endorsing.show_as([hidden], ShowAs.WITHHELD)
    view = desk.publishing.view(statement_id)
    assert [one.printed["en"] for one in view.endorsers] == ["Water Union (WU)", "Fish Network"]
    assert view.endorsers[1].printed["km"] == "បណ្តាញត្រី"
    assert view.withheld_count == 1
    assert "Hidden" not in repr(view)


def test_blocks_that_say_nothing_are_not_printed(desk: Desk) -> None:
    statement_id = river(desk)
    desk.drafting.add_block(statement_id, BlockKind.PARAGRAPH)
    desk.drafting.add_block(statement_id, BlockKind.PAGE_BREAK)
    kinds = [block.kind for block in desk.publishing.view(statement_id).blocks]
    assert len(kinds) == 7
    assert kinds[-1] is BlockKind.PAGE_BREAK


def test_the_time_is_the_date_of_issue_or_the_edition_or_the_last_change(desk: Desk) -> None:
    statement_id = river(desk)
    changed = desk.drafting.statement(statement_id).updated_at
    assert desk.publishing.view(statement_id).fixed_time == changed
    desk.publishing.adopt(statement_id)
    (edition,) = desk.publishing.editions(statement_id)
    view = desk.publishing.view(statement_id)
    assert (view.fixed_time, view.edition_number) == (edition.adopted_at, 1)
    desk.drafting.set_date(statement_id, date(2026, 3, 15))
    view = desk.publishing.view(statement_id)
    assert (view.fixed_time, view.edition_number) == ("2026-03-15T00:00:00Z", 0)


def test_an_edition_holds_everything_and_its_hash(desk: Desk) -> None:
    statement_id = river(desk, endorser("Water Union (WU)", "Water Union", "WU"))
    hidden = endorse(desk, statement_id, "Hidden Village")
    desk.endorsing.show_as([hidden], ShowAs.WITHHELD)
    edition_id = desk.publishing.adopt(statement_id).focus
    (edition,) = desk.publishing.editions(statement_id)
    content = json.loads(edition.content)
    assert (edition.id, edition.number) == (edition_id, 1)
    assert edition.sha256 == sha256(edition.content.encode()).hexdigest()
    assert [b["id"] for b in content["text"]["blocks"]] == block_ids(desk, statement_id)
    assert content["endorsements"][0]["printed"] == {"en": "Water Union (WU)"}
    assert set(content["endorsements"][1]) == {"id", "endorser_id", "show_as"}
    assert content["withheld"] == 1
    assert "Hidden" not in edition.content


def test_an_unchanged_statement_is_not_adopted_twice(desk: Desk) -> None:
    statement_id = river(desk)
    desk.publishing.adopt(statement_id)
    with pytest.raises(DeskError, match="Nothing changed since edition 1"):
        desk.publishing.adopt(statement_id)
    desk.drafting.write(block_ids(desk, statement_id)[0], "en", body="Keep it")
    desk.publishing.adopt(statement_id)
    assert [edition.number for edition in desk.publishing.editions(statement_id)] == [2, 1]


def test_a_text_with_a_withheld_name_is_not_adopted(desk: Desk) -> None:
    statement_id = river(desk)
    hidden = endorse(desk, statement_id, "Hidden Village")
    desk.endorsing.show_as([hidden], ShowAs.WITHHELD)
    desk.drafting.write(block_ids(desk, statement_id)[1], "en", body="With Hidden Village.")
    with pytest.raises(DeskError, match="withheld name"):
        desk.publishing.adopt(statement_id)


def test_an_edition_is_issued_once_and_then_keeps_its_statement(desk: Desk) -> None:
    statement_id = river(desk)
    edition_id = desk.publishing.adopt(statement_id).focus
    desk.publishing.issue(edition_id)
    assert desk.publishing.editions(statement_id)[0].issued_at
    with pytest.raises(DeskError, match="issued already"):
        desk.publishing.issue(edition_id)
    with pytest.raises(DeskError, match="cannot be deleted"):
        desk.drafting.delete_statement(statement_id)
    with pytest.raises(DeskError, match="no such edition"):
        desk.publishing.issue("nope")


def test_those_who_agreed_to_a_previous_text_are_found(desk: Desk) -> None:
    statement_id = river(desk)
    desk.publishing.adopt(statement_id)
    endorse(desk, statement_id, "Water Union")
    rules = [finding.rule for finding in desk.checking.check(statement_id, ("en",))]
    assert "changed_after_consent" not in rules
    desk.drafting.write(block_ids(desk, statement_id)[2], "en", body="Stop it today.")
    rules = [finding.rule for finding in desk.checking.check(statement_id, ("en",))]
    assert rules.count("changed_after_consent") == 1


def test_a_second_export_has_the_same_bytes(desk: Desk, tmp_path: Path) -> None:
    statement_id = river(desk, endorser("Water Union (WU)", "Water Union", "WU"))
    first, second = tmp_path / "1.docx", tmp_path / "2.docx"
    desk.publishing.export(statement_id, Layout.ENGLISH, first)
    desk.publishing.export(statement_id, Layout.ENGLISH, second)
    assert first.read_bytes() == second.read_bytes()


def test_a_missing_side_stops_the_export_until_it_is_allowed(desk: Desk, tmp_path: Path) -> None:
    statement_id = river(desk)
    target = tmp_path / "km.txt"
    with pytest.raises(ExportStopped) as stopped:
        desk.publishing.export(statement_id, Layout.KHMER, target)
    assert [f.rule for f in stopped.value.findings] == ["missing_rendition"]
    assert not target.exists()
    done = desk.publishing.export(statement_id, Layout.KHMER, target, allow_findings=True)
    assert done.path.read_text("utf-8").startswith("ថែរក្សាទន្លេ")
    assert "missing_rendition" in [f.rule for f in done.findings]


def test_the_suffix_says_the_format(desk: Desk, tmp_path: Path) -> None:
    statement_id = river(desk)
    with pytest.raises(ExportRefused, match="is not a document"):
        desk.publishing.export(statement_id, Layout.ENGLISH, tmp_path / "a.odt")
    made = desk.publishing.export(statement_id, Layout.ENGLISH, tmp_path / "A.DOCX", SMALL)
    assert made.path.read_bytes().startswith(b"PK")


def test_a_twin_exports_while_the_desk_is_open(desk: Desk, tmp_path: Path) -> None:
    statement_id = river(desk)
    twin = desk.twin()
    twin.publishing.export(statement_id, Layout.ENGLISH, tmp_path / "a.txt")
    twin.close()
    assert "Keep the river" in (tmp_path / "a.txt").read_text("utf-8")


def test_every_state_but_confirmed_is_left_out(desk: Desk) -> None:
    statement_id = river(desk)
    for state in EndorsementState:
        made = desk.endorsing.add(statement_id, name(f"The {state}")).made
        desk.endorsing.set_state(made, state)
    printed = [one.printed["en"] for one in desk.publishing.view(statement_id).endorsers]
    assert printed == ["The confirmed"]
