"""Bytes in: what a file really is, whatever its name says, and how much of it is read."""

from __future__ import annotations

from pathlib import Path

from advocate_desk.model.errors import ImportRefused
from advocate_desk.model.marked import marked

TEXT_ENDINGS = frozenset({".txt", ".md", ".markdown"})
WORD_ENDING = ".docx"
MOST_TEXT_BYTES = 10_000_000
MOST_WORD_BYTES = 50_000_000

NOT_WORD = marked("“{name}” is not a Word document.")
_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", marked("“{name}” is not what its name says: it is a ZIP or Word file.")),
    (b"PK\x05\x06", marked("“{name}” is not what its name says: it is an empty ZIP file.")),
    (b"%PDF", marked("“{name}” is not what its name says: it is a PDF file.")),
    (
        b"\xd0\xcf\x11\xe0",
        marked(
            "“{name}” is not what its name says: it is an old Office file or one with a password."
        ),
    ),
    (b"{\\rtf", marked("“{name}” is not what its name says: it is an RTF file.")),
    (b"\x89PNG", marked("“{name}” is not what its name says: it is a picture.")),
    (b"\xff\xd8\xff", marked("“{name}” is not what its name says: it is a picture.")),
    (b"GIF8", marked("“{name}” is not what its name says: it is a picture.")),
    (b"SQLite format 3", marked("“{name}” is not what its name says: it is a database.")),
    (b"\x7fELF", marked("“{name}” is not what its name says: it is a program.")),
    (b"MZ\x90", marked("“{name}” is not what its name says: it is a program.")),
    (b"\x1f\x8b", marked("“{name}” is not what its name says: it is a packed file.")),
    (b"Rar!", marked("“{name}” is not what its name says: it is a packed file.")),
    (b"7z\xbc\xaf", marked("“{name}” is not what its name says: it is a packed file.")),
)
_WEB_PAGE = marked("“{name}” is not what its name says: it is a web page.")


def read_bytes(path: Path, most: int) -> bytes:
    """The bytes of a file, unless it is missing, empty or larger than `most`.

    Raises:
        ImportRefused: with a sentence that says which.
    """
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except FileNotFoundError:
        raise ImportRefused(marked("There is no file “{name}”."), name=path.name) from None
    except OSError:
        raise ImportRefused(
            marked("“{name}” cannot be opened."),
            advice=marked("Check that it is a file and that you may read it."),
            name=path.name,
        ) from None
    _check_size(data, most, path.name)
    return data


def _check_size(data: bytes, most: int, name: str) -> None:
    if not data:
        raise ImportRefused(marked("“{name}” is empty."), name=name)
    if len(data) > most:
        raise ImportRefused(
            marked("“{name}” is larger than {megabytes} MB, too large to be read."),
            name=name,
            megabytes=most // 1_000_000,
        )


def really_is(data: bytes) -> str:
    """The sentence that tells what a file is by its first bytes, empty where they tell nothing."""
    for beginning, sentence in _BEGINNINGS:
        if data.startswith(beginning):
            return sentence
    head = data[:400].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return _WEB_PAGE if head.startswith((b"<!doctype html", b"<html")) else ""


def unknown_ending(name: str, known: str) -> ImportRefused:
    """The refusal of a file whose ending is none of the known ones."""
    return ImportRefused(
        marked("“{name}” has no ending this program reads; it reads {known}."),
        name=name,
        known=known,
    )
