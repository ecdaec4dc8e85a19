"""What goes out about endorsers: tables, labels, forms, and forms that come back."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advocate_desk.desk.desk import Desk
from advocate_desk.desk.exporting import Watch
from advocate_desk.desk.reading_forms import day_of
from advocate_desk.importers.sheet_rows import read_sheets
from advocate_desk.model.errors import DeskError, ExportRefused
from advocate_desk.model.form_codes import shown_code
from advocate_desk.model.kinds import EndorsementState, ShowAs
from advocate_desk.model.outgoing import (
    FormOptions,
    FormsFor,
    FormText,
    LabelGrid,
    LabelOptions,
    ListOptions,
    WithheldRows,
)
from advocate_desk.model.registry import Contact
from desk_making import endorse, name, river

HIDDEN = "Hidden Village"
NOT_ASKED = FormOptions()
MASKED = ListOptions(withheld=WithheldRows.MASKED, contacts=True)


@pytest.fixture
def listed(desk: Desk) -> tuple[str, list[str]]:
    """A statement with an edition and four endorsers, the third withheld."""
    statement_id = river(desk)
    made = [
        endorse(desk, statement_id, "Water Union", "សហជីពទឹក", "WU"),
        endorse(desk, statement_id, "=HYPERLINK(1)", "បណ្តាញត្រី"),
        endorse(desk, statement_id, HIDDEN, "ភូមិលាក់", "HV"),
    ]
    made.append(desk.endorsing.add(statement_id, name("Rice Association", "សមាគមស្រូវ")).focus)
    _reach(desk, made[0], Contact("Sok Dara", "Director", "012 345 678", "@sok", "sok@example.org"))
    _reach(desk, made[2], Contact("Chan Thy", "Chief", "099 999 999"))
    desk.endorsing.show_as([made[2]], ShowAs.WITHHELD)
    desk.publishing.adopt(statement_id)
    return statement_id, made


def _reach(desk: Desk, endorsement_id: str, contact: Contact) -> None:
    endorser = desk.listed.endorser_of(endorsement_id)
    record = desk.registry.record(endorser.id)
    place = replace(record.endorser, province="Kampot")
    desk.registry.edit(replace(record, endorser=place, contacts=(contact,)))


def _everything(path: Path) -> str:
    """Every text of a file, whatever it is packed in."""
    data = path.read_bytes()
    if not data.startswith(b"PK"):
        return data.decode("utf-8-sig")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = (package.read(one) for one in package.namelist())
        return "\n".join(part.decode("utf-8", errors="replace") for part in parts)


def _document(path: Path) -> str:
    read = docx.Document(str(path))
    cells = (cell.text for table in read.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(one.text for one in read.paragraphs), *cells])


# Tables


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_a_withheld_endorser_has_no_row_unless_masked_rows_are_asked_for(
    desk: Desk, listed: tuple[str, list[str]], tmp_path: Path, ending: str
) -> None:
    target = tmp_path / f"list.{ending}"
    written = desk.listing_out.export_endorsers(listed[0], target)
    assert (written.count, written.withheld) == (3, 1)
    text = _everything(target)
    assert "Water Union" in text
    assert "name withheld" not in text
    assert "Sok Dara" not in text
    masked = desk.listing_out.export_endorsers(listed[0], target, MASKED)
    assert (masked.count, masked.withheld) == (4, 1)
    text = _everything(target)
    assert "[name withheld]" in text
    assert "sok@example.org" in text
    for secret in (HIDDEN, "ភូមិលាក់", "HV", "Chan Thy", "099 999 999"):
        assert secret not in text


def test_formulas_are_texts_and_come_back_as_they_were(
    desk: Desk, listed: tuple[str, list[str]], tmp_path: Path
) -> None:
    for target in (tmp_path / "list.csv", tmp_path / "list.xlsx"):
        desk.listing_out.export_endorsers(listed[0], target)
        rows = [row.cells for row in read_sheets(target)[0].rows]
        assert "=HYPERLINK(1)" in [row[2] for row in rows]
    with (tmp_path / "list.csv").open(encoding="utf-8-sig") as source:
        assert "'=HYPERLINK(1)" in [row[2] for row in csv.reader(source)]


def test_headers_are_in_the_language_asked_for_and_the_count_is_kept(
    desk: Desk, listed: tuple[str, list[str]], tmp_path: Path
) -> None:
    target = tmp_path / "list.xlsx"
    desk.listing_out.export_endorsers(listed[0], target, ListOptions(only_confirmed=True))
    sheets = read_sheets(target)
    assert [row.cells[1] for row in sheets[1].rows if len(row.cells) > 1][-3:] == ["2", "1", "3"]
    for language in ("km", "en"):
        desk.listing_out.export_endorsers(listed[0], target, ListOptions(language))
        assert target.stat().st_size


def test_the_registry_hides_whoever_is_withheld_anywhere(
    desk: Desk, listed: tuple[str, list[str]], tmp_path: Path
) -> None:
    target = tmp_path / "all.csv"
    written = desk.listing_out.export_endorsers("", target)
    assert (written.count, written.withheld) == (3, 1)
    assert HIDDEN not in _everything(target)


def test_a_list_is_refused_in_a_sentence(desk: Desk, tmp_path: Path) -> None:
    statement_id = river(desk)
    with pytest.raises(ExportRefused, match=r"use \.xlsx, \.csv"):
        desk.listing_out.export_endorsers(statement_id, tmp_path / "list.ods")
    with pytest.raises(ExportRefused, match="no endorser"):
        desk.listing_out.export_endorsers(statement_id, tmp_path / "list.csv")
    with pytest.raises(ExportRefused, match="nobody to write labels"):
        desk.listing_out.export_labels(statement_id, tmp_path / "labels.docx")


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(hidden=st.sets(st.integers(0, 5)), contacts=st.booleans(), masks=st.booleans())
def test_no_table_ever_holds_a_withheld_name(
    desk: Desk, tmp_path: Path, hidden: set[int], contacts: bool, masks: bool
) -> None:
    statement_id = river(desk)
    names = [f"Group Number {n} of the Lake" for n in range(6)]
    made = [endorse(desk, statement_id, one, f"ក្រុម{n}") for n, one in enumerate(names)]
    desk.endorsing.show_as([made[n] for n in hidden], ShowAs.WITHHELD)
    kind = WithheldRows.MASKED if masks else WithheldRows.LEFT_OUT
    for ending in ("csv", "xlsx"):
        target = tmp_path / f"list.{ending}"
        options = ListOptions(withheld=kind, contacts=contacts)
        if len(hidden) < 6 or masks:
            desk.listing_out.export_endorsers(statement_id, target, options)
            text = _everything(target)
            assert not any(names[n] in text or f"ក្រុម{n}" in text for n in hidden)
            assert all(names[n] in text for n in set(range(6)) - hidden)
    desk.drafting.delete_statement(statement_id)


# Labels


@pytest.mark.parametrize("grid", list(LabelGrid))
def test_labels_hold_name_person_and_province(
    desk: Desk, listed: tuple[str, list[str]], tmp_path: Path, grid: LabelGrid
) -> None:
    target = tmp_path / "labels.docx"
    written = desk.listing_out.export_labels(listed[0], target, LabelOptions("km", grid))
    assert (written.count, written.withheld) == (3, 1)
    text = _document(target)
    for told in ("សហជីពទឹក", "Sok Dara, Director", "Kampot"):
        assert told in text
    assert HIDDEN not in _everything(target)
    assert "word/fonts/" in "".join(zipfile.ZipFile(target).namelist())


# Forms


def _forms(
    desk: Desk, ids: list[str], folder: Path, options: FormOptions = NOT_ASKED
) -> list[Path]:
    desk.listing_out.give_codes(ids)
    folder.mkdir(exist_ok=True)
    desk.listing_out.write_forms(ids, folder, options)
    return sorted(folder.iterdir())


def test_codes_are_given_once_and_come_again_after_undo(
    desk: Desk, listed: tuple[str, list[str]]
) -> None:
    statement_id, made = listed
    assert desk.listing_out.give_codes(made)
    codes = [one.code for one in desk.endorsing.endorsements(statement_id)]
    assert len(set(codes)) == 4
    assert not desk.listing_out.give_codes(made)
    desk.history.undo()
    assert {one.code for one in desk.endorsing.endorsements(statement_id)} == {""}
    desk.listing_out.give_codes(made)
    assert [one.code for one in desk.endorsing.endorsements(statement_id)] == codes


def test_a_form_tells_what_is_agreed_to_and_names_itself_by_its_code_alone(
    desk: Desk, listed: tuple[str, list[str]], tmp_path: Path
) -> None:
    statement_id, made = listed
    paths = _forms(desk, made, tmp_path / "forms")
    codes = {one.id: shown_code(one.code) for one in desk.endorsing.endorsements(statement_id)}
    assert {path.stem for path in paths} == set(codes.values())
    own = _document(tmp_path / "forms" / f"{codes[made[0]]}.docx")
    (edition,) = desk.publishing.editions(statement_id)
    for told in (codes[made[0]], edition.sha256[:10], "Water Union (WU)", "Stop it now.", "សហជីពទឹក"):
        assert told in own
    assert "We live by the river" not in own
    assert not any(HIDDEN in _everything(path) for path in paths)
    with pytest.raises(ExportRefused, match="already: 4"):
        desk.listing_out.write_forms(made, tmp_path / "forms")


def test_the_name_of_a_withheld_endorser_stands_on_its_own_form_only_when_asked(
    desk: Desk, listed: tuple[str, list[str]], tmp_path: Path
) -> None:
    statement_id, made = listed
    options = FormOptions(text=FormText.FULL, withheld_names=True)
    paths = _forms(desk, made, tmp_path / "forms", options)
    own = next(e.code for e in desk.endorsing.endorsements(statement_id) if e.id == made[2])
    holding = [path.stem for path in paths if HIDDEN in _document(path)]
    assert holding == [shown_code(own)]
    assert "We live by the river" in _document(paths[0])


def test_forms_need_an_edition_codes_and_somebody(desk: Desk, tmp_path: Path) -> None:
    statement_id = river(desk)
    made = endorse(desk, statement_id, "Water Union")
    with pytest.raises(DeskError, match="nobody"):
        desk.listing_out.write_forms([], tmp_path)
    with pytest.raises(DeskError, match="no code"):
        desk.listing_out.write_forms([made], tmp_path)
    desk.listing_out.give_codes([made])
    with pytest.raises(DeskError, match="Adopt an edition"):
        raise_whole(desk, made, tmp_path)
    desk.publishing.adopt(statement_id)
    with pytest.raises(ExportRefused, match="does not exist"):
        desk.listing_out.write_forms([made], tmp_path / "nowhere")


def raise_whole(desk: Desk, endorsement_id: str, folder: Path) -> None:
    """Write a form and let the advice be part of what is raised."""
    try:
        desk.listing_out.write_forms([endorsement_id], folder)
    except DeskError as error:
        raise DeskError(f"{error.message} {error.advice}") from error


def test_forms_are_followed_and_can_be_stopped(
    desk: Desk, listed: tuple[str, list[str]], tmp_path: Path
) -> None:
    statement_id, _ = listed
    ids = list(desk.listing_out.wanted_forms(statement_id, FormsFor.ALL))
    desk.listing_out.give_codes(ids)
    told: list[tuple[int, int]] = []
    watch = Watch(lambda: len(told) == 2, lambda done, total: told.append((done, total)))
    written = desk.listing_out.write_forms(ids, tmp_path, watch=watch)
    assert (written.count, told) == (2, [(1, 4), (2, 4)])


def test_forms_are_for_those_who_have_to_answer(desk: Desk, listed: tuple[str, list[str]]) -> None:
    statement_id, made = listed
    assert desk.listing_out.wanted_forms(statement_id, FormsFor.OPEN) == (made[3],)
    assert desk.listing_out.wanted_forms(statement_id, FormsFor.OUTDATED) == ()
    demand = desk.drafting.statement(statement_id).blocks[2].id
    desk.drafting.write(demand, "en", body="Stop it today.")
    assert set(desk.listing_out.wanted_forms(statement_id, FormsFor.OUTDATED)) == set(made[:3])


# Forms that come back


def _fill(path: Path, values: dict[str, str], target: Path) -> Path:
    """What a person does with a form in a word processor."""
    read = docx.Document(str(path))
    for row in read.tables[-1].rows:
        for asked, answer in values.items():
            if asked in row.cells[0].text:
                row.cells[1].paragraphs[0].text = answer
    read.save(str(target))
    return target


FILLED = {
    "Name of who signs": "សុខ ដារ៉ា",
    "Position": "Director",
    "Date": "០៤/០១/២០២៦",
    "in English": "Water Workers Union",
    "withheld": "[ X ] Do not print our name.",
}


@pytest.fixture
def form(desk: Desk, listed: tuple[str, list[str]], tmp_path: Path) -> Path:
    """The form of the endorser who has not answered."""
    (path,) = _forms(desk, [listed[1][3]], tmp_path / "forms")
    return path


def test_a_returned_form_proposes_its_answer_and_is_kept_as_evidence(
    desk: Desk, listed: tuple[str, list[str]], form: Path, tmp_path: Path
) -> None:
    statement_id, made = listed
    back = _fill(form, FILLED, tmp_path / "photo 1.docx")
    read = desk.consenting.read_form(back)
    assert read.endorsement_id == made[3]
    assert (read.filled.who, read.filled.role, read.filled.on) == (
        "សុខ ដារ៉ា",
        "Director",
        "2026-01-04",
    )
    assert read.filled.withhold
    assert read.filled.names["en"] == "Water Workers Union"
    assert read.edition_number == 1
    assert any("not as it is in the desk" in note.message for note in read.notes)
    desk.consenting.accept_form(read, read.consent, withhold=read.filled.withhold)
    (after,) = [one for one in desk.endorsing.endorsements(statement_id) if one.id == made[3]]
    assert (after.state, after.show_as) == (EndorsementState.CONFIRMED, ShowAs.WITHHELD)
    assert (after.agreed_by, after.channel) == ("សុខ ដារ៉ា", "form")
    assert [file.name for file in desk.consenting.evidence(made[3])] == ["photo 1.docx"]
    again = desk.consenting.read_form(back)
    assert any("attached to the endorsement already" in note.message for note in again.notes)
    desk.history.undo()
    (before,) = [one for one in desk.endorsing.endorsements(statement_id) if one.id == made[3]]
    assert (before.state, before.show_as) == (EndorsementState.INVITED, ShowAs.FULL)
    assert desk.consenting.evidence(made[3]) == ()


def test_an_empty_form_proposes_nothing(desk: Desk, form: Path) -> None:
    read = desk.consenting.read_form(form)
    assert (read.filled.who, read.filled.on, read.filled.withhold) == ("", "", False)
    assert any("Who signed" in note.message for note in read.notes)


def test_a_photo_is_known_by_its_name_alone(desk: Desk, form: Path, tmp_path: Path) -> None:
    photo = tmp_path / f"signed {form.stem} (2).jpg"
    photo.write_bytes(b"\xff\xd8 no text")
    assert desk.consenting.read_form(photo).code == desk.consenting.read_form(form).code
    renamed = photo.rename(tmp_path / "IMG_20260105.jpg")
    with pytest.raises(DeskError, match="no code of a sign-on form"):
        desk.consenting.read_form(renamed)
    assert desk.consenting.read_form(renamed, code=form.stem.lower()).endorsement_id


def test_wrong_unknown_and_double_codes_are_told_apart(
    desk: Desk, listed: tuple[str, list[str]], form: Path, tmp_path: Path
) -> None:
    photo = tmp_path / f"{form.stem[:-1]}{'0' if form.stem[-1] != '0' else '1'}.jpg"
    photo.write_bytes(b"x")
    with pytest.raises(DeskError, match="may be mistyped"):
        desk.consenting.read_form(photo)
    other = river(desk)
    gone = endorse(desk, other, "Gone Union")
    desk.listing_out.give_codes([gone])
    code = shown_code(desk.endorsing.endorsements(other)[0].code)
    desk.endorsing.remove([gone])
    with pytest.raises(DeskError, match="of no endorsement"):
        desk.consenting.read_form(photo, code=code)
    desk.listing_out.give_codes(listed[1])
    second = shown_code(desk.endorsing.endorsements(listed[0])[0].code)
    both = tmp_path / f"{form.stem} {second}.jpg"
    both.write_bytes(b"x")
    with pytest.raises(DeskError, match="more than one code"):
        desk.consenting.read_form(both)
    assert desk.consenting.read_form(both, code=second).endorsement_id == listed[1][0]


def test_a_damaged_form_still_has_its_name(desk: Desk, form: Path, tmp_path: Path) -> None:
    damaged = tmp_path / form.name
    damaged.write_bytes(form.read_bytes()[:200])
    assert desk.consenting.read_form(damaged).filled.who == ""


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("4/1/2026", "2026-01-04"),
        ("០៤-០១-២០២៦", "2026-01-04"),
        ("2026-01-04", "2026-01-04"),
        ("4 January 2026", "2026-01-04"),
        ("45/1/2026", ""),
        ("soon", ""),
    ],
)
def test_days_are_read_as_people_write_them(typed: str, day: str) -> None:
    assert day_of(typed) == day


# Statistics


def test_endorsers_are_counted_by_kind_province_and_state(
    desk: Desk, listed: tuple[str, list[str]]
) -> None:
    found = desk.registry.statistics(listed[0])
    assert (found.total, found.confirmed, found.withheld) == (4, 3, 1)
    assert [(one.name, one.count, one.confirmed) for one in found.by_province] == [
        ("Kampot", 2, 2),
        ("", 2, 1),
    ]
    assert [(one.name, one.count) for one in found.by_state] == [("invited", 1), ("confirmed", 3)]
    assert [(one.name, one.count) for one in desk.registry.statistics().by_kind] == [("ngo", 4)]
