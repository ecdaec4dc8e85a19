"""Web pages in: paragraphs, lists and tables as they read, nothing fetched, nothing run.

Also for what is pasted from a mail or a browser.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from typing_extensions import override

from advocate_desk.importers.markers import settled, split_marker
from advocate_desk.importers.source import Source, SourceParagraph
from advocate_desk.importers.text_file import refuse_unreadable, removal_notes
from advocate_desk.language.safe_text import clean
from advocate_desk.model.draft import DraftNote
from advocate_desk.model.errors import ImportRefused
from advocate_desk.model.marked import marked

MOST_WEB_BYTES = 20_000_000
_MOST_SPAN = 64
_DEEPEST = 200
_SKIPPED = frozenset(
    [
        "script",
        "style",
        "head",
        "template",
        "svg",
        "math",
        "object",
        "iframe",
        "noscript",
        "select",
        "textarea",
        "canvas",
        "audio",
        "video",
    ]
)
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "section",
        "article",
        "header",
        "footer",
        "main",
        "aside",
        "nav",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "caption",
        "blockquote",
        "pre",
        "form",
        "fieldset",
        "figure",
        "figcaption",
        "address",
        "hr",
        "body",
    ]
)
_CELLS = frozenset({"td", "th", "tr"})
_LISTS = frozenset({"ul", "ol", "li"})
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LATIN = frozenset({"windows-1252", "iso-8859-1", "latin1", "us-ascii", "ascii"})
_SPACES = re.compile(r"[ \t\r\n\f]+")
_MERGED = marked("{count} cells of tables were merged; their text is read where they begin.")


def web_source(data: bytes, name: str, *, most: int) -> Source:
    """A saved web page as paragraphs; cells of tables keep their places.

    Raises:
        ImportRefused: no text, or in an encoding that is not certain.
    """
    source = web_text(_decoded(data, name))
    refuse_unreadable(source.paragraphs, name, most=most)
    return source


def web_text(text: str) -> Source:
    """The same for a page that is a text already."""
    cleaned = clean(text)
    reader = _Reader()
    reader.feed(cleaned.text)
    reader.close()
    notes = removal_notes(cleaned.removed)
    if reader.merged:
        notes += (DraftNote(_MERGED, {"count": reader.merged}),)
    return Source(settled(reader.finished()), notes=notes)


def _decoded(data: bytes, name: str) -> str:
    """The text of a page in the encoding it says, else in UTF-8; never a guess."""
    said = _CHARSET.search(data[:4000])
    encoding = said[1].decode("ascii").lower() if said else "utf-8"
    if data.startswith(_UTF_16):
        encoding = "utf-16"
    elif data.startswith(codecs.BOM_UTF8) or encoding not in _LATIN:
        encoding = "utf-8-sig"
    try:
        return data.decode("cp1252" if encoding in _LATIN else encoding)
    except UnicodeDecodeError:
        raise ImportRefused(
            marked("“{name}” is not in UTF-8, so its letters cannot be told for certain."),
            advice=marked("Open it where it was written and save it again as UTF-8."),
            name=name,
        ) from None


@dataclass(slots=True)
class _List:
    """A list that is open: its next number, 0 for bullets."""

    next: int


@dataclass(slots=True)
class _Table:
    """A table that is open: where its next cell comes, and which places are taken from above."""

    number: int
    row: int = -1
    column: int = 0
    taken: dict[int, int] = field(default_factory=dict)
    in_cell: bool = False


class _Reader(HTMLParser):
    """Turns a page into paragraphs; never recursive, so nothing deep can harm it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.merged = 0
        self._lines: list[tuple[int, SourceParagraph]] = []  # table number, paragraph
        self._parts: list[str] = []
        self._marker = ""
        self._level = 0
        self._lists: list[_List] = []
        self._tables: list[_Table] = []
        self._layouts: set[int] = set()
        self._count = self._row_count = 0
        self._skipping: list[str] = []
        self._cell_at = 0
        self._in_item = False

    # --- what the parser tells

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._skipping or tag in _SKIPPED:
            if tag in _SKIPPED:
                self._skipping.append(tag)
            return
        told = {name: value or "" for name, value in attrs}
        if tag == "br":
            self._break_line()
        elif tag in {"td", "th"}:
            self._open_cell(told)
        elif tag == "tr":
            self._open_row()
        elif tag in _BLOCKS:
            self._open_block(tag, told)

    @override
    def handle_endtag(self, tag: str) -> None:
        if self._skipping:
            while tag in self._skipping:
                self._skipping.pop()
            return
        if tag in _BLOCKS or tag in _CELLS:
            self._flush()
        if tag in _LISTS:
            self._close_list(tag)
        elif tag == "table" and self._tables:
            self._tables.pop()
        elif tag in _CELLS and self._tables:
            self._tables[-1].in_cell = False

    def _close_list(self, tag: str) -> None:
        self._in_item = False
        if tag != "li" and self._lists:
            self._lists.pop()

    @override
    def handle_data(self, data: str) -> None:
        if not self._skipping:
            self._parts.append(_SPACES.sub(" ", data))

    # --- blocks

    def _break_line(self) -> None:
        """A new line within an entry or a cell; elsewhere a paragraph of its own, as in mails."""
        if self._in_item or (self._tables and self._tables[-1].in_cell):
            self._parts.append("\n")
        else:
            self._flush()

    def _open_block(self, tag: str, told: dict[str, str]) -> None:
        self._flush()
        if tag in {"ul", "ol"}:
            if len(self._lists) < _DEEPEST:
                self._lists.append(_List(_whole(told.get("start", ""), 1) if tag == "ol" else 0))
        elif tag == "li":
            self._marker, self._in_item = self._next_marker(told), True
        elif tag == "table":
            self._open_table()
        elif len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self._level = int(tag[1])

    def _next_marker(self, told: dict[str, str]) -> str:
        if not self._lists or not self._lists[-1].next:
            return "•"
        now = _whole(told.get("value", ""), self._lists[-1].next)
        self._lists[-1].next = now + 1
        return f"{now}."

    def _open_table(self) -> None:
        """A table within a cell makes the outer one a means of layout, as in mails."""
        self._layouts.update(table.number for table in self._tables)
        if len(self._tables) < _DEEPEST:
            self._count += 1
            self._row_count += 2
            self._tables.append(_Table(self._count))

    def _open_row(self) -> None:
        self._flush()
        if self._tables:
            table = self._tables[-1]
            table.row, table.column = table.row + 1, 0
            self._row_count += 1
            table.taken = {at: left - 1 for at, left in table.taken.items() if left > 1}

    def _open_cell(self, told: dict[str, str]) -> None:
        self._flush()
        if not self._tables:
            return
        table = self._tables[-1]
        if table.row < 0:
            self._open_row()
        while table.column in table.taken:
            table.column += 1
        self._take_up(table, _span(told, "colspan"), _span(told, "rowspan"))
        table.in_cell = True

    def _take_up(self, table: _Table, wide: int, high: int) -> None:
        self.merged += wide > 1 or high > 1
        if high > 1:
            table.taken |= {table.column + at: high for at in range(wide)}
        self._cell_at = table.column
        table.column += wide

    def _flush(self) -> None:
        """Ends the paragraph that was being read."""
        text = _trimmed("".join(self._parts))
        self._parts.clear()
        marker, level = self._marker, self._level
        if not text:
            return
        self._marker, self._level = "", 0
        for at, line in enumerate(text.split("\n\n")):
            if line.strip():
                self._add(line.strip(), marker if not at else "", level)

    def _add(self, text: str, marker: str, level: int) -> None:
        found = None if marker.rstrip(".").isdigit() else split_marker(text)
        table = self._tables[-1] if self._tables and self._tables[-1].in_cell else None
        paragraph = SourceParagraph(
            text=found.rest if found else text,
            row=len(self._lines) + 1,
            level=level,
            marker=found.marker if found else marker,
            typed=found.typed if found else f"{marker} " if marker else "",
            cell=(self._row_count, self._cell_at) if table else None,
        )
        self._lines.append((table.number if table else 0, paragraph))

    def finished(self) -> tuple[SourceParagraph, ...]:
        """All paragraphs; those in tables for layout stand in no cell."""
        self._flush()
        return tuple(
            replace(line, cell=None) if table in self._layouts else line
            for table, line in self._lines
        )


def _trimmed(text: str) -> str:
    """The lines of a paragraph without blanks around them."""
    lines = (_SPACES.sub(" ", line).strip(" ") for line in text.split("\n"))
    return "\n".join(lines).strip("\n")


def _whole(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else otherwise


def _span(told: dict[str, str], name: str) -> int:
    return min(max(_whole(told.get(name, ""), 1), 1), _MOST_SPAN)
