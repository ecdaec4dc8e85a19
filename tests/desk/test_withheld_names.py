"""A withheld name is in no document and in no answer, whatever it is and wherever it stands."""

import contextlib
import io
import json
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advocate_desk.cli import shapes
from advocate_desk.desk.desk import Desk
from advocate_desk.desk.exporting import Exporting
from advocate_desk.exporters.blocks import Composition, ExportOptions
from advocate_desk.exporters.office import find_office
from advocate_desk.model.errors import DeskError, ExportRefused
from advocate_desk.model.kinds import BlockKind, EndorsementState, Layout, ShowAs
from desk_making import block_ids, endorse, make_desk, name, river, river_draft

SMALL = ExportOptions(embed_fonts=False)
LATIN = st.text("abcdefgijkmoqvwxz", min_size=6, max_size=12)
KHMER = st.text("កខគឃចឆជញដឋណតថទធ", min_size=4, max_size=9)
TAG = re.compile(r"<[^>]+>")


def _extracted(data: bytes) -> str:
    """Everything readable in a Word file: parts as they are, and their text without markup."""
    if not data.startswith(b"PK"):
        return data.decode()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = [package.read(part).decode("utf-8", "replace") for part in package.namelist()]
    return "\n".join([*parts, *(TAG.sub("", part) for part in parts)])


def _exported(desk: Desk, statement_id: str, folder: Path) -> str:
    found = []
    for layout in Layout:
        for ending in (".docx", ".txt", ".html"):
            target = folder / f"out{ending}"
            desk.publishing.export(statement_id, layout, target, SMALL, allow_findings=True)
            found += [_extracted(target.read_bytes()), repr(target.read_bytes())]
    for language in ("km", "en"):
        for channel in ("telegram", "facebook"):
            found += desk.publishing.messages(statement_id, language, channel, allow_findings=True)
    return "\n".join(found)


def _answers(desk: Desk, statement_id: str) -> str:
    """What the command line says of a statement whose own text does not hold the name."""
    values = [
        shapes.endorsements(desk, statement_id),
        shapes.endorsers(desk),
        shapes.endorsers(desk, statement_id),
        shapes.statement(desk, statement_id),
        shapes.statements(desk),
        [shapes.finding(one) for one in desk.checking.check(statement_id)],
    ]
    return json.dumps(values, ensure_ascii=False)


@settings(max_examples=8)
@given(english=LATIN, khmer=KHMER, acronym=st.text("QXZJK", min_size=3, max_size=5))
def test_a_withheld_name_is_in_no_list_and_no_document(
    tmp_path_factory: pytest.TempPathFactory, english: str, khmer: str, acronym: str
) -> None:
    folder = tmp_path_factory.mktemp("withheld")
    with contextlib.closing(make_desk(folder / "a.desk")) as desk:
        statement_id = river(desk)
        endorse(desk, statement_id, "Water Union")
        hidden = endorse(desk, statement_id, english.title(), khmer, acronym)
        desk.endorsing.show_as([hidden], ShowAs.WITHHELD)
        answers = _answers(desk, statement_id)
        desk.drafting.write(
            block_ids(desk, statement_id)[1],
            "en",
            body=f"With {english.upper()} ({acronym}) and Water Union.",
        )
        desk.drafting.write(block_ids(desk, statement_id)[0], "km", body=f"ដោយ{khmer}ថ្ងៃនេះ")
        documents = _exported(desk, statement_id, folder)
    for said in (answers, documents):
        assert english.casefold() not in said.casefold()
        assert khmer not in said
        assert acronym not in said
    assert "Water Union" in documents


def test_a_withheld_name_is_in_no_pdf(desk: Desk, tmp_path: Path) -> None:
    if find_office() is None or shutil.which("pdftotext") is None:
        pytest.skip("LibreOffice and pdftotext are not on this machine")
    statement_id = river(desk)
    endorse(desk, statement_id, "Water Union")
    hidden = endorse(desk, statement_id, "Hidden Village", "ភូមិលាក់ខ្លួន", "HVC")
    desk.endorsing.show_as([hidden], ShowAs.WITHHELD)
    desk.drafting.write(block_ids(desk, statement_id)[1], "en", body="With HIDDEN village (HVC).")
    desk.drafting.set_placeholder(statement_id, "who", {"en": "Hidden Village"})
    target = tmp_path / "a.pdf"
    desk.publishing.export(statement_id, Layout.KHMER_ENGLISH, target, SMALL, allow_findings=True)
    text = subprocess.run(
        ["pdftotext", target, "-"], capture_output=True, check=True, timeout=60
    ).stdout.decode()
    assert "Water Union" in text
    assert "[name withheld]" in text
    for name_part in ("hidden", "HVC", "លាក់ខ្លួន"):
        assert name_part not in text + text.lower()
        assert name_part.encode() not in target.read_bytes()


def test_a_withheld_name_in_a_text_is_a_blocker_that_does_not_repeat_it(desk: Desk) -> None:
    statement_id = river(desk)
    hidden = endorse(desk, statement_id, "Hidden Village", "ភូមិលាក់ខ្លួន")
    desk.endorsing.show_as([hidden], ShowAs.WITHHELD)
    block_id = block_ids(desk, statement_id)[2]
    desk.drafting.write(block_id, "en", heading="For hidden\u00a0VILLAGE")
    (found,) = [f for f in desk.checking.check(statement_id) if f.rule == "withheld_name"]
    assert (found.block_id, found.language, found.field) == (block_id, "en", "heading")
    assert "idden" not in f"{found} {found.arguments}"


def test_place_and_issuer_are_redacted_too(desk: Desk) -> None:
    statement_id = river(desk)
    hidden = endorse(desk, statement_id, "Hidden Village")
    desk.endorsing.show_as([hidden], ShowAs.WITHHELD)
    desk.drafting.set_place(statement_id, "en", "Hidden Village")
    desk.drafting.set_issuer(statement_id, "en", "Friends of Hidden Village")
    view = desk.publishing.view(statement_id)
    assert "Hidden" not in f"{view.place}{view.issuer}"


def test_a_name_is_withheld_whatever_its_state(desk: Desk) -> None:
    statement_id = river(desk)
    for state in EndorsementState:
        made = desk.endorsing.add(statement_id, name(f"Secret {state} Group")).made
        desk.endorsing.set_state(made, state)
        desk.endorsing.show_as(made, ShowAs.WITHHELD)
    text = ", ".join(f"Secret {state} Group" for state in EndorsementState)
    desk.drafting.write(block_ids(desk, statement_id)[1], "en", body=text)
    view = desk.publishing.view(statement_id)
    assert "Secret" not in view.blocks[1].rendition("en").body
    assert view.withheld_count == 1


def test_the_same_name_printed_elsewhere_on_the_list_is_redacted(desk: Desk) -> None:
    statement_id = river(desk)
    hidden = endorse(desk, statement_id, "Hidden Village")
    endorse(desk, statement_id, "Hidden Village", acronym="HV")
    endorse(desk, statement_id, "Hidden Village Network")
    desk.endorsing.show_as([hidden], ShowAs.WITHHELD)
    printed = [one.printed["en"] for one in desk.publishing.view(statement_id).endorsers]
    assert printed == ["[name withheld] (HV)", "Hidden Village Network"]
    rules = [f.rule for f in desk.checking.check(statement_id, ("en",))]
    assert rules.count("withheld_name_in_entry") == 1


def test_a_placeholder_never_brings_a_name_back(desk: Desk) -> None:
    statement_id = river(desk)
    hidden = endorse(desk, statement_id, "{{date}} Circle")
    desk.endorsing.show_as([hidden], ShowAs.WITHHELD)
    desk.drafting.add_block(statement_id, BlockKind.ISSUE_LINE)
    desk.drafting.set_place(statement_id, "en", "{{date}} Circle")
    desk.drafting.write(block_ids(desk, statement_id)[-1], "en", body="At {{place}}")
    parts = desk.publishing.compose(statement_id, Layout.ENGLISH).parts
    assert "Circle" not in "".join(part.text for part in parts)


@pytest.mark.parametrize("where", ["block", "place", "unplaced"])
def test_a_copy_without_endorsers_holds_no_withheld_name(desk: Desk, where: str) -> None:
    statement_id = _with_name(desk, where)
    before = shapes.statements(desk)
    with pytest.raises(DeskError, match="withheld name"):
        desk.drafting.duplicate_statement(statement_id)
    assert shapes.statements(desk) == before
    hidden = desk.endorsing.endorsements(statement_id)[0].id
    desk.endorsing.show_as([hidden], ShowAs.FULL)
    assert desk.drafting.duplicate_statement(statement_id).made


def _with_name(desk: Desk, where: str) -> str:
    """A statement with a withheld endorser whose name stands in one of its texts."""
    stray = ("Hidden Village, by hand",) if where == "unplaced" else ()
    (statement_id,) = desk.importing.bring_in([replace(river_draft(), unplaced=stray)]).made
    hidden = endorse(desk, statement_id, "Hidden Village")
    desk.endorsing.show_as([hidden], ShowAs.WITHHELD)
    if where == "block":
        desk.drafting.write(block_ids(desk, statement_id)[2], "en", body="For hidden VILLAGE")
    if where == "place":
        desk.drafting.set_place(statement_id, "en", "Hidden Village")
    return statement_id


def test_no_clause_is_made_of_a_text_with_a_withheld_name(desk: Desk) -> None:
    statement_id = _with_name(desk, "block")
    named, other = block_ids(desk, statement_id)[2:4]
    with pytest.raises(DeskError, match="withheld name"):
        desk.library.save_block(named)
    assert desk.library.search() == ()
    assert desk.library.save_block(other).made


@pytest.mark.parametrize("ending", [".txt", ".html", ".docx"])
def test_a_name_withheld_while_the_document_is_made_stops_it(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    statement_id = river(desk)
    shown = endorse(desk, statement_id, "Hidden Village")
    compose = Exporting.compose

    def withheld_meanwhile(
        self: Exporting, of: str, layout: Layout, options: ExportOptions = SMALL
    ) -> Composition:
        composition = compose(self, of, layout, options)
        desk.endorsing.show_as([shown], ShowAs.WITHHELD)
        return composition

    monkeypatch.setattr(Exporting, "compose", withheld_meanwhile)
    target = tmp_path / f"out{ending}"
    with contextlib.closing(desk.twin()) as twin, pytest.raises(ExportRefused, match="withheld"):
        twin.publishing.export(statement_id, Layout.ENGLISH, target, SMALL, allow_findings=True)
    assert not target.exists()
