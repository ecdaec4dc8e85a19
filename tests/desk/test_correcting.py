"""One-click corrections: exact, undoable, refused where the text changed."""

import pytest

from advocate_desk.desk.desk import Desk
from advocate_desk.model.draft import DraftStatement
from advocate_desk.model.errors import DeskError
from advocate_desk.model.finding import Finding
from advocate_desk.model.kinds import BlockKind, ShowAs, StatementKind, TranslationState
from desk_making import draft, endorse, endorser, river

KHMER = "អោយ និងសំរាប់។"


@pytest.fixture
def statement_id(desk: Desk) -> str:
    blocks = (
        draft(BlockKind.TITLE, "A title", "ចំណងជើង"),
        draft(BlockKind.PARAGRAPH, "We ask for the the end of of it.", KHMER),
        draft(BlockKind.PARAGRAPH, "In January 14, 2018 and and after.", "ក្រោយមក។"),
    )
    names = [endorser("River Union(RU)", "River Union", "RU")]
    (made,) = desk.importing.bring_in(
        [DraftStatement(StatementKind.PETITION, blocks, tuple(names))]
    ).made
    return made


def found(desk: Desk, statement_id: str, rule: str) -> list[Finding]:
    return [one for one in desk.checking.check(statement_id) if one.rule == rule]


def body(desk: Desk, statement_id: str, number: int, language: str = "en") -> str:
    return desk.drafting.statement(statement_id).blocks[number].rendition(language).body


def test_a_correction_is_exact_and_one_step(desk: Desk, statement_id: str) -> None:
    first, *_ = found(desk, statement_id, "doubled_word")
    changes = desk.correcting.apply(*first.fixes)
    assert body(desk, statement_id, 1) == "We ask for the end of of it."
    assert changes.focus == first.block_id
    assert changes.statement_id == statement_id
    desk.history.undo()
    assert body(desk, statement_id, 1) == "We ask for the the end of of it."


def test_all_of_one_kind_are_one_step(desk: Desk, statement_id: str) -> None:
    desk.correcting.apply_all(statement_id, "doubled_word")
    assert body(desk, statement_id, 1) == "We ask for the end of it."
    assert body(desk, statement_id, 2) == "In January 14, 2018 and after."
    assert not found(desk, statement_id, "doubled_word")
    desk.history.undo()
    assert len(found(desk, statement_id, "doubled_word")) == 3
    desk.history.redo()
    assert not found(desk, statement_id, "doubled_word")


def test_a_correction_leaves_the_other_language_as_it_is(desk: Desk, statement_id: str) -> None:
    block = desk.drafting.statement(statement_id).blocks[1]
    desk.drafting.write(block.id, "en", body=block.rendition("en").body + " Yes.")
    desk.translating.mark_current(block.id, "km")
    first, *_ = found(desk, statement_id, "doubled_word")
    desk.correcting.apply(*first.fixes)
    after = desk.drafting.statement(statement_id).blocks[1]
    assert after.rendition("km").state is TranslationState.DRAFT
    (old,) = found(desk, statement_id, "old_spelling")
    desk.correcting.apply(*old.fixes)
    assert body(desk, statement_id, 1, "km") == "ឱ្យ និងសម្រាប់។"


def test_a_signed_off_side_that_is_corrected_has_to_be_read_again(
    desk: Desk, statement_id: str
) -> None:
    block = desk.drafting.statement(statement_id).blocks[1]
    desk.translating.sign_off([block.id], "km", "Sokha")
    (old,) = found(desk, statement_id, "old_spelling")
    desk.correcting.apply(*old.fixes)
    after = desk.drafting.statement(statement_id).blocks[1]
    assert after.rendition("km").state is TranslationState.DRAFT


def test_a_text_that_changed_meanwhile_is_not_touched(desk: Desk, statement_id: str) -> None:
    first, *_ = found(desk, statement_id, "doubled_word")
    desk.drafting.write(first.block_id, "en", body="Something else.")
    with pytest.raises(DeskError, match="changed meanwhile"):
        desk.correcting.apply(*first.fixes)
    assert body(desk, statement_id, 1) == "Something else."


def test_a_block_that_is_gone_is_told(desk: Desk, statement_id: str) -> None:
    first, *_ = found(desk, statement_id, "doubled_word")
    desk.drafting.delete_block(first.block_id)
    with pytest.raises(DeskError, match="no such block"):
        desk.correcting.apply(*first.fixes)


def test_nothing_to_correct_is_told(desk: Desk, statement_id: str) -> None:
    with pytest.raises(DeskError, match="nothing to correct"):
        desk.correcting.apply_all(statement_id, "odd_hyphen")


def test_a_name_is_corrected_in_the_registry(desk: Desk, statement_id: str) -> None:
    (dirty,) = found(desk, statement_id, "missing_space")
    desk.correcting.apply(*dirty.fixes)
    (one,) = desk.endorsing.endorsers()
    assert one.names["en"].printed == "River Union (RU)"
    assert (one.names["en"].name, one.names["en"].acronym) == ("River Union", "RU")
    assert not found(desk, statement_id, "missing_space")
    desk.history.undo()
    assert desk.endorsing.endorsers()[0].names["en"].printed == "River Union(RU)"
    desk.endorsing.correct_entry(one.id, "en", "Other Union")
    with pytest.raises(DeskError, match="changed meanwhile"):
        desk.correcting.apply(*dirty.fixes)


def test_an_entry_that_is_the_same_is_no_step(desk: Desk, statement_id: str) -> None:
    (one,) = desk.endorsing.endorsers()
    assert not desk.endorsing.correct_entry(one.id, "en", "River Union(RU)")


def test_a_withheld_name_is_in_no_finding(desk: Desk) -> None:
    statement_id = river(desk)
    hidden = endorse(desk, statement_id, "Hidden Lake Union", acronym="HLU")
    desk.endorsing.show_as([hidden], ShowAs.WITHHELD)
    (block, *_) = desk.drafting.statement(statement_id).blocks
    desk.drafting.write(block.id, "en", body="the the Hidden Lake Union\u00a0asks (HLU")
    told = [one for one in desk.checking.check(statement_id) if one.severity.value != "blocker"]
    assert not any("Hidden" in repr(one) or "Hidden" in str(one) for one in told)
