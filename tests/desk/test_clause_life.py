"""Folders, details, variants, doubles, reviews and the end of a clause."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advocate_desk.desk.desk import Desk
from advocate_desk.model.clause import (
    EVERY_CLAUSE,
    NO_FOLDER,
    ClauseDetails,
    ClauseFilter,
    LegalBasis,
    LegalText,
)
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import BlockKind, ClauseStatus, TranslationState
from desk_making import endorse, make_desk, river

KM = "សូមបញ្ឈប់ការបណ្តេញចេញដោយបង្ខំ ហើយផ្តល់សំណងសមរម្យដល់គ្រួសារដែលបានបាត់បង់ផ្ទះសម្បែង។"
EN = "Stop the forced evictions and pay a fair price to the families who lost their homes."
PEACE = LegalBasis(
    {
        "en": LegalText("Paris Peace Agreements", "Article 15", "Paris"),
        "km": LegalText("កិច្ចព្រមព្រៀងសន្តិភាព", "មាត្រា១៥", "ប៉ារីស"),
    },
    "1991-10-23",
)


def clause(desk: Desk, en: str = EN, km: str = KM, **details: object) -> str:
    texts = {"km": ("", km), "en": ("", en)}
    fields: dict[str, Any] = details
    known = ClauseDetails(**fields)
    return desk.library.new_clause(BlockKind.PARAGRAPH, texts, details=known).focus


def folder(desk: Desk, name: str, parent_id: str = "") -> str:
    return desk.library.new_folder(name, parent_id).focus


def found(desk: Desk, query: str = "", **wanted: object) -> list[str]:
    fields: dict[str, Any] = wanted
    asked = ClauseFilter(**fields)
    return sorted(each.id for each in desk.library.search(query, wanted=asked))


# Folders


def test_a_folder_holds_what_lies_in_the_folders_inside_it(desk: Desk) -> None:
    land = folder(desk, "Land")
    evictions = folder(desk, "Evictions", land)
    inside, outside = clause(desk, folder_id=evictions), clause(desk, "Water.", "ទឹក។")
    for query in ("", "a"):
        assert found(desk, query, folder_id=land) == [inside]
        assert found(desk, query, folder_id=NO_FOLDER) == [outside]
    assert desk.library.folder_path(evictions) == ("Land", "Evictions")
    assert {each.name: each.count for each in desk.library.folders()} == {"Land": 0, "Evictions": 1}
    desk.library.file_clauses([inside], "")
    assert found(desk, "a", folder_id=land) == []
    desk.history.undo()
    assert found(desk, "a", folder_id=land) == [inside]


def test_a_folder_never_lies_inside_itself(desk: Desk) -> None:
    land = folder(desk, "Land")
    evictions = folder(desk, "Evictions", land)
    for target in (land, evictions):
        with pytest.raises(DeskError, match="inside itself"):
            desk.library.move_folder(land, target)
    desk.library.move_folder(evictions)
    desk.library.move_folder(land, evictions)
    assert desk.library.folder_path(land) == ("Evictions", "Land")


def test_what_lies_in_a_deleted_folder_moves_up(desk: Desk) -> None:
    land = folder(desk, "Land")
    evictions = folder(desk, "Evictions", land)
    deep = folder(desk, "Phnom Penh", evictions)
    clause_id = clause(desk, folder_id=evictions)
    desk.library.delete_folder(evictions)
    assert desk.library.folder_path(deep) == ("Land", "Phnom Penh")
    assert desk.library.clause(clause_id).folder_id == land
    desk.library.delete_folder(deep)
    desk.library.delete_folder(land)
    assert desk.library.clause(clause_id).folder_id == ""
    for _ in range(3):
        desk.history.undo()
    assert desk.library.folder_path(deep) == ("Land", "Evictions", "Phnom Penh")


@pytest.mark.parametrize("name", ["", "  ", "a/b", "x" * 81, "LAND"])
def test_a_name_that_cannot_be_a_folders_is_refused(desk: Desk, name: str) -> None:
    folder(desk, "Land")
    other = folder(desk, "Water")
    with pytest.raises(DeskError, match=r"older|already"):
        desk.library.new_folder(name)
    with pytest.raises(DeskError, match=r"older|already"):
        desk.library.rename_folder(other, name)


def test_a_folder_that_would_meet_its_namesake_stays(desk: Desk) -> None:
    land = folder(desk, "Land")
    folder(desk, "Water")
    folder(desk, "Water", land)
    with pytest.raises(DeskError, match="already"):
        desk.library.delete_folder(land)
    with pytest.raises(DeskError, match="no such folder"):
        desk.library.rename_folder("nowhere", "Name")
    with pytest.raises(DeskError, match="no such folder"):
        desk.library.new_folder("Inner", "nowhere")


def test_an_import_finds_or_makes_the_folders_of_a_path(desk: Desk) -> None:
    land = folder(desk, "Land")
    with desk.step("Import"):
        made = desk.library.folder_for(["land", "Evictions"])
        assert desk.library.folder_for(["Land", "evictions"]) == made
        assert desk.library.folder_for([]) == ""
    assert desk.library.folder_path(made) == ("Land", "Evictions")
    assert len(desk.library.folders()) == 2
    assert land in {each.id for each in desk.library.folders()}


@settings(max_examples=20, deadline=None)
@given(moves=st.lists(st.tuples(st.integers(0, 4), st.integers(-1, 4)), max_size=12))
def test_folders_stay_a_tree_whatever_is_moved(moves: list[tuple[int, int]]) -> None:
    with TemporaryDirectory() as name:
        desk = make_desk(Path(name) / "office.desk")
        ids = [folder(desk, f"Folder {number}") for number in range(5)]
        for which, where in moves:
            with suppress(DeskError):
                desk.library.move_folder(ids[which], ids[where] if where >= 0 else "")
        assert all(len(desk.library.folder_path(each)) <= 5 for each in ids)
        assert any(not each.parent_id for each in desk.library.folders())
        desk.close(back_up=False)


# What is known about a clause


def test_clauses_are_found_by_what_is_known_about_them(desk: Desk) -> None:
    known = clause(
        desk,
        topic="Land",
        tags=("urgent", "2026"),
        targets=("un", "Mekong group"),
        description="Ask",
    )
    clause(desk, "Water for all.", "ទឹកសម្រាប់ទាំងអស់គ្នា។", topic="Water")
    wanted = ({"tag": "urgent"}, {"target": "Mekong group"}, {"topic": "Land"})
    for asked in wanted:
        assert found(desk, **asked) == found(desk, "families", **asked) == [known]
        assert found(desk, "water", **asked) == []
    assert found(desk, "urgent") == [known]
    assert found(desk, kind=BlockKind.DEMAND) == []
    assert desk.library.words_in_use() == {
        "topics": ("Land", "Water"),
        "tags": ("2026", "urgent"),
        "targets": ("Mekong group", "un"),
    }


def test_details_change_without_a_revision_and_are_undone_whole(desk: Desk) -> None:
    clause_id = clause(desk, tags=("old",))
    before = desk.library.clause(clause_id)
    details = ClauseDetails("Land", "", " For the UN. ", (" new ", "new", ""), ("un",), (PEACE,))
    desk.library.describe(clause_id, details)
    after = desk.library.clause(clause_id)
    assert after.details == ClauseDetails("Land", "", "For the UN.", ("new",), ("un",), (PEACE,))
    assert after.latest == before.latest
    assert (found(desk, tag="old"), found(desk, tag="new")) == ([], [clause_id])
    desk.history.undo()
    assert desk.library.clause(clause_id) == before


def test_texts_and_details_are_saved_as_one_step(desk: Desk) -> None:
    desk.author = "Dara"
    clause_id = clause(desk)
    details = ClauseDetails(tags=("urgent",))
    desk.library.edit(clause_id, {"en": ("", "Other words.")}, details, "shorter")
    newest = desk.library.clause(clause_id).latest
    assert (newest.number, newest.note, newest.author) == (2, "shorter", "Dara")
    assert [each.number for each in desk.library.revisions(clause_id)] == [2, 1]
    with pytest.raises(DeskError, match="Nothing is different"):
        desk.library.edit(clause_id, {"en": ("", "Other words.")}, details)
    desk.history.undo()
    assert desk.library.clause(clause_id).tags == ()
    assert desk.library.clause(clause_id).latest.number == 1


def test_the_legal_basis_follows_a_clause_as_a_list_of_instruments(desk: Desk) -> None:
    clause_id, statement_id = clause(desk, legal_bases=(PEACE, LegalBasis({}, "1991"))), river(desk)
    desk.library.insert(statement_id, clause_id, with_legal_basis=True)
    instruments = desk.drafting.statement(statement_id).blocks[-1]
    assert instruments.kind is BlockKind.INSTRUMENT_LIST
    (item,) = instruments.items
    assert item.rendition("en").body == "Paris Peace Agreements, Article 15, Paris, 23 October 1991"
    assert item.rendition("km").body.endswith("ថ្ងៃទី២៣ ខែតុលា ឆ្នាំ១៩៩១")
    desk.history.undo()
    assert BlockKind.INSTRUMENT_LIST not in {
        each.kind for each in desk.drafting.statement(statement_id).blocks
    }


# Variants


def test_variants_are_siblings_and_part_again(desk: Desk) -> None:
    clause_id = clause(desk, topic="Land")
    short = desk.library.make_variant(clause_id, {"en": ("", "Stop evictions.")}, "short").focus
    strong = clause(desk, "Stop them now!", "ឈប់ឥឡូវ!")
    desk.library.join_variants(strong, short, "strong")
    assert {each.id for each in desk.library.variants(clause_id)} == {short, strong}
    assert desk.library.clause(short).topic == "Land"
    desk.library.name_variant(short, "shortest")
    assert desk.library.clause(short).variant == "shortest"
    desk.library.leave_variants(strong)
    desk.library.delete(short)
    assert desk.library.variants(clause_id) == ()
    assert desk.library.clause(clause_id).variant_group == ""


def test_a_variant_is_another_clause_of_the_same_kind_with_a_word(desk: Desk) -> None:
    clause_id = clause(desk)
    demand = desk.library.new_clause(BlockKind.DEMAND, {"en": ("Stop", "it")}).focus
    for other in (clause_id, demand):
        with pytest.raises(DeskError, match="same kind"):
            desk.library.join_variants(clause_id, other, "short")
    with pytest.raises(DeskError, match="in a word"):
        desk.library.make_variant(clause_id, {"en": ("", "Short.")}, " ")


# Doubles


@pytest.mark.parametrize("texts", [{"en": ("", EN.upper())}, {"km": ("", f" {KM}")}])
def test_the_same_text_in_either_language_is_refused_and_named(
    desk: Desk, texts: dict[str, tuple[str, str]]
) -> None:
    clause_id = clause(desk)
    with pytest.raises(DeskError, match="with this text already") as refused:
        desk.library.new_clause(BlockKind.PARAGRAPH, texts)
    assert str(refused.value.arguments["name"]).startswith("Stop the forced evictions")
    assert [each.id for each in desk.library.same_text(texts)] == [clause_id]
    other = clause(desk, "Water.", "ទឹក។")
    with pytest.raises(DeskError, match="with this text already"):
        desk.library.revise(other, texts)
    desk.library.archive(clause_id)
    with pytest.raises(DeskError, match="archived clause"):
        desk.library.new_clause(BlockKind.PARAGRAPH, texts)


def test_a_block_whose_text_the_library_has_is_not_saved_again(desk: Desk) -> None:
    clause_id, statement_id = clause(desk), river(desk)
    block_id = desk.library.insert(statement_id, clause_id).focus
    with pytest.raises(DeskError, match="with this text already"):
        desk.library.save_block(block_id)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", EN.replace("fair price", "decent price")),
        ("en", EN.replace("and pay", "now, and pay")),
        ("km", KM.replace("សមរម្យ", "ត្រឹមត្រូវ")),
        ("km", KM.replace("ការបណ្តេញ", "ការបណ្ដេញ")),
    ],
)
def test_nearly_the_same_text_is_named_with_its_likeness(
    desk: Desk, language: str, text: str
) -> None:
    for number in range(30):
        clause(desk, f"Water for village {number}, please.", f"ទឹកសម្រាប់ភូមិទី{number}។")
    clause_id = clause(desk)
    (likeness,) = desk.library.near_duplicates({language: ("", text)})
    assert (likeness.clause.id, likeness.language) == (clause_id, language)
    assert 75 <= likeness.percent <= 100
    assert desk.library.near_duplicates({language: ("", text)}, besides=clause_id) == ()


def test_another_text_and_a_variant_are_no_doubles(desk: Desk) -> None:
    clause_id = clause(desk)
    nearly = {"en": ("", EN.replace("fair", "good"))}
    sibling = desk.library.make_variant(clause_id, nearly, "soft").focus
    assert desk.library.near_duplicates({"en": ("", "Something else.")}) == ()
    assert desk.library.near_duplicates({"en": ("", " ")}) == ()
    assert desk.library.near_duplicates({"en": ("", EN)}, besides=sibling) == ()


# Use and end


def test_where_used_tells_statements_editions_and_their_endorsers(desk: Desk) -> None:
    clause_id, statement_id = clause(desk), river(desk)
    endorse(desk, statement_id, "Lake Network")
    block_id = desk.library.insert(statement_id, clause_id).focus
    desk.library.revise(clause_id, {"en": ("", "Newer.")})
    edition_id = desk.publishing.adopt(statement_id).focus
    desk.publishing.issue(edition_id)
    desk.drafting.write(block_id, "en", body="Edited here.")
    (use,) = desk.library.where_used(clause_id)
    assert (use.statement_id, use.block_id, use.number, use.edited) == (
        statement_id,
        block_id,
        1,
        True,
    )
    assert use.title["en"] == "Keep the river"
    assert use.confirmed == 1
    (edition,) = use.editions
    assert (edition.edition_id, edition.number) == (edition_id, 1)
    assert edition.issued_at
    desk.drafting.delete_block(block_id)
    (gone,) = desk.library.where_used(clause_id)
    assert (gone.block_id, gone.number, gone.editions[0].number) == ("", 0, 1)


def test_a_clause_in_use_is_archived_and_an_unused_one_deleted(desk: Desk) -> None:
    used, statement_id = clause(desk), river(desk)
    unused = clause(desk, "Water.", "ទឹក។", tags=("x",), legal_bases=(PEACE,))
    block_id = desk.library.insert(statement_id, used).focus
    assert desk.library.delete(used).label == "Archive clause"
    assert desk.library.clause(used).status is ClauseStatus.ARCHIVED
    before = desk.library.clause(unused)
    assert desk.library.delete(unused).label == "Delete clause"
    assert found(desk, "water") == []
    with pytest.raises(DeskError, match="no such clause"):
        desk.library.clause(unused)
    desk.history.undo()
    assert desk.library.clause(unused) == before
    desk.publishing.adopt(statement_id)
    desk.drafting.delete_block(block_id)
    assert desk.library.delete(used).label == "Archive clause"
    assert desk.library.count(wanted=EVERY_CLAUSE) == 2


# Reviews


def test_a_sign_off_stays_with_what_did_not_change(desk: Desk) -> None:
    clause_id = clause(desk)
    for language in ("km", "en"):
        desk.library.review(clause_id, language, TranslationState.APPROVED, "Sokha")
    side = desk.library.clause(clause_id).rendition("km")
    assert (side.state, side.reviewed_by, side.reviewed_on) == (
        TranslationState.APPROVED,
        "Sokha",
        "2026-01-05",
    )
    desk.library.revise(clause_id, {"en": ("", "Other words.")})
    newest = desk.library.clause(clause_id)
    assert newest.rendition("en").state is TranslationState.DRAFT
    assert newest.rendition("km").state is TranslationState.STALE
    with pytest.raises(DeskError, match="other side changed"):
        desk.library.review(clause_id, "km", TranslationState.APPROVED, "Sokha")
    desk.library.review(clause_id, "km", TranslationState.DRAFT)
    assert desk.library.clause(clause_id).rendition("km").state is TranslationState.DRAFT
    assert desk.library.revisions(clause_id)[1].rendition("km").state is TranslationState.APPROVED


def test_what_cannot_be_reviewed_is_refused(desk: Desk) -> None:
    clause_id = desk.library.new_clause(BlockKind.PARAGRAPH, {"en": ("", "Thank you.")}).focus
    refusals = {
        "needs the name": ("en", TranslationState.APPROVED),
        "found by the program": ("en", TranslationState.STALE),
        "Nothing is written": ("km", TranslationState.DRAFT),
    }
    for words, (language, state) in refusals.items():
        with pytest.raises(DeskError, match=words):
            desk.library.review(clause_id, language, state)


def test_a_typing_slip_in_spaces_leaves_the_sign_off(desk: Desk) -> None:
    clause_id = clause(desk)
    desk.library.review(clause_id, "en", TranslationState.APPROVED, "Sokha")
    desk.library.revise(clause_id, {"en": ("", EN.replace(" and ", "  and "))})
    newest = desk.library.clause(clause_id)
    assert newest.rendition("en").state is TranslationState.APPROVED
    assert newest.rendition("km").state is TranslationState.DRAFT
