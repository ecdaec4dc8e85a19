"""A package whose bytes depend on its parts alone: fixed order, fixed dates, no attributes.

The standard library's writer cannot take parts that are deflated already; fonts are the bulk of a
document and never change, so they are deflated once.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION = 20
_UTF8_NAMES = 0x800
_DEFLATED = 8
_FIRST_DAY = (1980 - 1980) << 9 | 1 << 5 | 1  # 1 January 1980, the first a zip file can name
_LEVEL = 6


@dataclass(frozen=True)
class ZipPart:
    """One file of a package; deflated when it is first written."""

    name: str
    data: bytes

    @cached_property
    def deflated(self) -> bytes:
        """The raw deflate stream."""
        packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
        return packer.compress(self.data) + packer.flush()

    @property
    def size(self) -> int:
        """How long the file is."""
        return len(self.data)

    @cached_property
    def check(self) -> int:
        """The CRC-32 of the file."""
        return zlib.crc32(self.data)


class StreamedPart:
    """One file of a package, deflated piece by piece, so that it is never whole in memory."""

    def __init__(self, name: str, pieces: Iterable[str]) -> None:
        self.name = name
        self.size = 0
        self.check = 0
        self.deflated = b"".join(self._deflate(pieces))

    def _deflate(self, pieces: Iterable[str]) -> Iterator[bytes]:
        packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
        for piece in pieces:
            data = piece.encode()
            self.size += len(data)
            self.check = zlib.crc32(data, self.check)
            yield packer.compress(data)
        yield packer.flush()


AnyPart = ZipPart | StreamedPart


def zipped(parts: Iterable[AnyPart]) -> bytes:
    """The package, its files in the order given."""
    pieces: list[bytes] = []
    entries: list[bytes] = []
    offset = 0
    for part in parts:
        name = part.name.encode()
        local = _LOCAL.pack(b"PK\x03\x04", *_described(part, name)) + name
        entries.append(_central(part, name, offset))
        pieces += (local, part.deflated)
        offset += len(local) + len(part.deflated)
    return b"".join((*pieces, *entries, _end(entries, offset)))


def _described(part: AnyPart, name: bytes) -> tuple[int, ...]:
    sizes = (len(part.deflated), part.size)
    return (_VERSION, _UTF8_NAMES, _DEFLATED, 0, _FIRST_DAY, part.check, *sizes, len(name), 0)


def _central(part: AnyPart, name: bytes, offset: int) -> bytes:
    numbers = _described(part, name)
    return _CENTRAL.pack(b"PK\x01\x02", _VERSION, *numbers, 0, 0, 0, 0, offset) + name


def _end(entries: list[bytes], offset: int) -> bytes:
    count = len(entries)
    size = sum(map(len, entries))
    return _END.pack(b"PK\x05\x06", 0, 0, count, count, size, offset, 0)
