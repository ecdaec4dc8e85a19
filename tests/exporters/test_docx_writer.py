"""Word documents: complete properties, closed packages, nothing private, the same bytes."""

import os
import re
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from advocate_desk.exporters.blocks import Composition, ExportOptions
from advocate_desk.exporters.compose import compose
from advocate_desk.exporters.docx_fonts import obscured
from advocate_desk.exporters.docx_writer import docx_bytes
from advocate_desk.language.fonts import face
from advocate_desk.model.kinds import BlockKind, Layout, Marker
from exporters.docx_parts import R, W, local, parts_of, river_docx, text_of, tree, w
from exporters.sample import block, endorser, item, river_statement, view

LAYOUTS = pytest.mark.parametrize("layout", Layout)
TEXT_PARTS = ("word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footer.xml")
KHMER = re.compile("[\u1780-\u17ff\u19e0-\u19ff]")

# The parts of ECMA-376 (transitional) that we write, in its order.
ORDERS = {
    "rPr": "rStyle rFonts b bCs i iCs color sz szCs highlight u vertAlign cs lang",
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr spacing ind jc"
    " outlineLvl sectPr",
    "sectPr": "headerReference footerReference type pgSz pgMar cols titlePg",
    "tblPr": "tblW tblBorders tblLayout tblCellMar",
    "tblBorders": "bottom insideH insideV",
    "tblCellMar": "top left bottom right",
    "tcPr": "tcW shd vAlign",
    "trPr": "cantSplit tblHeader",
    "tbl": "tblPr tblGrid tr",
    "style": "name basedOn qFormat pPr rPr",
    "lvl": "start numFmt suff lvlText lvlJc pPr rPr",
    "abstractNum": "multiLevelType lvl",
    "numbering": "abstractNum num",
    "font": "altName panose1 charset family pitch sig embedRegular embedBold",
    "settings": "zoom embedTrueTypeFonts mirrorMargins defaultTabStop characterSpacingControl"
    " footnotePr compat themeFontLang decimalSymbol listSeparator",
    "styles": "docDefaults style",
}


def _one(*blocks: object, layout: Layout = Layout.ENGLISH, **of_view: object) -> bytes:
    statement = view(*blocks, **of_view)  # type: ignore[arg-type]  # passed through
    return docx_bytes(compose(statement, layout))


@LAYOUTS
def test_every_run_states_every_property_of_its_script(layout: Layout) -> None:
    for name in ("word/document.xml", "word/footer.xml"):
        runs = list(tree(river_docx(layout), name).iter(W + "r"))
        assert runs
        for run in runs:
            _check_run(run)


def _check_run(run: etree._Element) -> None:
    properties = run.find(W + "rPr")
    assert properties is not None
    _check_complete(properties)
    khmer = bool(KHMER.search(text_of(run)))
    latin = bool(re.search("[A-Za-z]", text_of(run)))
    assert not (khmer and latin)
    is_khmer = properties.find(W + "cs") is not None
    assert is_khmer or not khmer
    assert not (is_khmer and latin)
    _check_slots(properties, khmer=is_khmer)


def _check_complete(properties: etree._Element) -> None:
    names = [local(child) for child in properties]
    for wanted in ("rFonts", "b", "bCs", "i", "iCs", "sz", "szCs", "lang"):
        assert names.count(wanted) == 1, wanted


def _check_slots(properties: etree._Element, *, khmer: bool) -> None:
    fonts, language = properties.find(W + "rFonts"), properties.find(W + "lang")
    slots = {slot: w(fonts, slot) for slot in ("ascii", "hAnsi", "eastAsia", "cs")}
    assert not [name for name in fonts.attrib if "heme" in name]
    assert slots["cs"] in {"Noto Serif Khmer", "Moul"}
    assert set(slots.values()) == ({slots["cs"]} if khmer else {"Noto Serif", slots["cs"]})
    assert w(language) == ("km-KH" if khmer else "en-GB")
    assert w(language, "bidi") == "km-KH"
    if khmer:
        assert w(properties.find(W + "sz")) == w(properties.find(W + "szCs"))


@LAYOUTS
def test_every_style_states_every_property_and_forces_no_script(layout: Layout) -> None:
    styles = tree(river_docx(layout), "word/styles.xml")
    all_properties = list(styles.iter(W + "rPr"))
    assert len(all_properties) == 1 + len(list(styles.iter(W + "style")))
    for properties in all_properties:
        _check_complete(properties)
        assert properties.find(W + "cs") is None
        _check_slots(properties, khmer=False)


@LAYOUTS
@pytest.mark.parametrize("name", [*TEXT_PARTS, "word/fontTable.xml", "word/settings.xml"])
def test_elements_stand_in_the_order_of_the_schema(layout: Layout, name: str) -> None:
    for element in tree(river_docx(layout), name).iter():
        order = ORDERS.get(local(element), "").split()
        if order:
            places = [order.index(local(child)) for child in element]
            assert places == sorted(places), local(element)


def test_moul_is_never_bold() -> None:
    for name in TEXT_PARTS:
        for properties in tree(river_docx(Layout.KHMER), name).iter(W + "rPr"):
            if w(properties.find(W + "rFonts"), "cs") == "Moul":
                assert w(properties.find(W + "bCs")) == "0"


def test_what_a_khmer_face_cannot_draw_is_set_in_latin() -> None:
    title = block(BlockKind.TITLE, "ស្តីពី “ទឹក” – ៥០ (UN)\u200bក្តី\u200d")
    runs = tree(_one(title, layout=Layout.KHMER), "word/document.xml").iter(W + "r")
    fonts = [(text_of(run), w(run.find(f"{W}rPr/{W}rFonts"), "ascii")) for run in runs]
    assert fonts == [
        ("ស្តីពី ", "Moul"),
        ("“", "Noto Serif"),
        ("ទឹក", "Moul"),
        ("”", "Noto Serif"),
        (" ", "Moul"),
        ("–", "Noto Serif"),
        (" ៥០ (", "Moul"),
        ("UN", "Noto Serif"),
        (")\u200bក្តី\u200d", "Moul"),
    ]


@LAYOUTS
def test_every_style_and_list_a_paragraph_names_exists(layout: Layout) -> None:
    data = river_docx(layout)
    document = tree(data, "word/document.xml")
    styles = {w(s, "styleId") for s in tree(data, "word/styles.xml").iter(W + "style")}
    used = {w(s) for s in document.iter(W + "pStyle", W + "rStyle")}
    assert used <= styles
    lists = {w(n, "numId") for n in tree(data, "word/numbering.xml").iter(W + "num")}
    assert {w(n) for n in document.iter(W + "numId")} == lists


@LAYOUTS
@pytest.mark.parametrize("embed", [True, False])
def test_the_package_is_closed(layout: Layout, *, embed: bool) -> None:
    options = ExportOptions(embed_fonts=embed, page_numbers=embed)
    parts = parts_of(docx_bytes(compose(river_statement(), layout, options)))
    types = etree.fromstring(parts["[Content_Types].xml"])
    typed = {e.get("PartName", "")[1:] for e in types} | {""}
    endings = {e.get("Extension") for e in types}
    reached = {"[Content_Types].xml", "_rels/.rels"}
    for name in [n for n in parts if n.endswith(".rels")]:
        reached.add(name)
        reached |= _targets(name, parts[name])
    assert set(parts) == reached
    for name in set(parts) - {"[Content_Types].xml"}:
        assert name in typed or name.rpartition(".")[2] in {"rels", "odttf"} & endings
    assert any(name.endswith(".odttf") for name in parts) is embed


def _targets(name: str, data: bytes) -> set[str]:
    folder = str(Path(name).parent.parent).replace(".", "")
    relations = etree.fromstring(data)
    assert len({r.get("Id") for r in relations}) == len(relations)
    inside = [r.get("Target", "") for r in relations if r.get("TargetMode") != "External"]
    return {f"{folder}/{target}".lstrip("/") for target in inside}


@LAYOUTS
def test_every_relation_a_text_uses_exists_once(layout: Layout) -> None:
    parts = parts_of(river_docx(layout))
    for name in ("document", "fontTable"):
        used = set(re.findall(rb'r:id="(\w+)"', parts[f"word/{name}.xml"]))
        relations = etree.fromstring(parts[f"word/_rels/{name}.xml.rels"])
        assert used <= {r.get("Id", "").encode() for r in relations}


def test_the_e_mail_address_is_a_real_link() -> None:
    data = river_docx(Layout.ENGLISH)
    relations = {r.get("Id"): r for r in tree(data, "word/_rels/document.xml.rels")}
    links = list(tree(data, "word/document.xml").iter(W + "hyperlink"))
    assert [text_of(link) for link in links] == [
        "office@cleanriver.example",
        "www.cleanriver.example",
    ]
    targets = [relations[link.get(R + "id")] for link in links]
    assert [t.get("Target") for t in targets] == [
        "mailto:office@cleanriver.example",
        "https://www.cleanriver.example",
    ]
    assert {t.get("TargetMode") for t in targets} == {"External"}


def test_the_english_endorser_list_is_one_list_across_its_columns() -> None:
    data = river_docx(Layout.ENGLISH, names=102)
    paragraphs = _styled(data, "Endorser")
    assert len(paragraphs) == 102
    (list_id,) = {w(p.find(f"{W}pPr/{W}numPr/{W}numId")) for p in paragraphs}
    (level,) = [
        d.find(W + "lvl")
        for d in tree(data, "word/numbering.xml").iter(W + "abstractNum")
        if w(d, "abstractNumId") == list_id
    ]
    assert (w(level.find(W + "numFmt")), w(level.find(W + "lvlText"))) == ("decimal", "%1.")
    assert [w(c, "num") for c in tree(data, "word/document.xml").iter(W + "cols")] == [
        "1",
        "3",
        "1",
    ]


def _styled(data: bytes, style: str) -> list[etree._Element]:
    paragraphs = tree(data, "word/document.xml").iter(W + "p")
    return [p for p in paragraphs if w(p.find(f"{W}pPr/{W}pStyle")) == style]


def test_khmer_markers_are_text_that_hangs_before_a_tab() -> None:
    data = river_docx(Layout.KHMER)
    assert not list(tree(data, "word/document.xml").iter(W + "numPr"))
    entries = _styled(data, "EndorserKhmer")
    assert text_of(entries[0]) == "១.\tបណ្តាញទន្លេស្អាត"
    assert text_of(entries[59]).startswith("៦០.\t")
    assert all(int(w(p.find(f"{W}pPr/{W}ind"), "hanging")) > 0 for p in entries)


def test_long_numbers_get_more_room() -> None:
    def indents(names: int) -> set[str]:
        entries = _styled(river_docx(Layout.ENGLISH, names=names), "Endorser")
        return {w(p.find(f"{W}pPr/{W}ind"), "left") for p in entries}

    (usual,), (long,) = indents(60), indents(1001)
    assert int(long) > int(usual)


def test_demand_headings_have_one_style_and_stay_with_their_text() -> None:
    data = river_docx(Layout.ENGLISH)
    assert [text_of(p) for p in _styled(data, "Heading2")] == [
        "Suspend the discharge of waste water",
        "Recognise the fishing grounds of communities",
    ]
    styles = tree(data, "word/styles.xml")
    (heading,) = [s for s in styles.iter(W + "style") if w(s, "styleId") == "Heading2"]
    assert w(heading.find(f"{W}pPr/{W}keepNext")) == ""


def test_a_list_after_a_list_starts_at_one_again() -> None:
    two = (_numbered("a", "b"), _numbered("c"))
    numbering = tree(_one(*two), "word/numbering.xml")
    assert [w(s) for s in numbering.iter(W + "start")] == ["1", "1"]


def _numbered(*texts: str) -> object:
    entries = tuple(item("", text) for text in texts)
    return block(BlockKind.LIST, items=entries, marker=Marker.NUMBER)


def test_side_by_side_is_a_fixed_table_with_a_repeated_header() -> None:
    document = tree(river_docx(Layout.SIDE_BY_SIDE), "word/document.xml")
    (table,) = document.iter(W + "tbl")
    rows = list(table.iter(W + "tr"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows[:2]] == [True, False]
    assert text_of(rows[0]) == "ភាសាខ្មែរEnglish"
    assert w(table.find(f"{W}tblPr/{W}tblLayout"), "type") == "fixed"
    widths = [int(w(c, "w")) for c in table.iter(W + "gridCol")]
    assert sum(widths) == int(w(table.find(f"{W}tblPr/{W}tblW"), "w"))
    for row in rows:
        assert [int(w(c, "w")) for c in row.iter(W + "tcW")] == widths
    body = next(r for r in rows if "undersigned" in text_of(r))
    assert body.find(f"{W}trPr/{W}cantSplit") is None


def test_side_by_side_endorsers_are_aligned_row_by_row() -> None:
    rows = tree(river_docx(Layout.SIDE_BY_SIDE), "word/document.xml").iter(W + "tr")
    texts = [[text_of(cell) for cell in row.iter(W + "tc")] for row in rows]
    assert ["៦.\tសហជីពកម្មករដឹកជញ្ជូនតាមទឹក", "River Transport Workers’ Union"] in texts


def test_a_demand_beside_its_translation_does_not_hang_on_the_next_one() -> None:
    body = tree(river_docx(Layout.SIDE_BY_SIDE), "word/document.xml")
    headings = [
        paragraph
        for paragraph in body.iter(W + "p")
        if w(paragraph.find(f"{W}pPr/{W}pStyle")).startswith("Heading2")
    ]
    kept = {w(paragraph.find(f"{W}pPr/{W}keepNext")) for paragraph in headings}
    assert headings
    assert kept == {"0"}


def test_a_long_table_is_several_tables() -> None:
    data = river_docx(Layout.SIDE_BY_SIDE, names=600)
    document = tree(data, "word/document.xml")
    tables = list(document.iter(W + "tbl"))
    assert [len(list(t.iter(W + "tr"))) <= 250 for t in tables] == [True, True, True]
    assert all(t.find(f".//{W}tblHeader") is not None for t in tables)
    names = [local(child) for child in document[0]]
    assert "tbl tbl" not in " ".join(names)


@pytest.mark.parametrize("layout", [Layout.KHMER_ENGLISH, Layout.ENGLISH_KHMER])
def test_the_second_language_starts_on_a_new_page(layout: Layout) -> None:
    document = tree(river_docx(layout), "word/document.xml")
    sections = [
        (w(s.find(W + "type")), w(s.find(W + "cols"), "num")) for s in document.iter(W + "sectPr")
    ]
    one_language = [("nextPage", "1"), ("continuous", "3"), ("continuous", "1")]
    assert sections == one_language * 2


def test_a_page_break_starts_the_next_paragraph_or_table_on_a_new_page() -> None:
    blocks = (
        block(BlockKind.PARAGRAPH, "មួយ", "one"),
        block(BlockKind.PAGE_BREAK),
        block(BlockKind.PARAGRAPH, "ពីរ", "two"),
    )
    document = tree(_one(*blocks), "word/document.xml")
    broken = [p for p in document.iter(W + "p") if p.find(f"{W}pPr/{W}pageBreakBefore") is not None]
    assert [text_of(p) for p in broken] == ["two"]
    body = tree(_one(*blocks, layout=Layout.SIDE_BY_SIDE), "word/document.xml")[0]
    assert [local(child) for child in body] == ["tbl", "p", "tbl", "p", "sectPr"]
    assert body[1].find(f"{W}pPr/{W}pageBreakBefore") is not None


@LAYOUTS
def test_exactly_the_faces_in_use_are_embedded_and_whole(layout: Layout) -> None:
    data = river_docx(layout)
    parts = parts_of(data)
    relations = {r.get("Id"): r for r in tree(data, "word/_rels/fontTable.xml.rels")}
    keys = tree(data, "word/fontTable.xml").iter(W + "embedRegular", W + "embedBold")
    found = set()
    for element in keys:
        family = w(element.getparent(), "name")
        bold = local(element) == "embedBold"
        target = f"word/{relations[element.get(R + 'id')].get('Target')}"
        known = face(family, bold=bold)
        assert known is not None
        assert obscured(parts[target], w(element, "fontKey")) == known.file.read_bytes()
        assert parts[target][32:] == known.file.read_bytes()[32:]
        found.add((family, bold))
    assert found == _faces_in_use(data)


def _faces_in_use(data: bytes) -> set[tuple[str, bool]]:
    found = set()
    properties = [
        p
        for n in ("document", "footer", "numbering")
        for p in tree(data, f"word/{n}.xml").iter(W + "rPr")
    ]
    for each in properties:
        found.add((w(each.find(W + "rFonts"), "ascii"), w(each.find(W + "b")) != "0"))
    return found


def test_settings_embed_whole_fonts() -> None:
    settings = parts_of(river_docx(Layout.KHMER))["word/settings.xml"]
    assert b"<w:embedTrueTypeFonts/>" in settings
    assert b"saveSubsetFonts" not in settings


@LAYOUTS
def test_nothing_tells_who_wrote_it_when_or_with_what(layout: Layout) -> None:
    parts = parts_of(river_docx(layout))
    private = re.compile(
        rb"rsid|Template|Company|Manager|Application|<dc:description|keywords", re.IGNORECASE
    )
    assert not [n for n in parts if re.search("thumbnail|app.xml|custom|theme|people|comment", n)]
    for name, data in parts.items():
        if name.endswith((".xml", ".rels")) and name != "[Content_Types].xml":
            assert not private.search(data), name
    core = parts["docProps/core.xml"].decode()
    assert "<dc:creator></dc:creator><cp:lastModifiedBy></cp:lastModifiedBy>" in core
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {"2025-07-28T03:00:00Z"}


def test_the_package_has_fixed_dates_and_no_attributes() -> None:
    with zipfile.ZipFile(BytesIO(river_docx(Layout.KHMER))) as package:
        for entry in package.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert (entry.external_attr, entry.extra, entry.comment) == (0, b"", b"")
        assert package.namelist()[:2] == ["[Content_Types].xml", "_rels/.rels"]


_DIGEST = """
import hashlib
from advocate_desk.model.kinds import Layout
from exporters.docx_parts import river_docx
print([hashlib.sha256(river_docx(layout)).hexdigest() for layout in Layout])
"""


def test_the_same_text_gives_the_same_bytes_everywhere() -> None:
    tests = Path(__file__).resolve().parents[1]
    places = [("0", "UTC", "C.UTF-8"), ("4242", "Asia/Phnom_Penh", "km_KH.UTF-8")]
    digests = set()
    for seed, zone, locale in places:
        settings_ = {"PYTHONHASHSEED": seed, "TZ": zone, "LANG": locale, "LC_ALL": locale}
        path = os.pathsep.join([str(tests), str(tests.parent / "src")])
        environment = os.environ | settings_ | {"PYTHONPATH": path}
        command = [sys.executable, "-W", "error", "-c", _DIGEST]
        digests.add(subprocess.check_output(command, env=environment, text=True))
    assert len(digests) == 1


@LAYOUTS
def test_python_docx_opens_it_and_reads_the_properties(layout: Layout) -> None:
    data = river_docx(layout)
    opened = docx.Document(BytesIO(data))
    properties = opened.core_properties
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert "Or Saat River" in properties.title or layout is Layout.KHMER
    assert properties.subject
    assert properties.language == ", ".join(
        {"km": "km-KH", "en": "en-GB"}[c] for c in layout.languages
    )
    saved = BytesIO()
    opened.save(saved)
    assert docx.Document(saved).paragraphs


def test_a_withheld_name_is_in_no_part() -> None:
    listed = (endorser(en="Printed Union"),)
    data = _one(block(BlockKind.ENDORSER_LIST, "", "By:"), endorsers=listed, withheld=1)
    everything = b"".join(parts_of(data).values()).decode("utf-8", "replace")
    assert "Printed Union" in everything
    assert "1 organisation whose name is withheld" in everything


def test_markup_and_what_xml_cannot_carry_do_no_harm() -> None:
    title = block(BlockKind.TITLE, "", 'a<b>&"c"\x0b\ud800\ufffe\r]]>')
    data = _one(title, block(BlockKind.CONTACT, "", 'mail "x"&<y> a&b@example.org'))
    assert text_of(_styled(data, "Title")[0]) == 'a<b>&"c"\r]]>'
    assert docx.Document(BytesIO(data)).core_properties.title.split() == ['a<b>&"c"', "]]>"]


@settings(max_examples=60)
@given(st.lists(st.text(min_size=1), max_size=4), st.sampled_from(list(Layout)))
def test_any_text_gives_a_document_that_opens(texts: list[str], layout: Layout) -> None:
    blocks = [block(kind, text, text) for text in texts for kind in BlockKind]
    data = _one(*blocks, layout=layout, endorsers=tuple(endorser(t, t) for t in texts))
    assert tree(data, "word/document.xml") is not None
    assert tree(data, "docProps/core.xml") is not None


def test_an_empty_statement_is_an_empty_page() -> None:
    for layout in Layout:
        data = _one(layout=layout)
        assert "".join(text_of(p) for p in tree(data, "word/document.xml").iter(W + "p")) == ""
        assert docx.Document(BytesIO(data))


def test_a_time_that_is_none_is_the_first_a_package_can_hold() -> None:
    composition = compose(river_statement(), Layout.ENGLISH)
    for fixed, expected in (
        ("", "1980-01-01T00:00:00Z"),
        ("2025-07-28T10:00:00+07:00", "2025-07-28T03:00:00Z"),
    ):
        changed = Composition(
            composition.layout, composition.title, composition.flows, fixed, {}, ("en",)
        )
        assert expected in parts_of(docx_bytes(changed))["docProps/core.xml"].decode()


def test_a_note_for_a_missing_text_is_seen_at_once() -> None:
    data = _one(block(BlockKind.TITLE, "ចំណងជើង", ""))
    (run,) = _styled(data, "Title")[0].iter(W + "r")
    assert text_of(run) == "[This text is not written yet.]"
    assert w(run.find(f"{W}rPr/{W}highlight")) == "yellow"


def test_a_page_break_before_everything_is_no_empty_page() -> None:
    blocks = (block(BlockKind.PAGE_BREAK), block(BlockKind.PARAGRAPH, "មួយ", "one"))
    body = tree(_one(*blocks, layout=Layout.SIDE_BY_SIDE), "word/document.xml")[0]
    assert [local(child) for child in body] == ["p", "tbl", "p", "sectPr"]


def test_columns_may_come_first() -> None:
    names = tuple(endorser(en=f"Union {number}") for number in range(50))
    document = tree(_one(block(BlockKind.ENDORSER_LIST), endorsers=names), "word/document.xml")
    assert [w(c, "num") for c in document.iter(W + "cols")] == ["2", "1"]
