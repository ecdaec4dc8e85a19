"""The translation memory: what enters it, what it offers, what never leaves."""

from __future__ import annotations

from pathlib import Path

import pytest

from advocate_desk.desk.desk import Desk
from advocate_desk.model.draft import DraftBlock, DraftStatement, DraftText
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import BlockKind, ShowAs, StatementKind, TranslationState
from advocate_desk.model.memory import BODY, HEADING, DraftMemory, DraftPair, pairs_of, parts_of
from advocate_desk.model.statement import Rendition
from desk_making import endorse

KHMER = "សូមដោះលែងអ្នកជាប់ឃុំទាំង ២៥ នាក់ ជាបន្ទាន់។"
ENGLISH = "Release the 25 detained people without delay."
PAIR = {"km": KHMER, "en": ENGLISH}


def demand(desk: Desk, khmer: str = KHMER, english: str = ENGLISH) -> tuple[str, str]:
    """A statement with one demand; its id and the block's."""
    texts = {"km": DraftText("ដោះលែង", khmer), "en": DraftText("Release them", english)}
    title = {"km": DraftText(body="សំបុត្រ"), "en": DraftText(body="A letter")}
    blocks = (DraftBlock(BlockKind.TITLE, title), DraftBlock(BlockKind.DEMAND, texts))
    draft = DraftStatement(StatementKind.OPEN_LETTER, blocks)
    (made,) = desk.importing.bring_in((draft,)).made
    return made, desk.drafting.statement(made).blocks[1].id


def sign_off(desk: Desk, block_id: str) -> None:
    for code in ("km", "en"):
        desk.translating.sign_off([block_id], code, "Chan Sok")


def remember(desk: Desk, *pairs: dict[str, str], origin: str = "old.tmx") -> None:
    desk.memory.remember([DraftPair(pair) for pair in pairs], origin)


def withhold(desk: Desk, statement_id: str, name: str) -> None:
    desk.endorsing.show_as([endorse(desk, statement_id, name)], ShowAs.WITHHELD)


def test_a_pair_enters_with_its_sign_off_as_one_step(desk: Desk) -> None:
    _, block_id = demand(desk)
    desk.translating.sign_off([block_id], "km", "Chan Sok")
    assert desk.memory.count() == 0, "one side alone is no pair"
    desk.translating.sign_off([block_id], "en", "Chan Sok")
    pairs = {pair.texts["en"]: pair for pair in desk.memory.pairs()}
    assert set(pairs) == {"Release them", ENGLISH}, "heading and body are parted"
    body = pairs[ENGLISH]
    assert (body.origin, body.author, body.approved_on) == ("A letter", "Chan Sok", "2026-01-05")
    desk.history.undo()
    assert desk.memory.count() == 0
    desk.history.redo()
    assert desk.memory.suggest(ENGLISH, "en")[0].score == 100


def test_a_clause_enters_when_both_sides_are_signed_off(desk: Desk) -> None:
    _, block_id = demand(desk)
    (clause_id,) = desk.library.save_block(block_id, "Prisoners").made
    for code in ("km", "en"):
        desk.library.review(clause_id, code, TranslationState.APPROVED, "Chan Sok")
    _heading, pair = sorted(desk.memory.pairs(), key=lambda one: len(one.texts["en"]))
    assert (pair.texts, pair.origin, pair.author) == (PAIR, "Prisoners", "Chan Sok")


def test_a_statement_is_taken_in_once(desk: Desk) -> None:
    made, block_id = demand(desk)
    assert desk.memory.take_in(made).made == ()
    changes = desk.memory.take_in(made, approved_only=False)
    assert (len(changes.made), changes.known) == (3, 0)
    sign_off(desk, block_id)
    again = desk.memory.take_in(made)
    assert (again.made, again.known, bool(again)) == ((), 2, False)


def test_a_stale_side_is_never_taken_in(desk: Desk) -> None:
    made, block_id = demand(desk)
    desk.drafting.write(block_id, "en", body=f"{ENGLISH} And soon.")
    desk.drafting.write(block_id, "en", body=f"{ENGLISH} And very soon.")
    desk.memory.take_in(made, approved_only=False)
    states = {s.state for s in desk.drafting.statement(made).blocks[1].renditions.values()}
    taken = {pair.texts["en"] for pair in desk.memory.pairs()}
    assert ("A letter" in taken, len(taken)) == (True, 1 if len(states) > 1 else 3)


def test_long_bodies_enter_by_paragraphs_and_sentences_too() -> None:
    khmer = "សូមដោះលែងពួកគេ។ សូមបើកសាលារៀនទាំងអស់។\n\nអរគុណ"
    english = (
        "Release the people who were detained in the two provinces, all of them, at once. "
        "Open every school that was closed in the same two provinces last year, and soon."
        "\n\nThank you"
    )
    sides = {"km": Rendition("", khmer), "en": Rendition("", english)}
    found = [pair["en"] for pair in pairs_of(sides)]
    first, second = english.split("\n\n")
    sentences = [f"{part}." for part in first.removesuffix(".").split(". ")]
    assert found == [english, first, *sentences, second]
    assert parts_of(first, "en") == sentences
    assert parts_of(khmer.split("\n\n", maxsplit=1)[0], "km") == [
        "សូមដោះលែងពួកគេ។",
        "សូមបើកសាលារៀនទាំងអស់។",
    ]
    assert parts_of("Dr. A. Sok wrote to Mr. Chan on p. 5.", "en") == []


def test_a_near_text_is_suggested_with_its_likeness_and_origin(desk: Desk) -> None:
    remember(desk, PAIR, {"km": "ផ្សេងទៀត", "en": "Something else"})
    (found,) = desk.memory.suggest("Release the 27 detained people without delay.", "en")
    assert (found.matched, found.offered, found.pair.origin) == (ENGLISH, KHMER, "old.tmx")
    assert 90 <= found.score < 100
    assert desk.memory.suggest("Something quite different", "en", least=80) == ()


def test_a_block_is_asked_for_by_heading_body_and_parts(desk: Desk) -> None:
    remember(desk, PAIR, {"km": "ដោះលែងពួកគេ", "en": "Release them"})
    other = "A sentence that nobody has ever written in this place before."
    _, block_id = demand(desk, "", f"{other} {ENGLISH}")
    found = desk.memory.suggest_for(block_id, "km")
    assert [(one.field, one.part, one.score) for one in found] == [
        (HEADING, 0, 100),
        (BODY, 2, 100),
    ]


def test_inserting_writes_a_draft_and_is_one_step(desk: Desk) -> None:
    remember(desk, PAIR)
    _, block_id = demand(desk, "", "Release the 27 detained people without delay.")
    (found,) = desk.memory.suggest_for(block_id, "km")
    desk.memory.insert(block_id, "km", found.pair.id)
    side = desk.drafting._block(block_id).rendition("km")
    assert (side.body, side.state) == (KHMER, TranslationState.DRAFT)
    assert desk.history.undo_label == "Insert from the memory"
    desk.memory.insert(block_id, "km", found.pair.id, append=True)
    assert desk.drafting._block(block_id).rendition("km").body == f"{KHMER}\n\n{KHMER}"
    desk.memory.insert(block_id, "km", found.pair.id, field=HEADING)
    assert desk.drafting._block(block_id).rendition("km").heading == KHMER
    for _ in range(3):
        desk.history.undo()
    assert desk.drafting._block(block_id).rendition("km").body == ""


def test_pairs_are_deleted_and_cleared_by_origin(desk: Desk) -> None:
    remember(desk, PAIR, {"km": "មួយ", "en": "One"})
    remember(desk, {"km": "ពីរ", "en": "Two"}, origin="Letter")
    assert [(one.name, one.count) for one in desk.memory.origins()] == [
        ("Letter", 1),
        ("old.tmx", 2),
    ]
    (found,) = desk.memory.suggest("Two", "en")
    desk.memory.delete([found.pair.id])
    with pytest.raises(DeskError, match="no such pair"):
        desk.memory.delete([found.pair.id])
    assert desk.memory.clear("old.tmx")
    assert not desk.memory.clear("old.tmx")
    assert desk.memory.count() == 0
    desk.history.undo()
    desk.history.undo()
    assert desk.memory.count() == 3


def test_a_withheld_name_never_enters(desk: Desk, tmp_path: Path) -> None:
    made, block_id = demand(desk, english="Thank the River Friends for this.")
    withhold(desk, made, "River Friends")
    sign_off(desk, block_id)
    assert {pair.texts["en"] for pair in desk.memory.pairs()} == {"Release them"}
    changes = desk.memory.take_in(made)
    assert [row.reason for row in changes.listed] == ["A withheld name stands in it."]
    assert not any(row.text for row in changes.listed), "the list itself says no name"
    pair = DraftPair({"km": "មិត្ត", "en": "The river  friends"}, 4)
    draft = DraftMemory(1, (pair,), origin="a.tmx")
    assert [row.row for row in desk.memory.bring_in(draft).listed] == [4]


def test_a_name_withheld_later_is_not_offered_and_not_written(desk: Desk, tmp_path: Path) -> None:
    remember(desk, {"km": "អរគុណ", "en": "Thank the River Friends"}, PAIR)
    made, block_id = demand(desk)
    pair_id = desk.memory.suggest("Thank the River Friends", "en")[0].pair.id
    withhold(desk, made, "River Friends")
    assert desk.memory.suggest("Thank the River Friends", "en") == ()
    with pytest.raises(DeskError, match="withheld"):
        desk.memory.insert(block_id, "en", pair_id)
    assert desk.memory.export_tmx(tmp_path / "out.tmx") == 1
    assert b"River" not in (tmp_path / "out.tmx").read_bytes()


def test_the_title_of_an_origin_hides_a_withheld_name(desk: Desk) -> None:
    made, block_id = demand(desk)
    title = desk.drafting.statement(made).blocks[0].id
    desk.drafting.write(title, "en", body="For the River Friends")
    withhold(desk, made, "River Friends")
    sign_off(desk, block_id)
    assert {pair.origin for pair in desk.memory.pairs()} == {""}


def test_a_file_that_was_written_is_read_again(desk: Desk, tmp_path: Path) -> None:
    remember(desk, PAIR, {"km": "ក < ខ & គ\n\nឃ", "en": "a < b & c\n\n  d"})
    path = tmp_path / "out.tmx"
    assert desk.memory.export_tmx(path) == 2
    texts = {tuple(sorted(pair.texts.items())) for pair in desk.memory.pairs()}
    read = desk.memory.read_tmx(path)
    assert {tuple(sorted(pair.texts.items())) for pair in read.pairs} == texts
    assert (read.rows, read.repeated, read.listed, read.notes) == (2, 0, (), ())
    desk.memory.clear("old.tmx")
    changes = desk.memory.bring_in(read)
    assert len(changes.made) == 2
    assert desk.memory.bring_in(read).known == 2


def test_a_large_file_comes_in_by_parts_as_one_step(desk: Desk) -> None:
    pairs = tuple(DraftPair({"km": f"ទី {n}", "en": f"Number {n}"}, n) for n in range(1, 11))
    draft = DraftMemory(10, pairs, origin="big.tmx")
    for start in range(0, 10, 4):
        desk.memory.bring_in_part(draft, start, 4, "run")
    assert desk.memory.count() == 10
    desk.history.undo()
    assert desk.memory.count() == 0
    assert desk.history.undo_label == ""


def test_an_empty_memory_is_not_written(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="no pair"):
        desk.memory.export_tmx(tmp_path / "out.tmx")
