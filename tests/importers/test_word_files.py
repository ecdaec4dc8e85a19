"""Word files: headings, lists, tables, links, and what stands beside the text."""

from datetime import date
from pathlib import Path

import docx
from docx.enum.text import WD_BREAK

from advocate_desk.importers import docx_file
from advocate_desk.importers.docx_document import read_document
from advocate_desk.importers.statement_reader import statements_of
from advocate_desk.model.draft import DraftStatement
from advocate_desk.model.kinds import BlockKind, Marker
from importers.reading import bodies, headings, kinds, of_kind
from importers.word_files import W, p, relations, word_bytes

LINK = '<w:hyperlink r:id="{id}"><w:r><w:t>{words}</w:t></w:r></w:hyperlink>'


def read(_folder: Path, data: bytes) -> DraftStatement:
    """The statement of a Word file, read in this process: the child is tested elsewhere."""
    (draft,) = statements_of(docx_file._source(read_document(data)))
    return draft


def test_a_document_of_word_styles_is_understood(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Joint statement on rivers", 0)
    document.add_paragraph("We, the undersigned, urge the following:")
    document.add_heading("1. Stop the dams", 2)
    document.add_paragraph("All of them.")
    document.add_paragraph("Now.")
    document.add_heading("2. Clean the water", 4)
    document.add_paragraph("It is dirty.")
    document.add_paragraph("Phnom Penh, 1 May 2024")
    document.add_paragraph().add_run("Endorsed by:").bold = True
    for name in ("Alpha Group (AG)", "Beta", "Gamma - GAM"):
        document.add_paragraph(name, style="List Number")
    path = tmp_path / "rivers.docx"
    document.save(str(path))
    draft = read(tmp_path, path.read_bytes())
    assert kinds(draft) == ["title", "paragraph", *["demand"] * 2, "issue_line", "endorser_list"]
    assert headings(of_kind(draft, BlockKind.DEMAND), "en") == ["Stop the dams", "Clean the water"]
    assert bodies(of_kind(draft, BlockKind.DEMAND), "en")[0] == "All of them.\n\nNow."
    assert draft.issue_date == date(2024, 5, 1)
    assert [entry.acronym for entry in draft.endorsers] == ["AG", "", "GAM"]


def test_headings_numbered_by_word_are_demands(tmp_path: Path) -> None:
    numbering = (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
        '<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    counted = '<w:outlineLvl w:val="1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    inner = (
        p("Wages", properties='<w:outlineLvl w:val="0"/>')
        + p("Pay them", properties=counted)
        + p("In full.")
        + p("Hear them", properties=counted)
        + p("Always.")
    )
    parts = {
        "word/numbering.xml": numbering,
        "word/_rels/document.xml.rels": relations(("rId1", "numbering", "numbering.xml", "")),
    }
    demands = of_kind(read(tmp_path, word_bytes(inner, parts)), BlockKind.DEMAND)
    assert headings(demands, "en") == ["Pay them", "Hear them"]


def test_lists_of_word_count_restart_and_nest(tmp_path: Path) -> None:
    def level(depth: int, form: str, text: str) -> str:
        return (
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{text}"/></w:lvl>'
        )

    numbering = (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">'
        + level(0, "decimal", "%1)")
        + level(1, "lowerLetter", "%2.")
        + level(2, "bullet", "–")
        + level(3, "none", "")
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>'
    )

    def entry(text: str, depth: int, list_id: int = 1) -> str:
        place = f'<w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/>'
        return p(text, properties=f"<w:numPr>{place}</w:numPr>")

    parts = {
        "word/numbering.xml": numbering,
        "word/_rels/document.xml.rels": relations(("rId1", "numbering", "numbering.xml", "")),
    }
    inner = (
        p("Title")
        + entry("One is first.", 0)
        + entry("a under one.", 1)
        + entry("dash under a.", 2)
        + entry("Two is second.", 0)
        + entry("a under two.", 1)
        + entry("One again.", 0, 2)
        + entry("Not in a list.", 3)
        + entry("In no list either.", 0, 0)
    )
    answer = read_document(word_bytes(inner, parts))
    paragraphs = answer["paragraphs"]
    assert isinstance(paragraphs, list)
    markers = [entry["marker"] for entry in paragraphs]
    assert markers == ["", "1)", "a.", "–", "2)", "a.", "1)", "", ""]
    first, second = of_kind(read(tmp_path, word_bytes(inner, parts)), BlockKind.LIST)
    assert [len(item.items) for item in first.items] == [1, 1]
    assert bodies(second.items, "en") == ["One again."]


def test_bold_of_a_style_makes_a_heading(tmp_path: Path) -> None:
    styles = (
        f'<w:styles xmlns:w="{W}"><w:style w:type="character" w:styleId="B"><w:name w:val="B"/>'
        "<w:rPr><w:bCs/></w:rPr></w:style></w:styles>"
    )
    parts = {
        "word/styles.xml": styles,
        "word/_rels/document.xml.rels": relations(("a", "styles", "/word/styles.xml", "")),
    }
    bold = '<w:r><w:rPr><w:rStyle w:val="B"/></w:rPr><w:t>A bold line</w:t></w:r>'
    light = '<w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>not bold</w:t></w:r>'
    inner = p("Title") + p(runs=bold) + p(runs=bold + light) + p("Text.")
    assert kinds(read(tmp_path, word_bytes(inner, parts))) == [
        "title",
        "heading",
        "paragraph",
        "paragraph",
    ]


def test_bullets_and_their_depth_are_read(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Who", 0)
    document.add_paragraph("Attention to:")
    document.add_paragraph("Ms Chan, Governor", style="List Number")
    document.add_paragraph("– Mr Dara, Deputy")
    document.add_paragraph("Mr Sok, Minister", style="List Number")
    document.add_paragraph("That is all there is to say about it.")
    path = tmp_path / "who.docx"
    document.save(str(path))
    draft = read(tmp_path, path.read_bytes())
    (block,) = of_kind(draft, BlockKind.ADDRESSEES)
    assert block.marker is Marker.NUMBER
    assert [len(item.items) for item in block.items] == [1, 0]


def test_page_breaks_part_paragraphs(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Two pages", 0)
    document.add_paragraph("First page.").add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("Second page.")
    path = tmp_path / "pages.docx"
    document.save(str(path))
    draft = read(tmp_path, path.read_bytes())
    assert kinds(draft) == ["title", "paragraph", "page_break", "paragraph"]


def test_links_show_an_address_the_words_do_not_tell(tmp_path: Path) -> None:
    inner = (
        p("Title")
        + p("See ", runs=LINK.format(id="a", words="our page"))
        + p("Write to ", runs=LINK.format(id="b", words="a@b.example"))
    )
    rels = relations(
        ("a", "hyperlink", "https://b.example/x", "External"),
        ("b", "hyperlink", "mailto:a@b.example", "External"),
    )
    draft = read(tmp_path, word_bytes(inner, {"word/_rels/document.xml.rels": rels}))
    assert bodies(draft.blocks, "en")[1:] == [
        "See our page (https://b.example/x)",
        "Write to a@b.example",
    ]


def test_tracked_changes_keep_what_was_put_in_and_show_what_went(tmp_path: Path) -> None:
    changed = (
        "<w:ins><w:r><w:t> new</w:t></w:r></w:ins><w:del><w:r><w:delText>old words</w:delText>"
        "</w:r></w:del><w:r><w:t> end.</w:t></w:r>"
    )
    draft = read(tmp_path, word_bytes(p("Title") + p("A", runs=changed)))
    assert bodies(draft.blocks, "en")[1] == "A new end."
    assert draft.unplaced == ("old words",)
    assert draft.notes[0].arguments == {"count": 1}


def test_text_beside_the_body_is_shown_once(tmp_path: Path) -> None:
    box = (
        '<w:r><mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice><w:drawing><w:txbxContent>'
        f"{p('In a box')}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f"<w:txbxContent>{p('In a box')}</w:txbxContent></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    note = (
        f'<w:footnotes xmlns:w="{W}"><w:footnote w:type="separator"><w:p/></w:footnote>'
        f"<w:footnote>{p('A note below')}</w:footnote></w:footnotes>"
    )
    parts = {
        "word/header1.xml": f'<w:hdr xmlns:w="{W}">{p("Letterhead")}</w:hdr>',
        "word/footer1.xml": f'<w:ftr xmlns:w="{W}">{p("1 / 2")}</w:ftr>',
        "word/footnotes.xml": note,
        "word/_rels/document.xml.rels": relations(
            ("a", "header", "header1.xml", ""),
            ("b", "footer", "footer1.xml", ""),
            ("c", "footnotes", "footnotes.xml", ""),
        ),
    }
    draft = read(tmp_path, word_bytes(p("Title") + p("Text.", runs=box), parts))
    assert bodies(draft.blocks, "en") == ["Title", "Text."]
    assert draft.unplaced == ("In a box", "Letterhead", "A note below")


def test_text_in_an_old_khmer_font_is_set_aside_and_never_converted(tmp_path: Path) -> None:
    fonts = '<w:rPr><w:rFonts w:ascii="{0}" w:hAnsi="{0}"/></w:rPr>'
    old = f"<w:r>{fonts.format('Limon S1')}<w:t>RBHraCaNacRk</w:t></w:r>"
    new = f"<w:r>{fonts.format('Abcd Sans')}<w:t>Plain text.</w:t></w:r>"
    khmer = f"<w:r>{fonts.format('Limon R1')}<w:t>អត្ថបទ</w:t></w:r>"
    inner = p("Title") + p(runs=old) + p(runs=new) + p(runs=khmer)
    draft = read(tmp_path, word_bytes(inner))
    assert draft.unplaced == ("RBHraCaNacRk",)
    assert "not Unicode" in draft.notes[0].message
    kept = {side.body for block in draft.blocks for side in block.texts.values()}
    assert kept == {"Title", "Plain text.", "អត្ថបទ"}


def test_an_old_font_is_found_through_styles(tmp_path: Path) -> None:
    styles = (
        f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:styleId="Base"><w:name w:val="b"/>'
        '<w:rPr><w:rFonts w:ascii="Tacteing"/></w:rPr></w:style><w:style w:type="paragraph" '
        'w:styleId="Old"><w:name w:val="Old"/><w:basedOn w:val="Base"/></w:style></w:styles>'
    )
    parts = {
        "word/styles.xml": styles,
        "word/_rels/document.xml.rels": relations(("a", "styles", "styles.xml", "")),
    }
    inner = (
        p("Title")
        + p("3", properties='<w:pStyle w:val="Old"/>')
        + p("xyz", properties='<w:pStyle w:val="Old"/>')
    )
    draft = read(tmp_path, word_bytes(inner, parts))
    assert draft.unplaced == ("xyz",)


def test_fields_show_their_result_and_hidden_text_is_set_aside(tmp_path: Path) -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
        "<w:r><w:noBreakHyphen/><w:t>x</w:t><w:tab/><w:t>y</w:t></w:r>"
        '<w:r><w:sym w:char="F0B7"/><w:sym w:char="zz"/><w:br/><w:t>z</w:t></w:r>'
    )
    draft = read(tmp_path, word_bytes(p("Title") + p("On page ", runs=field)))
    assert bodies(draft.blocks, "en")[1] == "On page 7\u2011x\ty\uf0b7\nz"
    assert draft.unplaced == ("secret",)


def test_tables_that_hold_no_two_languages_are_read_as_text(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Title", 0)
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("One.", "Two.", "Three.", "Four."), strict=True):
        cell.text = text
    inner = table.cell(1, 1).add_table(1, 1)
    inner.cell(0, 0).text = "Inside."
    path = tmp_path / "table.docx"
    document.save(str(path))
    draft = read(tmp_path, path.read_bytes())
    assert bodies(draft.blocks, "en")[1:] == ["One.", "Two.", "Three.", "Four.", "Inside."]


def test_a_counted_table_is_a_list(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Title", 0)
    document.add_paragraph("Endorsed by:")
    table = document.add_table(0, 3)
    for row in (("1", "Alpha", "ALP"), ("2", "Beta", "BTA"), ("3", "Gamma", "Paris")):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    path = tmp_path / "table.docx"
    document.save(str(path))
    draft = read(tmp_path, path.read_bytes())
    assert [entry.written["en"] for entry in draft.endorsers] == [
        "Alpha (ALP)",
        "Beta (BTA)",
        "Gamma / Paris",
    ]


def test_a_table_of_contents_is_not_text_of_the_statement(tmp_path: Path) -> None:
    styles = (
        f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:styleId="TOC1">'
        '<w:name w:val="toc 1"/></w:style></w:styles>'
    )
    parts = {
        "word/styles.xml": styles,
        "word/_rels/document.xml.rels": relations(("a", "styles", "styles.xml", "")),
    }
    contents = p("Title 1", properties='<w:pStyle w:val="TOC1"/>')
    draft = read(tmp_path, word_bytes(contents + p("Title") + p("Text."), parts))
    assert draft.unplaced == ("Title 1",)
    assert kinds(draft) == ["title", "paragraph"]


def test_content_controls_and_moves_are_read_in_place(tmp_path: Path) -> None:
    inner = (
        p("Title")
        + f"<w:sdt><w:sdtContent>{p('Inside a control.')}</w:sdtContent></w:sdt>"
        + "<w:p><w:moveTo><w:r><w:t>Moved here.</w:t></w:r></w:moveTo></w:p>"
        + "<w:p><w:moveFrom><w:r><w:t>Moved here.</w:t></w:r></w:moveFrom></w:p>"
    )
    draft = read(tmp_path, word_bytes(inner))
    assert bodies(draft.blocks, "en")[1:] == ["Inside a control.", "Moved here."]
    assert draft.unplaced == ()


def test_tables_in_controls_and_with_deleted_text_are_read(tmp_path: Path) -> None:
    control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    cell = control.format(f"<w:tc>{p('In a cell.')}</w:tc>")
    row = control.format(f"<w:tr>{cell}<w:bookmarkStart/></w:tr>")
    inner = (
        p("Title")
        + f"<w:tbl><w:tblPr/>{row}</w:tbl>"
        + "<w:del><w:r><w:delText>Gone.</w:delText></w:r></w:del><w:del/>"
    )
    draft = read(tmp_path, word_bytes(inner))
    assert bodies(draft.blocks, "en") == ["Title", "In a cell."]
    assert draft.unplaced == ("Gone.",)


def test_odd_but_harmless_markup_is_passed_over(tmp_path: Path) -> None:
    odd = (
        '<w:r><mc:AlternateContent xmlns:mc="urn:mc"/></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="begin"/>'
        '<w:fldChar w:fldCharType="end"/></w:r><w:del><w:r/></w:del>'
        '<w:hyperlink w:anchor="x"><w:r><w:t>within</w:t></w:r></w:hyperlink>'
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t> 3</w:t></w:r></w:fldSimple>'
    )
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>{}</w:t></w:r>"
    inner = p("Title") + p("See ", runs=odd + hidden.format("one ") + hidden.format("two"))
    gone = {"word/_rels/document.xml.rels": relations(("a", "header", "missing.xml", ""))}
    draft = read(tmp_path, word_bytes(inner, gone))
    assert bodies(draft.blocks, "en")[1] == "See within 3"
    assert draft.unplaced == ("one two",)
    assert draft.notes[0].arguments == {"count": 1}
