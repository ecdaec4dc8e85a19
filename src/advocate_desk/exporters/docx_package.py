"""The parts around the text: relationships, content types, settings, footer, properties.

Nothing here tells who wrote the file, when, where or with what.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from advocate_desk.exporters.blocks import Composition
from advocate_desk.exporters.docx_fonts import FONT_RELATION, Embedded
from advocate_desk.exporters.docx_looks import FOOTER
from advocate_desk.exporters.docx_paragraphs import Paragraph
from advocate_desk.exporters.docx_runs import Faces, run
from advocate_desk.exporters.docx_xml import DECLARATION, R, escaped, part

FOOTER_RELATION = "rId90"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PACKAGE_TYPE = "application/vnd.openxmlformats-package"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FONT_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_TAGS = {"km": "km-KH", "en": "en-GB"}
_BESIDE_TEXT = ("styles", "numbering", "settings", "fontTable")
_EARLIEST = "1980-01-01T00:00:00Z"


def content_types_xml(*, footer: bool, fonts: bool) -> str:
    """What each part is."""
    names = (*_BESIDE_TEXT, "footer") if footer else _BESIDE_TEXT
    defaults = [("rels", f"{_PACKAGE_TYPE}.relationships+xml"), ("xml", "application/xml")]
    defaults += [("odttf", _FONT_TYPE)] if fonts else []
    types = {f"/word/{name}.xml": f"{_WORD_TYPE}.{name}+xml" for name in names}
    types["/word/document.xml"] = f"{_WORD_TYPE}.document.main+xml"
    types["/docProps/core.xml"] = f"{_PACKAGE_TYPE}.core-properties+xml"
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        + "".join(f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in defaults)
        + "".join(
            f'<Override PartName="{name}" ContentType="{types[name]}"/>' for name in sorted(types)
        )
        + "</Types>"
    )


def package_relations_xml() -> str:
    """From the package to its text and its properties."""
    core = f"{_PACKAGE}/relationships/metadata/core-properties"
    return _relations(
        (("rId1", f"{R}/officeDocument", "word/document.xml"), ("rId2", core, "docProps/core.xml"))
    )


def document_relations_xml(targets: Mapping[str, str], *, footer: bool) -> str:
    """From the text to the parts beside it and to the targets of its links."""
    inside = [
        (f"rId{number}", f"{R}/{name}", f"{name}.xml")
        for number, name in enumerate(_BESIDE_TEXT, start=1)
    ]
    if footer:
        inside.append((FOOTER_RELATION, f"{R}/footer", "footer.xml"))
    outside = [(name, f"{R}/hyperlink", href) for href, name in targets.items()]
    return _relations(inside, outside)


def font_relations_xml(fonts: Iterable[Embedded]) -> str:
    """From the font table to the embedded files."""
    return _relations(
        (font.relation_id, FONT_RELATION, font.part.name.removeprefix("word/")) for font in fonts
    )


def _relations(
    inside: Iterable[tuple[str, str, str]], outside: Iterable[tuple[str, str, str]] = ()
) -> str:
    rows = [_relation(*row, "") for row in inside]
    rows += [_relation(*row, ' TargetMode="External"') for row in outside]
    return (
        f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">'
        f"{''.join(rows)}</Relationships>"
    )


def _relation(name: str, kind: str, target: str, mode: str) -> str:
    return f'<Relationship Id="{name}" Type="{kind}" Target="{escaped(target)}"{mode}/>'


def settings_xml(*, embedded: bool) -> str:
    """Only what the text needs to look right, in the order of the schema."""
    settings = {
        "compatibilityMode": "15",
        "overrideTableStyleFontSizeAndJustification": "1",
        "enableOpenTypeFeatures": "1",
        "doNotFlipMirrorIndents": "1",
        "differentiateMultirowTableHeaders": "1",
    }
    compat = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word"'
        f' w:val="{value}"/>'
        for name, value in settings.items()
    )
    return part(
        "settings",
        '<w:zoom w:percent="100"/>'
        f"{'<w:embedTrueTypeFonts/>' if embedded else ''}"
        '<w:defaultTabStop w:val="454"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f"<w:compat>{compat}</w:compat>"
        '<w:themeFontLang w:val="en-GB" w:bidi="km-KH"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>',
    )


def footer_xml(faces: Faces) -> str:
    """Page and pages as fields: "1 / 3" in Latin digits, which are all that Word has for them."""
    pieces = (*_field("PAGE"), '<w:t xml:space="preserve"> / </w:t>', *_field("NUMPAGES"))
    content = "".join(run(piece, FOOTER.look, "en", faces) for piece in pieces)
    return part("ftr", Paragraph(FOOTER.style_id, content).xml())


def _field(name: str) -> tuple[str, ...]:
    return (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {name} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )


def core_xml(composition: Composition) -> str:
    """Title, issuer and languages on purpose; no person, and no time but the edition's."""
    titles = (composition.title.get(code, "") for code in composition.languages)
    issuers = (composition.issuer.get(code, "") for code in composition.languages)
    tags = (_TAGS.get(code, code) for code in composition.languages)
    moment = _moment(composition.fixed_time)
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{_joined(titles)}</dc:title><dc:subject>{_joined(issuers)}</dc:subject>"
        "<dc:creator></dc:creator><cp:lastModifiedBy></cp:lastModifiedBy>"
        f"<cp:revision>1</cp:revision><dc:language>{', '.join(tags)}</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
        "</cp:coreProperties>"
    )


def _joined(texts: Iterable[str]) -> str:
    return escaped(" – ".join(text for text in texts if text))


def _moment(fixed_time: str) -> str:
    """The edition's time in the one form the format allows."""
    try:
        moment = datetime.fromisoformat(fixed_time)
    except ValueError:
        return _EARLIEST
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
