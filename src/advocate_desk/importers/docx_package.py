"""The parts of a Word file and the relations between them, from a whitelist."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from advocate_desk.importers.docx_preflight import DAMAGED, checked_parts
from advocate_desk.importers.files import NOT_WORD
from advocate_desk.model.errors import ImportRefused
from advocate_desk.model.marked import marked

_OUTSIDE = marked("“{name}” reaches for something outside of itself ({what}), so it was not read.")
_ADVICE = marked("Open it in Word, copy its text into a new document and import that.")
_LINKS = re.compile(r"(?:https?|mailto|tel|ftp):|#", re.IGNORECASE)
_DOCUMENT_TYPES = ("wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml")
# What Word itself writes; none of it is followed but the document and its text parts.
_KNOWN = frozenset(
    [
        "officeDocument",
        "core-properties",
        "extended-properties",
        "custom-properties",
        "thumbnail",
        "metadata",
        "styles",
        "stylesWithEffects",
        "numbering",
        "settings",
        "webSettings",
        "fontTable",
        "theme",
        "font",
        "footnotes",
        "endnotes",
        "header",
        "footer",
        "comments",
        "commentsExtended",
        "commentsIds",
        "commentsExtensible",
        "people",
        "image",
        "hyperlink",
        "customXml",
        "customXmlProps",
        "bibliography",
        "glossaryDocument",
        "chart",
        "chartUserShapes",
        "chartColorStyle",
        "chartStyle",
        "themeOverride",
        "package",
        "diagramData",
        "diagramLayout",
        "diagramQuickStyle",
        "diagramColors",
        "diagramDrawing",
        "ink",
        "documenttasks",
        "keyMapCustomizations",
        "recipientData",
        "printerSettings",
        "hdphoto",
        "media",
        "video",
        "audio",
        "model3d",
        "classificationlabels",
        "digital-signature",
    ]
)


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation of a part: its kind, where it points, and whether that is outside."""

    kind: str
    target: str
    is_outside: bool


class Package:
    """A checked Word file: its document and the parts that belong to it."""

    def __init__(self, data: bytes) -> None:
        self._parts = checked_parts(data)
        self._check_relations()
        self.document = self._main()

    def tree(self, part: str) -> ET.Element | None:
        """The parsed part, or None where there is no such part."""
        data = self._parts.get(part)
        if data is None:
            return None
        try:
            return ET.fromstring(data)  # noqa: S314 - checked before: no DTD, bounded
        except (ET.ParseError, UnicodeError, ValueError, LookupError) as fault:
            raise ImportRefused(DAMAGED) from fault

    def relations(self, part: str) -> Mapping[str, Relation]:
        """The relations of a part by their id; of the whole package for an empty name."""
        folder, name = posixpath.split(part)
        return dict(self._read_relations(posixpath.join(folder, "_rels", f"{name}.rels"), folder))

    def related(self, part: str, kind: str) -> tuple[str, ...]:
        """The names of the parts a part points to with one kind of relation."""
        found = self.relations(part).values()
        return tuple(r.target for r in found if r.kind == kind and not r.is_outside)

    def _read_relations(self, part: str, folder: str) -> Iterator[tuple[str, Relation]]:
        root = self.tree(part)
        for element in root if root is not None else ():
            is_outside = element.get("TargetMode", "").casefold() == "external"
            target = element.get("Target", "")
            kind = element.get("Type", "").rpartition("/")[2]
            inside = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
            name = target if is_outside else posixpath.normpath(inside).lstrip("/")
            yield element.get("Id", ""), Relation(kind, name, is_outside)

    def _check_relations(self) -> None:
        for part in self._parts:
            if part.lower().endswith(".rels"):
                for _, relation in self._read_relations(part, ""):
                    _check_relation(relation)

    def _main(self) -> str:
        for name in (*self.related("", "officeDocument"), "word/document.xml"):
            if name in self._parts and self._is_word():
                return name
        raise ImportRefused(NOT_WORD)

    def _is_word(self) -> bool:
        types = self._parts.get("[Content_Types].xml", b"").decode("utf-8", "replace")
        return any(known in types for known in _DOCUMENT_TYPES)


def _check_relation(relation: Relation) -> None:
    """Refuses what Word documents of text do not need: templates and pictures from elsewhere."""
    is_link = relation.kind == "hyperlink" and bool(_LINKS.match(relation.target))
    if relation.kind not in _KNOWN or (relation.is_outside and not is_link):
        raise ImportRefused(_OUTSIDE, advice=_ADVICE, what=relation.kind[:40] or "?")
