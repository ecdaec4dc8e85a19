"""The memory in the window: suggestions on request, files, the alignment assistant."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from advocate_desk.gui.dialogs.alignment_dialog import AlignmentDialog
from advocate_desk.gui.dialogs.memory_dialog import MemoryDialog
from advocate_desk.gui.dialogs.memory_import_dialog import MemoryImportDialog
from advocate_desk.gui.dialogs.statement_choice_dialog import StatementChoiceDialog
from advocate_desk.gui.models.alignment_table_model import sureness
from advocate_desk.gui.widgets.memory_panel import MemoryPanel
from advocate_desk.gui.workplace import Workplace
from advocate_desk.model.alignment import Alignment, Link, Segment
from advocate_desk.model.draft import DraftBlock, DraftStatement, DraftText, ListedRow
from advocate_desk.model.kinds import BlockKind, StatementKind
from advocate_desk.model.memory import DraftMemory, DraftPair, MemoryOrigin
from gui_answers import Answers

Settle = Callable[[], None]


def trigger(place: Workplace, action_id: str) -> None:
    place.window.table.action(action_id).trigger()


def demand(place: Workplace) -> str:
    statement = place.desk.drafting.statement(place.statement_id)
    return next(b.id for b in statement.blocks if b.kind is BlockKind.DEMAND)


def body(place: Workplace, block_id: str, language: str) -> str:
    blocks = place.desk.drafting.statement(place.statement_id).blocks
    return next(b for b in blocks if b.id == block_id).rendition(language).body


@pytest.fixture
def panel(place: Workplace) -> MemoryPanel:
    found = place.translation.panel("memory")
    assert isinstance(found, MemoryPanel)
    return found


@pytest.fixture
def block_id(place: Workplace, settle: Settle) -> str:
    """A demand whose English text is nearly one of the memory, the cursor in its Khmer side."""
    wanted = demand(place)
    english = body(place, wanted, "en")
    pair = DraftPair({"km": "ក្នុងសតិ", "en": f"{english} Soon."}, 1, "Dara", "2026-02-01")
    place.desk.memory.remember([pair], "An old letter")
    place.go_to(wanted, "km")
    settle()
    return wanted


def asked(place: Workplace, panel: MemoryPanel, qtbot: QtBot) -> None:
    trigger(place, "look_up_memory")
    qtbot.waitUntil(lambda: bool(panel.cards), timeout=5_000)


def test_nothing_is_suggested_before_somebody_asks(
    place: Workplace, panel: MemoryPanel, block_id: str, settle: Settle
) -> None:
    place.show_translation("memory")
    settle()
    assert panel.cards == []
    assert panel.empty.button.text() == "Look up"


def test_enter_inserts_the_suggestion_and_goes_back_to_the_text(
    place: Workplace, panel: MemoryPanel, block_id: str, qtbot: QtBot, settle: Settle
) -> None:
    asked(place, panel, qtbot)
    card = panel.cards[0]
    assert card.likeness.text().endswith("% alike")
    assert card.origin.text() == "An old letter · Dara · 2026-02-01"
    assert card.accessibleName().endswith("ក្នុងសតិ")
    QTest.keyClick(card, Qt.Key.Key_Return)
    settle()
    assert body(place, block_id, "km") == "ក្នុងសតិ"
    cell = place.text.blocks.current_cell()
    assert cell is not None
    assert (cell.block_id, cell.language) == (block_id, "km")
    assert panel.cards == [], "what was found belongs to the text as it was"
    trigger(place, "undo")
    assert body(place, block_id, "km") != "ក្នុងសតិ"


def test_a_suggestion_can_stand_behind_the_text_or_be_deleted(
    place: Workplace, panel: MemoryPanel, block_id: str, qtbot: QtBot, settle: Settle
) -> None:
    before = body(place, block_id, "km")
    asked(place, panel, qtbot)
    panel.cards[0].append.click()
    settle()
    assert body(place, block_id, "km") == f"{before}\n\nក្នុងសតិ"
    asked(place, panel, qtbot)
    panel.cards[0].delete.trigger()
    assert place.desk.memory.count() == 0
    trigger(place, "look_up_memory")
    qtbot.waitUntil(lambda: "nothing" in panel.empty.label.text(), timeout=5_000)


def test_the_arrows_step_through_the_suggestions(
    place: Workplace, panel: MemoryPanel, block_id: str, qtbot: QtBot
) -> None:
    english = body(place, block_id, "en")
    place.desk.memory.remember([DraftPair({"km": "ផ្សេង", "en": english})], "Other")
    asked(place, panel, qtbot)
    assert panel.cards[0].likeness.text() == "Exactly the same"
    QTest.keyClick(panel.cards[0], Qt.Key.Key_Down)
    assert place.window.focusWidget() is panel.cards[1]
    QTest.keyClick(panel.cards[1], Qt.Key.Key_Up)
    assert place.window.focusWidget() is panel.cards[0]


def test_a_memory_comes_in_by_parts_and_goes_out(
    place: Workplace, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    source, target = tmp_path / "old.tmx", tmp_path / "new.tmx"
    units = "".join(
        f'<tu><tuv xml:lang="km"><seg>លេខ {n}</seg></tuv>'
        f'<tuv xml:lang="en"><seg>Number {n}</seg></tuv></tu>'
        for n in range(100)
    )
    source.write_text(f'<tmx version="1.4"><header/><body>{units}</body></tmx>', "utf-8")
    answers.files, answers.targets = [source], [target]
    answers.dialogs = [lambda dialog: isinstance(dialog, MemoryImportDialog)]
    trigger(place, "import_memory")
    qtbot.waitUntil(lambda: "100 pairs are new" in place.notice.label.text(), timeout=10_000)
    assert place.desk.memory.count() == 100
    trigger(place, "export_memory")
    qtbot.waitUntil(target.exists, timeout=5_000)
    qtbot.waitUntil(lambda: "new.tmx" in place.notice.label.text(), timeout=5_000)
    trigger(place, "undo")
    assert place.desk.memory.count() == 0


def test_a_statement_is_taken_in_when_it_is_wanted(place: Workplace, answers: Answers) -> None:
    answers.agrees = [False]
    trigger(place, "take_into_memory")
    assert place.desk.memory.count() == 0
    answers.agrees = [True]
    trigger(place, "take_into_memory")
    assert place.desk.memory.count() > 10
    assert "new in the memory" in place.notice.label.text()


def test_ticked_origins_are_cleared_in_one_step(place: Workplace, answers: Answers) -> None:
    for origin in ("One", "Two", "Three"):
        place.desk.memory.remember([DraftPair({"km": origin, "en": origin})], origin)

    def tick(dialog: QDialog) -> bool:
        assert isinstance(dialog, MemoryDialog)
        assert not dialog.buttons.agree.isEnabled()
        for row in (0, 2):
            dialog.list.item(row).setCheckState(Qt.CheckState.Checked)
        assert dialog.buttons.agree.text() == "Delete 2 pairs"
        return True

    answers.dialogs = [tick]
    trigger(place, "show_memory")
    assert [one.name for one in place.desk.memory.origins()] == ["Three"]
    trigger(place, "undo")
    assert place.desk.memory.count() == 3


def bring_in(place: Workplace, *sides: tuple[str, str]) -> str:
    blocks = tuple(
        DraftBlock(BlockKind.PARAGRAPH, {code: DraftText(body=text)}) for code, text in sides
    )
    return place.desk.importing.bring_in((DraftStatement(StatementKind.PETITION, blocks),)).made[0]


def texts(place: Workplace, statement_id: str) -> list[tuple[str, str]]:
    blocks = place.desk.drafting.statement(statement_id).blocks
    return [(b.rendition("km").body, b.rendition("en").body) for b in blocks]


def test_two_halves_are_aligned_through_the_dialog(
    place: Workplace, answers: Answers, qtbot: QtBot
) -> None:
    made = bring_in(place, ("km", "ទី ១"), ("km", "ទី ២"), ("en", "No. 1"), ("en", "No. 2"))
    place.show_statement(made)
    answers.dialogs = [lambda dialog: isinstance(dialog, AlignmentDialog)]
    trigger(place, "align_halves")
    qtbot.waitUntil(lambda: len(texts(place, made)) == 2, timeout=5_000)
    assert texts(place, made) == [("ទី ១", "No. 1"), ("ទី ២", "No. 2")]


def test_another_statement_is_aligned_with_this_one(
    place: Workplace, answers: Answers, qtbot: QtBot
) -> None:
    sample = place.statement_id
    first = bring_in(place, ("en", "No. 1"))
    second = bring_in(place, ("km", "ទី ១"))
    place.show_statement(first)

    def choose(dialog: QDialog) -> bool:
        assert isinstance(dialog, StatementChoiceDialog)
        ids = [one.id for one in dialog._found]
        assert first not in ids
        assert sample in ids
        dialog.list.setCurrentRow(ids.index(second))
        return True

    answers.dialogs = [choose, lambda dialog: isinstance(dialog, AlignmentDialog)]
    trigger(place, "align_statements")
    qtbot.waitUntil(lambda: texts(place, first) == [("ទី ១", "No. 1")], timeout=5_000)


# The dialogs alone


def segment(code: str, text: str) -> Segment:
    return Segment(f"{code}-{text}", code, BlockKind.PARAGRAPH, body=text)


@pytest.fixture
def dialog(qtbot: QtBot) -> AlignmentDialog:
    links = (
        Link((segment("km", "មួយ។ ពីរ។"),), (segment("en", "One. Two."),), 0.9),
        Link((segment("km", "បី"),), (), 0.0),
        Link((), (segment("en", "Three"),), 0.0),
        Link((segment("km", "បួន"),), (segment("en", "Four"),), 0.4),
    )
    made = AlignmentDialog(Alignment(("km", "en"), links))
    qtbot.addWidget(made)
    made.show()
    return made


def rows(dialog: AlignmentDialog) -> list[tuple[str, str]]:
    return [
        ("|".join(s.body for s in x.left), "|".join(s.body for s in x.right))
        for x in dialog.value().links
    ]


def press(dialog: AlignmentDialog, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    QTest.keyClick(dialog.table, key, modifier)


def test_links_are_corrected_by_keys_and_taken_back(dialog: AlignmentDialog) -> None:
    control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
    start = rows(dialog)
    dialog.table.setCurrentIndex(dialog.model.index(1, 0))
    press(dialog, Qt.Key.Key_L, control)
    assert rows(dialog)[1] == ("បី", "Three")
    press(dialog, Qt.Key.Key_U, control)
    assert rows(dialog) == start
    dialog.table.setCurrentIndex(dialog.model.index(0, 2))
    press(dialog, Qt.Key.Key_T, control)
    assert rows(dialog)[:2] == [("មួយ។ ពីរ។", "One."), ("", "Two.")]
    press(dialog, Qt.Key.Key_J, control)
    assert rows(dialog)[0] == ("មួយ។ ពីរ។", "One.|Two.")
    dialog.table.setCurrentIndex(dialog.model.index(2, 2))
    press(dialog, Qt.Key.Key_Up, alt)
    assert rows(dialog)[1:] == [("បី", "Three"), ("បួន", "Four")]
    for _ in range(5):
        press(dialog, Qt.Key.Key_Z, control)
    assert rows(dialog) == start
    assert not dialog.undo.isEnabled()


def test_the_dialog_says_how_sure_it_is_and_what_will_happen(dialog: AlignmentDialog) -> None:
    shown = [sureness(link) for link in dialog.value().links]
    assert shown == ["✓ likely, 90 %", "alone", "alone", "? doubtful, 40 %"]
    assert dialog.counts.text() == "2 pairs · 2 texts stay alone"
    assert dialog.buttons.agree.text() == "Make 2 blocks with both languages"
    names = [button.text() for button in dialog.tools if not button.isEnabled()]
    assert names == ["Up"], "only what changes something can be pressed"


def test_an_import_shows_what_cannot_be_taken_in(qtbot: QtBot) -> None:
    pair = DraftPair({"km": "ក", "en": "A"})
    listed = tuple(ListedRow(n, "", "Both sides are the same.") for n in range(400))
    dialog = MemoryImportDialog(DraftMemory(401, (pair,), listed=listed, origin="a.tmx"))
    qtbot.addWidget(dialog)
    assert dialog.rows.text().count("\n") == 300
    assert dialog.rows.text().endswith("… and 100 more.")
    assert dialog.buttons.agree.text() == "Take in 1 pair"


def test_an_empty_memory_says_so(qtbot: QtBot) -> None:
    dialog = MemoryDialog(())
    qtbot.addWidget(dialog)
    assert dialog.about.text() == "The memory is empty."
    full = MemoryDialog([MemoryOrigin("", 2)])
    qtbot.addWidget(full)
    assert full.list.item(0).text() == "without a title — 2 pairs"
