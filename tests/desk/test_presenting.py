"""Styles, letterheads, headers and logos: the statement's own, else the desk's."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from advocate_desk.desk.desk import Desk
from advocate_desk.desk.heading import HeaderEdit
from advocate_desk.desk.kept_letterheads import letterhead_as_text
from advocate_desk.exporters.blocks import ExportOptions
from advocate_desk.model.changes import Area, Changes
from advocate_desk.model.errors import (
    DeskError,
    ExportRefused,
    ExportStopped,
    ImportRefused,
    StyleRefused,
)
from advocate_desk.model.header import NO_HEADER, HeaderKind
from advocate_desk.model.kinds import Layout, Severity, ShowAs, StatementKind
from advocate_desk.model.letterhead import Letterhead
from desk_making import endorse, river
from picture_files import SECRET, png
from store.desks import dump

OWN_STYLE = '[title]\nen = "River"\nkm = "ទន្លេ"\n[roles.title]\nsize = 21\n'
SMALL = ExportOptions(embed_fonts=False)


@pytest.fixture
def statement_id(desk: Desk) -> str:
    return river(desk)


@pytest.fixture
def logo_id(desk: Desk, tmp_path: Path) -> str:
    return add_logo(desk, tmp_path / "River.png")


def add_logo(desk: Desk, path: Path, data: bytes | None = None) -> str:
    path.write_bytes(png() if data is None else data)
    return desk.presenting.add_logo(path).focus


def letterhead(path: Path, text: str = "River Alliance, 12 Lake Road") -> Path:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = text
    document.save(str(path))
    return path


def rules(desk: Desk, statement_id: str) -> dict[str, Severity]:
    return {f.rule: f.severity for f in desk.checking.check(statement_id)}


Verb = Callable[[Desk, str, Path], Changes]
VERBS: dict[str, Verb] = {
    "set_style": lambda d, s, _: d.presenting.set_style(s, "petition"),
    "set_default_style": lambda d, _, __: d.presenting.set_default_style("petition"),
    "add_style": lambda d, _, __: d.presenting.add_style("mine", OWN_STYLE),
    "remove_style": lambda d, _, __: d.presenting.remove_style("river"),
    "add_letterhead": lambda d, _, f: d.presenting.add_letterhead(letterhead(f / "New.docx")),
    "set_letterhead": lambda d, s, _: d.presenting.set_letterhead(s, ""),
    "set_default_letterhead": lambda d, _, __: d.presenting.set_default_letterhead(""),
    "remove_letterhead": lambda d, _, __: d.presenting.remove_letterhead("Paper"),
    "set_header": lambda d, s, _: d.presenting.set_header(s, HeaderEdit(HeaderKind.NONE)),
    "use_default_header": lambda d, s, _: d.presenting.use_default_header(s),
    "set_default_header": lambda d, _, __: d.presenting.set_default_header(
        HeaderEdit(HeaderKind.LEAD, {"en": "Office"})
    ),
    "add_logo": lambda d, _, f: d.presenting.add_logo(_written(f / "New.png", png(3))),
    "remove_logo": lambda d, _, __: d.presenting.remove_logo(d.presenting.logos()[0].id),
    "set_lunar": lambda d, s, _: d.drafting.set_lunar(s, "km", "ថ្ងៃចន្ទ"),
    "set_placeholder": lambda d, s, _: d.drafting.set_placeholder(s, "village", {"en": "Prek"}),
    "save_as_skeleton": lambda d, s, _: d.drafting.save_as_skeleton(s, "Letter"),
    "delete_skeleton": lambda d, _, __: d.drafting.delete_skeleton(d.drafting.skeletons()[-1].id),
}


def _written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.fixture
def dressed(desk: Desk, tmp_path: Path) -> str:
    """A statement that uses one of everything."""
    statement_id = river(desk)
    logo_id = add_logo(desk, tmp_path / "River.png")
    desk.presenting.add_style("river", OWN_STYLE)
    desk.presenting.set_style(statement_id, "river")
    desk.presenting.set_default_style("river")
    with desk.step("As the reader would, in less time"):
        desk._file.letterheads.put("Paper", letterhead_as_text(Letterhead()))
    desk.presenting.set_letterhead(statement_id, "Paper")
    desk.presenting.set_default_letterhead("Paper")
    edit = HeaderEdit(HeaderKind.LOGOS, {"en": "Alliance"}, {"en": "Road 12"}, (logo_id,))
    desk.presenting.set_header(statement_id, edit)
    desk.presenting.set_default_header(edit)
    desk.drafting.save_as_skeleton(statement_id, "Old letter")
    return statement_id


@pytest.mark.parametrize("name", VERBS)
def test_every_verb_is_one_step_that_can_be_undone_and_redone(
    desk: Desk, dressed: str, tmp_path: Path, name: str
) -> None:
    before = dump(desk.path)
    changes = VERBS[name](desk, dressed, tmp_path)
    after = dump(desk.path)
    assert after != before
    assert changes
    assert desk.history.undo_label == changes.label
    assert desk.history.undo().areas >= changes.areas & {Area.LOOKS}
    assert dump(desk.path) == before
    desk.history.redo()
    assert dump(desk.path) == after


def test_a_statement_is_printed_in_its_own_style_the_desks_or_that_of_its_kind(desk: Desk) -> None:
    show = desk.presenting
    petition = desk.drafting.new_statement(StatementKind.PETITION, {"en": "Water"}).focus
    assert show.style_name(river(desk)) == "coalition_statement"
    assert show.style_name(petition) == "petition"
    show.set_default_style("press_release")
    assert show.style_name(petition) == "press_release"
    show.set_style(petition, "formal_letter")
    assert show.style_name(petition) == "formal_letter"
    assert show.options(petition).style.name == "formal_letter"
    assert show.set_style(petition, "formal_letter").areas == frozenset()


def test_a_style_that_was_asked_for_goes_before_the_statements(
    desk: Desk, statement_id: str
) -> None:
    desk.presenting.set_style(statement_id, "petition")
    asked = desk.presenting.style_named("press_release")
    options = desk.presenting.options(statement_id, style=asked)
    assert options.style.name == "press_release"
    made = desk.publishing.compose(statement_id, Layout.ENGLISH, options)
    assert made.options.style.name == "press_release"


def test_an_own_style_travels_with_the_desk(desk: Desk, statement_id: str, tmp_path: Path) -> None:
    path = tmp_path / "river.toml"
    path.write_text(OWN_STYLE, "utf-8")
    assert desk.presenting.add_style_file(path).focus == "river"
    path.unlink()
    desk.presenting.set_style(statement_id, "river")
    style = desk.publishing.compose(statement_id, Layout.ENGLISH).options.style
    assert (style.name, style.roles["title"].size) == ("river", 21)
    assert [(s.name, s.is_own) for s in desk.presenting.styles()][-1] == ("river", True)
    assert desk.presenting.styles()[-1].title["en"] == "River"
    assert desk.presenting.styles()[0].name == "coalition_statement"


@pytest.mark.parametrize(
    ("name", "content", "wrong"),
    [
        ("river", "[roles.title]\nsize = 900", "roles.title.size"),
        ("river", "no toml", "cannot be read"),
        ("river", "[fonts.khmer]\ntitle = 'Comic Sans'", "fonts.khmer.title"),
        ("petition", OWN_STYLE, "shipped"),
        ("a/b", OWN_STYLE, "cannot be used as a name"),
        ("..", OWN_STYLE, "cannot be used as a name"),
        ("", OWN_STYLE, "cannot be used as a name"),
    ],
)
def test_a_style_that_cannot_be_used_is_refused_with_what_is_wrong(
    desk: Desk, name: str, content: str, wrong: str
) -> None:
    with pytest.raises(DeskError, match=wrong):
        desk.presenting.add_style(name, content)
    assert len(desk.presenting.styles()) == 4


def test_an_unknown_style_or_letterhead_is_refused(desk: Desk, statement_id: str) -> None:
    with pytest.raises(StyleRefused, match="no style “nope”"):
        desk.presenting.set_style(statement_id, "nope")
    with pytest.raises(StyleRefused, match="no style"):
        desk.presenting.set_default_style("nope")
    with pytest.raises(DeskError, match="no style"):
        desk.presenting.remove_style("petition")
    with pytest.raises(DeskError, match="no letterhead"):
        desk.presenting.set_letterhead(statement_id, "nope")
    with pytest.raises(DeskError, match="no letterhead"):
        desk.presenting.remove_letterhead("")
    with pytest.raises(DeskError, match="no such logo"):
        desk.presenting.remove_logo("nope")


def test_what_used_a_removed_style_or_letterhead_is_as_the_desk_has_it(
    desk: Desk, dressed: str
) -> None:
    desk.presenting.remove_style("river")
    desk.presenting.remove_letterhead("Paper")
    assert desk.presenting.style_name(dressed) == "coalition_statement"
    assert desk.presenting.letterhead_name(dressed) == ""
    assert desk.presenting.options(dressed).letterhead is None


def test_a_style_that_became_unusable_is_told_and_the_usual_one_printed(
    desk: Desk, statement_id: str
) -> None:
    with desk.step("Another program wrote this"):
        desk._file.styles.put("odd", "[roles.title]\nsize = 'big'")
        desk._file.letterheads.put("odd", "{}")
        desk._file.statements.update(statement_id, style="odd", letterhead="odd")
    found = rules(desk, statement_id)
    assert found["unusable_style"] is Severity.WARNING
    assert found["unusable_letterhead"] is Severity.WARNING
    options = desk.presenting.options(statement_id)
    assert (options.style.name, options.letterhead) == ("coalition_statement", None)
    assert desk.presenting.styles()[-1].title == {}


def test_a_letterhead_is_on_the_page_and_nothing_else_of_the_file(
    desk: Desk, statement_id: str, tmp_path: Path
) -> None:
    path = letterhead(tmp_path / "Paper.docx")
    desk.presenting.add_letterhead(path)
    assert desk.presenting.letterheads() == ("Paper",)
    desk.presenting.set_letterhead(statement_id, "Paper")
    found = desk.presenting.options(statement_id).letterhead
    assert found is not None
    assert (found.name, b"12 Lake Road" in found.header_xml) == ("Paper", True)
    target = tmp_path / "a.docx"
    done = desk.publishing.export(statement_id, Layout.ENGLISH, target, SMALL)
    assert done.faults == ()
    heads = [s.header.paragraphs for s in docx.Document(str(target)).sections]
    assert any("12 Lake Road" in p.text for head in heads for p in head)


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04 broken", b"%PDF-1.7"])
def test_a_letterhead_that_is_no_word_document_is_refused(
    desk: Desk, tmp_path: Path, data: bytes
) -> None:
    path = _written(tmp_path / "Paper.docx", data)
    with pytest.raises(ImportRefused):
        desk.presenting.add_letterhead(path)
    assert desk.presenting.letterheads() == ()
    assert desk.history.undo_label == ""


def test_a_withheld_name_in_the_letterhead_stops_the_document(
    desk: Desk, statement_id: str, tmp_path: Path
) -> None:
    desk.presenting.add_letterhead(letterhead(tmp_path / "P.docx", "Hidden Village Office"))
    desk.presenting.set_letterhead(statement_id, "P")
    hidden = endorse(desk, statement_id, "Hidden Village")
    assert "withheld_name" not in rules(desk, statement_id)
    desk.endorsing.show_as([hidden], ShowAs.WITHHELD)
    assert rules(desk, statement_id)["withheld_name"] is Severity.BLOCKER
    target = tmp_path / "a.docx"
    with pytest.raises(DeskError, match="A withheld name would stand"):
        desk.publishing.export(statement_id, Layout.ENGLISH, target, SMALL, allow_findings=True)
    assert not target.exists()


def test_a_logo_is_kept_without_its_metadata_and_only_once(desk: Desk, tmp_path: Path) -> None:
    first = add_logo(desk, tmp_path / "River.png")
    again = add_logo(desk, tmp_path / "Copy.png")
    assert first == again
    (listed,) = desk.presenting.logos()
    assert (listed.name, listed.media_type) == ("River", "image/png")
    assert (listed.width, listed.height, listed.data) == (2, 1, b"")
    assert SECRET not in desk.presenting.logo(first).data
    assert SECRET not in desk.path.read_bytes()


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"<svg/>", png()[:40], png()[:-20]])
def test_a_logo_that_is_no_sound_picture_is_refused(
    desk: Desk, tmp_path: Path, data: bytes
) -> None:
    with pytest.raises(DeskError, match=r"must be a PNG or JPEG"):
        add_logo(desk, tmp_path / "a.png", data)
    assert desk.presenting.logos() == ()


def test_a_logo_of_100_megabytes_is_refused_unread(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.png"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("it was read"))
    with pytest.raises(DeskError, match="too large for a logo"):
        desk.presenting.add_logo(path)
    with pytest.raises(DeskError, match="cannot be read"):
        desk.presenting.add_logo(tmp_path / "missing.png")


def test_a_header_is_changed_field_by_field(desk: Desk, statement_id: str, logo_id: str) -> None:
    show = desk.presenting
    show.set_default_header(HeaderEdit(HeaderKind.LEAD, {"en": "Office"}))
    assert show.header(statement_id).organisation == {"en": "Office"}
    show.set_header(statement_id, HeaderEdit(logo_ids=(logo_id,)))
    show.set_header(statement_id, HeaderEdit(organisation={"km": "ការិយាល័យ"}, lines={"en": "Road"}))
    found = show.header(statement_id)
    assert found.kind is HeaderKind.LEAD
    assert found.organisation == {"en": "Office", "km": "ការិយាល័យ"}
    assert found.logo_ids == (logo_id,)
    header = show.options(statement_id).header
    assert [(logo.name, logo.width) for logo in header.logos] == [("River", 2)]
    assert show.set_header(statement_id, HeaderEdit(lines={"en": "Road"})).areas == frozenset()
    show.use_default_header(statement_id)
    assert show.header(statement_id).logo_ids == ()


def test_typing_in_one_burst_is_one_step(desk: Desk, statement_id: str) -> None:
    for text in ("R", "Ri", "River"):
        edit = HeaderEdit(HeaderKind.LEAD, {"en": text})
        desk.presenting.set_header(statement_id, edit, burst="1")
    desk.history.undo()
    assert desk.presenting.header(statement_id).kind is HeaderKind.NONE


def test_the_state_header_is_for_petitions_and_letters_only(desk: Desk, statement_id: str) -> None:
    state = HeaderEdit(HeaderKind.STATE)
    with pytest.raises(DeskError, match="petitions and letters to authorities only"):
        desk.presenting.set_header(statement_id, state)
    with pytest.raises(DeskError, match="petitions and letters to authorities only"):
        desk.presenting.set_default_header(state)
    desk.drafting.set_kind(statement_id, StatementKind.PETITION)
    desk.presenting.set_header(statement_id, state)
    assert desk.presenting.options(statement_id).header.kind is HeaderKind.STATE
    desk.drafting.set_kind(statement_id, StatementKind.JOINT_STATEMENT)
    assert rules(desk, statement_id)["state_header"] is Severity.BLOCKER
    assert desk.presenting.options(statement_id).header == NO_HEADER


def test_a_header_holds_known_logos_and_not_too_many(desk: Desk, statement_id: str) -> None:
    with pytest.raises(DeskError, match="no such logo"):
        desk.presenting.set_header(statement_id, HeaderEdit(logo_ids=("nope",)))
    with pytest.raises(DeskError, match="8 logos at most"):
        desk.presenting.set_header(statement_id, HeaderEdit(logo_ids=("a",) * 9))


def test_a_removed_logo_is_out_of_every_header(desk: Desk, dressed: str) -> None:
    (logo,) = desk.presenting.logos()
    desk.presenting.remove_logo(logo.id)
    assert desk.presenting.header(dressed).logo_ids == ()
    assert desk.presenting.default_header().logo_ids == ()
    assert rules(desk, dressed)["missing_logo"] is Severity.WARNING


def test_a_logo_that_is_gone_is_told_and_left_out(desk: Desk, statement_id: str) -> None:
    desk.presenting.set_header(statement_id, HeaderEdit(HeaderKind.LEAD, {"en": "Office"}))
    with desk.step("Another program wrote this"):
        before = desk.presenting.header(statement_id)
        gone = type(before)(before.kind, before.organisation, {}, ("gone",))
        desk._file.statements.update(statement_id, header=gone)
    found = rules(desk, statement_id)
    assert found["missing_logo"] is Severity.WARNING
    assert found["nameless_header"] is Severity.WARNING
    assert desk.presenting.options(statement_id).header.logos == ()


def test_withheld_names_leave_the_header_and_the_logos_names(
    desk: Desk, statement_id: str, tmp_path: Path
) -> None:
    logo_id = add_logo(desk, tmp_path / "Hidden Village.png")
    desk.presenting.set_header(
        statement_id,
        HeaderEdit(
            HeaderKind.LEAD, {"en": "Hidden Village"}, {"en": "At Hidden Village"}, (logo_id,)
        ),
    )
    hidden = endorse(desk, statement_id, "Hidden Village")
    desk.endorsing.show_as([hidden], ShowAs.WITHHELD)
    assert "Hidden" not in repr(desk.presenting.options(statement_id).header)
    assert rules(desk, statement_id)["withheld_name"] is Severity.BLOCKER
    target = tmp_path / "a.docx"
    desk.publishing.export(statement_id, Layout.ENGLISH, target, SMALL, allow_findings=True)
    desk.publishing.verify(target, statement_id)


def test_how_a_page_looks_is_no_part_of_the_text_that_was_agreed_to(
    desk: Desk, statement_id: str
) -> None:
    desk.publishing.adopt(statement_id)
    desk.presenting.set_style(statement_id, "petition")
    with pytest.raises(DeskError, match="Nothing changed since edition 1"):
        desk.publishing.adopt(statement_id)
    desk.drafting.set_placeholder(statement_id, "village", {"en": "Prek"})
    desk.publishing.adopt(statement_id)


SAME_AGAIN: dict[str, Verb] = {
    "set_style": lambda d, s, _: d.presenting.set_style(s, "river"),
    "set_default_style": lambda d, _, __: d.presenting.set_default_style("river"),
    "set_letterhead": lambda d, s, _: d.presenting.set_letterhead(s, "Paper"),
    "set_default_letterhead": lambda d, _, __: d.presenting.set_default_letterhead("Paper"),
    "set_header": lambda d, s, _: d.presenting.set_header(s, HeaderEdit(HeaderKind.LOGOS)),
    "set_default_header": lambda d, _, __: d.presenting.set_default_header(HeaderEdit()),
    "add_logo": lambda d, _, f: d.presenting.add_logo(_written(f / "Same.png", png())),
}


@pytest.mark.parametrize("name", SAME_AGAIN)
def test_the_same_again_is_no_step(desk: Desk, dressed: str, tmp_path: Path, name: str) -> None:
    label = desk.history.undo_label
    assert not SAME_AGAIN[name](desk, dressed, tmp_path)
    assert desk.history.undo_label == label


def test_what_only_one_statement_uses_is_removed_from_that_alone(
    desk: Desk, statement_id: str, logo_id: str, tmp_path: Path
) -> None:
    show = desk.presenting
    show.add_style("river", OWN_STYLE)
    show.add_letterhead(letterhead(tmp_path / "Paper.docx"))
    show.set_style(statement_id, "river")
    show.set_letterhead(statement_id, "Paper")
    show.set_header(statement_id, HeaderEdit(HeaderKind.LOGOS, logo_ids=(logo_id,)))
    show.set_default_style("petition")
    show.remove_style("river")
    show.remove_letterhead("Paper")
    show.remove_logo(logo_id)
    assert show.style_name(statement_id) == show.default_style() == "petition"
    assert not show.use_default_header(river(desk))
    assert show.logos() == ()


def test_a_printed_page_is_held_to_what_every_export_is(
    desk: Desk, statement_id: str, tmp_path: Path
) -> None:
    with pytest.raises(ExportStopped):
        desk.publishing.printable(statement_id, Layout.KHMER)
    made = desk.publishing.printable(statement_id, Layout.KHMER, allow_findings=True)
    assert made.layout is Layout.KHMER
    hidden = endorse(desk, statement_id, "Hidden Village")
    desk.endorsing.show_as([hidden], ShowAs.WITHHELD)
    desk.drafting.set_placeholder(statement_id, "what", {"en": "Village"})
    block_id = desk.drafting.statement(statement_id).blocks[1].id
    desk.drafting.write(block_id, "en", body="Hidden {{what}}")
    with pytest.raises(ExportRefused, match="withheld name"):
        desk.publishing.printable(statement_id, Layout.ENGLISH, allow_findings=True)


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
FIELD = f"<w:hdr {W}><w:r><w:instrText> %s </w:instrText></w:r></w:hdr>"


@pytest.mark.parametrize(
    "made",
    [
        Letterhead(header_xml=b"<a>"),
        Letterhead(header_xml=b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
        Letterhead(footer_xml=(FIELD % "DDEAUTO c:\\\\cmd").encode()),
        Letterhead(footer_xml=(FIELD % 'INCLUDEPICTURE "http://example.org/a.png"').encode()),
        Letterhead(header_xml=f'<w:hdr {W}><w:fldSimple w:instr="PAGE"/></w:hdr>'.encode()),
        Letterhead(header_xml=b"<a>" + b" " * 2_000_000 + b"</a>"),
        Letterhead(images={"a": b"MZ no picture"}),
        Letterhead(images={"a": png()[:40]}),
    ],
)
def test_a_letterhead_of_a_strangers_desk_that_would_do_harm_is_not_used(
    desk: Desk, statement_id: str, made: Letterhead
) -> None:
    with desk.step("Another program wrote this"):
        desk._file.letterheads.put("odd", letterhead_as_text(made))
    desk.presenting.set_letterhead(statement_id, "odd")
    assert rules(desk, statement_id)["unusable_letterhead"] is Severity.WARNING
    assert desk.presenting.options(statement_id).letterhead is None


def test_page_numbers_of_a_letterhead_are_used(desk: Desk, statement_id: str) -> None:
    made = Letterhead(footer_xml=(FIELD % "PAGE").encode(), images={"a": png()})
    with desk.step("As the reader would"):
        desk._file.letterheads.put("mine", letterhead_as_text(made))
    desk.presenting.set_letterhead(statement_id, "mine")
    assert desk.presenting.options(statement_id).letterhead == replace(made, name="mine")


@pytest.mark.parametrize("name", ["schema-1.desk", "schema-2.desk"])
def test_a_desk_of_an_earlier_schema_is_printed(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    shutil.copy(Path(__file__).parents[1] / "old_files" / name, path)
    old = Desk.open(path)
    (statement,) = old.drafting.statements()
    old.checking.check(statement.id)
    target = tmp_path / "a.docx"
    done = old.publishing.export(statement.id, Layout.ENGLISH, target, allow_findings=True)
    assert done.faults == ()
    old.close(back_up=False)
