"""What stands on the page, before any file format: parts, rows, flows, one composition.

`compose` makes these from an edition's redacted view; the writers and the preview draw them and
add no text of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import chain

from advocate_desk.exporters.styles import Style, default_style
from advocate_desk.model.header import NO_HEADER, Header, Logo
from advocate_desk.model.kinds import KHMER, Layout
from advocate_desk.model.letterhead import Letterhead
from advocate_desk.model.term import NO_TERMS, Terms


class Role(StrEnum):
    """What a part is on the page; each role has one look in every document."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    HEADING = "heading"
    DEMAND_HEADING = "demand_heading"
    DEMAND_BODY = "demand_body"
    PARAGRAPH = "paragraph"
    QUOTATION = "quotation"
    ITEM = "item"
    ITEM_NOTE = "item_note"
    CONTACT = "contact"
    ISSUE_LINE = "issue_line"
    LABEL = "label"
    GROUP_LABEL = "group_label"
    ENDORSER = "endorser"
    COUNT_LINE = "count_line"
    SIGNATURE_SUMMARY = "signature_summary"
    SIGNATURE_SPACE = "signature_space"
    SIGNATORY = "signatory"
    SIGNATORY_NOTE = "signatory_note"
    NOTE = "note"
    FOOTNOTE = "footnote"
    HEADER_NAME = "header_name"
    HEADER_LINE = "header_line"
    STATE_NAME = "state_name"
    STATE_MOTTO = "state_motto"
    ORNAMENT = "ornament"
    PAGE_BREAK = "page_break"


class Start(StrEnum):
    """Where a flow begins: on a new page, on the next left or right one, or right here."""

    PAGE = "page"
    EVEN = "even"
    ODD = "odd"
    HERE = "here"


@dataclass(frozen=True, slots=True)
class Link:
    """A stretch of a part's text that leads somewhere: `text[start:end]` to `href`."""

    start: int
    end: int
    href: str


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note at the foot of the page; its mark stands in the part's text before `text[at]`.

    Notes are numbered from 1 in reading order; `marker` is the number in the language's digits.
    Word documents show Latin digits: Word numbers notes itself and has no others for them.
    """

    at: int
    number: int
    marker: str
    text: str
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One paragraph on the page; a line feed in `text` is a line break.

    `marker` is final text ("១.", "1.", "•", "–") that hangs before the text; `number` is its
    value where it counts, else 0, and `list_id` tells which list it counts in. `level` is the
    depth of an entry. `missing` marks the visible note that stands where a rendition is not
    written yet. No line breaks inside the `protected` pieces of the text.
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
    notes: tuple[Footnote, ...] = ()
    protected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """The parts of one block or entry, per language of the flow.

    `columns` above 1 sets the parts in that many newspaper columns (endorser lists of a flow in
    one language). `keep` keeps the row on the page of the row after it. The parts of a row of
    signatories come in runs, each begun by a part of role `signature_space`; they stand `columns`
    to a line. `logos` stand in a row above (or, of a leading organisation, beside) the parts.
    The parts of a long endorser list are made when they are asked for, so hold no tuple of them.
    """

    block_id: str
    cells: Mapping[str, Sequence[Part]]
    columns: int = 1
    keep: bool = False
    logos: tuple[Logo, ...] = ()

    @property
    def is_page_break(self) -> bool:
        """Whether it only says that a new page starts."""
        first = next(self.parts, None)
        return first is not None and first.role is Role.PAGE_BREAK

    @property
    def parts(self) -> Iterator[Part]:
        """Every part, language after language."""
        for parts in self.cells.values():
            yield from parts


@dataclass(frozen=True, slots=True)
class Flow:
    """Rows in one language, or in two side by side; `header` names the languages of a table.

    `head` stands above the rows over the whole width: the header profile.
    """

    languages: tuple[str, ...]
    rows: Sequence[Row]
    header: Mapping[str, str] = field(default_factory=dict)
    head: tuple[Row, ...] = ()
    start: Start = Start.PAGE

    @property
    def parts(self) -> Iterator[Part]:
        """Every part in reading order, the head's first."""
        for row in chain(self.head, self.rows):
            yield from row.parts

    def side(self, language: str) -> Iterator[Part]:
        """The parts of one language in reading order, the head's first."""
        for row in chain(self.head, self.rows):
            yield from row.cells.get(language, ())


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What a person may choose: `endorser_columns` 0 picks by style, then by length.

    `left` is the language that stands left side by side. `endorser_order` is `desk` (as arranged)
    or `alphabet` (after each language's own collation). `page_numbers` off leaves out what the
    style would print. `soft_breaks` writes invisible break marks between Khmer words, for programs
    that cannot find them (ONLYOFFICE, Google Docs, web pages); Word and LibreOffice can. No line
    breaks inside the `terms` of the glossary. `count_line` prints how many endorse, and as of which
    day: `as_of`, else the day the list was adopted or last changed.
    """

    endorser_columns: int = 0
    embed_fonts: bool = True
    page_numbers: bool = True
    soft_breaks: bool = False
    style: Style = field(default_factory=default_style)
    left: str = KHMER
    endorser_order: str = "desk"
    group_endorsers: bool = False
    header: Header = NO_HEADER
    letterhead: Letterhead | None = None
    count_line: bool = False
    as_of: date | None = None
    terms: Terms = field(default=NO_TERMS, compare=False, repr=False)


DEFAULT_OPTIONS = ExportOptions()


@dataclass(frozen=True, slots=True)
class Composition:
    """A whole document. `languages` are in printed order; a booklet has two flows for a spread.

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

    def side(self, language: str) -> Iterator[Part]:
        """The whole text of one language in reading order, however it is cut into flows."""
        for flow in self.flows:
            yield from flow.side(language)
