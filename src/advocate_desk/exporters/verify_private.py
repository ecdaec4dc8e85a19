"""The proof that a document does not tell who wrote it, when, on what, and with which changes."""

from __future__ import annotations

import re
import struct
from collections.abc import Mapping
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from advocate_desk.exporters.verify_faults import Faults, Rule
from advocate_desk.exporters.verify_markup import W
from advocate_desk.exporters.verify_package import Package
from advocate_desk.model.marked import marked

_EARLIEST = "1980-01-01T00:00:00Z"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
# Properties of the package that must be empty; the title, the issuer and the languages are meant.
_EMPTY = {
    "creator": marked("The document names its author."),
    "lastModifiedBy": marked("The document names who saved it last."),
    "description": marked("The properties hold comments."),
    "keywords": marked("The properties hold keywords."),
    "category": marked("The properties hold a category."),
    "contentStatus": marked("The properties hold a status."),
    "identifier": marked("The properties hold an identifier."),
    "version": marked("The properties hold a version."),
    "lastPrinted": marked("The document tells when it was printed."),
}
_PARTS = (
    (
        re.compile(r"docProps/(?!core\.xml$|.*thumb)", re.IGNORECASE),
        marked("The document carries properties of a program or a person."),
    ),
    (re.compile("thumbnail", re.IGNORECASE), marked("The document carries a picture of itself.")),
    (re.compile(r"(?:^|/)comments\w*\.xml$"), marked("The document carries comments.")),
    (re.compile(r"(?:^|/)people\.xml$"), marked("The document carries a list of people.")),
    (re.compile("^customXml/"), marked("The document carries data of another program.")),
    (re.compile("glossary/"), marked("The document carries the texts of a template.")),
    (
        re.compile(r"\.bin$|vbaData\.xml$|/embeddings/"),
        marked("The document carries a program or another file."),
    ),
)
_SESSIONS = marked("The document carries marks of editing sessions.")
_SETTINGS = {
    "attachedTemplate": marked("The document names a template."),
    "rsids": _SESSIONS,
    "rsidRoot": _SESSIONS,
    "docVars": marked("The document carries hidden variables."),
    "mailMerge": marked("The document carries a list for a mail merge."),
    "docId": marked("The document carries a number that identifies it."),
    "trackRevisions": marked("The document records changes."),
    "saveThroughXslt": marked("The document names a place on a computer."),
}
# Times and user numbers that archive programs on Unix and Windows add to each part.
_TELLING_EXTRAS = frozenset({0x000A, 0x5455, 0x5855, 0x7855, 0x7875})


def _words(text: str) -> list[str]:
    return text.split()


_CHANGES = frozenset(
    _words(
        "ins del moveFrom moveTo delText delInstrText cellIns cellDel cellMerge rPrChange pPrChange"
        " sectPrChange tblPrChange trPrChange tcPrChange tblGridChange tblPrExChange numberingChange"
        " moveFromRangeStart moveToRangeStart"
    )
)
_COMMENTS = frozenset(_words("commentRangeStart commentRangeEnd commentReference annotationRef"))

_SESSION = marked("Marks of editing sessions are in the text.")
_PERSON = marked("A person or a time is noted in the text.")
_CHANGE = marked("A tracked change is in the text.")
_COMMENT = marked("A comment is in the text.")
_ZIP_TIME = marked("The package tells when its parts were written.")
_ZIP_NOTE = marked("The package carries a note, or times and numbers of a computer.")
_TIME = marked("The document tells another time than that of its edition.")


def check_package_privacy(package: Package, faults: Faults) -> None:
    """Prove part names, properties, settings and the archive itself."""
    for name in package.parts:
        found = next((message for pattern, message in _PARTS if pattern.search(name)), "")
        if found:
            faults.add(Rule.METADATA, name, found)
    _check_properties(package, faults)
    _check_settings(package, faults)
    _check_archive(package, faults)


def _core(package: Package) -> tuple[str, ET.Element | None]:
    part = package.related("", "core-properties") or "docProps/core.xml"
    return part, package.tree(part)


def _check_properties(package: Package, faults: Faults) -> None:
    part, core = _core(package)
    for element in core if core is not None else ():
        message = _EMPTY.get(element.tag.rpartition("}")[2])
        if message and "".join(element.itertext()).strip():
            faults.add(Rule.METADATA, part, message)


def check_times(package: Package, fixed_time: str, faults: Faults) -> None:
    """Prove that the only time in the properties is the edition's."""
    wanted = _instant(fixed_time) or _instant(_EARLIEST)
    part, core = _core(package)
    for element in core if core is not None else ():
        is_time = element.tag.rpartition("}")[2] in {"created", "modified"}
        if is_time and _instant(element.text or "") != wanted:
            faults.add(Rule.METADATA, part, _TIME)
            return


def _instant(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    found = found if found.tzinfo else found.replace(tzinfo=UTC)
    return found.replace(microsecond=0)


def _check_settings(package: Package, faults: Faults) -> None:
    part = package.related(package.document, "settings")
    settings = package.tree(part)
    for element in settings if settings is not None else ():
        message = _SETTINGS.get(element.tag.rpartition("}")[2])
        if message:
            faults.add(Rule.METADATA, part, message)


def _check_archive(package: Package, faults: Faults) -> None:
    dated = next((e for e in package.entries if e.date_time != _FIRST_DAY), None)
    if dated is not None:
        faults.add(Rule.METADATA, dated.filename, _ZIP_TIME)
    noted = next((e for e in package.entries if e.comment or _tells(e.extra)), None)
    if noted is not None or package.comment:
        faults.add(Rule.METADATA, noted.filename if noted else "", _ZIP_NOTE)


def _tells(extra: bytes) -> bool:
    while len(extra) >= 4:
        kind, length = struct.unpack_from("<HH", extra)
        if kind in _TELLING_EXTRAS:
            return True
        extra = extra[4 + length :]
    return False


def check_element(element: ET.Element, name: str, where: str, faults: Faults) -> None:
    """Prove one element of a text: no change, no comment, no person, no session."""
    if name in _CHANGES:
        faults.add(Rule.CHANGES, where, _CHANGE)
    elif name in _COMMENTS:
        faults.add(Rule.CHANGES, where, _COMMENT)
    elif element.attrib:
        _check_attributes(element.attrib, where, faults)


def _check_attributes(attributes: Mapping[str, str], where: str, faults: Faults) -> None:
    for key in attributes:
        name = key.removeprefix(W)
        if name.startswith("rsid"):
            faults.add(Rule.METADATA, where, _SESSION)
            return
        if name in {"author", "initials", "date"}:
            faults.add(Rule.METADATA, where, _PERSON)
            return
