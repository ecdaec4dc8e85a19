"""What stands beside each other without being a list: the head of a document, signatories."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from PySide6.QtCore import QRectF

from advocate_desk.exporters.blocks import Part, Role, Row
from advocate_desk.gui.widgets.page_filling import Filler
from advocate_desk.gui.widgets.page_galley import Slug, height_of, slugs_of
from advocate_desk.gui.widgets.page_looks import CELL_MARGIN, TWIPS, UNITS
from advocate_desk.gui.widgets.page_setting import PartSetter
from advocate_desk.model.header import Logo

_MM = 72 / 25.4 * UNITS
_LOGO_HEIGHT = 20 * _MM
_LOGO_WIDTH = 42 * _MM
_BETWEEN = 8 * _MM
_BESIDE = 284 * TWIPS


class HeadSetter:
    """Places heads and signatories."""

    def __init__(self, filler: Filler, parts: PartSetter) -> None:
        self._filler = filler
        self._parts = parts

    def place(self, row: Row) -> None:
        """One row of a document's head, over the whole width."""
        parts = tuple(row.parts)
        if len(row.logos) == 1 and parts:
            self._beside(row.logos[0], parts)
        else:
            self._above(row.logos, parts)

    def _beside(self, logo: Logo, parts: Sequence[Part]) -> None:
        filler = self._filler
        paper = filler.paper
        wide, high = _fitted(logo, _LOGO_WIDTH)
        left = paper.left + wide + _BESIDE + CELL_MARGIN
        slugs = self._parts.slugs(parts, paper.right - left)
        text = height_of(slugs, at_top=True)
        whole = max(text, high)
        middle = filler.y + (whole - high) / 2
        filler.picture(logo.data, QRectF(paper.left + CELL_MARGIN, middle, wide, high))
        top = filler.y
        filler.y += (whole - text) / 2
        filler.place(slugs, left)
        filler.y = top + whole + _BETWEEN
        filler.begin_below()

    def _above(self, logos: Sequence[Logo], parts: Sequence[Part]) -> None:
        filler = self._filler
        if logos:
            self._in_a_row(logos)
        align = "center" if logos else ""
        width = filler.paper.text_width
        slugs = slugs_of(self._parts.part(part, width, align=align) for part in parts)
        filler.y += filler.place(slugs, filler.paper.left)
        is_state = bool(parts) and parts[-1].role is Role.ORNAMENT
        filler.y += slugs[-1].of.look.after if is_state else _BETWEEN
        filler.begin_below()

    def _in_a_row(self, logos: Sequence[Logo]) -> None:
        filler = self._filler
        paper = filler.paper
        each = paper.text_width / len(logos)
        room = (paper.text_width - _BETWEEN * (len(logos) - 1)) / len(logos)
        sizes = [_fitted(logo, min(room, _LOGO_WIDTH)) for logo in logos]
        tallest = max(high for _, high in sizes)
        for number, (logo, (wide, high)) in enumerate(zip(logos, sizes, strict=True)):
            left = paper.left + each * number + (each - wide) / 2
            filler.picture(logo.data, QRectF(left, filler.y + (tallest - high) / 2, wide, high))
        filler.y += tallest

    def place_signatories(self, row: Row) -> None:
        """Places to sign, as many to a line as the row has columns; none is cut in two."""
        filler = self._filler
        each = filler.paper.text_width / row.columns
        people = list(_people(tuple(row.parts)))
        lefts = [filler.paper.left + each * n + CELL_MARGIN for n in range(row.columns)]
        for start in range(0, len(people), row.columns):
            line = people[start : start + row.columns]
            cells = [self._cell(person, each) for person in _filled(line, row.columns)]
            filler.fill(cells, lefts, unbroken_below=filler.paper.height)
        filler.after = 0.0

    def least_of_signatories(self, row: Row) -> float:
        """How tall the first line of places to sign is."""
        each = self._filler.paper.text_width / row.columns
        first = list(_people(tuple(row.parts)))[: row.columns]
        return max(height_of(self._cell(person, each), at_top=True) for person in first)

    def _cell(self, parts: Sequence[Part], width: float) -> list[Slug]:
        return self._parts.slugs(parts, width - 2 * CELL_MARGIN, whole=True)


def is_for_signing(row: Row) -> bool:
    """Whether a row is places to sign."""
    return any(parts and parts[0].role is Role.SIGNATURE_SPACE for parts in row.cells.values())


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


def _fitted(logo: Logo, most: float) -> tuple[float, float]:
    """The size of a logo on paper: as high as the others, unless that makes it too wide."""
    wide, high = max(logo.width, 1), max(logo.height, 1)
    width = min(most, _LOGO_HEIGHT * wide / high)
    return width, width * high / wide
