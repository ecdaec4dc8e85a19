"""A composition as messages for Telegram and Facebook: plain text to copy and paste, in parts.

Plain, because people paste: Telegram reads its marks for bold only from programs, so a pasted
asterisk or backslash stays on the page, and Facebook has no marks at all. Lines of their own, blank
lines and the document's own numbers carry the structure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain, groupby

from advocate_desk.exporters.blocks import Composition, Part, Role, Row
from advocate_desk.exporters.social_cuts import pieces, units
from advocate_desk.language.khmer import has_khmer
from advocate_desk.language.numbers import in_digits

LIMITS = {"telegram": 4096, "facebook": 63_206}
_INDENT = "\u2003"  # an em space: message programs drop blanks at the start of a line
_PARAGRAPH, _LINE, _INLINE = "\n\n", "\n", " · "
_BETWEEN_LANGUAGES = "\n\n———\n\n"
_LONGEST_NUMBER = 16
_LEFT_OUT = frozenset({Role.PAGE_BREAK, Role.ORNAMENT, Role.SIGNATURE_SPACE})
_TIGHT = frozenset({Role.ITEM, Role.ITEM_NOTE, Role.SIGNATORY_NOTE, Role.HEADER_LINE})
_TIGHT_AFTER = _TIGHT | {Role.LABEL, Role.SIGNATORY, Role.HEADER_NAME}


class Channel(StrEnum):
    """Where the messages are pasted."""

    TELEGRAM = "telegram"
    FACEBOOK = "facebook"


def messages(composition: Composition, channel: Channel | str) -> tuple[str, ...]:
    """The whole document as messages, each within what the channel takes.

    More than one are numbered at their ends in the digits of their language: (1/3) or (១/៣). A
    message ends between blocks where it can, else between paragraphs, sentences, words; never
    inside a Khmer cluster.
    """
    return split(tuple(_blocks(composition)), LIMITS[Channel(channel)])


@dataclass(frozen=True, slots=True)
class Chunk:
    """A text and what parts it from the text before it; `inner` are the chunks that it is made of.

    A chunk stays whole where there is room for it, else it comes apart into its inner ones.
    """

    text: str
    language: str
    before: str = _PARAGRAPH
    inner: tuple[Chunk, ...] = ()


def split(chunks: Sequence[Chunk], limit: int) -> tuple[str, ...]:
    """Messages of at most `limit` units, numbered where there are more than one."""
    filled = _Messages(limit)
    filled.extend(chunks)
    if len(filled.texts) < 2:
        return tuple(filled.texts)
    filled = _Messages(limit - _LONGEST_NUMBER, own_languages=True)
    filled.extend(chunks)
    count = len(filled.texts)
    pairs = enumerate(zip(filled.texts, filled.languages, strict=True), start=1)
    return tuple(
        f"{text}\n\n({in_digits(f'{number}/{count}', code)})" for number, (text, code) in pairs
    )


@dataclass(slots=True)
class _Messages:
    """Messages as they fill up; `languages` are those in which they begin.

    With `own_languages` no message holds two languages.
    """

    limit: int
    own_languages: bool = False
    texts: list[str] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    _held: list[str] = field(default_factory=list)
    _length: int = 0

    def extend(self, chunks: Sequence[Chunk]) -> None:
        """Add chunks and close the last message."""
        for chunk in chunks:
            if self.own_languages and chunk.before == _BETWEEN_LANGUAGES:
                self._close()
            self._add(chunk)
        self._close()

    def _add(self, chunk: Chunk) -> None:
        length = units(chunk.text)
        before = chunk.before if self._held else ""
        if self._length + len(before) + length > self.limit:
            if length > self.limit:
                self._add_inner(chunk)
                return
            self._close()
            before = ""
        if not self._held:
            self.languages.append(chunk.language)
        self._held += (before, chunk.text)
        self._length += len(before) + length

    def _add_inner(self, chunk: Chunk) -> None:
        for inner in chunk.inner or _cut(chunk, self.limit):
            self._add(inner)

    def _close(self) -> None:
        text = "".join(self._held).strip()
        if text:
            self.texts.append(text)
        elif self._held:
            self.languages.pop()
        self._held, self._length = [], 0


def _cut(chunk: Chunk, limit: int) -> Iterator[Chunk]:
    before = chunk.before
    for piece in pieces(chunk.text, limit):
        # What a piece ends with may be white space beyond the limit; it parts it from the next.
        text = piece.rstrip()
        yield Chunk(text, chunk.language, before)
        before = piece[len(text) :]


def _blocks(composition: Composition) -> Iterator[Chunk]:
    for number, code in enumerate(composition.languages):
        rows = [
            row
            for flow in composition.flows
            if code in flow.languages
            for row in chain(flow.head, flow.rows)
        ]
        blocks = [*_kept_together(rows, code), *_notes(rows, code)]
        for block in blocks:
            is_second = bool(number) and block is blocks[0]
            yield _after(block, _BETWEEN_LANGUAGES) if is_second else block


def _kept_together(rows: Sequence[Row], code: str) -> Iterator[Chunk]:
    """A chunk per row; headings and lead-ins in one with what they announce."""
    held: list[Chunk] = []
    last: Role | None = None
    for row in rows:
        parts = [part for part in row.cells.get(code, ()) if part.role not in _LEFT_OUT]
        if parts:
            held.append(_joined(tuple(_of_parts(parts, last))))
            last = parts[-1].role
        if held and not row.keep:
            yield _joined(held)
            held = []
    if held:
        yield _joined(held)


def _of_parts(parts: Sequence[Part], last: Role | None) -> Iterator[Chunk]:
    """A chunk per part; the names of a list as one running text."""
    for role, some in groupby(parts, lambda part: part.role):
        chunks = [
            _chunk(part, role, last if number == 0 else role) for number, part in enumerate(some)
        ]
        last = role
        if role is Role.ENDORSER:
            yield _joined(chunks)
        else:
            yield from chunks


def _chunk(part: Part, role: Role, last: Role | None) -> Chunk:
    if role is last is Role.ENDORSER:
        before = _INLINE
    else:
        before = _LINE if role in _TIGHT and last in _TIGHT_AFTER else _PARAGRAPH
    return Chunk(_written(part), part.language, before)


def _joined(chunks: Sequence[Chunk]) -> Chunk:
    if len(chunks) == 1:
        return chunks[0]
    text = "".join(piece for chunk in chunks for piece in (chunk.before, chunk.text))
    first = chunks[0]
    return Chunk(text[len(first.before) :], first.language, first.before, tuple(chunks))


def _after(chunk: Chunk, before: str) -> Chunk:
    inner = chunk.inner and (_after(chunk.inner[0], before), *chunk.inner[1:])
    return Chunk(chunk.text, chunk.language, before, inner)


def _written(part: Part) -> str:
    """Marker and text, the marks of notes in brackets, addresses with room around them."""
    marks = [(note.at, f"[{note.marker}]") for note in part.notes]
    text = _with(part.text, sorted([*marks, *_room(part)]))
    return f"{_INDENT * part.level}{part.marker} {text}" if part.marker else text


def _room(part: Part) -> Iterator[tuple[int, str]]:
    """Where an address touches a letter, which programs would take for a part of it."""
    for link in part.links:
        for at, neighbour in ((link.start, link.start - 1), (link.end, link.end)):
            if 0 <= neighbour < len(part.text) and has_khmer(part.text[neighbour]):
                yield at, " "


def _with(text: str, inserted: Sequence[tuple[int, str]]) -> str:
    for at, piece in reversed(inserted):
        text = text[:at] + piece + text[at:]
    return text


def _notes(rows: Sequence[Row], code: str) -> Iterator[Chunk]:
    parts = (part for row in rows for part in row.cells.get(code, ()))
    notes = [note for part in parts for note in part.notes]
    if notes:
        lines = [Chunk(f"[{note.marker}] {note.text}", code, _LINE) for note in notes]
        yield _after(_joined(lines), _PARAGRAPH)
