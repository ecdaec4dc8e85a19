"""XLSX files in: hands the bytes to the limited process and takes its answer apart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from advocate_desk.importers.csv_rows import RawRow
from advocate_desk.importers.docx_child import SHEETS
from advocate_desk.importers.docx_file import ask_child
from advocate_desk.importers.files import really_is
from advocate_desk.model.draft import DraftNote
from advocate_desk.model.errors import ImportRefused
from advocate_desk.model.marked import marked

RawSheet = tuple[str, tuple[RawRow, ...], tuple[DraftNote, ...]]
_ZIP = b"PK\x03\x04"


def xlsx_sheets(data: bytes, name: str) -> tuple[RawSheet, ...]:
    """Every visible sheet: name, rows with their numbers, notes.

    Raises:
        ImportRefused: not a spreadsheet, damaged, too large, or built to do harm.
    """
    if not data.startswith(_ZIP):
        sentence = really_is(data) or marked("“{name}” is not a spreadsheet.")
        advice = marked("Open it in a spreadsheet program and save it as .xlsx.")
        raise ImportRefused(sentence, advice=advice, name=name)
    answer = ask_child(data, name, SHEETS)
    return tuple(_sheet(sheet) for sheet in answer["sheets"])


def _sheet(sheet: Mapping[str, Any]) -> RawSheet:
    notes = tuple(DraftNote(note["message"], note["arguments"]) for note in sheet["notes"])
    return sheet["name"], tuple((number, _dense(cells)) for number, cells in sheet["rows"]), notes


def _dense(cells: list[list[Any]]) -> list[str]:
    """A row of (column, text) as texts from the first column on."""
    texts = [""] * (max((column for column, _ in cells), default=-1) + 1)
    for column, text in cells:
        texts[column] = text
    return texts
