"""A bilingual file parted into one stream of paragraphs for each language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from advocate_desk.importers.markers import number, style
from advocate_desk.importers.phrases import is_endorser_label
from advocate_desk.importers.script_share import main_language
from advocate_desk.importers.source import SourceParagraph
from advocate_desk.model.kinds import ENGLISH

_CLEAR_MAJORITY = 0.7


@dataclass(frozen=True, slots=True)
class Placed:
    """A paragraph and its place among all paragraphs of the file."""

    place: int
    paragraph: SourceParagraph


@dataclass(frozen=True, slots=True)
class Stream:
    """The paragraphs of one language in their order."""

    language: str
    lines: tuple[Placed, ...]


def streams_of(paragraphs: Sequence[SourceParagraph]) -> tuple[Stream, ...]:
    """One stream a language, the language that comes first first."""
    languages = _languages(paragraphs)
    order = tuple(dict.fromkeys(languages))
    return tuple(
        Stream(
            language,
            tuple(
                Placed(place, paragraph)
                for place, paragraph in enumerate(paragraphs)
                if languages[place] == language
            ),
        )
        for language in order
    )


def _languages(paragraphs: Sequence[SourceParagraph]) -> list[str]:
    """The language of each paragraph; one without letters goes with its neighbours."""
    own = [line.language or main_language(line.text) for line in paragraphs]
    before = next((language for language in own if language), ENGLISH)
    languages: list[str] = []
    for language in own:
        before = language or before
        languages.append(before)
    _lists_stay_whole(paragraphs, languages)
    return languages


def _lists_stay_whole(paragraphs: Sequence[SourceParagraph], languages: list[str]) -> None:
    """A Khmer name in an English list does not leave it."""
    for run in _runs(paragraphs):
        first = run[0]
        label = paragraphs[first - 1] if first else None
        if label and not label.marker and is_endorser_label(label.text):
            wanted = languages[first - 1]
        else:
            wanted = _majority([languages[place] for place in run])
        for place in run if wanted else ():
            languages[place] = wanted


def _majority(languages: list[str]) -> str:
    language, count = Counter(languages).most_common(1)[0]
    return language if count >= _CLEAR_MAJORITY * len(languages) else ""


def _runs(paragraphs: Sequence[SourceParagraph]) -> list[list[int]]:
    """The places of entries that follow each other and whose numbers go on."""
    runs: list[list[int]] = []
    base, last = "", 0
    for place, paragraph in enumerate(paragraphs):
        if not paragraph.marker or paragraph.level or paragraph.cell:
            continue
        family, value = style(paragraph.marker), number(paragraph.marker)
        goes_on = bool(runs) and runs[-1][-1] == place - 1
        restarts = goes_on and family == base and 0 < value <= last
        if not goes_on or restarts:
            runs.append([])
            base, last = family, 0
        runs[-1].append(place)
        last = value if family == base else last
    return runs
