"""XML that other programs exchange: read without doors to outside, of bounded size.

A document type may be named, as glossaries of other programs do, but nothing it says is read: no
entity is declared, no file fetched.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.parsers import expat

from advocate_desk.importers.files import read_bytes, really_is
from advocate_desk.model.errors import ImportRefused
from advocate_desk.model.marked import marked

MOST_BYTES = 50_000_000
MOST_ELEMENTS = 1_000_000
MOST_DEPTH = 100
_ENTITY = marked(
    "“{name}” declares an entity in line {line}, which no exchanged list needs, so it was not read."
)
_UNKNOWN_ENTITY = marked("“{name}” uses an unknown entity in line {line}, column {column}.")
_DAMAGED = marked("“{name}” is damaged in line {line}, column {column}, so nothing was read.")
_ENCODING = marked("“{name}” is written in an encoding this program does not know.")
_RESAVE = marked("Export it again as UTF-8 from the program it came from.")
_TOO_LARGE = marked("“{name}” holds more than is read; it is too much at line {line}.")
_ENCODING_FAULTS = frozenset({18, 19})  # expat: unknown, incorrect encoding


def read_xml(path: Path, *, most_bytes: int = MOST_BYTES) -> ET.Element:
    """The root element of an XML file, names with their namespace.

    Raises:
        ImportRefused: it is no XML, damaged (with line and column), too large, or not harmless.
    """
    data = read_bytes(path, most_bytes)
    if other := really_is(data):
        raise ImportRefused(other, name=path.name)
    return _Reading(path.name).root_of(data)


class _Reading:
    """One run of the parser over one file."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._depth = self._count = 0
        self._builder = ET.TreeBuilder()
        self._parser = expat.ParserCreate(namespace_separator="}")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._builder.data
        self._parser.EntityDeclHandler = self._refused(_ENTITY)
        self._parser.SkippedEntityHandler = self._refused(_UNKNOWN_ENTITY)

    def root_of(self, data: bytes) -> ET.Element:
        """The root of what the bytes say."""
        try:
            self._parser.Parse(data, True)
        except expat.ExpatError as fault:
            raise self._damaged(fault) from fault
        except (LookupError, ValueError) as fault:
            raise ImportRefused(_ENCODING, advice=_RESAVE, name=self._name) from fault
        return self._builder.close()

    def _damaged(self, fault: expat.ExpatError) -> ImportRefused:
        if fault.code in _ENCODING_FAULTS:
            return ImportRefused(_ENCODING, advice=_RESAVE, name=self._name)
        return ImportRefused(_DAMAGED, name=self._name, line=fault.lineno, column=fault.offset + 1)

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._count += 1
        if self._depth > MOST_DEPTH or self._count > MOST_ELEMENTS:
            raise self._refusal(_TOO_LARGE)
        self._builder.start(name, attributes)

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._builder.end(name)

    def _refused(self, message: str) -> Callable[..., None]:
        def refuse(*_details: object) -> None:
            raise self._refusal(message)

        return refuse

    def _refusal(self, message: str) -> ImportRefused:
        line, column = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1
        return ImportRefused(message, name=self._name, line=line, column=column)


def local(name: str) -> str:
    """A name without its namespace or prefix."""
    return name.rpartition("}")[2].rpartition(":")[2]


def attribute(element: ET.Element, name: str) -> str:
    """An attribute by its local name, empty where there is none."""
    return next((text for key, text in element.attrib.items() if local(key) == name), "")


def whole_text(element: ET.Element) -> str:
    """All the text in an element, marks inside it left out, white space as one space."""
    return " ".join("".join(element.itertext()).split())
