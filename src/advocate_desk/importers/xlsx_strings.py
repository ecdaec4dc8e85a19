"""The texts of a workbook: shared strings, and the escapes within any text."""

from __future__ import annotations

import re
from xml.parsers import expat

from advocate_desk.importers.sheet_limits import LONGEST_CELL

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def plain_text(text: str) -> str:
    """A text without the escapes of characters that XML cannot hold (`_x000D_`)."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def shared_strings(part: bytes) -> list[str]:
    """The table of texts that cells name by number; no text longer than is worth keeping."""
    return _Strings().read(part) if part else []


class _Strings:
    def __init__(self) -> None:
        self._found: list[str] = []
        self._pieces: list[str] = []
        self._skipping = 0
        self._in_text = False

    def read(self, part: bytes) -> list[str]:
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(part, True)
        return self._found

    def _start(self, tag: str, _attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name == "si":
            self._pieces = []
        elif name == "rPh":
            self._skipping += 1
        self._in_text = name == "t" and not self._skipping

    def _end(self, tag: str) -> None:
        name = tag.rpartition(":")[2]
        self._in_text = False
        if name == "si":
            # One sign more than a cell may hold tells the reader of cells that it is too long.
            self._found.append(plain_text("".join(self._pieces))[: LONGEST_CELL + 1])
        elif name == "rPh":
            self._skipping -= 1

    def _text(self, text: str) -> None:
        if self._in_text:
            self._pieces.append(text)
