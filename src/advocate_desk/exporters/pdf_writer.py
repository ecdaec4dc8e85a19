"""A Word document as a PDF, through LibreOffice: set in its embedded fonts, tagged, searchable.

LibreOffice notes when a PDF was made and gives it a number drawn from that time. Both are replaced
in place: the file tells the edition's time and nothing of the computer but which LibreOffice made
it. Pages and text are the same every time; the bytes need not be, because LibreOffice may store the
fonts in another order.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime

from advocate_desk.exporters.office import (
    TIMEOUT,
    OfficeMissing,
    OfficeStopped,
    Progress,
    converted,
    find_office,
)
from advocate_desk.exporters.pdf_text_layer import with_text_layer

__all__ = ["OfficeMissing", "OfficeStopped", "find_office", "pdf"]

_SETTINGS = {
    "UseTaggedPDF": True,
    "ExportBookmarks": True,
    "DisplayPDFDocumentTitle": True,
    "ExportFormFields": False,
    "ExportNotes": False,
    "ReduceImageResolution": False,
}
_EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)
_MODIFIED = re.compile(rb"<dcterms:modified[^>]*>([^<]{1,40})<")
_MOST_PROPERTIES = 100_000
# "D:20250728100000+07'00'" and "D:20250728030000Z'": digits first, then the zone.
_DATE = re.compile(rb"\(D:(\d{14})(Z'?|[+-]\d\d'\d\d'?)\)")
_XMP_DATE = re.compile(rb"(<xmp:\w+Date>)(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(Z|[+-]\d\d:\d\d)(<)")
_NUMBER = re.compile(rb"(?<=[</])[0-9A-F]{32}(?=>|\s)")


def _never() -> bool:
    return False


def _silent(_done: int, _total: int) -> None:
    return None


def pdf(
    docx: bytes,
    *,
    cancelled: Callable[[], bool] = _never,
    progress: Progress = _silent,
    timeout: float = TIMEOUT,
) -> bytes:
    """The PDF of a Word document.

    `progress` is called with what is done and the whole, again and again while LibreOffice works;
    what it raises stops the work, as does `cancelled`.

    Raises:
        OfficeMissing: LibreOffice was not found.
        OfficeStopped: `cancelled` said so.
        ExportRefused: LibreOffice failed, or took too long.
    """
    made = converted(
        docx,
        suffix=".docx",
        target=f"pdf:writer_pdf_Export:{_options()}",
        cancelled=cancelled,
        progress=progress,
        timeout=timeout,
    )
    return steady(with_text_layer(made), _time_of(docx))


def _options() -> str:
    values = {
        name: {"type": "boolean", "value": "true" if on else "false"}
        for name, on in _SETTINGS.items()
    }
    return json.dumps(values, separators=(",", ":"))


def _time_of(docx: bytes) -> datetime:
    """The only time that the document itself tells: its edition's."""
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as package:
            core = package.open("docProps/core.xml").read(_MOST_PROPERTIES)
        found = _MODIFIED.search(core)
        moment = datetime.fromisoformat(found[1].decode()) if found else _EARLIEST
    except (zipfile.BadZipFile, KeyError, ValueError, OSError):
        return _EARLIEST
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)


def steady(made: bytes, moment: datetime) -> bytes:
    """A PDF that tells no other time than this, with a number drawn from its content.

    Each replacement is as long as what it replaces, so the PDF's table of places stays true.
    """
    digits = moment.strftime("%Y%m%d%H%M%S").encode()
    iso = moment.strftime("%Y-%m-%dT%H:%M:%S").encode()
    made = _DATE.sub(lambda found: b"(D:" + digits + _utc(found[2]) + b")", made)
    made = _XMP_DATE.sub(lambda found: found[1] + iso + _utc(found[3]) + found[4], made)
    start = made.rfind(b"trailer")
    if start < 0:
        return made
    number = hashlib.sha256(_NUMBER.sub(b"0" * 32, made[start:]) + made[:start]).hexdigest()
    return made[:start] + _NUMBER.sub(number[:32].upper().encode(), made[start:])


def _utc(zone: bytes) -> bytes:
    """The same length of zone, saying UTC."""
    return zone if zone.startswith(b"Z") else b"+" + re.sub(rb"\d", b"0", zone[1:])
