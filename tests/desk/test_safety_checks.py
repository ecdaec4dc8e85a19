"""Names that may have to be withheld, and are not."""

from dataclasses import replace

from advocate_desk.desk.desk import Desk
from advocate_desk.model.finding import Finding
from advocate_desk.model.kinds import Severity, ShowAs
from advocate_desk.model.rule_list import may_be_off
from advocate_desk.model.sentences import finding_sentence
from desk_making import block_ids, endorse, river


def _found(desk: Desk, statement_id: str, rule: str) -> list[Finding]:
    return [one for one in desk.checking.check(statement_id) if one.rule == rule]


def _needs_care(desk: Desk, endorsement_id: str) -> None:
    endorser = desk.listed.endorser_of(endorsement_id)
    record = desk.registry.record(endorser.id)
    desk.registry.edit(replace(record, sensitivity="ask the coordinator first"))


def test_a_sensitive_endorser_that_is_printed_is_a_warning(desk: Desk) -> None:
    statement_id = river(desk)
    endorse(desk, statement_id, "Water Union")
    risky = endorse(desk, statement_id, "Hidden Village")
    assert _found(desk, statement_id, "sensitive_endorser_printed") == []
    _needs_care(desk, risky)
    (found,) = _found(desk, statement_id, "sensitive_endorser_printed")
    assert (found.severity, found.endorsement_id) == (Severity.WARNING, risky)
    assert "Hidden" not in f"{found}{finding_sentence(found)}"
    desk.endorsing.show_as([risky], ShowAs.WITHHELD)
    assert _found(desk, statement_id, "sensitive_endorser_printed") == []


def test_many_sensitive_endorsers_are_one_warning(desk: Desk) -> None:
    statement_id = river(desk)
    for number in range(5):
        _needs_care(desk, endorse(desk, statement_id, f"Village {number}"))
    (found,) = _found(desk, statement_id, "sensitive_endorser_printed")
    assert (found.arguments["count"], found.arguments["position"]) == (5, 1)


def test_an_endorser_withheld_in_another_statement_is_a_warning(desk: Desk) -> None:
    first, second = river(desk), river(desk)
    hidden = endorse(desk, first, "Hidden Village")
    desk.endorsing.show_as([hidden], ShowAs.WITHHELD)
    endorse(desk, second, "Water Union")
    shown = endorse(desk, second, "Hidden Village")
    assert _found(desk, first, "withheld_elsewhere_printed") == []
    (found,) = _found(desk, second, "withheld_elsewhere_printed")
    assert found.endorsement_id == shown
    assert "Hidden" not in f"{found}{finding_sentence(found)}"


def test_a_part_of_a_withheld_name_is_pointed_out_and_stays(desk: Desk) -> None:
    statement_id = river(desk)
    hidden = endorse(desk, statement_id, "Areng Valley Network")
    desk.endorsing.show_as([hidden], ShowAs.WITHHELD)
    block_id = block_ids(desk, statement_id)[1]
    desk.drafting.write(block_id, "en", body="Keep the Areng Valley as it is.")
    (found,) = _found(desk, statement_id, "near_withheld_name")
    assert (found.severity, found.block_id, found.language) == (Severity.WARNING, block_id, "en")
    assert "Areng" not in f"{found.arguments}{finding_sentence(found)}"
    assert "Areng Valley" in desk.publishing.view(statement_id).blocks[1].rendition("en").body
    assert may_be_off("near_withheld_name")
