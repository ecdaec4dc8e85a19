"""PNG and JPEG files without anything but the picture: no place, camera, author, profile, preview."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from advocate_desk.model.errors import DeskError
from advocate_desk.model.header import Logo
from advocate_desk.model.marked import marked

MOST_BYTES = 20_000_000
MOST_PIXELS = 20_000
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
# What the colours of a PNG depend on, in the order of the file.
_KEPT = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT"})
_BARE = frozenset({0x01, *range(0xD0, 0xD8)})
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_JFIF = b"JFIF\0"
_ADOBE = b"Adobe"

NOT_A_PICTURE = marked("“{name}” is not a picture that can be used: it must be a PNG or JPEG file.")
TOO_LARGE = marked("“{name}” is larger than {megabytes} MB, too large for a logo.")
TOO_MANY_PIXELS = marked("“{name}” is wider or higher than {pixels} pixels.")


def logo(name: str, data: bytes, words: str = "") -> Logo:
    """A logo from the bytes of a file; `words` say what it shows (else the name does).

    Raises:
        DeskError: it is too large, or no PNG or JPEG file.
    """
    if len(data) > MOST_BYTES:
        raise DeskError(TOO_LARGE, name=name, megabytes=MOST_BYTES // 1_000_000)
    try:
        clean = without_metadata(data)
        width, height = size_of(clean)
    except (ValueError, struct.error, IndexError) as problem:
        raise DeskError(NOT_A_PICTURE, name=name) from problem
    if max(width, height) > MOST_PIXELS:
        raise DeskError(TOO_MANY_PIXELS, name=name, pixels=MOST_PIXELS)
    return Logo(words or name.rpartition(".")[0] or name, clean, width, height)


def without_metadata(data: bytes) -> bytes:
    """The same picture and nothing else.

    Raises:
        ValueError: it is no sound PNG or JPEG file.
    """
    if data.startswith(_PNG):
        return _PNG + b"".join(_png_chunks(data))
    if data.startswith(_JPEG):
        return b"".join(_jpeg_segments(data))
    raise ValueError(data[:4])


def size_of(data: bytes) -> tuple[int, int]:
    """Width and height in pixels.

    Raises:
        ValueError: it is no PNG or JPEG file, or one without a size.
    """
    if data.startswith(_PNG):
        width, height = struct.unpack_from(">LL", data, 16)
        found = (int(width), int(height))
    else:
        found = _jpeg_size(data)
    if min(found) < 1:
        raise ValueError(found)
    return found


def _png_chunks(data: bytes) -> Iterator[bytes]:
    start, tag, seen = len(_PNG), b"", set()
    while tag != b"IEND":
        length, tag = struct.unpack_from(">L4s", data, start)
        end = start + 12 + length
        (check,) = struct.unpack_from(">L", data, end - 4)
        if zlib.crc32(data[start + 4 : end - 4]) != check:
            raise ValueError(tag)
        seen.add(tag)
        if tag in _KEPT:
            yield data[start:end]
        start = end
    if not {b"IHDR", b"IDAT"} <= seen:
        raise ValueError(seen)


def _jpeg_segments(data: bytes) -> Iterator[bytes]:
    """Start, tables, frame and scans; of the applications' segments only what decoders need."""
    yield data[:2]
    seen_scan = False
    for mark, start, end in _segments(data):
        body = data[start + 4 : end]
        if mark == 0xE0 and body.startswith(_JFIF):
            # Without the small preview that may follow.
            yield b"\xff\xe0" + struct.pack(">H", 16) + body[:12] + b"\0\0"
        elif (mark == 0xEE and body.startswith(_ADOBE)) or not (
            0xE0 <= mark <= 0xEF or mark == 0xFE
        ):
            yield data[start:end]
        seen_scan = seen_scan or mark == 0xDA
    if not seen_scan:
        raise ValueError(len(data))
    yield b"\xff\xd9"


def _segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Marker, start and end of each segment; a scan's ends where its data end."""
    start = 2
    while True:
        if data[start] != 0xFF:
            raise ValueError(start)
        mark = data[start + 1]
        if mark == 0xD9:
            return
        if mark == 0xFF:  # filling
            start += 1
            continue
        if mark in _BARE:
            start += 2
            continue
        (length,) = struct.unpack_from(">H", data, start + 2)
        end = start + 2 + length
        if mark == 0xDA:
            end = _scan_end(data, end)
        if length < 2 or end > len(data):
            raise ValueError(start)
        yield mark, start, end
        start = end


def _scan_end(data: bytes, start: int) -> int:
    """Where the next marker stands that is neither a restart nor a stuffed byte."""
    while True:
        start = data.index(b"\xff", start)
        following = data[start + 1]
        if following not in {0x00, 0xFF} and following not in _BARE:
            return start
        start += 1 if following == 0xFF else 2


def _jpeg_size(data: bytes) -> tuple[int, int]:
    if not data.startswith(_JPEG):
        raise ValueError(data[:4])
    for mark, start, _ in _segments(data):
        if mark in _FRAMES:
            height, width = struct.unpack_from(">HH", data, start + 5)
            return int(width), int(height)
    raise ValueError(len(data))
