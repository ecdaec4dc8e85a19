"""Small readings of WordprocessingML elements, by local name, so that both dialects work."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

_OFF = frozenset({"0", "false", "off", "none"})


def local(element: ET.Element) -> str:
    """The name of an element without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: ET.Element | None, name: str) -> str:
    """An attribute by its local name, empty where there is none."""
    if element is None:
        return ""
    found = (value for key, value in element.attrib.items() if key.rpartition("}")[2] == name)
    return next(found, "")


def child(element: ET.Element | None, name: str) -> ET.Element | None:
    """The first child of that local name."""
    if element is None:
        return None
    return next((inner for inner in element if local(inner) == name), None)


def children(element: ET.Element | None, name: str) -> Iterator[ET.Element]:
    """The children of that local name."""
    return iter(()) if element is None else (x for x in element if local(x) == name)


def value(element: ET.Element | None, name: str) -> str:
    """The `val` of a child, empty where there is none."""
    return attribute(child(element, name), "val")


def whole_number(text: str, default: int = 0) -> int:
    """A number as the format writes it; the default for anything else."""
    bare = text.removeprefix("-")
    return int(text) if bare.isascii() and bare.isdigit() and len(bare) < 10 else default


def is_on(element: ET.Element | None, name: str) -> bool | None:
    """A switch such as bold: on, off, or not said."""
    found = child(element, name)
    return None if found is None else attribute(found, "val").casefold() not in _OFF
