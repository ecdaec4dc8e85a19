"""Head and foot of the pages: the line with the page's number, and what a letterhead brings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from advocate_desk.exporters.blocks import ExportOptions
from advocate_desk.exporters.docx_body import Frame
from advocate_desk.exporters.docx_letterhead import has_page_number, rewritten
from advocate_desk.exporters.docx_looks import Sheet
from advocate_desk.exporters.docx_media import Media
from advocate_desk.exporters.docx_package import Beside
from advocate_desk.exporters.docx_paragraphs import Paragraph
from advocate_desk.exporters.docx_runs import Faces, run, runs
from advocate_desk.exporters.docx_sheets import style_of
from advocate_desk.exporters.docx_xml import part
from advocate_desk.language.scripts import is_khmer

_FIELD = re.compile(r"(\{pages?\})")
_NAMES = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
_ROOTS = {"header": "hdr", "footer": "ftr"}


@dataclass(frozen=True, slots=True)
class FramePart:
    """One head or foot: its place in the package, its text, its pictures."""

    beside: Beside
    xml: str
    reference: str
    is_first: bool
    media: Media = field(default_factory=Media)


def frame_parts(options: ExportOptions, sheet: Sheet, faces: Faces) -> tuple[FramePart, ...]:
    """The heads and feet of a document."""
    return tuple(_Maker(options, sheet, faces).parts())


def frame_of(parts: tuple[FramePart, ...]) -> Frame:
    """What sections say of them."""
    return Frame(
        "".join(each.reference for each in parts if not each.is_first),
        "".join(each.reference for each in parts if each.is_first),
    )


@dataclass(slots=True)
class _Maker:
    options: ExportOptions
    sheet: Sheet
    faces: Faces

    def parts(self) -> Iterator[FramePart]:
        letterhead = self.options.letterhead
        if letterhead is None:
            if self._numbers():
                yield self._part("footer", "footer", b"", "rId90", is_first=False)
            return
        yield self._part("header", "header", letterhead.header_xml, "rId91", is_first=False)
        yield self._part("footer", "footer", letterhead.footer_xml, "rId90", is_first=False)
        if letterhead.differs_first:
            first = letterhead.first_header_xml, letterhead.first_footer_xml
            yield self._part("header", "headerFirst", first[0], "rId93", is_first=True)
            yield self._part("footer", "footerFirst", first[1], "rId92", is_first=True)

    def _part(
        self, kind: str, name: str, own: bytes, relation: str, *, is_first: bool
    ) -> FramePart:
        media = Media()
        letterhead = self.options.letterhead
        content = ""
        if own and letterhead is not None:
            content = rewritten(own, letterhead.images, self.sheet, self.faces, media)
        if kind == "footer" and not has_page_number(own):
            content += self._numbers()
        place = "first" if is_first else "default"
        reference = f'<w:{kind}Reference w:type="{place}" r:id="{relation}"/>'
        xml = part(_ROOTS[kind], content or Paragraph(self.sheet.footer.style_id).xml())
        return FramePart(Beside(name, kind, relation), xml, reference, is_first, media)

    def _numbers(self) -> str:
        """The line with page and pages as fields, in Latin digits: Word has no others for them."""
        numbers = style_of(self.options).page_numbers
        if not (self.options.page_numbers and numbers.show):
            return ""
        pieces = [piece for piece in _FIELD.split(numbers.form) if piece]
        content = "".join(map(self._piece, pieces))
        return Paragraph(self.sheet.footer.style_id, content).xml()

    def _piece(self, piece: str) -> str:
        look = self.sheet.footer.look
        if piece not in _NAMES:
            language = "km" if any(map(is_khmer, piece)) else "en"
            return runs(piece, look, language, self.faces)
        return "".join(run(each, look, "en", self.faces) for each in field_pieces(_NAMES[piece]))


def field_pieces(name: str) -> tuple[str, ...]:
    """A field that shows a number of the document, run by run."""
    return (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {name} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
