"""The parts around the text: relationships, content types, settings, properties.

Nothing here tells who wrote the file, when, where or with what.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from advocate_desk.exporters.blocks import Composition
from advocate_desk.exporters.docx_fonts import FONT_RELATION, Embedded
from advocate_desk.exporters.docx_xml import DECLARATION, R, escaped, part

FOOTNOTES_RELATION = "rId50"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PACKAGE_TYPE = "application/vnd.openxmlformats-package"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FONT_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_TAGS = {"km": "km-KH", "en": "en-GB"}
_ALWAYS = ("styles", "numbering", "settings", "fontTable")
_ENDINGS = {"odttf": _FONT_TYPE, "png": "image/png", "jpeg": "image/jpeg"}
_EARLIEST = "1980-01-01T00:00:00Z"


@dataclass(frozen=True, slots=True)
class Beside:
    """A part beside the text: its name in `word/`, its kind, and the relation to it."""

    name: str
    kind: str
    relation: str


def beside_text(frame: Iterable[Beside], *, footnotes: bool) -> tuple[Beside, ...]:
    """The parts that stand beside the text, in a fixed order."""
    fixed = tuple(Beside(kind, kind, f"rId{n}") for n, kind in enumerate(_ALWAYS, start=1))
    notes = (Beside("footnotes", "footnotes", FOOTNOTES_RELATION),) if footnotes else ()
    return (*fixed, *notes, *frame)


def content_types_xml(beside: Iterable[Beside], endings: Iterable[str]) -> str:
    """What each part is; `endings` are those of fonts and pictures."""
    defaults = [("rels", f"{_PACKAGE_TYPE}.relationships+xml"), ("xml", "application/xml")]
    defaults += [(end, _ENDINGS[end]) for end in sorted(set(endings))]
    types = {f"/word/{each.name}.xml": f"{_WORD_TYPE}.{each.kind}+xml" for each in beside}
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


def document_relations_xml(
    beside: Iterable[Beside], targets: Mapping[str, str], pictures: Iterable[tuple[str, str, str]]
) -> str:
    """From the text to the parts beside it, to its pictures and to the targets of its links."""
    inside = [(each.relation, f"{R}/{each.kind}", f"{each.name}.xml") for each in beside]
    return part_relations_xml(targets, (*inside, *pictures))


def part_relations_xml(
    targets: Mapping[str, str], inside: Iterable[tuple[str, str, str]] = ()
) -> str:
    """From a part to others, and to the targets of its links."""
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


def settings_xml(*, embedded: bool, footnotes: bool, mirrored: bool) -> str:
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
        f"{'<w:embedTrueTypeFonts/>' if embedded else ''}{'<w:mirrorMargins/>' if mirrored else ''}"
        '<w:defaultTabStop w:val="454"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f"{_SEPARATORS if footnotes else ''}<w:compat>{compat}</w:compat>"
        '<w:themeFontLang w:val="en-GB" w:bidi="km-KH"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>',
    )


_SEPARATORS = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'


def core_xml(composition: Composition) -> str:
    """Title, issuer and languages on purpose; no person, and no time but the edition's."""
    titles = (composition.title.get(code, "") for code in composition.languages)
    issuers = (composition.issuer.get(code, "") for code in composition.languages)
    tags = (_TAGS.get(code, code) for code in composition.languages)
    moment = moment_of(composition.fixed_time)
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


def moment_of(fixed_time: str) -> str:
    """The edition's time in the one form the format allows."""
    try:
        moment = datetime.fromisoformat(fixed_time)
    except ValueError:
        return _EARLIEST
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
