"""A booklet: Khmer on left pages, English on right ones, cut into spreads that say the same.

The first page, a right one, bears the head and the titles in both languages. From then on a left
and a right page are filled together, as far as both sides fit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from advocate_desk.exporters.blocks import ExportOptions, Flow, Part, Role, Row, Start
from advocate_desk.exporters.docx_looks import Sheet
from advocate_desk.exporters.docx_sheets import sheet_of
from advocate_desk.exporters.entries import Entries
from advocate_desk.exporters.heights import height_of_part, height_of_row

Pair = Mapping[str, Row]
Sides = Mapping[str, tuple[Row, ...]]
_COVER = frozenset({Role.TITLE, Role.SUBTITLE})
_SPARE = 0.97  # of a page: the estimate may err
_LEAST = 900  # twips that are worth starting a list or a long paragraph in


def spreads(sides: Sides, heads: Sides, options: ExportOptions) -> tuple[Flow, ...]:
    """The flows of a booklet: the cover's, then two for each spread."""
    sheet = sheet_of(options, narrow=False)
    cover = _cover_rows(sides)
    flows = [
        Flow((code,), rows[:cover], head=_head(heads[code], number), start=_start(number))
        for number, (code, rows) in enumerate(sides.items())
        if rows[:cover] or heads[code]
    ]
    rest = [dict(zip(sides, rows, strict=True)) for rows in zip(*_rests(sides, cover), strict=True)]
    for spread in _Cutter(sheet, tuple(sides)).cut(rest):
        for number, (code, rows) in enumerate(spread.items()):
            flows.append(Flow((code,), tuple(rows), start=Start.ODD if number else Start.EVEN))
    return tuple(flows)


def _head(rows: tuple[Row, ...], number: int) -> tuple[Row, ...]:
    """Logos stand once on a cover."""
    return tuple(replace(row, logos=()) for row in rows) if number else rows


def _start(number: int) -> Start:
    return Start.HERE if number else Start.PAGE


def _cover_rows(sides: Sides) -> int:
    """How many rows at the beginning are titles."""
    rows = next(iter(sides.values()))
    titles = (all(part.role in _COVER for part in row.parts) for row in rows)
    return next((at for at, is_title in enumerate(titles) if not is_title), len(rows))


def _rests(sides: Sides, cover: int) -> Iterator[tuple[Row, ...]]:
    return (rows[cover:] for rows in sides.values())


@dataclass(slots=True)
class _Cutter:
    """Fills spreads; the two rows of a pair never part."""

    sheet: Sheet
    languages: tuple[str, ...]
    spread: dict[str, list[Row]] = field(default_factory=dict)
    used: dict[str, int] = field(default_factory=dict)

    def cut(self, pairs: Sequence[Mapping[str, Row]]) -> Iterator[dict[str, list[Row]]]:
        self._begin()
        for pair in pairs:
            if _is_break(pair):
                yield from self._finish()
            else:
                yield from self._place(pair)
        yield from self._finish()

    def _place(self, pair: Mapping[str, Row]) -> Iterator[dict[str, list[Row]]]:
        rest: Mapping[str, Row] | None = pair
        while rest is not None:
            fitting, rest = self._split(rest)
            if fitting is not None:
                self._add(fitting)
            if rest is not None:
                yield from self._turn()

    def _split(self, pair: Pair) -> tuple[Pair | None, Pair | None]:
        """What of a pair fits on this spread, and what is left for the next."""
        if all(self._room(code) >= self._height(row) for code, row in pair.items()):
            return pair, None
        counts = {code: self._fitting(code, row) for code, row in pair.items()}
        if not all(counts.values()):
            # Nothing fits beside it on an empty spread either: it goes there whole.
            return (pair, None) if self._is_fresh() else (None, pair)
        return _parted(pair, counts)

    def _fitting(self, code: str, row: Row) -> int:
        """How many parts of a row fit; none of a short rest of the page."""
        room = self._room(code) * row.columns
        if row.columns > 1:
            room = int((room - 200) / 1.08)
        if room < _LEAST and not self._is_fresh():
            return 0
        parts = row.cells[code]
        if parts and parts[0].role is Role.SIGNATURE_SPACE:
            return 0  # who signs, signs on one page
        return self._unparted(parts, _count_fitting(parts, self.sheet, self._inner(row), room))

    def _unparted(self, parts: Sequence[Part], count: int) -> int:
        """A heading is not left behind by its text."""
        while 0 < count < len(parts) and self._announces(parts[count - 1]):
            count -= 1
        return count

    def _announces(self, part: Part) -> bool:
        return self.sheet.style(part.role, part.language).shape.keep_next

    def _inner(self, row: Row) -> int:
        width = self.sheet.page.text_width
        return width if row.columns == 1 else width // row.columns - 250

    def _height(self, row: Row) -> int:
        return height_of_row(row, self.sheet, self.sheet.page.text_width, row.columns)

    def _room(self, code: str) -> int:
        return int(self.sheet.page.text_height * _SPARE) - self.used[code]

    def _is_fresh(self) -> bool:
        return not any(self.used.values())

    def _add(self, pair: Mapping[str, Row]) -> None:
        for code, row in pair.items():
            self.spread[code].append(row)
            self.used[code] += self._height(row)

    def _begin(self, kept: Mapping[str, list[Row]] | None = None) -> None:
        self.spread = {code: [] for code in self.languages}
        self.used = dict.fromkeys(self.languages, 0)
        for code, rows in (kept or {}).items():
            self.spread[code] = rows
            self.used[code] = sum(map(self._height, rows))

    def _turn(self) -> Iterator[dict[str, list[Row]]]:
        """Turn the page; what announces the next row goes with it."""
        lengths = [len(rows) for rows in self.spread.values()]
        at = lengths[0]
        while at and any(rows[at - 1].keep for rows in self.spread.values()):
            at -= 1
        at = at or lengths[0]
        kept = {code: rows[at:] for code, rows in self.spread.items()}
        self.spread = {code: rows[:at] for code, rows in self.spread.items()}
        yield from self._finish()
        self._begin(kept)

    def _finish(self) -> Iterator[dict[str, list[Row]]]:
        if any(self.spread.values()):
            yield self.spread
        self._begin()


def _count_fitting(parts: Sequence[Part], sheet: Sheet, width: int, room: int) -> int:
    for count, part in enumerate(parts):
        room -= height_of_part(part, sheet, width)
        if room < 0:
            return count
    return len(parts)


def _parted(
    pair: Mapping[str, Row], counts: Mapping[str, int]
) -> tuple[Mapping[str, Row], Mapping[str, Row]]:
    """Lists are cut at the same number on both sides, so that they go on together."""
    if any(isinstance(row.cells[code], Entries) for code, row in pair.items()):
        counts = dict.fromkeys(counts, min(counts.values()))
    head = {code: _slice(row, code, slice(0, counts[code])) for code, row in pair.items()}
    tail = {code: _slice(row, code, slice(counts[code], None)) for code, row in pair.items()}
    return head, tail


def _slice(row: Row, code: str, part: slice) -> Row:
    return replace(row, cells={code: row.cells[code][part]}, keep=row.keep and part.start > 0)


def _is_break(pair: Mapping[str, Row]) -> bool:
    return any(row.is_page_break for row in pair.values())
