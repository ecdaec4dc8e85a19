"""Head and foot of a letterhead, sanitised: paragraphs, tables, runs, pictures, page numbers.

Everything is built anew from a whitelist. Looks that a paragraph or a run inherits from styles are
written beside it, so that the styles themselves can stay behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from advocate_desk.importers.docx_package import Relation
from advocate_desk.importers.docx_paragraph import check_instruction
from advocate_desk.importers.docx_xml import attribute, child, children, local, value
from advocate_desk.language.safe_text import clean

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DEEPEST_STYLE = 12
_PLAIN = re.compile(r"[A-Za-z0-9#%.,+ -]{0,40}")
_PARAGRAPH = ("pBdr", "tabs", "spacing", "ind", "jc")
_TABLE = ("tblW", "jc", "tblInd", "tblBorders", "tblLayout", "tblCellMar")
_ROW = ("cantSplit", "trHeight")
_CELL = ("tcW", "gridSpan", "vMerge", "tcBorders", "shd", "vAlign")
_THROUGH = frozenset({"sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml", "hyperlink"})
_SHOWN_FIELDS = frozenset({"PAGE", "NUMPAGES"})
_SWITCHES = ("b", "i", "u")
_OFF = frozenset({"0", "false", "off", "none"})
_HALF_POINTS = range(8, 145)
_TIGHT = {"before": "0", "after": "0", "line": "240", "lineRule": "auto"}


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    is_shown: bool = False

    @property
    def name(self) -> str:
        return (self.instruction.split() or [""])[0].upper()


class Looks:
    """What styles and defaults say, by name of property."""

    def __init__(self, root: ET.Element | None) -> None:
        self._styles = {attribute(s, "styleId"): s for s in children(root, "style")}
        self._defaults = child(root, "docDefaults")
        self._default_id = next(
            (
                key
                for key, style in self._styles.items()
                if attribute(style, "type") == "paragraph" and attribute(style, "default") == "1"
            ),
            "",
        )

    def named(self, name: str) -> str:
        """The id of the style of a (built-in, English) name; the default style's for none."""
        wanted = (k for k, s in self._styles.items() if value(s, "name").casefold() == name)
        return next(wanted, "") if name else self._default_id

    def property_of(
        self, name: str, own: ET.Element | None, style_id: str, group: str
    ) -> ET.Element | None:
        """A property where it is said first: on the spot, by the style, by the defaults."""
        found = child(own, name)
        for style in self._chain(style_id or self._default_id):
            if found is not None:
                return found
            found = child(child(style, group), name)
        if found is not None:
            return found
        return child(child(child(self._defaults, f"{group}Default"), group), name)

    def _chain(self, style_id: str) -> Iterator[ET.Element]:
        for _ in range(_DEEPEST_STYLE):
            style = self._styles.get(style_id)
            if style is None:
                return
            yield style
            style_id = value(style, "basedOn")


@dataclass(slots=True)
class Markup:
    """Rewrites one head or foot; `pictures` collects the relations of the pictures it shows."""

    looks: Looks
    relations: Mapping[str, Relation]
    pictures: dict[str, str] = field(default_factory=dict)
    _fields: list[_Field] = field(default_factory=list)
    _later: list[ET.Element] = field(default_factory=list)

    def rewritten(self, root: ET.Element) -> bytes:
        """The children of a head or foot, sanitised, under one root.

        Raises:
            ImportRefused: it holds a field that reaches outside of the document.
        """
        made = ET.Element(_name("root"))
        self._blocks(root, made)
        has_something = any(local(e) in {"t", "picture", "fldChar"} for e in made.iter())
        return ET.tostring(made) if has_something else b""

    def _blocks(self, parent: ET.Element, made: ET.Element) -> None:
        for element in parent:
            name = local(element)
            if name == "p":
                self._paragraph(element, made)
            elif name == "tbl":
                self._table(element, made)
            elif name in _THROUGH:
                self._blocks(element, made)

    def _paragraph(self, element: ET.Element, made: ET.Element) -> None:
        own = child(element, "pPr")
        style = value(own, "pStyle")
        paragraph = ET.SubElement(made, _name("p"))
        self._properties(ET.SubElement(paragraph, _name("pPr")), own, style)
        self._runs(element, paragraph, style)
        later, self._later = self._later, []
        for box in later:  # the paragraphs of text boxes, after the one they hang on
            self._blocks(box, made)

    def _properties(self, made: ET.Element, own: ET.Element | None, style: str) -> None:
        for name in _PARAGRAPH:
            found = self.looks.property_of(name, own, style, "pPr")
            copied = _copied(found) if found is not None else None
            if name == "spacing":
                copied = copied if copied is not None else ET.Element(_name("spacing"))
                said = {key.rpartition("}")[2] for key in copied.attrib}
                for key, usual in _TIGHT.items():
                    if key not in said:
                        copied.set(_name(key), usual)
            if copied is not None:
                made.append(copied)

    def _runs(self, parent: ET.Element, made: ET.Element, style: str) -> None:
        for element in parent:
            name = local(element)
            if name == "r":
                self._run(element, made, style)
            elif name == "fldSimple":
                self._simple_field(element, made, style)
            elif name in _THROUGH:
                self._runs(element, made, style)

    def _run(self, element: ET.Element, made: ET.Element, style: str) -> None:
        own = child(element, "rPr")
        if child(own, "vanish") is not None:
            return
        run = ET.Element(_name("r"))
        self._run_properties(ET.SubElement(run, _name("rPr")), own, style)
        for inner in element:
            self._run_part(inner, run)
        if len(run) > 1:
            made.append(run)

    def _run_properties(self, made: ET.Element, own: ET.Element | None, style: str) -> None:
        style = value(own, "rStyle") or style
        for name in _SWITCHES:
            found = self.looks.property_of(name, own, style, "rPr")
            is_on = found is not None and attribute(found, "val").casefold() not in _OFF
            _put(made, name, "1" if is_on else "0")
        color = attribute(self.looks.property_of("color", own, style, "rPr"), "val")
        if re.fullmatch("[0-9A-Fa-f]{6}", color):
            _put(made, "color", color.upper())
        size = attribute(self.looks.property_of("sz", own, style, "rPr"), "val")
        if size.isascii() and size.isdigit() and int(size) in _HALF_POINTS:
            _put(made, "sz", size)

    def _run_part(self, element: ET.Element, run: ET.Element) -> None:
        name = local(element)
        if name == "fldChar":
            self._field_sign(attribute(element, "fldCharType"), run)
        elif name == "instrText":
            self._instruction(element.text or "", run)
        elif self._fields and not self._fields[-1].is_shown:
            return
        elif name == "t":
            ET.SubElement(run, _name("t")).text = clean(element.text or "").text
        elif name in {"tab", "br"} and not element.attrib:
            ET.SubElement(run, _name(name))
        else:
            self._drawn(element, run)

    def _drawn(self, element: ET.Element, run: ET.Element) -> None:
        """Pictures stay; of two ways to draw the same the newer one; text boxes come later."""
        chosen = child(element, "Choice")
        for drawing in (chosen if chosen is not None else element).iter():
            if local(drawing) in {"inline", "anchor"}:
                self._picture(drawing, run)
        self._later.extend(
            box
            for box in (chosen if chosen is not None else element).iter()
            if local(box) == "txbxContent"
        )

    def _picture(self, drawing: ET.Element, run: ET.Element) -> None:
        blip = next((e for e in drawing.iter() if local(e) == "blip"), None)
        relation = self.relations.get(attribute(blip, "embed"))
        extent = child(drawing, "extent")
        if relation is None or relation.is_outside or relation.kind != "image":
            return
        key = f"picture{len(self.pictures) + 1}"
        known = {target: name for name, target in self.pictures.items()}
        key = known.get(relation.target, key)
        self.pictures[key] = relation.target
        picture = ET.SubElement(run, _name("picture"), {"file": key, **_placed(drawing)})
        for name, axis in (("wide", "cx"), ("high", "cy")):
            length = attribute(extent, axis)
            picture.set(name, length if length.isascii() and length.isdigit() else "0")
        picture.set("words", clean(attribute(child(drawing, "docPr"), "descr")).text[:200])

    def _field_sign(self, kind: str, run: ET.Element) -> None:
        if kind == "begin":
            self._fields.append(_Field())
        elif self._fields and kind == "separate":
            self._begin_shown(run)
        elif self._fields and kind == "end":
            done = self._fields.pop()
            check_instruction(done.instruction)
            if done.is_shown and done.name in _SHOWN_FIELDS:
                _sign(run, "end")

    def _begin_shown(self, run: ET.Element) -> None:
        current = self._fields[-1]
        check_instruction(current.instruction)
        current.is_shown = True
        if current.name in _SHOWN_FIELDS:
            _open_field(run, current.name)

    def _instruction(self, text: str, run: ET.Element) -> None:
        del run
        if self._fields:
            self._fields[-1].instruction += text
        else:
            check_instruction(text)

    def _simple_field(self, element: ET.Element, made: ET.Element, style: str) -> None:
        instruction = attribute(element, "instr")
        check_instruction(instruction)
        name = _Field(instruction).name
        if name not in _SHOWN_FIELDS:
            self._runs(element, made, style)
            return
        run = ET.SubElement(made, _name("r"))
        self._run_properties(ET.SubElement(run, _name("rPr")), None, style)
        _open_field(run, name)
        ET.SubElement(run, _name("t")).text = "1"
        _sign(run, "end")

    def _table(self, element: ET.Element, made: ET.Element) -> None:
        table = ET.SubElement(made, _name("tbl"))
        _copy_some(child(element, "tblPr"), ET.SubElement(table, _name("tblPr")), _TABLE)
        grid = ET.SubElement(table, _name("tblGrid"))
        for column in children(child(element, "tblGrid"), "gridCol"):
            grid.append(_copied(column))
        for row in children(element, "tr"):
            made_row = ET.SubElement(table, _name("tr"))
            _copy_some(child(row, "trPr"), ET.SubElement(made_row, _name("trPr")), _ROW)
            for cell in children(row, "tc"):
                self._cell(cell, ET.SubElement(made_row, _name("tc")))

    def _cell(self, cell: ET.Element, made: ET.Element) -> None:
        _copy_some(child(cell, "tcPr"), ET.SubElement(made, _name("tcPr")), _CELL)
        self._blocks(cell, made)
        if local(made[-1]) != "p":
            ET.SubElement(made, _name("p"))


def _placed(drawing: ET.Element) -> dict[str, str]:
    """Where a floating picture stands; nothing for one in the line of text."""
    if local(drawing) != "anchor":
        return {}
    placed = {"behind": "1" if attribute(drawing, "behindDoc") == "1" else "0"}
    for axis, name in (("h", "positionH"), ("v", "positionV")):
        position = child(drawing, name)
        found = (
            next((e for e in position if local(e) in {"posOffset", "align"}), None)
            if position is not None
            else None
        )
        told = (found.text or "").strip() if found is not None else "0"
        placed[axis] = told if re.fullmatch(r"-?\d{1,9}|[a-z]{3,8}", told) else "0"
        origin = attribute(position, "relativeFrom")
        placed[f"{axis}_from"] = origin if origin.isalpha() else "page"
    return placed


def _name(name: str) -> str:
    return f"{{{W}}}{name}"


def _put(parent: ET.Element, name: str, content: str) -> None:
    ET.SubElement(parent, _name(name)).set(_name("val"), content)


def _sign(run: ET.Element, kind: str) -> None:
    ET.SubElement(run, _name("fldChar")).set(_name("fldCharType"), kind)


def _open_field(run: ET.Element, name: str) -> None:
    _sign(run, "begin")
    ET.SubElement(run, _name("instrText")).text = f" {name} "
    _sign(run, "separate")


def _copy_some(source: ET.Element | None, made: ET.Element, names: tuple[str, ...]) -> None:
    for name in names:
        found = child(source, name)
        if found is not None:
            made.append(_copied(found))


def _copied(element: ET.Element) -> ET.Element:
    """Measures and words only: nothing that points anywhere."""
    made = ET.Element(_name(local(element)))
    for key, content in element.attrib.items():
        plain = key.rpartition("}")[2]
        if "theme" not in plain.lower() and _PLAIN.fullmatch(content) and f"{{{W}}}" in key:
            made.set(_name(plain), content)
    made.extend(_copied(inner) for inner in element)
    return made
