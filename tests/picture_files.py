"""Small PNG and JPEG files with things in them that nobody should get."""

from __future__ import annotations

import struct
import zlib

SECRET = b"GPS 11.5564 N 104.9282 E by Sokha"


def png(width: int = 2, height: int = 1, color: bytes = b"\x10\x20\x30") -> bytes:
    """A PNG of one colour with a text chunk that tells too much."""
    rows = zlib.compress((b"\0" + color * width) * height)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
            _chunk(b"tEXt", b"Comment\0" + SECRET),
            _chunk(b"IDAT", rows),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(tag: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + tag + body + struct.pack(">I", zlib.crc32(tag + body))
