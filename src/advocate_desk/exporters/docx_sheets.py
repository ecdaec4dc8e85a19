"""The sheet of a document: its style's, with what a letterhead says of page and looks on top."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from advocate_desk.exporters.blocks import ExportOptions
from advocate_desk.exporters.docx_looks import TWIPS_PER_MM, Sheet, sheet
from advocate_desk.exporters.styles import PageStyle, RoleStyle, Style
from advocate_desk.model.letterhead import Letterhead, LetterheadLook

_ROLES = {
    "title": ("title",),
    "heading": ("heading", "demand_heading", "label"),
    "body": ("paragraph", "demand_body", "item", "quotation", "issue_line", "signature_summary"),
}
_ALIGNMENTS = {
    "left": "left",
    "start": "left",
    "center": "center",
    "right": "right",
    "end": "right",
}
# Khmer needs about half a point more than Latin to look as large.
_KHMER_MORE = 0.5


def style_of(options: ExportOptions) -> Style:
    """The style of a document, under its letterhead where it has one."""
    letterhead = options.letterhead
    return options.style if letterhead is None else _under(options.style, letterhead)


def sheet_of(options: ExportOptions, *, narrow: bool) -> Sheet:
    """The looks of a document."""
    return sheet(style_of(options), narrow=narrow)


@lru_cache(maxsize=8)
def _under(style: Style, letterhead: Letterhead) -> Style:
    page, roles = letterhead.page, dict(style.roles)
    for kind, look in letterhead.looks.items():
        for role in _ROLES.get(kind, ()):
            roles[role] = _dressed(roles[role], look, kind)
    millimetres = {
        name: getattr(page, name) / TWIPS_PER_MM
        for name in ("width", "height", "top", "bottom", "left", "right", "header", "footer")
    }
    side = min(millimetres["left"], millimetres["right"], style.page.side_by_side)
    made = PageStyle(side_by_side=side, **millimetres)
    # Another name: styles with a letterhead are other styles.
    return replace(style, name=f"{style.name}+{letterhead.name}", page=made, roles=roles)


def _dressed(role: RoleStyle, look: LetterheadLook, kind: str) -> RoleStyle:
    size = look.size / 2 if look.size else role.size
    khmer = size + _KHMER_MORE if look.size else role.khmer_size
    is_title = kind == "title"
    return replace(
        role,
        size=size,
        khmer_size=khmer - 2 * _KHMER_MORE - 1 if is_title and look.size else khmer,
        color=look.color or role.color,
        align=_ALIGNMENTS.get(look.align, role.align) if is_title else role.align,
    )
