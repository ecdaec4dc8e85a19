"""Consent: bound to a text, given again in bulk, with evidence; and the messages that ask for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from advocate_desk.desk.desk import Desk
from advocate_desk.model.consent import Consent
from advocate_desk.model.draft import DraftEndorsers
from advocate_desk.model.endorsement import EndorserName
from advocate_desk.model.endorser_message import MessageKind, changed_paragraphs
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import EndorsementState, ShowAs
from desk_making import endorser, river_draft

CONFIRMED, WITHDRAWN = EndorsementState.CONFIRMED, EndorsementState.WITHDRAWN
DEMAND = 2  # the place of the first demand in the statement


@pytest.fixture
def statement_id(desk: Desk) -> str:
    """A statement that a hundred and two confirmed."""
    names = (endorser(f"Village Group {n}", row=n) for n in range(1, 103))
    made = desk.importing.bring_in((river_draft(),)).made[0]
    desk.endorsing.add_list(made, DraftEndorsers(102, tuple(names)))
    return made


def listed(desk: Desk, statement_id: str) -> list[str]:
    return [one.id for one in desk.endorsing.endorsements(statement_id)]


def change_demand(desk: Desk, statement_id: str, body: str = "Stop it today.") -> str:
    block = desk.drafting.statement(statement_id).blocks[DEMAND]
    desk.drafting.write(block.id, "en", body=body)
    return block.id


def test_a_changed_demand_leaves_everybody_with_an_earlier_text(
    desk: Desk, statement_id: str
) -> None:
    assert desk.consenting.outdated(statement_id) == ()
    block_id = change_demand(desk, statement_id)
    found = desk.consenting.outdated(statement_id)
    assert len(found) == 102
    assert {change.block_id for one in found for change in one.changes} == {block_id}
    assert desk.consenting.outdated_ids(statement_id) == set(listed(desk, statement_id))
    assert all(one.is_counted for one in desk.endorsing.endorsements(statement_id))


def test_the_check_tells_of_many_in_one_finding_and_of_few_one_by_one(
    desk: Desk, statement_id: str
) -> None:
    change_demand(desk, statement_id)

    def told() -> list[str]:
        found = desk.checking.check(statement_id)
        return [str(one) for one in found if one.rule == "changed_after_consent"]

    assert told() == ["102 endorsers agreed to a previous text, from endorser 1 on."]
    desk.consenting.agree_again(listed(desk, statement_id)[:100])
    assert told() == [
        "Endorser 101 agreed to a previous text.",
        "Endorser 102 agreed to a previous text.",
    ]


def test_sixty_confirm_again_as_one_step_that_can_be_taken_back(
    desk: Desk, statement_id: str
) -> None:
    change_demand(desk, statement_id)
    sixty = listed(desk, statement_id)[:60]
    consent = Consent("Sok Dara", "Director", "telegram", "2026-01-05")
    desk.consenting.agree_again(sixty, consent, "asked by message")
    assert len(desk.consenting.outdated_ids(statement_id)) == 42
    first = desk.consenting.events(sixty[0])
    assert [event.state for event in first] == [CONFIRMED, CONFIRMED]
    assert (first[1].agreed_by, first[1].note) == ("Sok Dara", "asked by message")
    desk.history.undo()
    assert len(desk.consenting.outdated_ids(statement_id)) == 102
    desk.history.redo()
    assert len(desk.consenting.outdated_ids(statement_id)) == 42


def test_only_who_is_confirmed_can_confirm_again(desk: Desk, statement_id: str) -> None:
    first = listed(desk, statement_id)[0]
    desk.endorsing.set_state([first], WITHDRAWN)
    with pytest.raises(DeskError, match="Only who is confirmed"):
        desk.consenting.agree_again([first])
    assert not desk.consenting.agree_again([])


def test_a_change_that_is_taken_back_outdates_nobody(desk: Desk, statement_id: str) -> None:
    before = desk.drafting.statement(statement_id).blocks[DEMAND].rendition("en").body
    change_demand(desk, statement_id)
    change_demand(desk, statement_id, before)
    assert not desk.consenting.outdated_ids(statement_id)


def test_an_answer_to_an_edition_is_bound_to_it(desk: Desk, statement_id: str) -> None:
    edition = desk.publishing.adopt(statement_id).focus
    change_demand(desk, statement_id)
    first, second = listed(desk, statement_id)[:2]
    desk.consenting.answer([first], CONFIRMED, consent=Consent(edition_id=edition))
    desk.consenting.answer([second], CONFIRMED)
    outdated = desk.consenting.outdated_ids(statement_id)
    assert first in outdated
    assert second not in outdated
    with pytest.raises(DeskError, match="no such edition"):
        desk.consenting.answer([first], CONFIRMED, consent=Consent(edition_id="nope"))


def test_one_answer_of_many_with_its_evidence_is_one_step(
    desk: Desk, statement_id: str, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("We withdraw.", encoding="utf-8")
    two = listed(desk, statement_id)[:2]
    consent = Consent("Sok Dara", on="2026-01-04")
    desk.consenting.answer(two, WITHDRAWN, consent=consent, note="by letter", evidence=[letter])
    assert desk.consenting.with_evidence(statement_id) == set(two)
    (one,) = desk.consenting.evidence(two[0])
    assert desk.consenting.evidence_data(two[1], one.id) == b"We withdraw."
    assert [event.state for event in desk.consenting.events(two[0])] == [CONFIRMED, WITHDRAWN]
    desk.history.undo()
    assert not desk.consenting.with_evidence(statement_id)
    assert desk.endorsing.counts(statement_id)[CONFIRMED] == 102


def test_a_bad_answer_notes_nothing_at_all(desk: Desk, statement_id: str, tmp_path: Path) -> None:
    first = listed(desk, statement_id)[0]
    for consent, evidence, words in (
        (Consent(on="2026-01-07"), [], "has not come yet"),
        (Consent(on="soon"), [], "is no date"),
        (Consent(), [tmp_path / "gone.pdf"], "cannot be read"),
    ):
        with pytest.raises(DeskError, match=words):
            desk.consenting.answer([first], WITHDRAWN, consent=consent, evidence=evidence)
    assert len(desk.consenting.events(first)) == 1
    assert desk.endorsing.counts(statement_id)[WITHDRAWN] == 0
    assert not desk.consenting.answer([], WITHDRAWN)


def test_a_message_tells_what_changed_in_both_languages(desk: Desk, statement_id: str) -> None:
    change_demand(desk, statement_id)
    first = listed(desk, statement_id)[0]
    assert desk.messaging.fitting(first) is MessageKind.CONFIRM_AGAIN
    english = desk.messaging.message(first, MessageKind.CONFIRM_AGAIN, "en")
    assert english.startswith(
        "Dear Village Group 1,\n\nYou endorsed our statement “Keep the river”."
    )
    assert "• Demand 1\nBefore: Stop it now.\nNow: Stop it today." in english
    khmer = desk.messaging.message(first, MessageKind.CONFIRM_AGAIN, "km")
    assert "ថែរក្សាទន្លេ" in khmer
    assert "Stop it today." in khmer  # nothing changed in Khmer: better this than nothing
    block = desk.drafting.statement(statement_id).blocks[DEMAND + 1]
    desk.drafting.write(block.id, "km", body="ស្តាប់ឥឡូវ។")
    khmer = desk.messaging.message(first, MessageKind.CONFIRM_AGAIN, "km")
    assert "ស្តាប់ឥឡូវ។" in khmer
    assert "Stop it" not in khmer


def test_a_message_about_a_text_that_did_not_change_says_so(desk: Desk, statement_id: str) -> None:
    first = listed(desk, statement_id)[0]
    words = desk.messaging.message(first, MessageKind.CONFIRM_AGAIN, "en")
    assert "“Keep the river”. Its text is still the one you agreed to." in words
    assert "changed" not in words


def test_invitations_and_reminders_go_to_those_who_wait(desk: Desk, statement_id: str) -> None:
    made = desk.endorsing.add(statement_id, _names("New Union"))
    assert desk.messaging.fitting(made.focus) is MessageKind.REMINDER
    for kind in MessageKind:
        assert "New Union" in desk.messaging.message(made.focus, kind, "en")
    desk.endorsing.set_state([made.focus], EndorsementState.DECLINED)
    assert desk.messaging.fitting(made.focus) is MessageKind.INVITATION
    with pytest.raises(DeskError, match="no such endorsement"):
        desk.messaging.message("nope", MessageKind.REMINDER, "en")


def _names(text: str) -> dict[str, EndorserName]:
    return {"en": EndorserName(text)}


def test_no_message_holds_a_withheld_name(desk: Desk, statement_id: str) -> None:
    first, second = listed(desk, statement_id)[:2]
    change_demand(desk, statement_id, "Stop it, says Village Group 2.")
    desk.endorsing.show_as([second], ShowAs.WITHHELD)
    for endorsement_id in (first, second):
        for kind in MessageKind:
            for language in ("km", "en"):
                told = desk.messaging.message(endorsement_id, kind, language)
                assert "Village Group 2" not in told
    assert desk.messaging.message(second, MessageKind.REMINDER, "en").startswith("Dear friends,")


def test_only_the_paragraphs_that_changed_are_told() -> None:
    assert changed_paragraphs("a\n\nb", "a\n\nc") == ("b", "c")
    assert changed_paragraphs("a\n\nb", "b\n\na") == ("a\n\nb", "b\n\na")
    assert changed_paragraphs("a\n\nb", "a") == ("b", "a")
    assert changed_paragraphs("", "new") == ("", "new")
    many = "\n\n".join(f"p{n}" for n in range(20))
    assert changed_paragraphs(many, "x")[0].endswith("p11\n…")
