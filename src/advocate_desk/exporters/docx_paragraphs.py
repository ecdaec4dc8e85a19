"""Parts of a composition as paragraphs of WordprocessingML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from advocate_desk.exporters.blocks import Part, Role
from advocate_desk.exporters.docx_looks import HYPERLINK, WARNING, Look, Sheet, Style
from advocate_desk.exporters.docx_numbering import Numbering
from advocate_desk.exporters.docx_runs import Faces, runs
from advocate_desk.exporters.docx_styles import indent
from advocate_desk.exporters.docx_xml import value
from advocate_desk.language.fonts import BODY_KHMER

# Deeper entries stop moving to the right; the page has an end.
DEEPEST = 8
_HANGING = frozenset({Role.DEMAND_HEADING, Role.DEMAND_BODY, Role.ITEM, Role.ENDORSER})


@dataclass(slots=True)
class Paragraph:
    """One paragraph, open until it is written: a section may yet end in it."""

    style: str
    content: str = ""
    numbering: str = ""
    place: str = ""
    keep_next: bool = False
    new_page: bool = False
    after: int = 0
    section: str = ""

    def xml(self) -> str:
        """The paragraph, its properties in the order of the schema."""
        keep = "<w:keepNext/>" if self.keep_next else ""
        page = "<w:pageBreakBefore/>" if self.new_page else ""
        after = f'<w:spacing w:after="{self.after}"/>' if self.after else ""
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{self.style}"/>{keep}{page}{self.numbering}'
            f"{after}{self.place}{self.section}</w:pPr>{self.content}</w:p>"
        )


@dataclass(slots=True)
class Paragraphs:
    """Writes paragraphs and remembers what they need: lists, faces, link targets.

    `endorser_room` is what numbers of more than three digits need beyond the style's indent.
    """

    sheet: Sheet
    numbering: Numbering = field(default_factory=Numbering)
    faces: Faces = field(default_factory=set)
    targets: dict[str, str] = field(default_factory=dict)
    flow: int = 0
    endorser_room: int = 0

    def of(self, part: Part, *, keep: bool = False) -> Paragraph:
        """The paragraph of one part."""
        style = self.sheet.style(part.role, part.language)
        look = _look(style, part)
        made = Paragraph(style.style_id, keep_next=keep)
        marker = self._hang(made, part, style, look)
        made.content = marker + "".join(self._content(part, look))
        return made

    def _hang(self, made: Paragraph, part: Part, style: Style, look: Look) -> str:
        """Indent the paragraph; its marker becomes Word's numbering, or text in Khmer."""
        if part.role not in _HANGING:
            return ""
        place = self._place(part, style)
        made.place = indent(*place)
        if not part.marker:
            return ""
        if part.language == "km":
            return runs(f"{part.marker}\t", style.look, part.language, self.faces)
        number = self.numbering.num_id(part, self.flow, style.look, place)
        made.numbering = f"<w:numPr>{value('ilvl', 0)}{value('numId', number)}</w:numPr>"
        self.faces.add((look.latin, look.is_bold("en")))
        return ""

    def _place(self, part: Part, style: Style) -> tuple[int, int]:
        first = style.shape.left + (self.endorser_room if part.role is Role.ENDORSER else 0)
        left = first + min(part.level, DEEPEST) * self.sheet.step
        hanging = first if part.level == 0 else self.sheet.step
        return left, hanging if part.marker else 0

    def _content(self, part: Part, look: Look) -> Iterator[str]:
        done = 0
        for link in part.links:
            yield runs(part.text[done : link.start], look, part.language, self.faces)
            yield self._linked(part.text[link.start : link.end], link.href, look)
            done = link.end
        yield runs(part.text[done:], look, part.language, self.faces)

    def _linked(self, text: str, href: str, look: Look) -> str:
        relation = self.targets.setdefault(href, f"rId{100 + len(self.targets)}")
        linked = replace(
            look, color=HYPERLINK.color, underline=HYPERLINK.underline, style=HYPERLINK.style
        )
        content = runs(text, linked, "en", self.faces)
        return f'<w:hyperlink r:id="{relation}" w:history="1">{content}</w:hyperlink>'


def _look(style: Style, part: Part) -> Look:
    if not part.missing:
        return style.look
    return replace(style.look, color=WARNING, highlight="yellow", khmer=BODY_KHMER)
