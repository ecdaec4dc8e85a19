"""Letterheads in: the user's own Word document, read by the limited process."""

from __future__ import annotations

from base64 import b64decode
from pathlib import Path

from advocate_desk.importers.docx_child import LETTERHEAD
from advocate_desk.importers.docx_file import ask_child
from advocate_desk.importers.files import (
    MOST_WORD_BYTES,
    NOT_WORD,
    WORD_ENDING,
    read_bytes,
    really_is,
    unknown_ending,
)
from advocate_desk.model.errors import ImportRefused
from advocate_desk.model.letterhead import Letterhead, LetterheadLook, LetterheadPage

_ZIP = b"PK\x03\x04"
_MARKUP = ("header_xml", "footer_xml", "first_header_xml", "first_footer_xml")


def read_letterhead(path: Path) -> Letterhead:
    """Page, head, foot and looks of a Word document; nothing else of it is kept.

    Raises:
        ImportRefused: it is no Word document, damaged, built to do harm, or no letterhead.
    """
    if path.suffix.lower() != WORD_ENDING:
        raise unknown_ending(path.name, WORD_ENDING)
    data = read_bytes(path, MOST_WORD_BYTES)
    if not data.startswith(_ZIP):
        raise ImportRefused(really_is(data) or NOT_WORD, name=path.name)
    answer = ask_child(data, path.name, LETTERHEAD)
    return Letterhead(
        name=path.stem,
        page=LetterheadPage(**answer["page"]),
        differs_first=answer["differs_first"],
        images={key: b64decode(image) for key, image in answer["images"].items()},
        looks={kind: LetterheadLook(**look) for kind, look in answer["looks"].items()},
        **{name: b64decode(answer[name]) for name in _MARKUP},
    )
