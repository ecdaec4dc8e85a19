"""Word files that are damaged or built to do harm: one sentence, in bounded time."""

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from advocate_desk.importers import docx_child, docx_file, docx_preflight
from advocate_desk.importers.docx_package import Package
from advocate_desk.importers.docx_preflight import checked_parts
from advocate_desk.importers.statement_reader import read_statements
from advocate_desk.model.errors import ImportRefused
from importers.word_files import W, body, p, relations, saved, word_bytes, zipped

SOUND = word_bytes(p("Title") + p("Text."))


def refusal(folder: Path, data: bytes) -> str:
    """The sentence a file is refused with, through the child process."""
    with pytest.raises(ImportRefused) as caught:
        read_statements(saved(folder, data))
    sentence = str(caught.value)
    assert "statement.docx" in sentence
    assert "{" not in sentence
    return sentence


def refused_at_once(data: bytes) -> str:
    """The sentence a file is refused with before anything is parsed (no child needed)."""
    with pytest.raises(ImportRefused) as caught:
        Package(data)
    return caught.value.message


def _span(width: str) -> str:
    return (
        "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="
        f'"{width}"/></w:tcPr>{p("Text")}</w:tc></w:tr></w:tbl>'
    )


def _encrypted() -> bytes:
    data = bytearray(SOUND)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = 0
        while (start := data.find(signature, start)) >= 0:
            data[start + offset] |= 1
            start += 4
    return bytes(data)


def _twice() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", body(p("One")))
        archive.writestr("WORD/document.xml", body(p("Two")))
    return buffer.getvalue()


LAUGHS = (
    '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    f']><w:document xmlns:w="{W}"><w:body>{p("&b;")}</w:body></w:document>'
)
EXTERNAL = relations(("a", "attachedTemplate", "file:///c:/x.dotm", "External"))
PICTURE_OUTSIDE = relations(("a", "image", "https://a.example/x.png", "External"))
FILE_LINK = relations(("a", "hyperlink", "file:///etc/passwd", "External"))
MACROS = relations(("a", "vbaProject", "vbaProject.bin", ""))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"plain text", "a text file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "a picture"),
        (b"%PDF-1.7", "a PDF file"),
        (b"\xd0\xcf\x11\xe0" + bytes(50), "password"),
        (bytes(range(128, 256)), "not a Word document"),
        (SOUND[: len(SOUND) // 2], "damaged"),
        (word_bytes("", document="<w:document"), "damaged"),
        (word_bytes("", document=LAUGHS), "document type definition"),
        (word_bytes(_span("999999999")), "not built as"),
        (word_bytes(p("&#xD800;")), "damaged"),
        (word_bytes(p("a\0b")), "damaged"),
        (word_bytes(""), "no text"),
        (word_bytes("".join(p(f"{n:x}") for n in range(20_001))), "paragraphs"),
    ],
)
def test_a_bad_file_gives_one_sentence(data: bytes, words: str, tmp_path: Path) -> None:
    assert words in refusal(tmp_path, data)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (zipped({"a.txt": "no document"}), "not a Word document"),
        (zipped({"xl/workbook.xml": "<a/>"}), "not a Word document"),
        (_twice(), "not built as"),
        (_encrypted(), "password"),
        (word_bytes("", {"../evil.xml": "<a/>"}), "not built as"),
        (word_bytes("", {"/evil.xml": "<a/>"}), "not built as"),
        (word_bytes("", {"word\\evil.xml": "<a/>"}), "not built as"),
        (word_bytes("", {"c:evil.xml": "<a/>"}), "not built as"),
        (word_bytes("", {f"x{n}.bin": b"" for n in range(2_001)}), "larger inside"),
        (word_bytes("", {"word/media/x.bin": bytes(41_000_000)}), "larger inside"),
        (word_bytes("", {"word/media/x.bin": bytes(3_000_000)}), "larger inside"),
        (word_bytes("<w:p/>" * 400_001), "larger inside"),
        (word_bytes("<w:sdt>" * 300 + "</w:sdt>" * 300), "larger inside"),
        (word_bytes(_span("64")), "not built as"),
        (word_bytes(_span("x")), "not built as"),
        (word_bytes("", {"customXml/item1.xml": LAUGHS}), "document type definition"),
        (word_bytes("", document='<?xml version="1.0" encoding="nonsense"?><a/>'), "damaged"),
        (word_bytes("", {"word/_rels/settings.xml.rels": EXTERNAL}), "outside of itself"),
        (word_bytes("", {"word/_rels/document.xml.rels": PICTURE_OUTSIDE}), "outside of itself"),
        (word_bytes("", {"word/_rels/document.xml.rels": FILE_LINK}), "outside of itself"),
        (word_bytes("", {"word/_rels/document.xml.rels": MACROS}), "outside of itself"),
    ],
)
def test_the_preflight_refuses(data: bytes, words: str) -> None:
    assert words in refused_at_once(data)


def _bzipped() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("word/document.xml", body(p("One")))
    return buffer.getvalue()


def test_a_file_that_breaks_off_or_is_packed_oddly_is_refused() -> None:
    assert "damaged" in refused_at_once(SOUND[: len(SOUND) // 2])
    assert "not built as" in refused_at_once(_bzipped())
    assert "damaged" in refused_at_once(word_bytes("", {"word/_rels/a.xml.rels": "<w:rels/>"}))


def test_many_parts_that_are_large_together_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_preflight, "MOST_BYTES", 100)
    assert "larger inside" in refused_at_once(SOUND)


def test_the_limits_are_set_where_the_system_knows_them(monkeypatch: pytest.MonkeyPatch) -> None:
    resource = pytest.importorskip("resource", reason="limits of a process are POSIX only")
    limits: list[tuple[int, tuple[int, int]]] = []
    monkeypatch.setattr(resource, "getrlimit", lambda _which: (0, resource.RLIM_INFINITY))
    monkeypatch.setattr(resource, "setrlimit", lambda which, pair: limits.append((which, pair)))
    docx_child._limit()
    assert (resource.RLIMIT_AS, (docx_child.MOST_MEMORY,) * 2) in limits
    monkeypatch.setitem(sys.modules, "resource", None)
    docx_child._limit()


def _field(*instructions: str) -> str:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    texts = "".join(f"<w:r><w:instrText>{text}</w:instrText></w:r>" for text in instructions)
    return f"<w:p>{begin}{texts}{end}</w:p>"


@pytest.mark.parametrize(
    "inner",
    [
        _field(" DDEAUTO c:\\\\x.exe "),
        _field(" DD", "E excel "),
        _field(" INCLUDETEXT x "),
        '<w:p><w:fldSimple w:instr="INCLUDEPICTURE x"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>',
        "<w:p><w:r><w:instrText>DDE x</w:instrText></w:r></w:p>",
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        + _field(" QUOTE 68 68 69 ")[5:-6]
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
    ],
)
def test_fields_that_reach_outside_are_refused(inner: str) -> None:
    answer = docx_child._answer(word_bytes(p("Title") + inner))
    assert "field" in str(answer["refused"])
    assert answer["advice"]


def test_any_other_fault_of_the_reader_is_one_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_data: bytes) -> None:
        raise RecursionError

    monkeypatch.setattr(docx_child, "read_document", fails)
    assert "damaged" in str(docx_child._answer(SOUND)["refused"])


def test_the_child_answers_on_stdout(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(docx_child, "_limit", lambda: None)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SOUND)))
    assert docx_child.main() == 0
    assert [entry["text"] for entry in json.loads(capsys.readouterr().out)["paragraphs"]] == [
        "Title",
        "Text.",
    ]


def test_a_bomb_of_zeros_is_refused_unopened(tmp_path: Path) -> None:
    bomb = word_bytes("", document=" " * 39_000_000)
    assert len(bomb) < 100_000
    assert "larger inside" in refusal(tmp_path, bomb)


def test_a_child_that_takes_too_long_is_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    endless = [sys.executable, "-c", "import time; time.sleep(60)"]
    monkeypatch.setattr(docx_file, "child_command", lambda: endless)
    monkeypatch.setattr(docx_file, "PATIENCE_SECONDS", 0.5)
    assert "limits" in refusal(tmp_path, SOUND)


@pytest.mark.parametrize("code", ["raise SystemExit(3)", "print('no json')", "print('[')"])
def test_a_child_that_fails_is_a_refusal(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(docx_file, "child_command", lambda: [sys.executable, "-c", code])
    assert "limits" in refusal(tmp_path, SOUND)


@pytest.mark.skipif(os.name != "posix", reason="memory limits of a process are known on POSIX only")
def test_the_child_may_take_no_more_than_its_memory() -> None:
    code = (
        "from advocate_desk.importers import docx_child\n"
        "docx_child._limit()\n"
        "try:\n    bytearray(2_000_000_000)\nexcept MemoryError:\n    print('stopped')\n"
    )
    command = [sys.executable, "-P", "-c", code]
    done = subprocess.run(
        command, capture_output=True, check=True, env=dict(docx_file._environment()), timeout=20
    )
    assert done.stdout.strip() == b"stopped"


def test_a_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert docx_file.child_command() == [sys.executable, docx_file.CHILD_SWITCH]


def test_a_sound_file_passes_the_preflight() -> None:
    assert "word/document.xml" in checked_parts(SOUND)
