"""The glossary in the window: the table, the panel, the marks in the text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from advocate_desk.gui.dialogs.glossary_dialog import GlossaryDialog
from advocate_desk.gui.dialogs.term_dialog import TermDialog
from advocate_desk.gui.dialogs.term_import_dialog import TermImportDialog
from advocate_desk.gui.models.term_offers_model import TermOffersModel
from advocate_desk.gui.widgets.terms_panel import TermsPanel
from advocate_desk.gui.widgets.text_cell import TextCell
from advocate_desk.gui.workplace import Workplace
from advocate_desk.language import catalog
from advocate_desk.language.breaks import ZWSP
from advocate_desk.model.kinds import BlockKind
from advocate_desk.model.statement import walk
from advocate_desk.model.term import Term, TermText
from gui_answers import Answers

TREATY = Term(
    "",
    {
        "km": TermText("កិច្ចព្រមព្រៀងសន្តិភាពទីក្រុងប៉ារីស", "ក.ព.ស.ប."),
        "en": TermText("Paris Peace Agreement", "PPA"),
    },
    {"en": ("Paris Accord",)},
    "Signed in 1991.",
)
LAND = Term("", {"km": TermText("ដីធ្លី"), "en": TermText("land")})
Waves = QTextCharFormat.UnderlineStyle


@pytest.fixture
def panel(place: Workplace) -> TermsPanel:
    found = place.translation.panel("terms")
    assert isinstance(found, TermsPanel)
    return found


def _prepare(place: Workplace, qtbot: QtBot, *terms: Term) -> str:
    """A block with both sides, and a glossary the window knows."""
    changes = place.operations.run(
        place.desk.drafting.add_block, place.statement_id, BlockKind.PARAGRAPH
    )
    assert changes is not None
    block_id = changes.focus
    for code, text in (
        ("km", "យើងគោរពកិច្ចព្រមព្រៀងសន្តិភាពទីក្រុងប៉ារីស និងដីធ្លី។"),
        ("en", "We respect the Paris Accord."),
    ):
        place.operations.run(place.desk.drafting.write, block_id, code, body=text)
    for term in terms:
        place.operations.run(place.desk.glossary.add, term)
    _wait(place, qtbot, len(terms))
    place.go_to(block_id, "en")
    QApplication.processEvents()
    place.text.column.queue.serve_all()
    return block_id


def _wait(place: Workplace, qtbot: QtBot, count: int) -> None:
    panel = place.translation.panel("terms")
    assert isinstance(panel, TermsPanel)
    qtbot.waitUntil(lambda: panel.known is not None and len(panel.known.terms) == count)


def _cell(place: Workplace, block_id: str, language: str) -> TextCell:
    cell = place.text.column.cell(block_id, language)
    assert cell is not None
    return cell


def _marked(cell: TextCell) -> list[tuple[str, Waves]]:
    return [
        (one.cursor.selectedText().replace(ZWSP, ""), one.format.underlineStyle())
        for one in cell.extraSelections()
    ]


def test_known_terms_are_underlined_and_forbidden_ones_otherwise(
    place: Workplace, qtbot: QtBot
) -> None:
    block_id = _prepare(place, qtbot, TREATY, LAND)
    assert _marked(_cell(place, block_id, "en")) == [("Paris Accord", Waves.WaveUnderline)]
    assert _marked(_cell(place, block_id, "km")) == [
        ("កិច្ចព្រមព្រៀងសន្តិភាពទីក្រុងប៉ារីស", Waves.DotLine),
        ("ដីធ្លី", Waves.DotLine),
    ]
    place.window.table.action("mark_terms").trigger()
    assert not _marked(_cell(place, block_id, "en"))
    assert not place.preferences.settings.mark_terms


def test_no_line_breaks_inside_a_term_and_the_marks_follow_the_typing(
    place: Workplace, qtbot: QtBot
) -> None:
    block_id = _prepare(place, qtbot, TREATY)
    cell = _cell(place, block_id, "km")
    shown = cell.document().toRawText()
    assert "កិច្ចព្រមព្រៀងសន្តិភាពទីក្រុងប៉ារីស" in shown
    assert ZWSP in shown
    cell.go_to_end(start=True)
    cell.insertPlainText("😀 ")
    cell.break_now()
    assert [text for text, _ in _marked(cell)] == ["កិច្ចព្រមព្រៀងសន្តិភាពទីក្រុងប៉ារីស"]


def test_the_panel_offers_what_the_other_side_names(
    place: Workplace, qtbot: QtBot, panel: TermsPanel
) -> None:
    _prepare(place, qtbot, TREATY, LAND)
    place.window.table.action("show_terms").trigger()
    panel.read()
    states = [TermOffersModel.state(one) for one in panel.model.offers]
    assert [one.wanted for one in panel.model.offers] == [
        "Paris Peace Agreement",
        "Paris Peace Agreement",
        "land",
    ]
    assert states == ["Not to be used", "Not in the text yet", "Not in the text yet"]


def test_a_term_is_put_in_by_a_click_and_by_a_key(
    place: Workplace, qtbot: QtBot, panel: TermsPanel
) -> None:
    block_id = _prepare(place, qtbot, TREATY, LAND)
    cell = _cell(place, block_id, "en")
    cell.go_to_end()
    place.window.table.action("insert_term").trigger()
    assert cell.text() == "We respect the Paris Accord.Paris Peace Agreement"
    place.operations.settle()
    place.window.table.action("insert_term").trigger()
    assert cell.text().endswith("Agreementland")
    panel.read()
    panel.list.clicked.emit(panel.model.index(2, 0))
    assert cell.text().endswith("landland")


def test_the_panel_says_when_there_is_nothing(
    place: Workplace, qtbot: QtBot, panel: TermsPanel
) -> None:
    panel.read()
    assert "empty" in panel.empty.label.text()
    _prepare(place, qtbot, Term("", {"en": TermText("gravel")}))
    place.window.table.action("show_terms").trigger()
    panel.read()
    assert panel.empty.label.text() == "No term of the glossary stands in this block."
    place.window.table.action("insert_term").trigger()
    assert place.notice.label.text() == "This side names every term of the other one."


def test_what_is_selected_becomes_a_term(place: Workplace, qtbot: QtBot, answers: Answers) -> None:
    block_id = _prepare(place, qtbot, LAND)
    cell = _cell(place, block_id, "en")
    assert cell.find_text("Paris Accord")
    answers.dialogs = [_twice_refused, _agreed("km", "កិច្ចព្រមព្រៀង")]
    place.window.table.action("add_term").trigger()
    assert place.desk.glossary.search("accord")[0].text("km").text == "កិច្ចព្រមព្រៀង"


def _twice_refused(dialog: QDialog) -> bool:
    assert isinstance(dialog, TermDialog)
    assert dialog.texts["en"].text() == "Paris Accord"
    dialog.texts["km"].setText("ដីធ្លី")
    return True


def _agreed(code: str, text: str) -> Callable[[QDialog], bool]:
    def answer(dialog: QDialog) -> bool:
        assert isinstance(dialog, TermDialog)
        assert "term already" in dialog.refusal.text()
        dialog.texts[code].setText(text)
        return True

    return answer


def test_the_glossary_is_searched_edited_and_deleted_in_its_table(
    place: Workplace, qtbot: QtBot, answers: Answers
) -> None:
    _prepare(place, qtbot, TREATY, LAND)

    def work(dialog: QDialog) -> bool:
        assert isinstance(dialog, GlossaryDialog)
        assert [one.text("en").text for one in dialog.model.terms] == [
            "land",
            "Paris Peace Agreement",
        ]
        dialog.search.setText("1991")
        dialog.read()
        assert dialog.count.text() == "1 of 2 terms"
        dialog.table.selectRow(0)
        dialog.edit()
        assert dialog.chosen()[0].text("en").text == "Paris Agreement"
        dialog.delete()
        assert "Undo" in dialog.notice.text()
        return True

    def rename(dialog: QDialog) -> bool:
        assert isinstance(dialog, TermDialog)
        dialog.texts["en"].setText("Paris Agreement")
        return True

    answers.dialogs = [work, rename]
    place.window.table.action("glossary").trigger()
    assert len(place.desk.glossary.terms()) == 1


def test_a_glossary_goes_out_and_comes_in_after_a_look(
    place: Workplace, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    _prepare(place, qtbot, TREATY, LAND)
    target = tmp_path / "terms"
    answers.targets = [target]

    def work(dialog: QDialog) -> bool:
        assert isinstance(dialog, GlossaryDialog)
        dialog.export_button.click()
        qtbot.waitUntil(lambda: target.with_suffix(".xlsx").exists() and not _busy(place))
        place.operations.run(place.desk.glossary.delete, [dialog.model.terms[0].id])
        dialog.import_button.click()
        qtbot.waitUntil(lambda: not answers.dialogs and not _busy(place))
        return True

    def agree(dialog: QDialog) -> bool:
        assert isinstance(dialog, TermImportDialog)
        assert dialog.counts.text() == (
            "2 rows read · 1 new term · 0 changed · 1 the same already · 0 not taken"
        )
        return True

    answers.files = [target.with_suffix(".xlsx")]
    answers.dialogs = [work, agree]
    place.window.table.action("glossary").trigger()
    assert len(place.desk.glossary.terms()) == 2


def _busy(place: Workplace) -> bool:
    return place.operations.is_busy


def test_acronyms_are_put_in_order_as_one_step(place: Workplace, qtbot: QtBot) -> None:
    block_id = _prepare(place, qtbot, TREATY)
    write = place.desk.drafting.write
    place.operations.run(write, block_id, "en", body="The PPA binds. The PPA stands.")
    place.window.table.action("define_acronyms").trigger()
    assert _body(place, block_id) == ("The Paris Peace Agreement (PPA) binds. The PPA stands.")
    assert place.desk.history.undo_label == "Explain acronyms"
    place.window.table.action("define_acronyms").trigger()
    assert place.notice.label.text() == "There was nothing to change."
    place.window.table.action("spell_out_acronyms").trigger()
    assert "PPA" not in _body(place, block_id)
    place.window.table.action("shorten_acronyms").trigger()
    assert _body(place, block_id) == "The Paris Peace Agreement (PPA) binds. The PPA stands."


def _body(place: Workplace, block_id: str) -> str:
    blocks = place.desk.drafting.statement(place.statement_id).blocks
    return next(one for one in walk(blocks) if one.id == block_id).rendition("en").body


def test_the_window_of_the_glossary_speaks_khmer_too(
    place: Workplace, qtbot: QtBot, answers: Answers, panel: TermsPanel
) -> None:
    _prepare(place, qtbot, TREATY)

    def look(dialog: QDialog) -> bool:
        place.preferences.use_language("km")
        assert isinstance(dialog, GlossaryDialog)
        dialog.retranslate()
        return True

    answers.dialogs = [look]
    place.window.table.action("glossary").trigger()
    assert panel.title()
    catalog.use("en")
