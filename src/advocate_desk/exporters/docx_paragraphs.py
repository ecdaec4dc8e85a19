"""Parts of a composition as paragraphs of WordprocessingML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from advocate_desk.exporters.blocks import Part, Role
from advocate_desk.exporters.docx_footnotes import Footnotes
from advocate_desk.exporters.docx_looks import WARNING, Look, ParagraphStyle, Sheet
from advocate_desk.exporters.docx_media import Media
from advocate_desk.exporters.docx_numbering import Numbering
from advocate_desk.exporters.docx_runs import Faces, runs
from advocate_desk.exporters.docx_styles import indent, linked
from advocate_desk.exporters.docx_xml import value

# Deeper entries stop moving to the right; the page has an end.
DEEPEST = 8
_HANGING = frozenset(
    {Role.DEMAND_HEADING, Role.DEMAND_BODY, Role.ITEM, Role.ITEM_NOTE, Role.ENDORSER}
)
_DEMANDS = frozenset({Role.DEMAND_HEADING, Role.DEMAND_BODY})


@dataclass(slots=True)
class Paragraph:
    """One paragraph, open until it is written: a section may yet end in it.

    `let_go` takes back that its style keeps it with the next paragraph.
    """

    style: str
    content: str = ""
    numbering: str = ""
    place: str = ""
    keep_next: bool = False
    let_go: bool = False
    new_page: bool = False
    after: int = 0
    section: str = ""

    def xml(self) -> str:
        """The paragraph, its properties in the order of the schema."""
        keep = "<w:keepNext/>" if self.keep_next else '<w:keepNext w:val="0"/>' * self.let_go
        page = "<w:pageBreakBefore/>" if self.new_page else ""
        after = f'<w:spacing w:after="{self.after}"/>' if self.after else ""
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{self.style}"/>{keep}{page}{self.numbering}'
            f"{after}{self.place}{self.section}</w:pPr>{self.content}</w:p>"
        )


@dataclass(slots=True)
class Paragraphs:
    """Writes paragraphs and remembers what they need: lists, faces, link targets, notes, pictures.

    `endorser_room` is what numbers of more than three digits need beyond the style's indent.
    """

    sheet: Sheet
    numbering: Numbering = field(default_factory=Numbering)
    faces: Faces = field(default_factory=set)
    targets: dict[str, str] = field(default_factory=dict)
    media: Media = field(default_factory=Media)
    flow: int = 0
    endorser_room: int = 0
    footnotes: Footnotes = field(init=False)

    def __post_init__(self) -> None:
        self.footnotes = Footnotes(self.sheet, self.faces)

    def of(self, part: Part, *, keep: bool = False) -> Paragraph:
        """The paragraph of one part."""
        style = self.sheet.style(part.role, part.language)
        look = self._look(style, part)
        made = Paragraph(style.style_id, keep_next=keep)
        marker = self._hang(made, part, style, look)
        made.content = marker + "".join(self._content(part, look))
        return made

    def _look(self, style: ParagraphStyle, part: Part) -> Look:
        if not part.missing:
            return style.look
        body = self.sheet.normal.look.khmer
        return replace(style.look, color=WARNING, highlight="yellow", khmer=body)

    def _hang(self, made: Paragraph, part: Part, style: ParagraphStyle, look: Look) -> str:
        """Indent the paragraph; its marker becomes Word's numbering, or text in Khmer."""
        if part.role not in _HANGING:
            return ""
        place = self.place(part, style)
        made.place = indent(*place)
        if not part.marker:
            return ""
        if part.language == "km":
            return runs(f"{part.marker}\t", style.look, part.language, self.faces)
        number = self.numbering.num_id(part, self.flow, style.look, place)
        made.numbering = f"<w:numPr>{value('ilvl', 0)}{value('numId', number)}</w:numPr>"
        self.faces.add((look.latin, look.is_bold("en")))
        return ""

    def place(self, part: Part, style: ParagraphStyle) -> tuple[int, int]:
        """How far a part is indented, and how far its marker hangs out."""
        if self.sheet.article and part.role in _DEMANDS:
            return (self.sheet.article,) * 2 if part.marker else (0, 0)
        first = style.shape.left + (self.endorser_room if part.role is Role.ENDORSER else 0)
        left = first + min(part.level, DEEPEST) * self.sheet.step
        hanging = first if part.level == 0 else self.sheet.step
        return left, hanging if part.marker else 0

    def _content(self, part: Part, look: Look) -> Iterator[str]:
        done = 0
        for link in part.links:
            yield from self._plain(part, look, done, link.start)
            yield self._linked(part.text[link.start : link.end], link.href, look)
            done = link.end
        yield from self._plain(part, look, done, len(part.text))

    def _plain(self, part: Part, look: Look, start: int, end: int) -> Iterator[str]:
        """A stretch without links, the marks of its footnotes in their places."""
        inside = {link.start: link.end for link in part.links}
        for note in part.notes:
            at = next((two for one, two in inside.items() if one < note.at < two), note.at)
            if start <= at <= end:
                yield runs(part.text[start:at], look, part.language, self.faces)
                yield self.footnotes.mark(note, part.language, look)
                start = at
        yield runs(part.text[start:end], look, part.language, self.faces)

    def _linked(self, text: str, href: str, look: Look) -> str:
        relation = self.targets.setdefault(href, f"rId{100 + len(self.targets)}")
        content = runs(text, linked(look), "en", self.faces)
        return f'<w:hyperlink r:id="{relation}" w:history="1">{content}</w:hyperlink>'
