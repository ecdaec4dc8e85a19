"""The proof of a Word document: ours are clean, others are reported or refused in bounds."""

import re
import struct
import zipfile
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advocate_desk.exporters.blocks import Composition, ExportOptions
from advocate_desk.exporters.compose import compose
from advocate_desk.exporters.docx_writer import docx_bytes
from advocate_desk.exporters.styles import DemandForm, default_style, load_style, shipped_styles
from advocate_desk.exporters.verify import DocumentUnreadable, Fault, Rule, verify
from advocate_desk.exporters.verify_faults import MOST_OF_A_RULE
from advocate_desk.exporters.zip_parts import ZipPart, zipped
from advocate_desk.model.header import Header, HeaderKind, Logo
from advocate_desk.model.kinds import Layout
from advocate_desk.model.withholding import Withheld
from exporters.damaged import (
    CORE,
    DOCUMENT,
    FONTS,
    NUMBERING,
    RELS,
    SETTINGS,
    STYLES,
    TYPES,
    Edit,
    changed,
    edited,
    jpeg,
    png,
    river_composition,
    river_document,
    with_picture,
)
from exporters.docx_parts import parts_of
from exporters.sample import every_kind, picture, river_statement


@pytest.mark.parametrize("layout", Layout)
def test_our_own_documents_are_clean(layout: Layout) -> None:
    assert verify(river_document(layout), river_composition(layout)) == ()


LOGO = Logo("logo.png", picture(), 40, 24)
FRAMES = (
    ExportOptions(),
    ExportOptions(
        style=load_style(shipped_styles()["formal_letter"]),
        header=Header(HeaderKind.LEAD, {"km": "បណ្តាញ", "en": "Network"}, logos=(LOGO,)),
        left="en",
        endorser_order="alphabet",
        group_endorsers=True,
        endorser_columns=3,
    ),
    ExportOptions(style=load_style(shipped_styles()["petition"]), header=Header(HeaderKind.STATE)),
)


@pytest.mark.parametrize(
    ("layout", "options"),
    [
        *((layout, FRAMES[1]) for layout in Layout),
        (Layout.KHMER, FRAMES[0]),
        (Layout.KHMER, FRAMES[2]),
    ],
)
def test_documents_of_every_kind_of_block_are_clean(layout: Layout, options: ExportOptions) -> None:
    composition = compose(every_kind(names=14), layout, options)
    assert verify(docx_bytes(composition), composition) == ()


@pytest.mark.parametrize("layout", [Layout.KHMER, Layout.ENGLISH])
def test_another_footnote_is_another_text(layout: Layout) -> None:
    composition = compose(every_kind(), layout)
    parts = parts_of(docx_bytes(composition))
    before, after = ("ឧបសម្ព័ន្ធ", "ឯកសារ") if layout is Layout.KHMER else ("annex", "paper")
    notes = parts["word/footnotes.xml"].replace(before.encode(), after.encode())
    data = zipped(ZipPart(*part) for part in {**parts, "word/footnotes.xml": notes}.items())
    assert verify(data) == ()
    fault = _one(data, composition)
    assert (fault.rule, fault.place.partition(" ")[0]) == (Rule.TEXT, "word/footnotes.xml")


def test_a_document_without_embedded_fonts_is_clean_where_that_was_chosen() -> None:
    options = ExportOptions(embed_fonts=False, page_numbers=False)
    composition = compose(river_statement(), Layout.KHMER, options)
    data = docx_bytes(composition)
    assert verify(data, composition) == ()
    assert {fault.rule for fault in verify(data)} == {Rule.FONTS}


def test_a_file_on_disk_is_read_like_its_bytes(tmp_path: Path) -> None:
    file = tmp_path / "statement.docx"
    file.write_bytes(river_document())
    assert verify(file) == ()


def _one(data: bytes, composition: Composition | None = None) -> Fault:
    (fault,) = verify(data, composition)
    return fault


def test_a_fault_tells_the_paragraph() -> None:
    fault = _one(edited(changed(DOCUMENT, "២៤\\.", "២៥.")))
    assert re.fullmatch(r"word/document\.xml ¶ \d+", fault.place)
    assert str(fault) == "The number 25 does not follow 23."


def test_an_entry_taken_out_is_one_fault() -> None:
    entry = r"<w:p>(?:(?!<w:p>).)*២៤\.(?:(?!</w:p>).)*</w:p>"
    assert str(_one(edited(changed(DOCUMENT, entry, "")))) == "The number 25 does not follow 23."


def test_another_word_is_found_by_its_paragraph() -> None:
    data = edited(changed(DOCUMENT, "suspend every", "suspend some"))
    fault = _one(data, river_composition())
    assert fault.rule is Rule.TEXT
    assert "some discharge" in str(fault)
    assert "every discharge" in str(fault)


def test_a_paragraph_too_many_or_too_few_is_found() -> None:
    last = r"<w:p>(?:(?!<w:p>).)*in all(?:(?!</w:p>).)*</w:p>"
    fewer = edited(changed(DOCUMENT, last, ""))
    assert "goes on" in str(_one(fewer, river_composition()))
    more = edited(changed(DOCUMENT, last, lambda found: found[0] * 2))
    assert "after the end" in str(_one(more, river_composition()))


def test_another_number_is_another_text() -> None:
    data = edited(changed(NUMBERING, '<w:start w:val="1"/>', '<w:start w:val="3"/>'))
    assert {fault.rule for fault in verify(data, river_composition())} == {
        Rule.NUMBERING,
        Rule.TEXT,
    }


def test_another_time_than_the_editions_is_found() -> None:
    data = edited(changed(CORE, "2025-07-28T03", "2025-07-29T03"))
    assert verify(data) == ()
    assert _one(data, river_composition()).rule is Rule.METADATA
    unknown = replace(river_composition(), fixed_time="")
    assert verify(docx_bytes(unknown), unknown) == ()


def test_the_archive_tells_no_time_and_carries_no_note() -> None:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.comment = b"made by Dara"
        for name, data in parts_of(river_document()).items():
            archive.writestr(zipfile.ZipInfo(name, (2025, 7, 28, 9, 0, 0)), data)
    assert [fault.rule for fault in verify(made.getvalue())] == [Rule.METADATA] * 2


def test_times_of_a_computer_beside_a_part_are_found() -> None:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in parts_of(river_document()).items():
            entry = zipfile.ZipInfo(name)
            # Word's own padding is harmless, Unix times are not.
            entry.extra = struct.pack("<HHH", 0xA220, 2, 0) + struct.pack("<HHBL", 0x5455, 5, 1, 1)
            archive.writestr(entry, data)
    assert [fault.rule for fault in verify(made.getvalue())] == [Rule.METADATA]


def test_articles_are_counted_like_numbers() -> None:
    style = default_style()
    numbering = replace(style.numbering, demands=DemandForm.ARTICLE)
    options = ExportOptions(style=replace(style, numbering=numbering))
    data = docx_bytes(compose(river_statement(), Layout.KHMER, options))
    assert verify(data) == ()
    parts = parts_of(data)
    changed(DOCUMENT, "មាត្រា ២", "មាត្រា ៥")(parts)
    assert str(_one(zipped(ZipPart(*part) for part in parts.items()))) == (
        "The number 5 does not follow 1."
    )


def test_two_parts_of_one_name_are_found() -> None:
    parts = [*parts_of(river_document()).items(), ("WORD/Styles.xml", b"<a/>")]
    data = zipped(ZipPart(name, content) for name, content in parts)
    assert [str(fault) for fault in verify(data)] == ["There are two parts with this name."]


NAME = "Lotus Lake Fishing Community"


@pytest.mark.parametrize(
    "edit",
    [
        changed(CORE, "<dc:title>", f"<dc:title>{NAME} "),
        changed(DOCUMENT, "suspend", f"{NAME.upper()} suspend"),
        changed(DOCUMENT, "suspend", "Lotus  Lake\u00a0Fish\u200bing Community suspend"),
        changed(DOCUMENT, "<w:body>", f"<!-- {NAME} --><w:body>"),
        changed(DOCUMENT, "<w:body>", f"<?note {NAME}?><w:body>"),
        changed(STYLES, '<w:name w:val="Title"', f'<w:name w:val="{NAME}"'),
        with_picture("word/media/a.png", png((b"IDAT", NAME.encode("utf-16-le")))),
    ],
)
def test_a_withheld_name_is_found_wherever_it_hides(edit: Edit) -> None:
    """The statement of the test prints none; a run cut in two does not hide it either."""
    plain = replace(river_statement(), endorsers=())
    parts = parts_of(docx_bytes(compose(plain, Layout.ENGLISH)))
    withheld = Withheld(names=(NAME,))
    assert verify(zipped(ZipPart(*part) for part in parts.items()), withheld=withheld) == ()
    edit(parts)
    faults = verify(zipped(ZipPart(*part) for part in parts.items()), withheld=withheld)
    assert [fault.rule for fault in faults] == [Rule.NAMES]
    assert "Lotus" not in f"{faults}"


def test_a_withheld_name_cut_into_two_runs_is_found() -> None:
    cut = r"(<w:r><w:rPr>(?:(?!</w:rPr>).)*</w:rPr><w:t [^>]*>)Lotus Lake"
    data = edited(changed(DOCUMENT, cut, r"\1Lotus </w:t></w:r>\1Lake"))
    assert {f.rule for f in verify(data, withheld=Withheld(names=(NAME,)))} == {Rule.NAMES}


def test_pictures_of_nothing_but_a_picture_are_clean() -> None:
    allowed = (b"pHYs", b"\x00" * 9)
    assert verify(edited(with_picture("word/media/a.png", png(allowed)))) == ()
    profile = (0xE2, b"ICC_PROFILE\x00\x01\x01")
    assert verify(edited(with_picture("word/media/a.jpeg", jpeg(profile)))) == ()


def test_a_document_that_is_wrong_throughout_is_reported_in_bounds() -> None:
    parts = parts_of(docx_bytes(compose(river_statement(names=120), Layout.KHMER)))
    parts[DOCUMENT] = re.sub(rb"<w:lang [^>]*/>", b"", parts[DOCUMENT])
    faults = verify(zipped(ZipPart(*part) for part in parts.items()))
    assert len(faults) == MOST_OF_A_RULE + 1
    assert len({fault.place for fault in faults}) > 90


def test_a_hostile_file_is_refused_with_a_sentence(tmp_path: Path) -> None:
    bomb = BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(DOCUMENT, b" " * 50_000_000)
    for data in (b"", b"PK\x03\x04", b"%PDF-1.7", river_document()[:5000], bomb.getvalue()):
        with pytest.raises(DocumentUnreadable):
            verify(data)
    with pytest.raises(DocumentUnreadable, match="not a Word document"):
        verify(zipped([ZipPart("mimetype", b"application/epub")]))
    with pytest.raises(DocumentUnreadable, match=r"“gone\.docx” cannot be read"):
        verify(tmp_path / "gone.docx")


def test_too_many_parts_and_passwords_are_refused() -> None:
    many = zipped(ZipPart(f"a{number}.xml", b"<a/>") for number in range(2001))
    with pytest.raises(DocumentUnreadable, match="larger inside"):
        verify(many)
    locked = bytearray(river_document())
    directory = locked.index(b"PK\x01\x02")
    locked[directory + 8] |= 1
    with pytest.raises(DocumentUnreadable, match="password"):
        verify(bytes(locked))
    packed = bytearray(river_document())
    packed[directory + 10] = 12
    with pytest.raises(DocumentUnreadable, match="damaged"):
        verify(bytes(packed))


@pytest.mark.parametrize("name", [DOCUMENT, TYPES, RELS, FONTS, NUMBERING, CORE, SETTINGS])
@pytest.mark.parametrize(
    "content", [b"", b"<a", b"<a/>", b"\xff\xfe\x00", b"<a>" * 300 + b"</a>" * 300]
)
def test_any_part_may_be_rubbish(name: str, content: bytes) -> None:
    assert verify(edited(lambda parts: parts.update({name: content})))


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_changed_bytes_give_faults_or_a_sentence(data: st.DataObject) -> None:
    document = bytearray(
        river_document(Layout.ENGLISH)[:30_000] + river_document(Layout.ENGLISH)[-3_000:]
    )
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(document) - 1))
        document[place] = data.draw(st.integers(0, 255))
    with suppress(DocumentUnreadable):
        assert all(str(fault) for fault in verify(bytes(document)))
