"""How each role looks in a Word document: faces, sizes and spacing, wide and side by side.

Sizes are in half points, distances in twips (a twentieth of a point), as Word counts them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from advocate_desk.exporters.blocks import Role
from advocate_desk.language.fonts import BODY_KHMER, BODY_LATIN, HEADING_KHMER

INK = "1B2A41"
RULE = "8A9BB0"
GREY = "5A6472"
LINK = "1A4F8B"
WARNING = "9C1C1C"


BODY_LINE = 259


PAGE_WIDTH = 11906
PAGE_HEIGHT = 16838
COLUMN_GAP = 397


@dataclass(frozen=True, slots=True)
class Page:
    """The paper of a section: A4, with margins in twips."""

    side: int
    top: int = 1304
    bottom: int = 1247

    @property
    def width(self) -> int:
        """What is left for text."""
        return PAGE_WIDTH - 2 * self.side


WIDE_PAGE = Page(side=1304)
TABLE_PAGE = Page(side=1077)


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

    def font(self, script: str) -> str:
        """The family of a run in a script."""
        return self.khmer if script == "km" else self.latin

    def is_bold(self, script: str) -> bool:
        """Whether a run is bold; Moul has no bold face, and a made-up one would be ugly."""
        return self.bold and self.font(script) != HEADING_KHMER


@dataclass(frozen=True, slots=True)
class Shape:
    """The shape of paragraphs. `line` is in 240ths of a line, `hanging` is where markers hang."""

    before: int = 0
    after: int = 120
    line: int = BODY_LINE
    left: int = 0
    hanging: int = 0
    align: str = "left"
    keep_next: bool = False
    keep_lines: bool = False
    outline: int | None = None
    rule_above: bool = False
    rule_below: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: Word's name for it, its id, its look and its shape."""

    style_id: str
    name: str
    look: Look
    shape: Shape
    next_id: str = ""


# Khmer stacks signs above and below its letters, so its lines need more room than Latin ones.
_KHMER_LINE = 300
_KHMER_TIGHT = 276

_BODY = Shape(after=140)
_WIDE: dict[Role, tuple[str, str, Look, Shape]] = {
    Role.TITLE: (
        "Title",
        "Title",
        Look(36, 32, bold=True, color=INK, khmer=HEADING_KHMER),
        Shape(
            after=280,
            line=264,
            align="center",
            keep_next=True,
            keep_lines=True,
            outline=0,
            rule_below=True,
        ),
    ),
    Role.HEADING: (
        "Heading1",
        "heading 1",
        Look(26, 27, bold=True, color=INK),
        Shape(before=240, after=120, line=264, keep_next=True, keep_lines=True, outline=1),
    ),
    Role.DEMAND_HEADING: (
        "Heading2",
        "heading 2",
        Look(23, 24, bold=True, color=INK),
        Shape(
            before=180,
            after=60,
            line=264,
            left=454,
            hanging=454,
            keep_next=True,
            keep_lines=True,
            outline=2,
        ),
    ),
    Role.DEMAND_BODY: ("DemandText", "Demand Text", Look(), replace(_BODY, left=454)),
    Role.PARAGRAPH: ("BodyText", "Body Text", Look(), _BODY),
    Role.ITEM: ("ListEntry", "List Entry", Look(), Shape(after=70, left=454)),
    Role.CONTACT: (
        "Contact",
        "Contact",
        Look(20, 21, color=GREY),
        Shape(before=200, after=120),
    ),
    Role.ISSUE_LINE: (
        "IssueLine",
        "Issue Line",
        Look(bold=True),
        Shape(before=120, after=160, keep_lines=True),
    ),
    Role.LABEL: (
        "Label",
        "Label",
        Look(23, 24, bold=True, color=INK),
        Shape(before=200, after=100, line=264, keep_next=True, keep_lines=True),
    ),
    Role.ENDORSER: (
        "Endorser",
        "Endorser",
        Look(19, 20),
        Shape(after=40, line=245, left=595, keep_lines=True),
    ),
    Role.COUNT_LINE: (
        "CountLine",
        "Count Line",
        Look(20, 21),
        Shape(before=100, after=120, keep_lines=True),
    ),
    Role.NOTE: ("Note", "Note", Look(19, 19, color=GREY), Shape()),
}
FOOTER = Style(
    "Footer", "footer", Look(17, 17, color=GREY), Shape(after=0, line=240, align="center")
)
TABLE_HEAD = Style(
    "TableHead",
    "Table Head",
    Look(18, 18, bold=True, color=GREY),
    Shape(before=20, after=20, line=240, align="center"),
)
# Where Word must have a paragraph that nobody should see: after a table, after columns.
GAP = Style("Gap", "Gap", Look(2, 2), Shape(after=0, line=240))
HYPERLINK = Look(color=LINK, underline=True, style="Hyperlink")


@dataclass(frozen=True, slots=True)
class Sheet:
    """All styles of a document; Khmer has its own of each role, for its own line spacing."""

    styles: dict[tuple[Role, str], Style]
    step: int = 454

    def style(self, role: Role, language: str) -> Style:
        """The style of a role in a language."""
        return self.styles[role, "km" if language == "km" else "en"]


def _khmer(style_id: str, name: str, look: Look, shape: Shape) -> Style:
    line = _KHMER_LINE if shape.line >= BODY_LINE else _KHMER_TIGHT
    if look.khmer == HEADING_KHMER:
        line = shape.line  # Moul brings its own room
    return Style(f"{style_id}Khmer", f"{name} Khmer", look, replace(shape, line=line))


def _sheet(roles: dict[Role, tuple[str, str, Look, Shape]], step: int) -> Sheet:
    styles: dict[tuple[Role, str], Style] = {}
    for role, (style_id, name, look, shape) in roles.items():
        styles[role, "en"] = Style(style_id, name, look, shape)
        styles[role, "km"] = _khmer(style_id, name, look, shape)
    return Sheet(styles, step)


def _narrow() -> dict[Role, tuple[str, str, Look, Shape]]:
    """The same looks for a column that is half as wide: smaller, with smaller indents."""
    return {role: _narrowed(role, *wide) for role, wide in _WIDE.items()}


def _narrowed(
    role: Role, style_id: str, name: str, look: Look, shape: Shape
) -> tuple[str, str, Look, Shape]:
    smaller = replace(
        look, size=_smaller(role, look.size), khmer_size=_smaller(role, look.khmer_size)
    )
    # Numbers of three digits need their room in a narrow column, too.
    indent = 1.0 if role is Role.ENDORSER else 0.75
    fitted = replace(
        shape,
        left=int(shape.left * indent),
        hanging=int(shape.hanging * indent),
        before=120 if role is Role.TITLE else shape.before // 2,
        after=min(shape.after, 120),
        rule_below=False,
    )
    return style_id, name, smaller, fitted


def _smaller(role: Role, size: int) -> int:
    """Large looks shrink more than small ones, which would become hard to read."""
    if role is Role.TITLE:
        return size * 4 // 5
    return min(size - (2 if size > 21 else 1), 24)


WIDE = _sheet(_WIDE, step=454)
NARROW = _sheet(_narrow(), step=340)
