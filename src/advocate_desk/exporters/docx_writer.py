"""A composition as the bytes of a Word document: the same composition, the same bytes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from advocate_desk.exporters import docx_package as package
from advocate_desk.exporters.blocks import Composition
from advocate_desk.exporters.docx_body import document_xml, is_narrow
from advocate_desk.exporters.docx_fonts import embedded, font_table_xml
from advocate_desk.exporters.docx_styles import styles_xml
from advocate_desk.exporters.zip_parts import ZipPart, zipped


def docx_bytes(composition: Composition) -> bytes:
    """The whole package, its parts in a fixed order."""
    return zipped(_parts(composition))


def _parts(composition: Composition) -> Iterator[ZipPart]:
    options = composition.options
    text, needed = document_xml(composition)
    footer = package.footer_xml(needed.faces) if options.page_numbers else ""
    fonts = embedded(needed.faces) if options.embed_fonts else ()
    yield _xml("[Content_Types]", package.content_types_xml(footer=bool(footer), fonts=bool(fonts)))
    yield _static("_rels/.rels", package.package_relations_xml())
    yield _xml("word/document", text)
    relations = package.document_relations_xml(needed.targets, footer=bool(footer))
    yield ZipPart("word/_rels/document.xml.rels", relations.encode())
    if footer:
        yield _xml("word/footer", footer)
    yield _static("word/styles.xml", styles_xml(narrow=is_narrow(composition)))
    yield _xml("word/numbering", needed.numbering.xml())
    yield _static("word/settings.xml", package.settings_xml(embedded=bool(fonts)))
    yield _xml("word/fontTable", font_table_xml(fonts))
    if fonts:
        relations = package.font_relations_xml(fonts)
        yield ZipPart("word/_rels/fontTable.xml.rels", relations.encode())
    yield from (font.part for font in fonts)
    yield _xml("docProps/core", package.core_xml(composition))


@lru_cache(maxsize=16)
def _static(name: str, text: str) -> ZipPart:
    """A part that is the same in most documents, deflated once."""
    return ZipPart(name, text.encode())


def _xml(name: str, text: str) -> ZipPart:
    return ZipPart(f"{name}.xml", text.encode())
