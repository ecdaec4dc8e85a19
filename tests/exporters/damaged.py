"""Ways to damage a Word document on purpose, for the tests of its proof."""

import re
import struct
import zlib
from collections.abc import Callable
from functools import cache

from advocate_desk.exporters.blocks import Composition
from advocate_desk.exporters.compose import compose
from advocate_desk.exporters.docx_fonts import obscured
from advocate_desk.exporters.docx_writer import docx_bytes
from advocate_desk.exporters.zip_parts import ZipPart, zipped
from advocate_desk.model.kinds import Layout
from exporters.docx_parts import parts_of
from exporters.sample import river_statement

Parts = dict[str, bytes]
Edit = Callable[[Parts], None]
DOCUMENT, STYLES, SETTINGS = "word/document.xml", "word/styles.xml", "word/settings.xml"
NUMBERING, FONTS, CORE = "word/numbering.xml", "word/fontTable.xml", "docProps/core.xml"
RELS, TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"
FONT_RELS = "word/_rels/fontTable.xml.rels"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@cache
def river_composition(layout: Layout = Layout.KHMER_ENGLISH) -> Composition:
    return compose(river_statement(withheld=2, names=26), layout)


@cache
def river_document(layout: Layout = Layout.KHMER_ENGLISH) -> bytes:
    return docx_bytes(river_composition(layout))


def edited(edit: Edit, layout: Layout = Layout.KHMER_ENGLISH) -> bytes:
    parts = parts_of(river_document(layout))
    edit(parts)
    return zipped(ZipPart(name, data) for name, data in parts.items())


def changed(part: str, pattern: str, to: str | Callable[[re.Match[str]], str]) -> Edit:
    """Change the first place that fits; a place that is not there is a fault of the test."""

    def edit(parts: Parts) -> None:
        text, count = re.subn(pattern, to, parts[part].decode(), count=1, flags=re.DOTALL)
        assert count == 1, pattern
        parts[part] = text.encode()

    return edit


def added(name: str, data: bytes = b"<a/>", *, kind: str = "", owner: str = RELS) -> Edit:
    """A new part, with a relation to it where a kind is given."""

    def edit(parts: Parts) -> None:
        parts[name] = data
        if kind:
            target = f"/{name}"
            row = f'<Relationship Id="new" Type="{R}/{kind}" Target="{target}"/></Relationships>'
            changed(owner, "</Relationships>", row)(parts)

    return edit


def both(*edits: Edit) -> Edit:
    def edit(parts: Parts) -> None:
        for one in edits:
            one(parts)

    return edit


def without(name: str) -> Edit:
    def edit(parts: Parts) -> None:
        del parts[name]

    return edit


def untyped(name: str) -> Edit:
    return changed(TYPES, f'<Override PartName="/{re.escape(name)}"[^>]*/>', "")


def with_picture(name: str, data: bytes) -> Edit:
    ending = name.rpartition(".")[2]
    default = f'<Default Extension="{ending}" ContentType="image/{ending}"/><Override '
    return both(added(name, data, kind="image"), changed(TYPES, "<Override ", default))


def png(*chunks: tuple[bytes, bytes], after: bytes = b"") -> bytes:
    def chunk(tag: bytes, data: bytes) -> bytes:
        return struct.pack(">L", len(data)) + tag + data + struct.pack(">L", zlib.crc32(tag + data))

    head = chunk(b"IHDR", struct.pack(">LLBBBBB", 1, 1, 8, 0, 0, 0, 0))
    body = chunk(b"IDAT", zlib.compress(b"\x00\x00")) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunk(*c) for c in chunks) + body + after


def jpeg(*segments: tuple[int, bytes], after: bytes = b"") -> bytes:
    def segment(mark: int, data: bytes) -> bytes:
        return bytes((0xFF, mark)) + struct.pack(">H", len(data) + 2) + data

    jfif = segment(0xE0, b"JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00")
    scan = segment(0xDA, b"\x01\x01\x00\x00\x3f\x00") + b"\x12\xff\x00\x34\xff\xd0\x56\xff\xd9"
    return b"\xff\xd8" + jfif + b"".join(segment(*s) for s in segments) + scan + after


def font_changed(change: Callable[[bytearray], None]) -> Edit:
    """Change an embedded font behind its mask."""

    def edit(parts: Parts) -> None:
        element = re.search(
            r'<w:embedRegular r:id="(\w+)" w:fontKey="([^"]+)"', parts[FONTS].decode()
        )
        assert element
        found = re.search(rf'Id="{element[1]}"[^>]*Target="([^"]+)"', parts[FONT_RELS].decode())
        assert found
        data = bytearray(obscured(parts[f"word/{found[1]}"], element[2]))
        change(data)
        parts[f"word/{found[1]}"] = obscured(bytes(data), element[2])

    return edit


def restricted(data: bytearray) -> None:
    for number in range(struct.unpack_from(">H", data, 4)[0]):
        tag, _, start, _ = struct.unpack_from(">4sLLL", data, 12 + 16 * number)
        if tag == b"OS/2":
            struct.pack_into(">H", data, start + 8, 2)


def cut_short(data: bytearray) -> None:
    del data[len(data) // 2 :]


def no_font(data: bytearray) -> None:
    data[:4] = b"MZ\x90\x00"


# A Khmer run, a Latin run, and what stands in them; both orders of attributes are our own.
KHMER_RUN = r"(<w:r><w:rPr>(?:(?!</w:rPr>).)*<w:cs/>(?:(?!</w:rPr>).)*</w:rPr>)"


def in_khmer_run(pattern: str, to: str) -> Edit:
    return changed(DOCUMENT, KHMER_RUN, lambda run: substituted(pattern, to, run[0]))


def in_latin_run(pattern: str, to: str) -> Edit:
    latin = r"<w:r><w:rPr>((?!</w:rPr>|<w:cs/>).)*</w:rPr><w:t [^>]*>[A-Z]"
    return changed(DOCUMENT, latin, lambda run: substituted(pattern, to, run[0]))


def substituted(pattern: str, to: str, text: str) -> str:
    changed, count = re.subn(pattern, to, text, count=1)
    assert count == 1, pattern
    return changed


def core_property(name: str, text: str) -> Edit:
    return changed(
        CORE, "</cp:coreProperties>", f"<cp:{name}>{text}</cp:{name}></cp:coreProperties>"
    )


def setting_before(before: str, xml: str) -> Edit:
    return changed(SETTINGS, before, xml + before)
