"""A composition as the bytes of a Word document: the same composition, the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from advocate_desk.exporters import docx_package as package
from advocate_desk.exporters.blocks import Composition
from advocate_desk.exporters.docx_body import Closing, document_chunks, is_narrow, paragraphs_for
from advocate_desk.exporters.docx_fonts import Embedded, embedded, families_of, font_table_xml
from advocate_desk.exporters.docx_frame import FramePart, frame_of, frame_parts
from advocate_desk.exporters.docx_media import media_parts
from advocate_desk.exporters.docx_paragraphs import Paragraphs
from advocate_desk.exporters.docx_sheets import style_of
from advocate_desk.exporters.docx_styles import styles_xml
from advocate_desk.exporters.zip_parts import AnyPart, StreamedPart, ZipPart, zipped
from advocate_desk.model.kinds import Layout

TEXT_AT_ONCE = 1 << 16


def docx_bytes(composition: Composition, closing: Closing | None = None) -> bytes:
    """The whole package, its parts in a fixed order; `closing` adds to the end of the text."""
    needed = paragraphs_for(composition)
    frame = frame_parts(composition.options, needed.sheet, needed.faces)
    text = document_chunks(composition, needed, frame_of(frame), closing)
    return package_bytes(composition, needed, frame, text)


def package_bytes(
    composition: Composition,
    needed: Paragraphs,
    frame: tuple[FramePart, ...],
    text: Iterable[str],
) -> bytes:
    """The package around a text, which may still be written while it is packed."""
    streamed = StreamedPart("word/document.xml", _gathered(text))
    return zipped(_parts(composition, needed, frame, streamed))


def _parts(
    composition: Composition,
    needed: Paragraphs,
    frame: tuple[FramePart, ...],
    text: StreamedPart,
) -> Iterator[AnyPart]:
    options = composition.options
    fonts = embedded(needed.faces) if options.embed_fonts else ()
    pictures = media_parts(needed.media, *(each.media for each in frame))
    beside = package.beside_text((each.beside for each in frame), footnotes=bool(needed.footnotes))
    endings = [*("odttf" for _ in fonts[:1]), *(each.name.rpartition(".")[2] for each in pictures)]
    yield _static("[Content_Types].xml", package.content_types_xml(beside, endings))
    yield _static("_rels/.rels", package.package_relations_xml())
    yield text
    relations = package.document_relations_xml(beside, needed.targets, needed.media.rows)
    yield ZipPart("word/_rels/document.xml.rels", relations.encode())
    yield from _frame(frame)
    yield from _notes(needed)
    yield from _looks(composition, needed, fonts)
    yield from pictures
    yield _xml("docProps/core", package.core_xml(composition))


def _gathered(pieces: Iterable[str]) -> Iterator[str]:
    """Pieces long enough that handing them on costs nothing."""
    held: list[str] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size >= TEXT_AT_ONCE:
            yield "".join(held)
            held.clear()
            size = 0
    yield "".join(held)


def _frame(frame: Iterable[FramePart]) -> Iterator[ZipPart]:
    for each in frame:
        yield _static(f"word/{each.beside.name}.xml", each.xml)
        rows = tuple(each.media.rows)
        if rows:
            relations = package.part_relations_xml({}, rows)
            yield ZipPart(f"word/_rels/{each.beside.name}.xml.rels", relations.encode())


def _notes(needed: Paragraphs) -> Iterator[ZipPart]:
    if not needed.footnotes:
        return
    yield _xml("word/footnotes", needed.footnotes.xml())
    if needed.footnotes.targets:
        relations = package.part_relations_xml(needed.footnotes.targets)
        yield ZipPart("word/_rels/footnotes.xml.rels", relations.encode())


def _looks(
    composition: Composition, needed: Paragraphs, fonts: tuple[Embedded, ...]
) -> Iterator[ZipPart]:
    """Styles, numbering, settings and fonts."""
    style = style_of(composition.options)
    yield _static("word/styles.xml", styles_xml(style, narrow=is_narrow(composition)))
    yield _xml("word/numbering", needed.numbering.xml())
    settings = package.settings_xml(
        embedded=bool(fonts),
        footnotes=bool(needed.footnotes),
        mirrored=composition.layout is Layout.BOOKLET,
    )
    yield _static("word/settings.xml", settings)
    table = font_table_xml(families_of(needed.sheet, needed.faces), fonts)
    yield _static("word/fontTable.xml", table)
    if fonts:
        relations = package.font_relations_xml(fonts)
        yield ZipPart("word/_rels/fontTable.xml.rels", relations.encode())
    yield from (font.part for font in fonts)


@lru_cache(maxsize=64)
def _static(name: str, text: str) -> ZipPart:
    """A part that is the same in many documents, deflated once."""
    return ZipPart(name, text.encode())


def _xml(name: str, text: str) -> ZipPart:
    return ZipPart(f"{name}.xml", text.encode())
