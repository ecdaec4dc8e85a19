"""What goes out about endorsers, in the window, and the forms that come back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from advocate_desk.exporters.blocks import ExportOptions
from advocate_desk.gui.dialogs.list_editions_dialogs import AddendumDialog, ErratumDialog
from advocate_desk.gui.dialogs.list_out_dialogs import FormsDialog, LabelsDialog, ListOutDialog
from advocate_desk.gui.dialogs.returned_form_dialog import ReturnedFormDialog
from advocate_desk.gui.widgets.export_options_panel import ExportOptionsPanel
from advocate_desk.gui.workplace import Workplace
from advocate_desk.language import catalog
from advocate_desk.model.endorsement import EndorserName
from advocate_desk.model.form_codes import shown_code
from advocate_desk.model.kinds import EndorsementState, ShowAs, StatementKind
from gui_answers import Answers

Do = Callable[[str], None]


@pytest.fixture
def do(place: Workplace, qtbot: QtBot) -> Do:
    """Chooses an action of the menu, and waits until its work is done."""

    def chosen(action_id: str) -> None:
        place.window.table.action(action_id).trigger()
        qtbot.waitUntil(lambda: not place.operations.is_busy, timeout=20_000)

    return chosen


def _agree(dialog: QDialog) -> bool:
    return bool(dialog.windowTitle())


def _hide_one(place: Workplace) -> tuple[str, str]:
    """Withholds the first endorser; the endorsement's id and the name."""
    first = place.desk.endorsing.endorsements(place.statement_id)[0]
    place.operations.run(place.desk.endorsing.show_as, [first.id], ShowAs.WITHHELD)
    return first.id, first.endorser.names["en"].name


def test_a_list_is_written_without_withheld_names(
    place: Workplace, answers: Answers, do: Do, tmp_path: Path
) -> None:
    _, hidden = _hide_one(place)
    answers.dialogs.append(_agree)
    answers.targets.append(tmp_path / "list.csv")
    do("export_endorsers")
    text = (tmp_path / "list.csv").read_text("utf-8-sig")
    assert hidden not in text
    assert "Women" in text
    assert "2 endorsers are withheld" in place.notice.label.text()


def test_labels_and_the_registry_are_written(
    place: Workplace, answers: Answers, do: Do, tmp_path: Path
) -> None:
    answers.dialogs.append(_agree)
    answers.targets.append(tmp_path / "labels")
    do("address_labels")
    assert (tmp_path / "labels.docx").stat().st_size

    def registry(dialog: QDialog) -> bool:
        assert isinstance(dialog, ListOutDialog)
        dialog.whose.setCurrentIndex(1)
        assert not dialog.confirmed.isEnabled()
        return True

    answers.dialogs.append(registry)
    answers.targets.append(tmp_path / "all")
    do("export_endorsers")
    assert (tmp_path / "all.xlsx").stat().st_size


def test_nothing_is_written_where_nobody_agreed(
    place: Workplace, answers: Answers, do: Do, tmp_path: Path
) -> None:
    for action_id in ("export_endorsers", "address_labels"):
        answers.dialogs.append(lambda _dialog: False)
        do(action_id)
    assert list(tmp_path.glob("*.csv")) == []


def test_forms_go_out_and_come_back(
    place: Workplace, answers: Answers, do: Do, tmp_path: Path
) -> None:
    desk, statement_id = place.desk, place.statement_id
    do("sign_on_forms")
    assert "Adopt an edition first" in place.notice.label.text()
    new = {"en": EndorserName("Late School")}
    endorsement_id = desk.endorsing.add(statement_id, new).focus
    desk.publishing.adopt(statement_id)
    folder = tmp_path / "forms"
    folder.mkdir()
    answers.dialogs.append(_agree)
    answers.files.append(folder)
    do("sign_on_forms")
    assert "2 forms were written" in place.notice.label.text()
    code = next(e.code for e in desk.endorsing.endorsements(statement_id) if e.id == endorsement_id)
    path = folder / f"{shown_code(code)}.docx"
    read = docx.Document(str(path))
    read.tables[-1].rows[2].cells[1].paragraphs[0].text = "Sok Dara"
    path.unlink()
    photo = tmp_path / "IMG_1.docx"
    read.save(str(photo))

    def look(dialog: QDialog) -> bool:
        assert isinstance(dialog, ReturnedFormDialog)
        assert "Late School" in dialog.about.text()
        assert dialog.who.text() == "Sok Dara"
        dialog.day.setText("2999-01-01")
        dialog.accept()
        assert "has not come yet" in dialog.fault.text()
        assert dialog.result() == QDialog.DialogCode.Rejected
        dialog.day.setText("")
        dialog.accept()
        return dialog.result() == QDialog.DialogCode.Accepted

    answers.files.append(photo)
    answers.dialogs.append(look)
    do("read_forms")
    found = next(e for e in desk.endorsing.endorsements(statement_id) if e.id == endorsement_id)
    assert (found.state, found.agreed_by) == (EndorsementState.CONFIRMED, "Sok Dara")
    assert [file.name for file in desk.consenting.evidence(endorsement_id)] == ["IMG_1.docx"]


def test_the_code_of_a_photo_is_asked_for(
    place: Workplace, answers: Answers, do: Do, tmp_path: Path
) -> None:
    endorsement_id, hidden = _hide_one(place)
    place.desk.listing_out.give_codes([endorsement_id])
    code = place.desk.endorsing.endorsements(place.statement_id)[0].code
    photo = tmp_path / "IMG_2.jpg"
    photo.write_bytes(b"\xff\xd8")

    def look(dialog: QDialog) -> bool:
        assert isinstance(dialog, ReturnedFormDialog)
        assert shown_code(code) in dialog.about.text()
        assert hidden not in dialog.about.text()
        return False

    answers.files.append(photo)
    answers.texts += ["AD-0000-0001", code.lower()]
    answers.dialogs.append(look)
    do("read_forms")
    assert len([one for one in answers.asked if "IMG_2.jpg" in one]) == 2
    answers.files.append(photo)
    answers.texts.append(None)
    do("read_forms")


def test_an_erratum_is_made_and_shown(place: Workplace, answers: Answers, do: Do) -> None:
    desk, statement_id = place.desk, place.statement_id
    do("make_erratum")
    assert "No edition of this statement was issued" in place.notice.label.text()
    edition_id = desk.publishing.adopt(statement_id).focus
    desk.publishing.issue(edition_id)
    first = desk.endorsing.endorsements(statement_id)[0].id
    place.operations.run(desk.endorsing.set_state, [first], EndorsementState.WITHDRAWN)

    def look(dialog: QDialog) -> bool:
        assert isinstance(dialog, ErratumDialog)
        assert dialog.changed.text() == "1 withdrew"
        assert not dialog.names.isChecked()
        return True

    answers.dialogs.append(look)
    do("make_erratum")
    assert place.text.statement is not None
    assert place.text.statement.kind is StatementKind.ERRATUM
    assert len(desk.publishing.editions(statement_id)) == 2


def test_an_addendum_is_written(place: Workplace, answers: Answers, do: Do, tmp_path: Path) -> None:
    do("addendum")
    assert "no edition" in place.notice.label.text()
    desk, statement_id = place.desk, place.statement_id
    desk.publishing.adopt(statement_id)
    names = {"en": EndorserName("Late School"), "km": EndorserName("សាលាថ្មី")}
    desk.endorsing.add(statement_id, names, state=EndorsementState.CONFIRMED)

    def look(dialog: QDialog) -> bool:
        assert isinstance(dialog, AddendumDialog)
        assert dialog.changed.text() == "1 joined"
        return dialog.buttons.agree.isEnabled()

    answers.dialogs.append(look)
    answers.targets.append(tmp_path / "late.txt")
    do("addendum")
    assert "Late School" in (tmp_path / "late.txt").read_text("utf-8")


@pytest.mark.parametrize("language", ["en", "km"])
def test_every_field_has_a_name_and_the_dialogs_fit_the_screen(qtbot: QtBot, language: str) -> None:
    catalog.use(language)
    dialogs: list[QDialog] = [
        ListOutDialog(has_statement=True),
        LabelsDialog(has_statement=False),
        FormsDialog([("1", "Edition 1")], {}),
    ]
    for dialog in dialogs:
        qtbot.addWidget(dialog)
        dialog.show()
        assert dialog.width() <= 1366
        assert dialog.height() <= 700


def test_the_count_line_is_a_choice_of_the_export(qtbot: QtBot) -> None:
    panel = ExportOptionsPanel()
    qtbot.addWidget(panel)
    day = date(2025, 7, 28)
    panel.show_options(ExportOptions(count_line=True, as_of=day))
    assert panel.count.isChecked()
    assert (panel.options().count_line, panel.options().as_of) == (True, day)
    panel.count.setChecked(False)
    assert not panel.options().count_line
