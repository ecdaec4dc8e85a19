"""How each role looks on the preview's pages: the looks of the Word documents, in our units.

One look for both: what is set here comes from the sheet that the document's styles are made of.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtGui import QColor, QFont

from advocate_desk.exporters import docx_looks
from advocate_desk.exporters.blocks import Composition, Part, Role
from advocate_desk.exporters.docx_looks import Look, ParagraphStyle, Shape, Sheet
from advocate_desk.exporters.docx_sheets import sheet_of
from advocate_desk.language.scripts import KHMER_SCRIPT

# Qt counts a font in whole pixels; four to the point keep the lines where a printer has them.
UNITS = 4
TWIPS = UNITS / 20
COLUMN_GAP = docx_looks.COLUMN_GAP * TWIPS
CELL_MARGIN = 142 * TWIPS
CELL_TOP = 57 * TWIPS
RULE_SPACE = 8.0 * UNITS
THIN = 0.75 * UNITS
THICK = 3.0 * UNITS
BESIDE = 1.5 * UNITS

# A page is paper: its colours are the printer's, whatever the colours of the window are.
PAPER = QColor("#ffffff")
INK = QColor("#000000")
SHADE = QColor("#e9edf2")
LINK_INK = QColor(f"#{docx_looks.LINK}")
MISSING_INK = QColor(f"#{docx_looks.WARNING}")
MISSING_GROUND = QColor("#ffff00")
_HALF_POINTS = UNITS / 2
_DEEPEST = 8
_DEMANDS = frozenset({Role.DEMAND_HEADING, Role.DEMAND_BODY})
_HANGING = _DEMANDS | {Role.ITEM, Role.ITEM_NOTE, Role.ENDORSER}


@dataclass(frozen=True, slots=True)
class Paper:
    """A page and the part of it that is for text, in units from the page's top left corner."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    header: float = 0.0
    footer: float = 0.0

    @property
    def text_width(self) -> float:
        """How wide the text may be."""
        return self.right - self.left


def paper_of(sheet: Sheet) -> Paper:
    """The paper of a sheet."""
    page = sheet.page
    return Paper(
        width=page.width * TWIPS,
        height=page.height * TWIPS,
        top=page.top * TWIPS,
        bottom=(page.height - page.bottom) * TWIPS,
        left=page.left * TWIPS,
        right=(page.width - page.right) * TWIPS,
        header=page.header * TWIPS,
        footer=page.footer * TWIPS,
    )


def sheet_for(composition: Composition) -> Sheet:
    """The sheet of a document: languages side by side have narrower looks."""
    is_narrow = any(flow.languages[1:] for flow in composition.flows)
    return sheet_of(composition.options, narrow=is_narrow)


@dataclass(frozen=True, slots=True)
class PageLook:
    """One paragraph's measures, in units of the page."""

    look: Look
    shape: Shape
    indent: float = 0.0
    hang: float = 0.0

    @property
    def right(self) -> float:
        """How far it keeps away from the right edge."""
        return self.shape.right * TWIPS

    @property
    def before(self) -> float:
        """The space above it."""
        return self.shape.before * TWIPS

    @property
    def after(self) -> float:
        """The space below it."""
        return self.shape.after * TWIPS

    @property
    def leading(self) -> float:
        """The height of its lines, as a multiple of the font's."""
        return self.shape.line / docx_looks.LINE

    @property
    def align(self) -> str:
        """`left`, `center` or `right`."""
        return self.shape.align

    @property
    def keeps_next(self) -> bool:
        """Whether it stays with the paragraph after it."""
        return self.shape.keep_next

    @property
    def ink(self) -> QColor:
        """The colour of its text."""
        return QColor(f"#{self.look.color}") if self.look.color else INK

    @property
    def rule_ink(self) -> QColor:
        """The colour of the line beside it."""
        return QColor(f"#{self.shape.rule_color}") if self.shape.rule_color else INK

    def font(self, script: str) -> QFont:
        """The face of a run in a script."""
        return font_of(self.look, script)

    def aligned(self, align: str) -> PageLook:
        """The same look with other lines."""
        return replace(self, shape=replace(self.shape, align=align))


def look_of(part: Part, sheet: Sheet) -> PageLook:
    """The measures of a part."""
    style = sheet.style(part.role, part.language)
    indent, hang = _place(part, style, sheet)
    return PageLook(style.look, style.shape, indent * TWIPS, hang * TWIPS)


def _place(part: Part, style: ParagraphStyle, sheet: Sheet) -> tuple[int, int]:
    """How far a part is indented, and how far its marker hangs out; the document's own rule."""
    left = style.shape.left
    if part.role not in _HANGING:
        return left, left
    if sheet.article and part.role in _DEMANDS:
        return (sheet.article,) * 2 if part.marker else (0, 0)
    hang = sheet.step if part.level else left
    return left + min(part.level, _DEEPEST) * sheet.step, hang


def table_head_look(sheet: Sheet) -> PageLook:
    """The measures of the names of the languages above a side-by-side page."""
    return PageLook(sheet.table_head.look, sheet.table_head.shape)


def footer_look(sheet: Sheet) -> PageLook:
    """The measures of the line with the page's number."""
    return PageLook(sheet.footer.look, sheet.footer.shape)


@lru_cache(maxsize=256)
def font_of(look: Look, script: str) -> QFont:
    """The face of a look in a script; the Khmer ones have Latin letters of their own."""
    families = [look.font(script)]
    if script != KHMER_SCRIPT:
        families.append(look.font(KHMER_SCRIPT))
    font = QFont(families)
    size = look.khmer_size if script == KHMER_SCRIPT else look.size
    font.setPixelSize(max(round(size * _HALF_POINTS), 1))
    font.setBold(look.is_bold(script))
    if look.italic and script != KHMER_SCRIPT:
        font.setItalic(True)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
