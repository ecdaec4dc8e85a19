"""What a Word file must be before any of it is read: of bounded size, without doors to outside.

Runs in the limited child process; refusals carry no file name, the parent adds it.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from xml.parsers import expat

from advocate_desk.model.errors import ImportRefused
from advocate_desk.model.marked import marked

MOST_PARTS = 2_000
MOST_BYTES = 100_000_000
MOST_PART_BYTES = 40_000_000
MOST_RATIO = 200
RATIO_FROM = 100_000  # below that a good ratio is no bomb
MOST_ELEMENTS = 400_000
MOST_DEPTH = 250
MOST_GRID = 63
DAMAGED = marked("“{name}” is damaged, so it cannot be read.")
TOO_LARGE = marked("“{name}” is larger inside than any statement, so it was not opened.")
UNSAFE = marked("“{name}” is not built as a Word document is, so it was not opened.")
DOCTYPE = marked("“{name}” holds a document type definition, which no Word document needs.")
PASSWORD = marked("“{name}” is protected with a password; take it off in Word and try again.")
_GRID_NAMES = frozenset({"gridSpan", "gridBefore", "gridAfter"})
_UNSAFE_NAME = re.compile(r"^[/\\]|\\|:|(?:^|/)\.\.?(?:/|$)|[\x00-\x1f]|//")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def checked_parts(data: bytes, *, most_elements: int = 0) -> Mapping[str, bytes]:
    """The XML parts of a Word file by name, after every part was checked.

    Spreadsheets are built alike; their `most_elements` are more than those of a document.

    Raises:
        ImportRefused: the file is damaged, too large, or not built as Word documents are.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            _check_entries(infos)
            names = [info.filename for info in infos if _is_xml(info.filename)]
            parts = {name: archive.read(name) for name in names}
    except (zipfile.BadZipFile, zipfile.LargeZipFile, OSError, EOFError) as fault:
        raise ImportRefused(DAMAGED) from fault
    _check_markup(parts, most_elements or MOST_ELEMENTS)
    return parts


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def _check_entries(infos: list[zipfile.ZipInfo]) -> None:
    if len(infos) > MOST_PARTS:
        raise ImportRefused(TOO_LARGE)
    names = [info.filename.casefold() for info in infos]
    if len(set(names)) < len(names) or any(_UNSAFE_NAME.search(name) for name in names):
        raise ImportRefused(UNSAFE)
    for info in infos:
        _check_entry(info)
    packed = sum(info.compress_size for info in infos)
    whole = sum(info.file_size for info in infos)
    if whole > MOST_BYTES or (whole > RATIO_FROM and whole > MOST_RATIO * max(packed, 1)):
        raise ImportRefused(TOO_LARGE)


def _check_entry(info: zipfile.ZipInfo) -> None:
    if info.flag_bits & 0x1:
        raise ImportRefused(PASSWORD)
    if info.compress_type not in _METHODS:
        raise ImportRefused(UNSAFE)
    is_bomb = info.file_size > RATIO_FROM and (
        info.file_size > MOST_RATIO * max(info.compress_size, 1)
    )
    if info.file_size > MOST_PART_BYTES or is_bomb:
        raise ImportRefused(TOO_LARGE)


class _MarkupCheck:
    """Counts what stands in the markup of all parts, without building anything from it."""

    def __init__(self, most_elements: int) -> None:
        self._most = most_elements
        self._elements = 0
        self._depth = 0

    def check(self, part: bytes) -> None:
        """Checks one part.

        Raises:
            ImportRefused: too many or too deep elements, a doctype, or an absurd table.
        """
        self._depth = 0
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        try:
            parser.Parse(part, True)
        except (expat.ExpatError, UnicodeError, LookupError, ValueError) as fault:
            raise ImportRefused(DAMAGED) from fault

    def _doctype(self, *_ignored: object) -> None:
        raise ImportRefused(DOCTYPE)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        self._depth += 1
        if self._elements > self._most or self._depth > MOST_DEPTH:
            raise ImportRefused(TOO_LARGE)
        if name.rpartition(":")[2] in _GRID_NAMES:
            _check_grid(attributes)

    def _end(self, _name: str) -> None:
        self._depth -= 1


def _check_grid(attributes: dict[str, str]) -> None:
    for name, value in attributes.items():
        is_width = value.isascii() and value.isdigit() and len(value) <= 3
        if name.rpartition(":")[2] == "val" and not (is_width and int(value) <= MOST_GRID):
            raise ImportRefused(UNSAFE)


def _check_markup(parts: Mapping[str, bytes], most_elements: int) -> None:
    check = _MarkupCheck(most_elements)
    for part in parts.values():
        check.check(part)
