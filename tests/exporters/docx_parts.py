"""Opens the bytes of a Word document for tests: parts, elements, the order a schema wants."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from functools import cache

from lxml import etree

from advocate_desk.exporters.blocks import ExportOptions
from advocate_desk.exporters.compose import compose
from advocate_desk.exporters.docx_writer import docx_bytes
from advocate_desk.model.kinds import Layout
from exporters.sample import river_statement

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


@cache
def river_docx(layout: Layout, *, withheld: int = 2, names: int = 60) -> bytes:
    """The sample statement as a Word document, with three columns of endorsers."""
    statement = river_statement(withheld=withheld, names=names)
    return docx_bytes(compose(statement, layout, ExportOptions(endorser_columns=3)))


def parts_of(data: bytes) -> dict[str, bytes]:
    """Name to content, in the order of the package."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def tree(data: bytes, name: str) -> etree._Element:
    """A part as elements."""
    return etree.fromstring(parts_of(data)[name])


def w(element: etree._Element, attribute: str = "val") -> str:
    """An attribute of the word processing namespace."""
    return str(element.get(W + attribute, ""))


def local(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return str(etree.QName(element).localname)


def text_of(element: etree._Element) -> str:
    """All text of an element, a line break as a line feed."""
    return "".join(_pieces(element))


def _pieces(element: etree._Element) -> Iterator[str]:
    for each in element.iter(W + "t", W + "br", W + "tab"):
        yield each.text or "" if local(each) == "t" else "\n" if local(each) == "br" else "\t"
