"""A workbook in the limited process: its visible sheets as rows of texts.

An own reader instead of a library: one far cell costs no million empty rows, merged cells and
formulas are told, and nothing is built from the markup but the texts.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree as ET

from advocate_desk.importers import docx_preflight
from advocate_desk.importers.docx_xml import attribute, children, local
from advocate_desk.importers.sheet_limits import MOST_SHEETS, MOST_TEXT, refuse_large_sheet
from advocate_desk.importers.sheet_values import ValueFormats
from advocate_desk.importers.xlsx_cells import SheetCells
from advocate_desk.importers.xlsx_strings import shared_strings
from advocate_desk.model.errors import ImportRefused
from advocate_desk.model.marked import marked

MOST_ELEMENTS = 6_000_000
_NO_SHEET = marked("“{name}” is not a spreadsheet.")
_SENTENCES = {
    docx_preflight.UNSAFE: marked(
        "“{name}” is not built as a spreadsheet is, so it was not opened."
    ),
    docx_preflight.TOO_LARGE: marked(
        "“{name}” is larger inside than any list, so it was not opened."
    ),
    docx_preflight.DOCTYPE: marked(
        "“{name}” holds a document type definition, which no spreadsheet needs."
    ),
    docx_preflight.PASSWORD: marked(
        "“{name}” is protected with a password; take it off and try again."
    ),
}


def read_workbook(data: bytes) -> dict[str, object]:
    """The visible sheets of an XLSX file, plain values only.

    Raises:
        ImportRefused: the file is damaged, too large, or no spreadsheet.
    """
    workbook = _Workbook(_parts(data))
    sheets: list[dict[str, object]] = []
    hidden: list[str] = []
    left = MOST_TEXT
    for name, is_hidden, part in workbook.sheets():
        if is_hidden:
            hidden.append(name)
            continue
        cells = SheetCells(name, workbook.formats, workbook.strings, left)
        cells.read(part)
        left -= cells.characters
        sheets.append({"name": name, "rows": cells.rows, "notes": cells.notes()})
    if sheets and hidden:
        sheets[0]["notes"] = [_hidden_note(hidden), *cells_notes(sheets[0])]
    return {"sheets": sheets}


def cells_notes(sheet: Mapping[str, object]) -> list[object]:
    """The notes on a sheet."""
    notes = sheet["notes"]
    return list(notes) if isinstance(notes, list) else []


def _hidden_note(names: list[str]) -> dict[str, object]:
    message = marked("{count} hidden sheets were not read: {sheets}.")
    return {"message": message, "arguments": {"count": len(names), "sheets": ", ".join(names)}}


def _parts(data: bytes) -> Mapping[str, bytes]:
    try:
        return docx_preflight.checked_parts(data, most_elements=MOST_ELEMENTS)
    except ImportRefused as refusal:
        sentence = _SENTENCES.get(refusal.message, refusal.message)
        raise ImportRefused(sentence, advice=refusal.advice) from refusal


class _Workbook:
    """The parts of a workbook and the relations between them."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._parts = parts
        self._name = self._first_target("", "officeDocument")
        if self._name not in parts:
            raise ImportRefused(_NO_SHEET)
        self._root = ET.fromstring(parts[self._name])  # noqa: S314 - checked, no doctype
        if local(self._root) != "workbook":
            raise ImportRefused(_NO_SHEET)
        styles = self._beside("styles")
        self.formats = ValueFormats.of(styles, counts_from_1904=self._counts_from_1904())
        self.strings = shared_strings(self._beside("sharedStrings"))

    def sheets(self) -> Iterator[tuple[str, bool, bytes]]:
        """Every sheet with cells: name, whether it is hidden, its part."""
        targets = dict(self._relations(self._name, "worksheet"))
        listed = [
            sheet for group in children(self._root, "sheets") for sheet in children(group, "sheet")
        ]
        if len(listed) > MOST_SHEETS:
            raise refuse_large_sheet(attribute(listed[MOST_SHEETS], "name"), 1, "{name}")
        for sheet in listed:
            part = self._parts.get(targets.get(_relation_id(sheet), ""))
            if part is not None:
                state = attribute(sheet, "state")
                yield attribute(sheet, "name"), state not in {"", "visible"}, part

    def _counts_from_1904(self) -> bool:
        said = (attribute(p, "date1904") for p in children(self._root, "workbookPr"))
        return next(said, "") in {"1", "true"}

    def _beside(self, kind: str) -> bytes:
        return self._parts.get(self._first_target(self._name, kind), b"")

    def _first_target(self, part: str, kind: str) -> str:
        return next((target for _, target in self._relations(part, kind)), "")

    def _relations(self, part: str, kind: str) -> Iterator[tuple[str, str]]:
        folder, name = posixpath.split(part)
        relations = self._parts.get(posixpath.join(folder, "_rels", f"{name}.rels"))
        if relations is None:
            return
        for relation in ET.fromstring(relations):  # noqa: S314 - checked, no doctype
            if attribute(relation, "Type").rpartition("/")[2] == kind:
                target = attribute(relation, "Target")
                path = target[1:] if target.startswith("/") else posixpath.join(folder, target)
                yield attribute(relation, "Id"), posixpath.normpath(path)


def _relation_id(sheet: ET.Element) -> str:
    """The relation of a sheet; `id` without a namespace would be the sheet's own number."""
    ids = (value for key, value in sheet.attrib.items() if key.endswith("}id"))
    return next(ids, "")
