"""The text of one part as HTML: escaped, with its links, notes, line breaks and languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from advocate_desk.exporters.blocks import Footnote, Link, Part
from advocate_desk.language.scripts import script_runs

_SAFE_LINKS = ("mailto:", "https://", "http://")
# HTML has no way to write these; texts are cleaned at every boundary, this is the last one.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def escaped(text: str) -> str:
    """A text for element content or a quoted attribute."""
    return escape(_FORBIDDEN.sub("", text), quote=True)


def note_id(language: str, number: int) -> str:
    """The name of a footnote in the page."""
    return f"note-{escaped(language)}-{number}"


def part_text(part: Part) -> str:
    """A part's text without its marker."""
    text = marked_up(part.text, part.language, part.links, part.notes)
    return f"<mark>{text}</mark>" if part.missing else text


def marked_up(
    text: str, language: str, links: tuple[Link, ...], notes: tuple[Footnote, ...] = ()
) -> str:
    """A text with its links, the marks of its notes, and other languages marked as such."""
    cuts = {0, len(text), *(note.at for note in notes)}
    cuts |= {end for link in links for end in (link.start, link.end)}
    bounds = sorted(cut for cut in cuts if 0 <= cut <= len(text))
    made = []
    for start, end in zip(bounds, [*bounds[1:], bounds[-1]], strict=True):
        made += [_note_mark(note, language) for note in notes if note.at == start]
        if end > start:
            made.append(_stretch(text[start:end], start, language, links))
    return "".join(made)


def _stretch(text: str, start: int, language: str, links: tuple[Link, ...]) -> str:
    link = next((one for one in links if one.start <= start < one.end), None)
    if link is None or not link.href.lower().startswith(_SAFE_LINKS):
        return "".join(_in_languages(text, language))
    return f'<a href="{escaped(link.href)}">{escaped(text)}</a>'


def _in_languages(text: str, language: str) -> Iterator[str]:
    for script, run in script_runs(text, base=language):
        written = escaped(run).replace("\n", "<br>\n")
        if script == language or not any(map(str.isalpha, run)):
            yield written
        else:
            yield f'<span lang="{script}">{written}</span>'


def _note_mark(note: Footnote, language: str) -> str:
    name = note_id(language, note.number)
    mark = escaped(note.marker)
    return f'<sup><a href="#{name}" id="{name}-mark" role="doc-noteref">{mark}</a></sup>'
