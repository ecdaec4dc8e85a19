"""What leaves the desk through the window: documents, messages, paper; real events, a real desk."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from advocate_desk.desk.exporting import Exported
from advocate_desk.exporters.verify_faults import Fault, Rule
from advocate_desk.gui import export_flows
from advocate_desk.gui.desk_files import DeskFiles
from advocate_desk.gui.dialogs.export_dialog import HTML, PDF, ExportDialog
from advocate_desk.gui.dialogs.faults_dialog import FaultsDialog
from advocate_desk.gui.dialogs.messages_dialog import MessagesDialog
from advocate_desk.gui.export_flows import ExportFlows
from advocate_desk.gui.workplace import Workplace
from advocate_desk.language import catalog
from advocate_desk.model.kinds import Layout
from gui_answers import Answers

LEFT = Qt.MouseButton.LeftButton


def trigger(place: Workplace, action_id: str) -> None:
    place.window.table.action(action_id).trigger()
    QApplication.processEvents()


@pytest.fixture
def no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer without LibreOffice."""
    monkeypatch.setattr(export_flows, "find_office", lambda: None)


def export(
    place: Workplace, answers: Answers, qtbot: QtBot, target: Path, *choose: str, style: str = ""
) -> ExportDialog:
    """Exports with the dialog's warnings ticked; the dialog as it was agreed to."""
    seen: list[ExportDialog] = []

    def agree(dialog: QDialog) -> bool:
        assert isinstance(dialog, ExportDialog)
        dialog.show()
        for name in choose:
            QTest.mouseClick(dialog.formats[name], LEFT)
        if style:
            dialog.panel.style_box.setCurrentIndex(dialog.panel.style_box.findData(style))
        dialog.tick.setChecked(True)
        seen.append(dialog)
        return True

    answers.dialogs.append(agree)
    answers.targets.append(target)
    trigger(place, "export")
    qtbot.waitUntil(place.notice.isVisible, timeout=20000)
    return seen[0]


def test_without_libreoffice_the_program_draws_the_pdf_and_says_what_that_means(
    place: Workplace, answers: Answers, tmp_path: Path, qtbot: QtBot, no_office: None
) -> None:
    target = tmp_path / "drawn"
    dialog = export(place, answers, qtbot, target, PDF)
    assert "LibreOffice was not found" in dialog.about_pdf.text()
    assert "may not be found by a search" in place.notice.label.text()
    data = (tmp_path / "drawn.pdf").read_bytes()
    assert data.startswith(b"%PDF")
    assert b"20260315" in data, "the edition's day is the only time in it"
    assert list(tmp_path.glob("*.pdf")) == [tmp_path / "drawn.pdf"]


def test_a_pdf_that_cannot_be_written_is_refused_in_the_bar(
    place: Workplace, answers: Answers, tmp_path: Path, qtbot: QtBot, no_office: None
) -> None:
    export(place, answers, qtbot, tmp_path / "no such folder" / "drawn.pdf", PDF)
    assert "Saved" not in place.notice.label.text()


def test_a_word_document_was_proved_and_another_style_is_for_it_alone(
    place: Workplace, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "out.docx"
    export(place, answers, qtbot, target, style="press_release")
    assert "The proof found nothing wrong." in place.notice.label.text()
    import zipfile

    with zipfile.ZipFile(target) as package:
        assert b"Noto Sans" in package.read("word/styles.xml")
    assert place.desk.drafting.statement(place.statement_id).style == ""


def test_a_web_page_is_written(
    place: Workplace, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    export(place, answers, qtbot, tmp_path / "out.html", HTML)
    assert 'lang="km"' in (tmp_path / "out.html").read_text("utf-8")
    assert "proof" not in place.notice.label.text()


def test_faults_are_counted_in_the_bar_and_listed_on_wish(
    place: Workplace, answers: Answers, tmp_path: Path
) -> None:
    flows = ExportFlows(place)
    fault = Fault(
        Rule.FONTS, "word/styles.xml ¶ 3", "This part cannot be read: {reason}.", {"reason": "x"}
    )
    flows._tell_saved(Exported(tmp_path / "out.docx", (), (fault,)))
    assert "The proof found 1 fault." in place.notice.label.text()
    listed: list[str] = []

    def read(dialog: QDialog) -> bool:
        assert isinstance(dialog, FaultsDialog)
        listed.append(dialog.list.text())
        QTest.mouseClick(dialog.leave, LEFT)
        return False

    answers.dialogs.append(read)
    button = next(one for one in place.notice._buttons if one.text() == "Show faults")
    QTest.mouseClick(button, LEFT)
    assert listed == ["word/styles.xml ¶ 3: This part cannot be read: x."]


def test_messages_are_copied_without_soft_breaks_or_withheld_names(
    place: Workplace, answers: Answers, qtbot: QtBot
) -> None:
    endorsements = place.desk.endorsing.endorsements(place.statement_id)
    withheld = [e for e in endorsements if e.show_as == "withheld"]
    names = [n.name for e in withheld for n in e.endorser.names.values() if n.name]
    copied: list[str] = []

    def copy(dialog: QDialog) -> bool:
        assert isinstance(dialog, MessagesDialog)
        dialog.show()
        for index in range(2):
            dialog.language.setCurrentIndex(index)
            QTest.mouseClick(dialog.cards[0].copy, LEFT)
            copied.append(QGuiApplication.clipboard().text())
            assert dialog.cards[0].copy.text() == "Copied"
        dialog.channel.setCurrentIndex(1)
        assert "63206" in dialog.hint.text()
        catalog.use("km")
        dialog.retranslate()
        catalog.use("en")
        return False

    answers.dialogs.append(copy)
    trigger(place, "messages")
    assert names
    assert all("\u200b" not in text for text in copied)
    assert all(name not in text for name in names for text in copied)
    assert "1." in copied[1]


def test_messages_of_a_statement_with_blockers_say_why_there_are_none(
    place: Workplace, answers: Answers
) -> None:
    title = place.desk.drafting.statement(place.statement_id).blocks[0]
    place.operations.run(place.desk.drafting.write, title.id, "km", body="")

    def look(dialog: QDialog) -> bool:
        assert isinstance(dialog, MessagesDialog)
        assert dialog.cards == []
        assert dialog.empty.label.text()
        return False

    answers.dialogs.append(look)
    trigger(place, "messages")


def test_printing_draws_the_pages_of_the_preview(
    place: Workplace, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "paper.pdf"
    place.preview.choose_layout(Layout.KHMER)

    def agree(dialog: QDialog) -> bool:
        assert isinstance(dialog, QPrintDialog)
        printer = dialog.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(target))
        printer.setFromTo(1, 2)
        return True

    answers.dialogs.append(agree)
    trigger(place, "print")
    qtbot.waitUntil(place.notice.isVisible, timeout=20000)
    assert "2 pages were sent to the printer" in place.notice.label.text()
    assert target.read_bytes().count(b"/Type /Page\n") == 2


def test_nothing_is_printed_when_the_person_thinks_better_of_it(
    place: Workplace, answers: Answers, qtbot: QtBot
) -> None:
    answers.dialogs.append(lambda dialog: isinstance(dialog, str))
    trigger(place, "print")
    qtbot.waitUntil(lambda: not answers.dialogs, timeout=20000)
    assert not place.notice.isVisible()


def test_a_desk_closes_while_its_pages_are_still_being_made(
    files: DeskFiles, place: Workplace, qapp: QApplication
) -> None:
    place.window.show_page("preview")
    qapp.processEvents()
    place.preview.choose_layout(Layout.BOOKLET)
    files.close_desk()
    for _ in range(20):
        qapp.processEvents()
    assert files.workplace is None
