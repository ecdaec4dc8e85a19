"""Text and Markdown: lines become paragraphs, markup is taken off, nothing else is changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from advocate_desk.importers.inline import without_inline_markup
from advocate_desk.importers.line_joining import joined
from advocate_desk.importers.markers import settled, split_marker
from advocate_desk.importers.source import SourceParagraph

PAGE_BREAK = "\f"
_BLANKS = " \t"
_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_RULE = re.compile(r"(?:[ \t]*(?:-[ \t]*){3,}|[ \t]*(?:\*[ \t]*){3,}|[ \t]*(?:_[ \t]*){3,})$")
_UNDERLINE = re.compile(r"={3,}$")
_TABLE_RULE = re.compile(r"\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?$")
_WHOLE_BOLD = re.compile(r"(\*\*|__)(?=\S)((?:(?!\1).)+?)(?<=\S)\1")


def paragraphs_of(text: str) -> tuple[SourceParagraph, ...]:
    """The paragraphs of a text, with the marks they carried."""
    return joined(settled(tuple(_lines(text))))


def _lines(text: str) -> Iterator[SourceParagraph]:
    """One paragraph a line; a blank line or a rule leaves a gap."""
    gap = True
    table_row = 0
    rows = _with_underlined_headings(text.split("\n"))
    for row, raw in rows:
        if _is_furniture(raw):
            gap = True
            table_row += not raw.strip()
            continue
        cells = _cells(raw)
        table_row += 1
        if cells:
            yield from _table_row(cells, row, table_row)
        else:
            yield replace(_line(raw, row), gap=gap)
        gap = False


def _is_furniture(raw: str) -> bool:
    bare = raw.strip()
    return raw != PAGE_BREAK and (
        not bare or bool(_RULE.match(raw)) or ("|" in bare and bool(_TABLE_RULE.match(bare)))
    )


def _with_underlined_headings(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Numbered lines; a line underlined with equals signs becomes a marked heading."""
    for row, raw in enumerate(lines, start=1):
        below = lines[row].strip() if row < len(lines) else ""
        if _UNDERLINE.match(raw.strip()) and row > 1 and lines[row - 2].strip():
            continue
        is_underlined = bool(raw.strip()) and bool(_UNDERLINE.match(below))
        yield row, f"# {raw.strip(_BLANKS)}" if is_underlined else raw


def _cells(raw: str) -> tuple[str, ...]:
    """The cells of a table row "| … | … |", empty for any other line."""
    bare = raw.strip()
    if not (len(bare) > 2 and bare.startswith("|") and bare.endswith("|")):
        return ()
    parts = re.split(r"(?<!\\)\|", bare[1:-1])
    return tuple(part.strip(_BLANKS) for part in parts) if len(parts) > 1 else ()


def _table_row(cells: tuple[str, ...], row: int, table_row: int) -> Iterator[SourceParagraph]:
    for column, cell in enumerate(cells):
        for part in re.split(r"<br ?/?>", cell):
            if part.strip():
                yield replace(_line(part, row), cell=(table_row, column))


def _line(raw: str, row: int) -> SourceParagraph:
    if raw == PAGE_BREAK:
        return SourceParagraph(text="", row=row, is_break=True)
    indent = len(raw.expandtabs(4)) - len(raw.expandtabs(4).lstrip(_BLANKS))
    bare = raw.strip(_BLANKS)
    level, bare = _heading(bare.removeprefix("> "))
    bare, is_bold = _without_whole_bold(bare)
    found = split_marker(bare)
    typed, marker = (found.typed, found.marker) if found else ("", "")
    rest, is_bold_rest = _without_whole_bold(found.rest if found else bare)
    return SourceParagraph(
        text=without_inline_markup(rest),
        row=row,
        level=level,
        marker=marker,
        typed=typed,
        indent=indent,
        is_bold=is_bold or is_bold_rest,
    )


def _heading(text: str) -> tuple[int, str]:
    """Heading level and words; number signs that close the line are markup too."""
    match = _HEADING.match(text)
    if not match:
        return 0, text
    words = text[match.end() :]
    opened = words.rstrip("#")
    closed = opened.rstrip(_BLANKS)
    return len(match.group(1)), closed if closed and closed != opened else words


def _without_whole_bold(text: str) -> tuple[str, bool]:
    match = _WHOLE_BOLD.fullmatch(text)
    return (match.group(2), True) if match else (text, False)
