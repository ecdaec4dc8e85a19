"""How each role looks in a Word document: a style turned into faces, sizes and spacing.

Sizes are in half points, distances in twips (a twentieth of a point), as Word counts them. Each
style makes two sheets: one for text over the whole width, one for two languages side by side.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from advocate_desk.exporters.blocks import Role
from advocate_desk.exporters.styles import DemandForm, RoleStyle, Rule, Style
from advocate_desk.language.fonts import BODY_KHMER, BODY_LATIN, has_bold
from advocate_desk.model.other_scripts import SCRIPTS

LINK = "1A4F8B"
WARNING = "9C1C1C"
COLUMN_GAP = 397
LINE = 240
TWIPS_PER_MM = 1440 / 25.4
# What a line of each family takes as it is, in letter sizes; styles count in the usual one.
EM_LINE = 1.362
_TALL = {"Moul": 1.807, "Battambang": 1.807}
_TWIPS = 20
_HALF_POINTS = 2


@dataclass(frozen=True, slots=True)
class Page:
    """The paper of a section, with its margins, in twips."""

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    header: int = 624
    footer: int = 567

    @property
    def text_width(self) -> int:
        """What is left for text."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> int:
        """What is left for text from top to bottom."""
        return self.height - self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Look:
    """The look of runs; a run of a script takes that script's font and size."""

    size: int = 22
    khmer_size: int = 23
    bold: bool = False
    italic: bool = False
    color: str = ""
    highlight: str = ""
    underline: bool = False
    style: str = ""
    latin: str = BODY_LATIN
    khmer: str = BODY_KHMER
    raised: bool = False

    def font(self, script: str) -> str:
        """The family of a run in a script."""
        if script in SCRIPTS:
            return SCRIPTS[script].family
        return self.khmer if script == "km" else self.latin

    def is_bold(self, script: str) -> bool:
        """Whether a run is bold; Moul has no bold face, and a made-up one would be ugly."""
        return self.bold and (script in SCRIPTS or has_bold(self.font(script)))


@dataclass(frozen=True, slots=True)
class Shape:
    """The shape of paragraphs. `line` is in 240ths of a line, `hanging` is where markers hang."""

    before: int = 0
    after: int = 120
    line: int = 259
    left: int = 0
    hanging: int = 0
    align: str = "left"
    keep_next: bool = False
    keep_lines: bool = False
    outline: int | None = None
    rule: Rule = Rule.NONE
    rule_color: str = ""
    right: int = 0


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A paragraph style: Word's name for it, its id, its look and its shape."""

    style_id: str
    name: str
    look: Look
    shape: Shape


@dataclass(frozen=True, slots=True)
class Sheet:
    """All styles of a document; Khmer has its own of each role, for its own line spacing.

    `step` is how much deeper each level of a list stands; `article` is the room of “Article 1”,
    0 where demands are numbered otherwise.
    """

    page: Page
    styles: Mapping[tuple[Role, str], ParagraphStyle]
    normal: ParagraphStyle
    footer: ParagraphStyle
    table_head: ParagraphStyle
    rule_color: str
    step: int = 454
    article: int = 0

    def style(self, role: Role, language: str) -> ParagraphStyle:
        """The style of a role in a language."""
        return self.styles[role, "km" if language == "km" else "en"]


@dataclass(frozen=True, slots=True)
class _Frame:
    """What a role is whatever the style: its name in Word, and what it stays together with."""

    style_id: str
    name: str
    keep_next: bool = False
    keep_lines: bool = False
    outline: int | None = None
    hangs: bool = False


_FRAMES: Mapping[Role, _Frame] = {
    Role.TITLE: _Frame("Title", "Title", keep_next=True, keep_lines=True, outline=0),
    Role.SUBTITLE: _Frame("Subtitle", "Subtitle", keep_next=True, keep_lines=True),
    Role.HEADING: _Frame("Heading1", "heading 1", keep_next=True, keep_lines=True, outline=1),
    Role.DEMAND_HEADING: _Frame(
        "Heading2", "heading 2", keep_next=True, keep_lines=True, outline=2, hangs=True
    ),
    Role.DEMAND_BODY: _Frame("DemandText", "Demand Text"),
    Role.PARAGRAPH: _Frame("BodyText", "Body Text"),
    Role.QUOTATION: _Frame("Quote", "Quote"),
    Role.ITEM: _Frame("ListEntry", "List Entry"),
    Role.ITEM_NOTE: _Frame("ListNote", "List Note"),
    Role.CONTACT: _Frame("Contact", "Contact"),
    Role.ISSUE_LINE: _Frame("IssueLine", "Issue Line", keep_lines=True),
    Role.LABEL: _Frame("Label", "Label", keep_next=True, keep_lines=True),
    Role.GROUP_LABEL: _Frame("GroupLabel", "Group Label", keep_next=True, keep_lines=True),
    Role.ENDORSER: _Frame("Endorser", "Endorser", keep_lines=True),
    Role.COUNT_LINE: _Frame("CountLine", "Count Line", keep_lines=True),
    Role.SIGNATURE_SUMMARY: _Frame("SignatureSummary", "Signature Summary", keep_lines=True),
    Role.SIGNATURE_SPACE: _Frame(
        "SignatureSpace", "Signature Space", keep_next=True, keep_lines=True
    ),
    Role.SIGNATORY: _Frame("Signatory", "Signatory", keep_next=True, keep_lines=True),
    Role.SIGNATORY_NOTE: _Frame("SignatoryNote", "Signatory Note", keep_lines=True),
    Role.NOTE: _Frame("Note", "Note"),
    Role.FOOTNOTE: _Frame("FootnoteText", "footnote text"),
    Role.HEADER_NAME: _Frame("HeaderName", "Header Name", keep_lines=True),
    Role.HEADER_LINE: _Frame("HeaderLine", "Header Line", keep_lines=True),
    Role.STATE_NAME: _Frame("StateName", "State Name", keep_next=True, keep_lines=True),
    Role.STATE_MOTTO: _Frame("StateMotto", "State Motto", keep_next=True, keep_lines=True),
    Role.ORNAMENT: _Frame("Ornament", "Ornament", keep_lines=True),
}
_FOOTER = _Frame("Footer", "footer")
_TABLE_HEAD = _Frame("TableHead", "Table Head")
# Where Word must have a paragraph that nobody should see: after a table, after columns.
GAP = ParagraphStyle("Gap", "Gap", Look(2, 2), Shape(after=0, line=LINE))
_ARTICLE = 1304


@lru_cache(maxsize=32)
def sheet(style: Style, *, narrow: bool = False) -> Sheet:
    """The looks of a style, for the whole width or for two languages side by side."""
    color = style.rule_color
    made = {
        (role, code): _paragraph_style(frame, style.roles[role], code, color)
        for role, frame in _FRAMES.items()
        for code in ("en", "km")
    }
    body = made[Role.PARAGRAPH, "en"].look
    head = _paragraph_style(_TABLE_HEAD, style.roles["table_head"], "en", color)
    if narrow:
        made = {key: _narrowed(key[0], each) for key, each in made.items()}
    return Sheet(
        page=_page(style, narrow=narrow),
        styles=made,
        normal=ParagraphStyle("Normal", "Normal", body, Shape()),
        footer=_footer(style),
        table_head=head,
        rule_color=color,
        step=340 if narrow else 454,
        article=_article(style, narrow=narrow),
    )


def line_height(family: str) -> float:
    """What a line of a family takes, in letter sizes."""
    return _TALL.get(family, EM_LINE)


def _article(style: Style, *, narrow: bool) -> int:
    if style.numbering.demands is not DemandForm.ARTICLE:
        return 0
    return _ARTICLE * 7 // 8 if narrow else _ARTICLE


def _footer(style: Style) -> ParagraphStyle:
    made = _paragraph_style(_FOOTER, style.roles["page_number"], "en", style.rule_color)
    return replace(made, shape=replace(made.shape, align=style.page_numbers.align))


def _page(style: Style, *, narrow: bool) -> Page:
    page = style.page
    left, right = (page.side_by_side,) * 2 if narrow else (page.left, page.right)
    return Page(
        width=_of_mm(page.width),
        height=_of_mm(page.height),
        top=_of_mm(page.top),
        bottom=_of_mm(page.bottom),
        left=_of_mm(left),
        right=_of_mm(right),
        header=_of_mm(page.header),
        footer=_of_mm(page.footer),
    )


def _of_mm(millimetres: float) -> int:
    return round(millimetres * TWIPS_PER_MM)


def _paragraph_style(
    frame: _Frame, role: RoleStyle, language: str, rule_color: str
) -> ParagraphStyle:
    khmer = language == "km"
    look = Look(
        size=round(role.size * _HALF_POINTS),
        khmer_size=round(role.khmer_size * _HALF_POINTS),
        bold=role.bold,
        italic=role.italic,
        color=role.color,
        latin=role.latin,
        khmer=role.khmer,
    )
    line = role.khmer_line * EM_LINE / line_height(role.khmer) if khmer else role.line
    shape = _shape(frame, role, line, rule_color)
    ids = (
        (f"{frame.style_id}Khmer", f"{frame.name} Khmer") if khmer else (frame.style_id, frame.name)
    )
    return ParagraphStyle(*ids, look, shape)


def _shape(frame: _Frame, role: RoleStyle, line: float, rule_color: str) -> Shape:
    left = round(role.indent * _TWIPS)
    return Shape(
        before=round(role.before * _TWIPS),
        after=round(role.after * _TWIPS),
        line=round(line * LINE),
        left=left,
        hanging=left if frame.hangs else 0,
        align=role.align,
        keep_next=frame.keep_next,
        keep_lines=frame.keep_lines,
        outline=frame.outline,
        rule=role.rule,
        rule_color=rule_color,
        right=left if role.rule is Rule.BESIDE else 0,
    )


def _narrowed(role: Role, wide: ParagraphStyle) -> ParagraphStyle:
    """The same look for a column that is half as wide: smaller, with smaller indents."""
    look, shape = wide.look, wide.shape
    smaller = replace(
        look, size=_smaller(role, look.size), khmer_size=_smaller(role, look.khmer_size)
    )
    # Numbers of three digits need their room in a narrow column, too.
    indent = 1.0 if role is Role.ENDORSER else 0.75
    fitted = replace(
        shape,
        left=int(shape.left * indent),
        hanging=int(shape.hanging * indent),
        right=shape.right // 4,
        before=_less_before(role, shape.before),
        after=min(shape.after, 120),
        rule=Rule.NONE if role is Role.TITLE else shape.rule,
    )
    return replace(wide, look=smaller, shape=fitted)


def _less_before(role: Role, before: int) -> int:
    if role is Role.SIGNATURE_SPACE:  # hands need as much room in a column
        return before
    return 120 if role is Role.TITLE else before // 2


def _smaller(role: Role, size: int) -> int:
    """Large looks shrink more than small ones, which would become hard to read."""
    if role is Role.TITLE:
        return min(size * 4 // 5, 30)
    return min(size - (2 if size > 21 else 1), 24)
