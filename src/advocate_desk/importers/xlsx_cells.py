"""The cells of one sheet as texts, read in one pass without building the sheet."""

from __future__ import annotations

from xml.parsers import expat

from advocate_desk.importers.sheet_limits import (
    LONGEST_CELL,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    column_letters,
    refuse_large_sheet,
    refuse_long_cell,
    refuse_wide_sheet,
)
from advocate_desk.importers.sheet_values import ValueFormats
from advocate_desk.importers.xlsx_strings import plain_text
from advocate_desk.model.marked import marked

Cells = list[tuple[int, str]]
_NAME = "{name}"  # the parent knows it
_FORMULAS = marked(
    "Sheet “{sheet}”: {count} cells hold formulas ({cells}); their values were read."
)
_UNCOMPUTED = marked(
    "Sheet “{sheet}”: {count} cells hold formulas without a value ({cells}); they were read as text."
)
_MERGED = marked(
    "Sheet “{sheet}”: {count} groups of merged cells ({cells}); their text is in the first cell."
)
_ERRORS = marked("Sheet “{sheet}”: {count} cells hold an error ({cells}); they were read as empty.")
_SHOWN_PLACES = 5


class _Places:
    """Some cells of a kind, counted, the first ones by name."""

    def __init__(self, message: str) -> None:
        self._message = message
        self._count = 0
        self._first: list[str] = []

    def add(self, place: str) -> None:
        self._count += 1
        if len(self._first) < _SHOWN_PLACES:
            self._first.append(place[:24])

    def note(self, sheet: str) -> list[dict[str, object]]:
        if not self._count:
            return []
        more = ", …" if self._count > len(self._first) else ""
        cells = ", ".join(self._first) + more
        arguments = {"sheet": sheet, "count": self._count, "cells": cells}
        return [{"message": self._message, "arguments": arguments}]


class SheetCells:
    """Reads a sheet; afterwards `rows` are its rows with text, each a list of (column, text)."""

    def __init__(
        self, sheet: str, formats: ValueFormats, strings: list[str], most_characters: int
    ) -> None:
        self.rows: list[tuple[int, Cells]] = []
        self.characters = 0
        self._sheet = sheet
        self._formats = formats
        self._strings = strings
        self._most = most_characters
        self._row = self._column = -1
        self._cells: Cells = []
        self._count = 0
        self._type = self._style = ""
        self._parts: dict[str, list[str]] = {}
        self._into = ""
        self._phonetic = 0
        self._formulas, self._uncomputed = _Places(_FORMULAS), _Places(_UNCOMPUTED)
        self._merged, self._errors = _Places(_MERGED), _Places(_ERRORS)

    def read(self, part: bytes) -> None:
        """Reads the part of the sheet.

        Raises:
            ImportRefused: there is more in it than any list has, or an overlong text.
        """
        self._row = 0
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(part, True)

    def notes(self) -> list[dict[str, object]]:
        """What somebody should know about the cells."""
        kinds = (self._formulas, self._uncomputed, self._errors, self._merged)
        return [note for kind in kinds for note in kind.note(self._sheet)]

    # --- the elements

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name == "c":
            self._open_cell(attributes)
        elif name in {"v", "t", "f"} and not self._phonetic:
            self._into = name
            self._parts.setdefault(name, [])
        elif name == "row":
            self._open_row(attributes.get("r", ""))
        elif name == "rPh":
            self._phonetic += 1
        elif name == "mergeCell":
            self._merged.add(attributes.get("ref", ""))

    def _end(self, tag: str) -> None:
        name = tag.rpartition(":")[2]
        self._into = ""
        if name == "c":
            self._close_cell()
        elif name == "row":
            self._close_row()
        elif name == "rPh":
            self._phonetic -= 1

    def _text(self, text: str) -> None:
        if self._into:
            self._parts[self._into].append(text)

    def _open_row(self, number: str) -> None:
        self._row = int(number) if number.isdecimal() and len(number) < 9 else self._row + 1
        self._column = -1
        self._cells = []

    def _close_row(self) -> None:
        if not self._cells:
            return
        if len(self.rows) >= MOST_ROWS or self._count > MOST_CELLS:
            raise refuse_large_sheet(self._sheet, self._row, _NAME)
        self.rows.append((self._row, self._cells))

    def _open_cell(self, attributes: dict[str, str]) -> None:
        named = _column(attributes.get("r", ""))
        self._column = self._column + 1 if named is None else named
        self._type = attributes.get("t", "")
        self._style = attributes.get("s", "")
        self._parts = {}

    def _close_cell(self) -> None:
        text = self._shown()
        if not text.strip():
            return
        if self._column >= MOST_COLUMNS:
            raise refuse_wide_sheet(self._sheet, self._row, self._column, _NAME)
        if len(text) > LONGEST_CELL:
            raise refuse_long_cell(self._sheet, self._row, self._column, _NAME)
        self._count += 1
        self.characters += len(text)
        if self.characters > self._most:
            raise refuse_large_sheet(self._sheet, self._row, _NAME)
        self._cells.append((self._column, text))

    # --- what a cell shows

    def _shown(self) -> str:
        value = "".join(self._parts.get("v", ()))
        formula = "".join(self._parts.get("f", ()))
        place = f"{column_letters(self._column)}{self._row}"
        if self._type == "e":
            self._errors.add(place)
            return ""
        if "f" in self._parts and not value:
            self._uncomputed.add(place)
            return f"={plain_text(formula)}" if formula else ""
        if "f" in self._parts:
            self._formulas.add(place)
        return self._valued(value)

    def _valued(self, value: str) -> str:
        if self._type == "s":
            return self._shared(value)
        if self._type == "inlineStr":
            return plain_text("".join(self._parts.get("t", ())))
        if self._type == "b":
            return "TRUE" if value.strip() == "1" else "FALSE"
        if self._type in {"str", "d"}:
            return plain_text(value)
        style = int(self._style) if self._style.isdecimal() and len(self._style) < 6 else 0
        return self._formats.shown(value, style) if value.strip() else ""

    def _shared(self, value: str) -> str:
        at = int(value) if value.strip().isdecimal() and len(value) < 10 else -1
        return self._strings[at] if 0 <= at < len(self._strings) else ""


def _column(place: str) -> int | None:
    """The column of a place such as `AB12`, counted from 0."""
    letters = place.rstrip("0123456789")
    if not (letters.isascii() and letters.isalpha() and len(letters) <= 4):
        return None
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
