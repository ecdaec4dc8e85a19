"""One stream of paragraphs in one language to pieces: title, demands, lists, closing lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from advocate_desk.importers.demand_headings import demand_heading_places
from advocate_desk.importers.endorser_zone import EndorserZone, endorser_zone
from advocate_desk.importers.list_reading import (
    begins_another,
    list_kind,
    nested_items,
    own_numbers,
)
from advocate_desk.importers.markers import as_kind, number
from advocate_desk.importers.phrases import (
    ends_in_colon,
    ends_sentence,
    has_address,
    is_addressee_label,
    is_call,
    is_closing,
    is_contact_line,
    is_issue_line,
    is_key_line,
)
from advocate_desk.importers.pieces import Piece, text_block
from advocate_desk.importers.source import SourceParagraph
from advocate_desk.importers.streams import Placed, Stream
from advocate_desk.model.kinds import BlockKind
from advocate_desk.model.statement import PARAGRAPH_BREAK

_LONGEST_TITLE = 300
_LONGEST_HEADING = 90
_TITLE_WITHIN = 5


class StreamReader:
    """Walks through a stream once; every step takes at least one paragraph."""

    def __init__(self, stream: Stream, *, has_title: bool = True) -> None:
        self._language = stream.language
        self._lines = stream.lines
        self._demands = demand_heading_places(stream.lines)
        self._has_levels = any(line.paragraph.level for line in stream.lines)
        self._at = 0
        self._pieces: list[Piece] = []
        self._unplaced: list[str] = []
        self._title = self._find_title() if has_title else -1
        self._steps: tuple[Callable[[], bool], ...] = (
            self._break,
            self._read_title,
            self._endorsers,
            self._addressees,
            self._demand,
            self._contact,
            self._issue_line,
            self._list,
            self._heading,
            self._paragraph,
        )

    def read(self) -> tuple[tuple[Piece, ...], tuple[str, ...]]:
        """The pieces of the stream, and what could not be placed."""
        while self._at < len(self._lines):
            next(step for step in self._steps if step())
        return tuple(self._pieces), tuple(self._unplaced)

    def _now(self) -> Placed:
        return self._lines[self._at]

    def _peek(self, ahead: int = 1) -> SourceParagraph | None:
        at = self._at + ahead
        return self._lines[at].paragraph if at < len(self._lines) else None

    def _add(self, piece: Piece, length: int) -> bool:
        first = self._now()
        cell = first.paragraph.cell
        row = cell[0] if cell else None
        self._pieces.append(replace(piece, place=first.place, row=row))
        self._at += length
        return True

    def _add_text(self, kind: BlockKind, body: str, length: int = 1) -> bool:
        block = text_block(kind, self._language, body)
        return self._add(Piece(block, self._language), length)

    def _find_title(self) -> int:
        """The index of the title: an early first-level heading, else a first line like one."""
        early = [line.paragraph for line in self._lines[:_TITLE_WITHIN]]
        headed = [at for at, line in enumerate(early) if line.level == 1 and not line.marker]
        if headed:
            return headed[0]
        first = early[0] if early else None
        return 0 if first and self._is_title_like(first) else -1

    def _is_title_like(self, first: SourceParagraph) -> bool:
        if first.marker or first.is_break or self._lines[0].place in self._demands:
            return False
        is_short = len(first.text) <= _LONGEST_TITLE
        ends = ends_in_colon(first.text) or ends_sentence(first.text)
        is_shown = bool(first.level) or first.is_bold or not ends
        return is_short and is_shown and not is_key_line(first.text)

    def _break(self) -> bool:
        if not self._now().paragraph.is_break:
            return False
        return self._add(Piece(text_block(BlockKind.PAGE_BREAK, self._language, ""), ""), 1)

    def _read_title(self) -> bool:
        if self._at != self._title:
            return False
        first = self._now().paragraph
        lines = [first.text]
        while (more := self._peek(len(lines))) and _is_more_title(first, more):
            lines.append(more.text)
        return self._add_text(BlockKind.TITLE, "\n".join(lines), len(lines))

    def _endorsers(self) -> bool:
        zone = endorser_zone(self._lines, self._at, self._language)
        if not zone:
            return False
        self._unplaced.extend(zone.unplaced)
        return self._add(self._endorser_piece(zone), zone.length)

    def _endorser_piece(self, zone: EndorserZone) -> Piece:
        block = text_block(BlockKind.ENDORSER_LIST, self._language, zone.label)
        return Piece(block, self._language, endorsers=zone.endorsers)

    def _addressees(self) -> bool:
        label = self._now().paragraph.text
        if not is_addressee_label(label) or self._now().paragraph.marker:
            return False
        entries = self._entries(1) or self._unmarked_entries()
        if not entries:
            return False
        return self._add_list(BlockKind.ADDRESSEES, entries, label)

    def _unmarked_entries(self) -> list[SourceParagraph]:
        """Lines right under a label, up to the next blank line."""
        entries: list[SourceParagraph] = []
        while (line := self._peek(1 + len(entries))) and line.is_plain:
            if (line.gap and entries) or ends_sentence(line.text):
                break
            entries.append(line)
        return entries

    def _entries(self, ahead: int) -> list[SourceParagraph]:
        """The entries of the one list that begins so many paragraphs ahead."""
        entries: list[SourceParagraph] = []
        while (line := self._peek(ahead + len(entries))) and line.marker and not line.level:
            is_demand = self._lines[self._at + ahead + len(entries)].place in self._demands
            if is_demand or (entries and begins_another(entries[0], entries[-1], line)):
                break
            entries.append(line)
        return entries

    def _add_list(self, kind: BlockKind, entries: list[SourceParagraph], label: str) -> bool:
        block = text_block(
            kind,
            self._language,
            label,
            items=nested_items(entries, self._language),
            marker=as_kind(entries[0].marker),
        )
        lead = label or (self._pieces[-1].side.body if self._pieces else "")
        piece = Piece(
            block,
            self._language,
            number=number(entries[0].marker),
            own_numbers=own_numbers(entries) if kind is BlockKind.LIST else (),
            calls=is_call(lead),
        )
        return self._add(piece, len(entries) + bool(label))

    def _demand(self) -> bool:
        first = self._now()
        if first.place not in self._demands:
            return False
        below = self._demand_body()
        block = text_block(
            BlockKind.DEMAND, self._language, _body(below), heading=first.paragraph.text
        )
        piece = Piece(block, self._language, number=number(first.paragraph.marker))
        return self._add(piece, 1 + len(below))

    def _demand_body(self) -> list[SourceParagraph]:
        below: list[SourceParagraph] = []
        while (line := self._peek(1 + len(below))) and self._belongs(line, below):
            below.append(line)
        return below

    def _belongs(self, line: SourceParagraph, below: list[SourceParagraph]) -> bool:
        """Whether a paragraph still belongs to the demand above it."""
        if line.is_break or line.level:
            return False
        at = self._at + 1 + len(below)
        if self._lines[at].place in self._demands or is_key_line(line.text):
            return False
        is_heading = line.is_bold and not line.marker and not ends_sentence(line.text)
        return not (is_heading or (bool(below) and is_closing(line.text)))

    def _contact(self) -> bool:
        first = self._now().paragraph
        if first.marker or not is_contact_line(first.text):
            return False
        lines = [first.text]
        while (more := self._peek(len(lines))) and self._is_more_contact(first, more):
            lines.append(more.as_typed)
        return self._add_text(BlockKind.CONTACT, "\n".join(lines), len(lines))

    def _is_more_contact(self, first: SourceParagraph, more: SourceParagraph) -> bool:
        is_list = ends_in_colon(first.text) or not has_address(first.text)
        return is_list and not more.level and len(more.text) <= 300 and has_address(more.text)

    def _issue_line(self) -> bool:
        first = self._now().paragraph
        if first.marker or not is_issue_line(first.text):
            return False
        return self._add_text(BlockKind.ISSUE_LINE, first.text)

    def _list(self) -> bool:
        first = self._now().paragraph
        if first.marker and not first.level:
            entries = self._entries(0) or [first]
            return self._add_list(list_kind(entries), entries, "")
        if not (first.is_plain and ends_in_colon(first.text)):
            return False
        entries = self._entries(1)
        return bool(entries) and self._add_list(list_kind(entries), entries, first.text)

    def _heading(self) -> bool:
        line = self._now().paragraph
        is_bold_line = line.is_bold and len(line.text) <= 150 and not ends_sentence(line.text)
        if not (line.level or is_bold_line or self._is_plain_heading(line)):
            return False
        return self._add_text(BlockKind.HEADING, line.as_typed)

    def _is_plain_heading(self, line: SourceParagraph) -> bool:
        """A short line alone above a long paragraph, in a file that marks no headings."""
        below = self._peek()
        if self._has_levels or not below or not below.is_plain or not below.gap:
            return False
        ends = ends_sentence(line.text) or line.text.rstrip()[-1:] in ",;:៖"
        return line.gap and not ends and _heads(line.text, below.text)

    def _paragraph(self) -> bool:
        return self._add_text(BlockKind.PARAGRAPH, self._now().paragraph.as_typed)


def _heads(text: str, below: str) -> bool:
    """Whether a line is short enough beside the paragraph below it to be its heading."""
    if len(text) > _LONGEST_HEADING or (len(text.split()) < 2 and text.isascii()):
        return False
    is_full = ends_sentence(below) or ends_in_colon(below)
    return len(below) > _LONGEST_HEADING or (is_full and len(text) * 2 < len(below))


def _is_more_title(first: SourceParagraph, more: SourceParagraph) -> bool:
    """Whether a line goes on with a title: as a heading like it, or right below it without one."""
    if first.level:
        return first.level == 1 and more.level == 1 and not more.marker
    ends = ends_sentence(more.text) or ends_in_colon(more.text) or is_key_line(more.text)
    return not (more.gap or ends) and more.is_plain and len(more.text) <= _LONGEST_TITLE


def _body(below: list[SourceParagraph]) -> str:
    """The body of a demand; entries of a list inside it keep their markers, one a line."""
    parts: list[str] = []
    for before, line in zip([None, *below[:-1]], below, strict=True):
        is_entry = bool(line.marker and before and before.marker)
        joint = "\n" if is_entry else PARAGRAPH_BREAK
        parts.append(joint if before else "")
        parts.append(line.as_typed)
    return "".join(parts)
