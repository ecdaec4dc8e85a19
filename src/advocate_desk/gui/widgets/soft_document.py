"""Soft breaks inside a QTextDocument: zero width spaces for the eye only.

A soft break of ours is a ZWSP whose character format carries `SOFT`; a ZWSP without it was written
by somebody and is text. Paragraphs of a text are parted by a blank line and are blocks of the
document; a single line feed is a line separator inside a block.

Positions in the document and offsets in what a block shows are Qt's, in units of UTF-16; offsets in
a text are Python's, in characters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from advocate_desk.gui.widgets.text_units import from_units, in_units, units
from advocate_desk.language.breaks import ZWSP, soft_breaks

SOFT = QTextFormat.Property.UserProperty.value + 1
LINE_SEPARATOR = "\u2028"
PARAGRAPH_BREAK = "\n\n"


def _nothing(_text: str) -> Iterable[str]:
    return ()


def soft_format() -> QTextCharFormat:
    """The character format that marks a ZWSP as ours."""
    marked = QTextCharFormat()
    marked.setProperty(SOFT, True)
    return marked


def soft_offsets(block: QTextBlock) -> list[int]:
    """Where our soft breaks stand in a block, as offsets in what it shows."""
    shown = in_units(block.text())
    if ZWSP not in shown:
        return []
    found: list[int] = []
    for part in block.textFormats():
        if part.format.hasProperty(SOFT):
            span = range(part.start, part.start + part.length)
            found.extend(offset for offset in span if shown[offset : offset + 1] == ZWSP)
    return found


def is_soft(document: QTextDocument, position: int) -> bool:
    """Whether the character at a position is a soft break of ours."""
    if position < 0 or document.characterAt(position) != ZWSP:
        return False
    block = document.findBlock(position)
    return position - block.position() in soft_offsets(block)


def without(text: str, offsets: list[int]) -> str:
    """The text without the characters at these ascending offsets."""
    if not offsets:
        return text
    bounds = [-1, *offsets, len(text)]
    return "".join(text[a + 1 : b] for a, b in pairwise(bounds))


def block_text(block: QTextBlock, start: int = 0, end: int | None = None) -> str:
    """The text of a block, or of a part of what it shows, without our soft breaks."""
    shown = in_units(block.text())
    end = len(shown) if end is None else end
    soft = [offset - start for offset in soft_offsets(block) if start <= offset < end]
    return from_units(without(shown[start:end], soft)).replace(LINE_SEPARATOR, "\n")


def text_between(document: QTextDocument, start: int, end: int) -> str:
    """The text between two positions of the document, without our soft breaks."""
    parts: list[str] = []
    block = document.findBlock(start)
    while block.isValid() and block.position() <= end:
        first = max(0, start - block.position())
        last = min(block.length() - 1, end - block.position())
        parts.append(block_text(block, first, last))
        block = block.next()
    return PARAGRAPH_BREAK.join(parts)


def document_text(document: QTextDocument) -> str:
    """The whole text, without our soft breaks."""
    return text_between(document, 0, max(0, document.characterCount() - 1))


def shown_position(document: QTextDocument, offset: int) -> int:
    """The position in the document of an offset in its text."""
    block = document.firstBlock()
    while block.isValid():
        text = block_text(block)
        if offset <= len(text):
            return position_in(block, text, offset)
        offset -= len(text) + len(PARAGRAPH_BREAK)
        offset = max(offset, 0)  # inside the blank line: the start of the next paragraph
        block = block.next()
    return max(0, document.characterCount() - 1)


def position_in(block: QTextBlock, text: str, offset: int) -> int:
    """The position in the document of an offset in the text of one block."""
    return block.position() + _shown_offset(block, units(text[:offset]))


def _shown_offset(block: QTextBlock, offset: int) -> int:
    for soft in soft_offsets(block):
        if soft < offset:
            offset += 1
    return offset


def text_offset(document: QTextDocument, position: int) -> int:
    """The offset in the text of a position in the document."""
    return len(text_between(document, 0, position))


def break_softly(
    document: QTextDocument, block_number: int, protected: Callable[[str], Iterable[str]] = _nothing
) -> bool:
    """Puts the soft breaks of one block where they belong; whether any had to be changed."""
    block = document.findBlockByNumber(block_number)
    if not block.isValid():
        return False
    soft = soft_offsets(block)
    clean = from_units(without(in_units(block.text()), soft))
    text = clean.replace(LINE_SEPARATOR, "\n")
    breaks = soft_breaks(text, protected(text))
    wanted = {units(clean[:offset]) for offset in breaks}
    present = {offset - index for index, offset in enumerate(soft)}
    if wanted == present and len(present) == len(soft):
        return False
    _rewrite(block, soft, wanted, present)
    return True


def _rewrite(block: QTextBlock, soft: list[int], wanted: set[int], present: set[int]) -> None:
    """Removes and adds single breaks from the end, so that earlier offsets stay true."""
    cursor = QTextCursor(block)
    start = block.position()
    marked = soft_format()
    cursor.beginEditBlock()
    steps = [(offset, False) for offset in _to_remove(soft, wanted)]
    steps += [(_to_shown(soft, offset), True) for offset in wanted - present]
    for offset, add in sorted(steps, reverse=True):
        cursor.setPosition(start + offset)
        if add:
            cursor.insertText(ZWSP, marked)
        else:
            cursor.deleteChar()
    cursor.endEditBlock()


def _to_remove(soft: list[int], wanted: set[int]) -> list[int]:
    kept: set[int] = set()
    removed: list[int] = []
    for index, offset in enumerate(soft):
        place = offset - index
        if place in wanted and place not in kept:
            kept.add(place)
        else:
            removed.append(offset)
    return removed


def _to_shown(soft: list[int], place: int) -> int:
    for offset in soft:
        if offset < place:
            place += 1
    return place
