"""What the two real documents have to become in a desk."""

import json
from pathlib import Path

import pytest

from advocate_desk.desk.desk import Desk
from advocate_desk.model.kinds import BlockKind, Layout, Severity, StatementKind
from advocate_desk.model.statement import Statement, paragraphs
from seeds import seed_1, seed_2


def _imported(desk: Desk, path: Path, kind: str = "auto") -> list[Statement]:
    drafts = desk.importing.read_statements(path, kind)
    return [desk.drafting.statement(one) for one in desk.importing.bring_in(drafts).made]


def _counts(statement: Statement) -> dict[str, int]:
    kinds = [block.kind.value for block in statement.blocks]
    return {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)}


@pytest.fixture
def joint_statement(desk: Desk) -> Statement:
    (statement,) = _imported(desk, seed_1())
    return statement


@pytest.fixture
def petition(desk: Desk) -> Statement:
    found = _imported(desk, seed_2())
    return next(s for s in found if s.kind is StatementKind.PETITION)


def test_seed_1_has_its_blocks(desk: Desk, joint_statement: Statement) -> None:
    assert joint_statement.kind is StatementKind.JOINT_STATEMENT
    assert _counts(joint_statement) == {
        "title": 1,
        "paragraph": 3,
        "demand": 8,
        "contact": 1,
        "issue_line": 1,
        "endorser_list": 1,
    }
    demands = [b for b in joint_statement.blocks if b.kind is BlockKind.DEMAND]
    assert [len(paragraphs(d.rendition("en").body)) for d in demands] == [1, 1, 3, 1, 1, 2, 1, 1]
    assert demands[0].rendition("en").heading == "Immediate De-escalation and Ceasefire"
    assert str(joint_statement.issue_date) == "2025-07-28"
    assert joint_statement.unplaced == ()


def test_seed_1_has_its_102_endorsers_in_order(desk: Desk, joint_statement: Statement) -> None:
    found = desk.endorsing.endorsements(joint_statement.id)
    assert [e.position for e in found] == list(range(102))
    assert found[0].endorser.names["en"].printed == "3S Rivers Protection Network (3SPN)"
    assert found[101].endorser.names["en"].printed == "Youth For Peace (YFP)"
    lines = [f"{e.position + 1}. {e.endorser.names['en'].printed}" for e in found]
    source = seed_1().read_text("utf-8").splitlines()
    assert [line for line in lines if line not in source] == []


def test_seed_1_goes_out_in_english_at_once(
    desk: Desk, joint_statement: Statement, tmp_path: Path
) -> None:
    findings = desk.publishing.preflight(joint_statement.id, Layout.ENGLISH)
    assert Severity.BLOCKER not in {finding.severity for finding in findings}
    hinted = {finding.arguments.get("position") for finding in findings}
    assert {13, 49, 57, 82} <= hinted
    target = tmp_path / "en.txt"
    desk.publishing.export(joint_statement.id, Layout.ENGLISH, target)
    assert "102. Youth For Peace (YFP)" in target.read_text("utf-8")


def test_seed_1_in_khmer_is_stopped_field_by_field(desk: Desk, joint_statement: Statement) -> None:
    found = desk.checking.check(joint_statement.id, ("km",))
    blockers = [f for f in found if f.severity is Severity.BLOCKER]
    assert {f.rule for f in blockers} == {"missing_rendition"}
    assert {f.field for f in blockers} == {"heading", "body"}
    assert len(blockers) == 7 + 2 * 8


def test_the_same_list_twice_makes_no_second_registry(
    desk: Desk, joint_statement: Statement
) -> None:
    _imported(desk, seed_1())
    assert len(desk.endorsing.endorsers()) == 102


def test_seed_2_aligns_its_petition(desk: Desk, petition: Statement) -> None:
    pair = [
        block
        for block in petition.blocks
        if all(not block.rendition(code).is_empty for code in ("km", "en"))
    ]
    assert [block.kind for block in pair] == [BlockKind.PARAGRAPH, *[BlockKind.DEMAND] * 3]
    assert all(not block.rendition("km").text[0].isdigit() for block in pair)


def test_seed_2_holds_24_addressees_in_their_places(desk: Desk) -> None:
    found = _imported(desk, seed_2())
    (addressees,) = [
        block for s in found for block in s.blocks if block.kind is BlockKind.ADDRESSEES
    ]
    nested = [len(item.items) for item in addressees.items]
    assert len(nested) == 19
    assert sum(nested) == 5
    assert nested[:2] == [2, 3]


def test_an_edition_of_a_real_statement_can_be_read_back(
    desk: Desk, joint_statement: Statement
) -> None:
    desk.publishing.adopt(joint_statement.id)
    (edition,) = desk.publishing.editions(joint_statement.id)
    assert len(json.loads(edition.content)["endorsements"]) == 102
