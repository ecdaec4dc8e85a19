"""The text of a paragraph letter by letter with its looks, and two such texts as tracked changes.

Words that both texts have stay as they are; a word that only looks different (a sign that is set in
another script's font) is taken out and put in again, so that each text comes back exactly.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple
from xml.etree import ElementTree as ET

from advocate_desk.exporters.redline_marks import DEL, INS, Change, Marks
from advocate_desk.exporters.verify_markup import R, W
from advocate_desk.language.differences import ADDED, REMOVED, differences

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TYPED = {f"{W}tab": "\t", f"{W}br": "\n"}
_ELEMENTS = {letter: tag for tag, letter in _TYPED.items()}
# Signs stand for what is no text: pictures and marks of footnotes. No text of ours holds these.
_FIRST_SIGN = 0x10F000


class Letter(NamedTuple):
    """One letter, the properties of its run, and the link it stands in."""

    letter: str
    look: str
    link: str
    element: ET.Element | None = None


@dataclass(slots=True)
class Signs:
    """A letter for each thing in a text that is none; the same thing has the same letter."""

    _known: dict[str, str] = field(default_factory=dict)

    def of(self, element: ET.Element) -> str:
        """The letter that stands for an element."""
        return self._known.setdefault(_named(element), chr(_FIRST_SIGN + len(self._known)))


def _named(element: ET.Element) -> str:
    """What an element shows; the numbers of pictures tell nothing."""
    embedded = [one.get(f"{R}embed", "") for one in element.iter() if f"{R}embed" in one.attrib]
    if embedded:
        return f"{element.tag} {embedded}"
    return f"{element.tag} {sorted(element.attrib.items())}"


def letters_of(paragraph: ET.Element, signs: Signs) -> list[Letter]:
    """Every letter of a paragraph."""
    found: list[Letter] = []
    for child in paragraph:
        if child.tag == f"{W}r":
            found += _of_run(child, "", signs)
        elif child.tag == f"{W}hyperlink":
            link = child.get(f"{R}id", "")
            found += (letter for run in child for letter in _of_run(run, link, signs))
    return found


def _of_run(run: ET.Element, link: str, signs: Signs) -> Iterator[Letter]:
    properties = run.find(f"{W}rPr")
    look = "" if properties is None else ET.tostring(properties, encoding="unicode")
    for child in run:
        if child.tag == f"{W}t":
            yield from (Letter(letter, look, link) for letter in child.text or "")
        elif child.tag in _TYPED:
            yield Letter(_TYPED[child.tag], look, link)
        elif child is not properties:
            yield Letter(signs.of(child), look, link, child)


def text_of(letters: Iterable[Letter]) -> str:
    """The letters as a text."""
    return "".join(letter.letter for letter in letters)


Piece = tuple[Change | None, Letter]


def compared(old: Sequence[Letter], new: Sequence[Letter]) -> list[Piece]:
    """The letters of both texts in the order of the page, each with what happened to it."""
    found: list[Piece] = []
    before = after = 0
    for kind, text in differences(text_of(old), text_of(new)):
        some, others = old[before : before + len(text)], new[after : after + len(text)]
        if kind == REMOVED:
            found += ((DEL, letter) for letter in some)
        elif kind == ADDED:
            found += ((INS, letter) for letter in others)
        else:
            found += _in_other_looks(some, others)
        before += len(text) * (kind != ADDED)
        after += len(text) * (kind != REMOVED)
    return found


def _in_other_looks(old: Sequence[Letter], new: Sequence[Letter]) -> Iterator[Piece]:
    pairs = list(zip(old, new, strict=True))
    for same, some in groupby(pairs, lambda pair: pair[0][1:3] == pair[1][1:3]):
        stretch = list(some)
        if same:
            yield from ((None, letter) for _, letter in stretch)
        else:
            yield from ((DEL, letter) for letter, _ in stretch)
            yield from ((INS, letter) for _, letter in stretch)


def written(pieces: Iterable[Piece], marks: Marks) -> Iterator[ET.Element]:
    """The letters as runs again, inside their links and marks."""
    for link, some in groupby(pieces, lambda piece: piece[1].link):
        content = list(_changes(some, marks))
        if link:
            yield _linked(link, content)
        else:
            yield from content


def _linked(link: str, content: list[ET.Element]) -> ET.Element:
    made = ET.Element(f"{W}hyperlink", {f"{R}id": link, f"{W}history": "1"})
    made.extend(content)
    return made


def _changes(pieces: Iterable[Piece], marks: Marks) -> Iterator[ET.Element]:
    for change, some in groupby(pieces, lambda piece: piece[0]):
        letters = [letter for _, letter in some]
        runs = [_run(list(each), change) for _, each in groupby(letters, lambda one: one.look)]
        if change is None:
            yield from runs
        else:
            yield marks.mark(change, runs)


def _run(letters: Sequence[Letter], change: Change | None) -> ET.Element:
    run = ET.Element(f"{W}r")
    if letters[0].look:
        run.append(ET.fromstring(letters[0].look))  # noqa: S314 - written by ourselves
    name = "delText" if change == DEL else "t"
    is_text: Callable[[Letter], bool] = lambda one: (  # noqa: E731 - a key for groupby
        one.element is None and one.letter not in _ELEMENTS
    )
    for plain, some in groupby(letters, is_text):
        if plain:
            run.append(_text(name, text_of(some)))
        else:
            run.extend(_element(one) for one in some)
    return run


def _text(name: str, text: str) -> ET.Element:
    made = ET.Element(W + name, {_SPACE: "preserve"})
    made.text = text
    return made


def _element(letter: Letter) -> ET.Element:
    return deepcopy(letter.element) if letter.element is not None else _typed(letter)


def _typed(letter: Letter) -> ET.Element:
    return ET.Element(_ELEMENTS[letter.letter])
