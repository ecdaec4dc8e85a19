"""How tall a text stands on a page, estimated from above: a booklet is cut by it.

Word and LibreOffice break lines by their own lights; an estimate that is too small would push a
line to the next page and leave an empty one behind, so it is rather too large.
"""

from __future__ import annotations

import math
import unicodedata

from advocate_desk.exporters.blocks import Part, Role, Row
from advocate_desk.exporters.docx_looks import Look, Sheet, line_height
from advocate_desk.language.scripts import is_khmer

# Widths in parts of the letter size, measured on running text and rounded up.
_LATIN_WIDTH = 0.53
_BOLD_LATIN_WIDTH = 0.57
_KHMER_WIDTHS = {"Moul": 0.86}
_KHMER_WIDTH = 0.70
_COENG = "\u17d2"
_LINE_FILL = 0.94  # lines end at words
_TWIPS_PER_HALF_POINT = 10
_FOOTNOTE_RULE = 200


def height_of_row(row: Row, sheet: Sheet, width: int, columns: int = 1) -> int:
    """The height of a row's parts in twips, set in columns where it has some."""
    inner = width if columns == 1 else width // columns - 250
    whole = sum(height_of_part(part, sheet, inner) for part in row.parts)
    return whole if columns == 1 else math.ceil(whole / columns * 1.08) + 200


def height_of_part(part: Part, sheet: Sheet, width: int) -> int:
    """The height of a part with its footnotes in twips, in a column of a width."""
    style = sheet.style(part.role, part.language)
    shape, look = style.shape, style.look
    left = shape.left + min(part.level, 8) * sheet.step
    room = max(width - left - shape.right, 1200)
    lines = sum(_lines(line, look, room) for line in part.text.split("\n"))
    height = lines * _line_height(look, part.text, shape.line)
    notes = sum(_note_height(note.text, part.language, sheet, width) for note in part.notes)
    return shape.before + shape.after + height + notes


def _note_height(text: str, language: str, sheet: Sheet, width: int) -> int:
    note = Part(Role.FOOTNOTE, language, text)
    return height_of_part(note, sheet, width) + _FOOTNOTE_RULE


def _lines(text: str, look: Look, room: int) -> int:
    return max(1, math.ceil(text_width(text, look) / (room * _LINE_FILL)))


def text_width(text: str, look: Look) -> float:
    """The width of a text in twips: only what moves the pen counts."""
    latin = _BOLD_LATIN_WIDTH if look.bold else _LATIN_WIDTH
    khmer = _KHMER_WIDTHS.get(look.khmer, _KHMER_WIDTH)
    half_points, before = 0.0, ""
    for character in text:
        if is_khmer(character):
            moves = before != _COENG and unicodedata.category(character) != "Mn"
            half_points += look.khmer_size * khmer if moves else 0.0
        else:
            half_points += look.size * (latin if character < "\u0370" else 1.05)
        before = character
    return half_points * _TWIPS_PER_HALF_POINT


def _line_height(look: Look, text: str, line: int) -> int:
    khmer = any(map(is_khmer, text))
    font, size = (look.khmer, look.khmer_size) if khmer else (look.latin, look.size)
    natural = line_height(font) * size * _TWIPS_PER_HALF_POINT
    return math.ceil(natural * line / 240)
