"""Makes the Khmer of LibreOffice's PDFs searchable: each stretch of a line says what it reads.

LibreOffice places every Khmer sign by itself, and readers of PDFs sort signs by where they stand,
so searching and copying find syllables torn apart. The order of the signs in the file is right, and
so are the texts behind them; they are gathered into one `ActualText` for each stretch of a line.
A PDF that is not built as expected is left as it is.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from advocate_desk.language.khmer import has_khmer

_XREF = re.compile(rb"xref\s+0 (\d+)\s+((?:\d{10} \d{5} [nf]\s\s?)+)trailer", re.DOTALL)
_ENTRY = re.compile(rb"(\d{10}) \d{5} n")
_HEAD = re.compile(rb"(\d+) 0 obj")
_STREAM = re.compile(
    rb"\d+ 0 obj\s*<<([^>]*?)/Length (\d+) 0 R\s*/Filter\s*/FlateDecode([^>]*)>>\s*stream\r?\n"
)
_DIRECT_STREAM = re.compile(
    rb"\d+ 0 obj\s*<</Length \d+(?: 0 R)?\s*/Filter\s*/FlateDecode\s*>>\s*stream\r?\n"
)
_FONTS = re.compile(rb"/Font (\d+) 0 R")
_FONT_NAME = re.compile(rb"/(F\d+) (\d+) 0 R")
_TO_UNICODE = re.compile(rb"/ToUnicode (\d+) 0 R")
_PAIR = re.compile(rb"^<([0-9A-Fa-f]{2})> ?<((?:[0-9A-Fa-f]{4})+)>", re.MULTILINE)
_TEXT = re.compile(rb"(?<=\n)BT\n(.*?)\nET(?=\n)", re.DOTALL)
_TOKEN = re.compile(
    rb"/Span<</ActualText<FEFF(?P<actual>[0-9A-F]*)>>>\s*BDC\n?|(?P<end>EMC\n?)"
    rb"|/(?P<font>F\d+) [\d.]+ Tf|<(?P<glyphs>[0-9A-Fa-f]*)>"
)
_ONE_BYTE = b"<00> <FF>"
Maps = Mapping[bytes, Mapping[int, str]]


class _UnexpectedError(ValueError):
    """A PDF that is built otherwise."""


def with_text_layer(made: bytes) -> bytes:
    """The same pages, their Khmer in reading order for search and copying."""
    try:
        return _File.of(made).rewritten()
    except (ValueError, LookupError, zlib.error):
        return made


@dataclass(slots=True)
class _File:
    """A PDF of numbered objects with a plain table of their places."""

    start: bytes
    objects: dict[int, bytes]
    size: int
    end: bytes

    @classmethod
    def of(cls, made: bytes) -> _File:
        """The objects of a PDF in the order of the file."""
        tables = list(_XREF.finditer(made))
        if len(tables) != 1:
            raise _UnexpectedError
        table = tables[0]
        places = sorted(int(found[1]) for found in _ENTRY.finditer(table[2]))
        pieces = [made[a:b] for a, b in zip(places, [*places[1:], table.start()], strict=True)]
        objects = {}
        for piece in pieces:
            head = _HEAD.match(piece)
            if head is None:
                raise _UnexpectedError
            objects[int(head[1])] = piece
        return cls(made[: places[0]], objects, int(table[1]), made[table.end() :])

    def rewritten(self) -> bytes:
        """The file with its texts gathered."""
        maps = self._maps()
        for number, piece in list(self.objects.items()):
            found = _STREAM.match(piece)
            if found is None or found[1].strip() or found[3].strip():
                continue
            packed = piece[found.end() : piece.rindex(b"endstream")]
            content = zlib.decompress(packed)
            changed = _TEXT.sub(lambda text: _gathered(text, maps), content)
            if changed != content:
                self._put(number, int(found[2]), zlib.compress(changed))
        return self._bytes()

    def _put(self, number: int, length: int, packed: bytes) -> None:
        self.objects[number] = (
            b"%d 0 obj\n<</Length %d 0 R/Filter/FlateDecode>>\nstream\n" % (number, length)
            + packed
            + b"\nendstream\nendobj\n\n"
        )
        self.objects[length] = b"%d 0 obj\n%d\nendobj\n\n" % (length, len(packed))

    def _maps(self) -> Maps:
        """What the glyphs of each font stand for; the fonts are named once for all pages."""
        names = {int(number) for piece in self.objects.values() for number in _FONTS.findall(piece)}
        if len(names) != 1:
            raise _UnexpectedError
        fonts = _FONT_NAME.findall(self.objects[names.pop()])
        return {name: dict(self._glyphs(int(number))) for name, number in fonts}

    def _glyphs(self, font: int) -> Iterator[tuple[int, str]]:
        found = _TO_UNICODE.search(self.objects[font])
        if found is None:
            return
        piece = self.objects[int(found[1])]
        head = _DIRECT_STREAM.match(piece)
        if head is None:
            raise _UnexpectedError
        table = zlib.decompress(piece[head.end() : piece.rindex(b"endstream")])
        if _ONE_BYTE not in table or b"beginbfrange" in table:
            raise _UnexpectedError
        for code, text in _PAIR.findall(table.partition(b"endcodespacerange")[2]):
            yield int(code, 16), bytes.fromhex(text.decode()).decode("utf-16-be")

    def _bytes(self) -> bytes:
        made = bytearray(self.start)
        places = dict.fromkeys(range(self.size), b"0000000000 65535 f \n")
        for number, piece in self.objects.items():
            places[number] = b"%010d 00000 n \n" % len(made)
            made += piece
        table = len(made)
        made += b"xref\n0 %d\n" % self.size + b"".join(places[n] for n in range(self.size))
        end = re.sub(rb"startxref\s+\d+", b"startxref\n%d" % table, self.end)
        return bytes(made + b"trailer" + end)


def _gathered(text: re.Match[bytes], maps: Maps) -> bytes:
    """A stretch of text that says what it reads; one without Khmer stays as it is."""
    body = text[1]
    said = "" if b"(" in body else _said(body, maps)
    if not has_khmer(said):
        return text[0]
    bare = _TOKEN.sub(lambda token: b"" if _is_mark(token) else token[0], body)
    actual = said.encode("utf-16-be").hex().upper().encode()
    return b"BT\n/Span<</ActualText<FEFF" + actual + b">>>\nBDC\n" + bare + b"\nEMC\nET"


def _is_mark(token: re.Match[bytes]) -> bool:
    return token["actual"] is not None or token["end"] is not None


def _said(body: bytes, maps: Maps) -> str:
    """What a stretch reads, glyph by glyph; empty where one of them is not known."""
    said: list[str] = []
    font: Mapping[int, str] = {}
    is_told = False
    for token in _TOKEN.finditer(body):
        if token["actual"] is not None:
            said.append(bytes.fromhex(token["actual"].decode()).decode("utf-16-be"))
            is_told = True
        elif token["end"] is not None:
            is_told = False
        elif token["font"] is not None:
            font = maps[token["font"]]
        elif not is_told:
            codes = bytes.fromhex(token["glyphs"].decode())
            if not font.keys() >= set(codes):
                return ""
            said += (font[code] for code in codes)
    return "".join(said)
