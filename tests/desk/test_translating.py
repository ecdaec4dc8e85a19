"""Translation states set by hand."""

import pytest

from advocate_desk.desk.desk import Desk
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import TranslationState
from desk_making import block_ids, river


def _state(desk: Desk, statement_id: str, language: str) -> TranslationState:
    return desk.drafting.statement(statement_id).blocks[0].rendition(language).state


def test_only_marking_current_clears_stale(desk: Desk) -> None:
    statement_id = river(desk)
    title = block_ids(desk, statement_id)[0]
    desk.drafting.write(title, "en", body="Keep the river clean")
    desk.drafting.write(title, "km", body="ថែរក្សាទន្លេឱ្យស្អាត")
    assert _state(desk, statement_id, "km") is TranslationState.STALE
    desk.translating.mark_current(title, "km")
    assert _state(desk, statement_id, "km") is TranslationState.DRAFT
    with pytest.raises(DeskError, match="not behind"):
        desk.translating.mark_current(title, "km")


def test_an_approved_side_falls_back_to_draft_when_it_is_written(desk: Desk) -> None:
    statement_id = river(desk)
    title = block_ids(desk, statement_id)[0]
    desk.translating.set_state(title, "km", TranslationState.APPROVED)
    assert not desk.translating.set_state(title, "km", TranslationState.APPROVED)
    desk.drafting.write(title, "km", body="ថែរក្សាទន្លេ ")
    assert _state(desk, statement_id, "km") is TranslationState.APPROVED
    desk.drafting.write(title, "km", body="ថែទន្លេ")
    assert _state(desk, statement_id, "km") is TranslationState.DRAFT


def test_missing_and_stale_are_never_set_by_hand(desk: Desk) -> None:
    statement_id = river(desk)
    title = block_ids(desk, statement_id)[0]
    for state in (TranslationState.MISSING, TranslationState.STALE):
        with pytest.raises(DeskError, match="found by the program"):
            desk.translating.set_state(title, "km", state)


def test_an_empty_side_cannot_be_approved(desk: Desk) -> None:
    statement_id = river(desk)
    title = block_ids(desk, statement_id)[0]
    desk.drafting.write(title, "km", body="")
    with pytest.raises(DeskError, match="Nothing is written"):
        desk.translating.set_state(title, "km", TranslationState.APPROVED)
