"""What a translator and a reviewer do in the window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from advocate_desk.gui.desk_files import DeskFiles
from advocate_desk.gui.dialogs.comment_dialog import CommentDialog, CommentWords
from advocate_desk.gui.dialogs.name_dialog import NameDialog
from advocate_desk.gui.dialogs.sign_off_dialog import SignOffDialog
from advocate_desk.gui.pages.text_filtering import TextFiltering
from advocate_desk.gui.widgets.changes_panel import ChangesPanel
from advocate_desk.gui.widgets.comments_panel import HERE, MINE, OPEN, RESOLVED, CommentsPanel
from advocate_desk.gui.workplace import Workplace
from advocate_desk.model.draft import DraftBlock, DraftStatement, DraftText
from advocate_desk.model.kinds import BlockKind, StatementKind, TranslationState
from advocate_desk.settings import SettingsFile
from gui_answers import Answers

DRAFT, STALE = TranslationState.DRAFT, TranslationState.STALE
IN_REVIEW, APPROVED = TranslationState.IN_REVIEW, TranslationState.APPROVED
LEFT = Qt.MouseButton.LeftButton


def _texts(km: str, en: str) -> dict[str, DraftText]:
    return {code: DraftText("", text) for code, text in (("km", km), ("en", en)) if text}


def letter(count: int = 0) -> DraftStatement:
    """A title, a paragraph, one without Khmer, and as many more as are wanted."""
    blocks = [
        DraftBlock(BlockKind.TITLE, _texts("បឹង", "The lake")),
        DraftBlock(BlockKind.PARAGRAPH, _texts("យើងស្នើ", "We ask")),
        DraftBlock(BlockKind.PARAGRAPH, _texts("", "Nobody translated this")),
        *(DraftBlock(BlockKind.PARAGRAPH, _texts(f"កថា{n}", f"part {n}")) for n in range(count)),
    ]
    return DraftStatement(StatementKind.JOINT_STATEMENT, tuple(blocks))


def show(place: Workplace, draft: DraftStatement) -> Workplace:
    changes = place.operations.run(place.desk.importing.bring_in, [draft])
    assert changes is not None
    place.show_statement(changes.made[0])
    place.window.docks["translation"].raise_()
    QApplication.processEvents()
    return place


@pytest.fixture
def page(place: Workplace) -> Workplace:
    """The window with a short letter open."""
    return show(place, letter())


def ids(page: Workplace) -> list[str]:
    return [block.id for block in page.desk.drafting.statement(page.statement_id).blocks]


def side(page: Workplace, index: int, language: str = "km") -> TranslationState:
    blocks = page.desk.drafting.statement(page.statement_id).blocks
    return blocks[index].rendition(language).state


def trigger(page: Workplace, action_id: str) -> None:
    page.window.table.action(action_id).trigger()
    QApplication.processEvents()


def write(page: Workplace, index: int, body: str, language: str = "en") -> None:
    page.operations.run(page.desk.drafting.write, ids(page)[index], language, body=body)
    QApplication.processEvents()


def named(name: str) -> Callable[[QDialog], bool]:
    """Answers the question for a name."""

    def answer(dialog: QDialog) -> bool:
        assert isinstance(dialog, NameDialog)
        dialog.name.setText(name)
        return bool(dialog.value())

    return answer


def commented(text: str, assigned_to: str = "", language: str = "") -> Callable[[QDialog], bool]:
    """Fills a comment in."""

    def answer(dialog: QDialog) -> bool:
        assert isinstance(dialog, CommentDialog)
        dialog.text.show_text(text)
        dialog.side.setCurrentIndex(dialog.side.findData(language))
        dialog.assigned.setCurrentText(assigned_to)
        return True

    return answer


def changes_panel(page: Workplace) -> ChangesPanel:
    found = page.translation.panel("changes")
    assert isinstance(found, ChangesPanel)
    return found


def comments_panel(page: Workplace) -> CommentsPanel:
    found = page.translation.panel("comments")
    assert isinstance(found, CommentsPanel)
    return found


def filtering(page: Workplace) -> TextFiltering:
    found = page.text.filtering
    assert isinstance(found, TextFiltering)
    return found


def shown(page: Workplace) -> list[int]:
    """The numbers of the blocks that are shown, from 1."""
    known = ids(page)
    return [known.index(block.id) + 1 for block in filtering(page).shown()]


# What changed


def test_what_changed_is_shown_and_marked_current(page: Workplace) -> None:
    write(page, 1, "We ask all of you")
    page.go_to(ids(page)[1], "km")
    trigger(page, "show_changes")
    panel = changes_panel(page)
    assert panel.isVisible()
    assert "English text changed" in panel.about.text()
    assert panel.views[0].text.accessibleName() == "We ask all of you"
    assert "Added" in panel.views[0].text.accessibleDescription()
    QTest.mouseClick(panel.current, LEFT)
    assert side(page, 1) is DRAFT
    assert "up to date" in panel.empty.label.text()


def test_a_source_typed_back_is_said_to_be_the_same(page: Workplace) -> None:
    write(page, 1, "We ask all of you")
    write(page, 1, "We ask")
    page.go_to(ids(page)[1], "en")
    trigger(page, "show_changes")
    assert "says again" in changes_panel(page).about.text()
    assert side(page, 1) is STALE


def test_the_panel_goes_to_the_next_text_that_is_behind(page: Workplace) -> None:
    write(page, 1, "We ask all of you")
    page.go_to(ids(page)[0], "km")
    trigger(page, "show_changes")
    panel = changes_panel(page)
    assert "1 other text" in panel.empty.label.text()
    QTest.mouseClick(panel.empty.button, LEFT)
    assert (page.text.place.block_id, page.text.place.language) == (ids(page)[1], "km")


# Sign-off


def test_the_name_is_asked_once_and_stands_beside_the_sign_off(
    page: Workplace, answers: Answers, settings_file: SettingsFile
) -> None:
    answers.dialogs.append(named(" Sok  Dara "))
    page.go_to(ids(page)[0], "km")
    trigger(page, "sign_off")
    page.go_to(ids(page)[1], "km")
    trigger(page, "sign_off")
    assert answers.asked == ["Your name"]
    assert side(page, 0) is side(page, 1) is APPROVED
    frame = page.text.column.frame(ids(page)[0])
    assert frame is not None
    assert "Sok Dara" in frame.chips["km"].accessibleName()
    assert settings_file.read().author == "Sok Dara"


def test_nothing_is_signed_off_by_nobody(page: Workplace, answers: Answers) -> None:
    answers.dialogs.append(lambda _dialog: False)
    page.go_to(ids(page)[0], "km")
    trigger(page, "sign_off")
    assert side(page, 0) is DRAFT


def test_another_name_can_be_given_in_the_menu(page: Workplace, answers: Answers) -> None:
    page.desk.author = "Sok Dara"
    answers.dialogs.append(named("Chan Lina"))
    trigger(page, "your_name")
    assert page.desk.author == "Chan Lina"


def test_the_name_is_known_when_a_desk_is_opened_again(
    files: DeskFiles, page: Workplace, answers: Answers
) -> None:
    answers.dialogs.append(named("Sok Dara"))
    trigger(page, "your_name")
    path = page.desk.path
    files.close_desk()
    assert files.open(path)
    assert files.workplace is not None
    assert files.workplace.desk.author == "Sok Dara"


def test_a_side_is_sent_to_review_and_back(page: Workplace) -> None:
    page.go_to(ids(page)[0], "en")
    trigger(page, "ask_review")
    assert side(page, 0, "en") is IN_REVIEW
    trigger(page, "back_to_draft")
    assert side(page, 0, "en") is DRAFT


def test_a_language_is_signed_off_as_a_whole(page: Workplace, answers: Answers) -> None:
    page.desk.author = "Sok Dara"

    def agree(dialog: QDialog) -> bool:
        assert isinstance(dialog, SignOffDialog)
        assert "2 texts will be approved" in dialog.counts.text()
        assert "1 is missing" in dialog.counts.text()
        dialog.reviewer.setText("")
        assert not dialog.buttons.agree.isEnabled()
        dialog.reviewer.setText("Chan Lina")
        return dialog.buttons.agree.isEnabled()

    answers.dialogs.append(agree)
    page.go_to(ids(page)[0], "km")
    trigger(page, "sign_off_statement")
    assert [side(page, n) for n in range(2)] == [APPROVED, APPROVED]
    assert "1 text was left" in page.notice.label.text()
    assert "66 % approved" in page.text.header.accessibleName()
    page.tell_facts()
    assert "Khmer 66 % (66 % approved)" in page.window.status.facts.text()


def test_the_menu_of_a_chip_offers_what_is_possible(page: Workplace) -> None:
    page.desk.author = "Sok Dara"
    write(page, 1, "We ask all of you")
    offered = {}
    for index in (0, 1):
        frame = page.text.column.frame(ids(page)[index])
        assert frame is not None
        QTest.mouseClick(frame.chips["km"], LEFT)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        offered[index] = [a.text() for a in menu.actions() if a.isEnabled() and a.text()]
        menu.close()
    assert offered[0] == ["Ready for review", "Sign off…"]
    assert offered[1] == ["Show what changed", "Mark translation current"]


# Which blocks are shown


def test_only_what_waits_is_shown_and_numbered_as_before(page: Workplace) -> None:
    write(page, 1, "We ask all of you")
    trigger(page, "filter_text")
    bar = filtering(page).bar
    assert bar.isVisible()
    QTest.mouseClick(bar.chips.buttons["stale"], LEFT)
    assert shown(page) == [2]
    frame = page.text.column.frame(ids(page)[1])
    assert frame is not None
    assert frame.accessibleName() == "Block 2, Paragraph"
    assert page.text.column.frame(ids(page)[0]) is None
    QTest.mouseClick(bar.chips.buttons["missing"], LEFT)
    assert shown(page) == [3]
    QTest.keyClick(bar.chips.buttons["missing"], Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert shown(page) == [1, 2, 3]


def test_a_block_stays_while_somebody_works_on_it(page: Workplace) -> None:
    filtering(page).choose("missing")
    write(page, 2, "គ្មានអ្នកបកប្រែ", "km")
    assert shown(page) == [3]
    filtering(page).choose("missing")
    assert shown(page) == []


def test_a_block_that_is_gone_to_or_changed_out_of_sight_is_shown(page: Workplace) -> None:
    filtering(page).choose("missing")
    page.go_to(ids(page)[0], "en")
    assert shown(page) == [1, 3]
    write(page, 1, "We ask again")
    assert shown(page) == [1, 2, 3]
    filtering(page).choose("missing")
    trigger(page, "add_block")
    assert len(shown(page)) == 2


def test_blocks_are_moved_among_all_of_them(page: Workplace) -> None:
    first, second, third = ids(page)
    filtering(page).choose("missing")
    page.text.blocks.move_behind(third, first)
    assert ids(page) == [first, third, second]


def test_next_and_previous_unfinished_go_around(page: Workplace) -> None:
    write(page, 0, "The great lake")
    page.go_to(ids(page)[1], "en")
    for action_id, index in (
        ("next_unfinished", 2),
        ("next_unfinished", 0),
        ("previous_unfinished", 2),
        ("previous_unfinished", 0),
    ):
        trigger(page, action_id)
        assert (page.text.place.block_id, page.text.place.language) == (ids(page)[index], "km")


def test_where_nothing_waits_that_is_said(page: Workplace) -> None:
    write(page, 2, "គ្មានអ្នកបកប្រែ", "km")
    assert page.desk.translating.unfinished(page.statement_id) == ()
    trigger(page, "next_unfinished")
    assert "Nothing in this statement" in page.notice.label.text()


# Comments


def test_a_comment_is_written_listed_and_resolved(page: Workplace, answers: Answers) -> None:
    answers.dialogs += [named("Sok Dara"), commented("Is this right?", "Chan", "km")]
    page.go_to(ids(page)[1], "en")
    trigger(page, "add_comment")
    panel = comments_panel(page)
    (card,) = panel.cards
    assert (card.who.text(), card.what.text()) == ("Sok Dara", "Is this right?")
    assert "Block 2 · Khmer · for Chan" in card.place.text()
    frame = page.text.column.frame(ids(page)[1])
    assert frame is not None
    assert frame.badge is not None
    assert frame.badge.accessibleName() == "1 open comment"
    page.tell_facts()
    assert "1 open comment" in page.window.status.facts.text()
    QTest.mouseClick(card.settle, LEFT)
    assert panel.cards == []
    assert not frame.badge.isVisible()
    panel.show_key(RESOLVED)
    assert "resolved by Sok Dara" in panel.cards[0].place.text()
    QTest.mouseClick(panel.cards[0].settle, LEFT)
    panel.show_key(OPEN)
    assert len(panel.cards) == 1


def test_comments_on_this_block_and_for_me(page: Workplace, answers: Answers) -> None:
    page.desk.author = "Chan"
    add = page.desk.commenting.add
    page.operations.run(add, ids(page)[0], "First")
    page.operations.run(add, ids(page)[1], "Second", assigned_to="Chan")
    frame = page.text.column.frame(ids(page)[0])
    assert frame is not None
    assert frame.badge is not None
    QTest.mouseClick(frame.badge, LEFT)
    panel = comments_panel(page)
    assert [card.what.text() for card in panel.cards] == ["First"]
    page.go_to(ids(page)[1], "km")
    assert [card.what.text() for card in panel.cards] == ["Second"]
    panel.show_key(MINE)
    assert [card.what.text() for card in panel.cards] == ["Second"]
    panel.show_key(HERE)
    page.go_to(ids(page)[2], "km")
    assert "Nobody commented" in panel.empty.label.text()


def test_a_comment_is_edited_in_one_step_and_deleted(page: Workplace, answers: Answers) -> None:
    page.desk.author = "Sok Dara"
    page.operations.run(page.desk.commenting.add, ids(page)[0], "First")
    trigger(page, "show_comments")
    panel = comments_panel(page)
    answers.dialogs.append(commented("Better", "Chan"))
    panel.cards[0].edit.trigger()
    assert panel.cards[0].what.text() == "Better"
    assert "for Chan" in panel.cards[0].place.text()
    trigger(page, "undo")
    assert panel.cards[0].what.text() == "First"
    panel.cards[0].delete.trigger()
    assert panel.cards == []


def test_a_card_goes_to_its_block(page: Workplace) -> None:
    page.desk.author = "Sok Dara"
    page.operations.run(page.desk.commenting.add, ids(page)[1], "First", language="en")
    trigger(page, "show_comments")
    QTest.mouseClick(comments_panel(page).cards[0].go, LEFT)
    assert (page.text.place.block_id, page.text.place.language) == (ids(page)[1], "en")


def test_many_comments_are_shown_some_at_a_time(page: Workplace) -> None:
    page.desk.author = "Sok Dara"
    with page.desk.step("Many"):
        for number in range(30):
            page.desk.commenting.add(ids(page)[0], f"Comment {number}")
    trigger(page, "show_comments")
    panel = comments_panel(page)
    first = panel.cards[0]
    assert (len(panel.cards), panel.rest.text()) == (20, "Show 10 more")
    write(page, 1, "We ask again")
    assert panel.cards[0] is first
    QTest.mouseClick(panel.rest, LEFT)
    assert (len(panel.cards), panel.rest.isVisible()) == (30, False)


def test_commented_blocks_are_shown_alone(page: Workplace) -> None:
    page.desk.author = "Sok Dara"
    page.operations.run(page.desk.commenting.add, ids(page)[1], "First")
    filtering(page).choose("commented")
    assert shown(page) == [2]
    trigger(page, "next_unfinished")
    assert page.text.place.block_id == ids(page)[1]


def test_no_dialog_agrees_to_nothing(page: Workplace) -> None:
    name = NameDialog("", page.window)
    assert not name.buttons.agree.isEnabled()
    comment = CommentDialog(CommentWords(), ("km", "en"), (), page.window)
    assert not comment.buttons.agree.isEnabled()
    comment.text.show_text("Yes")
    assert comment.value() == CommentWords("Yes", "", "")
    for dialog in (name, comment):
        dialog.deleteLater()


# Long statements


def test_a_filter_builds_only_what_is_seen_of_a_long_statement(place: Workplace) -> None:
    page = show(place, letter(300))
    filtering(page).choose("not_approved")
    filtering(page).choose("stale")
    filtering(page).choose("all")
    assert page.text.column.built < 60
