"""Styles and numbering of a Word file: what a paragraph inherits, and how its list counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from advocate_desk.importers.docx_xml import (
    attribute,
    child,
    children,
    is_on,
    value,
    whole_number,
)

_LEGACY = re.compile(r"(?:limon|abc|baidok|khek|tac?teing|tacteng)(?![a-z])", re.IGNORECASE)
_HEADING_NAME = re.compile(r"heading ([1-9])$", re.IGNORECASE)
_DEEPEST_STYLE = 12


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Which list a paragraph belongs to, and how deep."""

    list_id: str
    depth: int


class Styles:
    """The styles of a document, by id."""

    def __init__(self, root: ET.Element | None) -> None:
        self._styles = {attribute(s, "styleId"): s for s in children(root, "style")}
        defaults = child(child(root, "docDefaults"), "rPrDefault")
        self._default_font = _font(child(defaults, "rPr"))
        self._default_id = next(
            (
                key
                for key, style in self._styles.items()
                if attribute(style, "type") == "paragraph" and attribute(style, "default") == "1"
            ),
            "",
        )

    def _chain(self, style_id: str) -> Iterator[ET.Element]:
        """A style and those it is based on."""
        for _ in range(_DEEPEST_STYLE):
            style = self._styles.get(style_id)
            if style is None:
                return
            yield style
            style_id = value(style, "basedOn")

    def name(self, style_id: str) -> str:
        """The name of a style, lower-case; built-in names are English in every Word."""
        return value(self._styles.get(style_id), "name").casefold()

    def level(self, properties: ET.Element | None) -> int:
        """The heading level of a paragraph, 0 for none."""
        own = value(properties, "outlineLvl")
        if own:
            return _outline(own)
        for style in self._chain(value(properties, "pStyle")):
            found = _HEADING_NAME.match(value(style, "name"))
            outline = value(child(style, "pPr"), "outlineLvl")
            if found or outline:
                return int(found.group(1)) if found else _outline(outline)
        return 0

    def list_place(self, properties: ET.Element | None) -> ListPlace | None:
        """The list a paragraph is in, by itself or by its style."""
        style_id = value(properties, "pStyle") or self._default_id
        inherited = (child(style, "pPr") for style in self._chain(style_id))
        for source in (properties, *inherited):
            numbering = child(source, "numPr")
            if numbering is not None:
                list_id = value(numbering, "numId")
                depth = min(max(whole_number(value(numbering, "ilvl")), 0), 8)
                return ListPlace(list_id, depth) if list_id not in {"", "0"} else None
        return None

    def is_bold(self, run: ET.Element | None, paragraph: ET.Element | None) -> bool:
        """Whether a run is bold, by itself or by a style."""
        for source in self._sources(run, paragraph):
            said = is_on(source, "b")
            if said is None:
                said = is_on(source, "bCs")
            if said is not None:
                return said
        return False

    def is_legacy(self, run: ET.Element | None, paragraph: ET.Element | None) -> bool:
        """Whether a run is set in a font that draws Khmer on Latin letters."""
        fonts = (_font(source) for source in self._sources(run, paragraph))
        font = next((font for font in fonts if font), self._default_font)
        return bool(_LEGACY.match(font))

    def _sources(
        self, run: ET.Element | None, paragraph: ET.Element | None
    ) -> Iterator[ET.Element | None]:
        """Where the properties of a run come from, the strongest first."""
        yield run
        for style in self._chain(value(run, "rStyle")):
            yield child(style, "rPr")
        for style in self._chain(value(paragraph, "pStyle") or self._default_id):
            yield child(style, "rPr")


def _outline(text: str) -> int:
    level = whole_number(text, 9)
    return level + 1 if 0 <= level < 9 else 0


def _font(properties: ET.Element | None) -> str:
    fonts = child(properties, "rFonts")
    return attribute(fonts, "ascii") or attribute(fonts, "hAnsi")


class Numbering:
    """The lists of a document, counting as its paragraphs go by."""

    def __init__(self, root: ET.Element | None) -> None:
        self._abstract = {attribute(a, "abstractNumId"): a for a in children(root, "abstractNum")}
        self._lists = {attribute(n, "numId"): n for n in children(root, "num")}
        self._counts: dict[str, list[int]] = {}

    def marker(self, place: ListPlace) -> str:
        """The marker of the next paragraph of a list, empty where the list shows none."""
        level = self._level(place)
        form = value(level, "numFmt") or "decimal"
        text = value(level, "lvlText")
        if level is None or form == "none":
            return ""
        if form == "bullet" or "%" not in text:
            return _bullet(text)
        return _counted(form, self._next(place, level), text)

    def _level(self, place: ListPlace) -> ET.Element | None:
        one = self._lists.get(place.list_id)
        override = self._of_depth(one, "lvlOverride", place.depth)
        own = child(override, "lvl")
        abstract = self._abstract.get(value(one, "abstractNumId"))
        return own if own is not None else self._of_depth(abstract, "lvl", place.depth)

    @staticmethod
    def _of_depth(parent: ET.Element | None, name: str, depth: int) -> ET.Element | None:
        levels = children(parent, name)
        return next((x for x in levels if attribute(x, "ilvl") == str(depth)), None)

    def _next(self, place: ListPlace, level: ET.Element) -> int:
        """Counts one on; levels below start again. Lists of one definition count together."""
        one = self._lists.get(place.list_id)
        override = self._of_depth(one, "lvlOverride", place.depth)
        start = value(override, "startOverride")
        key = place.list_id if start else value(one, "abstractNumId")
        counts = self._counts.setdefault(key, [])
        first = whole_number(start or value(level, "start"), 1)
        del counts[place.depth + 1 :]
        counts.extend([0] * (place.depth - len(counts)))
        if len(counts) == place.depth:
            counts.append(first)
        else:
            counts[place.depth] += 1
        return counts[place.depth]


def _bullet(text: str) -> str:
    return text if text in {"-", "–", "—", "•", "◦", "▪", "·"} else "•"


def _counted(form: str, number: int, text: str) -> str:
    """A counting marker as plain as one that is typed."""
    end = ")" if text.rstrip().endswith(")") else "."
    if form in {"lowerLetter", "upperLetter"} and 1 <= number <= 26:
        return f"{chr(ord('a') + number - 1)}{end}"
    return f"{number}{end}"
