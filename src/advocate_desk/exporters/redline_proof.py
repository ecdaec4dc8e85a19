"""The proof of a redline: all changes accepted it is the later document, all rejected the earlier.

What is accepted and rejected here is what Word does; each outcome is held to everything that a
document without changes is held to.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree as ET

from advocate_desk.exporters.redline import Redline
from advocate_desk.exporters.redline_marks import DEL, INS, Change
from advocate_desk.exporters.verify import verify
from advocate_desk.exporters.verify_faults import Fault, Rule
from advocate_desk.exporters.verify_markup import W, w
from advocate_desk.exporters.zip_parts import ZipPart, zipped
from advocate_desk.model.withholding import Withheld

_DOCUMENT, _NOTES = "word/document.xml", "word/footnotes.xml"
# A redline holds changes by its nature, its lists count what is there and what was, and fonts are
# proved with each of the two texts.
_MEANT = frozenset({Rule.CHANGES, Rule.NUMBERING, Rule.FONTS})
_NOTHING_WITHHELD = Withheld()


def verify_redline(made: Redline, *, withheld: Withheld = _NOTHING_WITHHELD) -> tuple[Fault, ...]:
    """Everything that is wrong with the document as it is, and with both texts in it."""
    faults = [f for f in verify(made.data, withheld=withheld) if f.rule not in _MEANT]
    before = replace(made.before, fixed_time=made.after.fixed_time)
    outcomes = ((accepted(made.data), made.after), (rejected(made.data), before))
    for data, composition in outcomes:
        found = verify(data, composition, withheld=withheld)
        faults += (fault for fault in found if fault not in faults)
    return tuple(faults)


def accepted(data: bytes) -> bytes:
    """The document after somebody accepted all changes."""
    return _settled(data, kept=INS, dropped=DEL)


def rejected(data: bytes) -> bytes:
    """The document after somebody rejected all changes."""
    return _settled(data, kept=DEL, dropped=INS)


def _settled(data: bytes, *, kept: Change, dropped: Change) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    document = ET.fromstring(parts[_DOCUMENT])  # noqa: S314 - written by ourselves
    settle(document, kept=kept, dropped=dropped)
    parts[_DOCUMENT] = _bytes(document)
    if _NOTES in parts:
        notes = ET.fromstring(parts[_NOTES])  # noqa: S314 - written by ourselves
        _keep_marked(notes, document)
        parts[_NOTES] = _bytes(notes)
    return zipped(ZipPart(name, content) for name, content in parts.items())


def _bytes(element: ET.Element) -> bytes:
    return ET.tostring(element, encoding="unicode").encode()


def settle(document: ET.Element, *, kept: Change, dropped: Change) -> None:
    """Take one kind of change for good and the other back, in every paragraph and row."""
    _drop_rows(document, dropped)
    for holder in list(document.iter()):
        _settle_paragraphs(holder, dropped)
    for holder in list(document.iter()):
        _settle_runs(holder, kept, dropped)
    for properties in list(document.iter(f"{W}pPr")):
        _settle_properties(properties, is_back=dropped == INS)
    for properties in document.iter(f"{W}trPr"):
        _remove(properties, {f"{W}{kept}"})


def _drop_rows(document: ET.Element, dropped: Change) -> None:
    for holder in list(document.iter()):
        for table in holder.findall(f"{W}tbl"):
            for row in table.findall(f"{W}tr"):
                if row.find(f"{W}trPr/{W}{dropped}") is not None:
                    table.remove(row)
            if table.find(f"{W}tr") is None:
                holder.remove(table)


def _settle_paragraphs(holder: ET.Element, dropped: Change) -> None:
    """A paragraph whose end goes lends what is left of it to the next one."""
    carried: list[ET.Element] = []
    for paragraph in holder.findall(f"{W}p"):
        left = [child for child in paragraph if child.tag not in {f"{W}pPr", W + dropped}]
        left = [child for child in left if not _is_emptied(child, dropped)]
        if paragraph.find(f"{W}pPr/{W}rPr/{W}{dropped}") is not None:
            carried += left
            holder.remove(paragraph)
        elif carried:
            place = int(paragraph.find(f"{W}pPr") is not None)
            paragraph[place:place] = carried
            carried = []


def _is_emptied(element: ET.Element, dropped: Change) -> bool:
    is_link = element.tag == f"{W}hyperlink"
    return is_link and all(child.tag == W + dropped for child in element)


def _settle_runs(holder: ET.Element, kept: Change, dropped: Change) -> None:
    if holder.tag not in {f"{W}p", f"{W}hyperlink"}:
        return
    holder[:] = list(_runs(holder, kept, dropped))


def _runs(holder: ET.Element, kept: Change, dropped: Change) -> Iterator[ET.Element]:
    for child in holder:
        if child.tag == W + kept:
            for text in child.iter(f"{W}delText"):
                text.tag = f"{W}t"
            yield from child
        elif child.tag != W + dropped and not _is_emptied(child, dropped):
            yield child


def _settle_properties(properties: ET.Element, *, is_back: bool) -> None:
    mark = properties.find(f"{W}rPr")
    if mark is not None:
        _remove(mark, {f"{W}{INS}", f"{W}{DEL}"})
        if not len(mark):
            properties.remove(mark)
    change = properties.find(f"{W}pPrChange")
    if change is None:
        return
    properties.remove(change)
    if is_back:
        ends = properties.findall(f"{W}sectPr")
        properties[:] = [*change[0], *ends]


def _remove(holder: ET.Element, tags: set[str]) -> None:
    for child in [one for one in holder if one.tag in tags]:
        holder.remove(child)


def _keep_marked(notes: ET.Element, document: ET.Element) -> None:
    """The notes whose marks are left, in the order of their marks."""
    wanted = [w(mark, "id") for mark in document.iter(f"{W}footnoteReference")]
    by_id = {w(note, "id"): note for note in notes}
    lines = [note for note in notes if w(note, "type")]
    notes[:] = [*lines, *(by_id[one] for one in wanted)]
