"""Walks through the text of a document once and proves each paragraph on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, count
from xml.etree import ElementTree as ET

from advocate_desk.exporters.blocks import Composition, Part
from advocate_desk.exporters.verify_faults import Faults, Rule, place
from advocate_desk.exporters.verify_fonts import FontUses
from advocate_desk.exporters.verify_markup import R, W, finished, local, text_of
from advocate_desk.exporters.verify_numbers import (
    Counting,
    WordLists,
    entry_of,
    missing_list,
)
from advocate_desk.exporters.verify_order import check_order
from advocate_desk.exporters.verify_private import check_element
from advocate_desk.exporters.verify_runs import check_run, check_style
from advocate_desk.model.marked import marked

_SHOWN = 60
_REFERENCES = frozenset({f"{R}id", f"{R}embed", f"{R}link", f"{R}pict"})

_OTHER_TEXT = marked("Here the document says “{found}”, but the statement says “{wanted}”.")
_TOO_SHORT = marked("The document ends before the statement does, which goes on “{wanted}”.")
_TOO_LONG = marked("The document goes on after the end of the statement: “{found}”.")


@dataclass(slots=True)
class PartText:
    """What one part of a document says, and what was needed to say it."""

    name: str
    lists: WordLists
    uses: FontUses
    faults: Faults
    number: int = 0
    root: str = ""
    paragraphs: list[tuple[int, str]] = field(default_factory=list)
    all_texts: list[str] = field(default_factory=list)
    attributes: set[str] = field(default_factory=set)
    references: set[str] = field(default_factory=set)
    _notes: Iterator[int] = field(default_factory=lambda: count(1))
    _where: str = ""
    _in_header: bool = False
    _counting: Counting = field(default_factory=Counting)

    def __post_init__(self) -> None:
        self._where = place(self.name, 1)

    def read(self, data: bytes) -> None:
        """Read the whole part; finished paragraphs are let go at once."""
        for element in finished(data):
            self._take(element)
            self.root = element.tag
            if element.tag == f"{W}p":
                element.clear()

    def _take(self, element: ET.Element) -> None:
        name = local(element)
        self._note(element)
        check_order(element, name, self._where, self.faults)
        check_element(element, name, self._where, self.faults)
        if name == "p":
            self._paragraph(element)
        elif name == "r":
            check_run(element, self._where, self.uses, self.faults)
        elif name in {"style", "docDefaults"}:
            check_style(element, self.name, self.faults)
        else:
            self._table(element, name)

    def _note(self, element: ET.Element) -> None:
        if element.text and not element.text.isspace() and element.tag != f"{W}t":
            self.all_texts.append(element.text)
        for key, value in element.attrib.items():
            self.attributes.add(value)
            if key in _REFERENCES:
                self.references.add(value)

    def _table(self, element: ET.Element, name: str) -> None:
        """Whether the next paragraph stands in a table's header."""
        if name == "trPr":
            self._in_header = element.find(f"{W}tblHeader") is not None
        elif name == "tr":
            self._in_header = False

    def _paragraph(self, element: ET.Element) -> None:
        where = self._where
        self.number += 1
        self._where = place(self.name, self.number + 1)
        text = text_of(element, self._notes)
        entry, whole, missing = entry_of(element.find(f"{W}pPr"), text, self.lists)
        if missing:
            missing_list(missing, where, self.faults)
        if text.strip():
            self.all_texts.append(text)
            if not self._in_header:
                self.paragraphs.append((self.number, whole))
                self._counting.take(entry, where, self.faults)


def expected(composition: Composition) -> Iterator[str]:
    """The paragraphs of a composition as a document must say them, the marks of notes in them."""
    return (f"{part.marker} {_marked(part)}" for part in _parts(composition) if part.text.strip())


def expected_notes(composition: Composition) -> Iterator[str]:
    """The footnotes of a composition, each with the number that Word gives it."""
    return (f"{note.number} {note.text}" for part in _parts(composition) for note in part.notes)


def _parts(composition: Composition) -> Iterator[Part]:
    for flow in composition.flows:
        for row in chain(flow.head, flow.rows):
            for code in flow.languages:
                yield from row.cells.get(code, ())


def _marked(part: Part) -> str:
    text = part.text
    for note in reversed(part.notes):
        text = f"{text[: note.at]}{note.number}{text[note.at :]}"
    return text


def compare(
    name: str, found: Sequence[tuple[int, str]], wanted: Iterable[str], faults: Faults
) -> None:
    """Report the first paragraph in which a part differs from what it must say."""
    said_so_far = iter(found)
    for text in map(_plain, wanted):
        number, said = next(said_so_far, (0, ""))
        if not number:
            where = place(name, found[-1][0] if found else 0)
            faults.add(Rule.TEXT, where, _TOO_SHORT, wanted=text[:_SHOWN])
            return
        said = _plain(said)
        if said != text:
            start = _agreeing(said, text)
            pieces = {"found": said[start : start + _SHOWN], "wanted": text[start : start + _SHOWN]}
            faults.add(Rule.TEXT, place(name, number), _OTHER_TEXT, **pieces)
            return
    number, said = next(said_so_far, (0, ""))
    if number:
        faults.add(Rule.TEXT, place(name, number), _TOO_LONG, found=_plain(said)[:_SHOWN])


def _plain(text: str) -> str:
    return " ".join(text.split())


def _agreeing(one: str, other: str) -> int:
    """Where two texts begin to differ, a few characters before it."""
    pairs = enumerate(zip(one, other, strict=False))
    same = next((i for i, (a, b) in pairs if a != b), min(len(one), len(other)))
    return max(0, same - 10)
