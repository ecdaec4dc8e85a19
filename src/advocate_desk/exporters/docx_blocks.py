"""What stands beside each other without being a list: signatories, the head of a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from advocate_desk.exporters.blocks import Part, Role, Row
from advocate_desk.exporters.docx_looks import GAP, TWIPS_PER_MM
from advocate_desk.exporters.docx_paragraphs import Paragraph, Paragraphs
from advocate_desk.exporters.docx_runs import run
from advocate_desk.exporters.docx_tables import bare_table
from advocate_desk.exporters.docx_xml import value
from advocate_desk.model.header import Logo

_LOGO_HEIGHT = round(20 * TWIPS_PER_MM)
_LOGO_WIDTH = round(42 * TWIPS_PER_MM)
_TOP = '<w:vAlign w:val="top"/>'
_BETWEEN = round(8 * TWIPS_PER_MM)


def signatories(row: Row, paragraphs: Paragraphs, width: int) -> str:
    """A table of places to sign, as many to a line as the row has columns."""
    count = row.columns
    people = [list(person) for person in _people(tuple(row.parts))]
    lines = [people[start : start + count] for start in range(0, len(people), count)]
    cells = [[_cell(person, paragraphs) for person in _filled(line, count)] for line in lines]
    return bare_table(cells, [width // count] * count)


def in_columns(row: Row, paragraphs: Paragraphs, width: int) -> str:
    """The parts of a row in columns of about the same length, for lists of one page."""
    parts = tuple(row.parts)
    each = -(-len(parts) // row.columns)
    stretches = [parts[at * each : (at + 1) * each] for at in range(row.columns)]
    cells = [_cell(stretch, paragraphs) for stretch in stretches]
    return bare_table([cells], [width // row.columns] * row.columns, _TOP)


def _people(parts: Sequence[Part]) -> Iterator[list[Part]]:
    person: list[Part] = []
    for part in parts:
        if part.role is Role.SIGNATURE_SPACE and person:
            yield person
            person = []
        person.append(part)
    yield person


def _filled(line: list[list[Part]], count: int) -> list[list[Part]]:
    return [person or [] for _, person in zip_longest(range(count), line)]


def _cell(parts: Sequence[Part], paragraphs: Paragraphs) -> str:
    return "".join(paragraphs.of(part).xml() for part in parts) or Paragraph(GAP.style_id).xml()


def head(row: Row, paragraphs: Paragraphs, width: int) -> Iterator[str]:
    """The head of a document: pieces of its body, each a whole paragraph or a table."""
    parts = tuple(row.parts)
    if len(row.logos) == 1 and parts:
        yield _beside(row.logos[0], parts, paragraphs, width)
        yield Paragraph(GAP.style_id, after=_BETWEEN).xml()
        return
    if not row.logos and len(row.cells) > 1:
        sides = [_cell(each, paragraphs) for each in row.cells.values()]
        yield bare_table([sides], [width // len(sides)] * len(sides), _TOP)
        yield Paragraph(GAP.style_id, after=_BETWEEN // 2).xml()
        return
    if row.logos:
        yield _in_a_row(row.logos, paragraphs, width)
    for part in parts:
        made = paragraphs.of(part)
        made.place = value("jc", "center") if row.logos else ""
        yield made.xml()
    if not parts or parts[-1].role is not Role.ORNAMENT:
        yield Paragraph(GAP.style_id, after=_BETWEEN).xml()


def _beside(logo: Logo, parts: Sequence[Part], paragraphs: Paragraphs, width: int) -> str:
    wide, high = _fitted(logo, _LOGO_WIDTH)
    picture = _picture(logo, wide, high, paragraphs)
    left = wide + 284
    cell = Paragraph(GAP.style_id, picture).xml()
    return bare_table([[cell, _cell(parts, paragraphs)]], [left, width - left])


def _in_a_row(logos: Sequence[Logo], paragraphs: Paragraphs, width: int) -> str:
    """Logos of one height with even spaces; many of them are made smaller together."""
    room = (width - _BETWEEN * (len(logos) - 1)) // len(logos)
    sizes = [_fitted(logo, min(room, _LOGO_WIDTH)) for logo in logos]
    cells = [
        Paragraph(
            GAP.style_id, _picture(logo, *size, paragraphs), place=value("jc", "center")
        ).xml()
        for logo, size in zip(logos, sizes, strict=True)
    ]
    return bare_table([cells], [width // len(logos)] * len(logos))


def _picture(logo: Logo, width: int, height: int, paragraphs: Paragraphs) -> str:
    look = paragraphs.sheet.normal.look
    return run(paragraphs.media.drawing(logo, width, height), look, "en", set())


def _fitted(logo: Logo, most: int) -> tuple[int, int]:
    """The size of a logo on paper: as high as the others, unless that makes it too wide."""
    wide, high = max(logo.width, 1), max(logo.height, 1)
    width = min(most, _LOGO_HEIGHT * wide // high)
    return max(width, 1), max(width * high // wide, 1)
