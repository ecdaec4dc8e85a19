"""Each fault that is planted in a document is found, and nothing else is reported."""

import pytest

from advocate_desk.exporters.verify import Rule, verify
from exporters.damaged import (
    CORE,
    DOCUMENT,
    FONTS,
    KHMER_RUN,
    NUMBERING,
    RELS,
    SETTINGS,
    STYLES,
    TYPES,
    Edit,
    R,
    added,
    both,
    changed,
    core_property,
    cut_short,
    edited,
    font_changed,
    in_khmer_run,
    in_latin_run,
    jpeg,
    no_font,
    png,
    restricted,
    setting_before,
    untyped,
    with_picture,
    without,
)

PLANTED: dict[str, tuple[Rule, Edit]] = {
    "a part with an unsafe name": (Rule.PARTS, added("../outside.xml")),
    "a part nothing points to": (Rule.PARTS, added("word/hidden.xml")),
    "no settings at all": (
        Rule.PARTS,
        both(
            without(SETTINGS),
            untyped(SETTINGS),
            changed(RELS, r'<Relationship [^>]*"settings.xml"/>', ""),
        ),
    ),
    "a relation to nothing": (
        Rule.RELATIONS,
        changed(
            RELS,
            "</Relationships>",
            f'<Relationship Id="n" Type="{R}/image" Target="media/gone.png"/></Relationships>',
        ),
    ),
    "a template elsewhere": (
        Rule.RELATIONS,
        changed(
            RELS,
            "</Relationships>",
            f'<Relationship Id="t" Type="{R}/attachedTemplate" Target="http://example.org/a.dotm"'
            ' TargetMode="External"/></Relationships>',
        ),
    ),
    "a link that runs a file": (Rule.RELATIONS, changed(RELS, "mailto:", "file:///c:/")),
    "a link without its relation": (
        Rule.RELATIONS,
        changed(DOCUMENT, r'<w:hyperlink r:id="\w+"', '<w:hyperlink r:id="gone"'),
    ),
    "two relations of one id": (
        Rule.RELATIONS,
        changed(RELS, r"<Relationship (?=[^>]*styles)[^>]*>", lambda found: found[0] * 2),
    ),
    "a font without a kind of content": (
        Rule.CONTENT_TYPES,
        changed(TYPES, r'<Default Extension="odttf"[^>]*/>', ""),
    ),
    "a text without its kind of content": (Rule.CONTENT_TYPES, untyped(DOCUMENT)),
    "a kind of content for nothing": (
        Rule.CONTENT_TYPES,
        changed(TYPES, "</Types>", '<Override PartName="/word/x.xml" ContentType="a/b"/></Types>'),
    ),
    "a broken part": (Rule.MARKUP, changed(STYLES, "</w:styles>", "")),
    "a type definition": (
        Rule.MARKUP,
        changed(STYLES, "<w:styles", '<!DOCTYPE w:styles [<!ENTITY a "b">]><w:styles'),
    ),
    "a run's properties out of order": (
        Rule.ORDER,
        in_khmer_run("(<w:sz [^>]*>)(<w:szCs [^>]*>)", r"\2\1"),
    ),
    "a property twice": (Rule.ORDER, in_khmer_run("(<w:sz [^>]*>)", r"\1\1")),
    "an unknown property": (Rule.ORDER, in_khmer_run("<w:cs/>", "<w:cs/><w:nonsense/>")),
    "properties after the text of a paragraph": (
        Rule.ORDER,
        changed(DOCUMENT, r"(<w:p>)(<w:pPr>(?:(?!</w:pPr>).)*</w:pPr>)(<w:r>.*?</w:r>)", r"\1\3\2"),
    ),
    "a section out of order": (
        Rule.ORDER,
        changed(DOCUMENT, "(<w:pgSz [^>]*>)(<w:pgMar [^>]*>)", r"\2\1"),
    ),
    "a paragraph's properties out of order": (
        Rule.ORDER,
        changed(STYLES, "(<w:spacing [^>]*>)(<w:ind [^>]*>)", r"\2\1"),
    ),
    "settings out of order": (
        Rule.ORDER,
        changed(SETTINGS, "(<w:zoom [^>]*>)(.*?)(?=<w:compat>)", r"\2\1"),
    ),
    "a list out of order": (
        Rule.ORDER,
        changed(NUMBERING, "(<w:numFmt [^>]*>)(<w:suff [^>]*>)", r"\2\1"),
    ),
    "a font out of order": (
        Rule.ORDER,
        changed(FONTS, "(<w:charset [^>]*>)(<w:family [^>]*>)", r"\2\1"),
    ),
    "a style out of order": (
        Rule.ORDER,
        changed(STYLES, "(<w:name [^>]*>)(<w:basedOn [^>]*>)", r"\2\1"),
    ),
    "a font that is no font": (Rule.FONTS, font_changed(no_font)),
    "a font cut short": (Rule.FONTS, font_changed(cut_short)),
    "a font that may not be embedded": (Rule.FONTS, font_changed(restricted)),
    "a font with no key": (Rule.FONTS, changed(FONTS, 'fontKey="[^"]*"', 'fontKey="{}"')),
    "a font of nobody's": (
        Rule.FONTS,
        in_khmer_run(
            "<w:rFonts [^>]*>",
            '<w:rFonts w:ascii="Limon S1" w:hAnsi="Limon S1" w:eastAsia="Limon S1"'
            ' w:cs="Limon S1"/>',
        ),
    ),
    "fonts that Word drops": (Rule.FONTS, changed(SETTINGS, "<w:embedTrueTypeFonts/>", "")),
    "fonts that Word cuts": (
        Rule.FONTS,
        changed(SETTINGS, "<w:embedTrueTypeFonts/>", "<w:embedTrueTypeFonts/><w:saveSubsetFonts/>"),
    ),
    "a bold that is not embedded": (
        Rule.FONTS,
        changed(FONTS, r'<w:embedBold r:id="\w+" w:fontKey="[^"]*"/>', ""),
    ),
    "an author": (
        Rule.METADATA,
        changed(CORE, "<dc:creator></dc:creator>", "<dc:creator>Dara</dc:creator>"),
    ),
    "who saved it last": (
        Rule.METADATA,
        changed(CORE, "<cp:lastModifiedBy></cp", "<cp:lastModifiedBy>Dara</cp"),
    ),
    "keywords": (Rule.METADATA, core_property("keywords", "secret")),
    "properties of the program": (
        Rule.METADATA,
        added("docProps/app.xml", kind="extended-properties", owner="_rels/.rels"),
    ),
    "properties of its own": (
        Rule.METADATA,
        added("docProps/custom.xml", kind="custom-properties", owner="_rels/.rels"),
    ),
    "a thumbnail": (
        Rule.METADATA,
        added("docProps/thumbnail.xml", kind="thumbnail", owner="_rels/.rels"),
    ),
    "a part with comments": (Rule.METADATA, added("word/comments.xml", kind="comments")),
    "marks of sessions": (Rule.METADATA, changed(DOCUMENT, "<w:p>", '<w:p w:rsidR="00A1B2C3">')),
    "a person's name": (Rule.METADATA, changed(DOCUMENT, "<w:tab/>", '<w:tab w:author="Dara"/>')),
    "both scripts in a run": (Rule.SCRIPT, in_latin_run("(?=[A-Z]$)", "ក")),
    "Latin in two fonts": (Rule.SCRIPT, in_latin_run(' w:hAnsi="[^"]*"', ' w:hAnsi="Moul"')),
    "Latin said to be Khmer": (
        Rule.SCRIPT,
        in_latin_run('w:lang w:val="[^"]*"', 'w:lang w:val="km-KH"'),
    ),
    "no word on the complex language": (Rule.SCRIPT, in_latin_run(' w:bidi="[^"]*"', "")),
    "a style for complex script only": (
        Rule.SCRIPT,
        changed(STYLES, "<w:lang ", "<w:cs/><w:lang "),
    ),
    "an unfinished cell": (
        Rule.ORDER,
        changed(
            DOCUMENT,
            "<w:body>",
            "<w:body><w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:tcPr/></w:tc></w:tr></w:tbl>",
        ),
    ),
    "a list of sessions": (
        Rule.METADATA,
        setting_before("<w:themeFontLang", '<w:rsids><w:rsid w:val="00A1B2C3"/></w:rsids>'),
    ),
    "a template": (
        Rule.METADATA,
        setting_before("<w:defaultTabStop", '<w:attachedTemplate w:val="C:/Dara"/>'),
    ),
    "an inserted word": (
        Rule.CHANGES,
        changed(DOCUMENT, KHMER_RUN + "(.*?</w:r>)", r'<w:ins w:id="1" w:author="x">\1\2</w:ins>'),
    ),
    "a comment in the text": (
        Rule.CHANGES,
        changed(DOCUMENT, "</w:pPr><w:r>", '</w:pPr><w:commentRangeStart w:id="1"/><w:r>'),
    ),
    "a picture with a place": (
        Rule.PICTURES,
        with_picture("word/media/a.png", png((b"eXIf", b"GPS"))),
    ),
    "a picture with a remark": (
        Rule.PICTURES,
        with_picture("word/media/a.png", png((b"tEXt", b"Author\x00Dara"))),
    ),
    "a picture with something behind it": (
        Rule.PICTURES,
        with_picture("word/media/a.png", png(after=b"PK\x03\x04")),
    ),
    "a photograph with a place": (
        Rule.PICTURES,
        with_picture("word/media/a.jpeg", jpeg((0xE1, b"Exif\x00\x00GPS"))),
    ),
    "a photograph with a remark": (
        Rule.PICTURES,
        with_picture("word/media/a.jpeg", jpeg((0xFE, b"D"))),
    ),
    "a photograph and more": (
        Rule.PICTURES,
        with_picture("word/media/a.jpeg", jpeg(after=b"more")),
    ),
    "a picture that is none": (Rule.PICTURES, with_picture("word/media/a.png", b"GIF89a")),
    "one size only": (Rule.SCRIPT, in_khmer_run("<w:szCs [^>]*>", "")),
    "two sizes in Khmer": (Rule.SCRIPT, in_khmer_run('<w:sz w:val="[^"]*"', '<w:sz w:val="9"')),
    "Khmer not marked as complex": (Rule.SCRIPT, in_khmer_run("<w:cs/>", "")),
    "a Khmer slot left out": (Rule.SCRIPT, in_khmer_run(' w:hAnsi="[^"]*"', "")),
    "a Latin font for Khmer": (
        Rule.SCRIPT,
        in_khmer_run('w:ascii="[^"]*"', 'w:ascii="Noto Serif"'),
    ),
    "italic in one way": (Rule.SCRIPT, in_khmer_run('<w:iCs w:val="0"/>', "<w:iCs/>")),
    "Khmer without its language": (
        Rule.SCRIPT,
        in_khmer_run('<w:lang w:val="km-KH"', '<w:lang w:val="en-GB"'),
    ),
    "Latin forced to be complex": (
        Rule.SCRIPT,
        in_latin_run("<w:lang ", "<w:cs/><w:lang "),
    ),
    "a font of a theme": (
        Rule.SCRIPT,
        in_latin_run("<w:rFonts ", '<w:rFonts w:asciiTheme="minorHAnsi" '),
    ),
    "a style with a font of a theme": (
        Rule.SCRIPT,
        changed(STYLES, "<w:rFonts ", '<w:rFonts w:asciiTheme="minorHAnsi" '),
    ),
    "a run with no properties": (
        Rule.SCRIPT,
        in_latin_run("<w:rPr>.*</w:rPr>", ""),
    ),
    "a Khmer number left out": (Rule.NUMBERING, changed(DOCUMENT, "២៤\\.", "២៥.")),
    "a list that starts late": (
        Rule.NUMBERING,
        changed(NUMBERING, '<w:start w:val="1"/>', '<w:start w:val="3"/>'),
    ),
    "a list that is not there": (
        Rule.NUMBERING,
        changed(DOCUMENT, r'<w:numId w:val="\d+"/>', '<w:numId w:val="99"/>'),
    ),
}


@pytest.mark.parametrize("planted", PLANTED)
def test_a_planted_fault_is_found_and_nothing_else(planted: str) -> None:
    rule, edit = PLANTED[planted]
    faults = verify(edited(edit))
    assert {fault.rule for fault in faults} == {rule}, [str(fault) for fault in faults]
    assert all(str(fault) and fault.place for fault in faults)
