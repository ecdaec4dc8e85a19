"""The closed set of placeholders that any text may hold, and footnotes; read in one pass.

`{{date}}` stands for a value, `{{footnote: text}}` for a note at the foot of the page. What is
filled in is never read again, so no value can bring in another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

DATE = "date"
LUNAR_DATE = "lunar_date"
PLACE = "place"
COUNT_ENDORSERS = "count_endorsers"
COUNT_SIGNATURES = "count_signatures"
KNOWN = frozenset({DATE, LUNAR_DATE, PLACE, COUNT_ENDORSERS, COUNT_SIGNATURES})

_BRACED = re.compile(r"\{\{([^{}]*)\}\}")
# A note's own text may hold placeholders, but no further note.
_ANY = re.compile(r"\{\{footnote:(?P<note>(?:[^{}]|\{\{[^{}]*\}\})*)\}\}|\{\{(?P<name>[^{}]*)\}\}")


@dataclass(frozen=True, slots=True)
class Note:
    """The text of a footnote, its placeholders filled."""

    text: str


def placeholders(text: str) -> tuple[str, ...]:
    """What stands between double braces, in order and as typed, known or not; no footnotes."""
    names: list[str] = []
    for found in _ANY.finditer(text):
        note = found["note"]
        if note is None:
            names.append(found["name"])
        elif not note.strip():
            names.append(found[0].strip("{}"))
        else:
            names.extend(each[1] for each in _BRACED.finditer(note))
    return tuple(names)


def filled(text: str, values: Mapping[str, str]) -> str:
    """A text with its placeholders filled; one that is unknown or without a value stays."""
    if "{{" not in text:
        return text
    return _BRACED.sub(lambda found: values.get(found[1], found[0]), text)


def pieces(text: str, values: Mapping[str, str]) -> Iterator[str | Note]:
    """A text cut at its footnotes: texts and notes, placeholders filled in both."""
    done = 0
    for found in _ANY.finditer(text):
        yield text[done : found.start()]
        done = found.end()
        note = found["note"]
        if note is None:
            yield values.get(found["name"], found[0])
        elif note.strip():
            yield Note(filled(" ".join(note.split()), values))
        else:
            yield found[0]
    yield text[done:]
