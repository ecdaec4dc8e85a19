"""Which numbered paragraphs are the headings of demands, whatever level they sit on."""

from __future__ import annotations

from collections.abc import Sequence

from advocate_desk.importers.markers import is_numbered, number, style
from advocate_desk.importers.phrases import ends_in_colon, ends_sentence, is_call, is_key_line
from advocate_desk.importers.source import SourceParagraph
from advocate_desk.importers.streams import Placed

_LONGEST_HEADING = 250
_MOST_OF_THEM = 0.8


def demand_heading_places(lines: Sequence[Placed]) -> frozenset[int]:
    """The places of the paragraphs that head a demand."""
    styled = {line.place for at, line in enumerate(lines) if _is_styled_heading(lines, at)}
    unstyled = {place for run in _counts(lines) for place in _unstyled_headings(lines, run)}
    if styled or unstyled:
        return frozenset(styled | unstyled)
    return frozenset(_headings_after_a_call(lines))


def _is_styled_heading(lines: Sequence[Placed], at: int) -> bool:
    paragraph = lines[at].paragraph
    if not is_numbered(paragraph.marker):
        return False
    is_short = len(paragraph.text) <= _LONGEST_HEADING
    return paragraph.level > 0 or (paragraph.is_bold and is_short and _has_text_below(lines, at))


def _counts(lines: Sequence[Placed]) -> list[list[int]]:
    """Runs of indexes whose numbers rise by one each, whatever stands between them."""
    runs: list[list[int]] = []
    for at, line in enumerate(lines):
        marker = line.paragraph.marker
        if not is_numbered(marker) or line.paragraph.level:
            continue
        before = lines[runs[-1][-1]].paragraph.marker if runs else ""
        goes_on = before and style(before) == style(marker)
        if not (goes_on and number(marker) == number(before) + 1):
            runs.append([])
        runs[-1].append(at)
    return runs


def _unstyled_headings(lines: Sequence[Placed], run: list[int]) -> list[int]:
    headings = [lines[at].place for at in run if _looks_like_heading(lines, at)]
    enough = len(run) >= 2 and len(headings) >= _MOST_OF_THEM * len(run)
    return headings if enough else []


def _looks_like_heading(lines: Sequence[Placed], at: int) -> bool:
    text = lines[at].paragraph.text
    is_line = "\n" not in text and len(text) <= _LONGEST_HEADING
    return is_line and not ends_sentence(text) and _has_text_below(lines, at)


def _has_text_below(lines: Sequence[Placed], at: int) -> bool:
    below = _below(lines, at)
    return bool(below and below.is_plain and not below.is_bold and not is_key_line(below.text))


def _below(lines: Sequence[Placed], at: int) -> SourceParagraph | None:
    return lines[at + 1].paragraph if at + 1 < len(lines) else None


def _headings_after_a_call(lines: Sequence[Placed]) -> list[int]:
    """Headings without numbers, where a lead-in such as "we urge the following:" opens them."""
    found: list[int] = []
    is_open = False
    for at, line in enumerate(lines):
        paragraph = line.paragraph
        if paragraph.is_plain and not paragraph.is_bold:
            is_open = is_open or (ends_in_colon(paragraph.text) and is_call(paragraph.text))
        elif is_open and paragraph.level and _has_text_below(lines, at):
            found.append(line.place)
    return found
