"""The library in the window: folders, details, newer revisions, comparing, doubles."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from advocate_desk.gui.dialogs.clause_dialog import ClauseDialog
from advocate_desk.gui.dialogs.compare_clause_dialog import CompareClauseDialog
from advocate_desk.gui.dialogs.newer_dialog import NewerDialog
from advocate_desk.gui.dialogs.variant_dialog import VariantDialog
from advocate_desk.gui.widgets.clause_dock import ClauseDock
from advocate_desk.gui.widgets.clause_uses_panel import use_line
from advocate_desk.gui.widgets.offer_card import Answer
from advocate_desk.gui.workplace import Workplace
from advocate_desk.language import catalog
from advocate_desk.model.clause import (
    ClauseDetails,
    ClauseUse,
    EditionUse,
    LegalBasis,
    LegalText,
    Target,
    Variant,
)
from advocate_desk.model.kinds import BlockKind, TranslationState
from advocate_desk.model.statement import Block
from gui_answers import Answers

EN = "Stop the evictions at once and pay a fair price to every family."


@pytest.fixture
def dock(place: Workplace) -> ClauseDock:
    place.clauses.show()
    place.clauses.refresh()
    return place.clauses


def demand(place: Workplace, heading: str = "Halt evictions") -> str:
    texts = {"en": (heading, f"{heading}. {EN}"), "km": (f"បញ្ឈប់ {heading}", f"{heading} សូមបញ្ឈប់។")}
    changes = place.operations.run(place.desk.library.new_clause, BlockKind.DEMAND, texts)
    assert changes is not None
    return changes.focus


def held(place: Workplace, heading: str = "Halt evictions") -> tuple[str, str]:
    clause_id = demand(place, heading)
    library = place.desk.library
    changes = place.operations.run(library.insert, place.statement_id, clause_id)
    assert changes is not None
    return clause_id, changes.focus


def revise(place: Workplace, clause_id: str, old: str, new: str) -> None:
    side = place.desk.library.clause(clause_id).rendition("en")
    texts = {"en": (side.heading, side.body.replace(old, new))}
    assert place.operations.run(place.desk.library.revise, clause_id, texts, "clearer")


def block(place: Workplace, block_id: str) -> Block:
    blocks = place.desk.drafting.statement(place.statement_id).blocks
    return next(one for one in blocks if one.id == block_id)


def test_a_newer_revision_is_told_in_the_dock_and_taken_in_the_dialog(
    place: Workplace, dock: ClauseDock, answers: Answers
) -> None:
    clause_id, block_id = held(place)
    assert dock.offers.isHidden()
    revise(place, clause_id, "fair", "full")
    assert not dock.offers.isHidden()
    assert "newer revision" in dock.offers.label.text()

    def take(dialog: QDialog) -> bool:
        newer = cast("NewerDialog", dialog)
        assert not newer.buttons.agree.isEnabled()
        (card,) = newer.cards
        body = card.differences.bodies["en"].text
        assert body.accessibleDescription() == "Removed: fair Added: full"
        assert "v1 → v2" in card.title.text()
        card.choose(Answer.TAKE)
        return newer.buttons.agree.isEnabled()

    answers.dialogs.append(take)
    QTest.mouseClick(dock.offers.button, Qt.MouseButton.LeftButton)
    assert "full price" in block(place, block_id).rendition("en").body
    assert dock.offers.isHidden()


def test_all_offers_are_kept_at_once_and_not_told_again(
    place: Workplace, dock: ClauseDock, answers: Answers
) -> None:
    for heading in ("First", "Second"):
        clause_id, _ = held(place, heading)
        revise(place, clause_id, "fair", "full")

    def keep(dialog: QDialog) -> bool:
        newer = cast("NewerDialog", dialog)
        QTest.mouseClick(newer.keep_all, Qt.MouseButton.LeftButton)
        assert set(newer.value().values()) == {Answer.KEEP}
        return True

    answers.dialogs.append(keep)
    place.window.table.action("newer_revisions").trigger()
    assert dock.offers.isHidden()
    place.window.table.action("newer_revisions").trigger()
    assert "newest" in place.notice.label.text()


def test_what_both_changed_is_only_replaced_when_somebody_says_so(
    place: Workplace, answers: Answers
) -> None:
    clause_id, block_id = held(place)
    revise(place, clause_id, "fair", "full")
    now = block(place, block_id).rendition("en").body
    place.operations.run(
        place.desk.drafting.write, block_id, "en", body=now.replace("fair", "good")
    )

    def replace(dialog: QDialog) -> bool:
        newer = cast("NewerDialog", dialog)
        (card,) = newer.cards
        QTest.mouseClick(newer.take_all, Qt.MouseButton.LeftButton)
        assert card.answer() is Answer.LATER
        assert "same words" in card.remark.text()
        card.choose(Answer.REPLACE)
        return True

    answers.dialogs.append(replace)
    place.text.go_to(block_id)
    place.text.blocks.show_newer()
    assert "full price" in block(place, block_id).rendition("en").body


def test_edits_that_stay_are_told(place: Workplace, answers: Answers) -> None:
    clause_id, block_id = held(place)
    revise(place, clause_id, "fair", "full")
    now = block(place, block_id).rendition("en").body
    place.operations.run(
        place.desk.drafting.write, block_id, "en", body=now.replace("at once", "today")
    )

    def take(dialog: QDialog) -> bool:
        (card,) = cast("NewerDialog", dialog).cards
        assert "stays in the newer text" in card.remark.text()
        card.choose(Answer.TAKE)
        return True

    answers.dialogs.append(take)
    place.clauses.newer_wanted.emit()
    body = block(place, block_id).rendition("en").body
    assert "today" in body
    assert "full price" in body


def test_a_block_is_compared_with_the_library_and_swapped_for_a_variant(
    place: Workplace, answers: Answers
) -> None:
    clause_id, block_id = held(place)
    variant = {"en": ("Halt", "Halt it."), "km": ("ឈប់", "ឈប់។")}
    place.operations.run(place.desk.library.make_variant, clause_id, variant, "short")

    def swap(dialog: QDialog) -> bool:
        compare = cast("CompareClauseDialog", dialog)
        assert compare.same.text() == "The block says exactly this."
        assert not compare.buttons.agree.isEnabled()
        compare.box.setCurrentIndex(1)
        assert compare.box.currentText() == "Variant: short"
        return compare.buttons.agree.isEnabled()

    answers.dialogs.append(swap)
    place.text.go_to(block_id)
    place.window.table.action("compare_clause").trigger()
    assert block(place, block_id).rendition("en").body == "Halt it."


def test_a_block_of_its_own_has_nothing_to_compare(place: Workplace) -> None:
    place.text.go_to(place.text.column.blocks[0].id)
    place.text.blocks.compare()
    assert "not built from a clause" in place.notice.label.text()


def test_a_revised_block_takes_the_newest_text_from_the_comparison(
    place: Workplace, answers: Answers
) -> None:
    clause_id, block_id = held(place)
    revise(place, clause_id, "fair", "full")

    def take(dialog: QDialog) -> bool:
        compare = cast("CompareClauseDialog", dialog)
        assert "built from it" in compare.box.itemText(1)
        compare.box.setCurrentIndex(1)
        assert not compare.buttons.agree.isEnabled()
        compare.box.setCurrentIndex(0)
        catalog.use("km")
        compare.retranslate()
        catalog.use("en")
        return True

    answers.dialogs.append(take)
    place.text.go_to(block_id)
    place.text.blocks.compare()
    assert "full price" in block(place, block_id).rendition("en").body


def test_folders_narrow_the_list_and_are_kept_in_order(
    place: Workplace, dock: ClauseDock, answers: Answers
) -> None:
    clause_id = demand(place)
    answers.texts += ["Land", "Evictions", "Housing"]
    dock.actions_of.new_folder.trigger()
    land = place.desk.library.folders()[0].id
    dock.refresh()
    dock.filter.folder.choose(land)
    dock.actions_of.new_folder.trigger()
    dock.refresh()
    assert dock.model.rowCount() == 0
    assert dock.empty.label.text() == "No clause is like this."
    dock.filter.clear()
    dock._choose(dock.model.row_of(clause_id))
    place_it = [action for action in dock.actions_of.file.actions() if action.text() == "Land"]
    place_it[0].trigger()
    dock.filter.folder.choose(land)
    dock.refresh()
    assert dock.model.row_of(clause_id) == 0
    dock.actions_of.rename_folder.trigger()
    assert [one.name for one in place.desk.library.folders()] == ["Evictions", "Housing"]
    inner = [a for a in dock.actions_of.move_folder.actions() if a.text().strip() == "Evictions"]
    inner[0].trigger()
    assert "inside itself" in place.notice.label.text()
    dock.actions_of.delete_folder.trigger()
    assert [one.name for one in place.desk.library.folders()] == ["Evictions"]


def test_the_filter_offers_the_words_in_use(place: Workplace, dock: ClauseDock) -> None:
    clause_id = demand(place)
    details = ClauseDetails("Land", tags=("urgent",), targets=(Target.UN.value, "Mekong group"))
    place.operations.run(place.desk.library.describe, clause_id, details)
    dock.refresh()
    dock.filter.more.setChecked(True)
    box = dock.filter.boxes["target"]
    assert [box.itemText(row) for row in range(3)] == [
        "Any target",
        "Mekong group",
        "United Nations",
    ]
    for name, value in (("tag", "urgent"), ("target", "un"), ("kind", BlockKind.DEMAND)):
        chosen = dock.filter.boxes[name]
        chosen.setCurrentIndex(chosen.findData(value))
        assert dock.model.row_of(clause_id) >= 0
    dock.filter.more.setChecked(False)
    assert not dock.filter.narrows


def waited_for(is_there: Callable[[], bool]) -> None:
    for _ in range(250):
        if is_there():
            return
        QTest.qWait(20)
    pytest.fail("it did not come")


def open_dialog(then: Callable[[ClauseDialog], None]) -> Callable[[QDialog], bool]:
    def answer(dialog: QDialog) -> bool:
        clause_dialog = cast("ClauseDialog", dialog)
        clause_dialog.show()
        then(clause_dialog)
        clause_dialog.close()
        return clause_dialog.buttons.agree.isEnabled()

    return answer


def test_nearly_the_same_text_is_warned_of_before_it_is_saved(
    place: Workplace, dock: ClauseDock, answers: Answers
) -> None:
    demand(place)

    def write(dialog: ClauseDialog) -> None:
        assert dialog.texts.warning.isHidden()
        dialog.bodies["en"].show_text(f"Halt evictions. {EN.replace('fair', 'good')}")
        dialog.headings["en"].show_text("Halt evictions")
        dialog.look_for_doubles()
        waited_for(lambda: not dialog.texts.warning.isHidden())
        assert "like “Halt evictions”" in dialog.texts.warning.text()
        dialog._check()

    answers.dialogs.append(open_dialog(write))
    dock.new_clause()
    assert len(place.desk.library.search("evictions good")) == 1


def test_a_clause_is_edited_with_all_that_is_known_about_it(
    place: Workplace, dock: ClauseDock, answers: Answers
) -> None:
    clause_id, _ = held(place)
    revise(place, clause_id, "fair", "full")
    dock.refresh()
    dock._choose(dock.model.row_of(clause_id))

    def write(dialog: ClauseDialog) -> None:
        assert dialog.tabs.count() == 4
        assert not dialog.buttons.agree.isEnabled()
        about = dialog.about
        about.tags.setText("urgent, 2026")
        assert dialog.buttons.agree.text() == "Save"
        about.targets[Target.ASEAN].setChecked(True)
        about.own_targets.setText("Mekong group")
        about.description.setPlainText("For ministries.")
        about.legal_bases.show_bases([LegalBasis({"en": LegalText("Accords")}, "23 October 1991")])
        about.legal_bases.add_row()
        earlier = dialog.revisions.differences.bodies["en"].text
        assert earlier.accessibleDescription() == "Removed: fair Added: full"
        assert dialog.uses.uses.count() == 1
        dialog.retranslate()

    answers.dialogs.append(open_dialog(write))
    dock.edit_clause()
    after = place.desk.library.clause(clause_id)
    assert after.latest.number == 2
    assert after.tags == ("2026", "urgent")
    assert after.targets == ("Mekong group", "asean")
    assert after.legal_bases == (LegalBasis({"en": LegalText("Accords")}, "1991-10-23"),)


def test_a_variant_is_made_named_and_listed(
    place: Workplace, dock: ClauseDock, answers: Answers
) -> None:
    clause_id = demand(place)
    dock.refresh()
    dock._choose(dock.model.row_of(clause_id))

    def write(dialog: ClauseDialog) -> None:
        dialog.texts.show_variant(Variant.STRONG)
        for code, text in (("en", "Halt it now!"), ("km", "ឈប់ភ្លាម!")):
            dialog.bodies[code].show_text(text)
            dialog.headings[code].show_text("")
        dialog._check()

    def rename(dialog: ClauseDialog) -> None:
        assert dialog.uses.variants.count() == 1
        dialog.texts.variant_box.setEditText("loudest")

    answers.dialogs += [open_dialog(write), open_dialog(rename)]
    dock.actions_of.variant.trigger()
    (variant,) = place.desk.library.variants(clause_id)
    assert variant.variant == "strong"
    dock._choose(dock.model.row_of(variant.id))
    dock.edit_clause()
    assert place.desk.library.clause(variant.id).variant == "loudest"


def test_a_clause_is_inserted_with_its_legal_basis(place: Workplace, dock: ClauseDock) -> None:
    clause_id = demand(place)
    basis = LegalBasis({"en": LegalText("Accords"), "km": LegalText("កិច្ចព្រមព្រៀង")})
    details = ClauseDetails(legal_bases=(basis,))
    place.operations.run(place.desk.library.describe, clause_id, details)
    dock.refresh()
    dock._choose(dock.model.row_of(clause_id))
    dock.actions_of.with_basis.trigger()
    kinds = [one.kind for one in place.desk.drafting.statement(place.statement_id).blocks]
    assert BlockKind.INSTRUMENT_LIST in kinds


def test_deleting_a_clause_in_use_archives_it(place: Workplace, dock: ClauseDock) -> None:
    clause_id, _ = held(place)
    dock.refresh()
    dock._choose(dock.model.row_of(clause_id))
    dock.actions_of.delete.trigger()
    assert dock.model.row_of(clause_id) == -1
    assert place.desk.library.clause(clause_id).used == 1


def test_a_use_tells_editions_and_who_agreed() -> None:
    editions = (
        EditionUse("e1", 1, "2026-01-05T08:00:00Z", "2026-01-06T08:00:00Z", 3),
        EditionUse("e2", 2, "2026-02-05T08:00:00Z"),
    )
    use = ClauseUse("s", {"en": "The river"}, "b", 2, edited=True, confirmed=4, editions=editions)
    assert use_line(use) == (
        "The river · v2 · edited there · 4 confirmed endorsers"
        " · edition 1, issued 06/01/2026 (3 agreed to it) · edition 2, adopted 05/02/2026"
    )
    assert use_line(ClauseUse("s", {})) == "Untitled"


def test_words_are_looked_for_beside_the_window(place: Workplace, dock: ClauseDock) -> None:
    clause_id = demand(place, "Halt dredging")
    QTest.keyClicks(dock.search, "redgin")
    waited_for(lambda: dock.model.row_of(clause_id) == 0 and dock.model.rowCount() == 1)
    demand(place, "Stop dredging")  # while something is looked for
    waited_for(lambda: dock.model.rowCount() == 2)


def test_a_dialog_that_is_closed_hears_no_more_of_doubles(
    place: Workplace, dock: ClauseDock, answers: Answers
) -> None:
    demand(place)

    def write(dialog: ClauseDialog) -> None:
        dialog.bodies["en"].show_text(EN)
        dialog.look_for_doubles()

    answers.dialogs.append(open_dialog(write))
    dock.new_clause()
    QTest.qWait(150)


def test_a_side_of_a_clause_is_signed_off_in_its_dialog(
    place: Workplace, dock: ClauseDock, answers: Answers
) -> None:
    clause_id = demand(place)
    dock._choose(dock.model.row_of(clause_id))
    place.desk.author = "Sok Dara"

    def approve(dialog: ClauseDialog) -> None:
        box = dialog.texts.reviews["en"]
        assert not dialog.buttons.agree.isEnabled()
        box.setCurrentIndex(box.findData(TranslationState.APPROVED))
        assert dialog.buttons.agree.isEnabled()
        assert dialog.buttons.agree.text() == "Save"
        dialog.bodies["en"].show_text("Something else.")
        dialog._check()
        assert not box.isEnabled()  # a new text is a draft
        assert dialog.value().states == {}
        dialog.bodies["en"].show_text(f"Halt evictions. {EN}")
        dialog._check()
        box.setCurrentIndex(box.findData(TranslationState.APPROVED))

    answers.dialogs.append(open_dialog(approve))
    dock.edit_clause()
    side = place.desk.library.clause(clause_id).rendition("en")
    assert (side.state, side.reviewed_by) == (TranslationState.APPROVED, "Sok Dara")
    waited_for(lambda: "approved" in dock.progress.toolTip())
    assert "English" in dock.progress.text()
    assert place.desk.history.undo() is not None
    assert place.desk.library.clause(clause_id).rendition("en").state is TranslationState.DRAFT


def test_nobody_is_asked_to_sign_off_without_a_name(
    place: Workplace, dock: ClauseDock, answers: Answers
) -> None:
    clause_id = demand(place)
    dock._choose(dock.model.row_of(clause_id))

    def approve(dialog: ClauseDialog) -> None:
        box = dialog.texts.reviews["km"]
        box.setCurrentIndex(box.findData(TranslationState.APPROVED))

    answers.dialogs += [open_dialog(approve), lambda _name_dialog: False]
    dock.edit_clause()
    side = place.desk.library.clause(clause_id).rendition("km")
    assert side.state is TranslationState.DRAFT


def test_two_clauses_become_variants_and_part_again(
    place: Workplace, dock: ClauseDock, answers: Answers
) -> None:
    longer, shorter = demand(place, "Long halt"), demand(place, "Short halt")
    dock._choose(dock.model.row_of(shorter))
    assert not dock.actions_of.leave.isEnabled()

    def choose(dialog: QDialog) -> bool:
        asked = cast("VariantDialog", dialog)
        waited_for(lambda: asked.model.row_of(longer) >= 0)
        assert asked.model.row_of(shorter) < 0
        assert not asked.buttons.agree.isEnabled()
        QTest.keyClicks(asked.search, "Long")
        waited_for(lambda: asked.model.rowCount() == 1)
        asked.variant.setCurrentText("Shorter")
        return asked.buttons.agree.isEnabled()

    answers.dialogs.append(choose)
    dock.actions_of.join.trigger()
    assert [one.id for one in place.desk.library.variants(longer)] == [shorter]
    dock.refresh()
    dock._choose(dock.model.row_of(shorter))
    dock.actions_of.leave.trigger()
    assert place.desk.library.variants(longer) == ()


def test_the_open_filter_does_not_make_the_window_higher_than_the_screen(
    place: Workplace, dock: ClauseDock
) -> None:
    catalog.use("km")
    held_id, _ = held(place)
    revise(place, held_id, "fair", "full")
    dock.retranslate()
    dock.filter.more.setChecked(True)
    QTest.qWait(20)
    assert place.window.minimumSizeHint().height() <= 768
    assert place.window.height() <= 768
