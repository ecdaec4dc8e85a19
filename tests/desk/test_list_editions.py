"""Editions of the list: as of a day, an addendum, a withdrawal after issue and its erratum."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from advocate_desk.desk.desk import Desk
from advocate_desk.desk.late_endorsers import LateEndorsers
from advocate_desk.exporters.blocks import ExportOptions, Role
from advocate_desk.exporters.text_writer import text
from advocate_desk.model.comparison import Happened
from advocate_desk.model.endorsement import Endorser, EndorserName
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import BlockKind, EndorsementState, Layout, ShowAs, StatementKind
from advocate_desk.model.registry import EndorserRecord
from desk_making import endorse, river
from seeds import seed_1

COUNTED = ExportOptions(count_line=True, embed_fonts=False)
SMALL = ExportOptions(embed_fonts=False)
NAMES = ("Water Union", "Fish Network", "Hidden Village", "Rice Association")


def _listed(desk: Desk) -> tuple[str, list[str]]:
    """A statement with four endorsers, the third withheld; the endorsements' ids."""
    statement_id = river(desk)
    made = [endorse(desk, statement_id, one, f"ឈ្មោះ{one[0]}") for one in NAMES]
    desk.endorsing.show_as([made[2]], ShowAs.WITHHELD)
    return statement_id, made


def _issued(desk: Desk, statement_id: str) -> str:
    edition_id = desk.publishing.adopt(statement_id).focus
    desk.publishing.issue(edition_id)
    return edition_id


def _text(desk: Desk, statement_id: str, language: str = "en") -> str:
    blocks = desk.drafting.statement(statement_id).blocks
    inside = [item for block in blocks for item in (block, *block.items)]
    return "\n".join(block.rendition(language).body for block in inside)


def _rules(desk: Desk, statement_id: str) -> list[str]:
    return [found.rule for found in desk.checking.check(statement_id)]


def test_a_list_tells_how_many_endorse_it_and_as_of_which_day(desk: Desk) -> None:
    statement_id, _ = _listed(desk)
    english = text(desk.publishing.compose(statement_id, Layout.ENGLISH, COUNTED))
    assert "4 organisations as of 5 January 2026" in english
    assert "Hidden" not in english
    assert "as of" not in text(desk.publishing.compose(statement_id, Layout.ENGLISH))
    chosen = replace(COUNTED, as_of=date(2025, 7, 28))
    khmer = text(desk.publishing.compose(statement_id, Layout.KHMER, chosen))
    (line,) = [one for one in khmer.splitlines() if "២៨" in one]
    assert "៤" in line
    assert "២០២៥" in line


def test_an_adopted_list_is_of_the_day_it_was_adopted(desk: Desk) -> None:
    statement_id, _ = _listed(desk)
    desk.publishing.adopt(statement_id)
    before = desk.publishing.compose(statement_id, Layout.ENGLISH, COUNTED)
    assert text(before) == text(desk.publishing.compose(statement_id, Layout.ENGLISH, COUNTED))
    (part,) = [p for p in before.parts if p.role is Role.COUNT_LINE and "as of" in p.text]
    assert part.text == "4 organisations as of 5 January 2026"


def test_one_endorser_is_one_organisation(desk: Desk) -> None:
    statement_id = river(desk)
    endorse(desk, statement_id, "Water Union")
    english = text(desk.publishing.compose(statement_id, Layout.ENGLISH, COUNTED))
    assert "1 organisation as of" in english


def test_an_addendum_holds_only_those_who_came_since_and_goes_on_counting(
    desk: Desk, tmp_path: Path
) -> None:
    statement_id, _ = _listed(desk)
    edition_id = _issued(desk, statement_id)
    with pytest.raises(DeskError, match="Nobody came since edition 1"):
        desk.publishing.export_addendum(edition_id, Layout.ENGLISH, tmp_path / "no.docx")
    endorse(desk, statement_id, "Late School", "សាលា")
    hidden = endorse(desk, statement_id, "Late Hidden")
    desk.endorsing.show_as([hidden], ShowAs.WITHHELD)
    made = LateEndorsers(desk._file).addendum(edition_id, Layout.ENGLISH)
    words = text(made)
    assert "Addendum: Keep the river" in words
    assert "2 organisations joined after edition 1 of 5 January 2026:" in words
    assert "4. Late School" in words
    assert "6 organisations endorse the statement" in words
    assert not any(name in words for name in (*NAMES, "Late Hidden"))
    for layout in (Layout.ENGLISH, Layout.SIDE_BY_SIDE):
        target = tmp_path / f"{layout}.docx"
        written = desk.publishing.export_addendum(edition_id, layout, target, SMALL)
        assert written.faults == ()
        assert target.read_bytes().startswith(b"PK")


def test_a_withdrawal_after_issue_is_found_and_corrected_as_one_step(desk: Desk) -> None:
    statement_id, made = _listed(desk)
    edition_id = _issued(desk, statement_id)
    before = desk.publishing.editions(statement_id)
    assert "withdrawn_after_issue" not in _rules(desk, statement_id)
    desk.endorsing.set_state([made[1]], EndorsementState.WITHDRAWN)
    assert _rules(desk, statement_id).count("withdrawn_after_issue") == 1
    changes = desk.publishing.make_erratum(edition_id)
    erratum = desk.drafting.statement(changes.focus)
    assert erratum.kind is StatementKind.ERRATUM
    words = _text(desk, erratum.id)
    assert "Erratum: Keep the river" in words
    assert "Edition 1 of 5 January 2026 is replaced by edition 2 of 5 January 2026." in words
    assert "1 organisation withdrew its endorsement." in words
    assert "3 organisations endorse the statement as of 5 January 2026." in words
    assert "Fish" not in words
    assert "១" in _text(desk, erratum.id, "km")
    assert desk.publishing.editions(statement_id)[1] == before[0]
    desk.history.undo()
    assert desk.publishing.editions(statement_id) == before
    assert erratum.id not in [one.id for one in desk.drafting.statements()]
    desk.history.redo()
    assert _text(desk, erratum.id) == words


def test_both_lists_can_be_compared_and_the_old_edition_keeps_its_bytes(desk: Desk) -> None:
    statement_id, made = _listed(desk)
    first = _issued(desk, statement_id)
    content = desk.publishing.editions(statement_id)[0].content.encode()
    desk.endorsing.set_state([made[1]], EndorsementState.WITHDRAWN)
    endorse(desk, statement_id, "Late School")
    second, _ = desk.publishing.make_erratum(first).made
    old = next(one for one in desk.publishing.editions(statement_id) if one.id == first)
    assert old.content.encode() == content
    assert (json.loads(old.content)["withheld"], old.issued_at != "") == (1, True)
    found = desk.comparing.compare_editions(first, second).endorsers
    told = {one.happened: (one.before or one.after)["en"] for one in found}
    assert told == {Happened.REMOVED: "Fish Network", Happened.ADDED: "Late School"}


def test_who_withdrew_is_named_only_when_asked_and_never_when_withheld(desk: Desk) -> None:
    statement_id, made = _listed(desk)
    edition_id = _issued(desk, statement_id)
    desk.endorsing.set_state(made[1:], EndorsementState.WITHDRAWN)
    desk.endorsing.show_as([made[3]], ShowAs.WITHHELD)
    changes = desk.publishing.make_erratum(edition_id, name_withdrawn=True)
    words = _text(desk, changes.focus)
    assert "3 organisations withdrew their endorsements." in words
    assert "Fish Network" in words
    assert "ឈ្មោះF" in _text(desk, changes.focus, "km")
    for hidden in ("Hidden Village", "Rice Association"):
        assert hidden not in words


def test_an_erratum_needs_an_issued_edition_whose_list_is_wrong(desk: Desk) -> None:
    statement_id, made = _listed(desk)
    edition_id = desk.publishing.adopt(statement_id).focus
    with pytest.raises(DeskError, match="was not issued"):
        desk.publishing.make_erratum(edition_id)
    desk.publishing.issue(edition_id)
    with pytest.raises(DeskError, match="nothing to correct"):
        desk.publishing.make_erratum(edition_id)
    desk.endorsing.set_state([made[0]], EndorsementState.WITHDRAWN)
    newer = desk.publishing.adopt(statement_id).focus
    assert desk.publishing.make_erratum(edition_id).made[0] == newer


def test_an_erratum_never_takes_a_withheld_name_along(desk: Desk) -> None:
    statement_id, made = _listed(desk)
    edition_id = _issued(desk, statement_id)
    contact = desk.drafting.add_block(statement_id, BlockKind.CONTACT).focus
    desk.drafting.write(contact, "en", body="Call Hidden Village")
    desk.endorsing.set_state([made[0]], EndorsementState.WITHDRAWN)
    before = len(desk.publishing.editions(statement_id))
    with pytest.raises(DeskError, match="withheld name"):
        desk.publishing.make_erratum(edition_id)
    assert len(desk.publishing.editions(statement_id)) == before


def test_entries_taken_off_a_list_did_not_withdraw(desk: Desk) -> None:
    statement_id, made = _listed(desk)
    edition_id = _issued(desk, statement_id)
    desk.endorsing.remove([made[0]])
    assert "withdrawn_after_issue" not in _rules(desk, statement_id)
    words = _text(desk, desk.publishing.make_erratum(edition_id).focus)
    assert "1 entry was taken off the list." in words
    assert "withdrew" not in words


def test_records_that_were_merged_are_still_listed(desk: Desk) -> None:
    statement_id, _ = _listed(desk)
    edition_id = _issued(desk, statement_id)
    (listed, *_) = desk.endorsing.endorsements(statement_id)
    other = desk.registry.add(EndorserRecord(Endorser("", {"en": EndorserName("Union of Water")})))
    desk.registry.merge(other.focus, listed.endorser.id)
    assert desk.publishing.since(edition_id).is_same


def test_members_beside_their_coalition_are_pointed_out_by_position(desk: Desk) -> None:
    statement_id, _ = _listed(desk)
    listed = desk.endorsing.endorsements(statement_id)
    record = desk.registry.record(listed[1].endorser.id)
    members = (listed[2].endorser.id, listed[3].endorser.id)
    desk.registry.edit(replace(record, member_ids=members))
    found = [f for f in desk.checking.check(statement_id) if f.rule == "counted_with_coalition"]
    assert [(f.arguments["position"], f.arguments["members"]) for f in found] == [(2, "3, 4")]
    assert found[0].arguments["count"] == 2
    assert not any(name in str(found) for name in NAMES)


def test_a_missing_name_says_which_one_is_printed_instead(desk: Desk) -> None:
    statement_id = river(desk)
    endorse(desk, statement_id, "Water Union")
    (found,) = [f for f in desk.checking.check(statement_id) if f.rule == "nameless_endorser"]
    assert found.message == "Endorser {position} has no Khmer name; the English one is printed."
    khmer = text(desk.publishing.compose(statement_id, Layout.KHMER))
    assert "Water Union" in khmer


def test_the_numbers_of_groups_go_on_and_the_count_holds_for_all(desk: Desk) -> None:
    statement_id, _ = _listed(desk)
    union = desk.endorsing.endorsements(statement_id)[0].endorser
    desk.endorsing.edit_endorser(union.id, union.names, kind="union")
    options = replace(COUNTED, group_endorsers=True, endorser_columns=2)
    parts = list(desk.publishing.compose(statement_id, Layout.ENGLISH, options).parts)
    assert [p.number for p in parts if p.role is Role.ENDORSER] == [1, 2, 3]
    assert [p.text for p in parts if p.role is Role.GROUP_LABEL][1] == "Unions"
    counts = [p.text for p in parts if p.role is Role.COUNT_LINE]
    assert counts[0].startswith("4 organisations")
    assert "(4 in all)" in counts[-1]


def test_a_hundred_organisations_change_after_the_statement_went_out(desk: Desk) -> None:
    (statement_id,) = desk.importing.bring_in(desk.importing.read_statements(seed_1())).made
    listed = desk.endorsing.endorsements(statement_id)
    assert len(listed) == 102
    ids = [one.id for one in listed]
    desk.endorsing.show_as(ids[10:13], ShowAs.WITHHELD)
    first = _issued(desk, statement_id)
    printed = text(desk.publishing.compose(statement_id, Layout.ENGLISH, COUNTED))
    assert "102 organisations as of" in printed
    assert "99. " in printed
    assert "100. " not in printed
    demand = [
        block
        for block in desk.drafting.statement(statement_id).blocks
        if block.kind is BlockKind.DEMAND
    ][3]
    desk.drafting.write(demand.id, "en", body="Something else is demanded.")
    assert len(desk.consenting.outdated_ids(statement_id)) == 102
    desk.consenting.agree_again(ids[:60])
    assert len(desk.consenting.outdated_ids(statement_id)) == 42
    before = desk.publishing.editions(statement_id)[0].content.encode()
    desk.endorsing.set_state([ids[99]], EndorsementState.WITHDRAWN)
    second, erratum = desk.publishing.make_erratum(first).made
    old = desk.publishing.editions(statement_id)[1]
    assert (old.id, old.content.encode()) == (first, before)
    compared = desk.comparing.compare_editions(first, second)
    assert [one.happened for one in compared.endorsers] == [Happened.REMOVED]
    words = _text(desk, erratum)
    assert "Its text and its list of endorsers changed:" in words
    assert "101 organisations endorse the statement" in words
