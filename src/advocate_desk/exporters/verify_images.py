"""The proof of pictures: PNG and JPEG files that hold a picture and nothing about its making."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from advocate_desk.exporters.verify_faults import Faults, Rule
from advocate_desk.exporters.verify_package import Package
from advocate_desk.model.marked import marked

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_PNG_ALLOWED = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB bKGD pHYs hIST sPLT".split()
)
_FOLDERS = ("word/media/", "media/")
_ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".svg", ".emf")
_STANDALONE = frozenset({0x01, *range(0xD0, 0xD8)})
# JFIF, colour profile, Adobe's colour transform: what a decoder needs.
_APP = {0xE0: (b"JFIF\x00",), 0xE2: (b"ICC_PROFILE\x00",), 0xEE: (b"Adobe",)}

_TELLS = marked("The picture carries data about its making ({kind}).")
_OTHER = marked("The picture is neither a sound PNG nor a sound JPEG file.")


def check_images(package: Package, faults: Faults) -> None:
    """Report pictures that carry anything besides the picture."""
    for name, data in package.parts.items():
        if name.startswith(_FOLDERS) or name.lower().endswith(_ENDINGS):
            _check(name, data, faults)


def _check(name: str, data: bytes, faults: Faults) -> None:
    try:
        kinds = sorted(set(private_pieces(data)))
    except (struct.error, ValueError, IndexError):
        faults.add(Rule.PICTURES, name, _OTHER)
        return
    for kind in kinds:
        faults.add(Rule.PICTURES, name, _TELLS, kind=kind)


def private_pieces(data: bytes) -> Iterator[str]:
    """What a picture file holds besides the picture, by the format's own names.

    Raises:
        ValueError: it is no PNG or JPEG file, or a broken one.
    """
    if data.startswith(_PNG):
        yield from _in_png(data)
    elif data.startswith(_JPEG):
        yield from _in_jpeg(data)
    else:
        raise ValueError(data[:4])


def _in_png(data: bytes) -> Iterator[str]:
    start, tag = len(_PNG), b""
    while tag != b"IEND":
        length, tag = struct.unpack_from(">L4s", data, start)
        start += 12 + length
        if start > len(data):
            raise ValueError(tag)
        if tag not in _PNG_ALLOWED:
            yield tag.decode("ascii", "replace")
    if start < len(data):
        yield "…"


def _in_jpeg(data: bytes) -> Iterator[str]:
    start = 2
    while True:
        if data[start] != 0xFF:
            raise ValueError(start)
        mark = data[start + 1]
        if mark == 0xD9:
            break
        if mark == 0xFF or mark in _STANDALONE:
            start += 1 if mark == 0xFF else 2
            continue
        (length,) = struct.unpack_from(">H", data, start + 2)
        body = data[start + 4 : start + 2 + length]
        yield from _private_segment(mark, body)
        start += 2 + length
        if mark == 0xDA:
            start = _after_scan(data, start)
    if start + 2 < len(data):
        yield "…"


def _private_segment(mark: int, body: bytes) -> Iterator[str]:
    if mark == 0xFE:
        yield "COM"
    elif 0xE0 <= mark <= 0xEF and not body.startswith(_APP.get(mark, ())):
        yield f"APP{mark - 0xE0}"
    elif mark == 0xE0 and body[12:14] != b"\x00\x00":
        yield "JFIF thumbnail"


def _after_scan(data: bytes, start: int) -> int:
    """Where the next segment starts; inside a scan FF is followed by 00 or a restart mark."""
    while True:
        start = data.index(b"\xff", start)
        follower = data[start + 1]
        if follower != 0x00 and not 0xD0 <= follower <= 0xD7 and follower != 0xFF:
            return start
        start += 1 if follower == 0xFF else 2
