"""What a check costs, and what a statement is not checked by."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advocate_desk.desk.desk import Desk
from advocate_desk.desk.sample import make_sample
from advocate_desk.model import checker as checker_module
from advocate_desk.model.checked import Checked
from advocate_desk.model.checker import Checker
from advocate_desk.model.errors import DeskError
from advocate_desk.model.finding import Finding
from advocate_desk.model.kinds import Layout, Severity
from advocate_desk.model.rule_list import NEVER_OFF, RULE_INFOS, rule_info
from advocate_desk.model.statement import Block, Statement
from advocate_desk.store.statements import StatementRows
from desk_making import make_desk, river

BLOCKER = Severity.BLOCKER


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


# --- what a statement is not checked by


def dirty(desk: Desk, statement_id: str, text: str = "the the end") -> Finding:
    block = desk.drafting.statement(statement_id).blocks[1]
    desk.drafting.write(block.id, "en", body=text)
    (found,) = of_rule(desk, statement_id)
    return found


def of_rule(desk: Desk, statement_id: str, rule: str = "doubled_word") -> list[Finding]:
    return [one for one in desk.checking.check(statement_id) if one.rule == rule]


def test_a_rule_is_switched_off_and_on_again_in_one_statement(desk: Desk) -> None:
    here, there = river(desk), river(desk)
    dirty(desk, here)
    dirty(desk, there)
    desk.checking.switch_off(here, "doubled_word")
    assert not of_rule(desk, here)
    assert of_rule(desk, there)
    assert ("doubled_word", False) in {(info.id, on) for info, on in desk.checking.rules(here)}
    desk.history.undo()
    assert of_rule(desk, here)
    desk.history.redo()
    desk.checking.switch_on(here, "doubled_word")
    assert of_rule(desk, here)
    assert not desk.checking.switch_on(here, "doubled_word")


@pytest.mark.parametrize("rule", [*sorted(NEVER_OFF), "no such rule"])
def test_what_must_never_go_out_is_always_checked(desk: Desk, rule: str) -> None:
    with pytest.raises(DeskError, match="stays on"):
        desk.checking.switch_off(river(desk), rule)


def test_a_dismissed_finding_comes_back_when_its_text_changes(desk: Desk) -> None:
    desk.author = "Sokha"
    statement_id = river(desk)
    found = dirty(desk, statement_id)
    desk.checking.dismiss(statement_id, found, " It is a quotation. ")
    assert not of_rule(desk, statement_id)
    (aside,) = desk.checking.dismissed(statement_id)
    assert (aside.dismissal.author, aside.dismissal.reason) == ("Sokha", "It is a quotation.")
    assert aside.dismissal.dismissed_at.startswith("2026-01-05")
    assert aside.finding is not None
    dirty(desk, statement_id, "of of the end")
    assert desk.checking.dismissed(statement_id)[0].finding is None


def test_a_dismissal_can_be_taken_back_and_undone(desk: Desk) -> None:
    statement_id = river(desk)
    found = dirty(desk, statement_id)
    desk.checking.dismiss(statement_id, found, "meant")
    desk.history.undo()
    assert of_rule(desk, statement_id)
    desk.history.redo()
    (aside,) = desk.checking.dismissed(statement_id)
    desk.checking.take_back(statement_id, aside.dismissal)
    assert of_rule(desk, statement_id)
    assert desk.checking.dismissed(statement_id) == ()
    with pytest.raises(DeskError, match="not dismissed"):
        desk.checking.take_back(statement_id, aside.dismissal)


def test_a_dismissal_wants_a_reason_and_no_blocker(desk: Desk) -> None:
    statement_id = river(desk)
    found = dirty(desk, statement_id)
    with pytest.raises(DeskError, match="Say why"):
        desk.checking.dismiss(statement_id, found, "  ")
    (blocker, *_) = (f for f in desk.checking.check(statement_id) if f.severity is BLOCKER)
    with pytest.raises(DeskError, match="put right"):
        desk.checking.dismiss(statement_id, blocker, "later")


def test_rules_and_dismissals_are_chosen_together(desk: Desk) -> None:
    statement_id = river(desk)
    found = dirty(desk, statement_id)
    desk.checking.dismiss(statement_id, found, "meant")
    (aside,) = desk.checking.dismissed(statement_id)
    desk.checking.choose(statement_id, ["no_full_stop"], [aside.dismissal])
    assert of_rule(desk, statement_id)
    assert not desk.checking.choose(statement_id, ["no_full_stop"])
    desk.checking.choose(statement_id, [])
    assert all(on for _, on in desk.checking.rules(statement_id))
    desk.history.undo()
    desk.history.undo()
    assert not of_rule(desk, statement_id)


def test_a_switched_off_rule_stops_no_document_either(desk: Desk) -> None:
    statement_id = river(desk)
    dirty(desk, statement_id)
    desk.checking.switch_off(statement_id, "doubled_word")
    told = desk.publishing.preflight(statement_id, Layout.ENGLISH)
    assert "doubled_word" not in {one.rule for one in told}


def test_every_rule_has_a_title_and_a_reason() -> None:
    assert len({info.id for info in RULE_INFOS}) == len(RULE_INFOS)
    assert all(info.title and info.why.endswith(".") for info in RULE_INFOS)
    assert rule_info("gone").title == "gone"


def test_the_sample_is_clean(desk: Desk) -> None:
    statement_id = make_sample(desk).focus
    told = desk.checking.check(statement_id)
    assert {one.rule for one in told} <= {"unconfirmed_endorser"}


# --- again and again


_EDITS = st.lists(
    st.tuples(
        st.integers(0, 5),
        st.sampled_from(["km", "en"]),
        st.sampled_from(
            ["", "the the", "Paris Accords.", "Center and Centre", "អោយ 18 ១៩", "A. “B"]
        ),
    ),
    max_size=6,
)


@settings(max_examples=20)
@given(_EDITS)
def test_a_check_that_remembers_finds_what_a_fresh_one_finds(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[int, str, str]]
) -> None:
    desk = make_desk(tmp_path_factory.mktemp("again") / "office.desk")
    statement_id, checker = river(desk), Checker()
    for number, language, text in edits:
        block = desk.drafting.statement(statement_id).blocks[number]
        desk.drafting.write(block.id, language, body=text)
        again = desk.checking.check(statement_id, checker=checker)
        assert again == desk.checking.check(statement_id)
    desk.close(back_up=False)


def test_only_the_changed_block_is_looked_at_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    statement_id, checker = river(desk), Checker()
    desk.checking.check(statement_id, checker=checker)
    looked: list[str] = []
    look = checker_module._look

    def counted(checked: Checked, block: Block) -> tuple[Finding, ...]:
        looked.append(block.id)
        return look(checked, block)

    monkeypatch.setattr(checker_module, "_look", counted)
    block = desk.drafting.statement(statement_id).blocks[2]
    desk.drafting.write(block.id, "en", body="Another text.")
    desk.checking.check(statement_id, checker=checker)
    assert looked == [block.id]
    twin = desk.twin()  # a worker reads the glossary anew each time
    twin.checking.check(statement_id, checker=checker)
    twin.close()
    assert looked == [block.id]
    desk.checking.check(statement_id, ("en",), checker=checker)
    assert len(looked) > 5
