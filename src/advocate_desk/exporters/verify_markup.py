"""Reads the XML of a document that may be hostile: no type definitions, bounded size and depth."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET
from xml.parsers import expat

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
CORE = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
MOST_ELEMENTS = 4_000_000
MOST_DEPTH = 250
_OFF = frozenset({"0", "false", "off", "none"})


class MarkupRefused(ValueError):  # noqa: N818 - a refusal
    """A part that is not well formed, too deep, too long, or has a type definition."""


@dataclass(slots=True)
class Scan:
    """A first look at a part: it may be read, and what stands in it besides elements."""

    hidden: list[str] = field(default_factory=list)
    _elements: int = 0
    _depth: int = 0

    def read(self, data: bytes) -> None:
        """Look at a whole part.

        Raises:
            MarkupRefused: it must not be read any further.
        """
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = self._refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CommentHandler = self.hidden.append
        parser.ProcessingInstructionHandler = lambda name, text: self.hidden.append(
            f"{name} {text}"
        )
        try:
            parser.Parse(data, True)
        except (expat.ExpatError, UnicodeError, LookupError) as fault:
            raise MarkupRefused(str(fault)) from fault

    def _refuse(self, *_ignored: object) -> None:
        raise MarkupRefused("document type definition")

    def _start(self, _name: str, _attributes: dict[str, str]) -> None:
        self._elements += 1
        self._depth += 1
        if self._elements > MOST_ELEMENTS or self._depth > MOST_DEPTH:
            raise MarkupRefused("too many elements")

    def _end(self, _name: str) -> None:
        self._depth -= 1


def tree(data: bytes) -> ET.Element | None:
    """A part as elements; None where it must not be read."""
    try:
        Scan().read(data)
        return ET.fromstring(data)  # noqa: S314 - looked at before: no DTD, bounded
    except (MarkupRefused, ET.ParseError, ValueError):
        return None


def finished(data: bytes) -> Iterator[ET.Element]:
    """Every element when it ends, in a part that was scanned; inner ones come first."""
    for _, element in ET.iterparse(io.BytesIO(data), events=("end",)):  # noqa: S314 - scanned
        yield element


def local(element: ET.Element) -> str:
    """The name of an element in the word processing namespace; else with its namespace."""
    return element.tag.removeprefix(W)


def w(element: ET.Element | None, attribute: str = "val") -> str:
    """An attribute in the word processing namespace, empty where there is none."""
    return "" if element is None else element.get(W + attribute, "")


def is_on(element: ET.Element | None) -> bool:
    """Whether an on-off property is there and not off."""
    return element is not None and w(element).casefold() not in _OFF


def text_of(element: ET.Element, notes: Iterator[int] | None = None) -> str:
    """The text of an element as it is read; a break or a tab is white space.

    `notes` gives the numbers that Word writes for the marks of footnotes.
    """
    return "".join(_pieces(element, notes))


def _pieces(element: ET.Element, notes: Iterator[int] | None) -> Iterator[str]:
    for each in element.iter():
        name = local(each)
        if name == "t":
            yield each.text or ""
        elif name in _MARKS and notes is not None and not w(each, "customMarkFollows"):
            yield str(next(notes))
        else:
            yield _SIGNS.get(name, "")


_SIGNS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "\u2011"}
_MARKS = frozenset({"footnoteReference", "footnoteRef"})
