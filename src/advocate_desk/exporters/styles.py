"""Styles: how a kind of document looks, read from one readable TOML file each.

What a file leaves out is as in the coalition statement's, so a style of one's own may be short.
Distances and sizes are in points, margins in millimetres, line spacing as a multiple of 1.36 of
the letter size, whatever the font.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path

from advocate_desk.exporters.style_values import Values, merged, parsed, read_toml
from advocate_desk.paths import data_path

DEFAULT = "coalition_statement"
_ROLES_FOLDED = ("title", "heading", "body")


class DemandForm(StrEnum):
    """How a demand is numbered: ១. or 1., ១) or 1), មាត្រា ១ or Article 1."""

    POINT = "1."
    BRACKET = "1)"
    ARTICLE = "article"


class Rule(StrEnum):
    """Where a line is drawn beside a paragraph."""

    NONE = "none"
    ABOVE = "above"
    BELOW = "below"
    BESIDE = "beside"


@dataclass(frozen=True, slots=True)
class RoleStyle:
    """One role's look; families are of shipped fonts, `color` is `RRGGBB` or empty for black."""

    latin: str
    khmer: str
    size: float
    khmer_size: float
    bold: bool
    italic: bool
    color: str
    align: str
    before: float
    after: float
    line: float
    khmer_line: float
    indent: float
    rule: Rule


@dataclass(frozen=True, slots=True)
class PageStyle:
    """Paper and margins in millimetres; `side_by_side` is the margin beside two columns."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    side_by_side: float
    header: float = 11.0
    footer: float = 10.0


@dataclass(frozen=True, slots=True)
class NumberingStyle:
    """`khmer_digits` off sets 1, 2, 3 on the Khmer side, too."""

    khmer_digits: bool
    demands: DemandForm


@dataclass(frozen=True, slots=True)
class PageNumberStyle:
    """The line at the foot; `form` holds `{page}` and may hold `{pages}`."""

    show: bool
    form: str
    align: str


@dataclass(frozen=True, slots=True)
class Style:
    """A whole style. `roles` has every value of `Role` but the page break's.

    `columns` 0 sets long endorser lists in two columns; `khmer_share` is the share of the width
    that the Khmer column takes side by side, in percent.
    """

    name: str
    page: PageStyle
    numbering: NumberingStyle
    page_numbers: PageNumberStyle
    columns: int
    khmer_share: int
    rule_color: str
    title: Mapping[str, str] = field(hash=False)
    roles: Mapping[str, RoleStyle] = field(hash=False, repr=False)


@cache
def shipped_styles() -> Mapping[str, Path]:
    """The styles that come with the program, by name, the usual one first."""
    files = sorted(data_path("resources", "styles").glob("*.toml"))
    ordered = sorted(files, key=lambda file: file.stem != DEFAULT)
    return {file.stem: file for file in ordered}


@cache
def default_style() -> Style:
    """The coalition statement's look."""
    return load_style(shipped_styles()[DEFAULT])


def style_from(name: str, content: str) -> Style:
    """Read a style from the text of a file.

    Raises:
        StyleRefused: naming the style, the key and what is wrong with it.
    """
    return _style(Values(name, merged(_usual(), parsed(name, content))), name)


def load_style(path: Path) -> Style:
    """Read a style.

    Raises:
        StyleRefused: naming the file, the key and what is wrong with it.
    """
    own = read_toml(path)
    is_default = path.stem == DEFAULT and path == shipped_styles()[DEFAULT]
    whole = own if is_default else merged(_usual(), own)
    return _style(Values(path.name, whole), path.stem)


@cache
def _usual() -> Mapping[str, object]:
    return read_toml(shipped_styles()[DEFAULT])


def _style(values: Values, name: str) -> Style:
    fonts = _fonts(values.table("fonts"))
    numbers = values.table("numbering")
    endorsers = values.table("endorsers")
    beside = values.table("side_by_side")
    style = Style(
        name=name,
        title=values.texts("title"),
        page=_page(values.table("page")),
        numbering=NumberingStyle(
            numbers.flag("khmer_digits"), DemandForm(numbers.choice("demands", tuple(DemandForm)))
        ),
        page_numbers=_page_numbers(values.table("page_numbers")),
        columns=endorsers.whole("columns", 0, 3),
        khmer_share=beside.whole("khmer_percent", 30, 70),
        rule_color=values.color("rule_color"),
        roles=_roles(values.table("roles"), fonts),
    )
    for table in (values, numbers, endorsers, beside):
        table.end()
    return style


def _fonts(values: Values) -> Mapping[str, str]:
    """The families by script and by what they set: `latin.body`, `khmer.title` and so on."""
    fonts: dict[str, str] = {}
    for script in ("latin", "khmer"):
        table = values.table(script)
        fonts |= {f"{script}.{use}": table.font(use, script) for use in _ROLES_FOLDED}
        table.end()
    values.end()
    return fonts


def _page(values: Values) -> PageStyle:
    page = PageStyle(
        width=values.number("width", 100, 450),
        height=values.number("height", 140, 600),
        **{side: values.number(side, 5, 60) for side in _MARGINS},
    )
    values.end()
    return page


_MARGINS = ("top", "bottom", "left", "right", "side_by_side")


def _page_numbers(values: Values) -> PageNumberStyle:
    made = PageNumberStyle(
        values.flag("show"), values.page_form("form"), values.choice("align", _ALIGNMENTS)
    )
    values.end()
    return made


_ALIGNMENTS = ("left", "center", "right")


def _roles(values: Values, fonts: Mapping[str, str]) -> Mapping[str, RoleStyle]:
    roles = {}
    for role, use in ROLE_FONTS.items():
        table = values.table(role)
        roles[role] = _role(table, fonts[f"latin.{use}"], fonts[f"khmer.{use}"])
        table.end()
    values.end()
    return roles


# Which of a style's three families sets a role.
ROLE_FONTS: Mapping[str, str] = {
    "title": "title",
    "subtitle": "heading",
    "heading": "heading",
    "demand_heading": "heading",
    "demand_body": "body",
    "paragraph": "body",
    "quotation": "body",
    "item": "body",
    "item_note": "body",
    "contact": "body",
    "issue_line": "body",
    "label": "heading",
    "group_label": "heading",
    "endorser": "body",
    "count_line": "body",
    "signature_summary": "body",
    "signature_space": "body",
    "signatory": "body",
    "signatory_note": "body",
    "note": "body",
    "footnote": "body",
    "header_name": "heading",
    "header_line": "body",
    "state_name": "title",
    "state_motto": "title",
    "ornament": "body",
    "page_number": "body",
    "table_head": "heading",
}


def _role(values: Values, latin: str, khmer: str) -> RoleStyle:
    return RoleStyle(
        latin=latin,
        khmer=khmer,
        size=values.number("size", 5, 60),
        khmer_size=values.number("khmer_size", 5, 60),
        bold=values.flag("bold", default=False),
        italic=values.flag("italic", default=False),
        color=values.color("color", default=""),
        align=values.choice("align", _ALIGNMENTS, default="left"),
        before=values.number("before", 0, 100, default=0),
        after=values.number("after", 0, 100, default=6),
        line=values.number("line", 0.9, 3, default=1.08),
        khmer_line=values.number("khmer_line", 0.9, 3, default=1.25),
        indent=values.number("indent", 0, 150, default=0),
        rule=Rule(values.choice("rule", tuple(Rule), default="none")),
    )
