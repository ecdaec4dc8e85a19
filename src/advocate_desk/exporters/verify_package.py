"""Opens a Word document within limits and proves its package: parts, relations, content types."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from advocate_desk.exporters.verify_faults import DocumentUnreadable, Faults, Rule
from advocate_desk.exporters.verify_markup import tree
from advocate_desk.model.marked import marked

MOST_PARTS = 2_000
# A statement with 100,000 endorsers is some 100 MB of text.
MOST_BYTES = 300_000_000
MOST_RATIO = 200
RATIO_FROM = 1_000_000
TYPES = "[Content_Types].xml"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_UNSAFE_NAME = re.compile(r"^[/\\]|\\|:|(?:^|/)\.\.?(?:/|$)|[\x00-\x1f]|//|/$")
_LINKS = re.compile(r"(?:https?://|mailto:)[^\s]", re.IGNORECASE)
_OFFICE = "/officeDocument"
_MAIN_TYPE = "wordprocessingml.document.main+xml"
_REQUIRED = ("styles", "settings", "fontTable")

DAMAGED = marked("“{name}” is damaged, so it cannot be read.")
_TOO_LARGE = marked("“{name}” is larger inside than any statement, so it was not opened.")
_PASSWORD = marked("“{name}” is protected with a password; take it off in Word and try again.")
_NOT_WORD = marked("“{name}” is not a Word document.")
_MISSING_FILE = marked("“{name}” cannot be read.")
_UNSAFE = marked("A part has an unsafe name.")
_TWICE = marked("There are two parts with this name.")
_ABSENT = marked("A part that every document needs is missing.")
_LOOSE = marked("This part belongs to nothing in the document; it may hide something.")
_NO_TYPE = marked("Nothing says what kind of content this part has.")
_TYPE_OF_NOTHING = marked("A kind of content is given for a part that is not there.")
_NO_TARGET = marked("A relation points to “{target}”, which is not there.")
_OUTSIDE = marked("A relation reaches outside of the document: {target}")
_SAME_ID = marked("Two relations have the same id: {id}")
_NO_RELATION = marked("A relation is used that is not there: {id}")


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation: its id, kind and target; `inside` is a part's name unless it leads out."""

    id: str
    kind: str
    target: str
    is_outside: bool


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a document by name, and what the archive says of each."""

    parts: Mapping[str, bytes]
    entries: tuple[zipfile.ZipInfo, ...]
    comment: bytes
    relations: Mapping[str, tuple[Relation, ...]]

    @property
    def document(self) -> str:
        """The part with the text."""
        for relation in self.relations.get("", ()):
            if relation.kind.endswith(_OFFICE):
                return relation.target
        return "word/document.xml"

    def related(self, part: str, kind: str) -> str:
        """The part that another points to with a kind of relation; empty where there is none."""
        found = (r for r in self.relations.get(part, ()) if r.kind.endswith(f"/{kind}"))
        return next((r.target for r in found if not r.is_outside), "")

    def tree(self, part: str) -> ET.Element | None:
        """A small part as elements; None where it is missing or not well formed."""
        data = self.parts.get(part)
        return None if data is None else tree(data)


def opened(source: Path | bytes, faults: Faults) -> Package:
    """The package, its names proved.

    Raises:
        DocumentUnreadable: no Word document, protected, damaged, or unreasonably large.
    """
    name = source.name if isinstance(source, Path) else "DOCX"
    try:
        with zipfile.ZipFile(source if isinstance(source, Path) else io.BytesIO(source)) as archive:
            entries = tuple(archive.infolist())
            _check_limits(entries, name)
            parts = _read(archive, entries, faults)
            comment = archive.comment
    except FileNotFoundError as fault:
        raise DocumentUnreadable(_MISSING_FILE, name=name) from fault
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, OSError, ValueError) as fault:
        raise DocumentUnreadable(DAMAGED, name=name) from fault
    except (NotImplementedError, RuntimeError, zlib.error) as fault:
        raise DocumentUnreadable(DAMAGED, name=name) from fault
    if TYPES not in parts and "word/document.xml" not in parts:
        raise DocumentUnreadable(_NOT_WORD, name=name)
    return Package(parts, entries, comment, _relations(parts))


def _check_limits(entries: tuple[zipfile.ZipInfo, ...], name: str) -> None:
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise DocumentUnreadable(_PASSWORD, name=name)
    if any(entry.compress_type not in _METHODS for entry in entries):
        raise DocumentUnreadable(DAMAGED, name=name)
    whole = sum(entry.file_size for entry in entries)
    is_bomb = any(
        entry.file_size > RATIO_FROM and entry.file_size > MOST_RATIO * max(entry.compress_size, 1)
        for entry in entries
    )
    if len(entries) > MOST_PARTS or whole > MOST_BYTES or is_bomb:
        raise DocumentUnreadable(_TOO_LARGE, name=name)


def _read(
    archive: zipfile.ZipFile, entries: tuple[zipfile.ZipInfo, ...], faults: Faults
) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    seen: set[str] = set()
    for entry in entries:
        name = entry.filename
        if _UNSAFE_NAME.search(name):
            faults.add(Rule.PARTS, name, _UNSAFE)
        if name.casefold() in seen:
            faults.add(Rule.PARTS, name, _TWICE)
            continue
        seen.add(name.casefold())
        parts[name] = archive.read(entry)
    return parts


def _relations(parts: Mapping[str, bytes]) -> dict[str, tuple[Relation, ...]]:
    found = {}
    for name, data in parts.items():
        folder, file = posixpath.split(name)
        if posixpath.basename(folder) == "_rels" and file.endswith(".rels"):
            owner = posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))
            found[owner] = tuple(_read_relations(data, posixpath.dirname(folder)))
    return found


def _read_relations(data: bytes, folder: str) -> Iterator[Relation]:
    root = tree(data)
    for element in root if root is not None else ():
        target = element.get("Target", "")
        outside = element.get("TargetMode", "").casefold() == "external"
        if not outside:
            whole = target if target.startswith("/") else f"{folder}/{target}"
            target = posixpath.normpath(whole).lstrip("/")
        yield Relation(element.get("Id", ""), element.get("Type", ""), target, outside)


def check_package(package: Package, faults: Faults) -> None:
    """Every part is known, has a kind of content, and is reached; every relation leads somewhere."""
    _check_required(package, faults)
    for owner, relations in package.relations.items():
        _check_relations(package, owner, relations, faults)
    _check_reached(package, faults)
    _check_types(package, faults)


def _check_required(package: Package, faults: Faults) -> None:
    wanted = [TYPES, "_rels/.rels", package.document]
    wanted += [
        f"word/{kind}.xml" for kind in _REQUIRED if not package.related(package.document, kind)
    ]
    for name in wanted:
        if name not in package.parts:
            faults.add(Rule.PARTS, name, _ABSENT)


def _rels_name(owner: str) -> str:
    folder, file = posixpath.split(owner)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _check_relations(
    package: Package, owner: str, relations: tuple[Relation, ...], faults: Faults
) -> None:
    where = _rels_name(owner)
    ids: set[str] = set()
    for relation in relations:
        if relation.id in ids:
            faults.add(Rule.RELATIONS, where, _SAME_ID, id=relation.id)
        ids.add(relation.id)
        if relation.is_outside:
            _check_link(relation, where, faults)
        elif relation.target not in package.parts and not relation.kind.endswith("/hyperlink"):
            faults.add(Rule.RELATIONS, where, _NO_TARGET, target=relation.target)


def _check_link(relation: Relation, where: str, faults: Faults) -> None:
    """Only links that a reader clicks may lead out; templates and pictures load by themselves."""
    if not (relation.kind.endswith("/hyperlink") and _LINKS.match(relation.target)):
        faults.add(Rule.RELATIONS, where, _OUTSIDE, target=relation.target[:80])


def _check_reached(package: Package, faults: Faults) -> None:
    reached = {r.target for some in package.relations.values() for r in some if not r.is_outside}
    reached |= {TYPES, *map(_rels_name, ("", *package.parts))}
    for name in package.parts:
        if name not in reached:
            faults.add(Rule.PARTS, name, _LOOSE)


def _check_types(package: Package, faults: Faults) -> None:
    root = package.tree(TYPES)
    if root is None:
        return
    endings = {element.get("Extension", "").casefold() for element in root}
    named = {element.get("PartName", "").lstrip("/"): element for element in root}
    for name in package.parts:
        if name not in named and name.rpartition(".")[2].casefold() not in endings - {""}:
            faults.add(Rule.CONTENT_TYPES, name, _NO_TYPE)
    for name in named.keys() - {""} - package.parts.keys():
        faults.add(Rule.CONTENT_TYPES, name, _TYPE_OF_NOTHING)
    main = named.get(package.document)
    if package.document in package.parts and (
        main is None or _MAIN_TYPE not in main.get("ContentType", "")
    ):
        faults.add(Rule.CONTENT_TYPES, package.document, _NO_TYPE)


def check_ids(package: Package, part: str, used: frozenset[str], faults: Faults) -> None:
    """Every relation that a part names is one of its own."""
    known = {relation.id for relation in package.relations.get(part, ())}
    for name in sorted(used - known):
        faults.add(Rule.RELATIONS, part, _NO_RELATION, id=name)
