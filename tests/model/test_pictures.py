"""Pictures without anything but the picture."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocate_desk.model.errors import DeskError
from advocate_desk.model.pictures import MOST_BYTES, logo, size_of, without_metadata
from exporters.sample import picture, png_chunk

_FRAME = b"\xff\xc0\x00\x0b\x08\x00\x10\x00\x20\x01\x01\x11\x00"
_SCAN = b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00" + b"\x12\xff\x00\x34\xff\xd0\x56"


def _segment(mark: int, body: bytes) -> bytes:
    return bytes((0xFF, mark)) + struct.pack(">H", len(body) + 2) + body


def _jpeg(*segments: bytes, after: bytes = b"") -> bytes:
    return b"\xff\xd8" + b"".join(segments) + _FRAME + _SCAN + b"\xff\xd9" + after


def test_a_png_keeps_its_picture_and_nothing_else() -> None:
    private = (
        png_chunk(b"tEXt", b"Author\0Sok Dara"),
        png_chunk(b"eXIf", b"GPS 11.55"),
        png_chunk(b"tIME", b"\x07\xe9\x07\x1c\x0a\x00\x00"),
        png_chunk(b"iCCP", b"profile of a camera"),
        png_chunk(b"zzZz", b"anything"),
    )
    assert without_metadata(picture(extra=b"".join(private)) + b"behind the end") == picture()


def test_a_png_keeps_what_its_colours_depend_on() -> None:
    colours = png_chunk(b"gAMA", struct.pack(">L", 45455)) + png_chunk(b"tRNS", b"\0\0\0\0\0\0")
    assert without_metadata(picture(extra=colours)) == picture(extra=colours)


def test_a_jpeg_keeps_its_picture_and_nothing_else() -> None:
    preview = b"JFIF\0\x01\x02\x00\x00\x01\x00\x01\x02\x02" + b"tiny picture"
    private = (
        _segment(0xE0, preview),
        _segment(0xE1, b"Exif\0\0GPS 11.5564"),
        _segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>"),
        _segment(0xE2, b"ICC_PROFILE\0\x01\x01camera"),
        _segment(0xED, b"Photoshop 3.0\0Author"),
        _segment(0xFE, b"a comment"),
    )
    bare = b"JFIF\0\x01\x02\x00\x00\x01\x00\x01\0\0"
    assert without_metadata(_jpeg(*private, after=b"hidden")) == _jpeg(_segment(0xE0, bare))
    assert size_of(_jpeg(*private)) == (32, 16)


def test_a_jpeg_keeps_what_its_colours_depend_on() -> None:
    adobe = _segment(0xEE, b"Adobe\0\x64\0\0\0\0\x02")
    assert without_metadata(_jpeg(adobe)) == _jpeg(adobe)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        b"\x89PNG\r\n\x1a\n",
        picture()[:-20],
        _jpeg()[:-3],
        b"\xff\xd8\xff",
        b"<svg/>",
    ],
)
def test_what_is_no_picture_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(DeskError, match=r"“a\.png” is not a picture that can be used"):
        logo("a.png", data)


def test_a_broken_checksum_is_refused() -> None:
    data = bytearray(picture())
    data[20] ^= 1
    with pytest.raises(DeskError, match="PNG or JPEG"):
        logo("a.png", bytes(data))


def test_a_picture_that_is_too_large_is_refused_before_it_is_read() -> None:
    with pytest.raises(DeskError, match="larger than 20 MB"):
        logo("a.png", b"\x89PNG" + bytes(MOST_BYTES))
    with pytest.raises(DeskError, match="wider or higher"):
        logo("a.png", picture(30_000, 1))


def test_a_logo_is_called_by_its_words_or_by_its_file() -> None:
    assert logo("river.png", picture()).name == "river"
    assert logo("river.png", picture(), "Clean River").name == "Clean River"
    assert "data" not in repr(logo("river.png", picture()))


@given(st.binary(max_size=200))
def test_anything_is_cleaned_or_refused(data: bytes) -> None:
    for head in (b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"):
        try:
            made = logo("x", head + data)
        except DeskError:
            continue
        assert without_metadata(made.data) == made.data
