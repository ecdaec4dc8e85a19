"""Two editions in one Word document, what changed as tracked changes that a reader can accept.

Both editions are written as they always are; the two texts are then put together paragraph by
paragraph and word by word. To accept all changes gives the later document, to reject all of them
the earlier one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from xml.etree import ElementTree as ET

from advocate_desk.exporters.blocks import Composition, ExportOptions
from advocate_desk.exporters.compose import compose
from advocate_desk.exporters.docx_body import document_chunks, paragraphs_for
from advocate_desk.exporters.docx_frame import FramePart, frame_of, frame_parts
from advocate_desk.exporters.docx_package import moment_of
from advocate_desk.exporters.docx_paragraphs import Paragraphs
from advocate_desk.exporters.docx_writer import package_bytes
from advocate_desk.exporters.docx_xml import DECLARATION
from advocate_desk.exporters.redline_blocks import Merger, ended
from advocate_desk.exporters.redline_marks import Marks, properties_of
from advocate_desk.exporters.verify_markup import R, W, w
from advocate_desk.model.edition import EditionView
from advocate_desk.model.errors import ExportRefused
from advocate_desk.model.kinds import Layout
from advocate_desk.model.marked import marked

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_PREFIXES = {
    "w": W.strip("{}"),
    "r": R.strip("{}"),
    "wp": f"{_DRAWING}/wordprocessingDrawing",
    "a": f"{_DRAWING}/main",
    "pic": f"{_DRAWING}/picture",
}
_SECTION = f"{W}sectPr"


@dataclass(frozen=True, slots=True)
class Redline:
    """The document, and the two texts that are in it."""

    data: bytes
    before: Composition
    after: Composition


def redline(
    before: EditionView,
    after: EditionView,
    layout: Layout,
    options: ExportOptions,
    author: str,
) -> Redline:
    """What changed from one edition to another, in the later one's looks.

    Raises:
        ExportRefused: the layout is a booklet, whose facing pages cannot show changes.
    """
    if layout is Layout.BOOKLET:
        raise ExportRefused(
            marked("A booklet cannot show changes."),
            advice=marked("Choose another layout, such as side by side."),
        )
    found = _redlined(compose(before, layout, options), compose(after, layout, options), author)
    if found is None:
        # Names in columns are sections of their own, and these cannot be tracked.
        plain = replace(options, endorser_columns=1)
        found = _redlined(compose(before, layout, plain), compose(after, layout, plain), author)
    if found is None:
        raise ExportRefused(marked("The two editions are set too differently to be compared."))
    return found


def _redlined(before: Composition, after: Composition, author: str) -> Redline | None:
    """The document; nothing where the pages of the two texts are divided differently."""
    new, old = _writers(before, after)
    frame = frame_parts(after.options, new.sheet, new.faces)
    later = _body(after, new, frame)
    earlier = _body(before, old, frame)
    _take_over(earlier, new, old)
    merger = Merger(Marks(author, moment_of(after.fixed_time)))
    if not _merge(earlier, later, merger):
        return None
    _number_pictures(later)
    for prefix, name in _PREFIXES.items():
        ET.register_namespace(prefix, name)
    text = DECLARATION + ET.tostring(later, encoding="unicode")
    return Redline(package_bytes(after, new, frame, (text,)), before, after)


def _writers(before: Composition, after: Composition) -> tuple[Paragraphs, Paragraphs]:
    """Writers of the later and the earlier text that share links, pictures and faces."""
    new = paragraphs_for(after)
    new.endorser_room = max(new.endorser_room, paragraphs_for(before).endorser_room)
    old = Paragraphs(
        new.sheet,
        faces=new.faces,
        targets=new.targets,
        media=new.media,
        endorser_room=new.endorser_room,
    )
    old.footnotes.targets = new.footnotes.targets
    return new, old


def _body(composition: Composition, writer: Paragraphs, frame: tuple[FramePart, ...]) -> ET.Element:
    text = "".join(document_chunks(composition, writer, frame_of(frame)))
    return ET.fromstring(text.removeprefix(DECLARATION))  # noqa: S314 - written by ourselves


def _take_over(earlier: ET.Element, new: Paragraphs, old: Paragraphs) -> None:
    """The lists and notes of the earlier text under the numbers they have in the later one."""
    _rename(earlier, f"{W}numId", f"{W}val", new.numbering.taken_over(old.numbering))
    notes = new.footnotes.taken_over(old.footnotes)
    _rename(earlier, f"{W}footnoteReference", f"{W}id", notes)


def _rename(body: ET.Element, tag: str, attribute: str, names: Mapping[str, str]) -> None:
    for element in body.iter(tag):
        element.set(attribute, names[element.get(attribute, "")])


def _merge(earlier: ET.Element, later: ET.Element, merger: Merger) -> bool:
    """Put the earlier text into the later one; whether both are divided alike."""
    before, after = list(_sections(earlier[0])), list(_sections(later[0]))
    if [_division(end) for _, end in before] != [_division(end) for _, end in after]:
        return False
    made: list[ET.Element] = []
    for (old, _), (new, end) in zip(before, after, strict=True):
        made += _closed(merger.merged(old, new), end, is_last=end is after[-1][1])
    body = later[0]
    body[:] = made
    return True


def _sections(body: ET.Element) -> Iterator[tuple[list[ET.Element], ET.Element]]:
    """The content of each section with the section's properties, which are taken out of it."""
    content: list[ET.Element] = []
    for child in body:
        if child.tag == _SECTION:
            yield content, child
            return
        content.append(child)
        properties = child.find(f"{W}pPr")
        end = None if properties is None else properties.find(_SECTION)
        if properties is not None and end is not None:
            properties.remove(end)
            yield content, end
            content = []


def _division(section: ET.Element) -> tuple[str, str]:
    columns, kind = section.find(f"{W}cols"), section.find(f"{W}type")
    return w(columns, "num"), w(kind)


def _closed(content: list[ET.Element], end: ET.Element, *, is_last: bool) -> list[ET.Element]:
    """A section with its properties behind a paragraph that stays."""
    content = ended(content)
    if is_last:
        return [*content, end]
    properties = properties_of(content[-1])
    is_changed = properties.find(f"{W}pPrChange") is not None
    properties.insert(len(properties) - is_changed, end)
    return content


def _number_pictures(body: ET.Element) -> None:
    """Each picture has a number of its own, also where one is taken out and put in again."""
    names = {f"{{{_DRAWING}/wordprocessingDrawing}}docPr", f"{{{_DRAWING}/picture}}cNvPr"}
    drawings = body.iter(f"{W}drawing")
    for number, drawing in enumerate(drawings, start=1):
        for element in drawing.iter():
            if element.tag in names:
                element.set("id", str(number))
                element.set("name", f"Picture {number}")
