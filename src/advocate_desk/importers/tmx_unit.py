"""One unit of a TMX file: its two texts, who wrote it and when, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from advocate_desk.importers.script_share import main_language
from advocate_desk.language.safe_text import clean
from advocate_desk.model.kinds import ENGLISH, KHMER
from advocate_desk.model.marked import marked

SWAPPED = marked("The languages are swapped: the Khmer side is English, the English one Khmer.")
_NO_PAIR = marked("It has no text in Khmer, or none in English.")
_SAME = marked("Both sides are the same.")
_NOT_KHMER = marked("What is said to be Khmer has no Khmer letters.")
_NOT_ENGLISH = marked("What is said to be English is written in Khmer.")
_TOO_LONG = marked("A side is longer than any text of a statement.")

# "kh" is the country; it is written for the language so often that it is understood.
_LANGUAGES = {"km": KHMER, "khm": KHMER, "kh": KHMER, "en": ENGLISH, "eng": ENGLISH}
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# What these hold is the code of another program; `hi` and unknown elements hold text.
_CODES = frozenset({"bpt", "ept", "ph", "it", "ut"})
_DATE = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")
_INDENTED = re.compile(r"[ \t]*\n[ \t]*")
_LONGEST_AUTHOR = 200
_LOOKED_AT = 120


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as read; `texts` are in the order Khmer, English, as far as they are there.

    `tags`, `variants` and `removed` count what was left out.
    """

    line: int
    texts: Mapping[str, str]
    author: str = ""
    changed_on: str = ""
    tags: int = 0
    variants: int = 0
    removed: int = 0


def local(element: Any) -> str:  # noqa: ANN401 - lxml has no types
    """The name of an element without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def unit_of(element: Any) -> Unit:  # noqa: ANN401 - lxml has no types
    """The unit in a `tu` element; of several variants in a language the first one."""
    texts: dict[str, str] = {}
    tags = variants = removed = 0
    sides = [one for one in element if local(one) == "tuv"]
    for side in sides:
        language = _language(side)
        if not language:
            continue
        if language in texts:
            variants += 1
            continue
        text, inside = _text(side)
        cleaned = clean(text)
        texts[language] = cleaned.text.strip()
        tags, removed = tags + inside, removed + cleaned.removed
    ordered = {code: texts[code] for code in (KHMER, ENGLISH) if texts.get(code)}
    sources = (*sides[::-1], element)
    author = clean(_first(sources, "changeid", "creationid")).text[:_LONGEST_AUTHOR]
    day = _day(_first(sources, "changedate", "creationdate"))
    return Unit(element.sourceline or 0, ordered, author, day, tags, variants, removed)


def fault_of(unit: Unit, longest: int) -> str:
    """Why a unit is no pair, empty where it is one."""
    if set(unit.texts) != {KHMER, ENGLISH}:
        return _NO_PAIR
    khmer, english = unit.texts[KHMER], unit.texts[ENGLISH]
    if max(len(khmer), len(english)) > longest:
        return _TOO_LONG
    if khmer == english:
        return _SAME
    return _fault_of_letters(_written_in(khmer), _written_in(english))


def _fault_of_letters(khmer: str, english: str) -> str:
    if khmer == ENGLISH and english == KHMER:
        return SWAPPED
    if khmer == ENGLISH:
        return _NOT_KHMER
    return _NOT_ENGLISH if english == KHMER else ""


def _written_in(text: str) -> str:
    """The language by the letters of the beginning, which is enough to tell them apart."""
    return main_language(text[:_LOOKED_AT])


def _language(side: Any) -> str:  # noqa: ANN401 - lxml has no types
    code = side.get(_LANG) or side.get("lang") or ""
    return _LANGUAGES.get(re.split(r"[-_]", code.strip().lower(), maxsplit=1)[0], "")


def _text(side: Any) -> tuple[str, int]:  # noqa: ANN401 - lxml has no types
    """The text of a variant without inline tags, and how many there were."""
    segment = next((one for one in side if local(one) == "seg"), None)
    if segment is None:
        return "", 0
    inside = sum(1 for one in segment.iterdescendants() if local(one))
    text = "".join(_pieces(segment))
    # A text that begins on a line of its own was laid out by a program; its blanks are no text.
    return _INDENTED.sub(" ", text) if text.startswith("\n") else text, inside


def _pieces(element: Any) -> Iterator[str]:  # noqa: ANN401 - lxml has no types
    """The text of an element, that of foreign code left out."""
    if local(element) not in _CODES:
        yield element.text or ""
        for inner in element:
            yield from _pieces(inner)
            yield inner.tail or ""


def _first(elements: tuple[Any, ...], *names: str) -> str:
    values = (one.get(name) for one in elements for name in names)
    return next((value.strip() for value in values if value and value.strip()), "")


def _day(text: str) -> str:
    found = _DATE.match(text)
    return "-".join(found.groups()) if found else ""
