"""How each role looks on the preview's pages: the looks of the Word documents, in our units.

One look for both: what is set here comes from the table that the document's styles are made of.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont

from advocate_desk.exporters import docx_looks
from advocate_desk.exporters.blocks import Part
from advocate_desk.language.fonts import HEADING_KHMER
from advocate_desk.language.scripts import KHMER_SCRIPT, LATIN_SCRIPT

# Qt counts a font in whole pixels; four to the point keep the lines where a printer has them.
UNITS = 4
PAGE_WIDTH = 595.3
PAGE_HEIGHT = 841.9
MARGIN = 71.0
COLUMN_GAP = 22.0
CELL_GAP = 20.0
FOOTER_SPACE = 36.0

# A page is paper: its colours are the printer's, whatever the colours of the window are.
PAPER = QColor("#ffffff")
INK = QColor("#000000")
LINK_INK = QColor(f"#{docx_looks.LINK}")
MISSING_INK = QColor(f"#{docx_looks.WARNING}")
RULE_INK = QColor(f"#{docx_looks.RULE}")
FOOTER_INK = QColor(f"#{docx_looks.GREY}")
_TWIPS = UNITS / 20
_HALF_POINTS = UNITS / 2


@dataclass(frozen=True, slots=True)
class PageLook:
    """One paragraph's measures, in units of the page."""

    look: docx_looks.Look
    shape: docx_looks.Shape
    indent: float
    hang: float
    before: float
    after: float
    leading: float

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

    def font(self, script: str) -> QFont:
        """The face of a run in a script."""
        return font_of(self.look, script)


def look_of(part: Part, *, narrow: bool) -> PageLook:
    """The measures of a part, on the whole width or side by side."""
    sheet = docx_looks.NARROW if narrow else docx_looks.WIDE
    style = sheet.style(part.role, part.language)
    return _page_look(style.look, style.shape, part.level * sheet.step)


def table_head_look() -> PageLook:
    """The measures of the names of the languages above a side-by-side page."""
    return _page_look(docx_looks.TABLE_HEAD.look, docx_looks.TABLE_HEAD.shape, 0)


def _page_look(look: docx_looks.Look, shape: docx_looks.Shape, deeper: int) -> PageLook:
    return PageLook(
        look,
        shape,
        indent=(shape.left + deeper) * _TWIPS,
        hang=(shape.hanging or shape.left) * _TWIPS,
        before=shape.before * _TWIPS,
        after=shape.after * _TWIPS,
        leading=shape.line / 240,
    )


def font_of(look: docx_looks.Look, script: str) -> QFont:
    """The face of a look in a script; the other script's face stands in for what it lacks."""
    other = LATIN_SCRIPT if script == KHMER_SCRIPT else KHMER_SCRIPT
    font = QFont([look.font(script), look.font(other)])
    size = look.khmer_size if script == KHMER_SCRIPT else look.size
    font.setPixelSize(round(size * _HALF_POINTS))
    font.setBold(look.bold and look.font(script) != HEADING_KHMER)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
