"""What stands on the page, before any file format: parts, rows, flows, one composition.

`compose` makes these from an edition's redacted view; the writers and the preview draw them and
add no text of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from advocate_desk.model.kinds import Layout


class Role(StrEnum):
    """What a part is on the page; each role has one look in every document."""

    TITLE = "title"
    HEADING = "heading"
    DEMAND_HEADING = "demand_heading"
    DEMAND_BODY = "demand_body"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CONTACT = "contact"
    ISSUE_LINE = "issue_line"
    LABEL = "label"
    ENDORSER = "endorser"
    COUNT_LINE = "count_line"
    NOTE = "note"
    PAGE_BREAK = "page_break"


@dataclass(frozen=True, slots=True)
class Link:
    """A stretch of a part's text that leads somewhere: `text[start:end]` to `href`."""

    start: int
    end: int
    href: str


@dataclass(frozen=True, slots=True)
class Part:
    """One paragraph on the page; a line feed in `text` is a line break.

    `marker` is final text ("១.", "1.", "•", "–") that hangs before the text; `number` is its
    value where it counts, else 0, and `list_id` tells which list it counts in. `level` is the
    depth of an entry. `missing` marks the visible note that stands where a rendition is not
    written yet.
    """

    role: Role
    language: str
    text: str
    marker: str = ""
    level: int = 0
    links: tuple[Link, ...] = ()
    block_id: str = ""
    missing: bool = False
    number: int = 0
    list_id: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """The parts of one block or entry, per language of the flow.

    `columns` above 1 sets the parts in that many newspaper columns (endorser lists of a flow in
    one language). `keep` keeps the row on the page of the row after it.
    """

    block_id: str
    cells: Mapping[str, tuple[Part, ...]]
    columns: int = 1
    keep: bool = False

    @property
    def parts(self) -> Iterator[Part]:
        """Every part, language after language."""
        for parts in self.cells.values():
            yield from parts


@dataclass(frozen=True, slots=True)
class Flow:
    """Rows in one language, or in two side by side; `header` names the languages of a table."""

    languages: tuple[str, ...]
    rows: tuple[Row, ...]
    header: Mapping[str, str] = field(default_factory=dict)

    @property
    def parts(self) -> Iterator[Part]:
        """Every part in reading order."""
        for row in self.rows:
            yield from row.parts


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What a person may choose: `endorser_columns` 0 picks by length (two above 40 names).

    `soft_breaks` writes invisible break marks between Khmer words, for programs that cannot find
    them (ONLYOFFICE, Google Docs, web pages); Word and LibreOffice can.
    """

    endorser_columns: int = 0
    embed_fonts: bool = True
    page_numbers: bool = True
    soft_breaks: bool = False


DEFAULT_OPTIONS = ExportOptions()


@dataclass(frozen=True, slots=True)
class Composition:
    """A whole document. Each flow starts on a new page; `languages` are in printed order.

    `fixed_time` (ISO 8601, UTC) is the only time that reaches a file.
    """

    layout: Layout
    title: Mapping[str, str]
    flows: tuple[Flow, ...]
    fixed_time: str
    issuer: Mapping[str, str]
    languages: tuple[str, ...]
    options: ExportOptions = DEFAULT_OPTIONS

    @property
    def parts(self) -> Iterator[Part]:
        """Every part of every flow in reading order."""
        for flow in self.flows:
            yield from flow.parts
