"""The petition as a PDF, on a machine without a Khmer font: embedded, searchable, wrapped at words."""

import re
import shutil
import subprocess
import zlib
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from advocate_desk.desk.desk import Desk
from advocate_desk.exporters import pdf_writer
from advocate_desk.exporters.blocks import Composition
from advocate_desk.exporters.compose import compose
from advocate_desk.exporters.docx_writer import docx_bytes
from advocate_desk.exporters.pdf_text_layer import with_text_layer
from advocate_desk.exporters.pdf_writer import pdf, steady
from advocate_desk.language.breaks import soft_breaks
from advocate_desk.model.kinds import Layout, StatementKind
from seeds import seed_2

TOOLS = ("soffice", "pdftoppm", "pdffonts", "pdftotext", "pdfinfo")
MISSING = [tool for tool in TOOLS if not shutil.which(tool)]
DEJAVU = Path("/usr/share/fonts/truetype/dejavu")
needs_office = pytest.mark.skipif(
    bool(MISSING) or not DEJAVU.is_dir(), reason=f"not installed here: {MISSING or 'DejaVu'}"
)
_ONLY_DEJAVU = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""
# One of them holds the seven signs that a reader of PDFs would tear apart.
PHRASES = ("ស្ថានការណ៍ខ្មៅងងឹត", "គណបក្សប្រជាជនកម្ពុជា", "ទីក្រុងប៉ារីសថ្ងៃ២៣", "ដោះស្រាយបញ្ហាកម្ពុជា")
LONGEST = 193


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pdf")


@pytest.fixture(scope="module")
def composition(folder: Path) -> Composition:
    """The petition, Khmer and English side by side in narrow cells."""
    desk = Desk.create(folder / "petition.desk")
    try:
        desk.importing.bring_in(desk.importing.read_statements(seed_2()))
        (petition,) = (s for s in desk.drafting.statements() if s.kind is StatementKind.PETITION)
        return compose(desk.publishing.view(petition.id), Layout.SIDE_BY_SIDE)
    finally:
        desk.close()


@pytest.fixture(scope="module")
def petition(folder: Path, composition: Composition) -> Path:
    config = folder / "fonts.conf"
    config.write_text(_ONLY_DEJAVU.format(fonts=DEJAVU, cache=folder / "cache"))
    told: list[tuple[int, int]] = []

    def kept(made: bytes) -> bytes:
        (folder / "as_made.pdf").write_bytes(made)
        return with_text_layer(made)

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FONTCONFIG_FILE", str(config))
        patch.setattr(pdf_writer, "with_text_layer", kept)
        made = pdf(docx_bytes(composition), progress=lambda *so_far: told.append(so_far))
    assert told[0] == (0, 3)
    assert told[-1] == (3, 3)
    file = folder / "petition.pdf"
    file.write_bytes(made)
    return file


def _read(*command: str) -> str:
    return subprocess.check_output(command, text=True, encoding="utf-8")


@needs_office
def test_khmer_phrases_are_found(petition: Path) -> None:
    found = _read("pdftotext", str(petition), "-")
    assert [phrase for phrase in PHRASES if phrase not in found] == []


@needs_office
def test_only_the_embedded_fonts_are_used(petition: Path) -> None:
    fonts = _read("pdffonts", str(petition)).splitlines()[2:]
    assert fonts
    for font in fonts:
        assert re.match(r"[A-Z]{6}\+(Noto|Moul|Battambang)", font)
        assert re.search(r" yes yes yes +\d", font)


@needs_office
def test_it_tells_nothing_of_a_person_or_the_day(petition: Path, composition: Composition) -> None:
    told = _read("pdfinfo", "-rawdates", str(petition))
    assert "Author" not in told
    assert "Tagged:          yes" in told
    fixed = datetime.fromisoformat(composition.fixed_time).strftime("D:%Y%m%d%H%M%S")
    assert re.findall(r"D:\d+", told) == [fixed]


def _lines(petition: Path) -> list[tuple[float, float, str]]:
    """The lines of the first page: where each starts and ends, and what it says."""
    root = ET.fromstring(_read("pdftotext", "-bbox-layout", "-l", "1", str(petition), "-"))  # noqa: S314 - our own
    space = "{http://www.w3.org/1999/xhtml}"
    return [
        (
            float(line.get("xMin", "")),
            float(line.get("xMax", "")),
            " ".join(word.text or "" for word in line.iter(f"{space}word")),
        )
        for line in root.iter(f"{space}line")
    ]


@needs_office
def test_a_run_of_193_characters_wraps_at_words_inside_its_cell(
    petition: Path, composition: Composition
) -> None:
    text, run = next(
        (part.text, run)
        for part in composition.parts
        for run in re.findall("[\u1780-\u17ff]+", part.text)
        if len(run) == LONGEST
    )
    lines = _lines(petition)
    english = min(start for start, _, said in lines if said.startswith("Due to current"))
    bare = text.replace(" ", "")
    of_text = [(end, said.replace(" ", "")) for start, end, said in lines if start < english]
    of_text = [(end, said.removeprefix("២.")) for end, said in of_text]
    mine = [(end, said) for end, said in of_text if said and said in bare and len(said) > 9]
    assert "".join(said for _, said in mine) == bare
    assert sum(said in run for _, said in mine) >= 3
    assert all(end < english for end, _ in mine)
    ends = {sum(len(said) for _, said in mine[:count]) for count in range(1, len(mine))}
    borders = {len(text[:at].replace(" ", "")) for at in soft_breaks(text)}
    borders |= {len(text[: found.start()].replace(" ", "")) for found in re.finditer(" ", text)}
    assert ends <= borders


@needs_office
def test_pages_look_the_same_with_their_texts_gathered(petition: Path) -> None:
    made = petition.with_name("as_made.pdf")
    assert made.read_bytes() != petition.read_bytes()
    pictures = [
        subprocess.run(
            ["pdftoppm", "-r", "50", str(file)], check=True, capture_output=True, timeout=60
        )
        for file in (made, petition)
    ]
    assert pictures[0].stdout == pictures[1].stdout
    assert pictures[1].stderr == b""


_TAIL = b"trailer\n<</Size 3/Root 1 0 R/Info 2 0 R\n/ID [ <%s>\n<%s> ]\n/DocChecksum /%s\n>>\n"
MOMENT = datetime(2025, 7, 28, 3, 0, 0, tzinfo=UTC)


def _made(date: bytes, number: bytes, xmp: bytes = b"") -> bytes:
    return b"%PDF-1.6\n<</CreationDate(D:" + date + b")>>" + xmp + _TAIL % (number, number, number)


def test_times_and_numbers_are_the_editions() -> None:
    one = steady(_made(b"20261122044325Z'", b"9DE94880573D0467D482CB107816FCE9"), MOMENT)
    other = steady(_made(b"20200101000000Z'", b"00000880573D0467D482CB107816FCE9"), MOMENT)
    assert one == other
    assert b"(D:20250728030000Z')" in one
    assert b"9DE94880" not in one


def test_a_time_zone_is_not_told_either() -> None:
    xmp = b"<xmp:CreateDate>2026-11-22T11:43:25+07:00</xmp:CreateDate>"
    before = _made(b"20261122114325+07'00'", b"9DE94880573D0467D482CB107816FCE9", xmp)
    after = steady(before, MOMENT)
    assert b"(D:20250728030000+00'00')" in after
    assert b">2025-07-28T03:00:00+00:00<" in after
    assert len(after) == len(before)
    assert steady(b"%PDF-2.0 no table", MOMENT) == b"%PDF-2.0 no table"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.6\nxref\n0 1\n0000000000 65535 f \ntrailer\nstartxref\n9\n%%EOF",
        b"%PDF-1.6\nnot an object\nxref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer",
    ],
)
def test_a_pdf_that_is_built_otherwise_is_left_as_it_is(data: bytes) -> None:
    assert with_text_layer(data) == data


def _small_pdf(content: bytes, fonts: bytes = b"/F1 4 0 R", glyphs: bytes = b"") -> bytes:
    """A PDF built as LibreOffice builds one: a page's content, its font, the font's table."""

    def packed(number: int, data: bytes, length: bytes) -> bytes:
        data = zlib.compress(data)
        head = b"<</Length %s/Filter/FlateDecode>>\nstream\n" % (length or b"%d" % len(data))
        return b"%d 0 obj\n" % number + head + data + b"\nendstream\nendobj\n\n"

    table = b"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n" + glyphs
    objects = [
        packed(1, content, b"2 0 R"),
        b"2 0 obj\n99\nendobj\n\n",
        b"3 0 obj\n<<%s>>\nendobj\n\n" % fonts,
        b"4 0 obj\n<</Type/Font/ToUnicode 5 0 R>>\nendobj\n\n",
        packed(5, table, b""),
        b"6 0 obj\n<</Font 3 0 R>>\nendobj\n\n",
    ]
    made, places = b"%PDF-1.6\n", []
    for piece in objects:
        places.append(len(made))
        made += piece
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(made)
    made += b"xref\n0 7\n0000000000 65535 f \n" + rows
    return made + b"trailer\n<</Size 7>>\nstartxref\n%d\n%%%%EOF\n" % start


KO = b"<01> <1780>\n<02> <17D2179A>\n"
LINE = b"q\nBT\n1 2 Td /F1 9 Tf<01>Tj\n/Span<</ActualText<FEFF1781>>>\nBDC\n<02>Tj\nEMC\nET\nQ\n"


def _content(made: bytes) -> bytes:
    start = made.index(b"stream\n") + len(b"stream\n")
    return zlib.decompress(made[start : made.index(b"\nendstream")])


def test_the_signs_of_a_stretch_are_gathered_in_their_order() -> None:
    made = with_text_layer(_small_pdf(LINE, glyphs=KO))
    assert _content(made) == (
        b"q\nBT\n/Span<</ActualText<FEFF17801781>>>\nBDC\n"
        b"1 2 Td /F1 9 Tf<01>Tj\n<02>Tj\n\nEMC\nET\nQ\n"
    )
    table = int(made.rpartition(b"startxref\n")[2].split()[0])
    assert made[table:].startswith(b"xref\n0 7\n")
    for number, row in enumerate(made[table:].splitlines()[3:9], start=1):
        assert made[int(row.split()[0]) :].startswith(b"%d 0 obj" % number)


@pytest.mark.parametrize(
    "made",
    [
        _small_pdf(LINE, glyphs=b"<02> <17D2179A>\n"),
        _small_pdf(LINE, fonts=b"/F2 4 0 R", glyphs=KO),
        _small_pdf(LINE, fonts=b"/F1 9 0 R", glyphs=KO),
        _small_pdf(LINE, fonts=b"/F1 1 0 R", glyphs=KO),
        _small_pdf(LINE, fonts=b"/F1 2 0 R", glyphs=b"beginbfrange"),
        _small_pdf(LINE.replace(b"<01>Tj", b"(a)Tj"), glyphs=KO),
        _small_pdf(LINE.replace(b"1781", b"0041"), glyphs=b"<01> <0041>\n"),
        _small_pdf(LINE, glyphs=KO + b"1 beginbfrange"),
        _small_pdf(LINE, glyphs=KO).replace(b"/Font 3 0 R", b"/Fonts 3 0 R"),
    ],
)
def test_signs_that_are_not_understood_stay_as_they_are(made: bytes) -> None:
    unchanged = with_text_layer(made)
    assert _content(unchanged) == _content(made)
