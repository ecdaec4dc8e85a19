"""Translation memories of other programs: TMX 1.4 files in, read in one pass, nothing trusted.

Entities are never resolved, nothing is fetched, and a document type of its own is refused. Every
unit of the file becomes a pair, repeats one, or is listed with the line it begins in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree

from advocate_desk.importers import tmx_unit
from advocate_desk.importers.files import read_bytes, really_is
from advocate_desk.importers.tmx_unit import Unit
from advocate_desk.model.draft import DraftNote, ListedRow
from advocate_desk.model.errors import ImportRefused
from advocate_desk.model.marked import marked
from advocate_desk.model.memory import DraftMemory, DraftPair

MOST_BYTES = 400_000_000
MOST_UNITS = 500_000
_SHOWN = 120

_NOT_TMX = marked("“{name}” is not a translation memory (TMX).")
_OWN_TYPE = marked("“{name}” has a document type of its own; such a file is not read.")
_UNSOUND = marked("“{name}” is not a sound TMX file: look at line {line}.")
_WRONG_ENCODING = marked("“{name}” is not in the encoding it says it is in: look at line {line}.")
_SAVE_AGAIN = marked("Export it again from the program it comes from, as UTF-8.")
_TOO_MANY = marked("“{name}” has more than {most} units; part it into several files.")
_SWAPPED = marked("The languages are swapped in “{name}”, from line {line} on.")
_SWAPPED_ADVICE = marked(
    "What is said to be Khmer is English and the other way round: correct the language codes."
)
_TAGS = marked("Inline tags left out: {count}. The text between them was kept.")
_VARIANTS = marked("Further variants in the same language left out: {count}.")
_REMOVED = marked("{count} control or broken characters were taken out of the text.")
_ENCODING_FAULTS = frozenset({9, 31, 32, 81})  # libxml2's numbers for them


def read_tmx(path: Path, *, longest: int) -> DraftMemory:
    """The pairs of a TMX file; no text is longer than `longest`.

    Raises:
        ImportRefused: missing, too large, not TMX, not sound XML, or its languages are swapped.
    """
    data = read_bytes(path, MOST_BYTES)
    something_else = really_is(data)
    if something_else:
        raise ImportRefused(something_else, name=path.name)
    reading = _Reading(path.name, longest)
    for unit in _units(data, path.name):
        reading.take(unit)
    return reading.draft()


class _Reading:
    """Sorts units into pairs, repeated ones and listed ones."""

    def __init__(self, name: str, longest: int) -> None:
        self._name = name
        self._longest = longest
        self._pairs: dict[tuple[str, ...], DraftPair] = {}
        self._listed: list[ListedRow] = []
        self._counts: Counter[str] = Counter()
        self._first_swapped = 0

    def take(self, unit: Unit) -> None:
        self._counts["rows"] += 1
        if self._counts["rows"] > MOST_UNITS:
            raise ImportRefused(_TOO_MANY, name=self._name, most=MOST_UNITS)
        self._counts.update(tags=unit.tags, variants=unit.variants, removed=unit.removed)
        fault = tmx_unit.fault_of(unit, self._longest)
        if fault:
            self._list(unit, fault)
            return
        pair = DraftPair(unit.texts, unit.line, unit.author, unit.changed_on)
        if self._pairs.setdefault(tuple(unit.texts.values()), pair) is not pair:
            self._counts["repeated"] += 1

    def _list(self, unit: Unit, fault: str) -> None:
        if fault == tmx_unit.SWAPPED:
            self._counts["swapped"] += 1
            self._first_swapped = self._first_swapped or unit.line
        text = " | ".join(unit.texts.values())
        shown = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
        self._listed.append(ListedRow(unit.line, shown, fault))

    def draft(self) -> DraftMemory:
        if not self._pairs and self._counts["swapped"] == len(self._listed) > 0:
            line = self._first_swapped
            raise ImportRefused(_SWAPPED, advice=_SWAPPED_ADVICE, name=self._name, line=line)
        if not self._counts["rows"]:
            raise ImportRefused(marked("There is no text in “{name}”."), name=self._name)
        told = (("tags", _TAGS), ("variants", _VARIANTS), ("removed", _REMOVED))
        notes = (DraftNote(m, {"count": self._counts[k]}) for k, m in told if self._counts[k])
        return DraftMemory(
            rows=self._counts["rows"],
            pairs=tuple(self._pairs.values()),
            repeated=self._counts["repeated"],
            listed=tuple(self._listed),
            notes=tuple(notes),
            origin=self._name,
        )


def _units(data: bytes, name: str) -> Iterator[Unit]:
    events = etree.iterparse(
        BytesIO(data),
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        yield from _parsed(events, name)
    except etree.XMLSyntaxError as fault:
        raise _unsound(fault, events.error_log, name) from None


def _unsound(fault: Any, log: Iterable[Any], name: str) -> ImportRefused:  # noqa: ANN401 - lxml has no types
    """The refusal of a file that is no XML; the first fault of the log says where."""
    first = next(iter(log), None)
    code, line = (first.type, first.line) if first is not None else (fault.code, fault.lineno)
    line = max(1, line or 1)
    if code in _ENCODING_FAULTS or "encoding" in str(fault).lower():
        return ImportRefused(_WRONG_ENCODING, advice=_SAVE_AGAIN, name=name, line=line)
    return ImportRefused(_UNSOUND, name=name, line=line)


def _parsed(events: Any, name: str) -> Iterator[Unit]:  # noqa: ANN401 - lxml has no types
    """Every unit in turn; what was read of the tree is let go of at once."""
    is_first = True
    for event, element in events:
        if is_first:
            _refuse_other(element, name)
            is_first = False
        if event == "end" and tmx_unit.local(element) == "tu":
            yield tmx_unit.unit_of(element)
            _let_go(element)


def _refuse_other(root: Any, name: str) -> None:  # noqa: ANN401 - lxml has no types
    own = root.getroottree().docinfo.internalDTD
    if own is not None and (any(own.iterentities()) or any(own.iterelements())):
        raise ImportRefused(_OWN_TYPE, name=name)
    if tmx_unit.local(root) != "tmx":
        raise ImportRefused(_NOT_TMX, name=name)


def _let_go(element: Any) -> None:  # noqa: ANN401 - lxml has no types
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]
